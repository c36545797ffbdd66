"""What scripts get is what the pages show."""

from __future__ import annotations

import traceback

import pandas as pd
import pytest

import analytics
from analytics.errors import SelectionError, WarehouseError
from analytics.query.extracts import count_rows, extract
from analytics.query.frames import find_organ_ids
from analytics.reports.identity.organs import find_organ
from analytics.settings import Settings
from analytics.words import Language


def test_a_notebook_gets_the_rows_of_the_data_page(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.rows(warehouse, ["penalty_items"], organs=["芮城县人民政府"], years=[2020])
        by_code = analytics.rows(warehouse, ["penalty_items"], organs=["140830"], years=[2020])
        english = analytics.rows(warehouse, ["penalty_items"], names=Language.EN)
    (row,) = found.itertuples()
    assert (row.value, row.difference, row.basis) == (1248, -453, "reported")
    assert by_code.equals(found)
    assert "Value" in english.columns


def test_only_years_with_reports_on_request(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        every = analytics.rows(warehouse, ["requests_new"])
        reported = analytics.rows(warehouse, ["requests_new"], only_reports=True)
    assert len(reported) < len(every)
    assert "no_report" not in set(reported["status"])


@pytest.mark.parametrize(("measures", "organs"), [(["nonsense"], None), (["requests_new"], ["nowhere"])])
def test_what_is_unknown_is_named(collection: Settings, measures: list[str], organs: list[str] | None) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse, pytest.raises(SelectionError):
        analytics.rows(warehouse, measures, organs=organs)


@pytest.mark.parametrize("option", [{"shape": "round"}, {"names": "klingon"}])
def test_a_shape_or_language_that_there_is_not_is_refused(collection: Settings, option: dict[str, str]) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        with pytest.raises(SelectionError, match="unknown_option"):
            analytics.rows(warehouse, ["requests_new"], **option)
        with pytest.raises(SelectionError, match="unknown_option"):
            extract(warehouse, ["requests_new"], **option)


def test_an_error_prints_as_a_sentence_in_a_notebook(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse, pytest.raises(SelectionError) as refusal:
        analytics.rows(warehouse, ["requests_new"], organs=["nowhere"])
    sentence = "“nowhere” is not in the collection. Use an agency's full name or a division code."
    assert "".join(traceback.format_exception(refusal.value)).endswith(
        f"SelectionError: unknown_organ(name=nowhere)\n{sentence}\n"
    )


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("芮城县", "芮城县人民政府"),
        ("芮城县政府", "芮城县人民政府"),
        ("平潭综合实验区管委会", "平潭综合实验区管理委员会"),
    ],
)
def test_an_organ_is_found_by_the_names_that_identification_knows(name: str, full: str) -> None:
    body = "管理委员会" if full.endswith("管理委员会") else "人民政府"
    code = find_organ(full, year=None).place_code
    organs = pd.DataFrame(
        [
            (4, full, code, f"{code}|{body}", body),
            (5, "上海市人民政府办公厅", "310000", "310000|人民政府办公厅", "人民政府办公厅"),
        ],
        columns=["organ_id", "organ", "place_code", "organ_key", "body"],
    )
    assert find_organ_ids(organs, [name]) == [4]
    with pytest.raises(SelectionError, match="unknown_organ_near") as refusal:
        find_organ_ids(organs, ["上海市人民政府办公处"])
    assert "上海市人民政府办公厅" in str(refusal.value)
    with pytest.raises(SelectionError, match=r"unknown_organ\("):
        find_organ_ids(organs, ["nowhere"])


def test_no_warehouse_is_said() -> None:
    with pytest.raises(WarehouseError) as refusal:
        analytics.open_warehouse("nowhere")
    assert refusal.value.__notes__[0].startswith("There are no data in nowhere yet")
    with pytest.raises(AttributeError):
        _ = analytics.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize("years", [[2031], [2009, 2020]])
def test_a_year_that_the_collection_does_not_have_is_refused_and_never_left_out(
    collection: Settings, years: list[int]
) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        for function in (analytics.rows, extract):
            with pytest.raises(SelectionError) as refusal:
                function(warehouse, ["penalty_items"], years=years)  # type: ignore[operator]
            assert refusal.value.key == "year_outside"


def test_a_measure_that_is_asked_for_twice_is_given_once(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        once, twice = (analytics.rows(warehouse, ["requests_new"] * count) for count in (1, 2))
        assert len(once) == len(twice) == count_rows(extract(warehouse, ["requests_new"] * 2))
