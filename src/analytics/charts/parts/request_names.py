"""Names of applicants, lines and outcomes of table III, in a language."""

from __future__ import annotations

import re

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language

_NUMBER = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)")
"""What the form prints before a label: （一）, 一、 or 1."""


def name_column(key: str, language: Language) -> str:
    """The applicant, as the form heads its column."""
    column = form.find_column(Table.III, key)
    return column.label if language is Language.ZH else column.english


def name_line(key: str, language: Language) -> str:
    """The line, without its number."""
    line = form.find_line(Table.III, key)
    return line.label.split(".", 1)[-1] if language is Language.ZH else line.english


def name_outcome(key: str, language: Language) -> str:
    """The outcome as it stands within a sentence: the form's label without its number."""
    line = form.find_line(Table.III, key)
    if language is Language.ZH:
        return _NUMBER.sub("", line.label)
    return line.english[:1].lower() + line.english[1:]
