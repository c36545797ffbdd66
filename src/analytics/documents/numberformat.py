"""A stored number and the code of its number format → the text that a spreadsheet shows.

The codes that counts and amounts use are rendered in full: sections and their conditions, digits, separators, scaling,
percent, literals, hidden values. Where a code asks for more (fractions, exponents, Chinese numerals), the number is
given as it is stored, with a doubt. Source of the rules: ECMA-376, 18.8.31.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

NUMBER_FORMAT = "number_format"
"""Key of the doubt."""
GENERAL = "General"
_ACCOUNTS, _CENTS = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", **dict.fromkeys((5, 6), "#,##0;-#,##0"),
    **dict.fromkeys((7, 8), "#,##0.00;-#,##0.00"), 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    **dict.fromkeys((37, 38), "#,##0 ;(#,##0)"), **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
    **dict.fromkeys((41, 42), _ACCOUNTS), **dict.fromkeys((43, 44), _CENTS), 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm:ss"), 22: "yyyy-mm-dd h:mm",
}  # fmt: skip
"""Codes that files name by number only."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<marked>.)|_(?P<width>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|'
    r"(?P<general>General|G/通用格式|Standard)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|"
    r"(?P<exponent>[eE][+-])|(?P<text>@)|(?P<date>[yYmMdDhHsSaAbBgGeE年月日时分秒])|(?P<other>.)",
    re.DOTALL,
)
_WHITE = re.compile(r"white|白色|(?!dbnum)[^\W\d]+ ?2", re.IGNORECASE)
_PALE = re.compile(r"yellow|cyan|[^\W\d]+ ?(?:19|20|34|35|36|40)", re.IGNORECASE)
"""Colours by number in the palette, and by name, that white paper swallows."""
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_PLAIN_DIGITS = 11
"""Digits that a cell without a format shows in full."""


class Displayed(NamedTuple):
    """What a cell shows, and why that is in doubt."""

    text: str
    doubt: str = ""


class _Section(NamedTuple):
    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, float] | None
    is_white: bool
    is_date: bool
    is_understood: bool


@lru_cache(maxsize=65536)
def display_number(value: float, code: str, *, from_1904: bool = False) -> Displayed:
    """What a cell with this number and format shows."""
    if code in (GENERAL, "", "@"):
        return display_general(value)
    sections = _split_sections(code)
    section, is_signed = _choose_section(sections, value)
    if section is None:
        return Displayed(display_general(value).text, NUMBER_FORMAT)
    if section.is_date:
        return Displayed(_render_date(value, from_1904=from_1904))
    if section.is_white:
        return Displayed("")
    if not section.is_understood:
        return Displayed(display_general(value).text, NUMBER_FORMAT)
    text = _render_number(section, abs(value) if is_signed else value)
    if value >= 0 or not is_signed:
        return Displayed(text)
    if "-" in text or not any(character.isdigit() for character in text):
        return Displayed(text)
    if text.startswith("(") and text.endswith(")"):
        return Displayed(f"-{text[1:-1]}")
    return Displayed(f"-{text}", NUMBER_FORMAT)  # below zero shown by colour alone


def display_text(text: str, code: str) -> str:
    """What a cell with this text and format shows."""
    if "@" not in code and code.count(";") < _TEXT_SECTION:
        return text
    sections = _split_sections(code)
    section = sections[_TEXT_SECTION] if len(sections) > _TEXT_SECTION else sections[-1]
    has_text = any(kind == "text" for kind, _ in section.tokens)
    if len(sections) <= _TEXT_SECTION and not has_text:
        return text
    return "".join(
        text if kind == "text" else literal for kind, literal in section.tokens if kind in ("text", "literal")
    )


_TEXT_SECTION = 3


def display_general(value: float) -> Displayed:
    """What a cell without a format shows."""
    if value.is_integer() and abs(value) < 10**_PLAIN_DIGITS:
        return Displayed(str(int(value)))
    text = f"{value:.15g}"
    if "e" in text:
        return Displayed(f"{Decimal(text):f}", NUMBER_FORMAT)
    is_long = len(text.lstrip("-0.").replace(".", "")) > _PLAIN_DIGITS - 1
    return Displayed(text, NUMBER_FORMAT if is_long else "")


@lru_cache(maxsize=1024)
def _split_sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[str, str]]] = [[]]
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or "other"
        value = found[kind]
        if kind == "other" and value == ";":
            parts.append([])
        elif kind in ("quoted", "escaped", "marked", "other"):
            parts[-1].append(("literal", value))
        elif kind not in ("width", "fill") or (kind == "fill" and value.isalnum()):
            parts[-1].append((kind, value))
    return tuple(map(_parse_section, parts))


