"""What the prose of reports says, for scripts, pages and the command line: search, figures, practices, problems,
sameness, and what evaluators look at. Frames have the columns of ``warehouse.prose_tables`` and the organ's name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import numpy as np
import pandas as pd

from analytics.errors import SelectionError
from analytics.prose.evaluation import evaluate_reports
from analytics.prose.practices import count_practices, tabulate_practices
from analytics.prose.problems import count_themes
from analytics.prose.search.excerpts import Excerpt, cut_excerpts, find_in_text
from analytics.prose.search.index import SearchIndex, Text, build_index, can_be_searched, load_index, split_words
from analytics.query.frames import check_years, find_organ_ids
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.subjects import SUBJECT_BY_KEY
from analytics.warehouse.builds.publish import SEARCH, find_builds_folder
from analytics.warehouse.read import Warehouse

_SIGNS_RECOUNTED = 2_000
"""Reports whose text is read again where a word has a sign within: the index takes any sign for it."""


class SectionHits(NamedTuple):
    """The hits in one section: whose report it is and what stands around each hit."""

    report_id: int
    organ: str
    year: int | None
    file: str
    position: int
    number: str
    heading: str
    excerpts: tuple[Excerpt, ...]


class SearchResult(NamedTuple):
    """``total`` hits in ``report_count`` reports; ``reports`` [report_id, organ_id, organ, year, count] all of them,
    the latest first, ``sections`` those of the first so many reports. ``is_exact`` is False where a word holds a sign
    and too many reports would have to be read again: the index takes any sign for it."""

    words: tuple[str, ...]
    total: int
    report_count: int
    reports: pd.DataFrame
    sections: tuple[SectionHits, ...]
    is_exact: bool = True


def search(
    warehouse: Warehouse,
    query: str,
    *,
    organs: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    shown: int = 20,
    first: int = 0,
) -> SearchResult:
    """Reports whose prose has every word of ``query`` (blanks part them; traditional and simplified characters are the
    same), with the hits of ``shown`` reports from the ``first`` on. ``organs`` are names, division codes or keys.
    Raises SelectionError for a word of one character, an unknown organ or year."""
    return search_reports(warehouse, query, select_reports(warehouse, organs, years), shown=shown, first=first)


def search_reports(
    warehouse: Warehouse, query: str, reports: pd.DataFrame, *, shown: int = 20, first: int = 0
) -> SearchResult:
    """As ``search``, among ``reports`` [report_id, organ_id, organ, year, file]."""
    words = split_words(query)
    short = next((word for word in words if not can_be_searched(word)), None)
    if short is not None or not words:
        raise SelectionError("search_too_short", name=short or query)
    found = open_index(warehouse).find(words, reports["report_id"].tolist())
    counted = reports.merge(pd.DataFrame({"report_id": found.report_ids, "count": found.counts}), on="report_id")
    has_signs = any(not word.isalnum() for word in words)
    is_exact = not has_signs or len(counted) <= _SIGNS_RECOUNTED
    if has_signs and is_exact:
        counted = _recount(warehouse, counted, words)
    counted = counted.sort_values(["year", "organ", "report_id"], ascending=[False, True, True], ignore_index=True)
    page = counted.iloc[first : first + shown]
    columns = ["report_id", "organ_id", "organ", "year", "count"]
    return SearchResult(
        words, int(counted["count"].sum()), len(counted), counted[columns],
        tuple(_list_hits(warehouse, page, words)), is_exact,
    )  # fmt: skip


def select_reports(
    warehouse: Warehouse, organs: Sequence[str] | None = None, years: Sequence[int] | None = None
) -> pd.DataFrame:
    """Current reports with the organ's name; of these organs and years only, if given."""
    reports, known = warehouse.reports(), warehouse.organs()
    reports = reports.merge(known[["organ_id", "organ"]], on="organ_id").drop_duplicates("report_id")
    if organs is not None:
        reports = reports[reports["organ_id"].isin(find_organ_ids(known, organs))]
    if years is not None:
        reports = reports[reports["year"].isin(check_years(warehouse.reports(), years) or [])]
    return reports


def _recount(warehouse: Warehouse, counted: pd.DataFrame, words: Sequence[str]) -> pd.DataFrame:
    texts = warehouse.narrative(counted["report_id"].tolist())
    counts: dict[int, list[int]] = {int(report): [0] * len(words) for report in counted["report_id"]}
    for section in each_row(texts):
        for number, word in enumerate(words):
            counts[int(section.report_id)][number] += len(find_in_text(str(section.text), [word]))
    exact = counted["report_id"].map({report: sum(each) if all(each) else 0 for report, each in counts.items()})
    return counted.assign(count=exact)[exact > 0]


def _list_hits(warehouse: Warehouse, page: pd.DataFrame, words: Sequence[str]) -> list[SectionHits]:
    texts = warehouse.narrative(page["report_id"].tolist())
    hits = []
    for report in each_row(page):
        for section in each_row(texts[texts["report_id"] == report.report_id]):
            excerpts = tuple(cut_excerpts(str(section.text), find_in_text(str(section.text), words)))
            if excerpts:
                year = None if pd.isna(report.year) else int(report.year)
                hits.append(
                    SectionHits(int(report.report_id), str(report.organ), year, str(report.file), int(section.position),
                                str(section.number), str(section.heading), excerpts)
                )  # fmt: skip
    return hits


