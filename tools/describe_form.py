"""Write ``docs/form.md`` from the vocabulary: every line, column, identity and measure, in both languages.

python tools/describe_form.py > docs/form.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from analytics.vocabulary import form
from analytics.vocabulary.form import EDITIONS
from analytics.vocabulary.identities import list_identities
from analytics.vocabulary.measures import list_measures, list_measures_before_2019, list_measures_per_resident
from analytics.vocabulary.rules import RULES
from analytics.vocabulary.terms import Table
from analytics.words import Language, say

TABLES = (*form.list_tables_of_form(), Table.STATISTICS)


def describe() -> str:
    """The whole page."""
    return "\n".join([*_form(), *_rules(), *_identities(), *_measures(), ""])


def _form() -> Iterator[str]:
    yield "# The form\n\nWritten from the vocabulary by `tools/describe_form.py`; a test holds the two together."
    headings = {**dict(form.HEADINGS), Table.STATISTICS: "统计表（2018年及以前）"}
    for table in TABLES:
        yield f"\n## Table {table}　{headings[table]}\n\n| line | | editions | columns |\n|---|---|---|---|"
        for line in form.list_lines(table):
            own = [cell.column.label for cell in form.list_cells() if cell.line == line]
            editions = ", ".join(sorted(line.editions))
            yield f"| {line.label} | {line.english} | {editions} | {' · '.join(own)} |"


def _rules() -> Iterator[str]:
    yield "\n## Rules\n\n| key | 规则 | rule | goes by | severity | cells |\n|---|---|---|---|---|---|"
    for rule in RULES:
        severity = ", ".join(str(one) for one in (rule.severity, rule.softer) if one)
        names = f"`{rule.key}` | {rule.formula.zh} | {rule.formula.en}"
        yield f"| {names} | {rule.basis} | {severity} | {len(rule.cells())} |"


def _identities() -> Iterator[str]:
    yield "\n## Identities\n\n| rule | edition | how many |\n|---|---|---|"
    for edition in EDITIONS:
        found = [one.rule for table in TABLES for one in list_identities(table, edition)]
        for rule in dict.fromkeys(found):
            yield f"| {rule} | {edition} | {found.count(rule)} |"


def _measures() -> Iterator[str]:
    yield "\n## Measures\n\n| key | 指标 | measure | unit | formula | notes |\n|---|---|---|---|---|---|"
    for one in (*list_measures(), *list_measures_per_resident(), *list_measures_before_2019()):
        unit, notes = say(f"unit.{one.unit}", Language.EN), ", ".join(one.notes)
        yield f"| `{one.key}` | {one.label} | {one.english} | {unit} | {one.formula_english} | {notes} |"


if __name__ == "__main__":
    sys.stdout.write(describe())
