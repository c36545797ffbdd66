"""Coverage by area counts organs, and says of how many; failing sums, new editions and late reports stand apart."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.audit.dates import check_dates
from analytics.charts.coverage import draw_coverage, draw_coverage_by_area, write_coverage_title
from analytics.transforms.groups.coverage import Aspect, build_matrix, count_by_area, count_days_late
from analytics.vocabulary.due_dates import find_due_date
from analytics.vocabulary.terms import Kind, Table
from analytics.words import Language
from table_editions import editions

ORGANS = pd.DataFrame(
    [(1, "甲县政府", "甲省", "甲市", "government"), (2, "乙局", "甲省", "乙市", "department"),
     (3, "丙县政府", "乙省", "丙市", "government"), (4, "丁", None, None, "government")],
    columns=["organ_id", "organ", "province", "prefecture", "kind"],
)  # fmt: skip


def report(
    organ: int, year: int, *, published: str | None = None, edition: str = "2021", whole: bool = True
) -> dict[str, object]:
    return {
        "report_id": organ * 100 + year % 100, "organ_id": organ, "year": year, "is_resolved": True, "is_current": True,
        "editions": editions(edition) if whole else editions(edition, Table.II),
        "origin": "published", "read_from": "document", "published": published,
    }  # fmt: skip


REPORTS = pd.DataFrame(
    [report(1, 2022, edition="2019", published="2023-03-31"), report(2, 2022, whole=False, published="2023-03-01"),
     report(2, 2023), report(3, 2023, published="2024-04-02"), report(4, 2022), report(4, 2023),
     report(1, 2024)]
).astype({"year": "Int16"})  # fmt: skip
CHECKS = pd.DataFrame(
    {"errors": [3, 0, 0], "weaker": [1, 1, 5], "fails_with_blanks": [1, 11, 0], "holds_with_blanks": [0, 2, 0]},
    index=[122, 223, 124],
)
MATRIX = build_matrix(ORGANS, REPORTS, CHECKS)


def test_what_is_not_held_has_a_place_and_no_state_of_its_own() -> None:
    assert len(MATRIX) == 4 * 3
    states = MATRIX.set_index(["organ_id", "year"])["state"]
    assert (states[1, 2022], states[1, 2023], states[2, 2022]) == ("full", "none", "partial")


def test_days_late_count_from_the_day_that_each_kind_of_organ_has() -> None:
    days = MATRIX.set_index(["organ_id", "year"])["days_late"]
    assert (days[1, 2022], days[2, 2022], days[3, 2023]) == (0, 29, 2)
    assert pd.isna(days[2, 2023]) and pd.isna(days[1, 2023])


def test_the_chart_counts_days_as_the_finding_of_a_late_report_does() -> None:
    kinds = dict(enumerate(Kind))
    organs = pd.DataFrame({"organ_id": list(kinds), "kind": list(map(str, kinds.values()))})
    published = ["01-31", "02-01", "03-31", "04-01", "06-02"]
    rows = [(organ, year, f"{year + 1}-{day}") for organ in kinds for year in range(2016, 2022) for day in published]
    reports = pd.DataFrame(rows, columns=["organ_id", "year", "published"])
    reports = reports.assign(report_id=reports.index, published=pd.to_datetime(reports["published"]))
    days = count_days_late(reports, organs)
    found = check_dates(reports, organs).set_index("report_id")["operands"]
    assert {report: operands["days"] for report, operands in found.items()} == days[days > 0].to_dict()


@pytest.mark.parametrize(
    ("year", "kind", "due"),
    [(2016, Kind.DEPARTMENT, "2017-03-31"), (2018, Kind.DEPARTMENT, "2019-03-31"), (2018, Kind.GOVERNMENT, "2019-03-31"),
     (2019, Kind.DEPARTMENT, "2020-01-31"), (2019, Kind.OFFICE, "2020-03-31"), (2019, Kind.GOVERNMENT, "2020-03-31"),
     (2023, None, "2024-03-31")],
)  # fmt: skip
def test_a_report_is_due_by_the_law_of_its_year(year: int, kind: Kind | None, due: str) -> None:
    assert find_due_date(year, kind).isoformat() == due


def test_a_new_edition_is_seen_over_a_year_without_a_report() -> None:
    assert MATRIX.loc[MATRIX["is_break"], ["organ_id", "year"]].to_numpy().tolist() == [[1, 2024]]


def test_organs_are_counted_by_province_and_by_prefecture_where_there_is_one_province() -> None:
    found = count_by_area(MATRIX, ORGANS).set_index(["area", "year"])
    names = ["held", "full", "failing", "failing_with_blanks", "failing_weaker", "breaks", "dated", "late", "organs"]
    assert found.loc[("甲省", 2022), names].tolist() == [2, 1, 1, 0, 0, 0, 2, 1, 2]
    assert found.loc[("甲省", 2023), names].tolist() == [1, 1, 0, 1, 0, 0, 0, 0, 2]
    assert found.loc[("甲省", 2024), names].tolist() == [1, 1, 0, 0, 1, 1, 0, 0, 2]
    assert found.loc[("乙省", 2022), names].tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 1]
    prefectures = count_by_area(MATRIX[MATRIX["organ_id"] < 3], ORGANS)
    assert set(prefectures["area"]) == {"甲市", "乙市"}


def test_the_chart_by_area_says_how_many_of_how_many() -> None:
    areas = count_by_area(MATRIX, ORGANS)
    trace = draw_coverage_by_area(areas, "x", Language.EN, pairs=2, aspect=Aspect.HELD).traces[0]
    assert trace["y"] == ["甲省", "乙省"]
    assert trace["hovertext"] == [["2/2", "1/2", "1/2"], ["0/1", "1/1", "0/1"]]
    assert trace["text"][0] == ["2<br>/2", "1<br>/2", "1<br>/2"]  # side by side, they would run together on a phone
    late = draw_coverage_by_area(areas, "x", Language.EN, pairs=2, aspect=Aspect.LATE).traces[0]
    assert late["hovertext"][0] == ["1/2", "–", "–"]  # nothing to judge by is not none late
    assert (
        "no report to judge"
        in draw_coverage_by_area(areas, "x", Language.EN, pairs=2, aspect=Aspect.LATE).title.subtitle
    )


def test_where_no_day_of_publication_is_known_lateness_is_not_known() -> None:
    unknown = MATRIX.assign(days_late=pd.array([pd.NA] * len(MATRIX), dtype="Int64"))
    assert write_coverage_title(unknown, Language.ZH, Aspect.LATE) == "收录的7份报告均无公布日期，无法判断是否逾期"


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        (Aspect.FAILING, "In 1 of 7"),
        (Aspect.BREAK, "1 of 7"),
        (Aspect.LATE, "Of 3 reports"),
        (Aspect.HELD, "7 reports"),
    ],
)
def test_a_title_counts_what_is_looked_at(aspect: Aspect, words: str) -> None:
    assert words in write_coverage_title(MATRIX, Language.EN, aspect)


def test_marks_of_an_aspect_carry_the_count_and_lead_to_their_report() -> None:
    figure = draw_coverage(MATRIX, Language.EN, pairs=0, aspect=Aspect.FAILING)
    marked = figure.traces[0]
    assert (marked["text"], marked["customdata"]) == (["3"], ["122 1 2022"])
    assert sum(len(trace["x"]) for trace in figure.traces) == 7


def test_sums_that_fail_only_with_blanks_as_zero_are_counted_apart_and_never_called_none() -> None:
    figure = draw_coverage(MATRIX, Language.EN, pairs=0, aspect=Aspect.FAILING)
    (blanks,) = [trace for trace in figure.traces if trace["customdata"] == ["223 2 2023"]]
    assert (blanks["text"], blanks["name"]) == (["11"], "fails only with blanks as zero (how many)")
    assert "11 more checks fail" in blanks["hovertext"][0] and "2 kinds of check hold" in blanks["hovertext"][0]
    (weaker,) = [trace for trace in figure.traces if trace["customdata"] == ["124 1 2024"]]
    assert weaker["text"] == ["5"] and "5 weaker checks fail (year to year" in weaker["hovertext"][0]
    title = write_coverage_title(MATRIX, Language.EN, Aspect.FAILING)
    assert "in 1 more only when blanks are counted as zero; in 1 more only a weaker check fails" in title
    areas = draw_coverage_by_area(count_by_area(MATRIX, ORGANS), "x", Language.ZH, pairs=0, aspect=Aspect.FAILING)
    assert areas.traces[0]["hovertext"][0][1] == "0/1；另有1份空白按零计则不符"
