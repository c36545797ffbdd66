"""The wordings by which reports name themselves and their organs: names of bodies, titles, links between pages.

Patterns apply to folded text: NFKC, simplified characters, no white space. Sources: the reports themselves;
the standard body names follow the institutional reform of 2018.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Names of organs ----------------------------------------------------------------------------------------

GOVERNMENT = "人民政府"
BODY_ENDINGS = (
    "人民政府|政府|行政公署|办公室|办公厅|委员会|管委会|办事处|分局|局|委|厅|大队|支队|总队|队|署|"
    "海关|领导小组|指挥部|总部|中心|所|站|馆|院|学校|中学|小学|大学|学院|幼儿园|校|园|联合会|总工会|残联|妇联|红十字会|"
    "公司|集团|处|办|社|台|校区|海事处|常委会|工委|委会|宣传部|组织部|统战部|统一战线工作部|社会工作部|武装部"
)
BODY = re.compile(rf"[\u3400-\u9fff、()]{{0,28}}?(?:{BODY_ENDINGS})")
"""What may stand behind a place in the name of an organ."""
ADMINISTRATION = re.compile(
    r"[\u3400-\u9fff、()]{0,24}?(?:人民政府|政府|行政公署|办公室|办公厅|委员会|管委会|局|委|厅|大队|支队|总队|调查队|政府办)"
)
"""A body that a city or county has: it tells a short name (芮城水利局) from that of a road, a hill or a school."""
OF_NATURE = re.compile(
    r"湖(?!泊)|河(?![道长])|江|山|岛|流域|国家公园|森林公园|国家级|自然保护|风景|景区|机场|铁路|高速|管理(?:局|处|委员会)$"
)
"""What follows the short name of a place where a lake, a hill or a park is meant: 太湖流域管理局 is not 太湖县's."""
BODY_WORDS = frozenset({"公安", "港口"})
"""Short names of places that are also what bodies are about: 湖北省公安局, 防城港市港口管理局."""
CORPS_CITIES = (
    "阿拉尔市", "铁门关市", "图木舒克市", "双河市", "五家渠市", "可克达拉市",
    "石河子市", "北屯市", "昆玉市", "胡杨河市", "新星市", "白杨市",
)  # fmt: skip
SUPERIOR = re.compile(
    r"中华人民共和国(?=.{2})|国家税务总局(?=.{3})|国家统计局(?=.{3})|国家金融监督管理总局(?=.{3})|国家(?=.{2,8}调查队)"
    r"|(?:中国共产党|中共|中国共产主义青年团|共青团|中国人民政治协商会议|政协)(?=.{3})"
    rf"|(?:(?:新疆)?(?:生产建设)?兵团)?第[一二三四五六七八九十]+师(?=(?:{'|'.join(CORPS_CITIES)}))"
)
"""What a body names before its place: the organ above (国家税务总局文成县税务局), the organisation of which it is the
committee (中共文成县委员会), the division of the Corps that is one with its city (第一师阿拉尔市)."""


class Committee(NamedTuple):
    """An organisation by which a name begins, and what its committee is called behind a place: 文成县委, 大王镇党委."""

    prefix: re.Pattern[str]
    short: str
    of_township: str


COMMITTEES = (
    Committee(re.compile("^(?:中国共产党|中共)"), "委", "党委"),
    Committee(re.compile("^(?:中国共产主义青年团|共青团)"), "团委", "团委"),
    Committee(re.compile("^(?:中国人民政治协商会议|政协)"), "政协", "政协"),
)
COMMITTEE_NAMES = frozenset(committee.short for committee in COMMITTEES)
COMMITTEE = re.compile("^委(?:员会)?")
NO_BODY = re.compile(
    r"中华人民共和国|国务院|条例|通知|要求|根据|按照|依据|依照|印发|规定|公布|认真|精神|报告|的|了|是|《|》|领导(?!小组)|"
    r"转发|批转|转载|抄送|抄报|主送|门户|网站|网$|我|年报|"
    r"^(?:各|所属|下辖|下属|部门)|[局厅府室][和与及代]"
)
NO_BEGINNING = re.compile(
    r"各|本|我|该|全|其|由|在|为|按|市直|县直|有关|相关|如|对|经|向|请|和|与|及|等|现|将|有|以|从|并"
)
"""What shows a stretch of text to be a clause, the state itself or someone addressed, and no name of an organ."""

# Title, year, organ ---------------------------------------------------------------------------------------

