"""Everything that can be charted: cells joined over the editions, computed counts and rates, with their notes.

A measure's ``cells`` are summed; an edition that is absent does not have the measure on its form. Only what really
continues over the edition break is joined: decisions, table III with （六） as the sum of its three rows, table IV.
Keys are stable: they stand in links and exports.
"""

from __future__ import annotations

from functools import cache

from analytics.vocabulary import form
from analytics.vocabulary.form import EDITIONS, Edition
from analytics.vocabulary.measures.before_2019 import list_statistics
from analytics.vocabulary.measures.model import (
    LAW_BREAK_YEAR,
    LEAST_OF_EITHER_YEAR,
    POPULATION,
    POPULATION_CELL,
    SMALL_BASE,
    SUSPECTED_FACTOR,
    Measure,
    Unit,
)
from analytics.vocabulary.measures.narrative import list_narrative_measures
from analytics.vocabulary.measures.proactive import list_decisions, list_documents, list_items, list_money
from analytics.vocabulary.measures.rates import list_per_resident, list_rates
from analytics.vocabulary.measures.remedies import list_remedies
from analytics.vocabulary.measures.requests import list_applicants, list_requests
from analytics.vocabulary.terms import Table

KEY_MEASURES = (
    "licensing_decisions",
    "penalty_decisions",
    "coercion_decisions",
    "requests_new",
    "requests_answered",
    "disclosure_rate",
    "carry_forward_rate",
    "charges_collected",
    "reconsideration_total",
    "suit_direct_total",
)
"""What continues over the editions: the figures that one organ, or several, are looked at by."""
_RESIDENTS = Measure(
    key=POPULATION,
    label="常住人口",
    english="Residents",
    group=POPULATION,
    unit=Unit.PERSONS,
    cells=dict.fromkeys(EDITIONS, (POPULATION_CELL,)),
    notes=("population",),
)


@cache
def list_measures() -> tuple[Measure, ...]:
    """Every measure that reports alone give, in the order of menus."""
    groups = (list_decisions, list_items, list_documents, list_money, list_requests, list_applicants, list_remedies)
    counts = [measure for group in groups for measure in group()]
    return (*counts, *list_rates({count.key: count for count in counts}))


@cache
def list_profile_measures() -> tuple[Measure, ...]:
    """The figures that one organ is looked at by: the key measures, then what it carries from year to year, its list
    of powers, rules and normative documents, money, and the remaining total of table IV."""
    carried = ("requests_carried_over", "requests_carried_forward")
    of_table_ii = (measure.key for measures in (list_items(), list_documents(), list_money()) for measure in measures)
    keys = dict.fromkeys((*KEY_MEASURES, *carried, *of_table_ii, "suit_after_total"))
    return tuple(find_measure(key) for key in keys)


@cache
def list_measures_per_resident() -> tuple[Measure, ...]:
    """Counts per 10,000 residents, for collections with a list of populations."""
    return tuple(list_per_resident({measure.key: measure for measure in (*list_measures(), _RESIDENTS)}))


@cache
def list_measures_before_2019(editions: tuple[Edition, ...] | None = None) -> tuple[Measure, ...]:
    """The measures of some editions of the statistics tables, for collections that hold them; of all by default."""
    chosen = form.list_editions(Table.STATISTICS) if editions is None else editions
    return tuple(measure for edition in chosen for measure in list_statistics(edition))


@cache
def _map_by_key() -> dict[str, Measure]:
    every = (*list_measures(), _RESIDENTS, *list_measures_per_resident(), *list_measures_before_2019())
    every = (*every, *list_narrative_measures())
    return {measure.key: measure for measure in every}


def find_measure(key: str) -> Measure:
    """A measure by key; KeyError for an unknown one."""
    return _map_by_key()[key]


def has_measure(key: str) -> bool:
    """Whether the key names a measure."""
    return key in _map_by_key()


__all__ = [
    "KEY_MEASURES",
    "LAW_BREAK_YEAR",
    "LEAST_OF_EITHER_YEAR",
    "POPULATION",
    "POPULATION_CELL",
    "SMALL_BASE",
    "SUSPECTED_FACTOR",
    "Measure",
    "Unit",
    "find_measure",
    "has_measure",
    "list_measures",
    "list_measures_before_2019",
    "list_measures_per_resident",
    "list_narrative_measures",
    "list_profile_measures",
]  # fmt: skip
