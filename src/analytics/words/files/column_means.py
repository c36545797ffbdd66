"""What the columns of ``listed`` tables mean."""

SENTENCES: dict[str, tuple[str, str]] = {
    "column_means.applicant": ("申请人类别，依表三栏目", "Kind of applicant, as in table III"),
    "column_means.outcome": (
        "表三的办理结果；有分项的取分项之和，结转下年度继续办理单列",
        "Outcome in table III; an outcome with lines of its own is their sum. Requests carried forward are listed separately",
    ),
    "column_means.missing": (
        "该办理结果中没有数字的单元格数，未按零计",
        "Cells of this outcome without a number; they are not counted as zero",
    ),
    "column_means.group": ("理由所属的办理结果", "Outcome to which the reason belongs"),
    "column_means.ground": ("表三的行", "Line of table III"),
    "column_means.part": (
        "依次为上年总计、各类申请人的增减、总计与分项之差、本年总计，相加恰好相等",
        "The total of the year before, the change of each applicant, the difference of total and parts, and this year's total; they add up exactly",
    ),
    "column_means.form_line": ("表格的行", "Line of the form"),
    "column_means.form_column": ("表格的栏", "Column of the form"),
    "column_means.differing": (
        "与基准机关不同的单元格数",
        "Number of cells that differ from those of the reference agency",
    ),
    "column_means.of_report": (
        "该报告所印内容；没有数字的注明原因",
        "What this report prints, or why there is no number",
    ),
    "column_means.measure": ("指标名称", "Name of the measure"),
    "column_means.printed_previous": (
        "报告所印的上一年项目数量；没有数字的注明原因",
        "Items in the previous year as the report prints them, or why there is no number",
    ),
    "column_means.printed_change": (
        "报告所印的本年增/减；没有数字的注明原因",
        "Change this year as the report prints it, or why there is no number",
    ),
    "column_means.items_now": (
        "上一年项目数量 + 本年增/减；缺一项的留空",
        "Items in the previous year + change this year; empty where either is missing",
    ),
    "column_means.percent": (
        "增减占上一年项目数量之比（小数）",
        "The change as a fraction of the items in the previous year",
    ),
    "column_means.organ": ("机关名称", "Name of the agency"),
    "column_means.line": ("正文用语，按原文照录", "The words of the prose"),
    "column_means.measured_in": ("正文所用的单位", "Unit used in the prose"),
    "column_means.printed": ("正文所印的数字", "The figure as printed in the prose"),
    "column_means.read_from": ("数字的读取来源", "What the figure was read from"),
    "column_means.source": ("人工采集时记录的出处", "For figures collected by hand, where they were found"),
    "column_means.year": ("报告年度", "Year the report covers"),
    "column_means.block": ("表四的救济途径", "Remedy in table IV"),
    "column_means.result": ("表四的结果", "Result in table IV"),
    "column_means.value": (
        "印出的数字或其合计；没有的留空",
        "The printed value, or a sum of printed values; empty where there is none",
    ),
    "column_means.status": ("单元格的状态，见“状态”", "Status of the cell: see Statuses"),
    "listed.form": ("{organs}：{table}", "{organs}: {table}"),
    "column_means.severity": ("核查提示的级别：错误、注意或说明", "Weight of the finding: error, warning or note"),
    "column_means.finding": ("核查提示的全文", "The finding as a sentence"),
    "column_means.fault": (
        "所涉问题可能出在发布机关、识读还是转录",
        "Where the problem may lie: with the publisher, our reading or the transcription",
    ),
    "column_means.hint": (
        "如改读某个单元格，现不相符的勾稽关系即可成立；仅供核对",
        "With which other figure of a cell the sums would hold; where to look, no correction",
    ),
    "column_means.review": ("有人核对后的结论", "What somebody who looked at it said"),
    "column_means.review_note": ("核对时的批注", "Note of the review"),
    "column_means.reviewed_by": ("核对人", "Who reviewed it"),
    "column_means.reviewed_at": ("核对时间（UTC）", "When it was reviewed (UTC)"),
    "column_means.rule": ("规则的代码", "Key of the rule"),
    "column_means.file": ("报告文件", "File of the report"),
}
