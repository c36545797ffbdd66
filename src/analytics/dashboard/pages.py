"""The pages: the one list of them. A page's name is its path and the prefix of its sentences (``county.title``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from analytics.dashboard.views import (
    compare,
    county,
    methods,
    narrative,
    overview,
    practices,
    quality,
    rankings,
    remedies,
    requests,
    trends,
    upload,
)
from analytics.dashboard.views import data as data_view
from analytics.dashboard.views import map as map_view


class Page(NamedTuple):
    """One page. ``has_choices`` is False where its address asks for nothing."""

    show: Callable[[], None]
    has_choices: bool = True


PAGES = {
    "overview": Page(overview.show),
    "county": Page(county.show),
    "trends": Page(trends.show),
    "compare": Page(compare.show),
    "rankings": Page(rankings.show),
    "map": Page(map_view.show),
    "requests": Page(requests.show),
    "remedies": Page(remedies.show),
    "narrative": Page(narrative.show),
    "practices": Page(practices.show),
    "quality": Page(quality.show),
    "data": Page(data_view.show),
    "upload": Page(upload.show, has_choices=False),
    "methods": Page(methods.show, has_choices=False),
}
"""By name, in the order of the navigation; the first one opens at the root."""
