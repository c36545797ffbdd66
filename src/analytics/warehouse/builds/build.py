"""Shards + the lists beside the documents → one new database, not yet published."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analytics.collection.beside import Lists
from analytics.collection.corrections import Correction
from analytics.collection.resolve import resolve_reports
from analytics.vocabulary import form
from analytics.vocabulary.terms import Fault, Origin
from analytics.warehouse.builds.build_rows import (
    complete_documents,
    make_assignment_findings,
    make_cell_row,
    make_finding,
    make_id_table,
    make_own_row,
    make_rejection,
    make_source_findings,
    quote_text,
    strip_enum,
)
from analytics.warehouse.builds.corrected import describe_review, list_correction_findings, place_corrections
from analytics.warehouse.builds.manifest import DATABASE, write_manifest
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.columns import FACTS, FINDINGS, NARRATIVE, SCHEMAS
from analytics.warehouse.connect import connect_to_write
from analytics.warehouse.parse_cache.fingerprints import make_fingerprint
from analytics.warehouse.schema import PROSE_CELLS_FROM, STATEMENTS


class Builder:
    """Writes one database in a hidden folder below ``builds``; ``publish`` gives it its name."""

    def __init__(self, warehouse: Path, build_id: str) -> None:
        self.build_id = build_id
        self.partial = find_builds_folder(warehouse) / f".{build_id}"
        self.partial.mkdir(parents=True)
        try:
            self.con = connect_to_write(self.partial / DATABASE, warehouse)
            for statement in STATEMENTS:
                self.con.execute(statement)
        except BaseException:
            shutil.rmtree(self.partial, ignore_errors=True)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.con.close()
        if error is not None:
            shutil.rmtree(self.partial, ignore_errors=True)

    def finish(self) -> None:
        """Write everything to the file, close it and give it its manifest. Closing alone would keep silent about a
        disk that is full."""
        row = self.con.execute("SELECT built_at, version, documents, reports FROM build").fetchone()
        assert row is not None
        self.con.execute("CHECKPOINT")
        self.con.close()
        write_manifest(self.partial, self.build_id, row[0], row[1], row[2:])

    def load(
        self,
        shards: Iterable[Path],
        files: Mapping[str, str],
        lists: Lists,
        *,
        content: str,
        transient: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Load the rows of ``files`` (path → sha256) from the shards and apply the lists beside them.

        ``transient`` are the rows of documents that could not be read this time, of which no shard knows. ``content``
        names what the build was made of, so that an ingest that changes nothing can tell.
        """
        documents, reports = self._open_shards(sorted(set(shards)), files)
        self._mark_contents(reports)
        organs, reports = resolve_reports(reports, lists.sources, lists.assignments)
        stated = {report["file"]: report for report in reports}
        refused = [make_rejection(row) for row in (*documents, *transient) if row["rejected"]]
        documents = complete_documents(documents, lists.sources, stated)
        ids = {row["file"]: row["document_id"] for row in documents}
        for report in reports:
            report["document_id"] = ids[report["file"]]
        self._insert("document", documents)
        self._insert("rejected", refused)
        self._insert("organ", organs)
        self._insert("report", reports)
        self._insert("denominator", [denominator._asdict() for denominator in lists.denominators])
        self._load_cells()
        self._load_facts(reports)
        self._load_rest()
        self._insert_findings(make_source_findings(documents, lists.sources, reports))
        self._insert_findings(make_assignment_findings(reports, lists.assignments))
        self._insert("review", [describe_review(review) for review in lists.reviews])
        self._write_stamp(content)

    def _open_shards(
        self, shards: Sequence[Path], files: Mapping[str, str]
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """(documents, reports) of the files to load; their cells, findings and prose as views over the shards, which
        are never held in memory whole. A file whose content changed has rows in two shards: its hash chooses."""
        documents = {shard: pq.read_table(shard / "documents.parquet").to_pylist() for shard in shards}
        chosen = {
            row["file"]: (shard, row)
            for shard, rows in documents.items()
            for row in rows
            if files.get(row["file"]) == row["sha256"]
        }
        selected = {(shard, file): row for file, (shard, row) in chosen.items()}
        names = [(shard.name, file) for shard, file in selected]
        self.con.register(
            "chosen",
            pa.table({"shard": pa.array([shard for shard, _ in names], pa.string()),
                      "file": pa.array([file for _, file in names], pa.string())}),
        )  # fmt: skip
        for kind, schema in SCHEMAS.items():
            if not shards:
                self.con.register(f"shard_{kind}", schema.empty_table())
                continue
            paths = ", ".join(quote_text(str(shard / f"{kind}.parquet")) for shard in shards)
            self.con.execute(
                f"""CREATE TEMP VIEW shard_{kind} AS SELECT a.* EXCLUDE (filename)
                FROM read_parquet([{paths}], filename = true) a
                JOIN chosen w ON w.file = a.file AND w.shard = parse_path(a.filename)[-2]"""
            )
        # Shards are named at random: order by file, so that the same folder gives the same ids.
        found = self.con.execute("SELECT * FROM shard_reports ORDER BY file, ordinal")
        columns = [str(column[0]) for column in found.description or ()]
        return list(selected.values()), [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def _mark_contents(self, reports: list[dict[str, Any]]) -> None:
        rows = self.con.execute(
            "SELECT file, ordinal, count(cell), count(*) - count(cell) FROM shard_facts GROUP BY ALL"
        ).fetchall()
        counts = {(file, ordinal): (cells, stated) for file, ordinal, cells, stated in rows}
        for report in reports:
            report["cell_count"], stated = counts.get((report["file"], report["ordinal"]), (0, 0))
            report["has_prose"] = stated > 0

    def _load_cells(self) -> None:
        found = self.con.execute(
            """SELECT DISTINCT "table", line, heading FROM shard_facts WHERE cell IS NULL
            ORDER BY "table" DESC, line, heading"""
        ).fetchall()
        rows = [make_own_row(code, *names) for code, names in enumerate(found, PROSE_CELLS_FROM)]
        self._insert("cell", [*map(make_cell_row, form.list_cells()), *rows])

    def _load_facts(self, reports: list[dict[str, Any]]) -> None:
        self.con.register("shard_report", make_id_table(reports))
        self.con.execute(
            """CREATE TEMP TABLE placed AS
            SELECT s.*, r.report_id, r.organ_id, r.year AS report_year, coalesce(s.cell, c.cell)::INTEGER AS code
            FROM shard_facts s JOIN shard_report r ON r.file = s.file AND r.ordinal = s.ordinal
            LEFT JOIN cell c ON s.cell IS NULL AND c.cell >= $own AND c."table" = s."table" AND c.line = s.line
                 AND c."column" = s.heading""",
            {"own": PROSE_CELLS_FROM},
        )
        self.con.execute(
            f"""INSERT INTO fact SELECT code, report_year, organ_id, report_id, {FACTS.write_names("fact")}
            FROM placed ORDER BY organ_id, report_year, code"""
        )
        self.con.execute(
            f"""INSERT INTO evidence SELECT report_id, code, {FACTS.write_names("evidence")}
            FROM placed ORDER BY report_id, code"""
        )
        self.con.execute("DROP TABLE placed")

    def _load_rest(self) -> None:
        self.con.execute(
            f"""INSERT INTO narrative SELECT report_id, position, {NARRATIVE.write_names("narrative")}
            FROM shard_narrative JOIN shard_report USING (file, ordinal) ORDER BY report_id, position"""
        )
        self.con.execute(
            f"""INSERT INTO finding SELECT * EXCLUDE (is_copied) REPLACE (
                if(is_copied, $copied, fault) AS fault,
                if(is_copied, json_merge_patch(operands, {{'fault': $copied}}::JSON), operands) AS operands)
            FROM (SELECT r.report_id, {FINDINGS.write_names("finding")},
                         coalesce(s.fault = $printed, false) AND d.origin IN $copies AS is_copied
                  FROM shard_findings s JOIN shard_report r USING (file, ordinal) JOIN document d USING (file))
            ORDER BY report_id, rule, cells""",
            {
                "printed": Fault.PUBLISHER,
                "copied": Fault.TRANSCRIPTION,
                "copies": [Origin.TRANSCRIBED, Origin.COLLECTED],
            },
        )
        self._insert_findings(self._find_differing_documents())

    def _find_differing_documents(self) -> list[dict[str, Any]]:
        """Two documents of one organ and year: the cells in which the superseded one differs."""
        rows = self.con.execute(
            """SELECT o.report_id, any_value(oth.file) AS other, list(a.cell ORDER BY a.cell) AS cells
            FROM report c JOIN report o ON c.organ_id = o.organ_id AND c.year = o.year AND c.is_current
                 AND NOT o.is_current AND c.is_resolved AND o.is_resolved
            JOIN document oth ON oth.document_id = c.document_id
            JOIN fact a ON a.report_id = c.report_id JOIN fact b ON b.report_id = o.report_id AND a.cell = b.cell
            WHERE a.status <> b.status OR a.value IS DISTINCT FROM b.value GROUP BY o.report_id ORDER BY 1"""
        ).fetchall()
        return [
            make_finding(report_id, "documents_differ", "warning", {"other": other, "count": len(cells)}, cells)
            for report_id, other, cells in rows
        ]

    def _insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        names = [row[0] for row in self.con.execute(f'SELECT column_name FROM (DESCRIBE "{table}")').fetchall()]
        if rows:
            frame = pa.table({name: pa.array([strip_enum(row.get(name)) for row in rows]) for name in names})
            self.con.register("incoming", frame)
            self.con.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM incoming')
            self.con.unregister("incoming")

    def _insert_findings(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._insert("finding", rows)

    def figures(self, cells: Sequence[int]) -> pd.DataFrame:
        """Some cells of current reports, for checks over several reports: organ_id, year, report_id, cell, value."""
        return self.con.execute(
            """SELECT organ_id, year, report_id, cell, value FROM figure WHERE cell IN (SELECT unnest(?::INTEGER[]))
            ORDER BY organ_id, year, cell""",
            [list(cells)],
        ).df()

    def add_findings(self, findings: pd.DataFrame) -> None:
        """Add findings [report_id, rule, severity, operands (dict), cells (list)] made over several reports."""
        rows = findings.to_dict("records")
        self._insert_findings(
            [
                make_finding(row["report_id"], row["rule"], row["severity"], row["operands"], row["cells"])
                for row in rows
            ]
        )

    def apply_corrections(self, corrections: Sequence[Correction]) -> None:
        """Let the corrected values stand in the view ``figure``, and say of each correction what became of it. Checks
        come before: they are of what is printed."""
        self._insert("correction", place_corrections(self.con, corrections))
        self._insert_findings(list_correction_findings(self.con))

    def _write_stamp(self, content: str) -> None:
        counts = self.con.execute("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM report)").fetchone()
        assert counts is not None
        self.con.execute(
            "INSERT INTO build VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                self.build_id,
                datetime.now(UTC).replace(tzinfo=None),
                version("countyscope"),
                make_fingerprint(),
                content,
                *counts,
            ],
        )
