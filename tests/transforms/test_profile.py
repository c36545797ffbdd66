"""One organ in full: complete over its editions and years, peers' quartiles only where there are enough."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from analytics.charts.parts.cell_counts import write_missing_note
from analytics.charts.parts.room import Room
from analytics.charts.profile import draw_profile
from analytics.charts.remedies import draw_cases
from analytics.transforms.organ.documents import list_documents, select_findings_about
from analytics.transforms.organ.profile import build_form_over_years, compare_forms, find_longest_run, find_quartiles
from analytics.transforms.organ.remedies import list_results
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from table_editions import editions

ITEMS = form.find_cell(Table.II, "penalties", "prior_items").code
DECISIONS_OLD = form.find_cell(Table.II, "penalties", "decisions_2019").code
CHARGED = form.find_cell(Table.II, "charges", "charged").code
UPHELD = form.find_cell(Table.IV, "reconsideration", "upheld").code
PENDING = form.find_cell(Table.IV, "reconsideration", "pending").code


def figures(*rows: tuple[int, int, float | None, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["year", "cell", "value", "status", "printed"])
    return frame.assign(is_corrected=False)


REPORTS = pd.DataFrame(
    [(2020, editions("2019")), (2021, editions("2021")), (2022, "{}")],
    columns=["year", "editions"],
).assign(unread_tables="[]")


def test_every_cell_of_the_editions_used_has_a_state_in_every_year() -> None:
    held = figures((2020, ITEMS, 1701, "number", "1,701"), (2021, CHARGED, None, "blank", ""))
    found = build_form_over_years(held, REPORTS, Table.II).set_index(["cell", "year"])["status"]
    assert found[(ITEMS, 2020)] == "number"
    assert found[(ITEMS, 2021)] == "not_on_form"
    assert found[(CHARGED, 2020)] == "not_on_form"
    assert found[(CHARGED, 2021)] == "blank"
    assert found[(DECISIONS_OLD, 2020)] == "not_reached"
    assert len(found) == 3 * 32


def test_what_is_printed_stays_beside_the_value() -> None:
    found = build_form_over_years(figures((2020, ITEMS, 1701, "number", "1,701")), REPORTS, Table.II)
    row = found[(found["cell"] == ITEMS) & (found["year"] == 2020)].iloc[0]
    assert (row["value"], row["printed"]) == (1701, "1,701")


def test_quartiles_are_of_the_peers_and_need_enough_of_them() -> None:
    rows = [(organ, 2023, float(organ), "requests_new", float("nan")) for organ in range(1, 6)]
    rows += [(organ, 2022, 5.0, "requests_new", float("nan")) for organ in range(1, 4)]
    rows += [(5, 2022, 9.0, "requests_new", 2023.0)]
    changes = pd.DataFrame(rows, columns=["organ_id", "year", "value", "measure", "stated_by_year"])
    changes["status"] = "number"
    (found,) = find_quartiles(changes, [1, 2, 3, 4, 5]).itertuples()
    assert (found.year, found.low, found.middle, found.high, found[-1]) == (
        2023, 2, 3, 4, 5,
    )  # fmt: skip
    assert find_quartiles(changes, [1, 2, 3]).empty


def series_of(key: str, editions: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "organ_id": 1, "year": 2020 + index, "value": float(index), "status": "number", "edition": edition,
                "report_id": 7, "measure": key, "stated_by_year": float("nan"), "numerator": None, "denominator": None,
                "printed": "3", "difference": None, "absent_reason": None, "percent": None, "basis": None,
                "blanks_as_zero": False, "is_computed": False, "is_certain": True, "is_small_base": False,
                "read_from": "document", "origin": "published", "is_coverage_suspected": False,
            }
            for index, edition in enumerate(editions)
        ]
    )  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_a_panel_a_measure_and_a_mark_where_the_edition_changes(language: Language) -> None:
    keys = ("requests_new", "requests_answered", "penalty_decisions")
    frame = pd.concat([series_of(key, ("2019", "2021", "2021")) for key in keys])
    bands = pd.DataFrame(
        [("requests_new", 2020, 1, 2, 3, 5)], columns=["measure", "year", "low", "middle", "high", "count"]
    )
    drawn = draw_profile(frame, bands, [find_measure(key) for key in keys], "甲县", language, peers="x", source="y")
    lines = [trace for trace in drawn.traces if trace["mode"] == "lines+markers"]
    assert [trace["xaxis"] for trace in lines] == ["x", "x2", "x3"]
    assert len(drawn.traces) == 5
    assert [(mark["x0"], mark["xref"]) for mark in drawn.layout["shapes"]] == [
        (2020.5, "x"), (2020.5, "x2"), (2020.5, "x3"),
    ]  # fmt: skip
    assert lines[0]["customdata"][0] == "7 1 2020 requests_new"


@pytest.mark.parametrize(("room", "columns"), [(Room.WIDE, 3), (Room.NARROW, 2)])
def test_panels_of_an_agency_are_three_in_a_row_where_there_is_room(room: Room, columns: int) -> None:
    keys = ("requests_new", "requests_answered", "penalty_decisions", "licensing_decisions", "coercion_decisions")
    frame = pd.concat([series_of(key, ("2021", "2021")) for key in keys])
    bands = pd.DataFrame(columns=["measure", "year", "low", "middle", "high", "count"])
    measures = [find_measure(key) for key in keys]
    drawn = draw_profile(frame, bands, measures, "x", Language.EN, peers="x", source="y", room=room)
    tops = [axis["domain"][1] for name, axis in drawn.layout.items() if name.startswith("yaxis")]
    assert max(map(tops.count, tops)) == columns


def remedies_of(years: list[int]) -> pd.DataFrame:
    """Reports 7, 8, … of organ 1 that have table IV."""
    ids = range(7, 7 + len(years))
    return pd.DataFrame(
        {"year": years, "editions": editions("2021"), "unread_tables": "[]", "organ_id": 1, "report_id": ids}
    )


@pytest.mark.parametrize("language", list(Language))
def test_results_stack_by_year_and_a_blank_is_no_bar(language: Language) -> None:
    held = figures((2023, UPHELD, 3, "number", "3"), (2024, UPHELD, 0, "zero", "0"), (2024, PENDING, None, "blank", ""))
    rows = list_results(held, remedies_of([2023, 2024]))
    drawn = draw_cases(rows, "甲县", language, source="x")
    (upheld,) = [bar for bar in drawn.traces if bar["type"] == "bar" and bar["y"]]
    assert upheld["y"] == [3, 0]
    assert upheld["customdata"] == [f"7 1 2023 cell:{UPHELD}", f"8 1 2024 cell:{UPHELD}"]
    assert len(drawn.layout["shapes"]) == 1  # the change of law lies between these years, through all panels
    later = draw_cases(rows[rows["year"] == 2024], "甲县", language, source="x")
    assert not later.layout["shapes"]


def test_what_a_block_lacks_is_marked_by_reason_and_leads_to_its_cell() -> None:
    held = figures((2021, UPHELD, 3, "number", "3"), (2024, PENDING, None, "blank", ""))
    reports = remedies_of([2021, 2023, 2024])
    reports.loc[reports["year"] == 2023, "editions"] = "{}"  # its document does not reach the table
    drawn = draw_cases(list_results(held, reports), "甲县", Language.EN, source="x")
    marks = next(one for one in drawn.traces if one["type"] == "scatter" and len(one["x"]) > 1)
    said = dict(zip(marks["hovertext"], marks["customdata"], strict=True))
    assert said["Pending 2024: blank"] == f"9 1 2024 cell:{PENDING}"
    assert said["2022: no report in the collection"] is None and "2023: missing from the document" in said
    assert "Corrected 2021: missing from the document" in said and "Upheld 2021: number" not in said
    keys = {one["name"]: one["marker"]["symbol"][0] for one in drawn.traces if one["x"] == [None]}
    assert (
        set(keys) == {"no report in the collection", "blank", "missing from the document"}
        and len(set(keys.values())) == 3
    )
    sums = [one for one in drawn.layout["annotations"] if one["text"] == "3"]
    assert not sums  # a bar that lacks parts has no sum


def test_a_title_says_at_least_where_a_part_is_not_printed() -> None:
    held = figures((2023, UPHELD, 3, "number", "3"), (2023, PENDING, None, "blank", ""))
    heading = draw_cases(list_results(held, remedies_of([2023])), "甲县", Language.EN, source="x").title.text
    assert "reconsiderations at least 3" in heading


def test_a_result_that_the_form_does_not_have_is_no_missing_part_of_a_sum() -> None:
    cells = form.list_form_cells(Table.IV, form.Edition("2021"))
    numbers = [(2023, cell.code, 1, "number", "1") for cell in cells]
    rows = list_results(figures(*numbers), remedies_of([2023]))
    rows.loc[rows["result"] == "pending", ["value", "status"]] = [None, "not_on_form"]
    heading = draw_cases(rows, "甲县", Language.EN, source="x").title.text
    assert "3" in heading and "at least" not in heading


def test_forms_side_by_side_mark_what_differs_from_the_reference() -> None:
    one = figures((2021, CHARGED, 5, "number", "5"), (2021, UPHELD, 0, "zero", "0"))
    other = figures((2021, CHARGED, 5, "number", "5.00"), (2020, ITEMS, 9, "number", "9"))
    forms = {1: (one, REPORTS), 2: (other, REPORTS)}
    found = compare_forms(forms, {1: 2021, 2: 2021}, 1, Table.II).set_index(["cell", "organ_id"])
    assert not found.loc[(CHARGED, 2), "differs"]  # the same figure, printed otherwise
    remedies = compare_forms(forms, {1: 2021, 2: 2021}, 1, Table.IV).set_index(["cell", "organ_id"])
    assert remedies.loc[(UPHELD, 2), "differs"]  # 0 beside not reached
    assert not remedies.loc[(UPHELD, 1), "differs"]
    assert not remedies.loc[(PENDING, 2), "differs"]


def test_a_sparkline_shows_the_longest_run_of_years_and_never_joins_over_a_gap() -> None:
    def rows(values: dict[int, float]) -> list[SimpleNamespace]:
        return [SimpleNamespace(year=year, value=value) for year, value in values.items()]

    nan = float("nan")
    assert find_longest_run(rows({2019: 1, 2020: nan, 2021: 4, 2022: 5, 2023: 6})) == [4, 5, 6]
    assert find_longest_run(rows({2019: 1, 2020: 2, 2022: 3, 2023: 4})) == [3, 4]
    assert find_longest_run(rows({2019: 1, 2020: nan, 2021: 4})) == [] == find_longest_run([])


def test_documents_stand_in_order_of_years_with_their_findings_and_sums_that_need_blanks_but_no_notes() -> None:
    names = ["file", "format", "origin", "published"]
    reports = pd.DataFrame(
        {"report_id": [7, 3], "year": [2023, 2021], "editions": editions("2021"), **dict.fromkeys(names, "x")}
    )
    findings = pd.DataFrame(
        {"report_id": [7, 7, 3, 3], "severity": ["error", "note", "note", "note"],
         "verdict": ["fails", None, None, "holds_blanks_as_zero"]}
    )  # fmt: skip
    found = list_documents(reports, findings)
    assert found["year"].tolist() == [2021, 2023]
    assert found["findings"].tolist() == [1, 1]
    assert found["editions"].tolist() == ["2021", "2021"]


def test_findings_about_cells_are_those_that_touch_them() -> None:
    rows = [
        (1, 2024, "error", "fails", [UPHELD, PENDING]),
        (1, 2023, "warning", None, [UPHELD]),
        (1, 2023, "note", None, [UPHELD]),
        (1, 2023, "error", "fails", [ITEMS]),
    ]
    findings = pd.DataFrame(rows, columns=["organ_id", "year", "severity", "verdict", "cells"])
    assert select_findings_about(findings, {UPHELD})["year"].tolist() == [2023, 2024]
    assert select_findings_about(findings, {PENDING})["year"].tolist() == [2024]
    assert list(select_findings_about(findings.head(0), {PENDING}).columns) == list(findings.columns)


@pytest.mark.parametrize("language", list(Language))
def test_every_result_has_a_number_or_a_reason_and_the_note_counts_them(language: Language) -> None:
    held = figures((2023, UPHELD, 3, "number", "3"), (2024, UPHELD, 0, "zero", "0"), (2024, PENDING, None, "blank", ""))
    rows = list_results(held, remedies_of([2023, 2024]))
    assert len(rows) == 2 * 12
    assert rows["status"].value_counts().to_dict() == {"not_reached": 21, "number": 1, "zero": 1, "blank": 1}
    note = write_missing_note(rows, language)
    assert "24" in note and f"{say('status.blank', language)} 1" in note
    gap = write_missing_note(rows.assign(year=rows["year"].replace(2024, 2026)), language)
    assert "2024" in gap and "2025" in gap and "2026" not in gap


def test_an_organ_whose_document_lacks_the_table_stands_beside_with_that_reason() -> None:
    one = figures((2021, UPHELD, 0, "zero", "0"))
    lacks = pd.DataFrame({"year": [2021], "editions": [editions("2021", Table.II, Table.III)], "unread_tables": "[]"})
    forms = {1: (one, REPORTS), 2: (one.head(0), lacks)}
    found = compare_forms(forms, {1: 2021, 2: 2021}, 1, Table.IV).set_index(["cell", "organ_id"])
    assert found.loc[(UPHELD, 2), "status"] == "not_reached" and found.loc[(UPHELD, 2), "differs"]
    assert len(found.loc[(slice(None), 1), :]) == len(found.loc[(slice(None), 2), :])


def test_what_is_printed_is_shown_though_the_edition_of_its_table_is_not_known() -> None:
    own = figures((2024, UPHELD, 7, "number", "7"))
    reports = pd.DataFrame({"year": [2024], "editions": ['{"IV": null}'], "unread_tables": "[]"})
    assert build_form_over_years(own, reports, Table.IV)["printed"].tolist() == ["7"]


@pytest.mark.parametrize(
    ("unread", "status"), [("[]", "not_reached"), ('["IV"]', "not_read"), ('["II"]', "not_reached")]
)
def test_a_table_that_was_not_read_is_not_said_to_be_missing(unread: str, status: str) -> None:
    one = figures((2021, UPHELD, 0, "zero", "0"))
    lacks = pd.DataFrame({"year": [2021], "editions": [editions("2021", Table.II)], "unread_tables": unread})
    found = compare_forms({1: (one, REPORTS), 2: (one.head(0), lacks)}, {1: 2021, 2: 2021}, 1, Table.IV)
    assert set(found.loc[found["organ_id"] == 2, "status"]) == {status}
    part = pd.DataFrame({"year": [2021], "editions": [editions("2021")], "unread_tables": unread})
    rows = build_form_over_years(one, part, Table.IV).set_index("cell")["status"]
    assert (rows[UPHELD], rows[PENDING]) == ("zero", status)
