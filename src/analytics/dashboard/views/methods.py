"""Methods: what every figure means, generated from the vocabulary: measures, breaks, states, checks, accuracy."""

from __future__ import annotations

import streamlit as st

from analytics.dashboard.panels import definitions
from analytics.dashboard.panels.readable import add_style, show_group_heading, show_readable_table
from analytics.dashboard.state import session
from analytics.transforms.groups.ranking import LEAST_RANKED_BASE
from analytics.vocabulary import form
from analytics.vocabulary.measures import LAW_BREAK_YEAR, SMALL_BASE, SUSPECTED_FACTOR
from analytics.vocabulary.terms import Table
from analytics.words.numbers import number
from analytics.words.render import name_edition

SECTIONS = ("measures", "changes", "breaks", "states", "accuracy", "editions", "checks")
_SHORT = 8
"""Rows of a list that is read as it stands; a longer one is opened."""
_WIDTHS, _WIDTHS_WITHOUT_NOTES = (23, 28, 8, 22, 19), (28, 45, 8, 19)


def show() -> None:
    """Draw the page. It needs no warehouse."""
    t = session.t
    add_style()
    st.title(t("methods.title"))
    st.markdown(t("methods.lead"))
    st.markdown(" · ".join(f"[{t(f'methods.{section}')}](#{section})" for section in SECTIONS))
    _show_measures()
    _show_heading("changes")
    st.markdown(
        session.say_escaped(
            "methods.changes_text",
            base=SMALL_BASE,
            factor=number(SUSPECTED_FACTOR, session.language()),
            least=LEAST_RANKED_BASE,
            law=LAW_BREAK_YEAR,
        )
    )
    _show_heading("breaks")
    st.markdown(t("methods.breaks_text"))
    show_readable_table(definitions.list_notes_of_law(session.language()), (68, 32), is_named=False)
    _show_heading("states")
    show_readable_table(definitions.list_states(session.language()), (28, 72))
    _show_heading("accuracy")
    st.markdown(t("methods.accuracy_text"))
    show_readable_table(definitions.list_accuracy(session.language()), (25, 15, 15, 15, 15, 15))
    _show_elsewhere()
    _show_editions()
    _show_checks()


def _show_heading(section: str) -> None:
    st.header(session.t(f"methods.{section}"), anchor=section)


def _show_measures() -> None:
    t, language = session.t, session.language()
    _show_heading("measures")
    st.markdown(t("methods.measures_text"))
    for key, group_measures in definitions.list_groups().items():
        name = t(f"group.{key}")
        is_short = len(group_measures) <= _SHORT
        if is_short:
            show_group_heading(name)
        place = (
            st.container()
            if is_short
            else st.expander(session.say_escaped("methods.group", group=name, count=len(group_measures)))
        )
        with place:
            for note in definitions.find_common_notes(key):
                st.caption(t(f"note.{note}"))
            table = definitions.describe_measures(key, language)
            show_readable_table(table, _WIDTHS if len(table.columns) == len(_WIDTHS) else _WIDTHS_WITHOUT_NOTES)


def _show_elsewhere() -> None:
    t, language = session.t, session.language()
    show_group_heading(t("methods.others"))
    st.markdown(t("methods.others_text"))
    for made, table in definitions.list_accuracy_elsewhere(language).items():
        with st.expander(session.say_escaped("methods.group", group=t(f"accuracy.{made}"), count=len(table))):
            show_readable_table(table, (40, 12, 12, 12, 12, 12))


def _show_editions() -> None:
    t, language = session.t, session.language()
    _show_heading("editions")
    st.markdown(t("methods.editions_text"))
    for table in form.list_tables_of_form():
        lines = definitions.list_lines(table, language)
        with st.expander(session.say_escaped("methods.group", group=t(f"table.{table}"), count=len(lines))):
            if table is not Table.II:
                st.caption(
                    session.say_escaped("methods.columns", columns=definitions.describe_columns(table, language))
                )
            show_readable_table(lines, (30, 37, 33))
    for edition in form.list_editions(Table.STATISTICS):
        lines = definitions.list_lines_before_2019(edition, language)
        name = f"{t('table.pre2019')} · {name_edition(str(edition), language)}"
        with st.expander(session.say_escaped("methods.group", group=name, count=len(lines))):
            show_readable_table(lines, (56, 12, 32))


def _show_checks() -> None:
    t, language = session.t, session.language()
    _show_heading("checks")
    st.markdown(t("methods.checks_text"))
    show_readable_table(definitions.list_rules(language), (44, 14, 12, 10, 20), is_named=False)
    for table in (Table.III, Table.IV, Table.STATISTICS):
        show_group_heading(t(f"table.{table}"))
        show_readable_table(definitions.list_checks(table, language), (60, 28, 12), is_named=False)
