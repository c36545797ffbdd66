"""Fujian's statistics tables of 2011–2013 and 2014–2018, read from real reports: 年度 / 历年累计.

A column of all years up to this one: 历年累计(t) = 历年累计(t−1) + 年度(t).
"""

from __future__ import annotations

from analytics.vocabulary.form.model import Edition, EditionDeclaration, Line, Outline, Under
from analytics.vocabulary.form.statistics import make_table
from analytics.vocabulary.terms import MeasuredIn, Table

_FIRST_2011, _FIRST_2014 = 200, 300


def _line_2011(number: int, key: str, label: str, english: str, continues: str = "", *aliases: str) -> Line:
    return Line(
        _FIRST_2011 + number,
        f"fujian_2011_{key}",
        label,
        english,
        aliases=aliases,
        counted_in="条",
        continues=continues,
    )


def _line_2014(
    number: int, key: str, label: str, english: str, continues: str = "", *aliases: str, counted_in: str = "条"
) -> Line:
    return Line(
        _FIRST_2014 + number, f"fujian_2014_{key}", label, english, aliases=aliases, counted_in=counted_in,
        measured_in=MeasuredIn.YUAN if counted_in == "元" else None, continues=continues,
    )  # fmt: skip


_LINES_2011 = (
    _line_2011(1, "published", "主动公开信息数", "Items published proactively"),
    _line_2011(2, "by_website", "1.网站公开", "Published on the website", "", "1.网站公开数"),
    _line_2011(3, "by_gazette", "2.政府公报公开", "Published in the gazette", "", "2.政府公报公开数"),
    _line_2011(4, "received", "受理依申请公开信息总数", "Requests received", "new", "受理政府信息依申请公开总数"),
    _line_2011(5, "in_person", "1.当面申请数", "Requests made in person"),
    _line_2011(6, "by_fax", "2.传真申请数", "Requests by fax"),
    _line_2011(7, "by_email", "3.电子邮件申请数", "Requests by e-mail"),
    _line_2011(8, "online", "4.网上申请数", "Requests online"),
    _line_2011(9, "by_letter", "5.信函申请数", "Requests by letter"),
    _line_2011(10, "by_other", "6.其它形式申请数", "Requests in other forms", "", "6.其他形式申请数"),
    _line_2011(11, "answered", "对申请的答复数", "Requests answered", "", "对申请的答复总数"),
    _line_2011(12, "disclosed", "1.同意公开答复数", "Disclosed in full"),
    _line_2011(13, "partly_disclosed", "2.同意部分公开答复数", "Disclosed in part", "partly_disclosed"),
    _line_2011(14, "refused", "3.否决公开答复数", "Not disclosed"),
    _line_2011(15, "reconsideration", "行政复议数", "Administrative reconsideration"),
    _line_2011(16, "litigation", "行政诉讼数", "Administrative litigation"),
    _line_2011(17, "appeals", "行政申诉数", "Administrative appeals", "", "行政申诉、举报数"),
)
_LINES_2014 = (
    _line_2014(1, "published", "主动公开文件数", "Documents published proactively"),
    _line_2014(2, "by_website", "1.政府网站公开数", "Published on government websites"),
    _line_2014(3, "by_gazette", "2.政府公报公开数", "Published in the gazette"),
    _line_2014(
        4, "received", "受理依申请公开总数", "Requests received", "new", "受理依申请公开信息总数",
        "受理政府信息依申请公开总数", "受理政府信息依申请公开信息总数",
    ),
    _line_2014(5, "in_person", "1.当面申请数", "Requests made in person"),
    _line_2014(6, "online", "2.网上申请数", "Requests online"),
    _line_2014(7, "by_letter", "3.信函、传真申请数", "Requests by letter or fax"),
    _line_2014(8, "answered", "对申请的答复总数", "Requests answered"),
    _line_2014(9, "disclosed", "1.同意公开答复数", "Disclosed in full"),
    _line_2014(10, "partly_disclosed", "2.同意部分公开答复数", "Disclosed in part", "partly_disclosed"),
    _line_2014(11, "refused", "3.不予公开答复数", "Not disclosed"),
    _line_2014(12, "answered_otherwise", "4.其他类型答复数", "Answered in other ways"),
    _line_2014(
        13, "fees_waived", "政府信息公开收费减免金额", "Fees waived", counted_in="元"
    ),
    _line_2014(14, "complaints", "接受行政诉讼、举报数", "Lawsuits and complaints received", counted_in="件"),
    _line_2014(15, "reconsideration", "行政复议数", "Administrative reconsideration", counted_in="件"),
    _line_2014(16, "litigation", "行政诉讼数", "Administrative litigation", counted_in="件"),
)  # fmt: skip


def _make_sum(prefix: str, head: str, *below: str) -> Under:
    return Under(f"{prefix}_{head}", tuple(f"{prefix}_{key}" for key in below), f"{prefix}_{head}", has_figures=True)


def _make_among(prefix: str, head: str, *below: str) -> Under:
    return Under(f"{prefix}_{head}", tuple(f"{prefix}_{key}" for key in below), has_figures=True)


_COLUMNS = ("year", "cumulative")
_HEADS = ("指标", "单位", "年度", "历年累计")
_OF_2011: Outline = (
    _make_sum("fujian_2011", "published", "by_website", "by_gazette"),
    _make_sum("fujian_2011", "received", "in_person", "by_fax", "by_email", "online", "by_letter", "by_other"),
    _make_among("fujian_2011", "answered", "disclosed", "partly_disclosed", "refused"),
    "fujian_2011_reconsideration",
    "fujian_2011_litigation",
    "fujian_2011_appeals",
)
_OF_2014: Outline = (
    _make_among("fujian_2014", "published", "by_website", "by_gazette"),
    _make_sum("fujian_2014", "received", "in_person", "online", "by_letter"),
    _make_sum("fujian_2014", "answered", "disclosed", "partly_disclosed", "refused", "answered_otherwise"),
    "fujian_2014_fees_waived",
    "fujian_2014_complaints",
    "fujian_2014_reconsideration",
    "fujian_2014_litigation",
)

EDITIONS = (
    EditionDeclaration(
        edition=Edition("fujian_2011"),
        chinese="福建省统计表（2011—2013年）",
        english="Fujian table of 2011–2013",
        first_year=2011,
        last_year=2013,
        region="35",
        tables=(make_table(_OF_2011, _COLUMNS, _HEADS),),
        lines={Table.STATISTICS: _LINES_2011},
    ),
    EditionDeclaration(
        edition=Edition("fujian_2014"),
        chinese="福建省统计表（2014—2018年）",
        english="Fujian table of 2014–2018",
        first_year=2014,
        last_year=2018,
        region="35",
        tables=(make_table(_OF_2014, _COLUMNS, _HEADS),),
        lines={Table.STATISTICS: _LINES_2014},
    ),
)
