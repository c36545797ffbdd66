"""A Chinese font of this machine, cut down to the characters of one file, to be embedded in it.

Text → the name of the font and a TrueType file that holds its glyphs, or None where no usable font is found. The PDF
writer embeds TrueType outlines only: those of Noto and Source Han are turned into such. Restricted fonts are passed by.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, TTLibError, newTable
from matplotlib.font_manager import findSystemFonts

_WANTED = (
    "notosanscjksc-regular", "notosanssc", "notosanscjk-regular", "sourcehansanssc-regular", "sourcehansanscn-regular",
    "sourcehansans-regular", "msyh", "pingfang", "hiragino sans gb", "stheiti", "deng", "wqy-microhei", "wqy-zenhei",
    "notoserifcjk-regular", "simsun", "simhei", "droidsansfallbackfull", "uming",
)  # fmt: skip
"""Beginnings of file names, best first: what Debian, Windows and macOS bring."""
_SAMPLE = "\u53bf\u955c\u653f\u5e9c"
_TOLERANCE = 0.5
"""Units of the em, a thousand to two thousand of them, that an outline may move."""
_POSTSCRIPT_NAME = 6
_RESTRICTED = 0x0002
"""``fsType`` of a font that may not be embedded."""


class Embedded(NamedTuple):
    """A font to embed: the name of what it was cut from, the name of its own, and its file."""

    name: str
    face: str
    content: bytes


def embed_font(text: str) -> Embedded | None:
    """The glyphs of ``text`` from the best font found."""
    found = _find_face()
    if found is None:
        return None
    path, number = found
    with TTFont(path, fontNumber=number, lazy=True) as font:
        name = str(font["name"].getBestFullName())
        options = Options(layout_features=[], notdef_outline=True, hinting=False, name_IDs=[1, 2, 4, 6])
        options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB", "GDEF", "DSIG"]
        cut = Subsetter(options)
        cut.populate(text=text + " ")
        cut.subset(font)
        if "glyf" not in font:
            _convert_to_truetype(font)
        # The PDF writer takes fonts of one PostScript name for the same font.
        font_name = f"Briefing-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        for record in font["name"].names:
            if record.nameID == _POSTSCRIPT_NAME:
                record.string = font_name
        file = io.BytesIO()
        font.save(file)
    return Embedded(name, font_name, file.getvalue())


@lru_cache(maxsize=1)
def _find_face() -> tuple[str, int] | None:
    """File and face of the best font of this machine that has simplified Chinese and may be embedded."""
    return next(_list_faces(), None)


def _list_faces() -> Iterator[tuple[str, int]]:
    ranked = [
        (rank, path)
        for path in findSystemFonts()
        for rank, name in enumerate(_WANTED)
        if Path(path).name.lower().startswith(name)
    ]
    for _, path in sorted(ranked):
        try:
            number = _find_simplified(path)
        except (TTLibError, OSError, KeyError):
            continue
        if number is not None:
            yield path, number


def _find_simplified(path: str) -> int | None:
    """The face of a font file whose glyphs are those of the mainland, where it has several."""
    if not path.lower().endswith((".ttc", ".otc")):
        with TTFont(path, lazy=True) as font:
            return 0 if _is_usable(font) else None
    with TTCollection(path, lazy=True) as faces:
        usable = [(number, str(font["name"].getDebugName(4))) for number, font in enumerate(faces) if _is_usable(font)]
    return next((number for number, name in usable if " SC" in name), usable[0][0] if usable else None)


def _is_usable(font: Any) -> bool:
    known = font.getBestCmap()
    return all(ord(character) in known for character in _SAMPLE) and not font["OS/2"].fsType & _RESTRICTED


def _convert_to_truetype(font: Any) -> None:
    """Cubic outlines as quadratic ones."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    font["glyf"].compile(font)
    for name, glyph in drawn.items():
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    largest = font["maxp"] = newTable("maxp")
    largest.tableVersion, largest.numGlyphs = 0x00010000, len(order)
    for name in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                 "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours",
                 "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"):  # fmt: skip
        setattr(largest, name, 1 if name == "maxZones" else 0)
    largest.compile(font)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font["post"].glyphOrder = order
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"
