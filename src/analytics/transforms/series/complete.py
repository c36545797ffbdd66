"""Figures → complete organ × year series of measures. Never fills: what is absent has its reason as status.

Required frames (see ``warehouse.read``): ``figures`` [organ_id, year, report_id, cell, value, status, measured_in,
origin, printed, read_from, is_certain], grain organ × year × cell; ``reports`` [report_id, organ_id, year, edition_*,
scope, origin, is_current], grain report.

Series columns: organ_id, year, measure, value (in the measure's unit), status, edition, report_id, measured_in, origin,
read_from, is_certain (of sums and rates: the weakest of their members), printed, cell (of a value printed in one
cell), scope, numerator, denominator, is_computed, blanks_as_zero, is_small_base, stated_by_year (the year whose report
states this value; NA where the year's own report does).

All measures, and all members of rates, are placed at once: a page asks for a handful of organs and a dozen measures,
and going measure by measure would cost far more than the figures do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.transforms.series.editions import main_table, measured_edition, reaches
from analytics.transforms.series.members import HAVE, NO_REPORT, NOT_CONVERTED, summed
from analytics.transforms.series.rates import ZERO_DENOMINATOR, rate
from analytics.vocabulary import form
from analytics.vocabulary.measures import POPULATION, POPULATION_CELL, Measure, measure
from analytics.vocabulary.terms import Status

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


def series(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    wanted: Sequence[Measure],
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The series of each measure over a complete organ × year grid (all organs and years of ``reports`` by default),
    one measure below the other."""
    grid = _grid(reports, organs, years)
    parts = _plain(figures, _members(wanted), grid)
    frames = [rate(parts, one) if one.is_rate else parts[one.key] for one in wanted]
    return pd.concat(frames, ignore_index=True)[COLUMNS]


def _members(wanted: Sequence[Measure]) -> list[Measure]:
    """The measures themselves and those that rates are made of, each once."""
    keys = [key for one in wanted for key in ((*one.numerator, *one.denominator) if one.is_rate else (one.key,))]
    return [measure(key) for key in dict.fromkeys(keys)]


_OF_REPORTS = [
    "organ_id", "year", "report_id", "scope", "origin", "editions",
]  # fmt: skip


def _grid(reports: pd.DataFrame, organs: Sequence[int] | None, years: Sequence[int] | None) -> pd.DataFrame:
    """One row per organ and year, with the current report of that year where there is one."""
    span = _span(reports) if years is None else sorted(set(years))
    wanted = reports["is_current"] if organs is None else reports["is_current"] & reports["organ_id"].isin(organs)
    held = reports.loc[wanted, _OF_REPORTS].astype({"organ_id": "int64", "year": "Int16"})
    organ_ids = sorted(held["organ_id"].unique()) if organs is None else list(dict.fromkeys(organs))
    index = pd.MultiIndex.from_product([organ_ids, span], names=["organ_id", "year"])
    grid = index.to_frame(index=False).astype({"organ_id": "int64", "year": "Int16"})
    return grid.merge(held, on=["organ_id", "year"], how="left").astype({"report_id": "Int64"})


def _span(reports: pd.DataFrame) -> list[int]:
    """The years from the first to the last in which any current report is held."""
    known = reports.loc[reports["is_current"], "year"].dropna()
    return list(range(int(known.min()), int(known.max()) + 1)) if len(known) else []


