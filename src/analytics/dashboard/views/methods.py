"""Methods: what every figure means, generated from the vocabulary: measures, breaks, states, checks, accuracy."""

from __future__ import annotations

import streamlit as st

from analytics.dashboard.panels import definitions
from analytics.dashboard.panels.readable import group, readable, style
from analytics.dashboard.state import session
from analytics.transforms.groups.ranking import LEAST_BASE
from analytics.vocabulary import form
from analytics.vocabulary.measures import LAW_BREAK_YEAR, SMALL_BASE, SUSPECTED_FACTOR
from analytics.vocabulary.terms import Table
from analytics.words.numbers import number
from analytics.words.render import edition_name

SECTIONS = ("measures", "changes", "breaks", "states", "accuracy", "editions", "checks")
_SHORT = 8
"""Rows of a list that is read as it stands; a longer one is opened."""
_WIDTHS, _WIDTHS_WITHOUT_NOTES = (23, 28, 8, 22, 19), (28, 45, 8, 19)


def show() -> None:
    """Draw the page. It needs no warehouse."""
    t = session.t
    style()
    st.title(t("methods.title"))
    st.markdown(t("methods.lead"))
    st.markdown(" · ".join(f"[{t(f'methods.{one}')}](#{one})" for one in SECTIONS))
    _measures()
    _heading("changes")
    st.markdown(
        session.as_text(
            "methods.changes_text",
            base=SMALL_BASE,
            factor=number(SUSPECTED_FACTOR, session.language()),
            least=LEAST_BASE,
            law=LAW_BREAK_YEAR,
        )
    )
    _heading("breaks")
    st.markdown(t("methods.breaks_text"))
    readable(definitions.notes_of_law(session.language()), (68, 32), is_named=False)
    _heading("states")
    readable(definitions.states(session.language()), (28, 72))
    _heading("accuracy")
    st.markdown(t("methods.accuracy_text"))
    readable(definitions.accuracy(session.language()), (25, 15, 15, 15, 15, 15))
    _elsewhere()
    _editions()
    _checks()


def _heading(section: str) -> None:
    st.header(session.t(f"methods.{section}"), anchor=section)


def _measures() -> None:
    t, language = session.t, session.language()
    _heading("measures")
    st.markdown(t("methods.measures_text"))
    for key, own in definitions.groups().items():
        name = t(f"group.{key}")
        is_short = len(own) <= _SHORT
        if is_short:
            group(name)
        place = (
            st.container() if is_short else st.expander(session.as_text("methods.group", group=name, count=len(own)))
        )
        with place:
            for note in definitions.common_notes(key):
                st.caption(t(f"note.{note}"))
            table = definitions.measures_of(key, language)
            readable(table, _WIDTHS if len(table.columns) == len(_WIDTHS) else _WIDTHS_WITHOUT_NOTES)


def _elsewhere() -> None:
    t, language = session.t, session.language()
    group(t("methods.others"))
    st.markdown(t("methods.others_text"))
    for made, table in definitions.accuracy_elsewhere(language).items():
        with st.expander(session.as_text("methods.group", group=t(f"accuracy.{made}"), count=len(table))):
            readable(table, (40, 12, 12, 12, 12, 12))


def _editions() -> None:
    t, language = session.t, session.language()
    _heading("editions")
    st.markdown(t("methods.editions_text"))
    for table in form.tables_of_form():
        lines = definitions.lines_of(table, language)
        with st.expander(session.as_text("methods.group", group=t(f"table.{table}"), count=len(lines))):
            if table is not Table.II:
                st.caption(session.as_text("methods.columns", columns=definitions.columns_of(table, language)))
            readable(lines, (30, 37, 33))
    for edition in form.editions_of(Table.STATISTICS):
        lines = definitions.lines_before_2019(edition, language)
        name = f"{t('table.pre2019')} · {edition_name(str(edition), language)}"
        with st.expander(session.as_text("methods.group", group=name, count=len(lines))):
            readable(lines, (56, 12, 32))


def _checks() -> None:
    t, language = session.t, session.language()
    _heading("checks")
    st.markdown(t("methods.checks_text"))
    readable(definitions.rules(language), (44, 14, 12, 10, 20), is_named=False)
    for table in (Table.III, Table.IV, Table.STATISTICS):
        group(t(f"table.{table}"))
        readable(definitions.checks_of(table, language), (60, 28, 12), is_named=False)
