"""The second, independent reading of a PDF: other software for the characters, other rules for the cells.

It is asked only where the first reading leaves cells unread or sums that do not add up; it takes five times as long.
"""

from __future__ import annotations

import io
import logging
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

import pdfplumber

from analytics.documents.model import OBJECT, Document, Format
from analytics.documents.page.beside import doubt_beside
from analytics.documents.page.paged import Pages
from analytics.documents.page.ruled.grids import find_blocks, is_in_field
from analytics.documents.page.ruled.underlined import find_cell_edges
from analytics.documents.page.running import remove_running
from analytics.documents.page.unruled.continued import NO_ENDING, Ending, find_ending, remove_borrowed
from analytics.documents.page.unruled.tables import build_tables
from analytics.documents.pdf import pdf
from analytics.documents.printed import (
    Box,
    Field,
    Line,
    Table,
    Word,
    build_line,
    doubt_of,
    group_lines,
    join_text,
    raise_footnote_marks,
)
from analytics.errors import DocumentError
from analytics.settings import Limits

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # damage is for the first reading to tell

_SAME = 1.5
"""Points by which edges of one column may differ from row to row."""


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read every page once more. Raises DocumentError where this software cannot read the file at all."""
    pages = Pages(name, limits)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            printed = _read_pages(document.pages, pdf.find_seen_words(data, limits))
            for number, found in enumerate(remove_borrowed(printed), 1):
                pages.add(number, found)
    except MemoryError:
        raise
    except Exception as reason:  # this library raises whatever a damaged file happens to cause
        raise DocumentError("pdf_broken", file=name, reason=str(reason)[:80]) from reason
    return Document(
        name=name,
        sha256=sha256,
        format=Format.PDF,
        reader="pdfplumber",
        blocks=tuple(pages.blocks),
        titles=tuple(filter(None, (pages.title,))),
    )


def _repair_text(text: str) -> str:
    """The text without halves of characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_pages(
    pages: Iterable[Any], seen: Iterable[tuple[Sequence[Word], Sequence[Box]]]
) -> Iterator[list[Table | Line]]:
    ending = NO_ENDING
    for page, (words, blanks) in zip(pages, seen, strict=False):
        found = _read_page(page, words, blanks, ending)
        ending = find_ending(found, words)
        yield found
        page.close()


def _read_page(page: Any, seen: Sequence[Word], blanks: Sequence[Box], before: Ending) -> list[Table | Line]:
    words = raise_footnote_marks(remove_running(list(_match_words(page, seen))))
    page = page.filter(_is_no_ground)
    em = median(word.box.bottom - word.box.top for word in words) if words else 10.0
    rules = list(_find_rules(page))
    if find_cell_edges(words, rules, em):
        return find_blocks(words, rules)  # this software needs upright rules as well
    found: list[Table] = []
    for table in page.find_tables():
        inside = [word for word in words if _has_middle(table.bbox, word)]
        if inside and len(table.cells) > 1:
            words = [word for word in words if not _has_middle(table.bbox, word)]
            found.append(Table(Box(*table.bbox), tuple(_build_rows(table, inside, em))))
    found = [doubt_beside(table, words, em) for table in found]
    others = build_tables([(build_line(line, em), line) for line in group_lines(words)], em, (), before, blanks)
    return sorted([*found, *others], key=lambda block: (block.box.top, block.box.left))


def _find_rules(page: Any) -> Iterator[Box]:
    """Thin shapes, and the sides of frames."""
    for item in (*page.lines, *page.rects):
        left, top, right, bottom = item["x0"], item["top"], item["x1"], item["bottom"]
        if min(right - left, bottom - top) <= _RULE:
            yield Box(left, top, right, bottom)
        elif item["object_type"] == "rect":
            yield from (Box(left, y, right, y) for y in (top, bottom))
            yield from (Box(x, top, x, bottom) for x in (left, right))


def _is_no_ground(item: dict[str, Any]) -> bool:
    """Whether an object is anything but a painted area: the sides of one are no ruling lines."""
    is_painted = item["object_type"] == "rect" and item.get("fill") and not item.get("stroke")
    return not is_painted or min(item["width"], item["height"]) <= _RULE


_RULE = 3.0


def _match_words(page: Any, seen: Sequence[Word]) -> Iterator[Word]:
    """The characters as this software reads them, where a reader sees any: what hides them is found out once."""
    yield from (word for word in seen if word.text == OBJECT)
    places: dict[tuple[int, int], list[Word]] = {}
    for word in seen:
        if word.text != OBJECT:
            places.setdefault(_find_square(word.box), []).append(word)
    left, top = page.bbox[:2]
    chars = [
        Word(
            _repair_text(char["text"]),
            Box(char["x0"] - left, char["top"] - top, char["x1"] - left, char["bottom"] - top),
        )
        for char in page.chars
        if char["text"].strip()
    ]
    # Where the programs read another character, both stand alone in their place; a hidden one stands beside a seen one.
    met: set[Word] = set()
    for is_same in (True, False):
        for char in chars:
            near = [
                word
                for word in _find_near(places, char.box)
                if word not in met and (word.text.rstrip() == char.text) is is_same
            ]
            if near and char not in met:
                met.update((near[0], char))
                yield _add_space(char._replace(doubt=near[0].doubt), near[0])


def _add_space(char: Word, word: Word) -> Word:
    """The character, reaching over the space behind it as the word does."""
    is_joined = word.text.endswith(" ")
    return Word(f"{char.text} ", char.box._replace(right=word.box.right), None, char.doubt) if is_joined else char


def _find_square(box: Box) -> tuple[int, int]:
    x, y = box.middle
    return round(x / _NEAR), round(y / _NEAR)


def _find_near(places: dict[tuple[int, int], list[Word]], box: Box) -> Iterator[Word]:
    x, y = _find_square(box)
    for down in (0, -1, 1):
        for right in (0, -1, 1):
            yield from places.get((x + right, y + down), ())


_NEAR = 3.0
"""Points by which two programs may place a character apart."""


def _build_rows(table: Any, words: list[Word], em: float) -> Iterator[tuple[Field, ...]]:
    """Cells by rows; spans are counted in the edges that all cells of the table have."""
    xs = _find_edges([x for cell in table.cells for x in (cell[0], cell[2])])
    ys = _find_edges([y for cell in table.cells for y in (cell[1], cell[3])])
    for number, row in enumerate(table.rows):
        fields = []
        for cell in filter(None, row.cells):
            left, right = _find_place(xs, cell[0]), _find_place(xs, cell[2])
            top, bottom = _find_place(ys, cell[1]), _find_place(ys, cell[3])
            cell_words = [word for word in words if _has_middle(cell, word) and is_in_field(word, Box(*cell), em)]
            spans = max(1, bottom - top), max(1, right - left)
            fields.append(
                Field(join_text(cell_words, em), number, left, *spans, Box(*cell), None, doubt_of(cell_words))
            )
        yield tuple(fields)


def _find_edges(positions: list[float]) -> list[float]:
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > _SAME:
            edges.append(position)
    return edges


def _find_place(edges: list[float], position: float) -> int:
    return bisect_left(edges, position - _SAME)


def _has_middle(box: tuple[float, float, float, float], word: Word) -> bool:
    x, y = word.box.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
