"""A measure over years, one line an organ.

Lines join consecutive years only; over a change of edition they are dotted. A value that another year's report
states is hollow. What is missing has a place of its own below the years, with its reason on hover. Behind the lines
there may be the quartiles of a group, and beside a prefecture the sum of its counties.

Required: the frame of ``transforms.change.year_over_year`` with the columns of ``transforms.scale.scaled``, the frame
of ``transforms.breaks.breaks``, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from analytics.charts.scales import scale_note, scale_title, y_scale
from analytics.charts.theme import (
    HAIRLINE,
    INK,
    LEGEND,
    MUTED,
    Figure,
    axis,
    band_traces,
    colour,
    layout,
    point_of,
    shape,
    value_axis,
)
from analytics.charts.wording import SAID_ALWAYS, hover, subtitle, value_text
from analytics.transforms.rows import each_row
from analytics.transforms.scale import Scale
from analytics.transforms.sums import without_sums
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number

_MISSING_SHAPES = {"no_report": "x-thin-open", "not_on_form": "line-ew-open"}
_LABELS_APART = 2
"""Years between labels of breaks: nearer ones would cover each other on a narrow screen."""
_LABELLED = 8
"""Up to as many lines are labelled at their ends."""


def trends(
    changes: pd.DataFrame,
    breaks: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
    band: pd.DataFrame | None = None,
) -> Figure:
    """The figure. Each point carries (report_id, organ_id, year) for the evidence behind it; ``band`` are quartiles of
    ``transforms.profile.quartiles``."""
    rows = [list(own) for _, own in groupby(each_row(changes), key=lambda row: row.organ_id)]
    organs = [int(own[0].organ_id) for own in rows]
    edition_breaks = breaks[breaks["kind"] == "edition"]
    traces = [] if band is None else band_traces(band)
    for index, own in enumerate(rows):
        broken = set(edition_breaks.loc[edition_breaks["organ_id"] == own[0].organ_id, "year"])
        own.sort(key=lambda row: row.year)
        drawn = [row for row in own if not is_missing(row.shown)]
        traces += _lines(drawn, broken, index)
        traces.append(_points(drawn, names[own[0].organ_id], index, wanted, language, scale, base_year))
        if len(drawn) < len(own):
            traces.append(_missing(own, names[own[0].organ_id], index, wanted, language))
    years = sorted({int(row.year) for own in rows for row in own})
    has_gaps = any(is_missing(row.shown) for own in rows for row in own)
    strip = 0.05 + 0.035 * len(organs) if has_gaps else 0.0
    figure_layout = layout(
        scale_title(changes, names, wanted, language, scale, base_year),
        subtitle(wanted, language, source, without_sums(changes)) + scale_note(changes, scale, base_year, language),
        height=440 + (18 * len(organs) if has_gaps else 0),
        xaxis=axis(
            tickmode="array",
            tickvals=years,
            ticktext=[str(year) for year in years],
            anchor="y2" if has_gaps else "y",
            range=[years[0] - 0.4, years[-1] + 0.4 + 0.06 * len(years)],
        ),
        yaxis=value_axis(domain=[strip + 0.06 if has_gaps else 0, 1], **y_scale(wanted, scale)),
        annotations=_end_labels(rows, wanted, language, scale),
        shapes=[],
    )
    if has_gaps:  # an axis without height would hide the whole plot
        figure_layout["yaxis2"] = axis(domain=[0, strip], range=[-0.7, len(organs) - 0.3], tickvals=[], showgrid=False)
        figure_layout["annotations"].append(_strip_label(strip, language))
    figure_layout |= {"showlegend": True, "legend": LEGEND}
    _draw_breaks(figure_layout, breaks, organs, language, strip)
    return {"data": traces, "layout": figure_layout}


def _lines(drawn: list[Any], broken: set[int], index: int) -> list[dict[str, Any]]:
    solid, dotted = ([], []), ([], [])  # type: ignore[var-annotated]
    for before, after in pairwise(drawn):
        if after.year - before.year != 1:
            continue
        xs, ys = dotted if int(after.year) in broken or not is_missing(before.stated_by_year) else solid
        xs += [int(before.year), int(after.year), None]
        ys += [before.shown, after.shown, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": colour(index), "width": 2.4, "dash": dash},
        }
        for (xs, ys), dash in ((solid, "solid"), (dotted, "dot"))
        if xs
    ]


def _points(
    drawn: list[Any],
    organ: str,
    index: int,
    wanted: Measure,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> dict[str, Any]:
    texts = [hover(row, organ, wanted, language) for row in drawn]
    if scale is Scale.INDEX:
        texts = [
            f"{text}<br>{say('scale.index', language, value=number(row.shown, language, digits=1), year=base_year)}"
            for text, row in zip(texts, drawn, strict=True)
        ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": _name(drawn, organ, language),
        "showlegend": True,
        "x": [int(row.year) for row in drawn] or [None],
        "y": [row.shown for row in drawn] or [None],
        "marker": {
            "color": colour(index),
            "size": 11,
            "opacity": 1,
            "line": {"color": colour(index), "width": 2},
            "symbol": [shape(index) if is_missing(row.stated_by_year) else f"{shape(index)}-open" for row in drawn],
        },
        "customdata": [point_of(row) for row in drawn],
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _name(rows: list[Any], organ: str, language: Language) -> str:
    """The organ, with how its figures were read where a reader must see that without hovering."""
    said = [
        say(f"read_from.{one}", language) for one in dict.fromkeys(row.read_from for row in rows) if one in SAID_ALWAYS
    ]
    return " · ".join([organ, *said])


def _missing(own: list[Any], organ: str, index: int, wanted: Measure, language: Language) -> dict[str, Any]:
    rows = [row for row in own if is_missing(row.shown)]
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": "y2",
        "name": organ,
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [index] * len(rows),
        "marker": {
            "color": colour(index),
            "size": 8,
            "opacity": 0.75,
            "line": {"color": colour(index), "width": 1.5},
            "symbol": [_MISSING_SHAPES.get(row.status, "circle-open") for row in rows],
        },
        "customdata": [point_of(row) for row in rows],
        "hovertext": [_unshown(row, hover(row, organ, wanted, language), language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _unshown(row: Any, text: str, language: Language) -> str:
    return text if is_missing(row.unshown) else f"{text}<br>{say(f'unshown.why_{row.unshown}', language)}"


def _end_labels(rows: list[list[Any]], wanted: Measure, language: Language, scale: Scale) -> list[dict[str, Any]]:
    """The value at each line's last point, pushed apart where they would overlap."""
    ends = [drawn[-1] for own in rows if (drawn := [row for row in own if not is_missing(row.shown)])]
    if not ends or len(ends) > _LABELLED or scale is Scale.LOG:
        return []
    top = max(max(abs(row.shown) for row in ends), 1e-9)
    labels, floor = [], float("-inf")
    for row in sorted(ends, key=lambda one: one.shown):
        place = max(row.shown / top, floor + 0.062)
        floor = place
        text = number(row.shown, language, digits=1) if scale is Scale.INDEX else value_text(
            row.value, wanted, language, with_unit=False)  # fmt: skip
        labels.append(
            {
                "x": int(row.year),
                "y": row.shown,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
                "xshift": 12,
                "yshift": (place - row.shown / top) * 270,
                "text": f"<b>{text}</b>",
                "font": {"color": INK, "size": 12},
                "align": "left",
            }
        )
    return labels


