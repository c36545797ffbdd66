"""The Trends page; the line that is a ``sum`` of counties."""

SENTENCES: dict[str, tuple[str, str]] = {
    "trends.scale": ("纵轴", "Scale"),
    "trends.scale.value": ("数值", "values"),
    "trends.scale.log": ("对数", "logarithmic"),
    "trends.scale.index": ("指数", "index"),
    "trends.band": ("同类的四分位区间", "Quartiles of its peers"),
    "trends.band_note": (
        "　·　底色：{peers}的四分位区间，虚点线为中位数",
        " · Shaded: quartiles of {peers}, their median dotted",
    ),
    "trends.band_none": (
        "　·　有数值的同级同类机关不足四个（{area}），不画四分位区间",
        " · Fewer than four of its level and kind have a value ({area}), so no quartiles",
    ),
    "trends.band_years": (
        "（{years}年有数值的同类不足四个，不画）",
        " (none in {years}: fewer than four have a value)",
    ),
    "trends.sums": ("所辖县合计（单列一条线）", "Sum of its counties, as a line of its own"),
    "trends.too_many": (
        "所选{count}个机关，一张图至多画{most}个。请缩小到一个省或市，或到“数据”页查看。",
        "{count} agencies are chosen; one chart holds {most} at most. Narrow the area, or look at them on the Data page.",
    ),
    "trends.title": ("趋势", "Trends"),
    "sum.name": ("{organ}所辖县合计（收录{members}/{of}个）", "Counties of {organ}, summed ({members} of {of} held)"),
    "sum.members": ("合计{members}个县的报告，全市共{of}个县", "sum of the reports of {members} of {of} counties"),
}
