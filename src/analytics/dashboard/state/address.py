"""The address is the view: a frozen Selection ↔ query parameters with stable keys, in any language.

Each parameter is declared once, with its values and its meaning: reading, writing, data links and ``docs/links.md``
follow from :data:`DECLARED`. A value that names nothing is reported by the page, never silently replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import Any

from analytics.dashboard.state.group_keys import GroupKey, parse_group_key, write_group_key
from analytics.exports.table import KEYS
from analytics.exports.table import SHAPES as TABLE_SHAPES
from analytics.transforms.groups.coverage import Aspect
from analytics.transforms.groups.ranking import By
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import has_measure
from analytics.vocabulary.prose.practices import PracticeGroup
from analytics.vocabulary.terms import Fault, Severity
from analytics.warehouse.reviewed import REVIEW_STATES
from analytics.words import Language, has

BUILD_ID = r"\d{8}T\d{6,12}"
LATEST = "latest"
"""In place of a year: of each organ the latest that has a value."""
_YEAR = r"(19|20)\d\d"
TABS = CHART, TABLE = "chart", "table"
"""What Trends, Compare and Rankings may show first of their figures."""
CHARTS = ("bars", "multiples", "dumbbell", "slope", "index", "scatter")
"""Those of Compare."""
LOWEST = "lowest"
ENDS = ("highest", LOWEST)
MAP_VIEWS = SHAPES, TILES = "shapes", "tiles"
TOLD, ALL = "told", "all"
"""Weights of findings together: all that is told unasked, and all there is."""
NARRATIVE_TABS = ("search", "read", "beside", "copies", "five", "evaluated")
PRACTICE_TABS = ("matrix", "years", "problems", "lexicon")
PRACTICE_GROUPS = tuple(map(str, PracticeGroup))


class Sheet(StrEnum):
    """What a chart stands on where it stands alone."""

    EMBED = "embed"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows; each field is explained with its parameter in :data:`DECLARED`. ``year`` None is unstated,
    unless ``latest_of_each``."""

    language: Language | None = None
    measures: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    first: int | None = None
    _: KW_ONLY
    last: int | None = None
    year: int | None = None
    reference: str | None = None
    build: str | None = None
    empty_years: bool = False
    suspected: bool = False
    peers: GroupKey | None = None
    by: str | None = None
    end: str | None = None
    base: int | None = None
    shape: str | None = None
    scale: str | None = None
    index_year: int | None = None
    band: bool = False
    sums: bool = False
    chart: str | None = None
    forms: bool = False
    aspect: str | None = None
    among: GroupKey | None = None
    view: str | None = None
    tab: str | None = None
    sheet: str | None = None
    only: str | None = None
    latest_of_each: bool = False
    names: str | None = None
    changes_year: int | None = None
    changes_area: str | None = None
    changes_measure: str | None = None
    rules: tuple[str, ...] = ()
    severity: str | None = None
    fault: str | None = None
    review: str | None = None
    query: str | None = None
    hits_page: int | None = None
    reference_year: int | None = None
    practice_group: str | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address: its ``name`` there, the ``field`` of a Selection, its ``meaning`` for docs.

    ``values`` are the words it may hold, or what they are in angle brackets; ``usual`` is the word for what a page
    shows anyway, which a selection leaves out. ``in_data_links`` is its meaning there, where it chooses rows.
    """

    name: str
    field: str
    meaning: str
    values: tuple[str, ...]
    _: KW_ONLY
    usual: str = ""
    in_data_links: str = ""

    @property
    def is_repeated(self) -> bool:
        """Whether it may stand several times."""
        return self.field in ("measures", "organs", "rules")


_ON = ("1",)
DECLARED = (
    Parameter("m", "measures", "a measure; on a scatter of Compare the one across, then the one up", ("<measure>",),
              in_data_links="a measure; without it all"),
    Parameter("o", "organs", "an agency, such as `140830|人民政府`", ("<organ>",),
              in_data_links="an agency; without it and `peers` all"),
    Parameter("peers", "peers", "a group of agencies: level, kind and area (`county|government|3208`), the nearest in "
              "size (`nearest|population|10|140830|人民政府`, or `licensing_decisions`), or `own`, those of `o`",
              ("<group>",), in_data_links="a group of agencies by its key, as above"),
    Parameter("from", "first", "the first year", ("<year>",),
              in_data_links="the first year; it may lie outside the collection"),
    Parameter("to", "last", "the last year", ("<year>",),
              in_data_links="the last year; it may lie outside the collection"),
    Parameter("empty", "empty_years", "with years without a report", _ON,
              in_data_links="with years without a report"),
    Parameter("shape", "shape", "the shape of a table", TABLE_SHAPES,
              in_data_links="`long` (as without it), `wide` or `years`"),
    Parameter("names", "names", "how columns and codes of the Data page are named; without it as the page",
              (*map(str, Language), KEYS), in_data_links="column names and codes in a language; `keys` as without it"),
    Parameter("lang", "language", "the language of the page", tuple(map(str, Language)),
              in_data_links="the language of the notes and of a refusal; without it that of the names"),
    Parameter("build", "build", "the build it was made on", ("<build>",),
              in_data_links="the build that the rows must be of; refused where another one is held"),
    Parameter("y", "year", "the one year that is shown, or of each agency its latest", ("<year>", LATEST)),
    Parameter("ref", "reference", "the agency compared with", ("<organ>",)),
    Parameter("among", "among", "the group that are the peers of one agency", ("<group>",)),
    Parameter("chart", "chart", "a chart of the Compare page", CHARTS, usual=CHARTS[0]),
    Parameter("scale", "scale", "the scale of an axis", tuple(map(str, Scale)), usual=str(Scale.VALUE)),
    Parameter("index", "index_year", "the year in which an index is 100", ("<year>",)),
    Parameter("band", "band", "with the quartiles of peers", _ON),
    Parameter("sums", "sums", "with the sum of a prefecture's counties", _ON),
    Parameter("forms", "forms", "whole forms", _ON),
    Parameter("aspect", "aspect", "what the Overview looks at reports for", tuple(map(str, Aspect)),
              usual=str(Aspect.HELD)),
    Parameter("cy", "changes_year", "the year of the largest changes on the Overview; without it all", ("<year>",)),
    Parameter("ca", "changes_area", "their area: the first digits of division codes (`32`, `3208`); without it all. On "
              "Practices the province whose problems are counted",
              ("<area>",)),
    Parameter("cm", "changes_measure", "their measure; without it all that the Overview looks at", ("<measure>",)),
    Parameter("by", "by", "what a ranking goes by", tuple(map(str, By))),
    Parameter("end", "end", "where a ranking begins", ENDS),
    Parameter("base", "base", "the least base of a ranking by percent", ("<count>",)),
    Parameter("view", "view", "how a map is drawn", MAP_VIEWS),
    Parameter("tab", "tab", "what Trends, Compare and Rankings show first (`chart`, `table`); the part of Narrative "
              "(`search` … `evaluated`) or of Practices (`matrix` … `lexicon`)",
              (*TABS, *NARRATIVE_TABS, *PRACTICE_TABS), usual=CHART),
    Parameter("sheet", "sheet", "one chart alone: for a frame in another page, or for paper", tuple(map(str, Sheet))),
    Parameter("only", "only", "which chart of the page that is", ("<chart>",)),
    Parameter("suspected", "suspected", "with changes whose coverage is in doubt (Overview; Rankings of changes)", _ON),
    Parameter("rule", "rules", "a rule of findings on the Quality page, by its key", ("<rule>",)),
    Parameter("sev", "severity", "the weight of findings there; `told` are errors, warnings and hints",
              (TOLD, *map(str, Severity), ALL), usual=TOLD),
    Parameter("fault", "fault", "whose what they say may be",
              tuple(map(str, (Fault.PUBLISHER, Fault.READER, Fault.TRANSCRIPTION)))),
    Parameter("review", "review", "what somebody said of them", tuple(map(str, REVIEW_STATES))),
    Parameter("q", "query", "the words searched for on Narrative; blanks part them", ("<words>",)),
    Parameter("hits", "hits_page", "which page of the reports with hits", ("<count>",)),
    Parameter("ry", "reference_year", "the year of the report compared with on Narrative, of `ref` or the same agency",
              ("<year>",)),
    Parameter("pg", "practice_group", "the practices shown", PRACTICE_GROUPS),
)  # fmt: skip
"""Every parameter of a page's address, in the order in which docs list them."""
PARAMETERS = {parameter.name: parameter for parameter in DECLARED}
DATA_LINK_ONLY = {"bom": "a byte order mark before CSV (`bom=1`)"}
"""Parameters of data links that no page has, with their meaning."""
DATA_LINK_PARAMETERS = (*(each.name for each in DECLARED if each.in_data_links), *DATA_LINK_ONLY)
"""What a data link may hold: parameters that choose rows."""
_CHART = r"[a-z]+(-[a-z]+)*"
MOST_WORDS = 80
"""Characters of what is searched for."""
_PATTERNS = {
    "<chart>": _CHART,
    "<count>": r"\d{1,6}",
    "<area>": r"\d\d|99\d|\d{4}",
    "<build>": BUILD_ID,
    "<words>": rf".{{1,{MOST_WORDS}}}",
}


