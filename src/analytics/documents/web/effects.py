"""What is declared for an element of a page → how it is shown, as far as a reader of its figures is concerned.

Colours are another matter (:mod:`analytics.documents.web.colored`): they depend on what the element stands on. A
property that can change what is seen, with a value that is not known to leave it alone, is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import lru_cache

from analytics.documents.web.csscolors import is_telling_color, is_telling_ground

Declared = Mapping[str, str]

_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 10.0, "vw": 12.0, "vh": 8.0,
           "cm": 37.8, "mm": 3.78, "in": 96.0, "pc": 16.0, "ch": 8.0, "vmin": 8.0, "vmax": 12.0}  # fmt: skip
"""A pixel's worth of each unit, roughly: only the very small and the very far matter."""
_TINY, _SMALL, _FAR = 2.5, 5.0, 300.0
_RAISING = ("super", "sub", "text-top", "text-bottom")
_SYMBOLS = re.compile(r"wingdings|webdings|zapf ?dingbats|symbol|marlett|iconfont|awesome|barcode")
"""Fonts in which a digit is drawn as something else."""


class Look(Enum):
    """How an element is shown, as far as it matters."""

    PLAIN = auto()
    GONE = auto()
    UNSEEN = auto()
    STRUCK = auto()
    RAISED = auto()
    TURNED = auto()
    DOUBTED = auto()


def parse_pixels(value: str | None) -> float | None:
    """A length in pixels, roughly; None where it is none."""
    found = _LENGTH.fullmatch(value) if value else None
    return float(found[1]) * _PIXELS[found[2]] if found and found[2] in _PIXELS else None


def is_sized(declared: Declared) -> bool:
    """Whether a size is declared that does not depend on the size around."""
    size = declared.get("font-size", "")
    return not size.endswith(("em", "%", "ex")) and (parse_pixels(size) or 0) >= _TINY


@lru_cache(maxsize=4096)
def look_by(items: tuple[tuple[str, str], ...]) -> Look:
    """How an element of these declarations is shown."""
    declared = dict(items)
    if declared.get("display") == "none":
        return Look.GONE
    if _is_unseen(declared):
        return Look.UNSEEN
    if "line-through" in declared.get("text-decoration", "") + declared.get("text-decoration-line", ""):
        return Look.STRUCK
    if declared.get("unicode-bidi", "").endswith("override") and declared.get("direction") == "rtl":
        return Look.TURNED
    if _is_raised(declared):
        return Look.RAISED
    return Look.DOUBTED if _may_alter(declared) else Look.PLAIN


def _is_unseen(declared: Declared) -> bool:
    if declared.get("visibility") in ("hidden", "collapse") or declared.get("mso-hide") == "all":
        return True
    if declared.get("content-visibility") == "hidden" or declared.get("scale", "").split(" ")[0] in ("0", "0%"):
        return True
    if _is_below(declared.get("opacity"), 0.05) or _is_below(declared.get("zoom"), 0.1):
        return True
    if re.search(r"opacity\(\s*(?:0?\.?0+)?%?\s*\)", declared.get("filter", "")):
        return True
    if re.search(r"scale[xy]?\(\s*0?\.?0*\s*[,)]", declared.get("transform", "")):
        return True
    return has_no_size(declared) or _is_off_screen(declared) or _is_clipped(declared)


def has_no_size(declared: Declared) -> bool:
    """Whether letters are too small to be seen."""
    size = declared.get("font-size") or declared.get("font", "").split("/")[0].split(" ")[-1]
    length = parse_pixels(size)
    return length is not None and 0 <= length < _TINY


def _is_off_screen(declared: Declared) -> bool:
    sides = ("left", "top", "right", "bottom") if declared.get("position") not in (None, "static") else ()
    moved = [declared.get(side) for side in (*sides, "margin-left", "margin-top", "text-indent")]
    moved.extend(declared.get("translate", "").split(" "))
    if sides:
        moved.extend(declared.get("inset", "").split(" "))
    if any((length := parse_pixels(value)) is not None and length <= -_FAR for value in moved):
        return True
    return any((length := parse_pixels(declared.get(side))) is not None and length >= 10 * _FAR for side in sides)


