"""The briefing of one organ: its largest changes, its key figures beside its peers', findings, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.briefings.model import Briefing, Chart, Part, Table
from analytics.briefings.parts import Frames, chart, findings, header, reading, sources, whole, worded
from analytics.briefings.pictures import against_peers
from analytics.charts.parts.wording import trend_title, value_text
from analytics.transforms.groups.peers import LEAST_PEERS
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.words.numbers import is_missing, number

_SAID = 5
"""Sentences at the head: the measures that changed most."""
_NAMED = 30
"""Peers that are named; of more, the number is."""
_WIDTHS, _WIDTHS_ALONE = (0.21, 0.06, 0.17, 0.27, 0.16, 0.13), (0.22, 0.06, 0.2, 0.34, 0.18)
"""Of the table with and without its peers' quartiles."""


@dataclass(frozen=True, slots=True)
class Peers:
    """Whose quartiles stand beside the organ's figures: in words, and by name."""

    said: str
    names: tuple[str, ...]


def briefing(held: Frames, bands: pd.DataFrame, *, organ_id: int, name: str, peers: Peers) -> Briefing:
    """The briefing of the one organ of the frames; ``bands`` of ``transforms.organ.profile.quartiles`` are empty where
    too few peers have a value, and then no peers are named."""
    latest = [(one, row) for one in held.wanted for row in each_row(held.rows_of(one))]
    kept = [(one, row) for one, row in latest if not is_missing(row.value)]
    names = {organ_id: name}
    note = held.say("briefing.chart_note" if len(bands) else "briefing.chart_note_alone", peers=peers.said)
    charts = tuple(_chart(held, one, bands, names) for one, _ in kept)
    parts = (
        Part(held.say("briefing.figures"), (_whose(held, peers, bands),), (), _figures(held, latest, bands)),
        reading(held, [one for one, _ in kept]),
        Part(held.say("briefing.over_years"), (note,), (), None, charts),
        findings(held, {organ_id: ""}),
        sources(held, {organ_id: ""}),
    )
    title = held.say("briefing.title", organ=name, year=int(held.reports["year"].max()))
    return whole(held, title, _lead(held, kept, names), parts)


def _whose(held: Frames, peers: Peers, bands: pd.DataFrame) -> str:
    if bands.empty:
        return held.say("briefing.no_peers", least=LEAST_PEERS)
    named = peers.names[:_NAMED]
    listed = held.say("list.names").join(named)
    key = "briefing.peers_named" if len(named) == len(peers.names) else "briefing.peers_some"
    return held.say(
        key, peers=peers.said, names=listed, count=number(len(peers.names) - len(named), held.language)
    )  # fmt: skip


def _chart(held: Frames, wanted: Measure, bands: pd.DataFrame, names: dict[int, str]) -> Chart:
    own = held.of(wanted)
    picture = against_peers(own, bands[bands["measure"] == wanted.key], wanted)
    return chart(held, wanted.named(held.language), picture, trend_title(own, names, wanted, held.language), own)


def _lead(held: Frames, kept: Sequence[tuple[Measure, Any]], names: dict[int, str]) -> Iterator[str]:
    """The largest changes of the latest year that has any, doubtful ones and small bases left out."""
    rows = pd.DataFrame([row._asdict() for _, row in kept])
    if rows.empty:
        return
    firm = rows[
        rows["percent"].notna() & ~rows["is_small_base"].astype(bool) & ~rows["is_coverage_suspected"].astype(bool)
        & rows["is_certain"].astype(bool)
    ]  # fmt: skip
    order = firm.loc[firm["percent"].abs().sort_values(ascending=False).index]
    known = {one.key: one for one, _ in kept}
    for key in order["measure"].head(_SAID):
        yield trend_title(held.of(known[key]), names, known[key], held.language) + held.say("full_stop").strip()


def _figures(held: Frames, latest: Sequence[tuple[Measure, Any]], bands: pd.DataFrame) -> Table:
    """One row a measure: its latest value, or why its latest report has none."""
    names = ("measure", "year", "value", "change", "marks")
    rows = [(one.named(held.language), *worded(row, one, held.language)) for one, row in latest]
    if bands.empty:
        return Table(header(held, *names), tuple(rows), _WIDTHS_ALONE)
    spreads = [_spread(held, row, one, bands) for one, row in latest]
    both = tuple((*row[:-1], spread, row[-1]) for row, spread in zip(rows, spreads, strict=True))
    return Table(header(held, *names[:-1], "peers", names[-1]), both, _WIDTHS)


def _spread(held: Frames, row: Any, wanted: Measure, bands: pd.DataFrame) -> str:
    """The peers' quartiles in the year of the row, or that too few of them have a value."""
    band = bands[(bands["measure"] == wanted.key) & (bands["year"] == row.year)]
    if band.empty:
        return held.say("briefing.few_peers", least=LEAST_PEERS)
    ends = (band.iloc[0][name] for name in ("low", "middle", "high"))
    return " · ".join(value_text(end, wanted, held.language, with_unit=False) for end in ends)
