"""Axes: what cannot stand on one is said, and an index never crosses a break."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.transforms.series.scale import Scale, apply_scale, list_scales
from analytics.vocabulary.measures import find_measure

FRAME = pd.DataFrame(
    [(1, 2019, 50.0), (1, 2020, 100.0), (1, 2021, 150.0), (1, 2022, 300.0), (2, 2020, 0.0), (2, 2021, 7.0),
     (3, 2021, 9.0), (3, 2022, None)],
    columns=["organ_id", "year", "value"],
)  # fmt: skip
NONE = pd.DataFrame({"organ_id": [], "year": [], "kind": []})
BREAK = pd.DataFrame([(1, 2021, "edition")], columns=["organ_id", "year", "kind"])


def by_place(frame: pd.DataFrame, name: str) -> dict[tuple[int, int], object]:
    return {
        (int(row.organ_id), int(row.year)): getattr(row, name)
        for row in frame.itertuples()
        if pd.notna(getattr(row, name))
    }


def test_zero_has_no_place_on_a_logarithmic_axis_and_says_so() -> None:
    found = apply_scale(FRAME, Scale.LOG, breaks=NONE)
    assert by_place(found, "unshown") == {(2, 2020): "zero_on_log"}
    assert (2, 2020) not in by_place(found, "shown") and by_place(found, "shown")[2, 2021] == 7


def test_an_index_is_each_organs_own_and_ends_at_its_break() -> None:
    found = apply_scale(FRAME, Scale.INDEX, base_year=2020, breaks=BREAK)
    assert by_place(found, "shown") == {(1, 2019): 50.0, (1, 2020): 100.0}
    assert by_place(found, "unshown") == {
        (1, 2021): "beyond_break", (1, 2022): "beyond_break", (2, 2020): "zero_base", (2, 2021): "zero_base",
        (3, 2021): "no_base",
    }  # fmt: skip


def test_a_base_year_behind_the_break_leaves_the_years_before_out() -> None:
    found = apply_scale(FRAME, Scale.INDEX, base_year=2022, breaks=BREAK)
    assert by_place(found, "shown") == {(1, 2021): 50.0, (1, 2022): 100.0}


def test_rates_have_one_scale_and_an_index_needs_its_year() -> None:
    assert list_scales(find_measure("disclosure_rate")) == [Scale.VALUE]
    assert list_scales(find_measure("penalty_decisions")) == list(Scale)
    with pytest.raises(ValueError, match="base year"):
        apply_scale(FRAME, Scale.INDEX, breaks=NONE)
