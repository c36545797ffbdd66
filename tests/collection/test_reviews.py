"""Reviews: they survive every rebuild, and are open again only where what was looked at is no longer there."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from analytics.collection import corrections, reviews
from analytics.collection.growing import append_row
from analytics.collection.reviews import COLUMNS, FILE_NAME, Decision, Review, read_reviews
from analytics.errors import CollectionError
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.read import open_warehouse
from analytics.warehouse.reviewed import describe_finding
from conftest import ROOT

HONGZE = "320813|人民政府"
FILE = "淮安市洪泽区人民政府_2023.html"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A transcribed report whose sums fail, in a folder that a test may write to."""
    (tmp_path / "raw").mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / FILE, tmp_path / "raw" / FILE)
    found = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")
    ingest(found)
    return found


def read_findings(settings: Settings) -> pd.DataFrame:
    with open_warehouse(settings.warehouse) as warehouse:
        return warehouse.findings()


def review(settings: Settings, row: pd.Series, decision: Decision) -> Review:
    with open_warehouse(settings.warehouse) as warehouse:
        subject, content = describe_finding(row, warehouse.read_printed([row["report_id"]]))
    made = Review(subject, content, decision=decision, note="核对过原件", by="测试", at="2026-01-02T03:04:05Z")
    append_row(settings.raw, FILE_NAME, COLUMNS, made.describe())
    return made


def first_failing(settings: Settings) -> pd.Series:
    found = read_findings(settings)
    return found[found["verdict"] == "fails"].iloc[0]


def test_a_reviewed_finding_stays_reviewed_through_rebuilds(settings: Settings) -> None:
    before = read_findings(settings)
    assert (before["review"] == "open").all()
    row = first_failing(settings)
    review(settings, row, Decision.DISMISSED)
    summary = ingest(settings)
    assert summary.is_new_build and summary.read == 0
    shutil.rmtree(settings.warehouse)
    ingest(settings)
    found = read_findings(settings)
    (dismissed,) = (finding for _, finding in found[found["review"] != "open"].iterrows())
    assert (dismissed["rule"], dismissed["operands"]) == (row["rule"], row["operands"])
    assert (dismissed["review"], dismissed["review_note"], dismissed["reviewed_by"]) == (
        "dismissed",
        "核对过原件",
        "测试",
    )


def test_a_review_is_open_again_where_the_printed_text_changes(settings: Settings) -> None:
    row = first_failing(settings)
    made = review(settings, row, Decision.CONFIRMED)
    path = Path(settings.raw) / FILE_NAME
    path.write_bytes(path.read_bytes().replace(made.content.printed.encode(), b"17 | 4"))
    ingest(settings)
    states = read_findings(settings).loc[lambda found: found["review"] != "open"]
    assert states["review"].tolist() == ["reopened"] and states["rule"].tolist() == [row["rule"]]


def test_a_review_that_was_taken_back_is_open(settings: Settings) -> None:
    review(settings, first_failing(settings), Decision.CONFIRMED)
    review(settings, first_failing(settings), Decision.REOPENED)
    ingest(settings)
    assert (read_findings(settings)["review"] == "open").all()


def test_a_correction_leaves_the_finding_about_the_printed_figure_and_its_review(settings: Settings) -> None:
    row = first_failing(settings)
    made = review(settings, row, Decision.CONFIRMED)
    with open_warehouse(settings.warehouse) as warehouse:
        printed = warehouse.read_printed([row["report_id"]])[row["report_id"], row["cells"][0]]
    append_row(
        settings.raw, corrections.FILE_NAME, corrections.COLUMNS,
        {"organ": made.subject.organ_key, "year": made.subject.year, "cell": row["cells"][0], "printed": printed,
         "value": 3, "unit": "", "reason": "r", "source": "s", "by": "b", "at": "a"},
    )  # fmt: skip
    ingest(settings)
    states = read_findings(settings).loc[lambda found: found["review"] == "confirmed"]
    assert states["operands"].tolist() == [row["operands"]]


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        row = {"organ": HONGZE, "year": 2023, "rule": "r", "cells": "2010", "printed": str(number), "operands": "",
               "decision": "annotated", "note": "一行\n两行", "by": "b", "at": "a"}  # fmt: skip
        append_row(tmp_path, FILE_NAME, COLUMNS, row)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    found = read_reviews((tmp_path / FILE_NAME).read_bytes(), path=FILE_NAME)
    assert sorted(int(entry.content.printed) for entry in found) == list(range(40))
    assert {entry.note for entry in found} == {"一行\n两行"}


def test_a_list_that_somebody_rearranged_is_added_to_under_its_own_columns(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    head = ["colour", *reversed(COLUMNS)]
    path.write_text(",".join(head), "utf-8")
    row = dict.fromkeys(COLUMNS, "") | {"organ": HONGZE, "cells": "2010", "decision": "confirmed", "note": "好"}
    append_row(tmp_path, FILE_NAME, COLUMNS, row)
    assert path.read_text("utf-8").splitlines()[0].split(",") == head
    (found,) = read_reviews(path.read_bytes(), path=FILE_NAME)
    assert (found.note, found.subject.year, found.subject.cells) == ("好", None, (2010,))


def test_a_list_that_cannot_be_added_to_says_why_and_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes("organ,备注\n".encode("gb18030"))
    with pytest.raises(CollectionError, match="sources_encoding"):
        append_row(tmp_path, FILE_NAME, COLUMNS, dict.fromkeys(COLUMNS, ""))
    (tmp_path / FILE_NAME).write_bytes(b"organ,year\n")
    with pytest.raises(CollectionError, match="sources_column_missing"):
        append_row(tmp_path, FILE_NAME, COLUMNS, dict.fromkeys(COLUMNS, ""))
    assert (tmp_path / FILE_NAME).read_bytes() == b"organ,year\n"
    with pytest.raises(CollectionError, match="list_not_here"):
        append_row("s3://bucket/raw", FILE_NAME, COLUMNS, dict.fromkeys(COLUMNS, ""))


@pytest.mark.parametrize(
    ("column", "value"),
    [("decision", "perhaps"), ("cells", "II.5"), ("operands", "{"), ("operands", "[1]"), ("year", "3"), ("organ", "x")],
)
def test_a_row_that_cannot_be_used_is_named_by_its_column(column: str, value: str, tmp_path: Path) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"organ": HONGZE, "cells": "2010", "decision": "confirmed"} | {column: value}
    append_row(tmp_path, FILE_NAME, COLUMNS, row)
    with pytest.raises(CollectionError) as caught:
        read_reviews((tmp_path / FILE_NAME).read_bytes(), path=reviews.FILE_NAME)
    assert caught.value.operands["column"] == column
