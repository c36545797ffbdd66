"""Figures that stand in no table of the form, as SQL: populations of a list, and counts that only prose states."""

from __future__ import annotations

from analytics.vocabulary.measures import POPULATION_CELL
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
OF_PROSE = """SELECT f.organ_id, f.report_id, f.organ, f.year, c.line, f.value, f.status::VARCHAR AS status,
f.measured_in::VARCHAR AS measured_in, e.printed, e.read_from, r.source
FROM figure f JOIN cell c USING (cell) JOIN evidence e USING (report_id, cell) JOIN report r USING (report_id)
WHERE c."table" = ? ORDER BY f.organ, f.year, f.cell"""
"""Every figure that only prose states. Parameter: the table of prose."""
