"""Closed sets of words that every other module uses with exactly one meaning.

Values are the stable keys found in files, frames and addresses; what a reader sees is in ``analytics.words``.
"""

from __future__ import annotations

from enum import StrEnum


class Table(StrEnum):
    """Tables of the form; the statistics table of reports before 2019; ``prose`` holds figures that only a report's
    narrative states."""

    II = "II"
    III = "III"
    IV = "IV"
    STATISTICS = "pre2019"
    PROSE = "prose"


class Status(StrEnum):
    """What stands in a cell. Only ``number`` and ``zero`` have a value."""

    NUMBER = "number"
    ZERO = "zero"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    TEXT = "text"
    UNREADABLE = "unreadable"
    NOT_ON_FORM = "not_on_form"
    NOT_REACHED = "not_reached"
    NOT_IN_TABLE = "not_in_table"
    """A statistics table before 2019 prints as many lines as its agency liked: this one was not found in it."""
    NOT_READ = "not_read"
    """The document has the table, or something that may be it, and this program did not read it whole."""


class Level(StrEnum):
    """Administrative level of the reporting organ; 县级市 and 市辖区 are county level. A zone (开发区, 新区, a division
    of the Corps) has the rank that its founder gave it, which no name tells: zones are a group of their own."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    ZONE = "zone"


class Kind(StrEnum):
    """What sort of organ reports: a government as a whole, its office, or one department."""

    GOVERNMENT = "government"
    OFFICE = "office"
    DEPARTMENT = "department"


class Scope(StrEnum):
    """Whose figures a report contains, as far as its words show."""

    OWN_OFFICE = "own_office"
    ONE_ORGAN = "one_organ"
    WHOLE_AREA = "whole_area"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """How a document came to us, strongest first: a sum is only as good as its weakest member."""

    PUBLISHED = "published"
    TRANSCRIBED = "transcribed"
    COLLECTED = "collected"
    SIMULATED = "simulated"


class ReadFrom(StrEnum):
    """What a hand-collected figure was read from, strongest first; ``build_document`` where we read it ourselves."""

    DOCUMENT = "document"
    ORIGINAL = "original"
    ORIGINAL_EXCERPT = "original excerpt"
    OCR = "ocr"
    SECONDARY = "secondary"


class MeasuredIn(StrEnum):
    """Unit of measure of a figure as printed. ``count`` covers 件, 项 and 个; money keeps its own unit."""

    COUNT = "count"
    WAN_YUAN = "万元"
    YUAN = "元"
    THOUSAND_YUAN = "千元"
    MILLION_YUAN = "百万元"
    YI_YUAN = "亿元"


IN_WAN_YUAN: dict[MeasuredIn, float] = {
    MeasuredIn.YUAN: 1e-4,
    MeasuredIn.THOUSAND_YUAN: 0.1,
    MeasuredIn.MILLION_YUAN: 100,
    MeasuredIn.YI_YUAN: 10_000,
}
"""Units of money other than 万元 → how many 万元 one of them is."""


class Verdict(StrEnum):
    """Outcome of a reconciliation identity (勾稽关系)."""

    HOLDS = "holds"
    FAILS = "fails"
    HOLDS_BLANKS_AS_ZERO = "holds_blanks_as_zero"
    FAILS_BLANKS_AS_ZERO = "fails_blanks_as_zero"
    NOT_ASSESSABLE = "not_assessable"


FAILING: frozenset[Verdict] = frozenset({Verdict.FAILS, Verdict.FAILS_BLANKS_AS_ZERO})


class Fault(StrEnum):
    """Whose an identity that fails may be: the ``publisher``'s only where two independent readings of the document say
    the same in all its cells, else the ``reader`` is in doubt. Where the document is nobody's original, the same says
    no more than that it stands in the ``transcription``."""

    READER = "reader"
    PUBLISHER = "publisher"
    TRANSCRIPTION = "transcription"


class Severity(StrEnum):
    """Weight of a finding: ``error`` contradicts the form's own arithmetic, ``warning`` deserves a look,
    ``note`` is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


HAS_VALUE: frozenset[Status] = frozenset({Status.NUMBER, Status.ZERO})
AS_ZERO: frozenset[Status] = frozenset({Status.BLANK, Status.NOT_APPLICABLE})
"""What a sum may count as zero beside numbers, marked so. Never what is unreadable, text or not reached."""
HAS_VALUE_KEYS, AS_ZERO_KEYS = tuple(map(str, HAS_VALUE)), tuple(map(str, AS_ZERO))
"""The same as frames hold them."""
