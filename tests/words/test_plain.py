"""Text that must stay text, in HTML and in Markdown."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analytics.words.plain import JOINER, escape_html, escape_markdown
from hostile import BATTERY, HOSTILE, live_html, live_markdown

TEXTS = st.text(st.sampled_from(" \t\n\\`*_[]()<>|$~^{}:!&#;+-=.@/\"'aAwxz019％中"), max_size=40)


@pytest.mark.parametrize(
    "text", [*BATTERY, HOSTILE, "1. a", "- a", "+ a", "* a", "> a", "===", "---", "    code", "a\n\n# b", "a\n===\n"]
)
def test_the_battery_is_text(text: str) -> None:
    assert not live_markdown(escape_markdown(text))
    assert not live_html(escape_html(text))


@pytest.mark.parametrize("text", BATTERY)
def test_the_measure_sees_what_is_not_escaped(text: str) -> None:
    assert live_markdown(text) or live_html(text) or text.startswith("%{x}")


@given(TEXTS)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(escape_markdown(text))
    body = unescape(html.removeprefix("<p>").removesuffix("</p>\n")).replace(JOINER, "")
    assert body == " ".join(text.split())


@given(TEXTS)
def test_it_stays_text_within_a_sentence_and_a_list(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).render(f"- **x** {escape_markdown(text)} y")
    inner = html.removeprefix("<ul>\n<li><strong>x</strong> ").removesuffix(" y</li>\n</ul>\n")
    assert unescape(inner).replace(JOINER, "").strip() == " ".join(text.split())


@given(TEXTS)
def test_html_shows_the_text(text: str) -> None:
    assert unescape(escape_html(text)) == text
    assert not set("<>\"'") & set(escape_html(text))


@pytest.mark.parametrize(
    "text", ["芮城县人民政府", "1,701 件（−26.6%）", "-453", "a_b.html", "26.6% (12 ÷ 45)", "10:30", "2019–2024"]
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text
