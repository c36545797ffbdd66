"""What a slip of the pen or of the keyboard makes of one number."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def is_slip(printed: int | None, true: int) -> bool:
    """Whether one operation turns the true number into the printed one: a digit dropped, added or changed, two
    neighbouring digits swapped, a sign added. Zeros that then stand in front are not seen. ``None`` is a blank, the one
    digit of a number dropped."""
    if true < 0 or printed == true:
        return False
    if printed is None:
        return true < 10
    if printed < 0:
        return -printed == true
    after = str(true)
    if len(str(printed)) > len(after):
        return _is_dropped(after, str(printed))
    return _is_changed_or_swapped(str(printed).zfill(len(after)), after) or _is_dropped(
        str(printed).zfill(len(after) - 1), after
    )


def _is_dropped(shorter: str, longer: str) -> bool:
    """Whether a digit of the longer text makes it the shorter one by its absence."""
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _is_changed_or_swapped(before: str, after: str) -> bool:
    apart = [at for at, digits in enumerate(zip(before, after, strict=True)) if digits[0] != digits[1]]
    if len(apart) == 1:
        return True
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return before[first] == after[second] and before[second] == after[first]
