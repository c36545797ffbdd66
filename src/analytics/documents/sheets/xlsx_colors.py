"""Colours of an XLSX workbook: by value, by number in its palette, or by place in its theme with a tint → shades."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from analytics.documents.shades import BLACK, WHITE, Shade, lay_over, parse_hex

_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
          "folHlink")  # fmt: skip
"""The order in which files count the colours of a theme."""
_OFFICE = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1",
           "954F72")  # fmt: skip
_FIRST = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_INDEXED = (
    *_FIRST, *_FIRST, "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF",
    "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF",
    "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF",
    "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966", "003300",
    "333300", "993300", "993366", "333399", "333333", "000000", "FFFFFF",
)  # fmt: skip
"""ECMA-376, 18.8.27; the last two are the program's own for texts and for paper."""
_MIXING = {"darkGray": 0.75, "mediumGray": 0.5, "lightGray": 0.25, "gray125": 0.125, "gray0625": 0.0625}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that the cells of a workbook refer to."""

    theme: Sequence[str] = _OFFICE
    indexed: Sequence[str] = _INDEXED

    def shade(self, color: etree._Element | None) -> Shade | None:
        """The colour that an element names; None where there is none, or it is left to the program."""
        if color is None:
            return None
        rgb, theme, number = color.get("rgb"), color.get("theme"), color.get("indexed")
        found = parse_hex(rgb) if rgb else None
        if theme is not None and theme.isdigit() and int(theme) < len(self.theme):
            found = parse_hex(self.theme[int(theme)])
        elif found is None and number is not None and number.isdigit() and int(number) < len(self.indexed):
            found = parse_hex(self.indexed[int(number)])
        return found and _apply_tint(found, float(color.get("tint", "0")))

    def grounds(self, fill: etree._Element | None) -> tuple[Shade, ...]:
        """The colours that a fill lays under a text; none where it lays none."""
        if fill is None:
            return ()
        stops = [self.shade(color) for color in fill.iterfind("{*}gradientFill/{*}stop/{*}color")]
        if stops:
            return tuple(stop for stop in stops if stop is not None)
        pattern = fill.find("{*}patternFill")
        kind = pattern.get("patternType") if pattern is not None else None
        if pattern is None or kind == "none":
            return ()
        front, back = self.shade(pattern.find("{*}fgColor")), self.shade(pattern.find("{*}bgColor"))
        if kind is None:  # of conditional formats
            return (back,) if back is not None else ()
        if kind == "solid":
            return (front or back or BLACK,)
        share = _MIXING.get(kind, 0.4)
        return (lay_over((front or BLACK)._replace(alpha=share), back or WHITE),)


def read_palette(theme: etree._Element | None, styles: etree._Element) -> Palette:
    """The colours that a workbook defines itself, and the usual ones for the rest."""
    schemes = theme.iter("{*}clrScheme") if theme is not None else iter(())
    scheme = next(schemes, None)
    named = (
        {etree.QName(color).localname: _get_stored(color) for color in scheme if len(color)}
        if scheme is not None
        else {}
    )
    indexed = [color.get("rgb", "")[-6:] for color in styles.iterfind("{*}colors/{*}indexedColors/{*}rgbColor")]
    return Palette(
        tuple(named.get(name) or usual for name, usual in zip(_THEME, _OFFICE, strict=True)),
        (*indexed, *_INDEXED[len(indexed) :]),
    )


def _get_stored(color: etree._Element) -> str:
    return color[0].get("lastClr") or color[0].get("val") or ""


def _apply_tint(shade: Shade, tint: float) -> Shade:
    """A colour made lighter (up to 1) or darker (down to -1); ECMA-376, 18.8.19."""
    if not tint:
        return shade
    hue, light, saturation = colorsys.rgb_to_hls(*shade[:3])
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return Shade(*colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation))
