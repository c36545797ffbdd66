"""Section five of the form: words that part problems from measures, and what problems and measures are about."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ItemKind(StrEnum):
    """What an item of section five is."""

    PROBLEM = "problem"
    MEASURE = "measure"
    TAKEN = "taken"
    """A measure of which the report says that it has been taken."""


class Theme(NamedTuple):
    """What a problem or a measure is about."""

    key: str
    chinese: str
    english: str
    pattern: str


MEASURES_FOLLOW = (
    r"(?:改进|整改|改善)(?:措施|情况|方向|意见|举措|办法|思路)(?!情况)|下一步|下步|接下来|下阶段|今后(?:的|工作)|"
    r"针对(?:存在|以上|上述|这些|此|目前)[^。;]{0,10}(?:问题|不足|情况)|(?:^|[。;\n,])(?:为此|对此)|"
    r"(?:20\d\d年|明年|我[市县区镇乡局办委街道]+|[^。;,\n]{0,14}政府(?:办公室|办)?)[^。;,\n]{0,6}将(?:从|进一步|重点|着力|继续|切实|采取|按照|不断|以|认真|坚持|围绕|加大|加强|严格|持续|聚焦|积极)"
)
"""Begins the part of section five that tells what is to be done."""
BOTH_HEADING = r"^[^。;\n]{0,30}(?:问题|不足)[^。;\n]{0,8}(?:及|和|与|、)[^。;\n]{0,8}(?:改进|整改|措施)[^。;\n]{0,8}\n"
"""A heading that names both begins neither part."""
ITEM_STARTS = r"(?<![\d])(?:[一二三四五六七八九十]+是(?=[^否])|\([一二三四五六七八九十\d]+\)|(?:^|[\n。;:])(?:\d{1,2}[.、](?!\d)|[一二三四五六七八九十]+、)|第[一二三四五六七八九十][,、]|其[一二三四五六][,、]|[①-⑩])"
ACCOMPLISHED = "已(?:经)?(?:完成|建立|开展|制定|印发|组织|整改|解决|落实|完善)|得到(?:有效)?(?:解决|改善|提升)|(?:上年度?|去年|20\\d\\d年)[^。;]{0,16}问题[^。;]{0,20}(?:整改|改进|解决)"
HEADING = r"^[^,、:。;]{0,20}(?:问题|不足|措施|情况|方向|举措|打算|思路|意见)$"
LEAD = r"^[^:。;]{0,24}(?:问题|不足|措施|工作|方面)[^:。;]{0,8}:"
"""What a list is opened by: 存在的主要问题有:"""
NUMBER_BEFORE = r"[(]?[一二三四五六七八九十\d]{1,3}[)、.]$"
JOINED = "(?<=提高|提升|加强|完善|优化|不足|不够|不强|改进|规范|拓展|拓宽|增强|深化|不高|不多)、"
"""Between two problems of one sentence."""
INTRODUCTION = r"取得了?(?:一定|明显|较好|积极)|(?:虽然|尽管)|但(?:对照|与|离|也|仍|还)|^(?:存在的?|主要的?|当前的?)*(?:问题|不足)[^。;]{0,6}$"
WANTING = "不足|不够|不到位|有待|亟待|亟需|仍需|还需|需要|需进一步|滞后|薄弱|不强|欠缺|不高|不完善|不健全|不规范|不及时|不深入|不平衡|不均衡|单一|差距|松懈|短板|弱项|不多|不全|不严|不新|不实|不广|较少|偏少|偏低|缺乏|较弱|较低|不熟|不力|流于"

THEMES: tuple[Theme, ...] = (
    Theme("requests", "依申请公开办理", "handling of requests", "依申请|申请办理|答复(?:质量|规范)|申请人"),
    Theme("interpretation", "政策解读", "interpretation of policies", "解读"),
    Theme("response", "回应与互动", "answers and interaction", "回应|互动|公众参与|参与度|舆情|留言|咨询"),
    Theme("training", "业务能力与培训", "skills and training", "业务(?:能力|水平|素质|知识|不熟|培训)|培训|专业(?:化|性|能力|素质|水平)|能力|素质|学习"),
    Theme("staff", "人员与机构", "staff and organisation", "人员(?:配备|不足|力量|流动|变动|较少|兼职)|队伍|专职|兼职|机构(?:建设|不健全)|力量"),
    Theme("awareness", "认识与重视", "awareness", "意识|认识|重视|主动性|积极性|自觉性|观念"),
    Theme("content", "公开内容", "content", "内容|深度|广度|范围|全面|重点领域|质量|覆盖面|目录"),
    Theme("timeliness", "公开及时性", "timeliness", "及时|时效|更新|滞后|拖延"),
    Theme("platforms", "平台与渠道", "platforms and channels", "平台|网站|栏目|新媒体|公众号|渠道|专栏|载体|检索|信息化"),
    Theme("forms", "公开形式", "forms", "形式|方式|手段|创新|多样|多元"),
    Theme("rules", "制度与规范", "rules and standards", "制度|机制|规范化|标准化|规范性|流程|体系|程序"),
    Theme("supervision", "监督考核", "supervision", "监督|考核|督查|督导|检查|监管|通报|问责"),
    Theme("coordination", "部门协同", "coordination", "协调|协同|协作|联动|配合|沟通|部门(?:之间|间)|不平衡|不均衡|基层|乡镇"),
    Theme("review", "审核与保密", "review and secrecy", "审核|审查|保密|隐私|安全|错别字|错敏"),
    Theme("publicity", "宣传与知晓", "publicity", "宣传|知晓|影响力"),
)  # fmt: skip
THEME_BY_KEY = {theme.key: theme for theme in THEMES}
COMMONPLACE = (
    "进一步加强提高完善提升推进深化强化健全规范优化落实工作政府信息公开政务公开信息公开的公开工作切实不断持续继续加大力度"
    "严格按照要求做好确保全面积极及时建设水平质量能力方面情况认真贯彻条例相关有关各部门各单位人员制度机制管理"
)
"""Pairs of characters from here say nothing of one measure that another does not say as well."""
