"""The briefing of a comparison: two to eight organs, measure by measure, with what may not be compared said first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analytics.briefings.model import (
    Briefing,
    Part,
    Table,
    briefing_of,
    change_with_base,
    finding_lines,
    marks_text,
    notes_of,
    source_lines,
    value_with_counts,
)
from analytics.briefings.pictures import LETTERS, over_years
from analytics.charts.compare import title
from analytics.transforms.compare import mixtures, side_by_side
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing

_ORGANS, _FIGURES = (0.05, 0.31, 0.24, 0.18, 0.22), (0.22, 0.06, 0.17, 0.43, 0.12)
_NAMED = 3
"""Organs whose names fit into a title; of more, the number does."""


def comparison(
    changes: pd.DataFrame,
    wanted: Sequence[Measure],
    *,
    organ_ids: Sequence[int],
    organs: pd.DataFrame,
    reports: pd.DataFrame,
    found: pd.DataFrame,
    year: int | None,
    language: Language,
    build_id: str,
) -> Briefing:
    """The briefing of several organs in one ``year``, or each in its latest (None).

    ``changes`` of the organs (grain organ × year × measure), ``reports`` and ``found`` (findings) of theirs, ``organs``
    the frame of all.
    """
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    lettered = {one: f"{letter} {names[one]}" for letter, one in zip(LETTERS, organ_ids, strict=False)}
    sides = [(one, _side(changes, one, organ_ids, year)) for one in wanted]
    held = [(one, rows) for one, rows in sides if rows["value"].notna().any()]
    empty = [one.named(language) for one, rows in sides if not rows["value"].notna().any()]
    shown = pd.concat([rows for _, rows in held]) if held else changes.head(0)
    lead = [*_warnings(organs, shown, organ_ids, held, language), *_spans(held, names, language)]
    if empty:
        lead.append(say("briefing.without_value", language, measures=say("briefing.comma", language).join(empty)))
    parts = [
        _who(organs, reports, shown, lettered, language),
        *(_measure(one, rows, changes, organ_ids, lettered, language) for one, rows in held),
        *(
            Part(f"{say('briefing.findings', language)} {name}", (), _found(found, one, language))
            for one, name in lettered.items()
        ),
        Part(say("briefing.sources", language), (), tuple(_sources(reports, lettered, language, build_id))),
    ]
    said = say("briefing.comma", language).join(names[one] for one in organ_ids)
    many = say("briefing.comparison_of", language, count=len(organ_ids))
    head = many if len(organ_ids) > _NAMED else say("briefing.comparison", language, organs=said)
    return briefing_of(head, lead, parts, reports, language)


def _side(changes: pd.DataFrame, wanted: Measure, organ_ids: Sequence[int], year: int | None) -> pd.DataFrame:
    rows = side_by_side(changes[changes["measure"] == wanted.key], year=year, reference=None)
    order = {one: position for position, one in enumerate(organ_ids)}
    return rows.sort_values("organ_id", key=lambda ids: ids.map(order))


def _warnings(
    organs: pd.DataFrame,
    shown: pd.DataFrame,
    organ_ids: Sequence[int],
    held: Sequence[tuple[Measure, pd.DataFrame]],
    language: Language,
) -> Iterator[str]:
    for name in mixtures(organs, shown, organ_ids):
        yield say(f"mixed.{name}", language)
    if any(rows.loc[rows["value"].notna(), "year"].nunique() > 1 for _, rows in held):
        yield say("briefing.mixed_years", language)


def _spans(held: Sequence[tuple[Measure, pd.DataFrame]], names: dict[int, str], language: Language) -> Iterator[str]:
    for one, rows in held:
        yield title(rows, names, one, language) + say("full_stop", language)


def _who(
    organs: pd.DataFrame, reports: pd.DataFrame, shown: pd.DataFrame, lettered: dict[int, str], language: Language
) -> Part:
    """The organs with their letters, their level and kind, the scope their reports state, the years held."""
    rows = []
    for one, name in lettered.items():
        own = next(each_row(organs[organs["organ_id"] == one]))
        years = sorted({int(year) for year in reports.loc[reports["organ_id"] == one, "year"].dropna()})
        scopes = sorted({str(scope) for scope in shown.loc[shown["organ_id"] == one, "scope"].dropna()})
        sort = say("join", language).join((say(f"level.{own.level}", language), say(f"kind.{own.kind}", language)))
        said = say("briefing.comma", language).join(say(f"scope.{scope}", language) for scope in scopes)
        rows.append((*name.split(" ", 1), sort, said, _runs(years, language)))
    header = ("", *(say(f"briefing.{one}", language) for one in ("organ", "sort", "scope", "years")))
    return Part(
        say("briefing.organs", language), (say("briefing.letters", language),), (),
        Table(header, tuple(rows), _ORGANS),
    )  # fmt: skip


def _runs(years: Sequence[int], language: Language) -> str:
    """2019–2021, 2023."""
    ends = [(one, next(end for end in itertools.count(one) if end + 1 not in years)) for one in years
            if one - 1 not in years]  # fmt: skip
    return say("briefing.comma", language).join(f"{a}\u2013{b}" if b > a else str(a) for a, b in ends)


def _measure(
    wanted: Measure,
    rows: pd.DataFrame,
    changes: pd.DataFrame,
    organ_ids: Sequence[int],
    lettered: dict[int, str],
    language: Language,
) -> Part:
    header = tuple(say(f"briefing.{one}", language) for one in ("organ", "year", "value", "change", "marks"))
    table = tuple(_row(row, wanted, lettered, language) for row in each_row(rows))
    own = changes[changes["measure"] == wanted.key]
    chart = (say("briefing.over_years", language), over_years(own, organ_ids, wanted))
    return Part(
        wanted.named(language), notes_of([wanted], language), (), Table(header, table, _FIGURES), (chart,)
    )  # fmt: skip


def _row(row: Any, wanted: Measure, lettered: dict[int, str], language: Language) -> tuple[str, ...]:
    said = "" if is_missing(row.value) else change_with_base(row, wanted, language)
    value, marked = value_with_counts(row, wanted, language), marks_text(row, language)
    return (lettered[row.organ_id], str(int(row.year)), value, said, marked)


def _found(found: pd.DataFrame, organ: int, language: Language) -> tuple[str, ...]:
    return finding_lines(found[found["organ_id"] == organ], language)


def _sources(reports: pd.DataFrame, lettered: dict[int, str], language: Language, build_id: str) -> Iterator[str]:
    for one, name in lettered.items():
        for line in source_lines(reports[reports["organ_id"] == one], language):
            yield f"{name.split(' ', 1)[0]} {line}"
    yield say("briefing.build", language, build=build_id)
