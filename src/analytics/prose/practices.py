"""Sections of prose → the practices they tell of, each with its sentence; organs × practices × years."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analytics.prose.folding import Folded, fold
from analytics.prose.problems import find_measures, is_heading
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.practices import (
    ACCOMPLISHED,
    FIRM_PLAN,
    NAMED_IN_TITLES,
    NEGATION,
    NEGATION_BEHIND,
    PLAN,
    PRACTICES,
    SHORTCOMING,
    Practice,
    Stance,
)

MARK_COLUMNS = ["report_id", "position", "practice", "stance", "start_at", "end_at", "sentence_start", "sentence_end"]
MATRIX_COLUMNS = ["organ_id", "year", "practice", "stance", *MARK_COLUMNS[:2], *MARK_COLUMNS[4:]]
NOT_MENTIONED = "not_mentioned"
"""Stance of a practice of which a report with prose says nothing."""
_PROBLEMS = "V"
_RANK = {
    str(stance): rank for rank, stance in enumerate((Stance.DONE, Stance.NONE, Stance.PLANNED, Stance.SHORTCOMING))
}
"""Which stance stands for a year in which a report says several: what was done first of all."""
_PATTERNS = tuple(
    (practice, re.compile(practice.pattern), re.compile(practice.beside) if practice.beside else None)
    for practice in PRACTICES
)
_ENDS = re.compile(r"[。;!?\n]+")
_NEGATION, _NEGATION_BEHIND = re.compile(NEGATION), re.compile(NEGATION_BEHIND)
_PLAN, _FIRM_PLAN, _SHORTCOMING, _ACCOMPLISHED = (
    re.compile(words) for words in (PLAN, FIRM_PLAN, SHORTCOMING, ACCOMPLISHED)
)
_ENDS_WANTING = re.compile(rf"(?:{SHORTCOMING})$")
_NEAR_BEHIND = 16


class Mark(NamedTuple):
    """A practice found at ``start``–``end``, in the sentence ``sentence_start``–``sentence_end``."""

    practice: str
    stance: Stance
    start: int
    end: int
    sentence_start: int
    sentence_end: int


def find_practices(text: str, number: str = "I") -> list[Mark]:
    """The practices that a section tells of, one mark a practice and sentence, in order of declaration. ``number`` is
    the section's: in section five things are wanting or planned unless it says that they were done."""
    folded = fold(text)
    starts, ends = _find_sentences(folded.text)
    switch = find_measures(folded.text) if number == _PROBLEMS else None
    marks = []
    for practice, start, end in _search(folded.text, starts, ends):
        at = bisect_right(starts, start) - 1
        sentence = folded.text[starts[at] : ends[at]]
        if number == _PROBLEMS and is_heading(sentence):
            continue
        is_measure = switch is not None and start >= switch
        stance = (
            _judge_in_five(sentence, is_measure=is_measure)
            if number == _PROBLEMS
            else _judge(sentence, start - starts[at], end - starts[at])
        )
        marks.append(
            Mark(practice.key, stance, *folded.find_span(start, end), *_find_printed(folded, starts[at], ends[at]))
        )
    return marks


def _find_sentences(text: str) -> tuple[list[int], list[int]]:
    starts, ends = [0], []
    for match in _ENDS.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return starts, [*ends, len(text)]


def _search(text: str, starts: list[int], ends: list[int]) -> Iterator[tuple[Practice, int, int]]:
    for practice, pattern, beside in _PATTERNS:
        seen = set()
        for match in pattern.finditer(text):
            at = bisect_right(starts, match.start()) - 1
            if at in seen or match.end() > ends[at] or _is_title(practice, text, match.start()):
                continue
            if beside is None or beside.search(text, starts[at], ends[at]):
                seen.add(at)
                yield practice, match.start(), match.end()


def _is_title(practice: Practice, text: str, at: int) -> bool:
    return practice.key not in NAMED_IN_TITLES and text.rfind("《", 0, at) > text.rfind("》", 0, at)


