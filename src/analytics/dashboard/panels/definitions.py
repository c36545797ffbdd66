"""What the Methods page shows, as small tables in a language: made from the vocabulary, so it cannot say otherwise.

Refuses to know warehouses and how a table is drawn.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import pandas as pd

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Identity, identities
from analytics.vocabulary.measures import Measure, measures, measures_before_2019, measures_per_resident
from analytics.vocabulary.rules import RULES
from analytics.vocabulary.terms import Status, Table
from analytics.words import Language, has, say
from analytics.words.numbers import number, percent
from analytics.words.render import edition_name

_LISTED = 10
"""Lines that are named one by one; of more, the number is."""


def _frame(rows: Sequence[tuple[str, ...]], names: Sequence[str], language: Language) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(f"column.{name}", language) for name in names])


def _joined(words: Sequence[str], language: Language) -> str:
    return say("list.names", language).join(words)


def _name(one: form.Line | form.Column, language: Language) -> str:
    return one.label if language is Language.ZH else one.english


# Measures -------------------------------------------------------------------------------------------------


@cache
def groups() -> dict[str, list[Measure]]:
    """The measures by the group of their menu."""
    found: dict[str, list[Measure]] = {}
    for one in (*measures(), *measures_per_resident(), *measures_before_2019()):
        found.setdefault("population" if one.is_per_resident else one.group, []).append(one)
    return found


def common_notes(group: str) -> list[str]:
    """Keys of the notes that hold of every measure of a group."""
    own = groups()[group]
    return [note for note in own[0].notes if all(note in one.notes for one in own)]


@cache
def measures_of(group: str, language: Language) -> pd.DataFrame:
    """Measure, what it is made of, unit, notes of its own where any has such, key."""
    common = common_notes(group)
    rows = [
        (
            one.named(language),
            made_of(one, language),
            say(f"unit.{one.unit}", language),
            " ".join(say(f"note.{note}", language) for note in one.notes if note not in common),
            one.key,
        )
        for one in groups()[group]
    ]
    found = _frame(rows, ("measure", "made_of", "unit", "notes", "key"), language)
    return found[[name for name in found.columns if any(found[name])]]


def made_of(one: Measure, language: Language) -> str:
    """The formula, or the cells of the form, by edition where the editions differ."""
    formula = one.formula if language is Language.ZH else one.formula_english
    if formula:
        return formula
    said = {edition: _sum(codes, language) for edition, codes in one.cells.items()}
    editions: dict[str, list[str]] = {}
    for edition, text in said.items():
        editions.setdefault(text, []).append(edition_name(str(edition), language))
    is_joined = all(len(said) == len(form.editions_of(table)) for table in one.tables)
    if is_joined and len(editions) == 1:
        return next(iter(editions))
    colon = "：" if language is Language.ZH else ": "
    return "\n".join(f"{_joined(names, language)}{colon}{text}" for text, names in editions.items())


def _sum(codes: Sequence[int], language: Language) -> str:
    cells = [form.cells_by_code()[code] for code in codes]
    return " ＋ ".join(f"{_name(cell.line, language)} · {_name(cell.column, language)}" for cell in cells)


@cache
def notes_of_law(language: Language) -> pd.DataFrame:
    """Every note of law, edition and coverage, with what it concerns."""
    concerns: dict[str, dict[str, None]] = {}
    for group, own in groups().items():
        for note in (note for one in own for note in one.notes):
            concerns.setdefault(note, {})[say(f"group.{group}", language)] = None
    rows = [(say(f"note.{note}", language), _joined(list(names), language)) for note, names in concerns.items()]
    return _frame(rows, ("notes", "concerns"), language)


# Cells and their checks -----------------------------------------------------------------------------------


@cache
def states(language: Language) -> pd.DataFrame:
    """Every state of a cell, and what it means."""
    rows = [(say(f"status.{Statu}", language), say(f"state_means.{Statu}", language)) for Statu in Status]
    return _frame(rows, ("status", "meaning"), language)


@cache
def lines_of(table: Table, language: Language) -> pd.DataFrame:
    """A row a line of the form: the columns that it has in each edition."""
    editions = form.editions_of(table)
    whole = {
        edition: [column for column in form.columns(table) if _has_column(table, column, edition)]
        for edition in editions
    }
    rows = []
    for line in (one for one in form.lines(table) if not one.is_head):
        said = []
        for edition in editions:
            own = [cell.column for cell in form.cells() if cell.table is table and cell.line is line
                   and edition in cell.editions]  # fmt: skip
            is_all = len(own) == len(whole[edition]) > 1
            names = _joined([_name(one, language) for one in own], language)
            said.append(say("methods.all_columns", language, count=len(own)) if is_all else names or "–")
        rows.append((_name(line, language), *said))
    frame = pd.DataFrame(rows, columns=["", *(edition_name(str(edition), language) for edition in editions)])
    return frame.rename(columns={"": say("column.form_line", language)})


@cache
def lines_before_2019(edition: Edition, language: Language) -> pd.DataFrame:
    """A row a line of a statistics table: what it is counted in, and the measure that goes on as it after 2018."""
    goes_on = {codes: measure for measure in measures() for own, codes in measure.cells.items() if own is edition}
    rows = []
    for line in form.printed_lines(Table.STATISTICS, edition):
        codes = () if line.is_head else (form.cell(Table.STATISTICS, line.key, "year").code,)
        after = goes_on.get(codes)
        rows.append((_name(line, language), line.counted_in, after.named(language) if after else ""))
    return _frame(rows, ("form_line", "counted_in", "goes_on_as"), language)


def columns_of(table: Table, language: Language) -> str:
    """The columns of a table, for those lines that have all of them."""
    return _joined([_name(column, language) for column in form.columns(table)], language)


def _has_column(table: Table, column: form.Column, edition: Edition) -> bool:
    return any(cell.table is table and cell.column is column and edition in cell.editions for cell in form.cells())


@cache
def rules(language: Language) -> pd.DataFrame:
    """A row a rule of the rule book: what it says, whether it ties two years, how a breach weighs, how many cells of
    the form it binds."""
    rows = [
        (say(f"rule.{rule.key}", language),
         say("methods.two_years" if rule.is_across_years else "methods.one_report", language),
         _joined([say(f"severity.{weight}", language) for weight in (rule.severity, rule.softer) if weight], language),
         str(len(rule.cells())), rule.key)
        for rule in RULES
    ]  # fmt: skip
    return _frame(rows, ("rule", "within", "severity", "cells", "key"), language)


@cache
def checks_of(table: Table, language: Language) -> pd.DataFrame:
    """A row an identity as one would say it: for which lines or columns it is judged, in which editions."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for edition in form.editions_of(table):
        for identity in identities(table, edition):
            held = found.setdefault((identity.rule, _formula(identity, language)), {"where": {}, "editions": {}})
            held["where"][_where(identity, language)] = None
            held["editions"][edition_name(str(edition), language)] = None
    rows = [
        (formula, _places(list(held["where"]), language), _joined(list(held["editions"]), language))
        for (_, formula), held in found.items()
    ]
    return _frame(rows, ("identity", "where", "edition"), language)


