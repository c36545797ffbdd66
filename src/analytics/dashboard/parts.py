"""Pieces of pages: language, address, a chart with its table, downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from plotly.basedatatypes import BaseFigure
from streamlit.delta_generator import DeltaGenerator

from analytics.charts.theme import Figure
from analytics.charts.wording import missing_sentence
from analytics.dashboard import address, data, opening, since
from analytics.dashboard.address import Selection
from analytics.dashboard.saving import saving
from analytics.exports.files import as_csv
from analytics.exports.table import LONG_SHAPE, WIDE, long_table, shaped
from analytics.query.extracts import Extract
from analytics.query.extracts import shown as shown_file
from analytics.transforms.revisions import Shown
from analytics.transforms.rows import each_row
from analytics.transforms.sums import is_sum, rows_of_sums
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

_MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "md": "text/markdown",
}
CHART_CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": [
        "toImage",
        "zoom2d",
        "pan2d",
        "select2d",
        "lasso2d",
        "zoomIn2d",
        "zoomOut2d",
        "autoScale2d",
    ],
}


def language() -> Language:
    """The language of this session."""
    return Language(st.session_state.get("language", Language.ZH))


def t(key: str, **operands: object) -> str:
    """A sentence in the language of this session."""
    return say(key, language(), **operands)


def as_text(key: str, **operands: object) -> str:
    """As ``t``, for what takes Markdown: shown as it reads, whatever its operands hold."""
    return escape_markdown(t(key, **operands))


def selection(held: data.Collection) -> Selection:
    """What the address asks for, else what this session last showed; unknown values are said on the page."""
    reading = address.read(opening.parameters(), organs=held.keys, years=held.span)
    opening.complain(opening.strangers(reading, language()))
    since.follow(reading, held)
    if not st.session_state.get("is_opened"):
        st.session_state["is_opened"] = True
        st.session_state["opened_with"] = address.write(replace(reading.selection, language=None, build=None))
    return st.session_state.get("selection", reading.selection) if opening.is_bare() else reading.selection


def remember(
    chosen: Selection, held: data.Collection, shown: Shown | None = None, *, kept: Selection | None = None
) -> None:
    """Put the view into the address and keep it, or ``kept``, for the other pages; say what changed in it since a link
    was made. ``shown`` is needed where a page shows other figures than its address names."""
    since.note(held, chosen, shown, language())
    _say_what_is_not_shown(chosen)
    st.session_state["selection"] = kept or chosen
    opening.put(address.write(replace(chosen, language=language(), build=held.warehouse.build_id)))


def _say_what_is_not_shown(chosen: Selection) -> None:
    """Where an address asks for what exists but this page cannot show, the page says so when it opens."""
    shown = address.write(replace(chosen, names=chosen.names or str(language())))
    asked = st.session_state.pop("opened_with", {}).items()
    opening.complain(
        t("page.not_shown", name=name, value=opening.shortened(one))
        for name, value in asked
        for one in (value if isinstance(value, list) else [value])
        if one not in (now if isinstance(now := shown.get(name, []), list) else [now])
    )


# Charts and tables ----------------------------------------------------------------------------------------


class _Drawn(BaseFigure):  # type: ignore[misc]
    """A figure that Streamlit sends as it is.

    A dict would be checked property by property on every rerun, which takes longer than drawing it; the tests check
    every chart instead.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def to_dict(self) -> Figure:
        return self._figure


def chart(figure: Figure, summary: str, key: str) -> list[Any] | None:
    """A chart with its sentence for those who cannot see it; the point that was clicked, if any.

    Title and subtitle stand above the plot as text, where they wrap on a narrow screen.
    """
    heading, _, beneath = figure["layout"]["title"]["text"].partition("<br>")
    st.html(f"<div class='chart-title'>{heading}</div><div class='chart-subtitle'>{beneath}</div>")
    margin = {**figure["layout"]["margin"], "t": 28}
    drawn = {**figure, "layout": {**figure["layout"], "title": None, "margin": margin}}
    event = st.plotly_chart(
        _Drawn(drawn),
        theme=None,
        config=CHART_CONFIG,
        on_select="rerun",
        selection_mode="points",
        key=key,
        alt=summary,
    )
    saving(figure, key, language(), data.collection().warehouse.build_id)
    points = event.selection.points if event else []
    carried = points[0].get("customdata") if points else None
    return carried.split() if isinstance(carried, str) else list(carried) if carried else None


def notes(*wanted: Measure) -> None:
    """Formulas and the notes of law and coverage, each of them once."""
    formulas = [one.formula if language() is Language.ZH else one.formula_english for one in wanted]
    lines = [t("page.formula", formula=formula) for formula in formulas if formula]
    lines += [t(f"note.{note}") for one in wanted for note in one.notes]
    if lines:
        st.caption("  \n".join(map(escape_markdown, dict.fromkeys(lines))))


def table(frame: pd.DataFrame, key: str, *, is_clickable: bool = True) -> int | None:
    """The table behind a chart; the row that was clicked, if any."""
    formats = {
        name: st.column_config.NumberColumn(format="localized")
        for name in frame.select_dtypes("number").columns
        if name not in _year_columns()
    }
    formats |= {name: st.column_config.NumberColumn(format="%d") for name in _year_columns() if name in frame.columns}
    if not is_clickable:
        st.dataframe(frame, hide_index=True, key=key, column_config=formats, placeholder="")
        return None
    event = st.dataframe(
        frame,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        column_config=formats,
        placeholder="",
    )
    return event.selection.rows[0] if event.selection.rows else None


