"""The chart of a ranking."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ranking.drawn": (
        "　·　图上画前{drawn}个，全部{count}个见表",
        " · The first {drawn} of {count} are drawn; the table has all",
    ),
    "ranking.intervals": ("　·　灰线：95%置信区间（Wilson法）", " · Grey line: 95% interval (Wilson)"),
    "ranking.arrows": ("　·　箭头：比上年升降的名次", " · Arrows: places gained or lost since the year before"),
    "ranking.title_only": (
        "{year}年{measure}：只有{organ}可以排序，{value}",
        "{measure}, {year}: only {organ} can be ranked, {value}",
    ),
    "ranking.left_out": ("　·　{count} 个机关未排序", " · {count} agencies not ranked"),
    "ranking.title_value": (
        "{year}年{measure}：{count}个机关中，{low_organ}最低，{low}；{high_organ}最高，{high}",
        "{measure}, {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "ranking.title_difference": (
        "{year}年{measure}比上年的增减：{count}个机关中，最小为{low}（{low_organ}），最大为{high}（{high_organ}）",
        "{measure}, change from the year before to {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "ranking.title_percent": (
        "{year}年{measure}比上年的增减：{count}个机关中，最小为{low}（{low_organ}），最大为{high}（{high_organ}）",
        "{measure}, change from the year before to {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
}
