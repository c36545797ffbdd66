"""The Data page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "data.title": ("数据", "Data"),
    "data.lead": (
        "筛选、查看、下载。每个数值旁注明状态，下载的文件与页面表格逐行一致。",
        "Filter, view, download. Each value has its status beside it; the files contain exactly the rows on the screen.",
    ),
    "data.only_values": ("不列未收录报告的年度", "Leave out years without a report"),
    "data.choose_measures": ("请至少选择一个指标。", "Choose at least one measure."),
    "data.empty": ("没有符合筛选条件的报告。", "No report matches this filter."),
    "data.shape": ("表格形式", "Shape"),
    "data.shape.long": ("长表", "long"),
    "data.shape.wide": ("宽表", "wide"),
    "data.without_number": ("无数字的年度", "Years without a number"),
    "data.shape.years": ("年度为列", "years as columns"),
}
