"""The exceptions of CountyScope.

Errors are for us, findings are for the report: an exception says that something could not be done at all.
Each carries the key of a sentence in ``analytics.words`` and the operands that fill it, so that the person
who meets it reads what happened, where, and what to do next, in their own language.
"""

from __future__ import annotations

from functools import partial
from typing import Any


class CountyScopeError(Exception):
    """Base of all our errors: ``key`` names a sentence, ``operands`` fill it."""

    def __init__(self, key: str, **operands: object) -> None:
        super().__init__(key, operands)
        self.key = key
        self.operands = operands

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors come back from other processes as they were."""
        return partial(type(self), self.key, **self.operands), ()

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value}" for name, value in self.operands.items())
        return f"{self.key}({filled})"


FAULTS_OF_THE_MOMENT = frozenset(
    {
        "archive_name_taken", "conversion_stopped", "conversion_timed_out", "disk_full_reading", "document_changing",
        "document_gone", "folder_not_entered", "link_not_followed", "listing_out_of_memory", "listing_timed_out",
        "no_plain_file", "not_readable", "ocr_missing", "office_missing", "raw_away", "reader_died",
        "reader_not_started", "reader_out_of_memory", "reader_timed_out",
    }
)  # fmt: skip
"""Keys of refusals that follow from the moment or the machine and not from what a document holds: the same document may
be read tomorrow, so they are never remembered."""


class DocumentError(CountyScopeError):
    """One document cannot be read or is no report: it is rejected, nothing else is."""

    @property
    def is_transient(self) -> bool:
        """Whether the same content may be read another time."""
        return self.key in FAULTS_OF_THE_MOMENT


class CollectionError(CountyScopeError):
    """A collection's raw folder or its ``sources.csv`` cannot be used as it stands."""


class WarehouseError(CountyScopeError):
    """There is no published build, the build is damaged, or another ingest is running."""


class LossError(CountyScopeError):
    """An ingest would take reports out of use that nobody has said should go: it has to be asked for."""


class FetchError(CountyScopeError):
    """One address gave no document: it is refused, nothing else is. ``is_of_the_moment`` says that it may give one
    another time, ``seconds`` how long its host asks to wait."""

    def __init__(
        self, key: str, *, is_of_the_moment: bool = False, seconds: float | None = None, **operands: object
    ) -> None:
        super().__init__(key, **operands)
        self.is_of_the_moment, self.seconds = is_of_the_moment, seconds

    def __reduce__(self) -> tuple[Any, ...]:
        further: dict[str, Any] = {"is_of_the_moment": self.is_of_the_moment, "seconds": self.seconds}
        return partial(type(self), self.key, **{**further, **self.operands}), ()


class SelectionError(CountyScopeError):
    """A view or an export was asked for something that is not there."""
