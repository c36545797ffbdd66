"""Every sentence exists in both languages, with the same operands, and every key that the code uses exists."""

from __future__ import annotations

import re
import string
from datetime import date
from pathlib import Path

import pytest

import analytics
from analytics.vocabulary import form
from analytics.vocabulary.measures import list_measures, list_measures_per_resident
from analytics.vocabulary.terms import Kind, Level, Origin, ReadFrom, Scope, Severity, Status, Table
from analytics.words import Language, has, load_sentences, say
from analytics.words.numbers import day, number, percent, write_signed
from analytics.words.render import write_finding

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(analytics.__file__).parent.rglob("*.py"))


def operands(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", sorted(load_sentences()))
def test_both_languages_fill_the_same_operands(key: str) -> None:
    chinese, english = load_sentences()[key]
    assert chinese != "" or key in ("join",)
    assert operands(chinese) == operands(english)


def test_every_literal_key_in_the_code_has_a_sentence() -> None:
    used = set(re.findall(r"""(?:say|\bt|parts\.t)\(\s*f?["']([a-z_.0-9]+)["'][,)]""", SOURCE))
    assert used
    assert not {key for key in used if not has(key)}


def test_every_error_raised_has_a_sentence() -> None:
    raised = set(re.findall(r"(?:Document|Collection|Warehouse|Selection|Loss|Fetch)Error\(\s*\"([a-z_]+)\"", SOURCE))
    assert raised and not {key for key in raised if not has(f"error.{key}")}


def test_every_finding_rule_has_a_sentence() -> None:
    rules = set(re.findall(r"_?[Ff]inding\(\s*(?:report_id, |report\[\"report_id\"\], )?\"([a-z_]+)\"", SOURCE))
    assert rules and not {rule for rule in rules if not has(f"finding.{rule}")}


def test_every_code_of_the_field_has_a_word() -> None:
    for prefix, codes in (
        ("status", Status),
        ("level", Level),
        ("kind", Kind),
        ("scope", Scope),
        ("origin", Origin),
        ("read_from", ReadFrom),
        ("severity", Severity),
    ):
        assert all(has(f"{prefix}.{code}") for code in codes)
    assert all(
        has(f"note.{note}") for measure in (*list_measures(), *list_measures_per_resident()) for note in measure.notes
    )
    assert all(
        has(f"unit.{measure.unit}") and has(f"group.{measure.group}")
        for measure in (*list_measures(), *list_measures_per_resident())
    )


def test_numbers_follow_the_language() -> None:
    assert number(1701, Language.ZH) == "1,701"
    assert write_signed(-453, Language.EN) == "−453"
    assert write_signed(22, Language.EN) == "+22"
    assert percent(-0.26631, Language.ZH) == "−26.6%"
    assert day(date(2024, 1, 17), Language.ZH) == "2024年1月17日"
    assert day(date(2024, 1, 17), Language.EN) == "17 January 2024"
    assert say("language.name", Language.ZH) == "中文"


def test_an_english_finding_says_what_a_printed_label_means() -> None:
    sentence = write_finding("total_equals_results", {"where": "行政复议", "left": 0, "right": 11}, Language.EN)
    assert sentence.startswith("“行政复议” (administrative reconsideration): the total is 0")
    assert "(" not in write_finding("total_equals_results", {"where": "行政复议", "left": 0, "right": 11}, Language.ZH)


@pytest.mark.parametrize("language", list(Language))
def test_no_finding_prints_the_key_of_a_table(language: Language) -> None:
    for key, texts in load_sentences().items():
        if key.startswith("finding.") and "{table}" in texts[0]:
            names = dict.fromkeys(operands(texts[0]), "1")
            for table in (*form.list_tables_of_form(), Table.STATISTICS):
                sentence = write_finding(key.removeprefix("finding."), {**names, "table": str(table)}, language)
                assert say(f"named_table.{table}", language) in sentence
                assert not re.search("pre2019|表[IV]|[Tt]able (?:the|table)", sentence), sentence
