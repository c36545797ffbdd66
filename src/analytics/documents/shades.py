"""Colours of texts and of what they stand on → whether the text is seen. Shared by pages, documents and workbooks."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

_INVISIBLE = 0.08
"""Difference of every channel (0–1) below which nothing is seen of a text."""
_FAINT = 1.4
"""Ratio of contrast (WCAG 2: 1 to 21) below which a text may be overlooked."""
_CLEAR = 0.05
"""Opacity below which there is nothing."""


class Shade(NamedTuple):
    """A colour: red, green, blue, opacity, each 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


BLACK, WHITE = Shade(0.0, 0.0, 0.0), Shade(1.0, 1.0, 1.0)


class Sight(Enum):
    """Whether a text is seen."""

    SEEN = auto()
    FAINT = auto()
    UNSEEN = auto()


def parse_hex(digits: str) -> Shade | None:
    """The colour that six or eight hexadecimal digits (opacity first) name; None where they name none."""
    try:
        red, green, blue = (int(digits[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return None
    return Shade(red, green, blue)


def lay_over(shade: Shade, ground: Shade) -> Shade:
    """What is seen of a colour that lets a ground shine through."""
    if shade.alpha >= 1:
        return shade
    mixed = (part * shade.alpha + below * (1 - shade.alpha) for part, below in zip(shade[:3], ground[:3], strict=True))
    return Shade(*mixed)


def judge_sight(text: Shade, ground: Shade) -> Sight:
    """Whether a text of one colour is seen on a ground of another."""
    if text.alpha < _CLEAR:
        return Sight.UNSEEN
    blended = lay_over(text, ground)
    if all(abs(part - below) < _INVISIBLE for part, below in zip(blended[:3], ground[:3], strict=True)):
        return Sight.UNSEEN
    lights = sorted((measure_luminance(blended), measure_luminance(ground)))
    return Sight.FAINT if (lights[1] + 0.05) / (lights[0] + 0.05) < _FAINT else Sight.SEEN


def measure_luminance(shade: Shade) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_pale(shade: Shade) -> bool:
    """Whether a text of this colour may be lost on a ground that is not dark."""
    return shade.alpha < 0.9 or measure_luminance(shade) > 0.4


def is_dark(shade: Shade) -> bool:
    """Whether a text that is not pale may be lost on a ground of this colour."""
    return shade.alpha >= _CLEAR and measure_luminance(shade) < 0.65
