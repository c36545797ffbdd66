"""Facts of a report and the places of its document → what is marked where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from analytics.documents.facsimile.model import Facsimile, Frame, Located
from analytics.documents.model import Grid
from analytics.documents.traced import Spot
from analytics.warehouse.records import Evidence

_NUMBER = re.compile(r"[-+−]?\d[\d,，.．]*[%％]?")


@dataclass(frozen=True, slots=True)
class Marks:
    """Where facts stand: ``places`` by cell, with the facsimile of the reading that each was taken from; ``unread`` are
    numbers alone in a cell or on a line, which no fact was taken from."""

    facsimiles: Mapping[int, Facsimile]
    places: Mapping[int, tuple[int, Located]]
    unread: tuple[Located, ...]


def mark_facts(facsimiles: Mapping[int, Facsimile], evidence: Iterable[Evidence]) -> Marks:
    """Find every fact in the facsimile of its reading, by number of reading (0 is always there)."""
    places: dict[int, tuple[int, Located]] = {}
    for item in evidence:
        facsimile = facsimiles.get(item.reading)
        located = facsimile.find(item.element, item.row, item.column) if facsimile else None
        if located is not None:
            places[item.cell] = item.reading, located
    return Marks(facsimiles, places, tuple(_find_unread(facsimiles[0], [located for _, located in places.values()])))


def _find_unread(facsimile: Facsimile, read: list[Located]) -> Iterator[Located]:
    anchors = {located.anchor for located in read}
    middles = [(located.page, _find_middle(frame)) for located in read for frame in located.frames]
    for spot, located in facsimile.located.items():
        if located.anchor in anchors or not _NUMBER.fullmatch("".join(located.text.split())):
            continue
        if not _is_innermost(facsimile, spot):
            continue
        is_read = any(
            page == located.page and any(_encloses(frame, x, y) for frame in located.frames) for page, (x, y) in middles
        )
        if not is_read:  # the second reading may have it in a cell of another number
            yield located


def _is_innermost(facsimile: Facsimile, spot: Spot) -> bool:
    return spot.row is not None or not isinstance(facsimile.document.blocks[spot.element], Grid)


def _find_middle(frame: Frame) -> tuple[float, float]:
    return (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2


def _encloses(frame: Frame, x: float, y: float) -> bool:
    return frame.left <= x <= frame.right and frame.top <= y <= frame.bottom
