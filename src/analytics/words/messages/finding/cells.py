"""Findings about one cell: its text, its look, its place."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.amount_without_unit": (
        "“{line}”的“{column}”为{printed}，未注单位，不作推断。",
        "“{column}” of “{line}” says {printed} without a unit; none is guessed.",
    ),
    "finding.amount_unit_assumed": (
        "“{line}”的“{column}”为{printed}，表头和单元格均未注单位；暂按法定表式视为万元，存疑，请对照原件。",
        "“{column}” of “{line}” says {printed}, and neither its header nor the cell prints a unit: it was taken for ten thousand yuan, the form's own, and is in doubt.",
    ),
    "finding.cell_holds_object": (
        "“{line}”的“{column}”中有图片、表单控件等非文字内容，不能读取，不作空白处理。",
        "“{column}” of “{line}” holds something other than text (a picture, a form field): it cannot be read, and it is not blank.",
    ),
    "finding.runs_differ": (
        "“{line}”的“{column}”（{printed}）由字号、颜色等不同的几段数字相连而成，是否为一个数存疑，请对照原件。",
        "“{column}” of “{line}” ({printed}) joins digits of different size, colour or style: whether they are one number is in doubt; compare the original.",
    ),
    "finding.label_around_figures": (
        "“{line}”的“{column}”（{printed}）所在行的名称分在上下数行，且各栏之和与总计不符，数字归属存疑，请对照原件。",
        "“{column}” of “{line}” ({printed}): the label is broken over the lines around its figures, which do not add up to their total; compare the original.",
    ),
    "finding.columns_by_spaces": (
        "“{line}”的“{column}”（{printed}）在文本中仅以空格分列，所属列取决于字符宽度，无法确定，请对照原件。",
        "“{column}” of “{line}” ({printed}) stands in a text whose columns only spaces part: which column it is in depends on the width of a character; compare the original.",
    ),
    "finding.may_be_unseen": (
        "“{line}”的“{column}”（{printed}）因字色与底色相近或条件格式，页面上未必可见，请对照原件。",
        "“{column}” of “{line}” ({printed}) may not be visible, being nearly the colour of its ground or under a conditional format; compare the original.",
    ),
    "finding.text_unseen": (
        "“{line}”的“{column}”中有文字，但页面上看不见（隐藏、删除线、与底色相同或字号过小），不予采用，也不作空白处理，请对照原件。",
        "“{column}” of “{line}” holds text that is not seen (hidden, struck out, in the colour of its ground or too small): it was not read, and the cell is not taken for blank; compare the original.",
    ),
    "finding.look_not_known": (
        "“{line}”的“{column}”（{printed}）的样式可能遮盖或改变所显示的内容，本程序无法完全还原，请对照原件。",
        "“{column}” of “{line}” ({printed}) has a style that may hide or change what is shown and could not be worked out; compare the original.",
    ),
    "finding.may_be_covered": (
        "“{line}”的“{column}”（{printed}）上覆有图片或图形，可能遮住所显示的内容，请对照原件。",
        "“{column}” of “{line}” ({printed}) lies under a picture or a shape that may hide it; compare the original.",
    ),
    "finding.number_format": (
        "“{line}”的“{column}”（{printed}）所用的数字格式不能完全还原，显示的数字可能不同，请对照原件。",
        "“{column}” of “{line}” ({printed}) has a number format that is not fully understood: the figure shown may differ; compare the original.",
    ),
    "finding.cell_unreadable": (
        "“{line}”的“{column}”印作“{printed}”，无法读作数字。",
        "“{column}” of “{line}” prints “{printed}”, which does not read as a number.",
    ),
    "finding.text_holds_digits": (
        "“{line}”的“{column}”印作“{printed}”，其中有数字而不能确定其值，未采信。",
        "“{column}” of “{line}” says “{printed}”: there is a number in it whose value is not certain; none was taken.",
    ),
    "finding.mark_beside_figure": (
        "“{line}”的“{column}”印作“{printed}”，数字旁另有字样，似与其值无关；已取其数，存疑。",
        "“{column}” of “{line}” says “{printed}”: what stands beside the figure hardly belongs to it. It was taken, and is uncertain.",
    ),
    "finding.recognised_in_doubt": (
        "“{line}”的“{column}”由图片识别为“{printed}”，识别把握不足，请对照原件。",
        "“{column}” of “{line}” was recognised in a picture as “{printed}”, without much certainty: compare the original.",
    ),
    "finding.glyphs_overlap": (
        "“{line}”的“{column}”（{printed}）有数字叠印，读数存疑，请对照原件。",
        "“{column}” of “{line}” ({printed}) has figures printed over one another: compare the original.",
    ),
    "finding.figure_of_two_sizes": (
        "“{line}”的“{column}”（{printed}）由大小不同的数字连成，可能含有注号，请对照原件。",
        "“{column}” of “{line}” ({printed}) is set in digits of two sizes, one of which may be a note mark: compare the original.",
    ),
    "finding.glyph_on_rule": (
        "“{line}”的“{column}”（{printed}）压在表格线上，可能属于相邻一格，请对照原件。",
        "“{column}” of “{line}” ({printed}) lies across a ruling line and may belong to the next cell: compare the original.",
    ),
    "finding.glyph_pale": (
        "“{line}”的“{column}”（{printed}）颜色很浅，近于水印，请对照原件。",
        "“{column}” of “{line}” ({printed}) is as pale as a watermark: compare the original.",
    ),
    "finding.text_invisible": (
        "“{line}”的“{column}”（{printed}）在页面上不可见，只存于文字层，存疑。",
        "“{column}” of “{line}” ({printed}) is in the file but not to be seen on the page; it is marked uncertain.",
    ),
    "finding.figure_beside_row": (
        "“{line}”的“{column}”（{printed}）所在行有数字印在表格框线之外，各栏可能错位，请对照原件。",
        "“{column}” of “{line}” ({printed}): a figure is printed beside its row, outside of the table's lines, and its columns may be displaced: compare the original.",
    ),
    "finding.label_unproven": (
        "“{line}”的“{column}”（{printed}）：相邻一行数字没有自己的项目名称，这行名称与数字的对应关系不能确定，请对照原件。",
        "“{column}” of “{line}” ({printed}): the row of figures next to it has no label of its own, and which of the two the figures belong to is not certain: compare the original.",
    ),
    "finding.row_torn_by_page": (
        "“{line}”的“{column}”（{printed}）所在行被分页截断，请对照原件。",
        "“{column}” of “{line}” ({printed}) stands in a row that a page break cut: compare the original.",
    ),
    "finding.column_unproven": (
        "“{line}”的“{column}”（{printed}）无框线可依，位置不足以确定所属列，请对照原件。",
        "“{column}” of “{line}” ({printed}) has no ruling lines beside it, and its position does not prove its column: compare the original.",
    ),
    "finding.readings_differ": (
        "“{line}”的“{column}”两次独立识读不一致：采用“{printed}”，另一次读作“{other}”。",
        "“{column}” of “{line}”: two independent readings differ; “{printed}” is used, the other says “{other}”.",
    ),
}
