"""One organ's measures as small multiples, each on an axis of its own, its peers' quartiles behind it.

Required: ``changes`` of one organ (several measures), ``bands`` of ``transforms.organ.profile.find_quartiles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.counted import count_moves, write_counts
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import BELOW, HAIRLINE, INK, MUTED, choose_colour, make_band_traces, make_layout
from analytics.charts.parts.ticks import make_measure_ticks
from analytics.charts.parts.wording import describe_prose, write_hover, write_state
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import EDITION, find_breaks_within
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say

_TOP, _PANEL, _FOOT = 70, 101, 30
"""Pixels of the title, and in a row of panels of the panel itself and of the years beneath it."""
_LINE, _APART = 15.6, 12
"""Pixels of a line of a heading, and between the heading and its panel."""
_NUMBERS = {Room.WIDE: 0.06, Room.NARROW: 0.13}
"""Share of the width between two panels: room for the numbers of the right one."""
_INDENT = 0.03
"""The same of the heading of a right panel."""
_COLUMNS = {Room.WIDE: 3, Room.NARROW: 2}
"""Panels in a row."""
_WIDTH = {Room.WIDE: 40, Room.NARROW: 22}
"""Characters of a name in Latin letters that fit above a panel."""


def draw_profile(
    changes: pd.DataFrame,
    bands: pd.DataFrame,
    measures: Sequence[Measure],
    name: str,
    language: Language,
    *,
    peers: str,
    source: str,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: panels in the order of ``measures``; ``peers`` says whose quartiles they are."""
    columns = _COLUMNS[room]
    years = sorted(int(year) for year in changes["year"].unique())
    rows = -(-len(measures) // columns)
    traces, notes, breaks = [], [], []
    axes: dict[str, Any] = {}
    values, quartiles = _group_by_measure(changes), _group_by_measure(bands)
    headings = [_write_heading(values.get(measure.key, []), measure, language, room) for measure in measures]
    head = max((heading.count("<br>") + 1 for heading in headings), default=1) * _LINE + _APART
    row_height = head + _PANEL + _FOOT
    for index, measure in enumerate(measures):
        organ_rows, band = values.get(measure.key, []), quartiles.get(measure.key, [])
        number = str(index + 1) if index else ""
        left, top = (index % columns) / columns, 1 - (index // columns) / rows
        numbers = make_measure_ticks(
            [*(row.value for row in organ_rows), *(row.high for row in band)], measure, language, most=2
        )
        panel = _Panel(
            number=number, left=left, right=left + 1 / columns, beside=_NUMBERS[room],
            top=top - head / row_height / rows, bottom=top - (1 - _FOOT / row_height) / rows,
        )  # fmt: skip
        axes |= _make_axes(panel, years, numbers)
        traces += [
            *make_band_traces(band, xaxis=f"x{number}", yaxis=f"y{number}"),
            _make_line(organ_rows, name, measure, language, number),
        ]
        notes.append(_make_heading(headings[index], left, top))
        breaks += _make_break_lines(organ_rows, measure, number)
    key = "profile.note" if len(bands) else "profile.note_alone"
    title = Title(
        write_profile_title(changes, len(measures), name, language),
        say(key, language, peers=peers, source=source) + describe_prose(changes, language, "profile.in_prose"),
    )
    figure_layout = make_layout(height=int(_TOP + row_height * rows), annotations=notes, shapes=breaks, **axes)
    figure_layout["margin"] |= {"l": 42, "r": 14, "b": 28}
    return Chart(title, traces, figure_layout)


def _group_by_measure(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """Rows of each measure by year: taking them from the frame panel by panel would cost more than drawing."""
    found: dict[str, list[Any]] = {}
    for row in each_row(frame.sort_values("year")):
        found.setdefault(row.measure, []).append(row)
    return found


def write_profile_title(changes: pd.DataFrame, count: int, name: str, language: Language) -> str:
    """How many of the key figures the latest year with any has, and how many rose and fell; changes whose coverage is
    in doubt are counted apart."""
    valued_rows = changes[changes["value"].notna() & changes["stated_by_year"].isna()]
    if valued_rows.empty:
        return say("profile.empty", language, organ=name)
    year = int(valued_rows["year"].max())
    latest_rows = valued_rows[valued_rows["year"] == year]
    text = say("profile.found", language, organ=name, year=year, count=count, held=len(latest_rows))
    is_doubtful = latest_rows["is_coverage_suspected"].astype(bool)
    sure = latest_rows.loc[latest_rows["difference"].notna() & ~is_doubtful, "difference"]
    doubtful = int((latest_rows["difference"].notna() & is_doubtful).sum())
    if not len(sure) + doubtful:
        return text + say("profile.no_changes", language)
    if sure.empty:
        return text + say("profile.unsure", language, count=doubtful)
    counts = write_counts("profile", count_moves(sure.to_list()), language)
    text += say("profile.changes", language, counts=counts)
    return text + (say("profile.doubtful", language, count=doubtful) if doubtful else "")


class _Panel(NamedTuple):
    """The place of one panel, in shares of the plot, and the number of its axes."""

    number: str
    left: float
    right: float
    top: float
    bottom: float
    beside: float


def _make_axes(panel: _Panel, years: Sequence[int], numbers: dict[str, Any]) -> dict[str, Any]:
    return {
        f"xaxis{panel.number}": {
            "domain": [panel.left + (panel.beside if panel.left else 0), panel.right], "anchor": f"y{panel.number}",
            "range": [years[0] - 0.3, years[-1] + 0.3],
            "tickvals": [years[0], years[-1]], "showgrid": False, "zeroline": False, "fixedrange": True,
            "tickfont": {"color": MUTED, "size": 11}, "tickangle": 0, **BELOW,
        },
        f"yaxis{panel.number}": {
            "domain": [panel.bottom, panel.top],
            "anchor": f"x{panel.number}", "rangemode": "tozero", **numbers, "gridcolor": HAIRLINE,
            "zerolinecolor": "#b8c1ca",
            "fixedrange": True, "tickfont": {"color": MUTED, "size": 11},
        },
    }  # fmt: skip


def _make_line(
    organ_rows: Sequence[Any], name: str, measure: Measure, language: Language, number: str
) -> dict[str, Any]:
    """The organ's line: broken where a value is missing, hollow where another year states it."""
    marks: list[tuple[Any, Any, str, str, str]] = []
    for row in organ_rows:
        point = write_point(row, measure=measure.key)
        symbol = "circle-open" if is_hollow(row) else "circle"
        value = None if pd.isna(row.value) else row.value
        marks.append((int(row.year), value, write_hover(row, name, measure, language), point, symbol))
    x, y, texts, points, symbols = (list(column) for column in zip(*marks, strict=True))
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": choose_colour(0), "width": 2},
        "marker": {"size": 7, "symbol": symbols, "color": choose_colour(0)},
        "customdata": points,
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
    }


def _make_break_lines(organ_rows: Sequence[Any], measure: Measure, number: str) -> list[dict[str, Any]]:
    """A dotted line where the organ took the new edition of the form: the measure goes on, its form does not."""
    return [
        {
            "type": "line", "xref": f"x{number}", "yref": f"y{number} domain",
            "x0": year - 0.5, "x1": year - 0.5, "y0": 0, "y1": 1,
            "line": {"color": MUTED, "width": 1, "dash": "dot"},
        }
        for year, kind in find_breaks_within(organ_rows, measure)
        if kind == EDITION
    ]  # fmt: skip


def _write_heading(organ_rows: Sequence[Any], measure: Measure, language: Language, room: Room) -> str:
    """The measure and its latest value, in lines that fit above a panel."""
    letters = _WIDTH[room]
    width = letters // 2 if language is Language.ZH else letters  # a Chinese character is as wide as two letters
    name = "<br>".join(wrap(measure.named(language), width))
    latest = next((row for row in reversed(organ_rows) if not pd.isna(row.value)), None)
    latest_text = (
        say("profile.none", language)
        if latest is None
        else f"{write_state(latest, measure, language)} ({int(latest.year)})"
    )
    return f"<b>{name}</b><br>{'<br>'.join(wrap(latest_text, letters + 2))}"


def _make_heading(text: str, left: float, top: float) -> dict[str, Any]:
    """A heading above its panel."""
    return {
        "x": left + _INDENT * bool(left), "y": top,
        "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top",
        "text": text, "align": "left", "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip
