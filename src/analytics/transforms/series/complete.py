"""Figures → complete organ × year series of measures. Never fills: what is absent has its reason as status.

Required frames (see ``warehouse.read``): ``figures`` [organ_id, year, report_id, cell, value, status, measured_in,
origin, printed, read_from, is_certain], grain organ × year × cell; ``reports`` [report_id, organ_id, year, editions,
unread_tables, scope, origin, is_current], grain report.

Series columns: organ_id, year, measure, value (in the measure's unit), status, edition, report_id, measured_in, origin,
read_from, is_certain (of sums and rates: the weakest of their members), printed, cell (of a value printed in one
cell), scope, numerator, denominator, is_computed, blanks_as_zero, is_small_base, stated_by_year (the year whose report
states this value; NA where the year's own report does). A value whose status is ``stated_in_prose`` is in no table of
that report; rates are worked out without such.

All measures, and all members of rates, are placed at once: a page asks for a handful of organs and a dozen measures,
and going measure by measure would cost far more than the figures do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.transforms.series.editions import (
    EARLIER,
    choose_edition,
    find_main_table,
    has_table,
    has_unread,
    has_unread_statistics,
)
from analytics.transforms.series.members import NO_REPORT, NOT_CONVERTED, sum_members
from analytics.transforms.series.prose import NOT_IN_PROSE, add_stated_in_prose
from analytics.transforms.series.rates import ZERO_DENOMINATOR, calculate_rate
from analytics.vocabulary import form
from analytics.vocabulary.measures import POPULATION, POPULATION_CELL, Measure, find_measure
from analytics.vocabulary.measures.narrative import NARRATIVE_CODES
from analytics.vocabulary.measures.prose import PROSE_CODES
from analytics.vocabulary.terms import HAS_VALUE_KEYS, Status

NO_POPULATION = "no_population"
"""Status of a rate per resident where the list of populations does not have the place and year."""

COLUMNS = [
    "organ_id", "year", "measure", "value", "status", "edition", "report_id", "measured_in", "origin", "read_from",
    "is_certain", "printed", "cell", "scope", "numerator", "denominator", "is_computed", "blanks_as_zero",
    "is_small_base", "stated_by_year",
]  # fmt: skip
_KINDS = {
    "value": "float64", "stated_by_year": "Int16", "report_id": "Int64", "cell": "Int64", "is_certain": "bool",
    "is_computed": "bool", "blanks_as_zero": "bool",
}  # fmt: skip


def build_series(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    measures: Sequence[Measure],
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The series of each measure over a complete organ × year grid (all organs and years of ``reports`` by default),
    one measure below the other."""
    grid = _build_grid(reports, organs, years)
    parts = _place_measures(figures, _list_members(measures), grid)
    frames = [
        calculate_rate(parts, measure)  # of what tables print alone
        if measure.is_rate
        else add_stated_in_prose(parts[measure.key], figures, reports, measure)
        for measure in measures
    ]
    return pd.concat(frames, ignore_index=True)[COLUMNS]


def _list_members(measures: Sequence[Measure]) -> list[Measure]:
    """The measures themselves and those that rates are made of, each once."""
    keys = [
        key
        for measure in measures
        for key in ((*measure.numerator, *measure.denominator) if measure.is_rate else (measure.key,))
    ]
    return [find_measure(key) for key in dict.fromkeys(keys)]


_OF_REPORTS = [
    "organ_id", "year", "report_id", "scope", "origin", "editions", "unread_tables",
]  # fmt: skip


def _build_grid(reports: pd.DataFrame, organs: Sequence[int] | None, years: Sequence[int] | None) -> pd.DataFrame:
    """One row per organ and year, with the current report of that year where there is one."""
    span = _find_span(reports) if years is None else sorted(set(years))
    is_chosen = reports["is_current"] if organs is None else reports["is_current"] & reports["organ_id"].isin(organs)
    current_reports = reports.loc[is_chosen, _OF_REPORTS].astype({"organ_id": "int64", "year": "Int16"})
    organ_ids = sorted(current_reports["organ_id"].unique()) if organs is None else list(dict.fromkeys(organs))
    index = pd.MultiIndex.from_product([organ_ids, span], names=["organ_id", "year"])
    grid = index.to_frame(index=False).astype({"organ_id": "int64", "year": "Int16"})
    return grid.merge(current_reports, on=["organ_id", "year"], how="left").astype({"report_id": "Int64"})


