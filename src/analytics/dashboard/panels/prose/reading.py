"""One report's prose by section, and the figures that were read in it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Quote
from analytics.charts.side_by_side import draw_side_by_side
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.prose import choosing, listed, marked
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.prose.sameness.parts import PartKind, part_text
from analytics.prose.search.excerpts import find_in_text
from analytics.prose.search.index import can_be_searched, split_words
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.subjects import SUBJECT_BY_KEY
from analytics.words import Language
from analytics.words.numbers import number

_BEGINNING = 60
"""Characters by which a section is found in its document."""


def show_reading(build: data.OpenBuild, before: Selection) -> None:
    """A report of one agency: how long its sections are, its text, its figures."""
    organ_id, name, year = choosing.choose_told_report(build, before)
    if year is None:
        st.info(say_escaped("narrative.organ_without", organ=name))
        return
    report_id = choosing.find_report(build, organ_id, year)
    sections = data.read_narrative(build.warehouse.build_id, (report_id,))
    told = sections[(sections["text"] != "")]
    _show_lengths(build, told, name, year, report_id)
    _show_figures(build, report_id, name, year)
    words = [word for word in split_words(before.query or "") if can_be_searched(word)]
    if words:
        st.caption(say_escaped("narrative.marked_words", words=before.query))
    st.html(
        marked.write_lines(
            line for section in each_row(sections) for line in _write_section(build, report_id, section, words)
        )
    )


def _show_lengths(build: data.OpenBuild, told: pd.DataFrame, name: str, year: int, report_id: int) -> None:
    counts = pd.DataFrame(
        [(section.heading or t("narrative.start"), _count_characters(str(section.text))) for section in each_row(told)],
        columns=["label", "characters"],
    )
    counts = counts.groupby("label", sort=False)[["characters"]].sum().reset_index()
    total = number(int(counts["characters"].sum()), language())
    title = t("narrative.read_title", organ=name, year=year, count=total)
    chart = draw_side_by_side(
        counts.assign(kind=str(PartKind.OWN)),
        Title(title, t("narrative.read_subtitle")),
        {kind: t("narrative.length") if kind == PartKind.OWN else "" for kind in map(str, PartKind)},
        language(),
        find_room(),
    )
    chart.layout["showlegend"] = False
    charts.show_chart(chart, title, "sections")
    table = counts.rename(columns={"label": "section"})
    listed.show_listed(build, Listed("sections", table, title, reports=(report_id,)))


def _count_characters(text: str) -> int:
    return sum(part.characters for part in part_text(text, ""))


def _show_figures(build: data.OpenBuild, report_id: int, name: str, year: int) -> None:
    """What the prose counts, a row a figure; a click opens its clause."""
    figures = prose.read_figures(build.warehouse.build_id, report_id)
    if figures.empty:
        st.caption(t("narrative.no_figures"))
        return
    subjects = [
        SUBJECT_BY_KEY[key].chinese if language() is Language.ZH else SUBJECT_BY_KEY[key].english
        for key in figures["subject"]
    ]
    periods = [t(f"narrative.period.{period}") if isinstance(period, str) else "" for period in figures["period"]]
    table = pd.DataFrame(
        {
            "subject": subjects,
            "printed": figures["printed"],
            "of_period": periods,
            "of_year": figures["year"],
            "sentence": figures["clause"],
        }
    )
    places = pd.DataFrame(
        {
            "report_id": report_id,
            "position": figures["position"],
            "start_at": figures["clause_start"],
            "end_at": figures["clause_end"],
        }
    )[PLACES]
    label = t("narrative.figures_table", count=number(len(table), language()))
    sentence = t("narrative.figures_of", organ=name, year=year)
    listed.show_listed(build, Listed("prose-figures", table, sentence, places=places, label=label))


def _write_section(build: data.OpenBuild, report_id: int, section: Any, words: list[str]) -> list[marked.Line]:
    text, position = str(section.text), int(section.position)
    heading = str(section.heading) or t("narrative.start")
    if not text.strip():
        return (
            [marked.Line((marked.Piece(t("narrative.no_text"), "absent"),), heading=heading)]
            if section.number in ("I", "V", "VI")
            else []
        )
    address = write_address(
        build.warehouse.build_id, report_id, Choice(language(), quote=Quote(position, 0, min(len(text), _BEGINNING)))
    )
    lines = [marked.Line((), address, t("narrative.open"), heading)]
    for paragraph in text.split("\n"):
        if paragraph.strip():
            hits = (
                [marked.Stretch(hit.start, hit.end, "hit") for hit in find_in_text(paragraph, words)] if words else []
            )
            lines.append(marked.Line(tuple(marked.cut_pieces(paragraph, hits))))
    return lines
