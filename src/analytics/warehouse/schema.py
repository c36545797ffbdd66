"""Tables of a build. Facts are narrow and sorted; their evidence stands beside them.

``fact`` has no primary key (it costs seven times the load); its rows are sorted by organ, year, cell: one organ's form
is what pages ask it for, since measures over many organs are kept as changes (``warehouse.builds.changes``). Every read
of figures goes through the view ``figure``.
"""

from __future__ import annotations

from analytics.vocabulary.terms import Level, MeasuredIn, Status

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
    """CREATE TABLE document (document_id INTEGER, file VARCHAR, sha256 VARCHAR, bytes BIGINT, format VARCHAR,
        reader VARCHAR, encoding VARCHAR, origin VARCHAR, url VARCHAR, published DATE, fetched DATE,
        pages VARCHAR[])""",
    """CREATE TABLE rejected (file VARCHAR, sha256 VARCHAR, key VARCHAR, operands VARCHAR)""",
    """CREATE TABLE organ (organ_id INTEGER, organ VARCHAR, organ_key VARCHAR, body VARCHAR, place_code VARCHAR,
        place VARCHAR, prefecture VARCHAR, province VARCHAR, level VARCHAR, kind VARCHAR,
        pinyin VARCHAR, initials VARCHAR)""",
    """CREATE TABLE denominator (place_code VARCHAR, year SMALLINT, population BIGINT)""",
    """CREATE TABLE report (report_id INTEGER, document_id INTEGER, organ_id INTEGER, year SMALLINT,
        scope VARCHAR, scope_words VARCHAR, editions VARCHAR, reader VARCHAR, title VARCHAR,
        read_from VARCHAR, source VARCHAR, is_resolved BOOLEAN, is_current BOOLEAN, is_prose_current BOOLEAN)""",
    """CREATE TABLE cell (cell INTEGER, "table" VARCHAR, line VARCHAR, "column" VARCHAR, line_key VARCHAR,
        column_key VARCHAR, line_en VARCHAR, column_en VARCHAR, editions VARCHAR[],
        is_subtotal BOOLEAN, measured_in VARCHAR)""",
    """CREATE TABLE fact (cell INTEGER, year SMALLINT, organ_id INTEGER, report_id INTEGER, value DOUBLE,
        status cell_status, measured_in unit_of_measure)""",
    """CREATE TABLE evidence (report_id INTEGER, cell INTEGER, printed VARCHAR, printed_label VARCHAR,
        read_from VARCHAR, is_certain BOOLEAN, page INTEGER, element INTEGER, grid INTEGER, row_index INTEGER,
        column_index INTEGER, source_line INTEGER, reading TINYINT)""",
    """CREATE TABLE narrative (report_id INTEGER, position INTEGER, number VARCHAR, heading VARCHAR,
        text VARCHAR)""",
    """CREATE TABLE prose_figure (report_id INTEGER, position INTEGER, start_at INTEGER, end_at INTEGER,
        clause_start INTEGER, clause_end INTEGER, kind VARCHAR, value DOUBLE, highest DOUBLE, unit VARCHAR,
        is_rounded BOOLEAN, subject VARCHAR, period VARCHAR, year SMALLINT)""",
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
    """CREATE TABLE finding (report_id INTEGER, rule VARCHAR, severity VARCHAR, verdict VARCHAR, fault VARCHAR,
        operands VARCHAR, cells INTEGER[])""",
    """CREATE TABLE ancestor (build_id VARCHAR)""",
    """CREATE TABLE revision (build_id VARCHAR, change VARCHAR, organ_key VARCHAR, organ VARCHAR, level VARCHAR,
        organ_kind VARCHAR, year SMALLINT, cell INTEGER, line VARCHAR, value_before DOUBLE, status_before VARCHAR,
        measured_before VARCHAR, value_now DOUBLE, status_now VARCHAR, measured_now VARCHAR)""",
    f"""CREATE VIEW figure AS
        SELECT f.cell, f.year, f.organ_id, f.report_id, f.value, f.status, f.measured_in,
               o.organ, o.organ_key, o.place_code, o.level, o.kind, r.scope, d.origin
        FROM fact f JOIN report r USING (report_id) JOIN organ o ON o.organ_id = f.organ_id
             JOIN document d USING (document_id)
        WHERE r.is_resolved
          AND CASE WHEN f.cell >= {PROSE_CELLS_FROM} THEN r.is_prose_current ELSE r.is_current END""",
)
