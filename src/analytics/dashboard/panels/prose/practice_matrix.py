"""Agencies × practices in one year, every mark a sentence; and over the years, how many agencies tell of each."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Point, Quote
from analytics.charts.practices import LOOKS, draw_practices, name_practice, write_basis
from analytics.charts.shares import draw_shares
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.prose import choosing, listed, sentences, untold
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.panels.readable import add_style, show_readable_table
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import PRACTICE_GROUPS, Selection
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, t
from analytics.prose.practices import NOT_MENTIONED
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.practices import PRACTICE_BY_KEY, PRACTICES, Practice
from analytics.words.numbers import number
from analytics.words.plain import escape_html

SHOWN = 40
"""Agencies of the chart; the table has all."""


def choose_practices(selection: Selection) -> tuple[str, list[Practice]]:
    """A group of practices, and those of it."""
    group = str(controls.choose_way(st, "practices.group", "practice-group", PRACTICE_GROUPS, selection.practice_group))
    return group, [practice for practice in PRACTICES if practice.group == group]


def list_told_years(build: data.OpenBuild, organ_ids: tuple[int, ...]) -> list[int]:
    """Years in which some agencies have a report with prose, or any of the collection, the latest first."""
    build_id = build.warehouse.build_id
    told = prose.select_told(build_id, organ_ids, None)
    told = prose.list_told(build_id) if told.empty else told
    return sorted({int(year) for year in told["year"]}, reverse=True)


def _find_year_of_most_practices(build: data.OpenBuild, organ_ids: tuple[int, ...], years: list[int]) -> int:
    """The latest of the years, latest first, in which the agencies tell of most practices; where they tell of none,
    in which most of them have a report with prose."""
    counts = untold.list_marked_years(build.warehouse.build_id, organ_ids, tuple(PRACTICE_BY_KEY))
    if counts.empty:
        told = prose.select_told(build.warehouse.build_id, organ_ids, None)
        counts = told.groupby("year")["organ_id"].nunique()
    return max(years, key=lambda year: counts.get(year, 0))


def show_matrix(build: data.OpenBuild, before: Selection) -> None:
    """Whose reports of which year, and which practices."""
    with controls.open_choices():
        way_place, year_place = st.columns([3, 1])
        group = organs.choose_group(
            build, before, first=organs.AREA, start=lambda: (), way_place=way_place, place=st.container()
        )
        years = list_told_years(build, group.organ_ids)
        start = _find_year_of_most_practices(build, group.organ_ids, years)
        year = choosing.choose_told_year(year_place, years, "practice-year", before.year, start=start)
        practice_group, practices = choose_practices(before)
    chosen = replace(organs.set_group(before, build, group), year=year, practice_group=practice_group)
    choosing.remember(build, chosen, group.organ_ids)
    cells = prose.tabulate_group(build.warehouse.build_id, group.organ_ids, year, practice_group)
    if cells.empty:
        st.info(t("narrative.none_chosen"))
        return
    names = build.name_organs(language())
    if (cells["stance"] == NOT_MENTIONED).all():
        _explain_year(build, cells, practices, group, year)
        return
    point = _draw(build, cells, practices, group, year)
    listed.show_later(build, "practices", len(cells), lambda: _list_cells(cells, names, year))
    if point is not None and point.quote is not None:
        _show_clicked(build, cells[cells["report_id"] == point.report_id], point.quote)


def _explain_year(
    build: data.OpenBuild, cells: pd.DataFrame, practices: list[Practice], group: Group, year: int
) -> None:
    """In the place of marks without any: the years that have some, or what documents are missing."""
    keys = [practice.key for practice in practices]
    marked = untold.list_marked_years(build.warehouse.build_id, group.organ_ids, keys)
    key, count = ("practices.title_none", cells["organ_id"].nunique())
    if marked.empty:
        key, count = ("practices.none_ever", len(set(group.organ_ids)))
    missing = t(key, year=year, organs=number(count, language()))
    untold.explain_absence(build.warehouse.build_id, group.organ_ids, missing, [int(one) for one in marked.index])


def _draw(
    build: data.OpenBuild, cells: pd.DataFrame, practices: list[Practice], group: Group, year: int
) -> Point | None:
    told = set(cells["organ_id"])
    order = [organ_id for organ_id in group.organ_ids if organ_id in told]
    names = build.name_organs(language())
    counts = cells[cells["stance"] == "done"].groupby("practice")["organ_id"].nunique()
    title = _write_title(counts, practices, len(order), year)
    subtitle = t("practices.subtitle")
    if len(order) > SHOWN:
        subtitle += t("practices.drawn", drawn=SHOWN, count=number(len(order), language()))
    if missing := len(group.organ_ids) - len(order):
        subtitle += t("practices.without_prose", count=number(missing, language()))
    chart = draw_practices(
        cells,
        practices,
        {organ_id: names[organ_id] for organ_id in order[:SHOWN]},
        title=Title(title, subtitle),
        language=language(),
        room=find_room(),
    )
    return charts.show_chart(chart, title, "practices")


def _write_title(counts: pd.Series, practices: list[Practice], organs_count: int, year: int) -> str:
    """Which practices most and fewest agencies say they followed."""
    found = {practice.key: int(counts.get(practice.key, 0)) for practice in practices}
    if not any(found.values()):
        return t("practices.title_undone", year=year, organs=number(organs_count, language()))
    most, fewest = max(found, key=lambda key: found[key]), min(found, key=lambda key: found[key])
    operands = {
        "most": name_practice(PRACTICE_BY_KEY[most], language()),
        "most_count": number(found[most], language()),
        "fewest": name_practice(PRACTICE_BY_KEY[fewest], language()),
        "fewest_count": number(found[fewest], language()),
    }
    return t("practices.title_matrix", year=year, organs=number(organs_count, language()), **operands)


def _list_cells(cells: pd.DataFrame, names: dict[int, str], year: int) -> Listed:
    table = pd.DataFrame(
        {
            "organ": cells["organ_id"].map(names),
            "year": cells["year"],
            "practice": cells["practice"].map(_name_all()),
            "stance": [t(f"practices.stance.{stance}") for stance in cells["stance"]],
            "sentence": cells["sentence"].fillna(""),
        }
    )
    places = cells[["report_id", "position"]].assign(start_at=cells["sentence_start"], end_at=cells["sentence_end"])
    return Listed("practices", table, t("practices.table_of", year=year), places=places[PLACES])


def _name_all() -> dict[str, str]:
    return {key: name_practice(practice, language()) for key, practice in PRACTICE_BY_KEY.items()}


def _show_clicked(build: data.OpenBuild, cells: pd.DataFrame, quote: Quote) -> None:
    """The sentence behind a mark, what it is read as, and by which definition."""
    found = cells[(cells["position"] == quote.position) & (cells["sentence_start"] == quote.start)]
    if found.empty:
        return
    rows = sentences.quote_sentences(found.head(1))
    told = [
        t(
            "practices.read_as",
            practice=_name_all()[row.practice],
            stance=t(f"practices.stance.{row.stance}"),
            basis=write_basis(PRACTICE_BY_KEY[row.practice], language()),
        )
        for row in each_row(found)
    ]
    sentences.show_sentences(build, rows, t("list.clauses").join(told), "matrix")


def show_years(build: data.OpenBuild, before: Selection) -> None:
    """Over the years, the share of agencies with prose that say they followed each practice."""
    with controls.open_choices():
        group = organs.choose_group(
            build, before, first=organs.AREA, start=lambda: (), way_place=st.container(), place=st.container()
        )
        practice_group, practices = choose_practices(before)
    chosen = replace(organs.set_group(before, build, group), practice_group=practice_group)
    choosing.remember(build, chosen, group.organ_ids)
    counts = prose.count_practice_years(build.warehouse.build_id, group.organ_ids)
    counts = counts[counts["practice"].isin([practice.key for practice in practices])]
    if counts.empty:
        st.info(t("narrative.none_chosen"))
        return
    if not counts["told"].any():
        missing = t("practices.none_ever", organs=number(len(set(group.organ_ids)), language()))
        untold.explain_absence(build.warehouse.build_id, group.organ_ids, missing, [])
        return
    years = sorted(int(year) for year in counts["year"].unique())
    title = _write_years_title(counts, practices, years)
    chart = draw_shares(
        _place_counts(counts, practices, years),
        list(map(_name_all().__getitem__, (practice.key for practice in practices))),
        _name_years(counts, years),
        Title(title, t("practices.years_subtitle", group=group.name)),
        find_room(),
    )
    point = charts.show_chart(chart, title, "practice-years")
    table = pd.DataFrame(
        {
            "practice": counts["practice"].map(_name_all()),
            "year": counts["year"],
            "done": counts["done"],
            "told": counts["told"],
            "of_organs": counts["of_organs"],
            "share": counts["share"],
        }
    )
    told = prose.select_told(build.warehouse.build_id, group.organ_ids, None)
    listed.show_listed(
        build, Listed("practice-years", table, title, reports=told["report_id"].tolist(), shares=("share",))
    )
    if point is None:
        st.caption(t("practices.choose_share"))
        return
    _show_behind(build, told[told["year"] == point.year], point)


def _name_years(counts: pd.DataFrame, years: list[int]) -> list[str]:
    of = dict(zip(counts["year"], counts["of_organs"], strict=True))
    return [t("practices.year_of", year=year, count=number(int(of[year]), language())) for year in years]


def _write_years_title(counts: pd.DataFrame, practices: list[Practice], years: list[int]) -> str:
    """The practice whose share moved most between the first and the last year, with its counts."""
    first, last = (counts[counts["year"] == year].set_index("practice") for year in (years[0], years[-1]))
    moves = (last["share"] - first["share"]).abs()
    key = str(moves.idxmax())
    if len(years) == 1 or not moves.max():
        return t("practices.title_years", first=years[0], last=years[-1], count=len(practices))
    ends = {
        name: "/".join(number(int(frame[part][key]), language()) for part in ("done", "of_organs"))
        for name, frame in (("before", first), ("now", last))
    }
    return t("practices.title_moved", practice=_name_all()[key], first=years[0], last=years[-1], **ends)


def _place_counts(counts: pd.DataFrame, practices: list[Practice], years: list[int]) -> pd.DataFrame:
    rows = {practice.key: at for at, practice in enumerate(practices)}
    return pd.DataFrame(
        {
            "row": counts["practice"].map(rows),
            "column": counts["year"].map({year: at for at, year in enumerate(years)}),
            "share": counts["share"],
            "point": [Point(None, 0, int(row.year), str(row.practice)).write() for row in each_row(counts)],
            "hover": [
                "<br>".join(
                    [
                        f"<b>{escape_html(_name_all()[row.practice])}</b>　{int(row.year)}",
                        t("practices.share_hover", done=row.done, told=row.told, of=row.of_organs),
                    ]
                )
                for row in each_row(counts)
            ],
        }
    )


def _show_behind(build: data.OpenBuild, told: pd.DataFrame, point: Point) -> None:
    """The sentences that a share is counted from."""
    marks = prose.read_marks(build.warehouse.build_id, tuple(int(one) for one in told["report_id"]), point.measure)
    done = marks[marks["stance"] == next(iter(LOOKS))]
    rows = sentences.quote_sentences(done)
    heading = t("practices.behind", practice=_name_all()[point.measure], year=point.year)
    sentences.show_sentences(build, rows.reset_index(drop=True), heading, "practice-years")


def show_lexicon(build: data.OpenBuild, before: Selection) -> None:
    """What is looked for, by which words, on which basis."""
    with controls.open_choices():
        practice_group, practices = choose_practices(before)
    choosing.remember(build, replace(before, practice_group=practice_group), ())
    st.markdown(t("practices.lexicon_note"))
    add_style()
    table = pd.DataFrame(
        [
            (name_practice(practice, language()), write_basis(practice, language()), _write_pattern(practice))
            for practice in practices
        ],
        columns=["practice", "basis_of_practice", "pattern"],
    )
    show_readable_table(table.set_axis([t(f"column.{name}") for name in table], axis=1), (24, 20, 56))
    listed.show_listed(build, Listed("lexicon", table, t("practices.lexicon_title"), reports=()))


def _write_pattern(practice: Practice) -> str:
    return (
        practice.pattern
        if not practice.beside
        else t("practices.beside", pattern=practice.pattern, beside=practice.beside)
    )
