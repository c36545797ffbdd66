"""Where a reader hands over files. Streamlit words the place in English alone; our words stand in place of its own."""

from __future__ import annotations

import json

import streamlit as st

from analytics.dashboard.state.session import t

_PLACE = "[data-testid=stFileUploaderDropzone]"
_WORDS = f"{_PLACE} button [data-testid=stMarkdownContainer]"


def word_file_chooser() -> None:
    """Word the choosers of files on the page. How large a file may be stands in the label of each."""
    words = json.dumps(t("files.choose"), ensure_ascii=False)
    # A name that is not displayed is no name for those who are read the page to, so it is only made small.
    hidden = f"{_WORDS} p {{font-size: 0}} {_PLACE} [data-testid=stFileUploaderDropzoneInstructions] {{display: none}}"
    st.html(f"<style>{hidden} {_WORDS}::after {{content: {words}}}</style>")
