"""Printed text with stretches marked, as HTML: hits of a search, what two reports have in common.

In: a text and stretches in order, each with its class; out: markup in which the text stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import streamlit as st

from analytics.charts.side_by_side import LOOKS
from analytics.dashboard.markup import render

STYLE = f"""
.prose {{font-size: .92rem; line-height: 1.75; margin: 0 0 .6rem; overflow-wrap: anywhere; max-width: 62rem}}
.prose mark {{background: #fdebd0; color: inherit; border-bottom: 2px solid #d9822b; padding: 0 .08em}}
.prose .own {{background: #e8eff6; border-bottom: 2px solid {LOOKS["own"][0]}}}
.prose .repeated {{color: #3b4a57; border-bottom: 1px dashed #6f9fc7}}
.prose .form {{color: #6b7780}}
.prose-heading {{font-size: .95rem; font-weight: 650; margin: .9rem 0 .25rem; padding: 0}}
.prose-heading a, .prose a {{font-weight: 400; font-size: .82rem; margin-left: .5rem; white-space: nowrap}}
.prose-key span {{margin-right: 1.4rem; padding: 0 .2em}}
.prose .absent {{color: #6b7780}}
"""


class Stretch(NamedTuple):
    """From where to where of a text, and how that is marked: ``hit``, or a kind of part."""

    start: int
    end: int
    look: str


class Piece(NamedTuple):
    """A piece of text with its look; none where it is plain."""

    text: str
    look: str = ""


def add_style() -> None:
    """What marked text needs once on a page."""
    st.html(f"<style>{STYLE}</style>")


def cut_pieces(text: str, stretches: Iterable[Stretch]) -> Iterator[Piece]:
    """The text in pieces; of stretches that lie over each other, the later one begins where the earlier one ends."""
    at = 0
    for start, end, look in stretches:
        start = max(start, at)
        if start >= end:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], look)
        at = end
    if at < len(text):
        yield Piece(text[at:])


class Line(NamedTuple):
    """Marked text with a link to where it was printed; the heading above it, if any."""

    pieces: tuple[Piece, ...]
    address: str = ""
    link: str = ""
    heading: str = ""


def write_lines(lines: Iterable[Line]) -> str:
    """Markup of marked texts below each other."""
    return render("marked_text.html", lines=list(lines))
