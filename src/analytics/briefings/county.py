"""The briefing of one organ: its largest changes, its key figures beside its peers', findings, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
from analytics.briefings.pictures import draw_against_peers
from analytics.charts.parts.titles import write_latest_change, write_trend_title
from analytics.charts.parts.wording import write_value
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

    sentence: str
    names: tuple[str, ...]


def write_briefing(frames: Frames, bands: pd.DataFrame, *, organ_id: int, name: str, peers: Peers) -> Briefing:
    """The briefing of the one organ of the frames; ``bands`` of ``transforms.organ.profile.find_quartiles`` are empty
    where too few peers have a value, and then no peers are named."""
    latest = [(measure, row) for measure in frames.measures for row in each_row(frames.rows_of(measure))]
    kept = [(measure, row) for measure, row in latest if not is_missing(row.value)]
    names = {organ_id: name}
    note = frames.say("briefing.chart_note" if len(bands) else "briefing.chart_note_alone", peers=peers.sentence)
    charts = tuple(_draw_chart(frames, measure, bands, names) for measure, _ in kept)
    parts = (
        Part(
            frames.say("briefing.figures"),
            (_describe_peers(frames, peers, bands),),
            (),
            _list_figures(frames, latest, bands),
        ),
        describe_reading(frames, [measure for measure, _ in kept]),
        Part(frames.say("briefing.over_years"), (note,), (), None, charts),
        describe_findings(frames, {organ_id: ""}),
        describe_sources(frames, {organ_id: ""}),
    )
    title = frames.say("briefing.title", organ=name, year=int(frames.reports["year"].max()))
    return assemble_briefing(frames, title, _lead(frames, kept, names), parts)


def _describe_peers(frames: Frames, peers: Peers, bands: pd.DataFrame) -> str:
    if bands.empty:
        return frames.say("briefing.no_peers", least=LEAST_PEERS)
    named = peers.names[:_NAMED]
    listed = frames.say("list.names").join(named)
    key = "briefing.peers_named" if len(named) == len(peers.names) else "briefing.peers_some"
    return frames.say(
        key, peers=peers.sentence, names=listed, count=number(len(peers.names) - len(named), frames.language)
    )  # fmt: skip


def _draw_chart(frames: Frames, measure: Measure, bands: pd.DataFrame, names: dict[int, str]) -> Chart:
    changes = frames.of(measure)
    picture = draw_against_peers(changes, bands[bands["measure"] == measure.key], measure)
    return make_chart(
        frames,
        measure.named(frames.language),
        picture,
        write_trend_title(changes, names, measure, frames.language),
        changes,
    )


def _lead(frames: Frames, kept: Sequence[tuple[Measure, Any]], names: dict[int, str]) -> Iterator[str]:
    """The largest changes of the latest year that has any, doubtful ones and small bases left out."""
    rows = pd.DataFrame([row._asdict() for _, row in kept])
    if rows.empty:
        return
    firm = rows[
        rows["percent"].notna() & ~rows["is_small_base"].astype(bool) & ~rows["is_coverage_suspected"].astype(bool)
        & rows["is_certain"].astype(bool)
    ]  # fmt: skip
    order = firm.loc[firm["percent"].abs().sort_values(ascending=False).index]
    known = {measure.key: measure for measure, _ in kept}
    for key in order["measure"].head(_SAID):
        yield (
            write_latest_change(rows[rows["measure"] == key], names, known[key], frames.language)
            + frames.say("full_stop").strip()
        )


def _list_figures(frames: Frames, latest: Sequence[tuple[Measure, Any]], bands: pd.DataFrame) -> Table:
    """One row a measure: its latest value, or why its latest report has none."""
    names = ("measure", "year", "value", "change", "marks")
    rows = [(measure.named(frames.language), *describe_row(row, measure, frames.language)) for measure, row in latest]
    if bands.empty:
        return Table(write_header(frames, *names), tuple(rows), _WIDTHS_ALONE)
    spreads = [_spread(frames, row, measure, bands) for measure, row in latest]
    both = tuple((*row[:-1], spread, row[-1]) for row, spread in zip(rows, spreads, strict=True))
    return Table(write_header(frames, *names[:-1], "peers", names[-1]), both, _WIDTHS)


def _spread(frames: Frames, row: Any, measure: Measure, bands: pd.DataFrame) -> str:
    """The peers' quartiles in the year of the row, or that too few of them have a value."""
    band = bands[(bands["measure"] == measure.key) & (bands["year"] == row.year)]
    if band.empty:
        return frames.say("briefing.few_peers", least=LEAST_PEERS)
    ends = (band.iloc[0][name] for name in ("low", "middle", "high"))
    return " · ".join(write_value(end, measure, frames.language, with_unit=False) for end in ends)
