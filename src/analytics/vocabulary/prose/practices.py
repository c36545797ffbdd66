"""What reports say was done: duties of the Regulation and points of the yearly work programmes, each with its words.

A practice counts as mentioned where a sentence holds one of its patterns; whether it was done, is planned, was not done
or is named as a shortcoming is told by the words of ``STANCES``. ``basis`` is the article or the notice it rests on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Stance(StrEnum):
    """What a sentence says of a practice."""

    DONE = "done"
    PLANNED = "planned"
    NONE = "none"
    """That there was none, or that it was not done."""
    SHORTCOMING = "shortcoming"


class PracticeGroup(StrEnum):
    """What a practice belongs to, as the form orders section one."""

    PUBLICATION = "publication"
    REQUESTS = "requests"
    INFORMATION = "information"
    PLATFORMS = "platforms"
    SUPERVISION = "supervision"


class Practice(NamedTuple):
    """``pattern`` has to be found within one sentence, and ``beside`` anywhere in it, if given."""

    key: str
    group: PracticeGroup
    chinese: str
    english: str
    basis: str
    pattern: str
    beside: str = ""


_P, _R, _I, _L, _S = PracticeGroup
_REQUEST = "依申请(?!公开(?:、|或|和)不予)|申请办理|申请的?(?:接收|登记|受理|办理|答复)|办理流程|公开申请"

PRACTICES: tuple[Practice, ...] = (
    Practice("attribute_at_drafting", _I, "拟制公文时确定公开属性", "disclosure attribute set at drafting", "art. 16",
             "公开属性[^。;]{0,24}(?:源头|认定|拟制|起草|同步|随文|标注|确定|明确|审核|审查)|(?:拟制|起草|制发|拟发|发文|源头)[^。;]{0,30}(?:公开属性|主动公开、依申请公开、不予公开)|属性[^。;]{0,6}源头"),
    Practice("attribute_reexamined", _I, "公开属性定期复核与动态调整", "attributes re-examined", "art. 18",
             "(?:属性|不予公开|依申请公开)[^。;]{0,30}(?:动态调整|复核|定期评估|再审查|转为主动公开)|动态调整[^。;]{0,12}(?:属性|机制)[^。;]{0,20}公开"),
    Practice("secrecy_review", _I, "保密审查", "secrecy review before publication", "art. 17", "保密审查|涉密审查|保密审核"),
    Practice("three_reviews", _I, "三审三校", "three reviews before publication", "state council office 2018", "三审三校|三审制|三级审核|三级审查|“三审”|三审"),
    Practice("information_cleared", _I, "已公开信息清理", "published information cleared up", "art. 18", "(?:清理|排查|下架)[^。;]{0,16}(?:信息|(?<!规范性)文件|栏目|失效|过期)"),
    Practice("normative_database", _I, "规范性文件集中公开", "normative documents published in one place", "programme 2021",
             "规范性文件[^。;]{0,16}(?:集中公开|数据库|文件库|库|全面清理|清理|统一发布|规范化公开)"),
    Practice("request_registered", _R, "申请登记", "requests registered", "art. 31", "登记", _REQUEST),
    Practice("request_accepted", _R, "申请受理", "requests accepted", "art. 29", "受理|接收", _REQUEST),
    Practice("request_corrected", _R, "申请补正", "requests sent back for correction", "art. 30", "补正", _REQUEST),
    Practice("request_consulted", _R, "征求意见与会商", "consultation on requests", "arts. 32, 34", "征求(?:第三方)?意见|会商|征询", _REQUEST),
    Practice("request_opinion", _R, "提出办理意见", "opinion on handling", "local rules", "办理意见|拟办意见|处理意见|答复意见", _REQUEST),
    Practice("request_decided", _R, "作出决定或答复", "decision on requests", "art. 36", "作出(?:答复)?决定|作出答复|规范答复|依法答复|按期答复|法定(?:期限|时限)内?[^。;]{0,8}答复|答复文书", _REQUEST),
    Practice("request_approved", _R, "答复报批审核", "replies approved", "local rules", "报批|审批|审签|审核", _REQUEST),
    Practice("request_delivered", _R, "送达", "replies delivered", "art. 40", "送达|寄送", _REQUEST),
    Practice("request_filed", _R, "申请归档", "requests filed", "local rules", "归档", _REQUEST),
    Practice("request_legal_review", _R, "答复法制审核", "replies reviewed by lawyers", "programmes", "(?:法律顾问|合法性审查|法制审核|法律审核|律师)", "依申请|答复|申请"),
    Practice("request_contact", _R, "与申请人沟通", "applicants contacted", "programmes", "(?:与|和|同)申请人[^。;]{0,10}(?:沟通|联系|交流|对接)|电话沟通"),
    Practice("guide_updated", _P, "公开指南更新", "guide kept up to date", "art. 12", "公开指南[^。;]{0,16}(?:修订|更新|编制|完善|修改|发布|调整)|(?:修订|更新|编制|完善|修改|调整|发布)[^。;]{0,16}公开指南|《指南》"),
    Practice("catalogue_updated", _P, "公开目录更新", "catalogue kept up to date", "art. 12", "(?:公开|事项|标准|基本)目录[^。;]{0,16}(?:修订|更新|编制|完善|梳理|调整)|(?:修订|更新|编制|完善|梳理|调整|优化)[^。;]{0,20}(?:公开|事项|标准|基本)目录"),
    Practice("standardisation", _P, "基层政务公开标准化规范化", "standardised disclosure at the grassroots", "state council office 2019 no. 54", "标准化[、和]?规范化|规范化[、和]?标准化|标准指引"),
    Practice("budgets", _P, "预决算公开", "budgets and accounts published", "art. 20(7)", "预(?:算)?、?决算|预算[^。;]{0,8}决算"),
    Practice("double_publicity", _P, "双公示与双随机", "licences, penalties and inspections published", "art. 20(5)(6)", "双公示|双随机"),
    Practice("decisions_consulted", _P, "重大决策征求意见", "public consulted on decisions", "art. 19", "(?:决策|草案|征求意见稿|规划|政策)[^。;]{0,24}(?:征求|征集|听取)[^。;]{0,10}意见|意见征集|民意征集"),
    Practice("meetings_opened", _P, "邀请公众列席会议与政府开放日", "public invited to meetings and open days", "programmes", "列席[^。;]{0,10}会议|邀请[^。;]{0,40}(?:列席|参加)[^。;]{0,16}会议|开放[日周月]"),
    Practice("enterprise_disclosure", _P, "公共企事业单位信息公开", "disclosure by public enterprises", "art. 55", "公共企事业单位[^。;]{0,10}信息公开"),
    Practice("interpretation_together", _P, "解读与文件同步", "interpretation published with the document", "state council office 2016 no. 80",
             "解读[^。;]{0,30}(?:同步|三同步)|(?:同步|三同步)[^。;]{0,30}解读"),
    Practice("interpretation_by_head", _P, "负责人解读", "interpretation by those in charge", "state council office 2016 no. 80",
             "(?:负责人|负责同志|主要领导|分管领导|第一解读人|局长|县长|市长|区长|镇长|主任)[^。;]{0,24}解读|谁起草[、,]?谁解读|解读[^。;]{0,12}(?:第一责任人|责任主体)"),
    Practice("interpretation_forms", _P, "多种形式解读", "interpretation in several forms", "programmes", "(?:图解|图文|图片|图表|视频|动漫|动画|一图读懂|H5|问答|音频)[^。;]{0,24}解读|解读[^。;]{0,30}(?:图解|图文|图片|图表|视频|动漫|动画|一图读懂|H5|问答|音频)"),
    Practice("press_conferences", _P, "新闻发布会", "press conferences", "programmes", "新闻发布会|新闻发布工作|新闻通气会"),
    Practice("public_concern", _P, "回应关切", "answers to public concern", "programmes", "回应(?:社会|公众|群众|民生)?[^。;]{0,4}(?:关切|关注|热点|舆情)|舆情[^。;]{0,10}(?:回应|处置|监测)"),
    Practice("hotline", _L, "12345 热线", "hotline", "programmes", "12345|便民热线|服务热线|政务热线|市长热线|县长热线|热线"),
    Practice("mailbox", _L, "信箱与留言", "mailbox and messages", "programmes", "信箱|留言|互动交流|政民互动|网络问政"),
    Practice("consolidation", _L, "平台集约化与账号整合", "platforms consolidated", "state council office 2018", "集约化|(?:关停|整合|注销|清理|归并)[^。;]{0,20}(?:账号|新媒体|网站|公众号|栏目)|(?:账号|新媒体|网站)[^。;]{0,12}(?:关停|整合|注销|归并)"),
    Practice("new_media_supervised", _L, "政务新媒体监管", "new media supervised", "state council office 2018 no. 123", "新媒体[^。;]{0,20}(?:监管|检查|备案|巡查|监测|管理|抽查)|(?:监管|检查|备案|巡查|监测|抽查)[^。;]{0,20}新媒体"),
    Practice("errors_checked", _L, "错敏信息排查", "errors looked for", "programmes", "错别字|错敏|错链|死链|纠错|不良链接|敏感词|表述错误"),
    Practice("accessible", _L, "无障碍与适老化", "accessible to the elderly and disabled", "programme 2021", "无障碍|适老化"),
    Practice("gazette", _L, "政府公报", "gazette", "art. 23", "政府公报|《[^》]{0,14}公报》"),
    Practice("public_zones", _L, "政务公开专区与查阅点", "places of access", "art. 25", "(?:公开|政务)专区|查阅(?:点|场所|中心)|公开栏|公示栏"),
    Practice("leadership", _S, "领导小组与专题研究", "leadership of the work", "art. 4", "领导小组|专题(?:研究|会议|会)|常务会议?[^。;]{0,10}(?:听取|研究)[^。;]{0,10}公开|纳入[^。;]{0,8}(?:议事日程|重要日程)"),
    Practice("staff", _S, "专人负责", "staff assigned", "art. 4", "专人|专职|专兼职|兼职人员|工作人员配备|配[齐强][^。;]{0,6}人员"),
    Practice("training", _S, "业务培训", "training", "art. 48", "培训|轮训|专题授课|跟班学习"),
    Practice("appraisal", _S, "纳入考核", "part of the yearly appraisal", "art. 46", "纳入[^。;]{0,24}(?:考核|考评|绩效)|(?:考核|考评)[^。;]{0,12}(?:分值|权重|指标体系|比重|不低于)|绩效考核"),
    Practice("appraisal_weight", _S, "考核分值权重", "weight in the appraisal told", "state council office 2016", "(?:考核|考评|绩效)[^。;]{0,20}(?:分值|权重|比重|占比)|分值权重|权重[^。;]{0,8}不低于"),
    Practice("quarterly_notices", _S, "季度检查通报", "quarterly checks and notices", "programmes", "(?:每|按|逐)?季度?[^。;]{0,44}(?:通报|检查|抽查|督查|监测|自查)"),
    Practice("notices", _S, "通报", "notices of results", "programmes", "通报"),
    Practice("inspection", _S, "监督检查", "inspections", "art. 46", "(?:监督|督查|督促|督导|专项|日常|定期|不定期)[^。;]{0,8}检查|(?:开展|组织|进行)[^。;,]{0,10}检查|督查|督导|(?<!随机)抽查|常态化监测"),
    Practice("rectification", _S, "问题整改", "rectification", "art. 47", "整改|限期改正"),
    Practice("third_party", _S, "第三方评估", "evaluation by third parties", "programmes", "第三方[^。;]{0,10}(?:评估|测评|机构|监测|检测|评议)"),
    Practice("social_review", _S, "社会评议", "review by the public", "art. 46", "社会评议|社会评价|群众评议|满意度(?:调查|测评)|好差评"),
    Practice("accountability", _S, "责任追究", "accountability", "arts. 47, 53", "责任追究|追究[^。;]{0,8}责任|问责"),
)  # fmt: skip
NAMED_IN_TITLES = frozenset({"guide_updated", "gazette"})
"""A title of a document within 《》 tells of no practice but these."""
PRACTICE_BY_KEY = {practice.key: practice for practice in PRACTICES}

NEGATION = r"(?:(?<!从)未(?!来|必|公开|经)|没有|尚无|从未|不存在|(?<![毫])无(?!障碍|法提供|论|偿|线|锡|人|形)|不(?=涉及|需要))[^。;,、]{0,14}$"
"""Before a practice, within its part of the sentence: there was none."""
NEGATION_BEHIND = r"^[^。;,]{0,14}(?:为?零|(?<!\d)0(?:次|件|人|场|起|例)|的?情况未发生)"
SHORTCOMING = "不足|不够|不到位|有待|亟待|亟需|仍需|还需|需进一步|滞后|薄弱|不强|欠缺|不高|不完善|不健全|不规范|不及时|不深入|不平衡|单一|差距|松懈|短板|弱项"
"""In the sentence: it is named as what is wanting."""
PLAN = (
    r"下一步|下步|今后|明年|接下来|下阶段|来年|(?:^|[,。;:])(?:我[市县区镇乡局办委街]|将)[^。;]{0,2}将|将(?:进一步|继续|组织|开展|不断|着力|切实|加大|加强|严格|持续|以|从|按照|认真|积极|重点|坚持|全面)"
    r"|(?:^|[一二三四五六七八九十]是|[,。;:])(?:要|拟|计划|力争|继续|进一步(?=加强|完善|提高|提升|强化|加大|健全|深化|规范|拓宽|拓展|丰富))"
)
"""In the sentence, outside section one: it is intended."""
FIRM_PLAN = r"下一步|下步|今后|明年|接下来|下阶段|来年|将(?:进一步|继续|组织|开展|不断|着力|切实|加大|加强|严格|持续|认真|积极|重点)"
"""The same for section one, where 继续 and 进一步 tell of what was done."""
ACCOMPLISHED = "已(?:经)?|完成了|建立了|开展了|制定了|印发了|组织了|召开了|举办了"
"""In a plan or a shortcoming: it has been done after all."""
