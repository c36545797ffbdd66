"""Interface sentences in Chinese and English, rendered at the edge.

Each module of the packages below holds ``SENTENCES``: key → (Chinese, English), with ``{operands}``. What stands before
the first dot of a key names the module, or the package, that the sentence is in. Findings and errors carry a key and
operands through the code and become a sentence only here.

Words that follow a number are declared as ``{count:report|reports}``: the forms that Babel distinguishes in the
language (English: one, other), chosen by the operand and written without it: ``{count} {count:report|reports}``.
"""

from __future__ import annotations

import pkgutil
import string
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module

from babel import Locale
from babel.numbers import NumberFormatError, parse_decimal


class Language(StrEnum):
    """Languages of the interface."""

    ZH = "zh"
    EN = "en"


_LOCALES = {language: Locale.parse(language) for language in Language}


@cache
def map_sentences_by_module() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Sentences by key, by the path of their module below this package (``messages.error.builds``)."""
    modules = pkgutil.walk_packages(__path__, f"{__name__}.")
    found = ((module.name, getattr(import_module(module.name), "SENTENCES", None)) for module in modules)
    return {name.removeprefix(f"{__name__}."): keys for name, keys in found if keys is not None}


@cache
def load_sentences() -> Mapping[str, tuple[str, str]]:
    """All sentences by key. A key that two modules define is a defect and raises ValueError."""
    merged: dict[str, tuple[str, str]] = {}
    for keys in map_sentences_by_module().values():
        repeated = merged.keys() & keys.keys()
        if repeated:
            raise ValueError(f"sentences defined twice: {sorted(repeated)}")
        merged.update(keys)
    return merged


def say(key: str, language: Language, **operands: object) -> str:
    """The sentence of a key. Numbers and dates in ``operands`` should come formatted; KeyError for an unknown key."""
    sentence = load_sentences()[key][language is Language.EN]
    return _FORMATTERS[language].vformat(sentence, (), operands) if "|" in sentence else sentence.format(**operands)


def has(key: str) -> bool:
    """Whether a key has a sentence."""
    return key in load_sentences()


class _PluralFormatter(string.Formatter):
    """``str.format`` in which a field may choose between plural forms."""

    def __init__(self, language: Language) -> None:
        self._locale = _LOCALES[language]
        self._categories = [tag for tag in _CATEGORIES if tag in {*self._locale.plural_form.tags, "other"}]

    def format_field(self, value: object, format_spec: str) -> str:
        """The form of ``one|other`` that goes with the value; any other field as ``str.format`` writes it."""
        if "|" not in format_spec:
            return str(super().format_field(value, format_spec))
        forms = dict(zip(self._categories, format_spec.split("|"), strict=True))
        return forms[self._category(value)]

    def _category(self, value: object) -> str:
        """The plural category of a number or a written number; what is no number alone (“at least 3”) is plural."""
        try:
            amount = parse_decimal(str(value), locale=self._locale)
        except NumberFormatError:
            return "other"
        return str(self._locale.plural_form(abs(amount)))


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_FORMATTERS = {language: _PluralFormatter(language) for language in Language}
