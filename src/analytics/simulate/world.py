"""Fictional counties over the years → their filled forms: figures that belong together, with publishers' errors.

A county has a size, a growth, a way of answering and a habit of printing that stay its own. What it carries forward is
what it opens with next year; normative documents in force are last year's, plus issued, less repealed; items on the
list of powers likewise. Sizes have heavy tails and small counties honest zeros. Each prints the edition in force, some
a year or two late, some in one table only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field

import numpy as np

from analytics.simulate.errors import OUTCOMES, UNDIVIDED, Error, Figures, add_error, find_code
from analytics.simulate.render import HEADINGS, FormSheet
from analytics.simulate.statistics import build_earlier_sheet, find_edition, simulate_statistics
from analytics.vocabulary import form
from analytics.vocabulary.form import Cell, Edition
from analytics.vocabulary.measures import LAW_BREAK_YEAR
from analytics.vocabulary.places.fictional import STAMP, FictionalPlace
from analytics.vocabulary.terms import MeasuredIn, Table

_APPLICANTS = tuple(column.key for column in form.list_columns(Table.III) if not column.is_total)
_SHARES: Mapping[str, float] = {
    "natural": 0.86, "business": 0.07, "research": 0.004, "ngo": 0.006, "legal": 0.03, "others": 0.03,
}  # fmt: skip
_APPLICANT_SHARES = tuple(_SHARES.get(key, 0.01) for key in _APPLICANTS)
_WEIGHTS: Mapping[str, float] = {
    "disclosed": 34, "partly_disclosed": 9, "state_secret": 0.1, "prohibited": 0.6, "security": 0.2, "third_party": 0.8,
    "internal": 1.0, "deliberative": 1.2, "enforcement_file": 1.5, "registry": 1.0, "not_held": 26, "to_be_created": 3,
    "unclear": 2, "petition": 5, "repeated": 2.5, "on_sale": 0.1, "mass": 0.15, "reissue": 0.3,
    "correction_overdue": 2, "fee_unpaid": 0.2, "other_other": 4,
}  # fmt: skip
"""Rough weights of the outcomes; each county departs from them in its own way."""
_OUTCOMES = {key: _WEIGHTS.get(key, 1.0) for key in OUTCOMES}
_RESULT_WEIGHTS: Mapping[str, float] = {"upheld": 50, "corrected": 15, "other_result": 25, "pending": 10}
_DISCLOSURE = tuple(cell for cell in form.list_cells() if cell.table is Table.II and not cell.is_subtotal)
"""The cells of table II in all editions."""
_DOCUMENTS: Mapping[str, tuple[float, float, float]] = {"rules": (0, 0, 0), "normative": (4, 3, 30)}
"""Issued and repealed in a year, in force at first, by kind of documents."""
_ANY_DOCUMENTS = (2, 1, 10)
_KINDS = {"admin_normative": "normative"}
"""Lines of documents whose kind another edition words otherwise."""
_ITEMS: Mapping[str, tuple[float, float]] = {
    "licensing": (260, 40), "other_services": (700, 120), "penalties": (1800, 500), "coercion": (120, 30),
    "charges": (30, 6),
}  # fmt: skip
"""Items on the list of powers at first, and how widely counties differ."""
_ANY_ITEMS = (200, 30)
_LEVELS: Mapping[str, tuple[float, float]] = {
    "licensing": (4000, 1.3), "penalties": (1500, 1.5), "coercion": (60, 1.4), "other_services": (900, 1.0),
    "charges": (3000, 1.2),
}  # fmt: skip
"""Decisions, or 万元, of a county of size 1 in a year, by line, and how widely counties of a size differ."""
_CELL_LEVELS: Mapping[str, float] = {"II.procurement.projects": 90, "II.procurement.amount": 9000}
_ANY_LEVEL = 100
"""The level of a line or a cell that has none of its own."""
_DECISIONS = ("decisions_2019", "decisions")
_PARTS_OF_UNIT: Mapping[str, float] = {"charged": 0.37}
_ANY_PART = 0.25
"""Amounts are no whole 万元."""
_JUMP = 10
"""Times: departments come into or leave the count of decisions."""
_DUE_TO_RECONSIDER = LAW_BREAK_YEAR
"""From this year a refusal must be reconsidered before a suit."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One county's form of one year, as it is printed, with the errors that it contains."""

    place: FictionalPlace
    year: int
    sheet: FormSheet
    errors: tuple[Error, ...] = ()


@dataclass(slots=True)
class _County:
    """What stays a county's own, and what it takes over from the year before."""

    random: np.random.Generator
    size: float
    growth: float
    weights: np.ndarray
    _: KW_ONLY
    shares: np.ndarray
    backlog: float
    disputes: float
    levels: dict[str, float]
    late: int
    is_mixed: bool
    nothing: str
    thousands: bool
    carried: dict[str, int]
    in_force: dict[str, int]
    items: dict[str, int]
    before: Figures = field(default_factory=dict)


