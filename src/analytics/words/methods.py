"""Sentences of the Methods page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "methods.title": ("方法与口径", "Methods"),
    "methods.lead": (
        "每个数字要么印在报告上，要么按下面的公式由印出的数字算出。本页由程序所用的同一份定义生成。",
        "Every figure is printed in a report or computed from printed ones by a formula below. This page is generated from the "
        "very definitions that the program uses.",
    ),
    "methods.measures": ("指标与公式", "Measures and formulas"),
    "methods.changes": ("与上年比", "Changes"),
    "methods.changes_text": (
        "- 逐年比较以年份对年份，不以上一行为上一年；缺一年就没有增减。\n"
        "- 报告自述的增减（本年增/减）与两份报告相减分别标明，不一致时提示。\n"
        "- 基数小于 {base} 的百分比加注；处理决定数量变化超过 {factor} 倍，视为疑似口径变化，不列入变化排名。\n"
        "- 比率排序的最小分母默认为 {least}；比率由合计数重算，不作平均。\n"
        "- {law} 年起，不服不予公开须先复议后起诉，前后年份的诉讼数字不宜直接比较。",
        "- Years are compared by year, never with the row before; where a year is missing there is no change.\n"
        "- A change that a report itself states and one computed from two reports are told apart; a disagreement is said.\n"
        "- Percentages on a base under {base} are marked; a change of decisions beyond a factor of {factor} counts as a suspected "
        "change of coverage and stays out of the movers.\n"
        "- Rates are ranked from a denominator of {least} on, and recomputed from sums, never averaged.\n"
        "- Since {law} a refusal goes to reconsideration before a suit: figures of litigation before and after do not compare directly.",
    ),
    "methods.states": ("格子的状态", "States of a cell"),
    "methods.accuracy": ("识读准确度", "How exactly reports are read"),
    "methods.accuracy_text": (
        "在模拟报告上测得（含版面损伤和填报错误），可用 make quality 重测。“无提示的错误”指读错而没有任何提示。",
        "Measured on simulated reports with damage and publishers' errors; make quality repeats it. A silent error is a wrong value "
        "with no sign of doubt.",
    ),
    "methods.others": ("其他软件制作的文件", "Documents made by other programs"),
    "methods.others_text": (
        "同样的模拟报告交由其他软件打印、转换、提取、扫描后再识读。所用命令和版本见 docs/accuracy.md。",
        "The same simulated reports, printed, converted, extracted and scanned by other programs, then read. docs/accuracy.md has the "
        "commands and versions.",
    ),
    "methods.editions": ("表格版本", "Editions of the form"),
    "methods.editions_text": (
        "2019 版（国办公开办函〔2019〕60号）与 2021 版（国办公开办函〔2021〕30号）只有部分可比。各机关换版的年份不一，以其表头为准。",
        "The editions of 2019 and 2021 compare in part only. Agencies changed over in different years; the headers of their own tables tell.",
    ),
    "methods.measures_text": (
        "每个指标列出公式或所取的格子（行 · 栏）；两版表格取法不同的，分版列出。全组共有的说明写在表前。",
        "Each measure with its formula or the cells that it is (line · column), by edition where they differ. Notes that a whole "
        "group shares stand above its table.",
    ),
    "methods.group": ("{group}（{count}）", "{group} ({count})"),
    "methods.breaks": ("断点与口径", "Breaks and coverage"),
    "methods.breaks_text": (
        "下列情形使前后年份或各机关之间不可直接比较。图上以竖线或加注标明，下载的说明里也有。",
        "Where years or agencies do not compare directly. Charts mark these with a line or a note, and so do the notes beside files.",
    ),
    "methods.columns": ("各栏：{columns}", "Columns: {columns}"),
    "methods.all_columns": ("全部 {count} 栏", "all {count} columns"),
    "methods.all_lines": ("全部 {count} 行", "all {count} lines"),
    "methods.checks": ("勾稽关系", "Checks"),
    "methods.one_report": ("报告之内", "one report"),
    "methods.two_years": ("上下两年", "two years"),
    "methods.checks_text": (
        "报告不符合勾稽关系时，照原样显示并提示，不代为更正；空白按零计才成立的，另行注明；有一格读不出的，不作判断。",
        "Where a report breaks an identity it is shown as it is, with a finding; one that holds only with blanks as zero is said to. "
        "Where a cell cannot be read nothing is judged.",
    ),
    "column.made_of": ("公式或所取的格子", "Formula or cells"),
    "column.concerns": ("涉及", "Concerns"),
}
