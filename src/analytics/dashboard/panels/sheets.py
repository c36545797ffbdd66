"""A chart alone, for a frame in another page or for A4: its links on a page, its looks, its foot, its rows on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Chart
from analytics.charts.parts.wording import list_marks, write_change, write_state
from analytics.dashboard.markup import render
from analytics.dashboard.state import data
from analytics.dashboard.state.address import Sheet
from analytics.dashboard.state.session import language, say_escaped, t, write_link
from analytics.dashboard.state.sheet import find_only, find_sheet, write_sheet_link
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, find_measure
from analytics.words.numbers import day, number
from analytics.words.plain import escape_html

_AROUND = 260
"""Pixels of title, subtitle and foot about a chart in a frame, on a screen of any width but the narrowest."""
_MOST_ROWS = 200
"""Rows on paper; more are said and stand in the files."""
_HIDDEN = (
    "[data-testid=stHeader], [data-testid=stSidebar], [data-testid=stSidebarCollapsedControl], "
    "[data-testid=stExpandSidebarButton], [data-testid=stToolbar], [data-testid=stElementToolbar], .modebar"
)
_FLOW = (
    "[data-testid=stApp], [data-testid=stAppViewContainer], [data-testid=stMain], section, .stApp, html, body, #root"
)
_PAGE = """
@page {size: A4; margin: 14mm}
.sheet-rows {border-collapse: collapse; width: 100%; font-size: .72rem; color: #1f2933}
.sheet-rows th, .sheet-rows td {border-bottom: 1px solid #dfe4e8; padding: 2px 6px 2px 0; text-align: left;
  vertical-align: top}
.sheet-rows td.figure {font-variant-numeric: tabular-nums; white-space: nowrap}
.sheet-rows thead {display: table-header-group}
.sheet-rows tr, .chart-title, .chart-subtitle, .js-plotly-plot {break-inside: avoid}
.sheet-foot {font-size: .75rem; color: #55636f; overflow-wrap: anywhere}
"""
_PRINTED = f"""
@media print {{
{_HIDDEN}, .st-key-choices, [class*=st-key-saving-], [class*=st-key-share-], [data-testid=stButton], .stPopover,
  [data-testid=stDownloadButton], [class*=st-key-pages], .sheet-hint {{display: none !important}}
{_FLOW} {{position: static !important; overflow: visible !important; height: auto !important;
  display: block !important}}
[data-testid=stMainBlockContainer] {{padding: 0 !important; max-width: none !important}}
}}
"""
PRINT_STYLE = (
    _PAGE + _PRINTED + "@media print {[data-testid=stPlotlyChart] {zoom: .6} [data-testid=stMain] {width: 100%}}"
)
"""Of a whole page: on paper its choices, buttons and menus are left out, and charts are as wide as the page."""


def write_sheet_style(sheet: Sheet) -> str:
    """Style that leaves one chart, what is said about it, and warnings; the rest of its page is drawn and not seen."""
    key = find_only()
    named = ("sheet", "sheetnotes", *(["sheetrows"] if sheet is Sheet.PRINT else []))
    kept = [f".st-key-{name}-{key}" if key else f"[class*=st-key-{name}-]" for name in named]
    kept += ["[data-testid=stAlert]", ".sheet-hint"]
    spared = ", ".join([f":has({', '.join(kept)})", *kept, *(f"{one} *" for one in kept)])
    width = "180mm" if sheet is Sheet.PRINT else "none"
    return f"""{_PAGE}{_PRINTED}
{_HIDDEN} {{display: none !important}}
[data-testid=stMainBlockContainer] {{padding: .6rem !important; max-width: {width} !important}}
[data-testid=stMainBlockContainer] [data-testid=stVerticalBlock] > *:not({spared}) {{display: none !important}}
"""


def show_sheet_links(chart: Chart, key: str) -> None:
    """The address of this chart alone, how to put it into another page, and its page for paper."""
    with st.container(key=f"share-{key}"):
        box = st.popover(t("share.open"), icon=":material/share:", type="tertiary", on_change="rerun",
                         key=f"share-box-{key}")  # fmt: skip
    if not box.open:
        return
    link = write_link()
    frame = write_sheet_link(link, Sheet.EMBED, key)
    title = escape_html(chart.title.text)
    height = int(chart.layout["height"]) + _AROUND
    with box:
        st.caption(t("share.address"))
        st.code(frame, language=None, wrap_lines=True)
        st.caption(t("share.snippet"))
        st.code(
            f'<iframe src="{escape_html(frame)}" title="{title}" width="100%" height="{height}" '
            'style="border:0" loading="lazy"></iframe>',
            language="html",
            wrap_lines=True,
        )
        st.link_button(t("share.print"), write_sheet_link(link, Sheet.PRINT, key), icon=":material/print:")


def show_foot() -> None:
    """Below a chart that stands alone: whose it is, of which build, where the whole page is."""
    sheet = find_sheet()
    if sheet is None:
        return
    build = data.open_current_build().build
    link = write_sheet_link(write_link(), None)
    source = escape_html(t("share.foot", day=day(build.built_at, language()), build=build.build_id))
    address = escape_html(link)
    words = address if sheet is Sheet.PRINT else escape_html(t("share.whole"))
    st.html(f"<div class='sheet-foot'>{source}　<a href='{address}' target='_blank' rel='noopener'>{words}</a></div>")


def show_paper_rows(rows: pd.DataFrame, measures: Sequence[Measure], names: dict[int, str], key: str) -> None:
    """The rows behind a chart as a table of a page, on paper alone."""
    if find_sheet() is not Sheet.PRINT:
        return
    has_measures = len(measures) > 1
    keys = ["organ", "year", *(["measure"] if has_measures else []), "value", "difference", "marks"]
    lines = [_write_row(row, names, has_measures=has_measures) for row in each_row(rows.head(_MOST_ROWS))]
    _show_paper([t(f"column.{name}") for name in keys], lines, key, len(rows))


def show_paper_table(table: pd.DataFrame, key: str) -> None:
    """Any table with names of its columns, on paper."""
    lines = [
        [("figure" if isinstance(value, float) else "", _write_cell(value)) for value in row]
        for row in table.head(_MOST_ROWS).itertuples(index=False, name=None)
    ]
    _show_paper(list(map(str, table.columns)), lines, key, len(table))


def _write_cell(value: object) -> str:
    if isinstance(value, float):
        return number(value, language()) if pd.notna(value) else ""
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _show_paper(heads: Sequence[str], lines: Sequence[Sequence[tuple[str, str]]], key: str, count: int) -> None:
    """Rows of cells (class, text) below their heads; that there are more, where there are."""
    with st.container(key=f"sheetrows-{key}"):
        st.html(render("paper_table.html", heads=heads, lines=lines))
        if count > len(lines):
            words = {"count": number(count, language()), "shown": number(len(lines), language())}
            st.caption(say_escaped("share.more_rows", **words))


def _write_row(row: Any, names: dict[int, str], *, has_measures: bool) -> list[tuple[str, str]]:
    measure, spoken = find_measure(row.measure), language()
    return [
        ("", names.get(row.organ_id, "")),
        ("", str(int(row.year))),
        *([("", measure.named(spoken))] if has_measures else []),
        ("figure", write_state(row, measure, spoken)),
        ("", write_change(row, measure, spoken)),
        ("", t("list.clauses").join(list_marks(row, spoken))),
    ]
