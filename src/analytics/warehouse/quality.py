"""What is known of the reports of a build beside their figures: findings, reviews, corrections, refusals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from analytics.collection.reviews import Review
from analytics.vocabulary.rules import RULES
from analytics.vocabulary.terms import Status
from analytics.warehouse.queries import Queries
from analytics.warehouse.records import FAILED_CHECKS
from analytics.warehouse.reviewed import COLUMNS as REVIEW_COLUMNS
from analytics.warehouse.reviewed import OPEN, add_review_states, parse_reviews
from analytics.warehouse.schema import PROSE_CELLS_FROM


class QualityQueries(Queries):
    """Queries about what checks and people say."""

    def findings(self, report_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """One row a finding: report_id, organ_id, organ_key, year, rule, severity, verdict, fault, operands (dict),
        cells (list), file, and what somebody said of it: review, review_note, reviewed_by, reviewed_at
        (``warehouse.reviewed``)."""
        where = "" if report_ids is None else "WHERE f.report_id IN (SELECT unnest(?::INTEGER[]))"
        frame = self._fetch_frame(
            f"""SELECT f.report_id, r.organ_id, o.organ_key, r.year, f.rule, f.severity, f.verdict, f.fault,
            f.operands, f.cells, d.file
            FROM finding f JOIN report r USING (report_id) JOIN document d USING (document_id)
            JOIN organ o USING (organ_id) {where}
            ORDER BY f.report_id, f.severity, f.rule, f.cells""",
            [] if report_ids is None else [[int(report_id) for report_id in report_ids]],
        )
        frame["operands"] = [json.loads(text) for text in frame["operands"]]
        return self.add_reviews(frame, self.reviews)

    def add_reviews(self, findings: pd.DataFrame, reviews: Sequence[Review]) -> pd.DataFrame:
        """Findings with what these reviews say of them, whatever the build was made with."""
        if not reviews:
            return findings.assign(
                **{
                    name: np.full(len(findings), OPEN if name == "review" else "", dtype=object)
                    for name in REVIEW_COLUMNS
                }
            )
        organ_years = {(review.subject.organ_key, review.subject.year) for review in reviews}
        keys = zip(findings["organ_key"], findings["year"], strict=True)
        is_reviewed = [(key, None if pd.isna(year) else int(year)) in organ_years for key, year in keys]
        printed = self.read_printed(findings.loc[is_reviewed, "report_id"].unique().tolist())
        states = add_review_states(findings[is_reviewed], reviews, printed)[REVIEW_COLUMNS].reindex(findings.index)
        return findings.assign(**states.fillna({"review": OPEN}).fillna(""))

    @cached_property
    def reviews(self) -> list[Review]:
        """The reviews that the build was made with."""
        return parse_reviews(self._records("SELECT * FROM review"))

    def list_pages(self, report_id: int) -> tuple[str, ...]:
        """The files of a report that lies in several, as photographs of its pages do; none where it is one file."""
        rows = self._rows(
            "SELECT d.pages FROM report r JOIN document d USING (document_id) WHERE r.report_id = ?", [int(report_id)]
        )
        return tuple(rows[0][0] or ()) if rows else ()

    def read_printed(self, report_ids: Sequence[int]) -> dict[tuple[int, int], str]:
        """(report, cell) → what it prints, of some reports."""
        rows = self._rows(
            "SELECT report_id, cell, printed FROM evidence WHERE report_id IN (SELECT unnest(?::INTEGER[]))",
            [[int(report_id) for report_id in report_ids]],
        )
        return {(report_id, cell): printed for report_id, cell, printed in rows}

    def list_corrected_organs(self) -> list[int]:
        """Ids of the organs that have a corrected figure."""
        rows = self._rows(
            """SELECT DISTINCT organ_id FROM correction JOIN report USING (report_id)
            WHERE outcome = 'applied' ORDER BY organ_id"""
        )
        return [int(organ) for (organ,) in rows]

    def corrections(self) -> pd.DataFrame:
        """One row a correction of the list: organ_key, year, cell, printed, value, measured_in, reason, source,
        written_by, written_at, report_id, outcome (applied, printed_differs, no_cell, no_report), printed_now."""
        frame = self._fetch_frame(
            """SELECT organ_key, year, cell, printed, value, measured_in::VARCHAR AS measured_in, reason, source,
            written_by, written_at, report_id, outcome, printed_now FROM correction ORDER BY organ_key, year, cell"""
        )
        return frame.astype({"report_id": "Int64", "year": "Int16"})

    def count_cells(self) -> pd.DataFrame:
        """One row a report: report_id, format, reader, editions, cells (of the form that it prints), and of these
        unreadable, uncertain, second (taken from a second reading)."""
        return self._fetch_frame(
            f"""SELECT r.report_id, any_value(d.format) AS format, any_value(r.reader) AS reader,
            any_value(r.editions) AS editions, count(c.cell) AS cells,
            count(*) FILTER (c.cell IS NOT NULL AND f.status = '{Status.UNREADABLE}') AS unreadable,
            count(*) FILTER (c.cell IS NOT NULL AND NOT e.is_certain) AS uncertain,
            count(*) FILTER (c.cell IS NOT NULL AND e.reading = 1) AS second
            FROM report r JOIN document d USING (document_id) LEFT JOIN fact f USING (report_id)
            LEFT JOIN evidence e ON e.report_id = f.report_id AND e.cell = f.cell
            LEFT JOIN cell c ON c.cell = f.cell AND c.cell < {PROSE_CELLS_FROM} AND NOT c.is_subtotal
            GROUP BY r.report_id ORDER BY r.report_id"""
        )

    def read_report_figures(self, report_id: int) -> pd.DataFrame:
        """One row a fact of one report, whether or not pages take figures from it: report_id, cell, value, status, as
        printed."""
        return self._fetch_frame(
            "SELECT report_id, cell, value, status::VARCHAR AS status FROM fact WHERE report_id = ? ORDER BY cell",
            [report_id],
        )

    def count_failed_checks(self) -> pd.DataFrame:
        """By report_id, where there are any: ``errors`` (findings that contradict the form's own arithmetic),
        ``weaker`` (rules broken that may honestly be), ``fails_with_blanks`` (sums that fail with blanks as zero) and
        ``holds_with_blanks`` (kinds of sums that hold only so)."""
        found = self._fetch_frame(FAILED_CHECKS, [[rule.key for rule in RULES]])
        return found.set_index("report_id")

    def rejected(self) -> pd.DataFrame:
        """Documents that were refused: file, sha256, key, operands (dict)."""
        frame = self._fetch_frame("SELECT * FROM rejected ORDER BY file")
        frame["operands"] = [json.loads(text) for text in frame["operands"]]
        return frame
