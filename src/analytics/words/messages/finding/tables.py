"""Findings about the rows, columns and headers of a table."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.lines_out_of_order": (
        "文本中有数字不属于表{table}等表格的任何一行，各行可能未按表格顺序排列；表{table}中逐行单列的数字存疑，请对照原件。",
        "Some figures of this text belong to no row of a table: its lines may not be in the tables' order. Figures of table {table} that stand in lines of their own are in doubt; compare the original.",
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
        "Table {table}, row “{line}”: the total is blank and the last figure looks like it: it is no less than the sum of the others. A cell may be missing and the row have moved; the columns of its figures are in doubt.",
    ),
    "finding.header_in_doubt": (
        "表{table}的表头“{printed}”不能确定各列次序，暂按法定次序归列，所属列存疑。",
        "Table {table}: the header “{printed}” leaves the order of the columns open; the form's own order was taken and every figure is marked uncertain.",
    ),
    "finding.rows_rival": (
        "表{table}的表头下有不止一行数字，无法确定哪一行是本年的，请对照原件。",
        "Table {table} prints more than one row of figures below its header, and nothing says which of them is this year's: compare the original.",
    ),
    "finding.read_once_of_two": (
        "表{table}只有一次识读得到，另一次未见，数字均存疑。",
        "Table {table} appears in only one of two readings; all its figures are uncertain.",
    ),
    "finding.merged_figure": (
        "表{table}“{line}”一行有数字跨列，无法归入任何一列。",
        "Table {table}, row “{line}”: a figure spans several columns and belongs to none.",
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
    "finding.row_without_label": (
        "表{table}有一行数字失去行名（{printed}），未采用。",
        "Table {table} has figures without a label ({printed}); left out.",
    ),
    "finding.row_label_lost": (
        "表{table}一行数字失去行名，依上下两行判为“{line}”，存疑。",
        "Table {table}: a row lost its label; by its neighbours it is “{line}”, marked uncertain.",
    ),
}
