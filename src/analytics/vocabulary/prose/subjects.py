"""Subjects of figures in prose: what a county counts, with the words that say so.

A pattern is matched against the words around a number, in which ``#`` stands for the number with its unit. The first
subject with a pattern that fits is the figure's; what fits none stays unassigned. Only what reports count again and
again is here.
"""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """``units`` are those it is counted in (none: any, or no unit); ``patterns`` are regular expressions."""

    key: str
    chinese: str
    english: str
    units: frozenset[str]
    patterns: tuple[str, ...]


def _subject(key: str, chinese: str, english: str, units: str, *patterns: str) -> Subject:
    return Subject(key, chinese, english, frozenset(units.split("|")) if units else frozenset(), patterns)


_REQUEST = "(?:(?:政府|政务)?信息依申请公开|(?:政府|政务)?信息(?:公开)?(?:依申请公开)?(?:的?申请)|依申请(?:信息|政府信息)?公开(?:政府信息|信息|件|申请|事项|的?申请)*|公开申请|申请)"
_ASKED = "公开的?申请|申请(?:公开|书)?|依申请公开(?:件|申请|事项)?"
_ITEM = "条|篇|件|个|份|则|次|条次|篇次"
_PUBLISH = "(?:公开|发布|公布|公示|更新|推送|推出|发表|发文|刊发|刊登|刊载|编发|采用|上传|录入|报送|转发|制作)"
_INFORMATION = "(?:(?:政府|政务|各类|各项|各种|公开|类)*信息)"
_SUM = (
    "(?:总数|总量|数量|数|更新量|发布量|公开量|采用量|更新数)?(?:共|共计|累计|合计|达|约|近|超|为|有|达到|总计|共有)*#"
)
CASES = "件|件次|份|起|宗|例|项|次|条|人"

