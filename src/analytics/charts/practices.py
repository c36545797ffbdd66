"""What agencies' reports of a year say of each practice. Required: cells [organ_id, year, practice, stance, report_id,
position, sentence_start, sentence_end, sentence], one row an agency and practice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.mark_matrix import Look, make_mark_traces, make_matrix_layout
from analytics.charts.parts.points import Point, Quote
from analytics.charts.parts.quoting import fold_sentence
from analytics.charts.parts.room import Room
from analytics.charts.parts.short_names import shorten_names
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.practices import Practice
from analytics.words import Language, say
from analytics.words.plain import escape_html

LOOKS = {
    "done": Look("circle", "#1f4e79", 13),
    "planned": Look("triangle-up", "#5aa9e6", 12),
    "shortcoming": Look("diamond-open", "#d9822b", 12),
    "none": Look("x-thin", "#7a6a53", 9),
    "not_mentioned": Look("line-ew-open", "#b8c1ca", 7),
}
"""By stance, as the legend has them."""


def name_practice(practice: Practice, language: Language) -> str:
    """What a practice is called."""
    return practice.chinese if language is Language.ZH else practice.english


_ARTICLES = re.compile(r"arts?\. (?P<numbers>.+)")
_OFFICE = re.compile(r"state council office (?P<year>\d{4})(?: no\. (?P<number>\d+))?")
_PROGRAMME = re.compile(r"programme (?P<year>\d{4})")


def write_basis(practice: Practice, language: Language) -> str:
    """What a practice rests on: articles of the Regulation, a notice, the yearly programmes, local rules."""
    for key, pattern in (("articles", _ARTICLES), ("office", _OFFICE), ("programme", _PROGRAMME)):
        if found := pattern.fullmatch(practice.basis):
            operands = {name: value for name, value in found.groupdict().items() if value}
            return say(f"practices.basis_{key}{'_number' if 'number' in operands else ''}", language, **operands)
    return say(f"practices.basis_{practice.basis.replace(' ', '_')}", language)


def draw_practices(
    cells: pd.DataFrame,
    practices: Sequence[Practice],
    names: Mapping[int, str],
    *,
    title: Title,
    language: Language,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: the agencies of ``names`` down in their order, practices across; each mark leads to its sentence."""
    rows = {organ_id: at for at, organ_id in enumerate(names)}
    short_names = shorten_names(names, list(names))
    columns = {practice.key: at for at, practice in enumerate(practices)}
    known = {practice.key: name_practice(practice, language) for practice in practices}
    shown = cells[cells["organ_id"].isin(list(rows)) & cells["practice"].isin(list(columns))]
    marks = pd.DataFrame(
        {
            "row": shown["organ_id"].map(rows),
            "column": shown["practice"].map(columns),
            "state": shown["stance"],
            "point": [_write_point(row) for row in each_row(shown)],
            "hover": [_write_hover(row, names[row.organ_id], known[row.practice], language) for row in each_row(shown)],
        }
    )
    stances = {stance: say(f"practices.stance.{stance}", language) for stance in LOOKS}
    layout = make_matrix_layout(
        list(short_names.values()), list(known.values()), room, legend_lines=1 if room is Room.WIDE else 3
    )
    return Chart(title, make_mark_traces(marks, LOOKS, stances), layout)


def _write_point(row: Any) -> str:
    """What a mark carries: the sentence, or where there is none, nothing that could be opened but the report."""
    if pd.isna(row.position):
        return Point.of(row).write()
    return Point.of(row, quote=Quote(int(row.position), int(row.sentence_start), int(row.sentence_end))).write()


def _write_hover(row: Any, organ: str, practice: str, language: Language) -> str:
    lines = [
        f"<b>{escape_html(organ)}</b>　{int(row.year)}",
        f"{escape_html(practice)}：{say(f'practices.stance.{row.stance}', language)}",
    ]
    return "<br>".join([*lines, *fold_sentence(row.sentence)])