def _parse_section(tokens: list[tuple[str, str]]) -> _Section:
    condition, is_white, is_understood, is_date = None, False, True, False
    kept: list[tuple[str, str]] = []
    for kind, value in tokens:
        if kind == "fill":
            is_understood = False  # it fills the cell with what looks like a part of the figure
            continue
        if kind != "bracket":
            kept.append((kind, value))
            is_date = is_date or kind == "date"
            is_understood = is_understood and kind != "exponent"
            continue
        found = _CONDITION.fullmatch(value)
        if found:
            condition = (found[1], float(found[2]))
        elif value.startswith("$"):
            kept.append(("literal", value[1:].split("-")[0]))
        elif _WHITE.fullmatch(value):
            is_white = True
        elif _PALE.fullmatch(value):
            is_understood = False
        elif re.fullmatch(r"[hHmMsS]+", value):
            is_date = True
        elif value.lower().startswith("dbnum"):
            is_understood = False
    has_digits = any(kind == "digit" for kind, _ in kept)
    is_fraction = has_digits and ("literal", "/") in kept
    return _Section(tuple(kept), condition, is_white, is_date and not has_digits, is_understood and not is_fraction)


def _choose_section(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, bool]:
    """The section for a value, and whether the section itself shows the sign."""
    numeric = sections[:_TEXT_SECTION]
    if any(section.condition for section in numeric):
        for index, section in enumerate(numeric):
            if section.condition is None or _is_met(value, *section.condition):
                return section, index > 0 and value < 0
        return None, False
    if len(numeric) == 1 or value > 0:
        return numeric[0], False
    if value < 0:
        return numeric[1], True
    return (numeric[2] if len(numeric) > 2 else numeric[0]), False


def _is_met(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit, ">": value > limit, "<=": value <= limit, ">=": value >= limit, "=": value == limit,
        "<>": value != limit,
    }[sign]  # fmt: skip


def _render_number(section: _Section, value: float) -> str:
    tokens = section.tokens
    places = [index for index, (kind, _) in enumerate(tokens) if kind in ("digit", "general")]
    if not places:
        return "".join(text for kind, text in tokens if kind in ("literal", "percent", "point", "comma"))
    if any(tokens[index][0] == "general" for index in places):
        return "".join(display_general(value).text if kind == "general" else text for kind, text in tokens)
    first, last = places[0], places[-1]
    point = next((index for index, (kind, _) in enumerate(tokens) if kind == "point"), len(tokens))
    end = min(point, last + 1)
    scaling = 0
    for index in range(end if point < last else last + 1, len(tokens)):
        if tokens[index][0] != "comma":
            break
        scaling += 1
    if point < last:
        after = last + 1
        while after < len(tokens) and tokens[after][0] == "comma":
            scaling, after = scaling + 1, after + 1
    is_grouped = any(tokens[index][0] == "comma" for index in range(first, min(point, last)))
    percent = sum(kind == "percent" for kind, _ in tokens)
    decimals = sum(kind == "digit" for kind, _ in tokens[point:])
    number = Decimal(f"{value:.15g}") * Decimal(100) ** percent / Decimal(1000) ** scaling
    rounded = abs(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, part = f"{rounded:f}".partition(".")
    sign = "-" if number < 0 and rounded != 0 else ""
    return (
        sign
        + _render_whole(tokens[:point], whole.lstrip("0"), is_grouped=is_grouped)
        + _render_part(tokens[point:], part)
    )


def _render_whole(tokens: tuple[tuple[str, str], ...], digits: str, *, is_grouped: bool) -> str:
    """Digits fill their places from the right; the leftmost place takes all that are left."""
    characters: list[str] = []
    left, count = digits, 0
    places = [index for index, (kind, _) in enumerate(tokens) if kind == "digit"]
    for index in range(len(tokens) - 1, -1, -1):
        kind, text = tokens[index]
        if kind in ("literal", "percent"):
            characters.append(text)
        if kind != "digit":
            continue
        is_leftmost = index == places[0]
        while left or text == "0":
            if is_grouped and count and count % 3 == 0:
                characters.append(",")
            characters.append(left[-1] if left else "0")
            left, count = left[:-1], count + 1
            if not is_leftmost or not left:
                break
    return "".join(reversed(characters))


def _render_part(tokens: tuple[tuple[str, str], ...], digits: str) -> str:
    pieces: list[str] = []
    places = [text for kind, text in tokens if kind == "digit"]
    least = max((index + 1 for index, text in enumerate(places) if text == "0"), default=0)
    kept = digits[:least] + digits[least:].rstrip("0")
    taken = 0
    for kind, text in tokens:
        if kind == "digit":
            pieces.append(kept[taken] if taken < len(kept) else "")
            taken += 1
        elif kind == "point":
            pieces.append("." if kept else "")
        elif kind in ("literal", "percent"):
            pieces.append(text)
    return "".join(pieces)


def _render_date(value: float, *, from_1904: bool) -> str:
    start = datetime.datetime(1904, 1, 1) if from_1904 else datetime.datetime(1899, 12, 30)
    try:
        moment = start + datetime.timedelta(days=value)
    except OverflowError:
        return display_general(value).text
    return moment.date().isoformat() if float(value).is_integer() else moment.replace(microsecond=0).isoformat(" ")
