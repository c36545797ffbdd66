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

    icon: str
    show: Callable[[], None]
    has_choices: bool = True


PAGES = {
    "overview": Page(":material/dashboard:", overview.show),
    "county": Page(":material/account_balance:", county.show),
    "trends": Page(":material/show_chart:", trends.show),
    "compare": Page(":material/compare_arrows:", compare.show),
    "rankings": Page(":material/format_list_numbered:", rankings.show),
    "map": Page(":material/map:", map_view.show),
    "requests": Page(":material/alt_route:", requests.show),
    "remedies": Page(":material/balance:", remedies.show),
    "narrative": Page(":material/article:", narrative.show),
    "practices": Page(":material/checklist:", practices.show),
    "quality": Page(":material/rule:", quality.show),
    "data": Page(":material/table_view:", data_view.show),
    "upload": Page(":material/upload_file:", upload.show, has_choices=False),
    "methods": Page(":material/menu_book:", methods.show, has_choices=False),
}
"""By name, in the order of the navigation; the first one opens at the root."""
