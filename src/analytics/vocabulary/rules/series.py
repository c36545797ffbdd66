"""Rules that compare a report with the same organ's report of the year before by more than sums, and its dates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from analytics.vocabulary import form
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text
from analytics.vocabulary.terms import Fault, Severity, Table

_TEXT = "本机关认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外，持续推进各项工作。" * 10


@cache
def list_decision_cells() -> tuple[int, ...]:
    """The decisions of table II, under the codes of the latest edition that prints them."""
    found = (form.map_continued_cells(Table.II, line.key, "decisions") for line in form.list_lines(Table.II))
    return tuple(dict.fromkeys(codes[-1][0] for by_edition in found if (codes := list(by_edition.values()))))


@cache
def map_to_latest() -> Mapping[int, int]:
    """Code of a cell of table II → that of the cell under which a later edition prints the same quantity."""
    return {
        code: list(by_edition.values())[-1][0]
        for line in form.list_lines(Table.II)
        if (by_edition := form.map_continued_cells(Table.II, line.key, "decisions"))
        for codes in by_edition.values()
        for code in codes
    }


@cache
def list_request_cells() -> tuple[int, ...]:
    """What table III prints of new requests and of their outcomes by applicant, without sums."""
    outcomes = {key for edition in form.list_editions(Table.III) for key in form.list_outcomes(edition)}
    return tuple(
        cell.code
        for cell in form.list_cells()
        if cell.table is Table.III and not cell.column.is_total and cell.line.key in outcomes | {"new"}
    )


@cache
def list_money_cells() -> tuple[int, ...]:
    """The amounts of money of table II."""
    return tuple(
        cell.code for cell in form.list_cells() if cell.table is Table.II and cell.column.key in ("charged", "amount")
    )


@cache
def list_level_cells() -> tuple[int, ...]:
    """Counts and amounts of one year whose level usually goes on: requests, decisions, charges."""
    requests = (form.find_cell(Table.III, line, "total").code for line in ("new", "answered"))
    return (*requests, *list_decision_cells(), *list_money_cells())


def _list_repeated_cells() -> frozenset[int]:
    return frozenset((*map_to_latest(), *list_request_cells()))


def _list_pending_cells() -> frozenset[int]:
    return frozenset(cell.code for cell in form.list_cells() if cell.table is Table.IV)


def _make_decisions(now: tuple[str, str], before: tuple[str, str]) -> Case:
    lines = ("II.licensing.decisions", "II.penalties.decisions")
    return Case(dict(zip(lines, now, strict=True)), dict(zip(lines, before, strict=True)))


def _make_cases_pending(before: str, total: str) -> Case:
    block = f"{Table.IV}.reconsideration"
    return Case({f"{block}.total": total}, {f"{block}.pending": before})


def _make_charged(before: str, now: str, crowd: int = 0) -> Case:
    return Case({"II.charges.charged": now}, {"II.charges.charged": before}, crowd=crowd)


def _make_new(before: str, now: str, crowd: int = 40) -> Case:
    return Case({"III.new.total": now}, {"III.new.total": before}, crowd=crowd)


def _make_change(prose: str, before: str = "50", now: str = "60") -> Case:
    return Case({"III.new.total": now}, {"III.new.total": before}, prose={"I": prose})


RULES = (
    Rule(
        key="figures_repeated",
        severity=Severity.WARNING,
        formula=Text("两年数字不应整组相同", "figures of a group are not the same two years running"),
        cells=_list_repeated_cells,
        sentence=Text(
            "{year}年报告的“{where}”共{count}个非零数字与上一年完全相同。",
            "All {count} figures of “{where}” in the {year} report that are not zero are those of the year before.",
        ),
        cases=Cases(
            _make_decisions(("4213", "530"), ("4119", "530")),
            _make_decisions(("4213", "530"), ("4213", "530")),
            _make_decisions(("2", "3"), ("2", "3")),
        ),
        basis=Basis.YEARS,
    ),
    Rule(
        key="pending_vanished",
        severity=Severity.WARNING,
        formula=Text("上年尚未审结的案件应在本年总计之内", "cases pending last year are among this year's total"),
        cells=_list_pending_cells,
        sentence=Text(
            "“{where}”上一年有{expected}件尚未审结，{year}年总计只有{printed}件。",
            "“{where}”: {expected} {expected:case was|cases were} pending the year before, "
            "but the total of {year} is {printed}.",
        ),
        cases=Cases(_make_cases_pending("2", "3"), _make_cases_pending("2", "1"), _make_cases_pending("", "1")),
        basis=Basis.YEARS,
    ),
    Rule(
        key="unit_differs",
        severity=Severity.WARNING,
        formula=Text(
            "金额两年相差约一万倍的，其一单位有误（元、万元）",
            "amounts that differ about ten thousand times between two years: one is in another unit",
        ),
        cells=lambda: frozenset(list_money_cells()),
        sentence=Text(
            "“{where}”上一年为{expected}万元，{year}年为{printed}万元，相差约一万倍，其中一年可能误用单位（元、万元）。",
            "“{where}” is {expected} (10,000 yuan) the year before and {printed} in {year}, about ten thousand times "
            "apart: one of them may be in yuan.",
        ),
        cases=Cases(_make_charged("3000", "4000"), _make_charged("3000", "31000000"), _make_charged("", "31000000")),
        basis=Basis.YEARS,
    ),
    Rule(
        key="outlier",
        severity=Severity.NOTE,
        formula=Text(
            "较上年变动远超各机关通常变动的数字（对数比的稳健 z 值大于3.5，基数不足10的除外）",
            "a change far beyond what is usual (robust z of the log ratio above 3.5; bases under 10 exempt)",
        ),
        cells=lambda: frozenset({*list_level_cells(), *map_to_latest()}),
        sentence=Text(
            "“{where}”由上一年的{expected}变为{year}年的{printed}，远超各机关通常的变动（稳健 z 值{score}）。",
            "“{where}” went from {expected} to {printed} in {year}, far beyond the usual change (robust z {score}).",
        ),
        cases=Cases(_make_new("100", "120"), _make_new("100", "1900"), _make_new("3", "90")),
        basis=Basis.YEARS,
    ),
    Rule(
        key="stated_change_differs",
        severity=Severity.WARNING,
        formula=Text(
            "正文所述较上年增减与两年表格之差一致",
            "a change that prose states is the difference of the two years' tables",
        ),
        cells=lambda: frozenset(form.find_cell(Table.III, line, "total").code for line in ("new", "answered")),
        sentence=Text(
            "正文称“{quote}”，按两年表格应为{expected}{unit}。",
            "The prose says “{quote}”; by the tables of the two years it is {expected}{unit}.",
        ),
        cases=Cases(
            _make_change("收到申请60件，同比增长20%。"),
            _make_change("收到申请60件，同比增长35%。"),
            _make_change("收到申请60件，有所增长。"),
        ),
        basis=Basis.YEARS,
    ),
    Rule(
        key="narrative_repeated",
        severity=Severity.NOTE,
        formula=Text("各年正文不应雷同", "a section of prose is not last year's again"),
        cells=frozenset,
        sentence=Text(
            "第{section}部分除数字外与上一年报告逐字相同（{count}字）。",
            "Section {section} is word for word that of the year before, numbers aside ({count} characters).",
        ),
        cases=Cases(
            Case(prose={"I": f"{_TEXT}今年。"}, prose_before={"I": f"{_TEXT}去年。"}),
            Case(prose={"I": f"{_TEXT}今年2件。"}, prose_before={"I": f"{_TEXT}今年1件。"}),
            Case(prose={"I": "无。"}, prose_before={"I": "无。"}),
        ),
        basis=Basis.YEARS,
        fault=Fault.PUBLISHER,
    ),
    Rule(
        key="published_late",
        severity=Severity.NOTE,
        formula=Text(
            "部门于次年1月31日前、政府及其办公室于3月31日前公布（条例第四十九、五十条）；2018年及以前年度的报告均于次年3月31日前公布"
            "（原条例第三十一条）",
            "published by 31 January (departments) or 31 March (governments and their offices) of the next year; "
            "reports for 2018 and before by 31 March whoever makes them (art. 31 of the old Regulation)",
        ),
        cells=frozenset,
        sentence=Text(
            "{year}年报告于{published}公布，晚于法定期限{due}共{days}日。",
            "The {year} report was published on {published}, {days} {days:day|days} after {due}.",
        ),
        cases=Cases(Case(published="2024-03-31"), Case(published="2024-04-02"), Case(prose={"I": "无日期。"})),
        basis=Basis.DATES,
    ),
    Rule(
        key="published_before_year_end",
        severity=Severity.WARNING,
        formula=Text("年度结束后方能公布", "published after the year has ended"),
        cells=frozenset,
        sentence=Text(
            "{year}年报告的公布日期{published}早于年度结束，日期或年度有误。",
            "The {year} report is dated {published}, before the year had ended: the date or the year is wrong.",
        ),
        cases=Cases(Case(published="2024-01-20"), Case(published="2023-01-20"), Case(prose={"I": "无日期。"})),
        basis=Basis.DATES,
    ),
)
