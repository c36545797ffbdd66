"""What a session keeps: its language, the view it shows, and the address of it."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from analytics.dashboard.state import address, data, opening, since
from analytics.dashboard.state.address import Selection
from analytics.transforms.revisions import PageView
from analytics.vocabulary.measures import find_measure
from analytics.words import Language, say
from analytics.words.plain import escape_markdown

_NAMED_IN_TAB = 2
"""Measures in the title of a tab, which has little room."""
_run_language: ContextVar[Language | None] = ContextVar("run_language", default=None)
"""Of the run that this thread draws: a page asks for it hundreds of times."""


def begin_run(chosen: Language) -> None:
    """Note the language that this run is drawn in."""
    st.session_state["language"] = chosen
    _run_language.set(chosen)


def language() -> Language:
    """The language of this session."""
    return _run_language.get() or Language(st.session_state.get("language", Language.ZH))


def t(key: str, **operands: object) -> str:
    """A sentence in the language of this session."""
    return say(key, language(), **operands)


def say_escaped(key: str, **operands: object) -> str:
    """As ``t``, for what takes Markdown: shown as it reads, whatever its operands hold."""
    return escape_markdown(t(key, **operands))


def read_selection(build: data.OpenBuild) -> Selection:
    """What the address asks for, else what this session last showed; unknown values are said on the page."""
    reading = address.read(opening.read_parameters(), organs=build.keys, years=build.span)
    opening.complain(opening.describe_strangers(reading, language()))
    since.follow(reading, build)
    if not st.session_state.get("is_opened"):
        st.session_state["is_opened"] = True
        st.session_state["opened_with"] = address.write(replace(reading.selection, language=None, build=None))
    return st.session_state.get("selection", reading.selection) if opening.is_bare() else reading.selection


def remember(
    chosen: Selection, build: data.OpenBuild, displayed: PageView | None = None, *, kept: Selection | None = None
) -> None:
    """Put the view into the address and keep it, or ``kept``, for the other pages; say what changed in it since a link
    was made. ``shown`` is needed where a page shows other figures than its address names."""
    since.show_changes(build, chosen, displayed, language())
    _say_what_is_not_shown(chosen)
    _name_tab(build, chosen)
    st.session_state["selection"] = kept or chosen
    opening.put(address.write(replace(chosen, language=language(), build=build.warehouse.build_id)))


def _name_tab(build: data.OpenBuild, chosen: Selection) -> None:
    """The browser's tab is named by what the page shows: its measures or its one organ, its year, and its own name."""
    measures = [find_measure(key).named(language()) for key in chosen.measures[:_NAMED_IN_TAB]]
    organs = (
        [build.name_organs(language())[build.keys[key]] for key in chosen.organs] if len(chosen.organs) == 1 else []
    )
    years = [str(chosen.year)] if chosen.year else []
    view = " · ".join([*organs, *measures, *years, opening.name_page(language())])
    st.set_page_config(page_title=t("page.browser_title", view=view))


def _say_what_is_not_shown(chosen: Selection) -> None:
    """Where an address asks for what exists but this page cannot show, the page says so when it opens."""
    written = address.write(replace(chosen, names=chosen.names or str(language())))
    requested = st.session_state.pop("opened_with", {}).items()
    opening.complain(
        t("page.not_shown", name=name, value=opening.shorten(entry))
        for name, value in requested
        for entry in (value if isinstance(value, list) else [value])
        if entry not in (now if isinstance(now := written.get(name, []), list) else [now])
    )


def write_link() -> str:
    """The address of the page as it stands."""
    query = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    return f"{(st.context.url or '').split('?', 1)[0]}?{query}"
