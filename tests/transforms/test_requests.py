"""Flows, reasons and parts of a change: printed cells only, and parts that add up exactly."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.charts import requests as charts
from analytics.charts.waterfall import draw_waterfall
from analytics.transforms.organ.requests import (
    APPLICANTS,
    REST,
    list_lines,
    list_reasons,
    select_years,
    split_change,
    sum_flows,
    sum_printed_totals,
)
from analytics.vocabulary import form
from analytics.vocabulary.terms import Status, Table
from analytics.words import Language
from table_editions import editions


def figures(cells: dict[tuple[int, str, str], float | None]) -> pd.DataFrame:
    """(year, line, column) → value of organ 1, whose report of 2023 is 23; None is a printed blank."""
    rows = [
        (1, year - 2000, year, form.find_cell(Table.III, line, column).code, value,
         str(Status.BLANK if value is None else Status.NUMBER))
        for (year, line, column), value in cells.items()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["organ_id", "report_id", "year", "cell", "value", "status"])


def test_outcomes_hold_every_line_of_both_editions_once() -> None:
    outcome_lines = [line for outcome in ("disclosed", "partly_disclosed", "refused", "unable", "not_processed", "other")
           for line in list_lines(outcome)]  # fmt: skip
    assert len(outcome_lines) == len(set(outcome_lines))
    for edition in form.list_editions(Table.III):
        printed = {cell.line.key for cell in form.list_form_cells(Table.III, edition) if not cell.line.is_head}
        assert printed - set(outcome_lines) == {"new", "carried_over", "answered", "carried_forward"}


def test_a_flow_sums_printed_cells_and_counts_those_without_a_number() -> None:
    found = sum_flows(
        figures({(2023, "not_held", "natural"): 5, (2023, "unclear", "natural"): 2,
                 (2023, "to_be_created", "natural"): None, (2022, "not_held", "natural"): 9}), 2023,
    )  # fmt: skip
    row = found[(found["applicant"] == "natural") & (found["outcome"] == "unable")].iloc[0]
    assert (row["value"], row["missing"]) == (7, 1)
    assert found["value"].sum() == 7


def test_reasons_keep_what_is_printed_and_leave_out_what_the_form_does_not_have() -> None:
    found = list_reasons(figures({(2020, "other_2019", "total"): 4, (2020, "registry", "total"): None}), 2020)
    assert found["line"].tolist() == ["registry", "other_2019"]
    assert found["status"].tolist() == ["blank", "number"]


@pytest.mark.parametrize("total", [30, 33])
def test_the_parts_of_a_change_add_up_exactly(total: float) -> None:
    cells: dict[tuple[int, str, str], float | None] = {
        (year, "new", applicant): index * (year - 2020) for year in (2022, 2023) for index, applicant in
        enumerate(APPLICANTS)
    }  # fmt: skip
    cells |= {(2022, "new", "total"): 30, (2023, "new", "total"): 15 + total}
    parts = split_change(figures(cells), 2023).set_index("part")["value"]
    assert parts["before"] + parts.drop(["before", "now"]).sum() == parts["now"] == 15 + total
    assert parts[REST] == total - 30


def test_a_part_without_a_number_is_left_to_the_rest_and_a_missing_total_to_nobody() -> None:
    cells: dict[tuple[int, str, str], float | None] = {
        (2022, "new", "total"): 3, (2023, "new", "total"): 8, (2022, "new", "natural"): None,
        (2023, "new", "natural"): 8,
    }  # fmt: skip
    parts = split_change(figures(cells), 2023)
    assert parts["part"].tolist() == ["before", REST, "now"]
    assert parts["value"].tolist() == [3, 5, 8]
    assert split_change(figures(cells), 2022).empty


@pytest.mark.parametrize("language", list(Language))
def test_charts_say_their_finding_and_draw_only_what_is_there(language: Language) -> None:
    cells = figures(
        {(2023, "disclosed", "natural"): 6, (2023, "not_held", "business"): 2, (2023, "not_held", "total"): 2,
         (2023, "new", "total"): 8, (2022, "new", "total"): 5, (2023, "petition", "total"): None}
    )  # fmt: skip
    flow = charts.draw_flow(
        sum_flows(cells, 2023), "甲县", 2023, language, total=sum_printed_totals(cells, 2023), source="x"
    )
    assert flow.traces[0]["link"]["value"] == [6, 2]
    assert "75%" in flow.title.text
    unable, refused = charts.draw_reasons(list_reasons(cells, 2023), "甲县", 2023, language, source="x").traces
    assert (unable["x"], unable["text"], refused["x"]) == ([2], ["2"], [0])
    assert not refused["text"][0].isdigit()
    fall = draw_waterfall(split_change(cells, 2023), "甲县", 2023, language, source="x").traces[0]
    assert fall["measure"] == ["absolute", "relative", "total"]


def test_what_the_printed_totals_hold_and_the_parts_do_not_is_said_and_no_reason_is_invented() -> None:
    cells = figures(
        {(2024, "disclosed", "natural"): 96, (2024, "partly_disclosed", "natural"): 23, (2024, "answered", "total"): 189,
         (2024, "carried_forward", "total"): 0}
    )  # fmt: skip
    assert sum_printed_totals(cells, 2024) == 189
    flow = charts.draw_flow(sum_flows(cells, 2024), "甲县", 2024, Language.EN, total=189, source="x")
    assert "of 189 requests" in flow.title.text and "50.8%" in flow.title.text
    assert "for 70 of them no outcome is given" in flow.title.subtitle
    why = list_reasons(cells, 2024)
    assert "gives no reasons" in charts.write_reasons_title(why, "甲县", 2024, Language.EN)
    none = figures({(2024, line, "total"): 0 for group in ("refused", "unable") for line in list_lines(group)})
    assert "no requests that ended without disclosure" in charts.write_reasons_title(
        list_reasons(none, 2024), "甲县", 2024, Language.EN
    )


def test_the_steps_of_a_waterfall_stand_on_an_axis_of_names() -> None:
    cells = figures({(2023, "new", "total"): 8, (2022, "new", "total"): 5, (2023, "new", "natural"): 8,
                    (2022, "new", "natural"): 5})  # fmt: skip
    figure = draw_waterfall(split_change(cells, 2023), "甲县", 2023, Language.ZH, source="x")
    assert figure.layout["xaxis"]["type"] == "category"


def test_every_step_of_a_waterfall_that_is_printed_leads_to_its_cell() -> None:
    cells = figures({(2023, "new", "total"): 9, (2022, "new", "total"): 5, (2023, "new", "natural"): 8,
                    (2022, "new", "natural"): 5})  # fmt: skip
    figure = draw_waterfall(split_change(cells, 2023), "甲县", 2023, Language.EN, source="x")
    total, natural = (form.find_cell(Table.III, "new", column).code for column in ("total", "natural"))
    assert figure.traces[0]["customdata"] == [
        f"22 1 2022 cell:{total}", f"23 1 2023 cell:{natural}", None, f"23 1 2023 cell:{total}",
    ]  # fmt: skip


def test_what_the_document_does_not_hold_is_missing_and_not_nothing() -> None:
    printed = figures({(2023, "disclosed", "natural"): 6, (2023, "petition", "total"): 1}).assign(
        printed="x", is_corrected=False
    )
    reports = pd.DataFrame(
        {"organ_id": [1], "report_id": [23], "year": [2023], "editions": [editions("2021")], "unread_tables": "[]"}
    )
    chosen = select_years(printed, reports, 2023)
    assert set(chosen["report_id"]) == {23}
    row = sum_flows(chosen, 2023).set_index(["applicant", "outcome"]).loc[("natural", "unable")]
    assert pd.isna(row["value"]) and row["missing"] == 3
    why = list_reasons(chosen, 2023).set_index("line")["status"]
    assert (why["petition"], why["registry"]) == ("number", "not_reached")
    assert list_reasons(select_years(printed.head(1), reports, 2023), 2023).empty


def test_where_the_total_of_a_reason_is_blank_its_printed_parts_stand_in_and_say_so() -> None:
    cells = figures({(2023, "petition", "total"): None, (2023, "petition", "natural"): 9, (2023, "petition", "legal"): 2,
                    (2023, "not_held", "total"): 7, (2023, "unclear", "total"): None})  # fmt: skip
    why = list_reasons(cells, 2023).set_index("line")
    assert why["value"].dropna().to_dict() == {"petition": 11, "not_held": 7}
    assert why.loc["petition", "is_computed"] and len(why.loc["petition", "cells"]) == 2
    figure = charts.draw_reasons(list_reasons(cells, 2023), "甲县", 2023, Language.EN, source="x")
    assert "at least 18 requests ended without disclosure" in figure.title.text
    assert "11 (sum of the parts)" in [text for bar in figure.traces for text in bar["text"]]


def test_parts_beyond_the_printed_total_are_said_and_no_share_is_above_all() -> None:
    cells = figures({(2023, "disclosed", "natural"): 30, (2023, "disclosed", "legal"): 12})
    title = charts.draw_flow(sum_flows(cells, 2023), "甲县", 2023, Language.EN, total=25, source="x").title
    assert "of 42 requests" in title.text and "100%" in title.text and "17 more" in title.subtitle
