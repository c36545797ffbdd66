"""The frame around every page: language, navigation, what is loaded, and one sentence where something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources import files

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from analytics.charts.parts.room import Room
from analytics.dashboard.choosers.controls import begin
from analytics.dashboard.pages import PAGES
from analytics.dashboard.panels import saved_views
from analytics.dashboard.panels.facsimile.drawer import write_drawer
from analytics.dashboard.panels.sheets import PRINT_STYLE, write_sheet_style
from analytics.dashboard.routes.failures import report_failure
from analytics.dashboard.state import data, opening, session
from analytics.dashboard.state.address import Sheet
from analytics.dashboard.state.screen import find_room, watch_screen
from analytics.dashboard.state.sheet import find_sheet
from analytics.errors import CountyScopeError
from analytics.vocabulary.places.fictional import STAMP
from analytics.words import Language, say
from analytics.words.numbers import day, number
from analytics.words.plain import escape_html, escape_markdown
from analytics.words.render import write_error

ICON = files("analytics.dashboard").joinpath("icon.svg").read_text("utf-8")
"""Our own: the browser would fetch one of Streamlit's names from elsewhere."""
STYLE = """
.chart-title {font-size: 1.12rem; font-weight: 700; line-height: 1.35; color: #1f2933}
.chart-subtitle {font-size: .84rem; line-height: 1.5; color: #55636f; white-space: pre-line}
[data-testid=stCaptionContainer], [data-testid=stCaptionContainer] * {color: #55636f !important; opacity: 1 !important}
[data-tag] {background: #e4ebf2 !important; color: #1f2933 !important}
[data-tag] > span {max-width: 15em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap}
[data-tag] button {color: #1f2933 !important}
[data-testid=stMainBlockContainer] {padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1180px}
[data-testid=stMainBlockContainer] h1 {font-size: 1.5rem; padding: 0 0 .5rem}
[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock] {gap: .7rem}
.st-key-choices [data-testid=stVerticalBlock], .st-key-choices [data-testid=stHorizontalBlock] {gap: .4rem .8rem}
.st-key-choices {margin-top: .4rem}
.st-key-pages {flex-wrap: wrap; margin-top: -.6rem}
.st-key-pages a {padding: .1rem .5rem; min-height: 24px}
.st-key-choices [data-testid=stWidgetLabel] {min-height: 1.2rem; margin-bottom: 0}
.st-key-choices [data-testid=stSlider] [data-testid=stWidgetLabel] {margin-bottom: .55rem}
"""
"""What the theme cannot say: titles of charts as text, captions that can be read, a width that reads well, chosen
organs by their names (what they are found by follows, cut off)."""


ENGLISH_STYLE = "[data-testid=stApp] {font-variant-east-asian: proportional-width}"
"""Chinese fonts, which come first for the names, set quotation marks as wide as a character: not in English."""


def draw() -> None:
    """Draw the chosen page."""
    with data.keep_build_for_run():
        _draw_run()


def _draw_run() -> None:
    st.set_page_config(page_title="CountyScope 县镜", page_icon=ICON, layout="wide")
    sheet = find_sheet()
    set_language()
    style = STYLE if session.language() is Language.ZH else STYLE + ENGLISH_STYLE
    if sheet is None:  # one element: each is a message to the browser at every rerun
        brought = f"<style>{style}{PRINT_STYLE}</style>{opening.KEEP_HISTORY}{write_drawer(session.language())}"
        st.html(brought, unsafe_allow_javascript=True)
    else:
        st.html(f"<style>{style}{write_sheet_style(sheet)}</style>")
    pages = [
        st.Page(guard_page(page.show), title=session.t(f"{name}.title"), url_path=name, default=at == 0)
        for at, (name, page) in enumerate(PAGES.items())
    ]
    page = st.navigation(pages, position="top" if sheet is None else "hidden")
    opening.note_opening(page.url_path)
    if sheet is not None:
        _draw_sheet(page, sheet)
        return
    beside = _draw_sidebar()
    if find_room() is Room.NARROW:
        _draw_page_links(pages)
    if beside:
        _draw_banner(beside[1])
    above = st.container()
    page.run()
    if beside:  # after the page, which writes its address
        name = page.url_path or next(iter(PAGES))
        if not PAGES[name].has_choices:
            with above:
                opening.put_aside(beside[1].warehouse.build_id, session.language())
        with beside[0]:
            saved_views.show_panel(name, PAGES, beside[1])


