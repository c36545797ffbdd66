"""The statistics table of a fictional county's report before 2019: figures whose sums and totals of years hold."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analytics.simulate.render import FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition, Under
from analytics.vocabulary.places.fictional import STAMP, FictionalPlace
from analytics.vocabulary.terms import MeasuredIn, Table

_TABLE = Table.STATISTICS
_REGIONS = tuple(sorted({declared.region for declared in form.EDITIONS.values() if declared.region}, reverse=True))
"""Provinces that had tables of their own: each fictional one takes after one of them."""
_PROVINCE = slice(0, 3)
"""Digits of a fictional code that tell the province apart."""
_LEVELS = {
    "published": 2500.0, "by_website": 2300.0, "by_gazette": 40.0, "page_views": 60_000.0, "received": 60.0,
    "in_person": 12.0, "by_fax": 1.0, "online": 35.0, "by_letter": 12.0, "disclosed": 40.0, "partly_disclosed": 4.0,
    "refused": 5.0, "not_existing": 9.0, "not_this_organ": 8.0, "already_public": 14.0, "closed_in_time": 80.0,
    "fees_waived": 0.0, "fees": 0.0, "floppy": 0.0,
}  # fmt: skip
"""About what a county of middle size counts, by the last words of a line's key; the rest is rare."""
_RARE = 1.5


def find_edition(place: FictionalPlace, year: int) -> Edition:
    """The edition that a place used in a year before 2019; its region's first one in years before that."""
    region = _REGIONS[int(place.code[_PROVINCE]) % len(_REGIONS)]
    editions = form.list_editions(_TABLE)
    earliest = min(form.EDITIONS[edition].first_year for edition in editions if _is_of(edition, region))
    return form.find_edition_in_force(_TABLE, max(year, earliest), region)


def _is_of(edition: Edition, region: str) -> bool:
    return form.EDITIONS[edition].region == region


def simulate_statistics(
    random: np.random.Generator, edition: Edition, size: float, before: Mapping[int, float]
) -> dict[int, float]:
    """Cell code → figure. ``before`` are the figures of the year before: totals of years go on from them where it
    printed the same table."""
    found: dict[int, float] = {}
    for block in form.find_table(_TABLE, edition).blocks:
        figures: dict[str, float] = {}
        for entry in block.lines:
            _fill(figures, entry, random, size)
        for line_key, value in figures.items():
            for column in form.list_leaves_in(block.columns):
                code = form.find_cell(_TABLE, line_key, column).code
                if column == "cumulative":
                    value += before.get(code, 0)
                found[code] = value // 12 if column == "period" else value
        for group in form.list_groups_in(block.lines):
            if group.total == group.head:
                for column in form.list_leaves_in(block.columns):
                    codes = [form.find_cell(_TABLE, key, column).code for key in (group.head, *form.list_parts(group))]
                    found[codes[0]] = sum(found[code] for code in codes[1:])
    return found


def _fill(figures: dict[str, float], entry: str | Under, random: np.random.Generator, size: float) -> None:
    """The figure of a line and of those below it; a line that adds up others is their sum, 其中 is a part."""
    if not isinstance(entry, Under):
        figures[entry] = _draw(entry, random, size)
        return
    if entry.has_figures and not entry.total:
        figures[entry.head] = _draw(entry.head, random, size)
    for below in entry.below:
        if isinstance(below, str) and entry.has_figures and not entry.total:
            figures[below] = float(random.binomial(int(figures[entry.head]), 0.2))
        else:
            _fill(figures, below, random, size)
    if entry.total == entry.head:
        figures[entry.head] = sum(figures[key] for key in form.list_parts(entry))


def _draw(line_key: str, random: np.random.Generator, size: float) -> float:
    level = next((level for words, level in _LEVELS.items() if line_key.endswith(f"_{words}")), _RARE)
    is_money = form.find_line(_TABLE, line_key).measured_in in (MeasuredIn.YUAN, MeasuredIn.WAN_YUAN)
    return float(random.poisson(level * (1 if is_money else size)))


def build_earlier_sheet(place: FictionalPlace, year: int, edition: Edition, figures: Mapping[int, float]) -> FormSheet:
    """A report before 2019, which ends with its statistics table."""
    printed = {code: f"{value:g}" if value < _PLAIN else f"{int(value)}" for code, value in figures.items()}
    title = f"{place.name}人民政府{year}年政府信息公开工作年度报告"
    return FormSheet(title, {Table.STATISTICS: edition}, printed, (STAMP, "一、概述"))


_PLAIN = 100_000
"""Below this, ``g`` prints a count with all its digits."""
