"""Changes → what an axis shows: the value, its logarithm, or an index of a base year.

Adds to a frame of changes of one measure: ``shown`` (what is drawn, NaN where it cannot be) and ``unshown`` (why a
value that is there is not drawn: a key of ``unshown.…`` sentences, None elsewhere).
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure


class Scale(StrEnum):
    """How values stand on their axis."""

    VALUE = "value"
    LOG = "log"
    INDEX = "index"


ZERO_ON_LOG, NO_BASE, ZERO_BASE, BEYOND_BREAK = "zero_on_log", "no_base", "zero_base", "beyond_break"


def list_scales(measure: Measure) -> list[Scale]:
    """The scales that a measure may stand on: a rate is a ratio already."""
    return [Scale.VALUE] if measure.is_rate else list(Scale)


def choose_base_year(changes: pd.DataFrame) -> int | None:
    """The earliest of the years in which most organs have a value of their own report above zero: there an index has
    most lines. Requires year, value, stated_by_year."""
    positive_rows = changes[(changes["value"] > 0) & changes["stated_by_year"].isna()]
    counts = positive_rows.groupby("year").size()
    return int(counts.index[counts == counts.max()].min()) if len(counts) else None


def apply_scale(
    changes: pd.DataFrame, scale: Scale, *, base_year: int | None = None, breaks: pd.DataFrame
) -> pd.DataFrame:
    """The frame with ``shown`` and ``unshown``. Requires organ_id, year, value; ``breaks`` as of
    ``transforms.series.breaks``.

    An index is 100 in ``base_year``, each organ by itself, and never crosses a break of edition or law: years
    beyond one are not drawn.
    """
    if scale is Scale.INDEX:
        if base_year is None:
            raise ValueError("an index needs its base year")
        return _index_changes(changes, base_year, breaks)
    unshown = pd.Series(None, index=changes.index, dtype="object")
    if scale is Scale.VALUE:
        return changes.assign(shown=changes["value"], unshown=unshown)
    unshown[changes["value"] <= 0] = ZERO_ON_LOG
    return changes.assign(shown=changes["value"].where(unshown.isna()), unshown=unshown)


def _index_changes(changes: pd.DataFrame, base_year: int, breaks: pd.DataFrame) -> pd.DataFrame:
    base = changes[changes["year"] == base_year].drop_duplicates("organ_id").set_index("organ_id")["value"]
    start = changes["organ_id"].map(base).astype(float)
    years, organs = changes["year"].to_numpy(dtype=np.int64), changes["organ_id"].to_numpy(dtype=np.int64)
    crossed = np.zeros(len(changes), dtype=bool)
    for row in each_row(breaks):
        crossed |= (organs == row.organ_id) & ((years >= row.year) != (base_year >= row.year))
    unshown = np.select([start.isna(), start == 0, crossed], [NO_BASE, ZERO_BASE, BEYOND_BREAK], default="")
    reason = pd.Series(unshown, index=changes.index, dtype="object").where(
        changes["value"].notna() & (unshown != ""), None
    )
    return changes.assign(shown=(changes["value"] / start * 100).where(reason.isna()), unshown=reason)
