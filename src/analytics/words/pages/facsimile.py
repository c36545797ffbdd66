"""Sentences of documents as published: the cell in its page, what it adds up with, the findings about it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "facsimile.quote_nowhere": (
        "原件中没有找到这段文字的确切位置（可能被分页或排版打断），请在上述部分中查找。",
        "Where these words stand in the document was not found (a page or the layout may break them): look below the heading named above.",
    ),
    "facsimile.no_quote": ("这份报告没有这段文字。", "The report has no such words."),
    "facsimile.title": ("{organ}{year}年的报告原件", "The report of {organ} for {year}, as published"),
    "facsimile.panel": ("原件", "As published"),
    "facsimile.close": ("关闭原件", "Close the document"),
    "facsimile.back": ("返回页面", "Back to the page"),
    "facsimile.page": ("第{page}页，共{pages}页", "page {page} of {pages}"),
    "facsimile.whole": ("看整份文件", "Whole document"),
    "facsimile.cell_only": ("只看这一格", "This cell only"),
    "facsimile.open_file": ("下载原文件", "Open the file"),
    "facsimile.public_page": ("打开原网页", "Open the publisher's page"),
    "facsimile.county": ("本机关的页面", "Page of this agency"),
    "facsimile.previous": ("上一条提示", "Previous finding"),
    "facsimile.next": ("下一条提示", "Next finding"),
    "facsimile.finding_number": ("第{number}条提示，共{count}条", "Finding {number} of {count}"),
    "facsimile.no_cell_of_finding": (
        "这条提示说的是整份文件，没有对应的格。",
        "This finding is about the document as a whole: it has no cell.",
    ),
    "facsimile.choose": (
        "点击文件中带下划线的数字，查看其识读结果。",
        "Click an underlined number in the document to see what was read from it.",
    ),
    "facsimile.printed": ("原文", "Printed"),
    "facsimile.blank": ("（空白）", "(blank)"),
    "facsimile.read_as": ("读作", "Read as"),
    "facsimile.reader": ("读取程序 {reader}", "read by {reader}"),
    "facsimile.second_reading": ("取自第二次读取", "from the second reading"),
    "facsimile.certain": ("确定", "certain"),
    "facsimile.doubtful": ("存疑", "in doubt"),
    "facsimile.score": ("识别程序的把握 {score}", "recognition confidence {score}"),
    "facsimile.before": ("{year}年报告此格", "This cell in the report for {year}"),
    "facsimile.no_before": ("未收录{year}年的这一数字", "The collection has no such cell for {year}"),
    "facsimile.sums": (
        "包含这一格的合计关系（指向一行，相关各格即在原件中标出）",
        "Sums this cell is part of (point at one: its members light up in the document)",
    ),
    "facsimile.verdict.holds": ("相等", "adds up"),
    "facsimile.verdict.holds_blanks_as_zero": ("空白按零计时相等", "adds up if blanks count as zero"),
    "facsimile.verdict.fails": ("不等", "does not add up"),
    "facsimile.verdict.fails_blanks_as_zero": ("空白按零计时不等", "does not add up if blanks count as zero"),
    "facsimile.verdict.not_assessable": ("无法核对", "cannot be assessed"),
    "facsimile.leads_to": ("{label}：{printed}", "{label}: {printed}"),
    "facsimile.unread_count": (
        "虚线框出{count}个没有归入任何一格的数字。",
        "{count} {count:number|numbers} in a dotted frame {count:was|were} not assigned to any cell.",
    ),
    "facsimile.all_read": (
        "单独成格或单独成行的数字均已读入。",
        "Every number that is alone in a cell or on a line was read.",
    ),
    "facsimile.nowhere": (
        "这一格的位置没有记录，或不在原件的版面上。",
        "The place of this cell was not recorded, or lies outside the page.",
    ),
    "facsimile.line": (
        "原件中这一行不分格，标出的是整行。",
        "The document does not part this line into cells: the whole line is marked.",
    ),
    "facsimile.straightened": (
        "这一页是照片，已拉平后识别，图中是拉平后的样子。",
        "This page is a photograph; it was straightened before reading and is shown straightened.",
    ),
    "facsimile.drawn": (
        "按文件里的字和线画出，图片和印章不画。",
        "Drawn from the characters and lines in the file, without pictures and seals.",
    ),
    "facsimile.rebuilt": (
        "按文件里的表格和段落排出，字体和版式从略。",
        "Set from the tables and paragraphs in the file, without its fonts and layout.",
    ),
    "facsimile.hidden": (
        "灰色删除线的字是网页样式隐藏或划去的。",
        "Grey struck text is what the page's own styles hide or strike.",
    ),
    "facsimile.no_report": ("此数据版本中没有这份报告。", "This build has no such report."),
    "facsimile.page_picture": ("第{page}页的图", "Picture of page {page}"),
}
