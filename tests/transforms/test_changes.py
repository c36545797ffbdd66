"""Series and changes of the repository's own collection and of small made frames, against arithmetic done by hand."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.settings import Settings
from analytics.transforms.groups.compare import compare_organs, find_best_pair, find_common_years, find_mixtures
from analytics.transforms.groups.coverage import build_matrix, count_consecutive_pairs
from analytics.transforms.series.breaks import find_breaks
from analytics.transforms.series.change import add_year_over_year, explain_left_out, find_largest_changes
from analytics.transforms.series.complete import NO_REPORT, build_series, list_needed_cells
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure, find_measure, list_measures
from analytics.vocabulary.terms import Status, Table
from analytics.warehouse.read import open_warehouse
from table_editions import editions


@pytest.fixture(scope="module")
def tables(collection: Settings) -> dict[str, pd.DataFrame]:
    with open_warehouse(collection.warehouse) as warehouse:
        return {"figures": warehouse.figures(), "reports": warehouse.reports(), "organs": warehouse.organs()}


def changes(tables: dict[str, pd.DataFrame], key: str) -> pd.DataFrame:
    measure = find_measure(key)
    names = tables["organs"].set_index("organ_id")["organ"]
    frame = add_year_over_year(
        build_series(tables["figures"], tables["reports"], [measure]), [measure], tables["figures"]
    )
    return frame.assign(organ=frame["organ_id"].map(names)).set_index(["organ", "year"])


def test_items_of_ruicheng_fell_by_453_as_its_own_report_states(tables: dict[str, pd.DataFrame]) -> None:
    row = changes(tables, "penalty_items").loc[("芮城县人民政府", 2020)]
    assert (row["value"], row["value_previous"], row["difference"], row["basis"]) == (1248, 1701, -453, "reported")
    assert row["percent"] == pytest.approx(-453 / 1701)


def test_the_value_stated_for_2019_is_hollow_and_creates_no_report(tables: dict[str, pd.DataFrame]) -> None:
    row = changes(tables, "penalty_items").loc[("芮城县人民政府", 2019)]
    assert (row["value"], row["stated_by_year"]) == (1701, 2020)
    assert pd.isna(row["difference"])
    coverage = build_matrix(
        tables["organs"],
        tables["reports"],
        pd.DataFrame(columns=["errors", "weaker", "fails_with_blanks", "holds_with_blanks"]),
    )
    assert coverage.query("organ == '芮城县人民政府' and year == 2019")["state"].tolist() == ["none"]


def test_decisions_of_ruicheng_have_no_change_and_say_why(tables: dict[str, pd.DataFrame]) -> None:
    row = changes(tables, "penalty_decisions").loc[("芮城县人民政府", 2020)]
    assert (row["value"], row["absent_reason"]) == (530, "no_report_previous")
    assert pd.isna(row["percent"])


def compared(*pairs: tuple[float, float], **marks: object) -> pd.DataFrame:
    """(before, now) of counts, as changes."""
    frame = pd.DataFrame(pairs, columns=["value_previous", "value"], dtype=float)
    percent = (frame["value"] - frame["value_previous"]) / frame["value_previous"].where(frame["value_previous"] != 0)
    absent = ["previous_zero" if pd.isna(share) else None for share in percent]
    plain = {"is_certain": True, "is_coverage_suspected": False}
    return frame.assign(
        difference=frame["value"] - frame["value_previous"], percent=percent, percent_absent_reason=absent,
        **(plain | marks),
    )  # fmt: skip


def test_a_fall_to_a_third_stands_before_a_rise_to_the_double() -> None:
    frame = compared((100, 200), (90, 30), (100, 90))
    assert find_largest_changes(frame).index.tolist() == [1, 0, 2]


def test_a_small_value_in_either_year_is_left_out_alike_and_counted() -> None:
    frame = compared((5, 100), (100, 5), (0, 60), (60, 0), (40, 50))
    assert find_largest_changes(frame).index.tolist() == [4]
    assert explain_left_out(frame).fillna("").tolist() == ["small_in_either_year"] * 4 + [""]
    doubtful = compared((40, 50), (40, 900), is_certain=[False, True], is_coverage_suspected=[False, True])
    assert explain_left_out(doubtful).tolist() == ["uncertain", "coverage_suspected"]
    assert explain_left_out(doubtful, include_suspected=True).fillna("").tolist() == ["uncertain", ""]


def test_a_licensing_jump_of_seventeen_times_is_suspected_and_no_headline(tables: dict[str, pd.DataFrame]) -> None:
    frame = changes(tables, "licensing_decisions").reset_index()
    row = frame[(frame["organ"] == "洪泽区人民政府") & (frame["year"] == 2024)].iloc[0]
    assert (row["value_previous"], row["value"], row["is_coverage_suspected"]) == (550, 9487, True)
    assert "洪泽区人民政府" not in set(find_largest_changes(frame)["organ"])
    assert "洪泽区人民政府" in set(find_largest_changes(frame, include_suspected=True)["organ"])


def test_items_are_not_on_the_2021_form_and_never_zero(tables: dict[str, pd.DataFrame]) -> None:
    row = changes(tables, "penalty_items").loc[("洪泽区人民政府", 2023)]
    assert row["status"] == Status.NOT_ON_FORM
    assert pd.isna(row["value"])


def test_a_blank_total_makes_no_rate(tables: dict[str, pd.DataFrame]) -> None:
    row = changes(tables, "disclosure_rate").loc[("上海市人民政府办公厅", 2019)]
    assert row["status"] == Status.BLANK
    assert pd.isna(row["value"])


def test_correction_rates_of_huaian_2024_are_those_of_its_cells(tables: dict[str, pd.DataFrame]) -> None:
    wide = changes(tables, "reconsideration_correction_rate").loc[("淮安市人民政府", 2024)]
    narrow = changes(tables, "reconsideration_correction_rate_narrow").loc[("淮安市人民政府", 2024)]
    assert (round(wide["value"], 3), round(narrow["value"], 3)) == (0.204, 0.471)


def test_the_grid_is_complete(tables: dict[str, pd.DataFrame]) -> None:
    frame = build_series(
        tables["figures"], tables["reports"], [find_measure("requests_new")], organs=[0, 1, 2], years=[2020, 2021, 2022]
    )
    assert len(frame) == 9
    assert not frame.duplicated(["organ_id", "year"]).any()


def test_every_measure_gives_a_value_or_a_reason_and_never_both(tables: dict[str, pd.DataFrame]) -> None:
    for measure in list_measures():
        frame = add_year_over_year(
            build_series(tables["figures"], tables["reports"], [measure]), [measure], tables["figures"]
        )
        has_value = frame["status"].isin(["number", "zero"])
        assert (frame["value"].notna() == has_value).all(), measure.key
        assert (frame["difference"].notna() ^ frame["absent_reason"].notna()).all(), measure.key
        assert not frame.duplicated(["organ_id", "year"]).any(), measure.key


def test_there_are_seventeen_real_pairs_of_years(tables: dict[str, pd.DataFrame]) -> None:
    # 洪泽 2023–24, 金湖 2023–24, 宿迁 2023–24 and 2024–25, the six of 平潭 2019–2025, and its seven of 2011–2018, which
    # have another table
    assert count_consecutive_pairs(tables["reports"]) == 17


def test_mixtures_are_named(tables: dict[str, pd.DataFrame]) -> None:
    ids = tables["organs"].set_index("organ")["organ_id"]
    chosen = [int(ids["芮城县人民政府"]), int(ids["宿迁市人民政府"]), int(ids["沭阳县发展和改革局"])]
    frame = build_series(tables["figures"], tables["reports"], [find_measure("requests_new")], organs=chosen)
    assert find_mixtures(tables["organs"], frame, chosen) == ["level", "kind", "scope"]
    assert find_mixtures(tables["organs"], frame, chosen[:1]) == []


# Made frames ----------------------------------------------------------------------------------------------

PENALTIES_2021 = form.find_cell(Table.II, "penalties", "decisions").code
PENALTIES_2019 = form.find_cell(Table.II, "penalties", "decisions_2019").code


def made(values: dict[int, tuple[str, float | None]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures and reports of one organ: year → (edition, penalties decided or None for blank)."""
    figures = pd.DataFrame(
        [
            (1, year, year, PENALTIES_2019 if edition == "2019" else PENALTIES_2021, value,
             "blank" if value is None else "zero" if value == 0 else "number", "count", "published", "", "document", True)
            for year, (edition, value) in values.items()
        ],
        columns=["organ_id", "year", "report_id", "cell", "value", "status", "measured_in", "origin", "printed", "read_from", "is_certain"],
    ).astype({"year": "Int16", "value": "float64"})  # fmt: skip
    reports = pd.DataFrame(
        [
            (year, 1, year, True, True, True, editions(edition), "[]", "unknown", "published", "document", True)
            for year, (edition, _) in values.items()
        ],
        columns=["report_id", "organ_id", "year", "is_current", "is_resolved", "is_prose_current", "editions",
                 "unread_tables", "scope", "origin", "read_from", "x"],
    ).astype({"year": "Int16"})  # fmt: skip
    return figures, reports


