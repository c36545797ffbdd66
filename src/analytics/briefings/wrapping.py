"""Paragraphs of a PDF that break their lines as Chinese and Latin text are broken: between Chinese characters, never
inside a word or a number, and no line begins with a closing mark or ends with an opening one.

The library's own way knows the marks of Japanese, and cuts words that stand among Chinese characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

_WIDE = "\u2e80-\u3007\u3012\u3013\u3020-\u9fff\uf900-\ufaff\uff10-\uff5a"
"""Characters between which a line may break."""
_OPENING, _CLOSING = "（《“‘「【〔(［[", "，。；：、？！）》”’」】〕…％%)］],.;:?!"
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[{_WIDE}]|[^\s{_WIDE}{re.escape(_OPENING + _CLOSING)}]"
    rf"(?:[^\s{_WIDE}{re.escape(_OPENING)}“”‘’，。；：、？！）》]*))?[{re.escape(_CLOSING)}]*\s*"
)


_WHOLE_LINES = 6
"""Lines that no page parts: half a sentence at the top of a page says little."""


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph in one font."""

    def split(self, availWidth: float, availHeight: float) -> Any:  # noqa: N803 -- the library's names
        """The parts above and below the end of a page; none of a short paragraph, which goes to the next page whole."""
        is_short = len(getattr(self.blPara, "lines", ())) <= _WHOLE_LINES
        return [] if is_short else super().split(availWidth, availHeight)

    def breakLinesCJK(self, maxWidths: Sequence[float]) -> Any:  # noqa: N802, N803 -- the library's names
        """Lines as the drawing code wants them: (space left, [text])."""
        if not self.frags:
            return super().breakLinesCJK(maxWidths)
        frag = self.frags[0]
        text = "".join(map(_read_text, self.frags))  # an escaped mark is a piece of its own
        lines = [(left, [line]) for left, line in _wrap_lines(text, maxWidths, frag.fontName, frag.fontSize)]
        size = frag.fontSize
        return frag.clone(kind=0, lines=lines, fontSize=size, ascent=size * 0.9, descent=-size * 0.2)


def _read_text(fragment: Any) -> str:
    """The text of a fragment. One that a page's end cut off has the lines that it was broken into, without the spaces
    at their ends."""
    text: str | None = getattr(fragment, "text", None)
    if text is not None:
        return text
    joined = ""
    for line in fragment.words:
        is_parted = bool(joined) and joined[-1].isascii() and line[:1].isascii()
        joined += f" {line}" if is_parted else line
    return joined


def split_units(text: str) -> list[str]:
    """What a line may not break: a Chinese character, a word or a number, each with the marks that belong to it."""
    return [unit for unit in _UNIT.findall(text) if unit]


def _wrap_lines(text: str, widths: Sequence[float], font: str, size: float) -> Iterator[tuple[float, str]]:
    at, line = 0, ""

    def find_room() -> float:
        return widths[min(at, len(widths) - 1)]

    for unit in split_units(text):
        if line and stringWidth((line + unit).rstrip(), font, size) > find_room() + 1e-6:
            yield find_room() - stringWidth(line.rstrip(), font, size), line.rstrip()
            at, line = at + 1, ""
        line += unit
        while stringWidth(line.rstrip(), font, size) > find_room() + 1e-6 and len(line.rstrip()) > 1:  # an address
            fits = next(
                count for count in range(len(line), 0, -1)
                if count == 1 or stringWidth(line[:count], font, size) <= find_room()
            )  # fmt: skip
            yield find_room() - stringWidth(line[:fits], font, size), line[:fits]
            at, line = at + 1, line[fits:]
    if line or at == 0:
        yield find_room() - stringWidth(line.rstrip(), font, size), line.rstrip()
