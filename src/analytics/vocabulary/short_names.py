"""Short and everyday names that reports print for lines and columns of the form.

They are no labels of the form: each is one line's or column's among those of its table alone, and a line of table III
is known by one only where it stands behind the line before it. Names are given without numbering and punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

COLUMN_NAMES: dict[Table, dict[str, tuple[str, ...]]] = {
    Table.II: {
        "issued": ("制发件数", "制发数", "制发数量", "本年制发数", "本年制发数量"),
        "repealed": ("废止件数", "废止数", "废止数量", "本年废止数", "本年废止数量"),
        "in_force": ("有效件数", "有效数", "有效数量", "现行有效", "现行有效数", "现行有效数量"),
        "decisions": ("本年处理决定数", "本年处理决定件数"),
        "charged": ("收费金额", "本年收费", "收费金额(万元)", "收费金额(单位万元)"),
    },
    Table.III: {
        "natural": ("公民", "个人", "公民个人", "自然人数量"),
        "business": ("商业", "企业", "商企", "公司企业", "企业法人", "公司"),
        "research": ("科研", "科研单位", "科研院所", "科研机关"),
        "ngo": ("公益", "公益组织", "社会公益", "社会组织", "公益机构", "社会公益机构", "社会公益团体", "社会团体"),
        "legal": ("法律", "法律服务", "法律机构", "法律服务组织", "律师事务所"),
        "others": ("其他组织", "其他机构", "其它", "其他法人", "其他法人或组织", "其他法人或其他组织"),
        "total": ("总数", "共计", "总和"),
    },
    Table.IV: {
        "upheld": ("维持", "结果维持数", "维持原结果", "维持结果"),
        "corrected": ("纠正", "结果纠正数", "撤销或纠正"),
        "other_result": ("其他", "其它", "其它结果"),
        "pending": ("未审结", "尚未办结", "未结", "未办结", "尚未审理"),
        "total": ("总数", "共计", "总和"),
    },
}

LINE_NAMES: dict[Table, dict[str, tuple[str, ...]]] = {
    Table.II: {"rules": ("规章数量", "规章数", "地方政府规章")},
    Table.III: {
        "new": ("本年新收", "本年新收申请", "新收申请", "新收申请数", "新收申请数量", "本年收到申请数量"),
        "carried_over": ("上年结转", "上年结转申请", "结转申请", "上年度结转申请数量", "上年度结转"),
        "disclosed": ("全部公开", "予以公开数"),
        "partly_disclosed": ("予以部分公开", "部份公开"),
        "state_secret": ("国家秘密", "涉及国家秘密", "涉密"),
        "prohibited": (
            "法律法规禁止", "法律法规禁止公开", "法律行政法规禁止", "法律行政法规禁止公开", "其他法律法规禁止",
            "其他法律法规禁止公开", "其他法律行政法规禁止", "法律禁止公开",
        ),
        "security": (
            "三安全一稳定", "危及三安全一稳定", "危及国家安全公共安全经济安全和社会稳定",
            "危及国家安全公共安全经济安全社会稳定",
        ),
        "third_party": (
            "第三方合法权益", "第三方权益", "保护第三方权益", "涉及第三方合法权益", "涉及第三方权益", "第三方",
        ),
        "internal": ("三类内部事务信息", "三类内部事务", "内部事务信息", "内部事务", "属于内部事务信息"),
        "deliberative": ("四类过程性信息", "四类过程性", "过程性信息", "属于过程性信息"),
        "enforcement_file": ("行政执法案卷", "执法案卷", "行政执法案卷信息"),
        "registry": ("行政查询事项", "行政查询", "查询事项", "行政查询类"),
        "not_held": ("不掌握相关信息", "不掌握相关政府信息", "本机关不掌握", "不掌握", "本机关不掌握信息"),
        "to_be_created": ("另行制作", "需要另行制作", "没有现成信息", "需另行制作", "无现成信息需另行制作"),
        "unclear": ("补正后仍不明确", "申请内容不明确", "补正后不明确", "申请内容仍不明确", "补正后内容仍不明确"),
        "petition": (
            "信访举报投诉", "信访投诉举报", "信访举报投诉类", "信访投诉举报类", "信访投诉举报类申请", "信访类申请",
        ),
        "on_sale": ("公开出版物", "要求公开出版物", "提供公开出版物", "申请公开出版物"),
        "mass": ("大量反复申请", "无正当理由大量申请", "反复申请"),
        "reissue": (
            "确认或重新出具", "重新出具已获取信息", "确认或重新出具已获取信息", "要求确认或重新出具已获取信息",
            "要求确认或重新出具",
        ),
        "correction_overdue": ("逾期不补正", "申请人逾期不补正", "无正当理由逾期不补正"),
        "fee_unpaid": ("逾期未缴费", "逾期未缴纳费用", "逾期不缴费", "逾期未缴纳信息处理费", "申请人逾期未缴纳费用"),
        "answered": ("合计", "总数", "共计", "办理结果合计", "办理结果总计"),
        "carried_forward": ("结转下年度", "结转下年", "结转下年办理", "结转下年继续办理", "结转下一年度继续办理"),
    },
    Table.IV: {
        "reconsideration": ("复议", "行政复议案件"),
        "suit_direct": (
            "直接起诉", "直接诉讼", "未经复议起诉", "未复议直接起诉", "未经复议直接诉讼", "未经复议", "直接提起诉讼",
            "未经复议直接提起诉讼",
            "行政诉讼(未经复议直接起诉)",
        ),
        "suit_after": (
            "经复议起诉", "复议后诉讼", "经复议后诉讼", "经复议诉讼", "经行政复议后起诉", "复议后提起诉讼", "经复议",
            "先复议后起诉", "复议后再起诉", "行政诉讼(复议后起诉)", "行政诉讼(经复议后起诉)",
        ),
    },
}  # fmt: skip

NUMBERED_NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("（六）其他", "（六）其它", "（六）其它处理", "（六）其他情形", "（六）其他情况"), ("other_2019", "other")
    ),
    **dict.fromkeys(("3.其它", "3.其他处理", "3.其它处理", "3.其他情形", "3.其他情况"), ("other_other",)),
}
"""Names of lines of table III that their numbers alone tell apart → keys; two where the editions differ."""


def _list_unknown() -> Iterator[str]:
    """Keys that no line or column of the form has: the names given to them would never be looked for."""
    for names, list_declared in ((LINE_NAMES, form.list_lines), (COLUMN_NAMES, form.list_columns)):
        for table, named in names.items():
            yield from (f"{table}.{key}" for key in named.keys() - {entry.key for entry in list_declared(table)})
    numbered = {key for keys in NUMBERED_NAMES.values() for key in keys}
    yield from (f"{Table.III}.{key}" for key in numbered - {line.key for line in form.list_lines(Table.III)})


if _unknown := sorted(_list_unknown()):
    raise ValueError(f"short names are given to what the form does not have: {', '.join(_unknown)}")
