"""Changes of one measure in one year → one row a place, with what a map shows of it, and classes of equal number.

Every place of the area has a row, whether it has an organ here or not: what is missing is drawn as missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.transforms.series.complete import NO_REPORT
from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.divisions import find_current_code, list_places
from analytics.vocabulary.places.fictional import is_fictional, take_province_digits
from analytics.vocabulary.terms import Level, Status

CLASSES = 5
"""More shades of one hue are not told apart on small areas."""
LEAST_SHARE = 0.5
"""Share of the country's places with an organ from which the country is worth opening first."""


class State(StrEnum):
    """What is drawn of a place."""

    VALUE = "value"
    SMALL = "small"
    STATED = "stated"
    ZERO = "zero"
    NOT_ON_FORM = "not_on_form"
    NO_FIGURE = "no_figure"
    NO_REPORT = "no_report"


SHOWN = (State.VALUE, State.SMALL, State.STATED)
"""States with a value that is not a count of zero."""


def list_area_places(organs: pd.DataFrame, level: str, area: str) -> pd.DataFrame:
    """code and place of every place of a level in force in the area; of fictional and lesser places those with an
    organ. Requires the group's rows of ``organs`` [place_code, place]."""
    place_names = {find_current_code(row.place_code): str(row.place) for row in each_row(organs)}
    # A collection of fictional places alone has no use for the real ones.
    is_real = any(not is_fictional(code) for code in place_names) or not place_names
    listed = (
        {
            place.code: place.name
            for place in list_places()
            if place.valid_to is None and place.level == level and is_real
        }
        if level not in (Level.TOWNSHIP, Level.ZONE)
        else {}
    )
    found = {**place_names, **{code: name for code, name in listed.items() if code.startswith(area)}}
    return pd.DataFrame(sorted(found.items()), columns=["code", "place"], dtype="str")


def build_map_rows(
    rows: pd.DataFrame,
    organs: pd.DataFrame,
    every: pd.DataFrame,
    measure: Measure,
    over: pd.Series | None = None,
) -> pd.DataFrame:
    """One row an organ, and one a place of ``every`` [code, place] without an organ: code, place, organ_id, state,
    shade (the class, 0 is the lowest; NA without a value) and the columns of ``rows``, the changes of one year.
    Classes are those of the values ``over`` all years (``list_map_values``), by default of these rows."""
    whose = organs.assign(code=[find_current_code(code) for code in organs["place_code"]])[["organ_id", "code"]]
    out = every.merge(whose, on="code", how="left").merge(rows, on="organ_id", how="left")
    out["organ_id"] = out["organ_id"].astype("Int64")
    out["status"] = out["status"].astype("object").where(out["status"].notna(), NO_REPORT)
    out["state"] = _find_states(out, measure)
    out["shade"] = _find_classes(out["value"].where(out["state"].isin(SHOWN)), over) if measure.is_rate else pd.NA
    return out.sort_values(["code", "organ_id"], kind="stable").reset_index(drop=True)


def list_map_values(changes: pd.DataFrame, measure: Measure) -> pd.Series:
    """The values that maps of the years in ``changes`` show, so that one scale can hold for all of them."""
    return changes.loc[_find_states(changes, measure).isin(SHOWN), "value"]


def _find_states(out: pd.DataFrame, measure: Measure) -> pd.Series:
    status, has_value = out["status"], out["value"].notna()
    state = pd.Series(str(State.NO_FIGURE), index=out.index, dtype="object")
    state[status == NO_REPORT] = str(State.NO_REPORT)
    state[status == Status.NOT_ON_FORM] = str(State.NOT_ON_FORM)
    state[has_value] = str(State.VALUE)
    if measure.is_rate:
        state[has_value & out["is_small_base"].eq(True)] = str(State.SMALL)
    else:
        state[has_value & (out["value"] == 0)] = str(State.ZERO)
    # A stated zero has no circle to be hollow: it keeps the mark of zero, and says on hover who states it.
    is_drawn = has_value if measure.is_rate else has_value & (out["value"] != 0)
    state[is_drawn & (out["stated_by_year"].notna() | (status == STATED_IN_PROSE))] = str(State.STATED)
    return state


def _find_classes(values: pd.Series, over: pd.Series | None = None) -> pd.Series:
    """Classes of about equal number of the values ``over`` all years, which hold ``values``; equal values are in one
    class, so there may be fewer."""
    known = values.dropna().astype("float64")
    if known.empty:
        return pd.Series(pd.NA, index=values.index, dtype="Int64")
    every = known if over is None else over.dropna().astype("float64")
    borders = np.unique(np.quantile(every, np.linspace(0, 1, CLASSES + 1)[1:-1]))
    in_use = np.unique(np.searchsorted(borders, every, side="left"))
    found = np.searchsorted(in_use, np.searchsorted(borders, known, side="left"))
    return pd.Series(found, index=known.index).reindex(values.index).astype("Int64")


def list_class_spans(rows: pd.DataFrame, over: pd.Series | None = None) -> list[tuple[float, float, int]]:
    """(lowest, highest, how many) of each class, lowest class first: the limits among the values ``over`` all years
    where these are given, the number always among ``rows``."""
    values = rows.loc[rows["shade"].notna(), "value"] if over is None else over
    classes = rows["shade"].dropna() if over is None else _find_classes(over).dropna()
    found = values.groupby(classes).agg(["min", "max"]).sort_index()
    counts = rows["shade"].value_counts()
    return [
        (float(low), float(high), int(counts.get(shade, 0)))
        for shade, low, high in zip(found.index, found["min"], found["max"], strict=True)
    ]


def choose_first_area(organs: pd.DataFrame, level: str) -> str:
    """The area to open first: the country where most of its places have an organ, else the province with most."""
    every = list_area_places(organs, level, "")
    codes = pd.Series([find_current_code(code) for code in organs["place_code"]], dtype="str")
    if codes.nunique() >= LEAST_SHARE * len(every):
        return ""
    return str(codes.map(take_province_digits).value_counts(sort=False).sort_index().idxmax())


def find_year_of_most_reports(rows: pd.DataFrame, organ_ids: Sequence[int]) -> int | None:
    """The latest of the years in which most of the organs have a report; requires reports [organ_id, year]."""
    report_rows = rows[rows["organ_id"].isin(organ_ids) & rows["is_current"].eq(True)]
    counts = report_rows.groupby("year")["organ_id"].nunique()
    return int(counts.index[counts == counts.max()].max()) if len(counts) else None