SUBJECTS: tuple[Subject, ...] = (
    # Rates ---------------------------------------------------------------------------------------------------
    _subject("satisfaction_rate", "满意率", "satisfaction", "%|分", "满意(?:率|度)[^,。;]{0,8}#", "好评(?:数|率)[^,。;]{0,8}#", "差评(?:数|率)[^,。;]{0,8}#"),
    _subject("answer_rate", "办结率、答复率", "share of requests answered", "%",
             "(?:办结|答复|回复|办理|受理|按期|按时|按期办结|按期答复|回应|办复|处置)率[^,。;]{0,6}#", "(?:答复|办结|回复|办理|办复|处置)[^,。;]{0,6}率[^,。;]{0,6}#"),
    _subject("interpretation_rate", "解读率", "share of documents interpreted", "%", "解读(?:率|比例|比率)[^,。;]{0,8}#"),
    _subject("disclosure_rate", "公开率", "share published", "%", "(?:公开|上网|合格|达标|更新|采用|电子化|覆盖|备案|审查|准确|及时|完整|规范)率[^,。;]{0,8}#", "(?:公开面|完整性)[^,。;]{0,8}#"),
    # Requests ------------------------------------------------------------------------------------------------
    _subject("requests_carried_forward", "结转下年度", "carried forward", CASES,
             "(?:结转(?:至|到)?(?:下|次|\\d{4})[^,。;#]{0,12}|顺延(?:至|到)下[^,。;#]{0,6}|转(?:入|至|到)?下(?:一)?年[^,。;#]{0,10})#", "#[^,。;#]{0,10}(?:结转(?:至|到)?(?:下|次|\\d{4})|顺延到?至?下|转入下)"),
    _subject("requests_carried_over", "上年结转", "carried over from last year", CASES,
             "(?:上(?:一)?年(?:度)?|去年|\\d{4}年(?:度)?)(?:结转|转结)[^,。;#]{0,14}#", "结转上(?:一)?年(?:度)?[^,。;#]{0,10}#", "#(?:为)?上(?:一)?年(?:度)?结转"),
    _subject("requests_granted_in_full_or_part", "予以公开及部分公开", "disclosed in full or part", CASES, "予以公开(?:和|及|、|或)部分公开[^,。;#]{0,6}#"),
    _subject("requests_partly_granted", "部分公开", "disclosed in part", CASES, "部分公开(?:的)?[^,。;、#]{0,6}#", "#(?:予以)?部分公开"),
    _subject("requests_refused", "不予公开", "not disclosed", CASES, "不予公开(?:的)?[^,。;、#]{0,6}#", "#不予公开"),
    _subject("requests_granted", "予以公开", "disclosed in full", CASES, "(?<!不)(?:予以|同意|全部)公开(?:的)?(?:答复)?#", "#予以公开"),
    _subject("requests_unable", "无法提供", "unable to provide", CASES, "(?:无法提供|不掌握(?:相关政府信息)?|没有现成信息|信息不存在)(?:的)?[^,。;、#]{0,6}#"),
    _subject("requests_not_processed", "不予处理", "not processed", CASES, "不予处理(?:的)?[^,。;、#]{0,6}#", "#不予处理"),
    _subject("requests_otherwise_handled", "其他处理", "otherwise handled", CASES, "其他(?:处理|方式处理)(?:的)?[^,。;、#]{0,6}#"),
    _subject("requests_corrected", "补正", "sent back for correction", CASES, "(?:告知|要求|通知|一次性)?补正[^,。;、#]{0,6}#"),
    # Remedies ------------------------------------------------------------------------------------------------
    _subject("reconsiderations", "行政复议", "administrative reconsiderations", CASES,
             "(?:行政)?复议(?:的?案件|申请|事项)?[^,。;、#诉]{0,8}#", "#[^,。;#]{0,14}行政复议(?!.{0,6}诉讼)"),
    _subject("litigations", "行政诉讼", "administrative litigation", CASES, "(?:行政)?诉讼(?:案件)?[^,。;、#]{0,8}#", "#[^,。;#]{0,14}行政诉讼"),
    _subject("requests_withdrawn", "撤销申请", "requests withdrawn", CASES, "(?:撤销|撤回)[^,。;#]{0,12}申请[^,。;#]{0,4}#"),
    _subject("requests_handled", "办理申请（收到或答复未分）", "requests handled (received or answered is not said)", CASES,
             f"(?<!收到和)(?<!收到并)(?<!接收)(?<!受理)(?<!收到)(?:办理|处理)(?:的|各类|群众)*{_REQUEST}[^,。;#]{{0,8}}#", f"(?<!收到和)(?<!收到并)(?<!接收)(?<!受理)(?<!收到)(?:办理|处理)[^,。;#]{{0,4}}#(?:次|有效)?{_REQUEST}", "(?:办理|处理)[^,。;#]{0,40}依申请公开(?:政府)?信息[^,。;#]{0,6}#"),
    _subject("requests_answered", "答复申请", "requests answered", CASES,
             f"(?:答复|办结|办理完毕|回复|办复|处理完毕|已办理)[^,。;#]{{0,4}}{_REQUEST}[^,。;#]{{0,6}}#", "(?:答复|办结|办理完毕|回复|办复|已办理|处理完毕)(?:了|的|完毕|完成|共|共计|计|数|件数)*#",
             "(?<!收到和)(?<!收到并)(?<!接收)(?<!受理)(?<!收到)(?:办理|处理)(?:了|完毕|完成|共|共计)*#(?!.{0,6}申请)", f"(?:答复|办结|办复)[^,。;#]{{0,6}}#{_REQUEST}", "#(?:申请|全部|均|已|按照规定|按规定|按时|按期|如期|及时|依法|在法定期限内|予以)*(?:办结|答复|办复|处理完毕|办理完毕)"),
    _subject("requests_received", "收到申请", "requests received", CASES,
             f"(?:收到|受理|接收|接到|收取|新收|新增|收悉|收到并处理)(?:的|和处理|并处理|办理|和办理|并办理|各类|群众|网上|书面|有效|到|公民)*{_REQUEST}[^,。;#]{{0,8}}#",
             f"(?:收到|受理|接收|接到|新收|收到和处理)[^,。;#]{{0,4}}#(?:次|有效)?{_REQUEST}", f"(?:{_ASKED})(?:共|总数|总量|数量|数|件数|共计)?(?:收到|受理|接收|办理)?(?:申请)?(?:为|是|共|计|共计)*#$",
             f"(?:收到|受理|接收|接到)[^,。;#]{{0,16}}(?:{_REQUEST}|提交)[^,。;#]{{0,10}}#"),
    _subject("share", "占比", "share of a whole", "%|‰", "占[^,。;#]{0,16}#", "(?:总量|总数|比重)(?:的|为|达)*#"),
    # People and letters --------------------------------------------------------------------------------------
    _subject("responses", "回应关切", "responses to public concern", "次|条|件|个", "回应(?:公众|社会|群众|热点|关切|关注|和|重大|舆情|、|或|网民)*#", "#[^,。;、#]{0,4}回应"),
    _subject("hotline_calls", "热线办理", "hotline calls handled", "件|条|次|个|起|件次|宗|通", "(?:12345|热线|便民服务平台|市民服务|工单)[^。;#]{0,24}#", "#[^,。;#]{0,10}(?:热线|工单)"),
    _subject("proposals", "建议提案", "proposals of deputies", "件|条|份|项|个", "(?:人大|代表|政协|委员)?(?:建议|提案|议案)[^,。;#]{0,10}#", "#[^,。;#]{0,10}(?:建议|提案|议案)"),
    _subject("letters_answered", "答复来信留言", "letters and messages answered", "件|条|封|次|个|起|件次",
             "(?<!收到并)(?<!收到和)(?:回复|答复|办结|回应|办理|处理|解答)(?:了)?(?:政府|网民|网友|群众|公开)*(?:来信|信箱|信件|留言|咨询|投诉|诉求)[^,。;、#]{0,6}#"),
    _subject("letters", "来信留言", "letters and messages", "件|条|封|次|个|起|件次",
             "(?:信箱|来信|信件|留言|网络问政|投诉|咨询|诉求|网民|领导留言板|民心网|来访|来电|信访件|举报)[^,。;#]{0,16}#", "#[^,。;#]{0,8}(?:信件|留言|来信|咨询|投诉|诉求)"),
    _subject("requests_received", "收到申请", "requests received", CASES, "(?<!不予)(?:收到|受理|接收|接到)(?:了|共|共计)*#"),
    # Training and meetings -----------------------------------------------------------------------------------
    _subject("training_participants", "培训人次", "people trained", "人次|人|名|余人", "(?:培训|参训|轮训|学习班|讲座|授课)[^。;]{0,30}#", "#[^,。;#]{0,6}(?:参加|参训|培训|人员参加)"),
    _subject("trainings", "培训", "trainings held", "次|场|期|场次|个|轮|批|期次|次会", "(?:培训|轮训|讲座|学习|学习班|授课|业务交流)[^,。;、#]{0,12}#", "#[^,。;、#]{0,16}(?:培训|轮训|讲座)"),
    _subject("press_conferences", "新闻发布会", "press conferences", "场|次|期|场次|个|篇", "(?:新闻发布|新闻通气|发布会|新闻发布活动)[^,。;#]{0,12}#", "#[^,。;#]{0,16}(?:新闻发布|新闻通气|发布会)"),
    _subject("press_attendances", "出席新闻发布会", "officials at press conferences", "人次|人|名", "发布会[^,。;#]{0,12}#"),
    _subject("interviews", "在线访谈", "online interviews", "场|次|期|个|条|场次", "(?:访谈|直播|在线交流|对话|面对面)[^,。;、#]{0,8}#", "#[^,。;、#]{0,10}(?:访谈|直播)"),
    _subject("open_days", "政府开放日", "open days", "场|次|期|个|场次", "开放[日周月][^,。;、#]{0,10}#", "#[^,。;、#]{0,12}开放[日周月]"),
    _subject("consultations", "意见征集", "public consultations", "次|个|条|项|期|件|场|场次|", "(?:意见征集|征集调查|调查征集|征求意见|民意征集|网上调查|意见建议征集|公开征集|意见征询|草案征集|调查意见|意见采纳)[^,。;、#]{0,8}#", "#[^,。;、#]{0,12}(?:意见征集|征求意见|民意征集|征集调查)"),
    _subject("meetings", "会议", "meetings", "次|场|个|场次", "(?:会议|推进会|部署会|协调会|例会|座谈会|专题会|调度会)[^,。;、#]{0,8}#", "#[^,。;、#]{0,14}(?:会议|推进会|部署会|协调会|专题会|座谈会|例会|工作会|调度会)"),
    _subject("inspections", "检查督查", "inspections", "次|轮|期|场|家|个|家次", "(?:检查|督查|抽查|督导|巡检|巡查|检测|自查|监测|普查|督办|通报|考核)[^,。;、#]{0,10}#", "#[^,。;、#]{0,14}(?:检查|督查|抽查|督导|巡查|检测|通报|考核|自查)"),
    _subject("rectifications", "整改问题", "problems rectified", "个|条|处|项|件|余个", "(?:问题(?!线索)|错误|错别字|死链|错链|断链|整改)[^,。;、#]{0,10}#", "#[^,。;、#]{0,10}(?:问题|错误|错链|整改)"),
    # Documents -----------------------------------------------------------------------------------------------
    _subject("documents_and_interpretations", "文件及解读", "documents and interpretations", _ITEM, "(?:文件|公文)(?:及|和|与|、)(?:其|政策|相关)*解读[^,。;、#]{0,6}#"),
    _subject("interpretations", "政策解读", "interpretations published", _ITEM + "|场|部|幅|项",
             "解读[^,。;、#]{0,8}(?:文件|政策)#",
             "解读(?:类|的|性|文字|图片|和|稿|稿件|信息|材料|文件|文章|活动|产品|政策|视频|图解|方案|发布|内容)*(?:总数|数量|数)?(?:共|共计|达|累计|各)*#", "#[^,。;、#]{0,10}政策解读", "#(?:政策|文件|文字|图文|图片|多元化|视频|原创|政府|规范性文件)*解读"),
    _subject("normative_documents", "规范性文件", "normative documents", "件|份|个|部|项|条|篇", "规范性文件(?!目录|清单|库|栏|等)[^,。;、#]{0,12}#", "现行有效(?:件数|的|数量)*#", "#[^,。;、#]{0,10}规范性文件"),
    _subject("rules", "规章", "rules", "件|部|个|份|条", "规章[^,。;、#规]{0,6}#", "#[^,。;、#]{0,6}规章"),
    _subject("appointments", "人事任免", "appointments", _ITEM, "人事(?:任免|信息)[^,。;、#]{0,6}#"),
    _subject("documents", "政策文件", "documents published", "件|份|个|篇|条|部|项|", "(?:文件|公文|政策)(?:信息|类)?(?:共|共计|总数|数量|数|各|为)*#", "#[^,。;、#]{0,8}(?:文件|公文)"),
    # New media and sites -------------------------------------------------------------------------------------
    _subject("reads", "阅读量", "reads and views", "次|人次|人|个|", "(?:阅读|阅览|浏览|播放|点击|访问|观看|转发|点赞|互动)(?:总)?(?:量|数|次数|人次|人数)?[^,。;、#]{0,8}#"),
    _subject("followers", "粉丝数", "followers", "人|名|个|户|位|", "(?:粉丝|关注|用户|订阅|总用户)(?:总)?(?:量|数|人数|用户)?[^,。;、#]{0,8}#", "#粉丝"),
    _subject("accounts", "政务新媒体账号", "new media accounts", "个|家|类", "(?:新媒体|公众号|账号|账户|微博|抖音号|视频号)(?:账号|平台|共|计|有|总数|数量)*#$", "#[^,。;、#]{0,10}(?:新媒体|公众号|账号|账户)(?!.{0,2}(?:管理|部门|单位))"),
    _subject("websites", "政府网站", "government websites", "家|个", "(?:政府|部门|门户)网站(?:共|有|总数)*#$", "#(?:政府|部门|门户|子|县直|市直|区直)*网站"),
    _subject("columns", "专栏专题", "columns", "个|期|类|项|栏|条", "(?:专栏|专题|栏目|版块|板块)(?:数|数量|维护数|维护|更新|设置|共|共计)*#", "#(?:左右)?[^,。;、#发信]{0,10}(?:专栏|专题|栏目|版块|板块)"),
    _subject("gazette_issues", "政府公报期数", "issues of the gazette", "期", "公报[^,。;、#]{0,8}#"),
    _subject("gazette_copies", "政府公报份数", "copies of the gazette", "份|册|本", "公报[^。;#]{0,20}#"),
    _subject("items_on_gazette", "公报刊登", "items in the gazette", "条|件|篇|个", "公报[^,。;、#]{0,12}#"),
    _subject("videos", "视频", "videos", "条|个|部|期|件", "视频(?:产品|作品)?[^,。;、#]{0,6}#$", "#(?:短|长|微|宣传|科普)*视频"),
    _subject("disclosure_points", "查阅场所", "places of access", "个|处|家", "(?:查阅点|查阅场所|公开专区|政务公开区|受理点|查询点|公开栏|服务点|示范点)[^,。;、#]{0,8}#", "#[^,。;、#设建]{0,14}(?:查阅点|查阅场所|公开专区|受理点|查询点|公开栏|服务点|政务公开区)"),
    _subject("leaflets", "宣传材料", "leaflets", "份|册|本|张|页", "(?:宣传|材料|手册|资料|宣传单|宣传页|明白纸|指南)[^,。;、#]{0,10}#", "#[^,。;、#]{0,6}(?:材料|资料|宣传|手册)"),
    _subject("staff", "工作人员", "staff", "名|人|位", "(?:工作人员|专职人员|兼职人员|人员|干部|联络员|专员|信息员)[^,。;、#]{0,8}#$", "#[^,。;、#]{0,8}(?:工作人员|专职|兼职|干部|联络员|专员|信息员|法律顾问)", "#专$"),
    _subject("service_items", "政务服务事项", "service items", "项|个|类", "(?:事项|权责清单|权力)[^,。;、#]{0,8}#", "#[^,。;、#]{0,6}事项"),
    _subject("fees", "信息处理费", "fees collected", "元|万元", "(?:处理费|收费|费用)[^,。;#]{0,10}#"),
    # Items published -----------------------------------------------------------------------------------------
    _subject("items_on_wechat", "微信公众号发布", "items on WeChat", _ITEM + "|期", "(?:微信|公众号|订阅号)[^,。;、#]{0,14}#", "(?:微信|公众号)[^。;#]{0,20}#微信", "#微信"),
    _subject("items_on_weibo", "微博发布", "items on Weibo", _ITEM, "(?:微博)[^,。;、#]{0,14}#", "#(?:原创)?微博"),
    _subject("items_on_new_media", "新媒体发布", "items on new media", _ITEM, "(?:新媒体|抖音|头条号?|快手|视频号|客户端|移动端)[^,。;、#]{0,16}#"),
    _subject("items_on_website", "网站发布", "items on websites", _ITEM, "(?:网站|官网|门户|外网|政务网|政府网)[^,。;、#]{0,24}#"),
    _subject("items_published", "主动公开信息", "items published", _ITEM,
             f"{_PUBLISH}(?:了|的|转载|原创|本级|主动)*{_INFORMATION}{_SUM}", f"{_PUBLISH}(?:了|共|共计|各类)*#(?:各类|政府|政务|动态|公开|主动公开)*信息",
             "共(?:计)?(?:主动)?(?:公开|发布)(?:了)?#$", f"(?:主动公开|{_INFORMATION}(?:主动)?公开|信息发布)(?:政府|政务)?(?:信息|文件)?{_SUM}", f"{_PUBLISH}[^,。;#]{{0,60}}(?:政府|政务|各类|各种|等)(?:的|群众|涉及|关心|关注|领域|民生|各类)*(?:政府|政务)?信息(?:采用)?{_SUM}"),
    _subject("items_of_category", "主动公开信息的分项", "items published, a part of them", _ITEM,
             f"(?:信息|类|动态|公告|公示|通知|公开|文件|工作|简介|概况|领域|报告|指南|制度|预决算|预算|决算|目录|其他|清单|救助|服务|教育|新闻|稿件|内容|作品|推文|图文|报道)(?:类|的)?(?:信息)?{_SUM}"),
)  # fmt: skip
DOCUMENT_CHANGES = "(?:继续有效|现行有效|失效|废止|修改|修订|新?制[定发]|保留|宣布失效)(?:件数|数量|数|了|的|共)*#"
"""What is done with rules and documents that the sentence named before."""
TOPICS = {
    "requests": "依申请|公开申请|信息公开的?申请|申请公开|申请|提交政府信息公开",
    "letters_answered": "留言|信箱|来信|信件|咨询|投诉|诉求|热线|问政",
    "proposals": "建议|提案|议案",
}
"""What a paragraph speaks of when it says 答复 or 办结; the word nearest before the number decides."""
CHANNELS = {
    "items_on_website": "网站|官网|门户|外网|政务网|政府网(?!络)|公众网|信息网(?!络)",
    "items_on_wechat": "微信|公众号|订阅号",
    "items_on_weibo": "微博",
    "items_on_new_media": "新媒体|抖音|头条|快手|视频号|客户端",
    "items_on_gazette": "公报",
    "": "公示栏|公开栏|广播|电视|报刊|报纸|宣传册|电子屏|宣传栏",
}
"""Where something is published: words of one place alone make the items those of that place."""
SOCIAL = frozenset({"items_on_wechat", "items_on_weibo", "items_on_new_media"})
PUBLISHING = _PUBLISH + "|转载"
PARTS_FOLLOW = "其中|包括|包含|含|分别|涵盖|:"
"""Between two numbers, these say that what follows is a part of what the first one counts."""
PARTS_OF_REQUESTS = "线上|线下|网上|网络|在线|信函|邮寄|邮件|传真|当面|现场|来自|网站|提交|提出|公民|自然人|法人|企业|组织|机构|个人|信箱|系统|平台|热线|邮递|窗口|电话"
OUTCOMES = "公开(?:的)?#|不予|无法|不掌握|其他处理|补正|办结|办复|办理完毕|答复|结转|顺延|复议|诉讼|撤销|撤回|留言|培训|解读|率#"
"""What became of requests, or something else: no way in which they came."""
OTHER_DEEDS = "办理|收到|受理|答复|回复|处理|组织|开展|举办|召开|培训|回应|采用"
"""What is done so many times is not published so many times."""
CHANGED_STOCK = "关停|注销|新增|新开|整合|清理|归并|取消|新建|开通|合并"
"""These say that so many were opened or closed, not that so many stand."""
DOCUMENTS = {"normative_documents": "规范性文件", "rules": "规章"}
RECEIVED = "收到|受理|接收|接到"
IS_OF = "为|是|来自|由"
CASE, COUNTED, INFORMATION = "件", "数", "信息"
VAGUE_UNITS = frozenset({"个", "次"})
"""Units of anything: what stands behind them says of what."""
LISTED_UNITS = frozenset({"条", "篇"})
RATES = frozenset({"%", "百分点", "‰"})
SUBJECT_BY_KEY = {subject.key: subject for subject in SUBJECTS}
