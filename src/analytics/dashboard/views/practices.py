"""Practices: what agencies say they did, agencies × practices by year; the problems that they name most."""

from __future__ import annotations

from analytics.dashboard.panels.prose import common_problems, practice_matrix
from analytics.dashboard.panels.prose.tabs import show_tabs
from analytics.dashboard.state.address import PRACTICE_TABS

_SHOW = (
    practice_matrix.show_matrix, practice_matrix.show_years, common_problems.show_problems,
    practice_matrix.show_lexicon,
)  # fmt: skip


def show() -> None:
    """Draw the page."""
    show_tabs("practices", dict(zip(PRACTICE_TABS, _SHOW, strict=True)))
