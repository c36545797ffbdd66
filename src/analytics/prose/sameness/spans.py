"""Two printed texts → the stretches they have in common, as printed in each."""

from __future__ import annotations

from typing import NamedTuple

from analytics.prose.sameness.shingles import WINDOW, find_form, hash_windows, read_han

SHORTEST = 16
"""Chinese characters of a stretch worth showing."""


class Span(NamedTuple):
    """``start``–``end`` in the one text and ``other_start``–``other_end`` in the other, the same but for signs, figures
    and traditional characters. ``is_form`` where all of it is the form's own words."""

    start: int
    end: int
    other_start: int
    other_end: int
    is_form: bool


def find_common_spans(text: str, other: str) -> list[Span]:
    """The stretches of the first text that stand in the other as well, the longest wherever several begin, none over
    another in the first text; in its order."""
    characters, at = read_han(text)
    others, other_at = read_han(other)
    hashes, known = hash_windows(characters), hash_windows(others)
    places: dict[int, list[int]] = {}
    for place, value in enumerate(known.tolist()):
        places.setdefault(value, []).append(place)
    is_form = find_form(hashes)
    one, two = characters.tolist(), others.tolist()
    spans = []
    start = 0
    values = hashes.tolist()
    while start < len(values):
        length, place = max(
            ((_measure(one, start, two, candidate), candidate) for candidate in places.get(values[start], ())),
            default=(0, 0),
        )
        if length < SHORTEST:
            start += 1
            continue
        end = start + length
        spans.append(
            Span(int(at[start]), int(at[end - 1]) + 1, int(other_at[place]), int(other_at[place + length - 1]) + 1,
                 bool(is_form[start : end - WINDOW + 1].all()))
        )  # fmt: skip
        start = end
    return spans


def _measure(one: list[int], start: int, two: list[int], place: int) -> int:
    """How many characters are the same from these places on."""
    length = 0
    limit = min(len(one) - start, len(two) - place)
    while length < limit and one[start + length] == two[place + length]:
        length += 1
    return length