_YEAR = r"(?:20|二[〇○0零Oo])[0-9〇○零Oo一二三四五六七八九]{2}"
_ABOUT_REPORTS = "意见|批复|复函|通报|评议|点评"
"""What is written about somebody's report and is none."""
_ABOUT_WORK = "要点|方案|计划|办法|制度|指南|目录|考核|培训|会议|推进会|清单"
"""What is written about the work to come."""
TITLE = re.compile(
    r"(?P<before>[^0-9《》:：|\-]*?)"
    rf"(?:(?P<year>{_YEAR})年?度?|)"
    r"(?P<between>(?:(?!二[〇○零Oo]\S\S年)[^0-9《》:：|\-])*?)(?:(?<!人民)政府|政务)?(?:(?<!人民)政府|政务)?"
    r"信息公开(?:工作)?(?:情况)?的?"
    rf"(?:年度)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)(?!格式|编制|有关|模板|的要求|的?(?:{_ABOUT_REPORTS}))"
    rf"(?:[\-—(]*(?P<late>{_YEAR})(?:年度?)?\)?)?"
)
LOOSE_TITLE = re.compile(
    rf"(?P<before>[\u3400-\u9fff()]{{2,40}}?)(?P<year>{_YEAR})年?度?(?P<between>)(?:政府|政务)?信息公开"
    rf"(?!.*(?:(?:{_ABOUT_REPORTS})$|{_ABOUT_WORK})).{{0,14}}"
)
"""A title that is misprinted or goes without the word 报告: 小河镇2023年政府信息公开工作情况."""
ABOUT_TITLE = ("公开", "公開", "年报", "年報")
"""What any title has in it: most lines of a page need no pattern."""
TITLE_FILLERS = re.compile(r"^(?:关于|Page|P\.)|(?:关于(?:发布|公布|印发|编制|做好|报送|上报|呈报)?|的|年度|本级)$")
BEFORE_NAME = re.compile(r"^.*(?:[,，。;；:：、\s\[\]《》>|_]|公布|发布|印发|现将|关于|报送|上报|呈报|呈送)")
"""What a sentence has before the name in it: 根据第五十条要求,现公布文成县水利局…"""
OFFICE_IN_BRACKETS = re.compile(r"\((办公[室厅])\)$")
CITED = re.compile(r"(?<!发布)(?<!公布)(?<!现将)《[^》]*》")
"""A law or notice that is quoted; a report that is announced is quoted too."""
CHINESE_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
STATED_YEAR = re.compile(r"(20\d\d)年度?(?:政府|政务)?信息公开(?:工作)?年度?(?:工作)?报告")
REPORTED_YEAR = re.compile(
    r"(?:^|[。;\n])(?:现将)?(20\d\d)年度?,?(?:我|本|全|[^。;,\n自以]{0,12}(?:主动公开|信息公开)(?!工作?年度))"
)
"""The first sentence that says what was done in which year: 现将2022年度政府信息公开情况报告如下."""
PERIOD = re.compile(r"(?:统计(?:期限|时限|时间|周期)|数据.{0,8}期限|自).{0,12}?(20\d\d)年1月1日")
PROSE_YEAR = re.compile(r"(20\d\d)年")
DISCLOSED_YEAR = re.compile(r"(20\d\d)年(?:度|全年)?,?[^。;]{0,16}?(?:共|累计)主动公开")
ISSUER = re.compile(
    r"由(?P<organ>[\u4e00-\u9fff]{4,30}?)(?:(?:根据|按照|依据|依照)[^。]{0,80})?(?:负责|组织|汇总)?编制"
)
ANNOUNCED = re.compile(r"(?:公布|发布)《?(?P<organ>[\u4e00-\u9fff]{3,30}?)(?P<year>20\d\d)年")
ACTOR = re.compile(
    rf"(?:^|[。;,\n]|年度?|以来)(?P<organ>[\u4e00-\u9fff]{{2,24}}?(?:人民政府办公室|人民政府办公厅|{BODY_ENDINGS}))"
)
"""Who does something in a sentence."""
SUBJECT = re.compile(
    ACTOR.pattern
    + r"(?=公开|公布|发布|主动|认真|严格|高度|积极|坚持|深入|以|在|按|根据|依据|现|编制|持续|不断|切实|围绕|结合|继续|"
    r"扎实|全面|进一步|共|累计|收到|受理|办理|未|没有|落实|贯彻|加强|紧|始终|充分|通过|\(以下|关于\d{4})"
)
"""Who does in the first sentence what a report tells of its own organ: 2023年,文成县公安局公开信息20条."""
JOINED = re.compile("、|(?<=[局委厅府室])[和与及]")
"""Between two organs in a title."""
ABOUT = "关于"
SIGNED_DAY = re.compile(
    rf"(?P<year>{_YEAR})年(?P<month>1[0-2]|[1-9]|0[1-9]|十[一二]?|[一二三四五六七八九])月[^月]{{1,3}}日"
)
IN_A_SENTENCE = re.compile("[,。;]")
"""What a line of prose has and the head of a page has not: its menu, its site's name."""
SELF = re.compile(r"我(?P<kind>街道|镇|乡|苏木|县|区|市|旗|州|省|盟|局|委|厅)(?!场|域|级)")
"""How a report speaks of its own organ."""
WE = "我"
TOWN_SELVES, AREA_SELVES = frozenset({"街道", "镇", "乡", "苏木"}), frozenset("县区市旗州省盟")
ADDRESSEE = re.compile(rf"^(?:[\u3400-\u9fff]{{2,30}}?(?:{BODY_ENDINGS}|部门|单位)[、,]?)+:")
"""To whom an instruction or a covering letter is written: 运城市人民政府办公室:现将我县…"""
BRANCH_OF_COMPANY = re.compile(r"公司[\u3400-\u9fff]+公司$")
FORWARDED = re.compile("转发|批转|转载")
"""What makes a notice one about the report of somebody else."""
ADDRESSED = re.compile(r"抄送|抄报|主送|报送|呈报|联系|咨询|监督|投诉|电话|受理|地址|版权|主办|承办|支持|备案")
"""Labels of lines that name somebody who does not sign."""
BREADCRUMB = re.compile(r"[>»›]|当前位置|您的位置")
SITE = re.compile(r"(?P<organ>[\u4e00-\u9fff]{2,20}?(?:人民政府|政府))(?:门户网站|网站|网)?(?:\(.*\))?")
STATED_SOURCE = re.compile(
    r"(?:来源|发布机构|发布单位|信息来源|发文机关|公开机构|主办单位?|地址)[:：]?(?P<place>[\u4e00-\u9fff]{2,30}?)"
    r"(?=(?:发布|成文|生成|公开|发文)?(?:时间|日期)|来源|索引号|文号|[^\u4e00-\u9fff]|$)"
)
ISSUER_LABELS = ("发布机构", "发文机关", "发文单位", "公开机构", "发布单位", "信息来源")
PUBLISHED = re.compile(r"(?:发布|公开|成文|发文|生成)(?:日期|时间)[:：]?\s*(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})")

