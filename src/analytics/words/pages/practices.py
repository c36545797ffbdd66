"""The Practices page: what agencies say that they did, and the problems they name most."""

SENTENCES: dict[str, tuple[str, str]] = {
    "practices.title": ("履职做法", "Practices"),
    "practices.lead": (
        "各机关报告写到了哪些法定职责和年度工作要点。只看报告怎么写：没有写到，不等于没有做。每个标记都可打开所依据的句子。",
        "Which duties of the Regulation and points of the yearly programmes the reports tell of. Only what is written counts: what is not mentioned may have been done all the same. Every mark opens the sentence it came from.",
    ),
    "practices.tab": ("查看", "Show"),
    "practices.tab.matrix": ("机关 × 做法", "agencies × practices"),
    "practices.tab.years": ("历年变化", "over the years"),
    "practices.tab.problems": ("常见问题", "common problems"),
    "practices.tab.lexicon": ("判定用语", "definitions"),
    "practices.group": ("做法类别", "Practices"),
    "practices.group.publication": ("主动公开", "publication"),
    "practices.group.requests": ("依申请公开", "requests"),
    "practices.group.information": ("信息管理", "management of information"),
    "practices.group.platforms": ("平台建设", "platforms"),
    "practices.group.supervision": ("监督保障", "supervision"),
    "practices.stance.done": ("写明已做", "says it was done"),
    "practices.stance.planned": ("计划做", "planned"),
    "practices.stance.shortcoming": ("列为不足", "named as wanting"),
    "practices.stance.none": ("写明没有", "says there was none"),
    "practices.stance.not_mentioned": ("未提到", "not mentioned"),
    "practices.title_matrix": (
        "{year} 年 {organs} 个机关中，写到最多的是{most}（{most_count} 个），最少的是{fewest}（{fewest_count} 个）",
        "{year}: of {organs} {organs:agency|agencies}, {most_count} {most_count:tells|tell} of {most}, {fewest_count} of {fewest}",
    ),
    "practices.title_none": (
        "{year}年{organs}个机关的报告都没有写到这类做法。",
        "{year}: none of {organs} {organs:agency|agencies} tells of any of these practices.",
    ),
    "practices.title_undone": (
        "{year}年{organs}个机关都没有写明已做这类做法",
        "{year}: none of {organs} {organs:agency|agencies} says that any of these was done",
    ),
    "practices.none_ever": (
        "{organs}个机关收录的报告，历年都没有写到这类做法。",
        "No report held of {organs} {organs:agency|agencies} tells of any of these practices, in any year.",
    ),
    "practices.see_years": ("写到的年份：{years}年。", "There is something to see in {years}."),
    "practices.all_excerpts": (
        "这些机关的{reports}份报告，正文都不足{least}个字：收录的只是表格数字或摘录，不是报告全文。",
        "Of {reports} {reports:report|reports} held of them, none has as many as {least} characters of prose: forms or excerpts, not whole reports.",
    ),
    "practices.some_excerpts": (
        "这些机关的{reports}份报告中，{short}份正文不足{least}个字：收录的只是表格数字或摘录，不是报告全文。",
        "Of {reports} reports held of them, {short} {short:has|have} fewer than {least} characters of prose: forms or excerpts, not whole reports.",
    ),
    "practices.bring_documents": (
        "要看做法，请收录各机关网站公布的报告原文（网页、PDF、Word均可）：在“上传”页试读，或放入原始文件夹后重新读取。",
        "To see practices, add the reports as their agencies published them (web page, PDF or Word): read them on Upload, or put them in the folder of reports and ingest it again.",
    ),
    "practices.subtitle": (
        "依据报告正文的句子，按公开的判定用语标记　·　点击标记打开原句",
        "Marked by sentences of the prose and declared words · click a mark for its sentence",
    ),
    "practices.drawn": (
        "　·　画出前 {drawn} 个，表格列出全部 {count} 个",
        " · the first {drawn} are drawn; the table has all {count}",
    ),
    "practices.without_prose": (
        "　·　另有 {count} 个当年没有带正文的报告",
        " · {count} more {count:has|have} no report with prose that year",
    ),
    "practices.table_of": ("{year} 年各机关的做法", "Practices of agencies in {year}"),
    "practices.read_as": ("{practice}：{stance}（依据：{basis}）", "{practice}: {stance} (basis: {basis})"),
    "practices.basis_articles": ("《条例》第 {numbers} 条", "Regulation, art. {numbers}"),
    "practices.basis_office": ("国务院办公厅 {year} 年文件", "General Office of the State Council, {year}"),
    "practices.basis_office_number": (
        "国务院办公厅 {year} 年第 {number} 号",
        "General Office of the State Council, {year} no. {number}",
    ),
    "practices.basis_programme": ("{year} 年政务公开工作要点", "programme of work for {year}"),
    "practices.basis_programmes": ("历年政务公开工作要点", "yearly programmes of work"),
    "practices.basis_local_rules": ("地方规定", "local rules"),
    "practices.years_subtitle": (
        "写明已做的机关占有正文的机关的百分比　·　{group}",
        "Agencies that say it was done, per cent of those with prose · {group}",
    ),
    "practices.year_of": ("{year}（{count} 个）", "{year} (of {count})"),
    "practices.title_years": (
        "{first}—{last} 年各机关写到的 {count} 种做法",
        "{count} practices that agencies tell of, {first}–{last}",
    ),
    "practices.title_moved": (
        "变化最大的是{practice}：{first} 年 {before} 个机关写到，{last} 年 {now} 个",
        "The largest move is {practice}: told of by {before} agencies in {first}, by {now} in {last}",
    ),
    "practices.share_hover": (
        "{of} 个机关中 {done} 个写明已做，{told} 个提到",
        "{done} of {of} say it was done, {told} mention it",
    ),
    "practices.choose_share": ("点击一格，列出所依据的句子。", "Click a square for the sentences it is counted from."),
    "practices.behind": (
        "{practice}，{year} 年：写明已做的句子",
        "{practice}, {year}: the sentences that say it was done",
    ),
    "practices.no_sentence": ("没有这样的句子。", "There is no such sentence."),
    "practices.sentences_table": ("表格和下载（{count} 行）", "Table and downloads ({count} {count:row|rows})"),
    "practices.province": ("省份", "Province"),
    "practices.no_problems": (
        "收录的报告第五部分没有读出可归类的问题。",
        "No problem with a known theme was read in any section five of the collection.",
    ),
    "practices.title_problems": (
        "{area}：{year} 年提到最多的问题是{theme}，{of} 个机关中有 {organs} 个",
        "{area}: in {year}, {organs} of {of} agencies name {theme}, more than any other problem",
    ),
    "practices.title_problems_tied": (
        "{area}：{year} 年提到最多的问题是{theme}等 {themes} 类，{of} 个机关中各有 {organs} 个",
        "{area}: in {year}, {themes} problems are named most, {theme} among them, each by {organs} of {of} agencies",
    ),
    "practices.problems_subtitle": (
        "提到此类问题的机关占写了问题的机关的百分比　·　依据报告第五部分",
        "Agencies that name it, per cent of those that name any problem · from section five of the reports",
    ),
    "practices.problem_hover": ("{of} 个机关中 {organs} 个提到", "named by {organs} of {of} agencies"),
    "practices.problems_behind": ("{theme}，{year} 年：提到的原句", "{theme}, {year}: the words that name it"),
    "practices.title_provinces": (
        "{year} 年 {count} 个省份的常见问题",
        "Common problems of {count} provinces in {year}",
    ),
    "practices.lexicon_note": (
        "一句话中出现下列用语，即视为写到该做法；再按句中“未”“下一步”“不足”等词判断是已做、计划、没有还是不足。用语以正则表达式写成，适用于简体、半角、无空格的文字。",
        "A sentence that holds these words tells of the practice; words such as 未, 下一步 or 不足 in it say whether it was done, planned, not done or wanting. They are regular expressions for simplified text with half-width signs and no blanks.",
    ),
    "practices.lexicon_title": ("判定用语", "The words that mark a practice"),
    "practices.beside": ("{pattern}\n且同句有：{beside}", "{pattern}\nand in the same sentence: {beside}"),
}
