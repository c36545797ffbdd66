"""The briefing of a comparison: two to eight organs, measure by measure, with what may not be compared said first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pandas as pd

from analytics.briefings.model import Briefing, Chart, Part, Table
from analytics.briefings.parts import (
    Frames,
    assemble_briefing,
    describe_findings,
    describe_reading,
    describe_row,
    describe_sources,
    make_chart,
    write_header,
)
from analytics.briefings.pictures import LETTERS, draw_over_years
from analytics.charts.compare import write_title
from analytics.transforms.groups.compare import find_mixtures
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure

_ORGANS, _FIGURES = (0.05, 0.31, 0.24, 0.18, 0.22), (0.18, 0.06, 0.22, 0.36, 0.18)
_NAMED = 3
"""Organs whose names fit into a title; of more, the number does."""


def write_comparison(frames: Frames, *, organ_ids: Sequence[int], organs: pd.DataFrame, year: int | None) -> Briefing:
    """The briefing of several organs in one ``year``, or each in its latest (None); ``organs`` is the frame of all.

    A measure that no organ has a value of keeps its table, which says why for each; it has no chart.
    """
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    letters = dict(zip(organ_ids, LETTERS, strict=False))
    lettered = {organ_id: f"{letter} {names[organ_id]}" for organ_id, letter in letters.items()}
    sides = [(measure, _order_rows(frames, measure, organ_ids, year)) for measure in frames.measures]
    all_rows = pd.concat([rows for _, rows in sides])
    lead = [*_write_warnings(frames, organs, all_rows, organ_ids, sides), *_describe_spans(frames, sides, names)]
    parts = [
        _describe_organs(frames, organs, lettered),
        *(
            _describe_measure(frames, measure, rows, organ_ids=organ_ids, lettered=lettered, names=names)
            for measure, rows in sides
        ),
        describe_reading(frames, frames.measures),
        describe_findings(frames, lettered),
        describe_sources(frames, letters),
    ]
    many = frames.say("briefing.comparison_of", count=len(organ_ids))
    organ_names = frames.say("list.names").join(names[organ_id] for organ_id in organ_ids)
    head = many if len(organ_ids) > _NAMED else frames.say("briefing.comparison", organs=organ_names)
    return assemble_briefing(frames, head, lead, parts)


def _order_rows(frames: Frames, measure: Measure, organ_ids: Sequence[int], year: int | None) -> pd.DataFrame:
    order = {organ_id: position for position, organ_id in enumerate(organ_ids)}
    return frames.rows_of(measure, year).sort_values("organ_id", key=lambda ids: ids.map(order))


def _write_warnings(
    frames: Frames,
    organs: pd.DataFrame,
    all_rows: pd.DataFrame,
    organ_ids: Sequence[int],
    sides: Sequence[tuple[Measure, pd.DataFrame]],
) -> Iterator[str]:
    for name in find_mixtures(organs, all_rows, organ_ids):
        yield frames.say(f"mixed.{name}")
    if any(rows.loc[rows["value"].notna(), "year"].nunique() > 1 for _, rows in sides):
        yield frames.say("briefing.mixed_years")


def _describe_spans(
    frames: Frames, sides: Sequence[tuple[Measure, pd.DataFrame]], names: dict[int, str]
) -> Iterator[str]:  # fmt: skip
    for measure, rows in sides:
        if rows["value"].notna().any():
            yield write_title(rows, names, measure, frames.language) + frames.say("full_stop").strip()
    empty = [measure.named(frames.language) for measure, rows in sides if not rows["value"].notna().any()]
    if empty:
        yield frames.say("briefing.without_value", measures=frames.say("list.names").join(empty))


def _describe_organs(frames: Frames, organs: pd.DataFrame, lettered: dict[int, str]) -> Part:
    """The organs with their letters, their level and kind, the scope their reports state, the years held."""
    rows = []
    for organ_id, name in lettered.items():
        organ = next(each_row(organs[organs["organ_id"] == organ_id]))
        reports = frames.reports[(frames.reports["organ_id"] == organ_id) & frames.reports["is_current"]]
        years = sorted({int(year) for year in reports["year"].dropna()})
        scopes = sorted({str(scope) for scope in reports["scope"].dropna()})
        sort = frames.say("join").join((frames.say(f"level.{organ.level}"), frames.say(f"kind.{organ.kind}")))
        scope_names = frames.say("list.names").join(frames.say(f"scope.{scope}") for scope in scopes)
        rows.append((*name.split(" ", 1), sort, scope_names, _write_year_runs(frames, years)))
    head = ("", *write_header(frames, "organ", "sort", "scope", "years"))
    return Part(
        frames.say("briefing.organs"), (frames.say("briefing.letters"),), (), Table(head, tuple(rows), _ORGANS)
    )  # fmt: skip


def _write_year_runs(frames: Frames, years: Sequence[int]) -> str:
    """2019–2021, 2023."""
    ends = [(year, next(end for end in itertools.count(year) if end + 1 not in years)) for year in years
            if year - 1 not in years]  # fmt: skip
    return frames.say("list.names").join(f"{a}\u2013{b}" if b > a else str(a) for a, b in ends)


def _describe_measure(
    frames: Frames,
    measure: Measure,
    rows: pd.DataFrame,
    *,
    organ_ids: Sequence[int],
    lettered: dict[int, str],
    names: dict[int, str],
) -> Part:
    table = tuple((lettered[row.organ_id], *describe_row(row, measure, frames.language)) for row in each_row(rows))
    changes, charts = frames.of(measure), list[Chart]()
    if rows["value"].notna().any():
        picture, sentence = (
            draw_over_years(changes, organ_ids, measure),
            write_title(rows, names, measure, frames.language),
        )
        charts.append(make_chart(frames, frames.say("briefing.over_years"), picture, sentence, changes))
    head = write_header(frames, "organ", "year", "value", "change", "marks")
    return Part(measure.named(frames.language), (), (), Table(head, table, _FIGURES), tuple(charts))