def _is_clipped(declared: Declared) -> bool:
    clip = declared.get("clip", "").replace(" ", "")
    if re.match(r"rect\((?:0|1)(?:px)?,(?:0|1)(?:px)?,(?:0|1)(?:px)?,(?:0|1)(?:px)?\)", clip):
        return True
    if re.match(r"inset\((?:50|100)%|circle\(0", declared.get("clip-path", "")):
        return True
    return _is_cut(declared) and any(size < _TINY for size in _list_sizes(declared))


def _is_cut(declared: Declared) -> bool:
    return declared.get("overflow", "").split(" ")[0] in ("hidden", "clip")


def _list_sizes(declared: Declared) -> list[float]:
    found = (parse_pixels(declared.get(name)) for name in ("width", "height", "max-height", "max-width"))
    return [size for size in found if size is not None]


def _is_raised(declared: Declared) -> bool:
    align = declared.get("vertical-align", "")
    length = parse_pixels(align)
    if align in _RAISING or declared.get("font-variant-position") in ("super", "sub"):
        return True
    if length is not None and abs(length) >= 1:
        return True
    if declared.get("position") == "absolute":
        return True
    shifted = declared.get("position") == "relative" and any(
        abs(parse_pixels(declared.get(side)) or 0) >= _TINY for side in ("top", "bottom")
    )
    return shifted or "translatey(" in declared.get("transform", "") or "translate(" in declared.get("transform", "")


def _may_alter(declared: Declared) -> bool:
    if any(name in declared and not is_harmless(declared[name]) for name, is_harmless in _ALTERING.items()):
        return True
    return _is_cut(declared) and (
        any(size < 2 * _SMALL for size in _list_sizes(declared)) or not _has_room(declared.get("line-height", ""))
    )


def _is_below(value: str | None, least: float) -> bool:
    found = _LENGTH.fullmatch(value) if value else None
    return found is not None and float(found[1]) / (100 if found[2] == "%" else 1) < least


# Values that leave a text as it is ------------------------------------------------------------------------

_NOTHING = ("none", "normal", "auto", "initial", "inherit", "unset", "revert", "")


def _match_values(pattern: str) -> Callable[[str], bool]:
    known = re.compile(pattern)
    return lambda value: value in _NOTHING or known.fullmatch(value) is not None


def _is_ordinary_size(value: str) -> bool:
    length = parse_pixels(value)
    return value in _NOTHING or value.endswith(("small", "medium", "large", "smaller", "larger", "math")) or (
        length is not None and length >= _SMALL
    )  # fmt: skip


def _is_ordinary_font(value: str) -> bool:
    sizes = [parse_pixels(part.split("/")[0]) for part in value.split(" ")]
    return "var(" not in value and not _SYMBOLS.search(value) and not any(
        size is not None and size < _SMALL for size in sizes
    )  # fmt: skip


def _is_name_of_letters(value: str) -> bool:
    return "var(" not in value and not _SYMBOLS.search(value)


def _is_loose(value: str) -> bool:
    return value in _NOTHING or (parse_pixels(value) or -9 if value != "0" else 0) > -2 * _TINY


def _is_opaque(value: str) -> bool:
    return value in _NOTHING or (_LENGTH.fullmatch(value) is not None and not _is_below(value, 0.3))


def _has_room(height: str) -> bool:
    """Whether lines of this height show their letters where they are cut."""
    length = parse_pixels(height)
    return length is None or length * (16 if height[-1].isdigit() else 1) >= _SMALL


