"""Frames of figures → hints as findings of their reports.

Required frames: ``figures`` (organ_id, year, report_id, cell, value, status: current reports, with the codes of
``vocabulary.measures.prose``), ``reports`` (report_id, editions). A hint is a note: it corrects nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analytics.audit.hints.equations import TABLES
from analytics.audit.hints.model import Hint, Printed
from analytics.audit.hints.search import find_hint
from analytics.transforms.series.editions import find_edition
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES
from analytics.vocabulary.terms import AS_ZERO_KEYS, HAS_VALUE_KEYS, Severity, Table

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]
OF_ONE, OF_SEVERAL = "would_hold", "would_hold_together"
"""Rules of the findings: a hint about one figure, and one about several."""
RULES = frozenset({OF_ONE, OF_SEVERAL})


def list_hint_cells() -> list[int]:
    """Codes of the figures that hints are looked for in."""
    return sorted({*(cell.code for cell in form.list_cells() if cell.table in TABLES), *PROSE_CODES})


def check_hints(figures: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """A finding [COLUMNS] for every report with a hint."""
    rows = list[tuple[object, ...]]()
    keys = ["organ_id", "year", "cell"]
    report_ids = figures.drop_duplicates(keys).set_index(keys)["report_id"]
    printed = make_printed(figures, reports)
    for (organ, year), now in printed.items():
        hint = find_hint(now, before=printed.get((organ, year - 1)), after=printed.get((organ, year + 1)))
        if hint is not None:
            rows.append(_make_row(int(report_ids[organ, year, hint.readings[0].cell]), hint))
    return pd.DataFrame(rows, columns=COLUMNS)


def make_printed(figures: pd.DataFrame, reports: pd.DataFrame) -> dict[tuple[int, int], Printed]:
    """(organ_id, year) → the figures of the report or reports of that year. In one pass over plain lists: a frame for
    each report takes ten times as long."""
    editions = _list_editions(reports)
    names = ["organ_id", "year", "report_id", "cell", "value", "status"]
    values: dict[tuple[int, int], dict[int, float]] = {}
    blanks: dict[tuple[int, int], list[int]] = {}
    tables: dict[tuple[int, int], dict[Table, Edition]] = {}
    for organ, year, report, cell, value, status in zip(*(figures[name].tolist() for name in names), strict=True):
        key = (int(organ), int(year))
        if status in HAS_VALUE_KEYS:
            values.setdefault(key, {})[int(cell)] = float(value)
        elif status in AS_ZERO_KEYS:
            blanks.setdefault(key, []).append(int(cell))
        if report in editions:
            tables.setdefault(key, editions[report])
    return {
        key: Printed(values.get(key, {}), frozenset(blanks.get(key, ())), editions=tables.get(key, {}))
        for key in dict.fromkeys((*values, *blanks))
    }


def _list_editions(reports: pd.DataFrame) -> dict[int, dict[Table, Edition]]:
    known: dict[int, dict[Table, Edition]] = {}
    for table in TABLES:
        found = find_edition(reports, table)
        for report_id, edition in zip(reports["report_id"], found, strict=True):
            if isinstance(edition, str):
                known.setdefault(int(report_id), {})[table] = Edition(edition)
    return known


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
