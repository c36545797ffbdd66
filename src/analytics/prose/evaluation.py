"""What those who evaluate reports look at and the documents themselves can answer, a row a report, side by side.

There is no total: how much a missing part weighs against a late day is nobody's to say here.
"""

from __future__ import annotations

import re

import pandas as pd

from analytics.prose.folding import fold
from analytics.prose.sameness.shingles import read_han
from analytics.transforms.groups.coverage import count_days_late
from analytics.vocabulary.prose.parts import NUMBERED, PARTS, Presence

_HEADED = {part.key: re.compile(f"{NUMBERED}(?:{part.pattern})") for part in PARTS}
_MENTIONED = {part.key: re.compile(part.pattern) for part in PARTS}
_FIRST = "I"
COLUMNS = [
    "report_id", "organ_id", "year", *(f"part_{part.key}" for part in PARTS), "parts_headed", "body_length",
    "share_of_last_year", "share_of_others", "share_new", "days_late", "documents", "is_source_changed",
    "contradictions", "fails_with_blanks",
]  # fmt: skip


def find_parts(text: str) -> dict[str, Presence]:
    """Which parts a section one has, and whether under headings of their own."""
    folded = fold(text).text
    return {
        part.key: Presence.HEADED
        if _HEADED[part.key].search(folded)
        else Presence.MENTIONED
        if _MENTIONED[part.key].search(folded)
        else Presence.ABSENT
        for part in PARTS
    }


def evaluate_reports(
    reports: pd.DataFrame,
    organs: pd.DataFrame,
    narratives: pd.DataFrame,
    *,
    scores: pd.DataFrame,
    findings: pd.DataFrame,
    every_report: pd.DataFrame,
) -> pd.DataFrame:
    """One row a current report of a known year [COLUMNS]. The parts are NA without a section one; ``body_length``
    counts Chinese characters under headings; the shares are those of ``prose.sameness``; ``documents`` how many
    documents of the organ and year are in the collection, ``is_source_changed`` whether the document is no longer the
    one that the source list describes; ``contradictions`` and ``fails_with_blanks`` count findings against the form's
    arithmetic.

    ``reports`` and ``every_report``: report_id, organ_id, year, published (the latter superseded ones as well);
    ``organs``: organ_id, kind; ``narratives``: report_id, number, text; ``scores`` of ``sameness.pairs``;
    ``findings``: report_id, rule, severity, verdict.
    """
    rows = reports.dropna(subset=["year"]).drop_duplicates("report_id")[["report_id", "organ_id", "year", "published"]]
    frame = rows.assign(days_late=count_days_late(rows, organs)).drop(columns="published")
    counted = _count_findings(findings, frame["report_id"])
    for described in (_describe_texts(narratives), scores.drop(columns="own_size"), counted):
        frame = frame.merge(described.astype({"report_id": "int64"}), on="report_id", how="left")
    counts = every_report.groupby(["organ_id", "year"])["report_id"].nunique().rename("documents").reset_index()
    frame = frame.merge(counts.astype({"year": frame["year"].dtype}), on=["organ_id", "year"], how="left")
    return frame[COLUMNS].sort_values(["organ_id", "year"], ignore_index=True)


def _describe_texts(narratives: pd.DataFrame) -> pd.DataFrame:
    headed = narratives[narratives["number"] != ""]
    lengths = {
        report: sum(len(read_han(text)[0]) for text in texts) for report, texts in headed.groupby("report_id")["text"]
    }
    first = headed[(headed["number"] == _FIRST) & (headed["text"] != "")].groupby("report_id")["text"].agg("\n".join)
    parts = {report: find_parts(text) for report, text in first.items()}
    rows = [
        (report, length, *(str(parts[report][part.key]) if report in parts else None for part in PARTS))
        for report, length in lengths.items()
    ]
    names = [f"part_{part.key}" for part in PARTS]
    frame = pd.DataFrame(rows, columns=["report_id", "body_length", *names])
    has_parts = frame["report_id"].isin(list(parts))
    headed_count = (frame[names] == str(Presence.HEADED)).sum(axis=1)
    return frame.assign(
        parts_headed=headed_count.where(has_parts).astype("Int64"), body_length=frame["body_length"].astype("Int64")
    )


def _count_findings(findings: pd.DataFrame, report_ids: pd.Series) -> pd.DataFrame:
    """Counts of every report: one without findings has none, which is known."""
    marked = pd.DataFrame(
        {
            "report_id": findings["report_id"],
            "contradictions": findings["severity"] == "error",
            "fails_with_blanks": findings["verdict"] == "fails_blanks_as_zero",
            "is_source_changed": findings["rule"] == "source_hash_differs",
        }
    )
    counted = marked.groupby("report_id").sum().reindex(report_ids, fill_value=0).reset_index()
    return counted.assign(is_source_changed=counted["is_source_changed"] > 0)
