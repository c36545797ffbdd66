"""The printed cell behind a figure; figures that only the ``prose`` states."""

SENTENCES: dict[str, tuple[str, str]] = {
    "evidence.sum": (
        "这是各县报告数字之和，不是任何一份报告所印的数。要看原文，请改选其中的县。",
        "This is a sum over counties’ reports; no report prints it. Choose the counties to see their printed cells.",
    ),
    "evidence.several": ("几格相加", "several cells together"),
    "evidence.hint": (
        "点击图上的点或表中的一行，可查看原文。",
        "Click a point or a table row to see the printed cell.",
    ),
    "evidence.title": ("{organ}　{year}年　{measure}", "{organ}, {year}: {measure}"),
    "evidence.report": ("{organ}{year}年的报告", "The report of {organ} for {year}"),
    "evidence.none": ("这一年没有可供查看的原文。", "There is no printed cell for this year."),
    "evidence.cell": ("单元格", "Cell"),
    "evidence.printed": ("原文", "As printed"),
    "evidence.label": ("原行名", "Printed label"),
    "evidence.where": ("位置", "Place"),
    "evidence.blank": ("（空白）", "(blank)"),
    "evidence.in_grid": ("第{grid}张表第{row}行第{column}格", "table {grid}, row {row}, cell {column}"),
    "evidence.on_line": ("文件第{line}行", "line {line} of the file"),
    "evidence.file": ("文件 {file}", "File {file}"),
    "evidence.open": ("打开原网页", "Open the page"),
    "evidence.no_address": ("无公开网址", "no public address"),
    "evidence.around": ("原文件中的上下文（重新读取）", "Around it in the document, read again"),
    "evidence.findings": ("这份报告的{count}项核查提示", "{count} findings on this report"),
    "prose.title": ("只见于正文的数字（{rows} 个）", "Figures that only the prose states ({rows})"),
    "prose.note": (
        "用语照录原文，不与表格栏目合并。",
        "Under the prose's own words; never joined to cells of the form.",
    ),
}
