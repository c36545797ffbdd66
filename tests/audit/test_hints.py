"""Hints: the only smallest change with which every sum would hold, and none where there are several or nothing fails."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pandas as pd
import pytest
from benchmarks.findings import measure_rules
from benchmarks.hints import measure_hints
from benchmarks.slips import OF_SEVERAL, list_reports, plant

import analytics
from analytics.audit.hints import Printed, find_hint
from analytics.audit.hints.frames import check_hints, list_hint_cells
from analytics.audit.hints.slips import is_slip
from analytics.settings import Settings
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures.prose import PROSE_FIGURES
from analytics.vocabulary.terms import Table
from analytics.words import Language
from analytics.words.render import write_finding

PROSE = {figure.line: figure.code for figure in PROSE_FIGURES}
EDITIONS = {Table.III: Edition("2021"), Table.IV: Edition("2021")}


def code(line: str, column: str, table: Table = Table.III) -> int:
    return form.find_cell(table, line, column).code


def full(**figures: int) -> Printed:
    """A report of tables III and IV full of zeros, with the figures of ``line__column``."""
    values = {cell.code: 0.0 for table in EDITIONS for cell in form.list_form_cells(table, Edition("2021"))}
    for key, value in figures.items():
        values[code(*key.split("__"))] = float(value)
    return Printed(values, editions=EDITIONS)


BALANCED = {
    "new__natural": 12, "new__business": 3, "new__total": 15, "carried_over__natural": 7, "carried_over__total": 7,
    "disclosed__natural": 15, "disclosed__business": 2, "disclosed__total": 17, "not_held__business": 1,
    "not_held__total": 1, "answered__natural": 15, "answered__business": 3, "answered__total": 18,
    "carried_forward__natural": 4, "carried_forward__total": 4,
}  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "true"),
    [(8, 7), (12, 123), (123, 13), (54, 45), (-7, 7), (None, 5), (0, 4), (5, 105), (1, 10), (100, 1000)],
)
def test_one_slip_of_the_pen_makes_one_number_another(printed: int | None, true: int) -> None:
    assert is_slip(printed, true)


@pytest.mark.parametrize(("printed", "true"), [(8, 8), (27, 35), (12, 345), (None, 12), (7, -7), (123, 321)])
def test_what_takes_more_than_one_slip_is_none(printed: int | None, true: int) -> None:
    assert not is_slip(printed, true)


def test_a_report_that_balances_has_no_hint() -> None:
    assert find_hint(full(**BALANCED)) is None


def test_the_figure_that_four_sums_speak_for_is_told() -> None:
    before = full(**{**dict.fromkeys(BALANCED, 0), "new__natural": 7, "new__total": 7,
                     "carried_forward__natural": 7, "carried_forward__total": 7})  # fmt: skip
    hint = find_hint(full(**{**BALANCED, "carried_over__total": 8}), before=before)
    assert hint is not None
    assert hint.readings == ((code("carried_over", "total"), 8, 7),)
    assert hint.sums == 3  # its row, its column, and what the report before carries forward


def test_two_slips_apart_are_told_together() -> None:
    hint = find_hint(full(**{**BALANCED, "disclosed__natural": 51, "new__business": 30}))
    assert hint is not None
    assert {(reading.cell, reading.value) for reading in hint.readings} == {
        (code("disclosed", "natural"), 15),
        (code("new", "business"), 3),
    }


def test_two_answers_are_no_hint() -> None:
    """Ten too much is ten too much, whichever of two outcomes printed it."""
    figures = {
        **dict.fromkeys(BALANCED, 0), "new__natural": 20, "new__total": 20, "answered__natural": 20,
        "answered__total": 20, "disclosed__natural": 14, "disclosed__total": 14, "not_held__natural": 12,
        "not_held__total": 12, "unclear__natural": 6, "unclear__total": 6, "partly_disclosed__natural": 6,
        "partly_disclosed__total": 6,
    }  # fmt: skip
    assert find_hint(full(**{**figures, "disclosed__natural": 2, "disclosed__total": 2})) is None


def test_a_number_that_no_slip_makes_is_no_hint() -> None:
    assert find_hint(full(**{**BALANCED, "disclosed__natural": 8642})) is None


def test_a_figure_that_was_never_printed_is_a_blank_and_no_zero() -> None:
    printed = full(**BALANCED)
    cell = code("not_held", "business")
    figures = {known: value for known, value in printed.figures.items() if known != cell}
    hint = find_hint(replace(printed, figures=figures, blank=frozenset([cell])))
    assert hint is not None and hint.readings == ((cell, None, 1),)


def test_a_neighbour_whose_own_sums_fail_says_nothing() -> None:
    """江宁's figures in prose: without the year before, four numbers may each be the wrong one."""
    stated = {"carried_over": 8, "new": 783, "answered": 788, "carried_forward": 2}
    now = Printed({PROSE[line]: float(value) for line, value in stated.items()})
    earlier = {"carried_over": 9, "new": 623, "answered": 625, "carried_forward": 7}
    before = Printed({PROSE[line]: float(value) for line, value in earlier.items()})
    wrong = Printed({**before.figures, PROSE["new"]: 624.0})
    hint = find_hint(now, before=before)
    assert hint is not None and hint.readings == ((PROSE["carried_over"], 8, 7),) and hint.sums == 2
    assert find_hint(now) is None
    assert find_hint(now, before=wrong) is None


