"""What several charts find, in a sentence: of a trend what rose and fell, of one year between what ends values lie.

The sentence is a chart's title, its text for those who cannot see it and the headline of its files. It names no lowest
and no highest of values that may not be compared: of different years, or without a known rule of counting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from analytics.charts.parts.counted import count_moves, write_counts
from analytics.charts.parts.wording import (
    describe_doubts,
    has_unknown_coverage,
    write_change,
    write_difference,
    write_value,
)
from analytics.transforms.rows import each_row
from analytics.transforms.series.trend import Move, build_moves, find_largest_move, measure_ratio
from analytics.vocabulary.measures import LEAST_OF_EITHER_YEAR, SMALL_BASE, Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent


def write_trend_title(changes: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    """How one organ moved over the years shown, or how many of several rose and fell and which of them most."""
    valued_rows = changes[changes["value"].notna() & changes["stated_by_year"].isna()].sort_values("year")
    if valued_rows.empty:
        return say("chart.nothing", language, measure=measure.named(language))
    moves = build_moves(changes, measure)
    if valued_rows["organ_id"].nunique() > 1:
        return _describe_moves(moves, valued_rows, names, measure, language)
    if not moves or moves[0].stated_by_year is not None:
        return write_latest_change(valued_rows, names, measure, language)
    return _describe_move(moves[0], valued_rows, names, measure, language)


def write_latest_change(rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    """One organ's latest value and its change on the year before; required: rows with a value of its own."""
    row = next(each_row(rows.sort_values("year").tail(1)))
    words = {
        "organ": names[row.organ_id],
        "measure": measure.named(language),
        "year": int(row.year),
        "value": write_value(row.value, measure, language),
    }
    if is_missing(row.difference):
        return say("chart.one_value", language, **words) + describe_doubts(row, measure, language)
    before = write_value(row.value_previous, measure, language, with_unit=False)
    change = write_change(row, measure, language) + describe_doubts(row, measure, language)
    return say("chart.one_change", language, before=before, change=change, **words)


def write_step(before: float, now: float, measure: Measure, language: Language) -> str:
    """+30 (+300%) between two years, with the reason where there is no percentage."""
    text = write_difference(now - before, measure, language)
    if measure.is_rate:
        return text
    share = percent((now - before) / before, language, sign=True) if before else say("reason.start_zero", language)
    return f"{text}（{share}）" if language is Language.ZH else f"{text} ({share})"


