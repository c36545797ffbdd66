"""Whose a statistics table before 2019 is: its caption, or the lines above its figures, may name another organ than the
title of the report, as where an office tells of itself under its government's title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analytics.reports.identity.organs import find_kind, make_organ
from analytics.reports.identity.statements import find_organ_name
from analytics.reports.identity.weighing import are_alike
from analytics.reports.labels import fold
from analytics.reports.model import Organ
from analytics.reports.rows.layout import Stretch
from analytics.reports.tables.entries import TableReading
from analytics.vocabulary.naming import STANDARD_BODIES
from analytics.vocabulary.phrases import NO_MAKER, TABLE_MAKER, TABLE_OF
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Kind, Table

_ABOVE, _FIRST = 3, 4
"""Lines above a table, and rows of it, among which its maker stands."""
_LONGEST = 60
_AREAS = "省市县区旗州"
"""How a body without its place begins: 县水利局."""


def doubt_other_maker(reading: TableReading, found: Sequence[Stretch], organ: Organ, year: int | None) -> None:
    """Doubt all figures of the statistics table where it names another organ than the report's own, and say which."""
    other = next((name for name in _list_makers(found) if _is_other(name, organ, year)), "")
    if other:
        reading.doubt_all("table_of_another_organ", {"printed": other, "organ": organ.name})


def _list_makers(found: Sequence[Stretch]) -> Iterator[str]:
    """The names of organs that statistics tables state as their makers."""
    for above, stretch in pairwise([Stretch(None, "", ""), *found]):
        if stretch.table is not Table.STATISTICS:
            continue
        lines = above.rows[-_ABOVE:] if above.table is None else []
        for text in (*(row.text for row in lines), stretch.heading, *(row.text for row in stretch.rows[:_FIRST])):
            folded = fold(text)
            if len(folded) <= _LONGEST and (stated := TABLE_MAKER.search(folded) or TABLE_OF.match(folded)):
                yield find_organ_name(stated["organ"])


def _is_other(name: str, organ: Organ, year: int | None) -> bool:
    """Whether a name is that of another body than the organ's, or of the same body of another place. A place alone, and
    a body that is called by part of its name, is not."""
    if not name or organ.body is None or NO_MAKER.search(name):
        return False
    match = match_organ(name, year, (organ.name or "",))
    place_code, body = None, name.lstrip(_AREAS)
    if match.matched:
        other = make_organ(name, match, year)
        place_code, body = other.place_code, (other.body or "") if match.rest else ""
    if place_code and organ.place_code and place_code != organ.place_code:
        return True
    body = STANDARD_BODIES.get(body, body)
    if not body or find_kind(body) is organ.kind is not Kind.DEPARTMENT:
        return False
    return find_kind(body) is not organ.kind or not are_alike(body, organ.body)
