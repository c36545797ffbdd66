"""How much room a screen gives: a chart is drawn for a wide or a narrow one, since the browser alone knows which.

Widths of texts are estimates from above: what they are used for may leave room, and may never run together.
"""

from __future__ import annotations

from enum import StrEnum

_SQUARE = 0x2E80
"""From here on characters are as wide as they are high."""
_LATIN = 0.58
"""Width of other characters in their height: bold figures and capitals among them."""


class Room(StrEnum):
    """The screen that a chart is drawn for."""

    WIDE = "wide"
    NARROW = "narrow"

    @property
    def width(self) -> int:
        """Pixels of a chart at least."""
        return 320 if self is Room.NARROW else 640


def measure_text(text: str, size: float = 12) -> float:
    """Pixels of a line of text in letters of this size, rather too many."""
    return sum(size if ord(character) >= _SQUARE else size * _LATIN for character in text)


def cut_text(text: str, width: float, size: float = 12) -> str:
    """The text, cut with an ellipsis where it is wider than so many pixels."""
    if measure_text(text, size) <= width:
        return text
    while text and measure_text(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
