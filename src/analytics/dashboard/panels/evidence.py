"""The printed cells behind a value: what they say, where they stand, and the document around them, read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.parts.points import Point
from analytics.dashboard.markup import render
from analytics.dashboard.panels import reviewing
from analytics.dashboard.panels.facsimile.drawer import open_drawer, write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.documents.excerpt import Excerpt, ExcerptCell, Head
from analytics.errors import CountyScopeError
from analytics.transforms.organ.documents import number_findings, select_told
from analytics.transforms.rows import each_row
from analytics.transforms.series.sums import is_sum
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure
from analytics.warehouse.records import Evidence
from analytics.words import Language
from analytics.words.numbers import number
from analytics.words.plain import escape_html, escape_markdown
from analytics.words.render import mark_finding, write_error, write_finding

_CELL = "border:1px solid #dfe4e8;padding:3px 8px;min-width:2.6em;max-width:min(15em,36vw);"
_HEAD = "background:#f4f6f8;font-weight:500;text-align:left;"
_MARKED = "background:#fdf0d5;font-weight:700;outline:2px solid #d9822b;"
_FRAME = "overflow-x:auto;font-size:13px"


def show_evidence(build: data.OpenBuild, point: Point | None, measure: Measure, *, key: str = "evidence") -> None:
    """The printed cells behind a clicked point or row, and where they stand in the document. A page that may show two
    of them gives each a ``key``."""
    if point is None:
        st.caption(t("evidence.hint"))
        return
    if is_sum(point.organ_id):
        st.caption(t("evidence.sum"))
        return
    name, (what, cells) = build.name_organs(language())[point.organ_id], _describe_mark(point, measure)
    with st.container(border=True):
        st.subheader(say_escaped("evidence.title", organ=name, year=point.year, measure=what))
        found = [] if point.report_id is None else data.read_evidence(build.warehouse.build_id, point.report_id, cells)
        if point.report_id is None or not found:
            st.write(t("evidence.none"))
            return
        st.dataframe(_list_cells(found), hide_index=True, key=f"{key}-cells")
        _show_document(found)
        _show_findings(build, point.report_id, key)
        codes = [cell.cell for cell in found]
        reviewing.show_figure_forms(build, point.report_id, codes, f"{key}-{point.report_id}-{codes[0]}")
    choice = Choice(language(), point.cells, measure="" if point.cells else measure.key)
    open_drawer(build.warehouse.build_id, point.report_id, choice)


def _describe_mark(point: Point, measure: Measure) -> tuple[str, tuple[int, ...]]:
    """What a mark leads to, in words and as cells: those of the measure, or those that it carries, named by the line
    and the column that they have in common."""
    if not point.cells:
        return measure.named(language()), tuple(sorted(measure.all_cells))
    cells = [form.map_cells_by_code()[code] for code in point.cells]
    lines, columns = (
        list(dict.fromkeys(ends)) for ends in zip(*((cell.line, cell.column) for cell in cells), strict=True)
    )
    both = [first for first, *more in (lines, columns) if not more]
    words = " · ".join(part.label if language() is Language.ZH else part.english for part in both)
    return words or t("evidence.several"), point.cells


def show_report_evidence(build: data.OpenBuild, point: Point) -> None:
    """The report that a point is of: its document and what the checks found in it."""
    if point.report_id is None:
        return
    report = build.reports[build.reports["report_id"] == point.report_id]
    with st.container(border=True):
        st.subheader(
            say_escaped("evidence.report", organ=build.name_organs(language())[point.organ_id], year=point.year)
        )
        for row in each_row(report):
            _show_address(str(row.file), row.origin, None if pd.isna(row.url) else row.url)
        _show_findings(build, point.report_id, "report", expanded=True)
    open_drawer(build.warehouse.build_id, point.report_id, Choice(language(), is_whole=True))


def _list_cells(found: Sequence[Evidence]) -> pd.DataFrame:
    rows = [
        (
            f"{cell.table} · {cell.line} · {cell.column_label}",
            cell.printed or t("evidence.blank"),
            cell.printed_label,
            _describe_where(cell),
            t(f"read_from.{cell.read_from}"),
            t("list.clauses").join(_list_marks(cell)),
        )
        for cell in found
    ]
    names = (
        "evidence.cell",
        "evidence.printed",
        "evidence.label",
        "evidence.where",
        "column.read_from",
        "column.marks",
    )
    return pd.DataFrame(rows, columns=[t(name) for name in names])


def _list_marks(cell: Evidence) -> Iterator[str]:
    """That a cell is in doubt, and what stands in its place, by whom and why."""
    if not cell.is_certain:
        yield t("mark.uncertain")
    if cell.corrected is not None:
        yield t("evidence.corrected", value=number(cell.corrected, language()), **_describe_correction(cell))


def _describe_correction(cell: Evidence) -> dict[str, str | None]:
    return {"reason": cell.reason, "source": cell.correction_source, "by": cell.written_by, "at": cell.written_at}


def _describe_where(cell: Evidence) -> str:
    parts = []
    if cell.grid is not None and cell.row is not None and cell.column is not None:
        parts.append(t("evidence.in_grid", grid=cell.grid + 1, row=cell.row + 1, column=cell.column + 1))
    if cell.source_line is not None:
        parts.append(t("evidence.on_line", line=cell.source_line))
    return " · ".join(parts)


def _show_document(found: Sequence[Evidence]) -> None:
    first = found[0]
    _show_address(
        first.file, first.origin, first.url or (first.source if str(first.source).startswith("http") else None)
    )
    try:
        around = data.read_excerpt_of(first)
    except CountyScopeError as refusal:
        st.warning(escape_markdown(write_error(refusal, language())))
        return
    if around is not None:
        st.caption(t("evidence.around"))
        st.html(write_excerpt(around))


def _show_address(file: str, origin: str, url: str | None) -> None:
    """File and origin, and where the source list gives an address of the web, a link to it."""
    facts = [escape_html(t("evidence.file", file=file)), escape_html(t(f"origin.{origin}"))]
    if url and url.startswith(("http://", "https://")):
        name = escape_html(t("evidence.open"))
        facts.append(f"<a href='{escape_html(url)}' target='_blank' rel='noopener noreferrer'>{name}</a>")
    else:
        facts.append(escape_html(url or t("evidence.no_address")))
    st.html(f"<p class='source'>{' · '.join(facts)}</p>")


class _Cell(NamedTuple):
    """A cell as the page has it."""

    tag: str
    rowspan: int
    colspan: int
    scope: str
    style: str
    text: str
    is_marked: bool


def write_excerpt(around: Excerpt) -> str:
    """The excerpt as a table with merged cells as in the document. It scrolls within itself, by keyboard as well."""
    return render(
        "excerpt_table.html",
        frame=_FRAME,
        label=t("evidence.around"),
        gap=f"{_CELL}text-align:center",
        width=max((sum(cell.colspan for cell in row) for row in (*around.header, *around.rows)), default=1),
        header=[list(map(_describe_cell, row)) for row in around.header],
        rows=[list(map(_describe_cell, row)) for row in around.rows],
    )


def _describe_cell(cell: ExcerptCell) -> _Cell:
    is_group = cell.head is not None and (cell.colspan if cell.head is Head.COLUMN else cell.rowspan) > 1
    scope = "" if cell.head is None else f"{cell.head}{'group' if is_group else ''}"
    style = _CELL + (_HEAD if cell.head else "") + (_MARKED if cell.is_marked else "")
    return _Cell(
        "td" if cell.head is None else "th", cell.rowspan, cell.colspan, scope, style, cell.text, cell.is_marked
    )


def _show_findings(build: data.OpenBuild, report_id: int, key: str, *, expanded: bool = False) -> None:
    build_id = build.warehouse.build_id
    told = number_findings(select_told(data.read_findings(build_id, (report_id,))))
    if told.empty:
        return
    listed = "\n".join(
        f"- **{mark_finding(row.severity, row.verdict, language())}** "
        f"[{escape_markdown(write_finding(row.rule, row.operands, language()))}]"
        f"({escape_markdown(write_address(build_id, report_id, Choice(language(), finding=int(row.number))))})"
        for row in each_row(told)
    )
    st.expander(
        say_escaped("evidence.findings", count=len(told)), expanded=expanded, key=f"told-{key}-{report_id}"
    ).markdown(listed)
