"""What a facsimile is: pages as pictures with frames, or markup with anchors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from analytics.documents.model import Document, Place
from analytics.documents.traced import Spot


class Frame(NamedTuple):
    """A box on a page, as shares of the page's width and height from its upper left corner, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


class Located(NamedTuple):
    """A cell or paragraph in the document as published. On pages it has a ``page`` (from 1) and ``frames``, several
    where its lines are; in markup the element whose id is ``anchor`` holds it, and nothing else."""

    place: Place
    text: str
    anchor: str
    page: int | None = None
    frames: tuple[Frame, ...] = ()


class Leaf(NamedTuple):
    """A page: its width and height in any unit, and its picture where that is no page of the file itself: a photograph
    made level (JPEG), a page drawn from its marks (SVG)."""

    width: float
    height: float
    picture: bytes | None = None
    media_type: str = ""


class Picture(NamedTuple):
    """A picture of a page, encoded."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A document as published. It has ``leaves`` where it has pages, else ``markup``: a fragment of HTML without
    scripts, style sheets, forms, addresses and pictures, in which an empty ``<a data-spot="ANCHOR"></a>`` stands where
    a link may be set (:func:`set_links`). ``located`` has all cells and paragraphs that were found."""

    document: Document
    located: Mapping[Spot, Located]
    leaves: tuple[Leaf, ...] = ()
    markup: str = ""
    draw: Callable[[int], Picture] | None = field(default=None, compare=False)
    """Draws a page by its number; for the holder of the document's bytes."""

    def find(self, element: int | None, row: int | None = None, column: int | None = None) -> Located | None:
        """Where a cell or paragraph stands; where only its row or block is known, the row's first cell."""
        if element is None:
            return None
        for spot in (Spot(element, row, column), Spot(element, row, 0), Spot(element)):
            if spot in self.located:
                return self.located[spot]
        return None


def name_anchor(spot: Spot) -> str:
    """The id of a spot's element."""
    return "-".join(["c" + str(spot.element), *(str(part) for part in spot[1:] if part is not None)])
