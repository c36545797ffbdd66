"""Reports set beside each other by their prose, for scripts and pages: what is new and what is repeated, the nearest
copies, who shares text with whom, what section five says and what became of it.

Frames have keys and printed words. Organs are names, division codes or keys; SelectionError for what is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analytics.errors import SelectionError
from analytics.prose.problems import KEPT_COLUMNS
from analytics.prose.sameness.parts import part_text
from analytics.query.frames import find_organ_ids
from analytics.query.prose import select_reports
from analytics.transforms.rows import each_row
from analytics.warehouse.read import Warehouse

PART_COLUMNS = [
    "side",
    "report_id",
    "position",
    "number",
    "heading",
    "start_at",
    "end_at",
    "kind",
    "characters",
    "text",
]
PROBLEM_COLUMNS = [
    "report_id", "organ_id", "organ", "year", "theme", "years_running", "position", "start_at", "end_at", "printed",
]  # fmt: skip
_THIS, _OTHER, _UNKNOWN = "this", "other", "unknown"


class ReportName(NamedTuple):
    """A report by its organ (a name, division code or key) and year."""

    organ: str
    year: int


def compare_prose(warehouse: Warehouse, one: ReportName, other: ReportName) -> pd.DataFrame:
    """The prose of two reports in parts, without gaps: side (one, other), report_id, position, number, heading,
    start_at, end_at, kind (of ``prose.sameness.parts``: form, repeated, own), characters (Chinese ones), text."""
    ids = [find_report(warehouse, name) for name in (one, other)]
    return part_reports(warehouse.narrative(ids), *ids)


def find_report(warehouse: Warehouse, name: ReportName) -> int:
    """The report of an organ and year."""
    reports = select_reports(warehouse, [name.organ], None)
    found = reports.loc[reports["year"] == name.year, "report_id"]
    if found.empty:
        raise SelectionError("no_such_report", name=name.organ, year=name.year)
    return int(found.iloc[0])


def part_reports(sections: pd.DataFrame, one: int, other: int) -> pd.DataFrame:
    """As ``compare_prose``, of two reports among ``sections`` [report_id, position, number, heading, text]."""
    texts = {report: _leave_navigation_out(sections[sections["report_id"] == report]) for report in (one, other)}
    rows = []
    for side, report, beside in (("one", one, other), ("other", other, one)):
        whole = "\n".join(texts[beside]["text"])
        for section in each_row(texts[report]):
            rows += [
                (side, report, section.position, section.number, section.heading, part.start, part.end, str(part.kind),
                 part.characters, str(section.text)[part.start : part.end])
                for part in part_text(str(section.text), whole)
            ]  # fmt: skip
    return pd.DataFrame(rows, columns=PART_COLUMNS)


def _leave_navigation_out(sections: pd.DataFrame) -> pd.DataFrame:
    """What stands before the first heading counts only where nothing else does: on pages, navigation stands there."""
    headed = sections[sections["number"] != ""]
    return headed if (headed["text"] != "").any() else sections


def nearest_copies(warehouse: Warehouse, organs: Sequence[str] | None = None) -> pd.DataFrame:
    """Reports that share text with those of some organs, the largest share first: report_id, organ_id, organ, year,
    share (of its text that is in the other), other_id, other_organ_id, other_organ, other_year, other_share,
    is_same_organ, published_first (this, other, unknown). Each pair stands once for each of its reports."""
    reports = warehouse.reports().drop_duplicates("report_id")
    known = warehouse.organs()
    chosen = None if organs is None else find_organ_ids(known, organs)
    ids = None if chosen is None else reports.loc[reports["organ_id"].isin(chosen), "report_id"].tolist()
    return turn_pairs(warehouse.prose_tables.near_copies(ids), reports, known, chosen)


def turn_pairs(
    pairs: pd.DataFrame, reports: pd.DataFrame, organs: pd.DataFrame, chosen: Sequence[int] | None = None
) -> pd.DataFrame:
    """As ``nearest_copies``, of pairs of ``ProseTables.near_copies``."""
    turned = pairs.rename(
        columns={"report_id": "other_id", "other_id": "report_id", "share": "other_share", "other_share": "share"}
    )
    both = pd.concat([pairs, turned], ignore_index=True)
    named = reports[["report_id", "organ_id", "year"]].drop_duplicates("report_id")
    named = named.merge(organs[["organ_id", "organ"]].drop_duplicates("organ_id"), on="organ_id")
    others = named.rename(
        columns={"report_id": "other_id", **{name: f"other_{name}" for name in ("organ_id", "organ", "year")}}
    )
    found = both.merge(named, on="report_id").merge(others, on="other_id")
    if chosen is not None:
        found = found[found["organ_id"].isin(chosen)]
    first = found.pop("first_id")
    found["published_first"] = [
        _UNKNOWN if pd.isna(earlier) else _THIS if earlier == report else _OTHER
        for earlier, report in zip(first, found["report_id"], strict=True)
    ]
    return found.sort_values(
        ["share", "organ", "year", "other_organ", "other_year"], ascending=[False, True, True, True, True],
        ignore_index=True,
    )  # fmt: skip


def shared_text(warehouse: Warehouse) -> pd.DataFrame:
    """Pairs of different organs that share text, the largest share first: one row two organs, of the two reports that
    share most: the columns of ``nearest_copies``, with ``pairs``, how many of their reports share any."""
    return join_organs(nearest_copies(warehouse))


def join_organs(copies: pd.DataFrame) -> pd.DataFrame:
    """As ``shared_text``, of the rows of ``nearest_copies``."""
    rows = copies[~copies["is_same_organ"].astype(bool)]
    ends = rows[["organ_id", "other_organ_id"]]
    rows = rows.assign(low=ends.min(axis=1), high=ends.max(axis=1))
    counts = rows[rows["organ_id"] == rows["low"]].groupby(["low", "high"]).size().rename("pairs").reset_index()
    largest = rows.drop_duplicates(["low", "high"]).merge(counts, on=["low", "high"])
    return largest.drop(columns=["low", "high"]).reset_index(drop=True)


def named_problems(warehouse: Warehouse, organs: Sequence[str] | None = None) -> pd.DataFrame:
    """Problems that sections five name [PROBLEM_COLUMNS]: one row a report, theme and item. ``years_running`` counts
    the years in a row in which the organ named the theme, up to this one; ``theme`` is NA where the words declare none.
    """
    reports = select_reports(warehouse, organs, None)
    ids = None if organs is None else reports["report_id"].tolist()
    items = warehouse.prose_tables.section_five(ids)
    return list_problems(items, warehouse.prose_tables.repeated_problems(), reports)


def list_problems(items: pd.DataFrame, repeated: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """As ``named_problems``, of the frames of ``ProseTables`` and reports [report_id, organ]."""
    problems = items[items["kind"] == "problem"].explode("themes").rename(columns={"themes": "theme"})
    running = repeated[["organ_id", "year", "theme", "years_running"]].astype({"year": "Int16"})
    problems = problems.merge(running, on=["organ_id", "year", "theme"], how="left")
    problems["years_running"] = problems["years_running"].fillna(1).astype("Int64")
    named = problems.merge(reports[["report_id", "organ"]].drop_duplicates("report_id"), on="report_id")
    return named[PROBLEM_COLUMNS].sort_values(["organ", "year", "position", "start_at"], ignore_index=True)


def promised_measures(warehouse: Warehouse, organs: Sequence[str] | None = None) -> pd.DataFrame:
    """Measures that sections five promise: report_id, organ_id, organ, year, position, start_at, end_at, printed, and
    where the next year's section one tells of them later_id, later_position, later_start, later_end, likeness,
    later_printed. ``outcome`` is reported, not_found (no sentence alike: it may have been done all the same), or
    no_next_report, where there is no section one to look in."""
    reports = select_reports(warehouse, organs, None)
    ids = None if organs is None else reports["report_id"].tolist()
    items = warehouse.prose_tables.section_five(ids)
    return list_promises(items, warehouse.prose_tables.reported_measures(), reports)


def list_promises(items: pd.DataFrame, kept: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """As ``promised_measures``, of the frames of ``ProseTables`` and reports [report_id, organ]."""
    place = KEPT_COLUMNS[:4]
    measures = items[items["kind"] == "measure"].drop(columns=["themes", "kind"])
    later = kept.drop(columns=["organ_id", "year", "printed"]).assign(is_judged=True)
    found = measures.merge(later, on=place, how="left")
    is_judged = found.pop("is_judged").notna()
    found["outcome"] = "no_next_report"
    found.loc[is_judged, "outcome"] = "not_found"
    found.loc[is_judged & found["later_id"].notna(), "outcome"] = "reported"
    found = found.merge(reports[["report_id", "organ"]].drop_duplicates("report_id"), on="report_id")
    return found.sort_values(["organ", "year", "position", "start_at"], ignore_index=True)
