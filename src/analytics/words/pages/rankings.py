"""The Rankings page; why agencies are ``left_out``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "rankings.left_out": ("未排序的 {count} 个：{reasons}。", "Not ranked ({count}): {reasons}."),
    "rankings.reason": ("{reason}（{count}）", "{reason} ({count})"),
    "rankings.first_year": (
        "{year}年是收录的第一年，没有上一年可比，不能按增减排序。上一年也有收录的年份：{years}。",
        "{year} is the first year held: there is no year before it, so changes cannot be ranked. Years that have one before them: {years}.",
    ),
    "rankings.no_changes": (
        "{year}年没有一个机关同时有上一年的数值，不能按增减排序。可以改按数值排，或换一个年份。",
        "No agency has a value of the year before {year} as well, so changes cannot be ranked. Rank by value, or choose another year.",
    ),
    "rankings.no_values": (
        "{year}年没有一个机关有这一指标的数值。请换一个年份、指标或地区。",
        "No agency has a value of this measure in {year}. Choose another year, measure or area.",
    ),
    "rankings.all_left_out": ("有数值的机关都不符合排序条件。{ways}", "Every agency with a value is left out. {ways}"),
    "rankings.way_small_base": ("可以放宽最小基数。", "Lower the least base to rank those below it."),
    "rankings.way_coverage_suspected": (
        "打开“含疑似口径变化”，可以把疑似口径变化的增减也排进来。",
        "Include changes whose coverage is in doubt to rank those as well.",
    ),
    "rankings.way_other": ("也可以换一个年份或地区。", "Another year or area may have others."),
    "rankings.suspected": ("含疑似口径变化（逐个标明）", "Include changes whose coverage is in doubt (marked)"),
    "rankings.title": ("排序", "Rankings"),
    "rankings.by": ("按什么排", "Order by"),
    "rankings.by.value": ("数值", "Value"),
    "rankings.by.difference": ("增减", "Change"),
    "rankings.by.percent": ("增减幅度", "Change in %"),
    "rankings.end": ("从哪一端", "Start from"),
    "rankings.end.highest": ("最高", "Highest"),
    "rankings.end.lowest": ("最低", "Lowest"),
    "rankings.least_base": ("最小基数", "Least base"),
    "rankings.of": (
        "{group}：{all} 个机关中 {count} 个可以排序。",
        "{group}: {count} of {all} agencies can be ranked.",
    ),
    "rankings.choose_end": (
        "数值高低并无好坏之分，请选择从哪一端看起。下表按行政区划代码排列。",
        "Neither end is better. Choose where to start; the table below stands in order of division codes.",
    ),
    "left_out.small_base": ("基数小于{base}", "base under {base}"),
    "left_out.coverage_suspected": ("疑似口径变化", "suspected change of coverage"),
    "left_out.stated_by_another_year": ("仅由其他年份的报告载明", "stated by another year's report only"),
}
