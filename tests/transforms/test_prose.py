"""What only prose states has a status of its own: drawn, ranked and listed with it, and never mixed with table figures."""

from __future__ import annotations

import pandas as pd
import pytest

import analytics
from analytics.charts.ranking import draw_ranking
from analytics.charts.trends import draw_trends
from analytics.settings import Settings
from analytics.transforms.groups.ranking import By, add_intervals, rank_organs
from analytics.transforms.organ.profile import find_quartiles
from analytics.transforms.series.breaks import find_breaks
from analytics.transforms.series.change import PROSE_BESIDE_TABLE
from analytics.transforms.series.long_frame import build_changes
from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.transforms.series.scale import Scale, apply_scale
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure, has_measure
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES, find_prose_code
from analytics.vocabulary.terms import Table
from analytics.words import Language, say
from analytics.words.render import write_finding
from table_editions import editions

NEW = find_measure("requests_new")
TOTAL = form.find_cell(Table.III, "new", "total").code
JIANGNING = "江宁区人民政府"


def frame(*rows: tuple[int, int, float | None, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures (year, cell, value, status) of one organ, and its reports: with tables where a year has a cell of the
    form, with prose alone where not."""
    with_tables = {year for year, cell, *_ in rows if cell not in PROSE_CODES}
    figures = pd.DataFrame(
        [(1, year, year, cell, value, status, "count", "published", str(value), "document", True)
         for year, cell, value, status in rows],
        columns=["organ_id", "year", "report_id", "cell", "value", "status", "measured_in", "origin", "printed",
                 "read_from", "is_certain"],
    ).astype({"year": "Int16", "value": "float64"})  # fmt: skip
    reports = pd.DataFrame(
        [(year, 1, year, True, editions("2021") if year in with_tables else "{}", "[]", "unknown", "published")
         for year in sorted({year for year, *_ in rows})],
        columns=["report_id", "organ_id", "year", "is_current", "editions", "unread_tables", "scope", "origin"],
    ).astype({"year": "Int16"})  # fmt: skip
    return figures, reports


def changed(*rows: tuple[int, int, float | None, str]) -> pd.DataFrame:
    return build_changes(*frame(*rows), [NEW]).set_index("year")


def prose(measure: str) -> int:
    code = find_prose_code(measure)
    assert code is not None
    return code


def test_prose_stands_in_where_the_document_lacks_the_table_and_says_so() -> None:
    found = changed((2022, prose("requests_new"), 783, "number"), (2023, prose("requests_new"), 821, "number"))
    assert found["status"].tolist() == [STATED_IN_PROSE] * 2
    assert (found.loc[2023, "value"], found.loc[2023, "difference"], found.loc[2023, "basis"]) == (821, 38, "computed")


@pytest.mark.parametrize(("value", "status"), [(5.0, "number"), (0.0, "zero"), (None, "blank"), (None, "unreadable")])
def test_whatever_the_table_prints_stays_and_prose_fills_nothing(value: float | None, status: str) -> None:
    found = changed((2023, TOTAL, value, status), (2023, prose("requests_new"), 821, "number"))
    assert found.loc[2023, "status"] == status
    assert found.loc[2023, "value"] == value or (value is None and pd.isna(found.loc[2023, "value"]))


def test_a_table_figure_and_one_of_prose_are_not_subtracted() -> None:
    found = changed((2022, prose("requests_new"), 783, "number"), (2023, TOTAL, 821, "number"))
    assert pd.isna(found.loc[2023, "difference"]) and found.loc[2023, "absent_reason"] == PROSE_BESIDE_TABLE
    other = changed((2022, TOTAL, 783, "number"), (2023, prose("requests_new"), 821, "number"))
    assert pd.isna(other.loc[2023, "difference"]) and other.loc[2023, "absent_reason"] == PROSE_BESIDE_TABLE


def test_no_rate_and_no_quartile_is_made_of_prose() -> None:
    rows = [(2023, prose(f"requests_{line}"), 5, "number") for line in ("new", "carried_over", "carried_forward")]
    rate = find_measure("carry_forward_rate")
    assert build_changes(*frame(*rows), [rate])["value"].isna().all()
    many = [changed(rows[0]).reset_index().assign(organ_id=organ) for organ in range(1, 7)]
    assert find_quartiles(pd.concat(many), range(1, 7)).empty


def test_every_word_means_one_measure_of_the_form() -> None:
    words = [word for figure in PROSE_FIGURES for word in figure.words]
    assert len(words) == len(set(words))
    assert not PROSE_CODES & form.map_cells_by_code().keys()
    for figure in PROSE_FIGURES:
        assert has_measure(figure.measure) and find_measure(figure.measure).prose_cell == figure.code
        total = form.find_cell(Table.III, figure.line, "total").code
        assert total in find_measure(figure.measure).all_cells


def test_figures_of_jiangning_go_from_the_sheet_to_the_file_with_their_status(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        found = analytics.rows(warehouse, ["requests_new"], organs=[JIANGNING], only_reports=True).set_index("year")
    assert found["value"].to_dict() == {2021: 623, 2022: 783, 2023: 821, 2024: 809}
    assert set(found["status"]) == {STATED_IN_PROSE} and found.loc[2024, "difference"] == -12
    assert set(found["read_from"]) == {"original excerpt"} and set(found["printed"]) == {"623", "783", "821", "809"}


@pytest.mark.parametrize("language", list(Language))
def test_the_slip_of_jiangning_is_found_both_ways(collection: Settings, language: Language) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        findings, organs = warehouse.findings(), warehouse.organs().set_index("organ_id")["organ"]
    found = findings[findings["operands"].map(lambda operands: bool(operands.get("is_in_prose")))]
    assert {(organs[row.organ_id], row.year, row.rule) for row in found.itertuples()} == {
        (JIANGNING, 2022, "carry_over_differs"), (JIANGNING, 2022, "received_equals_handled"),
    }  # fmt: skip
    told = " ".join(write_finding(row.rule, row.operands, language) for row in found.itertuples())
    assert ("结转7件" in told and "上年结转8件" in told) if language is Language.ZH else "carries 7 forward" in told
    assert "791" in told and "790" in told


def test_the_evidence_behind_it_is_the_line_of_the_prose(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        organs = warehouse.organs()
        organ_id = int(organs.loc[organs["organ"] == JIANGNING, "organ_id"].iloc[0])
        row = warehouse.changes(["requests_new"], [organ_id], [2022]).iloc[0]
        (cell,) = warehouse.list_evidence(int(row["report_id"]), sorted(NEW.all_cells))
    assert (cell.table, cell.line, cell.printed) == ("prose", "本年新收", "783")
    assert cell.source is not None and cell.source.startswith("https://")


@pytest.mark.parametrize("language", list(Language))
def test_charts_draw_it_hollow_and_say_how_many_there_are(collection: Settings, language: Language) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        organs, reports = warehouse.organs(), warehouse.reports()
        names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
        organ_id = next(organ for organ, name in names.items() if name == JIANGNING)
        rows = warehouse.changes(["requests_new"], [organ_id], range(2021, 2025))
        everyone = warehouse.changes(["requests_new"], None, [2022, 2023])
    breaks = find_breaks(reports, NEW, [organ_id])
    drawn = draw_trends(apply_scale(rows, Scale.VALUE, breaks=breaks), breaks, names, NEW, language, source="x")
    points = next(trace for trace in drawn.traces if trace.get("mode") == "markers" and len(trace["x"]) == 4)
    assert all(symbol.endswith("-open") for symbol in points["marker"]["symbol"])
    assert all(say("mark.stated_in_prose", language) in text for text in points["hovertext"])
    assert say("chart.in_prose", language, count="4") in drawn.title.subtitle
    ranked = add_intervals(rank_organs(everyone, NEW, year=2023), NEW)
    kept = ranked[ranked["rank"].notna()]
    assert organ_id in set(kept["organ_id"])
    figure = draw_ranking(
        kept, names, NEW, language, by=By.VALUE, year=2023, whole=kept, left_out=0, source="x"
    )  # fmt: skip
    symbols = dict(zip(kept["organ_id"], figure.traces[0]["marker"]["symbol"], strict=True))
    expected = {row.organ_id: row.status == STATED_IN_PROSE for row in kept.itertuples()}
    assert {organ: symbol == "circle-open" for organ, symbol in symbols.items()} == expected
    labels = [note["text"] for note in figure.layout["annotations"]]
    (county_label,) = [label for label in labels if f"{JIANGNING}（" in label or f"{JIANGNING} (" in label]
    assert say(f"status.{STATED_IN_PROSE}", language) in county_label
