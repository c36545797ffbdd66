"""The parts of a spreadsheet file (XLSX) → its visible sheets as they are displayed.

A cell gives what it shows: the number through its format, of a text the runs that are neither struck out nor white,
raised runs as raised. An error, a picture, a formula whose result the file does not vouch for are marks of objects.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field

from lxml import etree

from analytics.documents.containers.packed import parse_markup, read_part
from analytics.documents.invisible import remove_invisible_bytes
from analytics.documents.looks import COVERED, HIDDEN, UNSEEN
from analytics.documents.model import OBJECT
from analytics.documents.numberformat import NUMBER_FORMAT, Displayed, display_number, display_text
from analytics.documents.sheets.formulas import compute_constant
from analytics.documents.sheets.sheetmodel import BLANK, Merged, Page
from analytics.documents.sheets.xlsx_colors import Palette, read_palette
from analytics.documents.sheets.xlsx_conditions import Change, change_of, find_hidden, parse_column
from analytics.documents.sheets.xlsx_drawn import read_drawings
from analytics.documents.sheets.xlsx_looks import (
    Rich,
    Run,
    Style,
    display_runs,
    is_on,
    read_runs,
    read_styles,
    unescape,
)
from analytics.errors import DocumentError
from analytics.settings import Limits

MAIN = "xl/workbook.xml"
_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NARROWEST = 0.6
"""Characters: a narrower column shows nothing."""
_LOWEST = 2.0
"""Points: a lower row shows nothing."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576


@dataclass(slots=True)
class _Book:
    """What the sheets of a file share. ``is_stale`` where the file asks for all formulas to be worked out anew."""

    texts: list[Rich] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    palette: Palette = field(default_factory=Palette)
    _: KW_ONLY
    is_stale: bool = False
    from_1904: bool = False


def read_pages(archive: zipfile.ZipFile, *, name: str, limits: Limits) -> list[Page]:
    """The visible sheets in order. Raises DocumentError where a part is damaged or beyond a limit."""

    def read_markup(member: str) -> etree._Element | None:
        if member not in names:
            return None
        content = remove_invisible_bytes(read_part(archive, member, name=name, limits=limits))
        if _STRICT in content:
            content = content.replace(_STRICT, _TRANSITIONAL)
        return parse_markup(content, name=name, limits=limits)

    names = frozenset(archive.namelist())
    main = read_markup(MAIN)
    if main is None:
        raise DocumentError("archive_damaged", file=name, reason=MAIN)
    book = _read_book(main, read_markup)
    targets = dict(_read_relations(read_markup, MAIN))
    found = []
    for sheet in main.iter("{*}sheet"):
        kind, member = targets.get(sheet.get(_RELATION, ""), ("", ""))
        if sheet.get("state", "visible") != "visible" or not kind.endswith("/worksheet"):
            continue
        root = read_markup(member)
        if root is not None:
            drawings = [
                target for _, (kind, target) in _read_relations(read_markup, member) if kind.endswith("/drawing")
            ]
            found.append(
                _Sheet(root, book, [drawing for path in drawings if (drawing := read_markup(path)) is not None]).page()
            )
    return found


_Markup = Callable[[str], etree._Element | None]