def _strip_label(strip: float, language: Language) -> dict[str, Any]:
    return {
        "text": say("chart.strip", language),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": strip + 0.005,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": MUTED},
    }


def _draw_breaks(
    figure_layout: dict[str, Any], breaks: pd.DataFrame, organs: list[int], language: Language, strip: float
) -> None:
    """A dotted line in the organ's colour where its edition changes; a grey one where the law does."""
    labelled = -2
    for year, kind in sorted({(int(row.year), row.kind) for row in each_row(breaks)}):
        rows = breaks[(breaks["year"] == year) & (breaks["kind"] == kind)]
        for position, row in enumerate(each_row(rows) if kind == "edition" else list(each_row(rows))[:1]):
            tint = colour(organs.index(row.organ_id)) if kind == "edition" else INK
            x = year - 0.5 + 0.03 * position
            figure_layout["shapes"].append(
                {
                    "type": "line",
                    "x0": x,
                    "x1": x,
                    "y0": strip + 0.06 if strip else 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": tint, "width": 1, "dash": "dot" if kind == "edition" else "dash"},
                }
            )
        if kind == "edition" and year - labelled < _LABELS_APART:
            continue
        labelled = year
        figure_layout["annotations"].append(
            {
                "x": year - 0.5,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": say(f"chart.break_{kind}", language),
                "showarrow": False,
                "font": {"size": 11, "color": MUTED},
                "bgcolor": "rgba(255,255,255,.8)",
                "bordercolor": HAIRLINE,
            }
        )