OFFICE_SUFFIXES = ("办公室", "办公厅")
GOVERNMENT_BODIES = ("人民政府", "管理委员会", "管委会", "街道办事处", "办事处", "行政公署", "")
STANDARD_BODIES: dict[str, str] = {
    "管委会": "管理委员会",
    "政府": "人民政府",
    "行署": "行政公署",
    "政府办公室": "人民政府办公室",
    "政府办": "人民政府办公室",
    "人民政府办": "人民政府办公室",
    "工信局": "工业和信息化局",
    "应急局": "应急管理局",
    "医保局": "医疗保障局",
    "退役军人局": "退役军人事务局",
    "综合执法局": "综合行政执法局",
    "住建局": "住房和城乡建设局",
    "发改局": "发展和改革局",
    "发改委": "发展和改革委员会",
    "人社局": "人力资源和社会保障局",
    "卫健局": "卫生健康局",
    "卫健委": "卫生健康委员会",
    "市监局": "市场监督管理局",
    "市场监管局": "市场监督管理局",
    "城管局": "城市管理局",
    "文旅局": "文化和旅游局",
    "自规局": "自然资源和规划局",
}
"""Short names in use → the standard name of the body."""

# Scope ----------------------------------------------------------------------------------------------------

WHOLE_AREA = re.compile(
    r"(?:全[县市区省州旗镇乡]|各(?:乡镇|镇|街道)[^。;]{0,8}部门)[^。;]{0,24}(?:收到|受理|新收|办理|答复|处理)[^。;]{0,12}申请"
)
OWN_OFFICE = re.compile(
    r"(?:办公[室厅]代表[^。,;]{2,12}政府|[县市区省]政府本级|[县市区省](?:人民)?政府办公[室厅])[^。;]{0,20}(?:收到|受理|办理)[^。;]{0,12}申请"
)
STATED_SCOPE = re.compile(r"统计口径:(?P<scope>本级机关|单一机关|全域汇总)")
"""The line in which a transcription carries the scope its source names."""
STATED_SCOPES = {"本级机关": "own_office", "单一机关": "one_organ", "全域汇总": "whole_area"}
SCOPES: dict[str, str] = {
    "whole area": "whole_area",
    "one organ": "one_organ",
    "own office": "own_office",
    "unknown": "unknown",
}
"""How figures sheets word a scope → its key. A longer wording begins with one of these."""
NOTICE_ON_REPORTS = re.compile(r"(?:编制|做好|格式|报送|填报).*通知")
"""A title of what is written about reports to come."""

# Pages of a site ------------------------------------------------------------------------------------------

NEXT_PAGE = re.compile(r"[\[(（【<>»›]*(?:下一?页|后一?页|(?i:next(?:page)?))[\])）】<>»›]*")
"""The words of the link to the next page of a list."""
NUMBERED_PAGES = re.compile(
    r"createPageHTML\(\s*(?P<count>\d{1,4})\s*,\s*\d+\s*,\s*['\"](?P<stem>[\w./-]+)['\"]\s*,\s*['\"](?P<ending>\w+)['\"]"
)
"""The call by which the commonest system of government sites numbers the pages of a list: index.html, index_1.html…"""
