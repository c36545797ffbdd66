"""What several charts say: titles, subtitles, marks, an ``axis``, a ``gap``, a ``doubt``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "chart.subtitle": ("单位：{unit}　·　来源：{source}　·　{missing}", "Unit: {unit} · Source: {source} · {missing}"),
    "chart.index_several": (
        "{measure}以{base}年为100，看各机关最后一年：{counts}",
        "{measure}, {base} = 100, in the last year drawn of each: {counts}",
    ),
    "chart.above": ("高于100", "above 100"),
    "chart.below": ("低于100", "below 100"),
    "chart.at": ("等于100", "at 100"),
    "chart.index_farthest": (
        "；离100最远的是{organ}（{year}年），{value}",
        "; farthest from 100 is {organ} with {value} ({year})",
    ),
    "chart.index_none": (
        "{measure}：没有机关可以{base}年为基年计算指数",
        "{measure}: no agency has a value in {base} to base an index on",
    ),
    "chart.simulated": ("模拟数据（仿{source}）", "simulated figures modelled on {source}"),
    "chart.source": ("政府信息公开工作年度报告", "annual reports on government information disclosure"),
    "chart.missing": (
        "{total}个机关年度中{held}个有值（{reasons}）",
        "{held} of {total} {total:agency-year|agency-years} {held:has|have} a value ({reasons})",
    ),
    "chart.in_prose": (
        "；其中 {count} 个取自正文（空心）",
        "; {count} of these {count:is|are} taken from the prose (hollow)",
    ),
    "chart.complete": (
        "{total}个机关年度均有值",
        "{total} of {total} {total:agency-year has|agency-years have} a value",
    ),
    "chart.missing_figures": (
        "{total}个数字中{held}个有值（{reasons}）",
        "{held} of {total} {total:figure|figures} {held:has|have} a value ({reasons})",
    ),
    "chart.complete_figures": (
        "{total}个数字均有值",
        "{total} of {total} {total:figure has|figures have} a value",
    ),
    "chart.nothing": ("{measure}：所选范围内没有可用数值", "{measure}: no usable value in this selection"),
    "chart.one_value": ("{organ}{year}年{measure}为{value}", "{organ}, {year}: {measure} {value}"),
    "chart.one_change": (
        "{organ}{year}年{measure}由{before}变为{value}，{change}",
        "{organ}, {year}: {measure} from {before} to {value}, {change}",
    ),
    "chart.one_trend": (
        "{organ}{measure}由{first}年的{before}变为{last}年的{now}，{change}",
        "{organ}: {measure} from {before} in {first} to {now} in {last}, {change}",
    ),
    "chart.peak": ("；其间最高为{value}（{year}年）", "; in between it reached {value} ({year})"),
    "chart.trough": ("；其间最低为{value}（{year}年）", "; in between it fell to {value} ({year})"),
    "chart.trends": (
        "{measure}，从各机关首个到最近有值年度（{first}—{last}年间）：{counts}",
        "{measure}, from the first to the latest year of each agency (within {first}–{last}): {counts}",
    ),
    "chart.parts": ("{count}个机关中，{parts}", "of {count} agencies, {parts}"),
    "chart.part": ("{count}个{what}", "{count} {what}"),
    "chart.all": ("{count}个机关全部{what}", "all {count} agencies {what}"),
    "chart.both": ("两个机关均{what}", "both agencies {what}"),
    "chart.alone": ("1个机关{what}", "1 agency {what}"),
    "chart.rose": ("上升", "rose"),
    "chart.fell": ("下降", "fell"),
    "chart.same": ("不变", "stayed the same"),
    "chart.trend_none": (
        "{measure}：{count}个机关均只有一年数值，看不出升降",
        "{measure}: {count} {count:agency|agencies}, none with values in two years to tell a trend from",
    ),
    "chart.trend_single": (
        "；另有{count}个只有一年数值",
        "; {count} more {count:has|have} a single year",
    ),
    "chart.largest_move": (
        "；变化最大的是{organ}，由{before}（{first}年）变为{now}（{last}年），{change}",
        "; the largest change is in {organ}, from {before} ({first}) to {now} ({last}), {change}",
    ),
    "chart.largest_ratio": (
        "；按倍数计变化最大的是{organ}，由{before}（{first}年）变为{now}（{last}年），{change}",
        "; in proportion the largest change is in {organ}, from {before} ({first}) to {now} ({last}), {change}",
    ),
    "chart.as_stated": ("，据{year}年报告自述", ", as the {year} report states"),
    "chart.over_edition": ("；其间表格换版（{years}年）", "; over a new edition of the form ({years})"),
    "chart.over_law": ("；其间修法（{years}年）", "; over a change of law ({years})"),
    "chart.several": (
        "{year}年{measure}：{count}个机关中，{low_organ}最低，{low}；{high_organ}最高，{high}",
        "{measure}, {year}, {count} {count:agency|agencies}: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "chart.several_years": (
        "{measure}：{count}个机关各取最近年度（{first}—{last}年），数值在{low}至{high}之间，年度不同，不比高低",
        "{measure}, the latest year of each of {count} {count:agency|agencies} ({first}–{last}): from {low} to {high}; the years differ, so they are not ranked",
    ),
    "chart.several_coverage": (
        "{year}年{measure}：{count}个机关的数值在{low}至{high}之间，统计口径不明，不比高低",
        "{measure}, {year}: {count} {count:agency|agencies} report from {low} to {high}; what they count may differ, so they are not ranked",
    ),
    "chart.coverage_note": (
        "　·　统计口径不明，各机关数值未必可比",
        " · What is counted may differ from agency to agency",
    ),
    "chart.years_note": ("　·　各机关年度不同，见名称后的年份", " · The years differ: see the year beside each name"),
    "chart.only": (
        "{measure}：仅{high_organ}（{high_year}）有值，为{high}",
        "{measure}: only {high_organ} ({high_year}) has a value, {high}",
    ),
    "chart.small_apart": (
        "（另有{count}个基数小于{base}，未列入）",
        " ({count} more, with a base under {base}, left out)",
    ),
    "chart.small_among": ("（其中{count}个基数小于{base}）", " ({count} of them with a base under {base})"),
    "chart.points": ("{points} 个百分点", "{points} percentage points"),
    "chart.printed": ("原文“{printed}”", "printed “{printed}”"),
    "chart.change": ("同比增减 {change}", "change on the year before {change}"),
    "chart.strip": ("没有数值的年度", "Years without a value"),
    "chart.break_edition": ("表格换版", "new edition"),
    "chart.break_law_2024": ("复议前置", "change of law"),
    "chart.pairs": (
        "{measure}，{first}年到{last}年：{counts}",
        "{measure}, {first} to {last}: {counts}",
    ),
    "chart.pairs_unsure": (
        "{measure}，{first}年到{last}年：{count}个机关均疑似口径变化",
        "{measure}, {first} to {last}: {count} {count:agency, a suspected change|agencies, all of them suspected changes} of coverage",
    ),
    "chart.pairs_doubtful": (
        "；另有{count}个疑似口径变化",
        "; {count} more {count:is a suspected change|are suspected changes} of coverage",
    ),
    "chart.breaks_note": ("　·　竖点线：表格换版；竖虚线：修法", " · Dotted: new edition; dashed: change of law"),
    "chart.many_breaks": (
        "　·　各机关换版年份不一，未逐一标出；竖虚线：修法",
        " · Agencies changed edition in different years (not marked); dashed: change of law",
    ),
    "chart.pairs_none": (
        "{measure}：没有机关在{first}年和{last}年均有值",
        "{measure}: no agency has a value in both {first} and {last}",
    ),
    "chart.many": (
        "{year}年{measure}：{count}个机关的中位数为{middle}，半数在{low}至{high}之间",
        "{measure}, {year}: the median of {count} {count:agency|agencies} is {middle}; half lie between {low} and {high}",
    ),
    "chart.many_trend": (
        "{measure}：中位数由{first}年的{before}（{first_count}个机关）变为{year}年的{middle}（{count}个机关），{year}年半数在{low}至{high}之间",
        "{measure}: the median went from {before} in {first} ({first_count} {first_count:agency|agencies}) to {middle} in {year} ({count}); in {year} half lie between {low} and {high}",
    ),
    "chart.many_alone": ("{measure}：{count}个机关", "{measure}: {count} {count:agency|agencies}"),
    "chart.many_each": ("各机关（悬停看名称）", "each agency (hover for its name)"),
    "chart.quartiles": ("四分位区间", "quartiles"),
    "chart.median": ("中位数", "median"),
    "chart.strip_undrawn": ("有值但无法画出的年度", "Years whose value cannot be drawn"),
    "chart.strip_both": ("没有数值，或有值但无法画出的年度", "Years without a value, or whose value cannot be drawn"),
    "chart.all_same": (
        "{year}年{measure}：{count}个机关均为{value}",
        "{measure}, {year}: {value} in all {count} agencies",
    ),
    "chart.and_others": ("{organ}等{count}个机关", "{organ} (one of {count})"),
    "axis.points": ("个百分点", "percentage points"),
    "gap.unshown": ("有值，本图无法画出", "has a value that this axis cannot show"),
    "doubt.in_prose": ("，取自正文", ", taken from the prose"),
    "doubt.suspected": ("，疑似口径变化", ", suspected change of coverage"),
    "doubt.small_base": ("，基数小于{base}", ", base under {base}"),
}