def _find_printed(folded: Folded, start: int, end: int) -> tuple[int, int]:
    return folded.find_span(start, max(end, start + 1))


def _judge(sentence: str, start: int, end: int) -> Stance:
    before, behind = sentence[:start], sentence[end:]
    if _NEGATION.search(before) or _NEGATION_BEHIND.match(behind):
        return Stance.NONE
    if _FIRM_PLAN.search(before) and not _ACCOMPLISHED.search(before):
        return Stance.PLANNED
    part = re.split(r"[,:]", behind)[0][:_NEAR_BEHIND]
    return Stance.SHORTCOMING if _ENDS_WANTING.search(part) else Stance.DONE


def _judge_in_five(sentence: str, *, is_measure: bool) -> Stance:
    if _ACCOMPLISHED.search(sentence):
        return Stance.DONE
    if is_measure:
        return Stance.PLANNED
    return Stance.PLANNED if _PLAN.search(sentence) and not _SHORTCOMING.search(sentence) else Stance.SHORTCOMING


def list_marks(narratives: pd.DataFrame) -> pd.DataFrame:
    """Marks [MARK_COLUMNS] of ``narratives`` [report_id, position, number, text]. What stands before the first heading
    counts only where a report has no other prose: on pages, navigation stands there."""
    headed = narratives.loc[(narratives["number"] != "") & (narratives["text"] != ""), "report_id"]
    narratives = narratives[(narratives["number"] != "") | ~narratives["report_id"].isin(headed)]
    rows = [
        (section.report_id, section.position, mark.practice, str(mark.stance), *mark[2:])
        for section in each_row(narratives)
        if section.text
        for mark in find_practices(str(section.text), str(section.number))
    ]
    return pd.DataFrame(rows, columns=MARK_COLUMNS).astype({"report_id": "int64", "practice": "str"})


def count_practices(marks: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """One row a practice and year over ``reports`` [report_id, organ_id, year] that have prose: practice, year, done
    (organs that say that it was done), told (that say anything of it), of_organs, share (done of these)."""
    known = reports.dropna(subset=["year"]).drop_duplicates("report_id")[["report_id", "organ_id", "year"]]
    placed = marks[["report_id", "practice", "stance"]].merge(known, on="report_id")
    every = known.groupby("year")["organ_id"].nunique().rename("of_organs").reset_index()
    frame = every.merge(pd.DataFrame({"practice": [practice.key for practice in PRACTICES]}), how="cross")
    for name, rows in (("done", placed[placed["stance"] == str(Stance.DONE)]), ("told", placed)):
        counts = rows.groupby(["practice", "year"])["organ_id"].nunique().rename(name).reset_index()
        frame = frame.merge(counts, on=["practice", "year"], how="left")
        frame[name] = frame[name].where(frame[name].notna(), 0).astype("int64")
    frame["share"] = frame["done"] / frame["of_organs"]
    return frame[["practice", "year", "done", "told", "of_organs", "share"]]


def tabulate_practices(marks: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """One row an organ, year and practice [MATRIX_COLUMNS] over ``reports`` [report_id, organ_id, year] that have
    prose: what is said of it, done before anything else, and the sentence that says it; not mentioned without one."""
    ranked = marks.assign(rank=marks["stance"].map(_RANK)).sort_values(["report_id", "rank", "position", "start_at"])
    first = ranked.drop_duplicates(["report_id", "practice"]).drop(columns="rank")
    known = reports[["report_id", "organ_id", "year"]].drop_duplicates("report_id").astype({"report_id": "int64"})
    every = known.merge(pd.DataFrame({"practice": [practice.key for practice in PRACTICES]}), how="cross")
    found = every.merge(first, on=["report_id", "practice"], how="left")
    found["stance"] = found["stance"].fillna(NOT_MENTIONED)
    places = [*MARK_COLUMNS[4:], "position"]
    return found.astype(dict.fromkeys(places, "Int64"))[MATRIX_COLUMNS]
