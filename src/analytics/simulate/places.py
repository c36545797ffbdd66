"""Which fictional places are simulated, and how many residents they have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analytics.vocabulary.places.fictional import FictionalPlace, list_fictional_places
from analytics.vocabulary.terms import Level

_COUNTIES_OF_A_PREFECTURE = 10


def list_counties(count: int) -> tuple[FictionalPlace, ...]:
    """The first ``count`` counties, whole groups of ten or more to a prefecture, two prefectures a province before
    the next: comparisons within and between prefectures are possible from 40 on. Raises ValueError beyond 3,240."""
    groups: dict[str, list[FictionalPlace]] = {}
    for place in list_fictional_places():
        if place.level is Level.COUNTY and place.parent_code:
            groups.setdefault(place.parent_code, []).append(place)
    if not 1 <= count <= sum(map(len, groups.values())):
        raise ValueError(count)
    each = max(_COUNTIES_OF_A_PREFECTURE, -(-count // len(groups)))
    spread = sorted(groups, key=lambda code: ((int(code[3]) - 1) // 2, code))
    return tuple(county for code in spread for county in _mix_kinds(groups[code])[:each])[:count]


def list_prefectures(places: Sequence[FictionalPlace]) -> tuple[FictionalPlace, ...]:
    """The prefectures above these counties: each has a report of its own, which is no sum of theirs."""
    above = {place.parent_code for place in places}
    return tuple(place for place in list_fictional_places() if place.code in above)


def simulate_residents(place: FictionalPlace, years: Sequence[int], *, seed: int) -> dict[int, int]:
    """Residents of a county by year, drawn apart from its reports, so that these stay what they were without."""
    random = np.random.default_rng([seed, int(place.code), 1])
    count, growth = float(random.lognormal(12.9, 0.6)), float(random.normal(-0.004, 0.01))
    return {year: int(count * (1 + growth) ** index) for index, year in enumerate(years)}


def _mix_kinds(group: Sequence[FictionalPlace]) -> list[FictionalPlace]:
    """Districts, counties and cities in turn."""
    kinds: dict[str, list[FictionalPlace]] = {}
    for county in group:
        kinds.setdefault(county.name[-1], []).append(county)
    longest = max(map(len, kinds.values()))
    return [kind[index] for index in range(longest) for kind in kinds.values() if index < len(kind)]
