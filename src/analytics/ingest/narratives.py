"""The narratives of a build under way → its tables of what the prose says, and the index beside it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pandas as pd

from analytics.prose.frames import SectionFrames, connect_years, join_sections, read_sections
from analytics.prose.search.index import Text, build_index
from analytics.transforms.rows import each_row
from analytics.warehouse.builds.build import Builder
from analytics.warehouse.builds.prose import load_prose
from analytics.warehouse.builds.publish import SEARCH
from analytics.warehouse.read import Warehouse

_AT_ONCE = 400
"""Reports read in one task: some four seconds of work, against a tenth for handing them over."""
_WORTH_PROCESSES = 2
"""Tasks from which processes of their own are worth their start."""


def load_narratives(builder: Builder, loaded: Warehouse, jobs: int | None) -> None:
    """Read the prose of all current reports, fill its tables and write the index of its words."""
    sections = loaded.prose_tables.sections()
    found = join_sections(list(_read_all(sections, jobs or 1)))
    years = connect_years(sections, found.items, loaded.reports())
    load_prose(
        builder.con,
        {
            "prose_figure": found.figures, "practice_mark": found.practices, "section_five_item": found.items,
            "repeated_problem": years.repeated, "reported_measure": years.reported, "near_copy": years.copies,
            "sameness": years.sameness,
        },
    )  # fmt: skip
    write_index(sections, builder.partial / SEARCH)


def write_index(sections: pd.DataFrame, folder: Path) -> None:
    """Write the index of sections [report_id, position, text], in order of reports, into a new folder."""
    build_index(
        Text(int(section.report_id), int(section.position), str(section.text))
        for section in each_row(sections[["report_id", "position", "text"]])
    ).save(folder)


def _read_all(sections: pd.DataFrame, jobs: int) -> Iterator[SectionFrames]:
    tasks = list(_split(sections))
    if jobs < _WORTH_PROCESSES or len(tasks) < _WORTH_PROCESSES:
        yield from map(read_sections, tasks)
        return
    # Started afresh: this process has a database open, which a fork would share.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(read_sections, tasks)


def _split(sections: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Tasks of whole reports; one task without rows where there is no prose."""
    number = pd.factorize(sections["report_id"])[0] // _AT_ONCE
    yield from (task for _, task in sections.groupby(number)) if len(sections) else iter([sections])
