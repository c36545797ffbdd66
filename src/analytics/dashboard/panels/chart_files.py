"""Buttons beneath a chart that save it as PNG, SVG or a page of its own, drawn by the reader's browser.

The browser has the fonts and the figure already, so that the server needs neither a browser nor a second copy of the
figure; ``saving.js`` says how. It asks ``dashboard.routes.data_links`` for the drawing library when a button is first
pressed.
"""

from __future__ import annotations

from importlib.resources import files

import plotly
import streamlit as st

from analytics.charts.parts.chart import Title
from analytics.charts.parts.theme import MUTED
from analytics.words import Language, say

_STYLE = """
.saving {display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; font-family: var(--st-font);
  font-size: .84rem; color: #55636f}
.saving button {all: unset; cursor: pointer; color: var(--st-primary-color); padding: .15rem 0}
.saving button:hover {text-decoration: underline}
.saving button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 2px}
.saving select, .saving input {font: inherit; color: inherit; border: 1px solid #b8c1ca; border-radius: .3rem;
  padding: .1rem .35rem; background: none}
.saving input {flex: 1 1 11rem; max-width: 26rem; min-width: 0}
.saving button:disabled {cursor: progress; color: #55636f}
"""
FORMATS = ("png", "svg", "html")
SIZES = ("page", "slide", "column", "phone")

_buttons = st.components.v2.component(
    "countyscope.saving",
    html="<div class='saving' role='group'></div>",
    css=_STYLE,
    js=files("analytics.dashboard").joinpath("saving.js").read_text("utf-8"),
)


def show_save_buttons(title: Title, key: str, language: Language, build_id: str) -> None:
    """The buttons of the chart with this key, which on the page has no title: the browser draws it into the file."""
    texts = {
        "chart": key,
        "name": f"countyscope-{key}",
        "language": str(language),
        "version": plotly.__version__,
        "muted": MUTED,
        "heading": title.text,
        "beneath": title.write_beneath(say("list.notes", language)).replace("\n", " "),
        "build": say("saving.build", language, build=build_id),
        "label": say("saving.label", language),
        "formats": {file_format: say(f"saving.{file_format}", language) for file_format in FORMATS},
        "size": say("saving.size", language),
        "sizes": {size: say(f"saving.size_{size}", language) for size in SIZES},
        "title": say("saving.title", language),
        "working": say("saving.working", language),
        "failed": say("saving.failed", language),
    }
    _buttons(key=f"saving-{key}", data=texts)