def _read_relations(markup: _Markup, member: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (type, member)) of what a part refers to."""
    folder, file = posixpath.split(member)
    root = markup(f"{folder}/_rels/{file}.rels")
    for relation in root.iter("{*}Relationship") if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        yield relation.get("Id", ""), (relation.get("Type", ""), target)


def _read_book(main: etree._Element, markup: _Markup) -> _Book:
    shared, styles = markup("xl/sharedStrings.xml"), markup("xl/styles.xml")
    book = _Book()
    if styles is not None:
        themes = (target for _, (kind, target) in _read_relations(markup, MAIN) if kind.endswith("/theme"))
        book.palette = read_palette(markup(next(themes, "")), styles)
        book.styles = read_styles(styles, book.palette)
        book.changes = [change_of(dxf, book.palette) for dxf in styles.iterfind("{*}dxfs/{*}dxf")]
    if shared is not None:
        book.texts = [read_runs(item, book.palette) for item in shared.iter("{*}si")]
    calculation, properties = main.find("{*}calcPr"), main.find("{*}workbookPr")
    if calculation is not None:
        is_manual = calculation.get("calcMode") == "manual" and not is_on(calculation.get("calcCompleted", "1"))
        book.is_stale = is_manual or is_on(calculation.get("fullCalcOnLoad", "0"))
    if properties is not None:
        book.from_1904 = is_on(properties.get("date1904", "0"))
    return book


# Sheets ---------------------------------------------------------------------------------------------------


class _Sheet:
    """One sheet under way."""

    def __init__(self, root: etree._Element, book: _Book, drawings: list[etree._Element]) -> None:
        self.root, self.book, self.drawings = root, book, drawings
        view = root.find("{*}sheetViews/{*}sheetView")
        self.shows_zeros = view is None or is_on(view.get("showZeros", "1"))
        self.shows_formulas = view is not None and is_on(view.get("showFormulas", "0"))
        self.cells: dict[tuple[int, int], Displayed] = {}
        self.styles: dict[tuple[int, int], Style] = {}
        self.values: dict[tuple[int, int], float] = {}
        self.hidden_rows: set[int] = set()
        self.heights: dict[int, float] = {}

    def page(self) -> Page:
        """What the sheet shows."""
        self._read_cells()
        merged = self._read_merged()
        hidden, widths = self._read_columns()
        self._mark_drawn(widths)
        self._doubt_conditions()
        self._doubt_narrow(widths, merged)
        return Page(self.cells, merged, frozenset(self.hidden_rows), frozenset(hidden))

    def _read_cells(self) -> None:
        number = 0
        for row in self.root.iterfind("{*}sheetData/{*}row"):
            number = int(row.get("r") or number + 1)
            if row.get("ht") is not None:
                self.heights[number] = float(row.get("ht", "1"))
            if is_on(row.get("hidden", "0")) or self.heights.get(number, _LOWEST) < _LOWEST:
                self.hidden_rows.add(number)
            column = 0
            for cell in row.iterchildren("{*}c"):
                found = _PLACE.fullmatch(cell.get("r", ""))
                column = parse_column(found[1]) if found else column + 1
                index = int(cell.get("s", "0"))
                style = self.book.styles[index] if index < len(self.book.styles) else Style()
                displayed_cell = self._display_cell(cell, style)
                if displayed_cell is not BLANK:
                    self.cells[number, column], self.styles[number, column] = displayed_cell, style
                    stored = cell.findtext("{*}v") or ""
                    if cell.get("t", "n") == "n" and _NUMBER.fullmatch(stored):
                        self.values[number, column] = float(stored)

    def _display_cell(self, cell: etree._Element, style: Style) -> Displayed:
        content = self._read_content(cell, style)
        if not content.text:
            return BLANK
        text = "\n".join(" ".join(line.split()) for line in content.text.split("\n")).strip()
        return Displayed(text, content.doubt or style.doubt)

    def _read_content(self, cell: etree._Element, style: Style) -> Displayed:
        kind, stored, formula = cell.get("t", "n"), cell.findtext("{*}v") or "", cell.find("{*}f")
        if kind == "e":
            return Displayed(OBJECT)
        if kind == "inlineStr":
            item = cell.find("{*}is")
            return self._text(read_runs(item, self.book.palette), style) if item is not None else BLANK
        if formula is not None:
            worked_out = compute_constant(formula.text or "")
            if self.shows_formulas:
                return Displayed(OBJECT)
            if worked_out is not None and kind == "n":
                return self._display_number(worked_out, style)
            if not stored or self.book.is_stale:
                return Displayed(OBJECT) if stored or kind != "str" else BLANK
        if kind == "s":
            is_known = stored.isdigit() and int(stored) < len(self.book.texts)
            return self._text(self.book.texts[int(stored)], style) if is_known else BLANK
        if kind in ("str", "d"):
            return self._text((Run(unescape(stored)),), style)
        if kind == "b":
            return self._text((Run("TRUE" if stored == "1" else "FALSE"),), style)
        return self._read_number(stored, style)

    def _text(self, runs: Rich, style: Style) -> Displayed:
        seen = display_runs(runs, style)
        if seen.doubt == HIDDEN:
            return seen
        return Displayed(display_text(seen.text, style.code), seen.doubt)

    def _read_number(self, stored: str, style: Style) -> Displayed:
        try:
            return self._display_number(float(stored), style) if stored else BLANK
        except ValueError:
            return Displayed(OBJECT)

    def _display_number(self, value: float, style: Style) -> Displayed:
        if value == 0 and not self.shows_zeros:
            return BLANK
        displayed_number = display_number(value, style.code, from_1904=self.book.from_1904)
        # A format that leaves zeros out prints blanks; one that leaves other numbers out hides them.
        return (
            Displayed(OBJECT, HIDDEN) if style.is_unseen or (value and not displayed_number.text) else displayed_number
        )

    def _read_merged(self) -> Merged:
        found = (element.get("ref", "").split(":") for element in self.root.iterfind("{*}mergeCells/{*}mergeCell"))
        spans: Merged = {}
        for ends in found:
            if len(ends) == 2 and (first := _parse_place(ends[0])) and (last := _parse_place(ends[1])):
                spans[first] = (last[0] - first[0] + 1, last[1] - first[1] + 1)
        return spans

    def _mark_drawn(self, widths: Mapping[int, float]) -> None:
        """A picture that begins in a blank cell is what this cell shows; one over figures may hide them."""
        for drawing in self.drawings:
            for shape in read_drawings(drawing, self.heights, widths):
                if shape.first not in self.cells and shape.first[0] < _MOST_ROWS and shape.first[1] < _MOST_COLUMNS:
                    self.cells[shape.first] = Displayed(OBJECT)
                for place in filter(shape.is_over, list(self.cells) if shape.may_cover else ()):
                    self._doubt(place, COVERED)

    def _doubt_conditions(self) -> None:
        for place in find_hidden(self.root, self.book.changes, self.book.palette, self.styles, self.values):
            self._doubt(place, UNSEEN)

    def _doubt(self, place: tuple[int, int], key: str) -> None:
        cell = self.cells[place]
        self.cells[place] = Displayed(cell.text, cell.doubt or key)

    def _read_columns(self) -> tuple[set[int], dict[int, float]]:
        """Hidden columns, and the widths that were set."""
        hidden: set[int] = set()
        widths: dict[int, float] = {}
        used = {column for _, column in self.cells}
        for element in self.root.iterfind("{*}cols/{*}col"):
            first, last, width = (
                int(element.get("min", "1")),
                int(element.get("max", "1")),
                float(element.get("width", "9")),
            )
            among = range(first, min(last, max(used, default=0)) + 1)
            if is_on(element.get("hidden", "0")) or width < _NARROWEST:
                hidden.update(among)
            else:
                widths.update(dict.fromkeys(among, width))
        return hidden, widths

    def _doubt_narrow(self, widths: Mapping[int, float], merged: Merged) -> None:
        """A number wider than its column is shown as signs of that."""
        for (row, column), cell in self.cells.items():
            width = widths.get(column)
            if width is None or (row, column) in merged or len(cell.text) <= width + 1:
                continue
            if cell.text.replace(",", "").replace(".", "").lstrip("-").isdigit():
                self.cells[row, column] = Displayed(cell.text, cell.doubt or NUMBER_FORMAT)


def _parse_place(reference: str) -> tuple[int, int] | None:
    found = _PLACE.fullmatch(reference.replace("$", ""))
    return (int(found[2]), parse_column(found[1])) if found else None
