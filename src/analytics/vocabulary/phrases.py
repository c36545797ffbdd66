"""The wordings of reports beside the form itself: marks in cells, heads and labels of tables, headings of sections.

Patterns apply to folded text: NFKC, simplified characters, no white space. Source: the reports themselves.
"""

from __future__ import annotations

import re

from analytics.vocabulary.terms import MeasuredIn

# Marks in cells -------------------------------------------------------------------------------------------

NOT_APPLICABLE = frozenset({"无", "没有", "不涉及", "不适用", "无此项", "N/A", "n/a", "\\"})
ZERO_WORDS = frozenset({"零", "〇"})
AMOUNT_UNITS: dict[str, MeasuredIn] = {
    "百万元": MeasuredIn.MILLION_YUAN,
    "亿元": MeasuredIn.YI_YUAN,
    "亿": MeasuredIn.YI_YUAN,
    "万元": MeasuredIn.WAN_YUAN,
    "万": MeasuredIn.WAN_YUAN,
    "千元": MeasuredIn.THOUSAND_YUAN,
    "元": MeasuredIn.YUAN,
}
"""Units of money, longer names before those they end with."""
CURRENCY = "人民币"
"""May stand before a unit of money or an amount and says nothing more."""
COUNT_UNITS = "件次|人次|件|项|个|条|份|次|宗|起|例|部|篇"
"""Words behind a count, longer ones before those they begin with."""
PERSON_UNITS = "人|名"
"""Words that count persons, where the form counts requests and cases: most publishers mean the same by them."""
ALTOGETHER = "共计|共|计"
"""May stand before a count and says nothing more."""
UNIT_IN_HEADER = re.compile(
    rf"(?:单位[:]?|[(:])(?:{CURRENCY}|单位[:]?)*(?P<unit>{'|'.join(AMOUNT_UNITS)})(?![\u4e00-\u9fff])"
)
OTHER_UNIT_IN_HEADER = re.compile(rf"单位[:]?(?!(?:{COUNT_UNITS})(?![\u4e00-\u9fff]))[\u4e00-\u9fff]|[(].{{0,4}}元[)]")
DECREASE = "减少|减|下降|取消|↓"
INCREASE = "增加|新增|增|上升|↑"

PAGE_NUMBER = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页.*|(?:https?|file):.*|\d{1,3}/\d{1,3}")
"""A page number between the rows of a table: ``- 3 -``, or the line that a browser prints at the foot of a page."""

DATE = re.compile(
    r"20\d\d\s*[年./-](?:\s*\d{1,2}\s*[月./-](?:\s*\d{1,2}\s*日?)?)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    r"|〔20\d\d〕\s*\d+\s*号|\d{1,4}/\d{1,2}/\d{1,4},?(?:\s*\d{1,2}:\d{2})?|(?:https?|file):.*"
)
"""Numbers that are no figures: dates, the numbers of documents, addresses that a browser prints on a page."""
SENTENCE = re.compile(r"[。;；]|^(?:备?注|说明|附件?)\d*[:：]")
"""What tells a line of prose from a cell."""

# Anchors of the tables ------------------------------------------------------------------------------------

ARTICLE = re.compile(r"第二十条第\(?[一五六八九]\)?项")
ARTICLE_CUT = re.compile(r"第二十条第\(?[一五六八九]\)?")
"""The upper line of an article that is broken over two."""
CONTENT_HEADER = "信息内容"
APPLICANTS_HEADER = "申请人情况"
LEGAL_PERSONS_HEADER = "法人或其他组织"
LITIGATION_HEADER = "行政诉讼"
GROUP_BEFORE_HEAD = re.compile(
    rf"(?:{APPLICANTS_HEADER}[:/_.>|—-]*)?(?P<legal>{LEGAL_PERSONS_HEADER}[:/_.>|—-]*)?(?P<head>(?!{LEGAL_PERSONS_HEADER}).+)"
)
"""A head of table III that names the groups above it as well, as programs flatten headers: 法人或其他组织-科研机构."""
IDENTITY_NOTE = "勾稽关系"
APPLICANTS_AND_TOTAL = "申请人情况总计"
"""Two header cells that a page's layout runs together."""
RESULTS_HEADER_STARTS = ("结果维持", "结果结果")
"""The header of table IV with its cells run together, line by line or column by column."""

EXTRA_HEAD = re.compile(r"占比|比例|比重|百分比|%|同比|环比|增长|增幅|序号|行次|编号|备注|小计|说明")
"""What heads a column that the form does not have."""
SUBTOTAL, TOTAL = "小计", "合计"
EXTRA_ROW = re.compile(
    r"其中|(?:通过)?(?:网上|网络|当面|信函|邮寄|传真|电子邮件|现场|平台|在线)(?:提交|提出)?(?:的?申请)?(?:数量?|件数)?$"
)
"""How a row that the form does not have begins: a part of the row above it, by the way requests came."""
COMMON_IN_HEADS = ("上一年", "上年", "本年度", "本年", "数量", "件数", "总数", "情况", "项目")
"""Words of many heads, which tell no column from another."""
OTHER_YEAR = re.compile(r"上一?年度?(?!度|结转|项目)|去年|往年|同期")
"""What tells that figures are those of another year, where they stand beside this year's."""
OF_THIS_YEAR = re.compile(
    r"(?:(?:本|今|当)(?:年度?|期)|20\d\d年度?)?(?:申请|办理)?(?:数量?|件数|人数|情况)?(?:\(.{1,3}\))?"
)
"""What a head below the name of its column says of this year's figures alone: 本年, 2022年, 本年数量（件）."""
CHANGE_HEAD = re.compile(r"增/?减(?:数量?|情况)?|变化(?:情况)?")
"""A head of differences between two years, below the name of a column."""
NOTE_IN_LABEL = re.compile(r"\((?:[^()]|\([^()]*\)){4,}\)?|(?:备注|说明|注)[:].*")
"""A note printed inside the cell of a label."""

