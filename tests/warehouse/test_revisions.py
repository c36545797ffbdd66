"""The record of changes tells what differs between builds, however many lie between, and never fails an ingest."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.builds.publish import find_database_path
from analytics.warehouse.builds.revisions import record_revisions
from analytics.warehouse.read import open_warehouse
from conftest import ROOT, reseal

REPORT = (ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt").read_text("utf-8")
RUICHENG = "140830|人民政府"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(REPORT, "utf-8")
    return Settings(raw, tmp_path / "warehouse")


def built(settings: Settings, **texts: str | None) -> str:
    """Write or remove documents of the folder and ingest it; the build's id."""
    for name, text in texts.items():
        path = Path(settings.raw) / f"{name}.txt"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, "utf-8")
    return ingest(settings, replace_build=True).build_id


def revisions(settings: Settings, since: str) -> pd.DataFrame | None:
    with open_warehouse(settings.warehouse) as warehouse:
        return warehouse.read_revisions(since)


def rows(settings: Settings, since: str) -> list[tuple[object, ...]]:
    frame = revisions(settings, since)
    assert frame is not None
    names = ["change", "organ_key", "year", "cell", "value_before", "value_now"]
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame[names].itertuples(index=False)]


def other_year(year: int) -> str:
    return REPORT.replace("2020年政府", f"{year}年政府")


def test_a_first_build_has_no_changes(settings: Settings) -> None:
    build = built(settings)
    assert rows(settings, build) == []


def test_one_other_figure_is_one_row(settings: Settings) -> None:
    first = built(settings)
    built(settings, a=REPORT.replace("1701", "1702"))
    assert rows(settings, first) == [("changed", RUICHENG, 2020, 2063, 1701.0, 1702.0)]


def test_added_and_removed_reports_are_one_row_each(settings: Settings) -> None:
    first = built(settings, b=other_year(2019))
    built(settings, b=None, c=other_year(2021))
    assert rows(settings, first) == [
        ("removed", RUICHENG, 2019, None, None, None),
        ("added", RUICHENG, 2021, None, None, None),
    ]


def test_changes_are_told_over_three_builds_though_two_are_kept(settings: Settings) -> None:
    first = built(settings)
    built(settings, a=REPORT.replace("1701", "1702"))
    third = built(settings, a=REPORT.replace("1701", "1703"), c=other_year(2021))
    built(settings, c=other_year(2021).replace("1701", "5"))
    assert not find_database_path(settings.warehouse).parent.with_name(first).exists()
    assert rows(settings, first) == [
        ("changed", RUICHENG, 2020, 2063, 1701.0, 1703.0),
        ("added", RUICHENG, 2021, None, None, None),
    ]
    assert rows(settings, third) == [("changed", RUICHENG, 2021, 2063, 1701.0, 5.0)]


def test_what_was_taken_back_is_no_change(settings: Settings) -> None:
    first = built(settings)
    built(settings, a=REPORT.replace("1701", "1702"), c=other_year(2021))
    second = built(settings, a=REPORT, c=None)
    assert rows(settings, first) == []
    assert rows(settings, second) == []


def test_a_report_that_was_gone_for_a_while_says_so(settings: Settings) -> None:
    first = built(settings, b=other_year(2019))
    built(settings, b=None)
    built(settings, b=other_year(2019).replace("1701", "5"))
    assert rows(settings, first) == [("returned", RUICHENG, 2019, None, None, None)]


def test_a_blank_cell_is_a_change_of_state(settings: Settings) -> None:
    first = built(settings)
    built(settings, a=REPORT.replace("1701", "/"))
    frame = revisions(settings, first)
    assert frame is not None
    assert frame[["change", "status_before", "status_now"]].to_numpy().tolist() == [
        ["changed", "number", "not_applicable"]
    ]


def test_another_population_is_a_row_of_its_own(settings: Settings) -> None:
    listed = Path(settings.raw) / "denominators.csv"
    listed.write_text("place_code,year,population\n140830,2020,400000\n", "utf-8")
    first = built(settings)
    listed.write_text("place_code,year,population\n140830,2020,390000\n", "utf-8")
    built(settings)
    assert rows(settings, first) == [("changed", RUICHENG, 2020, 9000, 400000.0, 390000.0)]


def test_an_unknown_build_is_not_known(settings: Settings) -> None:
    built(settings)
    assert revisions(settings, "20200101T000000000000") is None


@pytest.mark.parametrize("is_readable", [True, False])
def test_a_damaged_earlier_build_starts_the_record_anew(settings: Settings, is_readable: bool) -> None:
    first = built(settings)
    path = find_database_path(settings.warehouse)
    content = path.read_bytes()
    # The header stands and the tables are gone, or nothing of it is a database.
    path.write_bytes(content[:12288] + bytes(len(content) - 12288) if is_readable else b"no database")
    second = built(settings, a=REPORT.replace("1701", "1702"))
    assert second != first
    assert revisions(settings, first) is None
    assert rows(settings, second) == []


def test_an_earlier_build_of_another_version_starts_the_record_anew(settings: Settings) -> None:
    first = built(settings)
    path = find_database_path(settings.warehouse)
    with duckdb.connect(str(path)) as con:
        con.execute("DROP TABLE revision")
    reseal(path.parent)
    second = built(settings, a=REPORT.replace("1701", "1702"))
    assert revisions(settings, first) is None
    third = built(settings, a=REPORT)
    assert rows(settings, second) == [("changed", RUICHENG, 2020, 2063, 1702.0, 1701.0)]
    assert rows(settings, third) == []


def test_the_oldest_builds_leave_a_record_that_grows_too_long(settings: Settings) -> None:
    first = built(settings)
    second = built(settings, a=REPORT.replace("1701", "1702"))
    third = built(settings, a=REPORT.replace("1701", "1703"))
    path = find_database_path(settings.warehouse)
    copy = path.parent.parent / "next"
    shutil.copytree(path.parent, copy)
    with duckdb.connect(str(copy / path.name)) as con:
        con.execute("DELETE FROM revision; DELETE FROM ancestor; UPDATE build SET build_id = '3'")
        con.execute("UPDATE fact SET value = 1704 WHERE value = 1703")
        assert record_revisions(con, "3", path, most=2)
        known = {build for (build,) in con.execute("SELECT build_id FROM ancestor").fetchall()}
        kept = con.execute("SELECT build_id, value_now FROM revision ORDER BY 1").fetchall()
    assert known == {second, third} and first not in known
    assert kept == [(third, 1703.0), ("3", 1704.0)]
