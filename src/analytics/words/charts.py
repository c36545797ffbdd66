"""Sentences on charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "chart.subtitle": ("单位：{unit}　·　来源：{source}　·　{missing}", "Unit: {unit} · Source: {source} · {missing}"),
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
    "outcome.disclosed": ("予以公开", "disclosed in full"),
    "outcome.partly_disclosed": ("部分公开", "disclosed in part"),
    "outcome.refused": ("不予公开", "not disclosed"),
    "outcome.unable": ("无法提供", "unable to provide"),
    "outcome.not_processed": ("不予处理", "not processed"),
    "outcome.other": ("其他处理", "otherwise handled"),
    "outcome.carried_forward": ("结转下年", "carried forward"),
    "requests.none": ("{organ}{year}年没有申请", "{organ} had no applications in {year}"),
    "requests.flow_title": (
        "{organ}{year}年{total}件申请：{outcome}{count}件，占{share}，最多",
        "{organ}, {year}: of {total} applications most, {count} or {share}, ended as “{outcome}”",
    ),
    "requests.flow_note": (
        "左为申请人，右为去向（含上年结转）。单位：件　·　来源：{source}",
        "Applicants on the left, outcomes on the right, with what was carried over. Unit: applications · Source: {source}",
    ),
    "requests.cells_missing": ("　·　{count} 格没有数字，未计入", " · {count} cells without a number are not in it"),
    "requests.unaccounted": (
        "　·　印出的总数为{total}件，其中{count}件的去向没有分项数字",
        " · The printed totals say {total}; where {count} of them ended is not given",
    ),
    "requests.reasons_unknown": (
        "所持{organ}{year}年的文件没有载明未予公开的理由",
        "The document held of {organ} for {year} does not give reasons for turning applications down",
    ),
    "requests.no_reasons": (
        "{organ}{year}年没有不予公开、无法提供或不予处理的申请",
        "{organ} turned down no application in {year}",
    ),
    "requests.reasons_title": (
        "{organ}{year}年未予公开的{total}件中，“{reason}”最多，{count}件",
        "{organ}, {year}: of {total} turned down, most for “{reason}” ({count})",
    ),
    "requests.reasons_least": (
        "{organ}{year}年未予公开的至少{total}件；有数字的理由中“{reason}”最多，{count}件",
        "{organ}, {year}: at least {total} turned down; of the reasons with a number “{reason}” has most ({count})",
    ),
    "requests.of_parts": ("{count}（分项之和）", "{count} (sum of parts)"),
    "requests.overflow": (
        "　·　印出的总数为{total}件，分项之和多出{count}件",
        " · The printed totals say {total}; the parts add up to {count} more",
    ),
    "requests.reasons_note": (
        "各项为表三印出的总计；总计空白的，为各类申请人之和。单位：件　·　来源：{source}",
        "Printed totals of table III, or the sum of the applicants where the total is blank. Unit: applications · Source: {source}",
    ),
    "requests.rest": ("合计与分项之差", "what the parts leave"),
    "requests.waterfall_title": (
        "{organ}{year}年新收申请由{before}件到{now}件（{change}）",
        "{organ}, {year}: new applications went from {before} to {now} ({change})",
    ),
    "requests.waterfall_note": (
        "各类申请人的增减相加，等于总计的增减。单位：件　·　来源：{source}",
        "The changes by applicant add up to the change of the total. Unit: applications · Source: {source}",
    ),
    "requests.waterfall_rest": (
        "印出的总计与分项对不上，或有的分项没有数字，差额单列。单位：件　·　来源：{source}",
        "Printed totals and parts do not balance, or a part has no number; the rest stands apart. Unit: applications · "
        "Source: {source}",
    ),
    "profile.note": (
        "各图纵轴不同。淡色带为{peers}的四分位区间，虚点线为中位数，竖点线为表格改版　·　来源：{source}",
        "Every panel has a scale of its own. Shaded: quartiles of {peers}; dotted: their median; upright: new edition of the form · Source: {source}",
    ),
    "profile.note_alone": (
        "各图纵轴不同；有数值的同类不足四个，不画四分位区间　·　来源：{source}",
        "Every panel has a scale of its own; fewer than four peers have a value, so no quartiles · Source: {source}",
    ),
    "profile.none": ("没有数值", "no value"),
    "remedies.at_least": ("至少{count}", "at least {count}"),
    "remedies.beside": ("{year}年另见：{rates}", "Beside them in {year}: {rates}"),
    "remedies.count": ("{count}件", "{count}"),
    "remedies.title_cases": (
        "{organ}{year}年：行政复议{reconsideration}，未经复议直接起诉{suit_direct}，复议后起诉{suit_after}",
        "{organ}, {year}: reconsiderations {reconsideration}, direct suits {suit_direct}, suits after reconsideration {suit_after}",
    ),
    "remedies.note": (
        "竖虚线：2024年起，不服不予公开须先申请复议。各年不可相加，未结案件可能跨年　·　来源：{source}",
        "Dashed: since 2024 a refusal goes to reconsideration first. Years do not add up, pending cases recur · Source: {source}",
    ),
    "remedies.rates_note": (
        "纠错率＝结果纠正÷（维持＋纠正＋其他），未结不计；空心表示基数不足10　·　来源：{source}",
        "Corrected ÷ (upheld + corrected + other), pending left out; hollow: fewer than 10 cases · Source: {source}",
    ),
    "compare.hatched": ("　·　斜纹：基准{organ}", " · Hatched: the reference, {organ}"),
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
    "doubt.suspected": ("，疑似统计口径变化", ", coverage in doubt"),
    "doubt.small_base": ("，基数小于{base}", ", base under {base}"),
    "chart.small_apart": ("（另有{count}个基数小于{base}，未列入）", " ({count} more on bases under {base} left out)"),
    "chart.small_among": ("（其中{count}个基数小于{base}）", " ({count} of them on bases under {base})"),
    "chart.points": ("{points} 个百分点", "{points} percentage points"),
    "chart.printed": ("原文“{printed}”", "printed “{printed}”"),
    "chart.change": ("较上年 {change}", "change {change}"),
    "chart.strip": ("无值的年度", "Years without a value"),
    "chart.break_edition": ("表格换版", "new edition"),
    "chart.break_law_2024": ("复议前置", "law change"),
    "headline.suspected": ("疑似口径变化最大的{count}项", "Largest suspected changes of coverage ({count})"),
    "headline.organ": ("{organ}{year}年变化最大的{count}项", "{organ}, {year}, largest changes ({count})"),
    "headline.title": ("变化最大的{count}项", "Largest changes ({count})"),
    "headline.subtitle": (
        "单位：%（比上年增减）　·　来源：{source}　·　实色：两份报告相减；斜纹：报告自述增减　·　",
        "Unit: % change from the year before · Source: {source} · Solid: difference of two reports; hatched: stated by one report · ",
    ),
    "headline.left_out": (
        "基数小于{base}、经判读和疑似口径变化的不列入",
        "Bases under {base}, interpreted readings and suspected coverage changes are left out",
    ),
    "headline.left_out_small": (
        "基数小于{base}和经判读的不列入",
        "Bases under {base} and interpreted readings are left out",
    ),
}
