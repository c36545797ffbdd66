"""Upload: a reader's own files are read beside the collection, then published into it or discarded."""

from __future__ import annotations

import streamlit as st

from analytics.dashboard.panels import drafts
from analytics.dashboard.panels.file_chooser import word_file_chooser
from analytics.dashboard.state import session
from analytics.dashboard.state.drafts import ReadDraft, explain_read_only, find_settings, read_draft
from analytics.errors import CountyScopeError
from analytics.ingest.drafts import Upload
from analytics.settings import MEBIBYTE
from analytics.words.plain import escape_markdown
from analytics.words.render import write_error

_MOST_OF_ONE_MB = 200
"""An archive of a county's reports of all years; a report alone is refused far below it."""
_DRAFT, _ROUND, _DONE = "upload-draft", "upload-round", "upload-done"


def show() -> None:
    """Draw the page. It needs no build: the first one may be published here."""
    st.title(session.t("upload.title"))
    st.markdown(session.t("upload.lead"))
    if _DONE in st.session_state:
        st.success(escape_markdown(st.session_state.pop(_DONE)), icon=":material/check:")
    refusal = explain_read_only()
    if refusal is not None:
        st.info(escape_markdown(write_error(refusal, session.language())), icon=":material/lock:")
    is_check = refusal is not None or st.toggle(session.t("upload.check_only"), key="upload-check")
    if is_check:
        st.caption(session.t("upload.check_note"))
    draft: ReadDraft | None = st.session_state.get(_DRAFT)
    if draft is None:
        _choose_files()
        return
    drafts.show_draft(draft)
    with st.container(horizontal=True):
        if not is_check and st.button(session.t("upload.publish"), key="upload-publish", type="primary"):
            _publish(draft)
        if st.button(session.t("upload.discard"), key="upload-discard", icon=":material/delete:"):
            draft.draft.discard()
            _finish(session.t("upload.discarded"))


def _choose_files() -> None:
    together = find_settings().limits.upload_bytes // MEBIBYTE
    word_file_chooser()
    files = st.file_uploader(
        session.say_escaped("upload.files", each=_MOST_OF_ONE_MB, together=together),
        accept_multiple_files=True,
        key=f"upload-{st.session_state.get(_ROUND, 0)}",
        max_upload_size=_MOST_OF_ONE_MB,
    )
    if not (files and st.button(session.t("upload.read"), key="upload-read", type="primary")):
        return
    try:
        with drafts.show_progress() as advance:
            uploads = [Upload(file.name, file.getvalue()) for file in files]
            st.session_state[_DRAFT] = read_draft(uploads, advance)
    except CountyScopeError as refusal:
        st.error(escape_markdown(write_error(refusal, session.language())), icon=":material/error:")
        return
    st.rerun()


def _publish(draft: ReadDraft) -> None:
    try:
        with drafts.show_progress() as advance:
            sentence = drafts.publish_draft(draft, advance)
    except CountyScopeError as refusal:
        st.error(escape_markdown(write_error(refusal, session.language())), icon=":material/error:")
        return
    _finish(sentence)


def _finish(sentence: str) -> None:
    """Begin anew, with a sentence above and an empty place for files."""
    del st.session_state[_DRAFT]
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[_DONE] = sentence
    st.rerun()
