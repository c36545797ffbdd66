"""Errors of a document that cannot be read as what it is, and what it was found to be (``found``)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.empty_file": (
        "{file} 是空文件。请重新下载后再导入。",
        "{file} is empty. Download it again, then ingest again.",
    ),
    "error.too_large": (
        "{file} 有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限。年度报告不会这么大，请核对文件。",
        "{file} is {size_mb:.0f} MB, over the limit of {limit_mb:.0f} MB. No annual report is that large; check the file.",
    ),
    "error.not_readable": (
        "无法打开 {file}：{reason}。请检查文件权限。",
        "{file} cannot be opened: {reason}. Check its permissions.",
    ),
    "error.format_not_read": (
        "{file} 的内容是{found}，不是网页、文本、PDF、OFD、Word、WPS 或 RTF 文档、电子表格、扫描图片或数据表。请另存为其中一种，或用数据表录入其数字。",
        "{file} contains {found}, not a web page, text, PDF, OFD, Word, WPS or RTF document, workbook, scan or figures sheet. Save it as one of these, or enter its figures in a figures sheet.",
    ),
    "error.not_text": (
        "{file} 的内容不是文字。请核对文件是否下载完整。",
        "{file} does not contain text. Check that the download is complete.",
    ),
    "error.markup_broken": (
        "{file} 的网页代码无法解析（{reason}）。请用浏览器打开后另存。",
        "The markup of {file} cannot be parsed ({reason}). Open it in a browser and save it again.",
    ),
    "error.nested_too_deep": (
        "{file} 的内容嵌套超过 {limit} 层，未读取。请打开后另存为文本。",
        "{file} was not read: its elements are nested more than {limit} levels deep. Open it and save it as text.",
    ),
    "error.too_many_pages": (
        "{file} 有 {pages} 页，超过 {limit} 页的上限。年度报告不会这么长，请拆出其中的报告。",
        "{file} has {pages} pages, over the limit of {limit}. No annual report is that long; extract the report.",
    ),
    "error.too_many_characters": (
        "{file} 有一页超过 {limit} 字，不是年度报告。请核对文件。",
        "A page of {file} has more than {limit} characters, so this is not an annual report. Check the file.",
    ),
    "error.too_many_lines": (
        "{file} 超过 {limit} 行，不是年度报告。请核对文件；如为汇编，请拆出各份报告。",
        "{file} has more than {limit} lines, so it is not an annual report. Check the file; if it is a compilation, extract the reports.",
    ),
    "error.too_many_elements": (
        "{file} 的网页代码超过 {limit} 个元素，不是年度报告。请核对文件。",
        "The web page {file} has more than {limit} elements, so it is not an annual report. Check the file.",
    ),
    "error.too_many_attributes": (
        "{file} 的网页代码中有元素带有超过 {limit} 个属性，未读取。请用浏览器打开后另存。",
        "The web page {file} was not read: an element has more than {limit} attributes. Open it in a browser and save it again.",
    ),
    "error.too_many_parts": (
        "{file} 由超过 {limit} 个部分组成，或邮件头过长，不是浏览器保存的网页，未读取。请重新保存。",
        "{file} was not read: it has more than {limit} parts, or its headers are too long for a page saved by a browser. Save the page again.",
    ),
    "error.rows_repeated": (
        "{file} 全文只是少数几行的重复，不是年度报告。请核对文件。",
        "{file} repeats the same few lines over and over, so it is not an annual report. Check the file.",
    ),
    "error.file_name_broken": (
        "文件名 {file} 不是有效的 UTF-8（多为解压时编码不对）。请重命名后再导入。",
        "The file name {file} is not valid UTF-8, often because an archive was unpacked with the wrong encoding. Rename the file and ingest again.",
    ),
    "error.pdf_broken": (
        "{file} 不是完整的 PDF，或设有密码（{reason}）。请重新下载，或另存为无密码的 PDF。",
        "{file} is not a complete PDF, or is protected by a password ({reason}). Download it again, or save it without a password.",
    ),
    "error.pdf_without_text": (
        "{file} 各页均为图片，没有可读的文字层。请使用有文字层的 PDF、网页或 Word 版本。",
        "The pages of {file} are pictures without a text layer. Use a PDF with a text layer, a web page or a Word file.",
    ),
    "error.pdf_draws_endlessly": (
        "{file} 有一页由超过 {limit} 个层层嵌套的图形组成，未读取。请用浏览器打开后“打印为 PDF”。",
        "{file} was not read: a page has more than {limit} nested drawings. Open it in a browser and print it as PDF.",
    ),
    "error.password_needed": (
        "{file} 设有密码，未读取。请去除密码后再放入。",
        "{file} was not read: it is protected by a password. Remove the password and add the file again.",
    ),
    "error.entities_declared": (
        "{file} 的内部代码含有实体声明，正常的办公软件不会写入，未读取。请用办公软件打开后另存。",
        "{file} was not read: its markup declares entities, which office programs never do. Open it in an office program and save it again.",
    ),
    "error.workbook_broken": (
        "{file} 作为电子表格无法打开（{reason}）。请用表格软件打开后另存为 XLSX。",
        "{file} cannot be opened as a workbook ({reason}). Open it in a spreadsheet program and save it as XLSX.",
    ),
    "error.too_many_cells": (
        "{file} 的表格超过 {limit} 个单元格，不是年度报告。请核对文件。",
        "{file} has more than {limit} table cells, so it is not an annual report. Check the file.",
    ),
    "error.not_a_report": (
        "{file} 中没有政府信息公开工作年度报告的表格或标题。如确为报告，请检查是否下载完整。",
        "{file} has neither the tables nor the title of an annual disclosure report. If it is one, check that the download is complete.",
    ),
    "error.archive_damaged": (
        "{file} 的文件包已损坏（{reason}）。请重新下载，或用办公软件打开后另存。",
        "The package of {file} is damaged ({reason}). Download it again, or open it in an office program and save it again.",
    ),
    "found.office": ("旧版 Office 文件", "an old Office file"),
}
