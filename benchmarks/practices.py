"""How well practices and the items of section five are found; ``python -m benchmarks.practices`` writes its part of
``docs/accuracy.md``.

``tests/prose/practices.tsv`` has what each real narrative tells of, a practice with its stance, as a reader finds it;
``practices_worded.tsv`` sentences after the wording of other published reports; ``problems.tsv`` the items of real
sections five by their beginnings.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analytics.documents.detect import read_bytes
from analytics.prose.practices import find_practices, list_marks
from analytics.prose.problems import split_items
from analytics.reports.parse import parse
from benchmarks.accuracy import write_part
from benchmarks.prose import REPORTS

FOLDER = Path(__file__).parent.parent / "tests" / "prose"
TITLE = "Practices, problems and measures"
NOTE = """A practice counts with its stance (done, planned, none, shortcoming) once a report, or once a sentence of
those that are worded after other published reports; the items of section five by kind and beginning. The words were
chosen in view of the real reports; the worded sentences were labelled before they were first read (then 93.5%
precision and recall).
`.venv/bin/python -m benchmarks.practices` measures and writes this."""
HEADER = ("what", "labelled", "found", "precision", "recall")


class Score(NamedTuple):
    """Counts of what is labelled and what is found."""

    labelled: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, what is labelled."""
        return self.right / self.found

    @property
    def recall(self) -> float:
        """Of what is labelled, what was found."""
        return self.right / self.labelled

    def add(self, labelled: set[str], found: set[str]) -> Score:
        """The same with one more report or sentence."""
        return Score(self.labelled + len(labelled), self.found + len(found), self.right + len(labelled & found))


def _read_rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def _read_sections(name: str) -> pd.DataFrame | None:
    path = next(iter(sorted(REPORTS.glob(f"*/{name}"))), None)
    if path is None:
        return None
    rows = [
        (0, position, section.number, section.text)
        for report in parse(read_bytes(path.read_bytes(), name=name))
        for position, section in enumerate(report.narrative)
    ]
    return pd.DataFrame(rows, columns=["report_id", "position", "number", "text"])


def measure_practices() -> Score:
    """Of the real reports that are present."""
    score = Score()
    for row in _read_rows("practices.tsv"):
        sections = _read_sections(row["source"])
        if sections is not None:
            marks = list_marks(sections)
            score = score.add(set((row["practices"] or "").split()), set(marks["practice"] + ":" + marks["stance"]))
    return score


def measure_worded(*, shows_errors: bool = False) -> Score:
    """Of the worded sentences."""
    score = Score()
    for row in _read_rows("practices_worded.tsv"):
        found = {f"{mark.practice}:{mark.stance}" for mark in find_practices(row["sentence"], row["section"])}
        labelled = set((row["practices"] or "").split())
        score = score.add(labelled, found)
        if shows_errors and labelled != found:
            print(row["sentence"], "missed", labelled - found, "wrong", found - labelled)
    return score


def measure_problems() -> Score:
    """Of the items of section five of the real reports that are present."""
    rows = list(_read_rows("problems.tsv"))
    score = Score()
    for source in dict.fromkeys(row["source"] for row in rows):
        sections = _read_sections(source)
        if sections is not None:
            labelled = {f"{row['kind']} {row['beginning']}" for row in rows if row["source"] == source}
            texts = sections.loc[sections["number"] == "V", "text"]
            found = {f"{item.kind} {text[item.start : item.end][:12]}" for text in texts for item in split_items(text)}
            score = score.add(labelled, found)
    return score


def main() -> None:
    """Measure and write."""
    measured = {
        "practices of real reports": measure_practices(),
        "practices, worded": measure_worded(shows_errors=True),
        "problems and measures of real reports": measure_problems(),
    }
    rows = [
        (name, str(score.labelled), str(score.found), f"{score.precision:.1%}", f"{score.recall:.1%}")
        for name, score in measured.items()
    ]
    write_part(TITLE, NOTE, HEADER, rows)


if __name__ == "__main__":
    main()
