"""The strip below a chart over years: what has no value, or none that the axis can show, a row an organ.

Required: rows with the columns of ``transforms.series.scale.apply_scale``.
"""

from __future__ import annotations

from typing import Any

from analytics.charts.parts.missing_markers import UNDRAWN, find_gap, make_gap_marker
from analytics.charts.parts.points import write_point
from analytics.charts.parts.theme import MUTED, choose_colour
from analytics.charts.parts.wording import write_hover
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_html


def make_missing_marks(
    organ_rows: list[Any], organ: str, index: int, measure: Measure, language: Language
) -> dict[str, Any]:
    """The marks of one organ, in the row of its ``index``."""
    rows = [row for row in organ_rows if is_missing(row.shown)]
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": "y2",
        "name": escape_html(organ),
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [index] * len(rows),
        "marker": make_gap_marker([find_gap(row) for row in rows], choose_colour(index)),
        "customdata": [write_point(row) for row in rows],
        "hovertext": [_describe_unshown(row, write_hover(row, organ, measure, language), language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _describe_unshown(row: Any, text: str, language: Language) -> str:
    return text if is_missing(row.unshown) else f"{text}<br>{say(f'unshown.why_{row.unshown}', language)}"


def make_strip_label(strip: float, gaps: list[str], language: Language) -> dict[str, Any]:
    """The heading of a strip that reaches up to a share of the height."""
    is_all = set(gaps) == {UNDRAWN}
    key = "chart.strip_undrawn" if is_all else "chart.strip_both" if UNDRAWN in gaps else "chart.strip"
    return {
        "text": say(key, language),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": strip + 0.005,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": MUTED},
    }
