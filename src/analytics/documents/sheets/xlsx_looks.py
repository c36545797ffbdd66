"""How the cells of an XLSX workbook and the runs in them look: number formats, struck, raised and unseen text."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, replace
from typing import NamedTuple

from lxml import etree

from analytics.documents.looks import ALTERED, HIDDEN, RUNS_DIFFER, UNSEEN, differ
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.numberformat import BUILT_IN, GENERAL, Displayed
from analytics.documents.shades import BLACK, WHITE, Shade, Sight, judge_sight
from analytics.documents.sheets.xlsx_colors import Palette

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is shown: its number format; whether its text is struck out or not seen, raised; why it is in doubt;
    its colour, and what it stands on."""

    code: str = GENERAL
    is_unseen: bool = False
    is_raised: bool = False
    doubt: str = ""
    _: KW_ONLY
    color: Shade = BLACK
    grounds: tuple[Shade, ...] = (WHITE,)

    def find_sight(self, color: Shade | None = None, grounds: tuple[Shade, ...] = ()) -> Sight:
        """Whether its text is seen, in its own colours or in others."""
        sights = {judge_sight(color or self.color, ground) for ground in grounds or self.grounds}
        return sights.pop() if len(sights) == 1 else Sight.FAINT


def is_on(value: str) -> bool:
    """Whether an attribute says yes."""
    return value in ("1", "true", "on")


class Run(NamedTuple):
    """A stretch of a text of one look; one without a look of its own looks as its cell does. ``color`` is None where
    the run names none."""

    text: str
    has_look: bool = False
    is_unseen: bool = False
    is_raised: bool = False
    color: Shade | None = None
    is_altered: bool = False
    look: tuple[tuple[str, str], ...] = ()


Rich = tuple[Run, ...]


def read_runs(item: etree._Element, palette: Palette) -> Rich:
    """A text with its runs; the pronunciation printed above it is left out."""
    runs = list(item.iterchildren("{*}r"))
    if not runs:
        return (Run(unescape(item.findtext("{*}t") or "")),)
    return tuple(_read_run(run, palette) for run in runs)


def _read_run(run: etree._Element, palette: Palette) -> Run:
    text, properties = unescape(run.findtext("{*}t") or ""), run.find("{*}rPr")
    if properties is None:
        return Run(text)
    is_unseen = is_struck(properties) or _read_size(properties) < _TINY
    color = palette.shade(properties.find("{*}color"))
    return Run(text, True, is_unseen, _is_raised(properties), color, _is_altered(properties), _run_look(properties))


def display_runs(runs: Rich, style: Style) -> Displayed:
    """What is seen of a text in a cell of this style."""
    if len(runs) == 1 and not (style.is_unseen or style.is_raised or runs[0].has_look):
        return Displayed(runs[0].text)
    pieces = []
    doubt = ""
    for run in runs:
        is_unseen, is_raised = (run.is_unseen, run.is_raised) if run.has_look else (style.is_unseen, style.is_raised)
        sight = style.find_sight(run.color) if run.color is not None and run.text.strip() else Sight.SEEN
        if is_unseen or sight is Sight.UNSEEN:
            continue
        pieces.append((run.text.translate(RAISED) if is_raised else run.text, run.look))
        doubt = doubt or (UNSEEN if sight is Sight.FAINT else ALTERED if run.is_altered else "")
    text = "".join(text for text, _ in pieces)
    if not text.strip() and any(run.text.strip() for run in runs):
        return Displayed(OBJECT, HIDDEN)
    return Displayed(text, (RUNS_DIFFER if differ(pieces) else "") or doubt)


def unescape(text: str) -> str:
    """Text with its ``_x0041_`` escapes as the characters they stand for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _run_look(properties: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """What would make a run look different. A run without properties looks as the cell does, which is not known here:
    it is taken for one of plain size and colour."""
    look = {}
    for element in properties if properties is not None else ():
        kind = etree.QName(element).localname
        if kind in ("sz", "b", "i", "u", "vertAlign"):
            look[kind] = element.get("val", "1")
        elif kind == "color":
            look[kind] = element.get("rgb") or element.get("theme") or ""
    return tuple(sorted(look.items() - {("sz", "11"), ("color", "1"), ("color", "FF000000"), ("color", "")}))


def is_struck(properties: etree._Element) -> bool:
    """Whether a font is struck through."""
    strike = properties.find("{*}strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _is_raised(properties: etree._Element) -> bool:
    align = properties.find("{*}vertAlign")
    return align is not None and align.get("val") in ("superscript", "subscript")


_TINY, _SMALL = 2.5, 4.0
"""Points: smaller letters are specks; small ones may be overlooked."""
_SYMBOLS = re.compile(r"wingdings|webdings|zapf ?dingbats|symbol|marlett|barcode", re.IGNORECASE)


def _read_size(properties: etree._Element) -> float:
    size = properties.find("{*}sz")
    return float(size.get("val", "11")) if size is not None else 11.0


def _is_altered(properties: etree._Element) -> bool:
    """Whether a font draws digits as something else, or too small."""
    names = (properties.find(name) for name in ("{*}name", "{*}rFont"))
    is_symbol = any(name is not None and _SYMBOLS.search(name.get("val", "")) for name in names)
    return is_symbol or _read_size(properties) < _SMALL


def read_styles(root: etree._Element, palette: Palette) -> list[Style]:
    """The styles of cells, in the order in which cells refer to them."""
    codes = dict(BUILT_IN)
    for number_format in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(number_format.get("numFmtId", "0"))] = number_format.get("formatCode", GENERAL)
    fonts, fills = list(root.iterfind("{*}fonts/{*}font")), list(root.iterfind("{*}fills/{*}fill"))
    return [
        _build_style(
            xf, codes.get(int(xf.get("numFmtId", "0")), GENERAL), _get_nth(fonts, xf.get("fontId")),
            palette.grounds(_get_nth(fills, xf.get("fillId"))) or (WHITE,), palette,
        )
        for xf in root.iterfind("{*}cellXfs/{*}xf")
    ]  # fmt: skip


def _build_style(
    xf: etree._Element, code: str, font: etree._Element | None, grounds: tuple[Shade, ...], palette: Palette
) -> Style:
    color = (palette.shade(font.find("{*}color")) if font is not None else None) or BLACK
    style = Style(code, color=color, grounds=grounds)
    sight = style.find_sight()
    is_unseen = sight is Sight.UNSEEN or (font is not None and (is_struck(font) or _read_size(font) < _TINY))
    alignment = xf.find("{*}alignment")
    is_repeated = alignment is not None and alignment.get("horizontal") == "fill"
    is_altered = is_repeated or (font is not None and _is_altered(font))
    doubt = UNSEEN if sight is Sight.FAINT else ALTERED if is_altered else ""
    return replace(style, is_unseen=is_unseen, is_raised=font is not None and _is_raised(font), doubt=doubt)


def _get_nth(elements: list[etree._Element], index: str | None) -> etree._Element | None:
    return elements[int(index)] if index and index.isdigit() and int(index) < len(elements) else None