def _draw_page_links(pages: Sequence[StreamlitPage]) -> None:
    """The pages in sight, since a narrow screen folds the navigation away behind a sign."""
    with st.container(horizontal=True, key="pages", gap=None):
        for page in pages:
            st.page_link(page=page, width="content")


def _draw_sheet(page: StreamlitPage, sheet: Sheet) -> None:
    """The page with nothing around it, of which one chart is seen."""
    if sheet is Sheet.PRINT:
        st.html(f"<div class='sheet-hint'>{escape_html(session.t('share.hint'))}</div>")
    else:
        watch_screen()
    with suppress(CountyScopeError):  # the page says so itself
        _draw_banner(data.open_current_build())
    page.run()


def set_language() -> None:
    """The address decides, then the session, then the browser."""
    requested = st.query_params.get("lang")
    if requested in set(Language):
        session.begin_run(Language(requested))
    elif "language" in st.session_state:
        session.begin_run(Language(st.session_state["language"]))
    else:
        locale = (st.context.locale or "zh").lower()
        session.begin_run(Language.ZH if locale.startswith("zh") else Language.EN)


def _draw_sidebar() -> tuple[DeltaGenerator, data.OpenBuild] | None:
    """What stands beside every page; the place for saved views and the collection, where there is one."""
    with st.sidebar:
        watch_screen()
        st.markdown("### CountyScope 县镜")
        begin("language-choice", list(Language), session.language)
        st.segmented_control(
            session.t("language"),
            list(Language),
            key="language-choice",
            required=True,
            format_func=lambda language: say("language.name", language),
            on_change=_switch_language,
        )
        try:
            build = data.open_current_build()
        except CountyScopeError:
            return None
        place = st.container()
        record = build.build
        known = st.session_state.setdefault("build", record.build_id)
        if known != record.build_id:
            st.session_state["build"] = record.build_id
            st.toast(session.t("page.new_build"), icon=":material/refresh:")
        _describe_build(build)
        return place, build


def _describe_build(build: data.OpenBuild) -> None:
    """What is loaded, in one element: each costs a message at every rerun."""
    record, language = build.build, session.language()
    made, count = day(record.built_at, language), number(build.report_count, language)
    loaded = session.say_escaped("sidebar.build", day=made, reports=count)
    other_count = record.reports - build.report_count
    others = session.say_escaped("sidebar.others", count=number(other_count, language)) if other_count else ""
    build_id = session.say_escaped("sidebar.build_id", build=record.build_id)
    st.caption(f"{loaded}\n\n{others}\n\n{build_id}\n\n{session.t('sidebar.honesty')}")


def _draw_banner(build: data.OpenBuild) -> None:
    """Above every page: that a damaged build is refused, and that there are simulated reports."""
    refused = data.find_refused_build(build)
    if refused:
        names = {
            "refused": refused,
            "shown": build.warehouse.build_id,
            "day": day(build.build.built_at, session.language()),
        }
        st.warning(session.say_escaped("page.build_refused", **names), icon=":material/warning:")
    count = build.simulated_count
    if count:
        sentence = session.say_escaped("page.simulated", count=number(count, session.language()), stamp=STAMP)
        st.info(sentence, icon=":material/science:")


def _switch_language() -> None:
    st.session_state["language"] = st.session_state["language-choice"]
    st.query_params["lang"] = str(st.session_state["language"])


def guard_page(show: Callable[[], None]) -> Callable[[], None]:
    """A page that says in a sentence what is wrong. What stops or repeats a run is no exception and passes."""

    def show_page() -> None:
        try:
            show()
        except CountyScopeError as refusal:
            st.error(escape_markdown(write_error(refusal, session.language())), icon=":material/error:")
        except Exception as reason:  # noqa: BLE001 a reader gets a sentence whatever it was; the log has all of it
            report_failure(reason)

    show_page.__name__ = show.__module__.rsplit(".", 1)[-1]
    return show_page
