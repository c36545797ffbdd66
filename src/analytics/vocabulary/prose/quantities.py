"""Numbers of prose: which are quantities of what unit, and which are dates, references, numbers in an order or in a
name."""

from __future__ import annotations

from enum import StrEnum


class FigureKind(StrEnum):
    """What a number is."""

    QUANTITY = "quantity"
    DATE = "date"
    REFERENCE = "reference"
    """Of a law's article, of a document."""
    ORDER = "order"
    """Of a list, of a page: 一是, (二), 第三."""
    CONTACT = "contact"
    """Addresses, telephones, postal codes, numbers of an index."""
    NAME = "name"
    """Within a name: 12345, 十九大, “五公开”."""


UNITS = (
    "个工作日|个百分点|百分点|平方米|万元|亿元|千元|件次|人次|场次|期次|条次|篇次|户次|辆次|家次|批次|小时|分钟|公里|个月|季度|"
    "大类|条|件|次|个|篇|期|场|份|项|名|家|人|种|类|套|部|起|宗|例|批|页|册|户|村|辆|台|天|元|字|处|站|位|幅|张|集|支|分|则|本|组|"
    "轮|年|日|周|岁|倍|成|亩|所|款|块|间|座|段|节|卷|档|通|遍|回|把|只|屏|栏|级"
)
"""Longer ones before those they begin with."""
ALIKE_UNITS = {"大类": "类", "个百分点": "百分点"}
SPELLED_UNITS = (
    "个工作日|个百分点|平方米|件次|人次|场次|期次|小时|分钟|个月|大类|"
    "条(?!龙|例|件)|件(?!事)|次(?!性|全会)|个|篇|期(?!间|限|望)|场(?!所|景)|份|项(?!目)|名(?!义|单|称)|家|人(?!民|员|大|次|才|事|社)|种|类(?!别)|套"
    "|部(?!分|门|委|队|署)|起(?!草|诉|来|到)|批(?!准|复)|户|天|处(?!理|室|于|罚|置)|位(?!一体)|张(?!网)|支|轮|年(?!度)|周(?!年)|倍|所"
    "|本(?!级|着|机|单|年|报|市|县|区|镇|局|部|办|地|质|次|届|轮)|组(?!织|成)"
)
"""Units that stand behind a number in words; what would make another word of it does not follow."""
MAGNITUDES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_ALIKE = ("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九")
DIGITS = {digit: value for value, digits in enumerate(_ALIKE) for digit in digits}
SPELLED = "[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*"

