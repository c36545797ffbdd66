"""The form, filled with printed cells → a document in one of several manners.

Used for transcriptions of published figures, and to prove that one report gives the same facts in every layout. Labels
come from ``vocabulary.form`` alone; every cell prints exactly the given text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

HEADINGS = dict(form.HEADINGS)
_NUMERALS = {"I": "一", "II": "二", "III": "三", "IV": "四", "V": "五", "VI": "六"}
_IDENTITY = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A filled form. ``printed`` maps cell codes to their text; a code that is absent prints blank.

    Tables without an edition are left out. ``notes`` are lines between title and tables.
    """

    title: str
    editions: Mapping[Table, Edition]
    printed: Mapping[int, str]
    notes: tuple[str, ...] = ()

    def text(self, table: Table, line: str, column: str) -> str:
        """The printed text at a place of the form."""
        return self.printed.get(form.find_cell(table, line, column).code, "")


@dataclass(frozen=True, slots=True)
class Span:
    """A cell of a statutory table with its spans; ``is_figure`` parts figures from labels."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    is_figure: bool = False


TableRows = list[list[Span]]


def write_heading(section: str) -> str:
    """二、主动公开政府信息情况 and its like."""
    if section == Table.STATISTICS:
        return _STATISTICS_HEADING
    return f"{_NUMERALS[section]}、{HEADINGS[section]}"


def build_table_rows(sheet: FormSheet, table: Table) -> TableRows:
    """The rows of a table with the spans of the official layout."""
    maker: dict[Table, Callable[[FormSheet], TableRows]] = {
        Table.II: _build_disclosure,
        Table.III: _build_requests,
        Table.IV: _build_remedies,
        Table.STATISTICS: _build_statistics,
    }
    return maker[table](sheet)


def _build_disclosure(sheet: FormSheet) -> TableRows:
    edition = sheet.editions[Table.II]
    blocks = form.find_table(Table.II, edition).blocks
    width = max(len(block.columns) for block in blocks)
    rows: TableRows = []
    for block in blocks:
        columns = tuple(form.list_leaves_in(block.columns))
        spans = _split_width(len(columns), width)
        heads = [_find_column_label(key) for key in columns]
        rows.append([Span(f"第二十条第（{block.paragraph}）项", width + 1)])
        rows.append([Span("信息内容"), *(Span(head, span) for head, span in zip(heads, spans, strict=True))])
        for line in form.list_leaves_in(block.lines):
            cells = [
                Span(sheet.text(Table.II, line, key), span, 1, True) for key, span in zip(columns, spans, strict=True)
            ]
            rows.append([Span(form.find_line(Table.II, line).label), *cells])
    return rows


def _split_width(count: int, width: int) -> list[int]:
    """The last column takes the space that is left."""
    return [1] * (count - 1) + [width - count + 1]


def _find_column_label(key: str) -> str:
    column = form.find_column(Table.II, key)
    return f"{column.label}（单位：万元）" if key == "charged" else column.label


def _build_requests(sheet: FormSheet) -> TableRows:
    edition = sheet.editions[Table.III]
    columns = [column.label for column in form.list_columns(Table.III)]
    rows: TableRows = [
        [Span(_IDENTITY, 3, 3), Span("申请人情况", 7)],
        [Span(columns[0], 1, 2), Span("法人或其他组织", 5), Span(columns[6], 1, 2)],
        [Span(label) for label in columns[1:6]],
    ]
    lines = form.list_printed_lines(Table.III, edition)
    leaves = [line for line in lines if not line.is_head]
    under = [line for line in leaves if line.parent]
    for line in leaves:
        figures = [
            Span(sheet.text(Table.III, line.key, column.key), 1, 1, True) for column in form.list_columns(Table.III)
        ]
        rows.append([*_list_labels(line, lines, under), *figures])
    return rows


def _list_labels(line: form.Line, lines: Sequence[form.Line], under: list[form.Line]) -> Iterator[Span]:
    if not line.parent:
        yield Span(line.label, 3)
        return
    if line is under[0]:
        yield Span(form.find_line(Table.III, "outcomes").label, 1, len(under))
    if line.parent == "outcomes":
        yield Span(_find_printed_label(line), 2)
        return
    group = [sibling for sibling in under if sibling.parent == line.parent]
    if line is group[0]:
        head = next(parent_line for parent_line in lines if parent_line.key == line.parent)
        yield Span(head.label, 1, len(group))
    yield Span(_find_printed_label(line))


def _find_printed_label(line: form.Line) -> str:
    """The label with the long tail that the official form prints."""
    return max((alias for alias in line.aliases if alias.startswith(line.label)), key=len, default=line.label)


def _build_remedies(sheet: FormSheet) -> TableRows:
    blocks = form.list_lines(Table.IV)
    results = [column.label for column in form.list_columns(Table.IV)]
    figures = [
        Span(sheet.text(Table.IV, block.key, column.key), 1, 1, True)
        for block in blocks
        for column in form.list_columns(Table.IV)
    ]
    return [
        [Span(blocks[0].label, 5), Span("行政诉讼", 10)],
        [*(Span(label, 1, 2) for label in results), *(Span(block.label, 5) for block in blocks[1:])],
        [Span(label) for label in results * 2],
        figures,
    ]


_STATISTICS_HEADING = "附表：政府信息公开情况统计表"


def _build_statistics(sheet: FormSheet) -> TableRows:
    """The table of a report before 2019: labels, units, codes in some, figures; heads have a dash for a figure."""
    edition = sheet.editions[Table.STATISTICS]
    printed = form.find_table(Table.STATISTICS, edition)
    columns = tuple(form.list_leaves_in(printed.blocks[0].columns))
    heads = printed.heads[: -len(columns)]
    rows: TableRows = [[Span(head) for head in printed.heads]]
    code = 0
    for line in form.list_printed_lines(Table.STATISTICS, edition):
        if line.is_head:
            rows.append([Span(line.label), *(Span("——") for _ in (*heads[1:], *columns))])
            continue
        code += 1
        codes = [Span(f"{code:02d}")] if len(heads) > 2 else []
        figures = [Span(sheet.text(Table.STATISTICS, line.key, key), 1, 1, True) for key in columns]
        rows.append([Span(_find_printed_label(line)), Span(line.counted_in), *codes, *figures])
    return rows


# Manners --------------------------------------------------------------------------------------------------


def render_html(sheet: FormSheet) -> str:
    """A page with the spans of the official layout."""
    parts = [f"<h1>{escape(sheet.title)}</h1>", *(f"<p>{escape(note)}</p>" for note in sheet.notes)]
    for table in sheet.editions:
        rows = "\n".join(
            f"<tr>{''.join(_render_td(span) for span in row)}</tr>" for row in build_table_rows(sheet, table)
        )
        parts += [f"<h2>{write_heading(table)}</h2>", f"<table>\n{rows}\n</table>"]
    body = "\n".join(parts)
    head = f'<head><meta charset="utf-8"><title>{escape(sheet.title)}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="zh">\n{head}\n<body>\n{body}\n</body>\n</html>\n'


def _render_td(span: Span) -> str:
    attributes = "".join(
        f' {name}="{count}"' for name, count in (("colspan", span.colspan), ("rowspan", span.rowspan)) if count > 1
    )
    return f"<td{attributes}>{escape(span.text) or '&nbsp;'}</td>"


def render_tabbed_text(sheet: FormSheet) -> str:
    """Text with a tab between cells."""
    return _render_text(sheet, lambda row: "\t".join(span.text for span in row))


def render_piped_text(sheet: FormSheet) -> str:
    """Text with a bar behind every cell."""
    return _render_text(sheet, lambda row: "".join(f"{span.text} | " for span in row).rstrip(" ") + " ")


def render_barred_cells(sheet: FormSheet) -> str:
    """One cell a line, a bar behind it: an empty cell is a line with a bar alone."""
    return _render_text(sheet, lambda row: "\n".join(f"{span.text} |".strip() for span in row))


def render_spaced_cells(sheet: FormSheet) -> str:
    """One cell a line, an empty line between cells; blank cells leave no trace, so only full forms are lossless."""
    return _render_text(sheet, lambda row: "\n\n".join(span.text for span in row if span.text), between="\n\n")


def render_lined_cells(sheet: FormSheet) -> str:
    """One cell a line, an empty line for an empty cell."""
    return _render_text(sheet, lambda row: "\n".join(span.text for span in row))


def _render_text(sheet: FormSheet, line: Callable[[list[Span]], str], between: str = "\n") -> str:
    parts = [sheet.title, *sheet.notes]
    for table in sheet.editions:
        parts += [write_heading(table), *(line(row) for row in build_table_rows(sheet, table))]
    return between.join([*parts, write_heading("V")]) + "\n"


MANNERS: Mapping[str, Callable[[FormSheet], str]] = {
    "html": render_html,
    "tabbed": render_tabbed_text,
    "piped": render_piped_text,
    "barred": render_barred_cells,
    "spaced": render_spaced_cells,
    "lined": render_lined_cells,
}
"""Every manner by name. ``spaced`` keeps facts only where no cell is blank."""
