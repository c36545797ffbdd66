"""The texts in the cells of a page that have the colour of what they stand on → out, or the cell doubted.

A text has the colour that is declared nearest around it, by style, rule or attribute, and stands on what the nearest
elements around it lay under it; where nothing says so it is black on white.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from analytics.documents.shades import BLACK, WHITE, Shade, Sight, is_pale, judge_sight, lay_over
from analytics.documents.web.csscolors import INHERITING, is_telling_color, is_telling_ground, parse_ground, shade_of
from analytics.documents.web.effects import Declared
from analytics.documents.web.styling import Styling, may_lose_text


class _Paint(NamedTuple):
    """How texts in an element are painted: their colour (None: unknown), the colours they may stand on, whether these
    are all, whether a shadow shows the text all the same."""

    color: Shade | None = BLACK
    grounds: tuple[Shade, ...] = (WHITE,)
    has_picture: bool = False
    has_shadow: bool = False


def has_telling_colors(root: etree._Element, content: str, styling: Styling) -> bool:
    """Whether any text of a page may be lost on its ground: if not, no cell need be looked at."""
    if styling.has_telling_colors:
        return True
    if "color" in content or "COLOR" in content or "text=" in content:
        colors = _find_attributes(root, "//font/@color | //body/@text")
        grounds = _find_attributes(root, "//@bgcolor")
        if any(map(is_telling_color, colors)) or any(map(is_telling_ground, grounds)):
            return True
    return any(map(may_lose_text, styling.inline))


def _find_attributes(root: etree._Element, path: str) -> set[str]:
    found = root.xpath(path, smart_strings=False)
    return {str(value).lower() for value in found} if isinstance(found, list) else set()


class Painting:
    """How the texts of a page are painted."""

    def __init__(self, styling: Styling) -> None:
        self.styling = styling
        self._known: dict[etree._Element, _Paint] = {}

    def find_sight(self, element: etree._Element, more: Declared | None = None) -> Sight:
        """Whether a text that stands right in an element is seen; ``more`` may be declared for it."""
        paint = self._find_paint(element)
        if more:
            paint = _apply_paint(paint, element, {**self.styling.of(element), **more})
        if paint.color is None:
            return Sight.FAINT
        sights = {judge_sight(paint.color, ground) for ground in paint.grounds}
        if paint.has_picture and is_pale(paint.color):
            return Sight.FAINT
        if sights == {Sight.UNSEEN}:
            return Sight.FAINT if paint.has_shadow else Sight.UNSEEN
        return Sight.SEEN if sights == {Sight.SEEN} else Sight.FAINT

    def _find_paint(self, element: etree._Element) -> _Paint:
        known = self._known.get(element)
        if known is None:
            parent = element.getparent()
            around = self._find_paint(parent) if parent is not None else _Paint()
            known = self._known[element] = _apply_paint(around, element, self.styling.of(element))
        return known


def _apply_paint(around: _Paint, element: etree._Element, declared: Declared) -> _Paint:
    color = declared.get("-webkit-text-fill-color") or declared.get("color")
    if color is None and element.tag in ("font", "body"):
        color = (element.get("color") if element.tag == "font" else element.get("text") or "") or None
        color = color.lower() if color else None
    if color is not None and color not in INHERITING:
        around = around._replace(color=shade_of(color.removesuffix("!important").strip()))
    if "text-shadow" in declared:
        around = around._replace(has_shadow=declared["text-shadow"] not in ("none", "initial"))
    laid = [declared[name] for name in ("background", "background-color", "background-image") if name in declared]
    attributed = element.get("bgcolor")
    if not laid and attributed:
        shade = shade_of(attributed.lower())
        return around._replace(grounds=(shade,), has_picture=False) if shade is not None else around
    if not laid and element.get("background"):
        return around._replace(has_picture=True)
    for value in laid:
        found = parse_ground(value)
        if found.shades and not all(shade.alpha == 0 for shade in found.shades):
            grounds = tuple(lay_over(shade, below) for shade in found.shades for below in around.grounds)
            around = around._replace(grounds=tuple(dict.fromkeys(grounds))[:_MOST], has_picture=False)
        if found.has_picture:
            around = around._replace(has_picture=True)
    return around


_MOST = 8
"""Colours of a ground that are looked at."""


def find_texts(cell: etree._Element) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """The texts of a cell: the element each stands right in, and the one it stands behind, if any."""
    if cell.text and not cell.text.isspace():
        yield cell, None
    for inner in cell.iterdescendants():
        if isinstance(inner.tag, str) and inner.text and not inner.text.isspace():
            yield inner, None
        parent = inner.getparent()
        if parent is not None and inner.tail and not inner.tail.isspace():
            yield parent, inner
