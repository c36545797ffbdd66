"""Runs of text of different look that meet digit to digit: whether they are one number, nothing decides."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

RUNS_DIFFER = "runs_differ"
"""Key of the doubt."""
UNSEEN = "may_be_unseen"
"""Key of the doubt about a text that may have the colour of what it stands on."""
HIDDEN = "text_unseen"
"""Key of the doubt about a cell in which there is a text, and nothing of it is seen."""
ALTERED = "look_not_known"
"""Key of the doubt about a text that something may hide or change in a way that is not worked out."""
COVERED = "may_be_covered"
"""Key of the doubt about a text over which something is drawn."""
_ENDS, _BEGINS = re.compile(r"\d[.,，．]?$"), re.compile(r"[.,，．]?\d")


def differ(pieces: Iterable[tuple[str, Hashable]]) -> bool:
    """Whether two neighbours of (text, look) meet digit to digit and look different."""
    before, known = "", None
    for text, look in pieces:
        if not text:
            continue
        if look != known and before and _ENDS.search(before) and _BEGINS.match(text):
            return True
        before, known = text, look
    return False
