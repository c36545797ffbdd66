"""The Trends page; the line that is a ``sum`` of counties."""

SENTENCES: dict[str, tuple[str, str]] = {
    "trends.scale": ("纵轴刻度", "Scale"),
    "trends.scale.value": ("原值", "values"),
    "trends.scale.log": ("对数", "logarithmic"),
    "trends.scale.index": ("指数", "index"),
    "trends.band": ("同级同类机关的四分位区间", "Quartiles of peers"),
    "trends.band_note": (
        "色带：{peers}的四分位区间，虚点线为中位数",
        "Shaded: quartiles of {peers}; dotted: their median",
    ),
    "trends.band_none": (
        "有数值的同级同类机关不足四个（{area}），不画四分位区间",
        "Fewer than four peers have a value ({area}), so no quartiles are drawn",
    ),
    "trends.band_years": (
        "（{years}年有数值的同级同类机关不足四个，未画）",
        " (not drawn for {years}: fewer than four peers have a value)",
    ),
    "trends.sums": ("所辖县合计（单列一线）", "Sum of its counties, as a separate line"),
    "trends.too_many": (
        "已选{count}个机关，一张图至多画{most}个。请缩小到一个省或市，或到“数据”页查看。",
        "You have chosen {count} agencies; a chart shows at most {most}. Narrow the area, or use the Data page.",
    ),
    "trends.title": ("趋势", "Trends"),
    "sum.name": ("{organ}所辖县合计（收录{members}/{of}个）", "Sum of counties in {organ} ({members} of {of})"),
    "sum.members": (
        "{members}个县的报告合计，全市共{of}个县",
        "sum of the reports of {members} of {of} {of:county|counties}",
    ),
}
