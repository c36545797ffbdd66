"""Fifteen consecutive years of one organ as the pages show them: what continues, what breaks, what its own sums say."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

import analytics
from analytics.settings import Settings
from analytics.transforms.series.complete import build_series
from analytics.transforms.series.editions import EARLIER
from analytics.vocabulary.measures import POPULATION_CELL, list_measures, list_measures_per_resident
from analytics.vocabulary.places.divisions import list_parents
from analytics.vocabulary.terms import Kind, Level
from analytics.warehouse.read import Warehouse
from analytics.words import Language
from analytics.words.render import write_finding

ORGAN, YEARS = "平潭综合实验区管理委员会", list(range(2011, 2026))


@pytest.fixture(scope="module")
def warehouse(collection: Settings) -> Iterator[Warehouse]:
    with analytics.open_warehouse(collection.warehouse) as opened:
        yield opened


def _series(warehouse: Warehouse, measure: str) -> pd.DataFrame:
    return analytics.rows(warehouse, [measure], organs=[ORGAN]).set_index("year")


def test_the_zone_is_itself_and_not_the_county_that_its_site_names(warehouse: Warehouse) -> None:
    organs = warehouse.organs()
    (row,) = organs[organs["organ"].str.contains("平潭")].itertuples()
    assert (row.organ, row.level, row.kind) == (ORGAN, Level.COUNTY, Kind.GOVERNMENT)
    assert [place.name for place in list_parents(row.place_code)] == ["福州市", "福建省"]
    assert row.place_code.split("-X")[0] != "350128"


def test_every_year_of_the_chain_is_there_once(warehouse: Warehouse) -> None:
    assert list(_series(warehouse, "requests_new").index) == YEARS


def test_what_is_carried_forward_opens_the_next_year(warehouse: Warehouse) -> None:
    forward = _series(warehouse, "requests_carried_forward")["value"]
    over = _series(warehouse, "requests_carried_over")["value"]
    assert list(forward.loc[2019:2024]) == list(over.loc[2020:2025])
    assert forward[2025] == 6


def test_requests_and_decisions_go_on_over_the_new_form(warehouse: Warehouse) -> None:
    for measure in ("requests_answered", "licensing_decisions", "penalty_decisions"):
        series = _series(warehouse, measure)
        assert set(series["basis"].loc[2020:]) == {"computed"}, measure
        assert list(series["difference"].loc[2020:]) == list(series["value"].diff().loc[2020:])


def test_items_documents_and_charges_do_not_cross_the_new_form(warehouse: Warehouse) -> None:
    ending, beginning = _series(warehouse, "licensing_items"), _series(warehouse, "normative_in_force")
    assert (ending.loc[2021, "status"], ending.loc[2021, "absent_reason"]) == ("not_on_form", "edition_break")
    assert (beginning.loc[2020, "status"], beginning.loc[2021, "absent_reason"]) == ("not_on_form", "edition_break")
    assert pd.isna(beginning.loc[2021, "difference"])
    charges = _series(warehouse, "charges_collected")
    assert charges.loc[2021, "absent_reason"] == "edition_break"


def test_a_change_of_items_on_the_list_is_no_change_of_decisions(warehouse: Warehouse) -> None:
    items, decisions = _series(warehouse, "licensing_items"), _series(warehouse, "licensing_decisions")
    assert (items.loc[2020, "value"], items.loc[2020, "reported_difference"]) == (838, 442)
    assert (decisions.loc[2020, "value"], decisions.loc[2020, "difference"]) == (278, 97)


def test_a_jump_of_licences_is_a_suspected_change_of_coverage(warehouse: Warehouse) -> None:
    suspected = _series(warehouse, "licensing_decisions")["is_coverage_suspected"]
    assert list(suspected[suspected].index) == [2021]


def test_amounts_in_yuan_are_shown_in_ten_thousands_beside_what_is_printed(warehouse: Warehouse) -> None:
    row = _series(warehouse, "procurement_amount").loc[2020]
    assert (row["printed"], row["unit"], round(row["value"], 6)) == ("73802895.90元", "wan_yuan", 7380.28959)


def test_the_findings_of_the_chain_are_those_that_its_sums_give(warehouse: Warehouse) -> None:
    organs = warehouse.organs().set_index("organ")["organ_id"]
    found = warehouse.findings()
    grave = found[(found["organ_id"] == organs[ORGAN]) & found["severity"].isin(["error", "warning"])]
    grave = grave[grave["file"].str.startswith("transcribed/")]
    told = {
        (
            row.year,
            row.rule,
            row.operands.get("where"),
            *(row.operands.get(name) for name in ("left", "right", "expected", "printed")),
        )
        for row in grave.itertuples()
    }
    assert told == {
        *((2012, "cumulative_differs", line, None, None, *figures) for line, figures in _BROKEN_2012.items()),
        *((2013, "cumulative_differs", line, None, None, 77_163, 76_424) for line in ("主动公开信息数", "1.网站公开")),
        *((2016, "cumulative_differs", line, None, None, 1, 0) for line in _FORGOTTEN_2016),
        *((2017, "cumulative_differs", line, None, None, 87_498, 10_037) for line in _RESTARTED_2017),
        (2020, "answered_equals_outcomes", "自然人", 20, 26, None, None),
        (2020, "answered_equals_outcomes", "总计", 21, 27, None, None),
        (2023, "in_force_differs", "行政规范性文件", None, None, 643, 470),
        (2024, "in_force_differs", "行政规范性文件", None, None, 499, 440),
        (2025, "in_force_differs", "行政规范性文件", None, None, 453, 546),
    }


_BROKEN_2012 = {"主动公开信息数": (2255, 4359), "1.网站公开": (2248, 4359), "2.政府公报公开": (7, 0)}
_FORGOTTEN_2016 = ("受理依申请公开总数", "3.信函、传真申请数", "对申请的答复总数", "1.同意公开答复数")
"""The one request of 2014."""
_RESTARTED_2017 = ("主动公开文件数", "1.政府网站公开数")


def test_a_count_goes_on_over_2018_and_everything_else_ends(warehouse: Warehouse) -> None:
    received = _series(warehouse, "requests_new")
    assert (received.loc[2014, "value"], received.loc[2018, "value"], received.loc[2019, "value"]) == (1, 0, 23)
    assert received["value"].notna().all()
    answered, rate = _series(warehouse, "requests_answered"), _series(warehouse, "disclosure_rate")
    assert set(answered.loc[:2018, "status"]) == set(rate.loc[:2018, "status"]) == {"not_on_form"}
    assert answered.loc[2019, "absent_reason"] == "edition_break"
    published = _series(warehouse, "fujian_2014_published")
    assert list(published["value"].dropna()) == [2543, 2949, 3460, 2122, 2069]
    assert set(published.loc[2019:, "status"]) == {"not_on_form"}


def test_figures_of_the_prose_stay_beside_the_forms(warehouse: Warehouse) -> None:
    organs = warehouse.organs().set_index("organ")["organ_id"]
    figures = warehouse.figures(organs=[int(organs[ORGAN])], years=[2022])
    assert "14571" in set(figures["printed"])
    reports = warehouse.reports()
    assert len(reports[(reports["organ_id"] == organs[ORGAN]) & (reports["year"] == 2022)]) == 2


def test_figures_of_the_prose_that_contradict_the_tables_are_told(warehouse: Warehouse) -> None:
    organs = warehouse.organs().set_index("organ")["organ_id"]
    found = warehouse.findings()
    by_prose = found[(found["organ_id"] == organs[ORGAN]) & found["rule"].str.startswith("prose_")]
    assert {(row.year, row.rule, row.operands["stated"], row.operands["printed"]) for row in by_prose.itertuples()} == {
        (2012, "prose_differs", 1913, 739),
        (2013, "prose_differs", 4970, 72_804),
        (2022, "prose_counts_carried_over", 75, 74),
    }
    (early,) = by_prose[by_prose["year"] == 2012].itertuples()
    assert "the statistics table (before 2019) has 739" in write_finding(early.rule, early.operands, Language.EN)


def test_no_rate_is_worked_out_of_a_statistics_table(warehouse: Warehouse) -> None:
    figures = warehouse.figures()
    figures = figures[figures["cell"] != POPULATION_CELL]
    reports = warehouse.reports()
    residents = figures.drop_duplicates(["organ_id", "year"]).assign(cell=POPULATION_CELL, value=100_000.0)
    rates = [*(measure for measure in list_measures() if measure.is_rate), *list_measures_per_resident()]
    series = build_series(pd.concat([figures, residents], ignore_index=True), reports, rates)
    early = series[series["edition"].isin(EARLIER)]
    assert len(early) and early["value"].isna().all()
