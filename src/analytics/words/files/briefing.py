"""Briefings."""

SENTENCES: dict[str, tuple[str, str]] = {
    "briefing.comparison": ("{organs}政府信息公开对比简报", "Government information disclosure compared: {organs}"),
    "briefing.comparison_of": (
        "{count} 个机关政府信息公开对比简报",
        "Government information disclosure of {count} agencies compared",
    ),
    "briefing.organ": ("机关", "Agency"),
    "briefing.organs": ("比较的机关", "Agencies compared"),
    "briefing.sort": ("层级和类别", "Level and kind"),
    "briefing.scope": ("统计口径", "Scope"),
    "briefing.years": ("有报告的年度", "Years with a report"),
    "briefing.letters": (
        "图上以字母代替名称，各机关的标记和颜色各不相同；空心点为其他年份的报告所载明，或取自正文。",
        "Letters stand for the agencies on the charts. Each agency has its own marker and colour. Hollow: stated in another year's report or taken from the prose.",
    ),
    "briefing.reading": ("数字说明", "How to read these figures"),
    "briefing.formula": ("{measure}＝{formula}", "{measure} = {formula}"),
    "briefing.change_from": ("{change}；上年 {before}，{basis}", "{change}; from {before}; {basis}"),
    "briefing.mixed_years": (
        "部分指标各机关的年度不同，见各表“年度”一栏。",
        "For some measures the years differ between agencies: see the column “Year”.",
    ),
    "briefing.without_value": (
        "所选机关均无数值的指标：{measures}。",
        "Measures without a value for any of these agencies: {measures}.",
    ),
    "briefing.no_findings": ("没有核查提示。", "No findings."),
    "briefing.no_findings_of": ("没有核查提示的机关：{organs}。", "No findings on: {organs}."),
    "briefing.peers_named": (
        "计算四分位的同级同类机关：{peers}（{names}）。",
        "Quartiles are those of {peers}: {names}.",
    ),
    "briefing.peers_some": (
        "计算四分位的同级同类机关：{peers}（{names}等，另有 {count} 个未列名）。",
        "Quartiles are those of {peers}: {names} and {count} more.",
    ),
    "briefing.no_peers": (
        "有数值的同级同类机关不足 {least} 个，不列四分位。",
        "Fewer than {least} peers have a value, so there are no quartiles.",
    ),
    "briefing.few_peers": ("有数值的同级同类机关不足 {least} 个", "fewer than {least} peers have a value"),
    "briefing.chart_note_alone": (
        "各图纵轴刻度不同；空心点为其他年份的报告所载明，或取自正文。",
        "Each chart has its own scale. Hollow: stated in another year's report or taken from the prose.",
    ),
    "briefing.document": (
        "{year}：{file}（{origin}，SHA-256 {digest}…）",
        "{year}: {file} ({origin}, SHA-256 {digest}…)",
    ),
    "briefing.font": ("本文件内嵌字体 {font}。", "The font {font} is embedded in this file."),
    "briefing.no_font": (
        "生成本文件的计算机没有可内嵌的中文字体，中文须由阅读软件自带的字体显示。",
        "The computer that made this file has no Chinese font to embed; Chinese names show only in a viewer that has one.",
    ),
    "briefing.language": ("简报语言", "Language of the briefing"),
    "briefing.title": (
        "{organ}政府信息公开简报（截至{year}年度）",
        "{organ}: government information disclosure up to {year}",
    ),
    "briefing.measure": ("指标", "Measure"),
    "briefing.year": ("年度", "Year"),
    "briefing.value": ("数值", "Value"),
    "briefing.change": ("同比增减", "Change on the year before"),
    "briefing.peers": ("同级同类四分位", "Quartiles of peers"),
    "briefing.marks": ("标记", "Marks"),
    "briefing.figures": ("主要数字", "Key figures"),
    "briefing.over_years": ("历年走势", "Over the years"),
    "briefing.findings": ("核查提示", "Findings"),
    "briefing.sources": ("来源", "Sources"),
    "briefing.chart_note": (
        "各图纵轴刻度不同；浅色带为{peers}的四分位区间，点线为中位数，空心点为其他年份的报告所载明，或取自正文。",
        "Each chart has its own scale. Shaded: quartiles of {peers}; dotted: their median; hollow: stated in another year's report or taken from the prose.",
    ),
    "briefing.build": (
        "数字均印自上列文件，或由其按公开的公式算出；数据版本 {build}。",
        "Every figure is printed in these documents or computed from them by a published formula; build {build}.",
    ),
}