STATISTICS_LABELS = frozenset({"统计指标", "指标名称", "指标", "统计项目", "项目", "内容", "统计内容"})
STATISTICS_UNITS = frozenset({"单位", "计量单位"})
STATISTICS_CODES = frozenset({"代码", "序号", "指标代码"})
STATISTICS_NOTES = frozenset(
    {"备注", "说明", "上年", "上年度", "上年数", "上年统计数", "上年同期", "去年", "同比", "增减"}
)
YEAR_SO_FAR = "累计"
"""Head of the year's own figures where that of a month or period stands beside it, else of all years'."""
STATISTICS_YEAR = re.compile(r"^20\d\d年度?")
"""A year before the name of a column."""
"""Heads of the columns of a statistics table before 2019 that hold no figures."""
UNIT_WORDS = re.compile(
    r"条|件|次|篇|人|个|元|千元|万元|百万元|亿元|人次|份|宗|项|条次|件次|张|处|起|块|期|场|场次|批|批次|类|本|册|户|家|名|部|台|例|版|封|套|所|人/次|件/次|条/次"
)
"""What stands in the column of units of a statistics table before 2019."""
BEFORE_STATISTICS_LABEL = re.compile(
    r"^(?:其中[:,]?|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.,]|\(?\d{1,2}[).、,:](?!\d))+"
)
"""Numbers of one or two levels, and 其中."""
STATISTICS_FILLERS = re.compile(
    r"(?:政府信息|信息|依申请)公开(?=的?申请)|政府信息|信息|(?<!文)件(?=的?(?:总|数))|[的总数量]"
)
"""What labels of the statistics tables before 2019 add or leave out without saying anything else."""
NOTE_IN_STATISTICS_LABEL = re.compile(
    r"[(](?:单位:?)?(?:条|件|次|份|个|人|元|千元|万元)[)]|[(](?:不同|同一|通过)[^()]*计[1一][条件次份][^()]*[)]|[(]不包括[^()]*[)]"
)
"""Brackets behind a label that change nothing of what it counts: its unit, or how the form counts."""
PART_OF_YEAR = re.compile(
    r"第?[一二三四1-4]季度?|[上下]半年|(?:(?<=年)|(?<![\d年月日-]))0?(?P<first>\d{1,2})月份?"
    r"(?:[-—–~至到]+(?:20\d\d年)?0?(?P<last>\d{1,2})月份?)?(?![\d日底末])"
)
"""What a caption says where its table is of a quarter, half a year or some months; no date, as it has days."""
TABLE_MAKER = re.compile(
    r"(?:填报|填表|制表|编报|报送|上报|报告|公开)(?:单位|机关|部门|机构)(?:名称)?(?:\((?:盖章|公章|签章|章)\))?[:：]"
    r"(?P<organ>[\u3400-\u9fff]{2,30}?)(?=单位|计量|日期|时间|填[报表]|[^\u3400-\u9fff]|$)"
)
"""What a table says of who filled it in: 填报单位（盖章）：文成县人民政府办公室."""
TABLE_OF = re.compile(
    r"(?:附[件表]?\d*[:：、.]?)?(?P<organ>(?!政[府务]信息)[\u3400-\u9fff]{2,30}?)(?=20\d\d|(?:政府|政务)?信息(?:主动)?公开|主动公开|依申请公开|统计)"
)
"""The caption of a table with the name before its year or subject: 文成县水利局2015年政府信息公开情况统计表."""
NO_MAKER = re.compile(r"^(?:本|我|各|全|上述|其他)|及(?:其|各|所属)|部门$|单位$")
"""What names nobody, or several."""
LINE_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])+")
"""The number that the form prints before the label of a line."""
BEFORE_2019 = re.compile(r"统计指标|指标名称|历年累计|计量单位|统计数")
"""Heads of the statistics tables that reports printed before the form of 2019."""
FEWEST_BEFORE_2019 = 2

# Headings -------------------------------------------------------------------------------------------------

HEADING = re.compile(r"(?P<bracket>\()?[一二三四五六七](?(bracket)\)|)[、.,:]?(?P<text>.{2,40})")
HEADING_STARTS = "一二三四五六七(（﹙"
"""A heading begins with its number: the first character tells most lines apart without a pattern."""
SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("II", re.compile(r"主动公开政府信息(工作)?的?(基本)?情况")),
    ("III", re.compile(r"(收到|受理)(和|及)处理政府信息公开申请的?(情况)?")),
    ("IV", re.compile(r"行政复议.{0,4}行政诉讼(的?情况)?")),
    ("V", re.compile(r"问题(及|和|与|以及)?.{0,10}(改进|整改|措施|情况)")),
    ("VI", re.compile(r"其他(需要|应当|须)?报告的?(事项|情况)")),
    ("I", re.compile(r"总体情况|^概述|工作概况|基本情况$")),
)
"""First match wins: II to VI are more telling than I."""
