"""Findings, errors and rejections → sentences, with their numbers written as the language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from analytics.errors import CountyScopeError
from analytics.vocabulary import form
from analytics.vocabulary.rules import explain_fault
from analytics.vocabulary.terms import Table
from analytics.words import Language, has, say
from analytics.words.numbers import number


def write_finding(rule: str, operands: Mapping[str, object], language: Language) -> str:
    """The sentence of a finding. A side of a sum that prints nothing is said to be blank, never to be zero; of figures that
    only prose states that is said. A sum that takes blanks for zero, and whose a wrong one may be, are said behind it."""
    key = f"finding.{rule}"
    for side in ("left_blank", "right_blank", "in_prose"):
        if operands.get(f"is_{side}") and has(f"finding.{rule}_{side}"):
            key = f"finding.{rule}_{side}"
    sentences = [say(key, language, **_write_operands(operands, language))]
    if operands.get("blanks"):
        sentences.append(say("finding_adds.blanks", language))
    why = explain_fault(rule, operands)
    if why is not None:
        sentences.append(say(f"finding_adds.{why}", language))
    return ("" if language is Language.ZH else " ").join(sentences)


def mark_finding(severity: str, verdict: object, language: Language) -> str:
    """The mark of a finding: its weight, or of a sum that was told only with blanks as zero the verdict itself."""
    return say(f"verdict.{verdict}" if has(f"verdict.{verdict}") else f"severity.{severity}", language)


def name_edition(editions: str, language: Language) -> str:
    """The name of an edition, or of several that a slash parts."""
    return "/".join(say(f"edition.{edition}", language) for edition in editions.split("/"))


def write_error(refusal: CountyScopeError, language: Language) -> str:
    """The sentence of an error."""
    return write_problem(refusal.key, refusal.operands, language)


def write_problem(key: str, operands: Mapping[str, object], language: Language) -> str:
    """The sentence of a recorded error or rejection."""
    return say(f"error.{key}", language, **_write_operands(operands, language))


def _write_operands(operands: Mapping[str, object], language: Language) -> dict[str, object]:
    # A finding of an earlier build may not say which table it means.
    named = {"table": "unnamed", **operands}
    return {name: _write_operand(name, value, language) for name, value in named.items()}


def _write_operand(name: str, value: object, language: Language) -> object:
    if isinstance(value, CountyScopeError):
        return write_error(value, language).rstrip("。.")
    if name == "table" and has(f"named_table.{value}"):
        return say(f"named_table.{value}", language)
    if name == "tables" and isinstance(value, (list, tuple)):
        value = [_write_operand("table", item, language) for item in value]
    if isinstance(value, (list, tuple)):
        return ("、" if language is Language.ZH else ", ").join(str(item) for item in value)
    if name in ("line", "column", "where") and language is Language.EN:
        return _quote_label(str(value))
    if name == "found" and has(f"found.{value}"):
        return say(f"found.{value}", language)
    if isinstance(value, float) and not name.endswith("_mb"):
        return number(value, language)
    return value


def _quote_label(label: str) -> str:
    """A label of the form as it is printed, with what it means."""
    english = _map_labels().get(label)
    return f"“{label}” ({english[0].lower()}{english[1:]})" if english else f"“{label}”"


@cache
def _map_labels() -> dict[str, str]:
    """Chinese labels of lines and columns → English; a label of several lines has none."""
    names: dict[str, set[str]] = {}
    for table in (*form.list_tables_of_form(), Table.STATISTICS):
        for line in form.list_lines(table):
            names.setdefault(form.name_line(line), set()).add(line.english)
        for column in form.list_columns(table):
            names.setdefault(column.label, set()).add(column.english)
    return {label: min(found) for label, found in names.items() if len(found) == 1}
