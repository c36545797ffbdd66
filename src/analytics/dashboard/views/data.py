"""Data: filter, see the table, take it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import OWN
from analytics.dashboard.panels import comparisons, downloads, tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import address, data, opening, session
from analytics.dashboard.state.address import DATA_LINK_PARAMETERS, Selection
from analytics.exports.table import KEYS, WIDE
from analytics.exports.workbook import MOST_ROWS as SHEET_ROWS
from analytics.query.extracts import FORMATS
from analytics.transforms.revisions import PROSE
from analytics.transforms.series.long_frame import with_reports
from analytics.vocabulary.measures import measure
from analytics.words.numbers import number

MOST_ROWS = 10_000
"""Rows that a page still holds at every click; beyond, files are written by the server piece by piece."""
SHOWN_ORGANS = 50
_BESIDE = "beside-everything"
"""Where the session keeps the organs of the other pages while this one shows every organ."""
DEFAULT_MEASURES = ("penalty_items", "penalty_decisions", "requests_new", "disclosure_rate")


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = session.t
    st.title(t("data.title"))
    st.markdown(t("data.lead"))
    asked = _asked(held)
    keys = controls.several_measures(held, asked.measures or DEFAULT_MEASURES)
    group = organs.group(held, asked, first=organs.NAMED, start=tuple)
    first, last = controls.years(held, asked)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    only = controls.is_on(left, "data.only_values", "only-held-years", start=not asked.empty_years)
    names, plain = _file_options(right, asked)
    shape = controls.one_of(st, "data.shape", "table-shape", ["long", "wide"], asked.shape)
    chosen = replace(
        organs.remembered(asked, held, group), measures=keys, first=first, last=last, empty_years=not only, shape=shape,
        names=names,
    )  # fmt: skip
    shown = replace(organs.shown(held, group, chosen), tables=(PROSE,))
    is_everything = group.key == OWN and not group.organ_ids
    session.remember(chosen, held, shown, kept=_beside_everything(chosen) if is_everything else None)
    if not keys:
        st.info(t("data.choose_measures"))
        return
    if not group.organ_ids and not is_everything:
        st.info(t("map.nothing"))
        return
    ids, years = group.organ_ids or tuple(sorted(held.keys.values())), tuple(range(first, last + 1))
    if len(ids) * len(years) * len(keys) > MOST_ROWS:
        _many(held, chosen, ids, years, plain=plain)
        return
    frame = data.measured(held.warehouse.build_id, keys, ids, years)
    if only:
        frame = with_reports(frame, whole_rows=shape == WIDE)
    if frame.empty:
        st.info(t("data.empty"))
        return
    point = tables.table_and_downloads(
        held, frame, keys, "data", is_open=True, shape=shape, names=names, plain=plain,
        empty_years="left_out" if only else "kept",
    )  # fmt: skip
    comparisons.prose_figures(held, ids, first, last)
    evidence_panel(held, point, measure(str(point[3])) if point else measure(keys[0]))


def _asked(held: data.Collection) -> Selection:
    """What is asked for. After a visit to other pages that is everything again, if it was and they show the same organs
    as before."""
    asked = session.selection(held)
    is_back = opening.is_bare() and st.session_state.get(_BESIDE) == (asked.organs, asked.peers)
    return replace(asked, organs=(), peers=OWN) if is_back else asked


def _beside_everything(chosen: Selection) -> Selection:
    """The view for other pages: no organ chosen means every organ here, but there it would mean none."""
    before = st.session_state.get("selection", Selection())
    st.session_state[_BESIDE] = (before.organs, before.peers)
    return replace(chosen, organs=before.organs, peers=before.peers)


def _file_options(place: Any, asked: Selection) -> tuple[str | None, bool]:
    """How columns and codes are named, on the screen as in the files, and whether CSV begins with its mark."""
    with place.popover(session.t("files.options"), icon=":material/tune:"):
        own = str(session.language())
        names = controls.one_of(st, "files.names", f"file-names-{own}", ["zh", "en", KEYS], asked.names or own)
        return None if names == own else names, st.toggle(session.t("files.plain"), key="file-plain")


def _many(held: data.Collection, chosen: Selection, ids: Sequence[int], years: Sequence[int], *, plain: bool) -> None:
    """The beginning of a table too long for a page, and links to files that hold all of it."""
    t, language = session.t, session.language()
    wanted = replace(
        downloads.extract_of(held, chosen.measures, shape=str(chosen.shape), names=chosen.names),
        organ_ids=tuple(ids), years=tuple(years), only_reports=not chosen.empty_years,
    )  # fmt: skip
    wanted = replace(wanted, link="")  # where a file came from is no part of its rows
    count = data.counted(held.warehouse.build_id, wanted)
    rows = number(count, language)
    first = data.beginning(held.warehouse.build_id, replace(wanted, organ_ids=tuple(ids)[:SHOWN_ORGANS]))
    st.info(
        session.as_text("files.many", rows=rows, most=number(MOST_ROWS, language), shown=number(len(first), language)),
        icon=":material/table_rows:",
    )
    written = address.write(replace(chosen, language=language, names=str(wanted.names), build=None))
    parameters = {name: value for name, value in written.items() if name in DATA_LINK_PARAMETERS}
    query = urlencode(parameters if plain else {**parameters, "bom": "1"}, doseq=True)
    with st.container(horizontal=True):
        for made in FORMATS:
            label = t("download.notes") if made == "md" else session.as_text(f"download.{made}", rows=rows)
            is_too_long = made == "xlsx" and count > SHEET_ROWS
            st.link_button(label, f"{data.root()}/data/rows.{made}?{query}", disabled=is_too_long)
    tables.table(first, "table-many", is_clickable=False)
