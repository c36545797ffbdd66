"""What is held: organs down, years across, a mark for each state. Never colour alone: each state has its symbol.

The same matrix is looked at for what a count of reports hides: sums that fail, another edition than the year before,
publication after the due date. Required: the frames of ``transforms.groups.coverage``.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.points import write_point
from analytics.charts.parts.theme import INK, LEGEND, make_axis, make_layout
from analytics.transforms.groups.coverage import Aspect, is_failing_weaker, is_failing_with_blanks
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.plain import escape_html
from analytics.words.render import name_edition

_YEARS = 9
"""As many years as can be written out above a narrow chart."""
_TWO_LINES = 36
"""Pixels of a row of cells with two lines of text."""
STATES = {
    "full": ("square", "#1f4e79"),
    "figures": ("diamond", "#5aa9e6"),
    "partial": ("triangle-up", "#d9822b"),
    "prose": ("circle-open", "#7a6a53"),
    "none": ("line-ew-open", "#7d8a97"),
}


def draw_coverage(matrix: pd.DataFrame, language: Language, *, pairs: int, aspect: Aspect = Aspect.HELD) -> Chart:
    """The figure, organs with most years first. Each mark carries (report_id, organ_id, year)."""
    report_counts = matrix[matrix["state"] != "none"].groupby("organ")["year"].agg(["count", "max"])
    order = report_counts.sort_values(["count", "max"], kind="stable").index.map(escape_html).tolist()
    if aspect is Aspect.HELD:
        traces = [_make_state_trace(matrix[matrix["state"] == state], state, language) for state in STATES]
    else:
        traces = _make_aspect_traces(matrix[matrix["state"] != "none"], aspect, language)
    years = sorted(int(year) for year in matrix["year"].unique())
    title = Title(
        write_coverage_title(matrix, language, aspect),
        say(f"coverage.subtitle_{aspect}", language, pairs=number(pairs, language)),
    )
    figure_layout = make_layout(
        height=150 + 24 * len(order),
        xaxis=make_axis(
            side="top",
            autotickangles=[0, -90],
            tickvals=years[:: 1 if len(years) <= _YEARS else 2],
            range=[years[0] - 0.5, years[-1] + 0.5],
        ),
        yaxis=make_axis(
            categoryorder="array",
            categoryarray=order,
            tickfont={"color": INK, "size": 12},
            range=[-0.7, len(order) - 0.3],
            showgrid=True,
            gridcolor="#f1f3f5",
        ),
    )
    figure_layout |= {
        "showlegend": True,
        "legend": {**LEGEND, "y": 0},
    }
    figure_layout["margin"] |= {"l": 12, "b": 60}
    return Chart(title, traces, figure_layout)


def write_coverage_title(matrix: pd.DataFrame, language: Language, aspect: Aspect) -> str:
    """How many organs and reports there are, or how many of the reports show the aspect."""
    report_rows = matrix[matrix["state"] != "none"]
    years = report_rows["year"].astype(int)
    marked, known = (
        _find_marked(report_rows, aspect),
        report_rows["days_late"].notna() if aspect is Aspect.LATE else report_rows["year"].notna(),
    )
    if aspect is Aspect.LATE and not known.any():
        return say("coverage.title_late_unknown", language, reports=number(len(report_rows), language))
    counts = {
        "organs": report_rows["organ_id"].nunique(),
        "reports": len(report_rows),
        "marked": marked.sum(),
        "known": known.sum(),
        "blanks": is_failing_with_blanks(report_rows).sum(),
        "weaker": is_failing_weaker(report_rows).sum(),
    }
    written = {name: number(int(count), language) for name, count in counts.items()}
    title = say(f"coverage.title_{aspect}", language, first=years.min(), last=years.max(), **written)
    for name in ("blanks", "weaker") if aspect is Aspect.FAILING else ():
        if counts[name]:
            title += say(f"coverage.title_{name}", language, count=written[name])
    return title


def _find_marked(report_rows: pd.DataFrame, aspect: Aspect) -> pd.Series:
    """Which reports show the aspect."""
    if aspect is Aspect.BREAK:
        return report_rows["is_break"]
    column = "errors" if aspect is Aspect.FAILING else "days_late"
    return (report_rows[column] > 0).fillna(False).astype(bool)


def _make_aspect_traces(report_rows: pd.DataFrame, aspect: Aspect, language: Language) -> list[dict[str, Any]]:
    """Reports that show the aspect with what there is to say, the others small; those of unknown date apart."""
    marked = _find_marked(report_rows, aspect)
    apart = marked & False
    groups = [("marked", marked, "square", "#d9822b", 20)]
    if aspect is Aspect.LATE:
        apart = report_rows["days_late"].isna()
        groups.append(("unknown", apart, "x-thin", "#7a6a53", 7))
    if aspect is Aspect.FAILING:
        with_blanks, weaker = is_failing_with_blanks(report_rows), is_failing_weaker(report_rows)
        groups.append(("blanks", with_blanks, "square-open", "#7a6a53", 20))
        groups.append(("weaker", weaker, "circle-open", "#7a6a53", 20))
        apart = with_blanks | weaker
    groups.append(("unmarked", ~marked & ~apart, "circle", "#5aa9e6", 8))
    return [
        {
            "type": "scatter",
            "mode": "markers+text" if name in _COUNTED_MARKS else "markers",
            "name": say(f"coverage.{aspect}_{name}", language),
            "x": report_rows.loc[which, "year"].astype(int).tolist(),
            "y": list(map(escape_html, report_rows.loc[which, "organ"])),
            "text": [_write_mark_text(row, aspect, name) for row in each_row(report_rows[which])]
            if name in _COUNTED_MARKS
            else None,
            "textfont": {"size": 11, "color": INK},
            "marker": {"symbol": symbol, "color": tint, "size": size, "line": {"width": 1.5, "color": tint}},
            "customdata": [write_point(row) for row in each_row(report_rows[which])],
            "hovertext": [_write_hover(row, language) for row in each_row(report_rows[which])],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        for name, which, symbol, tint, size in groups
    ]


_COUNTED_MARKS = {"marked": "errors", "blanks": "fails_with_blanks", "weaker": "weaker"}
"""Marks with a number in them; of an aspect that counts checks, the column of that number."""


def _write_mark_text(row: Any, aspect: Aspect, name: str) -> str:
    if aspect is Aspect.FAILING:
        return str(getattr(row, _COUNTED_MARKS[name]))
    return str(row.days_late) if aspect is Aspect.LATE else "↔"


def _make_state_trace(rows: pd.DataFrame, state: str, language: Language) -> dict[str, Any]:
    symbol, tint = STATES[state]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say(f"coverage.{state}", language),
        "x": rows["year"].astype(int).tolist(),
        "y": list(map(escape_html, rows["organ"])),
        "marker": {
            "symbol": symbol,
            "color": tint,
            "size": 13 if state != "none" else 8,
            "line": {"width": 1.5, "color": tint},
        },
        "customdata": [write_point(row) for row in each_row(rows)],
        "hovertext": [_write_hover(row, language) for row in each_row(rows)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _write_hover(row: Any, language: Language) -> str:
    lines = [f"<b>{escape_html(row.organ)}</b>　{int(row.year)}", say(f"coverage.{row.state}", language)]
    if row.state != "none":
        if not is_missing(row.editions):
            lines.append(say("coverage.edition", language, editions=name_edition(row.editions, language)))
        lines.append(f"{say(f'origin.{row.origin}', language)} · {say(f'read_from.{row.read_from}', language)}")
        lines.append(say("coverage.errors", language, count=row.errors))
        lines += [
            say(f"coverage.{name}", language, count=getattr(row, name))
            for name in ("weaker", "fails_with_blanks", "holds_with_blanks")
            if getattr(row, name)
        ]
        if row.is_break:
            lines.append(say("coverage.breaks", language))
        lines.append(_describe_lateness(row.days_late, language))
    return "<br>".join(lines)


def _describe_lateness(days: Any, language: Language) -> str:
    if is_missing(days):
        return say("coverage.no_date", language)
    return say("coverage.days_late" if days > 0 else "coverage.in_time", language, days=abs(int(days)))


_COUNTED = {
    Aspect.HELD: ("held", "organs"), Aspect.FAILING: ("failing", "held"), Aspect.BREAK: ("breaks", "held"),
    Aspect.LATE: ("late", "dated"),
}  # fmt: skip
"""What is counted in a cell, of how many."""


def _write_counts(part: int, whole: int, language: Language) -> str:
    """21/333, or a dash where nothing is there to count."""
    if not whole:
        return say("coverage.nothing_counted", language)
    return f"{number(part, language)}/{number(whole, language)}"


def _write_failing_otherwise(row: Any, language: Language) -> str:
    """Reports that fail with blanks as zero, or a weaker rule, counted apart."""
    counts = {"blanks": int(row.failing_with_blanks), "weaker": int(row.failing_weaker)}
    return "".join(
        say(f"coverage.area_{name}", language, count=number(count, language)) for name, count in counts.items() if count
    )


def draw_coverage_by_area(areas: pd.DataFrame, title: str, language: Language, *, pairs: int, aspect: Aspect) -> Chart:
    """Areas down, years across: how many organs of how many, on a tint of one hue, below each other: side by side
    they would run into the next cell on a narrow screen."""
    part, whole = _COUNTED[aspect]
    years = sorted(int(year) for year in areas["year"].unique())
    areas = areas.assign(area=areas["area"].map(escape_html))
    names = sorted(areas["area"].unique(), reverse=True)
    told = areas.assign(
        share=areas[part] / areas[whole].where(areas[whole] > 0),
        said=[_write_counts(getattr(row, part), getattr(row, whole), language) for row in each_row(areas)],
    )
    told["text"] = told["said"].str.replace("/", "<br>/")
    if aspect is Aspect.FAILING:
        told["said"] += [_write_failing_otherwise(row, language) for row in each_row(areas)]
    beneath = say(f"coverage.area_{aspect}", language, pairs=number(pairs, language))
    if not areas[whole].all():
        beneath += say("coverage.nothing_counted_note", language)
    share, text, hover_text = (
        told.pivot(index="area", columns="year", values=name).reindex(names) for name in ("share", "text", "said")
    )
    heat: dict[str, Any] = {
        "type": "heatmap", "x": years, "y": names, "z": share.astype(float).to_numpy().tolist(), "zmin": 0, "zmax": 1,
        "text": text.to_numpy().tolist(), "texttemplate": "%{text}", "showscale": False, "xgap": 2, "ygap": 2,
        "colorscale": [[0, "#f3f5f7"], [1, "#9dbbd6"]], "textfont": {"color": INK, "size": 11},
        "hovertext": hover_text.to_numpy().tolist(), "hovertemplate": "%{y} %{x}: %{hovertext}<extra></extra>",
        "hoverongaps": False,
    }  # fmt: skip
    if len(years) > _YEARS:
        del heat["textfont"]["size"]  # cells as narrow as that have letters as large as fit, or none
    figure_layout = make_layout(
        height=150 + _TWO_LINES * len(names),
        xaxis=make_axis(side="top", tickvals=years, autotickangles=[0, -90]),
        yaxis=make_axis(tickfont={"color": INK, "size": 12}),
    )
    return Chart(Title(title, beneath), [heat], figure_layout)