def changed(values: dict[int, tuple[str, float | None]], measure: Measure) -> pd.DataFrame:
    figures, reports = made(values)
    return add_year_over_year(build_series(figures, reports, [measure]), [measure], figures).set_index("year")


def test_a_year_is_compared_with_the_year_before_and_not_with_the_previous_row() -> None:
    frame = changed({2020: ("2019", 10), 2022: ("2021", 30)}, find_measure("penalty_decisions"))
    assert frame.loc[2022, "absent_reason"] == "no_report_previous"
    assert frame.loc[2021, "status"] == NO_REPORT


def test_decisions_continue_over_the_edition_break() -> None:
    frame = changed({2020: ("2019", 100), 2021: ("2021", 150)}, find_measure("penalty_decisions"))
    assert (frame.loc[2021, "difference"], frame.loc[2021, "percent"]) == (50, 0.5)


def test_items_end_at_the_edition_break() -> None:
    frame = changed({2020: ("2019", 100), 2021: ("2021", 150)}, find_measure("penalty_items"))
    assert frame.loc[2021, "status"] == "not_on_form"
    assert frame["difference"].isna().all()


def test_a_previous_zero_has_a_difference_and_no_percent() -> None:
    frame = changed({2021: ("2021", 0), 2022: ("2021", 7)}, find_measure("penalty_decisions"))
    assert frame.loc[2022, "difference"] == 7
    assert pd.isna(frame.loc[2022, "percent"])
    assert frame.loc[2022, "percent_absent_reason"] == "previous_zero"


