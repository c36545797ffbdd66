"""The Data page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "data.title": ("数据", "Data"),
    "data.lead": (
        "筛选、查看、带走。每个数值旁都有状态，下载的文件与屏幕上的表格逐行一致。",
        "Filter, look, take away. Every value has its status beside it; files hold exactly the rows on the screen.",
    ),
    "data.only_values": ("略去未收录报告的年度", "Leave out years without a report"),
    "data.choose_measures": ("请至少选择一个指标。", "Choose at least one measure."),
    "data.empty": ("这一筛选下没有任何报告。", "No report matches this filter."),
    "data.shape": ("表的形状", "Shape"),
    "data.shape.long": ("长表", "long"),
    "data.shape.wide": ("宽表", "wide"),
}
