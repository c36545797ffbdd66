"""What the parts of a page of prose are chosen by, and how that is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.dashboard.choosers import controls, organs
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
