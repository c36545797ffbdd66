"""A year beside the year before: groups of figures that are the same again, pending cases that are gone, amounts in
another unit, changes far beyond the usual.

Required frame ``figures`` as of ``audit.pairs``, amounts of money in 万元.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analytics.audit.pairs import COLUMNS, Years, pair_years, take_cell
from analytics.vocabulary import form
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.rules.series import (
    list_decision_cells,
    list_level_cells,
    list_money_cells,
    list_request_cells,
    map_to_latest,
)
from analytics.vocabulary.terms import Table

Row = tuple[object, ...]

LEAST_DIGITS = 3.0
"""Figures of a group say together what so many digits say: groups of smaller figures are the same by chance."""
_ONE_UNIT_OFF = (3_000, 30_000)
"""Ten thousand times, more or less the growth of a year."""
OUTLIER = 3.5
"""Of the modified z-score 0.6745 (x − median) / MAD: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993)."""
LEAST_JUDGED, FEWEST_RATIOS, LEAST_FACTOR = 10, 30, 2.0
"""Figures below the first are exempt; of fewer ratios nothing is usual; a smaller factor is never told."""


def check_series(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] of reports that have the organ's report of the year before beside them."""
    years = pair_years(figures.assign(cell=figures["cell"].replace(dict(map_to_latest()))))
    checks = (_find_repeated, _find_vanished, _find_other_units, _find_outliers)
    return pd.DataFrame([row for check in checks for row in check(years)], columns=COLUMNS)


def _make_row(years: Years, index: tuple[int, int], key: str, operands: dict[str, object], cells: Sequence[int]) -> Row:
    rule = find_rule(key)
    return (
        int(years.reports[index]), key, str(rule.severity),
        {**operands, "year": int(index[1]), "fault": str(rule.fault)}, list(cells),
    )  # fmt: skip


def count_digits(frame: pd.DataFrame) -> pd.Series:
    """By row, how many decimal digits its figures say together; nothing is said by 0 and 1."""
    return frame.clip(lower=1).map(np.log10).sum(axis=1)


def _find_repeated(years: Years) -> Iterator[Row]:
    groups = {_name_lines(list_decision_cells()): list_decision_cells(), f"表{Table.III}": list_request_cells()}
    for where, codes in groups.items():
        known = [code for code in codes if code in years.now.columns and code in years.before.columns]
        now, before = years.now[known], years.before[known]
        in_both = now.notna() & before.notna()
        is_same = ((now == before) | ~in_both).all(axis=1) & (count_digits(now.where(in_both)) >= LEAST_DIGITS)
        for index in now.index[is_same & ((now.where(in_both) > 0).sum(axis=1) > 1)]:
            cells = [code for code, value in zip(known, now.loc[index], strict=True) if value > 0]
            yield _make_row(years, index, "figures_repeated", {"where": where, "count": len(cells)}, cells)


_KINDS_OF_CASES = {"行政复议": ("reconsideration",), "行政诉讼": ("suit_direct", "suit_after")}
"""A suit may be counted under the other of its two lines in the next year."""


def _find_vanished(years: Years) -> Iterator[Row]:
    for where, lines in _KINDS_OF_CASES.items():
        pending = _sum_cells(years.before, lines, ["pending"])
        # A total of 0 beside cases is the publisher's other mistake: what its results add up to counts as well.
        total, counted = _sum_cells(years.now, lines, ["total"]), _sum_cells(years.now, lines, form.list_results())
        counted = total.where(~(counted > total), counted)
        cells = [form.find_cell(Table.IV, line, "total").code for line in lines]
        for index in pending.index[pending > counted]:
            operands = {"where": where, "expected": int(pending[index]), "printed": float(counted[index])}
            yield _make_row(years, index, "pending_vanished", operands, cells)


def _sum_cells(frame: pd.DataFrame, lines: Sequence[str], columns: Sequence[str]) -> pd.Series:
    """The sum of those cells that print a number; NaN where none does."""
    cells = [take_cell(frame, form.find_cell(Table.IV, line, column).code) for line in lines for column in columns]
    return pd.concat(cells, axis=1).sum(axis=1, min_count=1)


def _find_other_units(years: Years) -> Iterator[Row]:
    for code in list_money_cells():
        before, now = take_cell(years.before, code), take_cell(years.now, code)
        factor = (now / before).where((now > 0) & (before > 0))
        factor = factor.where(factor >= 1, 1 / factor)
        for index in factor.index[factor.between(*_ONE_UNIT_OFF)]:
            operands = {"where": _name(code), "expected": float(before[index]), "printed": float(now[index])}
            yield _make_row(years, index, "unit_differs", operands, [code])


def _find_outliers(years: Years) -> Iterator[Row]:
    for code in list_level_cells():
        before, now = take_cell(years.before, code), take_cell(years.now, code)
        ratios = (now / before).where((now >= LEAST_JUDGED) & (before >= LEAST_JUDGED)).dropna().map(np.log)
        for index, score in _score_outliers(ratios).items():
            operands = {
                "where": _name(code), "expected": float(before[index]), "printed": float(now[index]),
                "score": f"{score:.1f}",
            }  # fmt: skip
            yield _make_row(years, index, "outlier", operands, [code])


def _score_outliers(ratios: pd.Series) -> dict[tuple[int, int], float]:
    """Modified z-scores of log ratios that are outliers, among those of the same year where these are enough."""
    found: dict[tuple[int, int], float] = {}
    for _, of_year in ratios.groupby(level=1):
        others = of_year if len(of_year) >= FEWEST_RATIOS else ratios
        if len(others) < FEWEST_RATIOS:
            continue
        middle = others.median()
        spread = (others - middle).abs().median()
        scores = 0.6745 * (of_year - middle) / spread if spread else of_year * 0
        is_far = (scores.abs() > OUTLIER) & ((of_year - middle).abs() >= np.log(LEAST_FACTOR))
        found.update(scores[is_far].to_dict())
    return found


def _name_lines(codes: Sequence[int]) -> str:
    return "、".join(dict.fromkeys(form.map_cells_by_code()[code].line.label for code in codes))


def _name(code: int) -> str:
    cell = form.map_cells_by_code()[code]
    return f"{cell.line.label}·{cell.column.label}"
