"""The commonest problems of section five, by province and year; every share opens the words it is counted from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Point
from analytics.charts.shares import draw_shares
from analytics.charts.themes import name_theme
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.prose import choosing, listed, sentences, untold
from analytics.dashboard.panels.prose.listed import Listed
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, t
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.problems import THEMES
from analytics.words.numbers import number
from analytics.words.plain import escape_html


def show_problems(build: data.OpenBuild, before: Selection) -> None:
    """Themes by year in a province or everywhere, and provinces by theme in one year."""
    counts = prose.count_problems(build.warehouse.build_id)
    if counts.empty:
        choosing.remember(build, before, ())
        build_id = build.warehouse.build_id
        organ_ids = tuple(prose.list_told(build_id)["organ_id"].unique())
        untold.explain_absence(build_id, organ_ids, t("practices.no_problems"), [])
        return
    years = sorted((int(year) for year in counts["year"].unique()), reverse=True)
    with controls.open_choices():
        left, right = st.columns([3, 1])
        area = _choose_province(build, left, counts, before)
        year = choosing.choose_told_year(right, years, "practice-year", before.year, start=years[0])
    choosing.remember(build, replace(before, year=year, changes_area=_map_codes(build).get(area)), ())
    of_area = counts[counts["group"] == area]
    point = _show_years(build, of_area, area)
    if point is not None:
        _show_behind(build, point, area)
    by_province = counts[(counts["group"] != prose.EVERYWHERE) & (counts["year"] == year)]
    if by_province["group"].nunique() > 1:
        _show_provinces(build, by_province, year)


def _map_codes(build: data.OpenBuild) -> dict[str, str]:
    """The first digits of a province's division codes, by its name."""
    return {name: code for code, name in reversed(build.area_names.items()) if code}


def _choose_province(build: data.OpenBuild, place: Any, counts: pd.DataFrame, before: Selection) -> str:
    provinces = [prose.EVERYWHERE, *sorted(set(counts["group"]) - {prose.EVERYWHERE})]
    asked = build.area_names.get(before.changes_area or "", prose.EVERYWHERE)
    controls.begin("problem-province", provinces, lambda: asked if asked in provinces else prose.EVERYWHERE)
    chosen: str = place.selectbox(
        t("practices.province"),
        provinces,
        format_func=lambda name: name or t("choose.everywhere"),
        key="problem-province",
    )
    return chosen


def _name_themes() -> dict[str, str]:
    return {theme.key: name_theme(theme, language()) for theme in THEMES}


def _show_years(build: data.OpenBuild, counts: pd.DataFrame, area: str) -> Point | None:
    years = sorted(int(year) for year in counts["year"].unique())
    named = counts.groupby("theme")["organs"].sum().sort_values(ascending=False)
    order, names = list(named.index), _name_themes()
    last = counts[counts["year"] == years[-1]].sort_values("organs", ascending=False)
    latest = last.iloc[0]
    tied = int((last["organs"] == latest["organs"]).sum())
    title = t(
        "practices.title_problems" if tied == 1 else "practices.title_problems_tied",
        themes=number(tied, language()),
        area=area or t("choose.everywhere"),
        year=years[-1],
        theme=names[latest["theme"]],
        organs=number(int(latest["organs"]), language()),
        of=number(int(latest["of_organs"]), language()),
    )
    heads = [
        t(
            "practices.year_of",
            year=year,
            count=number(int(counts.loc[counts["year"] == year, "of_organs"].iloc[0]), language()),
        )
        for year in years
    ]
    cells = _place(
        counts,
        counts["theme"].map({key: at for at, key in enumerate(order)}),
        counts["year"].map({year: at for at, year in enumerate(years)}),
    )
    chart = draw_shares(
        cells, [names[key] for key in order], heads, Title(title, t("practices.problems_subtitle")), find_room()
    )
    point = charts.show_chart(chart, title, "common-problems")
    table = _list_counts(counts, area or t("choose.everywhere"))
    listed.show_listed(
        build, Listed("common-problems", table, title, reports=_list_reports(build, area), shares=("share",))
    )
    if point is None:
        st.caption(t("practices.choose_share"))
    return point


def _place(counts: pd.DataFrame, rows: pd.Series, columns: pd.Series) -> pd.DataFrame:
    names = _name_themes()
    return pd.DataFrame(
        {
            "row": rows,
            "column": columns,
            "share": counts["share"],
            "point": [Point(None, 0, int(row.year), str(row.theme)).write() for row in each_row(counts)],
            "hover": [
                "<br>".join(
                    [
                        f"<b>{escape_html(names[row.theme])}</b>　{escape_html(row.group)} {int(row.year)}",
                        t("practices.problem_hover", organs=row.organs, of=row.of_organs),
                    ]
                )
                for row in each_row(counts)
            ],
        }
    )


def _list_counts(counts: pd.DataFrame, area: str | pd.Series) -> pd.DataFrame:
    """The rows of a table: of each year and theme in an area how many agencies name it."""
    theme = counts["theme"].map(_name_themes())
    return counts[["year", "organs", "of_organs", "share"]].assign(area=area, theme=theme)[
        ["area", "year", "theme", "organs", "of_organs", "share"]
    ]


def _list_reports(build: data.OpenBuild, area: str) -> list[int]:
    problems = prose.list_every_problem(build.warehouse.build_id)
    return problems.loc[(problems["province"] == area) | (area == prose.EVERYWHERE), "report_id"].unique().tolist()


def _show_behind(build: data.OpenBuild, point: Point, area: str) -> None:
    """The problems that a share is counted from."""
    problems = prose.list_every_problem(build.warehouse.build_id)
    rows = problems[(problems["theme"] == point.measure) & (problems["year"] == point.year)]
    if area:
        rows = rows[rows["province"] == area]
    heading = t("practices.problems_behind", theme=_name_themes()[point.measure], year=point.year)
    sentences.show_sentences(
        build, rows.rename(columns={"printed": "sentence"}).reset_index(drop=True), heading, "problems"
    )


def _show_provinces(build: data.OpenBuild, counts: pd.DataFrame, year: int) -> None:
    names = _name_themes()
    order = list(counts.groupby("theme")["organs"].sum().sort_values(ascending=False).index)
    provinces = sorted(counts["group"].unique())
    title = t("practices.title_provinces", year=year, count=number(len(provinces), language()))
    cells = _place(
        counts,
        counts["group"].map({name: at for at, name in enumerate(provinces)}),
        counts["theme"].map({key: at for at, key in enumerate(order)}),
    )
    chart = draw_shares(
        cells, provinces, [names[key] for key in order], Title(title, t("practices.problems_subtitle")), find_room()
    )
    charts.show_chart(chart, title, "problem-provinces")
    table = _list_counts(counts, counts["group"])
    listed.show_listed(
        build,
        Listed("problem-provinces", table, title, reports=_list_reports(build, prose.EVERYWHERE), shares=("share",)),
    )
