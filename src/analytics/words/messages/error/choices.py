"""Errors of what somebody chose: on the command line, in a link, among saved views."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.unknown_measure": (
        "没有名为“{name}”的指标。运行 countyscope measures 查看全部指标。",
        "There is no measure “{name}”. Run countyscope measures to see them all.",
    ),
    "error.unknown_organ": (
        "没有收录“{name}”。请用机关全称或行政区划代码。",
        "“{name}” is not held. Use an agency's full name or a division code.",
    ),
    "error.format_unknown": (
        "不能导出为“{format}”。可用的格式是 csv、xlsx、parquet 和 md（说明）。",
        "Cannot export “{format}”. Use csv, xlsx, parquet or md (notes).",
    ),
    "error.years_reversed": (
        "起始年份晚于结束年份。请用 --first 和 --last 另行指定。",
        "The first year is after the last. Name others with --first and --last.",
    ),
    "error.years_backwards": (
        "起止年份颠倒：from={first} 在 to={last} 之后。请对调。",
        "The years run backwards: from={first} is after to={last}. Exchange them.",
    ),
    "error.year_outside": (
        "{years} 年不在这套数据之内：数据从 {low} 年到 {high} 年。请改选年份。",
        "This collection has nothing of {years}: it goes from {low} to {high}. Choose other years.",
    ),
    "error.years_outside": (
        "{asked} 之内没有任何年份：这套数据从 {low} 年到 {high} 年。请改选年份。",
        "{asked} leaves no year: this collection goes from {low} to {high}. Choose other years.",
    ),
    "error.unknown_option": (
        "{option} 不能是“{value}”。可用的有：{known}。",
        "{option} cannot be “{value}”. Use one of {known}.",
    ),
    "error.unknown_parameter": (
        "地址里的 {parameter} 不能识别。可用的参数见 docs/links.md。",
        "{parameter} in the address is not known. docs/links.md lists what is.",
    ),
    "error.data_parameter": (
        "数据链接没有 {parameter} 这个参数。可用的有：{known}。",
        "{parameter} is no parameter of data links. They take {known}.",
    ),
    "error.data_empty": (
        "参数 {parameter} 没有值。请写明取值，或去掉这个参数。",
        "The parameter {parameter} has no value. Give it one, or leave it out.",
    ),
    "error.data_path": (
        "{path} 处没有数据。数据链接的写法是 /data/rows.格式，格式有：{known}。",
        "There are no data at {path}. A data link is /data/rows. and a format, one of {known}.",
    ),
    "error.build_other": (
        "现有数据是版本 {now}，不是 build={build}。去掉 build 参数即取现有数据；旧版本的数据不再提供。",
        "The data held are of build {now}, not of build={build}. Leave out build to get them; data of other builds are not given.",
    ),
    "error.no_evidence": ("报告 {report} 中没有单元格 {cell}。", "Report {report} has no cell {cell}."),
    "error.too_many_rows": (
        "XLSX 的一张表最多容纳 {most} 行数据，所选共 {rows} 行。请缩小范围，或改用 CSV 或 Parquet。",
        "A sheet of XLSX holds {most} rows of data; {rows} are chosen. Choose fewer, or take CSV or Parquet.",
    ),
    "error.view_name": ("名字不能为空，也不能超过 {limit} 个字。", "A name is needed, of at most {limit} characters."),
    "error.view_taken": (
        "已有一个视图叫“{name}”。请换个名字。",
        "There is a view called “{name}” already. Choose another name.",
    ),
    "error.view_gone": ("视图“{name}”已不在列表中。", "The view “{name}” is no longer in the list."),
    "error.views_full": (
        "最多保存 {limit} 个视图。请先删除一些。",
        "At most {limit} views can be saved. Delete some first.",
    ),
    "error.selections_unreadable": (
        "这个文件不是从“保存的视图”导出的列表，没有导入任何内容。",
        "This file is no list exported from “Saved views”. Nothing was imported.",
    ),
    "error.selections_damaged": (
        "保存视图的文件 {file} 已损坏，读不出来。页面照常可用；下次保存时它会改名留存，另起一份。",
        "The file of saved views, {file}, is damaged and cannot be read. Everything else works; when a view is saved next, the damaged file is set aside under another name and a new one begun.",
    ),
    "error.selections_not_written": (
        "无法写入 {file}：它所在的文件夹不可写，或正被占用。请检查权限后重试。",
        "{file} cannot be written: its folder is read-only or in use. Check its permissions and try again.",
    ),
}
