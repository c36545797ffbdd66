"""The statistics table of 国办发〔2014〕32号, report years 2014–2018: 统计指标 / 单位 / 统计数.

Header and first lines are confirmed by a document; the others follow the form as it is known and are matched loosely.
What may be drawn across 2018/2019 says ``continues``; an item published through several channels counts once in line 1,
so that its channels add up to no total.
"""

from __future__ import annotations

from analytics.vocabulary.form.model import Edition, EditionDeclaration, Line, Outline, Under
from analytics.vocabulary.form.statistics import make_table
from analytics.vocabulary.terms import MeasuredIn, Table

_WAN = MeasuredIn.WAN_YUAN


def _line(
    number: int, key: str, label: str, english: str, counted_in: str, *, continues: str = "",
    measured_in: MeasuredIn | None = None, aliases: tuple[str, ...] = (),
) -> Line:  # fmt: skip
    return Line(
        number, f"national_{key}", label, english, aliases=aliases, counted_in=counted_in, measured_in=measured_in,
        continues=continues,
    )  # fmt: skip


_LINES = (
    _line(1, "published", "主动公开政府信息数", "Items published proactively", "条"),
    _line(2, "published_normative", "其中：主动公开规范性文件数", "of which normative documents", "条"),
    _line(3, "normative_made", "制发规范性文件总数", "Normative documents issued", "件"),
    _line(4, "by_gazette", "政府公报公开政府信息数", "Published in the gazette", "条"),
    _line(5, "by_website", "政府网站公开政府信息数", "Published on government websites", "条"),
    _line(6, "by_weibo", "政务微博公开政府信息数", "Published on Weibo", "条"),
    _line(7, "by_wechat", "政务微信公开政府信息数", "Published on WeChat", "条"),
    _line(8, "by_other", "其他方式公开政府信息数", "Published in other ways", "条"),
    _line(
        9, "responses", "回应公众关注热点或重大舆情数", "Responses to matters of public concern", "次",
        aliases=("回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",),
    ),
    _line(10, "press_conferences", "参加或举办新闻发布会总次数", "Press conferences held or attended", "次"),
    _line(
        11, "press_conferences_led", "其中：主要负责同志参加新闻发布会次数",
        "of which attended by the principal official", "次",
    ),
    _line(12, "interviews", "政府网站在线访谈次数", "Online interviews on government websites", "次"),
    _line(
        13, "interviews_led", "其中：主要负责同志参加政府网站在线访谈次数",
        "of which given by the principal official", "次",
    ),
    _line(14, "interpretations", "政策解读稿件发布数", "Policy interpretations published", "篇"),
    _line(15, "responses_social", "微博微信回应事件数", "Events answered on Weibo and WeChat", "次"),
    _line(16, "responses_other", "其他方式回应事件数", "Events answered in other ways", "次"),
    _line(17, "received", "收到申请数", "Requests received", "件", continues="new"),
    _line(18, "in_person", "当面申请数", "Requests made in person", "件"),
    _line(19, "by_fax", "传真申请数", "Requests by fax", "件"),
    _line(20, "online", "网络申请数", "Requests online", "件"),
    _line(21, "by_letter", "信函申请数", "Requests by letter", "件"),
    _line(22, "closed", "申请办结数", "Requests closed", "件"),
    _line(23, "closed_in_time", "按时办结数", "Closed in time", "件"),
    _line(24, "closed_extended", "延期办结数", "Closed after an extension", "件"),
    _line(25, "answered", "申请答复数", "Requests answered", "件"),
    _line(26, "already_public", "属于已主动公开范围数", "Already public", "件"),
    _line(27, "disclosed", "同意公开答复数", "Disclosed in full", "件"),
    _line(28, "partly_disclosed", "同意部分公开答复数", "Disclosed in part", "件", continues="partly_disclosed"),
    _line(29, "refused", "不同意公开答复数", "Not disclosed", "件"),
    _line(30, "state_secret", "涉及国家秘密", "State secret", "件", continues="state_secret"),
    _line(31, "trade_secret", "涉及商业秘密", "Trade secret", "件"),
    _line(32, "privacy", "涉及个人隐私", "Personal privacy", "件"),
    _line(
        33, "security", "危及国家安全、公共安全、经济安全和社会稳定",
        "Endangers national, public or economic security or social stability", "件", continues="security",
    ),
    _line(34, "no_information", "不是《条例》所指政府信息", "Not information in the sense of the Regulation", "件"),
    _line(35, "other_law", "法律法规规定的其他情形", "Other cases laid down by law", "件"),
    _line(36, "not_this_organ", "不属于本行政机关公开数", "Not for this agency to disclose", "件"),
    _line(37, "not_existing", "申请信息不存在数", "Information does not exist", "件"),
    _line(38, "to_correct", "告知作出更改补充数", "Told to amend the request", "件"),
    _line(39, "other_ways", "告知通过其他途径办理数", "Referred to other channels", "件"),
    _line(40, "reconsideration", "行政复议数量", "Administrative reconsideration", "件"),
    _line(
        41, "reconsideration_upheld", "维持具体行政行为数", "Reconsideration: upheld", "件",
        continues="reconsideration.upheld",
    ),
    _line(
        42, "reconsideration_corrected", "被依法纠错数", "Reconsideration: corrected", "件",
        continues="reconsideration.corrected",
    ),
    _line(
        43, "reconsideration_other", "其他情形数", "Reconsideration: other result", "件",
        continues="reconsideration.other_result",
    ),
    _line(44, "litigation", "行政诉讼数量", "Administrative litigation", "件"),
    _line(
        45, "litigation_upheld", "维持具体行政行为或者驳回原告诉讼请求数",
        "Litigation: upheld or dismissed", "件", continues="litigation.upheld",
    ),
    _line(46, "litigation_corrected", "被依法纠错数", "Litigation: corrected", "件", continues="litigation.corrected"),
    _line(47, "litigation_other", "其他情形数", "Litigation: other result", "件", continues="litigation.other_result"),
    _line(48, "complaints", "举报投诉数量", "Reports and complaints", "件"),
    _line(
        49, "fees", "依申请公开信息收取的费用", "Fees charged for disclosure on request", "万元", measured_in=_WAN
    ),
    _line(50, "offices", "政府信息公开工作专门机构数", "Offices for information disclosure", "个"),
    _line(51, "reading_places", "设置政府信息公开查阅点数", "Places to consult information", "个"),
    _line(52, "staff", "从事政府信息公开工作人员数", "Staff for information disclosure", "人"),
    _line(
        53, "staff_full_time", "专职人员数", "Full-time staff", "人",
        aliases=("专职人员数（不包括政府公报及政府网站工作人员数）",),
    ),
    _line(54, "staff_part_time", "兼职人员数", "Part-time staff", "人"),
    _line(
        55, "budget", "政府信息公开专项经费", "Budget for information disclosure", "万元", measured_in=_WAN,
        aliases=("政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",),
    ),
    _line(56, "meetings", "召开政府信息公开工作会议或专题会议数", "Meetings on information disclosure", "次"),
    _line(57, "trainings", "举办各类培训班数", "Training courses held", "次"),
    _line(58, "trained", "接受培训人员数", "People trained", "人次"),
    _line(60, "i", "一、主动公开情况", "Proactive disclosure", ""),
    _line(61, "i_ii", "（二）通过不同渠道和方式公开政府信息的情况", "By channel", ""),
    _line(62, "ii", "二、回应解读情况", "Responses and interpretation", ""),
    _line(
        63, "ii_ii", "（二）通过不同渠道和方式回应解读的情况", "Responses by channel", "",
        aliases=("通过不同渠道和方式回应公众关注热点或重大舆情的情况",),
    ),
    _line(64, "iii", "三、依申请公开情况", "Disclosure on request", ""),
    _line(65, "viii", "八、机构建设和保障经费情况", "Offices and budget", ""),
    _line(66, "ix", "九、政府信息公开会议和培训情况", "Meetings and training", ""),
)  # fmt: skip


