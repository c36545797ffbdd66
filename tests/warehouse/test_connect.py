"""A query can read its own build and nothing else, whatever it says."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from analytics import open_warehouse
from analytics.settings import Settings
from analytics.warehouse.builds.publish import find_database_path
from analytics.warehouse.connect import connect_to_read, connect_to_write

pytestmark = pytest.mark.fault

MEMORY = 64 * 1024 * 1024
REACHING = (
    "SELECT * FROM read_csv('{file}')",
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM '{file}'",
    "SELECT * FROM glob('{folder}/*')",
    "COPY (SELECT 1) TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/other.duckdb'",
    "ATTACH 'https://example.com/other.duckdb'",
    "INSTALL httpfs",
    "INSTALL httpfs FROM community",
    "LOAD httpfs",
    "LOAD '{folder}/code.duckdb_extension'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET memory_limit = '100GB'",
    "RESET memory_limit",
    "SET autoload_known_extensions = true",
    "SET allowed_directories = ['/']",
)
WRITING = (
    "CREATE TABLE extra (a INTEGER)",
    "DELETE FROM figure_of_nothing",
    "DROP TABLE fact",
    "UPDATE organ SET organ = ''",
)


@pytest.fixture
def reading(collection: Settings) -> duckdb.DuckDBPyConnection:
    return connect_to_read(find_database_path(collection.warehouse), collection.limits.query_bytes)


def reaching(statement: str, folder: Path) -> str:
    (folder / "table.csv").write_text("a,b\n1,2\n", "utf-8")
    return statement.format(file=folder / "table.csv", folder=folder)


@pytest.mark.parametrize("statement", REACHING)
def test_a_query_reaches_no_other_file_and_changes_no_setting(
    statement: str, reading: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    with pytest.raises(duckdb.Error):
        reading.execute(reaching(statement, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


@pytest.mark.parametrize("statement", WRITING)
def test_a_query_writes_nothing(statement: str, reading: duckdb.DuckDBPyConnection) -> None:
    before = reading.execute("SELECT count(*) FROM fact").fetchone()
    with pytest.raises(duckdb.Error):
        reading.execute(statement)
    assert reading.execute("SELECT count(*) FROM fact").fetchone() == before


def test_a_name_in_a_query_is_no_variable_of_the_program(reading: duckdb.DuckDBPyConnection) -> None:
    secret = open_warehouse  # stands for anything that the program has at hand
    assert secret
    with pytest.raises(duckdb.CatalogException):
        reading.execute("SELECT * FROM secret")


def test_memory_is_what_the_settings_say(collection: Settings) -> None:
    with open_warehouse(collection.warehouse) as build:
        (limit,) = build._con.execute("SELECT current_setting('memory_limit')").fetchone() or ("",)
    assert limit == "1.0 GiB"
    assert collection.limits.query_bytes == 1024**3


def test_a_query_beyond_its_memory_ends_in_an_error_and_the_build_goes_on(tmp_path: Path) -> None:
    with connect_to_write(tmp_path / "small.duckdb", tmp_path) as con:
        con.execute("CREATE TABLE fact AS SELECT range AS a FROM range(10)")
    with connect_to_read(tmp_path / "small.duckdb", MEMORY) as con:
        with pytest.raises(duckdb.Error):
            con.execute("SELECT list(md5(a::VARCHAR)) FROM range(20000000) t(a)")
        assert con.execute("SELECT count(*) FROM fact").fetchone() == (10,)


@pytest.mark.parametrize(
    "statement", [statement for statement in REACHING if "{folder}/" not in statement or "LOAD" in statement]
)
def test_a_build_is_made_from_files_of_its_warehouse_only(statement: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    warehouse = tmp_path / "warehouse"
    warehouse.mkdir()
    with connect_to_write(warehouse / "new.duckdb", warehouse) as con, pytest.raises(duckdb.Error):
        con.execute(reaching(statement, elsewhere))
