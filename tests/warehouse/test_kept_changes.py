"""The changes that a build keeps are those that its figures give, whatever is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.errors import WarehouseError
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.transforms.series.complete import NO_REPORT, list_needed_cells
from analytics.transforms.series.long_frame import build_changes, keep_reported
from analytics.vocabulary.measures import POPULATION, find_measure, list_measures, list_measures_per_resident
from analytics.warehouse.builds.publish import find_database_path
from analytics.warehouse.read import Warehouse, open_warehouse
from conftest import reseal

EVERY = [measure.key for measure in (*list_measures(), *list_measures_per_resident(), find_measure(POPULATION))]
YEARS = list(range(2018, 2026))


def worked_out(warehouse: Warehouse, keys: list[str], organs: list[int] | None, years: list[int]) -> pd.DataFrame:
    measures = [find_measure(key) for key in keys]
    return build_changes(
        warehouse.figures(list_needed_cells(measures), organs),
        warehouse.reports(),
        measures,
        organs=organs,
        years=years,
    )


def same(left: pd.DataFrame, right: pd.DataFrame) -> None:
    """Equal in order, columns and values; what is missing is missing in both, of whatever type."""
    assert list(left.columns) == list(right.columns)
    text = [name for name in right.columns if right[name].dtype == object]
    for frame in (left, right):
        frame[text] = frame[text].astype("object").where(frame[text].notna(), "(missing)")
    pd.testing.assert_frame_equal(left, right, check_dtype=False)


@given(
    keys=st.lists(st.sampled_from(EVERY), min_size=1, max_size=5, unique=True),
    organs=st.none() | st.lists(st.integers(0, 14), min_size=1, max_size=4, unique=True),
    years=st.lists(st.sampled_from(YEARS), min_size=1, unique=True).map(sorted),
)
def test_what_is_kept_is_what_the_figures_give(
    collection: Settings, keys: list[str], organs: list[int] | None, years: list[int]
) -> None:
    with open_warehouse(collection.warehouse) as warehouse:
        same(worked_out(warehouse, keys, organs, years), warehouse.changes(keys, organs, years))


@pytest.mark.parametrize(
    "key", ["penalty_decisions", "disclosure_rate", "charges_collected", "litigation_correction_rate"]
)
def test_a_whole_simulated_collection_is_kept_as_its_figures_give_it(simulated: Settings, key: str) -> None:
    with open_warehouse(simulated.warehouse) as warehouse:
        same(worked_out(warehouse, [key], None, [2022, 2023]), warehouse.changes([key]))


@pytest.mark.parametrize("whole_rows", [False, True])
@pytest.mark.parametrize("years", [None, [2019], [2018, 2020, 2024]])
def test_rows_are_counted_as_they_are_read(collection: Settings, years: list[int] | None, whole_rows: bool) -> None:
    keys = ["penalty_items", "requests_new", "suit_after_total"]
    with open_warehouse(collection.warehouse) as warehouse:
        kept = keep_reported(warehouse.changes(keys, years=years), whole_rows=whole_rows)
        counted = warehouse.change_count(keys, years=years, without=NO_REPORT, whole_rows=whole_rows)
    assert counted == (len(kept[["organ_id", "year"]].drop_duplicates()) if whole_rows else len(kept)) > 0


def test_a_build_of_nothing_has_no_changes(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("nothing")
    (folder / "raw").mkdir()
    ingest(Settings(raw=folder / "raw", warehouse=folder / "warehouse"))
    with open_warehouse(folder / "warehouse") as warehouse:
        assert warehouse.changes(["penalty_items"]).empty


def test_a_build_that_lacks_a_measure_of_this_version_says_so_and_is_not_taken_for_empty(collection: Settings) -> None:
    with open_warehouse(collection.warehouse) as warehouse, pytest.raises(WarehouseError) as refusal:
        warehouse.changes(["penalty_items", "a_measure_of_tomorrow"])
    assert refusal.value.key == "build_outdated"


def test_a_build_without_kept_changes_is_said_to_be_outdated(collection: Settings, tmp_path: Path) -> None:
    shutil.copytree(collection.warehouse, tmp_path / "old")
    with duckdb.connect(str(find_database_path(tmp_path / "old"))) as con:
        con.execute("DROP TABLE change")
    reseal(find_database_path(tmp_path / "old").parent)
    with open_warehouse(tmp_path / "old") as warehouse, pytest.raises(WarehouseError) as refusal:
        warehouse.changes(["penalty_items"])
    assert refusal.value.key == "build_outdated"


def test_some_columns_are_those_of_the_whole(collection: Settings) -> None:
    names = ["organ_id", "year", "measure", "value", "stated_by_year"]
    with open_warehouse(collection.warehouse) as warehouse:
        whole = warehouse.changes(["penalty_items", "requests_new"])[names]
        some = warehouse.changes(["penalty_items", "requests_new"], columns=["value", "stated_by_year"])
    pd.testing.assert_frame_equal(some, whole)
