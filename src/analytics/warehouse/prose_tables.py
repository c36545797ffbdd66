"""What the prose of a build says, as frames. Spans count characters of the section's text as ``narrative`` has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

_PRINTED = "substr(n.text, {0}.start_at + 1, {0}.end_at - {0}.start_at) AS printed"
_CLAUSE = "substr(n.text, f.clause_start + 1, f.clause_end - f.clause_start) AS clause"
_SENTENCE = "substr(n.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence"


class ProseTables:
    """The tables of ``warehouse.builds.prose`` for reading; without ``report_ids`` of all current reports."""

    def __init__(self, fetch: Callable[[str, Sequence[object]], pd.DataFrame]) -> None:
        self._fetch = fetch

    def figures(
        self, report_ids: Sequence[int] | None = None, *, subjects: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """One row a number of the prose: report_id, organ_id, report_year, position, start_at, end_at, clause_start,
        clause_end, kind, value, highest, unit, is_rounded, subject (NA: unassigned), period, year, printed, clause."""
        where, parameters = _filter("f", report_ids)
        if subjects is not None:
            where += " AND f.subject IN (SELECT unnest(?::VARCHAR[]))"
            parameters.append(list(subjects))
        return self._fetch(
            f"""SELECT f.report_id, r.organ_id, r.year AS report_year, f.* EXCLUDE (report_id),
            {_PRINTED.format("f")}, {_CLAUSE}
            FROM prose_figure f JOIN report r USING (report_id) JOIN narrative n USING (report_id, position)
            {where} ORDER BY f.report_id, f.position, f.start_at""",
            parameters,
        ).astype({"year": "Int16", "report_year": "Int16"})

    def list_subjects(self) -> frozenset[str]:
        """Keys of the subjects of which the build's prose states any quantity."""
        found = self._fetch("SELECT DISTINCT subject FROM prose_figure WHERE subject IS NOT NULL", [])
        return frozenset(found["subject"])

    def practices(self, report_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """One row a practice and sentence: report_id, organ_id, year, position, practice, stance, start_at, end_at,
        sentence_start, sentence_end, printed, sentence."""
        where, parameters = _filter("m", report_ids)
        return self._fetch(
            f"""SELECT m.report_id, r.organ_id, r.year, m.* EXCLUDE (report_id), {_PRINTED.format("m")}, {_SENTENCE}
            FROM practice_mark m JOIN report r USING (report_id) JOIN narrative n USING (report_id, position)
            {where} ORDER BY m.report_id, m.position, m.start_at, m.practice""",
            parameters,
        ).astype({"year": "Int16"})

    def section_five(self, report_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """One row a problem or measure: report_id, organ_id, year, position, start_at, end_at, kind, themes (list),
        printed."""
        where, parameters = _filter("i", report_ids)
        return self._fetch(
            f"""SELECT i.report_id, r.organ_id, r.year, i.* EXCLUDE (report_id), {_PRINTED.format("i")}
            FROM section_five_item i JOIN report r USING (report_id) JOIN narrative n USING (report_id, position)
            {where} ORDER BY i.report_id, i.position, i.start_at""",
            parameters,
        ).astype({"year": "Int16"})

    def repeated_problems(self) -> pd.DataFrame:
        """One row an organ, year and theme named the year before as well: organ_id, year, theme, years_running,
        report_id, position, start_at, end_at, likeness, printed."""
        return self._fetch(
            f"""SELECT p.*, {_PRINTED.format("p")} FROM repeated_problem p JOIN narrative n USING (report_id, position)
            ORDER BY p.organ_id, p.theme, p.year""",
            [],
        )

    def reported_measures(self) -> pd.DataFrame:
        """One row a measure that a next report could tell of: report_id, position, start_at, end_at, organ_id, year,
        later_id (NA: it does not), later_position, later_start, later_end, likeness, printed, later_printed."""
        return self._fetch(
            f"""SELECT m.*, {_PRINTED.format("m")},
            substr(l.text, m.later_start + 1, m.later_end - m.later_start) AS later_printed
            FROM reported_measure m JOIN narrative n USING (report_id, position)
            LEFT JOIN narrative l ON l.report_id = m.later_id AND l.position = m.later_position
            ORDER BY m.organ_id, m.year, m.start_at""",
            [],
        ).astype(dict.fromkeys(("later_id", "later_position", "later_start", "later_end"), "Int64"))

    def near_copies(self, report_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """One row two reports that share text: report_id, other_id, share (of the first's text), other_share,
        is_same_organ, first_id (published first; NA where that is unknown)."""
        where, parameters = (
            ("", [])
            if report_ids is None
            else (
                "WHERE report_id IN (SELECT unnest($1::INTEGER[])) OR other_id IN (SELECT unnest($1::INTEGER[]))",
                [[int(report) for report in report_ids]],
            )
        )
        return self._fetch(
            f"SELECT * FROM near_copy {where} ORDER BY greatest(share, other_share) DESC, report_id, other_id",
            parameters,
        ).astype({"first_id": "Int64"})

    def sameness(self) -> pd.DataFrame:
        """One row a report: report_id, own_size, share_of_last_year, share_of_others, share_new (NA: too little)."""
        return self._fetch("SELECT * FROM sameness ORDER BY report_id", [])

    def list_told(self) -> frozenset[int]:
        """Ids of the current reports that have any prose."""
        where, _ = _filter("n", None)
        found = self._fetch(
            f"SELECT DISTINCT n.report_id FROM narrative n JOIN report r USING (report_id) {where} AND n.text <> ''", []
        )
        return frozenset(map(int, found["report_id"]))

    def count_characters(self) -> pd.DataFrame:
        """How many characters of prose are held of each current report: report_id, characters."""
        where, _ = _filter("n", None)
        return self._fetch(
            f"""SELECT n.report_id, sum(length(n.text))::BIGINT AS characters
            FROM narrative n JOIN report r USING (report_id) {where} GROUP BY ALL ORDER BY ALL""",
            [],
        )

    def sections(self, report_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """Every section of current reports: report_id, position, number, heading, text, organ_id, year (of the report),
        in order of reports and positions."""
        where, parameters = _filter("n", report_ids)
        return self._fetch(
            f"""SELECT n.*, r.organ_id, r.year FROM narrative n JOIN report r USING (report_id)
            {where} ORDER BY n.report_id, n.position""",
            parameters,
        ).astype({"year": "Int16"})


def _filter(name: str, report_ids: Sequence[int] | None) -> tuple[str, list[object]]:
    current = "WHERE r.is_resolved AND (r.is_current OR r.is_prose_current)"
    if report_ids is None:
        return current, []
    return f"{current} AND {name}.report_id IN (SELECT unnest(?::INTEGER[]))", [[int(report) for report in report_ids]]
