"""Measure what happens on a bad day and write ``docs/reliability.md``.

``python -m benchmarks.reliability kills`` measures one part and leaves the others of the page as they were.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from xml.etree import ElementTree

import typer
from rich.progress import Progress

from benchmarks import hostile, killed, soak
from benchmarks.page import Page, Row, Section

ROOT = Path(__file__).parent.parent
HEAD = """# Reliability

Written by `make reliability`; each part says how it is repeated alone. Counts of faults should be zero; what was
measured stands beside its goal, met or not.
"""
PAGE = Page(ROOT / "docs" / "reliability.md", HEAD, ".venv/bin/python -m benchmarks.reliability")
HEADER = ("what", "measured", "goal")


class Part(StrEnum):
    """What can be measured apart."""

    KILLS = "kills"
    SOAK = "soak"
    HOSTILE = "hostile"
    FAULTS = "faults"


def _kills() -> Section:
    with Progress() as progress:
        task = progress.add_task("kills", total=killed.KILLS)
        outcome = killed.measure(advance=lambda done, total: progress.update(task, completed=done, total=total))
    note = """`kill -9` of an ingest and all of its workers; half of them the first ingest into an empty warehouse, half
over a published build. Then the build in use is checked against its checksum and its facts against those of whole
ingests, and the ingest is made again."""
    return Section("Killed at random moments", note, HEADER, list(outcome.rows()))


def _soak() -> Section:
    with tempfile.TemporaryDirectory() as name:
        world = Path(name, "world")
        command = [sys.executable, "-m", "analytics", "simulate", str(world), "--counties", str(soak.COUNTIES)]
        subprocess.run([*command, "--prefectures", "--format", "html"], check=True, capture_output=True)
        rows = list(soak.measure(world / "raw").rows())
    note = f"""Websocket clients change filters on mixed pages of {soak.COUNTIES} simulated counties over seven years,
thinking 2.5 to 7.5 s before each change, while the folder changes and is ingested on the same two cores."""
    return Section("Visitors while builds are published", note, HEADER, rows)


def _hostile() -> Section:
    note = """Bombs, endless markup, drawings that draw themselves, noise and archives within archives, among ordinary
reports, on two processes."""
    return Section("Documents made to harm", note, HEADER, list(hostile.rows()))


def _faults() -> Section:
    note = """Most are brought about for real, on a disk, in a process or over a connection; where that would harm the
machine, the error itself is raised in its place. The names are those of the tests; a skipped one could not be tried by
the user who measured (nothing is locked for root)."""
    rows = [*_tested_faults()]
    return Section("Faults brought about by tests", note, ("fault", "test", "outcome"), rows)


def _tested_faults() -> Iterator[Row]:
    """The tests marked as faults, run here: (what is promised, its test module, passed or failed)."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name, "faults.xml")
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-m", "fault", f"--junitxml={report}"]
        subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
        cases: dict[tuple[str, str], list[str]] = {}
        for case in ElementTree.parse(report).iter("testcase"):
            outcome = next((kind for kind in ("failure", "error", "skipped") if case.find(kind) is not None), "passed")
            sentence = case.attrib["name"].split("[", 1)[0].removeprefix("test_").replace("_", " ")
            cases.setdefault((sentence, case.attrib["classname"]), []).append(outcome)
    for (sentence, module), outcomes in sorted(cases.items(), key=lambda item: (item[0][1], item[0][0])):
        worst = next((kind for kind in ("error", "failure", "skipped") if kind in outcomes), "passed")
        count = f" ({len(outcomes)} cases)" if len(outcomes) > 1 else ""
        yield sentence, f"`{module.replace('.', '/')}.py`", worst + count


_MEASURES: dict[Part, Callable[[], Section]] = {
    Part.KILLS: _kills,
    Part.SOAK: _soak,
    Part.HOSTILE: _hostile,
    Part.FAULTS: _faults,
}


def main(parts: Annotated[list[Part] | None, typer.Argument(help="Parts to run; all without")] = None) -> None:
    """Measure, print, and write the page."""
    PAGE.write(((part, _MEASURES[part]()) for part in parts or list(Part)), Part)


if __name__ == "__main__":
    typer.run(main)
