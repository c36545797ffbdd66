"""Figures that somebody took from prose, held against each other and against the tables of the same organ and year.

Required frame ``figures``: organ_id, year, report_id, cell, value, with the codes of ``vocabulary.measures.prose``.
What ties two years together is in ``audit.years``; documents are read with their own prose (``reports.checks.prose``).
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_CODES, find_balance
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.rules.prose import find_rule_of_statement
from analytics.vocabulary.terms import Fault

COLUMNS = ["report_id", "rule", "severity", "operands", "cells"]


def check_prose(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] where new and carried over are not what was answered and carried forward. In the softer
    degree of the rule: prose is not bound by the form's arithmetic."""
    balance = find_balance()
    rule = find_rule(balance.rule)
    stated = figures[figures["cell"].isin(PROSE_CODES)]
    wide = stated.pivot_table(index=["report_id", "year"], columns="cell", values="value", aggfunc="first")
    wide = wide.reindex(columns=sorted(PROSE_CODES)).dropna()
    sums = pd.DataFrame({"left": wide[[*balance.left]].sum(axis=1), "right": wide[[*balance.right]].sum(axis=1)})
    rows = [
        (
            int(row.report_id), rule.key, str(rule.softer or rule.severity),
            {"left": float(row.left), "right": float(row.right), "is_in_prose": True, "fault": str(Fault.READER)},
            sorted(PROSE_CODES),
        )
        for row in each_row(sums[(sums["left"] - sums["right"]).abs() > 1e-9].reset_index())
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def check_stated(statements: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Findings [COLUMNS] where prose states another number than the tables of its organ and year print.

    ``statements``: report_id, organ_id, year, quote, value, ``sums`` (what the words may mean: lists of codes that it
    adds up), ``is_at_most`` (only more than the tables have contradicts). Without a sum that can be told there is none.
    """
    values = {
        (int(row.organ_id), int(row.year), int(row.cell)): float(row.value)
        for row in each_row(figures.dropna(subset=["value"]))
    }
    rows = list[tuple[object, ...]]()
    for row in each_row(statements):
        printed = [[values.get((int(row.organ_id), int(row.year), code)) for code in codes] for codes in row.sums]
        sums = [None if None in members else sum(filter(None, members)) for members in printed]
        key = find_rule_of_statement(row.value, sums, is_at_most=row.is_at_most)
        if key is not None:
            operands = {
                "quote": row.quote, "table": _find_table(row.sums), "stated": float(row.value),
                "fault": str(Fault.READER),
                "printed": next(total for total in sums if total is not None),
            }  # fmt: skip
            rule = find_rule(key)
            rows.append((int(row.report_id), rule.key, str(rule.severity), operands, list(row.sums[0])))
    return pd.DataFrame(rows, columns=COLUMNS)


def _find_table(sums: Sequence[Sequence[int]]) -> str:
    """The table whose cells a statement may mean."""
    return str(form.map_cells_by_code()[next(code for codes in sums for code in codes)].table)
