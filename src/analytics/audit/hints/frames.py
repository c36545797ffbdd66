"""Frames of figures → hints as findings of their reports.

Required frames: ``figures`` (organ_id, year, report_id, cell, value, status: current reports, with the codes of
``vocabulary.measures.prose``), ``reports`` (report_id, editions). A hint is a note: it corrects nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analytics.audit.hints.equations import TABLES
from analytics.audit.hints.model import Hint, Printed
from analytics.audit.hints.search import find_hint
from analytics.transforms.series.editions import find_edition
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Severity, Table

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]
OF_ONE, OF_SEVERAL = "would_hold", "would_hold_together"
"""Rules of the findings: a hint about one figure, and one about several."""
RULES = frozenset({OF_ONE, OF_SEVERAL})


def list_hint_cells() -> list[int]:
    """Codes of the figures that hints are looked for in."""
    return sorted({*(cell.code for cell in form.list_cells() if cell.table in TABLES), *PROSE_CODES})


def check_hints(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """A finding [COLUMNS] for every report with a hint."""
    rows = []
    for (organ, year), now in (printed := make_printed(figures, reports)).items():
        hint = find_hint(now, before=printed.get((organ, year - 1)), after=printed.get((organ, year + 1)))
        if hint is not None:
            is_of = (figures["organ_id"] == organ) & (figures["year"] == year)
            is_first = figures["cell"] == hint.readings[0].cell
            rows.append(_make_row(int(figures.loc[is_of & is_first, "report_id"].iloc[0]), hint))
    return pd.DataFrame(rows, columns=COLUMNS)


def make_printed(figures: pd.DataFrame, reports: pd.DataFrame) -> dict[tuple[int, int], Printed]:
    """(organ_id, year) → the figures of the report or reports of that year."""
    editions = _list_editions(reports)
    by_organ = figures.groupby("organ_id", sort=False)
    return {
        (int(str(organ)), int(str(year))): _make_printed(frame, editions)
        for organ, of_organ in by_organ
        for year, frame in of_organ.groupby("year", sort=False)
    }


def _list_editions(reports: pd.DataFrame) -> dict[int, dict[Table, Edition]]:
    known: dict[int, dict[Table, Edition]] = {}
    for table in TABLES:
        found = find_edition(reports, table)
        for report_id, edition in zip(reports["report_id"], found, strict=True):
            if isinstance(edition, str):
                known.setdefault(int(report_id), {})[table] = Edition(edition)
    return known


def _make_printed(frame: pd.DataFrame, editions: Mapping[int, dict[Table, Edition]]) -> Printed:
    has_value, is_blank = frame["status"].isin(HAS_VALUE), frame["status"].isin(AS_ZERO)
    figures = dict(zip(frame.loc[has_value, "cell"].astype(int), frame.loc[has_value, "value"], strict=True))
    owned = [editions[int(report_id)] for report_id in frame["report_id"].unique() if int(report_id) in editions]
    return Printed(figures, frozenset(frame.loc[is_blank, "cell"].astype(int)), editions=owned[0] if owned else {})


def _make_row(report_id: int, hint: Hint) -> tuple[object, ...]:
    cells = [reading.cell for reading in hint.readings]
    if len(hint.readings) > 1:
        operands: dict[str, object] = {"readings": list(_write_readings(hint)), "count": hint.sums}
        return report_id, OF_SEVERAL, str(Severity.NOTE), operands, cells
    (reading,) = hint.readings
    operands = {
        "where": name_cell(reading.cell),
        "printed": None if reading.printed is None else float(reading.printed),
        "value": float(reading.value),
        "count": hint.sums,
        "is_left_blank": reading.printed is None,
    }
    return report_id, OF_ONE, str(Severity.NOTE), operands, cells


def _write_readings(hint: Hint) -> Iterator[str]:
    return (f"{name_cell(reading.cell)} → {reading.value:,}" for reading in hint.readings)


def name_cell(code: int) -> str:
    """Line and heading of a cell as the form prints them, or the words of a figure of prose."""
    for figure in PROSE_FIGURES:
        if figure.code == code:
            return figure.words[0]
    cell = form.map_cells_by_code()[code]
    return f"{cell.line.label}·{cell.column.label}"
