"""Why a finding is called the publisher's or a doubt of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from analytics.vocabulary.rules.model import Basis, Rule
from analytics.vocabulary.terms import Fault


class Why(StrEnum):
    """``reader``: no second reading confirms the cells. ``publisher``: two readings agree. ``transcription``: they do,
    of a copy. ``text``: the words stand in the text itself. ``borne_out``: the sums of both reports bear the figures
    out. ``two_reports``: two reports are compared, of which either may be read wrongly, or which differ honestly.
    ``words``: parts are known by their words. ``date``: the date is that of a page or of the source list."""

    READER = "reader"
    PUBLISHER = "publisher"
    TRANSCRIPTION = "transcription"
    TEXT = "text"
    BORNE_OUT = "borne_out"
    TWO_REPORTS = "two_reports"
    WORDS = "words"
    DATE = "date"


_OF_READER: Mapping[Basis, Why] = {
    Basis.YEARS: Why.TWO_REPORTS, Basis.ORGANS: Why.TWO_REPORTS, Basis.PARTS: Why.WORDS, Basis.DATES: Why.DATE,
}  # fmt: skip


def find_why(rule: Rule | None, operands: Mapping[str, object]) -> Why | None:
    """Why the finding of a rule says whose the fault may be; None where it says nothing of that."""
    fault = operands.get("fault")
    if fault not in tuple(Fault):
        return None
    if operands.get("is_borne_out"):
        return Why.BORNE_OUT
    if rule is None or fault == Fault.TRANSCRIPTION:
        return Why(str(fault))
    if fault == Fault.PUBLISHER:
        return Why.TEXT if rule.fault is Fault.PUBLISHER else Why.PUBLISHER
    return _OF_READER.get(rule.basis, Why.READER)
