"""What changed from build to build: the record that lets a link say what is different since it was made.

A new build is compared with the one before it, on organ × year × cell of current figures, never on ids, which each
build gives anew. Its rows follow those of the builds before, so that a link may be older than the builds that are
kept. A report that came or went is one row; a change of population is a row of the cell that stands for it. The table
``ancestor`` names the builds that the record reaches back to. Refuses to know why a figure changed: another document
and another reading of the same one are both changes.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb

from analytics.vocabulary.measures import POPULATION_CELL
from analytics.warehouse.builds.space import is_full
from analytics.warehouse.schema import PROSE_CELLS_FROM

MOST_ROWS = 1_000_000
"""Rows that a build carries on, some 10 MB: beyond them the oldest builds leave the record, whole."""

_HELD = """SELECT DISTINCT o.organ_key, o.organ, o.level, o.kind AS organ_kind, o.organ_id, r.year
    FROM {of}report r JOIN {of}organ o USING (organ_id)
    WHERE r.is_resolved AND (r.is_current OR r.is_prose_current) AND r.year IS NOT NULL"""

_DIGEST = """SELECT g.*, d.population FROM (
        SELECT f.organ_id, f.year, any_value(f.place_code) AS place_code, count(*) AS figures,
            bit_xor(hash(f.cell, f.value, f.status::VARCHAR, f.measured_in::VARCHAR)) AS digest
        FROM {of}figure f GROUP BY f.organ_id, f.year) g
    LEFT JOIN {of}denominator d ON d.place_code = g.place_code AND d.year = g.year"""
"""One scan tells which reports differ at all; joining every figure with its like takes ten times as long."""

_CELLS = f"""SELECT h.pair_id, CASE WHEN f.cell < {PROSE_CELLS_FROM} THEN f.cell END AS cell,
        CASE WHEN f.cell >= {PROSE_CELLS_FROM} THEN c.line END AS line,
        any_value(f.value) AS value, any_value(f.status::VARCHAR) AS status,
        any_value(f.measured_in::VARCHAR) AS measured
    FROM {{of}}figure f JOIN pair h ON h.{{side}} = f.organ_id AND h.year = f.year
    LEFT JOIN {{of}}cell c ON f.cell >= {PROSE_CELLS_FROM} AND c.cell = f.cell GROUP BY ALL
    UNION ALL
    SELECT h.pair_id, {POPULATION_CELL}, NULL, d.population::DOUBLE, 'number', NULL
    FROM pair h JOIN {{of}}organ o ON o.organ_id = h.{{side}}
    JOIN {{of}}denominator d ON d.place_code = o.place_code AND d.year = h.year"""

_COMPARE = (
    f"CREATE TEMP TABLE held_now AS {_HELD.format(of='')}",
    f"CREATE TEMP TABLE held_before AS {_HELD.format(of='earlier.')}",
    f"""CREATE TEMP TABLE pair AS SELECT n.organ_key, n.organ, n.level, n.organ_kind, n.year, n.organ_id AS now_id,
        b.organ_id AS before_id, row_number() OVER () AS pair_id
        FROM held_now n JOIN held_before b USING (organ_key, year)
        LEFT JOIN ({_DIGEST.format(of="")}) dn ON dn.organ_id = n.organ_id AND dn.year = n.year
        LEFT JOIN ({_DIGEST.format(of="earlier.")}) db ON db.organ_id = b.organ_id AND db.year = b.year
        WHERE dn.digest IS DISTINCT FROM db.digest OR dn.figures IS DISTINCT FROM db.figures
        OR dn.population IS DISTINCT FROM db.population""",
    "INSERT INTO ancestor SELECT build_id FROM earlier.ancestor UNION SELECT build_id FROM earlier.build",
    "INSERT INTO revision BY NAME SELECT * FROM earlier.revision",
    """INSERT INTO revision BY NAME SELECT $build AS build_id, 'added' AS change, organ_key, organ, level, organ_kind,
        year FROM held_now ANTI JOIN held_before USING (organ_key, year)""",
    """INSERT INTO revision BY NAME SELECT $build AS build_id, 'removed' AS change, organ_key, organ, level, organ_kind,
        year FROM held_before ANTI JOIN held_now USING (organ_key, year)""",
    f"""INSERT INTO revision BY NAME SELECT $build AS build_id,
        CASE WHEN b.status IS NULL THEN 'added' WHEN n.status IS NULL THEN 'removed' ELSE 'changed' END AS change,
        p.organ_key, p.organ, p.level, p.organ_kind, p.year, coalesce(n.cell, b.cell) AS cell,
        coalesce(n.line, b.line) AS line, b.value AS value_before, b.status AS status_before,
        b.measured AS measured_before, n.value AS value_now, n.status AS status_now, n.measured AS measured_now
        FROM ({_CELLS.format(of="", side="now_id")}) n
        FULL JOIN ({_CELLS.format(of="earlier.", side="before_id")}) b
        ON n.pair_id = b.pair_id AND n.cell IS NOT DISTINCT FROM b.cell AND n.line IS NOT DISTINCT FROM b.line
        JOIN pair p ON p.pair_id = coalesce(n.pair_id, b.pair_id)
        WHERE n.value IS DISTINCT FROM b.value OR n.status IS DISTINCT FROM b.status
        OR n.measured IS DISTINCT FROM b.measured
        ORDER BY cell, line, year, organ_key""",
)

NET = """WITH later AS (SELECT * FROM revision WHERE build_id > $since),
    whole AS (
        SELECT organ_key, year, last(organ ORDER BY build_id) AS organ, last(level ORDER BY build_id) AS level,
            last(organ_kind ORDER BY build_id) AS organ_kind,
            first(change ORDER BY build_id) AS opening, last(change ORDER BY build_id) AS closing
        FROM later WHERE cell IS NULL AND line IS NULL GROUP BY organ_key, year),
    single AS (
        SELECT organ_key, year, cell, line, last(organ ORDER BY build_id) AS organ,
            last(level ORDER BY build_id) AS level, last(organ_kind ORDER BY build_id) AS organ_kind,
            first(value_before ORDER BY build_id) AS value_before, last(value_now ORDER BY build_id) AS value_now,
            first(status_before ORDER BY build_id) AS status_before, last(status_now ORDER BY build_id) AS status_now,
            first(measured_before ORDER BY build_id) AS measured_before,
            last(measured_now ORDER BY build_id) AS measured_now
        FROM later WHERE cell IS NOT NULL OR line IS NOT NULL GROUP BY organ_key, year, cell, line)
    SELECT o.organ_id, f.* FROM (
        SELECT CASE WHEN opening = closing THEN opening ELSE 'returned' END AS change, organ_key, organ, level,
            organ_kind, year
        FROM whole WHERE opening = closing OR closing = 'added'
        UNION ALL BY NAME
        SELECT CASE WHEN status_before IS NULL THEN 'added' WHEN status_now IS NULL THEN 'removed' ELSE 'changed' END
            AS change, s.*
        FROM single s ANTI JOIN whole USING (organ_key, year)
        WHERE value_before IS DISTINCT FROM value_now OR status_before IS DISTINCT FROM status_now
            OR measured_before IS DISTINCT FROM measured_now
    ) f LEFT JOIN organ o USING (organ_key) ORDER BY f.organ_key, f.year, f.cell, f.line"""
"""What is different in the end, however many builds lie between: a change that was taken back is none."""


def record_revisions(con: duckdb.DuckDBPyConnection, build_id: str, earlier: Path, *, most: int = MOST_ROWS) -> bool:
    """Compare the loaded build with the database of an earlier one; whether the record could be carried on.

    Where the earlier build is absent, damaged or of another version the record starts anew: an ingest never fails for
    the sake of its history.
    """
    try:
        path = str(earlier).replace("'", "''")
        con.execute(f"ATTACH '{path}' AS earlier (READ_ONLY)")
        con.execute("BEGIN")
        for statement in _COMPARE:
            con.execute(statement, {"build": build_id} if "$build" in statement else None)
        _shorten(con, most)
        con.execute("COMMIT")
    except duckdb.Error as reason:
        _start_anew(con)
        if is_full(reason):
            raise
        return False
    finally:
        _detach(con)
    return True


def _shorten(con: duckdb.DuckDBPyConnection, most: int) -> None:
    """Let the oldest builds go until the rows are few enough; links older than those are then unknown."""
    con.execute(
        """CREATE TEMP TABLE dropped AS SELECT build_id FROM (
            SELECT build_id, sum(count(*)) OVER (ORDER BY build_id DESC) AS rows_from FROM revision GROUP BY build_id
        ) WHERE rows_from > $most""",
        {"most": most},
    )
    con.execute("DELETE FROM revision WHERE build_id IN (SELECT build_id FROM dropped)")
    con.execute("DELETE FROM ancestor WHERE build_id < (SELECT max(build_id) FROM dropped)")


def _start_anew(con: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):  # nothing had begun where the earlier build cannot be opened
        con.execute("ROLLBACK")


def _detach(con: duckdb.DuckDBPyConnection) -> None:
    for name in ("held_now", "held_before", "pair", "dropped"):
        con.execute(f"DROP TABLE IF EXISTS temp.{name}")
    with suppress(duckdb.Error):
        con.execute("DETACH earlier")
