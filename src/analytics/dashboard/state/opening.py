"""How a run of a page begins: whether it opens a view, and what its address asks for that is not there.

A view is opened by a link, by a change of page, or by Back and Forward: then its widgets begin with what is asked for,
once each. Every other run follows a widget, and the widgets are as they were left. Streamlit alone would keep them at
Back as well and write the address anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.dashboard.state.address import PARAMETERS, ParsedAddress, Selection, write
from analytics.words import Language, say
from analytics.words.plain import escape_markdown

_BEGUN, _PAGE = "begun", "page-shown"
_LONGEST = 80
"""Characters of a value that a sentence repeats."""
HISTORY = files("analytics.dashboard").joinpath("history.js").read_text("utf-8")
KEEP_HISTORY = f"<script>{HISTORY}</script>"
"""Has the browser count one step for one view; ``history.js`` says why it would not."""


def note_opening(page: str) -> None:
    """Note whether this run opens a view; before any widget is drawn."""
    context = get_script_run_ctx()
    # Addresses cannot tell: a widget may be used again before the browser has got the address of its first use.
    is_back = context is not None and context.is_history_navigation
    if is_back:
        st.session_state.pop("is_opened", None)
    if is_back or st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE], st.session_state[_BEGUN] = page, set()


def name_page(language: Language) -> str:
    """What the page that is shown is called."""
    page = st.session_state.get(_PAGE) or "overview"
    return say(f"{page}.title", language)


def is_first(key: str) -> bool:
    """Whether a widget is drawn for the first time since the view was opened."""
    begun: set[str] = st.session_state.setdefault(_BEGUN, set())
    is_new = key not in begun
    begun.add(key)
    return is_new


def is_bare() -> bool:
    """Whether the address is that of the page alone, as after a choice in the navigation. One that carries a build was
    written by a page and says all that it showed, be it nothing but what is shown anyway."""
    return set(st.query_params) <= {"lang"}


def read_parameters() -> dict[str, list[str]]:
    """All values of every parameter of the address."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def put(written: Mapping[str, str | list[str]]) -> None:
    """Write the address, unless it stands there already."""
    if read_parameters() != {name: value if isinstance(value, list) else [value] for name, value in written.items()}:
        st.query_params.from_dict(written)


def put_aside(build_id: str, language: Language) -> None:
    """Say what the address asks of a page that chooses nothing, and give that page an address all the same."""
    pairs = [(name, value) for name, values in read_parameters().items() for value in values]
    complain(
        say(
            f"page.{'not_shown' if name in PARAMETERS else 'strange'}",
            language,
            name=shorten(name),
            value=shorten(value),
        )
        for name, value in pairs
        if name not in ("lang", "build")
    )
    put(write(Selection(language, build=build_id)))


def complain(sentences: Iterable[str]) -> None:
    """Say on the page what is wrong with its address, all of it in one place: as it reads, no link of a stranger's."""
    text = "  \n".join(map(escape_markdown, sentences))
    if text:
        st.warning(text, icon=":material/help:")


def shorten(text: str) -> str:
    """Something that an address holds, not too long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def describe_strangers(reading: ParsedAddress, language: Language) -> Iterator[str]:
    """A sentence for each value, parameter and span of years that was left out."""
    for key, pairs in (("page.unknown", reading.unknown), ("page.strange", reading.strange)):
        for name, value in pairs:
            yield say(key, language, name=shorten(name), value=shorten(value))
    if reading.backwards:
        first, last = reading.backwards
        yield say("page.backwards", language, first=first, last=last)
