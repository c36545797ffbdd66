"""What is kept of documents and reports, each column declared once: its name, its type, what of a record it holds, and
the table of a build it goes to. The files of a shard, the tables of a build and what is loaded from the one into the
other follow from here; ``reports.as_json`` follows from the records themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa

from analytics.reports.model import Fact

_ARROW: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(), "BIGINT": pa.int64(), "INTEGER": pa.int32(), "SMALLINT": pa.int16(),
    "TINYINT": pa.int8(), "DOUBLE": pa.float64(), "BOOLEAN": pa.bool_(), "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()), "INTEGER[]": pa.list_(pa.int32()),
    "cell_status": pa.string(), "unit_of_measure": pa.string(),
}  # fmt: skip
"""DuckDB's type → the same in Parquet; enumerations are texts there."""


class StoredColumn(NamedTuple):
    """One column: ``kind`` is DuckDB's type; ``describe`` makes its value of the record, and is None where the build
    works the value out; ``table`` is the table of a build that has it, empty where only shards do."""

    name: str
    kind: str
    describe: Callable[[Any], Any] | None = None
    table: str = ""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The columns of one kind of record. ``keys`` lead each row of a shard and say whose it is."""

    keys: tuple[StoredColumn, ...]
    columns: tuple[StoredColumn, ...]

    def make_schema(self) -> pa.Schema:
        """The columns of the shard's file."""
        read = (column for column in self.columns if column.describe)
        return pa.schema([(column.name, _ARROW[column.kind]) for column in (*self.keys, *read)])

    def describe(self, record: object) -> dict[str, Any]:
        """The values that the shard keeps of one record, without its keys."""
        return {column.name: column.describe(record) for column in self.columns if column.describe}

    def list_columns(self, table: str) -> list[StoredColumn]:
        """The columns that a table of the build has of this record, in order."""
        return [column for column in self.columns if column.table == table]

    def write_names(self, table: str) -> str:
        """The same as SQL: names, parted by commas."""
        return ", ".join(f'"{column.name}"' for column in self.list_columns(table))

    def write_definitions(self, table: str) -> str:
        """The same as SQL that creates them."""
        return ", ".join(f'"{column.name}" {column.kind}' for column in self.list_columns(table))


def write_json(operands: Mapping[str, object]) -> str:
    """Operands as they are kept."""
    return json.dumps(dict(operands), ensure_ascii=False, default=str)


def _find_place(name: str) -> Callable[[Fact], int | None]:
    return lambda fact: getattr(fact.place, name) if fact.place else None


_FILE = StoredColumn("file", "VARCHAR")
_ORDINAL = StoredColumn("ordinal", "INTEGER")

DOCUMENTS = StoredRecord(
    (),
    (
        StoredColumn("file", "VARCHAR", lambda document: document["file"], "document"),
        StoredColumn("sha256", "VARCHAR", lambda document: document["sha256"], "document"),
        StoredColumn("bytes", "BIGINT", lambda document: document["bytes"], "document"),
        StoredColumn("format", "VARCHAR", lambda document: document.get("format", ""), "document"),
        StoredColumn("reader", "VARCHAR", lambda document: document.get("reader", ""), "document"),
        StoredColumn("encoding", "VARCHAR", lambda document: document.get("encoding"), "document"),
        StoredColumn("rejected", "VARCHAR", lambda document: document.get("rejected")),
        StoredColumn("operands", "VARCHAR", lambda document: document.get("operands")),
        StoredColumn("origin", "VARCHAR", None, "document"),
        StoredColumn("url", "VARCHAR", None, "document"),
        StoredColumn("published", "DATE", None, "document"),
        StoredColumn("fetched", "DATE", None, "document"),
        StoredColumn("pages", "VARCHAR[]", lambda document: list(document.get("pages", ())), "document"),
    ),
)
"""A file that was found, read or refused, as a mapping."""

