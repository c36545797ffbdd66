"""Data: filter, see the table, take it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import comparisons, downloads, tables
from analytics.dashboard.panels.tail import show_chosen_evidence
from analytics.dashboard.state import address, data, opening, session
from analytics.dashboard.state.address import DATA_LINK_PARAMETERS, PARAMETERS, Selection
from analytics.dashboard.state.group_keys import OWN
from analytics.exports.formats import FileFormat
from analytics.exports.table import SHAPES, WIDE, YEARS
from analytics.exports.workbook import MOST_ROWS as SHEET_ROWS
from analytics.transforms.revisions import PROSE
from analytics.transforms.series.long_frame import keep_reported
from analytics.vocabulary.measures import find_measure
from analytics.words.numbers import number

MOST_ROWS = 10_000
"""Rows that a page still holds at every click; beyond, files are written by the server piece by piece."""
SHOWN_ORGANS = 50
_BESIDE = "beside-everything"
"""Where the session keeps the organs of the other pages while this one shows every organ."""
DEFAULT_MEASURES = ("penalty_items", "penalty_decisions", "requests_new", "disclosure_rate")


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t = session.t
    st.title(t("data.title"))
    st.markdown(t("data.lead"))
    selection = _read_selection(build)
    with controls.open_choices():
        group, chosen, plain = _choose(build, selection)
    keys, first, last = chosen.measures, chosen.first or 0, chosen.last or 0
    only, shape, names = not chosen.empty_years, str(chosen.shape), chosen.names
    displayed = replace(organs.describe_view(build, group, chosen), tables=(PROSE,))
    is_everything = group.key == OWN and not group.organ_ids
    session.remember(chosen, build, displayed, kept=_keep_other_view(chosen) if is_everything else None)
    if not keys:
        st.info(t("data.choose_measures"))
        return
    if not group.organ_ids and not is_everything:
        st.info(t("map.nothing"))
        return
    ids, years = group.organ_ids or tuple(sorted(build.keys.values())), tuple(range(first, last + 1))
    if len(ids) * len(years) * len(keys) > MOST_ROWS:
        _show_many(build, chosen, ids, years, plain=plain)
        return
    frame = data.read_changes(build.warehouse.build_id, keys, ids, years)
    if only and shape != YEARS:
        frame = keep_reported(frame, whole_rows=shape == WIDE)
    if frame.empty:
        st.info(t("data.empty"))
        return
    row = tables.show_table_and_files(
        build, frame, keys, "data", is_open=True, shape=shape, names=names, plain=plain,
        empty_years="left_out" if only and shape != YEARS else "kept",
    )  # fmt: skip
    comparisons.show_prose_figures(build, ids, first, last)
    show_chosen_evidence(build, find_measure(keys[0]), "data", row=row)


def _choose(build: data.OpenBuild, selection: Selection) -> tuple[Group, Selection, bool]:
    """Measures, organs, years and the table, in three rows; whether CSV begins with no mark."""
    left, right = st.columns([3, 2])
    with left:
        keys = controls.choose_measures(build, selection.measures or DEFAULT_MEASURES)
    organs_place, years_place = st.columns([3, 1])
    group = organs.choose_group(build, selection, first=organs.NAMED, start=tuple, way_place=right, place=organs_place)
    with years_place:
        first, last = controls.choose_years(build, selection)
    left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
    shape = controls.choose_way(left, "data.shape", "table-shape", SHAPES, selection.shape)
    only = controls.is_on(middle, "data.only_values", "only-held-years", start=not selection.empty_years)
    names, plain = _choose_file_options(right, selection)
    chosen = replace(
        organs.set_group(selection, build, group), measures=keys, first=first, last=last, empty_years=not only,
        shape=shape, names=names,
    )  # fmt: skip
    return group, chosen, plain


def _read_selection(build: data.OpenBuild) -> Selection:
    """What is asked for. After a visit to other pages that is everything again, if it was and they show the same organs
    as before."""
    selection = session.read_selection(build)
    is_back = opening.is_bare() and st.session_state.get(_BESIDE) == (selection.organs, selection.peers)
    return replace(selection, organs=(), peers=OWN) if is_back else selection


def _keep_other_view(chosen: Selection) -> Selection:
    """The view for other pages: no organ chosen means every organ here, but there it would mean none."""
    before = st.session_state.get("selection", Selection())
    st.session_state[_BESIDE] = (before.organs, before.peers)
    return replace(chosen, organs=before.organs, peers=before.peers)


def _choose_file_options(place: Any, selection: Selection) -> tuple[str | None, bool]:
    """How columns and codes are named, on the screen as in the files, and whether CSV begins with its mark."""
    with place.popover(session.t("files.options"), icon=":material/tune:"):
        default_naming = str(session.language())
        names = controls.choose_way(
            st, "files.names", f"file-names-{default_naming}", PARAMETERS["names"].values,
            selection.names or default_naming,
        )  # fmt: skip
        return None if names == default_naming else names, st.toggle(session.t("files.plain"), key="file-plain")


def _show_many(
    build: data.OpenBuild, chosen: Selection, ids: Sequence[int], years: Sequence[int], *, plain: bool
) -> None:
    """The beginning of a table too long for a page, and links to files that hold all of it."""
    language = session.language()
    extract = replace(
        downloads.extract_of(build, chosen.measures, shape=str(chosen.shape), names=chosen.names),
        organ_ids=tuple(ids), years=tuple(years), only_reports=not chosen.empty_years,
    )  # fmt: skip
    extract = replace(extract, link="")  # where a file came from is no part of its rows
    count = data.count_file_rows(build.warehouse.build_id, extract)
    rows = number(count, language)
    first = data.read_beginning(build.warehouse.build_id, replace(extract, organ_ids=tuple(ids)[:SHOWN_ORGANS]))
    st.info(
        session.say_escaped(
            "files.many", rows=rows, most=number(MOST_ROWS, language), shown=number(len(first), language)
        ),
        icon=":material/table_rows:",
    )
    written = address.write(replace(chosen, language=language, names=str(extract.names), build=None))
    parameters = {name: value for name, value in written.items() if name in DATA_LINK_PARAMETERS}
    query = urlencode(parameters if plain else {**parameters, "bom": "1"}, doseq=True)
    with st.container(horizontal=True):
        for ending in FileFormat:
            label = session.say_escaped(downloads.name_button(ending), rows=rows)
            is_too_long = ending is FileFormat.XLSX and count > SHEET_ROWS
            st.link_button(label, f"{data.find_server_root()}/data/rows.{ending}?{query}", disabled=is_too_long)
    tables.show_table(first, "table-many", is_clickable=False)