def _describe_move(move: Move, rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    """From where to where, the peak or the trough between, the doubts and the breaks on the way."""
    text = say(
        "chart.one_trend",
        language,
        organ=names[move.organ_id],
        measure=measure.named(language),
        first=move.first,
        last=move.last,
        before=write_value(move.before, measure, language, with_unit=False),
        now=write_value(move.now, measure, language),
        change=write_step(move.before, move.now, measure, language),
    )
    ends = (move.before, move.now)
    for key, extreme in (("peak", rows["value"].max()), ("trough", rows["value"].min())):
        if not min(ends) <= extreme <= max(ends):
            year = int(rows.loc[rows["value"] == extreme, "year"].iloc[0])
            value = write_value(extreme, measure, language, with_unit=False)
            text += say(f"chart.{key}", language, value=value, year=year)
    text += say("doubt.suspected", language) if move.is_suspected else ""
    if move.is_small and (measure.is_rate or move.before):
        base = SMALL_BASE if measure.is_rate else LEAST_OF_EITHER_YEAR
        text += say("doubt.small_base", language, base=base)
    return text + _describe_breaks([move], language)


def _describe_moves(
    moves: Sequence[Move], rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language
) -> str:
    """How many rose, fell and stayed, those apart that may be changes of coverage and those with a single year."""
    organ_count = int(rows["organ_id"].nunique())
    words = {"measure": measure.named(language), "count": number(organ_count, language)}
    if not moves:
        return say("chart.trend_none", language, **words)
    firm = [move for move in moves if not move.is_suspected]
    first, last = min(move.first for move in moves), max(move.last for move in moves)
    is_common = all((move.first, move.last) == (first, last) for move in moves)
    text = write_moves_title(
        [move.difference for move in firm], len(moves) - len(firm), measure, language, years=(first, last),
        is_common=is_common,
    )  # fmt: skip
    if organ_count > len(moves):
        text += say("chart.trend_single", language, count=organ_count - len(moves))
    return text + _describe_largest(moves, names, measure, language) + _describe_breaks(moves, language)


def write_moves_title(
    differences: list[float],
    doubtful: int,
    measure: Measure,
    language: Language,
    *,
    years: tuple[int, int],
    is_common: bool = True,
) -> str:
    """How many rose, fell and stayed between the years, or within them where they are not common to all; changes that
    may be of coverage are counted apart."""
    words = {"measure": measure.named(language), "first": years[0], "last": years[1]}
    if not differences:
        return say("chart.pairs_unsure", language, count=number(doubtful, language), **words)
    counts = write_counts("chart", count_moves(differences), language)
    text = say("chart.pairs" if is_common else "chart.trends", language, counts=counts, **words)
    return text + (say("chart.pairs_doubtful", language, count=number(doubtful, language)) if doubtful else "")


def _describe_largest(moves: Sequence[Move], names: dict[int, str], measure: Measure, language: Language) -> str:
    """The largest move with both values and their years."""
    move = find_largest_move(moves, measure)
    if move is None or len(moves) == 1:
        return ""
    change = write_step(move.before, move.now, measure, language)
    if move.stated_by_year is not None:
        change += say("chart.as_stated", language, year=move.stated_by_year)
    before, now = (write_value(value, measure, language, with_unit=False) for value in (move.before, move.now))
    key = "chart.largest_move" if measure.is_rate else "chart.largest_ratio"
    return say(
        key, language, organ=names[move.organ_id], first=move.first, last=move.last, before=before,
        now=now, change=change,
    )  # fmt: skip


def _describe_breaks(moves: Iterable[Move], language: Language) -> str:
    """Where a new edition of the form or another law lies on the way."""
    moves = list(moves)
    text = ""
    for kind, years in (
        ("edition", sorted({year for move in moves for year in move.edition_years})),
        ("law", sorted({year for move in moves for year in move.law_years})),
    ):
        if years:
            span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
            text += say(f"chart.over_{kind}", language, years=span)
    return text


def write_span_title(rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    """Where the lowest and the highest value of several organs are, or between what ends values lie that may not be
    ranked; required: rows with a value, one an organ. Organs that share an end are counted. Rates on small bases are
    counted apart and are no end, unless fewer than two others are left."""
    is_small = rows["is_small_base"].astype(bool) if measure.is_rate else pd.Series(data=False, index=rows.index)
    firm, small = rows[~is_small], int(is_small.sum())
    small_note = ""
    if small:
        key = "chart.small_apart" if len(firm) > 1 else "chart.small_among"
        small_note = say(key, language, count=number(small, language), base=SMALL_BASE)
    return _describe_span(firm if len(firm) > 1 else rows, names, measure, language) + small_note


def _describe_span(rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language) -> str:
    low, high = (write_value(end, measure, language) for end in (rows["value"].min(), rows["value"].max()))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    words = {"measure": measure.named(language), "count": number(len(rows), language), "low": low, "high": high}
    if rows["value"].min() == rows["value"].max():
        return say(
            "chart.all_same", language, year=str(last) if first == last else f"{first}–{last}", value=high, **words
        )
    if first != last:
        return say("chart.several_years", language, first=first, last=last, **words)
    if has_unknown_coverage(measure):
        return say("chart.several_coverage", language, year=last, **words)
    ends = {
        "low_organ": name_organs(rows[rows["value"] == rows["value"].min()], names, language),
        "high_organ": name_organs(rows[rows["value"] == rows["value"].max()], names, language),
    }
    return say("chart.several", language, year=last, **words, **ends)


def name_organs(rows: pd.DataFrame, names: dict[int, str], language: Language) -> str:
    """The first organ of some, and how many there are."""
    organ = names[rows.iloc[0]["organ_id"]]
    if len(rows) == 1:
        return organ
    return say("chart.and_others", language, organ=organ, count=number(len(rows), language))


def write_index_title(
    changes: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language, base_year: int | None
) -> str:
    """How many organs end above and below their base year, each in the last year that it is drawn in, and which of them
    is farthest from it."""
    indexed_rows = changes[changes["shown"].notna() & changes["stated_by_year"].isna()]
    last_rows = (
        indexed_rows[indexed_rows["year"] != base_year].sort_values("year").drop_duplicates("organ_id", keep="last")
    )
    words = {"measure": measure.named(language), "base": base_year}
    if last_rows.empty:
        return say("chart.index_none", language, **words)
    above, below = int((last_rows["shown"] > 100).sum()), int((last_rows["shown"] < 100).sum())
    text = say(
        "chart.index_several", language,
        counts=write_counts("chart", {"above": above, "below": below, "at": len(last_rows) - above - below}, language),
        **words,
    )  # fmt: skip
    small = (last_rows["value"] / last_rows["shown"] * 100 < SMALL_BASE) | (last_rows["value"] < SMALL_BASE)
    firm = list(each_row(last_rows[~small & (last_rows["shown"] != 100)]))
    if not firm:
        return text
    far = max(firm, key=lambda row: measure_ratio(100.0, row.shown))
    return text + say(
        "chart.index_farthest", language, organ=names[far.organ_id], year=int(far.year),
        value=number(far.shown, language, digits=1),
    )  # fmt: skip
