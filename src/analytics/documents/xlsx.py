"""The parts of a spreadsheet file (XLSX) → its visible sheets as they are displayed.

A cell gives what it shows: the number through its format, of a text the runs that are neither struck out nor white,
raised runs as raised. An error, a picture, a formula whose result the file does not vouch for are marks of objects.
"""

from __future__ import annotations

import ast
import operator
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from analytics.documents.invisible import markup_without_invisible
from analytics.documents.looks import RUNS_DIFFER, UNSEEN, differ
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.numberformat import (
    BUILT_IN,
    GENERAL,
    NUMBER_FORMAT,
    Displayed,
    displayed,
    displayed_text,
)
from analytics.documents.packed import part, tree
from analytics.documents.sheetmodel import BLANK, Merged, Page
from analytics.errors import DocumentError
from analytics.settings import Limits

MAIN = "xl/workbook.xml"
_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NARROWEST = 0.6
"""Characters: a narrower column shows nothing."""
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576


@dataclass(frozen=True, slots=True)
class _Style:
    """How a cell is shown: its number format; whether its text is struck out, white on white, raised."""

    code: str = GENERAL
    is_unseen: bool = False
    is_raised: bool = False


@dataclass(slots=True)
class _Book:
    """What the sheets of a file share. ``is_stale`` where the file asks for all formulas to be worked out anew."""

    texts: list[_Rich] = field(default_factory=list)
    styles: list[_Style] = field(default_factory=list)
    unseen_conditions: frozenset[int] = frozenset()
    is_stale: bool = False
    from_1904: bool = False


def pages(archive: zipfile.ZipFile, *, name: str, limits: Limits) -> list[Page]:
    """The visible sheets in order. Raises DocumentError where a part is damaged or beyond a limit."""

    def markup(member: str) -> etree._Element | None:
        if member not in names:
            return None
        content = markup_without_invisible(part(archive, member, name=name, limits=limits))
        if _STRICT in content:
            content = content.replace(_STRICT, _TRANSITIONAL)
        return tree(content, name=name, limits=limits)

    names = frozenset(archive.namelist())
    main = markup(MAIN)
    if main is None:
        raise DocumentError("archive_damaged", file=name, reason=MAIN)
    book = _book(main, markup)
    targets = dict(_relations(markup, MAIN))
    found = []
    for sheet in main.iter("{*}sheet"):
        kind, member = targets.get(sheet.get(_RELATION, ""), ("", ""))
        if sheet.get("state", "visible") != "visible" or not kind.endswith("/worksheet"):
            continue
        root = markup(member)
        if root is not None:
            drawings = [target for _, (kind, target) in _relations(markup, member) if kind.endswith("/drawing")]
            found.append(_Sheet(root, book, [one for path in drawings if (one := markup(path)) is not None]).page())
    return found


_Markup = Callable[[str], etree._Element | None]


