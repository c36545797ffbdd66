"""Text of unknown origin → text that a terminal shows and does not obey.

Names of files and printed cells are anybody's: an escape sequence in one may clear the screen, a mark of direction may
turn ``fdp.exe`` round. What is no printable character is written as its code.
"""

from __future__ import annotations

import re


def make_visible(text: str) -> str:
    """The text with every character that is not printed, line ends included, written as its code (``\\x1b``,
    ``\\u202e``); the wide spaces that Chinese documents print are spaces."""
    text = text.translate(_SPACES)
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escape_character(character) for character in text)


_SPACES = {0x3000: " ", 0x00A0: " "}


def make_json_visible(text: str) -> str:
    """The text of a JSON object, whose strings hold such characters as JSON writes them: what it says is the same."""
    return _UNPRINTED.sub(lambda found: "".join(map(_escape_json, found[0])), text)


_UNPRINTED = re.compile(r"[^\n\x20-\x7e\u4e00-\u9fff]")


def _escape_json(character: str) -> str:
    if character.isprintable():
        return character
    pairs = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pairs[at]:02x}{pairs[at + 1]:02x}" for at in range(0, len(pairs), 2))


def _escape_character(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
