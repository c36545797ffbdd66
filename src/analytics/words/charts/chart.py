"""What several charts say: titles, subtitles, marks, an ``axis``, a ``gap``, a ``doubt``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "chart.subtitle": ("单位：{unit}　·　来源：{source}　·　{missing}", "Unit: {unit} · Source: {source} · {missing}"),
    "chart.index_several": (
        "{measure}以{base}年为100：{low_organ}（{low_year}）最低，{low}；{high_organ}（{high_year}）最高，{high}",
        "{measure}, {base} = 100: lowest {low} in {low_organ} ({low_year}), highest {high} in {high_organ} ({high_year})",
    ),
    "chart.index_one": (
        "{measure}以{base}年为100：{high_organ}（{high_year}）为{high}",
        "{measure}, {base} = 100: {high} in {high_organ} ({high_year})",
    ),
    "chart.index_none": (
        "{measure}：没有机关能以{base}年为基年算指数",
        "{measure}: no agency has an index on the base of {base}",
    ),
    "chart.simulated": ("模拟数据（仿{source}）", "simulated figures in the form of {source}"),
    "chart.source": ("政府信息公开工作年度报告", "annual reports on government information disclosure"),
    "chart.missing": (
        "{total}个机关年度中{held}个有值（{reasons}）",
        "{held} of {total} agency-years have a value ({reasons})",
    ),
    "chart.complete": ("{total}个机关年度均有值", "all {total} agency-years have a value"),
    "chart.nothing": ("{measure}：所选范围内没有可用数值", "{measure}: no value in this selection"),
    "chart.one_value": ("{organ}{year}年{measure}为{value}", "{organ}, {year}: {measure} {value}"),
    "chart.one_change": (
        "{organ}{year}年{measure}由{before}变为{value}，{change}",
        "{organ}, {year}: {measure} from {before} to {value}, {change}",
    ),
    "chart.several": (
        "{measure}：{count}个机关中，{low_organ}最低，{low}；{high_organ}最高，{high}",
        "{measure}, {count} agencies: lowest {low} in {low_organ}, highest {high} in {high_organ}",
    ),
    "chart.only": (
        "{measure}：仅{high_organ}（{high_year}）有值，为{high}",
        "{measure}: only {high_organ} ({high_year}) has a value, {high}",
    ),
    "chart.small_apart": ("（另有{count}个基数小于{base}，未列入）", " ({count} more on bases under {base} left out)"),
    "chart.small_among": ("（其中{count}个基数小于{base}）", " ({count} of them on bases under {base})"),
    "chart.points": ("{points} 个百分点", "{points} percentage points"),
    "chart.printed": ("原文“{printed}”", "printed “{printed}”"),
    "chart.change": ("较上年 {change}", "change {change}"),
    "chart.strip": ("无值的年度", "Years without a value"),
    "chart.break_edition": ("表格换版", "new edition"),
    "chart.break_law_2024": ("复议前置", "law change"),
    "chart.pairs": (
        "{measure}：{first}到{last}年，{count}个机关中{rose}个上升、{fell}个下降、{same}个不变",
        "{measure}, {first} to {last}: of {count} agencies {rose} rose, {fell} fell, {same} stayed",
    ),
    "chart.pairs_doubtful": ("；另有{count}个疑似口径变化", "; {count} more look like a change of coverage"),
    "chart.breaks_note": (
        "　·　竖点线：表格换版；竖虚线：修法",
        " · Upright: dotted a new edition, dashed a change of law",
    ),
    "chart.many_breaks": (
        "　·　各机关换版年份不一，未逐一标出；竖虚线：修法",
        " · Agencies changed edition in different years, not marked here; dashed: a change of law",
    ),
    "chart.pairs_none": (
        "{measure}：没有机关在{first}和{last}年都有值",
        "{measure}: no agency has a value in both {first} and {last}",
    ),
    "chart.many": (
        "{year}年{measure}：{count}个机关的中位数为{middle}，半数在{low}至{high}之间",
        "{measure}, {year}: the median of {count} agencies is {middle}; half lie between {low} and {high}",
    ),
    "chart.many_alone": ("{measure}：{count}个机关", "{measure}: {count} agencies"),
    "chart.many_each": ("各机关（悬停看名称）", "each agency (hover for its name)"),
    "chart.quartiles": ("四分位区间", "quartiles"),
    "chart.median": ("中位数", "median"),
    "chart.strip_undrawn": ("有值而画不出的年度", "Years whose value cannot be drawn"),
    "chart.strip_both": ("无值的年度，和有值而画不出的年度", "Years without a value, or with one that cannot be drawn"),
    "chart.all_same": ("{measure}：{count}个机关均为{value}", "{measure}: {value} in all {count} agencies"),
    "chart.and_others": ("{organ}等{count}个机关", "{organ} (one of {count})"),
    "axis.points": ("个百分点", "percentage points"),
    "gap.unshown": ("有值，此图画不出", "has a value that this axis cannot show"),
    "doubt.suspected": ("，疑似统计口径变化", ", coverage in doubt"),
    "doubt.small_base": ("，基数小于{base}", ", base under {base}"),
}
