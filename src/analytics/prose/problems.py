"""Section five → its problems and measures; over years: which problems come back, which measures are reported later.

An item is what an enumerator, a semicolon or a stop parts off. Its themes are those of ``vocabulary.prose.problems``;
an item without any has none. Frames have a row an item [report_id, position, start_at, end_at, kind, themes (list)],
which :func:`list_items` makes of the sections of many reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analytics.prose.folding import fold
from analytics.prose.sentences import split_sentences
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.problems import (
    ACCOMPLISHED,
    BOTH_HEADING,
    COMMONPLACE,
    HEADING,
    INTRODUCTION,
    ITEM_STARTS,
    JOINED,
    LEAD,
    MEASURES_FOLLOW,
    NUMBER_BEFORE,
    THEMES,
    WANTING,
    ItemKind,
)

ITEM_COLUMNS = ["report_id", "position", "start_at", "end_at", "kind", "themes", "text"]
REPEATED_COLUMNS = [
    "organ_id",
    "year",
    "theme",
    "years_running",
    "report_id",
    "position",
    "start_at",
    "end_at",
    "likeness",
]
KEPT_COLUMNS = [
    "report_id", "position", "start_at", "end_at", "organ_id", "year", "later_id", "later_position", "later_start",
    "later_end", "likeness",
]  # fmt: skip
ALIKE = 0.45
"""Share of a measure's telling pairs of characters that a later sentence has, from which it reports the measure."""
FEWEST_PAIRS = 5
_NUMBER_BEFORE, _JOINED = re.compile(NUMBER_BEFORE), re.compile(JOINED)
_MEASURES_FOLLOW = re.compile(MEASURES_FOLLOW)
_BOTH_HEADING = re.compile(BOTH_HEADING)
_ITEM_STARTS = re.compile(ITEM_STARTS)
_ENDS = re.compile(r"[。;\n]+")
_ACCOMPLISHED, _INTRODUCTION, _WANTING = re.compile(ACCOMPLISHED), re.compile(INTRODUCTION), re.compile(WANTING)
_THEMES = tuple((theme.key, re.compile(theme.pattern)) for theme in THEMES)
_HEADING, _LEAD = re.compile(HEADING), re.compile(LEAD)
_SHORTEST = 4
_COMMON = frozenset(COMMONPLACE[at : at + 2] for at in range(len(COMMONPLACE) - 1))


_Place = tuple[int, int, int, int]
"""report_id, position, start, end."""


class Item(NamedTuple):
    """A problem or a measure, printed at ``start``–``end``; ``text`` is folded. ``themes`` in order of declaration."""

    kind: ItemKind
    start: int
    end: int
    text: str
    themes: tuple[str, ...]


def find_measures(text: str) -> int | None:
    """Where in a folded section five the measures begin; None where it tells of none."""
    heading = _BOTH_HEADING.match(text)
    found = _MEASURES_FOLLOW.search(text, heading.end() if heading else 0)
    return len(_NUMBER_BEFORE.sub("", text[: found.start()])) if found else None


def split_items(text: str) -> list[Item]:
    """The items of a section five, in order."""
    folded = fold(text)
    switch = find_measures(folded.text)
    items = []
    for start, end in _split(folded.text, switch):
        piece = folded.text[start:end]
        if not piece:
            continue
        is_problem = switch is None or start < switch
        if len(piece) < _SHORTEST or (is_problem and not _WANTING.search(piece)):
            continue
        if _INTRODUCTION.search(piece) and not _ITEM_STARTS.match(piece):
            continue
        kind = ItemKind.PROBLEM if is_problem else ItemKind.TAKEN if _ACCOMPLISHED.search(piece) else ItemKind.MEASURE
        items.append(Item(kind, *folded.find_span(start, end), piece, find_themes(piece)))
    return items


def find_themes(text: str) -> tuple[str, ...]:
    """Keys of the themes that a folded text is about."""
    return tuple(key for key, pattern in _THEMES if pattern.search(text))


def _split(text: str, switch: int | None) -> Iterator[tuple[int, int]]:
    """Items of an enumeration go up to the next enumerator, or to the switch to measures; outside of one, sentences.
    What stands before the first enumerator of a part introduces it."""
    starts = [match.end() - len(match[0].lstrip("\n。;:")) for match in _ITEM_STARTS.finditer(text)]
    starts = [start for start in starts if not is_heading(_read_line(text, start))]
    middle = len(text) if switch is None else switch
    for begin, end in ((0, middle), (middle, len(text))):
        listed = [start for start in starts if begin <= start < end]
        bounds = [*listed, end]
        if listed:
            yield from (_trim(text, start, until) for start, until in pairwise(bounds))
        else:
            yield from _split_sentences(text, begin, end)


def _split_sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    at = begin
    for stop in (*_ENDS.finditer(text, begin, end), None):
        until = stop.start() if stop else end
        lead = _LEAD.match(text[at:until])
        if text[at:until].strip() and not is_heading(text[at:until].strip()):
            start = at + (lead.end() if lead else 0)
            for joint in _JOINED.finditer(text, start, until):
                yield _trim(text, start, joint.start())
                start = joint.end()
            yield _trim(text, start, until)
        at = stop.end() if stop else end


def _read_line(text: str, start: int) -> str:
    stop = _ENDS.search(text, start)
    return text[start : stop.start() if stop else len(text)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" \n。;"))
    return start + lead, start + max(lead, len(piece.rstrip(" \n。;")))


