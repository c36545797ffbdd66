"""Files with exactly what a page shows, a button a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, say_escaped, t, write_link
from analytics.exports.files import render_csv
from analytics.query.extracts import Extract
from analytics.query.extracts import build_page_file as shown_file
from analytics.words.numbers import number

_MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "md": "text/markdown",
}


def extract_of(build: data.OpenBuild, keys: Sequence[str], *, shape: str, names: str | None) -> Extract:
    """What a file of this page says of itself: its notes are in the page's language, its link is the address."""
    return Extract(
        warehouse=build.warehouse,
        organs=build.organs,
        reports=build.reports,
        measures=tuple(keys),
        organ_ids=(),
        years=(),
        shape=shape,
        names=names or language(),
        link=write_link(),
        language=language(),
        are_all_organs=False,
    )


def show_downloads(
    extract: Extract, table: pd.DataFrame, displayed: pd.DataFrame, name: str, *, plain: bool, empty_years: str
) -> None:
    """Files with exactly the rows of the screen, ``shown`` there and made of their long ``table``, and their notes."""
    files: dict[str, Callable[[], bytes]] = {
        made: partial(shown_file, extract, table, made, empty_years=empty_years) for made in ("xlsx", "parquet", "md")
    }
    files = {"csv": partial(render_csv, displayed, byte_order_mark=not plain)} | files
    download_buttons(files, name, len(displayed))


def download_buttons(files: Mapping[str, Callable[[], bytes]], name: str, row_count: int) -> None:
    """A button a format, each with its number of rows; files are made when they are asked for."""
    rows = number(row_count, language())
    with st.container(horizontal=True):
        for made, content in files.items():
            label = t("download.notes") if made == "md" else say_escaped(f"download.{made}", rows=rows)
            st.download_button(label, content, f"{name}.{made}", _MIME[made], key=f"{made}-{name}", on_click="ignore")
