"""Findings about a document or a sheet as a whole."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.hidden_tables_left_out": (
        "文件中另有隐藏的表格，未予读取。",
        "The document also contains hidden tables, which were not read.",
    ),
    "finding.hidden_tables_read": (
        "文件中的表格初始为隐藏状态，须由脚本显示；仍按其内容读取。",
        "The tables of the document are hidden until a script shows them; they were read.",
    ),
    "finding.no_second_reading": (
        "另一套软件无法读取这份文件，数字仅由一次识读得出，未得到印证。",
        "Other software could not read this document, so its figures come from a single, unconfirmed reading.",
    ),
    "finding.pages_joined": (
        "这份报告由逐页拍摄的图片组成；文件名仅页码不同的图片已按顺序合为一份读取。",
        "This report was photographed page by page. Pictures whose names differ only in the page number were read in order, as one document.",
    ),
    "finding.attachments_unread": (
        "这是一封邮件：已读取正文，未读取附件。如报告在附件中，请将其另存为单独的文件。",
        "This is an e-mail: its text was read, its attachments were not. If the report is an attachment, save it as a separate file.",
    ),
    "finding.text_layer_of_scan": (
        "页面为扫描图像，附有不可见的文字层；数字由本程序从图像识别，未采用文字层。",
        "The pages are scans with an invisible text layer; figures were recognised from the images, not taken from that layer.",
    ),
    "finding.fonts_without_characters": (
        "文件字体未注明对应的字符，文字层不可用；数字由本程序从页面图像识别。",
        "The fonts of this file do not say which characters they print; figures were recognised from images of the pages.",
    ),
    "finding.text_mostly_invisible": (
        "页面上大部分文字不可见，读出的数字均存疑，请对照原件。",
        "Most of the text of a page is not visible on it; its figures are marked uncertain. Check the document.",
    ),
    "finding.tables_absent": (
        "文件正文中没有法定表格，仅保留文字部分。",
        "The document has none of the tables of the form; only its prose is kept.",
    ),
    "finding.tables_are_pictures": (
        "文件中的表格为图片，不能读取，仅保留文字部分；可将图片另存后单独读取。",
        "The tables of the document are pictures and cannot be read here; only its prose is kept. Save the pictures and read them separately.",
    ),
    "finding.form_before_2019": (
        "文件印有2019年以前的统计表，但其表头或行名无法辨认，表中数字未读入，仅保留文字部分。",
        "The document has a statistics table from before 2019 whose header or labels were not recognised; its figures were not read, and only its prose is kept.",
    ),
    "finding.table_not_found": ("文件中未找到{tables}。", "Not found in the document: {tables}."),
    "finding.table_torn": (
        "文件在{table}中途结束，最后一格“{line}·{column}”（{printed}）可能不完整。",
        "The document ends within {table}; its last cell, {line} · {column} ({printed}), may be cut off.",
    ),
    "finding.documents_differ": (
        "与现行文件（{other}）有{count}个单元格不同。",
        "{count} {count:cell differs|cells differ} from the document in use ({other}).",
    ),
    "finding.source_hash_differs": (
        "{file} 与来源清单所记的不是同一份文件（校验值不同）。",
        "{file} is not the document described in the source list (the hashes differ).",
    ),
    "finding.sheet_scopes_mixed": (
        "数据表中同一机关同一年度各行的统计口径不一：采用“{scope}”，另有{others}。",
        "In the sheet, rows of this agency and year differ in scope: “{scope}” is used; also found: {others}.",
    ),
    "finding.sheet_row_unusable": (
        "数据表第{row}行的机关、年度或表号无法使用（{printed}），其余各行照常采用。",
        "Row {row} of the sheet has an unusable agency, year or table ({printed}); the other rows are used.",
    ),
    "finding.label_unknown": (
        "数据表第{row}行的行列名（{printed}）不属于法定表格，未予采用。",
        "Row {row} of the sheet names a cell that is not on the form ({printed}); it was left out.",
    ),
    "finding.sheet_value_disagrees": (
        "“{line}”印为“{printed}”，数据表的数值却为{value}；以所印文字为准。",
        "{line} is printed as “{printed}”, but the value in the sheet is {value}; the printed text is used.",
    ),
}