def is_chart_key(text: str) -> bool:
    """Whether a text may be the key of a chart: it goes into the style of a page."""
    return re.fullmatch(_CHART, text) is not None


@dataclass(frozen=True, slots=True)
class ParsedAddress:
    """A selection with what could not be understood: ``unknown`` values and ``strange`` parameters, as (parameter,
    value), and years that run ``backwards`` (first, last)."""

    selection: Selection
    unknown: tuple[tuple[str, str], ...] = ()
    strange: tuple[tuple[str, str], ...] = ()
    backwards: tuple[int, int] | None = None


def read(
    parameters: Mapping[str, Sequence[str]], *, organs: Collection[str], years: Collection[int] | None = None
) -> ParsedAddress:
    """Parameters → selection. ``organs`` are the organ keys of the collection, ``years`` those that it can show; any
    will do without them."""
    known: dict[str, Callable[[str], bool]] = {
        "<measure>": has_measure,
        "<organ>": organs.__contains__,
        "<rule>": lambda value: has(f"finding.{value}"),
        "<group>": lambda value: parse_group_key(value) is not None,
        "<year>": lambda value: bool(re.fullmatch(_YEAR, value)) and (years is None or int(value) in years),
    }
    fields: dict[str, Any] = {}
    unknown: list[tuple[str, str]] = []
    for parameter in DECLARED:
        given = [value for value in parameters.get(parameter.name, ()) if value]
        accepted = list(dict.fromkeys(value for value in given if _accepts(parameter, value, known)))
        if not parameter.is_repeated:
            accepted = accepted[:1]
        unknown.extend((parameter.name, value) for value in given if value not in accepted)
        fields |= _parse(parameter, accepted)
    backwards = None
    if fields["first"] and fields["last"] and fields["first"] > fields["last"]:
        backwards = (fields["first"], fields["last"])
        fields |= {"first": None, "last": None}
    strange = [(name, value) for name in parameters if name not in PARAMETERS for value in parameters[name]]
    return ParsedAddress(Selection(**fields), tuple(unknown), tuple(strange), backwards)


