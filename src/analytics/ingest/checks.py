"""Checks over a whole build, made once its reports are loaded and before it is published. They judge what is printed: a
correction that somebody entered changes no finding about the document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pandas as pd

from analytics.audit.copies import LONG_TEXT, check_copied_tables, check_copied_texts
from analytics.audit.dates import check_dates
from analytics.audit.faults import judge_faults
from analytics.audit.hints import Printed
from analytics.audit.hints.frames import check_hints, list_hint_cells, make_printed
from analytics.audit.prose import check_prose, check_stated
from analytics.audit.series import check_series
from analytics.audit.stated_changes import check_stated_changes
from analytics.audit.years import check_across_years, list_cells_across_years
from analytics.reports.checks.prose import Speaker, list_statements
from analytics.reports.labels import fold
from analytics.reports.model import Organ
from analytics.reports.stated_changes import StatedChange, list_stated_changes
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_CODES, find_balance
from analytics.vocabulary.rules import RULES
from analytics.vocabulary.stated import Quantity
from analytics.vocabulary.terms import FAILING, IN_WAN_YUAN, Kind, Scope, Table
from analytics.warehouse.builds.build import Builder
from analytics.warehouse.read import Warehouse

_ORGANS_AT_ONCE = 500
_FIGURES = ["organ_id", "year", "report_id", "cell", "value"]


def add_checks(builder: Builder, loaded: Warehouse) -> None:
    """Add what several reports say together, then the hints of reports whose sums fail."""
    reports, organs = loaded.reports(), loaded.organs()
    found = pd.concat(list(_check_reports(loaded, reports, organs)), ignore_index=True)
    is_tied = found["rule"].isin([rule.key for rule in RULES if rule.ties is not None])
    tied = reports.loc[reports["report_id"].isin(found.loc[is_tied, "report_id"]), "organ_id"]
    printed = dict[tuple[int, int], Printed]()
    for figures in _read_hint_figures(loaded, tied):
        printed |= make_printed(figures, reports)
    builder.add_findings(judge_faults(found, printed, reports))
    for figures in _read_hint_figures(loaded, _find_failing_organs(loaded)):
        builder.add_findings(check_hints(figures, reports))


def _check_reports(loaded: Warehouse, reports: pd.DataFrame, organs: pd.DataFrame) -> Iterator[pd.DataFrame]:
    stated = loaded.figures(sorted(PROSE_CODES), as_printed=True)[_FIGURES]
    yield check_prose(stated)
    statements = _list_statements(loaded)
    codes = sorted({code for sums in statements["sums"] for codes in sums for code in codes})
    yield check_stated(statements, loaded.figures(codes, as_printed=True))
    printed = _read_figures(loaded)
    yield check_across_years(pd.concat([printed, stated], ignore_index=True))
    yield check_series(printed)
    names = organs[["organ_id", "organ", "place_code"]]
    yield check_copied_tables(printed, names)
    yield check_copied_texts(loaded.digest_sections(LONG_TEXT), reports, names)
    yield check_dates(reports, organs)
    yield check_stated_changes(_list_stated_changes(loaded, organs), printed)


def _read_figures(loaded: Warehouse) -> pd.DataFrame:
    """The figures that rules over several reports bind; money in 万元."""
    figures = loaded.figures(list_cells_across_years(), as_printed=True)
    factors = figures["measured_in"].map({str(unit): factor for unit, factor in IN_WAN_YUAN.items()}).fillna(1.0)
    return figures.assign(value=figures["value"] * factors.astype("float64"))[_FIGURES]


_STATEMENTS = ["report_id", "organ_id", "year", "quote", "value", "sums", "is_at_most"]


def _list_statements(loaded: Warehouse) -> pd.DataFrame:
    """What figures that were taken from prose state of the tables: by the words that prose uses of table III, or by the
    label of a line of a statistics table."""
    rows = []
    by_label = _map_statistics_cells()
    for row in each_row(loaded.prose().dropna(subset=["value", "year"])):
        key = (int(row.report_id), int(row.organ_id), int(row.year))
        words = fold(row.line)
        if words in by_label:
            rows.append((*key, f"{row.line}{row.printed}", float(row.value), by_label[words], False))
        for statement in list_statements(f"申请:{words}{int(row.value)}件", Speaker(Organ(), int(row.year))):
            if not statement.quote.startswith(words):
                continue  # 12345办结 is not 办结
            sums = _list_sums(statement.quantity)
            rows.append((*key, statement.quote, float(statement.value), sums, statement.quantity.is_at_most))
    return pd.DataFrame(rows, columns=_STATEMENTS)


@cache
def _map_statistics_cells() -> dict[str, list[list[int]]]:
    """Folded label of a line of the statistics tables → this year's cells under it, one an edition."""
    cells: dict[str, list[list[int]]] = {}
    for cell in form.list_cells():
        if cell.table is Table.STATISTICS and cell.column.key == "year":
            cells.setdefault(fold(cell.line.label), []).append([cell.code])
    return cells


def _list_sums(quantity: Quantity) -> list[list[int]]:
    """The cells that a quantity may add up, in any edition."""
    by_edition = (
        [code for line in lines for code in form.map_continued_cells(Table.III, line, "total").get(edition, ())]
        for lines in quantity.sums
        for edition in form.list_editions(Table.III)
    )
    return [list(codes) for codes in dict.fromkeys(map(tuple, by_edition))]


def _list_stated_changes(loaded: Warehouse, organs: pd.DataFrame) -> pd.DataFrame:
    known = {
        row.organ_id: Organ(row.organ, row.body, kind=Kind(row.kind) if isinstance(row.kind, str) else None)
        for row in each_row(organs)
    }
    rows = [
        (int(row.report_id), int(row.organ_id), int(row.year), *change)
        for row in each_row(loaded.compared_sections())
        for change in list_stated_changes(row.text, Speaker(known[row.organ_id], int(row.year), Scope(row.scope)))
    ]
    return pd.DataFrame(rows, columns=["report_id", "organ_id", "year", *StatedChange._fields])


def _find_failing_organs(loaded: Warehouse) -> pd.Series:
    """Organs that have a report whose own sums fail: others have no hint."""
    found = loaded.findings()
    return found.loc[found["verdict"].isin(FAILING) | (found["rule"] == find_balance().rule), "organ_id"]


def _read_hint_figures(loaded: Warehouse, organs: pd.Series) -> Iterator[pd.DataFrame]:
    """The figures of some organs that sums bind, some hundred organs at a time."""
    known = sorted({int(organ) for organ in organs.dropna()})
    for at in range(0, len(known), _ORGANS_AT_ONCE):
        yield loaded.figures(list_hint_cells(), organs=known[at : at + _ORGANS_AT_ONCE], as_printed=True)
