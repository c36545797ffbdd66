"""An OpenDocument file (ODT, ODS, FODT, FODS) → Document: texts as a word processor's, sheets as they are displayed.

Every innermost table becomes a Grid, every paragraph outside one a Paragraph or Heading, in the order of the text. What
is hidden, deleted or struck out is left out; a picture, a control or an error in a cell is the mark of an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from analytics.documents.containers.office_marks import OPENDOCUMENT_PART
from analytics.documents.containers.packed import open_archive, parse_markup, read_part
from analytics.documents.invisible import remove_invisible_bytes
from analytics.documents.looks import RUNS_DIFFER, UNSEEN, differ
from analytics.documents.model import OBJECT, RAISED, Block, Cell, Document, Format, Grid, Heading, Paragraph, Place
from analytics.documents.numberformat import NUMBER_FORMAT, Displayed
from analytics.documents.odf.styles import PLAIN, Look, Styles, read_styles, tag
from analytics.documents.web.wrapping import is_mere_wrapping
from analytics.errors import DocumentError
from analytics.settings import Limits

_STYLES, _MANIFEST = "styles.xml", "META-INF/manifest.xml"
_FLAT = re.compile(rb"<office:document[\s>]")
_HEAD = 4096
_LINE = "\u2028"
LONGEST_REPEAT = 1000
"""Filled cells are not repeated further; the empty rest of a sheet is repeated to its end."""
_TITLES = 3

_TEXT, SHEETS = tag("office", "text"), tag("office", "spreadsheet")
_P, _H, _LIST, _ITEM, _SPAN = (
    tag("text", "p"),
    tag("text", "h"),
    tag("text", "list"),
    tag("text", "list-item"),
    tag("text", "span"),
)
TABLE, _ROW = tag("table", "table"), tag("table", "table-row")
CELL, COVERED, COLUMN = tag("table", "table-cell"), tag("table", "covered-table-cell"), tag("table", "table-column")
_FRAME, _BOX = tag("draw", "frame"), tag("draw", "text-box")
_PICTURES = tag("draw", "image"), tag("draw", "object"), tag("draw", "object-ole")
_SKIPPED = frozenset((
    tag("text", "tracked-changes"), tag("text", "note-body"), tag("office", "annotation"), tag("text", "ruby-text"),
    tag("office", "forms"), tag("text", "sequence-decls"), tag("text", "variable-decls"), tag("table", "shapes"),
    tag("office", "event-listeners"), tag("text", "hidden-text"), tag("text", "index-title-template"),
    tag("text", "alphabetical-index-mark"), tag("text", "toc-mark"),
))  # fmt: skip
_STAND_INS = {tag("text", "tab"): " ", tag("text", "line-break"): _LINE, tag("text", "s"): " "}
_DRAWN = "{" + tag("draw", "x")[1:].split("}")[0] + "}"

Piece = tuple[str, Look]


def is_flat(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument file in one piece of markup (FODT, FODS)."""
    return _FLAT.search(data, 0, _HEAD) is not None


def read_content(data: bytes, *, name: str, limits: Limits) -> tuple[etree._Element, Styles]:
    """The markup of a file and its styles. Raises DocumentError where it is damaged, locked, or beyond a limit."""
    if is_flat(data):
        if len(data) > limits.markup_bytes:
            raise DocumentError(
                "unpacks_too_large", file=name, size_mb=len(data) / 1e6, limit_mb=limits.markup_bytes / 1e6
            )
        root = parse_markup(remove_invisible_bytes(data), name=name, limits=limits)
        return root, read_styles([root])
    with open_archive(data, name=name, limits=limits) as archive:
        members = frozenset(archive.namelist())
        if _MANIFEST in members and b"encryption-data" in read_part(archive, _MANIFEST, name=name, limits=limits):
            raise DocumentError("password_needed", file=name)
        root, *others = (
            parse_markup(
                remove_invisible_bytes(read_part(archive, member, name=name, limits=limits)), name=name, limits=limits
            )
            for member in (OPENDOCUMENT_PART, _STYLES)
            if member in members
        )
    return root, read_styles([*others, root])


def is_sheet(root: etree._Element) -> bool:
    """Whether the file is a spreadsheet."""
    return next(root.iter(SHEETS), None) is not None


