"""What the collection has, what fails, what changed edition and what came late."""

SENTENCES: dict[str, tuple[str, str]] = {
    "coverage.title_late_unknown": (
        "收录的{reports}份报告都没有公布日期，是否迟报无从得知",
        "None of the {reports} reports has a known day of publication, so lateness is not known",
    ),
    "coverage.nothing_counted": ("–", "–"),
    "coverage.nothing_counted_note": ("　·　–：没有可判断的报告", " · –: no report to judge by"),
    "coverage.full": ("完整表格", "full form"),
    "coverage.figures": ("人工采集的完整表格", "full form, collected by hand"),
    "coverage.partial": ("部分表格", "some tables"),
    "coverage.prose": ("仅正文数字", "prose figures only"),
    "coverage.none": ("未收录", "not held"),
    "coverage.edition": ("表格版本：{editions}", "Edition: {editions}"),
    "coverage.errors": ("勾稽不符 {count} 处", "{count} sums that fail"),
    "coverage.breaks": ("与上一份报告的表格版本不同", "another edition than the report before"),
    "coverage.days_late": ("迟{days}天公布", "published {days} days late"),
    "coverage.in_time": ("按期公布（提前{days}天）", "published in time, {days} days early"),
    "coverage.no_date": ("公布日期不详", "day of publication unknown"),
    "coverage.failing_marked": ("有勾稽不符（数字为处数）", "sums that fail (how many)"),
    "coverage.failing_unmarked": ("未见不符", "none found"),
    "coverage.break_marked": ("换版，与上一份不全可比", "new edition: compares with the report before in part only"),
    "coverage.break_unmarked": ("版本未变，或无上一份", "same edition, or none before"),
    "coverage.late_marked": ("迟报（数字为天数）", "late (how many days)"),
    "coverage.late_unmarked": ("按期", "in time"),
    "coverage.late_unknown": ("公布日期不详", "day of publication unknown"),
    "coverage.title_held": (
        "收录{organs}个机关、{reports}份报告，{first}—{last}年",
        "{organs} agencies, {reports} reports, {first}–{last}",
    ),
    "coverage.title_failing": (
        "{reports}份报告中，{marked}份有数字不合勾稽关系",
        "In {marked} of {reports} reports printed figures do not add up",
    ),
    "coverage.title_break": (
        "{reports}份报告中，{marked}份与同一机关的上一份版本不同",
        "{marked} of {reports} reports are of another edition than the agency’s report before",
    ),
    "coverage.title_late": (
        "{known}份已知公布日期的报告中，{marked}份迟于法定期限",
        "Of {known} reports whose day of publication is known, {marked} came after it was due",
    ),
    "coverage.subtitle_held": (
        "其中真正前后相连、有共同表格的年度只有{pairs}对；其余变化只能依据报告自述",
        "Only {pairs} pairs of consecutive years share a table; any other change rests on what a report itself states",
    ),
    "coverage.subtitle_failing": (
        "照原样显示，不代为更正；点击可看是哪几处",
        "Shown as printed, nothing is repaired; click a mark to see which",
    ),
    "coverage.subtitle_break": (
        "换版的前后只有部分指标可比；表二的清单项目数到此为止",
        "Across a new edition some measures go on and others end, such as the items on the list of powers",
    ),
    "coverage.subtitle_late": (
        "政府应于3月31日前、部门和办公室应于1月31日前公布上年报告",
        "Governments publish by 31 March, offices and departments by 31 January of the next year",
    ),
    "coverage.area_held": (
        "每格：有报告的机关数／机关总数。前后两年都有同一张表的共 {pairs} 对",
        "Each cell: agencies with a report / all agencies. {pairs} pairs of consecutive years have a table in common",
    ),
    "coverage.area_failing": (
        "每格：有勾稽不符的报告数／报告总数。照原样显示，不代为更正",
        "Each cell: reports with sums that fail / all reports. Shown as printed",
    ),
    "coverage.area_break": (
        "每格：与上一份版本不同的报告数／报告总数",
        "Each cell: reports of another edition than the one before / all reports",
    ),
    "coverage.area_late": (
        "每格：迟报的报告数／已知公布日期的报告数",
        "Each cell: late reports / reports whose day of publication is known",
    ),
}