def open_index(warehouse: Warehouse) -> SearchIndex:
    """The index of a build: that beside it or, where it is gone or of another version, one made anew and left there if
    the folder can be written to."""
    build = find_builds_folder(warehouse.folder) / warehouse.build_id
    with suppress(LookupError):
        return _load(build / SEARCH)
    sections = warehouse.prose_tables.sections()[["report_id", "position", "text"]]
    index = build_index(Text(int(row.report_id), int(row.position), str(row.text)) for row in each_row(sections))
    _leave(index, build)
    return index


@lru_cache(maxsize=2)
def _load(folder: Path) -> SearchIndex:
    """The index of a folder; LookupError, which is not remembered, where there is none."""
    index = load_index(folder)
    if index is None:
        raise LookupError(folder)
    return index


def _leave(index: SearchIndex, build: Path) -> None:
    """Put an index beside its build in one step, so that nobody reads half of one; another's that came first stays."""
    partial: Path | None = None
    try:
        partial = Path(mkdtemp(prefix=f".{SEARCH}.", dir=build))
        index.save(partial / SEARCH)
        shutil.rmtree(build / SEARCH, ignore_errors=True)
        os.replace(partial / SEARCH, build / SEARCH)
    except OSError:
        return  # the folder is read-only, or full: the next process makes it anew
    finally:
        if partial is not None:
            shutil.rmtree(partial, ignore_errors=True)


def prose_figures(
    warehouse: Warehouse,
    *,
    organs: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    subjects: Sequence[str] | None = None,
) -> pd.DataFrame:
    """One row a number of the prose, with the columns of ``ProseTables.figures`` and ``organ``; ``years`` are those of
    the reports. ``subjects`` are keys of ``vocabulary.prose.subjects``; without them, unassigned numbers and those that
    are no quantities as well. Raises SelectionError for what is unknown."""
    unknown = next((key for key in subjects or () if key not in SUBJECT_BY_KEY), None)
    if unknown is not None:
        raise SelectionError("unknown_subject", name=unknown)
    reports = select_reports(warehouse, organs, years)
    figures = warehouse.prose_tables.figures(_list_ids(reports, organs, years), subjects=subjects)
    return figures.merge(reports[["report_id", "organ"]], on="report_id")


def practices(
    warehouse: Warehouse, *, organs: Sequence[str] | None = None, years: Sequence[int] | None = None
) -> pd.DataFrame:
    """One row an organ, year and practice, over reports that have prose: organ_id, organ, year, practice, stance,
    report_id, position, start_at, end_at, sentence_start, sentence_end, sentence (NA: not mentioned)."""
    reports = select_reports(warehouse, organs, years)
    told = reports[reports["report_id"].isin(warehouse.prose_tables.list_told())]
    return tabulate_marks(warehouse.prose_tables.practices(_list_ids(told, organs, years)), told)


def tabulate_marks(marks: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """As ``practices``, of marks of ``ProseTables.practices`` and reports that have prose [report_id, organ_id, year,
    organ]."""
    matrix = tabulate_practices(marks.drop(columns=["organ_id", "year"]), told)
    names = ["report_id", "position", "practice", "start_at"]
    matrix = matrix.merge(
        marks[[*names, "sentence"]].astype({"position": "Int64", "start_at": "Int64"}), on=names, how="left"
    )
    return matrix.merge(told[["report_id", "organ"]], on="report_id")


def practice_counts(warehouse: Warehouse, *, organs: Sequence[str] | None = None) -> pd.DataFrame:
    """One row a practice and year: practice, year, done (organs that say it was done), told (that say anything of it),
    of_organs (that have prose), share (done of these)."""
    reports = select_reports(warehouse, organs)
    told = reports[reports["report_id"].isin(warehouse.prose_tables.list_told())]
    return count_practices(warehouse.prose_tables.practices(_list_ids(told, organs, None)), told)


def common_problems(warehouse: Warehouse) -> pd.DataFrame:
    """One row a province, year and theme of problems named: group, year, theme, organs, of_organs, share."""
    items = warehouse.prose_tables.section_five().drop(columns=["organ_id", "year"])
    organs = warehouse.organs().set_index("organ_id")["province"]
    return count_themes(items, warehouse.reports(), organs)


def evaluation(
    warehouse: Warehouse, *, organs: Sequence[str] | None = None, years: Sequence[int] | None = None
) -> pd.DataFrame:
    """One row a report with the columns of ``prose.evaluation`` and ``organ``: what evaluators look at."""
    reports = select_reports(warehouse, organs, years)
    chosen = _list_ids(reports, organs, years)
    every = warehouse.reports(current_only=False)
    frame = evaluate_reports(
        reports, warehouse.organs(), warehouse.prose_tables.sections(chosen), scores=warehouse.prose_tables.sameness(),
        findings=warehouse.findings(chosen), every_report=every[every["is_resolved"]],
    )  # fmt: skip
    return frame.merge(reports[["report_id", "organ"]], on="report_id")


def _list_ids(reports: pd.DataFrame, organs: Sequence[str] | None, years: Sequence[int] | None) -> list[int] | None:
    return None if organs is None and years is None else np.unique(reports["report_id"]).tolist()
