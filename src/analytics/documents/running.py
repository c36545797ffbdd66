"""Lines of text → those that a browser prints above and below every page: they belong to no table and no paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_ADDRESS = re.compile(r"[a-z]{3,12}://\S+")
_FOOT = re.compile(r"(?:[a-z]{3,12}://\S+ +\d{1,3} ?/ ?\d{1,3}|\d{1,3} ?/ ?\d{1,3} +[a-z]{3,12}://\S+)")
"""The address of the page beside its number: an address alone may be one that the text names."""


def running_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indices of running feet (address and page number, or an address that stands alone time and again) and of running
    heads: what stands below a foot and below another, or begins the text as well."""
    stripped = [line.strip() for line in lines]
    alone = Counter(line for line in stripped if _ADDRESS.fullmatch(line))
    feet = {at for at, line in enumerate(stripped) if _FOOT.fullmatch(line) or alone[line] > 1}
    if not feet:
        return frozenset()
    below = {at: stripped[at] for foot in feet if (at := _next(stripped, foot)) is not None and at not in feet}
    first = next((line for line in stripped if line), "")
    often = Counter(below.values())
    return frozenset({*feet, *(at for at, line in below.items() if line == first or often[line] > 1)})


def _next(lines: Sequence[str], foot: int) -> int | None:
    """The first line below a foot that holds anything."""
    return next((at for at in range(foot + 1, len(lines)) if lines[at]), None)