def _plain(figures: pd.DataFrame, wanted: Sequence[Measure], grid: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Values that the year's own report prints, or sums of them: a frame a measure, its rows those of the grid."""
    printed = [one for one in wanted if one.key != POPULATION]
    parts = {one.key: _population(figures, grid) for one in wanted if one.key == POPULATION}
    if not printed:
        return parts
    own = _stated(_placed(figures, printed, grid), figures, printed)
    own = own.assign(numerator=np.nan, denominator=np.nan, is_small_base=False).astype(_KINDS)
    size = len(grid)
    blocks = (own.iloc[index * size : (index + 1) * size].reset_index(drop=True) for index in range(len(printed)))
    return parts | {one.key: block for one, block in zip(printed, blocks, strict=True)}


def _placed(figures: pd.DataFrame, wanted: Sequence[Measure], grid: pd.DataFrame) -> pd.DataFrame:
    """Each measure's figures on the grid, and the reason where there is none."""
    own = pd.concat([_asked(grid, one) for one in wanted], ignore_index=True)
    keys = ["organ_id", "year", "report_id", "measure", "edition_of"]
    own = own.merge(summed(figures, wanted).astype({"report_id": "Int64"}), on=keys, how="left", suffixes=("", "_fact"))
    own["origin"] = own["origin_fact"].where(own["origin_fact"].notna(), own["origin"])
    own["status"] = np.select(
        [own["report_id"].isna(), own["status"].notna(), ~own["reached"] | own["edition"].isna(), ~own["is_on_form"]],
        [NO_REPORT, own["status"].astype("str"), str(Status.NOT_REACHED), str(Status.NOT_ON_FORM)],
        default=str(Status.NOT_REACHED),
    )
    for name, absent in (("blanks_as_zero", False), ("is_computed", False), ("is_certain", True)):
        own[name] = own[name].astype("boolean").fillna(absent).astype(bool)
    own["stated_by_year"] = pd.Series(pd.NA, index=own.index, dtype="Int16")
    return own


def _asked(grid: pd.DataFrame, wanted: Measure) -> pd.DataFrame:
    """The grid with what a measure asks of it: the edition of its table, and the one whose cells it takes.

    A joined measure may have the same cells in both editions: an unknown edition does not matter then.
    """
    table = main_table(wanted)
    of_table = [wanted.cells.get(edition) for edition in form.editions_of(table)]
    is_shared = of_table[0] is not None and len(set(of_table)) == 1
    edition = measured_edition(grid, wanted)
    any_edition = str(next(iter(wanted.cells))) if is_shared else ""
    own = edition.where(edition.notna(), any_edition).astype("str")
    return grid[["organ_id", "year", "report_id", "scope", "origin"]].assign(
        measure=wanted.key,
        edition=edition,
        reached=reaches(grid, table) | edition.notna(),
        edition_of=own,
        is_on_form=own.isin([str(cell) for cell in wanted.cells]),
    )


def _stated(own: pd.DataFrame, figures: pd.DataFrame, wanted: Sequence[Measure]) -> pd.DataFrame:
    """上一年项目数量 of year t's report stands in for t − 1 where no report of that year is held; such a value creates
    no report and no coverage."""
    measures = {cell: one.key for one in wanted for cell in one.stated_cells}
    facts = figures[figures["cell"].isin(list(measures)) & figures["status"].isin(HAVE)]
    if facts.empty:
        return own
    keys = ["organ_id", "year", "measure"]
    names = [
        "value", "status", "measured_in", "origin", "read_from", "is_certain", "printed", "cell", "stated_by_year",
        "report_id",
    ]  # fmt: skip
    stated = facts.assign(stated_by_year=facts["year"], year=facts["year"] - 1, measure=facts["cell"].map(measures))
    found = own[keys].merge(stated[[*keys, *names]].drop_duplicates(keys), on=keys, how="left")
    is_empty = ((own["status"] == NO_REPORT) & found["value"].notna().to_numpy()).to_numpy()
    for name in names:
        own[name] = own[name].astype("object").where(~is_empty, found[name].to_numpy())
    return own


def _population(figures: pd.DataFrame, grid: pd.DataFrame) -> pd.DataFrame:
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


def cells_of(wanted: Sequence[Measure]) -> list[int]:
    """The cells that these measures need, for asking the warehouse."""
    known = form.cells_by_code()
    return sorted({code for one in wanted for code in one.all_cells if code in known or code == POPULATION_CELL})


__all__ = ["COLUMNS", "NOT_CONVERTED", "NO_POPULATION", "NO_REPORT", "ZERO_DENOMINATOR", "cells_of", "series"]
