"""Printed labels → lines and columns of the form.

Labels are compared folded: NFKC, simplified characters, without white space, numbering, punctuation and
pronunciation marks. A label may be exact, an opening stretch of one ("5.属于三类"), a label with a long tail,
or a misprint close to exactly one label; the match says which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from opencc import OpenCC
from rapidfuzz import fuzz

from analytics.documents.model import OBJECT
from analytics.vocabulary import form
from analytics.vocabulary.phrases import (
    AMOUNT_UNITS,
    GROUP_BEFORE_HEAD,
    NOTE_IN_LABEL,
    OTHER_UNIT_IN_HEADER,
    OTHER_YEAR,
    UNIT_IN_HEADER,
)
from analytics.vocabulary.radicals import RADICALS
from analytics.vocabulary.short_names import COLUMN_NAMES, LINE_NAMES, NUMBERED_NAMES
from analytics.vocabulary.terms import MeasuredIn, Table

LONGEST_LABEL = 70
"""The longest label of the form with its tail has 46 characters; a longer text is prose."""

CLOSE = 80.0
"""Similarity (0–100) from which a misprint is taken for a label: one or two characters lost out of ten."""
APART = 8.0
"""By how much the best label must beat the next."""
SHORTEST_OPENING = 3
"""Characters an opening stretch needs before it can stand for a label."""


class Way(Enum):
    """How a printed text came to a label."""

    EXACT = "exact"
    SHORT = "short"
    """By a name that is no label of the form and is known all the same."""
    OPENING = "opening"
    MISPRINT = "misprint"


class Match(NamedTuple):
    """Keys that the text may stand for (one line label can be two lines over the editions), and the way."""

    keys: tuple[str, ...]
    way: Way
    label: str


_PRONUNCIATION = re.compile(r"\([a-zA-Z\u00e0-\u01dc\u0101-\u016b\u01ce-\u01dc]{1,7}\)")
NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.,]|\(?\d{1,2}[).、,](?!\d))")
_DIGIT = re.compile(r"\d")
PUNCTUATION = re.compile(r"[\s\"'“”‘’、,，。.:;：；·*]+")


_KEPT = "乾"
_TOTAL = ("total",)


@cache
def _load_converter() -> OpenCC:
    return OpenCC("t2s")


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")


def strip_invisible(text: str) -> str:
    """The text without characters that have no width: nobody sees them."""
    return _INVISIBLE.sub("", text)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Comparable form of a short text; numbering stays."""
    shaped = unicodedata.normalize("NFKC", text.translate(RADICALS))
    folded = "".join(strip_invisible(shaped).replace(OBJECT, "").split())
    if folded.isascii():
        return folded
    return simplify(_PRONUNCIATION.sub("", folded))


def simplify(text: str) -> str:
    """Traditional characters to simplified ones, except 乾: in the names of 乾县 and 乾安县 it stays in both."""
    return _KEPT.join(_load_converter().convert(part) for part in text.split(_KEPT))


@lru_cache(maxsize=16384)
def strip_label(text: str) -> str:
    """``fold`` without numbering and punctuation."""
    return PUNCTUATION.sub("", NUMBERING.sub("", fold(text)))


_YEAR = re.compile(r"(20\d\d)年")


@lru_cache(maxsize=4096)
def find_unit(text: str) -> MeasuredIn | None:
    """The unit of money that a header prints in brackets: ``本年收费金额（单位：元）``."""
    found = UNIT_IN_HEADER.search(fold(text))
    return AMOUNT_UNITS[found["unit"]] if found else None


@lru_cache(maxsize=4096)
def has_unknown_unit(text: str) -> bool:
    """Whether a header prints a unit that is none of those known."""
    return find_unit(text) is None and OTHER_UNIT_IN_HEADER.search(fold(text)) is not None


def is_other_year(text: str, year: int | None) -> bool:
    """Whether a caption says that the figures under it are another year's than ``year``."""
    folded = fold(text)
    stated = {int(digits) for digits in _YEAR.findall(folded)}
    return OTHER_YEAR.search(folded) is not None or (year is not None and bool(stated) and year not in stated)


def find_other_year(text: str) -> str:
    """The words of a caption that name a year, as they are printed: ``2015年`` or ``上年``; empty where none do."""
    folded = fold(text)
    years = dict.fromkeys(found[0] for found in _YEAR.finditer(folded))
    relative = OTHER_YEAR.search(folded)
    return "、".join(years) or (relative[0] if relative else "")


@lru_cache(maxsize=16384)
def match_line(table: Table, text: str) -> Match | None:
    """The line of ``table`` that a printed label names, or None."""
    return _match(table, "line", text if len(text) <= LONGEST_LABEL else strip_notes(text))


@lru_cache(maxsize=16384)
def match_column(table: Table, text: str) -> Match | None:
    """The column of ``table`` that a printed label names, or None."""
    if len(text) > LONGEST_LABEL:
        return None
    match = _match(table, "column", text)
    return match if match is not None or table is not Table.III else _match_below_groups(text)


def _match_below_groups(text: str) -> Match | None:
    """The column of table III whose head names its groups first; a sum of legal persons is none."""
    found = GROUP_BEFORE_HEAD.fullmatch(fold(text))
    if found is None or found["head"] == fold(text):
        return None
    match = _match(Table.III, "column", found["head"])
    if match is None or match.way is not Way.EXACT or (found["legal"] and match.keys == _TOTAL):
        return None
    return match


