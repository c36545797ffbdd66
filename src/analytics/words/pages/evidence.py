"""The printed cell behind a figure; figures that only the ``prose`` states."""

SENTENCES: dict[str, tuple[str, str]] = {
    "evidence.sum": (
        "这是各县报告数字之和，任何一份报告均未印出。查看原文请改选其中的县。",
        "This is a sum over several counties; no report prints it. Choose a county to see its printed cells.",
    ),
    "evidence.several": ("多格相加", "several cells added up"),
    "evidence.hint": (
        "点击图上的点或表中的一行，可查看原文。",
        "Click a point or a table row to see the printed cell.",
    ),
    "evidence.title": ("{organ}　{year}年　{measure}", "{organ}, {year}: {measure}"),
    "evidence.report": ("{organ}{year}年的报告", "The report of {organ} for {year}"),
    "evidence.none": ("该年没有可供查看的原文。", "There is no printed cell for this year."),
    "evidence.cell": ("单元格", "Cell"),
    "evidence.printed": ("原文", "As printed"),
    "evidence.label": ("原文行名", "Printed label"),
    "evidence.where": ("位置", "Position"),
    "evidence.blank": ("（空白）", "(blank)"),
    "evidence.in_grid": ("第{grid}张表第{row}行第{column}格", "table {grid}, row {row}, cell {column}"),
    "evidence.on_line": ("文件第{line}行", "line {line} of the file"),
    "evidence.file": ("文件 {file}", "File {file}"),
    "evidence.open": ("打开原网页", "Open the original page"),
    "evidence.no_address": ("无公开网址", "no public address"),
    "evidence.corrected": (
        "更正为 {value}（理由：{reason}；依据：{source}；{by}，{at}）",
        "corrected to {value} (reason: {reason}; source: {source}; {by}, {at})",
    ),
    "evidence.corrected_cell": ("{value}（更正；原文 {printed}）", "{value} (corrected; printed {printed})"),
    "evidence.around": ("原文件中的上下文（重新读取）", "Context in the document (read again)"),
    "evidence.findings": ("这份报告的{count}项核查提示", "{count} {count:finding|findings} on this report"),
    "prose.title": ("正文所载数字（{rows} 个）", "Figures given in the prose ({rows})"),
    "prose.note": (
        "用语按原文照录，不与表格项目合并。含义与表三某项相同的（如“本年新收”），报告文件缺该表或程序未能读出该表时列入图表，并注明“取自正文”。",
        "Listed in the words of the report; never merged with cells of the form. A figure that means the same as a line of table III (such as 本年新收) is charted where the document lacks that table or it was not read, marked as taken from the prose.",
    ),
}
