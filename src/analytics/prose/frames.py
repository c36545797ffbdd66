"""The narratives of a build → everything its prose says, as frames for the tables of a build.

Each section is read by itself, so that many can be read at once elsewhere (:func:`read_sections`); what ties years and
organs together is worked out of that in one place (:func:`connect_years`).
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analytics.prose.figures.read import read_figures
from analytics.prose.practices import list_marks
from analytics.prose.problems import find_repeated, find_reported, list_items
from analytics.prose.sameness.pairs import compare_reports
from analytics.prose.sameness.shingles import sample_shingles
from analytics.transforms.rows import each_row

FIGURE_COLUMNS = [
    "report_id", "position", "start_at", "end_at", "clause_start", "clause_end", "kind", "value", "highest", "unit",
    "is_rounded", "subject", "is_part", "period", "year",
]  # fmt: skip


class SectionFrames(NamedTuple):
    """What sections say by themselves: ``figures`` [FIGURE_COLUMNS], marks of ``practices``, items of section five."""

    figures: pd.DataFrame
    practices: pd.DataFrame
    items: pd.DataFrame


class YearFrames(NamedTuple):
    """What ties reports together: ``repeated`` problems, measures that are ``reported`` later, near-``copies`` and each
    report's ``sameness``."""

    repeated: pd.DataFrame
    reported: pd.DataFrame
    copies: pd.DataFrame
    sameness: pd.DataFrame


def read_sections(narratives: pd.DataFrame) -> SectionFrames:
    """What ``narratives`` [report_id, position, number, text, year (of the report)] say. Sections of one report belong
    into one call."""
    return SectionFrames(list_figures(narratives), list_marks(narratives), list_items(narratives))


def list_figures(narratives: pd.DataFrame) -> pd.DataFrame:
    """Every number of the prose [FIGURE_COLUMNS]; spans count characters of the section's text."""
    rows = [
        (section.report_id, section.position, *figure)
        for section in each_row(narratives)
        if section.text
        for figure in read_figures(str(section.text), None if pd.isna(section.year) else int(section.year))
    ]
    return pd.DataFrame(rows, columns=FIGURE_COLUMNS)


def join_sections(parts: list[SectionFrames]) -> SectionFrames:
    """The frames of several calls as one, in their order."""
    return SectionFrames(*(pd.concat(frames, ignore_index=True) for frames in zip(*parts, strict=True)))


def connect_years(narratives: pd.DataFrame, items: pd.DataFrame, reports: pd.DataFrame) -> YearFrames:
    """What ties reports [report_id, organ_id, year, published] together. Sameness is of the text under headings."""
    known = reports.drop_duplicates("report_id")
    headed = narratives[narratives["number"] != ""].groupby("report_id")["text"].agg("\n".join)
    compared = compare_reports(
        sample_shingles(headed.reindex(known["report_id"]).fillna("").tolist()),
        known[["report_id", "organ_id", "year", "published"]],
    )
    return YearFrames(
        find_repeated(items, known), find_reported(items, narratives, known), compared.pairs, compared.scores
    )
