"""Detected reports + source list → organs and reports: whose, which year, which one is current.

What the source list says wins over what was detected. Of two documents for one organ and year the current one is
decided by the source list, then publication date, then fetch date, never by file time; figures collected by hand,
and all that stand in a figures sheet whatever the source list calls it, never supersede a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analytics.collection.sources import Source
from analytics.reports.identity.organs import organ_named
from analytics.reports.model import Organ
from analytics.vocabulary.phrases import GOVERNMENT
from analytics.vocabulary.places.divisions import current_code, is_shared_name, parents, place
from analytics.vocabulary.places.fictional import is_fictional
from analytics.vocabulary.places.local_units import ranked_zones
from analytics.vocabulary.places.romanised import romanised
from analytics.vocabulary.terms import Kind, Level, Origin

Record = dict[str, Any]
_SHEET = "sheet"
"""The reader of figures sheets, whose rows are single figures and never a whole document."""
_RANK = {Origin.PUBLISHED: 0, Origin.SIMULATED: 0, Origin.TRANSCRIBED: 1, Origin.COLLECTED: 2}


def resolved(reports: list[Record], sources: Mapping[str, Source]) -> tuple[list[Record], list[Record]]:
    """(organs, reports): report rows gain report_id, organ_id, origin, dates and the marks of being current."""
    organs: dict[str, Record] = {}
    for report_id, report in enumerate(reports):
        source = sources.get(report["file"])
        organ, year = _organ(report, source)
        report["report_id"], report["year"] = report_id, year
        report["origin"] = _origin(report, source, organ)
        report["is_resolved"] = organ.place_code is not None and year is not None
        key = organ_key(organ) or f"unresolved:{report['file']}#{report['ordinal']}"
        if key not in organs:
            organs[key] = _organ_row(len(organs), key, organ)
        report["organ_id"] = organs[key]["organ_id"]
        _apply(report, source)
    _mark_current(reports)
    return list(organs.values()), reports


def organ_key(organ: Organ) -> str | None:
    """``place code|body`` with the code in force now, so that renames stay one series; None while unresolved."""
    if organ.place_code is None or organ.body is None:
        return None
    return f"{current_code(organ.place_code)}|{organ.body}"


def _organ(report: Record, source: Source | None) -> tuple[Organ, int | None]:
    year = source.year if source and source.year else report["year"]
    if source and source.organ:
        organ = organ_named(source.organ, year=year, hints=(report["file"], source.place_code or ""))
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
        here = place(code, year)
        return here.level if here else printed
    ranked = next((one.level for one in ranked_zones().values() if one.code == code), None)
    return ranked or (Level.ZONE if printed is Level.ZONE else Level.TOWNSHIP)


def _organ_row(organ_id: int, key: str, organ: Organ) -> Record:
    code = current_code(organ.place_code) if organ.place_code else None
    here = place(code) if code and "-X" not in code else None
    above = {one.level: one.name for one in (parents(code) if code else ())}
    if here:
        above[here.level] = here.name
    name = _without_markup(_display_name(organ, code))
    letters = romanised((name or "").removesuffix(GOVERNMENT))
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


def _without_markup(name: str | None) -> str | None:
    """Names stand in pages and charts, and no organ has a bracket of markup in its name."""
    return None if name is None else name.translate({ord(one): None for one in "<>"})


def _display_name(organ: Organ, code: str | None) -> str | None:
    """Place and standard body, so that one organ has one name whatever a title calls it."""
    if code is None or "-X" in code or organ.body is None:
        return organ.name
    here = place(code)
    if here is None:
        return organ.name
    above = next((parent.name for parent in parents(code)), "") if is_shared_name(here.name) else ""
    return f"{above}{here.name}{organ.body}"


def _origin(report: Record, source: Source | None, organ: Organ) -> Origin:
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
        group.sort(key=lambda report: _precedence(report, fullest))
        with_tables = [one for one in group if one["cell_count"]]
        (with_tables or group)[0]["is_current"] = True
        for one in [one for one in group if one["has_prose"]][:1]:
            one["is_prose_current"] = True


_FRAGMENT = 0.5
"""Of the cells of the fullest document: a corrected report is as full as the one it corrects, an excerpt is not."""


def _precedence(report: Record, fullest: int) -> tuple[Any, ...]:
    """Smaller is more current; an excerpt never displaces a report, dates count backwards, the file name only makes the
    order repeatable."""
    return (
        report["reader"] == _SHEET or report["origin"] == Origin.COLLECTED,
        0 < report["cell_count"] < _FRAGMENT * fullest,
        report["position"] is None,
        _RANK[report["origin"]],
        _backwards(report["published"]),
        _backwards(report["fetched"]),
        report["position"] or 0,
        report["file"],
    )


def _backwards(day: str | None) -> int:
    return -int(day.replace("-", "")) if day else 0