@cache
def _year_columns() -> frozenset[str]:
    """Names of columns that hold years, in every naming: written without a thousands mark."""
    keys = ("year", "stated_by_year")
    return frozenset((*keys, *(say(f"column.{key}", one) for key in keys for one in Language)))


def names(held: data.Collection, frame: pd.DataFrame) -> dict[int, str]:
    """Names by organ id, with those of the sums in a frame: how many counties of how many they hold."""
    sums = {
        row.organ_id: t("sum.name", organ=held.names[row.above], members=row.members, of=row.of)
        for row in each_row(rows_of_sums(frame))
    }
    return held.names | sums


def exported(held: data.Collection, frame: pd.DataFrame) -> pd.DataFrame:
    """The long table of a frame of changes, with keys; a sum of counties stands under a name of its own."""
    named_sums = {one: name for one, name in names(held, frame).items() if is_sum(one)}
    sums = pd.DataFrame({"organ_id": list(named_sums), "organ": list(named_sums.values())})
    organs = pd.concat([held.organs, sums], ignore_index=True) if named_sums else held.organs
    return long_table(frame, organs, held.reports)


def extract_of(held: data.Collection, keys: Sequence[str], *, shape: str, names: str | None) -> Extract:
    """What a file of this page says of itself: its notes are in the page's language, its link is the address."""
    return Extract(
        held.warehouse, held.organs, held.reports, tuple(keys), (), (), shape=shape, names=names or language(),
        link=link(), language=language(), are_all_organs=False,
    )  # fmt: skip


def link() -> str:
    """The address of the page as it stands."""
    query = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    return f"{(st.context.url or '').split('?', 1)[0]}?{query}"


def downloads(
    wanted: Extract, table: pd.DataFrame, shown: pd.DataFrame, name: str, *, plain: bool, empty_years: str
) -> None:
    """Files with exactly the rows of the screen, ``shown`` there and made of their long ``table``, and their notes."""
    files: dict[str, Callable[[], bytes]] = {
        made: partial(shown_file, wanted, table, made, empty_years=empty_years) for made in ("xlsx", "parquet", "md")
    }
    files = {"csv": partial(as_csv, shown, byte_order_mark=not plain)} | files
    download_buttons(files, name, len(shown))


def download_buttons(files: Mapping[str, Callable[[], bytes]], name: str, row_count: int) -> None:
    """A button a format, each with its number of rows; files are made when they are asked for."""
    rows = number(row_count, language())
    with st.container(horizontal=True):
        for made, content in files.items():
            label = t("download.notes") if made == "md" else as_text(f"download.{made}", rows=rows)
            st.download_button(label, content, f"{name}.{made}", _MIME[made], key=f"{made}-{name}", on_click="ignore")


def folded(row_count: int, key: str, label: str | None = None) -> DeltaGenerator | None:
    """Where the table behind a chart stands, once a reader opens it. One that nobody opened is not made: on most pages
    it would cost more than the chart."""
    said = label or t("page.table_and_files", rows=number(row_count, language()))
    box = st.expander(escape_markdown(said), on_change="rerun", key=f"open-{key}")
    return box if box.open else None


def table_and_downloads(
    held: data.Collection,
    frame: pd.DataFrame,
    keys: Sequence[str],
    name: str,
    *,
    shape: str = LONG_SHAPE,
    names: str | None = None,
    plain: bool = False,
    empty_years: str = "as_shown",
    is_open: bool = False,
) -> list[int] | None:
    """The table behind a chart with its files; the key of the clicked row, if any. A wide one has one row an
    organ and year, so that a row is no single figure."""
    box = None if is_open else folded(len(frame), name)
    if box is None and not is_open:
        return None
    table_of = exported(held, frame)
    wanted = extract_of(held, keys, shape=shape, names=names)
    shown = shaped(table_of, shape, wanted.names)
    with box or st.expander(as_text("page.table", rows=number(len(shown), language())), expanded=True):
        row = table(shown, f"table-{name}")
        downloads(wanted, table_of, shown, f"countyscope-{name}", plain=plain, empty_years=empty_years)
    if row is None or shape == WIDE:
        return None
    chosen = frame.iloc[row]
    report_id = -1 if pd.isna(chosen["report_id"]) else int(chosen["report_id"])
    return [report_id, int(chosen["organ_id"]), int(chosen["year"]), chosen["measure"]]


def source_of(held: data.Collection, organ_id: int) -> str:
    """What the figures of an organ come from, in words; simulated ones say so."""
    own = held.reports_of(organ_id)
    source = t("chart.source")
    return t("chart.simulated", source=source) if (own["origin"] == Origin.SIMULATED).any() else source


def summary_of(title: str, frame: pd.DataFrame) -> str:
    """The one-sentence summary of a chart: its finding and what is missing."""
    missing = missing_sentence(frame, language())
    return f"{title}{t('full_stop')}{missing[0].upper()}{missing[1:]}{t('full_stop')}"


def warn_of_mixtures(found: Sequence[str], *, years: int = 1) -> None:
    """Say it where organs of different level, kind or scope, or different years, stand on one axis."""
    for name in found:
        st.warning(t(f"mixed.{name}"), icon=":material/info:")
    if years > 1:
        st.warning(t("mixed.year"), icon=":material/info:")
