"""What evaluators of reports look at and the documents can answer, side by side, without a total."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.evaluated import draw_evaluated
from analytics.charts.parts.chart import Title
from analytics.dashboard.choosers import organs
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.prose import choosing, listed
from analytics.dashboard.panels.prose.listed import Listed, list_whole
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.group_keys import OWN
from analytics.dashboard.state.opening import is_bare
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, t
from analytics.vocabulary.prose.parts import PARTS
from analytics.words.numbers import number

SHOWN = 40
"""Reports of the chart; the table has all."""
_NUMBERS = (
    "body_length",
    "share_of_last_year",
    "share_of_others",
    "share_new",
    "days_late",
    "documents",
    "contradictions",
    "fails_with_blanks",
)
_SHARES = ("share_of_last_year", "share_of_others", "share_new")


def show_evaluated(build: data.OpenBuild, before: Selection) -> None:
    """Whose reports of which years, what can be counted of them."""
    selection = replace(before, organs=(), peers=OWN) if is_bare() else before
    group, first, last = choosing.choose_agencies_and_years(build, selection)
    chosen = replace(organs.set_group(selection, build, group), first=first, last=last)
    choosing.remember(build, chosen, group.organ_ids, before=None if group.organ_ids else before)
    rows = prose.evaluate(build.warehouse.build_id, group.organ_ids or None, range(first, last + 1))
    if rows.empty:
        st.info(t("narrative.none_chosen"))
        return
    shown = rows.head(SHOWN)
    whole = int((rows["parts_headed"] == len(PARTS)).sum())
    title = t("narrative.evaluated_title", reports=number(len(rows), language()), whole=number(whole, language()))
    subtitle = t("narrative.evaluated_subtitle")
    if len(rows) > len(shown):
        subtitle += t(
            "narrative.evaluated_drawn", drawn=number(len(shown), language()), count=number(len(rows), language())
        )
    names = build.name_organs(language())
    chart = draw_evaluated(shown, names, title=Title(title, subtitle), language=language(), room=find_room())
    charts.show_chart(chart, title, "evaluated")
    listed.show_later(build, "evaluated", len(rows), lambda: _list_rows(rows, names, title))
    st.caption(t("narrative.evaluated_note"))
    st.caption(t("narrative.shares_note"))


def _list_rows(rows: pd.DataFrame, names: dict[int, str], title: str) -> Listed:
    parts = {
        f"part_{part.key}": [
            t(f"narrative.part_{'unknown' if pd.isna(value) else value}") for value in rows[f"part_{part.key}"]
        ]
        for part in PARTS
    }
    table = pd.DataFrame(
        {
            "organ": rows["organ_id"].map(names),
            "year": rows["year"],
            **parts,
            **{name: rows[name] for name in _NUMBERS},
            "is_source_changed": [t(f"narrative.changed.{bool(flag)}") for flag in rows["is_source_changed"]],
        }
    )
    places = list_whole(rows["report_id"])
    return Listed("evaluated", table, title, places=places, shares=_SHARES)