@lru_cache(maxsize=4096)
def strip_notes(text: str) -> str:
    """A label without the notes that its cell prints beside it; empty where that is still no label by its length."""
    short = NOTE_IN_LABEL.sub("", fold(text))
    return short if len(short) <= LONGEST_LABEL else ""


def _match(table: Table, side: str, text: str) -> Match | None:
    numbered, plain = PUNCTUATION.sub("", fold(text)), strip_label(text)
    if not plain or plain.isdigit():
        return None
    if table is Table.III and side == "line" and (numbered_keys := _map_numbered_names().get(numbered)) is not None:
        return Match(numbered_keys, Way.SHORT, strip_label(form.find_line(table, numbered_keys[0]).label))
    index, by_number = index_labels(table, side)
    keys = by_number.get(numbered) or index.get(plain)
    if keys:
        return Match(keys, Way.EXACT, plain)
    opened = _match_opening(index, plain, plain) or _match_opening(by_number, numbered, plain)
    short = _match_short_name(table, plain) if side == "line" else None
    return _match_tailed(index, plain) or opened or short or _match_misprint(index, plain)


@cache
def index_labels(table: Table, side: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Folded labels → keys: without numbering, and with it where numbering alone tells labels apart."""
    entries: Iterable[form.Line] | Iterable[form.Column]
    entries = form.list_lines(table) if side == "line" else form.list_columns(table)
    plain: dict[str, tuple[str, ...]] = {}
    numbered: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        for label in (entry.label, *entry.aliases):
            for index, key in ((plain, strip_label(label)), (numbered, PUNCTUATION.sub("", fold(label)))):
                if entry.key not in index.get(key, ()):
                    index[key] = (*index.get(key, ()), entry.key)
    return plain, numbered


@lru_cache(maxsize=8192)
def find_short_column(table: Table, text: str) -> str | None:
    """The key of the column that a whole head names by a short or everyday name, or None: a piece of a broken head may
    be such a name by chance."""
    return _map_short_columns(table).get(strip_label(text)) if len(text) <= LONGEST_LABEL else None


@cache
def _map_short_columns(table: Table) -> dict[str, str]:
    return {strip_label(name): key for key, names in COLUMN_NAMES.get(table, {}).items() for name in names}


def _match_short_name(table: Table, plain: str) -> Match | None:
    key = _map_short_lines(table).get(plain)
    return Match((key,), Way.SHORT, strip_label(form.find_line(table, key).label)) if key is not None else None


@cache
def _map_numbered_names() -> dict[str, tuple[str, ...]]:
    return {PUNCTUATION.sub("", fold(name)): keys for name, keys in NUMBERED_NAMES.items()}


@cache
def _map_short_lines(table: Table) -> dict[str, str]:
    return {strip_label(name): key for key, names in LINE_NAMES.get(table, {}).items() for name in names}


def _match_tailed(index: dict[str, tuple[str, ...]], plain: str) -> Match | None:
    """A label followed by a remark in brackets."""
    for head in (plain.split("(", 1)[0], NOTE_IN_LABEL.sub("", plain)):
        if head != plain and head in index:
            return Match(index[head], Way.EXACT, head)
    return None


def _match_opening(index: dict[str, tuple[str, ...]], text: str, plain: str) -> Match | None:
    if len(plain) < SHORTEST_OPENING:
        return None
    found: dict[tuple[str, ...], str] = {}
    for label, keys in index.items():
        if label.startswith(text) and keys not in found:
            found[keys] = label
    if len(found) == 1:
        keys, label = next(iter(found.items()))
        return Match(keys, Way.OPENING, strip_label(label))
    return None


def _match_misprint(index: dict[str, tuple[str, ...]], plain: str) -> Match | None:
    if len(plain) < 4:
        return None
    scores = sorted(((fuzz.ratio(plain, label), label) for label in index), reverse=True)
    best, label = scores[0]
    if _DIGIT.search(plain) and not _DIGIT.search(label):
        return None  # a label that swallowed a figure is no misprint
    if (OTHER_YEAR.search(plain) is None) != (OTHER_YEAR.search(label) is None):
        return None  # last year's figures are not this year's
    rivals = [score for score, other in scores[1:] if index[other] != index[label]]
    if best >= CLOSE and (not rivals or best - rivals[0] >= APART):
        return Match(index[label], Way.MISPRINT, label)
    return None


def is_tail_of(match_label: str, text: str) -> bool:
    """Whether ``text`` is the stretch of a label that a line break cut off."""
    tail = strip_label(text)
    return len(tail) >= 2 and tail in match_label and match_label != tail


@lru_cache(maxsize=1024)
def match_clipped(table: Table, text: str) -> Match | None:
    """The only line whose label holds ``text``: what is left of one whose cell is too low to show all its lines."""
    piece = strip_label(text)
    if len(piece) < _SHORTEST_CLIPPED:
        return None
    found = {keys: label for label, keys in index_labels(table, "line")[0].items() if piece in label}
    if len(found) != 1:
        return None
    keys, label = next(iter(found.items()))
    return Match(keys, Way.MISPRINT, label)


_SHORTEST_CLIPPED = 8
"""Characters from which a piece out of the middle of a label is told from others."""


@lru_cache(maxsize=8192)
def is_fragment(table: Table, text: str) -> bool:
    """Whether ``text`` is a piece of some label of the table: a vertical group label, a broken header."""
    piece = strip_label(text) or fold(text)
    return bool(piece) and piece in _join_labels(table)


@cache
def _join_labels(table: Table) -> str:
    lines, columns = index_labels(table, "line")[0], index_labels(table, "column")[0]
    return "\n".join((*lines, *columns, *(fold(line.label) for line in form.list_lines(table))))
