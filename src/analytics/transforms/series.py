"""Figures → complete organ × year series of one measure. Never fills: what is absent has its reason as status.

Required frames (see ``warehouse.read``): ``figures`` [organ_id, year, report_id, cell, value, status, measured_in,
origin, printed, read_from, is_certain], grain organ × year × cell; ``reports`` [report_id, organ_id, year, edition_*,
reached_*, scope, origin, is_current], grain report.

Series columns: organ_id, year, value (in the measure's unit), status, edition, report_id, measured_in, origin,
read_from, is_certain (of sums and rates: the weakest of their members), printed, cell (of a value printed in one
cell), scope, numerator, denominator, is_computed, blanks_as_zero, is_small_base, stated_by_year (the year whose report
states this value; NA where the year's own report does).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.vocabulary import form
from analytics.vocabulary.measures import POPULATION, POPULATION_CELL, SMALL_BASE, Measure, Unit, measure
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Edition, MeasuredIn, Origin, ReadFrom, Status

NO_REPORT = "no_report"
"""Status of an organ-year for which no report is held."""
NOT_CONVERTED = "no_unit"
"""Status of an amount printed without its unit: a number, but not comparable."""
NO_POPULATION = "no_population"
"""Status of a rate per resident where the list of populations does not have the place and year."""
ZERO_DENOMINATOR = "zero_denominator"
"""Status of a rate over zero."""

COLUMNS = [
    "organ_id", "year", "value", "status", "edition", "report_id", "measured_in", "origin", "read_from", "is_certain",
    "printed", "cell", "scope", "numerator", "denominator", "is_computed", "blanks_as_zero", "is_small_base",
    "stated_by_year",
]  # fmt: skip
_ZEROS = tuple(map(str, AS_ZERO))
_HAVE = tuple(map(str, HAS_VALUE))
_READ_FROM, _ORIGIN = tuple(map(str, ReadFrom)), tuple(map(str, Origin))
"""Strongest first."""


def series(
    figures: pd.DataFrame,
    reports: pd.DataFrame,
    wanted: Measure,
    *,
    organs: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The series of a measure over a complete organ × year grid (all organs and years of ``reports`` by default)."""
    grid = _grid(reports, organs, years)
    if wanted.key == POPULATION:
        return _population(figures, grid)[COLUMNS]
    if wanted.is_rate:
        return _rate(figures, reports, wanted, grid)[COLUMNS]
    own = _own(figures, wanted, grid)
    stated = _stated_by_next_year(figures, wanted)
    if not stated.empty:
        own = _with_stated(own, stated)
    own["numerator"], own["denominator"] = np.nan, np.nan
    own["is_small_base"] = False
    return own[COLUMNS]


def _grid(reports: pd.DataFrame, organs: Sequence[int] | None, years: Sequence[int] | None) -> pd.DataFrame:
    """One row per organ and year, with the current report of that year where there is one."""
    current = reports[reports["is_current"]]
    organ_ids = sorted(current["organ_id"].unique()) if organs is None else list(dict.fromkeys(organs))
    span = sorted(current["year"].dropna().unique()) if years is None else sorted(set(years))
    span = list(range(int(span[0]), int(span[-1]) + 1)) if years is None and len(span) else span
    index = pd.MultiIndex.from_product([organ_ids, span], names=["organ_id", "year"])
    grid = index.to_frame(index=False).astype({"organ_id": "int64", "year": "Int16"})
    names = ["organ_id", "year", "report_id", "scope", "origin", "edition_ii", "edition_iii", "edition_iv",
             "reached_ii", "reached_iii", "reached_iv"]  # fmt: skip
    held = current[names].astype({"organ_id": "int64", "year": "Int16"})
    return grid.merge(held, on=["organ_id", "year"], how="left").astype({"report_id": "Int64"})


