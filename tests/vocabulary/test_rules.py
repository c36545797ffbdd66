"""The rule book: every rule has its words and its cases, and the checks judge the cases as the book says."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from analytics.audit.copies import check_copied_tables, check_copied_texts
from analytics.audit.dates import check_dates
from analytics.audit.series import check_series
from analytics.audit.stated_changes import check_stated_changes
from analytics.audit.years import check_across_years
from analytics.documents.model import Cell, Place
from analytics.reports.checks import check
from analytics.reports.checks.prose import Speaker
from analytics.reports.model import Fact, Finding, Organ, Section
from analytics.reports.stated_changes import StatedChange, list_stated_changes
from analytics.reports.tables.entries import make_fact
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import list_identities
from analytics.vocabulary.rules import RULES, Basis, Case, Cases, Rule, Text
from analytics.vocabulary.rules.model import Prose
from analytics.vocabulary.terms import Kind, Level, Table, Verdict
from analytics.words import Language, has, say

COUNTY = Organ("芮城县人民政府", "人民政府", "140830", Level.COUNTY, Kind.GOVERNMENT)
EDITIONS = {
    Table.II: Edition("2021"), Table.III: Edition("2021"), Table.IV: Edition("2021"), Table.STATISTICS: Edition("national_2014"),
}  # fmt: skip
BY_KEY = {cell.key: cell for cell in form.list_cells()}


def facts(printed: dict[str, str]) -> tuple[Fact, ...]:
    return tuple(make_fact(BY_KEY[key], Cell(text, Place(0)), "") for key, text in printed.items())


def narrative(prose: Prose) -> tuple[Section, ...]:
    """Sections under the numerals of the form; a key like ``二、IV`` prints another, ``附表IV`` none."""
    numbers = [number for number, _ in form.HEADINGS]
    sections = []
    for key, text in prose.items():
        number = key.lstrip("一二三四五六、附表")
        printed = key.removesuffix(number) or f"{'一二三四五六'[numbers.index(number)]}、"
        sections.append(Section(number, f"{printed}{dict(form.HEADINGS)[number]}", text))
    return tuple(sections)


def figures(case: Case) -> pd.DataFrame:
    """Organ 1 in two years, organ 2 in the later one, and a crowd whose figures go as they usually do."""
    printed = [(1, 2022, case.before), (1, 2023, case.now), (2, 2023, case.other)]
    rows = [
        (organ, year, 10 * organ + year, entered.cell, entered.value)
        for organ, year, cells in printed
        for entered in facts(dict(cells))
    ]
    for organ in range(3, 3 + case.crowd):
        growth = 1 + (organ % 7 - 3) / 20
        rows += [
            (organ, year, 10 * organ + year, BY_KEY[key].code, value)
            for key in case.now
            for year, value in ((2022, 1000.0), (2023, 1000.0 * growth))
        ]
    names = ["organ_id", "year", "report_id", "cell", "value"]
    return pd.DataFrame(rows, columns=names).astype({"value": "float64"})


def texts(case: Case) -> pd.DataFrame:
    sections = [(1, 2022, case.prose_before), (1, 2023, case.prose), (2, 2023, case.other_prose)]
    rows = [
        (10 * organ + year, organ, year, number, len(text), re.sub(r"\d", "", text))
        for organ, year, prose in sections
        for number, text in prose.items()
    ]
    return pd.DataFrame(rows, columns=["report_id", "organ_id", "year", "number", "characters", "digest"])


def changes(case: Case) -> pd.DataFrame:
    rows = [
        (2033, 1, 2023, *change)
        for text in case.prose.values()
        for change in list_stated_changes(text, Speaker(COUNTY, 2023))
    ]
    return pd.DataFrame(rows, columns=["report_id", "organ_id", "year", *StatedChange._fields])


def check_several(case: Case) -> pd.DataFrame:
    """What every check over several reports says of the reports of a case."""
    organs = pd.DataFrame({"organ_id": [1, 2], "organ": ["甲县", "乙县"], "place_code": ["140830", "140831"]})
    organs["kind"] = str(Kind.GOVERNMENT)
    reports = pd.DataFrame({"report_id": [2033, 2032, 2043], "organ_id": [1, 1, 2], "year": [2023, 2022, 2023]})
    reports["published"] = pd.to_datetime([case.published or None, None, None])
    known = figures(case)
    return pd.concat(
        [
            check_across_years(known), check_series(known), check_stated_changes(changes(case), known),
            check_copied_tables(known, organs), check_copied_texts(texts(case), reports, organs),
            check_dates(reports, organs),
        ]
    )  # fmt: skip


def broken(rule: Rule, case: Case) -> list[Finding]:
    """Findings of the rule itself: that it fails, with blanks as zero or without."""
    if rule.basis in (Basis.YEARS, Basis.ORGANS, Basis.DATES):
        found = check_several(case)
        of_report = found[(found["rule"] == rule.key) & (found["report_id"] == 2033)]
        return [Finding(row.rule, row.severity) for row in of_report.itertuples()]
    found_within = check(facts(dict(case.now)), EDITIONS, COUNTY, narrative=narrative(case.prose), year=2023)
    return [finding for finding in found_within if finding.rule == rule.key]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_the_checks_judge_the_cases_of_a_rule_as_the_book_says(rule: Rule) -> None:
    assert broken(rule, rule.cases.passing) == []
    assert broken(rule, rule.cases.not_assessable) == []
    assert [finding.severity for finding in broken(rule, rule.cases.failing)] == [rule.severity]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_the_cases_print_cells_that_the_rule_binds(rule: Rule) -> None:
    for case in (rule.cases.passing, rule.cases.failing, rule.cases.not_assessable):
        assert {BY_KEY[key].code for key in (*case.now, *case.before, *case.other)} <= rule.cells()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@pytest.mark.parametrize("language", list(Language))
def test_every_rule_has_its_formula_and_sentence(rule: Rule, language: Language) -> None:
    assert say(f"rule.{rule.key}", language)
    assert has(f"finding.{rule.key}")


def test_every_identity_of_the_form_is_a_rule_of_the_book() -> None:
    derived = {one.rule for owned in form.list_tables() for one in list_identities(owned.table, owned.edition)}
    assert derived <= {rule.key for rule in RULES}
    ends = ("left_blank", "right_blank", "blanks")
    assert all(has(f"finding.{key}_{end}") for key in derived for end in ends)


def test_a_rule_without_a_sentence_or_a_case_cannot_be_declared() -> None:
    rule = RULES[0]
    with pytest.raises(ValueError, match="lacks a text"):
        replace(rule, sentence=Text("一句", ""))
    with pytest.raises(ValueError, match="lacks a case"):
        replace(rule, cases=Cases(rule.cases.passing, rule.cases.passing, rule.cases.not_assessable))
    with pytest.raises(ValueError, match="lacks a case"):
        replace(rule, cases=Cases(rule.cases.passing, Case(), rule.cases.not_assessable))
    across = next(rule for rule in RULES if rule.is_across_years)
    with pytest.raises(ValueError, match="two years"):
        replace(across, cases=replace(across.cases, failing=Case(across.cases.failing.now)))


def test_a_verdict_with_blanks_as_zero_weighs_less_than_the_rule() -> None:
    printed = {"III.new.total": "", "III.new.natural": "3", **{f"III.new.{key}": "0" for key in ("business", "others")}}
    printed |= {f"III.new.{key}": "0" for key in ("research", "ngo", "legal")}
    (finding,) = [one for one in check(facts(printed), EDITIONS, COUNTY) if one.rule == "total_equals_applicants"]
    assert (finding.verdict, str(finding.severity)) == (Verdict.FAILS_BLANKS_AS_ZERO, "warning")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.basis is Basis.PARTS], ids=lambda rule: rule.key)
def test_a_duty_is_asked_only_of_reports_of_the_years_that_have_it(rule: Rule) -> None:
    prose = narrative(rule.cases.failing.prose)
    years = (*range(2008, 2026), None)
    asked = [
        year for year in years if rule.key in {one.rule for one in check((), {}, COUNTY, narrative=prose, year=year)}
    ]
    assert asked == list(range(rule.first_year, 2026)) and rule.first_year >= form.FIRST_YEAR
