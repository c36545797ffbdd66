"""Methods: what every figure means, generated from the vocabulary: measures, editions, identities, states, accuracy."""

from __future__ import annotations

import json
from importlib.resources import files

import pandas as pd
import streamlit as st

from analytics.dashboard import parts
from analytics.exports.notes import dictionary
from analytics.transforms.peers import EVERYWHERE
from analytics.transforms.ranking import LEAST_BASE
from analytics.vocabulary import form
from analytics.vocabulary.identities import identities
from analytics.vocabulary.measures import LAW_BREAK_YEAR, SMALL_BASE, SUSPECTED_FACTOR, measures, measures_per_resident
from analytics.vocabulary.terms import Edition, Status, Table
from analytics.words import Language
from analytics.words.numbers import number, percent

_TABLES = (Table.II, Table.III, Table.IV)


def show() -> None:
    """Draw the page. It needs no warehouse."""
    t, language = parts.t, parts.language()
    st.title(t("methods.title"))
    st.markdown(t("methods.lead"))
    st.subheader(t("methods.measures"))
    st.dataframe(
        dictionary([one.key for one in (*measures(), *measures_per_resident())], language),
        hide_index=True,
        key="methods-measures",
    )
    st.subheader(t("methods.changes"))
    st.markdown(
        t(
            "methods.changes_text",
            base=SMALL_BASE,
            factor=number(SUSPECTED_FACTOR, language),
            least=LEAST_BASE,
            law=LAW_BREAK_YEAR,
        )
    )
    st.subheader(t("methods.states"))
    states = pd.DataFrame([(t(f"status.{one}"), t(f"state_means.{one}")) for one in Status])
    st.dataframe(
        states.set_axis([t("column.status"), t("column.meaning")], axis=1), hide_index=True, key="methods-states"
    )
    st.subheader(t("methods.accuracy"))
    st.markdown(t("methods.accuracy_text"))
    st.dataframe(_accuracy(language), hide_index=True, key="methods-accuracy")
    st.subheader(t("methods.editions"))
    st.markdown(t("methods.editions_text"))
    for table in _TABLES:
        with st.expander(t(f"table.{table}")):
            st.dataframe(_cells(table, language), hide_index=True, key=f"methods-form-{table}")
    st.subheader(t("methods.identities"))
    st.markdown(t("methods.identities_text"))
    st.dataframe(_identities(language), hide_index=True, key="methods-identities")


def _accuracy(language: Language) -> pd.DataFrame:
    """The last measurement of how exactly each format is read, on simulated reports."""
    held = json.loads(files("analytics.dashboard").joinpath("accuracy.json").read_text("utf-8"))
    rows = [
        (
            parts.t(f"accuracy.{kind.replace(' ', '_')}"),
            number(one["cells"], language),
            percent(one["read"], language),
            percent(one["exact"], language),
            number(one["silent"], language),
            percent(one["flagged"], language),
        )
        for kind, one in held.items()
    ]
    names = ("format", "form_cells", "read_share", "exact_share", "silent", "flagged_share")
    return pd.DataFrame(rows, columns=[parts.t(f"column.{name}") for name in names])


def _cells(table: Table, language: Language) -> pd.DataFrame:
    """Every cell of a table with the editions that have it."""
    is_chinese = language is Language.ZH
    rows = [
        (
            cell.line.label if is_chinese else cell.line.english,
            cell.column.label if is_chinese else cell.column.english,
            *("✓" if edition in cell.editions else EVERYWHERE for edition in Edition),
        )
        for cell in form.cells()
        if cell.table is table and not cell.line.is_head
    ]
    names = [parts.t("column.form_line"), parts.t("column.form_column"), *map(str, Edition)]
    return pd.DataFrame(rows, columns=names)


def _identities(language: Language) -> pd.DataFrame:
    """Every identity with both of its sides, as labels of the form."""
    rows = []
    for table in _TABLES:
        for edition in Edition:
            for one in identities(table, edition):
                left, right = (_sum(codes, language) for codes in (one.left, one.right))
                rows.append((parts.t(f"table.{table}"), str(edition), one.where, f"{left} ＝ {right}"))
    names = [parts.t(f"column.{name}") for name in ("table", "edition", "where", "identity")]
    return pd.DataFrame(rows, columns=names).drop_duplicates(ignore_index=True)


def _sum(codes: tuple[int, ...], language: Language) -> str:
    cells = [form.cells_by_code()[code] for code in codes]
    is_chinese = language is Language.ZH
    lines = {cell.line.key for cell in cells}
    named = [cell.column if len(lines) == 1 and len(cells) > 1 else cell.line for cell in cells]
    return " ＋ ".join(one.label if is_chinese else one.english for one in named)
