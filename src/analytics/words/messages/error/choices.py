"""Errors of what somebody chose: on the command line, in a link, among saved views."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.unknown_measure": (
        "没有名为“{name}”的指标。运行 countyscope measures 可查看全部指标。",
        "There is no measure “{name}”. Run countyscope measures to list them all.",
    ),
    "error.search_too_short": (
        "“{name}”太短，无法检索：每个词至少要有两个相连的汉字、字母或数字。请换一个更长的词。",
        "“{name}” is too short to search for: each word needs two characters, letters or digits side by side. Try a longer word.",
    ),
    "error.no_such_report": (
        "{name}没有{year}年度的报告。",
        "{name} has no report for {year} in the collection.",
    ),
    "error.unknown_subject": (
        "正文数字的统计对象中没有“{name}”。可用的名称见 analytics.vocabulary.prose.subjects。",
        "There is no subject of prose figures called “{name}”. The available names are in analytics.vocabulary.prose.subjects.",
    ),
    "error.measure_without_table": (
        "收录的报告都没有印有“{name}”的那张统计表，因此没有可导出的数据。请改选其他指标，或先收录 2019 年以前的报告。",
        "No report in the collection has the table that prints “{name}”, so there are no figures of it. "
        "Choose another measure, or add reports of the years before 2019.",
    ),
    "error.unknown_cell": (
        "没有单元格“{cell}”。请用 countyscope check --format json 所列的单元格名（如 III.new.total）或代码。",
        "There is no cell “{cell}”. Use a name that countyscope check --format json gives, such as III.new.total, or its code.",
    ),
    "error.unknown_place": ("没有区划代码 {code}。", "There is no division with the code {code}."),
    "error.unknown_report": (
        "当前数据中没有文件 {file} 的第 {number} 份报告。请检查路径和序号。",
        "The current build has no report number {number} of the file {file}. Check the path and the number.",
    ),
    "error.no_report": (
        "没有收录{organ}{year}年的报告。请检查名称和年份。",
        "The collection has no report of {organ} for {year}. Check the name and the year.",
    ),
    "error.no_finding": (
        "该报告没有规则“{rule}”的核查提示。现有：{known}。",
        "The report has no finding of the rule “{rule}”. It has: {known}.",
    ),
    "error.finding_unclear": (
        "规则“{rule}”的核查提示不止一条。请用 --cell 指明其单元格；可选：{known}。",
        "There are several findings of the rule “{rule}”. Say which with --cell; their cells are {known}.",
    ),
    "error.nothing_to_review": (
        "请用 --rule 指明核查提示，或用一个 --cell 指明单元格。",
        "Name a finding with --rule, or a figure with one --cell.",
    ),
    "error.nothing_to_ask": (
        "该报告没有可向发布机关询问的核查提示。",
        "The report has no finding about printed cells that its publisher could be asked about.",
    ),
    "error.without_by": ("请写明由谁提出。", "Say who says so."),
    "error.without_note": ("请写明批注内容。", "Write the note."),
    "error.without_reason": ("请写明理由。", "Give the reason."),
    "error.without_source": ("请写明依据。", "Give the source."),
    "error.unknown_rule": (
        "没有名为“{rule}”的规则。各规则见 docs/form.md 或“方法”页。",
        "There is no rule “{rule}”. docs/form.md and the Methods page list the rules.",
    ),
    "error.unknown_organ": (
        "没有收录“{name}”。请使用机关全称或行政区划代码。",
        "“{name}” is not in the collection. Use an agency's full name or a division code.",
    ),
    "error.format_unknown": (
        "不能导出为“{format}”。可用的格式为 csv、xlsx、parquet 和 md（说明）。",
        "Cannot export as “{format}”. Use csv, xlsx, parquet or md (notes).",
    ),
    "error.years_reversed": (
        "起始年份晚于结束年份。请用 --first 和 --last 重新指定。",
        "The first year is after the last. Change --first or --last.",
    ),
    "error.years_backwards": (
        "起止年份颠倒：from={first} 晚于 to={last}。请对调。",
        "The years are in the wrong order: from={first} is after to={last}. Swap them.",
    ),
    "error.year_outside": (
        "数据不含 {years} 年：收录范围为 {low} 年至 {high} 年。请改选年份。",
        "The collection has nothing for {years}: it runs from {low} to {high}. Choose other years.",
    ),
    "error.years_outside": (
        "{asked} 范围内没有数据：收录范围为 {low} 年至 {high} 年。请改选年份。",
        "The collection has nothing for {asked}: it runs from {low} to {high}. Choose other years.",
    ),
    "error.unknown_option": (
        "{option} 不能是“{value}”。可用的有：{known}。",
        "{option} cannot be “{value}”. Use one of {known}.",
    ),
    "error.unknown_parameter": (
        "网址中的 {parameter} 无法识别。可用的参数见 docs/links.md。",
        "The parameter {parameter} in the address is unknown. docs/links.md lists those you can use.",
    ),
    "error.data_parameter": (
        "数据链接没有 {parameter} 参数。可用的有：{known}。",
        "Data links have no parameter {parameter}. Use one of {known}.",
    ),
    "error.data_empty": (
        "参数 {parameter} 没有值。请写明取值，或去掉该参数。",
        "The parameter {parameter} has no value. Give it one, or leave it out.",
    ),
    "error.data_path": (
        "{path} 处没有数据。数据链接的写法为 /data/rows.格式，可用格式：{known}。",
        "There are no data at {path}. A data link is /data/rows.FORMAT, where FORMAT is one of {known}.",
    ),
    "error.build_other": (
        "当前数据版本为 {now}，不是 build={build}。去掉 build 参数可取当前数据；其他版本的数据不提供。",
        "The current build is {now}, not build={build}. Leave out build to get the current data; other builds are not served.",
    ),
    "error.no_evidence": (
        "报告 {report} 中没有单元格 {cell}。请检查链接。",
        "Report {report} has no cell {cell}. Check the link.",
    ),
    "error.too_many_rows": (
        "XLSX 的一张工作表最多容纳 {most} 行数据，所选共 {rows} 行。请缩小范围，或改用 CSV 或 Parquet。",
        "An XLSX sheet can contain {most} rows of data; you selected {rows}. Select fewer, or use CSV or Parquet.",
    ),
    "error.view_name": ("名称不能为空，也不能超过 {limit} 个字。", "Enter a name of at most {limit} characters."),
    "error.view_taken": (
        "已有名为“{name}”的视图。请换一个名称。",
        "There is already a view called “{name}”. Choose another name.",
    ),
    "error.view_gone": ("视图“{name}”已不在列表中。", "The view “{name}” is no longer in the list."),
    "error.views_full": (
        "最多保存 {limit} 个视图。请先删除一些。",
        "At most {limit} views can be saved. Delete some first.",
    ),
    "error.selections_unreadable": (
        "该文件不是从“保存的视图”导出的列表，未导入任何内容。",
        "This file is not a list exported from “Saved views”. Nothing was imported.",
    ),
    "error.selections_damaged": (
        "保存视图的文件 {file} 已损坏，无法读取。页面照常可用；下次保存时该文件会改名留存，并另建一份。",
        "The file of saved views, {file}, is damaged and cannot be read. Everything else works. The next time you save a view, the damaged file is kept under another name and a new one is started.",
    ),
    "error.selections_not_written": (
        "无法写入 {file}：所在文件夹不可写，或文件正被占用。请检查权限后重试。",
        "{file} cannot be written: its folder is read-only or the file is in use. Check its permissions and try again.",
    ),
}
