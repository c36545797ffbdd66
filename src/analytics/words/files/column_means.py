"""What the columns of ``listed`` tables mean."""

SENTENCES: dict[str, tuple[str, str]] = {
    "column_means.applicant": ("申请人类别，照表三的栏目", "Kind of applicant, as table III has them"),
    "column_means.outcome": (
        "去向：表三的办理结果；分项的取其各项之和，结转下年度单列",
        "Outcome of table III; one with lines of its own is their sum. What is carried forward stands apart",
    ),
    "column_means.missing": (
        "该去向中没有印数字的格数，未按零计入",
        "Cells of the outcome without a number; they are not counted as zero",
    ),
    "column_means.group": ("理由所属的结果", "Outcome that the reason belongs to"),
    "column_means.ground": ("表三的行", "Line of table III"),
    "column_means.part": (
        "上年总计、各类申请人的增减、合计与分项之差、本年总计，依次相加恰好相等",
        "Last year's total, the change of each applicant, what the parts leave, this year's total: they add up exactly",
    ),
    "column_means.form_line": ("表格的行", "Line of the form"),
    "column_means.form_column": ("表格的栏", "Column of the form"),
    "column_means.differing": ("与基准机关不同的格数", "How many cells differ from those of the reference"),
    "column_means.of_report": (
        "该份报告所印；没有数字的写明原因",
        "What this report prints; where there is no number, why",
    ),
    "column_means.organ": ("机关名称", "Name of the agency"),
    "column_means.line": ("正文所用的词，照录原文", "The word that the prose uses"),
    "column_means.measured_in": ("正文所用的单位", "Unit that the prose uses"),
    "column_means.printed": ("正文所印的数字", "The figure as the prose prints it"),
    "column_means.read_from": ("数字从哪里读来", "What the figure was read from"),
    "column_means.source": ("人工采集时记下的出处", "Where it was found, where it was collected by hand"),
    "column_means.year": ("报告年度", "Year that the report is about"),
    "column_means.block": ("表四的途径", "Remedy of table IV"),
    "column_means.result": ("表四的结果", "Result of table IV"),
    "column_means.value": (
        "印出的数字，或印出数字之和；没有的留空",
        "The printed figure, or a sum of such; empty where there is none",
    ),
    "column_means.status": ("格子的状态，见“状态”", "State of the cell: see Statuses"),
    "listed.form": ("{organs}：{table}", "{organs}: {table}"),
}
