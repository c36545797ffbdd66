"""Measures of what only the prose of reports counts: items published, interpretations, press conferences, trainings.

What the form's own tables count (requests, remedies) is not here, and neither are parts and shares of something else.
A report has such a figure where its prose states one, and one only, for its own year, or as it stands at its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.prose.periods import Period
from analytics.vocabulary.prose.subjects import SUBJECTS, Subject

GROUP = "prose"
_CODES_FROM = 9_200
_LEFT_OUT = ("requests_", "items_of_category", "share", "reconsiderations", "litigations", "fees")
_STANDING = ("followers", "accounts", "websites")
"""Counted as they stand at the end of the year."""


_UNITS = {
    Unit.RECORDS: ("items_", "interpretations", "videos", "rectifications"),
    Unit.DOCUMENTS: ("documents", "normative_documents", "rules", "appointments"),
    Unit.TIMES: (
        "trainings", "press_conferences", "interviews", "open_days", "consultations", "meetings", "inspections",
        "responses", "reads",
    ),
    Unit.PERSONS: ("followers", "staff"),
    Unit.PERSON_TIMES: ("training_participants", "press_attendances"),
    Unit.PLACES: ("accounts", "websites", "columns", "disclosure_points"),
    Unit.ITEMS: ("service_items",),
}  # fmt: skip
"""What subjects are counted in; others in pieces."""


class NarrativeFigure(NamedTuple):
    """``code`` stands for the subject's figure among cells; ``periods`` are those it is charted of; what is printed is
    multiplied by ``factor`` for the measure's unit."""

    code: int
    subject: str
    chinese: str
    english: str
    periods: tuple[str, ...]
    unit: Unit

    @property
    def measure(self) -> str:
        """Key of the measure."""
        return f"prose_{self.subject}"

    @property
    def factor(self) -> float:
        """Of a percentage, a share."""
        return 0.01 if self.unit is Unit.SHARE else 1.0


def _find_unit(subject: Subject) -> Unit:
    if "%" in subject.units:
        return Unit.SHARE
    return next((unit for unit, keys in _UNITS.items() if subject.key.startswith(keys)), Unit.PIECES)


def _list_figures() -> Iterator[NarrativeFigure]:
    subjects = {subject.key: subject for subject in SUBJECTS if not subject.key.startswith(_LEFT_OUT)}
    for code, subject in enumerate(subjects.values(), _CODES_FROM):
        periods = (str(Period.THIS_YEAR), *((str(Period.CUMULATIVE),) if subject.key in _STANDING else ()))
        yield NarrativeFigure(code, subject.key, subject.chinese, subject.english, periods, _find_unit(subject))


NARRATIVE_FIGURES = tuple(_list_figures())
NARRATIVE_CODES = frozenset(figure.code for figure in NARRATIVE_FIGURES)


@cache
def list_narrative_measures() -> tuple[Measure, ...]:
    """A measure for each subject."""
    return tuple(
        Measure(
            key=figure.measure,
            label=f"{figure.chinese}（正文）",
            english=f"{figure.english[:1].upper()}{figure.english[1:]} (in the prose)",
            group=GROUP,
            unit=figure.unit,
            prose_cell=figure.code,
            notes=("narrative",),
        )
        for figure in NARRATIVE_FIGURES
    )
