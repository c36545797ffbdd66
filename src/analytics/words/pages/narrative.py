"""The Narrative page: search in the prose of reports, one report, two side by side, copies, section five; the prose on County."""

SENTENCES: dict[str, tuple[str, str]] = {
    "narrative.title": ("报告正文", "Narrative"),
    "narrative.lead": (
        "检索、通读、对照各机关报告的正文。文字一律照录原文，每处都可在原件中查看；繁体、简体一并检索。",
        "Search, read and compare the prose of the reports. Every word is as printed and opens in its document; traditional and simplified characters are searched alike.",
    ),
    "narrative.tab": ("查看", "Show"),
    "narrative.tab.search": ("检索", "search"),
    "narrative.tab.read": ("通读一份", "one report"),
    "narrative.tab.beside": ("两份对照", "side by side"),
    "narrative.tab.copies": ("相同文字", "shared text"),
    "narrative.tab.five": ("问题与改进", "problems and promises"),
    "narrative.tab.evaluated": ("评估要点", "what evaluators look at"),
    "narrative.none_at_all": (
        "收录的报告都没有正文，此页无内容可示。表格数字可在其他页面查看。",
        "No report in the collection has any prose, so there is nothing to show here. The figures of its tables are on the other pages.",
    ),
    "narrative.none_chosen": (
        "所选机关和年份没有带正文的报告，请扩大范围。",
        "None of these agencies has a report with prose in these years. Choose others.",
    ),
    "narrative.organ_without": ("{organ}的报告没有正文。", "The reports of {organ} have no prose."),
    "narrative.source": (
        "政府信息公开工作年度报告正文",
        "prose of the annual disclosure reports",
    ),
    "narrative.open": ("查看原件", "see it in the document"),
    "narrative.choose_row": ("点击一行，打开原件中的这段文字。", "Click a row to open its words in the document."),
    "narrative.first_rows": (
        "此处只列前 1,000 行，下载的文件包含全部。",
        "The first 1,000 rows are listed here; the files have all.",
    ),
    "narrative.of_organ": ("报告正文", "Text of the reports"),
    "narrative.note": (
        "按原文顺序照录各部分正文（只有文字，不含表格），点开阅读。",
        "The prose of each report, section by section in the document's own order, without its tables. Open a section to read it.",
    ),
    "narrative.none": ("收录的文件没有正文。", "The documents in the collection have no prose."),
    "narrative.start": ("（标题之前）", "(before the first heading)"),
    "narrative.no_text": ("此标题下没有文字。", "There is no text under this heading."),
    # Search
    "narrative.query": ("检索词", "Search for"),
    "narrative.query_hint": (
        "例如：政策解读；几个词用空格分开，须同时出现",
        "For example 政策解读; words parted by blanks must all be there",
    ),
    "narrative.examples": ("试试：", "Try"),
    "narrative.example_words": ("政策解读|业务培训|标准化规范化|12345", "政策解读|业务培训|标准化规范化|12345"),
    "narrative.searchable": (
        "可检索 {organs} 个机关的 {count} 份报告",
        "{count} {count:report|reports} of {organs} {organs:agency|agencies} can be searched",
    ),
    "narrative.found": (
        "“{words}”共出现 {hits} 处，见于 {searched} 份报告中的 {reports} 份",
        "“{words}”: {hits} {hits:hit|hits} in {reports} of {searched} {searched:report|reports}",
    ),
    "narrative.nothing": (
        "{searched} 份报告中没有出现“{words}”",
        "“{words}” is in none of {searched} {searched:report|reports}",
    ),
    "narrative.nothing_advice": (
        "没有同时含有这些词的报告。请减少词语，或放宽机关和年份。",
        "No report has all of these words. Try fewer words, or more agencies and years.",
    ),
    "narrative.not_exact": ("（词中符号未逐份核对）", " (signs within the words were not compared)"),
    "narrative.hits_subtitle": ("单位：份报告　·　{source}", "Unit: reports · {source}"),
    "narrative.hits_hover": (
        "<b>{year}</b><br>{searched} 份报告中 {reports} 份出现，共 {hits} 处",
        "<b>{year}</b><br>in {reports} of {searched} {searched:report|reports}, {hits} {hits:hit|hits}",
    ),
    "narrative.searched": ("检索的报告", "reports searched"),
    "narrative.collected": ("收录的报告", "reports in the collection"),
    "narrative.reports_hover": (
        "<b>{year}</b><br>{whole} 份报告中 {part} 份有正文",
        "<b>{year}</b><br>{part} of {whole} {whole:report|reports} {part:has|have} prose",
    ),
    "narrative.with_hits": ("出现检索词的报告", "reports with hits"),
    "narrative.with_prose": ("有正文的报告", "reports with prose"),
    "narrative.hits_shown": (
        "第 {first}—{last} 份，共 {count} 份；新的在前。",
        "Reports {first} to {last} of {count}, the latest first.",
    ),
    "narrative.hits_page": ("页", "Page"),
    "narrative.hits_heading": (
        "{organ} {year} · {section}（{count} 处）",
        "{organ} {year} · {section} ({count} {count:hit|hits})",
    ),
    "narrative.hits_table": (
        "本页检索结果：表格和下载（{count} 行）",
        "The hits of this page: table and downloads ({count} {count:row|rows})",
    ),
    # One report
    "narrative.read_title": (
        "{organ} {year} 年报告正文共 {count} 个汉字",
        "{organ} {year}: {count} Chinese characters of prose",
    ),
    "narrative.read_subtitle": ("单位：汉字　·　按部分", "Unit: Chinese characters · by section"),
    "narrative.length": ("字数", "length"),
    "narrative.characters": ("{count} 个汉字", "{count} Chinese characters"),
    "narrative.marked_words": ("已标出“{words}”。", "“{words}” is marked."),
    "narrative.no_figures": ("正文没有写明可识别的数字。", "The prose states no figure of a known subject."),
    "narrative.figures_table": ("正文写明的数字（{count} 项）", "Figures that the prose states ({count})"),
    "narrative.figures_of": ("{organ} {year} 年报告正文写明的数字", "Figures in the prose of {organ} for {year}"),
    "narrative.period.this_year": ("本年", "this year"),
    "narrative.period.last_year": ("上年", "last year"),
    "narrative.period.other_year": ("其他年份", "another year"),
    "narrative.period.cumulative": ("累计", "cumulative"),
    "narrative.period.change": ("同比增减", "change on last year"),
    "narrative.period.planned": ("计划", "planned"),
    # Side by side
    "narrative.compared_with": ("对照机关", "Compared with"),
    "narrative.panel_contradictions": ("勾稽不符", "contradictions"),
    "narrative.nothing_beside": (
        "这个机关没有带正文的报告，请另选。",
        "This agency has no report with prose. Choose another.",
    ),
    "narrative.same_report": (
        "两边是同一份报告。请在右边选另一年或另一个机关。",
        "Both sides are the same report. Choose another year or agency on the right.",
    ),
    "narrative.beside_title": (
        "{one}的自有文字中，{share} 也见于{other}；反过来为 {other_share}",
        "{share} of what {one} says in its own words also stands in {other}; the other way round, {other_share}",
    ),
    "narrative.no_share": ("无从计算（没有自有文字）", "nothing (it has no text of its own)"),
    "narrative.beside_subtitle": (
        "单位：汉字　·　表格用语、法定套话不计入自有文字；整句相同或连续 16 个汉字相同即为相同，数字和标点不论",
        "Unit: Chinese characters · set phrases of the form and the law are nobody's own · the same are whole sentences and stretches of 16 characters or more, figures and punctuation aside",
    ),
    "narrative.kind.own": ("仅见于此份", "in this report alone"),
    "narrative.kind.repeated": ("两份都有", "in both"),
    "narrative.kind.form": ("格式用语", "set phrases of the form"),
    "narrative.side": ("{organ} {year}", "{organ} {year}"),
    "narrative.parts_table": (
        "逐段列出：表格和下载（{count} 行）",
        "Stretch by stretch: table and downloads ({count} {count:row|rows})",
    ),
    # Shared text
    "narrative.copies_note": (
        "只说哪份先公布，不说谁抄谁：相同的文字也可能出自同一范本。格式用语以及 50 个以上机关共有的说法不计。",
        "Which was published first is said, never who copied: both may follow a common model. Set phrases of the form, and what more than 50 agencies say alike, do not count.",
    ),
    "narrative.copies_title": (
        "与{organ} {year} 年报告文字相同的：其他机关 {others} 份，本机关其他年度 {same} 份",
        "{organ} {year} shares text with {others} {others:report|reports} of other agencies and {same} of its own",
    ),
    "narrative.copies_subtitle": (
        "本报告自有文字中见于对方的比例（按抽样文字片段估计）",
        "Share of this report's own text that stands in the other, estimated on a sample of its stretches",
    ),
    "narrative.copies_drawn": ("　·　两类各画前 {count} 份", " · the first {count} of each kind are drawn"),
    "narrative.no_copies": (
        "{organ} {year} 年的报告与收录的其他报告没有明显相同的文字。",
        "The report of {organ} for {year} shares no notable text with any other in the collection.",
    ),
    "narrative.nearest_others": ("其他机关", "other agencies"),
    "narrative.nearest_same": ("本机关其他年度", "the same agency, another year"),
    "narrative.first_this": ("本报告先公布", "this report published first"),
    "narrative.first_other": ("对方先公布", "the other published first"),
    "narrative.first_unknown": ("公布先后不明", "which came first is unknown"),
    "narrative.first_row_this": ("行中机关先公布", "the row's agency published first"),
    "narrative.first_row_other": ("列中机关先公布", "the column's agency published first"),
    "narrative.first_row_unknown": ("公布先后不明", "which came first is unknown"),
    "narrative.same_agency.True": ("同一机关", "same agency"),
    "narrative.same_agency.False": ("不同机关", "another agency"),
    "narrative.share_of_this": ("本报告的 {share} 见于对方", "{share} of this report is in the other"),
    "narrative.share_of_that": ("对方的 {share} 见于本报告", "{share} of the other is in this report"),
    "narrative.share_of_row": ("前者的 {share} 见于后者", "{share} of the first is in the second"),
    "narrative.beside_which": ("与哪份并排对照", "Set side by side with"),
    "narrative.set_beside": ("并排对照", "Side by side"),
    "narrative.scores_of": (
        "{organ}历年正文：新写、沿用上年、与他人相同的比例",
        "{organ} by year: new text, last year's, others'",
    ),
    "narrative.shared": ("机关之间的相同文字", "Shared text among agencies"),
    "narrative.none_shared": (
        "收录的不同机关之间没有明显相同的文字。",
        "No two agencies in the collection share notable text.",
    ),
    "narrative.shared_title": (
        "{organs} 个机关之间有 {pairs} 对有相同文字",
        "{pairs} {pairs:pair|pairs} among {organs} agencies share text",
    ),
    "narrative.shared_subtitle": (
        "行中机关的一份报告有百分之几的自有文字见于列中机关的一份报告（取最高的一对；格中数字为 %）",
        "How much of a report of the row's agency stands in one of the column's, per cent; of the two reports that share most",
    ),
    "narrative.shared_drawn": (
        "　·　画出相同文字最多的 {count} 个机关",
        " · the {count} agencies that share text with most others are drawn",
    ),
    # Section five
    "narrative.no_five": (
        "{organ}的报告第五部分没有读出问题或改进措施。",
        "No problem and no measure was read in section five of the reports of {organ}.",
    ),
    "narrative.problems": ("存在的问题", "Problems"),
    "narrative.no_problems": ("没有读出可归类的问题。", "No problem with a known theme was read."),
    "narrative.problems_title": (
        "{organ}{first}—{last} 年提到 {themes} 类问题，其中 {again} 类连年提到",
        "{organ}, {first}–{last}: {themes} {themes:theme|themes} of problems, {again} of them named in years running",
    ),
    "narrative.problems_subtitle": (
        "空心：当年新提；实心：上年也提到，旁注连续年数。点击可看原句",
        "Hollow: not named the year before; solid: named then as well, with the years running. Click a mark for its words",
    ),
    "narrative.problem_first": ("上年未提", "not named the year before"),
    "narrative.problem_again": ("上年也提到", "named the year before as well"),
    "narrative.years_running": ("连续 {count} 年", "{count} years"),
    "narrative.no_theme": ("未归类", "no theme"),
    "narrative.promises": ("改进措施与下一年的报告", "Measures promised, and the next report"),
    "narrative.no_promises": ("没有读出改进措施。", "No measure was read."),
    "narrative.promises_title": (
        "{organ}提出 {count} 项措施；可与下一年报告对照的 {judged} 项中，{told} 项有相近表述",
        "{organ} promised {count} {count:measure|measures}; of {judged} that a next report could tell of, {told} {told:is|are} told of",
    ),
    "narrative.promises_subtitle": (
        "单位：项措施，按提出的年度　·　“有相近表述”指下一年第一部分有措辞相近的句子",
        "Unit: measures, by the year of the promise · told of: the next year's section one has a sentence of like wording",
    ),
    "narrative.promises_hover": (
        "<b>{year}</b><br>{whole} 项中 {part} 项在下一年有相近表述",
        "<b>{year}</b><br>{part} of {whole} told of in the next year",
    ),
    "narrative.promised": ("提出的措施", "measures promised"),
    "narrative.told_later": ("下一年有相近表述", "told of the next year"),
    "narrative.promises_note": (
        "未见相近表述，不等于没有做：可能换了说法，也可能写在别处。",
        "That no such sentence was found does not mean that nothing was done: it may be worded otherwise, or stand elsewhere.",
    ),
    "narrative.promise_of": ("{year} 年提出", "Promised in {year}"),
    "narrative.outcome.reported": ("下一年有相近表述", "told of the next year"),
    "narrative.outcome.not_found": ("下一年未见相近表述", "no such sentence the next year"),
    "narrative.outcome.no_next_report": ("没有下一年的正文可对照", "no prose of the next year"),
    "narrative.outcome_of.reported": ("{year} 年报告：", "The report for {year}: "),
    "narrative.outcome_of.not_found": (
        "{year} 年报告第一部分未见相近表述。",
        "No sentence of like wording in section one for {year}.",
    ),
    "narrative.outcome_of.no_next_report": (
        "没有 {year} 年的第一部分可对照。",
        "There is no section one for {year} to compare with.",
    ),
    # What evaluators look at
    "narrative.evaluated_title": (
        "{reports} 份报告中，{whole} 份的第一部分五个方面都有专门标题",
        "{whole} of {reports} {reports:report|reports} have all five parts of section one under headings of their own",
    ),
    "narrative.evaluated_subtitle": (
        "逐项并列，不算总分　·　点击标记打开报告",
        "Side by side, without a total · click a mark to open the report",
    ),
    "narrative.evaluated_drawn": (
        "　·　画出前 {drawn} 份，表格列出全部 {count} 份",
        " · the first {drawn} are drawn; the table has all {count}",
    ),
    "narrative.evaluated_note": (
        "提前公布的天数为负。文件多于一份的，同一机关同一年度收录了不止一份文件。勾稽不符按表格的勾稽关系计。",
        "Days before the due date are negative. More than one document: the collection has several for the agency and year. Contradictions are counted by the form's own sums.",
    ),
    "narrative.shares_note": (
        "新写的文字指既不见于上年报告、也不见于其他机关报告；没有收录上年报告的，不计沿用上年的比例，新写比例只就收录的报告而言。",
        "New text stands neither in last year's report nor in another agency's, as far as these are in the collection. Where last year's report is not, no share of it is given.",
    ),
    "narrative.panel_body_length": ("正文字数", "characters"),
    "narrative.panel_share_new": ("新写的文字", "new text"),
    "narrative.panel_days_late": ("迟报天数", "days late"),
    "narrative.part_headed": ("有专门标题", "under a heading"),
    "narrative.part_mentioned": ("提到", "mentioned"),
    "narrative.part_absent": ("未提到", "not mentioned"),
    "narrative.part_unknown": ("没有第一部分", "no section one"),
    "narrative.changed.True": ("已变动", "changed"),
    "narrative.changed.False": ("未见变动", "no change seen"),
}
