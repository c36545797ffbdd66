"""Saved views: the page as it stands under a name, links that open it, a list to send on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from analytics.dashboard.panels.file_chooser import word_file_chooser
from analytics.dashboard.state import address, data
from analytics.dashboard.state.open_builds import find_folder
from analytics.dashboard.state.session import language, t
from analytics.errors import CountyScopeError
from analytics.query.selections import (
    FILE_NAME,
    NOT_KEPT,
    SavedView,
    delete,
    make_saved_view,
    merge,
    parse_views,
    read_saved_views,
    rename,
    render_views,
    save,
)
from analytics.words.numbers import number
from analytics.words.plain import escape_html, escape_markdown
from analytics.words.render import write_error

Parameters = Mapping[str, Sequence[str]]


def show_panel(page: str, pages: Collection[str], build: data.OpenBuild) -> None:
    """The popover in the sidebar. ``page`` is the one on the screen, ``pages`` are all."""
    place = st.popover(
        t("saved.title"), icon=":material/bookmark:", key="saved", width="stretch", on_change="rerun"
    )  # fmt: skip
    if not place.open:  # what nobody looks at is not made at every rerun
        return
    with place:
        _say()
        try:
            views = read_saved_views(find_folder())
        except CountyScopeError as refusal:
            views = ()
            st.warning(escape_markdown(write_error(refusal, language())))
        _show_list(views)
        st.text_input(t("saved.name"), key="saved-name", max_chars=80)
        st.button(t("saved.save"), key="saved-save", on_click=_save, args=(page,), icon=":material/bookmark_add:")
        st.caption(t("saved.share"))
        now = {name: st.query_params.get_all(name) for name in st.query_params}
        st.code(write_link(page, now, build.warehouse.build_id), language=None, wrap_lines=True)
        st.caption(t("saved.share_note"))
        if views:
            _manage(views, build)
        _exchange(views, pages)


def write_link(page: str, parameters: Parameters, build: str) -> str:
    """The absolute address of a view, with the build it is shared on and without a language."""
    pairs = {name: list(values) for name, values in parameters.items() if name not in NOT_KEPT}
    here = urlsplit(str(st.context.url or ""))
    base = here.path.rsplit("/", 1)[0]
    origin = f"{here.scheme}://{here.netloc}{base}" if here.netloc else ""
    return f"{origin}/{page}?{urlencode({**pairs, 'build': build}, doseq=True)}"


def _show_list(views: Sequence[SavedView]) -> None:
    """Links that open the views in this window, in the language on the screen."""
    if not views:
        st.caption(t("saved.none"))
        return
    rows = []
    for view in views:
        query = urlencode({**{name: list(values) for name, values in view.parameters}, "lang": language()}, doseq=True)
        place = escape_html(f"{quote(view.page, safe='')}?{query}")
        rows.append(f"<li><a href='{place}'>{escape_html(view.name)}</a></li>")
    st.html(f"<ul class='saved-views'>{''.join(rows)}</ul>")


def _manage(views: Sequence[SavedView], build: data.OpenBuild) -> None:
    with st.expander(t("saved.manage")):
        by_name = {view.name: view for view in views}
        if st.session_state.get("saved-chosen") not in by_name:
            st.session_state["saved-chosen"] = next(iter(by_name))
        name: str = st.selectbox(t("saved.title"), list(by_name), key="saved-chosen", label_visibility="collapsed")
        chosen_view = by_name[name]
        st.caption(t("saved.link"))
        st.code(
            write_link(chosen_view.page, dict(chosen_view.parameters), build.warehouse.build_id),
            language=None,
            wrap_lines=True,
        )
        st.text_input(t("saved.new_name"), key="saved-new-name", max_chars=80)
        left, right = st.columns(2)
        left.button(t("saved.rename"), key="saved-rename", on_click=_rename, args=(name,))
        right.button(t("saved.delete"), key="saved-delete", on_click=_delete, args=(name,))


def _exchange(views: Sequence[SavedView], pages: Collection[str]) -> None:
    if views:
        st.download_button(
            t("saved.export"), render_views(views), FILE_NAME, "application/json", key="saved-export", on_click="ignore"
        )
    word_file_chooser()
    file = st.file_uploader(t("saved.import"), type="json", key="saved-import", max_upload_size=1)
    if file is not None:
        st.button(t("saved.add"), key="saved-add", on_click=_import, args=(file.getvalue(), pages))


# What the buttons do: the outcome is said when the popover is drawn again -----------------------------------


def _say() -> None:
    for is_done, text in st.session_state.pop("saved-said", ()):
        (st.success if is_done else st.warning)(escape_markdown(text))


def _attempt(act: Callable[[], list[tuple[bool, str]]]) -> None:
    try:
        st.session_state["saved-said"] = act()
    except CountyScopeError as refusal:
        st.session_state["saved-said"] = [(False, write_error(refusal, language()))]


def _save(page: str) -> None:
    def act() -> list[tuple[bool, str]]:
        now = {name: st.query_params.get_all(name) for name in st.query_params}
        view = make_saved_view(st.session_state["saved-name"], page, now)
        save(find_folder(), view)
        st.session_state["saved-name"] = ""
        return [(True, t("saved.done", name=view.name))]

    _attempt(act)


def _rename(name: str) -> None:
    def act() -> list[tuple[bool, str]]:
        new = " ".join(st.session_state["saved-new-name"].split())
        rename(find_folder(), name, new)
        st.session_state["saved-new-name"], st.session_state["saved-chosen"] = "", new
        return [(True, t("saved.renamed", name=new))]

    _attempt(act)


def _delete(name: str) -> None:
    def act() -> list[tuple[bool, str]]:
        delete(find_folder(), name)
        return [(True, t("saved.deleted", name=name))]

    _attempt(act)


def _import(content: bytes, pages: Collection[str]) -> None:
    def act() -> list[tuple[bool, str]]:
        views, build = parse_views(content), data.open_current_build()
        known = [view for view in views if view.page in pages]
        outcomes = [
            (False, t("saved.unknown_page", name=view.name, page=view.page)) for view in views if view not in known
        ]
        for known_view in known:
            for parameter, value in list_unknown(known_view, build):
                outcomes.append(
                    (False, t("saved.unknown_parameter", name=known_view.name, parameter=parameter, value=value))
                )
        added, there = merge(find_folder(), known)
        counts = {"added": number(added, language()), "known": number(there, language())}
        return [(True, t("saved.imported", **counts)), *outcomes]

    _attempt(act)


def list_unknown(view: SavedView, build: data.OpenBuild) -> list[tuple[str, str]]:
    """(parameter, value) of what a view names and this collection does not have."""
    parameters = {name: list(values) for name, values in view.parameters}
    reading = address.read(parameters, organs=build.keys, years=build.span)
    backwards = [(name, str(year)) for name, year in zip(("from", "to"), reading.backwards or (), strict=False)]
    return [*reading.strange, *reading.unknown, *backwards]
