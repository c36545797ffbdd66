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
from analytics.vocabulary.identities import Identity, list_identities
from analytics.vocabulary.measures import (
    Measure,
    list_measures,
    list_measures_before_2019,
    list_measures_per_resident,
    list_narrative_measures,
)
from analytics.vocabulary.rules import RULES, Basis
from analytics.vocabulary.terms import Status, Table
from analytics.words import Language, has, say
from analytics.words.numbers import number, percent
from analytics.words.render import name_edition

_LISTED = 10
"""Lines that are named one by one; of more, the number is."""


def _make_frame(rows: Sequence[tuple[str, ...]], names: Sequence[str], language: Language) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(f"column.{name}", language) for name in names])


def _join(words: Sequence[str], language: Language) -> str:
    return say("list.names", language).join(words)


def _write_name(part: form.Line | form.Column, language: Language) -> str:
    if language is Language.EN:
        return part.english
    return form.name_line(part) if isinstance(part, form.Line) else part.label


# Measures -------------------------------------------------------------------------------------------------


@cache
def list_groups() -> dict[str, list[Measure]]:
    """The measures by the group of their menu."""
    found: dict[str, list[Measure]] = {}
    every = (*list_measures(), *list_measures_per_resident(), *list_measures_before_2019(), *list_narrative_measures())
    for measure in every:
        found.setdefault("population" if measure.is_per_resident else measure.group, []).append(measure)
    return found


def find_common_notes(group: str) -> list[str]:
    """Keys of the notes that hold of every measure of a group."""
    group_measures = list_groups()[group]
    return [note for note in group_measures[0].notes if all(note in measure.notes for measure in group_measures)]


@cache
def describe_measures(group: str, language: Language) -> pd.DataFrame:
    """Measure, what it is made of, unit, notes of its own where any has such, key."""
    common = find_common_notes(group)
    rows = [
        (
            measure.named(language),
            describe_formula(measure, language),
            say(f"unit.{measure.unit}", language),
            " ".join(say(f"note.{note}", language) for note in measure.notes if note not in common),
            measure.key,
        )
        for measure in list_groups()[group]
    ]
    found = _make_frame(rows, ("measure", "made_of", "unit", "notes", "key"), language)
    return found[[name for name in found.columns if any(found[name])]]


def describe_formula(measure: Measure, language: Language) -> str:
    """The formula, or the cells of the form, by edition where the editions differ; that prose states it."""
    if measure.is_of_narrative:
        return say("methods.of_narrative", language)
    formula = measure.formula if language is Language.ZH else measure.formula_english
    if formula:
        return formula
    texts = {edition: _write_sum(codes, language) for edition, codes in measure.cells.items()}
    editions: dict[str, list[str]] = {}
    for edition, text in texts.items():
        editions.setdefault(text, []).append(name_edition(str(edition), language))
    is_joined = all(len(texts) == len(form.list_editions(table)) for table in measure.tables)
    if is_joined and len(editions) == 1:
        return next(iter(editions))
    colon = "：" if language is Language.ZH else ": "
    return "\n".join(f"{_join(names, language)}{colon}{text}" for text, names in editions.items())


def _write_sum(codes: Sequence[int], language: Language) -> str:
    cells = [form.map_cells_by_code()[code] for code in codes]
    return " ＋ ".join(f"{_write_name(cell.line, language)} · {_write_name(cell.column, language)}" for cell in cells)


@cache
def list_notes_of_law(language: Language) -> pd.DataFrame:
    """Every note of law, edition and coverage, with what it concerns."""
    concerns: dict[str, dict[str, None]] = {}
    for group, measures in list_groups().items():
        for note in (note for measure in measures for note in measure.notes):
            concerns.setdefault(note, {})[say(f"group.{group}", language)] = None
    rows = [(say(f"note.{note}", language), _join(list(names), language)) for note, names in concerns.items()]
    return _make_frame(rows, ("notes", "concerns"), language)


# Cells and their checks -----------------------------------------------------------------------------------


@cache
def list_states(language: Language) -> pd.DataFrame:
    """Every state of a cell, and what it means."""
    rows = [(say(f"status.{Statu}", language), say(f"state_means.{Statu}", language)) for Statu in Status]
    return _make_frame(rows, ("status", "meaning"), language)


@cache
def list_lines(table: Table, language: Language) -> pd.DataFrame:
    """A row a line of the form: the columns that it has in each edition."""
    editions = form.list_editions(table)
    whole = {
        edition: [column for column in form.list_columns(table) if _has_column(table, column, edition)]
        for edition in editions
    }
    rows = []
    for line in (form_line for form_line in form.list_lines(table) if not form_line.is_head):
        column_texts = []
        for edition in editions:
            columns = [cell.column for cell in form.list_cells() if cell.table is table and cell.line is line
                   and edition in cell.editions]  # fmt: skip
            is_all = len(columns) == len(whole[edition]) > 1
            names = _join([_write_name(part, language) for part in columns], language)
            column_texts.append(say("methods.all_columns", language, count=len(columns)) if is_all else names or "–")
        rows.append((_write_name(line, language), *column_texts))
    frame = pd.DataFrame(rows, columns=["", *(name_edition(str(edition), language) for edition in editions)])
    return frame.rename(columns={"": say("column.form_line", language)})