def _find_span(reports: pd.DataFrame) -> list[int]:
    """The years from the first to the last in which any current report is held."""
    known = reports.loc[reports["is_current"], "year"].dropna()
    return list(range(int(known.min()), int(known.max()) + 1)) if len(known) else []


def _place_measures(figures: pd.DataFrame, measures: Sequence[Measure], grid: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Values that the year's own report prints, or sums of them: a frame a measure, its rows those of the grid."""
    printed = [measure for measure in measures if measure.key != POPULATION and not measure.is_of_narrative]
    parts = {measure.key: _list_population(figures, grid) for measure in measures if measure.key == POPULATION}
    parts |= {measure.key: _list_narrative(measure, grid) for measure in measures if measure.is_of_narrative}
    if not printed:
        return parts
    placed = _add_stated(_place_figures(figures, printed, grid), figures, printed)
    placed = placed.assign(numerator=np.nan, denominator=np.nan, is_small_base=False).astype(_KINDS)
    size = len(grid)
    blocks = (placed.iloc[index * size : (index + 1) * size].reset_index(drop=True) for index in range(len(printed)))
    return parts | {measure.key: block for measure, block in zip(printed, blocks, strict=True)}


def _place_figures(figures: pd.DataFrame, measures: Sequence[Measure], grid: pd.DataFrame) -> pd.DataFrame:
    """Each measure's figures on the grid, and the reason where there is none."""
    placed = pd.concat([_prepare_grid(grid, measure) for measure in measures], ignore_index=True)
    keys = ["organ_id", "year", "report_id", "measure", "edition_of"]
    placed = placed.merge(
        sum_members(figures, measures).astype({"report_id": "Int64"}), on=keys, how="left", suffixes=("", "_fact")
    )
    placed["origin"] = placed["origin_fact"].where(placed["origin_fact"].notna(), placed["origin"])
    placed["status"] = _find_status(placed)
    for name, absent in (("blanks_as_zero", False), ("is_computed", False), ("is_certain", True)):
        placed[name] = placed[name].astype("boolean").fillna(absent).astype(bool)
    placed["stated_by_year"] = pd.Series(pd.NA, index=placed.index, dtype="Int16")
    return placed


def _find_status(placed: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """What the sum of the members says, else why there is none. A document is said to lack a figure only where nothing
    of the table is unread."""
    printed = placed["status"].astype("object")
    is_absent = printed.isna() | printed.isin([str(Status.NOT_REACHED), str(Status.NOT_IN_TABLE)])
    is_known = placed["reached"] & placed["edition"].notna()
    reasons = [
        (placed["report_id"].isna(), NO_REPORT),
        (~is_absent, printed),
        (is_known & ~placed["is_on_form"], str(Status.NOT_ON_FORM)),
        (placed["is_unread"], str(Status.NOT_READ)),
        (placed["is_of_other_side"], str(Status.NOT_ON_FORM)),
        (printed.notna(), printed),
        (is_known & placed["edition"].isin(EARLIER), str(Status.NOT_IN_TABLE)),
    ]
    conditions, statuses = zip(*reasons, strict=True)
    return np.select(conditions, statuses, default=str(Status.NOT_REACHED))


def _prepare_grid(grid: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The grid with what a measure asks of it: the edition of its table, and the one whose cells it takes.

    A joined measure may have the same cells in both editions: an unknown edition does not matter then.
    """
    table = find_main_table(measure)
    of_table = [measure.cells.get(edition) for edition in form.list_editions(table)]
    is_shared = of_table[0] is not None and len(set(of_table)) == 1
    edition = choose_edition(grid, measure)
    any_edition = str(next(iter(measure.cells))) if is_shared else ""
    cell_edition = edition.where(edition.notna(), any_edition).astype("str")
    reached = has_table(grid, table) | edition.notna()
    is_of_statistics = not EARLIER.isdisjoint(map(str, measure.cells))
    return grid[["organ_id", "year", "report_id", "scope", "origin"]].assign(
        measure=measure.key,
        edition=edition,
        reached=reached,
        is_unread=(has_unread(grid, table) & (has_table(grid, table) | ~reached))
        | (has_unread_statistics(grid) & is_of_statistics),
        is_of_other_side=has_unread_statistics(grid) & ~reached & (not is_of_statistics),
        edition_of=cell_edition,
        is_on_form=cell_edition.isin([str(cell) for cell in measure.cells]),
    )


def _add_stated(placed: pd.DataFrame, figures: pd.DataFrame, chosen_measures: Sequence[Measure]) -> pd.DataFrame:
    """上一年项目数量 of year t's report stands in for t − 1 where no report of that year is held; such a value creates
    no report and no coverage."""
    measures = {cell: measure.key for measure in chosen_measures for cell in measure.stated_cells}
    facts = figures[figures["cell"].isin(list(measures)) & figures["status"].isin(HAS_VALUE_KEYS)]
    if facts.empty:
        return placed
    keys = ["organ_id", "year", "measure"]
    names = [
        "value", "status", "measured_in", "origin", "read_from", "is_certain", "printed", "cell", "stated_by_year",
        "report_id",
    ]  # fmt: skip
    stated = facts.assign(stated_by_year=facts["year"], year=facts["year"] - 1, measure=facts["cell"].map(measures))
    found = placed[keys].merge(stated[[*keys, *names]].drop_duplicates(keys), on=keys, how="left")
    is_empty = ((placed["status"] == NO_REPORT) & found["value"].notna().to_numpy()).to_numpy()
    for name in names:
        placed[name] = placed[name].astype("object").where(~is_empty, found[name].to_numpy())
    return placed


def _list_population(figures: pd.DataFrame, grid: pd.DataFrame) -> pd.DataFrame:
    """Residents by organ and year, from the list beside the reports; no report stands behind them."""
    listed = figures.loc[figures["cell"] == POPULATION_CELL, ["organ_id", "year", "value"]]
    out = grid[["organ_id", "year"]].merge(listed, on=["organ_id", "year"], how="left")
    out["status"] = np.where(out["value"].notna(), str(Status.NUMBER), NO_POPULATION)
    empty = pd.Series(pd.NA, index=out.index)
    for name in ("edition", "measured_in", "origin", "read_from", "scope"):
        out[name] = empty.astype("object")
    for name in ("report_id", "cell"):
        out[name] = empty.astype("Int64")
    out["stated_by_year"] = empty.astype("Int16")
    out["numerator"] = out["denominator"] = np.nan
    out["is_certain"], out["printed"] = True, ""
    return out.assign(is_computed=False, blanks_as_zero=False, is_small_base=False, measure=POPULATION)


def _list_narrative(measure: Measure, grid: pd.DataFrame) -> pd.DataFrame:
    """A measure of prose before any is placed: every report might state it, and says nothing of it yet."""
    out = grid[["organ_id", "year", "report_id", "scope", "origin"]].copy()
    out["status"] = np.where(out["report_id"].isna(), NO_REPORT, NOT_IN_PROSE)
    empty = pd.Series(pd.NA, index=out.index)
    for name in ("edition", "measured_in", "read_from"):
        out[name] = empty.astype("object")
    out["cell"], out["stated_by_year"] = empty.astype("Int64"), empty.astype("Int16")
    out["value"] = out["numerator"] = out["denominator"] = np.nan
    out["is_certain"], out["printed"] = True, ""
    return out.assign(is_computed=False, blanks_as_zero=False, is_small_base=False, measure=measure.key)


def list_needed_cells(measures: Sequence[Measure]) -> list[int]:
    """The cells that these measures need, for asking the warehouse."""
    known = form.map_cells_by_code()
    return sorted(
        {
            code
            for measure in measures
            for code in measure.all_cells
            if code in known or code == POPULATION_CELL or code in PROSE_CODES or code in NARRATIVE_CODES
        }
    )


__all__ = [
    "COLUMNS",
    "NOT_CONVERTED",
    "NO_POPULATION",
    "NO_REPORT",
    "ZERO_DENOMINATOR",
    "build_series",
    "list_needed_cells",
]
