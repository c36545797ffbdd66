"""Rules that tie a report to the same organ's report of the year before."""

from __future__ import annotations

from collections.abc import Callable

from analytics.vocabulary import form
from analytics.vocabulary.measures.prose import PROSE_FIGURES
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Stated, Text, Tie
from analytics.vocabulary.terms import Severity, Table


def _list_carried() -> list[Tie]:
    """What table III opens with, by what it carried forward: firm for the total; per column the publisher may have
    sorted an applicant anew."""
    return [
        Tie(
            column.label,
            _find_code(Table.III, "carried_over", column.key),
            (_find_code(Table.III, "carried_forward", column.key),),
            is_firm=column.is_total,
            in_prose=_PROSE_TOTAL if column.is_total else None,
        )
        for column in form.list_columns(Table.III)
    ]


_PROSE_CODES = {figure.line: figure.code for figure in PROSE_FIGURES}
_PROSE_TOTAL = Stated(_PROSE_CODES["carried_over"], _PROSE_CODES["carried_forward"])
"""Prose tells no applicants apart."""


def _list_in_force() -> list[Tie]:
    """The stock of the lines of table II that have one."""
    return [
        Tie(
            line.label,
            _find_code(Table.II, line.key, "in_force"),
            (_find_code(Table.II, line.key, "in_force"),),
            added=(_find_code(Table.II, line.key, "issued"),),
            taken=(_find_code(Table.II, line.key, "repealed"),),
        )
        for line in form.list_lines(Table.II)
        if form.map_continued_cells(Table.II, line.key, "in_force")
    ]


def _list_items() -> list[Tie]:
    """Items in the previous year, of the lines of table II on the list of powers."""
    return [
        Tie(
            line.label,
            _find_code(Table.II, line.key, "prior_items"),
            tuple(_find_code(Table.II, line.key, column) for column in ("prior_items", "item_change")),
        )
        for line in form.list_lines(Table.II)
        if form.map_continued_cells(Table.II, line.key, "prior_items")
    ]


def _list_cumulative() -> list[Tie]:
    """All years so far, of the lines of statistics tables that print them beside this year."""
    return [
        Tie(line.label, code, (code,), added=(_find_code(Table.STATISTICS, line.key, "year"),))
        for line in form.list_lines(Table.STATISTICS)
        for codes in form.map_continued_cells(Table.STATISTICS, line.key, "cumulative").values()
        for code in codes
    ]


def _find_code(table: Table, line_key: str, column_key: str) -> int:
    return form.find_cell(table, line_key, column_key).code


def _bind_cells(list_ties: Callable[[], list[Tie]]) -> Callable[[], frozenset[int]]:
    return lambda: frozenset(code for tie in list_ties() for code in (*tie.printed_cells, *tie.before))


def _make_carried(before: str, now: str) -> Case:
    return Case({"III.carried_over.total": now}, {"III.carried_forward.total": before})


def _make_stock(before: str, issued: str, repealed: str, now: str) -> Case:
    line = "II.admin_normative"
    printed = {f"{line}.in_force": now, f"{line}.issued": issued, f"{line}.repealed": repealed}
    return Case(printed, {f"{line}.in_force": before})


def _make_items(before: str, change: str, now: str) -> Case:
    return Case(
        {"II.penalties.prior_items": now},
        {"II.penalties.prior_items": before, "II.penalties.item_change": change},
    )


def _make_years(before: str, year: str, now: str) -> Case:
    line = f"{Table.STATISTICS}.fujian_2014_published"
    return Case({f"{line}.year": year, f"{line}.cumulative": now}, {f"{line}.cumulative": before})


RULES = (
    Rule(
        key="carry_over_differs",
        severity=Severity.ERROR,
        formula=Text(
            "上年“四、结转下年度继续办理” = 本年“二、上年结转”（总计必等，各列宜等）",
            "carried forward last year = carried over this year (must hold for the total, should hold by applicant)",
        ),
        cells=_bind_cells(_list_carried),
        sentence=Text(
            "{where}列：上一年报告结转{expected}件，{year}年报告记上年结转{printed}件。",
            "Column {where}: the report of the year before carries {expected} forward, but the {year} "
            "report carries over {printed}.",
        ),
        cases=Cases(_make_carried("7", "7"), _make_carried("7", "8"), _make_carried("", "8")),
        softer=Severity.WARNING,
        in_prose=Text(
            "正文所述数字：上一年报告结转{expected}件，{year}年报告记上年结转{printed}件。",
            "Figures in the prose: the report of the year before carries {expected} forward, but the {year} report "
            "opens with {printed}.",
        ),
        ties=_list_carried,
        basis=Basis.YEARS,
    ),
    Rule(
        key="in_force_differs",
        severity=Severity.WARNING,
        formula=Text(
            "现行有效 = 上年现行有效 + 本年制发 − 本年废止（清理、合并可致不等）",
            "in force = in force last year + issued − repealed (clean-ups and mergers may legitimately differ)",
        ),
        cells=_bind_cells(_list_in_force),
        sentence=Text(
            "“{where}”现行有效件数按“上年现行有效 + 制发 − 废止”应为{expected}，{year}年报告为{printed}。",
            "{where} in force would be {expected} (last year + issued − repealed); the {year} report gives {printed}.",
        ),
        cases=Cases(
            _make_stock("30", "4", "1", "33"), _make_stock("30", "4", "1", "35"), _make_stock("", "4", "1", "33")
        ),
        ties=_list_in_force,
        basis=Basis.YEARS,
    ),
    Rule(
        key="item_count_differs",
        severity=Severity.WARNING,
        formula=Text(
            "上一年项目数量 = 上年报告的上一年项目数量 + 本年增/减",
            "items in the previous year = the previous report's items in the previous year + its change",
        ),
        cells=_bind_cells(_list_items),
        sentence=Text(
            "“{where}”上一年项目数量应为{expected}，{year}年报告为{printed}。",
            "{where}: items in the previous year should be {expected}; the {year} report gives {printed}.",
        ),
        cases=Cases(
            _make_items("1701", "-453", "1248"), _make_items("1701", "-453", "1250"), _make_items("1701", "", "1248")
        ),
        ties=_list_items,
        basis=Basis.YEARS,
    ),
    Rule(
        key="cumulative_differs",
        severity=Severity.WARNING,
        formula=Text(
            "历年累计 = 上年历年累计 + 本年数（2018年及以前的统计表）",
            "cumulative total = last year's cumulative total + this year's figure, in tables before 2019",
        ),
        cells=_bind_cells(_list_cumulative),
        sentence=Text(
            "{year}年“{where}”历年累计：上年累计加本年应为{expected}，报告所印为{printed}。",
            "{where}, cumulative total of {year}: last year's total plus this year's figure is {expected}, "
            "but the report prints {printed}.",
        ),
        cases=Cases(
            _make_years("78967", "2949", "81916"),
            _make_years("85376", "2122", "10037"),
            _make_years("", "2949", "81916"),
        ),
        ties=_list_cumulative,
        basis=Basis.YEARS,
    ),
)
