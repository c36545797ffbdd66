"""What every reader hands on: a document as ordered blocks whose cells know where they stand.

A reader keeps the order of the page. A ``Grid`` has row boundaries that can be trusted. Where a table lost
them, its cells are paragraphs one after another, and an empty paragraph is kept: it may be an empty cell.
Text is as printed, white space folded.

Places, cells and paragraphs are named tuples: a report has hundreds, and a frozen dataclass costs
five times as much to make.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import NamedTuple

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""How readers give digits printed above or below the line: a footnote mark is not the last digit of a figure."""


RECOGNISER = "rapidocr"
"""The reader of documents of which the words had to be recognised."""
OBJECT = "\ufffc"
"""Stands in a text for anything printed there that is not text this program understands: a picture, a form field, an
error value, a formula without a result. A cell that holds it is never blank and never a number."""
LOST = "\ufffd"
"""Stands in a text for a character that was there and cannot be told: broken bytes, a glyph without a meaning."""


class Format(StrEnum):
    """Format of a document by its content, never by its name."""

    TEXT = "text"
    HTML = "html"
    SHEET = "sheet"
    PDF = "pdf"
    DOCX = "docx"
    WORKBOOK = "workbook"
    PICTURE = "picture"
    DOC = "doc"
    OFD = "ofd"


class Traits(NamedTuple):
    """How a format is treated."""

    is_paged: bool = False
    """Its words stand at places on pages, and a row may be torn by the end of one."""
    is_lined: bool = False
    """It is lines of text, which are shown as they are."""
    has_rival: bool = False
    """Either of its two readings may be the better; of other formats the second only bears witness."""


TRAITS: Mapping[Format, Traits] = {
    Format.TEXT: Traits(is_lined=True),
    Format.HTML: Traits(),
    Format.SHEET: Traits(is_lined=True),
    Format.PDF: Traits(is_paged=True, has_rival=True),
    Format.DOCX: Traits(),
    Format.WORKBOOK: Traits(),
    Format.PICTURE: Traits(is_paged=True, has_rival=True),
    Format.DOC: Traits(),
    Format.OFD: Traits(is_paged=True),
}


class Place(NamedTuple):
    """Where something stands in its document.

    ``element`` counts blocks from 0; ``line`` is the source line of a text file or of the page's markup;
    ``grid`` counts grids from 0 and is None outside them; ``row`` and ``column`` count from 0 within a grid.
    ``reading`` is 1 where the place is one of the document's second reading (see ``detect.read_again``).
    """

    element: int
    page: int | None = None
    grid: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    reading: int = 0


class Cell(NamedTuple):
    """One printed cell. ``rowspan`` and ``colspan`` are as the source says, 1 where it says nothing. ``score`` is how
    sure a recogniser was of the worst of its words, 0 to 1; None where the file itself says what it prints. ``doubt``
    is the key of the finding that says why the reader is not sure of the text, empty where it is."""

    text: str
    place: Place
    rowspan: int = 1
    colspan: int = 1
    score: float | None = None
    doubt: str = ""


class Heading(NamedTuple):
    """A line that the source itself marks as a heading."""

    text: str
    place: Place


class Paragraph(NamedTuple):
    """A paragraph of prose, or a single line of a text file; empty where the source has an empty one.

    ``ends_cell`` says that a bar closed it: it was a cell of a table. ``doubt`` is as for cells.
    """

    text: str
    place: Place
    ends_cell: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with rows. Cells stand in source order; a cell spanned from above is not repeated."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place


Block = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """One reading of one document.

    ``titles`` are candidates, best first (page title, first heading); ``published`` is a date the page itself
    states as its publication date (ISO), or None. ``remarks`` are keys of findings about the document as a whole.
    ``pictures`` are those outside tables of which no text is known: of each, how many blocks stand before it.
    """

    name: str
    sha256: str
    format: Format
    reader: str
    _: KW_ONLY
    blocks: tuple[Block, ...]
    titles: tuple[str, ...] = ()
    published: str | None = None
    encoding: str | None = None
    remarks: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
