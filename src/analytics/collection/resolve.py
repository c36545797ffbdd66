"""Detected reports + the lists beside them → organs and reports: whose, which year, which one is current.

What the source list says of a file wins over what was detected, and what was assigned to a report over both. Of two
documents for one organ and year the current one is decided by the source list, then publication date, then fetch date,
never by file time; figures collected by hand, and all that stand in a figures sheet whatever the source list calls it,
never supersede a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analytics.collection.assignments import Assignment
from analytics.collection.sources import Source
from analytics.reports.identity.organs import find_organ
from analytics.reports.model import Organ
from analytics.vocabulary.naming import GOVERNMENT
from analytics.vocabulary.places.divisions import find_current_code, find_place, is_shared_name, list_parents
from analytics.vocabulary.places.fictional import is_fictional
from analytics.vocabulary.places.local_units import map_ranked_zones
from analytics.vocabulary.places.romanised import romanise_name
from analytics.vocabulary.terms import Kind, Level, Origin

Record = dict[str, Any]
_SHEET = "sheet"
"""The reader of figures sheets, whose rows are single figures and never a whole document."""
_RANK = {Origin.PUBLISHED: 0, Origin.SIMULATED: 0, Origin.TRANSCRIBED: 1, Origin.COLLECTED: 2}


def resolve_reports(
    reports: list[Record], sources: Mapping[str, Source], assignments: Mapping[tuple[str, int], Assignment]
) -> tuple[list[Record], list[Record]]:
    """(organs, reports): report rows gain report_id, organ_id, origin, dates and the marks of being current."""
    organs: dict[str, Record] = {}
    for report_id, report in enumerate(reports):
        source = sources.get(report["file"])
        assignment = assignments.get((report["file"], report["ordinal"] + 1))
        report["assigned"] = assignment is not None and is_applicable(assignment, report, source)
        organ, year = _find_organ(report, _join_lists(source, assignment) if report["assigned"] else source)
        report["report_id"], report["year"] = report_id, year
        report["origin"] = _find_origin(report, source, organ)
        report["is_resolved"] = organ.place_code is not None and year is not None
        key = make_organ_key(organ) or f"unresolved:{report['file']}#{report['ordinal']}"
        if key not in organs:
            organs[key] = _make_organ_row(len(organs), key, organ)
        report["organ_id"] = organs[key]["organ_id"]
        _apply(report, source)
    _mark_current(reports)
    return list(organs.values()), reports


def is_applicable(assignment: Assignment, report: Record, source: Source | None) -> bool:
    """Whether an assignment was made of this report, by its title; a real place never gets an invented report."""
    is_invented = source is not None and source.origin is Origin.SIMULATED
    is_same = " ".join(assignment.title.split()) == " ".join((report["title"] or "").split())
    return is_same and not (is_invented and not is_fictional(assignment.place_code))


def _join_lists(source: Source | None, assignment: Assignment | None) -> Source | None:
    """What is known of a report: of its file, and over it of itself."""
    if assignment is None:
        return source
    stated = source or Source(
        assignment.file, None, None, None, origin=None, url=None, published=None, fetched=None, sha256=None, position=0
    )
    names = ("organ", "place_code", "year")
    return replace(stated, **{name: value for name in names if (value := getattr(assignment, name))})


def make_organ_key(organ: Organ) -> str | None:
    """``place code|body`` with the code in force now, so that renames stay one series; None while unresolved."""
    if organ.place_code is None or organ.body is None:
        return None
    return f"{find_current_code(organ.place_code)}|{organ.body}"


def _find_organ(report: Record, source: Source | None) -> tuple[Organ, int | None]:
    year = source.year if source and source.year else report["year"]
    if source and source.organ:
        organ = find_organ(source.organ, year=year, hints=(report["file"], source.place_code or ""))
    else:
        level, kind = report["level"], report["kind"]
        organ = Organ(
            report["organ"], report["body"], report["place_code"], Level(level) if level else None,
            Kind(kind) if kind else None,
        )  # fmt: skip
    if source and source.place_code:
        organ = replace(organ, place_code=source.place_code, level=_level_of(source.place_code, organ.level, year))
    return organ, year


def _level_of(code: str, printed: Level | None, year: int | None) -> Level | None:
    """The level of a place code. Below those of the standard, a zone has its own rank or the level of zones."""
    if "-X" not in code:
        here = find_place(code, year)
        return here.level if here else printed
    ranked = next((zone.level for zone in map_ranked_zones().values() if zone.code == code), None)
    return ranked or (Level.ZONE if printed is Level.ZONE else Level.TOWNSHIP)


def _make_organ_row(organ_id: int, key: str, organ: Organ) -> Record:
    code = find_current_code(organ.place_code) if organ.place_code else None
    here = find_place(code) if code and "-X" not in code else None
    above = {parent.level: parent.name for parent in (list_parents(code) if code else ())}
    if here:
        above[here.level] = here.name
    name = _remove_markup(_display_name(organ, code))
    letters = romanise_name((name or "").removesuffix(GOVERNMENT))
    return {
        "organ_id": organ_id,
        "organ": name,
        "organ_key": key,
        "body": organ.body,
        "place_code": code,
        "place": here.name if here else None,
        "prefecture": above.get(Level.PREFECTURE),
        "province": above.get(Level.PROVINCE),
        "level": organ.level,
        "kind": organ.kind,
        "pinyin": letters.pinyin,
        "initials": letters.initials,
    }


def _remove_markup(name: str | None) -> str | None:
    """Names stand in pages and charts, and no organ has a bracket of markup in its name."""
    return None if name is None else name.translate({ord(bracket): None for bracket in "<>"})


def _display_name(organ: Organ, code: str | None) -> str | None:
    """Place and standard body, so that one organ has one name whatever a title calls it."""
    if code is None or "-X" in code or organ.body is None:
        return organ.name
    here = find_place(code)
    if here is None:
        return organ.name
    above = next((parent.name for parent in list_parents(code)), "") if is_shared_name(here.name) else ""
    return f"{above}{here.name}{organ.body}"


def _find_origin(report: Record, source: Source | None, organ: Organ) -> Origin:
    """What is reported of a fictional place is simulated, whatever the source list says."""
    if is_fictional(organ.place_code):
        return Origin.SIMULATED
    return (source and source.origin) or (Origin.COLLECTED if report["reader"] == _SHEET else Origin.PUBLISHED)


def _apply(report: Record, source: Source | None) -> None:
    report["published"] = (source and source.published and source.published.isoformat()) or report["published"]
    report["fetched"] = source.fetched.isoformat() if source and source.fetched else None
    report["position"] = source.position if source else None


def _mark_current(reports: list[Record]) -> None:
    groups: dict[tuple[int, int], list[Record]] = {}
    for report in reports:
        report["is_current"] = report["is_prose_current"] = False
        if report["is_resolved"]:
            groups.setdefault((report["organ_id"], report["year"]), []).append(report)
    for group in groups.values():
        fullest = max(report["cell_count"] for report in group)
        group.sort(key=lambda report: _rank_report(report, fullest))
        with_tables = [member for member in group if member["cell_count"]]
        (with_tables or group)[0]["is_current"] = True
        for prose_report in [member for member in group if member["has_prose"]][:1]:
            prose_report["is_prose_current"] = True


_FRAGMENT = 0.5
"""Of the cells of the fullest document: a corrected report is as full as the one it corrects, an excerpt is not."""


def _rank_report(report: Record, fullest: int) -> tuple[Any, ...]:
    """Smaller is more current; an excerpt never displaces a report, dates count backwards, the file name only makes the
    order repeatable."""
    return (
        report["reader"] == _SHEET or report["origin"] == Origin.COLLECTED,
        0 < report["cell_count"] < _FRAGMENT * fullest,
        report["position"] is None,
        _RANK[report["origin"]],
        _count_backwards(report["published"]),
        _count_backwards(report["fetched"]),
        report["position"] or 0,
        report["file"],
    )


def _count_backwards(day: str | None) -> int:
    return -int(day.replace("-", "")) if day else 0
