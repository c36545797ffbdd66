"""Rules that hold what the prose of a report states against its tables, against itself, and against the parts that a
report has to have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analytics.vocabulary import form
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text
from analytics.vocabulary.rules.prose_cases import (
    FIVE,
    OUTCOMES,
    PADDING,
    SECTIONS,
    TOTALS,
    leave_out,
    make_forward,
    make_received,
    make_received_and_carried,
    make_requests,
    make_results,
)
from analytics.vocabulary.stated import list_quantities
from analytics.vocabulary.stated_before_2019 import list_stated_lines
from analytics.vocabulary.terms import Fault, Severity, Table

_SINCE_FORM, _SINCE_FIVE_PARTS = (form.EDITIONS[form.Edition(key)].first_year for key in ("2019", "2021"))


def find_rule_of_statement(value: float, sums: Sequence[float | None], *, is_at_most: bool) -> str | None:
    """Key of the rule that a stated number breaks, given what the sums that its words may mean are in the tables, the
    first what they should mean and None what cannot be told; None where it breaks none."""
    known = [total for total in sums if total is not None]
    if not known or (is_at_most and value <= max(known)) or value == sums[0]:
        return None
    if value in known:
        return "prose_counts_carried_over" if sums[0] is not None else None
    return "prose_differs"


def _list_stated_cells() -> frozenset[int]:
    cells = form.list_cells()
    lines = {line for quantity in list_quantities() for lines in quantity.sums for line in lines}
    lines |= {part for line in lines for part in form.list_lines_of_group(Table.III, line)}
    of_form = {cell.code for cell in cells if cell.table is Table.III and cell.line.key in lines}
    return frozenset(of_form | set(_list_stated_cells_before_2019()))


def _list_stated_cells_before_2019() -> Iterator[int]:
    for edition in form.list_editions(Table.STATISTICS):
        for line in list_stated_lines(edition):
            yield form.find_cell(Table.STATISTICS, line.key, "year").code


def _bind(*keys: str) -> frozenset[int]:
    return frozenset(cell.code for cell in form.list_cells() if cell.key in keys)


def _list_pending() -> frozenset[int]:
    return frozenset(
        cell.code for cell in form.list_cells() if cell.table is Table.IV and cell.column.key not in ("upheld", "total")
    )


RULES = (
    Rule(
        key="prose_differs",
        severity=Severity.WARNING,
        formula=Text(
            "正文所述数字与表三（2018年及以前为统计表）一致（逐处核对，区分口径和年度）",
            "counts in the prose agree with table III, up to 2018 with the statistics table (every statement "
            "on this year and the whole agency)",
        ),
        cells=_list_stated_cells,
        sentence=Text(
            "正文称“{quote}”，而{table}的相应数字为{printed}。",
            "The prose says “{quote}”, but {table} has {printed}.",
        ),
        cases=Cases(
            make_requests("全年收到政府信息公开申请5件，办结4件。"),
            make_requests("全年收到政府信息公开申请7件，办结4件。"),
            make_requests("去年收到政府信息公开申请7件，其中网上申请3件。"),
        ),
        basis=Basis.PROSE,
    ),
    Rule(
        key="prose_counts_carried_over",
        severity=Severity.NOTE,
        formula=Text(
            "正文所述收到件数为本年新收，不含上年结转",
            "requests received in the prose are new ones, without those carried over",
        ),
        cells=lambda: _bind(*TOTALS[:2]),
        sentence=Text(
            "正文所称“{quote}”系本年新收与上年结转之和，表三本年新收为{printed}。",
            "“{quote}” in the prose counts requests carried over as well; table III has {printed} new ones.",
        ),
        cases=Cases(
            make_received_and_carried("收到政府信息公开申请5件。"),
            make_received_and_carried("收到政府信息公开申请6件。"),
            make_received_and_carried("收到申请若干件。"),
        ),
        basis=Basis.PROSE,
    ),
    Rule(
        key="prose_outcomes_differ",
        severity=Severity.WARNING,
        formula=Text(
            "正文所述各类办理结果之和等于正文所述办结件数",
            "the outcomes stated in the prose add up to the answered that it states",
        ),
        cells=frozenset,
        sentence=Text(
            "正文所述各类办理结果之和为{total}，所述办结（答复）为{stated}，两者不等。",
            "The outcomes stated in the prose add up to {total}, but it states {stated} answered.",
        ),
        cases=Cases(
            Case(prose={"I": f"办结申请9件。{OUTCOMES}"}),
            Case(prose={"I": f"办结申请8件。{OUTCOMES}"}),
            Case(prose={"I": "办结申请8件。予以公开4件，不予公开2件。"}),
        ),
        basis=Basis.PROSE,
        fault=Fault.PUBLISHER,
    ),
    Rule(
        key="zero_report_with_requests",
        severity=Severity.WARNING,
        formula=Text(
            "表三为零报告的，正文不应述及收到申请",
            "where table III reports no requests, the prose mentions none",
        ),
        cells=lambda: _bind(*TOTALS[:2]),
        sentence=Text(
            "表三新收和上年结转均为零，正文却称“{quote}”。",
            "Table III reports no new requests and none carried over, but the prose says “{quote}”.",
        ),
        cases=Cases(
            make_received("全年未收到政府信息公开申请。", "0"),
            make_received("全年收到政府信息公开申请3件。", "0"),
            make_received("全年收到政府信息公开申请3件。", ""),
        ),
        basis=Basis.PROSE,
    ),
    Rule(
        key="all_answered_but_carried",
        severity=Severity.WARNING,
        formula=Text(
            "正文称申请全部办结的，结转下年度应为零",
            "where the prose says that all requests were dealt with, none is carried forward",
        ),
        cells=lambda: _bind(TOTALS[3]),
        sentence=Text(
            "正文称“{quote}”，表三却有{printed}件结转下年度。",
            "The prose says “{quote}”, but table III carries {printed} forward.",
        ),
        cases=Cases(make_forward("0"), make_forward("2"), make_forward("")),
        basis=Basis.PROSE,
    ),
    Rule(
        key="all_upheld_but_not",
        severity=Severity.WARNING,
        formula=Text(
            "正文称复议、诉讼均获维持的，表四其他各项应为零",
            "where the prose says that every case was upheld, table IV has no other result",
        ),
        cells=_list_pending,
        sentence=Text(
            "正文称“{quote}”，表四却有{printed}件结果纠正、其他结果或尚未审结。",
            "The prose says “{quote}”, but table IV has "
            "{printed} {printed:case|cases} corrected, pending or with another result.",
        ),
        cases=Cases(
            Case(make_results("0", "0"), prose={"I": "行政复议7件，均获维持。"}),
            Case(make_results("2", "0"), prose={"I": "行政复议7件，均获维持。"}),
            Case(make_results("", ""), prose={"I": "行政复议7件，均获维持。"}),
        ),
        basis=Basis.PROSE,
    ),
    Rule(
        key="fee_stated_twice",
        severity=Severity.WARNING,
        formula=Text("信息处理费前后所述一致", "the fee for handling information is the same wherever it is stated"),
        cells=frozenset,
        sentence=Text(
            "信息处理费前后所述不一：{amounts}元。",
            "The fee for handling information is stated as different amounts: {amounts} yuan.",
        ),
        cases=Cases(
            Case(prose={"I": "收取信息处理费100元。", "VI": "全年收取信息处理费100元。"}),
            Case(prose={"I": "全年未收取信息处理费。", "VI": "全年收取信息处理费100元。"}),
            Case(prose={"VI": "按规定执行信息处理费管理办法。"}),
        ),
        basis=Basis.PROSE,
        fault=Fault.PUBLISHER,
    ),
    Rule(
        key="section_missing",
        severity=Severity.WARNING,
        formula=Text("报告有法定的六个部分", "a report has the six sections of the form"),
        cells=frozenset,
        sentence=Text(
            "报告缺少第{sections}部分的标题。", "The heading of section {sections} was not found in the report."
        ),
        cases=Cases(Case(prose=SECTIONS), Case(prose=leave_out("IV")), Case(prose={"II": "", "III": ""})),
        basis=Basis.PARTS,
        first_year=_SINCE_FORM,
    ),
    Rule(
        key="report_ends_early",
        severity=Severity.WARNING,
        formula=Text(
            "报告至第六部分为止，文字完整", "a report goes on to its sixth section and ends with a whole sentence"
        ),
        cells=frozenset,
        sentence=Text(
            "报告止于第{section}部分（“{quote}”），其后内容未见，文件可能不完整。",
            "The report ends in section {section} (“{quote}”). What should follow is missing; it may be cut off.",
        ),
        cases=Cases(
            Case(prose=SECTIONS),
            Case(prose={**leave_out("V", "VI"), "IV": "本年度没有发生"}),
            Case(prose={"II": "", "III": ""}),
        ),
        basis=Basis.PARTS,
        first_year=_SINCE_FORM,
    ),
    Rule(
        key="section_empty",
        severity=Severity.WARNING,
        formula=Text("一、五、六部分有正文", "sections one, five and six have a text"),
        cells=frozenset,
        sentence=Text("第{sections}部分只有标题，没有正文。", "Section {sections} has a heading and no text."),
        cases=Cases(Case(prose=SECTIONS), Case(prose={**SECTIONS, "V": ""}), Case(prose={"II": "", "V": ""})),
        basis=Basis.PARTS,
        first_year=_SINCE_FORM,
    ),
    Rule(
        key="section_renumbered",
        severity=Severity.NOTE,
        formula=Text("各部分序号与法定格式一致", "sections bear the numbers of the form"),
        cells=frozenset,
        sentence=Text(
            "“{heading}”应为第{section}部分，序号与法定格式不符。",
            "“{heading}” is section {section} of the form, but bears another number.",
        ),
        cases=Cases(
            Case(prose={"I": "情况。", "II": "", "III": ""}),
            Case(prose={"I": "情况。", "二、IV": "", "III": ""}),
            Case(prose={"I": "情况。", "附表IV": ""}),
        ),
        basis=Basis.PARTS,
        first_year=_SINCE_FORM,
        fault=Fault.PUBLISHER,
    ),
    Rule(
        key="overview_part_missing",
        severity=Severity.NOTE,
        formula=Text(
            "总体情况有主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面",
            "section one speaks of disclosure, requests, information management, platforms and supervision",
        ),
        cells=frozenset,
        sentence=Text("总体情况未述及：{parts}。", "Section one does not speak of: {parts}."),
        cases=Cases(
            Case(prose={"I": PADDING + FIVE}),
            Case(prose={"I": PADDING + "主动公开。依申请公开。规范性文件属性。监督保障：考核、评议、责任追究。"}),
            Case(prose={"I": "主动公开。"}),
        ),
        basis=Basis.PARTS,
        first_year=_SINCE_FIVE_PARTS,
    ),
    Rule(
        key="supervision_unstated",
        severity=Severity.NOTE,
        formula=Text(
            "总体情况述及工作考核、社会评议和责任追究结果（条例第五十条）",
            "section one states appraisal, public review and accountability (art. 50 of the Regulation)",
        ),
        cells=frozenset,
        sentence=Text(
            "总体情况未述及：{parts}（条例第五十条）。",
            "Section one does not state {parts} (art. 50 of the Regulation).",
        ),
        cases=Cases(
            Case(prose={"I": PADDING + FIVE}),
            Case(prose={"I": PADDING + "主动公开。依申请公开。信息管理。平台建设。监督保障：开展考核和社会评议。"}),
            Case(prose={"I": "监督保障。"}),
        ),
        basis=Basis.PARTS,
        first_year=_SINCE_FORM,
    ),
)
