"""The County page; names of each ``table`` of the form."""

SENTENCES: dict[str, tuple[str, str]] = {
    "county.title": ("一县全览", "County"),
    "county.peers": (
        "{area}同级同类的另外 {count} 个机关",
        "{count} other {count:agency|agencies} of its level and kind in {area}",
    ),
    "county.nothing_changed": ("没有可计算的年度变化。", "No change on the year before can be computed."),
    "county.absent": (
        "没有数值、不画图的主要指标：{measures}。",
        "Key figures without a value, and so without a panel: {measures}.",
    ),
    "county.absent_for": ("{reason}（{measures}）", "{reason} ({measures})"),
    "county.stated": ("报告自述的增减（本年增/减）", "Changes that the reports themselves state (本年增/减)"),
    "county.stated_note": (
        "按原文照录：这是权力清单上的事项数及收费项目数的增减，不是处理决定数量的变化。",
        "As printed. These are numbers of items on the list of powers and of charges, not of decisions made.",
    ),
    "county.stated_caption": ("{organ}：报告自述的增减", "{organ}: changes stated in its reports"),
    "county.doubtful": (
        "{year}年另有{count}项处理决定数量的变化超过五倍或不足五分之一：处理决定数量没有已知的统一口径，可能是口径变化所致，未列入。",
        "How decisions are counted is not laid down, so changes in them in {year} beyond ×5 or ÷5 ({count}) look like a change of coverage and are left out.",
    ),
    "county.form": ("历年报告全表", "The whole form, year by year"),
    "county.form_note": (
        "各单元格按原文照录；没有数字的，注明是空白、印有“/”“-”或“无”、该版表格无此项，还是报告文件缺此部分。走势只画连续有值的最长一段年份。",
        "Every cell is shown as printed. Where there is no number, the cell says whether it is blank, “/”, “-” or “none”, not on the form or missing from the document. The trend shows the longest unbroken run of years.",
    ),
    "county.no_table": ("报告中没有这张表。", "The reports do not have this table."),
    "county.trend": ("走势", "Trend"),
    "county.documents": ("报告文件", "Documents"),
    "table.II": ("二、主动公开", "II Proactive disclosure"),
    "table.III": ("三、依申请公开", "III Requests"),
    "table.pre2019": ("2018年及以前统计表", "Statistics table before 2019"),
    "table.IV": ("四、行政复议、行政诉讼", "IV Reconsideration and litigation"),
}
