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
        "文件中有其他年度的{table}，题为“{printed}”，其数字未计入本报告。",
        "There is {table} of another year, headed “{printed}”; its figures were left out of this report.",
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
        "{table}“{line}”一行的行名处印有两行的行名（{printed}），数字属于哪一行不能确定，请对照原件。",
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
        "{table}的表头下有多行数字，无法确定哪一行是本年的，请对照原件。",
        "There are several rows of figures below the header of {table}, and it is unclear which is this year's; check the document.",
    ),
    "finding.read_once_of_two": (
        "两次独立识读中只有一次读出{table}，其数字均存疑。",
        "Only one of two independent readings found {table}; all its figures are uncertain.",
    ),
    "finding.merged_figure": (
        "{table}“{line}”一行有数字跨列，无法归入任何一列。",
        "In {table}, row {line}: a figure spans several columns and cannot be assigned to one.",
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
