"""Findings about a document or a sheet as a whole."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.hidden_tables_left_out": (
        "文件中有隐藏的表格，未予读取。",
        "The document hides tables beside those it shows; the hidden ones were not read.",
    ),
    "finding.hidden_tables_read": (
        "文件的表格初始状态为隐藏，仍按其内容读取。",
        "The document shows its tables only by script; they were read although hidden at first.",
    ),
    "finding.no_second_reading": (
        "另一套软件读不了这份文件，数字只由一次识读得出，未得到印证。",
        "The other software could not read this document: its figures come from one reading and nothing confirms them.",
    ),
    "finding.pages_joined": (
        "这份报告逐页拍成图片；文件名只有页码不同的图片按顺序合为一份读取。",
        "This report was photographed page by page; the pictures whose names differ in the page number alone were read as one, in order.",
    ),
    "finding.attachments_unread": (
        "这是一封邮件：读取了正文，没有读取附件。若报告在附件里，请将其另存为单独的文件。",
        "This is a mail: its text was read, its attachments were not. If the report is one of them, save it as a file of its own.",
    ),
    "finding.text_layer_of_scan": (
        "页面是扫描图像，附有不可见的文字层；数字由本程序从图像识别，未采用文字层。",
        "The pages are scans with an invisible text layer; figures were recognised from the pictures, not taken from it.",
    ),
    "finding.fonts_without_characters": (
        "文件的字体未注明所印为何字，文字层不可用；数字由本程序从页面图像识别。",
        "The fonts of this file do not say which characters they print; figures were recognised from the drawn pages.",
    ),
    "finding.text_mostly_invisible": (
        "页面上大部分文字不可见，所读数字均存疑，请对照原件。",
        "Most of the text of a page is not to be seen on it; its figures are marked uncertain: compare the original.",
    ),
    "finding.tables_absent": (
        "文件正文中没有法定表格，仅保留文字部分。",
        "The document's text has none of the form's tables; its prose is kept.",
    ),
    "finding.tables_are_pictures": (
        "文件中的表格是图片，不能读取，仅保留文字部分；可将图片另存后单独读取。",
        "The document's tables are pictures and cannot be read here; its prose is kept. Save the pictures and read them by themselves.",
    ),
    "finding.form_before_2019": (
        "文件使用2019年以前的统计表，不是现行法定表格，仅保留文字部分。",
        "The document prints the statistics table used before 2019, not the present form; its prose is kept.",
    ),
    "finding.table_not_found": ("未见表：{tables}。", "Not found in the document: table {tables}."),
    "finding.table_torn": (
        "文件在表{table}中间结束，最后一格“{line}·{column}”（{printed}）可能不完整。",
        "The document ends within table {table}: its last cell, “{line} · {column}” ({printed}), may be cut off.",
    ),
    "finding.documents_differ": (
        "与当前采用的文件（{other}）有{count}个单元格不同。",
        "{count} cells differ from the document in use ({other}).",
    ),
    "finding.source_hash_differs": (
        "{file} 已不是来源清单所记的那一份（校验值不同）。",
        "{file} is no longer the document the source list describes (its hash differs).",
    ),
    "finding.sheet_scopes_mixed": (
        "同一机关同一年度的数据行口径不一：采用“{scope}”，另有{others}。",
        "The rows of this agency and year cover different scopes: “{scope}” is used, there is also {others}.",
    ),
    "finding.sheet_row_unusable": (
        "数据表第{row}行的机关、年度或表号无法使用（{printed}），其余各行照用。",
        "Row {row} of the sheet has an unusable agency, year or table ({printed}); the other rows stand.",
    ),
    "finding.label_unknown": (
        "数据表第{row}行的行列名（{printed}）不在表格上，未采用。",
        "Row {row} of the sheet names no cell of the form ({printed}); left out.",
    ),
    "finding.sheet_value_disagrees": (
        "“{line}”印作“{printed}”，数据表的数值却为{value}；以印刷文字为准。",
        "“{line}” is printed “{printed}”, the sheet's value says {value}; the printed text stands.",
    ),
}
