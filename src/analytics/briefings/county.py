"""The briefing of one organ: its largest changes, its key figures beside its peers', findings, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from analytics.briefings.pictures import against_peers
from analytics.charts.wording import trend_title, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import number

_SAID = 5
"""Sentences at the head: the measures that changed most."""
_NAMED = 30
"""Peers that are named; of more, the number is."""
_WIDTHS = (0.21, 0.07, 0.17, 0.27, 0.15, 0.13)


@dataclass(frozen=True, slots=True)
class Peers:
    """Whose quartiles stand beside the organ's figures: in words, and by name."""

    said: str
    names: tuple[str, ...]


def briefing(
    changes: pd.DataFrame,
    bands: pd.DataFrame,
    wanted: Sequence[Measure],
    *,
    name: str,
    peers: Peers,
    reports: pd.DataFrame,
    found: pd.DataFrame,
    language: Language,
    build_id: str,
) -> Briefing:
    """The briefing of one organ.

    ``changes`` of the organ (grain year × measure), ``bands`` of ``transforms.profile.quartiles``, ``reports`` and
    ``found`` (findings) of the organ.
    """
    latest = _latest(changes, wanted)
    kept = [one for one, _ in latest]
    charts = tuple(
        (
            one.named(language),
            against_peers(changes[changes["measure"] == one.key], bands[bands["measure"] == one.key], one),
        )
        for one in kept
    )
    header = tuple(say(f"briefing.{one}", language) for one in ("measure", "year", "value", "change", "peers", "marks"))
    rows = tuple(_row(row, one, bands, language) for one, row in latest)
    sources = (*source_lines(reports, language), say("briefing.build", language, build=build_id))
    parts = (
        Part(say("briefing.figures", language), (_whose(peers, language),), (), Table(header, rows, _WIDTHS)),
        Part(say("briefing.reading", language), (), notes_of(kept, language)),
        Part(
            say("briefing.over_years", language), (say("briefing.chart_note", language, peers=peers.said),), (), None,
            charts,
        ),
        Part(say("briefing.findings", language), (), finding_lines(found, language)),
        Part(say("briefing.sources", language), (), sources),
    )  # fmt: skip
    title = say("briefing.title", language, organ=name, year=int(reports["year"].max()))
    return briefing_of(title, tuple(_lead(changes, latest, name, language)), parts, reports, language)


def _whose(peers: Peers, language: Language) -> str:
    if not peers.names:
        return say("briefing.no_peers", language)
    named = peers.names[:_NAMED]
    listed = say("briefing.comma", language).join(named)
    key = "briefing.peers_named" if len(named) == len(peers.names) else "briefing.peers_some"
    return say(key, language, peers=peers.said, names=listed, count=number(len(peers.names) - len(named), language))


def _latest(changes: pd.DataFrame, wanted: Sequence[Measure]) -> list[tuple[Measure, Any]]:
    """The latest row with a value of each measure that has one."""
    found: list[tuple[Measure, Any]] = []
    for one in wanted:
        own = changes[(changes["measure"] == one.key) & changes["value"].notna() & changes["stated_by_year"].isna()]
        found += [(one, row) for row in each_row(own.sort_values("year").tail(1))]
    return found


def _lead(changes: pd.DataFrame, latest: Sequence[tuple[Measure, Any]], name: str, language: Language) -> Iterator[str]:
    """The largest changes of the latest year that has any, doubtful ones and small bases left out."""
    rows = pd.DataFrame([row._asdict() for _, row in latest])
    if rows.empty:
        return
    kept = rows[
        rows["percent"].notna() & ~rows["is_small_base"].astype(bool) & ~rows["is_coverage_suspected"].astype(bool)
        & rows["is_certain"].astype(bool)
    ]  # fmt: skip
    order = kept.loc[kept["percent"].abs().sort_values(ascending=False).index]
    known = {one.key: one for one, _ in latest}
    names = {int(one): name for one in changes["organ_id"].unique()}
    for key in order["measure"].head(_SAID):
        yield trend_title(changes[changes["measure"] == key], names, known[key], language) + say("full_stop", language)


def _row(row: Any, wanted: Measure, bands: pd.DataFrame, language: Language) -> tuple[str, ...]:
    year = int(row.year)
    band = bands[(bands["measure"] == wanted.key) & (bands["year"] == year)]
    spread = ""
    if len(band):
        low, middle, high = (value_text(band.iloc[0][one], wanted, language, with_unit=False) for one in
                             ("low", "middle", "high"))  # fmt: skip
        spread = f"{low} · {middle} · {high}"
    return (
        wanted.named(language), str(year), value_with_counts(row, wanted, language),
        change_with_base(row, wanted, language), spread, marks_text(row, language),
    )  # fmt: skip
