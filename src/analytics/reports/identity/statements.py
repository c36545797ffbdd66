"""Everything in a document that says whose report it is and for which year: statements, each with where it stands.

Nothing is decided here: ``identify`` weighs the statements against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.model import Document, Grid
from analytics.reports.labels import fold
from analytics.vocabulary import naming
from analytics.vocabulary.places.chains import is_within
from analytics.vocabulary.places.names import match_organ

_EARLY_BLOCKS = 40
"""Titles, publication lines and metadata tables stand before the report's own tables."""
_LATE_TEXTS = 12
"""Lines at the end among which a signature stands."""
_LONGEST_TITLE = 90
_LONGEST_NAME = 44
_BRACKETED = re.compile(r"(?<=.)\([^()]*\)$")
"""A second name or a remark behind the name."""
_LONGEST_LINE = 60
"""Of a breadcrumb or a line of metadata."""


class Title(NamedTuple):
    """A title with what it names; ``year`` None and ``name`` empty where it does not, ``other`` a second organ."""

    text: str = ""
    year: int | None = None
    name: str = ""
    other: str = ""


class Signature(NamedTuple):
    """Who signs, and the year and month of the day beside it."""

    name: str
    year: int
    month: int


def list_early_texts(document: Document) -> tuple[str, ...]:
    """Lines and cells before the report's own tables."""
    texts: list[str] = []
    for block in document.blocks[:_EARLY_BLOCKS]:
        if isinstance(block, Grid):
            texts.extend(cell.text for row in block.rows[:8] for cell in row)
        elif block.text:
            texts.append(block.text)
    return tuple(texts)


def find_organ_name(text: str) -> str:
    """The name of an organ that a stretch of text is, or nothing: a clause, the state or an addressee is none."""
    name = _drop_repetition(_strip_brackets(naming.OFFICE_IN_BRACKETS.sub(r"\1", text.strip("[]"))).strip("()"))
    for _ in range(3):
        name = naming.TITLE_FILLERS.sub("", name)
    name = naming.BEFORE_NAME.sub("", name)
    if not 1 < len(name) <= _LONGEST_NAME:
        return ""
    found = match_organ(name)
    body = naming.TITLE_FILLERS.sub("", found.rest)
    if naming.NO_BODY.search(body) or (body and not naming.BODY.fullmatch(body)):
        return ""
    return "" if not found.matched and (not body or naming.NO_BEGINNING.match(name)) else name


def _strip_brackets(text: str) -> str:
    """The name without a second name or a remark; a body in brackets right behind the place stays: 文成县(水利局)."""
    bracketed = _BRACKETED.search(text)
    if bracketed is None:
        return text
    outer, inner = text[: bracketed.start()], bracketed[0].strip("()")
    found = match_organ(outer)
    is_the_body = found.matched == outer and naming.BODY.fullmatch(inner) and not match_organ(inner).matched
    return outer + inner if is_the_body else outer


def find_organ_names(text: str) -> tuple[str, ...]:
    """The names of which a stretch of text consists, where it is two or more: 文成县水利局、文成县渔业局."""
    parts = tuple(find_organ_name(part) for part in naming.JOINED.split(text))
    if len(parts) > 1 and all(parts):
        return parts
    name = find_organ_name(text)
    found = match_organ(name)
    sender = match_organ(find_organ_name(text.partition(naming.ABOUT)[0])) if naming.ABOUT in text else found
    if sender.place and found.place and not is_within(found.place, sender.place):
        return (name, sender.matched + sender.rest)
    body, again, _ = found.rest.partition(found.matched) if found.matched else ("", "", "")
    first = find_organ_name(found.matched + body) if body and again else ""
    return (first, name.partition(body)[2]) if first and naming.BODY.fullmatch(body) else (name,)


def _drop_repetition(text: str) -> str:
    """A name or title without its repetition: some are printed twice in one line."""
    half = len(text) // 2
    return text[:half] if half > 2 and text[:half] == text[half:] else text


def read_year(printed: str) -> int:
    """A year in digits of any sort: 2023, 二〇二三."""
    return int(printed.translate(naming.CHINESE_DIGITS))


# Titles ---------------------------------------------------------------------------------------------------


def find_title(texts: Sequence[str]) -> Title:
    """The first title that names both organ and year, else the best there is; a title may be parted over lines."""
    best = Title()
    for lines in (1, 2, 3):
        for start in range(len(texts) - lines + 1):
            title = _read_title("".join(texts[start : start + lines]), is_whole=lines == 1)
            if title is None or (lines > 1 and not (title.year and title.name)):
                continue
            if title.year and title.name:
                return title
            if not best.text or (title.name and not best.name) or (title.year and not best.year):
                best = Title(
                    best.text or title.text, best.year or title.year, best.name or title.name, best.other or title.other
                )  # fmt: skip
        if best.year and best.name:
            return best
    return best


def names_report(text: str) -> bool:
    """Whether a line is, or has within it, the title of an annual report, and not that of a notice on writing one."""
    return _read_title(text, is_whole=True) is not None and not naming.NOTICE_ON_REPORTS.search(fold(text))


