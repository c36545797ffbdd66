"""What prose states of the figures of tables III and IV: in which words, and which lines of the form they mean.

Patterns apply to folded text (:mod:`analytics.vocabulary.phrases`). A number is meant only where nothing stands between
it and its words that could make it another's: no other number, no clause, no part of the whole (网上、自然人, 其中).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from analytics.vocabulary.terms import Table

NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?:件次|件|条|份|宗|次|项|个|起|例)(?!以|多|余)"
ANY_NUMBER = re.compile(r"\d")
"""What every quantity has: most sentences state none."""
_GAP = r"[^\d,，。；;:：、()（）\n]"
_REQUEST = r"(?:政府)?(?:信息)?(?:公开)?(?:的)?申请(?:信息公开|公开|件|表|事项|数量|总数|数)?"
PARTS = re.compile(
    r"其中|网上|网络|网站|线上|在线|平台|信函|邮寄|邮件|信件|传真|当面|现场|书面|自然人|公民|个人|法人|企业|组织|机构|律师"
    r"|乡镇|街道|部门|单位|局|委|办公室|本级|垂管|复议|诉讼|引起|引发"
)
"""Words that make a number that of a part, or of somebody else."""
WHOLE_AREA = re.compile(r"全[市县区州省旗]|各级|各部门|各单位|各乡镇|各地")
"""Words that make a number that of a whole area, where the report is of one organ alone."""
OTHER_TIMES = re.compile(
    r"上年(?!度?结转)|上一年(?!度?结转)|去年(?!结转)|前年|往年|同期|历年|累计|以来|截至|截止|环比|季度|上半年|下半年|月份"
)
"""Words that make a number that of another time."""
OTHER_THINGS = re.compile(
    r"信件|来信|留言|热线|提案|议案|建议|工单|咨询|信访|投诉|举报|诉求|来电|来件|案件|问政|审批|许可|业务|信箱|求助|网民|代表"
)
"""What is received and answered as well, and is no request for information."""
OURSELVES = re.compile(
    r"(?:我|本|全|各)(?:局|委|办公室|办|单位|部门|机关|县|市|区|镇|乡|街道|中心|院|厅)|本行政机关|机关事业单位"
)
"""How a report speaks of its own organ."""
BODY = re.compile(r"局|委|办公?室?|单位|部门|机构")
"""What an organ that is no government may be called within its own clause."""
AMONG = re.compile(r"其中|包括|分别")
"""Words behind which a sentence goes on to parts of what it has stated."""
YEAR = re.compile(r"(20\d\d)年")


class Quantity(NamedTuple):
    """``sums`` are the figures that its words may mean, each the keys of lines that it adds up, the first what they
    should mean; ``is_at_most``: its words may leave some out, so that only more than the table has contradicts it."""

    key: str
    pattern: re.Pattern[str]
    table: Table
    sums: tuple[tuple[str, ...], ...]
    is_at_most: bool = False


def _count(words: str, *, between: str = f"{_GAP}{{0,12}}?") -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){between}{NUMBER}")


FOLLOWS = "(?:的)?(?:申请)?(?:有|为|共)?"
"""What may stand between the name of an outcome and its number."""
_NEXT_YEAR = r"(?:结转|转入|顺延)(?:至|到)?(?:下一?年度?|次年|明年|20\d\d年度?)(?:继续)?(?:办理|处理|答复)?"
_OUTCOMES: dict[str, str] = {
    "partly_disclosed": "部分公开",
    "refused": "(?<!可)不予公开",
    "disclosed": "(?<!不)予以公开",
    "unable": "无法提供",
    "not_processed": "不予处理",
    "other": "其他处理",
    "not_held": "不掌握(?:相关)?(?:政府)?(?:信息)?",
}


@cache
def list_quantities() -> tuple[Quantity, ...]:
    """The quantities in the order in which their words are looked for: longer ones before those they contain."""
    received, three = (("new",), ("new", "carried_over")), Table.III
    new = rf"(?:新收到?|共收到|收到|接收|收悉){_GAP}{{0,20}}?{_REQUEST}"
    accepted = rf"(?:受理|办理|接到){_GAP}{{0,20}}?{_REQUEST}"
    both = "予以公开(?:及|和|与|或|、)(?:予以)?部分公开"
    return (
        Quantity("new", _count(new), three, received),
        Quantity("accepted", _count(accepted), three, received, is_at_most=True),
        Quantity("carried_over", _count("上一?年度?结转|去年结转"), three, (("carried_over",),)),
        Quantity("carried_forward", _count(_NEXT_YEAR), three, (("carried_forward",),)),
        Quantity("disclosed_both", _count(both), three, (("disclosed", "partly_disclosed"),)),
        *(Quantity(key, _count(words, between=FOLLOWS), three, ((key,),)) for key, words in _OUTCOMES.items()),
        Quantity("answered", _count(rf"办结(?!率){_GAP}{{0,12}}?(?:申请)?"), three, (("answered",),)),
        Quantity("replied", _count(rf"答复{_GAP}{{0,14}}?申请"), three, (("answered",),), is_at_most=True),
    )


OUTCOME_SETS: tuple[tuple[str, ...], ...] = (
    ("disclosed_both", "refused", "unable", "not_processed", "other"),
    ("disclosed", "partly_disclosed", "refused", "unable", "not_processed", "other"),
)
"""Quantities that together are all outcomes."""

ALL_ANSWERED = re.compile(
    r"(?:全部|均已|均|已全部|全都)(?:按时|按期|依法|依规|在?法定(?:期|时)限内)*(?:办结|办理完毕|答复完毕)|办结率(?:达|达到|为|是|均为)?100%"
)
"""Every request was dealt with. 均在法定期限内答复 may leave out those whose time has not yet run."""
ABOUT_REQUESTS = re.compile("申请")
ALL_UPHELD = re.compile(r"(?:复议|诉讼)[^。；;\n]{0,30}(?:均获维持|均被?维持|全部维持|均为维持|均予?以?维持)")
"""Every case was upheld, as the prose says."""
NAMES_FEE = re.compile("信息处理费")
"""What FEE and NO_FEE have in them: most sentences name no fee."""
FEE = re.compile(r"信息处理费[^。；;\d]{0,20}?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>万元|元)")
NO_FEE = re.compile(
    r"(?:未|没有|无)(?:发生|产生|收取|收到|征收|涉及)[^。；;,\d]{0,20}信息处理费"
    r"|信息处理费[^。；;,\d]{0,8}(?:未|没有|无)(?:发生|产生|收取|征收)"
)
"""The fee for handling information (信息处理费), in yuan, and that none was taken."""
CHANGED = re.compile(
    r"(?:同比|(?:较|比|与)(?:去年|上年|上一年|前一年|上年度)(?:同期)?(?:相比)?)(?:有所|略有|共|数量)?"
    r"(?P<way>增长|增加|上升|提高|增多|下降|减少|降低|回落)了?(?:约|近)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|件|个百分点)"
)
"""A change that prose states of the number right before it."""
FALLS = frozenset({"下降", "减少", "降低", "回落"})

PARTS_OF_OVERVIEW: dict[str, re.Pattern[str]] = {
    "主动公开": re.compile("主动公开|公开情况"),
    "依申请公开": re.compile("依申请|申请公开|公开申请"),
    "政府信息管理": re.compile("信息管理|信息资源|公开属性|属性|规范性文件|审查"),
    "平台建设": re.compile("平台|网站|新媒体|公众号|公报"),
    "监督保障": re.compile("监督|保障|考核|培训"),
}
"""The five parts of section one (国办公开办函〔2021〕30号), and words by which any text on them is known."""
SUPERVISION: dict[str, re.Pattern[str]] = {
    "工作考核": re.compile("考核|考评|绩效|测评"),
    "社会评议": re.compile("评议|评估|评价|满意度|测评|民意"),
    "责任追究": re.compile("责任追究|追究|问责|追责|约谈|通报|责任"),
}
"""What section one has to state of supervision (art. 50 of the Regulation: 工作考核、社会评议和责任追究结果情况)."""
NUMERALS = "一二三四五六七八九十"
HEADING_NUMERAL = re.compile(rf"[(（]?([{NUMERALS}])[)）、.．]")
