"""The document beside the page: on the right of a wide screen, below on a narrower one, in its place on a phone.

The browser opens it (``facsimile.js``): at once where a mark of a chart or a link was clicked, and where a chooser of
the page leads to a document, as soon as the page says so. It shows a page of its own (``routes.evidence_pages``).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import streamlit as st

from analytics.dashboard.panels.facsimile.view import Choice
from analytics.words import Language, say
from analytics.words.plain import escape_html

SCRIPT = files("analytics.dashboard").joinpath("facsimile.js").read_text("utf-8")
_STYLE = """
#facsimile-drawer{position:fixed;z-index:99;right:0;top:3.75rem;bottom:0;width:42vw;display:flex;flex-direction:column;
 background:#fff;border-left:1px solid #c5ced6;box-shadow:-4px 0 12px #0002;font-family:var(--st-font)}
#facsimile-drawer iframe{flex:1;border:0;min-height:0;width:100%}
#facsimile-drawer button{align-self:flex-start;border:0;background:none;color:#1f4e79;font:inherit;cursor:pointer;
 padding:.45rem .8rem;min-height:2rem}
#facsimile-drawer button:hover{text-decoration:underline}
#facsimile-drawer button:focus-visible{outline:2px solid #1f4e79;outline-offset:-2px}
#facsimile-drawer .back{display:none}
.with-facsimile [data-testid=stMain]{padding-right:42vw;box-sizing:border-box}
.with-facsimile [data-testid=stSidebar]{display:none}
.with-facsimile .st-key-choices [data-testid=stHorizontalBlock],
.with-facsimile .st-key-choices [data-testid=stButtonGroup] *{flex-wrap:wrap}
.with-facsimile .st-key-choices [data-testid=stColumn]{min-width:min(100%,15rem)}
[data-testid=stElementContainer]:has([data-facsimile-close],[data-facsimile-chosen]){display:none}
a[href^="evidence/"]{color:inherit !important;text-decoration:underline dotted;text-underline-offset:3px}
a[href^="evidence/"]:hover{text-decoration-style:solid}
@media (max-width:1099px){
 #facsimile-drawer{left:0;width:auto;top:45vh;border-left:0;border-top:2px solid #1f4e79;box-shadow:0 -4px 12px #0003}
 .with-facsimile [data-testid=stMain]{padding-right:0}
 .with-facsimile [data-testid=stAppViewContainer]{bottom:55vh}
}
@media (max-width:640px){
 #facsimile-drawer{top:0;z-index:1000000;border:0}
 #facsimile-drawer .back{display:block;min-height:2.9rem}
 #facsimile-drawer .close{display:none}
 .with-facsimile [data-testid=stAppViewContainer]{bottom:0}
}
@media print{#facsimile-drawer{display:none} .with-facsimile [data-testid=stMain]{padding-right:0}}
"""


@cache
def write_drawer(language: Language) -> str:
    """What the drawer needs of a page, once on each."""
    names = {name: say(f"facsimile.{name}", language) for name in ("panel", "close", "back")}
    words = " ".join(f"data-facsimile-{name}='{escape_html(text)}'" for name, text in names.items())
    return f"<style>{_STYLE}</style><span {words} data-facsimile-language='{language}'></span><script>{SCRIPT}</script>"


def open_drawer(build_id: str, report_id: int, choice: Choice) -> None:
    """Have the document of a report opened, as a chooser of this page leads there."""
    st.html(f"<span data-facsimile-chosen='{escape_html(write_address(build_id, report_id, choice))}'></span>")


def write_address(build_id: str, report_id: int, choice: Choice) -> str:
    """The address of a document, relative to every page."""
    return f"evidence/{build_id}/{report_id}{choice.write()}"