def _own(figures: pd.DataFrame, wanted: Measure, grid: pd.DataFrame) -> pd.DataFrame:
    """Values that the year's own report prints, or sums of them."""
    table = str(next(iter(wanted.tables))).lower()
    own = grid.rename(columns={f"edition_{table}": "edition"})
    reached = own[f"reached_{table}"].astype("boolean").fillna(False).astype(bool)
    pieces = []
    for edition, codes in wanted.cells.items():
        pieces.append(_summed(figures[figures["cell"].isin(codes)], codes, wanted).assign(edition_of=str(edition)))
    summed = pd.concat(pieces, ignore_index=True) if pieces else pd.DataFrame()
    # A joined measure may have the same cell in both editions: the report's own edition chooses, else either.
    summed = summed.drop_duplicates(["organ_id", "year", "report_id", "edition_of"])
    keys = ["organ_id", "year", "report_id"]
    shared = _is_shared(wanted)
    own["edition_of"] = own["edition"].where(own["edition"].notna(), str(Edition.E2021) if shared else "")
    own = own.merge(summed.astype({"report_id": "Int64"}), on=[*keys, "edition_of"], how="left", suffixes=("", "_fact"))
    own["origin"] = own["origin_fact"].where(own["origin_fact"].notna(), own["origin"])
    is_on_form = own["edition_of"].isin([str(edition) for edition in wanted.cells])
    own["status"] = np.select(
        [own["report_id"].isna(), own["status"].notna(), ~reached | own["edition"].isna(), ~is_on_form],
        [NO_REPORT, own["status"].astype("str"), str(Status.NOT_REACHED), str(Status.NOT_ON_FORM)],
        default=str(Status.NOT_REACHED),
    )
    own["blanks_as_zero"] = own["blanks_as_zero"].astype("boolean").fillna(False).astype(bool)
    own["is_computed"] = own["is_computed"].astype("boolean").fillna(False).astype(bool)
    own["is_certain"] = own["is_certain"].astype("boolean").fillna(True).astype(bool)
    own["stated_by_year"] = pd.Series(pd.NA, index=own.index, dtype="Int16")
    return own


def _is_shared(wanted: Measure) -> bool:
    """Whether the same cells serve both editions, so that an unknown edition does not matter."""
    return len(wanted.cells) == len(Edition) and len(set(wanted.cells.values())) == 1


def _summed(figures: pd.DataFrame, codes: tuple[int, ...], wanted: Measure) -> pd.DataFrame:
    """One row per organ, year and report: the printed figure, or the sum of several with the mark of it."""
    keys = ["organ_id", "year", "report_id"]
    facts = _converted(figures, wanted)
    if len(codes) == 1:
        names = ["value", "status", "measured_in", "origin", "read_from", "is_certain", "printed", "cell"]
        return facts[[*keys, *names]].assign(is_computed=False, blanks_as_zero=False)
    has, blank = facts["status"].isin(_HAVE), facts["status"].isin(_ZEROS)
    spoils = ~(has | blank) | (blank & facts["cell"].isin(wanted.stock_cells))
    facts = facts.assign(
        has=has,
        blank=blank,
        spoiling=facts["status"].where(spoils),
        origin=_rank(facts["origin"], _ORIGIN),
        read_from=_rank(facts["read_from"], _READ_FROM),
        is_certain=facts["is_certain"].astype("boolean").fillna(True),
    )
    grouped = facts.groupby(keys, observed=True)
    out = grouped.agg(
        has=("has", "sum"), blank=("blank", "sum"), spoiling=("spoiling", "first"), first=("status", "first"),
        members=("cell", "nunique"), measured_in=("measured_in", "first"), origin=("origin", "max"),
        read_from=("read_from", "max"), is_certain=("is_certain", "min"),
    ).assign(value=grouped["value"].sum(min_count=1)).reset_index()  # fmt: skip
    out["origin"], out["read_from"] = _named(out["origin"], _ORIGIN), _named(out["read_from"], _READ_FROM)
    short = out["members"] < len(codes)
    out["status"] = np.select(
        [out["spoiling"].notna(), short, out["has"] == 0, out["value"] == 0],
        [out["spoiling"], str(Status.NOT_REACHED), out["first"], str(Status.ZERO)],
        default=str(Status.NUMBER),
    )
    out["value"] = out["value"].where(out["status"].isin(_HAVE))
    out["blanks_as_zero"] = (out["blank"] > 0) & out["status"].isin(_HAVE)
    out["is_computed"] = True
    out["printed"], out["cell"] = "", pd.NA
    return out.drop(columns=["has", "blank", "spoiling", "first", "members"])


def _rank(column: pd.Series, order: Sequence[str]) -> pd.Series:
    """Positions in ``order``: the largest of several is the weakest."""
    return column.map({name: float(index) for index, name in enumerate(order)})


def _named(ranks: pd.Series, order: Sequence[str]) -> pd.Series:
    return ranks.map(dict(enumerate(order))).astype("str")


