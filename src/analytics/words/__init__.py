"""Interface sentences in Chinese and English, rendered at the edge.

Each module of this package holds ``SENTENCES``: key → (Chinese, English), with ``{operands}``. Findings and errors
carry a key and operands through the code and become a sentence only here.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module


class Language(StrEnum):
    """Languages of the interface."""

    ZH = "zh"
    EN = "en"


@cache
def load_sentences() -> Mapping[str, tuple[str, str]]:
    """All sentences by key. A key that two modules define is a defect and raises ValueError."""
    merged: dict[str, tuple[str, str]] = {}
    for module in pkgutil.iter_modules(__path__):
        module_sentences = getattr(import_module(f"{__name__}.{module.name}"), "SENTENCES", {})
        repeated = merged.keys() & module_sentences.keys()
        if repeated:
            raise ValueError(f"sentences defined twice: {sorted(repeated)}")
        merged.update(module_sentences)
    return merged


def say(key: str, language: Language, **operands: object) -> str:
    """The sentence of a key. Numbers and dates in ``operands`` should come formatted; KeyError for an unknown key."""
    return load_sentences()[key][language is Language.EN].format(**operands)


def has(key: str) -> bool:
    """Whether a key has a sentence."""
    return key in load_sentences()
