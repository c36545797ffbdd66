"""One organ in full: every cell of the form over the years, and where its peers stand.

Required frames: ``figures`` [year, report_id, cell, value, status, printed, is_corrected] of one organ, grain year ×
cell; ``reports`` [year, editions, unread_tables] of the same organ, current ones; ``changes`` as of
``transforms.series.change`` for several organs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.transforms.groups.peers import LEAST_PEERS
from analytics.transforms.rows import zip_columns
from analytics.transforms.series.editions import find_edition, has_unread, list_by_side
from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.vocabulary import form
from analytics.vocabulary.form import Cell
from analytics.vocabulary.terms import Status, Table

Values = npt.NDArray[np.float64]


def build_form_over_years(figures: pd.DataFrame, reports: pd.DataFrame, table: Table) -> pd.DataFrame:
    """cell, year, value, status, printed, is_corrected: complete over the years and the cells of the editions
    the organ used, with those that are printed though no edition is known.

    A cell that the edition of a year does not have is *not on the form*; one that the document does not reach, or that
    was not found in it, is *not reached*, but one whose line a statistics table lacks *not in the table*, and *not
    read* where something of the table is unread. Group heads without figures are left out, and so are years whose
    report is of the other side of 2019: it has another table in this one's place.
    """
    rows = list_form_rows(zip_columns(figures, *PRINTED), reports, table)
    return pd.DataFrame(rows, columns=["cell", "year", "value", "status", "printed", "is_corrected"])


PRINTED = ("cell", "year", "value", "status", "printed", "is_corrected")
"""What of a figure stands in a row of the form."""
FormRow = tuple[int, int, float, str, str, bool]


def list_form_rows(
    figures: Iterable[tuple[Any, ...]], reports: pd.DataFrame, table: Table, *, years: Collection[int] | None = None
) -> list[FormRow]:
    """The rows of ``build_form_over_years`` as tuples, of ``figures`` with the columns PRINTED; of some ``years``, as
    if there were no others."""
    own_side = [stated for stated in list_by_side(reports, table) if years is None or stated[0] in years]
    editions = {year: edition for year, edition, _ in own_side}
    unread_years = {year for year, _, is_unread in own_side if is_unread}
    used = set(editions.values())
    cells = _list_cells(table)
    codes = {cell.code for cell in cells}
    printed_rows = {
        (row[0], int(row[1])): row for row in figures if row[0] in codes and (years is None or row[1] in years)
    }
    printed = {code for code, _ in printed_rows}
    columns = sorted(editions.items())
    rows: list[FormRow] = []
    for cell in cells:
        if (not cell.editions & used or cell.line.is_head) and cell.code not in printed:
            continue
        for year, edition in columns:
            printed_row = printed_rows.get((cell.code, year))
            if printed_row is not None:
                rows.append((cell.code, year, *printed_row[2:5], bool(printed_row[5])))
            elif edition and edition not in cell.editions:
                rows.append((cell.code, year, float("nan"), str(Status.NOT_ON_FORM), "", False))
            else:
                is_of_lines = edition is not None and table is Table.STATISTICS
                status = Status.NOT_IN_TABLE if is_of_lines else Status.NOT_REACHED
                status = Status.NOT_READ if year in unread_years else status
                rows.append((cell.code, year, float("nan"), str(status), "", False))
    return rows


@cache
def _list_cells(table: Table) -> tuple[Cell, ...]:
    return tuple(cell for cell in form.list_cells() if cell.table is table)


def place_rows(rows: Sequence[FormRow], reports: pd.DataFrame) -> pd.DataFrame:
    """organ_id, report_id, year, cell, value, status of rows of the form, whose report is that of their year."""
    whose: dict[int, tuple[int, int]] = {}
    for organ_id, report_id, year in zip_columns(reports, "organ_id", "report_id", "year"):
        whose.setdefault(year, (organ_id, report_id))
    return pd.DataFrame(
        {
            "organ_id": [whose[row[1]][0] for row in rows],
            "report_id": [whose[row[1]][1] for row in rows],
            "year": [row[1] for row in rows],
            "cell": [row[0] for row in rows],
            "value": np.array([row[2] for row in rows], dtype=float),
            "status": pd.Series([row[3] for row in rows], dtype=object),
        }
    )


def find_valued_measures(changes: pd.DataFrame, keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the measures of which some row of ``changes`` has a value."""
    valued = set(changes.loc[changes["value"].notna(), "measure"])
    return tuple(key for key in keys if key in valued)


def find_longest_run(rows: Sequence[Any]) -> list[float]:
    """Values of the longest run of consecutive years that have one, the latest of equals: what a line without gaps may
    show. ``rows`` [year, value] in order of years; empty where no two such years follow each other."""
    runs: list[list[Any]] = [[]]
    for row in rows:
        if pd.isna(row.value):
            continue
        if runs[-1] and row.year - runs[-1][-1].year != 1:
            runs.append([])
        runs[-1].append(row)
    longest = max(reversed(runs), key=len)
    return [float(row.value) for row in longest] if len(longest) > 1 else []


