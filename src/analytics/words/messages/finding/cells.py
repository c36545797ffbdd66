"""Findings about one cell: its text, its look, its place."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.amount_without_unit": (
        "“{line}”的“{column}”为{printed}，未注明单位，不作推断。",
        "{column} of {line} is printed as {printed} without a unit; no unit was assumed.",
    ),
    "finding.amount_unit_assumed": (
        "“{line}”的“{column}”为{printed}，表头和单元格均未注明单位；暂按法定表格视为万元，存疑，请对照原件。",
        "{column} of {line} is printed as {printed}; neither the header nor the cell gives a unit. It was taken to be in units of 10,000 yuan, as on the form, and is uncertain; check the document.",
    ),
    "finding.amount_unit_of_table": (
        "“{line}”的“{column}”为{printed}，单位栏、行名和单元格均未注明单位；暂按此类统计表的通例视为{declared}，存疑，请对照原件。",
        "{column} of {line} is printed as {printed}; neither the column of units nor the label nor the cell gives a unit. It was taken to be in {declared}, as is usual in these tables, and is uncertain; check the document.",
    ),
    "finding.cell_holds_object": (
        "“{line}”的“{column}”中有图片、表单控件等非文字内容，不能读取，不作空白处理。",
        "{column} of {line} contains something other than text, such as a picture or a form field. It cannot be read, and it does not count as blank.",
    ),
    "finding.runs_differ": (
        "“{line}”的“{column}”（{printed}）由字号、颜色等不同的数字相连而成，是否为一个数存疑，请对照原件。",
        "{column} of {line} ({printed}) joins digits of different size, colour or style. They may not be one number; check the document.",
    ),
    "finding.label_around_figures": (
        "“{line}”的“{column}”（{printed}）所在行的行名分在上下数行，且各栏之和与总计不符，数字归属存疑，请对照原件。",
        "{column} of {line} ({printed}): the label is split above and below its figures, and they do not add up to their total, so they may belong to another row; check the document.",
    ),
    "finding.columns_by_spaces": (
        "“{line}”的“{column}”（{printed}）在文本中仅以空格分列，所属列取决于字符宽度，无法确定，请对照原件。",
        "{column} of {line} ({printed}) is in a text whose columns are separated only by spaces, so its column depends on the width of characters and is uncertain; check the document.",
    ),
    "finding.may_be_unseen": (
        "“{line}”的“{column}”（{printed}）因字色与底色相近或设有条件格式，页面上未必可见，请对照原件。",
        "{column} of {line} ({printed}) may not be visible: its colour is close to the background, or the cell has conditional formatting; check the document.",
    ),
    "finding.text_unseen": (
        "“{line}”的“{column}”中有文字，但页面上不可见（隐藏、加删除线、与底色相同或字号过小），不予采用，也不作空白处理，请对照原件。",
        "{column} of {line} contains text that is hidden, struck through, in the background colour or too small to see. It was not used, and the cell does not count as blank; check the document.",
    ),
    "finding.look_not_known": (
        "“{line}”的“{column}”（{printed}）的样式可能遮盖或改变所显示的内容，本程序无法完全还原，请对照原件。",
        "{column} of {line} ({printed}) has a style that may hide or change what is shown and that could not be fully resolved; check the document.",
    ),
    "finding.may_be_covered": (
        "“{line}”的“{column}”（{printed}）上覆有图片或图形，显示的内容可能被遮住，请对照原件。",
        "{column} of {line} ({printed}) lies under a picture or shape that may hide it; check the document.",
    ),
    "finding.number_format": (
        "“{line}”的“{column}”（{printed}）所用的数字格式无法完全还原，显示的数字可能不同，请对照原件。",
        "{column} of {line} ({printed}) has a number format that could not be fully resolved, so the figure shown may differ; check the document.",
    ),
    "finding.cell_unreadable": (
        "“{line}”的“{column}”印为“{printed}”，无法读作数字。",
        "{column} of {line} is printed as “{printed}”, which cannot be read as a number.",
    ),
    "finding.text_holds_digits": (
        "“{line}”的“{column}”印为“{printed}”，其中有数字但不能确定其值，未予采用。",
        "{column} of {line} is printed as “{printed}”. It contains digits, but their value is uncertain and was not used.",
    ),
    "finding.mark_beside_figure": (
        "“{line}”的“{column}”印为“{printed}”，数字旁另有字样，似与其值无关；已取该数，存疑。",
        "{column} of {line} is printed as “{printed}”. The mark beside the figure does not seem to be part of it; the figure was used and is uncertain.",
    ),
    "finding.recognised_in_doubt": (
        "“{line}”的“{column}”由图片识别为“{printed}”，识别把握不足，请对照原件。",
        "{column} of {line} was recognised in a picture as “{printed}”, with low confidence; check the document.",
    ),
    "finding.glyphs_overlap": (
        "“{line}”的“{column}”（{printed}）有数字叠印，读数存疑，请对照原件。",
        "{column} of {line} ({printed}) has figures printed over one another; check the document.",
    ),
    "finding.figure_of_two_sizes": (
        "“{line}”的“{column}”（{printed}）由大小不同的数字组成，可能含有注释编号，请对照原件。",
        "{column} of {line} ({printed}) has digits of two sizes; some may be a footnote mark. Check the document.",
    ),
    "finding.glyph_on_rule": (
        "“{line}”的“{column}”（{printed}）压在表格线上，可能属于相邻单元格，请对照原件。",
        "{column} of {line} ({printed}) lies across a ruling line and may belong to the next cell; check the document.",
    ),
    "finding.glyph_pale": (
        "“{line}”的“{column}”（{printed}）颜色很浅，近似水印，请对照原件。",
        "{column} of {line} ({printed}) is as pale as a watermark; check the document.",
    ),
    "finding.text_invisible": (
        "“{line}”的“{column}”（{printed}）仅存在于文字层，页面上不可见，存疑。",
        "{column} of {line} ({printed}) is in the file but not visible on the page; it is marked uncertain.",
    ),
    "finding.figure_beside_row": (
        "“{line}”的“{column}”（{printed}）所在行有数字印在表格框线之外，各栏可能错位，请对照原件。",
        "{column} of {line} ({printed}): a figure is printed beside this row, outside the lines of the table, so its columns may have shifted; check the document.",
    ),
    "finding.label_unproven": (
        "“{line}”的“{column}”（{printed}）：相邻一行数字没有行名，本行行名与数字的对应关系不能确定，请对照原件。",
        "{column} of {line} ({printed}): the next row of figures has no label, so it is uncertain which of the two rows this label belongs to; check the document.",
    ),
    "finding.row_torn_by_page": (
        "“{line}”的“{column}”（{printed}）所在行被分页截断，请对照原件。",
        "{column} of {line} ({printed}) is in a row that a page break splits; check the document.",
    ),
    "finding.column_unproven": (
        "“{line}”的“{column}”（{printed}）无框线可依，仅凭位置不足以确定所属列，请对照原件。",
        "{column} of {line} ({printed}) has no ruling lines beside it, and its position alone does not settle its column; check the document.",
    ),
    "finding.readings_differ": (
        "“{line}”的“{column}”两次独立识读不一致：采用“{printed}”，另一次读作“{other}”。",
        "{column} of {line}: two independent readings differ. “{printed}” is used; the other reading is “{other}”.",
    ),
}
