"""The nearest copies of a report, the same agency's years apart from other agencies; who shares text with whom."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts.nearest import draw_nearest
from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room
from analytics.charts.parts.short_names import shorten_names, split_scripts
from analytics.charts.shares import draw_shares
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.prose import choosing, listed
from analytics.dashboard.panels.prose.listed import Listed, list_whole
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.opening import is_first
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.transforms.rows import each_row
from analytics.words.numbers import number, percent
from analytics.words.plain import escape_html

_NEAREST = 12
_ORGANS = {Room.WIDE: 16, Room.NARROW: 8}
"""Agencies of the matrix: those that share text with most others."""


def show_copies(build: data.OpenBuild, before: Selection) -> None:
    """A report's nearest copies, and the agencies of the collection that share text."""
    organ_id, name, year = choosing.choose_told_report(build, before)
    st.caption(t("narrative.copies_note"))
    if year is None:
        st.info(say_escaped("narrative.organ_without", organ=name))
    else:
        _show_nearest(build, choosing.find_report(build, organ_id, year), name, year)
        _show_scores(build, organ_id, name)
    st.header(t("narrative.shared"), anchor="shared")
    _show_shared(build)


def _show_nearest(build: data.OpenBuild, report_id: int, name: str, year: int) -> None:
    copies = prose.read_copies(build.warehouse.build_id)
    rows = copies[copies["report_id"] == report_id].reset_index(drop=True)
    if rows.empty:
        st.info(say_escaped("narrative.no_copies", organ=name, year=year))
        return
    others, same = (int((rows["is_same_organ"] == flag).sum()) for flag in (False, True))
    counts = {"others": number(others, language()), "same": number(same, language())}
    title = t("narrative.copies_title", organ=name, year=year, **counts)
    names = build.name_organs(language())
    nearest = pd.concat([rows[~rows["is_same_organ"]].head(_NEAREST), rows[rows["is_same_organ"]].head(_NEAREST)])
    subtitle = t("narrative.copies_subtitle") + (
        t("narrative.copies_drawn", count=_NEAREST) if len(rows) > len(nearest) else ""
    )
    chart = draw_nearest(nearest, names, title=Title(title, subtitle), language=language(), room=find_room())
    charts.show_chart(chart, title, "nearest")
    places = list_whole(rows["other_id"])
    listed.show_listed(
        build, Listed("nearest", _list_copies(rows, names), title, places=places, shares=("share", "other_share"))
    )
    _offer_beside(build, rows, names)


def _list_copies(rows: pd.DataFrame, names: dict[int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "organ": rows["organ_id"].map(names),
            "year": rows["year"],
            "share": rows["share"],
            "other_organ": rows["other_organ_id"].map(names),
            "other_year": rows["other_year"],
            "other_share": rows["other_share"],
            "same_agency": [t(f"narrative.same_agency.{bool(flag)}") for flag in rows["is_same_organ"]],
            "published_first": [t(f"narrative.first_{first}") for first in rows["published_first"]],
        }
    )


def _offer_beside(build: data.OpenBuild, rows: pd.DataFrame, names: dict[int, str]) -> None:
    """One of the nearest, and the step to both texts side by side."""
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    options = {f"{names[row.other_organ_id]} {int(row.other_year)}": row for row in each_row(rows.head(2 * _NEAREST))}
    controls.begin("beside-which", options, lambda: next(iter(options)))
    chosen = left.selectbox(t("narrative.beside_which"), list(options), key="beside-which")
    row = options[chosen]
    right.button(
        t("narrative.set_beside"),
        key="set-beside",
        icon=":material/compare_arrows:",
        on_click=_go_beside,
        args=(build.keys_of[int(row.other_organ_id)], int(row.other_year)),
    )


def _go_beside(organ: str, year: int) -> None:
    st.session_state["narrative-tab"] = "beside"
    st.session_state["reference"], st.session_state["reference-year"] = organ, year
    for key in ("reference", "reference-year"):
        is_first(key)  # what is put here is what the widget begins with


def _show_scores(build: data.OpenBuild, organ_id: int, name: str) -> None:
    """What of each year's report is last year's, others' and new."""
    scores = prose.read_scores(build.warehouse.build_id, organ_id)
    if scores.empty:
        return
    names = ["year", "body_length", "share_of_last_year", "share_of_others", "share_new"]
    sentence = t("narrative.scores_of", organ=name)
    places = list_whole(scores["report_id"])
    listed.show_listed(
        build, Listed("scores", scores[names], sentence, places=places, shares=names[2:], label=sentence)
    )


def _show_shared(build: data.OpenBuild) -> None:
    shared = prose.read_shared(build.warehouse.build_id)
    if shared.empty:
        st.info(t("narrative.none_shared"))
        return
    names, limit = build.name_organs(language()), _ORGANS[find_room()]
    degree = pd.concat([shared["organ_id"], shared["other_organ_id"]]).value_counts()
    order = degree.index[:limit].tolist()
    title = t("narrative.shared_title", pairs=number(len(shared), language()), organs=number(len(degree), language()))
    subtitle = t("narrative.shared_subtitle") + (
        t("narrative.shared_drawn", count=len(order)) if len(degree) > limit else ""
    )
    cells = _place_pairs(prose.read_copies(build.warehouse.build_id), order, names)
    labels = list(shorten_names(names, order).values())
    chart = draw_shares(
        cells, labels, [split_scripts(label)[0] for label in labels], Title(title, subtitle), find_room()
    )
    charts.show_chart(chart, title, "shared")
    table = _list_copies(shared, names).drop(columns="same_agency").assign(pairs=shared["pairs"])
    places = list_whole(shared["report_id"])
    listed.show_listed(build, Listed("shared", table, title, places=places, shares=("share", "other_share")))


def _place_pairs(copies: pd.DataFrame, order: list[int], names: dict[int, str]) -> pd.DataFrame:
    """The largest share of a report of the row's agency that stands in one of the column's."""
    at = {organ_id: place for place, organ_id in enumerate(order)}
    rows = copies[~copies["is_same_organ"] & copies["organ_id"].isin(order) & copies["other_organ_id"].isin(order)]
    rows = rows.sort_values("share", ascending=False).drop_duplicates(["organ_id", "other_organ_id"])
    return pd.DataFrame(
        {
            "row": rows["organ_id"].map(at),
            "column": rows["other_organ_id"].map(at),
            "share": rows["share"].astype(float),
            "point": [write_point(row) for row in each_row(rows)],
            "hover": [
                "<br>".join(
                    [
                        f"<b>{escape_html(names[row.organ_id])}</b> {int(row.year)}",
                        f"{escape_html(names[row.other_organ_id])} {int(row.other_year)}",
                        t("narrative.share_of_row", share=percent(row.share, language())),
                        t(f"narrative.first_row_{row.published_first}"),
                    ]
                )
                for row in each_row(rows)
            ],
        }
    )
