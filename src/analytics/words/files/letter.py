"""The letter that asks a publisher to check a report."""

SENTENCES: dict[str, tuple[str, str]] = {
    "letter.greeting": ("{organ}：", "The letter to {organ} in English:"),
    "letter.untitled": (
        "{year}年政府信息公开工作年度报告",
        "annual report on government information disclosure, {year}",
    ),
    "letter.opening": (
        "您好。我们在阅读贵机关公布的《{title}》（{year}年度）时，发现以下数据之间似有出入，谨请核对。如确有误，恳请更正并重新公布；如数据无误，也请告知其统计口径。",
        "Reading your report “{title}” ({year}), we found figures that do not seem to agree with each other. Please check them. If they are mistaken, please correct and republish them; if they are right, please tell us how they were counted.",
    ),
    "letter.published": ("公布日期：{text}", "Published: {text}"),
    "letter.address": ("网址：{text}", "Address: {text}"),
    "letter.colon": ("：", ": "),
    "letter.printed": ("“{printed}”", "“{printed}”"),
    "letter.blank": ("空白", "blank"),
    "letter.on_page": ("（第{page}页）", " (page {page})"),
    "letter.in_grid": (
        "（文件中第{grid}个表格，第{row}行第{column}列）",
        " (table {grid} of the document, row {row}, column {column})",
    ),
    "letter.more_cells": ("另有{count}个单元格", "and {count} more {count:cell|cells}"),
    "letter.closing": (
        "以上引号内的内容均照录自所公布的文件，未作改动。如系我们阅读有误，敬请指出。谢谢。",
        "What stands in quotation marks is copied from the published document unchanged. If we have misread it, please tell us. Thank you.",
    ),
    "letter.signature": ("姓名：\n联系方式：\n日期：", "Name, how to reach us, date"),
}
