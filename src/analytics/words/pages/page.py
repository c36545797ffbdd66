"""What every page says: its frame (``join``, ``full_stop``, ``list``), its ``language``, agencies that are ``mixed``, addresses that lead nowhere (``paths``)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "page.failed": (
        "页面未能完整显示：程序发生意外错误（{kind}）。数据未受影响。请重新载入页面，或更换选项后再试；如仍出现，请将编号 {mark} 反馈给我们，服务端日志中有同一编号的详细记录。",
        "This page could not be shown in full because of an unexpected error ({kind}). The data are unharmed. Reload the page or choose something else; if it happens again, report the reference {mark}, under which the server's log has the details.",
    ),
    "page.choose_organs": ("请选择机关。", "Choose at least one agency."),
    "page.table": ("表格（{rows} 行）", "Table ({rows} {rows:row|rows})"),
    "page.table_and_files": ("表格和下载（{rows} 行）", "Table and downloads ({rows} {rows:row|rows})"),
    "page.formula": ("公式：{formula}", "Formula: {formula}"),
    "page.unknown": (
        "链接中的 {name}={value} 无法识别，已忽略，其余选项照常显示。",
        "The link asks for {name}={value}, which is unknown. It was ignored; everything else is shown.",
    ),
    "page.strange": (
        "链接中的参数 {name}={value} 无法识别，已忽略。",
        "The link has an unknown parameter, {name}={value}. It was ignored.",
    ),
    "page.backwards": (
        "链接中的起止年份颠倒（{first}年至{last}年），已忽略。",
        "The link gives its years in the wrong order ({first} to {last}). Both were ignored.",
    ),
    "page.not_shown": (
        "链接要求 {name}={value}，本页无法这样显示，已忽略。",
        "The link asks for {name}={value}, which this page cannot show. It was ignored.",
    ),
    "page.simulated": (
        "其中有 {count} 份模拟报告：地名为虚构，数字为随机生成。{stamp}",
        "{count} {count:report here is|reports here are} simulated: the places do not exist and the figures are random. {stamp}",
    ),
    "page.build_refused": (
        "数据版本 {refused} 已损坏或缺失，不予使用；当前显示此前完好的版本 {shown}（{day}）。请运行 countyscope ingest 重新生成。",
        "Build {refused} is damaged or missing and is not used. You are looking at the last good build, {shown} of {day}. Run countyscope ingest to make it again.",
    ),
    "page.new_build": ("数据已更新", "The data have been updated"),
    "paths.title": ("没有这个页面", "Page not found"),
    "paths.unknown": (
        "{path} 不是县镜的页面，网址可能抄错或不完整。数据没有问题，请从下列页面继续。",
        "{path} is not a page of CountyScope: the address may be mistyped or cut short. The data are fine; continue from one of these pages.",
    ),
    "paths.kept": (
        "网址中的其余选项（指标、机关、年份等）会带到所选页面。",
        "The other choices in the address (measures, agencies, years) go with you to the page you choose.",
    ),
    "mixed.level": (
        "所选机关层级不同，数值不宜直接比较。",
        "These agencies are of different levels. Compare with care.",
    ),
    "mixed.kind": (
        "所选机关类别不同（政府、办公室、部门），数值不宜直接比较。",
        "Governments, offices and departments are mixed here. Compare with care.",
    ),
    "mixed.scope": (
        "各报告统计口径不同或未写明（本级机关、全域汇总等），数值不宜直接比较。",
        "The reports differ in scope or do not state it (own office only, the whole area …). Compare with care.",
    ),
    "mixed.year": ("各机关的年度不同，见名称后的年份。", "The years differ: see the year beside each name."),
    "language": ("语言", "Language"),
    "language.name": ("中文", "English"),
    "join": ("", " "),
    "full_stop": ("。", ". "),
    "page.tab": ("显示", "Show"),
    "page.tab.chart": ("图", "chart"),
    "page.tab.table": ("表", "table"),
    "page.tab.map": ("地图", "map"),
    "page.browser_title": ("{view}｜县镜 CountyScope", "{view} – CountyScope 县镜"),
    "list.names": ("、", ", "),
    "list.parts": ("，", ", "),
    "list.clauses": ("；", "; "),
    "list.notes": ("　·　", " · "),
}