def read_document(root: etree._Element, known: Styles, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read a text. Raises DocumentError where it is none, or beyond a limit."""
    body = next(root.iter(_TEXT), None)
    if body is None:
        raise DocumentError("format_not_read", file=name, found="office")
    reading = _Reading(name, limits, known)
    reading.walk(body, 0)
    lines = [block for block in reading.blocks if not isinstance(block, Grid) and block.text]
    headings = [block for block in lines[_TITLES:] if isinstance(block, Heading)]
    stated = " ".join((root.findtext(f".//{tag('dc', 'title')}") or "").split())
    titles = (*(block.text for block in (*lines[:_TITLES], *headings[:_TITLES])), stated)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.DOCX,
        reader="odf",
        blocks=tuple(reading.blocks),
        titles=tuple(filter(None, titles)),
        pictures=tuple(reading.pictures),
    )


class _Runs:
    """The text of elements as runs of one look each."""

    def __init__(self, known: Styles, *, in_cell: bool) -> None:
        self.known, self.in_cell = known, in_cell

    def of(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        yield element.text or "", look
        for child in element:
            if isinstance(child.tag, str):
                yield from self._read_child(child, look)
            yield child.tail or "", look

    def _read_child(self, child: etree._Element, look: Look) -> Iterator[Piece]:
        kind = str(child.tag)
        if kind in _SKIPPED or child.get(tag("text", "is-hidden")) == "true":
            return
        if kind in _STAND_INS:
            yield _STAND_INS[kind], look
        elif kind == tag("text", "note-citation"):
            yield "".join(child.itertext()).translate(RAISED), look
        elif kind in (_P, _H):
            yield " ", PLAIN
            outer = look.combine_with(self.known.look("paragraph", child.get(tag("text", "style-name"))))
            yield from self.of(child, outer)
        elif kind == _SPAN:
            yield from self.of(child, look.combine_with(self.known.look("text", child.get(tag("text", "style-name")))))
        elif kind == _LIST:
            yield from self._read_list(child, look)
        elif kind.startswith(_DRAWN) and kind != tag("draw", "a"):
            yield from self._drawn(child, look)
        elif kind == tag("text", "placeholder"):
            yield OBJECT if self.in_cell else "", look
        elif kind == tag("office", "annotation-end") or len(child) or child.text:
            yield from self.of(child, look)
        elif self.in_cell and child.get(tag("text", "formula")) is not None:
            yield OBJECT, look  # a field without its result

    def _drawn(self, child: etree._Element, look: Look) -> Iterator[Piece]:
        if not self.in_cell:
            return
        boxes = list(child.iter(_P, _H))
        if not any("".join(box.itertext()).strip() for box in boxes):
            yield OBJECT, look
        for box in boxes:
            yield " ", PLAIN
            yield from self.of(box, look)

    def _read_list(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        is_numbered = element.get(tag("text", "style-name"), "") in self.known.numbered_lists
        words = "".join(str(text) for text in element.itertext())
        if self.in_cell and is_numbered and not any(character.isalpha() for character in words):
            yield OBJECT, look
        yield from self.of(element, look)


def _join_pieces(pieces: Sequence[Piece]) -> Displayed:
    seen = [
        (text.translate(RAISED) if look.is_raised else text, look.differing)
        for text, look in pieces
        if text and not look.is_unseen
    ]
    return Displayed("".join(text for text, _ in seen), RUNS_DIFFER if differ(seen) else "")


class _Reading:
    """Blocks so far."""

    def __init__(self, name: str, limits: Limits, known: Styles) -> None:
        self.name, self.limits, self.known = name, limits, known
        self.blocks: list[Block] = []
        self.pictures: list[int] = []
        self.grids = 0
        self.cells = 0

    def walk(self, holder: etree._Element, depth: int) -> None:
        """Read the blocks of the text, of a section, or of a cell that lays out the page."""
        if depth > self.limits.nesting_depth:
            raise DocumentError("nested_too_deep", file=self.name, limit=self.limits.nesting_depth)
        for child in holder:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED or _is_hidden_section(child):
                continue
            if child.tag in (_P, _H, _FRAME) and next(child.iter(*_PICTURES), None) is not None:
                self.pictures.append(len(self.blocks))
            if child.tag in (_P, _H):
                self._add_paragraph(child)
                for box in child.iter(_BOX):
                    self.walk(box, depth + 1)
            elif child.tag == _FRAME:
                for box in child.iter(_BOX):
                    self.walk(box, depth + 1)
            elif child.tag == TABLE:
                self._add_table(child, depth)
            else:
                self.walk(child, depth + 1)

    def _add_paragraph(self, element: etree._Element) -> None:
        look = self.known.look("paragraph", element.get(tag("text", "style-name")))
        text = _join_pieces(list(_Runs(self.known, in_cell=False).of(element, look))).text
        for line in text.split(_LINE):
            folded, place = " ".join(line.split()), Place(len(self.blocks))
            self.blocks.append(Heading(folded, place) if element.tag == _H and folded else Paragraph(folded, place))

    def _add_table(self, table: etree._Element, depth: int) -> None:
        inner = list(table.iterdescendants(TABLE))
        cell_count = sum(1 for _ in table.iter(CELL)) - len(
            {cell for inner_table in inner for cell in inner_table.iter(CELL)}
        )
        if inner and not is_mere_wrapping(
            cell_count, [" ".join("".join(map(str, inner_table.itertext())).split()) for inner_table in inner]
        ):
            for cell in _list_cells(table):
                self.walk(cell, depth + 3)
            return
        element, rows = len(self.blocks), list[tuple[Cell, ...]]()
        for row in _list_seen_rows(table):
            rows.append(self._read_row(row, Place(element, None, self.grids, len(rows))))
            self.cells += len(rows[-1])
            if self.cells > self.limits.grid_cells:
                raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
        if any(rows):
            self.blocks.append(Grid(tuple(rows), Place(element, grid=self.grids)))
            self.grids += 1

    def _read_row(self, row: etree._Element, place: Place) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for cell in row.iterchildren(CELL):
            displayed = display_cell(cell, self.known, PLAIN)
            for _ in range(min(repeat_count(cell, "number-columns-repeated"), LONGEST_REPEAT)):
                spans = repeat_count(cell, "number-rows-spanned"), repeat_count(cell, "number-columns-spanned")
                cells.append(Cell(displayed.text, place._replace(column=len(cells)), *spans, None, displayed.doubt))
        return tuple(cells)


def display_cell(cell: etree._Element, known: Styles, column: Look) -> Displayed:
    """What a cell shows; ``column`` is the look that its column gives it."""
    name = cell.get(tag("table", "style-name"))
    look = known.look("table-cell", name) if name else column
    displayed = _join_pieces(list(_Runs(known, in_cell=True).of(cell, look)))
    text = " ".join(displayed.text.split())
    is_error = cell.get(tag("calcext", "value-type")) == "error" or re.fullmatch(r"#[A-Z/0!?]+|Err:\d+", text)
    value = cell.get(tag("office", "value"))
    if is_error or (cell.get(tag("table", "formula")) and value is None and not text and not _is_text(cell)):
        return Displayed(OBJECT)
    if next(cell.iter(_P), None) is None and value is not None:
        return Displayed(value, NUMBER_FORMAT)  # a program that wrote no text beside the value
    return Displayed(text, displayed.doubt or (UNSEEN if name in known.conditional and text else ""))


def _is_text(cell: etree._Element) -> bool:
    return cell.get(tag("office", "value-type")) in ("string", "date", "boolean")


def _is_hidden_section(element: etree._Element) -> bool:
    is_hidden = element.get(tag("text", "is-hidden")) == "true"
    return is_hidden or element.get(tag("text", "display")) in ("none", "condition")


def list_rows(table: etree._Element, *, is_seen: bool = True) -> Iterator[tuple[etree._Element, bool]]:
    """Rows and whether they are seen; those of groups and headers included, those of tables in cells not."""
    for child in table:
        if child.tag == _ROW:
            yield child, is_seen and child.get(tag("table", "visibility"), "visible") == "visible"
        elif isinstance(child.tag, str) and child.tag.startswith(tag("table", "table-")) and child.tag != COLUMN:
            yield from list_rows(child, is_seen=is_seen and child.get(tag("table", "display")) != "false")


def _list_seen_rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row, is_seen in list_rows(table) if is_seen)


def _list_cells(table: etree._Element) -> Iterator[etree._Element]:
    for row in _list_seen_rows(table):
        yield from row.iterchildren(CELL)


def repeat_count(element: etree._Element, name: str) -> int:
    """How often an element says that it is repeated, or how many rows or columns it spans."""
    value = element.get(tag("table", name), "1")
    return max(1, min(int(value), 2**20)) if value.isascii() and value.isdigit() else 1


# Sheets ---------------------------------------------------------------------------------------------------
