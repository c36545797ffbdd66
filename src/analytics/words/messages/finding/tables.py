"""Findings about the rows, columns and headers of a table."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.lines_out_of_order": (
        "文本中有数字不属于{table}等表格的任何一行，各行可能未按表格顺序排列；{table}中逐行单列的数字存疑，请对照原件。",
        "Some figures in this text belong to no row of a table, so its lines may not be in the order of the tables. Figures of {table} on lines by themselves are uncertain; check the document.",
    ),
    "finding.row_not_on_form": (
        "{table}有法定表格以外的一行“{line}”：{printed}，未归入任何单元格。",
        "A row of {table} is not on the form: {line}: {printed}. Its figures were left out.",
    ),
    "finding.label_shortened": (
        "{table}“{line}”简写为“{printed}”。",
        "In {table}, {line} is shortened to “{printed}”.",
    ),
    "finding.unit_unknown": (
        "表头“{printed}”所注单位无法识别，该列金额存疑。",
        "The header “{printed}” gives an unknown unit; the figures of that column are uncertain.",
    ),
    "finding.figures_unread": (
        "页面上有{count}处数字未归入任何单元格（{printed}），请对照原件。",
        "{count} {count:figure|figures} on the pages {count:was|were} not assigned to any cell ({printed}); check the document.",
    ),
    "finding.table_of_another_year": (
        "文件中有{table}的题注或表头“{printed}”注明“{stated}”，而报告年度为{year}年；其数字未计入本报告。",
        "A caption or header of {table} (“{printed}”) names “{stated}”, but the report is for {year}; the figures below it were left out.",
    ),
    "finding.table_of_part_of_year": (
        "{table}的题注“{printed}”注明“{stated}”，并非全年；其数字未计入本报告。",
        "The caption of {table}, “{printed}”, names a part of the year (“{stated}”); its figures were left out.",
    ),
    "finding.tables_rival": (
        "文件中有{count}份{table}（{printed}），均未注明为其他年度，无法确定以哪一份为准，数字均未采用，请对照原件。",
        "{table} is printed {count} times ({printed}) and none names another year, so it is unclear which applies; the figures of all were left out. Check the document.",
    ),
    "finding.lines_rival": (
        "{table}有{count}行重复出现而数字不同（{printed}），似为两份清单，无法确定以哪一份为准；全表数字存疑，请对照原件。",
        "In {table}, {count} lines appear twice with different figures ({printed}), as if there were two lists; it is unclear which applies, so all figures of the table are uncertain. Check the document.",
    ),
    "finding.table_of_another_organ": (
        "报告标题的机关为“{organ}”，{table}却注明“{printed}”，可能只是后者一家的数字；表中数字均存疑，请对照原件。",
        "The title names {organ}, but {table} names {printed} and may give the figures of that agency alone; all of them are uncertain. Check the document.",
    ),
    "finding.column_not_on_form": (
        "{table}有法定表格以外的一列“{printed}”，未归入任何一列。",
        "A column of {table} is not on the form: “{printed}”. Its figures were left out.",
    ),
    "finding.columns_in_doubt": (
        "{table}“{line}”一行空白过多，数字所属列存疑。",
        "In {table}, row {line}: there are so many blanks that the columns of its figures are uncertain.",
    ),
    "finding.label_of_two_lines": (
        "{table}“{line}”一行的行名栏印有两个行名（{printed}），不能确定数字属于哪一行，请对照原件。",
        "In {table}, the row of {line} prints the labels of two lines ({printed}), so it is uncertain which of them its figures belong to; check the document.",
    ),
    "finding.row_moved": (
        "{table}“{line}”一行总计空白，而最后一个数不小于其余各数之和，似为总计：可能缺一格而整行左移，数字所属列存疑。",
        "In {table}, row {line}: the total is blank, and the last figure, no less than the sum of the others, looks like the total. A cell may be missing and the row shifted; the columns of its figures are uncertain.",
    ),
    "finding.header_in_doubt": (
        "{table}的表头“{printed}”不能确定各列次序，暂按法定次序归列，所属列存疑。",
        "In {table}, the header “{printed}” does not settle the order of the columns. The order of the form was assumed, and every figure is marked uncertain.",
    ),
    "finding.rows_rival": (
        "{table}的表头下有{count}行各不相同的数字（{printed}），无法确定哪一行是本年的；全表数字存疑，请对照原件。",
        "Below the header of {table} there are {count} different rows of figures ({printed}), and it is unclear which is this year's; all figures of the table are uncertain. Check the document.",
    ),
    "finding.read_once_of_two": (
        "两次独立识读中只有一次读出{table}，其数字均存疑。",
        "Only one of two independent readings found {table}; all its figures are uncertain.",
    ),
    "finding.merged_figure": (
        "{table}“{line}”一行有数字印在合并单元格中，无法归入其中任何一格，未予采用。",
        "In {table}, row {line}: a figure stands in a merged cell and cannot be assigned to any one of its cells, so it was not used.",
    ),
    "finding.row_unit_unknown": (
        "{table}“{line}”一行的单位栏印为“{unit}”，不是已知的计量单位，各格可能错位，数字未予采用，请对照原件。",
        "In {table}, row {line}: the column of units prints “{unit}”, which is not a known unit. The cells may have shifted, so its figures were not used; check the document.",
    ),
    "finding.row_unit_missing": (
        "{table}“{line}”一行没有读出计量单位，不能确定哪一个是该行的数字，未予采用，请对照原件。",
        "In {table}, row {line}: no unit was found, so it is unclear which figure belongs to the row, and none was used; check the document.",
    ),
    "finding.row_unit_misplaced": (
        "{table}“{line}”一行的计量单位印在数字的位置，各格可能错位，数字未予采用，请对照原件。",
        "In {table}, row {line}: a unit stands where a figure should. The cells may have shifted, so its figures were not used; check the document.",
    ),
    "finding.row_unit_contrary": (
        "{table}“{line}”一行的单位印为“{unit}”，而此行通常以“{declared}”计；数字按原文照录，存疑，请对照原件。",
        "In {table}, row {line}: the unit is printed as “{unit}”, where this line is usually given in “{declared}”. Its figures are kept as printed and are uncertain; check the document.",
    ),
    "finding.unit_counts_otherwise": (
        "{table}“{line}”一行的单位印为“{unit}”，而此行通常以“{declared}”计，口径可能不同；数字按原文照录。",
        "In {table}, row {line}: the unit is printed as “{unit}”, where this line is usually given in “{declared}”, so it may have been counted differently. Its figures are kept as printed.",
    ),
    "finding.row_label_torn": (
        "{table}“{line}”一行没有数字，而下一行的数字旁不是已知的行名，行名可能断成两行；数字未予采用，请对照原件。",
        "In {table}, row {line} prints no figure, and the figure below it stands beside no known label, so the label may be split over two rows; the figure was not used. Check the document.",
    ),
    "finding.row_of_numbered_lines": (
        "{table}“{line}”一行在文本中每格单独成行，而各行前有序号，其数字可能是下一行的序号，存疑，请对照原件。",
        "In {table}, row {line} is text with each cell on a line of its own and a number before each label. Its figure may be the number of the next row and is uncertain; check the document.",
    ),
    "finding.unknown_line_unit": (
        "{table}“{line}”一行不在已知的各行之列，其单位“{unit}”也无法识别；数字按原文照录，存疑，请对照原件。",
        "In {table}, row {line} is not among the known lines, and its unit “{unit}” is not a known one either. Its figures are kept as printed and are uncertain; check the document.",
    ),
    "finding.unknown_line_recurs": (
        "{table}“{line}”一行的行名与表中另一行相同，不能确定属于哪一组；数字按原文照录，存疑，请对照原件。",
        "In {table}, row {line} has the label of another line of the table, and it is unclear which group it belongs to. Its figures are kept as printed and are uncertain; check the document.",
    ),
    "finding.unknown_line_digit": (
        "{table}“{line}”一行的行名以数字结尾，该数字可能属于右侧各格；数字按原文照录，存疑，请对照原件。",
        "In {table}, the label of row {line} ends in a digit that may belong to the cells beside it. Its figures are kept as printed and are uncertain; check the document.",
    ),
    "finding.row_incomplete": (
        "{table}“{line}”一行的单元格数与列数不符，未予采用。",
        "In {table}, row {line}: the number of cells does not match the columns, so its figures were not used.",
    ),
    "finding.label_misprinted": (
        "{table}“{line}”印为“{printed}”。",
        "In {table}, {line} is misprinted as “{printed}”.",
    ),
    "finding.line_repeated": (
        "{table}“{line}”出现两次且数字不同，采用首次出现的数字。",
        "In {table}, {line} appears twice with different figures; the first is used.",
    ),
    "finding.line_not_of_edition": (
        "{table}“{line}”不属于该表所用版本，未予采用。",
        "In {table}, {line} is not on the edition that this table uses; it was left out.",
    ),
    "finding.row_without_label": (
        "{table}有一行数字未读出行名（{printed}），未予采用。",
        "In {table}, the label of a row of figures was not found ({printed}); the row was left out.",
    ),
    "finding.row_label_lost": (
        "{table}有一行数字未读出行名，依上下两行判为“{line}”，存疑。",
        "In {table}, the label of a row was not found. From its neighbours the row is taken to be {line} and is marked uncertain.",
    ),
}
