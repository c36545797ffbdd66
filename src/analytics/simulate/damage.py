"""Damage as real reports have it, that loses nothing: a reader must get the same figures from it.

Text or markup and a seeded ``random.Random`` in, the same with damage out. Tags and addresses stay whole.
Where a manner offers no hold (labels spelled one span per character), the content comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from opencc import OpenCC

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table

_MARKUP = re.compile(r"(<[^>]*>|&\w+;|https?://\S+)")
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_CELL_NUMBER = re.compile(r"(?m)(^|[\t>]|\| )([+-]?)([1-9]\d{3,})(?=$|[\t<]| \|)")
_SIGN = re.compile(r"(?<![\w.|-])[+-](?=\d)")
_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_SIGNS = {"+": "＋", "-": "－"}
_BRACKETS = str.maketrans("（）()", "()（）")
_OFTEN, _SELDOM = 0.5, 0.15
_SHORTEST_BROKEN, _SHORTEST_HEAD, _SHORTEST_TAIL = 9, 6, 2
"""Characters: shorter openings could open two labels, a tail of one character is no piece of a label."""


def insert_spaces(content: str, random: Random) -> str:
    """Spaces inside words, as justified lines leave them (``情 形``)."""

    def add_spaces(piece: str) -> str:
        return _BETWEEN_HAN.sub(lambda _: " " if random.random() < _SELDOM else "", piece)

    return _change_outside_markup(content, add_spaces)


def widen_characters(content: str, random: Random) -> str:
    """Full-width digits and signs here and there, brackets of the other width."""

    def widen(piece: str) -> str:
        if random.random() < _OFTEN:
            piece = _SIGN.sub(lambda sign: _SIGNS[sign[0]], piece).translate(_DIGITS)
        return piece.translate(_BRACKETS) if random.random() < _OFTEN else piece

    return _change_outside_markup(content, lambda text: "".join(map(widen, re.split(r"([\t\n|])", text))))


def make_traditional(content: str, random: Random) -> str:
    """Traditional characters throughout; nothing is left to chance here."""
    return _change_outside_markup(content, _load_converter().convert)


def separate_thousands(content: str, random: Random) -> str:
    """Separators in some cells that print nothing but a whole number from 1,000 on."""

    def separate(found: re.Match[str]) -> str:
        before, sign, digits = found.groups()
        return found[0] if random.random() > _OFTEN else f"{before}{sign}{int(digits):,}"

    return _CELL_NUMBER.sub(separate, content)


def break_labels(content: str, random: Random) -> str:
    """Some labels of table III run over two lines; in rows of text, the rest stands on the next row."""

    def break_label(line: str) -> str:
        found = _make_label_pattern().search(line)
        if not found or len(found["label"]) < _SHORTEST_BROKEN or random.random() > _OFTEN:
            return line
        cut = random.randint(_SHORTEST_HEAD, len(found["label"]) - _SHORTEST_TAIL)
        head, tail = found["label"][:cut], found["label"][cut:]
        opening, rest = line[: found.start("label")], line[found.end("label") :]
        if "<" in rest:
            return f"{opening}{head}<br />{tail}{rest}"
        mark = "\t" if "\t" in rest else "|" if rest.count("|") > 1 else ""
        if not mark:
            return f"{opening}{head}\n{tail}{rest}"
        kept = "".join(character if character == mark else "" for character in opening)
        return f"{opening}{head}{rest}\n{kept}{tail}{mark * rest.count(mark)}"

    return "\n".join(map(break_label, content.split("\n")))


def add_empty_cells(content: str, random: Random) -> str:
    """An empty cell after some labels of table III, where a line is a row. Only in rows whose last figure is
    printed: between blanks on both sides nobody could tell which is the surplus one."""

    def add_empty_cell(line: str) -> str:
        found = _make_label_pattern().search(line)
        rest = line[found.end("label") :] if found else ""
        figures = _MARKUP.sub("", rest).rstrip(" |")
        if not found or not figures or _is_blank_at_end(rest) or random.random() > _OFTEN:
            return line
        empty = "</p></td><td><p>&nbsp;" if "</p>" in rest else "</td><td>&nbsp;" if "<" in rest else ""
        empty = empty or ("\t" if "\t" in rest else " | ")
        return f"{line[: found.end('label')]}{empty}{rest}"

    return "\n".join(map(add_empty_cell, content.split("\n")))


def _is_blank_at_end(rest: str) -> bool:
    return re.search(r"(\t\s*|&nbsp;(</p>)?</td></tr>|\|\s*\|\s*)$", rest) is not None


@cache
def _make_label_pattern() -> re.Pattern[str]:
    """A label of table III that has figures beside it, as a whole cell."""
    lines = [line for line in form.list_lines(Table.III) if not line.is_head]
    labels = {label for line in lines for label in (line.label, *line.aliases)}
    longest_first = sorted(labels, key=len, reverse=True)
    any_label = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?:^|[\t>]|\| )(?P<label>{any_label})(?=$|\t|<(?!br)| \|)")


@cache
def _load_converter() -> OpenCC:
    return OpenCC("s2t")


def _change_outside_markup(content: str, change: Callable[[str], str]) -> str:
    pieces = _MARKUP.split(content)
    return "".join(piece if index % 2 else change(piece) for index, piece in enumerate(pieces))


DAMAGES: Mapping[str, Callable[[str, Random], str]] = {
    "breaks_labels": break_labels,
    "unmerges_cells": add_empty_cells,
    "parts_thousands": separate_thousands,
    "spaces_words": insert_spaces,
    "widens": widen_characters,
    "makes_traditional": make_traditional,
}
"""Every damage by name, in an order in which they combine: the last three change what the first look for."""


# Damage that loses something: what is lost must be missed, or at least doubted. ---------------------------


def hide_digits(content: str, random: Random) -> str:
    """A digit of some cells cannot be made out."""

    def hide_digit(found: re.Match[str]) -> str:
        before, sign, digits = found.groups()
        at = random.randrange(len(digits))
        return f"{before}{sign}{digits[:at]}\ufffd{digits[at + 1 :]}"

    return _change_some(_CELL_NUMBER, hide_digit, content, random)


def drop_labels(content: str, random: Random) -> str:
    """Some rows of table III have their figures and no label."""

    def drop_label(line: str) -> str:
        found = _make_label_pattern().search(line)
        if not found or random.random() > _SELDOM:
            return line
        return line[: found.start("label")] + line[found.end("label") :]

    return "\n".join(map(drop_label, content.split("\n")))


def cut_off(content: str, random: Random) -> str:
    """The file ends somewhere in its last three quarters."""
    return content[: random.randint(len(content) // 4, len(content))]


def drop_cells(content: str, random: Random) -> str:
    """Some figures of table III are gone with their cell, so that the row is one short."""

    def drop_cell(line: str) -> str:
        found = _make_label_pattern().search(line)
        cells = list(_CELL.finditer(line, found.end("label"))) if found else []
        if not cells or random.random() > _SELDOM:
            return line
        gone = random.choice(cells)
        return line[: gone.start()] + line[gone.end() :]

    return "\n".join(map(drop_cell, content.split("\n")))


_CELL = re.compile(r"<td[^<]*>(?:<p>)?(?:&nbsp;|[^<]*)(?:</p>)?</td>|\t[^\t\n]*")


def _change_some(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], content: str, random: Random) -> str:
    return pattern.sub(lambda found: change(found) if random.random() < _SELDOM else found[0], content)


LOSSY: Mapping[str, Callable[[str, Random], str]] = {
    "smudges_figures": hide_digits,
    "loses_labels": drop_labels,
    "tears_off": cut_off,
    "loses_cells": drop_cells,
}
"""Every damage that loses something, by name."""