def _accepts(parameter: Parameter, value: str, known: Mapping[str, Callable[[str], bool]]) -> bool:
    return any(
        known[word](value) if word in known else re.fullmatch(_PATTERNS.get(word, re.escape(word)), value) is not None
        for word in parameter.values
    )


def _parse(parameter: Parameter, values: Sequence[str]) -> dict[str, Any]:
    """The fields of a selection that the accepted values of one parameter fill."""
    if parameter.is_repeated:
        return {parameter.field: tuple(values)}
    value = next((value for value in values if value != parameter.usual), None)
    if parameter.values == _ON:
        return {parameter.field: value is not None}
    if parameter.name == "y":
        return {"year": int(value) if value and value != LATEST else None, "latest_of_each": value == LATEST}
    if parameter.values == ("<group>",):
        return {parameter.field: parse_group_key(value) if value else None}
    if parameter.name == "lang":
        return {"language": Language(value) if value else None}
    is_number = parameter.values[0] in ("<year>", "<count>")
    return {parameter.field: int(value) if value and is_number else value}


def write(selection: Selection) -> dict[str, str | list[str]]:
    """Selection → parameters; what is unset is left out."""
    written = {parameter.name: _format(parameter, selection) for parameter in DECLARED}
    return {name: value for name, value in written.items() if value}


def _format(parameter: Parameter, selection: Selection) -> str | list[str]:
    value = getattr(selection, parameter.field)
    if parameter.name == "y" and selection.latest_of_each:
        return LATEST
    if parameter.is_repeated:
        return list(value)
    if isinstance(value, GroupKey):
        return write_group_key(value)
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)
