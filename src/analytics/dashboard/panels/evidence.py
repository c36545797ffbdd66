"""The printed cells behind a value: what they say, where they stand, and the document around them, read again."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.charts.parts.theme import marked_cells
from analytics.dashboard.panels.facsimile.drawer import forget_closed, open_drawer
from analytics.dashboard.state import data
from analytics.dashboard.state.session import as_text, language, t
from analytics.documents.excerpt import Excerpt, Head, Shown
from analytics.errors import CountyScopeError
from analytics.transforms.rows import each_row
from analytics.transforms.series.sums import is_sum
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure
from analytics.warehouse.records import Evidence
from analytics.words import Language
from analytics.words.plain import escape_html, escape_markdown
from analytics.words.render import error, finding

_CELL = "border:1px solid #dfe4e8;padding:3px 8px;min-width:2.6em;max-width:min(15em,36vw);"
_HEAD = "background:#f4f6f8;font-weight:500;text-align:left;"
_MARKED = "background:#fdf0d5;font-weight:700;outline:2px solid #d9822b;"
_FRAME = "overflow-x:auto;font-size:13px"


def evidence_panel(
    held: data.Collection, point: Sequence[object] | None, wanted: Measure, *, key: str = "evidence"
) -> None:
    """The printed cells behind a clicked point or row, and where they stand in the document. A page that may show two
    of them gives each a ``key``."""
    if point is None:
        forget_closed()
        st.caption(t("evidence.hint"))
        return
    report_id, organ_id, year = (int(str(one)) for one in point[:3])
    if is_sum(organ_id):
        st.caption(t("evidence.sum"))
        return
    name, (what, cells) = held.names[organ_id], _asked(point, wanted)
    with st.container(border=True):
        st.subheader(as_text("evidence.title", organ=name, year=year, measure=what))
        found = data.evidence(held.warehouse.build_id, report_id, cells) if report_id >= 0 else []
        if not found:
            st.write(t("evidence.none"))
            return
        st.dataframe(_cells_frame(found), hide_index=True, key=f"{key}-cells")
        _document(found)
        _findings(held, report_id)
    open_drawer(held.warehouse.build_id, report_id, [cell.cell for cell in found], key=key)


def _asked(point: Sequence[object], wanted: Measure) -> tuple[str, tuple[int, ...]]:
    """What a mark leads to, in words and as cells: those of the measure, or those that it carries, named by the line
    and the column that they have in common."""
    codes = marked_cells(str(point[3])) if len(point) > 3 else ()
    if not codes:
        return wanted.named(language()), tuple(sorted(wanted.all_cells))
    cells = [form.cells_by_code()[code] for code in codes]
    lines, columns = (
        list(dict.fromkeys(ends)) for ends in zip(*((cell.line, cell.column) for cell in cells), strict=True)
    )
    both = [one for one, *more in (lines, columns) if not more]
    words = " · ".join(one.label if language() is Language.ZH else one.english for one in both)
    return words or t("evidence.several"), codes


def report_panel(held: data.Collection, point: Sequence[object]) -> None:
    """One report: its document and what the checks found in it."""
    report_id, organ_id, year = (int(str(one)) for one in point[:3])
    report = held.reports[held.reports["report_id"] == report_id]
    with st.container(border=True):
        st.subheader(as_text("evidence.report", organ=held.names[organ_id], year=year))
        for row in each_row(report):
            _address_of(str(row.file), row.origin, None if pd.isna(row.url) else row.url)
        _findings(held, report_id, expanded=True)
    open_drawer(held.warehouse.build_id, report_id, key=f"report-{report_id}")


def _cells_frame(found: Sequence[Evidence]) -> pd.DataFrame:
    rows = [
        (
            f"{one.table} · {one.line} · {one.column_label}",
            one.printed or t("evidence.blank"),
            one.printed_label,
            _where(one),
            t(f"read_from.{one.read_from}"),
            "" if one.is_certain else t("mark.uncertain"),
        )
        for one in found
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


def _where(one: Evidence) -> str:
    parts = []
    if one.grid is not None and one.row is not None and one.column is not None:
        parts.append(t("evidence.in_grid", grid=one.grid + 1, row=one.row + 1, column=one.column + 1))
    if one.source_line is not None:
        parts.append(t("evidence.on_line", line=one.source_line))
    return " · ".join(parts)


def _document(found: Sequence[Evidence]) -> None:
    first = found[0]
    _address_of(first.file, first.origin, first.url or (first.source if str(first.source).startswith("http") else None))
    try:
        around = data.excerpt_of(first)
    except CountyScopeError as refusal:
        st.warning(escape_markdown(error(refusal, language())))
        return
    if around is not None:
        st.caption(t("evidence.around"))
        st.html(_as_table(around))


def _address_of(file: str, origin: str, url: str | None) -> None:
    """File and origin, and where the source list gives an address of the web, a link to it."""
    facts = [escape_html(t("evidence.file", file=file)), escape_html(t(f"origin.{origin}"))]
    if url and url.startswith(("http://", "https://")):
        name = escape_html(t("evidence.open"))
        facts.append(f"<a href='{escape_html(url)}' target='_blank' rel='noopener noreferrer'>{name}</a>")
    else:
        facts.append(escape_html(url or t("evidence.no_address")))
    st.html(f"<p class='source'>{' · '.join(facts)}</p>")


def _as_table(around: Excerpt) -> str:
    """The excerpt as a table with merged cells as in the document. It scrolls within itself, by keyboard as well."""
    rows = [_as_row(row) for row in around.header]
    if rows:
        width = max(sum(cell.colspan for cell in row) for row in (*around.header, *around.rows))
        rows.append(f"<tr><td colspan='{width}' style='{_CELL}text-align:center'>⋯</td></tr>")
    rows += [_as_row(row) for row in around.rows]
    label = escape_html(t("evidence.around"))
    return (
        f"<div style='{_FRAME}' tabindex='0' role='region' aria-label='{label}'>"
        f"<table class='excerpt' style='border-collapse:collapse;width:max-content'>{''.join(rows)}</table></div>"
    )


def _as_row(cells: Sequence[Shown]) -> str:
    return f"<tr>{''.join(map(_as_cell, cells))}</tr>"


def _as_cell(cell: Shown) -> str:
    tag = "td" if cell.head is None else "th"
    spans = "".join(
        f" {name}='{count}'" for name, count in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if count > 1
    )
    is_group = cell.head is not None and (cell.colspan if cell.head is Head.COLUMN else cell.rowspan) > 1
    scope = "" if cell.head is None else f" scope='{cell.head}{'group' if is_group else ''}'"
    style = _CELL + (_HEAD if cell.head else "") + (_MARKED if cell.is_marked else "")
    text = escape_html(cell.text) or "&nbsp;"
    return f"<{tag}{spans}{scope} style='{style}'>{f'<strong>{text}</strong>' if cell.is_marked else text}</{tag}>"


def _findings(held: data.Collection, report_id: int, *, expanded: bool = False) -> None:
    rows = data.findings(held.warehouse.build_id, (report_id,))
    shown = rows[rows["severity"] != "note"]
    if len(shown):
        with st.expander(as_text("evidence.findings", count=len(shown)), expanded=expanded):
            for row in each_row(shown):
                said = escape_markdown(finding(row.rule, row.operands, language()))
                st.markdown(f"- **{t(f'severity.{row.severity}')}** {said}")
