"""Blocks of a document → its paragraphs and tables as markup, with the spans that the file gives them.

For word processors' files and workbooks, which say what stands in which cell and leave the drawing to a program.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from analytics.documents.facsimile.links import make_slot
from analytics.documents.facsimile.model import Located, name_anchor
from analytics.documents.model import OBJECT, Cell, Document, Grid, Heading, Paragraph
from analytics.documents.traced import Spot

_OBJECT_SIGN = "▨"
"""Stands for a picture, a field or whatever else is no text."""


def render_tables(document: Document, names: Sequence[str] = ()) -> tuple[str, Mapping[Spot, Located]]:
    """All blocks as markup, and where each stands. ``names`` are those of the grids, in order (a workbook's sheets)."""
    located: dict[Spot, Located] = {}
    pieces: list[str] = []
    grids = 0
    for element, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            if grids < len(names):
                pieces.append(f'<h2 class="sheet-name">{html.escape(names[grids])}</h2>')
            grids += 1
            pieces.append(render_grid(element, block, located))
        else:
            pieces.append(_make_line(element, block, located))
    return "".join(pieces), located


def _make_line(element: int, block: Heading | Paragraph, located: dict[Spot, Located]) -> str:
    spot = Spot(element)
    anchor = name_anchor(spot)
    located[spot] = Located(block.place, block.text, anchor)
    tag = "h2" if isinstance(block, Heading) else "p"
    return f'<{tag} id="{anchor}">{make_slot(anchor)}{_read_text(block.text)}</{tag}>'


def render_grid(element: int, grid: Grid, located: dict[Spot, Located]) -> str:
    """A table as markup; its cells are added to ``located``."""
    anchor = name_anchor(Spot(element))
    located[Spot(element)] = Located(grid.place, "", anchor)
    return f'<table id="{anchor}">{"".join(_make_rows(element, grid, located))}</table>'


def _make_rows(element: int, grid: Grid, located: dict[Spot, Located]) -> Iterator[str]:
    for number, row in enumerate(grid.rows):
        yield f"<tr>{''.join(_make_cell(Spot(element, number, at), cell, located) for at, cell in enumerate(row))}</tr>"


def _make_cell(spot: Spot, cell: Cell, located: dict[Spot, Located]) -> str:
    # A reader may leave covered cells out of a row: the place, not the order, is what a fact knows its cell by.
    if cell.place.column is not None:
        spot = spot._replace(row=cell.place.row, column=cell.place.column)
    anchor = name_anchor(spot)
    located[spot] = Located(cell.place, cell.text, anchor)
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if count > 1
    )
    return f'<td id="{anchor}"{spans}>{make_slot(anchor)}{_read_text(cell.text)}</td>'


def _read_text(text: str) -> str:
    return html.escape(text.replace(OBJECT, _OBJECT_SIGN)).replace("\u2028", "<br>")
