"""Two independent readings of one document → one reading of each table.

Arithmetic chooses between whole readings of a table, never between digits: what the publisher printed wrong stays
wrong. Where the readings differ in a cell, the cell is uncertain whichever is chosen, and a finding says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analytics.reports.checks import judge_identities
from analytics.reports.model import Fact, Finding
from analytics.reports.tables.entries import TableReading
from analytics.vocabulary import form
from analytics.vocabulary.terms import FAILING, Severity, Status, Table, Verdict

Tables = dict[Table, TableReading]

_HOLDS = frozenset({Verdict.HOLDS, Verdict.HOLDS_BLANKS_AS_ZERO})


def is_doubtful(tables: Tables) -> bool:
    """Whether a second reading is worth its time: a table is absent, a cell unread, or a sum does not add up."""
    expected = (Table.STATISTICS,) if Table.STATISTICS in tables else form.list_tables_of_form()
    return any(table not in tables or any(_count_doubts(tables[table])) for table in expected)


def settle_readings(first: Tables, second: Tables) -> Tables:
    """The better reading of each table; the first where they are equally good."""
    chosen: Tables = {}
    for table in (*form.list_tables_of_form(), Table.STATISTICS):
        reading, other = first.get(table), second.get(table)
        if reading is not None and other is not None:
            chosen[table] = _compare_readings(
                *((other, reading) if _rank(other) < _rank(reading) else (reading, other))
            )
        elif reading is not None:
            chosen[table] = reading
    for table in second.keys() - first.keys():
        # Only one of two readings sees the table: it is shown, and none of its figures is certain.
        chosen[table] = _doubt_reading(second[table])
    return dict(sorted(chosen.items()))


def improve_readings(first: Tables, second: Tables) -> Tables:
    """The first reading of each table, or the second where that is better; a table that only the second sees is
    doubted."""
    better = {
        table: _confirm_reading(_compare_readings(reading, first[table]), first[table])
        if table in first
        else _doubt_reading(reading)
        for table, reading in second.items()
        if table not in first or _rank(reading) < _rank(first[table])
    }
    return dict(sorted({**first, **better}.items()))


def find_agreed_cells(first: Tables, second: Tables) -> frozenset[int]:
    """The cells of which both readings are certain and say the same."""
    return frozenset(
        code
        for table in first.keys() & second.keys()
        for code, fact in first[table].facts.items()
        if (rival := second[table].facts.get(code)) is not None
        and (fact.status, fact.value) == (rival.status, rival.value)
        and fact.is_certain
        and rival.is_certain
    )


def find_cells_agreed_with(first: Tables, cells: Mapping[int, tuple[Status, float | None]]) -> frozenset[int]:
    """As :func:`find_agreed_cells`, for a second reading that gives nothing but status and value by cell."""
    return frozenset(
        code
        for table in first.values()
        for code, fact in table.facts.items()
        if fact.is_certain and cells.get(code) == (fact.status, fact.value)
    )


def mark_second(tables: Tables) -> Tables:
    """The tables of a second reading, whose places say so."""
    for reading in tables.values():
        reading.facts = {
            code: fact._replace(place=fact.place._replace(reading=1)) if fact.place else fact
            for code, fact in reading.facts.items()
        }
    return tables


def _rank(reading: TableReading) -> tuple[int, int, int]:
    """Lower is better: more identities that hold, then fewer cells unread. Failing ones are not counted, since a
    reading that loses a row has fewer sums to fail."""
    return -_count_verdicts(reading, _HOLDS), _count_unread(reading), -len(reading.facts)


def _count_doubts(reading: TableReading) -> tuple[int, int]:
    """(identities that fail, cells of the form that are not read for certain)."""
    return _count_verdicts(reading, FAILING), _count_unread(reading)


def _count_verdicts(reading: TableReading, counted: frozenset[Verdict]) -> int:
    return sum(
        judged.verdict in counted
        for _, judged in judge_identities(reading.facts.values(), {reading.table: reading.edition})
    )


def _count_unread(reading: TableReading) -> int:
    facts = reading.facts.values()
    unread = sum(fact.status is Status.UNREADABLE or not fact.is_certain for fact in facts)
    is_whole = reading.table is not Table.STATISTICS  # before 2019 nobody printed all the lines of a form
    if is_whole and (reading.edition is not None or reading.table is Table.IV):
        expected = len(form.list_form_cells(reading.table, reading.edition)) if reading.edition else _REMEDIES
        unread += max(0, expected - sum(not _is_subtotal(fact) for fact in facts))
    return unread


_REMEDIES = 15


def _is_subtotal(fact: Fact) -> bool:
    return fact.cell is not None and form.map_cells_by_code()[fact.cell].is_subtotal


def _compare_readings(chosen: TableReading, other: TableReading) -> TableReading:
    """The chosen reading, uncertain wherever the other says something else."""
    facts = dict(chosen.facts)
    findings = list(chosen.findings)
    for code, fact in chosen.facts.items():
        rival = other.facts.get(code)
        if rival is None or (rival.status, rival.value) == (fact.status, fact.value):
            continue
        facts[code] = fact._replace(is_certain=False)
        operands: Mapping[str, object] = {
            "line": fact.line, "column": fact.column, "printed": fact.printed, "other": rival.printed,
        }  # fmt: skip
        findings.append(Finding("readings_differ", Severity.WARNING, operands, (code,)))
    return replace(chosen, facts=facts, findings=findings)


def _confirm_reading(chosen: TableReading, other: TableReading) -> TableReading:
    """The chosen reading, certain wherever the other is certain of the same."""
    alike = find_cells_agreed_with(
        {other.table: other}, {code: (fact.status, fact.value) for code, fact in chosen.facts.items()}
    )
    facts = {
        code: fact._replace(is_certain=True) if code in alike and fact.status is not Status.UNREADABLE else fact
        for code, fact in chosen.facts.items()
    }
    return replace(chosen, facts=facts)


def _doubt_reading(reading: TableReading) -> TableReading:
    facts = {code: fact._replace(is_certain=False) for code, fact in reading.facts.items()}
    finding = Finding("read_once_of_two", Severity.WARNING, {"table": str(reading.table)}, tuple(facts))
    return replace(reading, facts=facts, findings=[*reading.findings, finding])
