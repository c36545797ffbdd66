"""The list of populations: what it may say, what a rate per resident is made of, and that nothing is carried over."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.collection.populations import FILE_NAME, Denominator, read_denominators
from analytics.errors import CollectionError
from analytics.ingest.pipeline import ingest
from analytics.query.frames import select_changes
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.warehouse.read import open_warehouse

HEADER = "place_code,year,population,source\n"


def test_rows_are_read_under_the_code_in_force_and_further_columns_are_the_users_own() -> None:
    text = HEADER + "140830,2020,341000,census\n320829,2015,330000,yearbook\n"
    assert read_denominators(text.encode("utf-8-sig"), path=FILE_NAME) == [
        Denominator("140830", 2020, 341_000),
        Denominator("320813", 2015, 330_000),
    ]
    assert read_denominators(None, path=FILE_NAME) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("990099,2020,1,", "place_code"),
        ("140830,20,1,", "year"),
        ("140830,2020,0,", "population"),
        ("140830,2020,-5,", "population"),
        ('140830,2020,"341,000",', "population"),
        ("140830,2020,,", "population"),
    ],
)
def test_what_cannot_be_used_is_named_by_row_and_column(row: str, column: str) -> None:
    with pytest.raises(CollectionError) as caught:
        read_denominators((HEADER + row).encode(), path=FILE_NAME)
    assert caught.value.operands["column"] == column
    assert caught.value.operands["row"] == 2 + row.count("\n")


def test_a_place_and_year_that_stand_twice_are_said_to() -> None:
    with pytest.raises(CollectionError, match="denominators_twice"):
        read_denominators((HEADER + "140830,2020,1,\n140830,2020,2,").encode(), path=FILE_NAME)


def test_a_list_without_a_column_or_in_another_encoding_is_said() -> None:
    with pytest.raises(CollectionError, match="sources_column_missing"):
        read_denominators(b"place_code,year\n", path=FILE_NAME)
    with pytest.raises(CollectionError, match="sources_encoding"):
        read_denominators((HEADER + "140830,2020,1,人口").encode("gb18030"), path=FILE_NAME)


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("residents")
    write(
        folder / "world", Plan(counties=3, first_year=2021, last_year=2023, formats=(Format.HTML,), damage=0, errors=0)
    )
    settings = Settings(raw=folder / "world" / "raw", warehouse=folder / "warehouse")
    _without_last_year(folder / "world" / "raw" / FILE_NAME)
    ingest(settings)
    return settings


def _without_last_year(path: Path) -> None:
    kept = [line for line in path.read_text("utf-8").splitlines(keepends=True) if ",2023," not in line]
    path.write_text("".join(kept), "utf-8")


def test_a_rate_per_resident_is_the_printed_count_over_the_listed_population(simulated: Settings) -> None:
    with open_warehouse(simulated.warehouse) as warehouse:
        assert warehouse.has_populations()
        rates = select_changes(warehouse, ["requests_new_per_10000"]).set_index(["organ_id", "year"])
        counts = select_changes(warehouse, ["requests_new"]).set_index(["organ_id", "year"])
    rates_2022 = rates.xs(2022, level="year")
    assert len(rates_2022) == 3 and rates_2022["value"].notna().all()
    assert rates_2022["numerator"].tolist() == counts.xs(2022, level="year")["value"].tolist()
    assert rates_2022["value"].tolist() == pytest.approx(
        (rates_2022["numerator"] / rates_2022["denominator"] * 10_000).tolist()
    )


def test_a_year_that_the_list_lacks_has_no_rate_and_says_so(simulated: Settings) -> None:
    with open_warehouse(simulated.warehouse) as warehouse:
        rates = select_changes(warehouse, ["requests_new_per_10000"])
    last = rates[rates["year"] == 2023]
    assert last["value"].isna().all()
    assert set(last["status"]) == {"no_population"} == set(last["absent_reason"])


def test_a_changed_list_makes_another_build_without_reading_anything_again(simulated: Settings) -> None:
    path = Path(simulated.raw) / FILE_NAME
    before = path.read_text("utf-8")
    path.write_text(before.splitlines()[0] + "\n", "utf-8")
    summary = ingest(simulated)
    path.write_text(before, "utf-8")
    assert summary.is_new_build and summary.read == 0
    with open_warehouse(simulated.warehouse) as warehouse:
        assert not warehouse.has_populations()