def is_heading(text: str) -> bool:
    """Whether a folded sentence only says what follows: 整改措施."""
    return _HEADING.match(text) is not None and not _WANTING.search(text)


def list_items(narratives: pd.DataFrame) -> pd.DataFrame:
    """Items [ITEM_COLUMNS] of the sections five in ``narratives`` [report_id, position, number, text]."""
    rows = [
        (section.report_id, section.position, item.start, item.end, str(item.kind), list(item.themes), item.text)
        for section in each_row(narratives[narratives["number"] == "V"])
        for item in split_items(str(section.text))
    ]
    return pd.DataFrame(rows, columns=ITEM_COLUMNS)


def find_repeated(items: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Problems an organ names in a year and named in the year before [REPEATED_COLUMNS]: one row an organ, year and
    theme. ``years_running`` counts the years in a row up to this one, ``likeness`` how alike the nearest wording of
    last year's is (0 to 1). ``reports`` [report_id, organ_id, year] of current reports."""
    problems = _place(items[items["kind"] == str(ItemKind.PROBLEM)], reports).explode("themes")
    problems = problems.dropna(subset=["themes", "year"]).drop_duplicates(["organ_id", "year", "themes"])
    running: dict[tuple[int, str, int], tuple[int, str]] = {}
    rows = []
    for problem in each_row(problems.sort_values("year")):
        organ, year, theme = int(problem.organ_id), int(problem.year), str(problem.themes)
        count, before = running.get((organ, theme, year - 1), (0, ""))
        running[organ, theme, year] = count + 1, str(problem.text)
        if count:
            likeness = measure_likeness(str(problem.text), before)
            place = (problem.report_id, problem.position, problem.start_at, problem.end_at)
            rows.append((organ, year, theme, count + 1, *place, likeness))
    return pd.DataFrame(rows, columns=REPEATED_COLUMNS)


def find_reported(items: pd.DataFrame, narratives: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Measures promised in one year, with the sentence of the same organ's next section one that reports them
    [KEPT_COLUMNS]; ``later_`` NA where none does, no row where there is no next report with a section one. A sentence
    reports a measure whose telling pairs of characters it has to a share of ``ALIKE`` or more."""
    sections = narratives[(narratives["number"] == "I") & (narratives["text"] != "")]
    later = _place(sections, reports).groupby(["organ_id", "year"])
    by_year = {key: list(_list_sentences(frame)) for key, frame in later}
    rows = []
    measures = _place(items[items["kind"] == str(ItemKind.MEASURE)], reports).dropna(subset=["year"])
    for measure in each_row(measures):
        sentences = by_year.get((measure.organ_id, int(measure.year) + 1))
        if sentences is None:
            continue
        likeness, later_place = _find_nearest(str(measure.text), sentences)
        place = (measure.report_id, measure.position, measure.start_at, measure.end_at)
        rows.append((*place, measure.organ_id, int(measure.year), *later_place, likeness))
    return pd.DataFrame(rows, columns=KEPT_COLUMNS)


def _find_nearest(text: str, sentences: Sequence[tuple[_Place, str]]) -> tuple[float, tuple[object, ...]]:
    """The likeness of the sentence nearest to a measure, and its place if it reports it."""
    likeness, number = max(
        ((measure_likeness(text, other), -number) for number, (_, other) in enumerate(sentences)), default=(0.0, 0)
    )
    return likeness, sentences[-number][0] if likeness >= ALIKE else (pd.NA,) * 4


def _list_sentences(sections: pd.DataFrame) -> Iterator[tuple[_Place, str]]:
    for section in each_row(sections):
        for sentence in split_sentences(str(section.text)):
            yield (int(section.report_id), int(section.position), sentence.start, sentence.end), sentence.text


def measure_likeness(text: str, other: str) -> float:
    """Share of the telling pairs of characters of a folded text that another has; 0 where it has too few to tell."""
    pairs = _list_pairs(text)
    return len(pairs & _list_pairs(other)) / len(pairs) if len(pairs) >= FEWEST_PAIRS else 0.0


@lru_cache(maxsize=8192)
def _list_pairs(text: str) -> frozenset[str]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(pair for pair in pairs if pair.isalpha() and pair not in _COMMON)


def count_themes(items: pd.DataFrame, reports: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """The commonest problems: one row a group, year and theme: ``organs`` that name it, ``of_organs`` that name any
    problem, ``share``. ``groups``: organ_id → group, a province for one."""
    problems = _place(items[items["kind"] == str(ItemKind.PROBLEM)], reports).dropna(subset=["year"])
    problems = problems.assign(group=problems["organ_id"].map(groups)).dropna(subset=["group"])
    every = problems.groupby(["group", "year"])["organ_id"].nunique().rename("of_organs")
    named = problems.explode("themes").dropna(subset=["themes"]).rename(columns={"themes": "theme"})
    counted = named.groupby(["group", "year", "theme"])["organ_id"].nunique().rename("organs").reset_index()
    found = counted.merge(every.reset_index(), on=["group", "year"])
    found["share"] = found["organs"] / found["of_organs"]
    return found.sort_values(
        ["group", "year", "organs", "theme"], ascending=[True, True, False, True], ignore_index=True
    )


def _place(rows: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    known = reports[["report_id", "organ_id", "year"]].drop_duplicates("report_id")
    rows = rows.drop(columns=["organ_id", "year"], errors="ignore")
    return rows.astype({"report_id": "int64"}).merge(known.astype({"report_id": "int64"}), on="report_id")
