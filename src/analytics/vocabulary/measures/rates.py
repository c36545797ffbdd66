"""Rates: ratios of sums of other measures, each with its formula in words. They are recomputed, never averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.measures.model import POPULATION, Measure, Unit
from analytics.vocabulary.terms import Table


class _Rate(NamedTuple):
    """One rate; ``top`` and ``bottom`` are keys of measures that are summed."""

    key: str
    label: str
    english: str
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    formula: str
    plain: str
    notes: tuple[str, ...]
    unit: Unit = Unit.SHARE


_ANSWERED, _RECEIVED = ("requests_answered",), ("requests_new", "requests_carried_over")
_OF_ANSWERED = ("answered_denominator", "regulation_2019")
_REQUESTS = (
    _Rate("disclosure_rate", "公开率", "Disclosure rate", ("requests_disclosed", "requests_partly_disclosed"),
          _ANSWERED, "（予以公开 + 部分公开）÷（七）总计", "(disclosed in full + in part) ÷ total answered",
          _OF_ANSWERED),
    _Rate("refusal_rate", "不予公开率", "Refusal rate", ("requests_refused",),
          _ANSWERED, "（不予公开）÷（七）总计", "(refusal) ÷ total answered", _OF_ANSWERED),
    _Rate("unable_rate", "无法提供率", "Unable-to-provide rate", ("requests_unable",),
          _ANSWERED, "（无法提供）÷（七）总计", "(unable-to-provide) ÷ total answered", _OF_ANSWERED),
    _Rate("not_processed_rate", "不予处理率", "Not-processed rate", ("requests_not_processed",),
          _ANSWERED, "（不予处理）÷（七）总计", "(not-processed) ÷ total answered", _OF_ANSWERED),
    _Rate("otherwise_rate", "其他处理率", "Otherwise-handled rate", ("requests_otherwise",),
          _ANSWERED, "（其他处理）÷（七）总计", "(otherwise-handled) ÷ total answered", _OF_ANSWERED),
    _Rate("carry_forward_rate", "结转率", "Carry-forward rate", ("requests_carried_forward",),
          _RECEIVED, "结转下年度 ÷（本年新收 + 上年结转）", "carried forward ÷ (new + carried over)",
          ("regulation_2019",)),
    _Rate("natural_share", "自然人占比", "Share of natural persons", ("new_natural",), ("requests_new",),
          "本年新收·自然人 ÷ 本年新收·总计", "new requests from natural persons ÷ all new requests",
          ("regulation_2019",)),
)  # fmt: skip

_COURSES = (("reconsideration", "复议", "Reconsideration", ("reconsideration",)),
            ("litigation", "诉讼", "Litigation", ("suit_direct", "suit_after")))  # fmt: skip
_TOTALS = ("reconsideration_total", "suit_direct_total", "suit_after_total")
_RATIO = _Rate(
    "remedies_per_100", "每百件答复的复议诉讼数", "Remedies per 100 answers", _TOTALS, _ANSWERED,
    "（复议总计 + 诉讼总计）÷（七）总计 × 100", "(reconsideration + suits) ÷ total answered × 100",
    ("remedies_ratio", "law_2024"), Unit.PER_100,
)  # fmt: skip

_PENDING = "pending"
_CLOSED = tuple(form.find_column(Table.IV, key) for key in form.list_results() if key != _PENDING)
"""The results of table IV that end a case."""

_PER_RESIDENT = (
    "penalty_decisions", "licensing_decisions", "coercion_decisions", "requests_new", "requests_answered", *_TOTALS,
)  # fmt: skip


def list_rates(known: Mapping[str, Measure]) -> Iterator[Measure]:
    """The rates that reports alone give; ``known`` are the measures that they are made of."""
    for rate in (*_REQUESTS, *_list_remedy_rates(), _RATIO):
        yield Measure(
            key=rate.key,
            label=rate.label,
            english=rate.english,
            group="rates",
            unit=rate.unit,
            cells={},
            notes=rate.notes,
            numerator=rate.top,
            denominator=rate.bottom,
            formula=rate.formula,
            formula_english=rate.plain,
            members=tuple(known[key] for key in (*rate.top, *rate.bottom)),
        )


def _name_cases(blocks: tuple[str, ...], result: str) -> tuple[str, ...]:
    """Keys of the measures that count a result of some blocks."""
    return tuple(f"{block}_{result}" for block in blocks)


def _list_remedy_rates() -> Iterator[_Rate]:
    """How often an organ was corrected, of all cases closed and of those that were upheld or corrected."""
    notes = ("pending_out", "law_2024")
    closed_label = " + ".join(result.label.replace("结果", "") for result in _CLOSED)
    closed_english = " + ".join(result.english.lower().removesuffix(" result") for result in _CLOSED)
    for key, label, english, blocks in _COURSES:
        upheld, corrected, other = (_name_cases(blocks, result) for result in ("upheld", "corrected", "other_result"))
        closed = tuple(key for result in _CLOSED for key in _name_cases(blocks, result.key))
        yield _Rate(
            f"{key}_correction_rate", f"{label}纠错率", f"{english} correction rate", corrected, closed,
            f"纠正 ÷（{closed_label}）", f"corrected ÷ ({closed_english})", notes,
        )  # fmt: skip
        yield _Rate(
            f"{key}_correction_rate_narrow", f"{label}纠错率（不计其他结果）",
            f"{english} correction rate without other results", corrected, (*upheld, *corrected),
            "纠正 ÷（维持 + 纠正）", "corrected ÷ (upheld + corrected)", notes,
        )  # fmt: skip
        yield _Rate(
            f"{key}_other_share", f"{label}其他结果占比", f"{english}: share of other results", other, closed,
            f"其他 ÷（{closed_label}）", f"other ÷ ({closed_english})", notes,
        )  # fmt: skip


def list_per_resident(known: Mapping[str, Measure]) -> Iterator[Measure]:
    """Counts per 10,000 residents, for collections with a list of populations."""
    for count in (known[key] for key in _PER_RESIDENT):
        yield Measure(
            key=f"{count.key}_per_10000",
            label=f"每万人{count.label}",
            english=f"{count.english} per 10,000 residents",
            group=POPULATION,
            unit=Unit.PER_10000,
            cells={},
            notes=(*count.notes, "population"),
            numerator=(count.key,),
            denominator=(POPULATION,),
            formula=f"{count.label} ÷ 常住人口 × 10,000",
            formula_english=f"{count.english} ÷ residents × 10,000",
            members=(count, known[POPULATION]),
        )