REPORTS = StoredRecord(
    (_FILE, _ORDINAL),
    (
        StoredColumn("organ", "VARCHAR", lambda report: report.organ.name),
        StoredColumn("body", "VARCHAR", lambda report: report.organ.body),
        StoredColumn("place_code", "VARCHAR", lambda report: report.organ.place_code),
        StoredColumn("level", "VARCHAR", lambda report: report.organ.level),
        StoredColumn("kind", "VARCHAR", lambda report: report.organ.kind),
        StoredColumn("year", "SMALLINT", lambda report: report.year, "report"),
        StoredColumn("scope", "VARCHAR", lambda report: report.scope, "report"),
        StoredColumn("scope_words", "VARCHAR", lambda report: report.scope_words, "report"),
        StoredColumn("editions", "VARCHAR", lambda report: json.dumps(report.editions, sort_keys=True), "report"),
        StoredColumn("unread_tables", "VARCHAR", lambda report: json.dumps(report.unread_tables), "report"),
        StoredColumn("reader", "VARCHAR", lambda report: report.reader, "report"),
        StoredColumn("title", "VARCHAR", lambda report: report.title, "report"),
        StoredColumn("published", "VARCHAR", lambda report: report.published),
        StoredColumn("source", "VARCHAR", lambda report: report.source, "report"),
        StoredColumn(
            "read_from",
            "VARCHAR",
            lambda report: report.facts[0].read_from if report.facts else "document",
            "report",
        ),
        StoredColumn("is_resolved", "BOOLEAN", None, "report"),
        StoredColumn("is_current", "BOOLEAN", None, "report"),
        StoredColumn("is_prose_current", "BOOLEAN", None, "report"),
    ),
)
"""``reports.model.Report``. Whose it is goes to table ``organ``, when it was published to ``document``."""

FACTS = StoredRecord(
    (_FILE, _ORDINAL),
    (
        StoredColumn("cell", "INTEGER", lambda fact: fact.cell),
        StoredColumn("table", "VARCHAR", lambda fact: fact.table),
        StoredColumn("line", "VARCHAR", lambda fact: fact.line),
        StoredColumn("heading", "VARCHAR", lambda fact: fact.column),
        StoredColumn("value", "DOUBLE", lambda fact: fact.value, "fact"),
        StoredColumn("status", "cell_status", lambda fact: fact.status, "fact"),
        StoredColumn("measured_in", "unit_of_measure", lambda fact: fact.measured_in, "fact"),
        StoredColumn("printed", "VARCHAR", lambda fact: fact.printed, "evidence"),
        StoredColumn("printed_label", "VARCHAR", lambda fact: fact.printed_label, "evidence"),
        StoredColumn("read_from", "VARCHAR", lambda fact: fact.read_from, "evidence"),
        StoredColumn("is_certain", "BOOLEAN", lambda fact: fact.is_certain, "evidence"),
        StoredColumn("page", "INTEGER", _find_place("page"), "evidence"),
        StoredColumn("element", "INTEGER", _find_place("element"), "evidence"),
        StoredColumn("grid", "INTEGER", _find_place("grid"), "evidence"),
        StoredColumn("row", "INTEGER", _find_place("row"), "evidence"),
        StoredColumn("column", "INTEGER", _find_place("column"), "evidence"),
        StoredColumn("source_line", "INTEGER", _find_place("line"), "evidence"),
        StoredColumn("reading", "TINYINT", lambda fact: fact.place.reading if fact.place else 0, "evidence"),
    ),
)
"""``reports.model.Fact``. Its cell's code, and for lines that the form does not have their names, go to table
``cell``."""

NARRATIVE = StoredRecord(
    (_FILE, _ORDINAL, StoredColumn("position", "INTEGER")),
    (
        StoredColumn("number", "VARCHAR", lambda section: section.number, "narrative"),
        StoredColumn("heading", "VARCHAR", lambda section: section.heading, "narrative"),
        StoredColumn("text", "VARCHAR", lambda section: section.text, "narrative"),
    ),
)
"""``reports.model.Section``."""

FINDINGS = StoredRecord(
    (_FILE, _ORDINAL),
    (
        StoredColumn("rule", "VARCHAR", lambda finding: finding.rule, "finding"),
        StoredColumn("severity", "VARCHAR", lambda finding: finding.severity, "finding"),
        StoredColumn("verdict", "VARCHAR", lambda finding: finding.verdict, "finding"),
        StoredColumn("fault", "VARCHAR", lambda finding: finding.fault, "finding"),
        StoredColumn("operands", "VARCHAR", lambda finding: write_json(finding.operands), "finding"),
        StoredColumn("cells", "INTEGER[]", lambda finding: list(finding.cells), "finding"),
    ),
)
"""``reports.model.Finding``."""

SHARD: dict[str, StoredRecord] = {
    "documents": DOCUMENTS, "reports": REPORTS, "facts": FACTS, "narrative": NARRATIVE, "findings": FINDINGS,
}  # fmt: skip
"""The files of a shard."""
SCHEMAS: dict[str, pa.Schema] = {name: record.make_schema() for name, record in SHARD.items()}
