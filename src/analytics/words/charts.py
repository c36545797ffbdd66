"""Sentences on charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "chart.subtitle": ("单位：{unit}　·　来源：{source}　·　{missing}", "Unit: {unit} · Source: {source} · {missing}"),
    "ranking.left_out": ("　·　{count} 个机关未排序", " · {count} organs not ranked"),
    "ranking.title_value": (
        "{year}年{measure}：从{low_organ}的{low}到{high_organ}的{high}",
        "{measure}, {year}: from {low} in {low_organ} to {high} in {high_organ}",
    ),
    "ranking.title_difference": (
        "{year}年{measure}比上年：从{low_organ}的{low}到{high_organ}的{high}",
        "{measure}, {year} against the year before: from {low} in {low_organ} to {high} in {high_organ}",
    ),
    "ranking.title_percent": (
        "{year}年{measure}比上年：从{low_organ}的{low}到{high_organ}的{high}",
        "{measure}, {year} against the year before: from {low} in {low_organ} to {high} in {high_organ}",
    ),
    "chart.simulated": ("模拟数据（仿{source}）", "simulated figures in the form of {source}"),
    "chart.source": ("政府信息公开工作年度报告", "annual reports on government information disclosure"),
    "chart.missing": (
        "{total}个机关年度中{held}个有值（{reasons}）",
        "{held} of {total} organ-years have a value ({reasons})",
    ),
    "chart.complete": ("{total}个机关年度均有值", "all {total} organ-years have a value"),
    "chart.nothing": ("{measure}：所选范围内没有可用数值", "{measure}: no value in this selection"),
    "chart.one_value": ("{organ}{year}年{measure}为{value}", "{organ}, {year}: {measure} {value}"),
    "chart.one_change": (
        "{organ}{year}年{measure}由{before}变为{value}，{change}",
        "{organ}, {year}: {measure} from {before} to {value}, {change}",
    ),
    "chart.several": (
        "{measure}：{low_organ}（{low_year}）{low}，{high_organ}（{high_year}）{high}",
        "{measure}: from {low} in {low_organ} ({low_year}) to {high} in {high_organ} ({high_year})",
    ),
    "chart.only": (
        "{measure}：仅{high_organ}（{high_year}）有值，为{high}",
        "{measure}: only {high_organ} ({high_year}) has a value, {high}",
    ),
    "chart.points": ("{points} 个百分点", "{points} percentage points"),
    "chart.printed": ("原文“{printed}”", "printed “{printed}”"),
    "chart.change": ("较上年 {change}", "change {change}"),
    "chart.strip": ("无值的年度", "Years without a value"),
    "chart.break_edition": ("表格换版", "new edition"),
    "chart.break_law_2024": ("复议前置", "law change"),
    "coverage.full": ("完整表格", "full form"),
    "coverage.figures": ("人工采集的完整表格", "full form, collected by hand"),
    "coverage.partial": ("部分表格", "some tables"),
    "coverage.prose": ("仅正文数字", "prose figures only"),
    "coverage.none": ("未收录", "not held"),
    "coverage.edition": ("表格版本：{editions}", "Edition: {editions}"),
    "coverage.title": (
        "收录{organs}个机关、{reports}份报告，{first}—{last}年",
        "{organs} organs, {reports} reports, {first}–{last}",
    ),
    "coverage.subtitle": (
        "其中真正前后相连、有共同表格的年度只有{pairs}对；其余变化只能依据报告自述",
        "Only {pairs} pairs of consecutive years share a table; any other change rests on what a report itself states",
    ),
    "headline.title": ("变化最大的{count}项", "The {count} largest changes"),
    "headline.subtitle": (
        "实色：两份报告相减；斜纹：报告自述增减。基数小于10和疑似口径变化的不列入",
        "Solid: difference of two reports; hatched: stated by one report. Bases under 10 and suspected coverage changes are left out",
    ),
}
