"""Briefings."""

SENTENCES: dict[str, tuple[str, str]] = {
    "briefing.comparison": ("{organs}政府信息公开对比简报", "Government information disclosure compared: {organs}"),
    "briefing.comparison_of": (
        "{count} 个机关政府信息公开对比简报",
        "Government information disclosure of {count} agencies compared",
    ),
    "briefing.organ": ("机关", "Agency"),
    "briefing.organs": ("所比机关", "The agencies"),
    "briefing.sort": ("层级和类别", "Level and kind"),
    "briefing.scope": ("统计口径", "Scope"),
    "briefing.years": ("有报告的年度", "Years held"),
    "briefing.letters": (
        "图上以字母代替名称，各机关的标记和颜色也不同；空心点为其他年份的报告所述。",
        "Letters stand for the names on the charts. Every agency has its own marker and colour; hollow: stated by another year's report.",
    ),
    "briefing.reading": ("怎样读这些数字", "How to read these figures"),
    "briefing.formula": ("{measure}＝{formula}", "{measure} = {formula}"),
    "briefing.change_from": ("{change}；上年 {before}，{basis}", "{change}; from {before}, {basis}"),
    "briefing.mixed_years": (
        "有的指标各机关的年度不同，见各表“年度”一栏。",
        "For some measures the years differ between the agencies: see the column “Year”.",
    ),
    "briefing.without_value": ("所选机关均无数值的指标：{measures}。", "No agency has a value of: {measures}."),
    "briefing.no_findings": ("没有需要注意的核查提示。", "No finding."),
    "briefing.no_findings_of": ("没有核查提示的：{organs}。", "No finding on {organs}."),
    "briefing.peers_named": ("四分位所据的同类：{peers}（{names}）。", "Quartiles are those of {peers}: {names}."),
    "briefing.peers_some": (
        "四分位所据的同类：{peers}（{names}等，另有 {count} 个未列名）。",
        "Quartiles are those of {peers}: {names} and {count} more.",
    ),
    "briefing.no_peers": (
        "有数值的同类不足 {least} 个，不列四分位。",
        "Fewer than {least} peers have a value, so there are no quartiles.",
    ),
    "briefing.few_peers": ("同类有数值的不足 {least} 个", "fewer than {least} peers have a value"),
    "briefing.chart_note_alone": (
        "各图纵轴不同；空心点为其他年份的报告所述。",
        "Every chart has a scale of its own; hollow: stated by another year's report.",
    ),
    "briefing.document": (
        "{year}：{file}（{origin}，SHA-256 {digest}…）",
        "{year}: {file} ({origin}, SHA-256 {digest}…)",
    ),
    "briefing.font": ("本文件内嵌字体 {font}。", "The font {font} is embedded in this file."),
    "briefing.no_font": (
        "制作本文件的机器上没有可内嵌的中文字体：中文须由阅读软件自带的字体显示。",
        "The machine that made this file has no Chinese font to embed: names in Chinese need a viewer that brings one.",
    ),
    "briefing.language": ("简报语言", "Language of the briefing"),
    "briefing.title": (
        "{organ}政府信息公开简报（截至{year}年度）",
        "{organ}: government information disclosure up to {year}",
    ),
    "briefing.measure": ("指标", "Measure"),
    "briefing.year": ("年度", "Year"),
    "briefing.value": ("数值", "Value"),
    "briefing.change": ("比上年", "Against the year before"),
    "briefing.peers": ("同类四分位", "Peers' quartiles"),
    "briefing.marks": ("标记", "Marks"),
    "briefing.figures": ("主要数字", "Key figures"),
    "briefing.over_years": ("历年走势", "Over the years"),
    "briefing.findings": ("核查提示", "Findings"),
    "briefing.sources": ("来源", "Sources"),
    "briefing.chart_note": (
        "各图纵轴不同；淡色带为{peers}的四分位区间，点线为中位数，空心点为其他年份的报告所述。",
        "Every chart has a scale of its own. Shaded: quartiles of {peers}; dotted: their median; hollow: stated by another year's report.",
    ),
    "briefing.build": (
        "数字均印自上列文件，或由其按公开的公式算出；数据版本 {build}。",
        "Every figure is printed in these documents or computed from them by a published formula; build {build}.",
    ),
}
