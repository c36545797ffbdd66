"""A text → its numbered lines, each cell and paragraph of the reading marked on the line that it was read from.

A reader knows the line of a cell and the cells before it on the line: going through the line in their order finds each
of them, and never one of another line.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analytics.documents.facsimile.links import make_slot
from analytics.documents.facsimile.model import Located, name_anchor
from analytics.documents.facsimile.tables import render_grid
from analytics.documents.model import Document, Grid, Place
from analytics.documents.traced import Spot


class _Piece(NamedTuple):
    """What was read from a line."""

    spot: Spot
    place: Place
    text: str


class _Stretch(NamedTuple):
    """From where to where a piece stands on its line."""

    start: int
    end: int
    piece: _Piece


def render_lines(content: str, document: Document) -> tuple[str, Mapping[Spot, Located]]:
    """The lines of a text as markup, and where each cell and paragraph stands."""
    lines = content.splitlines()
    by_line: dict[int, list[_Piece]] = defaultdict(list)
    below = {
        element: grid
        for element, grid in enumerate(document.blocks)
        if isinstance(grid, Grid) and _is_on_one_line(grid)
    }
    tables = {grid.place.line: element for element, grid in below.items()}
    for piece in _split_pieces(document):
        if piece.spot.element in below:
            continue
        by_line[min(max(piece.place.line or 1, 1), max(len(lines), 1))].append(piece)
    located: dict[Spot, Located] = {}
    rendered: list[str] = []
    for number, line in enumerate(lines or [""], start=1):
        pieces = by_line.get(number, ())
        text = _mark_line(line, list(_find(line, pieces)), located)
        for piece in pieces:
            if piece.spot not in located:
                # A blank cell has no text to stand on, and a wrapped one goes on below: the line is where it is.
                located[piece.spot] = Located(piece.place, piece.text, f"line-{number}")
        if number in tables:
            text += render_grid(tables[number], below[tables[number]], located)
        rendered.append(f'<tr class="line"><th>{number}</th><td id="line-{number}">{text}</td></tr>')
    return f'<table class="lines">{"".join(rendered)}</table>', located


def _is_on_one_line(grid: Grid) -> bool:
    """Whether a table was read from markup within the text: its cells have the line on which that begins."""
    return len(grid.rows) > 1 and len({cell.place.line for row in grid.rows for cell in row}) == 1


def _split_pieces(document: Document) -> Iterator[_Piece]:
    for element, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            for number, row in enumerate(block.rows):
                for at, cell in enumerate(row):
                    yield _Piece(Spot(element, number, at), cell.place, cell.text)
        else:
            yield _Piece(Spot(element), block.place, block.text)


def _find(line: str, pieces: Sequence[_Piece]) -> Iterator[_Stretch]:
    """Where the pieces stand on their line: between its bars or tabs where these part it into as many, else one behind
    the other."""
    if parts := _split_parts(line, pieces):
        yield from parts
        return
    behind = 0
    for piece in pieces:
        words = piece.text.split()
        if not words:
            continue
        found = re.compile(r"[\s\u3000|│┃｜]*".join(map(re.escape, words))).search(line, behind)
        if found is not None:
            yield _Stretch(found.start(), found.end(), piece)
            behind = found.end()


_BAR, _TAB = re.compile(r"[^|│┃｜∣]*"), re.compile(r"[^\t]*")


def _split_parts(line: str, pieces: Sequence[_Piece]) -> list[_Stretch]:
    """The cells of a row that bars or tabs part, blank ones included; none where they do not make these pieces."""
    if len(pieces) < _FEWEST or any(piece.spot.row is None for piece in pieces):
        return []
    for parting in (_BAR, _TAB):
        stretches = [found.span() for found in parting.finditer(line) if found.start() == 0 or found[0]]
        for cells in (stretches, stretches[1:], stretches[:-1], stretches[1:-1]):
            found = [_Stretch(*cell, piece) for cell, piece in zip(cells, pieces, strict=False)]
            if len(cells) == len(pieces) and all(
                _is_same_text(line[start:end], piece.text) for start, end, piece in found
            ):
                return found
    return []


_FEWEST = 2


def _is_same_text(part: str, text: str) -> bool:
    """Whether a part of a line is a cell's text; what programs write for a blank cell says nothing."""
    return "".join(part.split()) == "".join(text.split()) or (not text and part.strip() == "NaN")


def _mark_line(line: str, stretches: Sequence[_Stretch], located: dict[Spot, Located]) -> str:
    parts: list[str] = []
    behind = 0
    for start, end, piece in stretches:
        anchor = name_anchor(piece.spot)
        located[piece.spot] = Located(piece.place, piece.text, anchor)
        parts.append(html.escape(line[behind:start]))
        parts.append(f'<span id="{anchor}">{make_slot(anchor)}{html.escape(line[start:end])}</span>')
        behind = end
    return "".join([*parts, html.escape(line[behind:])])
