"""Everything that can be charted: cells joined over the editions, computed counts and rates, with their notes.

A measure's ``cells`` are summed; an edition that is absent does not have the measure on its form. Only what really
continues over the edition break is joined: decisions, table III with （六） as the sum of its three rows, table IV.
Keys are stable: they stand in links and exports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from analytics.vocabulary import form
from analytics.vocabulary.terms import Edition, Table

SMALL_BASE = 10
"""A percentage or rate over fewer is marked: one case more or less moves it by ten points."""
SUSPECTED_FACTOR = 5.0
"""A change of decisions beyond ×5 or ÷5 is rather another coverage than another conduct (洪泽 许可 550 → 9,487)."""
LAW_BREAK_YEAR = 2024
"""Since 1 January 2024 a refusal to disclose goes to reconsideration before a suit (行政复议法 art. 23)."""


POPULATION = "population"
"""Key of the residents that rates per 10,000 are divided by: from the user's list, never from a report."""
POPULATION_CELL = 9_000
"""Stands for the population among cells; codes of the form lie below, those of prose above."""


class Unit(StrEnum):
    """What a measure is counted in."""

    COUNT = "count"
    ITEMS = "items"
    WAN_YUAN = "wan_yuan"
    SHARE = "share"
    PER_100 = "per_100"
    PER_10000 = "per_10000"
    PERSONS = "persons"

    @property
    def factor(self) -> float:
        """What a ratio is multiplied by: per hundred, per ten thousand."""
        return {Unit.PER_100: 100.0, Unit.PER_10000: 10_000.0}.get(self, 1.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """One chartable quantity.

    ``stated_cells`` print the value of the year before (上一年项目数量), ``change_cell`` the change the report itself
    states (本年增/减). Rates have ``numerator`` and ``denominator``: keys of measures, each side summed.
    """

    key: str
    label: str
    english: str
    group: str
    unit: Unit
    cells: Mapping[Edition, tuple[int, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    stated_cells: tuple[int, ...] = ()
    change_cell: int | None = None
    formula: str = ""
    formula_english: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether the measure is a ratio of two sums."""
        return bool(self.denominator)

    @property
    def is_per_resident(self) -> bool:
        """Whether the measure needs the population of the place."""
        return self.denominator == (POPULATION,)

    @property
    def stock_cells(self) -> frozenset[int]:
        """Members that no sum may count as zero: a blank number of items is not a list without items."""
        own = {code for codes in self.cells.values() for code in codes}
        return frozenset(own - {self.change_cell}) if self.change_cell in own else frozenset()

    def named(self, language: str) -> str:
        """The measure's name in a language (``zh`` or ``en``)."""
        return self.label if language == "zh" else self.english

    @property
    def tables(self) -> frozenset[Table]:
        """The tables whose edition and reach the measure depends on."""
        if self.is_rate:
            return frozenset(table for key in (*self.numerator, *self.denominator) for table in measure(key).tables)
        codes = {code for own in self.cells.values() for code in own} - {POPULATION_CELL}
        return frozenset(form.cells_by_code()[code].table for code in codes)

    @property
    def all_cells(self) -> frozenset[int]:
        """Every cell needed to compute the measure."""
        if self.is_rate:
            return frozenset(code for key in (*self.numerator, *self.denominator) for code in measure(key).all_cells)
        own = {code for codes in self.cells.values() for code in codes}
        extra = {self.change_cell} if self.change_cell is not None else set()
        return frozenset(own | set(self.stated_cells) | extra)


_E19, _E21 = Edition.E2019, Edition.E2021


def _ii(line: str, column: str) -> int:
    return form.cell(Table.II, line, column).code


def _iii(*lines: str, column: str = "total") -> tuple[int, ...]:
    return tuple(form.cell(Table.III, line, column).code for line in lines)


def _decisions() -> Iterator[Measure]:
    for line, key in (("penalties", "penalty"), ("licensing", "licensing"), ("coercion", "coercion")):
        label = form.line(Table.II, line)
        yield Measure(
            f"{key}_decisions",
            f"{label.label}处理决定数量",
            f"{label.english}: decisions made",
            "decisions",
            Unit.COUNT,
            {_E19: (_ii(line, "decisions_2019"),), _E21: (_ii(line, "decisions"),)},
            ("coverage_unknown",),
        )
    yield Measure(
        "other_service_decisions",
        "其他对外管理服务事项处理决定数量",
        "Other public-facing services: decisions made",
        "decisions",
        Unit.COUNT,
        {_E19: (_ii("other_services", "decisions_2019"),)},
        ("coverage_unknown", "off_form_2021"),
    )


def _items() -> Iterator[Measure]:
    lines = (
        ("penalties", "penalty"),
        ("licensing", "licensing"),
        ("coercion", "coercion"),
        ("other_services", "other_service"),
        ("charges", "charge"),
    )
    for line, key in lines:
        label = form.line(Table.II, line)
        prior, change = _ii(line, "prior_items"), _ii(line, "item_change")
        yield Measure(
            f"{key}_items",
            f"{label.label}项目数量（清单事项）",
            f"{label.english}: items on the list of powers",
            "items",
            Unit.ITEMS,
            {_E19: (prior, change)},
            ("items_not_decisions", "off_form_2021"),
            (),
            (),
            (prior,),
            change,
            "上一年项目数量 + 本年增/减",
            "items in the previous year + change this year",
        )


def _documents() -> Iterator[Measure]:
    for line, key, edition, columns in (
        ("rules", "rules", _E19, ("made", "disclosed", "in_public")),
        ("normative", "normative", _E19, ("made", "disclosed", "in_public")),
        ("rules", "rules", _E21, ("issued", "repealed", "in_force")),
        ("admin_normative", "normative", _E21, ("issued", "repealed", "in_force")),
    ):
        label = form.line(Table.II, line)
        for column in columns:
            named = form.column(Table.II, column)
            yield Measure(
                f"{key}_{column}",
                f"{label.label}{named.label}",
                f"{label.english}: {named.english.lower()}",
                "documents",
                Unit.COUNT,
                {edition: (_ii(line, column),)},
                ("off_form_2021" if edition is _E19 else "off_form_2019",),
            )


def _money() -> Iterator[Measure]:
    yield Measure(
        "charges_collected",
        "行政事业性收费金额",
        "Administrative charges collected",
        "money",
        Unit.WAN_YUAN,
        {_E21: (_ii("charges", "charged"),)},
        ("charges_meaning", "off_form_2019"),
    )
    yield Measure(
        "procurement_projects",
        "政府集中采购项目数量",
        "Centralised procurement: projects",
        "money",
        Unit.COUNT,
        {_E19: (_ii("procurement", "projects"),)},
        ("off_form_2021",),
    )
    yield Measure(
        "procurement_amount",
        "政府集中采购总金额",
        "Centralised procurement: amount",
        "money",
        Unit.WAN_YUAN,
        {_E19: (_ii("procurement", "amount"),)},
        ("amount_converted", "off_form_2021"),
    )


_OTHERWISE = {_E19: _iii("other_2019"), _E21: _iii("correction_overdue", "fee_unpaid", "other_other")}


def _requests() -> Iterator[Measure]:
    for line in form.lines(Table.III):
        if line.is_head or line.key in ("other_2019",):
            continue
        editions = {edition: _iii(line.key) for edition in Edition if edition in line.editions}
        label = line.label.lstrip("一二四、（）七()0123456789.")
        names = {
            "new": "本年新收申请",
            "carried_over": "上年结转申请",
            "carried_forward": "结转下年度继续办理",
            "answered": "办理结果总计",
            "other_other": "其他处理·其他",
        }
        yield Measure(
            f"requests_{line.key}",
            names.get(line.key, label),
            line.english,
            "requests",
            Unit.COUNT,
            editions,
            ("regulation_2019",),
        )
    for head in (
        one for one in form.lines(Table.III) if one.is_head and one.key in ("refused", "unable", "not_processed")
    ):
        parts = _iii(*(one.key for one in form.lines(Table.III) if one.parent == head.key))
        yield Measure(
            f"requests_{head.key}",
            head.label[3:],
            head.english,
            "requests",
            Unit.COUNT,
            {_E19: parts, _E21: parts},
            ("regulation_2019", "sum_of_lines"),
            formula=f"{head.label[3:]}各项之和",
            formula_english="sum of the lines under this head",
        )
    yield Measure(
        "requests_otherwise",
        "其他处理",
        "Otherwise handled",
        "requests",
        Unit.COUNT,
        _OTHERWISE,
        ("regulation_2019", "sum_of_lines"),
        formula="2019年版为单行；2021年版为三行之和",
        formula_english="one line in the 2019 edition, the sum of three in the 2021 edition",
    )


def _applicants() -> Iterator[Measure]:
    for column in form.columns(Table.III):
        if column.key != "total":
            codes = _iii("new", column=column.key)
            yield Measure(
                f"new_{column.key}",
                f"新收申请·{column.label}",
                f"New requests from {column.english.lower()}",
                "applicants",
                Unit.COUNT,
                {_E19: codes, _E21: codes},
                ("regulation_2019",),
            )


def _remedies() -> Iterator[Measure]:
    for block in form.lines(Table.IV):
        for column in form.columns(Table.IV):
            code = (form.cell(Table.IV, block.key, column.key).code,)
            yield Measure(
                f"{block.key}_{column.key}",
                f"{block.label}·{column.label}",
                f"{block.english}: {column.english.lower()}",
                "remedies",
                Unit.COUNT,
                {_E19: code, _E21: code},
                ("law_2024", "never_sum"),
            )


def _rate(key: str, label: str, english: str, top: str, bottom: str, formula: str, plain: str, *notes: str) -> Measure:
    unit = Unit.PER_100 if key == "remedies_per_100" else Unit.SHARE
    return Measure(
        key,
        label,
        english,
        "rates",
        unit,
        {},
        notes,
        tuple(top.split()),
        tuple(bottom.split()),
        formula=formula,
        formula_english=plain,
    )


def _rates() -> Iterator[Measure]:
    answered, base = "requests_answered", "answered_denominator"
    for key, label, english, top in (
        ("disclosure_rate", "公开率", "Disclosure rate", "requests_disclosed requests_partly_disclosed"),
        ("refusal_rate", "不予公开率", "Refusal rate", "requests_refused"),
        ("unable_rate", "无法提供率", "Unable-to-provide rate", "requests_unable"),
        ("not_processed_rate", "不予处理率", "Not-processed rate", "requests_not_processed"),
        ("otherwise_rate", "其他处理率", "Otherwise-handled rate", "requests_otherwise"),
    ):
        parts = {"disclosure_rate": ("予以公开 + 部分公开", "disclosed in full + in part")}
        words = parts.get(key, (label[:-1], english.lower().replace(" rate", "")))
        yield _rate(
            key,
            label,
            english,
            top,
            answered,
            f"（{words[0]}）÷（七）总计",
            f"({words[1]}) ÷ total answered",
            base,
            "regulation_2019",
        )
    yield _rate(
        "carry_forward_rate",
        "结转率",
        "Carry-forward rate",
        "requests_carried_forward",
        "requests_new requests_carried_over",
        "结转下年度 ÷（本年新收 + 上年结转）",
        "carried forward ÷ (new + carried over)",
        "regulation_2019",
    )
    yield _rate(
        "natural_share",
        "自然人占比",
        "Share of natural persons",
        "new_natural",
        "requests_new",
        "本年新收·自然人 ÷ 本年新收·总计",
        "new requests from natural persons ÷ all new requests",
        "regulation_2019",
    )


def _remedy_rates() -> Iterator[Measure]:
    for key, label, english, blocks in (
        ("reconsideration", "复议", "Reconsideration", ("reconsideration",)),
        ("litigation", "诉讼", "Litigation", ("suit_direct", "suit_after")),
    ):
        corrected = " ".join(f"{block}_corrected" for block in blocks)
        upheld = " ".join(f"{block}_upheld" for block in blocks)
        other = " ".join(f"{block}_other_result" for block in blocks)
        closed = f"{upheld} {corrected} {other}"
        yield _rate(
            f"{key}_correction_rate",
            f"{label}纠错率",
            f"{english} correction rate",
            corrected,
            closed,
            "纠正 ÷（维持 + 纠正 + 其他）",
            "corrected ÷ (upheld + corrected + other)",
            "pending_out",
            "law_2024",
        )
        yield _rate(
            f"{key}_correction_rate_narrow",
            f"{label}纠错率（不计其他结果）",
            f"{english} correction rate without other results",
            corrected,
            f"{upheld} {corrected}",
            "纠正 ÷（维持 + 纠正）",
            "corrected ÷ (upheld + corrected)",
            "pending_out",
            "law_2024",
        )
        yield _rate(
            f"{key}_other_share",
            f"{label}其他结果占比",
            f"{english}: share of other results",
            other,
            closed,
            "其他 ÷（维持 + 纠正 + 其他）",
            "other ÷ (upheld + corrected + other)",
            "pending_out",
            "law_2024",
        )


def _remedies_ratio() -> Iterator[Measure]:
    yield _rate(
        "remedies_per_100",
        "每百件答复的复议诉讼数",
        "Remedies per 100 answers",
        "reconsideration_total suit_direct_total suit_after_total",
        "requests_answered",
        "（复议总计 + 诉讼总计）÷（七）总计 × 100",
        "(reconsideration + suits) ÷ total answered × 100",
        "remedies_ratio",
        "law_2024",
    )


_PER_RESIDENT = (
    "penalty_decisions", "licensing_decisions", "coercion_decisions", "requests_new", "requests_answered",
    "reconsideration_total", "suit_direct_total", "suit_after_total",
)  # fmt: skip


@cache
def measures_per_resident() -> tuple[Measure, ...]:
    """Counts per 10,000 residents, for collections with a list of populations."""
    return tuple(
        Measure(
            f"{one.key}_per_10000",
            f"每万人{one.label}",
            f"{one.english} per 10,000 residents",
            POPULATION,
            Unit.PER_10000,
            {},
            (*one.notes, "population"),
            (one.key,),
            (POPULATION,),
            formula=f"{one.label} ÷ 常住人口 × 10,000",
            formula_english=f"{one.english} ÷ residents × 10,000",
        )
        for one in map(measure, _PER_RESIDENT)
    )


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure that reports alone give, in the order of menus."""
    groups = (
        _decisions,
        _items,
        _documents,
        _money,
        _requests,
        _applicants,
        _remedies,
        _rates,
        _remedy_rates,
        _remedies_ratio,
    )
    return tuple(one for group in groups for one in group())


_RESIDENTS = Measure(
    POPULATION,
    "常住人口",
    "Residents",
    POPULATION,
    Unit.PERSONS,
    dict.fromkeys(Edition, (POPULATION_CELL,)),
    ("population",),
)


@cache
def _by_key() -> dict[str, Measure]:
    return {one.key: one for one in (*measures(), _RESIDENTS)}


def measure(key: str) -> Measure:
    """A measure by key; KeyError for an unknown one."""
    return _by_key()[key] if key in _by_key() else _per_resident()[key]


def has_measure(key: str) -> bool:
    """Whether the key names a measure."""
    return key in _by_key() or key in _per_resident()


@cache
def _per_resident() -> dict[str, Measure]:
    return {one.key: one for one in measures_per_resident()}


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
