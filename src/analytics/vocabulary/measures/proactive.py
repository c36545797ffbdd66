"""Measures of table II: decisions, items on the list of powers, rules and normative documents, money.

Each cell of the table is in one of them. What continues over editions says the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures.model import Measure, Unit
from analytics.vocabulary.terms import MeasuredIn, Table

_DECISIONS, _PRIOR, _CHANGE = "decisions", "prior_items", "item_change"
_KEYS = {"penalties": "penalty", "other_services": "other_service", "charges": "charge", "admin_normative": "normative"}
"""Singulars that stand in links, where a measure's key is not made of the line's own; 行政规范性文件 is the 规范性文件
of the edition before."""
_ORDER = ("penalties", "licensing", "coercion", "other_services", "charges")
"""Menus begin with what is looked at most; further lines follow in the form's order."""


def list_decisions() -> Iterator[Measure]:
    """Decisions made: the one stretch of table II that goes on over the editions."""
    for line in _list_lines():
        if cells := form.map_continued_cells(Table.II, line.key, _DECISIONS):
            yield Measure(
                key=f"{_KEYS.get(line.key, line.key)}_decisions",
                label=f"{line.label}处理决定数量",
                english=f"{line.english}: decisions made",
                group="decisions",
                unit=Unit.DECISIONS,
                cells=cells,
                notes=("coverage_unknown", *_note_off_form(cells)),
            )


def list_items() -> Iterator[Measure]:
    """Items on the list of powers, which only the 2019 edition counts: a stock, not decisions."""
    for line in _list_lines():
        prior, change = (form.map_continued_cells(Table.II, line.key, key) for key in (_PRIOR, _CHANGE))
        for edition in prior.keys() & change.keys():
            cells = {edition: (*prior[edition], *change[edition])}
            yield Measure(
                key=f"{_KEYS.get(line.key, line.key)}_items",
                label=f"{line.label}项目数量（清单事项）",
                english=f"{line.english}: items on the list of powers",
                group="items",
                unit=Unit.ITEMS,
                cells=cells,
                notes=("items_not_decisions", *_note_off_form(cells)),
                stated_cells=prior[edition],
                change_cell=change[edition][0],
                formula="上一年项目数量 + 本年增/减",
                formula_english="items in the previous year + change this year",
            )


def list_documents() -> Iterator[Measure]:
    """Rules and normative documents: other columns in either edition, so that none is joined."""
    for edition, line, column in _list_others():
        if column.measured_in is MeasuredIn.COUNT and (line.key, column.key) not in _MONEY:
            yield Measure(
                key=f"{_KEYS.get(line.key, line.key)}_{column.key}",
                label=f"{line.label}{column.label}",
                english=f"{line.english}: {column.english.lower()}",
                group="documents",
                unit=Unit.DOCUMENTS,
                cells={edition: (form.find_cell(Table.II, line.key, column.key).code,)},
                notes=_note_off_form([edition]),
            )


def list_money() -> Iterator[Measure]:
    """Charges and procurement."""
    for edition, line, column in sorted(_list_others(), key=_rank_newest_first):
        named = _MONEY.get((line.key, column.key))
        if named is not None or column.measured_in is not MeasuredIn.COUNT:
            key, label, english, notes = named or _Named(
                f"{_KEYS.get(line.key, line.key)}_{column.key}", f"{line.label}{column.label}", line.english
            )
            unit = Unit.PROJECTS if column.measured_in is MeasuredIn.COUNT else Unit.WAN_YUAN
            cells = {edition: (form.find_cell(Table.II, line.key, column.key).code,)}
            yield Measure(
                key=key,
                label=label,
                english=english,
                group="money",
                unit=unit,
                cells=cells,
                notes=(*notes, *_note_off_form(cells)),
            )


class _Named(NamedTuple):
    key: str
    label: str
    english: str
    notes: tuple[str, ...] = ()


_MONEY: Mapping[tuple[str, str], _Named] = {
    ("charges", "charged"): _Named(
        "charges_collected", "行政事业性收费金额", "Administrative charges collected", ("charges_meaning",)
    ),
    ("procurement", "projects"): _Named(
        "procurement_projects", "政府集中采购项目数量", "Centralised procurement: projects"
    ),
    ("procurement", "amount"): _Named(
        "procurement_amount", "政府集中采购总金额", "Centralised procurement: amount", ("amount_converted",)
    ),
}


def _list_lines() -> Iterable[form.Line]:
    ranks = {key: rank for rank, key in enumerate(_ORDER)}
    return sorted(form.list_lines(Table.II), key=lambda line: ranks.get(line.key, len(ranks)))


def _list_others() -> Iterator[tuple[Edition, form.Line, form.Column]]:
    """Lines and columns of each edition that neither count decisions nor items."""
    for owned in form.list_tables():
        if owned.table is Table.II:
            for block in owned.blocks:
                columns = [form.find_column(Table.II, key) for key in form.list_leaves_in(block.columns)]
                for line_key in form.list_leaves_in(block.lines):
                    for column in columns:
                        if not {_DECISIONS, _PRIOR, _CHANGE} & {column.key, column.continued_by}:
                            yield owned.edition, form.find_line(Table.II, line_key), column


def _rank_newest_first(place: tuple[Edition, form.Line, form.Column]) -> int:
    return -form.list_editions(Table.II).index(place[0])


def _note_off_form(cells: Iterable[Edition]) -> tuple[str, ...]:
    """A note for each edition that does not have a measure."""
    known = frozenset(cells)
    return tuple(f"off_form_{edition}" for edition in form.list_editions(Table.II) if edition not in known)
