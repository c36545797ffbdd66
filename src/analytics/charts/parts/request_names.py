"""Names of applicants, lines and outcomes of table III, in a language."""

from __future__ import annotations

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language, say


def name_column(key: str, language: Language) -> str:
    """The applicant, as the form heads its column."""
    column = form.find_column(Table.III, key)
    return column.label if language is Language.ZH else column.english


def name_line(key: str, language: Language) -> str:
    """The line, without its number."""
    line = form.find_line(Table.III, key)
    return line.label.split(".", 1)[-1] if language is Language.ZH else line.english


def name_outcome(key: str, language: Language) -> str:
    """The outcome in a word."""
    return say(f"outcome.{key}", language)
