"""How many planted breaches each rule finds, how much of what it says is right, and how good the hints are.

``python -m benchmarks.findings`` measures and writes both parts of ``docs/accuracy.md``; ``--reports 1000`` says in how
many reports each kind of slip is planted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Annotated, NamedTuple

import pandas as pd
import typer

from analytics.audit.copies import check_copied_tables, check_copied_texts
from analytics.audit.dates import check_dates
from analytics.audit.series import check_series
from analytics.audit.stated_changes import check_stated_changes
from analytics.audit.years import check_across_years
from analytics.documents.model import Cell, Place
from analytics.reports.checks import check
from analytics.reports.checks.prose import Speaker
from analytics.reports.model import Fact, Organ, Section
from analytics.reports.stated_changes import StatedChange, list_stated_changes
from analytics.reports.tables.entries import make_fact
from analytics.vocabulary import form
from analytics.vocabulary.rules import RULES, Basis, Rule
from analytics.vocabulary.terms import Kind, Level
from benchmarks import accuracy
from benchmarks.hints import list_hint_rows
from benchmarks.labelled import measure_labelled
from benchmarks.planted import COPIED, PLANTERS, SEED, SimulatedReport, copy_from, list_years, make_chains

_ORGAN = Organ("芮城县人民政府", "人民政府", "140830", Level.COUNTY, Kind.GOVERNMENT)
_NUMBERS = tuple(number for number, _ in form.HEADINGS)
_NUMERALS = "一二三四五六七八九"
CHAINS = 200

RULES_NOTE = """\
Breaches planted one at a time in chains of three years of {chains} simulated agencies (outliers in every
tenth chain, all others in every second), with prose in several wordings that states figures of other years
and of parts as well. *Recall*: planted breaches that are found. *Precision*: findings of the rule that are of
a planted report; the rest are false alarms on honest ones. The outliers among them are jumps that the
simulated figures have of their own. The prose is worded in ways that the rules know; reports word it in others
as well: of clauses labelled by hand (`tests/prose/figures.tsv`) they take {taken} of {stated} counts of requests,
{wrong} of them for another's, and leave the rest alone (five were mistaken before the rules were mended by them).

`.venv/bin/python -m benchmarks.findings` measures and writes this. On the real documents and collected
figures every anomaly that careful readers noted is found (`tests/test_real_chain.py`,
`tests/reports/test_prose_checks.py`)."""
HINTS_NOTE = """\
Slips planted in tables of simulated reports that balance, the reports of the years before and after beside
them. *Told*: a hint is given; *right*: it names just the cells that were changed, with what they printed
before. A slip in table IV stands in one sum only, so that several answers are the rule. *Another number
altogether* is one that no slip makes, so that its hint, if any, would be wrong. Goals: one slip 100% told and
right, two 98% and 100%, three 90% and 99.5%, median 5 ms of CPU."""


class Measured(NamedTuple):
    """Of one rule: breaches planted and found, findings on honest reports."""

    rule: Rule
    planted: int
    found: int
    false: int


def measure_rules(count: int = CHAINS) -> Iterator[Measured]:
    """Each rule by itself, on chains made anew."""
    for rule in RULES:
        chains = make_chains(count, list_years(rule.key))
        planted = list(_plant(chains, rule))
        found = _check(chains, rule)
        concerned = {report_id for ids in planted for report_id in ids}
        hits = sum(not found.isdisjoint(ids) for ids in planted)
        yield Measured(rule, len(planted), hits, len(found - concerned))


def _plant(chains: Sequence[Sequence[SimulatedReport]], rule: Rule) -> Iterator[frozenset[int]]:
    """Plant in the last report of some chains, where there is room; ids of the reports that each breach concerns."""
    step = 10 if rule.key == "outlier" else 2
    for at, chain in enumerate(chains):
        if at % step != 1:
            continue
        *_, before, report = chain
        other = chains[at - 1][-1]
        if rule.key in COPIED:
            if copy_from(report, other, rule.key):
                yield frozenset({report.report_id, other.report_id})
        elif PLANTERS[rule.key](report, before, Random(f"{SEED} {rule.key} {at}")):
            yield frozenset({report.report_id})


def _check(chains: Sequence[Sequence[SimulatedReport]], rule: Rule) -> set[int]:
    """Ids of the reports of which the rule has something to say."""
    reports = [report for chain in chains for report in chain]
    if rule.basis in (Basis.YEARS, Basis.ORGANS, Basis.DATES):
        found = _check_several(reports)
        return {int(report) for report in found.loc[found["rule"] == rule.key, "report_id"]}
    return {
        report.report_id for report in reports if any(finding.rule == rule.key for finding in _check_by_itself(report))
    }


def _check_by_itself(report: SimulatedReport) -> Sequence[object]:
    narrative = make_narrative(report.prose)
    return check(list_facts(report), report.editions, _ORGAN, narrative=narrative, year=report.year)


def list_facts(report: SimulatedReport) -> tuple[Fact, ...]:
    """The facts of a report's printed cells."""
    cells = form.map_cells_by_code()
    return tuple(make_fact(cells[code], Cell(text, Place(0)), "") for code, text in report.printed.items())


