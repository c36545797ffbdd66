"""The statistics tables of reports before 2019: four of those that were in use, as one table of four editions.

Their lines have names and numbers of their own: nothing but what ``continues`` says goes on after 2018.
"""

from __future__ import annotations

from analytics.vocabulary.form.model import Column
from analytics.vocabulary.form.statistics import fujian, national, shanghai

LINES = (*shanghai.LINES, *fujian.LINES, *national.LINES)
COLUMNS = (
    Column(
        0,
        "year",
        "统计数",
        "This year",
        aliases=(
            "年度",
            "本年累计",
            "本年",
            "本年度",
            "数量",
            "统计数据",
            "年度数",
            "本年数",
            "本年度数",
            "本年统计数",
            "本年度统计数",
            "年度累计",
            "当年",
            "全年",
        ),
    ),
    Column(1, "cumulative", "历年累计", "All years so far", aliases=("历年累计数", "累计")),
    Column(2, "period", "本月", "This month or period", aliases=("本期", "本月(期)", "本月数")),
)
TABLES = (*shanghai.TABLES, *fujian.TABLES, *national.TABLES)
