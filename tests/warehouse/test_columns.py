"""Each column of what is kept is declared once, and nothing that a record says is left out of it."""

from __future__ import annotations

import dataclasses

import duckdb
import pytest

from analytics.documents.model import Place
from analytics.reports.model import Fact, Finding, Organ, Report, Section
from analytics.warehouse import columns
from analytics.warehouse.schema import STATEMENTS

_KEPT_UNDER = {"column": "heading", "line": "line"}
"""Fields of a fact → the column of a shard where the names differ."""


def test_every_field_of_a_fact_and_of_its_place_is_kept() -> None:
    names = set(columns.SCHEMAS["facts"].names)
    assert {_KEPT_UNDER.get(name, name) for name in Fact._fields if name != "place"} <= names
    assert {name for name in Place._fields if name != "line"} | {"source_line"} <= names


@pytest.mark.parametrize(
    ("record", "kept", "apart"),
    [
        (Finding, columns.FINDINGS, set()),
        (Section, columns.NARRATIVE, set()),
        (Organ, columns.REPORTS, {"name"}),  # the report's organ
        (Report, columns.REPORTS, {"organ", "facts", "narrative", "findings", "unread"}),
    ],
)
def test_every_field_of_a_record_is_kept(record: type, kept: columns.StoredRecord, apart: set[str]) -> None:
    names = {column.name for column in kept.columns if column.describe}
    assert {field.name for field in dataclasses.fields(record)} - apart <= names


def test_a_column_added_to_the_facts_reaches_the_shard_and_the_build() -> None:
    added = columns.StoredColumn("font", "VARCHAR", lambda fact: fact.printed, "evidence")
    wider = columns.StoredRecord(columns.FACTS.keys, (*columns.FACTS.columns, added))
    assert "font" in wider.make_schema().names
    assert wider.write_definitions("evidence").endswith('"font" VARCHAR')
    assert '"font"' in wider.write_names("evidence")
    assert wider.write_names("fact") == columns.FACTS.write_names("fact")


def test_the_tables_of_a_build_have_exactly_the_declared_columns() -> None:
    with duckdb.connect() as con:
        for statement in STATEMENTS:
            con.execute(statement)
        for table, record in (("fact", columns.FACTS), ("evidence", columns.FACTS), ("finding", columns.FINDINGS),
                              ("report", columns.REPORTS), ("narrative", columns.NARRATIVE)):  # fmt: skip
            names = [row[0] for row in con.execute(f"DESCRIBE {table}").fetchall()]
            declared = [column.name for column in record.list_columns(table)]
            assert names[-len(declared) :] == declared
