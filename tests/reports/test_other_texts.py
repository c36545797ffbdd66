"""Texts as other extractors write them: what is not read right is doubted, and nothing is wrong without a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.documents.detect import read_bytes
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.quality import measure_quality
from analytics.simulate.render import FormSheet, TableRows, build_table_rows, render_tabbed_text, write_heading
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.radicals import RADICALS
from analytics.vocabulary.terms import Table

TITLE = "芮城县人民政府2023年政府信息公开工作年度报告"
Rows = list[list[str]]


def expanded(rows: TableRows, *, repeats: bool) -> Rows:
    """Spans as other software flattens them: their text repeated in every field, or blank in all but the first."""
    hanging: dict[int, tuple[int, str]] = {}
    found = []
    for row in rows:
        line: list[str] = []
        cells = list(row)
        while cells or hanging.get(len(line), (0, ""))[0]:
            left, text = hanging.get(len(line), (0, ""))
            if left:
                hanging[len(line)] = (left - 1, text)
                line.append(text if repeats else "")
                continue
            cell = cells.pop(0)
            for at in range(cell.colspan):
                hanging[len(line)] = (cell.rowspan - 1, cell.text)
                line.append(cell.text if not at or repeats else "")
        found.append(line)
    return found


def barred(rows: Rows) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def rule(rows: Rows) -> str:
    return "|" + "---|" * len(rows[0])


def as_markdown(rows: TableRows) -> str:
    lines = expanded(rows, repeats=True)
    return "\n".join([barred(lines[:1]), rule(lines), barred(lines[1:])])


def as_markdown_of_blanks(rows: TableRows) -> str:
    lines = expanded(rows, repeats=False)
    return "\n".join([barred(lines[:1]), rule(lines), barred(lines[1:])])


def under_made_up_heads(rows: TableRows) -> str:
    lines = expanded(rows, repeats=True)
    return "\n".join([barred([[f"数据{at}" for at, _ in enumerate(lines[0], start=1)]]), rule(lines), barred(lines)])


def as_a_table_a_row(rows: TableRows) -> str:
    lines = expanded(rows, repeats=True)
    return "\n\n".join(f"### 表{at}\n{barred([line])}\n{rule([line])}" for at, line in enumerate(lines))


def with_its_header_below(rows: TableRows) -> str:
    lines = expanded(rows, repeats=True)
    return barred([*lines[3:], *lines[:3]])


def with_a_page_number_inside(rows: TableRows) -> str:
    lines = expanded(rows, repeats=True)
    half = len(lines) // 2
    return "\n".join([barred(lines[:half]), "", "7", "", "---", "", barred(lines[half:])])


def in_columns(rows: TableRows) -> str:
    """Columns that spaces part, as wide as their longest text."""
    lines = expanded(rows, repeats=False)
    widths = [max(map(shown, column)) for column in zip(*lines, strict=True)]
    padded = (
        "   ".join(text + " " * (width - shown(text)) for text, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "\n".join(padded)


def as_mediawiki(rows: TableRows) -> str:
    lines = (f"| rowspan={cell.rowspan} colspan={cell.colspan} | {cell.text}" for row in rows for cell in row)
    cells = iter(lines)
    return "{|\n" + "\n|-\n".join("\n".join(next(cells) for _ in row) for row in rows) + "\n|}"


def as_asciidoc(rows: TableRows) -> str:
    width = len(expanded(rows, repeats=False)[0])
    lines = [" ".join(f"{cell.colspan}.{cell.rowspan}+|{cell.text}" for cell in row) for row in rows]
    return f'[cols="{width}*"]\n|===\n' + "\n\n".join(lines) + "\n|==="


def as_latex(rows: TableRows) -> str:
    lines = [" & ".join(cell.replace("&", r"\&") for cell in line) + r" \\" for line in expanded(rows, repeats=False)]
    return "\n".join([rf"\begin{{tabular}}{{{'l' * len(rows[0])}}}", r"\hline", *lines, r"\end{tabular}"])


def as_tbl(rows: TableRows) -> str:
    lines = ["@".join(f"T{{\n{cell}\nT}}" for cell in line) for line in expanded(rows, repeats=False)]
    return "\n".join([".TS", "tab(@);", "l l.", *lines, ".TE"])


def between_rules(rows: TableRows) -> str:
    """A grid table of reStructuredText, its labels broken over lines."""
    lines = [
        [[text[at : at + 8] for at in range(0, len(text), 8)] for text in line]
        for line in expanded(rows, repeats=False)
    ]
    rule = "+" + "+".join(["-" * 18] * len(lines[0])) + "+"
    drawn = [rule]
    for line in lines:
        for at in range(max(1, *map(len, line))):
            pieces = [cell[at] if at < len(cell) else "" for cell in line]
            drawn.append("|" + "|".join(f" {piece}" + " " * (17 - shown(piece)) for piece in pieces) + "|")
        drawn.append(rule)
    return "\n".join(drawn)


def shown(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


MANNERS = [
    as_markdown, as_markdown_of_blanks, under_made_up_heads, as_a_table_a_row, with_its_header_below,
    with_a_page_number_inside, in_columns, as_mediawiki, as_asciidoc, as_latex, as_tbl, between_rules,
]  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn, *, blanks: bool = True) -> FormSheet:
    edition = draw(st.sampled_from(form.list_editions(Table.III)))
    editions = dict.fromkeys((Table.II, Table.III, Table.IV), edition)
    rng = Random(draw(st.integers(0, 2**16)))
    pool = ["0", "7", "12", "351", "2086", *(["", "/"] if blanks else [])]
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, edition)]
    return FormSheet(TITLE, editions, {code: rng.choice(pool) for code in codes})


def parsed(sheet: FormSheet, manner: Callable[[TableRows], str]) -> Report:
    tables = [
        text
        for table in sheet.editions
        for text in ("## " + write_heading(table), manner(build_table_rows(sheet, table)))
    ]
    content = "\n\n".join([f"# {TITLE}", *tables, "## " + write_heading("V")])
    (report,) = parse(read_bytes(content.encode(), name="report.md"))
    return report


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.__name__)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets())
def test_nothing_is_wrong_without_a_word(manner: Callable[[TableRows], str], sheet: FormSheet) -> None:
    assert measure_quality(parsed(sheet, manner), sheet.printed).silent == 0


MARKUPS = [as_mediawiki, as_asciidoc, as_latex, as_tbl, between_rules]


@pytest.mark.parametrize("manner", MARKUPS, ids=lambda manner: manner.__name__)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets())
def test_tables_of_other_markups_are_read_cell_by_cell(manner: Callable[[TableRows], str], sheet: FormSheet) -> None:
    report = parsed(sheet, manner)
    assert measure_quality(report, sheet.printed).exact == len(sheet.printed)
    assert report.unread == ()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(blanks=False))
def test_a_full_table_of_markdown_is_read_cell_by_cell(sheet: FormSheet) -> None:
    report = parsed(sheet, as_markdown_of_blanks)
    assert measure_quality(report, sheet.printed).exact == len(sheet.printed)
    assert report.unread == ()


def test_radicals_that_fonts_draw_by_the_same_glyph_are_the_characters_they_look_like() -> None:
    printed = {cell.code: str(cell.code % 90) for cell in form.list_form_cells(Table.III, Edition("2021"))}
    text = render_tabbed_text(FormSheet(TITLE, {Table.III: Edition("2021")}, printed))
    mistaken = text.translate({plain: radical for radical, plain in RADICALS.items()})
    assert mistaken != text and "⺠" in mistaken
    (plain,), (found,) = (parse(read_bytes(one.encode(), name="a.txt")) for one in (text, mistaken))
    assert found.organ.name == plain.organ.name == "芮城县人民政府"
    assert [(fact.cell, fact.value) for fact in found.facts] == [(fact.cell, fact.value) for fact in plain.facts]
