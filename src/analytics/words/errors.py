"""Sentences of errors: what happened, where, and what to do next."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.empty_file": (
        "{file} 是空文件。请重新下载后再导入。",
        "{file} is empty. Download it again and ingest once more.",
    ),
    "error.too_large": (
        "{file} 有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限。年度报告不会这么大，请核对文件。",
        "{file} has {size_mb:.0f} MB, more than the limit of {limit_mb:.0f} MB. No annual report is that large: check the file.",
    ),
    "error.pdf_broken": (
        "{file} 不是完整的 PDF，或设有密码（{reason}）。请重新下载，或另存为无密码的 PDF。",
        "{file} is no complete PDF, or is locked by a password ({reason}). Download it again, or save it without one.",
    ),
    "error.pdf_without_text": (
        "{file} 的各页都是图片，没有可读的文字层。请用有文字层的 PDF、网页或 Word 版本。",
        "The pages of {file} are pictures without a text layer. Use a PDF with text, a page or a Word file.",
    ),
    "error.pdf_draws_endlessly": (
        "{file} 有一页由超过 {limit} 个层层嵌套的图形组成，未读取。请用浏览器打开后“打印为 PDF”。",
        "A page of {file} draws more than {limit} drawings within drawings and was not read. Open it in a browser and print "
        "it as PDF.",
    ),
    "error.too_many_pages": (
        "{file} 有 {pages} 页，超过 {limit} 页的上限。年度报告不会这么长：请拆出其中的报告。",
        "{file} has {pages} pages, more than the limit of {limit}. No annual report is that long: extract the report.",
    ),
    "error.too_many_characters": (
        "{file} 有一页超过 {limit} 字，不是年度报告。请核对文件。",
        "A page of {file} has more than {limit} characters: this is no annual report. Check the file.",
    ),
    "error.too_many_lines": (
        "{file} 超过 {limit} 行，不是年度报告。请核对文件；若是汇编，请拆出各份报告。",
        "{file} has more than {limit} lines: that is no annual report. Check the file; of a compilation, extract the reports.",
    ),
    "error.too_many_elements": (
        "{file} 的网页代码超过 {limit} 个元素，不是年度报告。请核对文件。",
        "The page {file} has more than {limit} elements: that is no annual report. Check the file.",
    ),
    "error.too_many_attributes": (
        "{file} 的网页代码中有元素带有超过 {limit} 个属性，未读取。请用浏览器打开后另存。",
        "An element of the page {file} has more than {limit} attributes; it was not read. Open it in a browser and save it "
        "again.",
    ),
    "error.too_many_parts": (
        "{file} 由超过 {limit} 个部分组成，或邮件头过长，不是浏览器保存的网页，未读取。请重新保存。",
        "{file} has more than {limit} parts, or headers too long for a page that a browser saved, and was not read. Save the "
        "page again.",
    ),
    "error.rows_repeated": (
        "{file} 全文只有几行内容反复出现，不是年度报告。请核对文件。",
        "{file} is the same few lines over and over: that is no annual report. Check the file.",
    ),
    "error.file_name_broken": (
        "文件名 {file} 不是有效的 UTF-8（多为解压时编码不对）。请改名后再导入。",
        "The file name {file} is not valid UTF-8, as when an archive was unpacked with another encoding. Rename the "
        "file and ingest once more.",
    ),
    "error.not_readable": (
        "无法打开 {file}：{reason}。请检查文件权限。",
        "{file} cannot be opened: {reason}. Check its permissions.",
    ),
    "error.format_not_read": (
        "{file} 的内容是{found}，不是网页、文本、PDF、OFD、Word、WPS 或 RTF 文档、电子表格、扫描图片或数据表。请另存为其中一种，或用数据表录入其数字。",
        "{file} is really {found}, not a web page, text, PDF, OFD, Word, WPS or RTF document, workbook, scan or figures sheet. Save it as one of these, or enter its figures in a sheet.",
    ),
    "found.office": ("旧版 Office 文件", "an old Office file"),
    "error.rar_not_read": (
        "{file} 是 RAR 压缩包，本程序不能解开。请先解压，把其中的文件放进文件夹，或重新打包为 ZIP、7Z 或 TAR。",
        "{file} is a RAR archive, which cannot be unpacked here. Unpack it and put its files into the folder, or pack them again as ZIP, 7Z or TAR.",
    ),
    "error.compressed_alone": (
        "{file} 是单独压缩的一个文件，不是文件包。请先解压，再把得到的文件放进文件夹。",
        "{file} is one compressed file and no archive. Unpack it and put the file that comes out into the folder.",
    ),
    "error.not_text": (
        "{file} 的内容不是文字。请核对文件是否下载完整。",
        "{file} holds no text. Check that it was downloaded whole.",
    ),
    "error.markup_broken": (
        "{file} 的网页代码无法解析（{reason}）。请用浏览器打开后另存。",
        "The markup of {file} cannot be parsed ({reason}). Open it in a browser and save it again.",
    ),
    "error.nested_too_deep": (
        "{file} 的内容嵌套超过 {limit} 层，未读取。请打开后另存为文本。",
        "{file} nests more than {limit} elements deep and was not read. Open it and save it as text.",
    ),
    "error.archive_damaged": (
        "{file} 的文件包已损坏（{reason}）。请重新下载，或用办公软件打开后另存。",
        "The package of {file} is damaged ({reason}). Download it again, or open it in an office program and save it anew.",
    ),
    "error.unpacks_too_large": (
        "{file} 解压后有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限，未解压。年度报告不会这么大，请核对文件。",
        "{file} would unpack to {size_mb:.0f} MB, more than the limit of {limit_mb:.0f} MB, and was not unpacked. No annual "
        "report is that large: check the file.",
    ),
    "error.ocr_missing": (
        "{file} 是扫描件或图片，需要文字识别，而文字识别组件尚未安装。请运行 make setup-ocr（或 pip install 'countyscope[ocr]'）后重新读取。",
        "{file} is a scan or picture, and the recognition of text is not installed. Run make setup-ocr (or pip install 'countyscope[ocr]') and read again.",
    ),
    "error.picture_broken": (
        "{file} 作为图片无法打开（{reason}）。请重新下载或重新扫描。",
        "{file} cannot be opened as a picture ({reason}). Download or scan it again.",
    ),
    "error.picture_not_taken": (
        "{file} 有一幅宽 {width}、高 {height} 像素的图片，文字识别无法处理。请按整页重新扫描。",
        "{file} holds a picture of {width} × {height} pixels, which the recognition of text cannot take. Scan the whole page "
        "again.",
    ),
    "error.picture_too_large": (
        "{file} 的图片超过 {limit} 百万像素，未读取。请以每英寸 200 至 300 点重新扫描。",
        "{file} has more than {limit} million pixels and was not read. Scan it again at 200 to 300 dots per inch.",
    ),
    "error.picture_without_text": (
        "{file} 的图片中没有认出文字。请核对是否扫描清晰、方向端正。",
        "No text was recognised in the picture {file}. Check that the scan is sharp and the right way up.",
    ),
    "error.workbook_broken": (
        "{file} 作为电子表格无法打开（{reason}）。请用表格软件打开后另存为 XLSX。",
        "{file} cannot be opened as a workbook ({reason}). Open it in a spreadsheet program and save it as XLSX.",
    ),
    "error.password_needed": (
        "{file} 设有密码，未读取。请去除密码后再放入。",
        "{file} is locked with a password and was not read. Remove the password and add it again.",
    ),
    "error.entities_declared": (
        "{file} 的内部代码含有实体声明，正常的办公软件不会写入，未读取。请用办公软件打开后另存。",
        "The markup of {file} declares entities, which no office program does, and was not read. Open it in an office "
        "program and save it anew.",
    ),
    "error.too_many_cells": (
        "{file} 的表格超过 {limit} 个单元格，不是年度报告。请核对文件。",
        "{file} has more than {limit} table cells: that is no annual report. Check the file.",
    ),
    "error.not_a_report": (
        "{file} 中没有政府信息公开工作年度报告的表格或标题。若确是报告，请检查是否下载完整。",
        "{file} has neither the tables nor the title of an annual disclosure report. If it is one, check that it was saved whole.",
    ),
    "error.sheet_broken": (
        "数据表 {file} 第 {line} 行附近无法读取（{reason}）。请用表格软件重新保存为 UTF-8 CSV。",
        "The sheet {file} cannot be read near line {line} ({reason}). Save it again as UTF-8 CSV.",
    ),
    "error.sheet_column_missing": (
        "数据表 {file} 缺少列：{columns}。请补上；完整的列为 {expected}。",
        "The sheet {file} lacks the column {columns}. Add it; the full set is {expected}.",
    ),
    "error.sheet_without_rows": (
        "数据表 {file} 没有一行写明机关和年度。请补充后再导入。",
        "The sheet {file} has no row with an agency and a year. Complete it and ingest again.",
    ),
    "error.reader_failed": (
        "读取 {file} 时程序出错（{reason}），其余文件不受影响。请把该文件反馈给我们。",
        "Reading {file} failed inside the program ({reason}); the other files are unaffected. Please report this file.",
    ),
    "error.reader_died": (
        "读取 {file} 时进程中止，其余文件不受影响。请把该文件反馈给我们。",
        "The process reading {file} died; the other files are unaffected. Please report this file.",
    ),
    "error.raw_missing": (
        "找不到资料文件夹 {folder}。请新建它并放入报告，或另指定路径。",
        "There is no folder {folder}. Create it and put reports in, or name another one.",
    ),
    "error.sources_encoding": (
        "清单 {file} 不是 UTF-8 编码。请用表格软件另存为“CSV UTF-8”。",
        "The list {file} is not UTF-8. Save it as “CSV UTF-8”.",
    ),
    "error.sources_column_missing": (
        "清单 {file} 缺少列：{columns}。请补上后再导入。",
        "The list {file} lacks the column {columns}. Add it and ingest again.",
    ),
    "error.sources_value": (
        "清单 {file} 第 {row} 行的 {column} 列写着“{value}”，无法使用。请更正后再导入。",
        "Row {row} of the list {file} has “{value}” in column {column}, which cannot be used. Correct it and ingest again.",
    ),
    "error.denominators_twice": (
        "清单 {file} 第 {row} 行：{place} 在 {year} 年的人口已经列过（旧代码按现行代码计）。请只留一行后再导入。",
        "Row {row} of the list {file}: the population of {place} in {year} stands there already (old codes count as those in force). Keep one row and ingest again.",
    ),
    "error.no_build": (
        "{warehouse} 中还没有数据。请先运行 countyscope ingest。",
        "There is nothing in {warehouse} yet. Run countyscope ingest first.",
    ),
    "error.build_missing": (
        "{warehouse} 中没有编号为 {build} 的数据版本。请重新运行 countyscope ingest。",
        "{warehouse} has no build {build}. Run countyscope ingest again.",
    ),
    "error.folder_missing": (
        "文件夹 {folder} 不存在。请先建立，或换一个位置。",
        "There is no folder {folder}. Create it first, or name another place.",
    ),
    "error.raw_unreachable": (
        "打不开 {folder}：{reason}。请检查地址和网络；有些地址需另装 fsspec 的附加包。",
        "Cannot open {folder}: {reason}. Check the address and the network; some addresses need a further package of fsspec.",
    ),
    "error.cluster_missing": (
        "使用集群需要 distributed。请运行 pip install 'countyscope[cluster]'，或去掉 --scheduler。",
        "A cluster needs distributed. Run pip install 'countyscope[cluster]', or leave out --scheduler.",
    ),
    "error.cluster_unreachable": (
        "连不上 {address} 的 Dask 调度器。请检查地址，或去掉 --scheduler 在本机读取。",
        "No Dask scheduler answers at {address}. Check the address, or leave out --scheduler to read on this machine.",
    ),
    "error.archive_too_deep": (
        "{file} 的压缩包嵌套超过 {limit} 层，没有读取。请解开外层后重试。",
        "{file} holds archives within archives beyond {limit} levels and was not read. Unpack the outer ones and try again.",
    ),
    "error.archive_too_many": (
        "{file} 内有 {members} 个文件，超过上限 {limit}，没有读取。请分成几个压缩包。",
        "{file} holds {members} files, more than {limit}, and was not read. Split it into several archives.",
    ),
    "error.archive_empty": (
        "{file} 是空的压缩包。请重新获取。",
        "{file} is an archive without files. Fetch it again.",
    ),
    "error.archive_member_name": (
        "压缩包中的 {file} 文件名指向压缩包之外或含控制字符，没有读取。请解压改名后放入资料文件夹。",
        "{file} was not read: its name leads out of the archive or holds control characters. Unpack it under another "
        "name.",
    ),
    "error.archive_member_twice": (
        "压缩包里有 {count} 个文件都叫 {file}，无法判断以哪个为准，均未读取。请解压后各取一个名称，放入资料文件夹。",
        "{count} files of the archive are all called {file}. Nothing tells which of them counts, and none was read. "
        "Unpack them under names of their own.",
    ),
    "error.document_other": (
        "那里的 {file} 内容不同",
        "{file} has other content there",
    ),
    "error.document_changing": (
        "{file} 在读取期间一直在变化（可能正在下载或复制），这次没有读取。请等它写完后重新导入。",
        "{file} kept changing while it was read, as when it is still being copied, and was not read. Ingest again when it "
        "is complete.",
    ),
    "error.folder_not_entered": (
        "无法进入文件夹 {file}：{reason}，其中的文件没有读取。请检查权限后重新导入。",
        "The folder {file} cannot be entered: {reason}. What is in it was not read. Check its permissions and ingest again.",
    ),
    "error.member_link": (
        "压缩包中的 {file} 是链接，没有读取。请解压后把它指向的文件放入资料文件夹。",
        "{file} of the archive is a link and was not read. Unpack it and put the file that it leads to into the folder.",
    ),
    "error.member_no_file": (
        "压缩包中的 {file} 是管道或设备，不是普通文件，没有读取。",
        "{file} of the archive is a pipe or a device and no plain file, and was not read.",
    ),
    "error.link_not_followed": (
        "{file} 是链接，没有读取。请放入文件本身；若它指向文件夹，请直接导入该文件夹。",
        "{file} is a link and was not followed. Put the file itself there, or ingest the folder that it leads to.",
    ),
    "error.no_plain_file": (
        "{file} 是管道、设备或套接字，不是普通文件，没有读取。请把它移出资料文件夹。",
        "{file} is a pipe, a device or a socket and no plain file, and was not read. Move it out of the raw folder.",
    ),
    "error.archive_name_taken": (
        "压缩包 {file} 中的文件会与文件夹 {folder} 中的文件同名，没有读取。请给该文件夹改名后重新导入。",
        "The files in the archive {file} would be called as those in the folder {folder} and were not read. Rename the "
        "folder and ingest again.",
    ),
    "error.listing_timed_out": (
        "列出压缩包 {file} 超过 {seconds} 秒，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} took more than {seconds} seconds and was given up; other files are not affected. Unpack "
        "it into the raw folder, or split it.",
    ),
    "error.listing_out_of_memory": (
        "列出压缩包 {file} 所需内存超过上限，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} needs more memory than allowed and was given up; other files are not affected. Unpack it "
        "into the raw folder, or split it.",
    ),
    "error.raw_away": (
        "读取 {file} 时资料文件夹不在了（可能是共享盘断开）。请重新连接后再导入。",
        "The raw folder was away when {file} was to be read, as when a share is disconnected. Connect it and ingest again.",
    ),
    "error.reader_not_started": (
        "没有进程能读取 {file}（{reason}），其他文件不受影响。请关闭一些程序后重新导入。",
        "No process could be started to read {file} ({reason}); other files are not affected. Close some programs and ingest "
        "again.",
    ),
    "error.disk_full_reading": (
        "读取 {file} 时磁盘已满。请腾出空间后重新导入。",
        "The disk was full when {file} was read. Free some space and ingest again.",
    ),
    "error.conversion_stopped": (
        "LibreOffice 转换 {file} 时中途退出（状态 {status}）。请重新导入；若仍如此，请另存为 DOCX。",
        "LibreOffice ended while it converted {file} (status {status}). Ingest again; if that does not help, save it as DOCX.",
    ),
    "error.list_unreadable": (
        "清单 {file} 无法读取：{reason}。请检查它是否是普通文件、权限是否允许。",
        "The list {file} cannot be read: {reason}. Check that it is a plain file and that its permissions allow it.",
    ),
    "error.list_too_large": (
        "清单 {file} 超过 {limit_mb:.0f} MB，没有读取。请核对文件。",
        "The list {file} has more than {limit_mb:.0f} MB and was not read. Check the file.",
    ),
    "error.warehouse_remote": (
        "{warehouse} 是网络地址；数据版本只能放在本机文件夹里。请用 --warehouse 指定一个文件夹（原始资料可以在网络地址上）。",
        "{warehouse} is a remote address; builds stand in a folder of this machine. Name a folder with --warehouse (the raw "
        "documents may be remote).",
    ),
    "error.reader_timed_out": (
        "读取 {file} 超过 {seconds} 秒，已放弃；其他文件不受影响。请把它转成 PDF 或 DOCX 后重试。",
        "Reading {file} took more than {seconds} seconds and was given up; other files are not affected. Convert it to "
        "PDF or DOCX and try again.",
    ),
    "error.reader_out_of_memory": (
        "读取 {file} 所需内存超过上限，已放弃；其他文件不受影响。请拆分后重试。",
        "Reading {file} needs more memory than allowed and was given up; other files are not affected. Split it and try "
        "again.",
    ),
    "error.office_missing": (
        "{file} 是 DOC、WPS 或 RTF 文件，读取它需要 LibreOffice，而本机没有安装。请安装 LibreOffice 后重新导入，或另存为 DOCX。",
        "{file} is a DOC, WPS or RTF file; reading it needs LibreOffice, which is not installed. Install LibreOffice and "
        "ingest again, or save the file as DOCX.",
    ),
    "error.conversion_failed": (
        "LibreOffice 未能转换 {file}（{reason}）。请打开它另存为 DOCX。",
        "LibreOffice could not convert {file} ({reason}). Open it and save it as DOCX.",
    ),
    "error.conversion_timed_out": (
        "LibreOffice 转换 {file} 超过 {seconds} 秒，已放弃。请打开它另存为 DOCX。",
        "LibreOffice took more than {seconds} seconds to convert {file} and was stopped. Open it and save it as DOCX.",
    ),
    "error.conversion_lost_figures": (
        "LibreOffice 转换 {file} 时丢失了表格中的 {lost} 个数字（原文件有 {printed} 个），没有采用。请打开它另存为 DOCX 并核对。",
        "Converting {file} lost {lost} of the {printed} figures in its tables, so it was not used. Open it, save it as "
        "DOCX and compare.",
    ),
    "error.unknown_parameter": (
        "地址里的 {parameter} 不能识别。可用的参数见 docs/links.md。",
        "{parameter} in the address is not known. docs/links.md lists what is.",
    ),
    "error.not_writable": (
        "无法读写 {file}：{reason}。请检查磁盘空间、路径和权限后重试；已有的数据不受影响。",
        "{file} cannot be read or written: {reason}. Check space, path and rights and try again; what is published stays as "
        "it is.",
    ),
    "error.page_no_picture": (
        "{file} 与编号相连的文件像是逐页拍照的一份报告，但第 {page} 个不是图片。请为不属于这份报告的文件改名。",
        "{file} and the files numbered on from it look like one report photographed page by page, but number {page} of them is no picture. Give files that are no pages of it other names.",
    ),
    "error.pages_of_several_reports": (
        "{file} 与编号相连的图片不是同一份报告：第 {first} 页和第 {other} 页的标题不同。请让每份报告的图片单独使用一个文件夹或名称。",
        "{file} and the pictures numbered on from it are not one report: pages {first} and {other} have different titles. Put the pictures of each report into a folder of their own, or name them apart.",
    ),
    "error.pages_begin_anew": (
        "{file} 与编号相连的图片不是同一份报告：第 {first} 页的“{heading}”部分在第 {other} 页又从头开始。请让每份报告的图片单独使用一个文件夹或名称。",
        "{file} and the pictures numbered on from it are not one report: section “{heading}” of page {first} begins anew on page {other}. Put the pictures of each report into a folder of their own, or name them apart.",
    ),
    "error.archive_attached": (
        "{file} 是一封邮件，附件是压缩包。请把压缩包另存到文件夹里，其中的报告会逐份读取。",
        "{file} is a mail with an archive attached. Save the archive into the folder: each report in it is read.",
    ),
    "error.message_empty": (
        "{file} 是一封邮件，其中没有可读的网页、文字或附件。请把报告另存为单独的文件，再放进文件夹。",
        "{file} is a mail that holds no page, text or attachment to be read. Save the report as a file of its own and put that into the folder.",
    ),
    "error.many_attachments": (
        "{file} 是一封邮件，带有 {attachments} 个附件，无法判断哪一个是报告。请把报告另存为单独的文件，再放进文件夹。",
        "{file} is a mail with {attachments} attachments, and nothing tells which of them is the report. Save the report as a file of its own and put that into the folder.",
    ),
    "error.archive_alone": (
        "{file} 是压缩包。请把它放进一个文件夹，对该文件夹运行 countyscope ingest，其中的报告会逐份读取。",
        "{file} is an archive. Put it into a folder and run countyscope ingest on that folder: each report in it is read.",
    ),
    "error.folder_not_empty": (
        "{folder} 里已有文件。模拟数据不与其他文件混放：请换一个新文件夹。",
        "{folder} already holds files. Simulated reports are never mixed with others: name a new folder.",
    ),
    "error.years_reversed": (
        "起始年份晚于结束年份。请用 --first 和 --last 另行指定。",
        "The first year is after the last. Name others with --first and --last.",
    ),
    "error.build_outdated": (
        "{warehouse} 的数据版本 {build} 由另一版程序建成。请重新运行 countyscope ingest。",
        "Build {build} in {warehouse} was made by another version of the program. Run countyscope ingest again.",
    ),
    "error.build_damaged": (
        "{warehouse} 的数据版本 {build} 已损坏，不予使用。请重新运行 countyscope ingest（会重新建成），或用 countyscope rollback 换回较早的版本。",
        "Build {build} in {warehouse} is damaged and is not used. Run countyscope ingest, which makes it anew, or go back to an earlier one with countyscope rollback.",
    ),
    "error.build_unanswered": (
        "{warehouse} 的数据版本 {build} 这一次没能读出（{reason}）。数据没有受损，请再试一次。",
        "Build {build} in {warehouse} could not be read this time ({reason}). It is not damaged: try again.",
    ),
    "error.build_not_kept": (
        "没有保留编号为 {build} 的数据版本。现有：{kept}。请从中选一个（countyscope builds）。",
        "No build {build} is kept. There are: {kept}. Name one of these (countyscope builds).",
    ),
    "error.pointer_unreadable": (
        "{file} 没有写明正在使用哪个数据版本。请重新运行 countyscope ingest，或用 countyscope rollback 指定。",
        "{file} does not name the build in use. Run countyscope ingest, or name a build with countyscope rollback.",
    ),
    "error.disk_full": (
        "{warehouse} 所在磁盘空间不足：大约需要 {needed_mb} MB，现有 {free_mb} MB。原来的数据版本继续使用，没有留下残余文件。请腾出空间后重新运行 countyscope ingest。",
        "There is no room left where {warehouse} is: about {needed_mb} MB are needed, {free_mb} MB are free. The build in use stays so and nothing is left over. Make room and run countyscope ingest again.",
    ),
    "error.disk_full_writing": (
        "{file} 没有写成：所在磁盘只剩 {free_mb} MB，空间不足。没有留下残余文件。请腾出空间，或换一个位置。",
        "{file} was not written: there is no room, with {free_mb} MB free on that disk. Nothing is left over. Make room, or name another place.",
    ),
    "error.reports_absent": (
        "正在使用的数据版本中有 {count} 份报告不在这个文件夹里：{folder}。数据版本 {build}（共 {reports} 份报告）继续使用。请检查文件夹是否弄错、是否已经挂载；如果确实要去掉这些报告，请加 --replace 重新导入。",
        "{count} reports of the build in use are not in this folder: {folder}. Build {build} with its {reports} reports stays in use. Check that this is the right folder and that it is mounted; if the reports are to go, ingest again with --replace.",
    ),
    "error.reports_lost": (
        "正在使用的数据版本中有 {count} 份报告这一次没有从 {folder} 读出。数据版本 {build}（共 {reports} 份报告）继续使用。请查明原因后再导入；如果确实要去掉这些报告，请加 --replace 重新导入。",
        "{count} reports of the build in use were not read from {folder} this time. Build {build} with its {reports} reports stays in use. Find out why and ingest again; if the reports are to go, add --replace.",
    ),
    "error.reports_unnamed": (
        "正在使用的数据版本中有 {count} 份报告（按机关和年度计）这一次在 {folder} 里没有对应的报告：文件可能换成了别的机关的，或者 sources.csv 不在了。数据版本 {build}（共 {reports} 份）继续使用。请查明原因后再导入；如果确实要去掉这些报告，请加 --replace。",
        "For {count} reports of the build in use, counted by agency and year, {folder} holds no report this time: files of other agencies may stand under their names, or sources.csv is gone. Build {build} with its {reports} reports stays in use. Find out why and ingest again; if the reports are to go, add --replace.",
    ),
    "error.reports_without_folder": (
        "正在使用的数据版本中有 {count} 份报告不在这个文件夹里：{folder} 不存在（加 --replace 也不行：没有文件夹就没有可导入的内容）。数据版本 {build} 继续使用。请检查位置，或先挂载再导入。",
        "{count} reports of the build in use are not in this folder: {folder} is not there, and --replace needs a folder too. Build {build} stays in use. Check the place, or mount it, and ingest again.",
    ),
    "error.cluster_empty": (
        "{address} 的 Dask 调度器没有工作进程。请先启动工作进程，或去掉 --scheduler 在本机读取。",
        "The Dask scheduler at {address} has no workers. Start some, or leave out --scheduler to read on this machine.",
    ),
    "error.cluster_silent": (
        "{address} 的工作进程没有应答（{reason}）。请检查集群，或去掉 --scheduler 在本机读取。",
        "The workers at {address} do not answer ({reason}). Check the cluster, or leave out --scheduler to read on this machine.",
    ),
    "error.cluster_cannot_read": (
        "{address} 的工作进程 {workers} 读不到 {folder} 中的文件（{reason}）。请让它们以同一路径看到这个文件夹并装有本程序，或去掉 --scheduler 在本机读取。",
        "The workers {workers} of {address} cannot read the documents of {folder} ({reason}). Let them see the folder under the same path and have this program installed, or leave out --scheduler to read on this machine.",
    ),
    "error.ingest_running": (
        "{warehouse} 正在被另一次导入使用。请等它结束后再试。",
        "Another ingest is using {warehouse}. Wait until it ends and try again.",
    ),
    "error.empty_collection": (
        "这套数据里还没有机关和年度都已确定的报告。请把报告放入 {raw}，再运行 countyscope ingest。",
        "There is no report with a known place and year in this collection yet. Put reports into {raw} and run countyscope ingest.",
    ),
    "error.no_second_reading": (
        "另一软件无法读取 {file}（{reason}），首次识读结果不变。",
        "Other software cannot read {file} ({reason}); the first reading stands.",
    ),
    "error.no_evidence": ("报告 {report} 中没有单元格 {cell}。", "Report {report} has no cell {cell}."),
    "error.document_changed": (
        "{file} 在导入之后被改动过，不能再作为出处展示。请重新导入。",
        "{file} was changed after it was ingested and cannot be shown as the source. Ingest again.",
    ),
    "error.document_gone": (
        "找不到 {file}。请把它放回资料文件夹。",
        "{file} is not there any more. Put it back into the raw folder.",
    ),
    "error.port_unknown": (
        "没有端口 {port}。请用 1 至 {last} 之间的数，例如 countyscope serve --port 8501。",
        "There is no port {port}. Use a number from 1 to {last}, for instance countyscope serve --port 8501.",
    ),
    "error.unforeseen": (
        "程序内部出错（{reason}），没有完成；已有的数据不受影响。请把 {file} 反馈给我们。",
        "The program failed inside ({reason}) and did not finish; what is published stays as it is. Please report {file}.",
    ),
    "error.port_in_use": (
        "端口 {port} 已被占用。请换一个，例如 PORT={other} make run，或 countyscope serve --port {other}。",
        "Port {port} is in use. Choose another, for instance PORT={other} make run, or countyscope serve --port {other}.",
    ),
    "error.host_name": (
        "“{host}”不是主机名。--allow-host 只写名称，不带 http:// 和端口，例如 --allow-host data.example.cn。",
        "“{host}” is no host name. Give --allow-host the name alone, without http:// and port, for instance --allow-host data.example.cn.",
    ),
    "error.host_refused": (
        "本服务不以“{host}”之名应答，也不应答其他网站的页面。请用 127.0.0.1 打开；若应以此名访问，请以 countyscope serve --allow-host 加上此名重新启动。",
        "This server does not answer under the name “{host}”, nor to pages of other sites. Open it at 127.0.0.1, or start it with countyscope serve --allow-host and that name.",
    ),
    "error.app_missing": (
        "当前文件夹下没有 app.py。请在项目文件夹中运行。",
        "There is no app.py here. Run this in the project's folder.",
    ),
    "error.unknown_measure": (
        "没有名为“{name}”的指标。运行 countyscope measures 查看全部指标。",
        "There is no measure “{name}”. Run countyscope measures to see them all.",
    ),
    "error.unknown_organ": (
        "没有收录“{name}”。请用机关全称或行政区划代码。",
        "“{name}” is not held. Use an agency's full name or a division code.",
    ),
    "error.file_missing": ("找不到文件 {file}。", "There is no file {file}."),
    "error.format_unknown": (
        "不能导出为“{format}”。可用的格式是 csv、xlsx、parquet 和 md（说明）。",
        "Cannot export “{format}”. Use csv, xlsx, parquet or md (notes).",
    ),
}
