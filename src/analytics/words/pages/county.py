"""The County page; names of each ``table`` of the form."""

SENTENCES: dict[str, tuple[str, str]] = {
    "county.title": ("一县全览", "County"),
    "county.peers": ("{area}同级同类的另外 {count} 个机关", "{count} others of its level and kind in {area}"),
    "county.nothing_changed": ("没有可以计算的年度变化。", "No year-over-year change can be computed."),
    "county.doubtful": (
        "{year}年另有{count}项处理决定数量的变化超过五倍或不足五分之一：这类数字没有已知的统一口径，多半是口径变了，未列入。",
        "No counting rule is known for decisions made: their changes of {year} beyond ×5 or ÷5 look like a different coverage and are left out (here {count}).",
    ),
    "county.form": ("历年报告全表", "The whole form, year by year"),
    "county.form_note": (
        "各格照印出的样子列出；没有数字的，写明是空白、“/”或“无”、表上无此项还是文件未载。走势只画连续有值的年份。",
        "Every cell as it is printed; where there is no number, it says whether it is blank, “/” or “none”, not on the form or not reached. The trend shows the longest unbroken run of years.",
    ),
    "county.no_table": ("报告中没有这张表。", "The reports hold no such table."),
    "county.trend": ("走势", "Trend"),
    "county.documents": ("报告文件", "Documents"),
    "table.II": ("二、主动公开", "II Proactive disclosure"),
    "table.III": ("三、依申请公开", "III Requests"),
    "table.pre2019": ("2018年及以前统计表", "Statistics table up to 2018"),
    "table.IV": ("四、复议和诉讼", "IV Remedies"),
}
