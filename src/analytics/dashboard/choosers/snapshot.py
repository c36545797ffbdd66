"""One measure of a group in one year: what Map and Rankings choose alike, and put into the address alike."""

from __future__ import annotations

from dataclasses import replace

from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.transforms.groups.map_classes import fullest_year
from analytics.transforms.revisions import with_previous
from analytics.vocabulary.measures import Measure

DEFAULT_MEASURE = "disclosure_rate"


def one_measure(held: data.Collection, asked: Selection) -> Measure:
    """The measure asked for, else a rate, which organs of any size have."""
    return controls.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))


def one_year(held: data.Collection, asked: Selection, group: Group) -> int:
    """The year asked for, else the latest of those in which most of the group have a report."""
    return controls.one_year(held, asked.year or fullest_year(held.reports, group.organ_ids))


def remember(held: data.Collection, group: Group, chosen: Selection) -> None:
    """Put the view into the address; changes against the year before are part of what it shows."""
    years = with_previous([chosen.year]) if chosen.year else None
    session.remember(chosen, held, replace(organs.shown(held, group, chosen), years=years))
