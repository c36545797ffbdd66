"""Narrative: search in the prose of all reports, read one, set two beside each other, its copies, section five."""

from __future__ import annotations

from analytics.dashboard.panels.prose import beside, copies, evaluated, five, reading, searching
from analytics.dashboard.panels.prose.tabs import show_tabs
from analytics.dashboard.state.address import NARRATIVE_TABS

_SHOW = (
    searching.show_search, reading.show_reading, beside.show_beside, copies.show_copies, five.show_five,
    evaluated.show_evaluated,
)  # fmt: skip


def show() -> None:
    """Draw the page."""
    show_tabs("narrative", dict(zip(NARRATIVE_TABS, _SHOW, strict=True)))
