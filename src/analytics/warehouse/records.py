"""Single records of a build: its own, and the printed cell behind a fact."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Build:
    """What a build is made of; ``built_at`` is UTC."""

    build_id: str
    built_at: datetime
    version: str
    content: str
    _: KW_ONLY
    documents: int
    reports: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed cell behind one fact, with its document."""

    report_id: int
    cell: int
    printed: str
    printed_label: str
    _: KW_ONLY
    read_from: str
    is_certain: bool
    page: int | None
    element: int | None
    grid: int | None
    row: int | None
    column: int | None
    source_line: int | None
    reading: int
    file: str
    sha256: str
    origin: str
    url: str | None
    source: str
    title: str
    published: date | None
    fetched: date | None
    table: str
    line: str
    column_label: str
    pages: tuple[str, ...] = ()
    """Names of the document's files where it has several."""
    corrected: float | None = None
    """What is taken in place of the printed text, with why, whence, by whom and when; None where nothing is."""
    reason: str | None = None
    correction_source: str | None = None
    written_by: str | None = None
    written_at: str | None = None


EVIDENCE = """SELECT e.report_id, e.cell, e.printed, e.printed_label, e.read_from, e.is_certain, e.page, e.element,
e.grid, e."row", e."column", e.source_line, e.reading, d.file, d.sha256, d.origin, d.url,
r.source, r.title, d.published, d.fetched, c."table", c.line, c."column" AS column_label, d.pages,
x.value AS corrected, x.reason, x.source AS correction_source, x.written_by, x.written_at
FROM evidence e JOIN report r USING (report_id) JOIN document d USING (document_id) JOIN cell c USING (cell)
LEFT JOIN correction x ON x.report_id = e.report_id AND x.cell = e.cell AND x.outcome = 'applied'
WHERE e.report_id = ? AND (e.cell IN (SELECT unnest(?::INTEGER[]))
OR c."table" = ? AND c.line IN (SELECT unnest(?::VARCHAR[]))) ORDER BY e.cell"""
"""The columns of Evidence, of some cells of one report."""
NARRATIVE_EVIDENCE = """SELECT p.report_id, 0 AS cell, substr(n.text, p.start_at + 1, p.end_at - p.start_at) AS printed,
substr(n.text, p.clause_start + 1, p.clause_end - p.clause_start) AS printed_label, 'document' AS read_from,
NOT p.is_rounded AS is_certain, NULL AS page, NULL AS element, NULL AS grid, NULL AS "row", NULL AS "column",
NULL AS source_line, 0 AS reading, d.file, d.sha256, d.origin, d.url, r.source, r.title, d.published, d.fetched,
'prose' AS "table", p.subject AS line, '' AS column_label, d.pages, NULL AS corrected, NULL AS reason,
NULL AS correction_source, NULL AS written_by, NULL AS written_at, p.period
FROM prose_figure p JOIN narrative n USING (report_id, position) JOIN report r USING (report_id)
JOIN document d USING (document_id)
WHERE p.report_id = ? AND p.subject IN (SELECT unnest(?::VARCHAR[])) AND p.kind = 'quantity'
ORDER BY p.position, p.start_at"""
"""The columns of Evidence for the clauses that state figures of some subjects in one report's prose, and the period."""
FAILED_CHECKS = """SELECT report_id, count(*) FILTER (severity = 'error') AS errors,
count(*) FILTER (severity = 'warning' AND verdict IS DISTINCT FROM 'fails_blanks_as_zero'
AND rule IN (SELECT unnest(?::VARCHAR[]))) AS weaker,
count(*) FILTER (verdict = 'fails_blanks_as_zero') AS fails_with_blanks,
count(*) FILTER (verdict = 'holds_blanks_as_zero') AS holds_with_blanks
FROM finding GROUP BY ALL HAVING errors + weaker + fails_with_blanks + holds_with_blanks > 0"""
"""How many findings of a report contradict the arithmetic of the form, by what they say of blanks."""
