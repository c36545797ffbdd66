"""The scatter of two measures."""

SENTENCES: dict[str, tuple[str, str]] = {
    "scatter.title": (
        "{year}年{first}与{second}：{count}个机关的等级相关系数为{correlation}（斯皮尔曼）",
        "{first} and {second}, {year}: rank correlation {correlation} over {count} {count:agency|agencies} (Spearman)",
    ),
    "scatter.few": (
        "{year}年{first}与{second}：{count}个机关两项均有值，不足以说明相关",
        "{first} and {second}, {year}: {count} {count:agency has|agencies have} both, too few or too alike for a correlation",
    ),
    "scatter.none": (
        "{year}年没有机关同时具备{first}与{second}",
        "No agency has values of both {first} and {second} in {year}",
    ),
    "scatter.axis": ("{measure}（{unit}）", "{measure} ({unit})"),
    "scatter.value": ("{measure}：{value}", "{measure}: {value}"),
    "scatter.source": ("来源：{source}", "Source: {source}"),
    "scatter.shared": (
        "两项指标含有相同的单元格，本来就会相关",
        "Both are made from some of the same cells, so they are related in any case",
    ),
    "scatter.coverage": (
        "统计口径不明，各机关数值未必可比",
        "What is counted may differ from agency to agency",
    ),
    "scatter.logs": ("　·　对数轴：{measures}", " · logarithmic: {measures}"),
}
