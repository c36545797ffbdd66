"""The briefing of a comparison: two to eight organs, measure by measure, with what may not be compared said first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pandas as pd

from analytics.briefings.model import Briefing, Chart, Part, Table
from analytics.briefings.parts import Frames, chart, findings, header, reading, sources, whole, worded
from analytics.briefings.pictures import LETTERS, over_years
from analytics.charts.compare import title
from analytics.transforms.groups.compare import mixtures
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure

_ORGANS, _FIGURES = (0.05, 0.31, 0.24, 0.18, 0.22), (0.18, 0.06, 0.22, 0.36, 0.18)
_NAMED = 3
"""Organs whose names fit into a title; of more, the number does."""


def comparison(held: Frames, *, organ_ids: Sequence[int], organs: pd.DataFrame, year: int | None) -> Briefing:
    """The briefing of several organs in one ``year``, or each in its latest (None); ``organs`` is the frame of all.

    A measure that no organ has a value of keeps its table, which says why for each; it has no chart.
    """
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    letters = dict(zip(organ_ids, LETTERS, strict=False))
    lettered = {one: f"{letter} {names[one]}" for one, letter in letters.items()}
    sides = [(one, _side(held, one, organ_ids, year)) for one in held.wanted]
    shown = pd.concat([rows for _, rows in sides])
    lead = [*_warnings(held, organs, shown, organ_ids, sides), *_spans(held, sides, names)]
    parts = [
        _who(held, organs, lettered),
        *(_measure(held, one, rows, organ_ids, lettered, names) for one, rows in sides),
        reading(held, held.wanted),
        findings(held, lettered),
        sources(held, letters),
    ]
    many = held.say("briefing.comparison_of", count=len(organ_ids))
    said = held.say("list.names").join(names[one] for one in organ_ids)
    head = many if len(organ_ids) > _NAMED else held.say("briefing.comparison", organs=said)
    return whole(held, head, lead, parts)


def _side(held: Frames, wanted: Measure, organ_ids: Sequence[int], year: int | None) -> pd.DataFrame:
    order = {one: position for position, one in enumerate(organ_ids)}
    return held.rows_of(wanted, year).sort_values("organ_id", key=lambda ids: ids.map(order))


def _warnings(
    held: Frames,
    organs: pd.DataFrame,
    shown: pd.DataFrame,
    organ_ids: Sequence[int],
    sides: Sequence[tuple[Measure, pd.DataFrame]],
) -> Iterator[str]:
    for name in mixtures(organs, shown, organ_ids):
        yield held.say(f"mixed.{name}")
    if any(rows.loc[rows["value"].notna(), "year"].nunique() > 1 for _, rows in sides):
        yield held.say("briefing.mixed_years")


def _spans(
    held: Frames, sides: Sequence[tuple[Measure, pd.DataFrame]], names: dict[int, str]
) -> Iterator[str]:  # fmt: skip
    for one, rows in sides:
        if rows["value"].notna().any():
            yield title(rows, names, one, held.language) + held.say("full_stop").strip()
    empty = [one.named(held.language) for one, rows in sides if not rows["value"].notna().any()]
    if empty:
        yield held.say("briefing.without_value", measures=held.say("list.names").join(empty))


def _who(held: Frames, organs: pd.DataFrame, lettered: dict[int, str]) -> Part:
    """The organs with their letters, their level and kind, the scope their reports state, the years held."""
    rows = []
    for one, name in lettered.items():
        own = next(each_row(organs[organs["organ_id"] == one]))
        reports = held.reports[(held.reports["organ_id"] == one) & held.reports["is_current"]]
        years = sorted({int(year) for year in reports["year"].dropna()})
        scopes = sorted({str(scope) for scope in reports["scope"].dropna()})
        sort = held.say("join").join((held.say(f"level.{own.level}"), held.say(f"kind.{own.kind}")))
        said = held.say("list.names").join(held.say(f"scope.{scope}") for scope in scopes)
        rows.append((*name.split(" ", 1), sort, said, _runs(held, years)))
    head = ("", *header(held, "organ", "sort", "scope", "years"))
    return Part(
        held.say("briefing.organs"), (held.say("briefing.letters"),), (), Table(head, tuple(rows), _ORGANS)
    )  # fmt: skip


def _runs(held: Frames, years: Sequence[int]) -> str:
    """2019–2021, 2023."""
    ends = [(year, next(end for end in itertools.count(year) if end + 1 not in years)) for year in years
            if year - 1 not in years]  # fmt: skip
    return held.say("list.names").join(f"{a}\u2013{b}" if b > a else str(a) for a, b in ends)


def _measure(
    held: Frames,
    wanted: Measure,
    rows: pd.DataFrame,
    organ_ids: Sequence[int],
    lettered: dict[int, str],
    names: dict[int, str],
) -> Part:
    table = tuple((lettered[row.organ_id], *worded(row, wanted, held.language)) for row in each_row(rows))
    own, charts = held.of(wanted), list[Chart]()
    if rows["value"].notna().any():
        picture, said = over_years(own, organ_ids, wanted), title(rows, names, wanted, held.language)
        charts.append(chart(held, held.say("briefing.over_years"), picture, said, own))
    head = header(held, "organ", "year", "value", "change", "marks")
    return Part(wanted.named(held.language), (), (), Table(head, table, _FIGURES), tuple(charts))