def test_a_blank_is_a_reason_on_both_sides() -> None:
    frame = changed({2021: ("2021", 5), 2022: ("2021", None), 2023: ("2021", 6)}, find_measure("penalty_decisions"))
    assert frame["absent_reason"].tolist() == ["no_report_previous", "blank", "blank"]


def test_a_break_stands_where_the_organs_own_edition_changes() -> None:
    _, reports = made({2021: ("2019", 1), 2022: ("2019", 1), 2023: ("2021", 1)})
    found = find_breaks(reports, find_measure("penalty_decisions"), [1])
    assert found.values.tolist() == [[1, 2023, "edition"]]
    _, later = made({2023: ("2021", 1), 2024: ("2021", 1)})
    law = find_breaks(later, find_measure("reconsideration_total"), [1])
    assert law.values.tolist() == [[1, 2024, "law_2024"]]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6))
def test_differences_add_up_to_the_whole_change(values: list[int]) -> None:
    frame = changed(
        {2021 + index: ("2021", float(value)) for index, value in enumerate(values)}, find_measure("penalty_decisions")
    )
    assert frame["difference"].sum() == values[-1] - values[0]


def test_side_by_side_takes_the_reference_away() -> None:
    figures, reports = made({2021: ("2021", 40), 2022: ("2021", 50)})
    other = figures.assign(organ_id=2, report_id=figures["report_id"] + 100, value=figures["value"] * 2)
    both = pd.concat([figures, other])
    both_reports = pd.concat([reports, reports.assign(organ_id=2, report_id=reports["report_id"] + 100)])
    frame = build_series(both, both_reports, [find_measure("penalty_decisions")])
    assert find_common_years(frame) == [2022, 2021]
    rows = compare_organs(frame, year=2022, reference=1).set_index("organ_id")
    assert rows.loc[2, ["value", "difference_to_reference", "ratio_to_reference"]].tolist() == [100, 50, 2]


