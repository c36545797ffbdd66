"""One measure of a group in one year: what Map and Rankings choose alike, and put into the address alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.transforms.groups.map_classes import find_year_of_most_reports
from analytics.transforms.revisions import add_previous_years
from analytics.vocabulary.measures import Measure

DEFAULT_MEASURE = "disclosure_rate"


def choose_measure(build: data.OpenBuild, selection: Selection) -> Measure:
    """The measure asked for, else a rate, which organs of any size have."""
    return controls.choose_measure(build, next(iter(selection.measures), DEFAULT_MEASURE))


def choose_year(build: data.OpenBuild, selection: Selection, group: Group, place: Any) -> int:
    """The year asked for, else the latest of those in which most of the group have a report."""
    return controls.choose_year(
        build, selection.year or find_year_of_most_reports(build.reports, group.organ_ids), place=place
    )


def slide_year(build: data.OpenBuild, selection: Selection, group: Group, place: Any) -> int:
    """The same along a line of years, to go through them one after the other."""
    known = [int(year) for year in build.years]
    if len(known) < 2:
        return choose_year(build, selection, group, place)
    start = selection.year or find_year_of_most_reports(build.reports, group.organ_ids)
    controls.begin("map-year", known, lambda: start if start in known else known[-1])
    chosen: int = place.select_slider(session.t("choose.year"), known, key="map-year")
    return chosen


def remember(build: data.OpenBuild, group: Group, chosen: Selection) -> None:
    """Put the view into the address; changes against the year before are part of what it shows."""
    years = add_previous_years([chosen.year]) if chosen.year else None
    session.remember(chosen, build, replace(organs.describe_view(build, group, chosen), years=years))