@cache
def list_lines_before_2019(edition: Edition, language: Language) -> pd.DataFrame:
    """A row a line of a statistics table: what it is counted in, and the measure that goes on as it after 2018."""
    goes_on = {
        codes: measure
        for measure in list_measures()
        for measured_edition, codes in measure.cells.items()
        if measured_edition == edition
    }
    rows = []
    for line in form.list_printed_lines(Table.STATISTICS, edition):
        codes = () if line.is_head else (form.find_cell(Table.STATISTICS, line.key, "year").code,)
        after = goes_on.get(codes)
        rows.append((_write_name(line, language), line.counted_in, after.named(language) if after else ""))
    return _make_frame(rows, ("form_line", "counted_in", "goes_on_as"), language)


def describe_columns(table: Table, language: Language) -> str:
    """The columns of a table, for those lines that have all of them."""
    return _join([_write_name(column, language) for column in form.list_columns(table)], language)


def _has_column(table: Table, column: form.Column, edition: Edition) -> bool:
    return any(cell.table is table and cell.column is column and edition in cell.editions for cell in form.list_cells())


@cache
def list_rules(language: Language) -> pd.DataFrame:
    """A row a rule of the rule book: what it says, whether it ties two years, how a breach weighs, how many cells of
    the form it binds."""
    rows = [
        (say(f"rule.{rule.key}", language),
         say(f"methods.{_REACHES.get(rule.basis, 'one_report')}", language),
         _join([say(f"severity.{weight}", language) for weight in (rule.severity, rule.softer) if weight], language),
         str(len(rule.cells())), rule.key)
        for rule in RULES
    ]  # fmt: skip
    return _make_frame(rows, ("rule", "within", "severity", "cells", "key"), language)


_REACHES = {Basis.YEARS: "two_years", Basis.ORGANS: "several_agencies"}
"""What a rule compares where it is more than one report."""


@cache
def list_checks(table: Table, language: Language) -> pd.DataFrame:
    """A row an identity as one would say it: for which lines or columns it is judged, in which editions."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for edition in form.list_editions(table):
        for identity in list_identities(table, edition):
            entry = found.setdefault((identity.rule, _write_formula(identity, language)), {"where": {}, "editions": {}})
            entry["where"][_describe_where(identity, language)] = None
            entry["editions"][name_edition(str(edition), language)] = None
    rows = [
        (formula, _write_places(list(found_entry["where"]), language), _join(list(found_entry["editions"]), language))
        for (_, formula), found_entry in found.items()
    ]
    return _make_frame(rows, ("identity", "where", "edition"), language)


def _write_places(names: Sequence[str], language: Language) -> str:
    return say("methods.all_lines", language, count=len(names)) if len(names) > _LISTED else _join(names, language)


def _is_vertical(identity: Identity) -> bool:
    """Whether lines of one column are added, not columns of one line."""
    return len({form.map_cells_by_code()[code].line.key for code in (*identity.left, *identity.right)}) > 1


def _write_formula(identity: Identity, language: Language) -> str:
    down = _is_vertical(identity)

    def write_side(codes: Sequence[int]) -> str:
        cells = [form.map_cells_by_code()[code] for code in codes]
        return " ＋ ".join(_write_name(cell.line if down else cell.column, language) for cell in cells)

    return f"{write_side(identity.left)} ＝ {write_side(identity.right)}"


def _describe_where(identity: Identity, language: Language) -> str:
    cell = form.map_cells_by_code()[identity.left[0]]
    return _write_name(cell.column if _is_vertical(identity) else cell.line, language)


@cache
def list_accuracy(language: Language) -> pd.DataFrame:
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
        for kind, found in _read_accuracy().items()
        if not has(f"producer.{kind}")
    ]
    names = ("format", "form_cells", "read_share", "exact_share", "silent", "flagged_share")
    return _make_frame(rows, names, language)


@cache
def list_accuracy_elsewhere(language: Language) -> dict[str, pd.DataFrame]:
    """The same on documents that other programs made: format → a row a producer."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for kind, found in _read_accuracy().items():
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
    return {made: _make_frame(found, names, language) for made, found in rows.items()}


def _read_accuracy() -> dict[str, dict[str, float]]:
    """Format and producer, in the words of their sentences' keys → what was measured."""
    measurements = json.loads(files("analytics.dashboard").joinpath("accuracy.json").read_text("utf-8"))
    return {kind.replace(" ", "_"): found for kind, found in measurements.items()}
