"""The Rankings page; why agencies are ``left_out``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "rankings.left_out": ("未参与排序（{count} 个）：{reasons}。", "Not ranked ({count}): {reasons}."),
    "rankings.reason": ("{reason}（{count}）", "{reason} ({count})"),
    "rankings.first_year": (
        "{year}年是收录的第一年，没有上年可比，不能按增减排序。收录了上年报告的年份：{years}。",
        "{year} is the first year in the collection, so there are no changes to rank. Years with a year before them: {years}.",
    ),
    "rankings.no_changes": (
        "{year}年没有机关同时具备上年数值，不能按增减排序。请改按数值排序，或更换年份。",
        "No agency has values for both {year} and the year before, so there are no changes to rank. Rank by value, or choose another year.",
    ),
    "rankings.no_values": (
        "{year}年没有机关具备这一指标的数值。请更换年份、指标或地区。",
        "No agency has a value for this measure in {year}. Choose another year, measure or area.",
    ),
    "rankings.all_left_out": ("有数值的机关均不符合排序条件。{ways}", "Every agency with a value is left out. {ways}"),
    "rankings.way_below_least_base": ("可以降低最小基数。", "Lower the minimum base to include more."),
    "rankings.way_coverage_suspected": (
        "可以打开“包括疑似口径变化”。",
        "Switch on “Include suspected changes of coverage”.",
    ),
    "rankings.way_other": ("也可以更换年份或地区。", "Or try another year or area."),
    "rankings.suspected": ("包括疑似口径变化（逐个标明）", "Include suspected changes of coverage (marked)"),
    "rankings.title": ("排序", "Rankings"),
    "rankings.by": ("排序依据", "Rank by"),
    "rankings.by.value": ("数值", "value"),
    "rankings.by.difference": ("同比增减", "change on the year before"),
    "rankings.by.percent": ("同比增减幅度", "change in %"),
    "rankings.end": ("排列顺序", "Order"),
    "rankings.end.highest": ("从高到低", "highest first"),
    "rankings.end.lowest": ("从低到高", "lowest first"),
    "rankings.least_base": ("最小基数", "Minimum base"),
    "rankings.of": (
        "{group}：{all} 个机关中，{count} 个可排序。",
        "{group}: {count} of {all} {all:agency|agencies} can be ranked.",
    ),
    "rankings.choose_end": (
        "数值高低不代表好坏，请选择排列顺序。下表按行政区划代码排列。",
        "Neither high nor low is better. Choose an order; until then the table below is in order of division codes.",
    ),
    "left_out.below_least_base": ("基数小于{base}", "base under {base}"),
    "left_out.coverage_suspected": ("疑似口径变化", "suspected change of coverage"),
    "left_out.stated_by_another_year": ("仅由其他年份的报告载明", "stated only in another year's report"),
}
