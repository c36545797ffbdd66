"""Errors of figures sheets and of the lists of sources and populations."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.sheet_broken": (
        "数据表 {file} 第 {line} 行附近无法读取（{reason}）。请用表格软件重新保存为 UTF-8 CSV。",
        "The sheet {file} cannot be read near line {line} ({reason}). Save it again as UTF-8 CSV.",
    ),
    "error.sheet_column_missing": (
        "数据表 {file} 缺少列：{columns}。请补充；完整的列为 {expected}。",
        "The sheet {file} lacks the following columns: {columns}. Add them; the full set is {expected}.",
    ),
    "error.sheet_without_rows": (
        "数据表 {file} 没有一行写明机关和年度。请补充后再导入。",
        "No row of the sheet {file} gives both an agency and a year. Complete it and ingest again.",
    ),
    "error.sources_encoding": (
        "清单 {file} 不是 UTF-8 编码。请用表格软件另存为“CSV UTF-8”。",
        "The list {file} is not UTF-8. Save it as “CSV UTF-8” in a spreadsheet program.",
    ),
    "error.sources_column_missing": (
        "清单 {file} 缺少列：{columns}。请补充后再导入。",
        "The list {file} lacks the following columns: {columns}. Add them and ingest again.",
    ),
    "error.sources_value": (
        "清单 {file} 第 {row} 行 {column} 列的“{value}”无法使用。请更正后再导入。",
        "Row {row} of the list {file} has “{value}” in column {column}, which cannot be used. Correct it and ingest again.",
    ),
    "error.denominators_twice": (
        "清单 {file} 第 {row} 行：{place} {year} 年的人口已有记录（旧代码按现行代码计）。请只保留一行后再导入。",
        "Row {row} of the list {file}: the population of {place} in {year} is already listed (old codes count as current ones). Keep one row and ingest again.",
    ),
    "error.list_not_here": (
        "{folder} 不是本机可写的文件夹，无法写入 {file}。请在存放原始文件的机器上操作，或直接编辑该清单。",
        "{folder} is not a folder on this machine, so {file} cannot be written. Work on the machine that has the documents, or edit the list itself.",
    ),
    "error.upload_no_document": (
        "选中的文件都不是报告（清单和说明文件不作报告读取）。请另选文件。",
        "None of these files can be a report; lists and notes are not read as reports. Choose others.",
    ),
    "error.upload_read_only": (
        "本服务器对外开放或设为只读，不能发布，只能核查。",
        "This server is open to others or was started read-only: files can be checked here, not published.",
    ),
    "error.upload_not_written": (
        "无法写入 {folder}：文件夹不存在、不可写或空间不足。未作任何改动。",
        "{folder} cannot be written: it is missing, read-only or full. Nothing was changed.",
    ),
    "error.upload_too_large": (
        "这些文件共 {size_mb:.0f} MB，超过一次上传 {limit_mb:.0f} MB 的上限。请分批上传，或直接放入原始数据文件夹后运行 countyscope ingest。",
        "These files are {size_mb:.0f} MB together, over the limit of {limit_mb:.0f} MB for one upload. Upload fewer at a time, or put them into the raw folder and run countyscope ingest.",
    ),
    "error.upload_published": (
        "这些文件此前已发布，在 {folder} 中。未作任何改动。",
        "These files were published before; they are in {folder}. Nothing was changed.",
    ),
    "error.upload_all_held": (
        "数据中已有全部这些文件，无须再次发布。",
        "The collection already holds all of these files; there is nothing to publish.",
    ),
    "error.list_not_written": (
        "无法写入清单 {file}：所在文件夹不可写，或文件正被占用。未作任何改动，请稍后重试。",
        "The list {file} cannot be written: its folder is read-only or the file is in use. Nothing was changed; try again.",
    ),
    "error.list_unreadable": (
        "清单 {file} 无法读取：{reason}。请检查是否为普通文件、权限是否允许。",
        "The list {file} cannot be read: {reason}. Check that it is a regular file and that its permissions allow reading.",
    ),
    "error.list_too_large": (
        "清单 {file} 超过 {limit_mb:.0f} MB，未读取。请核对文件。",
        "The list {file} was not read: it is over {limit_mb:.0f} MB. Check the file.",
    ),
}
