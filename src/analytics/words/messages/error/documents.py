"""Errors of a document that cannot be read as what it is, and what it was found to be (``found``)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.empty_file": (
        "{file} 是空文件。请重新下载后再导入。",
        "{file} is empty. Download it again and ingest once more.",
    ),
    "error.too_large": (
        "{file} 有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限。年度报告不会这么大，请核对文件。",
        "{file} has {size_mb:.0f} MB, more than the limit of {limit_mb:.0f} MB. No annual report is that large: check the file.",
    ),
    "error.not_readable": (
        "无法打开 {file}：{reason}。请检查文件权限。",
        "{file} cannot be opened: {reason}. Check its permissions.",
    ),
    "error.format_not_read": (
        "{file} 的内容是{found}，不是网页、文本、PDF、OFD、Word、WPS 或 RTF 文档、电子表格、扫描图片或数据表。请另存为其中一种，或用数据表录入其数字。",
        "{file} is really {found}, not a web page, text, PDF, OFD, Word, WPS or RTF document, workbook, scan or figures sheet. Save it as one of these, or enter its figures in a sheet.",
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
        "An element of the page {file} has more than {limit} attributes; it was not read. Open it in a browser and save it again.",
    ),
    "error.too_many_parts": (
        "{file} 由超过 {limit} 个部分组成，或邮件头过长，不是浏览器保存的网页，未读取。请重新保存。",
        "{file} has more than {limit} parts, or headers too long for a page that a browser saved, and was not read. Save the page again.",
    ),
    "error.rows_repeated": (
        "{file} 全文只有几行内容反复出现，不是年度报告。请核对文件。",
        "{file} is the same few lines over and over: that is no annual report. Check the file.",
    ),
    "error.file_name_broken": (
        "文件名 {file} 不是有效的 UTF-8（多为解压时编码不对）。请改名后再导入。",
        "The file name {file} is not valid UTF-8, as when an archive was unpacked with another encoding. Rename the file and ingest once more.",
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
        "A page of {file} draws more than {limit} drawings within drawings and was not read. Open it in a browser and print it as PDF.",
    ),
    "error.password_needed": (
        "{file} 设有密码，未读取。请去除密码后再放入。",
        "{file} is locked with a password and was not read. Remove the password and add it again.",
    ),
    "error.entities_declared": (
        "{file} 的内部代码含有实体声明，正常的办公软件不会写入，未读取。请用办公软件打开后另存。",
        "The markup of {file} declares entities, which no office program does, and was not read. Open it in an office program and save it anew.",
    ),
    "error.workbook_broken": (
        "{file} 作为电子表格无法打开（{reason}）。请用表格软件打开后另存为 XLSX。",
        "{file} cannot be opened as a workbook ({reason}). Open it in a spreadsheet program and save it as XLSX.",
    ),
    "error.too_many_cells": (
        "{file} 的表格超过 {limit} 个单元格，不是年度报告。请核对文件。",
        "{file} has more than {limit} table cells: that is no annual report. Check the file.",
    ),
    "error.not_a_report": (
        "{file} 中没有政府信息公开工作年度报告的表格或标题。若确是报告，请检查是否下载完整。",
        "{file} has neither the tables nor the title of an annual disclosure report. If it is one, check that it was saved whole.",
    ),
    "error.archive_damaged": (
        "{file} 的文件包已损坏（{reason}）。请重新下载，或用办公软件打开后另存。",
        "The package of {file} is damaged ({reason}). Download it again, or open it in an office program and save it anew.",
    ),
    "found.office": ("旧版 Office 文件", "an old Office file"),
}