def _converted(figures: pd.DataFrame, wanted: Measure) -> pd.DataFrame:
    """Amounts in 万元; one without a unit keeps its printed text and loses its value."""
    if wanted.unit is not Unit.WAN_YUAN:
        return figures
    facts = figures.copy()
    in_yuan = facts["measured_in"] == str(MeasuredIn.YUAN)
    facts.loc[in_yuan, "value"] = facts.loc[in_yuan, "value"] / 10_000
    bare = facts["measured_in"].isna() & (facts["status"] == str(Status.NUMBER))
    facts.loc[bare, "status"] = NOT_CONVERTED
    facts.loc[bare, "value"] = np.nan
    return facts


# Values stated by the report of the year after --------------------------------------------------------------


def _stated_by_next_year(figures: pd.DataFrame, wanted: Measure) -> pd.DataFrame:
    """上一年项目数量 of year t's report is a value for t − 1."""
    facts = figures[figures["cell"].isin(wanted.stated_cells) & figures["status"].isin(_HAVE)]
    return facts.assign(stated_by_year=facts["year"], year=facts["year"] - 1)


def _with_stated(own: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """Stand in only where no report of the year is held; such a value creates no report and no coverage."""
    keys = ["organ_id", "year"]
    names = [
        "value", "status", "measured_in", "origin", "read_from", "is_certain", "printed", "cell", "stated_by_year",
        "report_id",
    ]  # fmt: skip
    found = own[keys].merge(stated[[*keys, *names]], on=keys, how="left")
    empty = ((own["status"] == NO_REPORT) & found["value"].notna().to_numpy()).to_numpy()
    for name in names:
        own[name] = own[name].astype("object").where(~empty, found[name].to_numpy())
    kinds = {"value": "float64", "stated_by_year": "Int16", "report_id": "Int64", "cell": "Int64", "is_certain": "bool"}
    return own.astype(kinds)


# Rates ----------------------------------------------------------------------------------------------------


def _rate(figures: pd.DataFrame, reports: pd.DataFrame, wanted: Measure, grid: pd.DataFrame) -> pd.DataFrame:
    """Numerator and denominator summed from their measures, each with its own status."""
    organs, years = grid["organ_id"].unique().tolist(), grid["year"].unique().tolist()
    parts = {
        key: series(figures, reports, measure(key), organs=organs, years=years)
        for key in dict.fromkeys((*wanted.numerator, *wanted.denominator))
    }
    # The report stands behind the figure that it prints; a population has none.
    out = parts[wanted.numerator[0] if wanted.is_per_resident else wanted.denominator[0]].copy()
    top, bottom = (_total([parts[key] for key in keys]) for keys in (wanted.numerator, wanted.denominator))
    factor = {Unit.PER_100: 100.0, Unit.PER_10000: 10_000.0}.get(wanted.unit, 1.0)
    zero = bottom["value"] == 0
    out["numerator"], out["denominator"] = top["value"], bottom["value"]
    out["value"] = (top["value"] / bottom["value"].where(~zero)) * factor
    worst = bottom["status"].where(~bottom["status"].isin(_HAVE), top["status"])
    out["status"] = np.select(
        [~worst.isin(_HAVE), zero, out["value"] == 0],
        [worst, ZERO_DENOMINATOR, str(Status.ZERO)],
        default=str(Status.NUMBER),
    )
    out["blanks_as_zero"] = top["blanks_as_zero"] | bottom["blanks_as_zero"]
    for name, order in (("origin", _ORIGIN), ("read_from", _READ_FROM)):
        ranks = pd.concat([_rank(part[name], order) for part in parts.values()], axis=1)
        out[name] = _named(ranks.max(axis=1), order)
    out["is_certain"] = pd.concat([part["is_certain"] for part in parts.values()], axis=1).all(axis=1)
    base = top if wanted.is_per_resident else bottom
    out["is_small_base"] = (base["value"] < SMALL_BASE) & out["value"].notna()
    out["is_computed"], out["printed"], out["measured_in"] = True, "", pd.NA
    out["cell"] = pd.Series(pd.NA, index=out.index, dtype="Int64")
    return out


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
    return out.assign(is_computed=False, blanks_as_zero=False, is_small_base=False)


def _total(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Sum over measures: blank members beside numbers count as zero and are marked; anything worse prevails."""
    statuses = np.column_stack([part["status"].to_numpy(dtype=object) for part in parts])
    has, blank = np.isin(statuses, _HAVE), np.isin(statuses, _ZEROS)
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


def cells_of(wanted: Sequence[Measure]) -> list[int]:
    """The cells that these measures need, for asking the warehouse."""
    known = form.cells_by_code()
    return sorted({code for one in wanted for code in one.all_cells if code in known or code == POPULATION_CELL})