def make_narrative(prose: dict[str, str]) -> tuple[Section, ...]:
    """Sections with the headings of the form; ``九、V`` prints another numeral."""
    sections = []
    for key, text in prose.items():
        number = key.lstrip(f"{_NUMERALS}、")
        printed = key.removesuffix(number) or f"{_NUMERALS[_NUMBERS.index(number)]}、"
        sections.append(Section(number, f"{printed}{dict(form.HEADINGS)[number]}", text))
    return tuple(sections)


def _check_several(reports: Sequence[SimulatedReport]) -> pd.DataFrame:
    facts = [(report, fact) for report in reports for fact in list_facts(report)]
    figures = pd.DataFrame(
        [(report.organ_id, report.year, report.report_id, fact.cell, fact.value) for report, fact in facts],
        columns=["organ_id", "year", "report_id", "cell", "value"],
    ).astype({"value": "float64"})
    texts = pd.DataFrame(
        [(report.report_id, report.organ_id, report.year, number, len(text), re.sub(r"\d", "", text))
         for report in reports for number, text in report.prose.items()],
        columns=["report_id", "organ_id", "year", "number", "characters", "digest"],
    )  # fmt: skip
    changes = pd.DataFrame(
        [(report.report_id, report.organ_id, report.year, *change)
         for report in reports for text in report.prose.values()
         for change in list_stated_changes(text, Speaker(_ORGAN, report.year))],
        columns=["report_id", "organ_id", "year", *StatedChange._fields],
    )  # fmt: skip
    known = pd.DataFrame(
        [(report.report_id, report.organ_id, report.year, report.published) for report in reports],
        columns=["report_id", "organ_id", "year", "published"],
    )
    ids = sorted({report.organ_id for report in reports})
    organs = pd.DataFrame({"organ_id": ids, "organ": list(map(str, ids)), "place_code": list(map(str, ids))})
    organs["kind"] = str(Kind.GOVERNMENT)
    return pd.concat(
        [
            check_across_years(figures), check_series(figures), check_copied_tables(figures, organs),
            check_copied_texts(texts, known, organs), check_dates(known, organs),
            check_stated_changes(changes, figures),
        ]
    )  # fmt: skip


def _list_rule_rows() -> Iterator[tuple[str, ...]]:
    for measured in measure_rules():
        recall = f"{measured.found / measured.planted:.1%}" if measured.planted else "–"
        told = measured.found + measured.false
        precision = f"{measured.found / told:.1%}" if told else "–"
        counts = (str(measured.planted), recall, precision, str(measured.false))
        yield f"`{measured.rule.key}`", str(measured.rule.basis), *counts


def _write_rules_note() -> str:
    labelled = measure_labelled()
    return RULES_NOTE.format(
        chains=CHAINS, taken=labelled.taken, stated=labelled.stated, wrong=len(labelled.wrong) or "none"
    )


def main(reports: Annotated[int, typer.Option(min=10, help="Reports a kind of slip")] = 1_000) -> None:
    """Measure the rules and the hints and write their parts of docs/accuracy.md."""
    rules = list(_list_rule_rows())
    accuracy.write_part(
        "Rules", _write_rules_note(), ("rule", "goes by", "planted", "recall", "precision", "false alarms"), rules
    )
    header = ("slips", "reports", "told", "right", "median (ms of CPU)")
    accuracy.write_part("Hints", HINTS_NOTE, header, list(list_hint_rows(reports)))


if __name__ == "__main__":
    typer.run(main)
