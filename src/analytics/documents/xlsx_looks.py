"""How the cells of an XLSX workbook and the runs in them look: number formats, struck, raised and white text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from analytics.documents.looks import RUNS_DIFFER, differ
from analytics.documents.model import RAISED
from analytics.documents.numberformat import (
    BUILT_IN,
    GENERAL,
    Displayed,
)

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is shown: its number format; whether its text is struck out, white on white, raised."""

    code: str = GENERAL
    is_unseen: bool = False
    is_raised: bool = False


def is_on(value: str) -> bool:
    """Whether an attribute says yes."""
    return value in ("1", "true", "on")


class Run(NamedTuple):
    """A stretch of a text of one look; one without a look of its own looks as its cell does."""

    text: str
    has_look: bool = False
    is_unseen: bool = False
    is_raised: bool = False
    look: tuple[tuple[str, str], ...] = ()


Rich = tuple[Run, ...]


def runs_of(item: etree._Element) -> Rich:
    """A text with its runs; the pronunciation printed above it is left out."""
    runs = list(item.iterchildren("{*}r"))
    if not runs:
        return (Run(unescape(item.findtext("{*}t") or "")),)
    return tuple(map(_run, runs))


def _run(run: etree._Element) -> Run:
    text, properties = unescape(run.findtext("{*}t") or ""), run.find("{*}rPr")
    if properties is None:
        return Run(text)
    is_unseen = is_struck(properties) or is_white(properties)
    return Run(text, True, is_unseen, _is_raised(properties), _run_look(properties))


def seen_text(runs: Rich, style: Style) -> Displayed:
    """What is seen of a text in a cell of this style."""
    if len(runs) == 1 and not (style.is_unseen or style.is_raised or runs[0].has_look):
        return Displayed(runs[0].text)
    pieces = []
    for run in runs:
        is_unseen, is_raised = (run.is_unseen, run.is_raised) if run.has_look else (style.is_unseen, style.is_raised)
        if not is_unseen:
            pieces.append((run.text.translate(RAISED) if is_raised else run.text, run.look))
    return Displayed("".join(text for text, _ in pieces), RUNS_DIFFER if differ(pieces) else "")


def unescape(text: str) -> str:
    """Text with its ``_x0041_`` escapes as the characters they stand for."""
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


def is_struck(properties: etree._Element) -> bool:
    """Whether a font is struck through."""
    strike = properties.find("{*}strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _is_raised(properties: etree._Element) -> bool:
    align = properties.find("{*}vertAlign")
    return align is not None and align.get("val") in ("superscript", "subscript")


def is_white(properties: etree._Element) -> bool:
    """Whether a font is white, which nobody sees on paper."""
    color = properties.find("{*}color")
    return color is not None and _is_white_color(color)


def _is_white_color(color: etree._Element) -> bool:
    if color.get("rgb"):
        return color.get("rgb", "")[-6:].upper() == "FFFFFF"
    if color.get("indexed"):
        return color.get("indexed") in ("1", "9")
    return color.get("theme") == "0" and float(color.get("tint", "0")) == 0


def styles_of(root: etree._Element) -> list[Style]:
    """The styles of cells, in the order in which cells refer to them."""
    codes = dict(BUILT_IN)
    for one in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(one.get("numFmtId", "0"))] = one.get("formatCode", GENERAL)
    fonts, fills = list(root.iterfind("{*}fonts/{*}font")), list(root.iterfind("{*}fills/{*}fill"))
    return [_style(one, codes, fonts, fills) for one in root.iterfind("{*}cellXfs/{*}xf")]


def _style(
    xf: etree._Element, codes: Mapping[int, str], fonts: list[etree._Element], fills: list[etree._Element]
) -> Style:
    font, fill = _nth(fonts, xf.get("fontId")), _nth(fills, xf.get("fillId"))
    code = codes.get(int(xf.get("numFmtId", "0")), GENERAL)
    if font is None:
        return Style(code)
    is_unseen = is_struck(font) or (is_white(font) and not _is_filled(fill))
    return Style(code, is_unseen, _is_raised(font))


def _nth(elements: list[etree._Element], index: str | None) -> etree._Element | None:
    return elements[int(index)] if index and index.isdigit() and int(index) < len(elements) else None


def _is_filled(fill: etree._Element | None) -> bool:
    pattern = fill.find("{*}patternFill") if fill is not None else None
    if pattern is None:
        return fill is not None and fill.find("{*}gradientFill") is not None
    color = pattern.find("{*}fgColor")
    is_white = color is not None and _is_white_color(color)
    return pattern.get("patternType", "none") != "none" and not is_white
