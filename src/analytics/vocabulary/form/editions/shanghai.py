"""The statistics table born in Shanghai, report years 2008–2013: 指标名称 / 计量单位 / 代码 / 本月(期) / 本年累计."""

from __future__ import annotations

from analytics.vocabulary.form.model import Edition, EditionDeclaration, Line, Outline, Under
from analytics.vocabulary.form.statistics import make_table
from analytics.vocabulary.terms import MeasuredIn, Table

_FIRST = 100
"""Added to the codes that the form prints, so that line numbers of the four tables differ."""


def _line(code: int, key: str, label: str, english: str, counted_in: str, *, continues: str = "") -> Line:
    money = {"元": MeasuredIn.YUAN, "万元": MeasuredIn.WAN_YUAN}
    return Line(
        _FIRST + code, f"shanghai_{key}", label, english, counted_in=counted_in, measured_in=money.get(counted_in),
        continues=continues,
    )  # fmt: skip


_LINES = (
    _line(1, "published", "主动信息公开", "Items published proactively", "条"),
    _line(2, "published_in_full", "其中：全文电子化的主动公开信息数", "of which in full text online", "条"),
    _line(3, "official_documents", "公文类信息数", "Official documents", "条"),
    _line(4, "normative_new", "其中：新增的行政规范性文件数", "of which new normative documents", "条"),
    _line(5, "service_items", "提供服务类信息数", "Service information items", "条"),
    _line(6, "page_views", "网站专栏页面访问量", "Page views of the website's column", "人次"),
    _line(7, "visitors", "现场接待人数", "Visitors received", "人次"),
    _line(8, "enquiries_online", "网上咨询数", "Enquiries online", "人次"),
    _line(9, "enquiries_by_phone", "咨询电话接听数", "Enquiries by telephone", "人次"),
    _line(10, "catalogue", "依申请公开信息目录数", "Items in the catalogue of information on request", "条"),
    _line(11, "secret_documents", "属于国家秘密的公文类信息数", "Official documents that are state secrets", "条"),
    _line(12, "received", "申请总次数", "Requests received", "条", continues="new"),
    _line(13, "in_person", "当面申请数", "Requests made in person", "条"),
    _line(14, "by_fax", "传真申请数", "Requests by fax", "条"),
    _line(15, "by_email", "电子邮件申请数", "Requests by e-mail", "条"),
    _line(16, "online", "网上申请数", "Requests online", "条"),
    _line(17, "by_letter", "信函申请数", "Requests by letter", "条"),
    _line(18, "by_other", "其它形式申请数", "Requests in other forms", "条"),
    _line(19, "answered", "对申请的答复总数", "Requests answered", "条"),
    _line(20, "disclosed", "同意公开答复数", "Disclosed in full", "条"),
    _line(21, "partly_disclosed", "同意部分公开答复数", "Disclosed in part", "条", continues="partly_disclosed"),
    _line(22, "no_information", "非《规定》所指政府信息数", "Not information in the sense of the rules", "条"),
    _line(23, "not_existing", "信息不存在数", "Information does not exist", "条"),
    _line(24, "not_this_organ", "非本机关职权范围数", "Outside this agency's powers", "条"),
    _line(25, "unclear", "申请内容不明确数", "Unclear request", "条"),
    _line(26, "repeated", "重复申请数", "Repeated request", "条"),
    _line(27, "refused", "不予公开答复总数", "Not disclosed", "条"),
    _line(28, "state_secret", "国家秘密", "State secret", "条", continues="state_secret"),
    _line(29, "trade_secret", "商业秘密", "Trade secret", "条"),
    _line(30, "privacy", "个人隐私", "Personal privacy", "条"),
    _line(31, "deliberative", "过程中信息且影响安全稳定", "In process and affecting stability", "条"),
    _line(32, "security", "危及安全和稳定", "Endangers security and stability", "条", continues="security"),
    _line(33, "other_law", "法律法规规定的其他情形", "Other cases laid down by law", "条"),
    _line(34, "reconsideration", "行政复议数", "Administrative reconsideration", "件"),
    _line(35, "litigation", "行政诉讼数", "Administrative litigation", "件"),
    _line(36, "appeals", "行政申诉数", "Administrative appeals", "件"),
    _line(37, "fees", "收取费用总额", "Fees charged", "元"),
    _line(38, "fees_published", "主动公开信息收费总数", "Fees for published information", "元"),
    _line(39, "fees_published_post", "邮寄费", "Postage", "元"),
    _line(40, "fees_published_paper", "复制费（纸张）", "Copies on paper", "元"),
    _line(41, "fees_published_disc", "复制费（光盘）", "Copies on disc", "元"),
    _line(42, "fees_published_floppy", "复制费（软盘）", "Copies on floppy disk", "元"),
    _line(43, "fees_on_request", "依申请提供信息收取费用", "Fees for information on request", "元"),
    _line(44, "fees_on_request_search", "检索费", "Search", "元"),
    _line(45, "fees_on_request_post", "邮寄费", "Postage", "元"),
    _line(46, "fees_on_request_paper", "复制费（纸张）", "Copies on paper", "元"),
    _line(47, "fees_on_request_disc", "复制费（光盘）", "Copies on disc", "元"),
    _line(48, "fees_on_request_floppy", "复制费（软盘）", "Copies on floppy disk", "元"),
    _line(49, "staff", "政府信息公开指定专职人员总数", "Designated staff", "人"),
    _line(50, "staff_full_time", "全职人员数", "Full-time staff", "人"),
    _line(51, "staff_part_time", "兼职人员数", "Part-time staff", "人"),
    _line(52, "budget", "处理政府信息公开的专项经费", "Special budget", "万元"),
    _line(53, "spending", "处理政府信息公开的实际支出", "Actual spending", "万元"),
    _line(54, "cost_of_suits", "与诉讼有关的总费用", "Total costs of litigation", "万元"),
)


