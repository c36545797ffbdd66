"""A small table → text that wraps, for reading and not for sorting: rows become blocks on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.dashboard.markup import render
from analytics.words.plain import escape_html

STYLE = """
.readable {width: 100%; border-collapse: collapse; font-size: .88rem; line-height: 1.5; margin: .2rem 0 .8rem}
.readable th, .readable td {text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; font-weight: 400;
  border-bottom: 1px solid #e3e8ec; white-space: pre-line}
.readable thead th {color: #55636f; border-bottom: 1px solid #9aa7b2}
.readable.named tbody th {font-weight: 600}
.readable-group {font-size: 1.02rem; font-weight: 650; margin: .9rem 0 0; padding: 0}
@media (max-width: 640px) {
  .readable thead {display: none}
  .readable tr {display: block; border-bottom: 1px solid #cfd6dc; padding: .4rem 0}
  .readable th, .readable td {display: block; border: 0; padding: .08rem 0}
  .readable td:empty {display: none}
  .readable td::before {content: attr(data-name) "　"; color: #55636f}
}
"""


def add_style() -> None:
    """What tables of a page need once."""
    st.html(f"<style>{STYLE}</style>")


def show_group_heading(name: str) -> None:
    """The heading of a table."""
    st.html(f"<h4 class='readable-group'>{escape_html(name)}</h4>")


def show_readable_table(table: pd.DataFrame, widths: Sequence[int], *, is_named: bool = True) -> None:
    """Draw the table, its columns ``widths`` per cent wide. The first column names its row, or is what one reads."""
    st.html(write_html(table, widths, is_named=is_named))


def write_html(table: pd.DataFrame, widths: Sequence[int], *, is_named: bool = True) -> str:
    """The table as markup; its texts are text."""
    columns = list(zip(map(str, table.columns), widths, strict=True))
    rows = table.astype("str").itertuples(index=False, name=None)
    return render(
        "readable_table.html", columns=columns, rows=list(rows), kind="readable named" if is_named else "readable"
    )
