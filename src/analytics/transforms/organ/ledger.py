"""The ledger of requests of each organ over the years: what it opens with, receives, answers and carries on, by
applicant, and whether each year opens with what the year before carried on.

Required frames: ``figures`` (organ_id, year, report_id, cell, value, status: table III, and the codes of
``vocabulary.measures.prose`` for what only prose states); ``reports`` (organ_id, year, report_id, unread_tables),
current; ``findings`` (report_id, rule, cells).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import numpy as np
import pandas as pd

from analytics.transforms.rows import each_row
from analytics.transforms.series.editions import has_unread
from analytics.transforms.series.prose import HAS_VALUE_OR_STATED, STATED_IN_PROSE
from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_FIGURES, find_balance
from analytics.vocabulary.terms import AS_ZERO_KEYS, HAS_VALUE_KEYS, Status, Table

LINES = {
    "carried_over": "carried_over", "new": "received", "answered": "answered", "carried_forward": "carried_forward",
}  # fmt: skip
"""Lines of table III → columns of the ledger, in the order in which requests go through it."""
APPLICANTS = tuple(column.key for column in form.list_columns(Table.III))
_BALANCE = find_balance()
_LINE_OF = {figure.code: figure.line for figure in PROSE_FIGURES}
RULES = frozenset({"carry_over_differs", _BALANCE.rule})
"""The rules of which a ledger is made; findings of others are not told in it."""
COLUMNS = [
    "organ_id", "year", "applicant", "report_id",
    *(name for line in LINES.values() for name in (line, f"{line}_status")),
    "carried_before", "continuity", "gap", "left_over", "blanks_as_zero", "findings",
]  # fmt: skip


class Continuity(StrEnum):
    """Whether a year opens with what the year before carried on. ``first``: no report before this one is held;
    ``no_report``: this year has none; ``no_report_before``: the year before has none though earlier ones do;
    ``not_told``: one of the two figures is not printed as a number."""

    FIRST = "first"
    CONTINUES = "continues"
    DIFFERS = "differs"
    NOT_TOLD = "not_told"
    NO_REPORT = "no_report"
    NO_REPORT_BEFORE = "no_report_before"


def build_ledger(figures: pd.DataFrame, reports: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """[COLUMNS], a row an organ, a year and an applicant (columns of table III, ``total`` last), from the organ's first
    report with figures of table III, or with such in its prose, to its last; years between without are rows as well.

    ``received``, ``carried_over``, ``answered`` and ``carried_forward`` are the figures as printed, NaN where none is,
    each with its status. ``carried_before`` is what the year before carried forward, ``gap`` what this one opens with
    less that, ``left_over`` received + carried over − answered − carried forward (0 where the year balances; blanks
    beside numbers count as zero there, and ``blanks_as_zero`` says so). ``findings`` are the keys of rules broken here.
    """
    wide = _spread(figures)
    rows = _complete(wide).merge(wide, on=["organ_id", "year", "applicant"], how="left")
    rows["report_id"] = _find_reports(rows, reports)
    is_unread = rows["report_id"].isin(reports.loc[has_unread(reports, Table.III), "report_id"])
    absent_status = np.where(is_unread, str(Status.NOT_READ), str(Status.NOT_REACHED))
    for line in LINES.values():
        rows[f"{line}_status"] = rows[f"{line}_status"].where(
            rows[f"{line}_status"].notna() | rows["report_id"].isna(), absent_status
        )
    before = rows[["organ_id", "year", "applicant", "carried_forward", "report_id"]].assign(year=rows["year"] + 1)
    before = before.rename(columns={"carried_forward": "carried_before", "report_id": "report_before"})
    rows = rows.merge(before, on=["organ_id", "year", "applicant"], how="left")
    rows["gap"] = rows["carried_over"] - rows["carried_before"]
    rows["continuity"] = _judge_continuity(rows)
    rows = _add_balance(rows)
    rows["findings"] = _list_findings(rows, findings)
    return rows[COLUMNS]


def _map_cells() -> dict[int, tuple[str, str]]:
    """Code → (column of the ledger, applicant)."""
    return {
        form.find_cell(Table.III, line, applicant).code: (name, applicant)
        for line, name in LINES.items()
        for applicant in APPLICANTS
    }


def list_ledger_cells() -> list[int]:
    """Codes of the figures that a ledger is made of, those of prose among them."""
    return sorted((*_map_cells(), *(figure.code for figure in PROSE_FIGURES)))


def _spread(figures: pd.DataFrame) -> pd.DataFrame:
    """organ_id, year, applicant, report_id and a value and a status a line; what only prose states in the total."""
    places = _map_cells()
    total = APPLICANTS[-1]
    stated = {figure.code: (LINES[figure.line], total) for figure in PROSE_FIGURES}
    known = figures[figures["cell"].isin([*places, *stated])]
    is_stated = known["cell"].isin(list(stated))
    entries = [{**places, **stated}[int(cell)] for cell in known["cell"]]
    known = known.assign(
        line=[line for line, _ in entries], applicant=[applicant for _, applicant in entries], is_stated=is_stated,
        status=known["status"].astype(object).mask(is_stated & known["status"].isin(HAS_VALUE_KEYS), STATED_IN_PROSE),
    )  # fmt: skip
    keys = ["organ_id", "year", "applicant"]
    known = known.sort_values("is_stated", kind="stable").drop_duplicates([*keys, "line"])
    spread = known.pivot(index=keys, columns="line", values=["value", "status"])
    out = pd.DataFrame(index=spread.index)
    for line in LINES.values():
        is_known = ("value", line) in spread.columns
        out[line] = spread["value", line].astype("float64") if is_known else np.nan
        out[f"{line}_status"] = spread["status", line] if is_known else None
    out["report_id"] = known.groupby(keys)["report_id"].first()
    return out.reset_index()


def _complete(wide: pd.DataFrame) -> pd.DataFrame:
    """Every organ of the ledger × its years without a gap × applicants."""
    rows = [
        (organ, year, applicant)
        for organ, of_organ in wide.groupby("organ_id")
        for year in range(int(of_organ["year"].min()), int(of_organ["year"].max()) + 1)
        for applicant in APPLICANTS
    ]
    frame = pd.DataFrame(rows, columns=["organ_id", "year", "applicant"])
    return frame.astype({"organ_id": wide["organ_id"].dtype, "year": wide["year"].dtype})


def _find_reports(rows: pd.DataFrame, reports: pd.DataFrame) -> pd.Series:
    """The report of each row: also where nothing of its table III was read."""
    reports_by_year = reports.drop_duplicates(["organ_id", "year"]).set_index(["organ_id", "year"])["report_id"]
    places = pd.MultiIndex.from_frame(rows[["organ_id", "year"]])
    return rows["report_id"].fillna(pd.Series(reports_by_year.reindex(places).to_numpy(), index=rows.index))


def _judge_continuity(rows: pd.DataFrame) -> pd.Series:
    first = rows.groupby("organ_id")["year"].transform("min")
    conditions: list[tuple[pd.Series, Continuity]] = [
        (rows["report_id"].isna(), Continuity.NO_REPORT),
        (rows["year"] == first, Continuity.FIRST),
        (rows["report_before"].isna(), Continuity.NO_REPORT_BEFORE),
        (rows["gap"].isna(), Continuity.NOT_TOLD),
        (rows["gap"] == 0, Continuity.CONTINUES),
    ]
    choices = [str(continuity) for _, continuity in conditions]
    masks = [condition.fillna(False).to_numpy(dtype=bool) for condition, _ in conditions]
    return pd.Series(np.select(masks, choices, str(Continuity.DIFFERS)), index=rows.index)


def _add_balance(rows: pd.DataFrame) -> pd.DataFrame:
    statuses = rows[[f"{line}_status" for line in LINES.values()]]
    is_blank = statuses.isin(AS_ZERO_KEYS)
    has_value = statuses.isin(HAS_VALUE_OR_STATED)
    is_told = (is_blank | has_value).all(axis=1) & has_value.any(axis=1)
    received, handled = ([LINES[_LINE_OF[code]] for code in side] for side in (_BALANCE.left, _BALANCE.right))
    left = rows[received].sum(axis=1) - rows[handled].sum(axis=1)
    return rows.assign(left_over=left.where(is_told), blanks_as_zero=is_told & is_blank.any(axis=1))


def _list_findings(rows: pd.DataFrame, findings: pd.DataFrame) -> pd.Series:
    """The rules of a ledger that are broken in the column of each row, by report."""
    places = _map_cells()
    by_row: dict[tuple[int, str], list[str]] = {}
    for row in each_row(findings[findings["rule"].isin(RULES)]):
        for applicant in _list_applicants(row.cells, places):
            by_row.setdefault((int(row.report_id), applicant), []).append(row.rule)
    keys = zip(rows["report_id"], rows["applicant"], strict=True)
    listed = [
        [] if pd.isna(report) else sorted(set(by_row.get((int(report), applicant), []))) for report, applicant in keys
    ]
    return pd.Series(listed, index=rows.index, dtype=object)


def _list_applicants(cells: Iterable[int], places: dict[int, tuple[str, str]]) -> set[str]:
    codes = {figure.code for figure in PROSE_FIGURES}
    return {places[cell][1] if cell in places else APPLICANTS[-1] for cell in cells if cell in places or cell in codes}