def _build_outline() -> Outline:
    refused = ("state_secret", "trade_secret", "privacy", "security", "no_information", "other_law")
    answered = (
        "already_public",
        "disclosed",
        "partly_disclosed",
        _make_sum("refused", *refused),
        "not_this_organ",
        "not_existing",
        "to_correct",
        "other_ways",
    )
    results = ("upheld", "corrected", "other")
    return (
        _make_head("i", _make_among("published", "published_normative"), "normative_made"),
        _make_head("i_ii", "by_gazette", "by_website", "by_weibo", "by_wechat", "by_other"),
        _make_head("ii", "responses"),
        _make_head(
            "ii_ii",
            _make_among("press_conferences", "press_conferences_led"),
            _make_among("interviews", "interviews_led"),
            "interpretations",
            "responses_social",
            "responses_other",
        ),
        _make_head(
            "iii",
            _make_sum("received", "in_person", "by_fax", "online", "by_letter"),
            _make_sum("closed", "closed_in_time", "closed_extended"),
            _make_sum("answered", *answered),
        ),
        _make_sum("reconsideration", *(f"reconsideration_{result}" for result in results)),
        _make_sum("litigation", *(f"litigation_{result}" for result in results)),
        "national_complaints",
        "national_fees",
        _make_head(
            "viii", "offices", "reading_places", _make_sum("staff", "staff_full_time", "staff_part_time"), "budget"
        ),
        _make_head("ix", "meetings", "trainings", "trained"),
    )


def _list_keys(entries: tuple[str | Under, ...]) -> Outline:
    return tuple(entry if isinstance(entry, Under) else f"national_{entry}" for entry in entries)


def _make_head(key: str, *below: str | Under) -> Under:
    """A head without figures."""
    return Under(f"national_{key}", _list_keys(below))


def _make_among(key: str, *below: str | Under) -> Under:
    """A line and those that are part of it, 其中: they need not add up."""
    return Under(f"national_{key}", _list_keys(below), has_figures=True)


def _make_sum(key: str, *below: str | Under) -> Under:
    """A line that adds up those below it."""
    return Under(f"national_{key}", _list_keys(below), f"national_{key}", has_figures=True)


EDITIONS = (
    EditionDeclaration(
        edition=Edition("national_2014"),
        chinese="全国统计表（2014—2018年）",
        english="national table of 2014–2018",
        first_year=2014,
        last_year=2018,
        tables=(make_table(_build_outline(), ("year",), ("统计指标", "单位", "统计数")),),
        lines={Table.STATISTICS: _LINES},
    ),
)
