"""Lines join consecutive years only; what has no mark on the axis has one below it, with a shape for each reason."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analytics.charts.parts.chart import Chart
from analytics.charts.parts.missing_markers import UNDRAWN, choose_gap_shape, find_gap, make_gap_keys
from analytics.charts.parts.runs import pair_steps, split_runs, trace_path
from analytics.charts.trends import draw_trends
from analytics.transforms.series.scale import Scale, apply_scale, choose_base_year
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Status
from analytics.words import Language, has

NAMES = {1: "甲县", 2: "乙县"}
COUNT = find_measure("penalty_decisions")


def rows(values: dict[int, float]) -> list[Any]:
    return [SimpleNamespace(year=year, value=value) for year, value in values.items()]


def frame(values: dict[tuple[int, int], float | str]) -> pd.DataFrame:
    """(organ, year) → a value, or the status of a cell that has none."""
    found = pd.DataFrame(
        [(*key, None if isinstance(value, str) else value, value if isinstance(value, str) else "number")
         for key, value in values.items()],
        columns=["organ_id", "year", "value", "status"],
    )  # fmt: skip
    empty = dict.fromkeys(("printed", "basis", "absent_reason", "percent_absent_reason", "read_from", "origin"))
    numbers = {name: float("nan") for name in ("numerator", "denominator", "difference", "percent", "stated_by_year")}
    return found.assign(
        value=found["value"].astype(float), report_id=7, **empty, **numbers, blanks_as_zero=False, is_computed=False,
        is_certain=True, is_small_base=False, is_coverage_suspected=False, edition="2021",
    )  # fmt: skip


def breaks(*found: tuple[int, int, str]) -> pd.DataFrame:
    return pd.DataFrame(list(found), columns=["organ_id", "year", "kind"])


def drawn(values: pd.DataFrame, marks: pd.DataFrame, scale: Scale = Scale.VALUE, base: int | None = None) -> Chart:
    scaled = apply_scale(values, scale, base_year=base, breaks=marks)
    return draw_trends(scaled, marks, NAMES, COUNT, Language.EN, source="x", scale=scale, base_year=base)


def test_a_line_has_a_gap_where_a_year_is_missing_and_a_lone_year_stays() -> None:
    values = rows({2019: 1, 2020: 2, 2022: 3, 2024: 4, 2025: 5})
    assert [[row.year for row in piece] for piece in split_runs(values)] == [[2019, 2020], [2022], [2024, 2025]]
    assert [(before.year, after.year) for before, after in pair_steps(values)] == [(2019, 2020), (2024, 2025)]
    assert trace_path(split_runs(values), "value") == (
        [2019, 2020, None, 2022, None, 2024, 2025],
        [1, 2, None, 3, None, 4, 5],
    )
    assert trace_path(split_runs([]), "value") == ([], [])


def test_every_reason_has_a_shape_and_words_of_its_own() -> None:
    reasons = [str(reason) for reason in Status if reason not in (Status.NUMBER, Status.ZERO)]
    reasons += ["no_report", "no_unit", "zero_denominator", "no_population", UNDRAWN]
    assert len({choose_gap_shape(reason) for reason in reasons}) == len(reasons)
    for language in Language:
        names = [key["name"] for key in make_gap_keys(reasons, language)]
        assert len(set(names)) == len(reasons)
    assert find_gap(SimpleNamespace(value=3.0, status="number")) == UNDRAWN
    assert find_gap(SimpleNamespace(value=float("nan"), status="blank")) == "blank"


@pytest.mark.parametrize(
    ("values", "scale", "heading"),
    [
        ({(1, 2021): 4, (1, 2022): "blank", (1, 2023): "no_report"}, Scale.VALUE, "Years without a value"),
        ({(1, 2021): 4, (1, 2022): 5, (1, 2023): 6}, Scale.INDEX, "Years whose value cannot be drawn"),
        ({(1, 2021): 4, (1, 2022): "blank", (1, 2023): 6}, Scale.INDEX, "Years without a value, or whose value cannot be drawn"),
    ],
)  # fmt: skip
def test_the_strip_says_what_it_holds_and_the_legend_what_its_marks_mean(
    values: dict[tuple[int, int], float | str], scale: Scale, heading: str
) -> None:
    figure = drawn(frame(values), breaks((1, 2023, "edition")), scale, 2021 if scale is Scale.INDEX else None)
    assert heading in [annotation["text"] for annotation in figure.layout["annotations"]]
    keys = {trace["name"] for trace in figure.traces if trace["x"] == [None]}
    assert ("blank" in keys) == ("blank" in values.values())
    assert ("has a value that this axis cannot show" in keys) == (scale is Scale.INDEX)


def test_every_break_has_a_label_that_names_its_organs() -> None:
    values = frame({(organ, year): 5 for organ in (1, 2) for year in range(2019, 2025)})
    figure = drawn(values, breaks((1, 2021, "edition"), (2, 2022, "edition"), (1, 2024, "law_2024")))
    labels = [label for label in figure.layout["annotations"] if "hovertext" in label]
    assert [(label["x"], label["yanchor"]) for label in labels] == [
        (2020.5, "bottom"),
        (2021.5, "top"),
        (2023.5, "bottom"),
    ]
    assert "甲县" in labels[0]["hovertext"] and "乙县" in labels[1]["hovertext"]
    assert figure.layout["yaxis"]["domain"][1] < 1  # room for the second row of labels
    assert len(figure.layout["shapes"]) == 3


def test_an_organ_without_a_point_keeps_its_shape_in_the_legend() -> None:
    figure = drawn(frame({(1, 2021): 4, (1, 2022): 5, (2, 2021): "blank", (2, 2022): "blank"}), breaks())
    (entry,) = [trace for trace in figure.traces if trace.get("name") == "乙县" and trace.get("showlegend")]
    assert entry["marker"]["symbol"] == ["square"]


def test_an_index_begins_where_most_organs_have_a_value() -> None:
    values = frame({(1, 2019): 4, (1, 2020): 5, (2, 2019): "blank", (2, 2020): 9, (2, 2021): 0, (1, 2021): 3})
    assert choose_base_year(values) == 2020
    assert choose_base_year(frame({(1, 2019): "blank"})) is None


def test_a_word_for_each_kind_of_break() -> None:
    assert has("chart.break_edition") and has("chart.break_law_2024")
