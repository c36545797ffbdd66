"""Series of members → a rate: sums of numerator and denominator, each with its own status, and their ratio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analytics.transforms.series.editions import EARLIER
from analytics.transforms.series.members import NO_REPORT, ORIGIN, READ_FROM, map_to_names, map_to_positions
from analytics.vocabulary.measures import SMALL_BASE, Measure
from analytics.vocabulary.terms import AS_ZERO_KEYS, HAS_VALUE_KEYS, Status

ZERO_DENOMINATOR = "zero_denominator"
"""Status of a rate over zero."""


def calculate_rate(parts: Mapping[str, pd.DataFrame], measure: Measure) -> pd.DataFrame:
    """The series of a rate. ``parts`` holds the series of its members by measure key, all on the same grid."""
    members = {key: parts[key] for key in dict.fromkeys((*measure.numerator, *measure.denominator))}
    # The report stands behind the figure that it prints; a population has none.
    out = members[measure.numerator[0] if measure.is_per_resident else measure.denominator[0]].copy()
    top, bottom = (_sum_measures([members[key] for key in keys]) for keys in (measure.numerator, measure.denominator))
    zero = bottom["value"] == 0
    out["measure"] = measure.key
    out["numerator"], out["denominator"] = top["value"], bottom["value"]
    out["value"] = (top["value"] / bottom["value"].where(~zero)) * measure.unit.factor
    worst = bottom["status"].where(~bottom["status"].isin(HAS_VALUE_KEYS), top["status"])
    # Of the years before 2019 a few counts go on, and nothing that is worked out from them.
    worst = worst.where(~out["edition"].isin(EARLIER), str(Status.NOT_ON_FORM))
    # Where there is no report, no list of populations could give a rate.
    worst = worst.where(top["status"] != NO_REPORT, NO_REPORT)
    out["status"] = np.select(
        [~worst.isin(HAS_VALUE_KEYS), zero, out["value"] == 0],
        [worst, ZERO_DENOMINATOR, str(Status.ZERO)],
        default=str(Status.NUMBER),
    )
    # Counts go on over 2018 that their ratio does not: without it no sum of counties has them either.
    is_off_form = out["status"] == str(Status.NOT_ON_FORM)
    for name in ("value", "numerator", "denominator"):
        out[name] = out[name].mask(is_off_form)
    out["blanks_as_zero"] = (top["blanks_as_zero"] | bottom["blanks_as_zero"]) & ~is_off_form
    for name, order in (("origin", ORIGIN), ("read_from", READ_FROM)):
        positions = pd.concat([map_to_positions(part[name], order) for part in members.values()], axis=1)
        out[name] = map_to_names(positions.max(axis=1), order)
    out["is_certain"] = np.logical_and.reduce([part["is_certain"].to_numpy(dtype=bool) for part in members.values()])
    base = top if measure.is_per_resident else bottom
    out["is_small_base"] = (base["value"] < SMALL_BASE) & out["value"].notna()
    out["is_computed"], out["printed"], out["measured_in"] = True, "", pd.NA
    out["cell"] = pd.Series(pd.NA, index=out.index, dtype="Int64")
    return out


def _sum_measures(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Sum over measures: blank members beside numbers count as zero and are marked; anything worse prevails."""
    statuses = np.column_stack([part["status"].to_numpy(dtype=object) for part in parts])
    has, blank = np.isin(statuses, HAS_VALUE_KEYS), np.isin(statuses, AS_ZERO_KEYS)
    bad, have_any = ~(has | blank), has.any(axis=1)
    # The first member that is neither a number nor blank speaks for the sum; all blank is blank.
    speaker = np.where(bad.any(axis=1), bad.argmax(axis=1), 0)
    status = np.where(have_any & ~bad.any(axis=1), str(Status.NUMBER), statuses[np.arange(len(statuses)), speaker])
    values = pd.concat([part["value"] for part in parts], axis=1).sum(axis=1, min_count=1)
    marked = np.column_stack([part["blanks_as_zero"].to_numpy(dtype=bool) for part in parts]).any(axis=1)
    return pd.DataFrame(
        {
            "value": values.where(status == str(Status.NUMBER)),
            "status": status,
            "blanks_as_zero": (blank.any(axis=1) & have_any) | marked,
        },
        index=parts[0].index,
    )
