"""A table that a page lists, and that is no long table of measures → its files, with their notes.

Required ``table``: columns by key (``year``, ``status``, …), words for values but keys of statuses; one row as on the
screen. ``reports`` behind it, ``found`` the findings about its cells. Refuses to know what the table is about.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date

import pandas as pd

from analytics.exports.formats import FileFormat, FileParts, render_file
from analytics.exports.notes import (
    Notes,
    list_findings,
    list_sources,
    make_sheets,
    write_citation,
)
from analytics.vocabulary.places.fictional import STAMP
from analytics.vocabulary.terms import Origin
from analytics.words import Language, has, say
from analytics.words.numbers import number


@dataclass(frozen=True, slots=True)
class PageTable:
    """The table with what it shows in a sentence, what stands behind it, and where it was taken from."""

    table: pd.DataFrame
    sentence: str
    reports: pd.DataFrame
    found: pd.DataFrame
    _: KW_ONLY
    organs: pd.DataFrame
    build_id: str
    built_on: date
    link: str
    language: Language


def translate_table(listed: PageTable) -> pd.DataFrame:
    """The table as it stands on the screen and in the file."""
    table = listed.table
    if "status" in table.columns:
        words = {status: say(f"status.{status}", listed.language) for status in table["status"].unique()}
        table = table.assign(status=table["status"].map(words))
    return table.rename(columns={name: _name_column(name, listed.language) for name in table.columns})


def _name_column(name: str, language: Language) -> str:
    """The name of a column; one that is no key is the name of a report: a year, or an organ and year."""
    return say(f"column.{name}", language) if has(f"column.{name}") else name


def _describe_column(name: str, language: Language) -> str:
    return say(f"column_means.{name}" if has(f"column.{name}") else "column_means.of_report", language)


def render_page_table(listed: PageTable, file_format: FileFormat) -> bytes:
    """The table as a file."""
    parts = FileParts(
        [translate_table(listed)],
        lambda: write_notes(listed),
        lambda: make_sheets(write_notes(listed), listed.found, listed.organs, listed.language),
        say("sheet.data", listed.language),
    )
    return render_file(file_format, parts)


def write_notes(listed: PageTable) -> Notes:
    """What is shown, what its columns mean, how many cells print no number, sources, build, link, citation."""
    language = listed.language
    is_simulated = bool((listed.reports["origin"] == Origin.SIMULATED).any())
    facts = (
        ("shown", listed.sentence),
        ("rows", number(len(listed.table), language)),
        ("build", listed.build_id),
        ("link", listed.link),
        (
            "citation",
            write_citation(listed.build_id, listed.built_on, listed.link, language, is_simulated=is_simulated),
        ),
    )
    columns = pd.DataFrame(
        [(_name_column(name, language), _describe_column(name, language)) for name in listed.table.columns],
        columns=[say("column.column", language), say("column.meaning", language)],
    )
    tables = [("dictionary", "notes.columns", columns)]
    if "status" in listed.table.columns:
        tables.append(("statuses", "notes.statuses", _count_statuses(listed)))
    if len(listed.found):
        tables.append(("findings", "sheet.findings", list_findings(listed.found, listed.organs, language)))
    tables.append(("sources", "notes.sources", list_sources(listed.reports, listed.organs, language)))
    return Notes(
        say("notes.title", language), say("notes.simulated", language, stamp=STAMP) if is_simulated else "",
        tuple((key, say(f"notes.{key}", language), text) for key, text in facts),
        tuple((key, say(name, language), table) for key, name, table in tables),
    )  # fmt: skip


def _count_statuses(listed: PageTable) -> pd.DataFrame:
    counts = listed.table["status"].value_counts()
    rows = [
        (say(f"status.{key}", listed.language), say(f"state_means.{key}", listed.language), count)
        for key, count in counts.items()
    ]
    names = [say(f"column.{name}", listed.language) for name in ("status", "meaning", "count")]
    return pd.DataFrame(rows, columns=names)
