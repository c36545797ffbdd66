"""Rules within a report: the identities of the form (勾稽关系), and rules that an organ has no power to make."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from analytics.vocabulary import form
from analytics.vocabulary.identities import list_identities
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text
from analytics.vocabulary.terms import Severity, Table

_III, _IV, _OLD = Table.III, Table.IV, Table.STATISTICS


def _bind_members(key: str) -> Callable[[], frozenset[int]]:
    return partial(_list_members, key)


def _list_members(key: str) -> frozenset[int]:
    return frozenset(
        code
        for owned in form.list_tables()
        for identity in list_identities(owned.table, owned.edition)
        if identity.rule == key
        for code in identity.members
    )


def _make_requests(new: str, carried_over: str, answered: str, carried_forward: str) -> Case:
    values = {"new": new, "carried_over": carried_over, "answered": answered, "carried_forward": carried_forward}
    return Case({f"{_III}.{line}.natural": value for line, value in values.items()})


def _make_outcomes(answered: str, disclosed: str, rest: str = "0") -> Case:
    """Every outcome of the latest edition in the column of natural persons."""
    edition = form.list_editions(Table.III)[-1]
    others = {f"{_III}.{key}.natural": rest for key in form.list_outcomes(edition) if key != "disclosed"}
    return Case({f"{_III}.answered.natural": answered, f"{_III}.disclosed.natural": disclosed, **others})


def _make_applicants(total: str, natural: str, rest: str = "0") -> Case:
    others = {f"{_III}.new.{column.key}": rest for column in form.list_columns(Table.III) if not column.is_total}
    return Case({**others, f"{_III}.new.natural": natural, f"{_III}.new.total": total})


def _make_unable(subtotal: str, not_held: str, rest: str = "0") -> Case:
    lines = form.list_lines_of_group(Table.III, "unable")
    parts = {f"{_III}.{key}.natural": rest for key in lines}
    return Case({**parts, f"{_III}.{lines[0]}.natural": not_held, f"{_III}.unable.natural": subtotal})


def _make_results(total: str, upheld: str, rest: str = "0") -> Case:
    others = {
        f"{_IV}.reconsideration.{column.key}": rest for column in form.list_columns(Table.IV) if not column.is_total
    }
    return Case({**others, f"{_IV}.reconsideration.upheld": upheld, f"{_IV}.reconsideration.total": total})


def _make_received(total: str, online: str, rest: str = "0") -> Case:
    names = ("in_person", "by_fax", "by_letter")
    parts = {f"{_OLD}.national_{name}.year": rest for name in names}
    return Case({**parts, f"{_OLD}.national_online.year": online, f"{_OLD}.national_received.year": total})


def _list_power_cells() -> frozenset[int]:
    return frozenset(form.find_cell(Table.II, "rules", column).code for column in ("made", "issued", "in_force"))


RULES = (
    Rule(
        key="received_equals_handled",
        severity=Severity.ERROR,
        formula=Text(
            "一 + 二 = 三（七） + 四，各列", "new + carried over = answered + carried forward, in each column"
        ),
        cells=_bind_members("received_equals_handled"),
        sentence=Text(
            "{where}列：新收与上年结转之和为{left}，办理结果总计与结转下年度之和为{right}，两者不等。",
            "Column {where}: new plus carried over is {left}, but answered plus carried forward is {right}.",
        ),
        cases=Cases(
            _make_requests("5", "1", "4", "2"), _make_requests("5", "1", "4", "3"), _make_requests("", "", "", "")
        ),
        left_blank=Text(
            "{where}列：新收与上年结转均空白，办理结果总计与结转下年度之和为{right}。",
            "Column {where}: new and carried over are both blank, but answered plus carried forward is {right}.",
        ),
        right_blank=Text(
            "{where}列：新收与上年结转之和为{left}，办理结果总计与结转下年度均空白。",
            "Column {where}: new plus carried over is {left}, but answered and carried forward are both blank.",
        ),
        softer=Severity.WARNING,
        in_prose=Text(
            "正文所述数字：新收与上年结转之和为{left}，办结与结转下年度之和为{right}，两者不等。",
            "Figures in the prose: new plus carried over is {left}, but answered plus carried forward is {right}.",
        ),
        blanks=Text(
            "新收与上年结转之和在{count}列等于办理结果总计与结转下年度之和，但须将空白按零计。",
            "In {count} {count:column|columns} new plus carried over equals answered plus carried "
            "forward, but only with blanks counted as zero.",
        ),
    ),
    Rule(
        key="answered_equals_outcomes",
        severity=Severity.ERROR,
        formula=Text("（七）总计 = 各项办理结果之和，各列", "total answered = the sum of all outcomes, in each column"),
        cells=_bind_members("answered_equals_outcomes"),
        sentence=Text(
            "{where}列：（七）总计为{left}，各项办理结果之和为{right}，两者不等。",
            "Column {where}: the printed total answered is {left}, but the outcomes add up to {right}.",
        ),
        cases=Cases(_make_outcomes("3", "3"), _make_outcomes("4", "3"), _make_outcomes("", "", "")),
        left_blank=Text(
            "{where}列：（七）总计空白，各项办理结果之和为{right}。",
            "Column {where}: the total answered is blank, but the outcomes add up to {right}.",
        ),
        right_blank=Text(
            "{where}列：（七）总计为{left}，各项办理结果均空白。",
            "Column {where}: the printed total answered is {left}, but every outcome is blank.",
        ),
        blanks=Text(
            "（七）总计在{count}列等于各项办理结果之和，但须将空白按零计。",
            "In {count} {count:column|columns} the total answered equals the sum of its outcomes, but "
            "only with blanks counted as zero.",
        ),
    ),
    Rule(
        key="total_equals_applicants",
        severity=Severity.ERROR,
        formula=Text("总计 = 六类申请人之和，各行", "total = the sum of the six kinds of applicant, in each row"),
        cells=_bind_members("total_equals_applicants"),
        sentence=Text(
            "“{where}”行：总计为{left}，六类申请人之和为{right}，两者不等。",
            "Row {where}: the total is {left}, but the six kinds of applicant add up to {right}.",
        ),
        cases=Cases(_make_applicants("2", "2"), _make_applicants("3", "2"), _make_applicants("", "", "")),
        left_blank=Text(
            "“{where}”行：总计空白，六类申请人之和为{right}。",
            "Row {where}: the total is blank, but the six kinds of applicant add up to {right}.",
        ),
        right_blank=Text(
            "“{where}”行：总计为{left}，六类申请人均空白。",
            "Row {where}: the total is {left}, but all six kinds of applicant are blank.",
        ),
        blanks=Text(
            "{count}行的总计等于六类申请人之和，但须将空白按零计。",
            "In {count} {count:row|rows} the total equals the sum of the applicants, but only with blanks "
            "counted as zero.",
        ),
    ),
    Rule(
        key="subtotal_equals_parts",
        severity=Severity.ERROR,
        formula=Text(
            "小计 = 所属各项之和（表三印有小计时）", "subtotal = the sum of its lines, where table III prints one"
        ),
        cells=_bind_members("subtotal_equals_parts"),
        sentence=Text(
            "“{where}”小计为{left}，所属各项之和为{right}，两者不等。",
            "Subtotal {where} is {left}, but its lines add up to {right}.",
        ),
        cases=Cases(_make_unable("2", "2"), _make_unable("3", "2"), _make_unable("x", "2")),
        left_blank=Text(
            "“{where}”小计空白，所属各项之和为{right}。",
            "Subtotal {where} is blank, but its lines add up to {right}.",
        ),
        right_blank=Text(
            "“{where}”小计为{left}，所属各项均空白。",
            "Subtotal {where} is {left}, but all its lines are blank.",
        ),
        blanks=Text(
            "{count}处小计等于所属各项之和，但须将空白按零计。",
            "{count} {count:subtotal equals|subtotals equal} the sum of {count:its|their} lines, but only "
            "with blanks counted as zero.",
        ),
    ),
    Rule(
        key="total_equals_results",
        severity=Severity.ERROR,
        formula=Text("总计 = 维持 + 纠正 + 其他 + 尚未审结", "total = upheld + corrected + other + pending"),
        cells=_bind_members("total_equals_results"),
        sentence=Text(
            "“{where}”：总计为{left}，各项结果之和为{right}，两者不等。",
            "{where}: the total is {left}, but the results add up to {right}.",
        ),
        cases=Cases(_make_results("1", "1"), _make_results("0", "11"), _make_results("", "", "")),
        left_blank=Text(
            "“{where}”：总计空白，各项结果之和为{right}。",
            "{where}: the total is blank, but the results add up to {right}.",
        ),
        right_blank=Text(
            "“{where}”：总计为{left}，各项结果均空白。",
            "{where}: the total is {left}, but every result is blank.",
        ),
        blanks=Text(
            "表四有{count}组的总计等于各项结果之和，但须将空白按零计。",
            "In {count} {count:block|blocks} of table IV the total equals the sum of the results, but "
            "only with blanks counted as zero.",
        ),
    ),
    Rule(
        key="line_equals_parts",
        severity=Severity.ERROR,
        formula=Text(
            "合计项 = 所属各项之和（2018年及以前的统计表）",
            "a line = the sum of the lines below it, in tables before 2019",
        ),
        cells=_bind_members("line_equals_parts"),
        sentence=Text(
            "“{where}”为{left}，所属各项之和为{right}，两者不等。",
            "{where} is {left}, but the lines below it add up to {right}.",
        ),
        cases=Cases(_make_received("4", "4"), _make_received("5", "4"), _make_received("", "", "")),
        left_blank=Text(
            "“{where}”空白，所属各项之和为{right}。",
            "{where} is blank, but the lines below it add up to {right}.",
        ),
        right_blank=Text(
            "“{where}”为{left}，所属各项均空白。",
            "{where} is {left}, but all the lines below it are blank.",
        ),
        blanks=Text(
            "{count}项等于所属各项之和，但须将空白按零计。",
            "{count} {count:line equals|lines equal} the sum of the lines below, but only with blanks counted as zero.",
        ),
    ),
    Rule(
        key="rules_without_power",
        severity=Severity.WARNING,
        formula=Text(
            "无规章制定权的机关，规章制发件数和现行有效件数应为0或不填（立法法）",
            "an agency without the power to make rules reports none (Legislation Law)",
        ),
        cells=_list_power_cells,
        sentence=Text(
            "该机关无规章制定权，但规章“{column}”填为{printed}。",
            "This agency has no power to make government rules (规章), yet “{column}” gives {printed}.",
        ),
        cases=Cases(Case({"II.rules.issued": "0"}), Case({"II.rules.issued": "2"}), Case({"II.rules.issued": ""})),
        basis=Basis.POWERS,
    ),
)