SLOGANS = (
    "两个(?:维护|确立|结合)|四个(?:意识|自信|全面|服务|伟大|最严)|五个(?:坚持|必由之路)|三个(?:代表|务必|规定|区分开来)"
    "|一(?:件事|条龙|次性|站式|张网|体化)"
    "|(?:第?[一二三四五六七八九十]+届)(?:[一二三四五六七八九十]+(?:次|中)、?)*(?:历次)?(?:全会|全体会议)?"
    "|[一二三四五六七八九十]+[次中](?=全会|、[一二三四五六七八九]+中)"
    '|(?:十[六七八九]|二十)大(?=精神|报告|和|、|以来|召开|的|,|作)|十[一二三四五]五(?=[“”"]?(?:规划|时期|开局))'
)
"""Numbers that are part of a set phrase."""
HOTLINES = r"12\d{3}(?![\d.,]|[余多]?[万千百]?[条件个次份篇起人户元名%宗])|1\d{4}(?=[“”\"']?(?:市民|政务|政府|便民|服务|公共|热线|平台|市长|县长|区长|投诉|工单|接听|咨询|电话))"

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\+\d{2}:\d{2})?"
TOKENS = rf"""
    (?=[0-9A-Za-z〇零○一二两三四五六七八九十几数百第附邮电传热手路街道巷村令〔\[(-])  # the quick way past all other characters
    (?:(?P<contact>(?:https?://|www\.)[\w./?=&%:#~-]+|[\w.+-]+@[\w.-]+|邮(?:编|政编码)[:为]*\d{{6}}
      |(?:电话|传真|热线|手机)(?:\(传真\))?[:号码为]*\d[\d()—–-]{{5,}}|\d{{3,4}}[—–-]{{1,2}}\d{{7,8}}|\d{{6,}}/[\d-]+
      |[路街道巷村](?:\d+号)(?:\w?座?\d+室)?|\d+室)
    |(?P<reference>[〔\[(](?:19|20)\d{{2}}[〕\])]第?\d+号?|第(?:\d+|{SPELLED}|[百千])[条款](?:第?\(?(?:\d+|{SPELLED})\)?[款项]?、?)*(?:第?(?:\d+|{SPELLED})[款项])*
      |(?:令)?第?\d+号(?:令|文)?(?!\w*楼)|附[件表图]?\d+(?!\d*[条件个份张])|-\d{{1,3}}-(?=\n|$)|第\d+页|[Pp](?:age|\.)\ ?\d+)
    |(?P<year>(?<!\d)(?:(?P<digits>(?:19|20)\d{{2}})(?:-(?:19|20)\d{{2}})?年(?:度)?|二[〇零○][〇零○一二三四五六七八九]{{2}}年(?:度)?)(?:(?:{_MONTH}|{SPELLED})月(?:份|底|末)?(?:(?:{_DAY}|{SPELLED})日)?)?)
    |(?P<date>(?<!\d)(?:19|20)\d{{2}}[-/.年]{_MONTH}[-/.月]{_DAY}(?!\d)(?:T?\ ?{_CLOCK})?|(?<![\d.])(?:{_MONTH}月?[-—–~至到])?{_MONTH}月(?:份|底|末)?(?:{_DAY}日)?(?!\w*率)|(?<![\d个])(?:[一二三四五六七八九]|十[一二]?)月(?:份|底|末|(?:{SPELLED})日)|(?<!\d){_CLOCK})
    |(?P<name>\d+[×xX*]\d+(?:小时)?|[A-Za-z]+-?\d+\w*|\d+[A-Za-z]\w*|{HOTLINES}|{SLOGANS})
    |(?P<order>第(?:\d+|{SPELLED}|[百千])(?!方)|(?:(?<=[\n。;:,!?、])|^)(?:\(?(?:{SPELLED}|\d{{1,2}})\)(?!%)|(?:{SPELLED})(?:、|是|要)|\d{{1,2}}(?:、|\.(?!\d)))|\((?:{SPELLED}|\d{{1,2}})\))
    |(?P<percent>(?P<rate>{_NUMBER})(?:[-~—至到](?P<rate_high>{_NUMBER}))?(?P<sign>%|‰|个?百分点)|百分之(?P<spelled_rate>{SPELLED}|百)(?:点(?P<part>[〇零一二三四五六七八九]+))?)
    |(?P<quantity>(?P<number>{_NUMBER})%?(?P<low_magnitude>[万亿](?=[-~—至到]))?(?:[-~—至到](?P<high>{_NUMBER}))?(?P<about>余|多|几|来)?(?P<magnitude>[十百千]?[万亿](?!元)|[十百千](?!万|亿))?(?P<about_behind>余|多|几)?(?P<unit>{UNITS})?)
    |(?P<spelled>(?<![统唯同单专另逐进第每首某])(?P<word>{SPELLED}|几十|数[十百千])(?P<spelled_about>余|多)?(?P<spelled_unit>{SPELLED_UNITS})))
    """
"""A number in folded text, a group a kind; verbose."""
QUOTED = (
    r"“[^“”\n]{1,20}”|\"[^\"\n]{1,20}\"|《[^《》\n]{1,80}》|〈[^〈〉\n]{1,60}〉|「[^「」\n]{1,20}」|<[^<>\n]{2,60}>"
)
"""What stands in quotation marks: numbers in it are parts of names."""
UNCERTAIN = "几数"
"""Before a magnitude: some."""
POINTS = "百分点"
