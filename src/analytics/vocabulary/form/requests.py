"""Table III (收到和处理政府信息公开申请情况): its labels, and the lines around （六）, in which the editions differ."""

from __future__ import annotations

from analytics.vocabulary.form.model import Block, Column, EditionTable, Equation, Line, Outline, Under
from analytics.vocabulary.terms import Table

LINES = (
    Line(
        1,
        "new",
        "一、本年新收政府信息公开申请数量",
        "New requests",
        aliases=("本年新收政府信息公开申请", "本年新收申请数量"),
    ),
    Line(
        2,
        "carried_over",
        "二、上年结转政府信息公开申请数量",
        "Carried over from last year",
        aliases=("上年结转政府信息公开申请", "上年结转申请数量"),
    ),
    Line(3, "outcomes", "三、本年度办理结果", "Outcomes this year"),
    Line(4, "disclosed", "（一）予以公开", "Disclosed in full"),
    Line(
        5,
        "partly_disclosed",
        "（二）部分公开",
        "Disclosed in part",
        aliases=("（二）部分公开（区分处理的，只计这一情形，不计其他情形）",),
    ),
    Line(6, "refused", "（三）不予公开", "Not disclosed"),
    Line(7, "state_secret", "1.属于国家秘密", "State secret"),
    Line(8, "prohibited", "2.其他法律行政法规禁止公开", "Prohibited by another law or regulation"),
    Line(
        9,
        "security",
        "3.危及“三安全一稳定”",
        "Endangers national, public or economic security or social stability",
    ),
    Line(10, "third_party", "4.保护第三方合法权益", "Protects a third party"),
    Line(11, "internal", "5.属于三类内部事务信息", "Internal affairs"),
    Line(12, "deliberative", "6.属于四类过程性信息", "Deliberative process"),
    Line(13, "enforcement_file", "7.属于行政执法案卷", "Enforcement case file"),
    Line(14, "registry", "8.属于行政查询事项", "Registry enquiry", aliases=("8.属于行政查询事项信息",)),
    Line(15, "unable", "（四）无法提供", "Unable to provide"),
    Line(16, "not_held", "1.本机关不掌握相关政府信息", "Not held"),
    Line(17, "to_be_created", "2.没有现成信息需要另行制作", "Would have to be created"),
    Line(18, "unclear", "3.补正后申请内容仍不明确", "Still unclear after correction"),
    Line(19, "not_processed", "（五）不予处理", "Not processed"),
    Line(20, "petition", "1.信访举报投诉类申请", "Petition, complaint or report"),
    Line(21, "repeated", "2.重复申请", "Repeated request"),
    Line(22, "on_sale", "3.要求提供公开出版物", "Asks for a publication on sale"),
    Line(23, "mass", "4.无正当理由大量反复申请", "Unjustified mass requests"),
    Line(24, "reissue", "5.要求行政机关确认或重新出具已获取信息", "Asks to confirm or reissue"),
    Line(25, "other_2019", "（六）其他处理", "Otherwise handled", stands_for="other"),
    Line(
        26,
        "correction_overdue",
        "1.申请人无正当理由逾期不补正",
        "Correction overdue",
        aliases=("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",),
    ),
    Line(
        27,
        "fee_unpaid",
        "2.申请人逾期未按收费通知要求缴纳费用",
        "Fee unpaid",
        aliases=("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",),
    ),
    Line(28, "other_other", "3.其他", "Other"),
    Line(29, "answered", "（七）总计", "Total answered"),
    Line(
        30,
        "carried_forward",
        "四、结转下年度继续办理",
        "Carried forward",
        aliases=("四、结转下年度继续办理的政府信息公开申请数量",),
    ),
    Line(31, "other", "（六）其他处理", "Otherwise handled"),
)

COLUMNS = (
    Column(0, "natural", "自然人", "Natural persons"),
    Column(1, "business", "商业企业", "Businesses"),
    Column(2, "research", "科研机构", "Research bodies"),
    Column(3, "ngo", "社会公益组织", "Public-interest organisations"),
    Column(4, "legal", "法律服务机构", "Legal services"),
    Column(5, "others", "其他", "Other"),
    Column(6, "total", "总计", "Total", aliases=("合计",), is_total=True),
)

_APPLICANTS: Outline = (
    "natural",
    Under("legal_persons", ("business", "research", "ngo", "legal", "others"), is_declared=False),
    "total",
)
_PRINTED = (Equation("received_equals_handled", ("new", "carried_over"), ("answered", "carried_forward")),)
"""第一项加第二项之和，等于第三项加第四项之和: printed beside the head of the table."""


def _build_outline(otherwise: str | Under) -> Outline:
    """The lines of the table around （六）."""
    refused = (
        "state_secret", "prohibited", "security", "third_party", "internal", "deliberative", "enforcement_file",
        "registry",
    )  # fmt: skip
    outcomes = (
        "disclosed",
        "partly_disclosed",
        Under("refused", refused, "refused"),
        Under("unable", ("not_held", "to_be_created", "unclear"), "unable"),
        Under("not_processed", ("petition", "repeated", "on_sale", "mass", "reissue"), "not_processed"),
        otherwise,
        "answered",
    )
    return ("new", "carried_over", Under("outcomes", outcomes, "answered"), "carried_forward")


OTHERWISE = Under("other", ("correction_overdue", "fee_unpaid", "other_other"), "other")
"""（六）其他处理 with its three lines."""


def make_table(otherwise: str | Under) -> EditionTable:
    """The table with one line or a group as （六）其他处理."""
    return EditionTable(
        Table.III,
        (Block(_build_outline(otherwise), _APPLICANTS),),
        _PRINTED,
        total_rule="total_equals_applicants",
        outcomes_rule="answered_equals_outcomes",
    )
