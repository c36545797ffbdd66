"""Reports beside each other by their prose, as scripts get them: what is planted is found, and nothing claims more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import analytics
from analytics.errors import SelectionError
from analytics.query.narratives import (
    ReportName,
    compare_prose,
    named_problems,
    nearest_copies,
    promised_measures,
    shared_text,
)
from analytics.query.prose import practice_counts, practices
from analytics.settings import Settings
from analytics.warehouse.read import Warehouse
from told_collection import COPIED


@pytest.fixture(scope="module")
def warehouse(told: Settings) -> Iterator[Warehouse]:
    with analytics.open_warehouse(told.warehouse) as build:
        yield build


def list_organs(warehouse: Warehouse) -> list[str]:
    """Names in the order in which the collection was written."""
    reports = warehouse.reports()
    names = warehouse.organs().set_index("organ_id")["organ"]
    files = reports.sort_values("file").drop_duplicates("organ_id")
    return [names[organ_id] for organ_id in files["organ_id"]]


def test_two_reports_in_parts_give_both_texts_back(warehouse: Warehouse) -> None:
    one, other = list_organs(warehouse)[:2]
    parts = compare_prose(warehouse, ReportName(one, 2023), ReportName(other, 2023))
    for side, organ in (("one", one), ("other", other)):
        report = warehouse.reports().merge(warehouse.organs()[["organ_id", "organ"]], on="organ_id")
        report_id = int(report.loc[(report["organ"] == organ) & (report["year"] == 2023), "report_id"].iloc[0])
        sections = warehouse.narrative([report_id]).set_index("position")["text"]
        for position, section in parts[parts["side"] == side].groupby("position"):
            assert "".join(section["text"]) == sections[position]
    copied = parts[parts["text"].str.contains(COPIED[0][:20], regex=False)]
    assert copied["kind"].eq("repeated").all()
    assert set(copied["side"]) == {"one", "other"}


def test_a_year_without_a_report_is_refused_by_name(warehouse: Warehouse) -> None:
    (organ, *_) = list_organs(warehouse)
    with pytest.raises(SelectionError) as refusal:
        compare_prose(warehouse, ReportName(organ, 2023), ReportName(organ, 1999))
    assert refusal.value.key == "no_such_report"


def test_copies_stand_once_for_each_of_their_reports_and_name_no_copier(warehouse: Warehouse) -> None:
    copies = nearest_copies(warehouse)
    turned = copies[["other_id", "report_id", "other_share", "share"]].to_numpy().tolist()
    assert sorted(copies[["report_id", "other_id", "share", "other_share"]].to_numpy().tolist()) == sorted(turned)
    assert set(copies["published_first"]) <= {"this", "other", "unknown"}
    published = warehouse.reports().set_index("report_id")["published"]
    first = copies[copies["published_first"] == "this"]
    assert (published[first["report_id"]].to_numpy() < published[first["other_id"]].to_numpy()).all()
    assert (copies["is_same_organ"] == (copies["organ_id"] == copies["other_organ_id"])).all()


def test_pairs_of_agencies_are_of_different_ones_and_stand_once(warehouse: Warehouse) -> None:
    shared = shared_text(warehouse)
    pairs = [frozenset(pair) for pair in shared[["organ_id", "other_organ_id"]].to_numpy().tolist()]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)
    between = nearest_copies(warehouse)
    assert shared["pairs"].sum() * 2 == (~between["is_same_organ"]).sum()


def test_a_problem_named_every_year_runs_on(warehouse: Warehouse) -> None:
    (organ, *_) = list_organs(warehouse)
    problems = named_problems(warehouse, [organ])
    running = problems.groupby("theme")["years_running"].max()
    assert running.max() == 3
    first = problems[problems["year"] == 2021]
    assert first["years_running"].eq(1).all()


def test_a_promise_is_reported_where_the_next_year_says_so_and_else_not_called_broken(warehouse: Warehouse) -> None:
    reported = {
        organ: set(promised_measures(warehouse, [organ]).query("year < 2023")["outcome"])
        for organ in list_organs(warehouse)[:2]
    }
    assert [("reported" in outcomes) for outcomes in reported.values()] == [False, True]
    last = promised_measures(warehouse).query("year == 2023")
    assert last["outcome"].eq("no_next_report").all()


def test_counts_of_practices_are_those_of_the_matrix(warehouse: Warehouse) -> None:
    matrix, counts = practices(warehouse), practice_counts(warehouse)
    done = matrix[matrix["stance"] == "done"].groupby(["practice", "year"])["organ_id"].nunique()
    told = matrix[matrix["stance"] != "not_mentioned"].groupby(["practice", "year"])["organ_id"].nunique()
    for row in counts.itertuples():
        assert row.done == done.get((row.practice, row.year), 0)
        assert row.told == told.get((row.practice, row.year), 0)
        assert row.of_organs == 12
