"""The statistics table of a report before 2019: the same facts in every manner, drifting labels, lines nobody knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.errors import DocumentError
from analytics.reports.labels import fold
from analytics.reports.model import Report
from analytics.reports.numbers import read
from analytics.reports.parse import parse
from analytics.simulate.docx import DOCX_MANNERS
from analytics.simulate.html import PAGES, render_mhtml
from analytics.simulate.ofd import render_ofd
from analytics.simulate.pdf import PDF_MANNERS
from analytics.simulate.places import list_counties
from analytics.simulate.render import MANNERS, FormSheet
from analytics.simulate.workbook import WORKBOOK_MANNERS
from analytics.simulate.world import simulate
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.places.fictional import FictionalPlace
from analytics.vocabulary.terms import Fault, MeasuredIn, Status, Table

DRAWN: dict[str, Callable[[FormSheet], str | bytes]] = {
    **MANNERS, **PAGES, **DOCX_MANNERS, **PDF_MANNERS, **WORKBOOK_MANNERS, "ofd": render_ofd, "mhtml": render_mhtml,
}  # fmt: skip
FIRST, LAST = list_counties(24)[0], list_counties(24)[-1]
"""Of provinces with the national table and with their own."""


def parsed(data: str | bytes) -> Report:
    content = data.encode() if isinstance(data, str) else data
    (report,) = parse(read_bytes(content, name="a"), again=lambda: read_bytes_again(content, name="a"))
    return report


@pytest.mark.parametrize("manner", sorted(DRAWN))
@pytest.mark.parametrize(
    ("place", "year", "edition"),
    [
        (FIRST, 2012, Edition("shanghai_2008")), (FIRST, 2016, Edition("national_2014")),
        (LAST, 2012, Edition("fujian_2011")), (LAST, 2016, Edition("fujian_2014")),
    ],
)  # fmt: skip
def test_every_manner_of_every_edition_gives_the_same_facts(
    manner: str, place: FictionalPlace, year: int, edition: Edition
) -> None:
    *_, filled = simulate(place, range(2011, year + 1), seed=7)
    report = parsed(DRAWN[manner](filled.sheet))
    assert dict(report.editions) == {Table.STATISTICS: edition}
    assert {fact.cell: (fact.status, fact.value) for fact in report.facts} == {
        code: read(text)[:2] for code, text in filled.sheet.printed.items()
    }
    assert all(fact.is_certain for fact in report.facts)
    assert not report.unread
    assert not [finding for finding in report.findings if finding.verdict is not None]


def page(*rows: tuple[str, ...], heads: tuple[str, ...] = ("统计指标", "单位", "统计数")) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in (heads, *rows))
    title = "芮城县2015年政府信息公开工作年度报告"
    return f"<html><h1>{title}</h1><p>一、概述</p><table>{cells}</table><p>特此报告。</p></html>".encode()


REQUESTS = (
    ("（一）收到申请数", "件", "19"), ("1．当面申请数", "件", "3"), ("2．传真申请数", "件", "0"),
    ("3．网络申请数", "件", "10"), ("4．信函申请数", "件", "6"),
)  # fmt: skip


def found(report: Report) -> dict[str, float | None]:
    return {form.map_cells_by_code()[fact.cell].line.key: fact.value for fact in report.facts if fact.cell is not None}


def test_lines_are_found_by_their_labels_whatever_numbers_and_notes_stand_beside() -> None:
    report = parsed(
        page(
            ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "6,931"),
            ("其中：主动公开规范性文件数", "条", "12"),
            *REQUESTS,
        )
    )
    assert found(report)["national_published"] == 6931
    assert found(report)["national_published_normative"] == 12
    assert found(report)["national_received"] == 19


def test_labels_that_recur_under_two_heads_are_told_apart_by_their_order() -> None:
    results = (
        ("（一）维持具体行政行为数", "件", "2"),
        ("（二）被依法纠错数", "件", "1"),
        ("（三）其他情形数", "件", "0"),
    )
    suits = (
        ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "4"), ("（二）被依法纠错数", "件", "3"),
        ("（三）其他情形数", "件", "5"),
    )  # fmt: skip
    rows = (*REQUESTS, ("四、行政复议数量", "件", "3"), *results, ("五、行政诉讼数量", "件", "12"), *suits)
    values = found(parsed(page(*rows)))
    assert (values["national_reconsideration_corrected"], values["national_litigation_corrected"]) == (1, 3)
    assert (values["national_reconsideration_other"], values["national_litigation_other"]) == (0, 5)


def test_a_line_that_no_edition_has_is_kept_under_its_printed_label() -> None:
    report = parsed(page(*REQUESTS, ("5．微信申请数", "件", "2")))
    (own,) = [fact for fact in report.facts if fact.cell is None]
    assert (own.table, own.line, own.value, own.is_certain) == (Table.STATISTICS, "5．微信申请数", 2, True)
    assert not report.unread


@pytest.mark.parametrize("label", ["微信申请数 件4", "微信申请数4", "微信申请数 ４"])
def test_a_line_nobody_knows_whose_label_ends_in_a_digit_is_never_certain(label: str) -> None:
    report = parsed(page(*REQUESTS, (label, "", "30")))
    (own,) = [fact for fact in report.facts if fact.value == 30]
    assert own.cell is None and not own.is_certain


def test_a_line_nobody_knows_in_columns_parted_by_spaces_is_as_doubtful_as_the_lines_beside_it() -> None:
    lines = (
        "福建省平潭县人民政府2015年政府信息公开工作年度报告",
        "",
        "一、概述",
        "2015年统计期限为1月1日至12月31日。",
        "二、主动公开政府信息情况",
        "三、依申请公开情况",
        "四、附表",
        "",
        "指 标            单位   年度   历年累计",
        "主动公开文件数     条    1,200   9,000",
        "其中：1.政府网站公开数  条   1,200   8,500",
        "2.政府公报公开数  条     0   500",
        "受理依申请公开总数  条    4    30",
        "1.当面申请数   条    3   20",
        "2.网上申请数   条    1   10",
        "3.信函、传真申请数 条   0    0",
        "4.短信申请数   条   0    0",
        "对申请的答复总数 条  4   30",
        "1.同意公开答复数 条  4    30",
        "2.同意部分公开答复数 条       ",
    )
    report = parsed("\n".join(lines))
    own = [fact for fact in report.facts if fact.cell is None]
    assert own and not any(fact.is_certain for fact in own)


def test_a_sum_that_fails_is_a_finding_and_a_blank_is_no_zero() -> None:
    rows = [*REQUESTS[:-1], ("4．信函申请数", "件", "7"), ("（二）申请办结数", "件", "")]
    report = parsed(page(*rows))
    (failing,) = [finding for finding in report.findings if finding.rule == "line_equals_parts"]
    assert (failing.operands["left"], failing.operands["right"], failing.fault) == (19, 20, Fault.PUBLISHER)
    (closed,) = [
        fact for fact in report.facts if fact.cell == form.find_cell(Table.STATISTICS, "national_closed", "year").code
    ]
    assert closed.status is Status.BLANK


def test_an_amount_is_in_the_unit_that_its_row_prints() -> None:
    report = parsed(page(*REQUESTS, ("七、依申请公开信息收取的费用", "元", "1500")))
    (fee,) = [fact for fact in report.facts if fact.line == "依申请公开信息收取的费用"]
    assert (fee.value, fee.measured_in, fee.is_certain) == (1500, MeasuredIn.YUAN, True)


def test_columns_in_another_order_are_read_by_their_heads() -> None:
    rows = (
        ("主动公开文件数", "条", "78967", "2543"), ("1、政府网站公开数", "条", "78967", "2543"),
        ("受理政府信息依申请公开总数", "条", "3", "1"), ("对申请的答复总数", "条", "3", "1"),
        ("3、信函、传真申请数", "条", "3", "1"),
    )  # fmt: skip
    report = parsed(page(*rows, heads=("指标", "单位", "历年累计", "年度")))
    assert report.editions == {Table.STATISTICS: Edition("fujian_2014")}
    values = {(fact.line, fact.column): fact.value for fact in report.facts}
    assert values["主动公开文件数", "历年累计"] == 78967
    assert values["主动公开文件数", "统计数"] == 2543


def test_a_row_that_is_short_of_figures_is_unreadable_and_the_others_stand() -> None:
    report = parsed(page(*REQUESTS, ("（二）申请办结数", "件"), ("1．按时办结数", "7")))
    statuses = {form.map_cells_by_code()[fact.cell].line.key: fact.status for fact in report.facts if fact.cell}
    assert statuses["national_received"] is Status.NUMBER
    assert {statuses.get(key) for key in ("national_closed", "national_closed_in_time")} <= {Status.UNREADABLE, None}


@pytest.mark.parametrize(
    "label",
    [
        "不同意公开答复数量", "未按时办结数", "非专职人员数", "申请信息存在数", "属于本行政机关公开数",
        "依申请公开信息减免的费用", "不同意部分公开答复数", "废止规范性文件总数",
    ],
)  # fmt: skip
def test_a_label_that_says_the_opposite_is_no_line_of_the_form(label: str) -> None:
    report = parsed(page(*REQUESTS, (label, "件", "77")))
    lines = {fact.cell and form.map_cells_by_code()[fact.cell].line.key for fact in report.facts if fact.value == 77}
    assert lines <= {None, "national_refused"}  # 不同意公开 is a line of its own


def test_what_brackets_tell_apart_is_not_taken_for_one_another() -> None:
    rows = (
        ("依申请提供信息收取费用", "元", "43", "", "9"), ("检索费", "元", "44", "", "2"), ("邮寄费", "元", "45", "", "3"),
        ("复制费（光盘）", "元", "47", "", "4"), ("申请总次数", "条", "12", "", "5"), ("当面申请数", "条", "13", "", "5"),
    )  # fmt: skip
    report = parsed(page(*rows, heads=("指标名称", "计量单位", "代码", "本月", "本年累计")))
    (disc,) = [fact for fact in report.facts if fact.value == 4]
    assert disc.cell is not None and form.map_cells_by_code()[disc.cell].line.label == "复制费（光盘）"


@pytest.mark.parametrize(
    "heads", [("统计数", "统计指标", "单位"), ("单位", "统计数", "统计指标"), ("统计指标", "统计数", "统计数")]
)
def test_heads_that_do_not_say_which_figure_is_whose_make_no_table(heads: tuple[str, ...]) -> None:
    data = page(*REQUESTS, heads=heads).replace(b"</html>", "<p>二、主动公开</p><p>三、依申请公开</p></html>".encode())
    report = parsed(data)
    assert not [fact for fact in report.facts if fact.is_certain]


def test_tables_side_by_side_are_one_below_another() -> None:
    heads = ("统计指标", "单位", "统计数") * 2
    closing = (("（二）申请办结数", "件", "8"), ("1．按时办结数", "件", "7"), ("2．延期办结数", "件", "1"))
    rows = [(*left, *right) for left, right in zip(REQUESTS[:3], closing, strict=True)]
    values = found(parsed(page(*rows, heads=heads)))
    assert values == {
        "national_received": 19, "national_in_person": 3, "national_by_fax": 0, "national_closed": 8,
        "national_closed_in_time": 7, "national_closed_extended": 1,
    }  # fmt: skip


def test_a_header_that_is_printed_again_is_no_line() -> None:
    heads = ("统计指标", "单位", "统计数")
    report = parsed(page(*REQUESTS[:2], heads, *REQUESTS[2:]))
    assert len(found(report)) == 5 and all(fact.cell is not None for fact in report.facts)


def test_a_table_of_other_things_is_no_statistics_table() -> None:
    rows = (("办公用品", "件", "3"), ("车辆", "辆", "2"), ("会议", "次", "12"), ("培训", "次", "4"))
    data = page(*rows) + "二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、其他".encode()
    report = parsed(data.replace(b"</html>", "<p>二、主动公开政府信息情况</p></html>".encode()))
    assert Table.STATISTICS not in report.editions
    assert not report.facts


SUITS = (
    ("五、行政诉讼数量", "件", "12"), ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "4"),
    ("（二）被依法纠错数", "件", "3"), ("（三）其他情形数", "件", "5"),
)  # fmt: skip
RECONSIDERATION = (
    ("四、行政复议数量", "件", "3"), ("（一）维持具体行政行为数", "件", "2"), ("（二）被依法纠错数", "件", "1"),
    ("（三）其他情形数", "件", "0"),
)  # fmt: skip


def test_lines_of_a_group_are_those_of_the_head_above_them_whatever_its_place() -> None:
    values = found(parsed(page(*REQUESTS, *SUITS, *RECONSIDERATION)))
    assert (values["national_litigation_corrected"], values["national_reconsideration_corrected"]) == (3, 1)
    only = found(parsed(page(*REQUESTS, *SUITS)))
    assert only["national_litigation_other"] == 5 and "national_reconsideration_other" not in only


def test_the_first_result_of_suits_in_the_words_of_reconsiderations_is_no_second_line_of_theirs() -> None:
    suits = (SUITS[0], ("（一）维持具体行政行为数", "件", "41"), *SUITS[2:])
    for rows in ((*RECONSIDERATION, *suits), (*suits, *RECONSIDERATION)):
        report = parsed(page(*REQUESTS, *rows))
        values = found(report)
        assert values["national_reconsideration_upheld"] == 2 and "national_litigation_upheld" not in values
        facts = {fact.printed: fact for fact in report.facts if "维持" in fact.line}
        assert facts["2"].is_certain and not facts["41"].is_certain and facts["41"].cell is None


@pytest.mark.parametrize("words", ["未发生", "详见附件", "一", "O"])
def test_words_in_the_place_of_a_figure_are_printed_and_no_figure(words: str) -> None:
    report = parsed(page(*REQUESTS, ("（二）申请办结数", "件", words), ("1．按时办结数", "件", "7")))
    (fact,) = [fact for fact in report.facts if fact.cell and fact.printed == words]
    assert form.map_cells_by_code()[fact.cell].line.key == "national_closed" and fact.value is None
    assert found(report)["national_closed_in_time"] == 7


def test_lines_whose_head_stands_below_them_are_nobodys() -> None:
    report = parsed(page(*REQUESTS, *SUITS[1:], SUITS[0], *RECONSIDERATION[1:], RECONSIDERATION[0]))
    ambiguous = ("被依法纠错数", "其他情形数")
    assert not [fact for fact in report.facts if fact.cell and fact.line in ambiguous]
    assert len([fact for fact in report.facts if fact.cell is None and fact.line.endswith(ambiguous)]) == 4


def test_a_wrong_sum_of_lines_found_by_more_than_their_words_is_not_the_publishers() -> None:
    rows = [("（一）收到申请总数量", "件", "19"), *REQUESTS[1:-1], ("4．信函申请数", "件", "7")]
    (failing,) = [finding for finding in parsed(page(*rows)).findings if finding.rule == "line_equals_parts"]
    assert failing.fault is Fault.READER


@pytest.mark.parametrize("heads", [("指标内容", "单位", "数值"), ("项目名称", "计量单位", "2015年数据"), ()])
def test_lines_under_heads_that_say_nothing_are_said_to_be_printed_and_unread(heads: tuple[str, ...]) -> None:
    report = parsed(page(*REQUESTS, heads=heads).replace("<p>一、概述</p>".encode(), b""))
    assert report.year == 2015 and not report.facts
    assert Table.STATISTICS in report.unread_tables
    rules = {finding.rule for finding in report.findings}
    assert "form_before_2019" in rules and "tables_absent" not in rules


def test_a_few_lines_of_statistics_make_no_report_of_a_page() -> None:
    rows = "".join(f"<tr><td>{label}</td></tr>" for label, _, _ in REQUESTS[:3])
    with pytest.raises(DocumentError, match="not_a_report"):
        parsed(f"<html><p>2014年汇总</p><table>{rows}</table></html>")


def two(first: str, second: str, between: str = "") -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>"
        for row in (("统计指标", "单位", "统计数"), *REQUESTS)
    )
    other = rows.replace(">19<", ">29<").replace(">10<", ">20<")
    title = "芮城县2016年政府信息公开工作年度报告"
    return f"<html><h1>{title}</h1><p>{first}</p><table>{rows}</table>{between}<p>{second}</p><table>{other}</table></html>"


def test_a_table_of_another_year_is_left_out_and_said() -> None:
    report = parsed(two("2015年统计表", "2016年统计表"))
    assert found(report)["national_received"] == 29
    assert {figure.text for figure in report.unread} >= {"19", "10"} and report.unread_tables == ()
    (finding,) = [finding for finding in report.findings if finding.rule == "table_of_another_year"]
    assert dict(finding.operands) == {"table": "pre2019", "printed": "2015年统计表", "stated": "2015年", "year": "2016"}


def test_of_two_tables_without_a_year_none_is_chosen() -> None:
    report = parsed(two("统计表一", "统计表二"))
    assert not report.facts and len(report.unread) == 2 * len(REQUESTS)
    assert report.unread_tables == (Table.STATISTICS,)
    (finding,) = [finding for finding in report.findings if finding.rule == "tables_rival"]
    assert (finding.operands["count"], finding.operands["printed"]) == (2, "统计表一；统计表二")


def test_two_years_in_one_document_are_two_reports() -> None:
    title = "芮城县2015年政府信息公开工作年度报告"
    data = two("", "", f"<h1>{title}</h1>").encode()
    later, earlier = parse(read_bytes(data, name="a"), again=lambda: read_bytes_again(data, name="a"))
    assert (later.year, earlier.year) == (2016, 2015)
    assert (found(later)["national_received"], found(earlier)["national_received"]) == (19, 29)


def test_statistics_beside_a_form_are_told_and_no_figure_of_it() -> None:
    editions = dict.fromkeys(form.list_tables_of_form(), Edition("2021"))
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, Edition("2021"))]
    whole = MANNERS["html"](FormSheet("芮城县2022年政府信息公开工作年度报告", editions, dict.fromkeys(codes, "0")))
    table = two("附表", "").partition("</p>")[2].partition("</table>")[0] + "</table>"
    report = parsed(whole.replace("</body>", f"{table}</body>"))
    assert {fact.cell for fact in report.facts} == set(codes)
    assert {figure.text for figure in report.unread} >= {"19", "10"}


def flowed(line: str) -> Report:
    """A report whose table is lines of text, the first of them this one."""
    others = "\n".join("   ".join(row) for row in REQUESTS[1:])
    return parsed(f"芮城县2015年政府信息公开工作年度报告\n一、概述\n统计指标   单位   统计数\n{line}\n{others}\n")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("（一）收到申请数（同一申请计1件）          件      19", 19),
        ("17  （一）收到申请数     件    19", 19),
        ("17  （一）收到申请数     件    19    12", None),
        ("（一）收到申请数   件", None),
    ],
)
def test_a_line_of_text_gives_its_last_figures_or_none_for_certain(line: str, value: float | None) -> None:
    report = flowed(line)
    (received,) = [fact for fact in report.facts if fact.line == "收到申请数"]
    assert (received.value, received.is_certain) == (value, value is not None)
    assert any(finding.rule == "row_incomplete" for finding in report.findings) == (value is None)
    assert len(report.facts) == len(REQUESTS)


@pytest.mark.parametrize("line", ["5．微信申请数  件  19  12", "17  微信申请数  件  19  12", "微信申请数  19  12"])
def test_a_line_nobody_knows_whose_figures_fit_no_column_is_told_as_unread(line: str) -> None:
    report = flowed(line)
    assert [figure.text for figure in report.unread] == ["19 12"]
    assert [finding.operands["count"] for finding in report.findings if finding.rule == "figures_unread"] == [1]
    assert len(report.facts) == len(REQUESTS) - 1


def test_a_line_nobody_knows_is_told_beside_a_table_of_another_year_too() -> None:
    odd = "<tr><td>微信申请数</td><td>19</td></tr>"
    pages = two("2015年统计表", "2016年统计表").rsplit("</table>", 1)
    report = parsed(f"{pages[0]}{odd.replace('19', '77')}</table>{pages[1]}")
    assert found(report)["national_received"] == 29
    assert "77" in {figure.text for figure in report.unread}


def test_a_table_without_a_header_is_unread_and_not_unsaid() -> None:
    sections = "<p>二、主动公开政府信息情况</p><p>五、存在的主要问题及改进情况</p>".encode()
    report = parsed(page(*REQUESTS, heads=("甲", "乙", "丙")).replace(b"</html>", sections + b"</html>"))
    assert not report.facts and {figure.text for figure in report.unread} >= {"19", "10", "6"}


def end_at(*rows: tuple[str, ...]) -> Report:
    """A report whose statistics table is the last that is printed."""
    return parsed(page(*rows).replace("<p>特此报告。</p>".encode(), b""))


@pytest.mark.parametrize(
    "last",
    [
        ("（四）政府信息公开专项经费", "万元", "12"), ("六、举报投诉数量", "件", "3"), REQUESTS[-1],
        ("十、村务公开栏更新数", "条", "88"), ("五、行政诉讼数量", "件", "2"),
    ],
)  # fmt: skip
def test_a_table_that_prints_fewer_lines_than_the_form_is_not_said_to_be_cut_off(last: tuple[str, ...]) -> None:
    report = end_at(*REQUESTS[:-1], last) if last == REQUESTS[-1] else end_at(*REQUESTS, last)
    assert not [finding for finding in report.findings if finding.rule == "table_torn"]
    assert [fact.is_certain for fact in report.facts] == [True] * len(report.facts)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_table_that_ends_before_its_sum_is_complete_is_cut_off_at_its_last_cell(count: int) -> None:
    report = end_at(*SUITS, *REQUESTS[:count])
    (torn,) = [finding for finding in report.findings if finding.rule == "table_torn"]
    assert [fact.printed for fact in report.facts if not fact.is_certain] == [REQUESTS[count - 1][2]]
    assert torn.operands["printed"] == REQUESTS[count - 1][2]


def test_what_is_printed_below_a_table_shows_that_it_is_not_cut_off() -> None:
    report = parsed(page(*SUITS, *REQUESTS[:3]))
    assert not [finding for finding in report.findings if finding.rule == "table_torn"]


@pytest.mark.parametrize(
    "head",
    ["年度", "2015年度", "2015年", "2015 年度", "本年度", "本年", "2015年统计数", "2015年数量", "当年", "本年统计数"],
)
def test_the_column_of_the_year_is_known_by_its_year_as_by_its_name(head: str) -> None:
    report = parsed(page(*REQUESTS, heads=("统计指标", "单位", head)))
    assert found(report)["national_received"] == 19 and all(fact.is_certain for fact in report.facts)


def test_of_two_columns_that_only_their_years_name_the_later_is_the_reports() -> None:
    rows = [(label, unit, "77", figure) for label, unit, figure in REQUESTS]
    report = parsed(page(*rows, heads=("统计指标", "单位", "2014年", "2015年")))
    assert [fact.printed for fact in report.facts] == [figure for _, _, figure in REQUESTS]


def test_a_header_of_another_year_makes_no_figure_of_this_one() -> None:
    report = parsed(page(*REQUESTS, heads=("统计指标", "单位", "2013年度")))
    assert not report.facts and {figure.text for figure in report.unread} >= {"19", "10"}
    (finding,) = [finding for finding in report.findings if finding.rule == "table_of_another_year"]
    assert (finding.operands["stated"], finding.operands["year"]) == ("2013", "2015")


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("（一）收到政府信息公开申请数", "received"), ("（一）收到政府信息公开的申请数量", "received"),
        ("（一）收到信息公开申请件数", "received"), ("（一）收到依申请公开申请总数", "received"),
        ("（二）政府信息公开申请办结数", "closed"), ("（三）政府信息公开申请答复总数", "answered"),
    ],
)  # fmt: skip
def test_words_that_say_nothing_about_what_is_counted_may_stand_in_a_label(label: str, key: str) -> None:
    assert found(parsed(page(*REQUESTS[1:], (label, "件", "77"))))[f"national_{key}"] == 77


@pytest.mark.parametrize(("unit", "is_certain"), [("条", True), ("块", True), ("㎡", False), ("架次", False)])
@pytest.mark.parametrize("is_text", [False, True])
def test_a_last_row_that_nobody_knows_is_kept_whatever_its_unit(unit: str, is_certain: bool, is_text: bool) -> None:
    row = ("十、村务公开栏更新数", unit, "88")
    lines = "\n".join("   ".join(line) for line in (("统计指标", "单位", "统计数"), *REQUESTS, row))
    text = f"芮城县2015年政府信息公开工作年度报告\n一、概述\n{lines}\n特此报告。\n"
    report = parsed(text if is_text else page(*REQUESTS, row))
    assert len(found(report)) == len(REQUESTS)
    (unknown,) = [fact for fact in report.facts if fact.cell is None]
    assert (unknown.line, unknown.value, unknown.is_certain) == (row[0], 88, is_certain)
    assert not report.unread


def test_a_last_cell_that_alone_is_blank_may_be_cut_off() -> None:
    report = end_at(*REQUESTS, ("（二）申请办结数", "件", ""))
    assert [finding.rule for finding in report.findings if finding.rule == "table_torn"]
    assert [fact.line for fact in report.facts if not fact.is_certain] == ["申请办结数"]
    usual = end_at(REQUESTS[0], ("1．当面申请数", "件", ""), *REQUESTS[2:], ("（二）申请办结数", "件", ""))
    assert not [finding.rule for finding in usual.findings if finding.rule == "table_torn"]


@pytest.mark.parametrize("note", ["（2015年）", "（含上年结转3件）", "（不含网上申请）"])
def test_a_bracket_that_changes_what_is_counted_makes_another_line(note: str) -> None:
    rows = [(f"{label}{note}" if at == 0 else label, *others) for at, (label, *others) in enumerate(REQUESTS)]
    assert "national_received" not in found(parsed(page(*rows)))
    assert found(parsed(page(*REQUESTS)))["national_received"] is not None


@pytest.mark.parametrize("caption", ["2015年第四季度统计表", "统计表（2015年1月—6月）", "2015年上半年统计表"])
def test_a_table_of_a_part_of_the_year_gives_no_figure_of_the_year(caption: str) -> None:
    report = parsed(page(*REQUESTS).replace(b"<table", f"<p>{caption}</p><table".encode(), 1))
    assert not report.facts
    (finding,) = [finding for finding in report.findings if finding.rule == "table_of_part_of_year"]
    assert finding.operands["printed"] == caption and str(finding.operands["stated"]) in fold(caption)


@pytest.mark.parametrize("caption", ["统计表（2015年1月—12月）", "2015年1月1日至12月31日统计表"])
def test_twelve_months_are_the_year(caption: str) -> None:
    assert parsed(page(*REQUESTS).replace(b"<table", f"<p>{caption}</p><table".encode(), 1)).facts


def test_two_lists_in_one_table_leave_no_figure_certain() -> None:
    again = [(*row[:-1], f"{row[-1]}7") for row in REQUESTS]
    report = parsed(page(*REQUESTS, *again))
    assert report.facts and not any(fact.is_certain for fact in report.facts)
    assert "line_repeated" in {finding.rule for finding in report.findings}
    (finding,) = [finding for finding in report.findings if finding.rule == "lines_rival"]
    assert finding.operands["count"] == len(REQUESTS) and "收到申请数" in str(finding.operands["printed"])


def test_a_total_beside_a_period_is_the_years_and_by_itself_of_all_years() -> None:
    lines = [(*row[:2], "1", row[2]) for row in REQUESTS]
    beside = parsed(page(*lines, heads=("统计指标", "单位", "本期", "累计")))
    received = [fact for fact in beside.facts if fact.line == "收到申请数" and fact.column == "统计数"]
    assert [fact.value for fact in received] == [19]
    alone = parsed(page(*REQUESTS, heads=("统计指标", "单位", "累计")))
    assert "national_received" not in found(alone)


def test_an_amount_is_in_the_unit_that_its_label_prints() -> None:
    line = ("政府信息公开专项经费（单位：元）", "—", "3500")
    report = parsed(page(*REQUESTS, line))
    assert [fact.measured_in for fact in report.facts if fact.printed == "3500"] == [MeasuredIn.YUAN]


def under(title: str, *lines: str) -> Report:
    """A report whose table stands below these lines."""
    above = "".join(f"<p>{line}</p>" for line in lines)
    data = page(*REQUESTS).decode().replace("芮城县2015年", f"{title}2015年").replace("<table", f"{above}<table", 1)
    return parsed(data)


@pytest.mark.parametrize(
    ("title", "lines", "other"),
    [
        ("芮城县人民政府", ("芮城县人民政府办公室2015年政府信息公开情况统计表",), "芮城县人民政府办公室"),
        ("芮城县人民政府", ("芮城县水利局政府信息公开情况统计表", "单位：件"), "芮城县水利局"),
        ("芮城县", ("填报单位（盖章）：芮城县人民政府办公室",), "芮城县人民政府办公室"),
        ("芮城县", ("统计表", "填报单位：县政府办公室 单位：件"), "县政府办公室"),
        ("芮城县人民政府", ("附表：平陆县2015年政府信息公开情况统计表",), "平陆县"),
        ("芮城县水利局", ("芮城县教育局2015年政府信息公开情况统计表",), "芮城县教育局"),
        ("芮城县水利局", ("填报单位：芮城县人民政府",), "芮城县人民政府"),
    ],
)
def test_a_table_that_names_another_organ_than_the_title_is_doubted(
    title: str, lines: tuple[str, ...], other: str
) -> None:
    report = under(title, *lines)
    assert report.facts and not any(fact.is_certain for fact in report.facts)
    (finding,) = [finding for finding in report.findings if finding.rule == "table_of_another_organ"]
    assert finding.operands["printed"] == other and finding.operands["organ"] == report.organ.name


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("芮城县人民政府", ("芮城县人民政府2015年政府信息公开情况统计表",)),
        ("芮城县人民政府", ("芮城县政府信息公开情况统计表", "填报单位：芮城县人民政府（盖章）")),
        ("芮城县", ("2015年全县政府信息公开情况统计表", "单位：件")),
        ("芮城县", ("政府信息公开情况统计表", "填报单位：各乡镇、各部门")),
        ("芮城县人民政府办公室", ("芮城县政府办公室政府信息公开情况统计表",)),
        ("芮城县水利局", ("芮城县水利局2015年政府信息公开情况统计表",)),
        ("芮城县水利局", ("芮城县2015年政府信息公开情况统计表",)),
        ("平潭综合实验区管委会", ("平潭综合实验区管理委员会2015年政府信息公开情况统计表",)),
    ],
)
def test_a_table_that_names_the_organ_of_the_title_or_none_stays_certain(title: str, lines: tuple[str, ...]) -> None:
    report = under(title, *lines)
    assert report.facts and all(fact.is_certain for fact in report.facts)
    assert not [finding for finding in report.findings if finding.rule == "table_of_another_organ"]