def simulate(place: FictionalPlace, years: Sequence[int], *, seed: int, errors: float = 0.0) -> Iterator[Filled]:
    """A county's forms for consecutive years. ``errors`` is the share of forms with a publisher's error. The same
    seed gives the same forms, whatever other counties are simulated."""
    county = _make_county(np.random.default_rng([seed, int(place.code)]))
    for index, year in enumerate(years):
        if year < form.FIRST_YEAR:
            edition = find_edition(place, year)
            kept = simulate_statistics(county.random, edition, county.size, county.before)
            county.before = kept
            yield Filled(place, year, build_earlier_sheet(place, year, edition, kept))
            continue
        editions = _find_editions(county, year)
        figures = {**_simulate_disclosure(county, index), **_simulate_requests(county, index, year)}
        figures |= _simulate_remedies(county, figures, year, editions[Table.IV])
        kept = _select_on_form(figures, editions)
        printed, made = (
            add_error(county.random, kept, county.before, editions) if county.random.random() < errors else (kept, ())
        )
        sheet = FormSheet(
            f"{place.name}人民政府{year}年政府信息公开工作年度报告",
            editions,
            {code: _print_value(county, code, value) for code, value in printed.items()},
            (STAMP, f"一、{HEADINGS['I']}", _write_prose(kept)),
        )
        county.before = kept
        yield Filled(place, year, sheet, made)


def _make_county(random: np.random.Generator) -> _County:
    size = float(random.lognormal(0, 0.9))
    weights = np.array(list(_OUTCOMES.values()))
    shares = np.array(_APPLICANT_SHARES)
    return _County(
        random=random,
        size=size,
        growth=float(random.normal(0.06, 0.1)),
        weights=random.dirichlet(weights * 0.6 + 0.01),
        shares=random.dirichlet(shares * 40),
        backlog=float(random.beta(2, 30)),
        disputes=float(random.beta(1.5, 20)),
        levels={line: level * size * float(random.lognormal(0, spread)) for line, (level, spread) in _LEVELS.items()},
        late=int(random.choice([0, 1, 2], p=[0.93, 0.05, 0.02])),
        is_mixed=bool(random.random() < _SELDOM),
        nothing=str(random.choice(["0", "0", "0", "0", "0", "", "", "/", "-", "无"])),
        thousands=bool(random.random() < _SELDOM),
        carried=dict(zip(_APPLICANTS, random.poisson(2 * size * shares).tolist(), strict=True)),
        in_force={
            kind: int(random.poisson(_DOCUMENTS.get(kind, _ANY_DOCUMENTS)[-1]))
            for kind in dict.fromkeys(map(_find_kind, _list_lines_under("in_public", "in_force")))
        },
        items={
            line: max(0, int(random.normal(*_ITEMS.get(line, _ANY_ITEMS)))) for line in _list_lines_under("prior_items")
        },
    )


_SELDOM = 0.03


def _find_editions(county: _County, year: int) -> dict[Table, Edition]:
    """What a county prints in a year: it adopts an edition when it is due, or late, one table of some yet later."""
    adopted = max(year - county.late, form.FIRST_YEAR)
    editions = {table: form.find_edition_in_force(table, adopted) for table in form.list_tables_of_form()}
    if county.is_mixed and adopted > form.FIRST_YEAR:
        editions[Table.III] = form.find_edition_in_force(Table.III, adopted - 1)
    return editions


def _simulate_count(county: _County, level: float, index: int, spread: float = 0.15) -> int:
    """A count around a level that grows by the county's growth a year."""
    return int(county.random.poisson(level * (1 + county.growth) ** index * county.random.lognormal(0, spread)))


def _list_lines_under(*columns: str) -> list[str]:
    """Keys of the lines of table II that have some of the columns in any edition."""
    return list(dict.fromkeys(cell.line.key for cell in _DISCLOSURE if cell.column.key in columns))


def _find_kind(line: str) -> str:
    return _KINDS.get(line, line)


def _simulate_disclosure(county: _County, index: int) -> Figures:
    """Table II in all editions at once; the form chooses."""
    random, figures = county.random, _simulate_documents(county)
    for line in ("licensing", "penalties", "coercion"):
        if random.random() < _SELDOM:
            county.levels[line] *= _JUMP ** (1 if random.random() < 1 / 2 else -1)
    for line in _list_lines_under("prior_items", *_DECISIONS):
        columns = [cell.column.key for cell in _DISCLOSURE if cell.line.key == line]
        if line in county.items:
            items = county.items[line]
            change = 0 if random.random() < 1 / 3 else max(-items, int(random.normal(0, max(1, items / 12))))
            county.items[line] = items + change
            for column, value in (("prior_items", items), ("item_change", change)):
                if column in columns:
                    figures[find_code(Table.II, line, column)] = value
        if printed := [column for column in _DECISIONS if column in columns]:
            level = county.levels.get(line, _ANY_LEVEL * county.size)
            figures |= dict.fromkeys(
                (find_code(Table.II, line, column) for column in printed), _simulate_count(county, level, index)
            )
    for cell in _DISCLOSURE:
        if cell.code not in figures:
            figures[cell.code] = _simulate_cell(county, cell, index)
    return figures


