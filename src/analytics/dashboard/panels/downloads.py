"""Files with exactly what a page shows, a button a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, say_escaped, write_link
from analytics.exports.files import render_csv
from analytics.exports.formats import FileFormat
from analytics.query.extracts import Extract, build_page_file
from analytics.words.numbers import number


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
    files: dict[FileFormat, Callable[[], bytes]] = {
        file_format: partial(build_page_file, extract, table, file_format, empty_years=empty_years)
        for file_format in FileFormat
    }
    files[FileFormat.CSV] = partial(render_csv, displayed, byte_order_mark=not plain)
    download_buttons(files, name, len(displayed))


def download_buttons(files: Mapping[FileFormat, Callable[[], bytes]], name: str, row_count: int) -> None:
    """A button a format, each with its number of rows; files are made when they are asked for."""
    rows = number(row_count, language())
    with st.container(horizontal=True):
        for ending, content in files.items():
            st.download_button(
                say_escaped(name_button(ending), rows=rows),
                content,
                f"{name}.{ending}",
                ending.media_type,
                key=f"{ending}-{name}",
                on_click="ignore",
            )


def name_button(ending: FileFormat) -> str:
    """The key of what the button of a format says; the notes alone have no number of rows."""
    return "download.notes" if ending is FileFormat.MARKDOWN else f"download.{ending}"
