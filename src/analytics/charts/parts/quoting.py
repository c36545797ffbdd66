"""A printed sentence in a hover: its beginning, in lines."""

from __future__ import annotations

from analytics.words.plain import escape_html

_SENTENCE, _LINE = 120, 34
"""Characters of a sentence in a hover, and in a line of it."""


def fold_sentence(sentence: object) -> list[str]:
    """The beginning of a printed sentence in lines for a hover; none where there is no sentence."""
    if not isinstance(sentence, str) or not sentence:
        return []
    text = sentence if len(sentence) <= _SENTENCE else f"{sentence[:_SENTENCE]}…"
    return [escape_html(text[at : at + _LINE]) for at in range(0, len(text), _LINE)]
