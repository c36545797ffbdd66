"""The editions of the form and of the statistics tables before it, one module each or one for those that belong
together: a module below this package that declares ``EDITIONS`` is one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from analytics.vocabulary.form.model import Edition, EditionDeclaration


def _list_declared() -> Iterator[EditionDeclaration]:
    for module in iter_modules(__path__, f"{__name__}."):
        yield from import_module(module.name).EDITIONS


def _rank_by_years(declared: EditionDeclaration) -> tuple[int, int, str]:
    return declared.first_year, declared.last_year or declared.first_year, declared.edition


def _arrange() -> dict[Edition, EditionDeclaration]:
    """The declarations by key, oldest first. ValueError where two have one key."""
    arranged: dict[Edition, EditionDeclaration] = {}
    for declared in sorted(_list_declared(), key=_rank_by_years):
        if declared.edition in arranged:
            raise ValueError(f"two editions of the form are called {declared.edition}; give one another key")
        arranged[declared.edition] = declared
    return arranged


EDITIONS: Mapping[Edition, EditionDeclaration] = _arrange()
"""Every edition by its key, oldest first."""
