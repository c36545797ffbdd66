"""A figures sheet (figures collected by hand, one a row) → reports, one per organ and year.

Columns: organ, scope, year, evidence_kind, read_from, table, line, column, value, printed, measured_in, source.
A row that cannot be used is a finding; the other rows stand. Prose figures get no cell of the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from analytics.documents.model import Document, Grid, Place
from analytics.errors import DocumentError
from analytics.reports.checks import check
from analytics.reports.identity.organs import find_organ
from analytics.reports.labels import Match, Way, match_column, match_line
from analytics.reports.model import Fact, Finding, Report
from analytics.reports.numbers import read
from analytics.reports.tables.entries import choose_reader
from analytics.reports.tables.statistics_labels import find_edition, match_lines
from analytics.vocabulary import form, naming
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import MeasuredIn, ReadFrom, Scope, Severity, Status, Table

COLUMNS = (
    "organ", "scope", "year", "evidence_kind", "read_from", "table", "line", "column", "value", "printed",
    "measured_in", "source",
)  # fmt: skip


class _Entry(NamedTuple):
    values: Mapping[str, str]
    place: Place


class _UnusableRowError(Exception):
    """A row that names no cell of the form; ``rule`` and ``printed`` say why."""

    def __init__(self, rule: str, printed: str) -> None:
        super().__init__(rule)
        self.rule, self.printed = rule, printed


def read_figures_sheet(document: Document) -> tuple[Report, ...]:
    """Read a figures sheet. Raises DocumentError where a column is missing or no row is usable."""
    groups: dict[tuple[str, int], list[_Entry]] = {}
    findings: list[Finding] = []
    for entry in _read_entries(document):
        year = entry.values["year"].strip()
        if not entry.values["organ"] or not (year.isdigit() and len(year) == 4):
            findings.append(_describe_unusable(entry, "sheet_row_unusable", year))
            continue
        groups.setdefault((entry.values["organ"], int(year)), []).append(entry)
    if not groups:
        raise DocumentError("sheet_without_rows", file=document.name)
    reports = [_make_report(organ, year, entries) for (organ, year), entries in groups.items()]
    first = reports[0]
    reports[0] = _add_findings(first, findings)
    return tuple(reports)


def _add_findings(report: Report, findings: list[Finding]) -> Report:
    return replace(report, findings=(*report.findings, *findings))


def _read_entries(document: Document) -> Iterator[_Entry]:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    for grid in grids:
        names = [cell.text.strip().lower() for cell in grid.rows[0]]
        missing = [column for column in COLUMNS if column not in names]
        if missing:
            raise DocumentError("sheet_column_missing", file=document.name, columns=missing, expected=list(COLUMNS))
        for row in grid.rows[1:]:
            texts = [cell.text for cell in row] + [""] * (len(names) - len(row))
            values = dict(zip(names, texts, strict=False))
            # The figure stands in its own cell of the row: that is what its evidence points to.
            figure = names.index("printed" if values["printed"] else "value")
            yield _Entry(values, row[figure if figure < len(row) else 0].place)


def _make_report(organ_name: str, year: int, entries: list[_Entry]) -> Report:
    organ = find_organ(organ_name, year=year)
    findings: list[Finding] = []
    if organ.place_code is None:
        findings.append(Finding("place_unknown", Severity.WARNING, {"name": organ_name, "candidates": []}))
    statistics = _match_statistics(entries)
    editions = {**_find_editions(entries), **({Table.STATISTICS: statistics.edition} if statistics.lines else {})}
    facts: dict[object, Fact] = {}
    for entry in entries:
        try:
            fact = _make_fact(entry, editions, statistics.lines)
        except _UnusableRowError as reason:
            findings.append(_describe_unusable(entry, reason.rule, reason.printed))
            continue
        key = fact.cell or (fact.line, fact.column)
        if key in facts and facts[key].printed != fact.printed:
            operands = {"table": str(fact.table), "line": fact.line}
            findings.append(Finding("line_repeated", Severity.WARNING, operands))
        facts.setdefault(key, fact)
        if fact.status is Status.UNREADABLE and fact.cell is not None:
            operands = {"line": fact.line, "column": fact.column, "printed": fact.printed}
            findings.append(Finding("cell_unreadable", Severity.WARNING, operands, (fact.cell,)))
        findings.extend(_check_value(entry, fact))
    ordered = tuple(sorted(facts.values(), key=lambda fact: (fact.cell or 99_999, fact.line)))
    scope = entries[0].values["scope"]
    others = sorted({entry.values["scope"] for entry in entries} - {scope})
    if others:
        findings.append(Finding("sheet_scopes_mixed", Severity.WARNING, {"scope": scope, "others": others}))
    source = entries[0].values["source"]
    return Report(
        organ=organ,
        year=year,
        scope=_find_scope(scope),
        scope_words=scope,
        editions=editions,
        facts=ordered,
        narrative=(),
        findings=(*findings, *check(ordered, editions, organ)),
        reader="sheet",
        title="",
        published=None,
        source=source,
    )


class _Statistics(NamedTuple):
    """The edition of a statistics table, and the key of the line that each entry names, None where it has none."""

    edition: Edition | None
    lines: Mapping[Place, str | None]


def _match_statistics(entries: Sequence[_Entry]) -> _Statistics:
    rows = [entry for entry in entries if entry.values["table"] == Table.STATISTICS]
    runs = [(label, list(run)) for label, run in groupby(rows, key=lambda entry: entry.values["line"])]
    labels = [label for label, _ in runs]
    edition = find_edition(labels)
    found = match_lines(edition, labels) if edition is not None else {}
    return _Statistics(edition, {entry.place: found.get(at) for at, (_, run) in enumerate(runs) for entry in run})


def _make_statistics_fact(entry: _Entry, line_key: str | None, read_from: ReadFrom) -> Fact:
    values = entry.values
    printed = values["printed"] or values["value"]
    column = match_column(Table.STATISTICS, values["column"])
    if column is None:
        raise _UnusableRowError("label_unknown", f"{values['line']} / {values['column']}")
    column_label = form.find_column(Table.STATISTICS, column.keys[0]).label
    if line_key is None:
        status, value, unit, _ = read(printed)
        return Fact(
            Table.STATISTICS, values["line"], column_label, None, value, status, printed,
            unit or _find_unit(values["measured_in"]) or MeasuredIn.COUNT, entry.place, values["line"], read_from,
        )  # fmt: skip
    cell = form.find_cell(Table.STATISTICS, line_key, column.keys[0])
    status, value, unit, _ = choose_reader(cell)(printed)
    return Fact(
        cell.table, cell.line.label, cell.column.label, cell.code, value, status, printed,
        unit or _find_unit(values["measured_in"]) or cell.measured_in, entry.place, values["line"], read_from,
    )  # fmt: skip


def _make_fact(entry: _Entry, editions: Mapping[Table, Edition | None], statistics: Mapping[Place, str | None]) -> Fact:
    values = entry.values
    printed = values["printed"] or values["value"]
    read_from = _read_from(values["read_from"])
    if values["evidence_kind"] == "prose" or values["table"] == Table.PROSE:
        status, value, unit, _ = read(printed)
        return Fact(
            Table.PROSE, values["line"], values["column"], None, value, status, printed,
            unit or _find_unit(values["measured_in"]), entry.place, values["line"], read_from,
        )  # fmt: skip
    if values["table"] == Table.STATISTICS:
        return _make_statistics_fact(entry, statistics[entry.place], read_from)
    cell = _find_cell(values, editions)
    status, value, unit, _ = choose_reader(cell)(printed)
    unit = unit or _find_unit(values["measured_in"])
    return Fact(
        cell.table, cell.line.label, cell.column.label, cell.code, value, status, printed,
        unit if status is not Status.TEXT else None, entry.place, values["line"], read_from,
    )  # fmt: skip


def _find_cell(values: Mapping[str, str], editions: Mapping[Table, Edition | None]) -> form.Cell:
    if values["table"] not in (Table.II, Table.III, Table.IV):
        raise _UnusableRowError("sheet_row_unusable", values["table"])
    table = Table(values["table"])
    line, column = match_line(table, values["line"]), match_column(table, values["column"])
    if line is None or column is None or line.way is Way.OPENING:
        raise _UnusableRowError("label_unknown", f"{values['line']} / {values['column']}")
    for line_key in _order_keys(line, table, editions.get(table)):
        for column_key in column.keys:
            try:
                return form.find_cell(table, line_key, column_key)
            except KeyError:
                continue
    raise _UnusableRowError("label_unknown", f"{values['line']} / {values['column']}")


def _order_keys(match: Match, table: Table, edition: Edition | None) -> list[str]:
    """Lines that share a label: the one of the table's edition first, group heads last."""
    lines = [form.find_line(table, key) for key in match.keys]
    return [line.key for line in sorted(lines, key=lambda line: (edition not in line.editions, line.is_head))]


