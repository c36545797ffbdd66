"""Tables of a build. Facts are narrow and sorted; their evidence stands beside them.

``fact`` has no primary key (it costs seven times the load); its rows are sorted by organ, year, cell: one organ's form
is what pages ask it for, since measures over many organs are kept as changes (``warehouse.builds.changes``). Every read
of figures goes through the view ``figure``, in which a corrected value stands in place of the printed one, which stays
beside it.
"""

from __future__ import annotations

from analytics.vocabulary.terms import Level, MeasuredIn, Status
from analytics.warehouse.columns import DOCUMENTS, FACTS, FINDINGS, NARRATIVE, REPORTS

PROSE_CELLS_FROM = 10_000
"""Codes of lines that the form does not have (of prose, of statistics tables) start here; cells of the form are
below."""


def _write_enum(name: str, values: type[Status] | type[MeasuredIn] | type[Level]) -> str:
    return f"CREATE TYPE {name} AS ENUM ({', '.join(repr(str(value)) for value in values)})"


STATEMENTS: tuple[str, ...] = (
    _write_enum("cell_status", Status),
    _write_enum("unit_of_measure", MeasuredIn),
    """CREATE TABLE build (build_id VARCHAR, built_at TIMESTAMP, version VARCHAR, fingerprint VARCHAR,
        content VARCHAR, documents INTEGER, reports INTEGER)""",
    f"CREATE TABLE document (document_id INTEGER, {DOCUMENTS.write_definitions('document')})",
    """CREATE TABLE rejected (file VARCHAR, sha256 VARCHAR, key VARCHAR, operands VARCHAR)""",
    """CREATE TABLE organ (organ_id INTEGER, organ VARCHAR, organ_key VARCHAR, body VARCHAR, place_code VARCHAR,
        place VARCHAR, prefecture VARCHAR, province VARCHAR, level VARCHAR, kind VARCHAR,
        pinyin VARCHAR, initials VARCHAR)""",
    """CREATE TABLE denominator (place_code VARCHAR, year SMALLINT, population BIGINT)""",
    f"""CREATE TABLE report (report_id INTEGER, document_id INTEGER, organ_id INTEGER,
        {REPORTS.write_definitions("report")})""",
    """CREATE TABLE cell (cell INTEGER, "table" VARCHAR, line VARCHAR, "column" VARCHAR, line_key VARCHAR,
        column_key VARCHAR, line_en VARCHAR, column_en VARCHAR, editions VARCHAR[],
        is_subtotal BOOLEAN, measured_in VARCHAR)""",
    f"""CREATE TABLE fact (cell INTEGER, year SMALLINT, organ_id INTEGER, report_id INTEGER,
        {FACTS.write_definitions("fact")})""",
    f"CREATE TABLE evidence (report_id INTEGER, cell INTEGER, {FACTS.write_definitions('evidence')})",
    f"CREATE TABLE narrative (report_id INTEGER, position INTEGER, {NARRATIVE.write_definitions('narrative')})",
    """CREATE TABLE prose_figure (report_id INTEGER, position INTEGER, start_at INTEGER, end_at INTEGER,
        clause_start INTEGER, clause_end INTEGER, kind VARCHAR, value DOUBLE, highest DOUBLE, unit VARCHAR,
        is_rounded BOOLEAN, subject VARCHAR, is_part BOOLEAN, period VARCHAR, year SMALLINT)""",
    """CREATE TABLE practice_mark (report_id INTEGER, position INTEGER, practice VARCHAR, stance VARCHAR,
        start_at INTEGER, end_at INTEGER, sentence_start INTEGER, sentence_end INTEGER)""",
    """CREATE TABLE section_five_item (report_id INTEGER, position INTEGER, start_at INTEGER, end_at INTEGER,
        kind VARCHAR, themes VARCHAR[])""",
    """CREATE TABLE repeated_problem (organ_id INTEGER, year SMALLINT, theme VARCHAR, years_running SMALLINT,
        report_id INTEGER, position INTEGER, start_at INTEGER, end_at INTEGER, likeness DOUBLE)""",
    """CREATE TABLE reported_measure (report_id INTEGER, position INTEGER, start_at INTEGER, end_at INTEGER,
        organ_id INTEGER, year SMALLINT, later_id INTEGER, later_position INTEGER, later_start INTEGER,
        later_end INTEGER, likeness DOUBLE)""",
    """CREATE TABLE near_copy (report_id INTEGER, other_id INTEGER, share DOUBLE, other_share DOUBLE,
        is_same_organ BOOLEAN, first_id INTEGER)""",
    """CREATE TABLE sameness (report_id INTEGER, own_size INTEGER, share_of_last_year DOUBLE,
        share_of_others DOUBLE, share_new DOUBLE)""",
    f"CREATE TABLE finding (report_id INTEGER, {FINDINGS.write_definitions('finding')})",
    """CREATE TABLE correction (organ_key VARCHAR, year SMALLINT, cell INTEGER, printed VARCHAR, value DOUBLE,
        status cell_status, measured_in unit_of_measure, reason VARCHAR, source VARCHAR, written_by VARCHAR,
        written_at VARCHAR, report_id INTEGER, outcome VARCHAR, printed_now VARCHAR)""",
    """CREATE TABLE review (organ_key VARCHAR, year SMALLINT, rule VARCHAR, cells INTEGER[], printed VARCHAR,
        operands VARCHAR, decision VARCHAR, note VARCHAR, written_by VARCHAR, written_at VARCHAR)""",
    """CREATE TABLE ancestor (build_id VARCHAR)""",
    """CREATE TABLE revision (build_id VARCHAR, change VARCHAR, organ_key VARCHAR, organ VARCHAR, level VARCHAR,
        organ_kind VARCHAR, year SMALLINT, cell INTEGER, line VARCHAR, value_before DOUBLE, status_before VARCHAR,
        measured_before VARCHAR, value_now DOUBLE, status_now VARCHAR, measured_now VARCHAR)""",
    f"""CREATE VIEW figure AS
        SELECT f.cell, f.year, f.organ_id, f.report_id,
               CASE WHEN x.cell IS NULL THEN f.value ELSE x.value END AS value, coalesce(x.status, f.status) AS status,
               coalesce(x.measured_in, f.measured_in) AS measured_in, x.cell IS NOT NULL AS is_corrected,
               f.value AS value_printed, f.status AS status_printed, f.measured_in AS measured_printed,
               o.organ, o.organ_key, o.place_code, o.level, o.kind, r.scope, d.origin
        FROM fact f JOIN report r USING (report_id) JOIN organ o ON o.organ_id = f.organ_id
             JOIN document d USING (document_id)
             LEFT JOIN correction x ON x.report_id = f.report_id AND x.cell = f.cell AND x.outcome = 'applied'
        WHERE r.is_resolved
          AND CASE WHEN f.cell >= {PROSE_CELLS_FROM} THEN r.is_prose_current ELSE r.is_current END""",
)