_ABOUT_TITLE = re.compile("|".join(naming.ABOUT_TITLE))


def _read_title(text: str, *, is_whole: bool) -> Title | None:
    text = _drop_repetition(text)
    if len(text) > _LONGEST_TITLE or _ABOUT_TITLE.search(text) is None:
        return None
    folded = naming.CITED.sub("", fold(text))
    found = naming.TITLE.search(folded) or (naming.LOOSE_TITLE.fullmatch(folded) if is_whole else None)
    if found is None:
        return None
    stated = found["year"] or found.groupdict().get("late")
    stretches = (find_organ_names(found[group] or "") for group in ("before", "between"))
    name, *others = next((names for names in stretches if names[0]), ("",))
    return Title(text, read_year(stated) if stated else None, name, next(iter(others), ""))


# Organs named elsewhere -----------------------------------------------------------------------------------


def list_stated_organs(opening: str, document: Document) -> Iterator[str]:
    """Organs that the document names as its maker, surest first; ``opening`` is folded."""
    plain = naming.CITED.sub("", opening)
    for pattern in (naming.ISSUER, naming.ANNOUNCED):
        for found in pattern.finditer(plain):
            yield find_organ_name(found["organ"])
    yield find_organ_name(_find_issuer(document))


def find_acting_organ(lines: Sequence[str]) -> str:
    """The organ of which the first sentences say what it did, if one only; it must name its place and its body."""
    prose = "".join(line for line in lines if naming.IN_A_SENTENCE.search(line))
    plain = naming.CITED.sub("", prose)[:160]
    names = set(_find_acting(naming.SUBJECT, plain))
    name = names.pop() if len(names) == 1 else ""
    is_alone = all(other.startswith(name) or name.startswith(other) for other in _find_acting(naming.ACTOR, plain))
    return name if is_alone else ""


def _find_acting(pattern: re.Pattern[str], prose: str) -> Iterator[str]:
    """Names, with place and body, where the pattern finds somebody who does something."""
    for found in pattern.finditer(prose):
        name = find_organ_name(found["organ"]) if naming.ABOUT not in found["organ"] else ""
        match = match_organ(name) if name else None
        if match and match.matched and match.rest:
            yield name


def _find_issuer(document: Document) -> str:
    """The organ that a metadata table names as issuer."""
    for block in document.blocks[:_EARLY_BLOCKS]:
        for row in block.rows if isinstance(block, Grid) else ():
            for label, cell in pairwise(row):
                if cell.text and _is_issuer_label(label.text):
                    return fold(cell.text)
    return ""


@lru_cache(maxsize=4096)
def _is_issuer_label(text: str) -> bool:
    return fold(text).strip(":：") in naming.ISSUER_LABELS


def list_late_texts(document: Document) -> tuple[str, ...]:
    """The lines after the last table, folded, from the last one up."""
    texts: list[str] = []
    for block in reversed(document.blocks):
        if isinstance(block, Grid) or len(texts) == _LATE_TEXTS:
            break
        if block.text:
            texts.append(fold(block.text))
    return tuple(texts)


def drop_addressees(text: str) -> tuple[str, ...]:
    """Lines of prose, folded, without those to whom it is written."""
    return tuple(naming.ADDRESSEE.sub("", fold(line)) for line in text.split("\n"))


def find_signature(document: Document) -> Signature | None:
    """The last lines: an organ's name with a day beside or below it."""
    texts = list_late_texts(document)
    for index, text in enumerate(texts):
        day = naming.SIGNED_DAY.search(text) if len(text) <= _LONGEST_LINE else None
        if day and day.end() == len(text):
            above = text[: day.start()] or next(iter(texts[index + 1 : index + 2]), "")
            is_signed = len(above) <= _LONGEST_NAME and not naming.ADDRESSED.match(above)
            name = find_organ_name(above) if is_signed else ""
            return Signature(name, read_year(day["year"]), _read_month(day["month"]))
    return None


def _read_month(printed: str) -> int:
    return (
        int(printed)
        if printed.isdecimal() and printed.isascii()
        else "一二三四五六七八九十".find(printed[-1]) + 1 + (10 if len(printed) > 1 else 0)
    )


def list_surroundings(texts: Sequence[str], titles: Sequence[str]) -> Iterator[str]:
    """Texts around a report that name its place: breadcrumbs, site names, sources, the tail of the page's title."""
    sites: list[str] = []
    for text in texts:
        if len(text) > _LONGEST_LINE:
            continue
        folded = fold(text)
        if folded.isdecimal():
            continue  # most texts of tables, which are many
        site = naming.SITE.fullmatch(folded)
        if naming.BREADCRUMB.search(folded):
            yield folded
        elif site and match_organ(site["organ"]).unit is None:
            sites.append(site["organ"])
        for source in naming.STATED_SOURCE.finditer(folded):
            yield source["place"]
    if len(set(sites)) == 1:  # several are a list of links
        yield sites[0]
    for title in titles[:2]:
        yield from (part for part in title.replace("_", "-").split("-")[1:] if part)