def _find_editions(entries: list[_Entry]) -> dict[Table, Edition | None]:
    """By the columns of table II and the rows of table III that the sheet names."""
    named: dict[Table, set[Edition]] = {}
    for entry in entries:
        values = entry.values
        if values["table"] not in (Table.II, Table.III, Table.IV) or values["evidence_kind"] == "prose":
            continue
        table = Table(values["table"])
        editions = named.setdefault(table, set())
        match = match_column(table, values["column"]) if table is Table.II else match_line(table, values["line"])
        column = form.find_column(table, match.keys[0]) if match and table is Table.II else None
        if column and len(column.editions) == 1:
            editions.update(column.editions)
        if table is Table.III and match:
            for key in match.keys:
                line = form.find_line(table, key)
                if len(line.editions) == 1 and not line.is_head:
                    editions.update(line.editions)
    found = {
        table: next((edition for edition in reversed(form.list_editions(table)) if edition in editions), None)
        for table, editions in named.items()
    }
    if Table.IV in found:
        found[Table.IV] = found.get(Table.III) or found.get(Table.II)
    return dict(sorted(found.items()))


def _check_value(entry: _Entry, fact: Fact) -> Iterator[Finding]:
    stated = read(entry.values["value"]).value if entry.values["value"] else None
    if entry.values["value"] and stated != fact.value:
        operands = {"line": fact.line, "printed": fact.printed, "value": entry.values["value"]}
        yield Finding("sheet_value_disagrees", Severity.WARNING, operands, (fact.cell,) if fact.cell else ())


def _describe_unusable(entry: _Entry, rule: str, printed: str) -> Finding:
    return Finding(rule, Severity.WARNING, {"row": entry.place.line, "printed": printed})


def _find_unit(text: str) -> MeasuredIn | None:
    return next((unit for unit in MeasuredIn if unit == text.strip()), None)


def _read_from(text: str) -> ReadFrom:
    return next((source for source in ReadFrom if source == text.strip().lower()), ReadFrom.SECONDARY)


def _find_scope(text: str) -> Scope:
    found = next((key for wording, key in naming.SCOPES.items() if text.lower().startswith(wording)), "unknown")
    return Scope(found)
