"""Colours as style sheets and attributes of pages name them → shades."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import tinycss2
import tinycss2.color4

from analytics.documents.shades import BLACK, WHITE, Shade, is_dark, is_pale

_SYSTEM = {
    "windowtext": BLACK, "canvastext": BLACK, "buttontext": BLACK, "fieldtext": BLACK, "-webkit-text": BLACK,
    "initial": BLACK, "window": WHITE, "canvas": WHITE, "field": WHITE,
}  # fmt: skip
INHERITING = ("inherit", "currentcolor", "unset", "revert", "auto", "revert-layer")


class Ground(NamedTuple):
    """What a background lays under a text: its colours, and whether it has a picture that nothing is known of."""

    shades: tuple[Shade, ...] = ()
    has_picture: bool = False


@lru_cache(maxsize=2048)
def shade_of(value: str) -> Shade | None:
    """The colour that a value names; None where it is not known, or inherited."""
    if value in _SYSTEM:
        return _SYSTEM[value]
    found = tinycss2.color4.parse_color(value)
    if found is None and len(value) in (3, 6):
        found = tinycss2.color4.parse_color(f"#{value}")  # as attributes of old pages have it
    return _shade(found)


def _shade(found: object) -> Shade | None:
    if not isinstance(found, tinycss2.color4.Color):
        return None
    red, green, blue = found.to("srgb").coordinates
    return Shade(red or 0.0, green or 0.0, blue or 0.0, found.alpha)


@lru_cache(maxsize=2048)
def parse_ground(value: str) -> Ground:
    """The ground that a ``background`` lays."""
    shades: list[Shade] = []
    has_picture = False
    for node in tinycss2.parse_component_value_list(value, skip_comments=True):
        shade = _SYSTEM.get(getattr(node, "lower_value", "")) or _shade(tinycss2.color4.parse_color(node))
        if shade is not None:
            shades.append(shade)
        elif node.type == "function" and "gradient" in node.lower_name:
            stops = (_shade(tinycss2.color4.parse_color(argument)) for argument in node.arguments)
            shades.extend(stop for stop in stops if stop is not None)
        elif node.type == "url" or node.type == "function":
            has_picture = True
    return Ground(tuple(shades), has_picture)


def is_telling_color(value: str) -> bool:
    """Whether a text of this colour may be lost on an ordinary ground."""
    if value in INHERITING:
        return False
    shade = shade_of(value)
    return shade is None or is_pale(shade)


def is_telling_ground(value: str) -> bool:
    """Whether an ordinary text may be lost on this ground."""
    found = parse_ground(value)
    return found.has_picture or any(map(is_dark, found.shades))
