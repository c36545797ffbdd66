"""What a browser prints above and below every page → found, since it belongs to no table and no paragraph.

A foot is long where addresses are: on a page of few figures its small characters outnumber those of the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from analytics.documents.printed import Word, build_line, group_lines

_ADDRESS = re.compile(r"[a-z]{3,12}://\S+")
_FOOT = re.compile(r"(?:[a-z]{3,12}://\S+ *\d{1,3} ?/ ?\d{1,3}|\d{1,3} ?/ ?\d{1,3} *[a-z]{3,12}://\S+)")
"""The address of the page beside its number: an address alone may be one that the text names."""


def find_running_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indices of running feet (address and page number, or an address that stands alone time and again) and of running
    heads: what stands below a foot and below another, or begins the text as well."""
    stripped = [line.strip() for line in lines]
    alone = Counter(line for line in stripped if _ADDRESS.fullmatch(line))
    feet = {at for at, line in enumerate(stripped) if _FOOT.fullmatch(line) or alone[line] > 1}
    if not feet:
        return frozenset()
    below = {at: stripped[at] for foot in feet if (at := _find_next(stripped, foot)) is not None and at not in feet}
    first = next((line for line in stripped if line), "")
    often = Counter(below.values())
    return frozenset({*feet, *(at for at, line in below.items() if line == first or often[line] > 1)})


def remove_running(words: Sequence[Word]) -> list[Word]:
    """The words of a page but those of a running foot, an address and the page's number on the lowest line, and of the
    head that is printed as small."""
    lines = group_lines(words)
    foot = lines[-1] if lines else []
    if not foot or _FOOT.fullmatch(build_line(foot, _measure_em(foot)).text.strip()) is None:
        return list(words)
    head = lines[0] if len(lines) > 1 and _is_as_small(lines[0], foot, words) else []
    running = {id(word) for word in (*head, *foot)}
    return [word for word in words if id(word) not in running]


def _is_as_small(head: Sequence[Word], foot: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a line is printed as small as a foot, and smaller than what stands between."""
    outside = {id(word) for word in (*head, *foot)}
    between = [word for word in words if id(word) not in outside]
    is_alike = abs(_measure_em(head) - _measure_em(foot)) < _ALIKE * _measure_em(foot)
    return is_alike and bool(between) and _measure_em(head) < _SMALLER * _measure_em(between)


_ALIKE, _SMALLER = 0.25, 0.85


def _measure_em(words: Sequence[Word]) -> float:
    return median(word.box.bottom - word.box.top for word in words)


def _find_next(lines: Sequence[str], foot: int) -> int | None:
    """The first line below a foot that holds anything."""
    return next((at for at in range(foot + 1, len(lines)) if lines[at]), None)
