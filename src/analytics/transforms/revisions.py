"""What changed between two builds, of what one page shows.

Required: ``read_revisions`` of ``warehouse.read`` [change, organ_id, organ_key, organ, level, organ_kind, year, cell,
line, value_before, status_before, measured_before, value_now, status_now, measured_now], grain organ × year × figure,
or a whole report (cell and line NA); ``figures`` and ``reports`` as for ``transforms.series.complete``, of the organs
concerned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.transforms.groups.peers import AreaKey
from analytics.transforms.series.long_frame import build_changes
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.terms import Table

PROSE = "prose"
_KEYS = ["organ_id", "year", "cell"]
_VALUES = [
    "organ_id",
    "year",
    "measure",
    "is_stated_change",
    "value_before",
    "status_before",
    "value_now",
    "status_now",
]


@dataclass(frozen=True, slots=True)
class PageView:
    """What a page shows: some measures, whole ``tables`` of the form (with PROSE, what only prose states), of organs
    by key and of years; None stands for all. ``group`` is one of an area, whose organs count
    though they are gone."""

    measures: tuple[Measure, ...] = ()
    tables: tuple[Table | str, ...] = ()
    organs: frozenset[str] | None = None
    years: frozenset[int] | None = None
    group: AreaKey | None = None


def select_concerned(revisions: pd.DataFrame, displayed: PageView) -> pd.DataFrame:
    """The rows that may alter what is shown: of its organs and years. A change needs the year before as well."""
    is_kept = pd.Series(True, index=revisions.index)
    if displayed.organs is not None:
        is_kept &= revisions["organ_key"].isin(displayed.organs) | _find_gone(revisions, displayed.group)
    if displayed.years is not None:
        years = add_previous_years(displayed.years)
        if any(
            measure.stated_cells for measure in displayed.measures
        ):  # the report of the year after may state a value
            years |= {year + 1 for year in displayed.years}
        is_kept &= revisions["year"].isin(years)
    return revisions[is_kept]


def add_previous_years(years: Iterable[int]) -> frozenset[int]:
    """Years and those before them."""
    return frozenset(included_year for year in years for included_year in (year, year - 1))


def _find_gone(revisions: pd.DataFrame, group: AreaKey | None) -> pd.Series:
    if group is None:
        return pd.Series(False, index=revisions.index)
    alike = (revisions["level"] == group.level) & (revisions["organ_kind"] == group.kind)
    return revisions["organ_id"].isna() & alike & revisions["organ_key"].str.startswith(group.area)


def select_whole_reports(revisions: pd.DataFrame) -> pd.DataFrame:
    """The rows of reports that came, went, or came again."""
    return revisions[revisions["cell"].isna() & revisions["line"].isna()]


def select_single_figures(revisions: pd.DataFrame, tables: Collection[Table | str]) -> pd.DataFrame:
    """The rows of printed figures of some tables."""
    codes = [cell.code for cell in form.list_cells() if cell.table in tables]
    is_wanted = revisions["cell"].isin(codes)
    return revisions[is_wanted | revisions["line"].notna()] if PROSE in tables else revisions[is_wanted]


def build_earlier_figures(figures: pd.DataFrame, revisions: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """``figures`` as they were in the earlier build, as far as the reports of both builds go."""
    single = revisions[revisions["cell"].notna() & revisions["organ_id"].notna()]
    single = single.astype({"organ_id": "int64", "cell": "int64"})
    merged = figures.merge(single[_KEYS].assign(is_revised=True), on=_KEYS, how="left")
    current = reports.loc[reports["is_current"], ["organ_id", "year", "report_id", "origin"]]
    back = single[single["status_before"].notna()].merge(current, on=["organ_id", "year"])
    names = {"value_before": "value", "status_before": "status", "measured_before": "measured_in"}
    back = back[[*_KEYS, "report_id", "origin", *names]].rename(columns=names)
    back = back.assign(printed="", printed_label="", read_from="document", is_certain=True, is_corrected=False)
    kept = merged[merged["is_revised"].isna()].drop(columns="is_revised")
    return pd.concat([frame for frame in (kept, back) if len(frame)] or [kept], ignore_index=True)[
        figures.columns.tolist()
    ]


def find_changed_values(
    figures: pd.DataFrame,
    revisions: pd.DataFrame,
    reports: pd.DataFrame,
    measures: Sequence[Measure],
    *,
    years: Collection[int] | None = None,
) -> pd.DataFrame:
    """organ_id, year, measure, is_stated_change, value_before, status_before, value_now, status_now: values of measures
    that differ, and the changes that a report itself states (``is_stated_change``)."""
    organs = sorted({int(organ_id) for organ_id in revisions["organ_id"].dropna()})
    if not organs:
        return pd.DataFrame(columns=_VALUES)
    span = None if years is None else sorted(years)
    now = build_changes(figures, reports, measures, organs=organs, years=span)
    before = build_changes(
        build_earlier_figures(figures, revisions, reports), reports, measures, organs=organs, years=span
    )
    keys = ["organ_id", "year", "measure"]
    both = now.merge(before[[*keys, "value", "status", "reported_difference"]], on=keys, suffixes=("_now", "_before"))
    found = []
    for name in ("value", "reported_difference"):
        start, end = both[f"{name}_before"], both[f"{name}_now"]
        differs = ~((start == end) | (start.isna() & end.isna()))
        if name == "value":
            differs |= both["status_before"] != both["status_now"]
        found.append(
            both[differs].assign(value_before=start[differs], value_now=end[differs], is_stated_change=name != "value")[
                _VALUES
            ]
        )
    return pd.concat(found, ignore_index=True)


def find_other_figures(single: pd.DataFrame, values: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """The printed figures that no row of ``values`` tells already."""
    told = {
        (int(organ), int(year), cell)
        for organ, year, key in zip(values["organ_id"], values["year"], values["measure"], strict=True)
        for measure in measures
        if measure.key == key
        for cell in measure.all_cells
    }
    rows = zip(single["organ_id"], single["year"], single["cell"], strict=True)
    return single[[(organ, year, cell) not in told for organ, year, cell in rows]]
