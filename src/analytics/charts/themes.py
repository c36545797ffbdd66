"""What one agency's sections five name as problems, year by year. Required: problems of
``query.narratives.named_problems`` of one agency, and its years with prose."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.mark_matrix import Look, make_mark_traces, make_matrix_layout
from analytics.charts.parts.points import write_quote_point
from analytics.charts.parts.quoting import fold_sentence
from analytics.charts.parts.room import Room
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.problems import THEMES, Theme
from analytics.words import Language, say
from analytics.words.plain import escape_html

LOOKS = {"first": Look("circle-open", "#1f4e79", 13), "again": Look("circle", "#d9822b", 15)}
"""A theme named for the first time, or in the year before as well."""


def name_theme(theme: Theme, language: Language) -> str:
    """What a theme is called."""
    return theme.chinese if language is Language.ZH else theme.english


def draw_themes(
    problems: pd.DataFrame, years: Sequence[int], *, title: Title, language: Language, room: Room = Room.WIDE
) -> Chart:
    """The figure: themes down, the commonest first, years across; each mark leads to the words that name it."""
    named = problems.dropna(subset=["theme", "year"]).drop_duplicates(["theme", "year"])
    counts = named["theme"].value_counts()
    order = sorted((theme for theme in THEMES if theme.key in counts), key=lambda theme: -counts[theme.key])
    rows = {theme.key: at for at, theme in enumerate(order)}
    words = {theme.key: name_theme(theme, language) for theme in order}
    is_again = named["years_running"] > 1
    marks = pd.DataFrame(
        {
            "row": named["theme"].map(rows),
            "column": named["year"].map({year: at for at, year in enumerate(years)}),
            "state": is_again.map({True: "again", False: "first"}),
            "text": [
                "" if row.years_running == 1 else say("narrative.years_running", language, count=int(row.years_running))
                for row in each_row(named)
            ],
            "point": [write_quote_point(row) for row in each_row(named)],
            "hover": [
                "<br>".join([f"<b>{escape_html(words[row.theme])}</b>　{int(row.year)}", *fold_sentence(row.printed)])
                for row in each_row(named)
            ],
        }
    )
    layout = make_matrix_layout(list(words.values()), [str(year) for year in years], room)
    names = {state: say(f"narrative.problem_{state}", language) for state in LOOKS}
    return Chart(title, make_mark_traces(marks, LOOKS, names), layout)
