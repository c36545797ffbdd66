"""Search in the prose of all reports: how many reports of each year have the words, and where they stand in them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.hits import draw_hits
from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Quote
from analytics.dashboard.choosers import organs
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.prose import choosing, listed, marked
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.group_keys import OWN
from analytics.dashboard.state.opening import is_bare, is_first
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.errors import SelectionError
from analytics.query.prose import SearchResult, SectionHits
from analytics.transforms.rows import each_row
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown
from analytics.words.render import write_error

_PAGE = "hits-page"


def show_search(build: data.OpenBuild, before: Selection) -> None:
    """Words, whose reports and which years; the chart of hits, its table, the hits in context."""
    selection = replace(before, organs=(), peers=OWN) if is_bare() else before
    words = choosing.choose_words(selection)
    group, first, last = choosing.choose_agencies_and_years(build, selection)
    page = _find_page((words, group.organ_ids, first, last), selection)
    chosen = replace(
        organs.set_group(selection, build, group), first=first, last=last, query=words or None, hits_page=page
    )
    choosing.remember(build, chosen, group.organ_ids, before=None if group.organ_ids else before)
    among = group.organ_ids or None
    years = range(first, last + 1)
    if not words:
        _show_start(build, among, years)
        return
    try:
        found, searched = prose.search_prose(build.warehouse.build_id, words, among, years, page or 1)
    except SelectionError as refusal:
        st.warning(escape_markdown(write_error(refusal, language())), icon=":material/search_off:")
        return
    _show_found(build, words, found, searched)


def _find_page(of: object, selection: Selection) -> int | None:
    """Which page of hits is shown; the first where something else is searched for than before."""
    if is_first(_PAGE):
        st.session_state[_PAGE] = selection.hits_page or 1
    elif st.session_state.get("hits-of") != of:
        st.session_state[_PAGE] = 1
    st.session_state["hits-of"] = of
    page = int(st.session_state.setdefault(_PAGE, 1))
    return page if page > 1 else None


def _show_start(build: data.OpenBuild, among: tuple[int, ...] | None, years: range) -> None:
    """What can be searched, before anything is."""
    searched = prose.select_told(build.warehouse.build_id, among, years)
    if searched.empty:
        st.info(t("narrative.none_chosen"))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t("narrative.examples"), width="content")
        for words in t("narrative.example_words").split("|"):
            st.button(
                escape_markdown(words),
                on_click=choosing.take_words,
                args=(words,),
                key=f"example-{words}",
                type="tertiary",
            )
    frame = _count_reports(build, searched, among, years)
    title = t(
        "narrative.searchable",
        count=number(len(searched), language()),
        organs=number(searched["organ_id"].nunique(), language()),
    )
    subtitle = t("narrative.hits_subtitle", source=_describe_origin(searched))
    names = (t("narrative.collected"), t("narrative.with_prose"))
    chart = draw_hits(frame, Title(title, subtitle), names, find_room())
    charts.show_chart(chart, title, "hits")
    table = frame[["year", "whole", "part"]].rename(columns={"whole": "collected", "part": "searched"})
    listed.show_listed(build, Listed("hits", table, title, reports=searched["report_id"].tolist()))


def _count_reports(
    build: data.OpenBuild, searched: pd.DataFrame, among: tuple[int, ...] | None, years: range
) -> pd.DataFrame:
    """Reports of each year, and those of them that have prose."""
    reports = build.reports.drop_duplicates(["organ_id", "year"])
    reports = reports[reports["year"].isin(years)]
    if among is not None:
        reports = reports[reports["organ_id"].isin(among)]
    frame = reports.groupby("year").size().rename("whole").to_frame()
    told = searched.drop_duplicates(["organ_id", "year"]).groupby("year").size()
    frame["part"] = told.reindex(frame.index, fill_value=0)
    frame = frame.reset_index()
    frame["hover"] = [
        t("narrative.reports_hover", year=int(row.year), part=row.part, whole=row.whole) for row in each_row(frame)
    ]
    return frame


def _describe_origin(reports: pd.DataFrame) -> str:
    source = t("narrative.source")
    return t("chart.simulated", source=source) if (reports["origin"] == "simulated").any() else source


def _show_found(build: data.OpenBuild, words: str, found: SearchResult, searched: pd.DataFrame) -> None:
    counts = {"hits": found.total, "reports": found.report_count, "searched": len(searched)}
    written = {name: number(count, language()) for name, count in counts.items()}
    title = t("narrative.found" if found.total else "narrative.nothing", words=words, **written)
    if not found.is_exact:
        title += t("narrative.not_exact")
    years = _count_years(found, searched)
    if not years.empty:
        chart = draw_hits(
            years,
            Title(title, t("narrative.hits_subtitle", source=_describe_origin(searched))),
            (t("narrative.searched"), t("narrative.with_hits")),
            find_room(),
        )
        charts.show_chart(chart, title, "hits")
        table = years[["year", "whole", "part", "hits"]].rename(columns={"whole": "searched", "part": "reports"})
        listed.show_listed(build, Listed("hits", table, title, reports=searched["report_id"].tolist()))
    if not found.total:
        st.info(t("narrative.nothing_advice"))
        return
    _show_hits(build, found, title)


def _count_years(found: SearchResult, searched: pd.DataFrame) -> pd.DataFrame:
    """Reports searched, reports with hits and hits, by year."""
    whole = searched.groupby("year")["report_id"].size().rename("whole")
    counted = found.reports.groupby("year")["count"].agg(part="size", hits="sum")
    years = whole.to_frame().join(counted)
    for name in ("part", "hits"):
        years[name] = years[name].where(years[name].notna(), 0).astype("int64")  # a year with reports and no hit
    years = years.reset_index()
    years["hover"] = [
        t(
            "narrative.hits_hover",
            year=int(row.year),
            **{
                name: number(count, language())
                for name, count in (("reports", row.part), ("searched", row.whole), ("hits", row.hits))
            },
        )
        for row in each_row(years)
    ]
    return years


def _show_hits(build: data.OpenBuild, found: SearchResult, title: str) -> None:
    pages = -(-found.report_count // prose.PAGE)
    if pages > 1:
        left, right = st.columns([4, 1])
        first = (min(st.session_state[_PAGE], pages) - 1) * prose.PAGE
        operands = {
            "first": number(first + 1, language()),
            "last": number(min(first + prose.PAGE, found.report_count), language()),
            "count": number(found.report_count, language()),
        }
        left.caption(say_escaped("narrative.hits_shown", **operands))
        st.session_state[_PAGE] = min(st.session_state[_PAGE], pages)
        right.number_input(t("narrative.hits_page"), 1, pages, key=_PAGE)
    st.html(marked.write_lines(line for hits in found.sections for line in _write_hits(build, hits)))
    table, places = _list_hits(build, found)
    listed.show_listed(
        build,
        Listed(
            "hits-in-context",
            table,
            title,
            places=places,
            label=t("narrative.hits_table", count=number(len(table), language())),
        ),
    )


def _write_hits(build: data.OpenBuild, hits: SectionHits) -> list[marked.Line]:
    organ = build.name_organs(language())[build.organ_of[hits.report_id]]
    count = sum(len(excerpt.hits) for excerpt in hits.excerpts)
    heading = t(
        "narrative.hits_heading",
        organ=organ,
        year=hits.year,
        section=hits.heading or t("narrative.start"),
        count=number(count, language()),
    )
    lines = [marked.Line((), heading=heading)]
    for excerpt in hits.excerpts:
        pieces = marked.cut_pieces(excerpt.text, (marked.Stretch(hit.start, hit.end, "hit") for hit in excerpt.hits))
        before, behind = (
            marked.Piece("…" if is_cut else "") for is_cut in (excerpt.is_cut_before, excerpt.is_cut_behind)
        )
        quote = Quote(hits.position, excerpt.start, excerpt.start + len(excerpt.text))
        address = write_address(build.warehouse.build_id, hits.report_id, Choice(language(), quote=quote))
        lines.append(marked.Line((before, *pieces, behind), address, t("narrative.open")))
    return lines


def _list_hits(build: data.OpenBuild, found: SearchResult) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The hits of the page as a table, and where each was printed."""
    rows, places = [], []
    for hits in found.sections:
        organ = build.name_organs(language())[build.organ_of[hits.report_id]]
        for excerpt in hits.excerpts:
            rows.append((organ, hits.year, hits.heading, len(excerpt.hits), excerpt.text, hits.file))
            places.append((hits.report_id, hits.position, excerpt.start, excerpt.start + len(excerpt.text)))
    return pd.DataFrame(rows, columns=["organ", "year", "section", "hits", "excerpt", "file"]), pd.DataFrame(
        places, columns=PLACES
    )
