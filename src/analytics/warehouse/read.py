"""DuckDB → DataFrame, read-only, by build id. Text columns are ``str``, missing values NA."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import duckdb
import pandas as pd

from analytics.errors import SelectionError, WarehouseError
from analytics.settings import Limits
from analytics.vocabulary.measures import POPULATION_CELL, find_measure, has_measure
from analytics.vocabulary.measures.narrative import NARRATIVE_CODES, NARRATIVE_FIGURES
from analytics.vocabulary.measures.prose import PROSE_CODES, PROSE_FIGURES
from analytics.vocabulary.terms import MeasuredIn, Table
from analytics.warehouse.beside_tables import OF_PROSE, POPULATIONS, STATED_IN_NARRATIVE, STATED_IN_PROSE
from analytics.warehouse.builds.changes import count_changes, read_changes
from analytics.warehouse.builds.manifest import Condition, estimate_condition
from analytics.warehouse.builds.publish import find_current_build_id, find_database_path
from analytics.warehouse.builds.revisions import NET
from analytics.warehouse.connect import connect_to_read
from analytics.warehouse.quality import QualityQueries
from analytics.warehouse.records import EVIDENCE, NARRATIVE_EVIDENCE, Build, Evidence
from analytics.warehouse.schema import PROSE_CELLS_FROM

_AS_CORRECTED = ("value", "status", "measured_in")
_AS_PRINTED = ("value_printed", "status_printed", "measured_printed")


class Warehouse(QualityQueries):
    """One build, open for reading. Safe to share between threads: each call has a cursor of its own."""

    def build(self) -> Build:
        """The build's own record."""
        (row,) = self._records("SELECT build_id, built_at, version, content, documents, reports FROM build")
        return Build(**row)

    def count_reports_by_document(self) -> dict[tuple[str, str], int]:
        """(file, sha256) of documents → how many reports were read from each."""
        rows = self._rows(
            "SELECT d.file, d.sha256, count(*) FROM report r JOIN document d USING (document_id) GROUP BY ALL"
        )
        return {(file, sha256): count for file, sha256, count in rows}

    def list_named_reports(self) -> frozenset[tuple[str, int, str]]:
        """(organ_key, year, sha256 of the document) of the reports whose organ and year are known."""
        rows = self._rows(
            """SELECT DISTINCT o.organ_key, r.year, d.sha256 FROM report r JOIN organ o USING (organ_id)
            JOIN document d USING (document_id) WHERE r.is_resolved AND (r.is_current OR r.is_prose_current)"""
        )
        return frozenset((organ_key, year, sha256) for organ_key, year, sha256 in rows)

    def superseded(self) -> list[tuple[str, str, str, int, str]]:
        """(file, organ_key, organ, year, file that stands in front) of reports that are not current though resolved."""
        return self._rows(
            """SELECT DISTINCT od.file, o.organ_key, o.organ, r.year, cd.file
            FROM report r JOIN report c ON c.organ_id = r.organ_id AND c.year = r.year AND c.is_current
            JOIN document od ON od.document_id = r.document_id JOIN document cd ON cd.document_id = c.document_id
            JOIN organ o ON o.organ_id = r.organ_id
            WHERE r.is_resolved AND c.is_resolved AND NOT r.is_current AND NOT r.is_prose_current ORDER BY ALL"""
        )

    def organs(self) -> pd.DataFrame:
        """One row an organ: organ_id, organ, organ_key, body, place_code, place, prefecture, province, level, kind, and
        the organ's name in Latin letters (pinyin, initials)."""
        return self._fetch_frame(
            """SELECT organ_id, organ, organ_key, body, place_code, place, prefecture, province, level, kind,
            pinyin, initials FROM organ ORDER BY organ_id"""
        )

    def reports(self, *, current_only: bool = True) -> pd.DataFrame:
        """One row a report with its document; current and resolved ones only, or all."""
        where = "WHERE r.is_resolved AND (r.is_current OR r.is_prose_current)" if current_only else ""
        frame = self._fetch_frame(
            f"""SELECT r.*, d.file, d.sha256, d.origin, d.url, d.published, d.fetched, d.format
            FROM report r JOIN document d USING (document_id) {where} ORDER BY organ_id, year, report_id"""
        )
        return frame.astype({"year": "Int16"})

    def figures(
        self,
        cells: Sequence[int] | None = None,
        organs: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        *,
        as_printed: bool = False,
    ) -> pd.DataFrame:
        """One row a fact of a current report: organ_id, year, report_id, cell, value, status, measured_in, origin,
        printed, printed_label, read_from, is_certain, is_corrected. A corrected value stands in place of the printed
        one, unless they are taken ``as_printed``."""
        conditions = [
            (f"f.{name} IN (SELECT unnest(?::INTEGER[]))", [int(value) for value in values])
            for name, values in (("cell", cells), ("organ_id", organs), ("year", years))
            if values is not None
        ]
        where = "WHERE " + " AND ".join(clause for clause, _ in conditions) if conditions else ""
        value, status, unit = _AS_PRINTED if as_printed else _AS_CORRECTED
        frame = self._fetch_frame(
            f"""SELECT f.organ_id, f.year, f.report_id, f.cell, f.{value} AS value, f.{status}::VARCHAR AS status,
            f.{unit}::VARCHAR AS measured_in, f.origin, e.printed, e.printed_label,
            e.read_from, e.is_certain, f.is_corrected
            FROM figure f LEFT JOIN evidence e USING (report_id, cell) {where}
            ORDER BY f.organ_id, f.year, f.cell""",
            [values for _, values in conditions],
        )
        if cells is not None and POPULATION_CELL in cells:
            frame = pd.concat([frame, self._read_populations(organs, years)], ignore_index=True)
        if cells is not None and not PROSE_CODES.isdisjoint(cells):
            frame = pd.concat([frame, self._read_stated_in_prose(cells, organs, years)], ignore_index=True)
        if cells is not None and not NARRATIVE_CODES.isdisjoint(cells):
            frame = pd.concat([frame, self._choose(STATED_IN_NARRATIVE, cells, organs, years)], ignore_index=True)
        return frame.astype({"year": "Int16"})

    def changes(
        self,
        measures: Sequence[str],
        organs: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        *,
        columns: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """One row an organ, year and measure key, with the columns of ``transforms.series.change.add_year_over_year``:
        all years of the collection and all organs with a current report where these are not given. In the order of
        measures and organs asked for; text as objects, of which pages select rows dozens of times. ``columns`` beside
        organ_id, year and measure, all without it."""
        with self._explain_errors():
            kept = self._measures
            for key in measures if kept else ():
                if key not in kept:
                    raise self._explain_absence(key)
            return read_changes(
                self._con.cursor(), measures, organs, years, first_year=self._first_year, columns=columns
            )

    @cached_property
    def _first_year(self) -> int | None:
        """The first year of which a current report is held."""
        ((year,),) = self._rows("SELECT min(year) FROM report WHERE is_resolved AND is_current")
        return None if year is None else int(year)

    def _explain_absence(self, key: str) -> SelectionError | WarehouseError:
        """Why a build keeps nothing of a measure: none of its reports has the table, or it was made by a version that
        did not know the measure."""
        if has_measure(key) and find_measure(key).is_before_2019:
            return SelectionError("measure_without_table", name=key)
        return WarehouseError("build_outdated", warehouse=str(self.folder), build=self.build_id)

    @cached_property
    def _measures(self) -> frozenset[str]:
        """Keys of the measures whose changes the build keeps; none where it holds no report."""
        return frozenset(str(key) for (key,) in self._rows("SELECT DISTINCT measure FROM change"))

    def change_count(
        self,
        measures: Sequence[str],
        organs: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        *,
        without: str,
        whole_rows: bool = False,
    ) -> int:
        """How many rows of :meth:`changes` have another status than ``without``, or how many organs and years with
        any such row are ``whole_rows`` of a wide table."""
        with self._explain_errors():
            return count_changes(
                self._con.cursor(), measures, organs, years,
                first_year=self._first_year, without=without, whole_rows=whole_rows,
            )  # fmt: skip

    def _read_populations(self, organs: Sequence[int] | None, years: Sequence[int] | None) -> pd.DataFrame:
        """Residents as figures of a cell of their own, of the organs of each place."""
        rows = self._fetch_frame(POPULATIONS)
        for name, kept in (("organ_id", organs), ("year", years)):
            rows = rows if kept is None else rows[rows[name].isin(kept)]
        return rows

    def _read_stated_in_prose(
        self, cells: Sequence[int], organs: Sequence[int] | None, years: Sequence[int] | None
    ) -> pd.DataFrame:
        """Counts that prose states in words of ``vocabulary.measures.prose``, under the codes of those; none where one
        report states two different ones."""
        return self._choose(STATED_IN_PROSE, cells, organs, years, [str(Table.PROSE), str(MeasuredIn.COUNT)])

    def _choose(
        self, query: str, cells: Sequence[int], organs: Sequence[int] | None, years: Sequence[int] | None,
        parameters: Sequence[str] = (),
    ) -> pd.DataFrame:  # fmt: skip
        rows = self._fetch_frame(query, parameters)
        for name, kept in (("cell", cells), ("organ_id", organs), ("year", years)):
            rows = rows if kept is None else rows[rows[name].isin(kept)]
        return rows

    def has_populations(self) -> bool:
        """Whether the build was made with a list of populations."""
        return bool(self._fetch_frame("SELECT count(*) > 0 AS held FROM denominator")["held"].iloc[0])

    def read_own_lines(self) -> pd.DataFrame:
        """Lines of statistics tables that no edition of the form has: cell, line, column, as they are printed."""
        query = f'SELECT cell, line, "column" FROM cell WHERE "table" = ? AND cell >= {PROSE_CELLS_FROM} ORDER BY cell'
        return self._fetch_frame(query, [str(Table.STATISTICS)])

    def prose(self) -> pd.DataFrame:
        """One row a figure that only prose states: organ_id, report_id, organ, year, line (the prose's own word),
        value, status, measured_in, printed, read_from, source. Never joined to cells of the form."""
        return self._fetch_frame(OF_PROSE, [str(Table.PROSE)]).astype({"year": "Int16"})

    def narrative(self, report_ids: Sequence[int]) -> pd.DataFrame:
        """One row a section of the prose of some reports, in each document's own order: report_id, position, number,
        heading, text."""
        query = "SELECT * FROM narrative WHERE report_id IN (SELECT unnest(?::INTEGER[])) ORDER BY report_id, position"
        return self._fetch_frame(query, [[int(report_id) for report_id in report_ids]])

    def digest_sections(self, characters: int) -> pd.DataFrame:
        """One row a section of a current report at least so long: report_id, organ_id, year, number, characters, and
        the digest of its text without digits and white space."""
        frame = self._fetch_frame(
            """SELECT report_id, organ_id, year, number, sum(length(bare)) AS characters,
            md5(string_agg(bare, '' ORDER BY position)) AS digest
            FROM (SELECT *, regexp_replace(text, '[0-9０-９\\s]', '', 'g') AS bare FROM narrative)
                 JOIN report r USING (report_id)
            WHERE r.is_resolved AND (r.is_current OR r.is_prose_current) AND number <> ''
            GROUP BY ALL HAVING characters >= ? ORDER BY report_id, number""",
            [characters],
        )
        return frame.astype({"year": "Int16", "characters": "int64"})

    def compared_sections(self) -> pd.DataFrame:
        """One row a section of a current report whose prose compares with the year before: report_id, organ_id, year,
        scope, text."""
        return self._fetch_frame(
            """SELECT n.report_id, r.organ_id, r.year, r.scope, n.text FROM narrative n JOIN report r USING (report_id)
            WHERE r.is_resolved AND (r.is_current OR r.is_prose_current)
                  AND regexp_matches(n.text, '同\\s*比|[较較比與与]\\s*[去上前]') ORDER BY n.report_id, n.position"""
        ).astype({"year": "Int16"})

    def find_evidence(self, report_id: int, cell: int) -> Evidence:
        """The printed cell behind a fact. SelectionError where the report has no such fact."""
        found = self.list_evidence(report_id, [cell])
        if not found:
            raise SelectionError("no_evidence", report=report_id, cell=cell)
        return found[0]

    def list_evidence(self, report_id: int, cells: Sequence[int]) -> list[Evidence]:
        """The printed cells behind those of some facts that the report has, in order of the form; the prose's lines
        last."""
        words = [word for figure in PROSE_FIGURES if figure.code in cells for word in figure.words]
        rows = self._records(
            EVIDENCE,
            [int(report_id), [int(cell) for cell in cells], str(Table.PROSE), words],
        )
        subjects = {figure.subject: figure for figure in NARRATIVE_FIGURES if figure.code in cells}
        rows += [
            {**row, "cell": subjects[row["line"]].code, "line": subjects[row["line"]].chinese}
            for row in self._records(NARRATIVE_EVIDENCE, [int(report_id), list(subjects)])
            if row.pop("period") in subjects[row["line"]].periods
        ]
        return [Evidence(**{**row, "pages": tuple(row["pages"] or ())}) for row in rows]

    def read_revisions(self, since: str) -> pd.DataFrame | None:
        """What is different from the build ``since``, one row a whole report (cell and line NA) or a figure: change
        (added, removed, changed; returned: a report that was gone for a while), organ_id (NA where it is gone),
        organ_key, organ, level, organ_kind, year, cell (of the form) or line (of prose), value_, status_ and
        measured_before and _now. None where the record does not reach back to that build."""
        known = self._fetch_frame("SELECT build_id FROM ancestor UNION SELECT build_id FROM build")
        if since not in set(known["build_id"]):
            return None
        return self._fetch_frame(NET, {"since": since}).astype({"year": "Int16", "organ_id": "Int64", "cell": "Int64"})


def open_warehouse(folder: Path, build_id: str | None = None, *, memory_bytes: int = Limits().query_bytes) -> Warehouse:
    """Open a build of a warehouse folder, the current one by default. WarehouseError where there is none or its
    size, its header or an earlier look at the whole tells that it is damaged. A process that opens a build twice must
    give it the same memory."""
    path = find_database_path(folder, build_id)
    known = path.parent.name
    if estimate_condition(path.parent) is Condition.DAMAGED:
        raise WarehouseError("build_damaged", warehouse=str(folder), build=known)
    try:
        con = connect_to_read(path, memory_bytes)
    except duckdb.Error as reason:
        raise WarehouseError("build_damaged", warehouse=str(folder), build=known) from reason
    return Warehouse(con, folder, known)


__all__ = ["Build", "Evidence", "Warehouse", "find_current_build_id", "open_warehouse"]