def _relations(markup: _Markup, member: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (type, member)) of what a part refers to."""
    folder, file = posixpath.split(member)
    root = markup(f"{folder}/_rels/{file}.rels")
    for one in root.iter("{*}Relationship") if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        yield one.get("Id", ""), (one.get("Type", ""), target)


def _book(main: etree._Element, markup: _Markup) -> _Book:
    shared, styles = markup("xl/sharedStrings.xml"), markup("xl/styles.xml")
    book = _Book()
    if shared is not None:
        book.texts = [_rich(item) for item in shared.iter("{*}si")]
    if styles is not None:
        book.styles = _styles(styles)
        book.unseen_conditions = frozenset(
            index for index, one in enumerate(styles.iterfind("{*}dxfs/{*}dxf")) if _takes_away(one)
        )
    calculation, properties = main.find("{*}calcPr"), main.find("{*}workbookPr")
    if calculation is not None:
        is_manual = calculation.get("calcMode") == "manual" and not _is_on(calculation.get("calcCompleted", "1"))
        book.is_stale = is_manual or _is_on(calculation.get("fullCalcOnLoad", "0"))
    if properties is not None:
        book.from_1904 = _is_on(properties.get("date1904", "0"))
    return book


def _is_on(value: str) -> bool:
    return value in ("1", "true", "on")


# Texts and styles -----------------------------------------------------------------------------------------


class _Run(NamedTuple):
    """A stretch of a text of one look; one without a look of its own looks as its cell does."""

    text: str
    has_look: bool = False
    is_unseen: bool = False
    is_raised: bool = False
    look: tuple[tuple[str, str], ...] = ()


_Rich = tuple[_Run, ...]


def _rich(item: etree._Element) -> _Rich:
    """A text with its runs; the pronunciation printed above it is left out."""
    runs = list(item.iterchildren("{*}r"))
    if not runs:
        return (_Run(_unescaped(item.findtext("{*}t") or "")),)
    return tuple(map(_run, runs))


def _run(run: etree._Element) -> _Run:
    text, properties = _unescaped(run.findtext("{*}t") or ""), run.find("{*}rPr")
    if properties is None:
        return _Run(text)
    is_unseen = _is_struck(properties) or _is_white(properties)
    return _Run(text, True, is_unseen, _is_raised(properties), _run_look(properties))


def _seen(runs: _Rich, style: _Style) -> Displayed:
    """What is seen of a text in a cell of this style."""
    if len(runs) == 1 and not (style.is_unseen or style.is_raised or runs[0].has_look):
        return Displayed(runs[0].text)
    pieces = []
    for run in runs:
        is_unseen, is_raised = (run.is_unseen, run.is_raised) if run.has_look else (style.is_unseen, style.is_raised)
        if not is_unseen:
            pieces.append((run.text.translate(RAISED) if is_raised else run.text, run.look))
    return Displayed("".join(text for text, _ in pieces), RUNS_DIFFER if differ(pieces) else "")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _run_look(properties: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """What would make a run look different. A run without properties looks as the cell does, which is not known here:
    it is taken for one of plain size and colour."""
    said = {}
    for one in properties if properties is not None else ():
        kind = etree.QName(one).localname
        if kind in ("sz", "b", "i", "u", "vertAlign"):
            said[kind] = one.get("val", "1")
        elif kind == "color":
            said[kind] = one.get("rgb") or one.get("theme") or ""
    return tuple(sorted(said.items() - {("sz", "11"), ("color", "1"), ("color", "FF000000"), ("color", "")}))


def _is_struck(properties: etree._Element) -> bool:
    strike = properties.find("{*}strike")
    return strike is not None and _is_on(strike.get("val", "1"))


def _is_raised(properties: etree._Element) -> bool:
    align = properties.find("{*}vertAlign")
    return align is not None and align.get("val") in ("superscript", "subscript")


def _is_white(properties: etree._Element) -> bool:
    color = properties.find("{*}color")
    return color is not None and _is_white_color(color)


def _is_white_color(color: etree._Element) -> bool:
    if color.get("rgb"):
        return color.get("rgb", "")[-6:].upper() == "FFFFFF"
    if color.get("indexed"):
        return color.get("indexed") in ("1", "9")
    return color.get("theme") == "0" and float(color.get("tint", "0")) == 0


def _styles(root: etree._Element) -> list[_Style]:
    codes = dict(BUILT_IN)
    for one in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(one.get("numFmtId", "0"))] = one.get("formatCode", GENERAL)
    fonts, fills = list(root.iterfind("{*}fonts/{*}font")), list(root.iterfind("{*}fills/{*}fill"))
    return [_style(one, codes, fonts, fills) for one in root.iterfind("{*}cellXfs/{*}xf")]


def _style(
    xf: etree._Element, codes: Mapping[int, str], fonts: list[etree._Element], fills: list[etree._Element]
) -> _Style:
    font, fill = _nth(fonts, xf.get("fontId")), _nth(fills, xf.get("fillId"))
    code = codes.get(int(xf.get("numFmtId", "0")), GENERAL)
    if font is None:
        return _Style(code)
    is_unseen = _is_struck(font) or (_is_white(font) and not _is_filled(fill))
    return _Style(code, is_unseen, _is_raised(font))


def _nth(elements: list[etree._Element], index: str | None) -> etree._Element | None:
    return elements[int(index)] if index and index.isdigit() and int(index) < len(elements) else None


def _is_filled(fill: etree._Element | None) -> bool:
    pattern = fill.find("{*}patternFill") if fill is not None else None
    if pattern is None:
        return fill is not None and fill.find("{*}gradientFill") is not None
    color = pattern.find("{*}fgColor")
    is_white = color is not None and _is_white_color(color)
    return pattern.get("patternType", "none") != "none" and not is_white


def _takes_away(condition: etree._Element) -> bool:
    """Whether a conditional format may hide, strike out or rewrite a figure."""
    font = condition.find("{*}font")
    is_unseen = font is not None and (_is_struck(font) or _is_white(font))
    return is_unseen or condition.find("{*}numFmt") is not None


# Sheets ---------------------------------------------------------------------------------------------------


class _Sheet:
    """One sheet under way."""

    def __init__(self, root: etree._Element, book: _Book, drawings: list[etree._Element]) -> None:
        self.root, self.book, self.drawings = root, book, drawings
        view = root.find("{*}sheetViews/{*}sheetView")
        self.shows_zeros = view is None or _is_on(view.get("showZeros", "1"))
        self.shows_formulas = view is not None and _is_on(view.get("showFormulas", "0"))
        self.cells: dict[tuple[int, int], Displayed] = {}
        self.hidden_rows: set[int] = set()

    def page(self) -> Page:
        """What the sheet shows."""
        self._read_cells()
        merged = self._merged()
        self._mark_drawn()
        self._doubt_conditions()
        hidden, widths = self._columns()
        self._doubt_narrow(widths, merged)
        return Page(self.cells, merged, frozenset(self.hidden_rows), frozenset(hidden))

    def _read_cells(self) -> None:
        number = 0
        for row in self.root.iterfind("{*}sheetData/{*}row"):
            number = int(row.get("r") or number + 1)
            if _is_on(row.get("hidden", "0")) or (row.get("ht") is not None and float(row.get("ht", "1")) == 0):
                self.hidden_rows.add(number)
            column = 0
            for cell in row.iterchildren("{*}c"):
                found = _PLACE.fullmatch(cell.get("r", ""))
                column = _column(found[1]) if found else column + 1
                shown = self._shown(cell)
                if shown is not BLANK:
                    self.cells[number, column] = shown

    def _shown(self, cell: etree._Element) -> Displayed:
        index = cell.get("s", "0")
        style = self.book.styles[int(index)] if int(index) < len(self.book.styles) else _Style()
        shown = self._content(cell, style)
        if not shown.text:
            return BLANK
        return Displayed("\n".join(" ".join(line.split()) for line in shown.text.split("\n")).strip(), shown.doubt)

    def _content(self, cell: etree._Element, style: _Style) -> Displayed:
        kind, stored, formula = cell.get("t", "n"), cell.findtext("{*}v") or "", cell.find("{*}f")
        if kind == "e":
            return Displayed(OBJECT)
        if kind == "inlineStr":
            item = cell.find("{*}is")
            return self._text(_rich(item), style) if item is not None else BLANK
        if formula is not None:
            worked_out = _constant(formula.text or "")
            if self.shows_formulas:
                return Displayed(OBJECT)
            if worked_out is not None and kind == "n":
                return self._number(worked_out, style)
            if not stored or self.book.is_stale:
                return Displayed(OBJECT) if stored or kind != "str" else BLANK
        if kind == "s":
            is_known = stored.isdigit() and int(stored) < len(self.book.texts)
            return self._text(self.book.texts[int(stored)], style) if is_known else BLANK
        if kind in ("str", "d"):
            return self._text((_Run(_unescaped(stored)),), style)
        if kind == "b":
            return self._text((_Run("TRUE" if stored == "1" else "FALSE"),), style)
        return self._stored_number(stored, style)

    def _text(self, runs: _Rich, style: _Style) -> Displayed:
        seen = _seen(runs, style)
        return Displayed(displayed_text(seen.text, style.code), seen.doubt)

    def _stored_number(self, stored: str, style: _Style) -> Displayed:
        try:
            return self._number(float(stored), style) if stored else BLANK
        except ValueError:
            return Displayed(OBJECT)

    def _number(self, value: float, style: _Style) -> Displayed:
        if style.is_unseen or (value == 0 and not self.shows_zeros):
            return BLANK
        return displayed(value, style.code, from_1904=self.book.from_1904)

    def _merged(self) -> Merged:
        found = (one.get("ref", "").split(":") for one in self.root.iterfind("{*}mergeCells/{*}mergeCell"))
        spans: Merged = {}
        for ends in found:
            if len(ends) == 2 and (first := _place(ends[0])) and (last := _place(ends[1])):
                spans[first] = (last[0] - first[0] + 1, last[1] - first[1] + 1)
        return spans

    def _mark_drawn(self) -> None:
        """A picture that begins in a blank cell is what this cell shows."""
        for drawing in self.drawings:
            for begin in drawing.iter("{*}from"):
                row, column = begin.findtext("{*}row"), begin.findtext("{*}col")
                if row is None or column is None:
                    continue
                place = (int(row) + 1, int(column) + 1)
                if place not in self.cells and place[0] < _MOST_ROWS and place[1] < _MOST_COLUMNS:
                    self.cells[place] = Displayed(OBJECT)

    def _doubt_conditions(self) -> None:
        for condition in self.root.iter("{*}conditionalFormatting"):
            rules = condition.iter("{*}cfRule")
            if not any(int(rule.get("dxfId", "-1")) in self.book.unseen_conditions for rule in rules):
                continue
            for area in condition.get("sqref", "").split():
                first, _, last = area.partition(":")
                top, bottom = _place(first), _place(last or first)
                for (row, column), shown in self.cells.items() if top and bottom else ():
                    if top and bottom and top[0] <= row <= bottom[0] and top[1] <= column <= bottom[1]:
                        self.cells[row, column] = Displayed(shown.text, shown.doubt or UNSEEN)

    def _columns(self) -> tuple[set[int], dict[int, float]]:
        """Hidden columns, and the widths that were set."""
        hidden: set[int] = set()
        widths: dict[int, float] = {}
        used = {column for _, column in self.cells}
        for one in self.root.iterfind("{*}cols/{*}col"):
            first, last, width = int(one.get("min", "1")), int(one.get("max", "1")), float(one.get("width", "9"))
            among = range(first, min(last, max(used, default=0)) + 1)
            if _is_on(one.get("hidden", "0")) or width < _NARROWEST:
                hidden.update(among)
            else:
                widths.update(dict.fromkeys(among, width))
        return hidden, widths

    def _doubt_narrow(self, widths: Mapping[int, float], merged: Merged) -> None:
        """A number wider than its column is shown as signs of that."""
        for (row, column), shown in self.cells.items():
            width = widths.get(column)
            if width is None or (row, column) in merged or len(shown.text) <= width + 1:
                continue
            if shown.text.replace(",", "").replace(".", "").lstrip("-").isdigit():
                self.cells[row, column] = Displayed(shown.text, shown.doubt or NUMBER_FORMAT)


def _place(reference: str) -> tuple[int, int] | None:
    found = _PLACE.fullmatch(reference.replace("$", ""))
    return (int(found[2]), _column(found[1])) if found else None


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column


_OPERATORS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
_LONGEST_FORMULA = 200


def _constant(formula: str) -> float | None:
    """The value of a formula of numbers alone; None for any other."""
    if not formula or len(formula) > _LONGEST_FORMULA or not re.fullmatch(r"[\d.\s+\-*/()=]+", formula):
        return None
    try:
        return _value(ast.parse(re.sub(r"(?<![\d.])0+(?=\d)", "", formula.lstrip("= ")), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd | ast.USub):
        return _value(node.operand) * (-1 if isinstance(node.op, ast.USub) else 1)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    raise ValueError(type(node).__name__)