def _simulate_documents(county: _County) -> Figures:
    figures = Figures()
    for kind, before in list(county.in_force.items()):
        issues, repeals, _ = _DOCUMENTS.get(kind, _ANY_DOCUMENTS)
        issued, repealed = int(county.random.poisson(issues)), min(int(county.random.poisson(repeals)), before)
        in_force = county.in_force[kind] = before + issued - repealed
        counts = {"made": issued, "disclosed": issued, "in_public": in_force,
                  "issued": issued, "repealed": repealed, "in_force": in_force}  # fmt: skip
        cells = [cell for cell in _DISCLOSURE if _find_kind(cell.line.key) == kind and cell.column.key in counts]
        figures |= {cell.code: counts[cell.column.key] for cell in cells}
    return figures


def _simulate_cell(county: _County, cell: Cell, index: int) -> float:
    """A count or an amount that hangs together with no other cell, around the level of its line or its own."""
    level = county.levels.get(cell.line.key, _CELL_LEVELS.get(cell.key, _ANY_LEVEL) * county.size)
    count = _simulate_count(county, level, index)
    if cell.measured_in is MeasuredIn.COUNT:
        return count
    return round(count + _PARTS_OF_UNIT.get(cell.column.key, _ANY_PART), 2)


def _simulate_requests(county: _County, index: int, year: int) -> Figures:
    """Table III: what came in and was left over is answered or carried forward, column by column."""
    random, figures = county.random, Figures()
    fresh = random.multinomial(_simulate_count(county, 90 * county.size, index, 0.3), county.shares)
    sums: dict[str, int] = {}
    for applicant, new in zip(_APPLICANTS, fresh.tolist(), strict=True):
        opened = county.carried[applicant]
        left = int(random.binomial(new + opened, county.backlog))
        answered = new + opened - left
        outcomes = dict(zip(_OUTCOMES, random.multinomial(answered, county.weights).tolist(), strict=True))
        for undivided in UNDIVIDED:
            parts = form.list_lines_of_group(Table.III, undivided.stands_for)
            outcomes[undivided.key] = sum(outcomes[part] for part in parts if part != undivided.key)
        column = {"new": new, "carried_over": opened, **outcomes, "answered": answered, "carried_forward": left}
        county.carried[applicant] = left
        for line, value in column.items():
            figures[find_code(Table.III, line, applicant)] = value
            sums[line] = sums.get(line, 0) + value
    return figures | {find_code(Table.III, line, "total"): value for line, value in sums.items()}


def _simulate_remedies(county: _County, figures: Mapping[int, float], year: int, edition: Edition) -> Figures:
    """Table IV, in proportion to what was answered; suits without reconsideration become few in 2024. Cases that were
    pending are decided in the next year, and counted there again."""
    random, out = county.random, Figures()
    answered = figures[find_code(Table.III, "answered", "total")]
    direct = 0.1 if year >= _DUE_TO_RECONSIDER else 0.4
    keys = form.list_results(edition)
    weights = np.array([_RESULT_WEIGHTS.get(key, 1.0) for key in keys])
    for block, share in (("reconsideration", 1.0), ("suit_direct", direct), ("suit_after", 0.3)):
        cases = int(random.poisson(answered * county.disputes * share))
        results = dict(zip(keys, random.multinomial(cases, weights / weights.sum()).tolist(), strict=True))
        waiting = int(county.before.get(find_code(Table.IV, block, "pending"), 0))
        results["upheld"] += waiting
        out |= {find_code(Table.IV, block, result): value for result, value in results.items()}
        out[find_code(Table.IV, block, "total")] = cases + waiting
    return out


def _select_on_form(figures: Mapping[int, float], editions: Mapping[Table, Edition]) -> Figures:
    codes = [cell.code for table, edition in editions.items() for cell in form.list_form_cells(table, edition)]
    return {code: figures[code] for code in codes if code in figures}


def _print_value(county: _County, code: int, value: float) -> str:
    """As this county prints: its own sign for nothing in table II and in cells that are no sums."""
    if np.isnan(value):
        return ""
    cell = form.map_cells_by_code()[code]
    if value == 0 and cell.column.key != "total" and cell.table is not Table.IV:
        return county.nothing
    if value != int(value):
        return f"{value:,.2f}" if county.thousands else f"{value:.2f}"
    sign = "+" if cell.column.key == "item_change" and value > 0 and county.thousands else ""
    return f"{sign}{int(value):,}" if county.thousands else f"{sign}{int(value)}"


def _write_prose(figures: Mapping[int, float]) -> str:
    new, answered = (int(figures[find_code(Table.III, line, "total")]) for line in ("new", "answered"))
    return f"　　本年度新收政府信息公开申请{new}件，办结{answered}件。以上文字和表中数字均为模拟生成。"
