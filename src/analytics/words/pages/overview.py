"""The Overview page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "overview.aspect": ("查看内容", "Show"),
    "overview.aspect.held": ("收录情况", "reports collected"),
    "overview.aspect.failing": ("勾稽不符", "failed checks"),
    "overview.aspect.break": ("表格换版", "change of edition"),
    "overview.aspect.late": ("逾期公布", "late reports"),
    "overview.coverage_table": ("以表格查看收录情况", "Reports collected, as a table"),
    "overview.suspected": (
        "疑似口径变化（另列，{count}项）",
        "Suspected changes of coverage, listed separately ({count})",
    ),
    "overview.left_out": (
        "变化按倍数排序：增至三倍与减至三分之一同等看待。两年中有一年不足10的{small_in_either_year}项、读数存疑的{uncertain}项不列入。处理决定数量没有已知的统一口径，其中变化超过五倍或不足五分之一的{coverage_suspected}项可能是统计口径变化所致，不与上列变化同列；其他指标不受此限。收录的报告中，前后两年相连的共{pairs}对。",
        "Changes are ordered by ratio: a rise to three times and a fall to a third count alike. Left out: {small_in_either_year} with a value under 10 in either year, {uncertain} with an uncertain value. No national rule is known for counting decisions, so those that rose more than fivefold or fell to less than a fifth ({coverage_suspected}) may have changed in coverage and are listed separately; other measures have no such limit. Pairs of consecutive years in the collection: {pairs}.",
    ),
    "overview.title": ("概览", "Overview"),
    "overview.lead": (
        "各县政府信息公开工作年度报告中的数字，每一个都可点开查看原文件中的出处。缺失的照实标明，不补零。",
        "Figures from the annual disclosure reports of Chinese counties. Open any of them to see the cell that prints it. What is missing stays missing; nothing is filled in.",
    ),
    "overview.all_years": ("全部年度", "all years"),
    "overview.all_measures": ("下列各项指标", "all of the measures below"),
    "overview.no_changes_chosen": (
        "所选年度、地区和指标没有可以列入的年度变化，请放宽其中一项。",
        "No change on the year before can be listed for this year, area and measure. Widen one of them.",
    ),
    "overview.no_changes": (
        "现有报告中没有可计算的年度变化。",
        "No change on the year before can be computed from these reports yet.",
    ),
}
