"""An open build shows itself in a notebook, and gives what it is asked for with as little ado."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from nbclient import NotebookClient

import analytics
from analytics.errors import SelectionError
from analytics.query.notebooks import YEAR_OVER_YEAR, Collection
from analytics.settings import Settings
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


@pytest.fixture
def warehouse(collection: Settings) -> Iterator[Collection]:
    with analytics.open_warehouse(collection.warehouse) as opened:
        yield opened


def test_a_build_shows_its_counts_and_years(warehouse: Collection) -> None:
    page = warehouse._repr_html_()
    reports = warehouse.reports()
    for text in (warehouse.build_id, str(len(reports)), f"{reports['year'].min()}–{reports['year'].max()}"):
        assert text in page and text in repr(warehouse)


def test_a_build_shows_itself_in_the_chosen_language(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse, language="zh") as opened:
        assert "现行报告" in opened._repr_html_()


def test_a_folder_is_shown_as_text(collection: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "<b>&"
    shutil.copytree(collection.warehouse, folder)
    with analytics.open_warehouse(folder) as opened:
        assert "&lt;b&gt;&amp;" in opened._repr_html_() and "<b>" not in opened._repr_html_()


def test_a_name_serves_as_a_list_of_one(warehouse: Collection) -> None:
    listed = warehouse.rows(["penalty_items"], organs=["芮城县人民政府"], years=[2020])
    assert listed["value"].tolist() == [1248]
    assert warehouse.rows("penalty_items", organs="芮城县人民政府", years=2020).equals(listed)
    assert analytics.rows(warehouse, "penalty_items", organs="140830", years=np.int64(2020)).equals(listed)
    assert warehouse.rows(pd.Series(["penalty_items"]), organs=("140830",), years=range(2020, 2021)).equals(listed)
    organ = int(warehouse.find_organs("芮城")["organ_id"].iloc[0])
    assert warehouse.changes("penalty_items", organ, 2020).equals(warehouse.changes(["penalty_items"], [organ], [2020]))
    assert warehouse.figures(years=2020).equals(warehouse.figures(years=[2020]))
    assert analytics.findings(warehouse, years=2020).equals(analytics.findings(warehouse, years=[2020]))
    report = int(warehouse.reports()["report_id"].iloc[0])
    assert warehouse.narrative(report).equals(warehouse.narrative([report]))


def test_frames_are_typed(warehouse: Collection) -> None:
    for frame in (
        warehouse.rows("requests_new"),
        warehouse.rows("requests_new", shape="wide"),
        warehouse.rows("requests_new", shape="years", names="zh"),
        warehouse.changes("requests_new"),
        warehouse.year_over_year("requests_new"),
        warehouse.organs(),
        warehouse.measures(),
        warehouse.figures(),
    ):
        assert not [name for name in frame.columns if frame[name].dtype == object]
    rows = warehouse.rows("requests_new")
    assert {str(rows[name].dtype) for name in ("organ", "status", "file")} == {"str"}
    assert (rows["year"].dtype, rows["value"].dtype, rows["is_certain"].dtype) == ("Int16", "float64", "bool")


def test_all_counties_are_compared_with_the_year_before_in_two_lines(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        frame = warehouse.year_over_year("penalty_decisions", 2024)
        organs = warehouse.organs()
        every = warehouse.year_over_year("penalty_decisions", level=None, kind=None)
    assert list(frame.columns) == YEAR_OVER_YEAR
    counties = organs[(organs["level"] == "county") & (organs["kind"] == "government")]
    assert len(frame) and set(frame["organ"]) <= set(counties["organ"]) and set(frame["year"]) == {2024}
    assert len(every) > len(frame)
    both = frame.dropna(subset=["difference"])
    assert len(both) and (both["difference"] == both["value"] - both["value_previous"]).all()
    assert frame.loc[frame["difference"].isna(), "absent_reason"].notna().all()


def test_an_organ_that_is_named_is_given_whatever_its_level(warehouse: Collection) -> None:
    found = warehouse.year_over_year("requests_new", organs="淮安市人民政府")
    assert set(found["organ"]) == {"淮安市人民政府"}


def test_measures_and_organs_are_found_by_words(warehouse: Collection) -> None:
    assert "penalty_items" in warehouse.find_measures("行政处罚").index
    assert warehouse.find_measures("disclosure rate")["is_rate"].all()
    assert warehouse.measures().loc["penalty_items", "reports"] == warehouse.rows("penalty_items")["value"].count()
    for words in ("芮城", "140830", "rui cheng", "Ruicheng"):
        assert "芮城县人民政府" in set(warehouse.find_organs(words)["organ"])
    assert warehouse.find_organs("(").empty


def test_what_is_unknown_is_said_in_a_sentence(warehouse: Collection) -> None:
    with pytest.raises(SelectionError) as refusal:
        warehouse.year_over_year("nonsense")
    assert len(refusal.value.__notes__) == 1 and "nonsense" in refusal.value.__notes__[0]


def test_the_pages_of_the_interface_show_every_door_and_method(tmp_path: Path) -> None:
    written = subprocess.run(
        [sys.executable, ROOT / "tools" / "write_api_pages.py", tmp_path], capture_output=True, text=True, check=True
    )
    assert "does not resolve" not in written.stdout + written.stderr
    doors = (tmp_path / "analytics.html").read_text("utf-8")
    for name in analytics.__all__:
        assert f'id="{name}"' in doors
        described = getattr(getattr(analytics, name), "__doc__", None) if name != "__version__" else None
        assert escape((described or "").split(".")[0].split("`")[0][:40], quote=False) in doors
    methods = (tmp_path / "analytics" / "query" / "notebooks.html").read_text("utf-8")
    for name in ("year_over_year", "measures", "find_organs", "reports", "changes"):
        assert f'id="Collection.{name}"' in methods or f"#Warehouse.{name}" in methods


def test_there_is_an_example() -> None:
    assert NOTEBOOKS


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_an_example_runs(path: Path, collection: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(collection.warehouse, tmp_path / "data" / "warehouse")
    monkeypatch.setenv("PYTHONPATH", str(Path(analytics.__file__).parent.parent))
    monkeypatch.setenv("PYTHONWARNINGS", "error::FutureWarning")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "kept without outputs: clear them"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert len([output for output in outputs if "text/html" in output.get("data", {})]) >= 4
    assert not [output for output in outputs if output.output_type == "error"] and os.environ["PYTHONPATH"]
