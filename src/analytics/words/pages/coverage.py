"""What the collection has, what fails, what changed edition and what came late."""

SENTENCES: dict[str, tuple[str, str]] = {
    "coverage.title_late_unknown": (
        "收录的{reports}份报告均无公布日期，无法判断是否逾期",
        "No day of publication is known ({reports} {reports:report|reports}), so lateness cannot be judged",
    ),
    "coverage.nothing_counted": ("–", "–"),
    "coverage.nothing_counted_note": ("　·　–：没有可判断的报告", " · –: no report to judge"),
    "coverage.full": ("完整表格", "full form"),
    "coverage.figures": ("完整表格（人工采集）", "full form, collected by hand"),
    "coverage.partial": ("部分表格", "some tables"),
    "coverage.prose": ("仅有正文数字", "figures in the prose only"),
    "coverage.none": ("未收录", "no report"),
    "coverage.edition": ("表格版本：{editions}", "Edition: {editions}"),
    "coverage.errors": ("勾稽不符 {count} 处", "{count} failed {count:check|checks}"),
    "coverage.weaker": (
        "较弱的核查（跨年、正文、职权）不符 {count} 处",
        "{count} weaker {count:check fails|checks fail} (year to year, prose, powers)",
    ),
    "coverage.fails_with_blanks": (
        "另有 {count} 处空白按零计则不符",
        "{count} more {count:check fails|checks fail} with blanks counted as zero",
    ),
    "coverage.holds_with_blanks": (
        "{count} 类勾稽关系须将空白按零计方相符",
        "{count} {count:kind of check holds|kinds of check hold} only with blanks counted as zero",
    ),
    "coverage.breaks": ("与上一份报告的表格版本不同", "a different edition from the previous report"),
    "coverage.days_late": ("逾期{days}天公布", "published {days} {days:day|days} late"),
    "coverage.in_time": ("按期公布（提前{days}天）", "published on time, {days} {days:day|days} early"),
    "coverage.no_date": ("公布日期不详", "day of publication unknown"),
    "coverage.failing_marked": ("勾稽不符（数字为处数）", "failed checks (how many)"),
    "coverage.failing_blanks": ("仅空白按零计则不符（数字为处数）", "fails only with blanks as zero (how many)"),
    "coverage.failing_weaker": (
        "仅较弱的核查不符（跨年、正文、职权；数字为处数）",
        "only a weaker check fails: year to year, prose, powers (how many)",
    ),
    "coverage.failing_unmarked": ("未见勾稽不符", "no failed check"),
    "coverage.break_marked": (
        "换版，与上一份报告仅部分可比",
        "new edition: only partly comparable with the previous report",
    ),
    "coverage.break_unmarked": ("版本未变，或无上一份报告", "same edition, or no previous report"),
    "coverage.late_marked": ("逾期公布（数字为天数）", "late (how many days)"),
    "coverage.late_unmarked": ("按期公布", "on time"),
    "coverage.late_unknown": ("公布日期不详", "day of publication unknown"),
    "coverage.title_held": (
        "收录{organs}个机关的{reports}份报告，{first}—{last}年",
        "{organs} {organs:agency|agencies}, {reports} {reports:report|reports}, {first}–{last}",
    ),
    "coverage.title_failing": (
        "{reports}份报告中，{marked}份有数字不符合勾稽关系",
        "In {marked} of {reports} {reports:report|reports} the printed values do not add up",
    ),
    "coverage.title_blanks": (
        "；另有{count}份仅在空白按零计时不符",
        "; in {count} more only when blanks are counted as zero",
    ),
    "coverage.title_weaker": (
        "；另有{count}份仅较弱的核查不符",
        "; in {count} more only a weaker check fails",
    ),
    "coverage.title_break": (
        "{reports}份报告中，{marked}份与同一机关上一份报告的表格版本不同",
        "{marked} of {reports} {reports:report|reports} {marked:uses|use} a different edition from the agency’s previous report",
    ),
    "coverage.title_late": (
        "公布日期已知的{known}份报告中，{marked}份晚于法定期限",
        "Of {known} {known:report|reports} with a known day of publication, {marked} {marked:was|were} published after the deadline",
    ),
    "coverage.subtitle_held": (
        "前后两年相连且有同一张表的共{pairs}对；其余变化只能依据报告自述",
        "{pairs} {pairs:pair|pairs} of consecutive years share a table; any other change rests on what a report itself states",
    ),
    "coverage.subtitle_failing": (
        "按原文照录，不代为更正；点击查看具体位置",
        "Shown as printed, never corrected; click a mark for the details",
    ),
    "coverage.subtitle_break": (
        "换版前后仅部分指标可比；表二的清单项目数不再延续",
        "Only some measures continue across a change of edition; items on the list of powers do not",
    ),
    "coverage.subtitle_late": (
        "部门应于次年1月31日前、政府及其办公室应于3月31日前公布；2018年及以前年度的报告均为次年3月31日前",
        "Due by 31 January of the next year (departments) or 31 March (governments and their offices); up to 2018 by 31 March for all",
    ),
    "coverage.area_held": (
        "每格：有报告的机关数／机关总数。前后两年有同一张表的共 {pairs} 对",
        "Each cell: agencies with a report / all agencies. {pairs} {pairs:pair|pairs} of consecutive years share a table",
    ),
    "coverage.area_failing": (
        "每格：勾稽不符的报告数／报告总数。按原文照录，不代为更正",
        "Each cell: reports with failed checks / all reports. Shown as printed, never corrected",
    ),
    "coverage.area_blanks": ("；另有{count}份空白按零计则不符", "; {count} more with blanks counted as zero"),
    "coverage.area_weaker": ("；另有{count}份仅较弱的核查不符", "; {count} more only in a weaker check"),
    "coverage.area_break": (
        "每格：与上一份报告版本不同的报告数／报告总数",
        "Each cell: reports of a different edition from the previous one / all reports",
    ),
    "coverage.area_late": (
        "每格：逾期公布的报告数／公布日期已知的报告数",
        "Each cell: late reports / reports with a known day of publication",
    ),
}