def test_cells_of_a_rate_are_those_of_its_parts() -> None:
    parts = [find_measure(key) for key in ("requests_disclosed", "requests_partly_disclosed", "requests_answered")]
    assert list_needed_cells([find_measure("disclosure_rate")]) == sorted(
        {code for part in parts for code in part.all_cells}
    )


def one_report(cells: dict[str, tuple[float | None, str, str]]) -> dict[str, pd.DataFrame]:
    """One report of 2020 with the cells given by key: (value, status, read_from)."""
    codes = {cell.key: cell.code for cell in form.list_cells()}
    rows = [
        (1, 2020, 5, codes[key], value, status, "count", "published", "", read_from, True)
        for key, (value, status, read_from) in cells.items()
    ]
    names = ["organ_id", "year", "report_id", "cell", "value", "status", "measured_in", "origin", "printed",
             "read_from", "is_certain"]  # fmt: skip
    report = {
        "report_id": 5, "organ_id": 1, "year": 2020, "scope": "unknown", "origin": "published", "is_current": True,
        "editions": editions("2019"), "unread_tables": "[]",
    }  # fmt: skip
    return {
        "figures": pd.DataFrame(rows, columns=names).astype({"value": "float64"}),
        "reports": pd.DataFrame([report]),
    }


@pytest.mark.parametrize(
    ("prior", "change", "value", "status"),
    [
        ((None, "blank"), (-453.0, "number"), None, "blank"),
        ((1701.0, "number"), (None, "blank"), 1701.0, "number"),
        ((1701.0, "number"), (None, "text"), None, "text"),
    ],
)
def test_a_blank_stock_is_no_empty_list_of_powers(
    prior: tuple[float | None, str], change: tuple[float | None, str], value: float | None, status: str
) -> None:
    frames = one_report(
        {"II.penalties.prior_items": (*prior, "document"), "II.penalties.item_change": (*change, "document")}
    )
    (row,) = build_series(
        frames["figures"], frames["reports"], [find_measure("penalty_items")], years=[2020]
    ).itertuples()
    assert (None if pd.isna(row.value) else row.value, row.status) == (value, status)


def test_a_sum_and_a_rate_are_as_good_as_their_weakest_member() -> None:
    frames = one_report(
        {
            "II.penalties.prior_items": (1.0, "number", "document"),
            "II.penalties.item_change": (2.0, "number", "ocr"),
            "III.disclosed.total": (1.0, "number", "secondary"),
            "III.partly_disclosed.total": (1.0, "number", "document"),
            "III.answered.total": (4.0, "number", "document"),
        }
    )
    found = [
        build_series(frames["figures"], frames["reports"], [find_measure(key)], years=[2020]).iloc[0]
        for key in ("penalty_items", "disclosure_rate")
    ]
    assert [(row["value"], row["read_from"]) for row in found] == [(3.0, "ocr"), (0.5, "secondary")]


def test_the_best_pair_of_years_is_the_one_that_most_organs_share() -> None:
    rows = [(1, 2019), (2, 2019), (1, 2021), (2, 2021), (1, 2022), (3, 2022)]
    values = pd.DataFrame(rows, columns=["organ_id", "year"]).assign(status="number", stated_by_year=float("nan"))
    assert find_best_pair(values) == (2019, 2021)
    assert find_best_pair(values[values["organ_id"] == 1]) == (2021, 2022)


