"""Sentences on what is counted and what is left out of a count: reports, rankings, days late."""

SENTENCES: dict[str, tuple[str, str]] = {
    "list.names": ("、", ", "),
    "list.parts": ("，", ", "),
    "list.clauses": ("；", "; "),
    "sidebar.others": (
        "另有{count}份不单独计数：与上述某份同属一个机关同一年度，或不能确定机关、年度",
        "{count} more are not counted: they are about the same agency and year as one of these, or their agency or year is unknown",
    ),
    "coverage.title_late_unknown": (
        "收录的{reports}份报告都没有公布日期，是否迟报无从得知",
        "None of the {reports} reports has a known day of publication, so lateness is not known",
    ),
    "coverage.nothing_counted": ("–", "–"),
    "coverage.nothing_counted_note": ("　·　–：没有可判断的报告", " · –: no report to judge by"),
    "rankings.left_out": ("未排序的 {count} 个：{reasons}。", "Not ranked ({count}): {reasons}."),
    "rankings.reason": ("{reason}（{count}）", "{reason} ({count})"),
    "left_out.small_base": ("基数小于{base}", "base under {base}"),
    "left_out.coverage_suspected": ("疑似口径变化", "suspected change of coverage"),
    "left_out.stated_by_another_year": ("仅由其他年份的报告载明", "stated by another year's report only"),
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
    "rankings.all_left_out": (
        "有数值的机关都不符合排序条件。{ways}",
        "Every agency with a value is left out. {ways}",
    ),
    "rankings.way_small_base": ("可以放宽最小基数。", "Lower the least base to rank those below it."),
    "rankings.way_coverage_suspected": (
        "打开“含疑似口径变化”，可以把疑似口径变化的增减也排进来。",
        "Include changes whose coverage is in doubt to rank those as well.",
    ),
    "rankings.way_other": ("也可以换一个年份或地区。", "Another year or area may have others."),
    "rankings.suspected": ("含疑似口径变化（逐个标明）", "Include changes whose coverage is in doubt (marked)"),
}
