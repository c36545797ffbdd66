"""Series of what tables print → the same with what only a report's prose states, under a status of its own.

Required: ``figures`` as of ``transforms.series.complete``, in which such figures stand under the codes of
``vocabulary.measures.prose``; ``reports`` [report_id, scope].
"""

from __future__ import annotations

import pandas as pd

from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import HAS_VALUE_KEYS, Status

NOT_IN_PROSE = "not_in_prose"
"""Status of a measure of prose in a year whose report does not state it, or states several figures of it."""
STATED_IN_PROSE = "stated_in_prose"
"""Status of a value that no table of the year's report prints and its prose states."""
HAS_VALUE_OR_STATED = (*HAS_VALUE_KEYS, STATED_IN_PROSE)


def add_stated_in_prose(
    series: pd.DataFrame, figures: pd.DataFrame, reports: pd.DataFrame, measure: Measure
) -> pd.DataFrame:
    """The series of one measure, with the prose's figure in the years whose documents lack the table's, or have one
    that was not read. What a table prints, be it blank, stays. The report behind such a value is the one whose prose
    it is."""
    stated = figures[(figures["cell"] == measure.prose_cell) & figures["status"].isin(HAS_VALUE_KEYS)]
    if stated.empty:
        return series
    names = ["value", "measured_in", "origin", "read_from", "is_certain", "printed", "report_id", "scope"]
    scopes = reports.drop_duplicates("report_id").set_index("report_id")["scope"]
    stated = stated.assign(scope=stated["report_id"].map(scopes)).drop_duplicates(["organ_id", "year"])
    found = series[["organ_id", "year"]].merge(
        stated[["organ_id", "year", *names]], on=["organ_id", "year"], how="left"
    )
    is_open = series["status"].isin((str(Status.NOT_REACHED), str(Status.NOT_READ), NOT_IN_PROSE))
    is_stated = (is_open & found["value"].notna().to_numpy()).to_numpy()
    if not is_stated.any():
        return series
    out = series.copy()
    for name in names:
        kind = out[name].dtype
        out[name] = out[name].astype("object").where(~is_stated, found[name].to_numpy(dtype=object)).astype(kind)
    out["status"] = out["status"].astype("object").where(~is_stated, STATED_IN_PROSE)
    return out
