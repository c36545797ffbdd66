"""Names of organs in little room: governments without what all of them are called, in as many lines as fit.

A name may be in two scripts, Latin letters first: ``Ruicheng County People's Government 芮城县人民政府``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analytics.charts.parts.room import Room, cut_text, measure_text
from analytics.vocabulary.naming import GOVERNMENT
from analytics.vocabulary.places.english import PEOPLES_GOVERNMENT

_TWO_SCRIPTS = re.compile(r"([^\u2e80-\uffef]*[^\s\u2e80-\uffef])\s+([\u2e80-\uffef].*)")
_WIDTHS = {Room.WIDE: 290.0, Room.NARROW: 106.0}
"""Pixels of a line of a name beside a chart."""


def split_scripts(name: str) -> tuple[str, ...]:
    """The name in Latin letters and the one in Chinese characters, or the name alone."""
    found = _TWO_SCRIPTS.fullmatch(name)
    return found.groups() if found else (name,)


def drop_government(names: Sequence[str]) -> list[str]:
    """Among governments alone the names of their places: 芮城县. Where one name is another body's, or places would no
    longer be told apart, and of one organ alone, the names as they are."""
    places = [" ".join(map(_take_place, split_scripts(name))) for name in names]
    is_told_apart = len(set(places)) == len(set(names)) > 1
    is_all = all(split_scripts(name)[-1].endswith(GOVERNMENT) for name in names)
    return places if is_told_apart and is_all and all(places) else list(names)


def shorten_names(names: Mapping[int, str], organ_ids: Sequence[int]) -> dict[int, str]:
    """The names of some organs by id, as ``drop_government`` writes them."""
    return dict(zip(organ_ids, drop_government([names[organ_id] for organ_id in organ_ids]), strict=True))


def name_report(name: str, year: int) -> str:
    """A report by its organ and year, of which the year is never cut off."""
    return f"{cut_text(name, _WIDTHS[Room.WIDE] - 24)} {year}"


def _take_place(name: str) -> str:
    return name.removesuffix(GOVERNMENT).removesuffix(PEOPLES_GOVERNMENT).rstrip()


def write_lines(name: str, room: Room) -> list[str]:
    """The name in the lines that it takes beside a chart: one where it fits on a wide screen, else one a script."""
    is_whole = room is Room.WIDE and measure_text(name) <= _WIDTHS[Room.WIDE]
    scripts = (name,) if is_whole else split_scripts(name)
    return [cut_text(text, _WIDTHS[room]) for text in scripts]
