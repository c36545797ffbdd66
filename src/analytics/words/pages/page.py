"""What every page says: its frame (``join``, ``full_stop``, ``list``), its ``language``, agencies that are ``mixed``, addresses that lead nowhere (``paths``)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "page.failed": (
        "这一页没能显示完：程序出了意料之外的错误（{kind}）。数据没有受损。请重新载入页面，或换一个选择再试；如果仍然出现，请连同编号 {mark} 反映，运行服务的窗口（日志）中同一编号处有详细记录。",
        "This page could not be shown whole: the program met an error that was not foreseen ({kind}). The data are unharmed. Reload the page or choose something else; if it happens again, report it with the mark {mark}, under which the log of the server (the window it runs in) has the full account.",
    ),
    "page.choose_organs": ("请选择机关。", "Choose agencies."),
    "page.table": ("表格（{rows} 行）", "Table ({rows} rows)"),
    "page.table_and_files": ("表格和下载（{rows} 行）", "Table and files ({rows} rows)"),
    "page.formula": ("公式：{formula}", "Formula: {formula}"),
    "page.unknown": (
        "链接中的 {name}={value} 无从识别，已略去；本页按没有它的链接显示。",
        "The link asks for {name}={value}, which is unknown here. It was left out; the page shows what it shows without it.",
    ),
    "page.strange": (
        "链接中的 {name}={value} 不是这里认识的参数，已略去。",
        "The link has {name}={value}, a parameter that is not known here. It was left out.",
    ),
    "page.backwards": (
        "链接要求从{first}年到{last}年，起止颠倒，两者均已略去。",
        "The link asks for the years from {first} to {last}, which run backwards. Both were left out.",
    ),
    "page.not_shown": (
        "链接要求 {name}={value}，本页无法照此显示，未采用。",
        "The link asks for {name}={value}, which this page cannot show. It was left out.",
    ),
    "page.simulated": (
        "这里有 {count} 份模拟报告：地名是虚构的，数字是随机生成的。{stamp}",
        "{count} of these reports are simulated: their places do not exist, their figures are random. {stamp}",
    ),
    "page.build_refused": (
        "数据版本 {refused} 已损坏或缺失，不予使用；这里显示的是此前完好的版本 {shown}（{day}）。请运行 countyscope ingest 重新建成。",
        "Build {refused} is damaged or missing and is not used; what you see is the last good one, {shown} of {day}. Run countyscope ingest, which makes it anew.",
    ),
    "page.new_build": ("数据已更新", "The data have been updated"),
    "paths.title": ("没有这一页", "There is no such page"),
    "paths.unknown": (
        "{path} 不是县镜的页面：网址可能抄错了，或者少了一段。数据没有问题，请从下面的页面继续。",
        "{path} is no page of CountyScope: the address may be mistyped or cut short. Nothing is wrong with the data; go on from one of these pages.",
    ),
    "paths.kept": (
        "网址里其余的选择（指标、机关、年份等）会带到所选的页面。",
        "What else the address asks for (measures, agencies, years) goes along to the page that you choose.",
    ),
    "mixed.level": (
        "这些机关层级不同，数值不宜直接比较。",
        "These agencies are of different levels; compare with care.",
    ),
    "mixed.kind": (
        "这些机关类别不同（政府、办公室或部门），数值不宜直接比较。",
        "Governments, offices and departments are mixed here; compare with care.",
    ),
    "mixed.scope": (
        "各报告的统计口径不同或未写明（本级机关、全域汇总等）。",
        "The reports differ in scope, or do not state it (own office, whole area …).",
    ),
    "mixed.year": ("各机关的年度不同，见名称后的年份。", "The years differ: see the year beside each name."),
    "language": ("语言", "Language"),
    "language.name": ("中文", "English"),
    "join": ("", " "),
    "full_stop": ("。", ". "),
    "list.names": ("、", ", "),
    "list.parts": ("，", ", "),
    "list.clauses": ("；", "; "),
}