def _build_outline() -> Outline:
    def list_keys(*names: str) -> Outline:
        return tuple(f"shanghai_{name}" for name in names)

    def make_total(name: str, below: Outline) -> Under:
        return Under(f"shanghai_{name}", below, f"shanghai_{name}", has_figures=True)

    def make_among(name: str, below: Outline) -> Under:
        return Under(f"shanghai_{name}", below, has_figures=True)

    refused = list_keys("state_secret", "trade_secret", "privacy", "deliberative", "security", "other_law")
    return (
        make_among("published", list_keys("published_in_full")),
        make_among("official_documents", list_keys("normative_new")),
        *list_keys("service_items", "page_views", "visitors", "enquiries_online", "enquiries_by_phone", "catalogue"),
        *list_keys("secret_documents"),
        make_total("received", list_keys("in_person", "by_fax", "by_email", "online", "by_letter", "by_other")),
        make_total(
            "answered",
            (
                *list_keys(
                    "disclosed", "partly_disclosed", "no_information", "not_existing", "not_this_organ", "unclear"
                ),
                *list_keys("repeated"),
                make_total("refused", refused),
            ),
        ),
        *list_keys("reconsideration", "litigation", "appeals"),
        make_total(
            "fees",
            (
                make_among("fees_published", list_keys(*(f"fees_published_{kind}" for kind in _COSTS))),
                make_among(
                    "fees_on_request",
                    list_keys("fees_on_request_search", *(f"fees_on_request_{kind}" for kind in _COSTS)),
                ),
            ),
        ),
        make_total("staff", list_keys("staff_full_time", "staff_part_time")),
        *list_keys("budget", "spending", "cost_of_suits"),
    )


_COSTS = ("post", "paper", "disc", "floppy")

_HEADS = ("指标名称", "计量单位", "代码", "本月", "本年累计")

EDITIONS = (
    EditionDeclaration(
        edition=Edition("shanghai_2008"),
        chinese="源自上海的统计表（2008—2013年）",
        english="table of Shanghai origin, 2008–2013",
        first_year=2008,
        last_year=2013,
        region="31",
        tables=(make_table(_build_outline(), ("period", "year"), _HEADS),),
        lines={Table.STATISTICS: _LINES},
    ),
)
