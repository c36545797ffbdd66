"""The Overview page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "overview.aspect": ("查看", "Look at"),
    "overview.aspect.held": ("收录", "held and missing"),
    "overview.aspect.failing": ("勾稽不符", "sums that fail"),
    "overview.aspect.break": ("换版不可比", "not comparable"),
    "overview.aspect.late": ("迟报", "days late"),
    "overview.coverage_table": ("以表格查看收录情况", "Coverage as a table"),
    "overview.suspected": ("疑似口径变化的另列（{count}项）", "Suspected changes of coverage, kept apart ({count})"),
    "overview.left_out": (
        "处理决定数量没有已知的统一口径，其中变化超过五倍或不足五分之一的{count}项多半是统计口径变了，不与上面的变化同列；其他指标不受此限。收录的报告中，真正前后相连的年度只有{pairs}对。",
        "No counting rule is known for decisions made: their changes beyond ×5 or ÷5 (here {count}) look like a different coverage and are kept apart from these. Other measures have no such limit. Pairs of consecutive years held: {pairs}.",
    ),
    "overview.title": ("概览", "Overview"),
    "overview.lead": (
        "各县政府信息公开工作年度报告里的数字：每一个都能点开，看到它在原文件中的位置。缺失的就是缺失，不补零。",
        "Figures from the annual disclosure reports of Chinese counties. Each can be opened to the cell that prints it; what is missing stays missing.",
    ),
    "overview.no_changes": (
        "目前收录的报告中，没有可以计算的年度变化。",
        "The reports held allow no year-over-year change yet.",
    ),
}