_UNMOVED = _match_values(
    r"(?:(?:translate(?:3d|[xyz])?|rotate(?:3d|[xyz])?|skew[xy]?)\((?:\s*0[a-z%]*\s*,?)+\)\s*|"
    r"translatez\([^)]*\)\s*|scale(?:3d|[xyz])?\((?:\s*1(?:\.0+)?\s*,?)+\)\s*|perspective\([^)]*\)\s*)+"
)
_ALTERING: dict[str, Callable[[str], bool]] = {
    "display": lambda value: "(" not in value and not value.startswith("ruby-"),
    "visibility": _match_values("visible"),
    "opacity": _is_opaque,
    "zoom": _is_opaque,
    "font-size": _is_ordinary_size,
    "font": _is_ordinary_font,
    "font-family": _is_name_of_letters,
    "filter": _match_values(
        r"(?:(?:grayscale|sepia|hue-rotate|saturate|drop-shadow)\((?:[^()]|\([^()]*\))*\)\s*)+|gray(?:\(\))?|"
        r"(?:progid:|alpha\(|chroma\().*"
    ),
    "mix-blend-mode": _match_values("normal"),
    "clip": _match_values("auto"),
    "clip-path": _match_values("none"),
    "transform": _UNMOVED,
    "scale": _match_values(r"1(?: 1)*|100%"),
    "translate": _match_values(r"0\S*(?: 0\S*)*"),
    "rotate": _match_values(r"0\S*"),
    "mask": _match_values("none"),
    "mask-image": _match_values("none"),
    "-webkit-mask": _match_values("none"),
    "-webkit-mask-image": _match_values("none"),
    "-webkit-text-security": _match_values("none"),
    "animation": _match_values("none.*"),
    "animation-name": _match_values("none"),
    "letter-spacing": _is_loose,
    "margin-left": lambda value: (parse_pixels(value) or 0) > -40,
    "margin-top": lambda value: (parse_pixels(value) or 0) > -40,
    "order": _match_values("0"),
    "flex-direction": _match_values("row|column"),
    "flex-flow": _match_values("(?:row|column|wrap|nowrap| )+"),
    "content-visibility": _match_values("visible|auto"),
    "text-decoration": lambda value: "(" not in value or "rgb" in value,
    "unicode-bidi": _match_values("embed|isolate|plaintext|-webkit-isolate"),
}  # fmt: skip
_DECIDING: dict[str, Callable[[str], bool]] = {
    **_ALTERING,
    "display": lambda value: value in ("block", "inline", "list-item", "contents", "run-in", "flow-root", "initial"),
    "text-decoration": lambda value: "line-through" not in value and "var(" not in value,
    "text-decoration-line": lambda value: "line-through" not in value,
    "vertical-align": _match_values("baseline|middle|top|bottom"),
    "position": _match_values("static"),
    "text-indent": lambda value: (parse_pixels(value) or 0) > -_FAR,
    "width": lambda value: (parse_pixels(value) or 99) >= 2 * _SMALL,
    "height": lambda value: (parse_pixels(value) or 99) >= 2 * _SMALL,
    "max-width": lambda value: (parse_pixels(value) or 99) >= 2 * _SMALL,
    "max-height": lambda value: (parse_pixels(value) or 99) >= 2 * _SMALL,
    "line-height": _has_room,
    "color": lambda value: not is_telling_color(value),
    "-webkit-text-fill-color": lambda value: not is_telling_color(value),
    "background": lambda value: not is_telling_ground(value),
    "background-color": lambda value: not is_telling_ground(value),
    "background-image": lambda value: not is_telling_ground(value),
    "mso-hide": _match_values("none"),
    "content": lambda value: False,
    "font-variant-position": _match_values("normal"),
}


@lru_cache(maxsize=8192)
def is_telling(name: str, value: str) -> bool:
    """Whether a declaration may take a text out of sight or change it; others matter only where they undo such."""
    is_harmless = _DECIDING.get(name)
    return is_harmless is not None and not is_harmless(value)