def compare_forms(
    forms: Mapping[int, tuple[pd.DataFrame, pd.DataFrame]], years: Mapping[int, int], reference: int, table: Table
) -> pd.DataFrame:
    """cell, organ_id, value, status, printed, is_corrected, differs: one year of each organ's form, complete over their
    cells.

    ``forms`` has (figures, reports) of each organ, ``years`` the year of each. ``differs`` compares value and status
    with those of the ``reference``; where neither has the cell on its form nothing differs.
    """
    frames = []
    for organ_id, (figures, reports) in forms.items():
        year = years[organ_id]
        form_rows = build_form_over_years(figures[figures["year"] == year], reports[reports["year"] == year], table)
        frames.append(form_rows.drop(columns="year").assign(organ_id=organ_id))
    rows = _complete_rows(pd.concat(frames, ignore_index=True), forms, years, table)
    base = rows[rows["organ_id"] == reference].set_index("cell")
    value, status = rows["cell"].map(base["value"]), rows["cell"].map(base["status"])
    is_same = (rows["status"] == status) & ((rows["value"] == value) | (rows["value"].isna() & value.isna()))
    return rows.assign(differs=~is_same & (rows["organ_id"] != reference))


def _complete_rows(
    rows: pd.DataFrame,
    forms: Mapping[int, tuple[pd.DataFrame, pd.DataFrame]],
    years: Mapping[int, int],
    table: Table,
) -> pd.DataFrame:
    """With a row for each cell that one organ's form has and another's does not, or whose document lacks the table."""
    present = set(zip(rows["organ_id"], rows["cell"], strict=True))
    absent = []
    for organ_id, (_, reports) in forms.items():
        of_year = reports[reports["year"] == years[organ_id]]
        absent_status = Status.NOT_READ if has_unread(of_year, table).any() else Status.NOT_REACHED
        status = Status.NOT_ON_FORM if len(find_edition(of_year, table).dropna()) else absent_status
        absent += [
            (code, organ_id, float("nan"), str(status), "", False)
            for code in dict.fromkeys(rows["cell"]) if (organ_id, code) not in present
        ]  # fmt: skip
    more = pd.DataFrame(absent, columns=["cell", "organ_id", "value", "status", "printed", "is_corrected"])
    return pd.concat([rows, more], ignore_index=True) if absent else rows


@dataclass(frozen=True, slots=True)
class Axes:
    """The organs and years, by id and in order, that values of several measures stand by."""

    positions: Mapping[int, int]
    years: tuple[int, ...]

    @classmethod
    def of(cls, organs: Iterable[int], years: Iterable[int]) -> Axes:
        """Organs stand in the order given."""
        return cls({int(organ): at for at, organ in enumerate(organs)}, tuple(sorted({int(year) for year in years})))


def find_quartiles(changes: pd.DataFrame, peers: Sequence[int]) -> pd.DataFrame:
    """measure, year, low, middle, high, count: quartiles of what the peers' own tables print, where enough do."""
    axes = Axes.of(changes["organ_id"].unique(), changes["year"].unique())
    printed = {str(key): tabulate_printed(rows, axes) for key, rows in changes.groupby("measure")}
    return compute_quartiles(printed, axes, peers)


def tabulate_printed(changes: pd.DataFrame, axes: Axes) -> Values:
    """Rows of one measure as an array, years down and organs across: what an organ's own tables print, NaN elsewhere.
    ``changes`` [organ_id, year, value, status, stated_by_year]."""
    values = np.full((len(axes.years), len(axes.positions)), np.nan)
    is_printed = changes["stated_by_year"].isna() & (changes["status"] != STATED_IN_PROSE)
    rows = changes[is_printed.to_numpy(dtype=bool)]
    across = [axes.positions[organ_id] for organ_id in rows["organ_id"].tolist()]
    values[np.searchsorted(axes.years, rows["year"].to_numpy(dtype=np.int64)), across] = rows["value"]
    return values


def compute_quartiles(printed: Mapping[str, Values], axes: Axes, peers: Iterable[int]) -> pd.DataFrame:
    """As ``find_quartiles``, of arrays by measure that were made once: pages ask for one group after the other."""
    keys = sorted(printed)
    across = [axes.positions[organ_id] for organ_id in dict.fromkeys(peers) if organ_id in axes.positions]
    ordered = np.array([np.sort(printed[key][:, across], axis=1) for key in keys])
    ordered = ordered.reshape(len(keys) * len(axes.years), len(across))  # what is missing comes last
    counts = (~np.isnan(ordered)).sum(axis=1)
    rows = np.flatnonzero(counts >= LEAST_PEERS)
    measure_at, year_at = np.divmod(rows, max(len(axes.years), 1))
    found = {
        "measure": np.array(keys, dtype=object)[measure_at],
        "year": pd.array(np.array(axes.years, dtype=np.int64)[year_at], dtype="Int16"),
    }
    for name, share in (("low", 0.25), ("middle", 0.5), ("high", 0.75)):
        place = share * (counts[rows] - 1)
        below = place.astype(np.int64)
        low, high = ordered[rows, below], ordered[rows, np.minimum(below + 1, counts[rows] - 1)]
        found[name] = low + (high - low) * (place - below)
    return pd.DataFrame({**found, "count": counts[rows]})
