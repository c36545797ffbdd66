"""The County page; names of each ``table`` of the form."""

SENTENCES: dict[str, tuple[str, str]] = {
    "county.title": ("一县全览", "County"),
    "county.peers": (
        "{area}同级同类的另外 {count} 个机关",
        "{count} other {count:agency|agencies} of its level and kind in {area}",
    ),
    "county.nothing_changed": ("没有可计算的年度变化。", "No change on the year before can be computed."),
    "county.absent": (
        "下列主要指标没有数值，未画图：{measures}。",
        "Key figures with no value, and therefore no panel: {measures}.",
    ),
    "county.absent_for": ("{reason}（{measures}）", "{reason} ({measures})"),
    "county.stated": ("报告自述的增减（本年增/减）", "Changes that the reports themselves state (本年增/减)"),
    "county.stated_note": (
        "按原文照录。这是权力清单事项数和收费项目数的增减，不是处理决定数量的变化。",
        "As printed. These are changes in the number of items on the list of powers and of charge items, not in the number of decisions made.",
    ),
    "county.stated_caption": ("{organ}：报告自述的增减", "{organ}: changes stated in its reports"),
    "county.doubtful": (
        "{year}年另有{count}项处理决定数量增至五倍以上或降至五分之一以下，未列入：这类数量没有已知的全国统一口径，可能是统计口径有变。",
        "Left out for {year}: {count} {count:number|numbers} of decisions that rose more than fivefold or fell to less than a fifth. No national rule is known for counting decisions, so what they cover may have changed.",
    ),
    "county.form": ("历年报告全表", "The whole form, year by year"),
    "county.form_note": (
        "各单元格按原文照录；没有数字的注明原因，如空白，印有“/”“-”或“无”，该版表格无此项，报告文件缺此部分。走势图只画连续有数值的最长一段年份。",
        "Every cell is shown as printed. A cell without a number says why: for instance, it is blank, “/”, “-” or “none” is printed in it, it is not on that edition of the form, or it is missing from the document. Each trend covers the longest unbroken run of years with values.",
    ),
    "county.no_table": ("各份报告中均未读出此表。", "No cell of this table was read from the reports."),
    "county.trend": ("走势", "Trend"),
    "county.documents": ("报告文件", "Documents"),
    "table.II": ("二、主动公开", "II Proactive disclosure"),
    "table.III": ("三、依申请公开", "III Requests"),
    "table.pre2019": ("2018年及以前统计表", "Statistics table before 2019"),
    "table.IV": ("四、行政复议、行政诉讼", "IV Reconsideration and litigation"),
}
