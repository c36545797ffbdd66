"""Write ``docs/glossary.md`` from the vocabulary: terms of the field in both languages, with their name in the code.

python tools/describe_glossary.py > docs/glossary.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum

from analytics.vocabulary import form
from analytics.vocabulary.terms import Kind, Level, Origin, ReadFrom, Scope, Severity, Status, Table
from analytics.words import Language, has, say

_CLOSED_SETS: dict[str, type[StrEnum]] = {
    "status": Status, "level": Level, "kind": Kind, "scope": Scope, "origin": Origin, "read_from": ReadFrom,
    "severity": Severity,
}  # fmt: skip


def describe() -> str:
    """The whole page."""
    return "\n".join([*_form(), *_editions(), *_sets(), ""])


def _form() -> Iterator[str]:
    yield "# Glossary\n\nWritten from the vocabulary by `tools/describe_glossary.py`; a test holds the two together.\n"
    yield "`organ` in the code is the agency that reports. A `build` is one immutable warehouse."
    for table in form.list_tables_of_form():
        yield f"\n## Table {table}\n\n| 中文 | English | code |\n|---|---|---|"
        yield from (f"| {line.label} | {line.english} | `{line.key}` |" for line in form.list_lines(table))
        yield from (f"| {column.label} | {column.english} | `{column.key}` |" for column in form.list_columns(table))
    table = Table.STATISTICS
    yield "\n## Statistics tables before 2019\n\n| 中文 | English | code |\n|---|---|---|"
    yield from (
        f"| {line.label} | {line.english} | `{line.key}` |" for line in form.list_lines(table) if not line.is_head
    )


def _editions() -> Iterator[str]:
    yield "\n## Editions\n\n| 中文 | English | code |\n|---|---|---|"
    yield from (f"| {each.chinese} | {each.english} | `{each.edition}` |" for each in form.EDITIONS.values())


def _sets() -> Iterator[str]:
    for name, members in _CLOSED_SETS.items():
        yield f"\n## {name}\n\n| 中文 | English | code |\n|---|---|---|"
        for member in members:
            key = f"{name}.{member}"
            if has(key):
                yield f"| {say(key, Language.ZH)} | {say(key, Language.EN)} | `{member}` |"


if __name__ == "__main__":
    sys.stdout.write(describe())
