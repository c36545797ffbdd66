"""Figures that stand in no table of the form, as SQL: populations of a list, and counts that only prose states."""

from __future__ import annotations

from analytics.vocabulary.measures import POPULATION_CELL
from analytics.vocabulary.measures.narrative import NARRATIVE_FIGURES
from analytics.vocabulary.measures.prose import PROSE_FIGURES

_WORDS = " UNION ALL ".join(
    f"SELECT {figure.code} AS code, '{word}' AS word, {figure.since} AS since"
    for figure in PROSE_FIGURES
    for word in figure.words
)
POPULATIONS = f"""SELECT o.organ_id, d.year, {POPULATION_CELL} AS cell, d.population::DOUBLE AS value,
'number' AS status, '' AS printed, true AS is_certain, false AS is_corrected
FROM denominator d JOIN organ o USING (place_code) ORDER BY o.organ_id, d.year"""
"""Residents as figures of a cell of their own, of the organs of each place."""
STATED_IN_PROSE = f"""SELECT f.organ_id, f.year, f.report_id, w.code AS cell, f.value, f.status::VARCHAR AS status,
f.measured_in::VARCHAR AS measured_in, f.origin, e.printed, e.read_from, e.is_certain, f.is_corrected
FROM figure f JOIN cell c USING (cell) JOIN evidence e USING (report_id, cell)
     JOIN ({_WORDS}) w ON w.word = c.line AND f.year >= w.since
WHERE c."table" = ? AND coalesce(f.measured_in = ?, true)
WINDOW alike AS (PARTITION BY f.report_id, w.code)
QUALIFY min(f.value) OVER alike IS NOT DISTINCT FROM max(f.value) OVER alike AND row_number() OVER alike = 1
ORDER BY f.organ_id, f.year, w.code"""
"""Counts that prose states in words of ``vocabulary.measures.prose``, under the codes of those; none where one report
states two different ones. Parameters: the table of prose, the unit of counts."""
_SUBJECTS = " UNION ALL ".join(
    f"SELECT {figure.code} AS code, '{figure.subject}' AS subject, '{period}' AS period, {figure.factor} AS factor"
    for figure in NARRATIVE_FIGURES
    for period in figure.periods
)
STATED_IN_NARRATIVE = f"""WITH stated AS (
SELECT r.organ_id, r.year, p.report_id, w.code AS cell, p.value * w.factor AS value, d.origin, p.is_part, p.is_rounded,
       p.position, p.start_at, p.end_at, p.clause_start, p.clause_end,
       bool_or(NOT p.is_part) OVER (PARTITION BY p.report_id, w.code) AS has_whole
FROM prose_figure p JOIN ({_SUBJECTS}) w ON w.subject = p.subject AND w.period = p.period
     JOIN report r USING (report_id) JOIN document d USING (document_id)
WHERE p.kind = 'quantity' AND p.highest IS NULL AND p.year = r.year AND r.is_resolved
      AND (r.is_current OR r.is_prose_current))
SELECT s.organ_id, s.year, s.report_id, s.cell, s.value, if(s.value = 0, 'zero', 'number') AS status,
       NULL::VARCHAR AS measured_in, s.origin, substr(n.text, s.start_at + 1, s.end_at - s.start_at) AS printed,
       substr(n.text, s.clause_start + 1, s.clause_end - s.clause_start) AS printed_label, 'document' AS read_from,
       NOT s.is_rounded AS is_certain, false AS is_corrected
FROM stated s JOIN narrative n USING (report_id, position)
WHERE NOT (s.has_whole AND s.is_part)
WINDOW alike AS (PARTITION BY s.report_id, s.cell),
       one AS (PARTITION BY s.organ_id, s.year, s.cell ORDER BY s.report_id, s.position, s.start_at)
QUALIFY min(s.value) OVER alike = max(s.value) OVER alike AND row_number() OVER one = 1
ORDER BY s.organ_id, s.year, s.cell"""
"""Figures of narratives under the codes of ``vocabulary.measures.narrative``: none where a report states two different
ones, parts of a list left aside where the whole is stated. 余 and 多 make a figure uncertain."""
OF_PROSE = """SELECT f.organ_id, f.report_id, f.organ, f.year, c.line, f.value, f.status::VARCHAR AS status,
f.measured_in::VARCHAR AS measured_in, e.printed, e.read_from, r.source
FROM figure f JOIN cell c USING (cell) JOIN evidence e USING (report_id, cell) JOIN report r USING (report_id)
WHERE c."table" = ? ORDER BY f.organ, f.year, f.cell"""
"""Every figure that only prose states. Parameter: the table of prose."""
