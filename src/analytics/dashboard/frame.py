"""The frame around every page: language, navigation, what is loaded, and one sentence where something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.dashboard.choosers.controls import begin
from analytics.dashboard.panels import saved_views
from analytics.dashboard.routes.failures import failed
from analytics.dashboard.routes.paths import PAGES
from analytics.dashboard.state import data, opening, session
from analytics.dashboard.views import compare, county, methods, overview, rankings, remedies, requests, trends
from analytics.dashboard.views import data as data_view
from analytics.dashboard.views import map as map_view
from analytics.errors import CountyScopeError
from analytics.vocabulary.places.fictional import STAMP
from analytics.words import Language, say
from analytics.words.numbers import day, number
from analytics.words.plain import escape_markdown
from analytics.words.render import error

VIEWS: dict[str, Callable[[], None]] = {
    "overview": overview.show,
    "county": county.show,
    "trends": trends.show,
    "compare": compare.show,
    "rankings": rankings.show,
    "map": map_view.show,
    "requests": requests.show,
    "remedies": remedies.show,
    "data": data_view.show,
    "methods": methods.show,
}


ICON = files("analytics.dashboard").joinpath("icon.svg").read_text("utf-8")
"""Our own: the browser would fetch one of Streamlit's names from elsewhere."""
WITHOUT_CHOICES = ("methods",)
"""Pages whose address asks for nothing."""
STYLE = """
.chart-title {font-size: 1.12rem; font-weight: 650; line-height: 1.35; color: #1f2933}
.chart-subtitle, .chart-subtitle span {font-size: .84rem !important; line-height: 1.5; color: #55636f !important}
[data-testid=stCaptionContainer], [data-testid=stCaptionContainer] * {color: #55636f !important; opacity: 1 !important}
[data-tag] {background: #e4ebf2 !important; color: #1f2933 !important}
[data-tag] > span {max-width: 15em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap}
[data-tag] button {color: #1f2933 !important}
[data-testid=stMainBlockContainer] {padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1180px}
"""
"""What the theme cannot say: titles of charts as text, captions that can be read, a width that reads well, chosen
organs by their names (what they are found by follows, cut off)."""


def draw() -> None:
    """Draw the chosen page."""
    st.set_page_config(page_title="CountyScope 县镜", page_icon=ICON, layout="wide")
    st.html(f"<style>{STYLE}</style>")
    set_language()
    pages = [
        st.Page(guarded(VIEWS[name]), title=session.t(f"{name}.title"), icon=icon, url_path=name, default=at == 0)
        for at, (name, icon) in enumerate(PAGES.items())
    ]
    page = st.navigation(pages, position="top")
    opening.note(page.url_path)
    beside = _sidebar()
    _banner()
    above = st.container()
    page.run()
    if beside:  # after the page, which writes its address
        if page.url_path in WITHOUT_CHOICES:
            with above:
                opening.put_aside(beside[1].warehouse.build_id, session.language())
        with beside[0]:
            saved_views.panel(page.url_path or next(iter(PAGES)), PAGES, beside[1])


def set_language() -> None:
    """The address decides, then the session, then the browser."""
    said = st.query_params.get("lang")
    if said in set(Language):
        st.session_state["language"] = Language(said)
    elif "language" not in st.session_state:
        locale = (st.context.locale or "zh").lower()
        st.session_state["language"] = Language.ZH if locale.startswith("zh") else Language.EN


def _sidebar() -> tuple[DeltaGenerator, data.Collection] | None:
    """What stands beside every page; the place for saved views and the collection, where there is one."""
    with st.sidebar:
        opening.keep_history()
        st.markdown("### CountyScope 县镜")
        begin("language-choice", list(Language), session.language)
        st.segmented_control(
            session.t("language"),
            list(Language),
            key="language-choice",
            required=True,
            format_func=lambda one: say("language.name", one),
            on_change=_switch_language,
        )
        try:
            held = data.collection()
        except CountyScopeError:
            return None
        place = st.container()
        build = held.build
        known = st.session_state.setdefault("build", build.build_id)
        if known != build.build_id:
            st.session_state["build"] = build.build_id
            st.toast(session.t("page.new_build"), icon=":material/refresh:")
        st.caption(
            session.as_text(
                "sidebar.build",
                day=day(build.built_at, session.language()),
                reports=number(held.report_count, session.language()),
            )
        )
        if others := build.reports - held.report_count:
            st.caption(session.as_text("sidebar.others", count=number(others, session.language())))
        st.caption(session.as_text("sidebar.build_id", build=build.build_id))
        st.caption(session.t("sidebar.honesty"))
        return place, held


def _banner() -> None:
    """Above every page: that a damaged build is refused, and that there are simulated reports."""
    try:
        held = data.collection()
    except CountyScopeError:
        return
    refused = data.refused_build(held)
    if refused:
        names = {
            "refused": refused,
            "shown": held.warehouse.build_id,
            "day": day(held.build.built_at, session.language()),
        }
        st.warning(session.as_text("page.build_refused", **names), icon=":material/warning:")
    count = held.simulated_count
    if count:
        said = session.as_text("page.simulated", count=number(count, session.language()), stamp=STAMP)
        st.info(said, icon=":material/science:")


def _switch_language() -> None:
    st.session_state["language"] = st.session_state["language-choice"]
    st.query_params["lang"] = str(st.session_state["language"])


def guarded(show: Callable[[], None]) -> Callable[[], None]:
    """A page that says in a sentence what is wrong. What stops or repeats a run is no exception and passes."""

    def page() -> None:
        try:
            show()
        except CountyScopeError as refusal:
            st.error(escape_markdown(error(refusal, session.language())), icon=":material/error:")
        except Exception as reason:  # noqa: BLE001 a reader gets a sentence whatever it was; the log has all of it
            failed(reason)

    page.__name__ = show.__module__.rsplit(".", 1)[-1]
    return page
