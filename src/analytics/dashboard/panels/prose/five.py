"""Section five of one agency: the problems it names and names again, the measures it promises and tells of later."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.hits import draw_hits
from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Quote
from analytics.charts.themes import draw_themes, name_theme
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.prose import choosing, listed, marked
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.problems import THEME_BY_KEY
from analytics.words.numbers import number

JUDGED = ("reported", "not_found")


def show_five(build: data.OpenBuild, before: Selection) -> None:
    """An agency's problems by year, then its measures and what the next report tells of them."""
    with controls.open_choices():
        key, organ_id, name = choosing.choose_told_organ(build, before)
    choosing.remember(build, replace(before, organs=(key,), peers=None), (organ_id,))
    build_id = build.warehouse.build_id
    years = sorted(choosing.list_told_years(build, organ_id))
    problems, promises = prose.list_organ_problems(build_id, organ_id), prose.list_organ_promises(build_id, organ_id)
    if problems.empty and promises.empty:
        st.info(say_escaped("narrative.no_five", organ=name))
        return
    _show_problems(build, problems, years, name)
    _show_promises(build, promises, name)


def _show_problems(build: data.OpenBuild, problems: pd.DataFrame, years: list[int], name: str) -> None:
    st.header(t("narrative.problems"), anchor="problems")
    themes = problems.dropna(subset=["theme"])
    if themes.empty:
        st.caption(t("narrative.no_problems"))
        return
    again = themes[themes["years_running"] > 1]["theme"].nunique()
    counts = {"themes": number(themes["theme"].nunique(), language()), "again": number(again, language())}
    title = t("narrative.problems_title", organ=name, first=years[0], last=years[-1], **counts)
    chart = draw_themes(
        themes, years, title=Title(title, t("narrative.problems_subtitle")), language=language(), room=find_room()
    )
    charts.show_chart(chart, title, "problems")
    names = {key: name_theme(theme, language()) for key, theme in THEME_BY_KEY.items()}
    table = pd.DataFrame(
        {
            "year": problems["year"],
            "theme": problems["theme"].map(names).fillna(t("narrative.no_theme")),
            "years_running": problems["years_running"],
            "sentence": problems["printed"],
        }
    )
    listed.show_listed(build, Listed("problems", table, title, places=problems[PLACES]))


def _show_promises(build: data.OpenBuild, promises: pd.DataFrame, name: str) -> None:
    st.header(t("narrative.promises"), anchor="promises")
    if promises.empty:
        st.caption(t("narrative.no_promises"))
        return
    judged = promises[promises["outcome"].isin(JUDGED)]
    told = judged[judged["outcome"] == "reported"]
    counts = {
        "count": number(len(promises), language()),
        "judged": number(len(judged), language()),
        "told": number(len(told), language()),
    }
    title = t("narrative.promises_title", organ=name, **counts)
    if not judged.empty:
        years = judged.groupby("year").size().rename("whole").to_frame()
        years["part"] = told.groupby("year").size().reindex(years.index, fill_value=0)
        years = years.reset_index()
        years["hover"] = [
            t("narrative.promises_hover", year=int(row.year), part=row.part, whole=row.whole) for row in each_row(years)
        ]
        chart = draw_hits(
            years,
            Title(title, t("narrative.promises_subtitle")),
            (t("narrative.promised"), t("narrative.told_later")),
            find_room(),
        )
        charts.show_chart(chart, title, "promises")
    table = pd.DataFrame(
        {
            "year": promises["year"],
            "promised": promises["printed"],
            "outcome_later": [t(f"narrative.outcome.{outcome}") for outcome in promises["outcome"]],
            "told_later": promises["later_printed"].fillna(""),
            "likeness": promises["likeness"],
        }
    )
    listed.show_listed(build, Listed("promises", table, title, places=promises[PLACES], shares=("likeness",)))
    st.caption(t("narrative.promises_note"))
    st.html(
        marked.write_lines(
            line
            for _, of_year in promises.groupby("year")
            for at, row in enumerate(each_row(of_year))
            for line in _write_promise(build, row, is_first=not at)
        )
    )


def _write_promise(build: data.OpenBuild, row: Any, *, is_first: bool) -> list[marked.Line]:
    """A measure as printed, and beneath it the sentence of the next report, each with its link."""
    link, build_id = t("narrative.open"), build.warehouse.build_id
    quote = Quote(int(row.position), int(row.start_at), int(row.end_at))
    address = write_address(build_id, int(row.report_id), Choice(language(), quote=quote))
    year, outcome = int(row.year), str(row.outcome)
    lines = [
        marked.Line(
            (marked.Piece(str(row.printed)),), address, link, t("narrative.promise_of", year=year) if is_first else ""
        )
    ]
    if outcome != "reported":
        return [*lines, marked.Line((marked.Piece(t(f"narrative.outcome_of.{outcome}", year=year + 1), "absent"),))]
    later = Quote(int(row.later_position), int(row.later_start), int(row.later_end))
    address = write_address(build_id, int(row.later_id), Choice(language(), quote=later))
    told = marked.Piece(t("narrative.outcome_of.reported", year=year + 1))
    return [*lines, marked.Line((told, marked.Piece(str(row.later_printed), "repeated")), address, link)]