def test_a_figure_that_an_answer_changes_is_never_of_table_two() -> None:
    assert not [cell for cell in form.list_cells() if cell.table is Table.II and cell.code in list_hint_cells()]


@pytest.mark.parametrize("kind", OF_SEVERAL)
def test_figures_that_moved_together_are_put_back_by_one_hint(kind: str) -> None:
    random, told = Random(1), 0
    for now, before, after in list_reports(40):
        moved = OF_SEVERAL[kind](now, random)
        slips = {cell: value for cell, value in moved.items() if value != now.figures.get(cell, 0)}
        hint = find_hint(plant(now, slips), before=before, after=after) if slips else None
        if hint is not None:
            told += 1
            assert {reading.cell: reading.value for reading in hint.readings} == {
                cell: int(now.figures.get(cell, 0)) for cell in slips
            }
    assert told > 15


def test_hints_of_a_frame_are_notes_of_their_reports() -> None:
    rows = [
        (1, year, 100 + year, cell, value, "number" if value else "zero")
        for year, figures in ((2021, BALANCED), (2023, {**BALANCED, "disclosed__natural": 18}))
        for cell, value in full(**figures).figures.items()
    ]
    figures = pd.DataFrame(rows, columns=["organ_id", "year", "report_id", "cell", "value", "status"])
    reports = pd.DataFrame({"report_id": [2121, 2123], "editions": ['{"III": "2021", "IV": "2021"}'] * 2})
    (found,) = check_hints(figures, reports).itertuples()
    assert (found.report_id, found.rule, found.severity, found.cells) == (
        2123, "would_hold", "note", [code("disclosed", "natural")],
    )  # fmt: skip
    assert "18" in write_finding(found.rule, found.operands, Language.EN)


def test_the_only_hint_of_the_collection_of_real_figures_is_the_one_a_careful_reader_finds(
    collection: Settings,
) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = warehouse.findings()
        organs = warehouse.organs().set_index("organ_id")["organ"]
    hints = found[found["rule"].str.startswith("would_hold")]
    told = {
        (organs[row.organ_id], row.year, row.operands["where"], row.operands["value"]) for row in hints.itertuples()
    }
    assert told == {("江宁区人民政府", 2022, "上年结转", 7)}


def test_slips_planted_in_reports_are_told_and_told_right() -> None:
    """A sample of what ``benchmarks.findings`` measures on a thousand reports each."""
    told = {found.name: found for found in measure_hints(40)}
    assert told["none"].told == 0
    for name, least in (("one slip", 40), ("two slips", 38), ("three slips", 35)):
        found = told[f"{name} in figures of table III"]
        assert found.reports == 40 and least <= found.told == found.right


def test_every_rule_finds_what_breaks_it_and_nothing_in_honest_reports() -> None:
    """Outliers apart: of few changes none is usual, and the simulated figures jump by themselves."""
    for found in measure_rules(30):
        if found.rule.key != "outlier":
            assert found.planted and found.false == 0, found.rule.key
            assert found.found >= 0.8 * found.planted, found.rule.key