def _places(names: Sequence[str], language: Language) -> str:
    return say("methods.all_lines", language, count=len(names)) if len(names) > _LISTED else _joined(names, language)


def _runs_down(one: Identity) -> bool:
    """Whether lines of one column are added, not columns of one line."""
    return len({form.cells_by_code()[code].line.key for code in (*one.left, *one.right)}) > 1


def _formula(one: Identity, language: Language) -> str:
    down = _runs_down(one)

    def side(codes: Sequence[int]) -> str:
        cells = [form.cells_by_code()[code] for code in codes]
        return " ＋ ".join(_name(cell.line if down else cell.column, language) for cell in cells)

    return f"{side(one.left)} ＝ {side(one.right)}"


def _where(one: Identity, language: Language) -> str:
    cell = form.cells_by_code()[one.left[0]]
    return _name(cell.column if _runs_down(one) else cell.line, language)


@cache
def accuracy(language: Language) -> pd.DataFrame:
    """The last measurement of how exactly each format is read, on simulated reports of our own making."""
    rows = [
        (
            say(f"accuracy.{kind}", language),
            number(found["cells"], language),
            percent(found["read"], language),
            percent(found["exact"], language),
            number(found["silent"], language),
            percent(found["flagged"], language),
        )
        for kind, found in _measured().items()
        if not has(f"producer.{kind}")
    ]
    names = ("format", "form_cells", "read_share", "exact_share", "silent", "flagged_share")
    return _frame(rows, names, language)


@cache
def accuracy_elsewhere(language: Language) -> dict[str, pd.DataFrame]:
    """The same on documents that other programs made: format → a row a producer."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for kind, found in _measured().items():
        if has(f"producer.{kind}"):
            rows.setdefault(kind.split("_")[0], []).append(
                (
                    say(f"producer.{kind}", language),
                    number(found["documents"], language),
                    number(found["cells"], language),
                    percent(found["exact"], language),
                    number(found["silent"], language),
                    percent(found["flagged"], language),
                )
            )
    names = ("made_by", "documents_tested", "form_cells", "exact_share", "silent", "flagged_share")
    return {made: _frame(found, names, language) for made, found in rows.items()}


def _measured() -> dict[str, dict[str, float]]:
    """Format and producer, in the words of their sentences' keys → what was measured."""
    held = json.loads(files("analytics.dashboard").joinpath("accuracy.json").read_text("utf-8"))
    return {kind.replace(" ", "_"): found for kind, found in held.items()}
