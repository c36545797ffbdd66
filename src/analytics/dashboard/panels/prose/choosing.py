"""What the parts of a page of prose are chosen by, and how that is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.state import data, opening, prose, session
from analytics.dashboard.state.address import MOST_WORDS, Selection
from analytics.transforms.revisions import PageView

_QUERY = "prose-query"


def choose_words(selection: Selection) -> str:
    """What is searched for, without blanks around it."""
    if opening.is_first(_QUERY) or _QUERY not in st.session_state:
        st.session_state[_QUERY] = selection.query or ""
    t = session.t
    words: str = st.text_input(
        t("narrative.query"),
        key=_QUERY,
        placeholder=t("narrative.query_hint"),
        max_chars=MOST_WORDS,
        icon=":material/search:",
    )
    return " ".join(words.split())


def take_words(words: str) -> None:
    """Put an example in the place of what is searched for."""
    st.session_state[_QUERY] = words


def choose_told_organ(build: data.OpenBuild, selection: Selection) -> tuple[str, int, str]:
    """One agency, at first the one asked for, else the first that has prose: key, id, name."""
    told = prose.list_told(build.warehouse.build_id)
    best = told["organ_id"].value_counts(sort=True)
    return organs.choose_organ(build, selection.organs[:1], lambda: (build.keys_of[int(best.index[0])],))


def list_told_years(build: data.OpenBuild, organ_id: int) -> list[int]:
    """The years of which an agency has a report with prose, the latest first."""
    told = prose.list_told(build.warehouse.build_id)
    return sorted({int(year) for year in told.loc[told["organ_id"] == organ_id, "year"]}, reverse=True)


def choose_told_year(place: Any, years: Sequence[int], key: str, requested: int | None, *, start: int) -> int:
    """One of the years with prose."""
    controls.begin(key, years, lambda: requested if requested in years else start)
    chosen: int = place.selectbox(session.t("choose.year"), years, key=key)
    return chosen


def choose_told_report(build: data.OpenBuild, before: Selection) -> tuple[int, str, int | None]:
    """One agency and a year of which it has prose, put into the address: id, name, year (None where it has none)."""
    with controls.open_choices():
        left, right = st.columns([3, 1])
        with left:
            key, organ_id, name = choose_told_organ(build, before)
        years = list_told_years(build, organ_id)
        year = choose_told_year(right, years, "told-year", before.year, start=years[0]) if years else None
    remember(build, replace(before, organs=(key,), peers=None, year=year), (organ_id,))
    return organ_id, name, year


def choose_agencies_and_years(build: data.OpenBuild, selection: Selection) -> tuple[Group, int, int]:
    """Whose reports (at first everybody's), and of which years: the first and the last."""
    with controls.open_choices():
        way_place, years_place = st.columns([3, 2])
        group = organs.choose_group(
            build, selection, first=organs.NAMED, start=tuple, way_place=way_place, place=st.container()
        )
        with years_place:
            first, last = controls.choose_years(build, selection)
    return group, first, last


def find_report(build: data.OpenBuild, organ_id: int, year: int) -> int:
    """The report with prose of an agency and year; one of ``list_told_years``."""
    told = prose.list_told(build.warehouse.build_id)
    return int(told.loc[(told["organ_id"] == organ_id) & (told["year"] == year), "report_id"].iloc[0])


def remember(
    build: data.OpenBuild, chosen: Selection, organ_ids: Iterable[int], *, before: Selection | None = None
) -> None:
    """Put the view into the address. Other pages keep its agencies and years, or the agencies of ``before``, and
    nothing of what only these pages choose."""
    keys = frozenset(build.keys_of[organ_id] for organ_id in organ_ids)
    kept = replace(chosen, tab=None, query=None, hits_page=None, reference_year=None, practice_group=None)
    if before is not None:
        kept = replace(kept, organs=before.organs, peers=before.peers)
    session.remember(chosen, build, PageView((), organs=keys or None), kept=kept)