@pytest.mark.parametrize("remedy", ["reconsideration", "litigation"])
@pytest.mark.parametrize("rate", ["correction_rate", "correction_rate_narrow", "other_share"])
def test_results_that_go_on_over_2018_make_no_rate_before_2019(remedy: str, rate: str) -> None:
    keys = [f"national_{remedy}_{result}" for result in ("upheld", "corrected", "other")]
    codes = [form.find_cell(Table.STATISTICS, key, "year").code for key in keys]
    frames = one_report({"II.penalties.prior_items": (1.0, "number", "document")})
    figures = pd.concat([frames["figures"].assign(cell=code, value=2.0, year=2016) for code in codes])
    reports = frames["reports"].assign(year=2016, editions=editions("national_2014", Table.STATISTICS))
    corrected, share = (find_measure(f"{remedy}_{name}") for name in ("corrected", rate))
    found = build_series(figures, reports, [corrected, share], years=[2016]).set_index("measure")
    assert found.loc[corrected.key, "value"] == 2
    assert found.loc[share.key, "status"] == Status.NOT_ON_FORM
    assert found.loc[share.key, ["value", "numerator", "denominator"]].isna().all()


def test_a_line_that_a_statistics_table_lacks_is_not_in_the_table_and_the_document_does_not_end_before_it() -> None:
    upheld = form.find_cell(Table.STATISTICS, "national_reconsideration_upheld", "year").code
    frames = one_report({"II.penalties.prior_items": (1.0, "number", "document")})
    reports = frames["reports"].assign(year=2016, editions=editions("national_2014", Table.STATISTICS))
    keys = ("reconsideration_upheld", "reconsideration_corrected", "reconsideration_correction_rate")
    found = build_series(
        frames["figures"].assign(cell=upheld, year=2016), reports, [find_measure(key) for key in keys], years=[2016]
    )
    assert found["status"].tolist() == ["number", Status.NOT_IN_TABLE, Status.NOT_ON_FORM]


@pytest.mark.parametrize(
    ("year", "reached", "unread", "key", "status"),
    [
        (2021, ["II", "IV"], [], "requests_new", Status.NOT_REACHED),
        (2021, ["II", "IV"], ["III"], "requests_new", Status.NOT_READ),
        (2021, ["II", "III", "IV"], ["III"], "requests_new", Status.NOT_READ),
        (2021, ["II", "III", "IV"], ["II"], "requests_new", Status.NOT_REACHED),
        (2021, ["II", "IV"], ["III"], "disclosure_rate", Status.NOT_READ),
        (2016, [], ["pre2019"], "requests_new", Status.NOT_READ),
        (2016, [], ["pre2019"], "national_published", Status.NOT_READ),
        (2016, [], ["pre2019"], "penalty_decisions", Status.NOT_ON_FORM),
        (2016, [], [], "requests_new", Status.NOT_REACHED),
    ],
)
def test_what_was_not_read_is_never_said_to_be_missing_from_the_document(
    year: int, reached: list[str], unread: list[str], key: str, status: str
) -> None:
    frames = one_report({"II.penalties.prior_items": (1.0, "number", "document")})
    tables = editions("2021", *map(Table, reached)) if reached else "{}"
    reports = frames["reports"].assign(year=year, editions=tables, unread_tables=json.dumps(unread))
    figures = frames["figures"].head(0)
    found = build_series(figures, reports, [find_measure(key)], years=[year])
    assert found["status"].tolist() == [status]
    changed = add_year_over_year(found, [find_measure(key)], figures)
    assert changed["absent_reason"].tolist() == [status]


def test_a_statistics_table_that_was_not_read_lacks_no_line() -> None:
    frames = one_report({"II.penalties.prior_items": (1.0, "number", "document")})
    for tables in ('{"pre2019": null}', editions("national_2014", Table.STATISTICS)):
        reports = frames["reports"].assign(year=2016, editions=tables, unread_tables='["pre2019"]')
        keys = ("reconsideration_upheld", "national_published", "penalty_decisions")
        found = build_series(frames["figures"].head(0), reports, [find_measure(key) for key in keys], years=[2016])
        assert found["status"].tolist() == [Status.NOT_READ, Status.NOT_READ, Status.NOT_ON_FORM]
