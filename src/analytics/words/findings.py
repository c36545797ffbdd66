"""Sentences of findings: what a reader or a check met, and where."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding_adds.blanks": (
        "计算时空白或“/”按零计。",
        "Blank cells and “/”, “-” or “none” were counted as zero.",
    ),
    "finding_adds.reader": (
        "此处未得到另一次独立识读的印证，也可能是识读有误，请对照原件。",
        "No second, independent reading confirms these cells: the reading itself may be at fault; compare the original.",
    ),
    "finding_adds.transcription": (
        "两次独立识读结果相同，所读的转录文件即如此；原件是否如此，请对照原件。",
        "Two independent readings agree: the transcription that was read says so. Whether the original does is to be seen there.",
    ),
    "finding_adds.publisher": (
        "两次独立识读结果相同，原件即如此。",
        "Two independent readings agree: the document prints it so.",
    ),
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
    "finding.lines_out_of_order": (
        "文本中有数字不属于表{table}等表格的任何一行，各行可能未按表格顺序排列；表{table}中逐行单列的数字存疑，请对照原件。",
        "Some figures of this text belong to no row of a table: its lines may not be in the tables' order. Figures of table {table} that stand in lines of their own are in doubt; compare the original.",
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
    "finding.hidden_tables_left_out": (
        "文件中有隐藏的表格，未予读取。",
        "The document hides tables beside those it shows; the hidden ones were not read.",
    ),
    "finding.hidden_tables_read": (
        "文件的表格初始状态为隐藏，仍按其内容读取。",
        "The document shows its tables only by script; they were read although hidden at first.",
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
    "finding.row_not_on_form": (
        "表{table}有法定表式所无的一行“{line}”：{printed}，未归入任何单元格。",
        "Table {table} prints a row “{line}” that the form does not have: {printed}. It is no cell's.",
    ),
    "finding.label_shortened": (
        "表{table}“{line}”简写作“{printed}”。",
        "Table {table}: “{line}” is shortened to “{printed}”.",
    ),
    "finding.unit_unknown": (
        "表头“{printed}”所注单位不在已知单位之列，该列金额存疑。",
        "The header “{printed}” names a unit that is not known; the figures of that column are uncertain.",
    ),
    "finding.figures_unread": (
        "页面上有{count}处数字未归入任何单元格（{printed}），请对照原件。",
        "{count} figures on the pages belong to no cell that was read ({printed}): compare the original.",
    ),
    "finding.table_of_another_year": (
        "表{table}另有一份题为“{printed}”的他年数据，未计入本报告。",
        "Table {table} stands a second time, under “{printed}”: another year's figures, left out of this report.",
    ),
    "finding.column_not_on_form": (
        "表{table}有法定表格以外的一列“{printed}”，未归入任何一列。",
        "Table {table} has a column that is not on the form, “{printed}”; its figures were left out.",
    ),
    "finding.columns_in_doubt": (
        "表{table}“{line}”一行空白过多，数字所属列存疑。",
        "Table {table}, row “{line}”: too many blanks; the columns of its figures are in doubt.",
    ),
    "finding.row_moved": (
        "表{table}“{line}”一行总计空白，最后一个数却不小于其余各数之和，像是总计本身：可能缺一格而整行左移，数字所属列存疑。",
        "Table {table}, row “{line}”: the total is blank and the last figure looks like it: it is no less than the sum of "
        "the others. A cell may be missing and the row have moved; the columns of its figures are in doubt.",
    ),
    "finding.header_in_doubt": (
        "表{table}的表头“{printed}”不能确定各列次序，暂按法定次序归列，所属列存疑。",
        "Table {table}: the header “{printed}” leaves the order of the columns open; the form's own order was taken "
        "and every figure is marked uncertain.",
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
        "“{column}” of “{line}” ({printed}) is set in digits of two sizes, one of which may be a note mark: compare "
        "the original.",
    ),
    "finding.glyph_on_rule": (
        "“{line}”的“{column}”（{printed}）压在表格线上，可能属于相邻一格，请对照原件。",
        "“{column}” of “{line}” ({printed}) lies across a ruling line and may belong to the next cell: compare the "
        "original.",
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
        "“{column}” of “{line}” ({printed}): a figure is printed beside its row, outside of the table's lines, and its columns "
        "may be displaced: compare the original.",
    ),
    "finding.label_unproven": (
        "“{line}”的“{column}”（{printed}）：相邻一行数字没有自己的项目名称，这行名称与数字的对应关系不能确定，请对照原件。",
        "“{column}” of “{line}” ({printed}): the row of figures next to it has no label of its own, and which of the two the "
        "figures belong to is not certain: compare the original.",
    ),
    "finding.row_torn_by_page": (
        "“{line}”的“{column}”（{printed}）所在行被分页截断，请对照原件。",
        "“{column}” of “{line}” ({printed}) stands in a row that a page break cut: compare the original.",
    ),
    "finding.column_unproven": (
        "“{line}”的“{column}”（{printed}）无框线可依，位置不足以确定所属列，请对照原件。",
        "“{column}” of “{line}” ({printed}) has no ruling lines beside it, and its position does not prove its column: "
        "compare the original.",
    ),
    "finding.no_second_reading": (
        "另一套软件读不了这份文件，数字只由一次识读得出，未得到印证。",
        "The other software could not read this document: its figures come from one reading and nothing confirms them.",
    ),
    "finding.rows_rival": (
        "表{table}的表头下有不止一行数字，无法确定哪一行是本年的，请对照原件。",
        "Table {table} prints more than one row of figures below its header, and nothing says which of them is this year's: compare the original.",
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
    "finding.readings_differ": (
        "“{line}”的“{column}”两次独立识读不一致：采用“{printed}”，另一次读作“{other}”。",
        "“{column}” of “{line}”: two independent readings differ; “{printed}” is used, the other says “{other}”.",
    ),
    "finding.read_once_of_two": (
        "表{table}只有一次识读得到，另一次未见，数字均存疑。",
        "Table {table} appears in only one of two readings; all its figures are uncertain.",
    ),
    "finding.merged_figure": (
        "表{table}“{line}”一行有数字跨列，无法归入任何一列。",
        "Table {table}, row “{line}”: a figure spans several columns and belongs to none.",
    ),
    "finding.table_torn": (
        "文件在表{table}中间结束，最后一格“{line}·{column}”（{printed}）可能不完整。",
        "The document ends within table {table}: its last cell, “{line} · {column}” ({printed}), may be cut off.",
    ),
    "finding.row_incomplete": (
        "表{table}“{line}”一行的单元格数与列数不符，未采信。",
        "Table {table}, row “{line}”: its cells do not match the columns; none was taken.",
    ),
    "finding.label_misprinted": (
        "表{table}“{line}”印作“{printed}”。",
        "Table {table}: “{line}” is misprinted as “{printed}”.",
    ),
    "finding.line_repeated": (
        "表{table}“{line}”出现两次且数字不同，采用首次出现者。",
        "Table {table}: “{line}” stands twice with different figures; the first stands.",
    ),
    "finding.line_not_of_edition": (
        "表{table}“{line}”不属于该表所用版本，未采用。",
        "Table {table}: “{line}” is not on the edition this table uses; left out.",
    ),
    "finding.sheet_scopes_mixed": (
        "同一机关同一年度的数据行口径不一：采用“{scope}”，另有{others}。",
        "The rows of this agency and year cover different scopes: “{scope}” is used, there is also {others}.",
    ),
    "finding.row_without_label": (
        "表{table}有一行数字失去行名（{printed}），未采用。",
        "Table {table} has figures without a label ({printed}); left out.",
    ),
    "finding.row_label_lost": (
        "表{table}一行数字失去行名，依上下两行判为“{line}”，存疑。",
        "Table {table}: a row lost its label; by its neighbours it is “{line}”, marked uncertain.",
    ),
    "finding.tables_absent": (
        "文件正文中没有法定表格，仅保留文字部分。",
        "The document's text has none of the form's tables; its prose is kept.",
    ),
    "finding.tables_are_pictures": (
        "文件中的表格是图片，不能读取，仅保留文字部分；可将图片另存后单独读取。",
        "The document's tables are pictures and cannot be read here; its prose is kept. Save the pictures and read them "
        "by themselves.",
    ),
    "finding.form_before_2019": (
        "文件使用2019年以前的统计表，不是现行法定表格，仅保留文字部分。",
        "The document prints the statistics table used before 2019, not the present form; its prose is kept.",
    ),
    "finding.table_not_found": ("未见表：{tables}。", "Not found in the document: table {tables}."),
    "finding.year_unknown": ("文件未载明报告年度。", "Nothing in the document states the report's year."),
    "finding.year_disagrees": (
        "标题为{year}年，正文却写{stated}年；以标题为准。",
        "The title says {year}, the text says {stated}; the title wins.",
    ),
    "finding.organ_unknown": ("文件未载明报告机关。", "Nothing in the document names the reporting agency."),
    "finding.place_ambiguous": (
        "“{name}”与多地同名（{candidates}），须在 sources.csv 中指明。",
        "“{name}” is a name of several places ({candidates}); name the place in sources.csv.",
    ),
    "finding.place_unknown": (
        "无法确定“{name}”所在地，须在 sources.csv 中指明。",
        "The place of “{name}” is not known; name it in sources.csv.",
    ),
    "finding.place_contradicted": (
        "“{name}”所在地的各处线索相互矛盾，须在 sources.csv 中指明。",
        "What is said of the place of “{name}” contradicts itself; name the place in sources.csv.",
    ),
    "finding.place_above_unnamed": (
        "“{name}”是乡镇、街道、开发区一类单位，文件未说明属于哪个县（市、区），须在 sources.csv 中指明。",
        "“{name}” is a township, subdistrict, zone or farm, and nothing says in which county; name it in sources.csv.",
    ),
    "finding.place_not_of_year": (
        "{year}年并无“{name}”这一区划（已撤销、更名或尚未设立，代码{candidates}），未予认定，须在 sources.csv 中指明。",
        "There was no “{name}” in {year}: abolished or renamed by then, or not yet made ({candidates}). Left unresolved: "
        "name the place in sources.csv.",
    ),
    "finding.place_perhaps_not_of_year": (
        "按区划资料，“{name}”在{year}年前后撤销或设立，请核对该年是否确有此机关。",
        "By the list of places “{name}” ended or began about {year}: check whether there was such an agency that year.",
    ),
    "finding.organ_below_township": (
        "“{name}”是村（居）民委员会或社区，在乡级以下，没有区划代码，须在 sources.csv 中指明。",
        "“{name}” is a village or residents' committee, below the townships and without a code; name it in sources.csv.",
    ),
    "finding.organ_named_twice": (
        "标题并列“{name}”与“{other}”，不能断定报告属于哪个机关，须在 sources.csv 中指明。",
        "The title names both “{name}” and “{other}”; whose report it is remains open: name the agency in sources.csv.",
    ),
    "finding.organ_forwards": (
        "标题“{title}”是转发他人的报告，不能断定报告属于哪个机关，须在 sources.csv 中指明。",
        "The title “{title}” forwards somebody's report, and whose it is remains open; name the agency in sources.csv.",
    ),
    "finding.place_named_short": (
        "“{name}”只有简称，不足以断定是哪一级、哪一地（可能为{candidates}），须在 sources.csv 中指明。",
        "“{name}” is only a short name and proves no place (perhaps {candidates}); name the place in sources.csv.",
    ),
    "finding.organ_contradicted": (
        "标题称报告机关为“{name}”，编制、发布或落款却写“{other}”，两者不符；未予认定，须在 sources.csv 中指明。",
        "The title names “{name}”, the maker or signature “{other}”; left unresolved: name the agency in sources.csv.",
    ),
    "finding.organ_speaks_as_another": (
        "标题所称机关为“{name}”，正文却自称“{self}”；未予认定，须在 sources.csv 中指明。",
        "The title names “{name}”, but the text calls itself “{self}”; left unresolved: name the agency in sources.csv.",
    ),
    "finding.year_by_signature": (
        "文件只在落款处写明日期（{signed}年），据此认定为{year}年度报告。",
        "Only the date of the signature ({signed}) tells the year: taken for the report on {year}.",
    ),
    "finding.report_before_form": (
        "这是{year}年度的报告，早于2019年启用的现行表式，其统计表另有格式。",
        "This report is on {year}, before the form in use since 2019; its statistics are laid out differently.",
    ),
    "finding.documents_differ": (
        "与当前采用的文件（{other}）有{count}个单元格不同。",
        "{count} cells differ from the document in use ({other}).",
    ),
    "finding.source_hash_differs": (
        "{file} 已不是来源清单所记的那一份（校验值不同）。",
        "{file} is no longer the document the source list describes (its hash differs).",
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
    "severity.error": ("错误", "error"),
    "severity.warning": ("注意", "warning"),
    "severity.note": ("说明", "note"),
}
