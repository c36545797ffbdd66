"""The simulated reports that the programs are given: pages in every manner, half of them damaged; texts of a word
processor and spreadsheets with ruling lines, as they are when people print them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from analytics.simulate.damage import DAMAGES
from analytics.simulate.docx import render_printed_docx
from analytics.simulate.html import PAGES
from analytics.simulate.places import list_counties
from analytics.simulate.workbook import render_printed_workbook
from analytics.simulate.world import Filled, simulate

SEED, YEARS, ERRORS = 23, (2019, 2020, 2021, 2022, 2023), 0.3


def reports(count: int) -> list[Filled]:
    """The first ``count`` filled forms, each of another county and the next year; the same ones every time."""
    series = [list(simulate(place, YEARS, seed=SEED, errors=ERRORS)) for place in list_counties(count)]
    return [forms[index % len(YEARS)] for index, forms in enumerate(series)]


def write(folder: Path, filled: Sequence[Filled]) -> dict[str, list[Path]]:
    """Write every original: name → its files, in the order of the reports."""
    made: dict[str, list[Path]] = {"html": [], "docx": [], "xlsx": []}
    for number, report in enumerate(filled):
        drawn = {
            "html": _page(report, number),
            "docx": render_printed_docx(report.sheet, is_spanned=number % 2 == 0),
            "xlsx": render_printed_workbook(report.sheet),
        }
        for name, data in drawn.items():
            path = folder / name / f"{number:02}.{name}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            made[name].append(path)
    return made


def _page(filled: Filled, number: int) -> bytes:
    """A page in the manner of its number; every second one is damaged, another half of the manners each round."""
    page = list(PAGES.values())[number % len(PAGES)](filled.sheet)
    if (number + number // len(PAGES)) % 2 == 0:
        return page.encode()
    random = Random(f"{filled.place.code} {filled.year}")
    return random.choice(list(DAMAGES.values()))(page, random).encode()
