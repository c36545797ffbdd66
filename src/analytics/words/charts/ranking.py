"""The chart of a ranking."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ranking.drawn": (
        "　·　图上画前{drawn}个，全部{count}个见表",
        " · The chart shows the first {drawn} of {count}; the table has all",
    ),
    "ranking.intervals": ("　·　灰线：95%置信区间（Wilson法）", " · Grey line: 95% interval (Wilson)"),
    "ranking.arrows": ("　·　箭头：名次比上年升降", " · Arrows: places gained or lost on the year before"),
    "ranking.arrows_both": (
        "　·　箭头：在两年均可排序的{count}个机关中的名次升降",
        " · Arrows: places gained or lost among the {count} {count:agency|agencies} ranked in both years",
    ),
    "ranking.new_note": ("　·　新列入：上年未能排序", " · New: not ranked the year before"),
    "ranking.new": ("（新列入）", " (new)"),
    "ranking.same": ("持平", "="),
    "ranking.move": ("（{arrow}）", " ({arrow})"),
    "ranking.move_of": (
        "（{rank_previous}/{ranked_previous}→{rank}/{ranked} {arrow}）",
        " ({rank_previous} of {ranked_previous} → {rank} of {ranked}, {arrow})",
    ),
    "ranking.title_only": (
        "{year}年{measure}：仅{organ}可以排序，{value}",
        "{measure}, {year}: only {organ} can be ranked, {value}",
    ),
    "ranking.title_only_change": (
        "{year}年{measure}同比增减：仅{organ}可以排序，{value}",
        "{measure}, change from the year before to {year}: only {organ} can be ranked, {value}",
    ),
    "ranking.coverage": ("（统计口径不明）", "What is counted may differ: "),
    "ranking.left_out": ("　·　{count} 个机关未参与排序", " · {count} {count:agency|agencies} not ranked"),
    "ranking.title_value": (
        "{year}年{measure}：{count}个机关中，{low_organ}最低，{low}；{high_organ}最高，{high}",
        "{measure}, {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "ranking.title_difference": (
        "{year}年{measure}同比增减：{count}个机关中，最小为{low}（{low_organ}），最大为{high}（{high_organ}）",
        "{measure}, change from the year before to {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "ranking.title_percent": (
        "{year}年{measure}同比增减：{count}个机关中，最小为{low}（{low_organ}），最大为{high}（{high_organ}）",
        "{measure}, change from the year before to {year}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
}
