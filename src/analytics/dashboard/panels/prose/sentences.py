"""The sentences behind a figure or a mark, each with a link to where it was printed."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from analytics.charts.parts.points import Quote
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.prose import listed, marked
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.transforms.rows import each_row
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

MOST = 30
"""Sentences on the page; the table has all."""


def quote_sentences(marks: pd.DataFrame) -> pd.DataFrame:
    """Marks of practices with the whole sentence as their place."""
    places = {"sentence_start": "start_at", "sentence_end": "end_at"}
    return marks.drop(columns=list(places.values())).rename(columns=places)


def show_sentences(build: data.OpenBuild, rows: pd.DataFrame, heading: str, key: str) -> None:
    """Sentences [report_id, organ_id, year, position, start_at, end_at, sentence] under a heading, with their table."""
    names = build.name_organs(language())
    with st.container(border=True):
        st.subheader(escape_markdown(heading))
        if rows.empty:
            st.caption(t("practices.no_sentence"))
            return
        shown = rows.head(MOST)
        st.html(marked.write_lines(_write_lines(build, shown, names)))
        table = pd.DataFrame({"organ": rows["organ_id"].map(names), "year": rows["year"], "sentence": rows["sentence"]})
        label = t("practices.sentences_table", count=number(len(rows), language()))
        listed.show_listed(build, Listed(f"sentences-{key}", table, heading, places=rows[PLACES], label=label))


def _write_lines(build: data.OpenBuild, rows: pd.DataFrame, names: dict[int, str]) -> Iterable[marked.Line]:
    for row in each_row(rows):
        quote = Quote(int(row.position), int(row.start_at), int(row.end_at))
        address = write_address(build.warehouse.build_id, int(row.report_id), Choice(language(), quote=quote))
        whose = marked.Piece(f"{names[row.organ_id]} {int(row.year)}　", "absent")
        yield marked.Line((whose, marked.Piece(str(row.sentence))), address, t("narrative.open"))
