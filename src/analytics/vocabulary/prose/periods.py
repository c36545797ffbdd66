"""Words that say which time a figure of prose speaks of. ``#`` stands for the number."""

from __future__ import annotations

from enum import StrEnum


class Period(StrEnum):
    """Which time a quantity speaks of, beside the report's year."""

    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    OTHER_YEAR = "other_year"
    CUMULATIVE = "cumulative"
    """Since some beginning, or as it stands at a date: 累计, 截至年底共有, 粉丝."""
    CHANGE = "change"
    """Against the year before: 同比, 较上年增加. Below zero where it fell."""
    PLANNED = "planned"


_BEFORE = r"(?:(?:上|去|前)(?:一)?年(?:度|同期|同时期)?|往年|20\d\d年(?:度|同期)?)"
COMPARED = rf"同比|环比|(?:较|比|相比|相较|较之|对比)(?:于)?{_BEFORE}|(?:与|同|和){_BEFORE}[^,。;#]{{0,4}}相?比|[增降涨]幅|增长率"
"""Opens a comparison with another time."""
SAME_TIME = "同比"
TURN = r"(?:增长|增加|上升|提高|提升|减少|下降|降低|回落|增幅|降幅|涨幅|增长率|多|少|增|降|持平)(?:了|约|达|达到|近|为|至少)?(?:申请|信息)?#$"
"""Says that the number behind it is a difference."""
TURN_DOWN = r"(?:减少|下降|降低|回落|降幅|少|降)(?:了|约|达|达到|近|为|至少)?(?:申请|信息)?#$"
LAST_YEAR = r"(?:上一?年(?!度?结转|结转)|去年(?!度?结转)|上年同期)"
TOTALLED = r"累计|合计共|总计共"
STANDING = r"(?:截至|截止|目前|现|至今|开通以来|上线以来|运行以来|实施以来|成立以来|历年来?)[^。;]*(?:累计|共有|已有|拥有|总量|现有|突破|达到|粉丝|用户)|现有|现行有效|拥有"
WITHIN_YEAR = r"全年|本年|今年|当年|年内|年度|20\d\d年"
OWN_YEAR = r"全年|本年|今年|当年|年内"
PLANNED = r"下一步|下步|明年|今后|(?:^|[,。;])下一年|将(?:进一步|继续|组织|开展|举办|不断|着力)|计划(?:于|在|开展|举办)|拟(?:于|在|开展|举办)|力争"
ATTRIBUTIVE = r"(?:部门|财政|单位)?(?:预算|决算|预决算|政务公开|工作要点|重点|计划|目标|绩效|政府工作报告|政府信息公开工作?年度报告|年度报告|年报|考核|全国|全省|省|市|国务院)"
"""Behind a year, these say what the year is of: it is not the time of the sentence."""
COMPARED_YEAR = r"(?:结转(?:至|到)?|较|比|与|同|和|相比|针对|对|根据)$"
"""Before a year, these say that it is not the time of the sentence."""
