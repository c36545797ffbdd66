"""The frames of pages and files for scripts and notebooks: ``analytics.rows``.

>>> with analytics.open_warehouse("data/warehouse") as warehouse:
...     analytics.rows(warehouse, "penalty_items", organs="芮城县人民政府")
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar, overload

import pandas as pd

from analytics.errors import CountyScopeError, SelectionError
from analytics.exports.table import KEYS, LONG_SHAPE, SHAPES, WIDE, YEARS, build_long_table, shape_table
from analytics.reports.identity.organs import find_organ
from analytics.transforms.series.long_frame import keep_reported
from analytics.vocabulary.measures import has_measure
from analytics.warehouse.read import Warehouse
from analytics.words import Language
from analytics.words.render import write_error

T = TypeVar("T", str, int)


@contextmanager
def explain_refusals() -> Iterator[None]:
    """Add its sentence to a refusal: a traceback prints it, and a script has no page to read it on."""
    try:
        yield
    except CountyScopeError as refusal:
        refusal.add_note(write_error(refusal, Language.EN))
        raise


@explain_refusals()
def rows(
    warehouse: Warehouse,
    measures: str | Iterable[str],
    *,
    organs: str | Iterable[str] | None = None,
    years: int | Iterable[int] | None = None,
    only_reports: bool = False,
    shape: str = LONG_SHAPE,
    names: Language | str = KEYS,
) -> pd.DataFrame:
    """One row an organ, year and measure, with the columns of ``exports.table.LONG``: what the Data page shows.
    With ``shape`` wide, one row an organ and year, a status beside each measure; with ``shape`` years, one row an
    organ and measure, a status beside each year (where there are always all years).

    ``measures`` are keys; ``organs`` are names, division codes or organ keys, all without it; each may be a single one.
    ``only_reports`` leaves out years without a report; ``names`` is ``keys``, ``zh`` or ``en``. Text is ``str``, years
    are ``Int16``, values ``float64``, marks ``bool``. Raises SelectionError for what is unknown.
    """
    keys = list_values(measures)
    refuse_unknown(keys, shape, names)
    frame = select_changes(warehouse, keys, organs=list_values(organs), years=list_values(years))
    if only_reports and shape != YEARS:
        frame = keep_reported(frame, whole_rows=shape == WIDE)
    table = build_long_table(frame, warehouse.organs(), warehouse.reports())
    return type_columns(shape_table(table, shape, names))


@overload
def list_values(values: None) -> None: ...
@overload
def list_values(values: T | Iterable[T]) -> list[T]: ...
@overload
def list_values(values: T | Iterable[T] | None) -> list[T] | None: ...
def list_values(values: T | Iterable[T] | None) -> list[T] | None:
    """A list of what is one value or several; None stays None."""
    if values is None:
        return None
    if isinstance(values, str):
        return [values]
    return list(values) if isinstance(values, Iterable) else [values]


def type_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its columns of text as ``str``; columns of lists and mappings stay as they are."""
    texts = [
        name
        for name in frame.columns
        if frame[name].dtype == object and frame[name].dropna().map(lambda value: isinstance(value, str)).all()
    ]
    return frame.astype(dict.fromkeys(texts, "str"))


def select_changes(
    warehouse: Warehouse,
    measures: Sequence[str],
    *,
    organs: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
) -> pd.DataFrame:
    """The changes behind :func:`rows`, as of ``transforms.series.long_frame``."""
    refuse_unknown(measures)
    reports = warehouse.reports()
    ids = find_organ_ids(find_organs_with_report(warehouse.organs(), reports), organs) if organs else None
    return warehouse.changes(measures, ids, check_years(reports, years))


def find_organs_with_report(organs: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The organs that have a report whose year is known."""
    return organs[organs["organ_id"].isin(reports["organ_id"])]


def check_years(reports: pd.DataFrame, years: Sequence[int] | None) -> list[int] | None:
    """The years, in order. SelectionError where one lies outside the collection, which goes from the year before its
    first report, of which that may tell, to the year of its last."""
    report_years = reports.loc[reports["is_current"], "year"].dropna()
    if years is None or report_years.empty:
        return None
    low, high = int(report_years.min()) - 1, int(report_years.max())
    outside = [year for year in sorted(set(years)) if not low <= year <= high]
    if outside:
        raise SelectionError("year_outside", years=outside, low=low, high=high)
    return sorted(set(years))


def refuse_unknown(measures: Sequence[str], shape: str = LONG_SHAPE, names: Language | str = KEYS) -> None:
    """SelectionError for a key that is no measure, a shape that no table has, or names in no language."""
    unknown = next((key for key in measures if not has_measure(key)), None)
    if unknown is not None:
        raise SelectionError("unknown_measure", name=unknown)
    for option, value, every in (("shape", shape, SHAPES), ("names", names, (KEYS, *Language))):
        if value not in every:
            raise SelectionError("unknown_option", option=option, value=value, known=every)


def find_organ_ids(organs: pd.DataFrame, names: Sequence[str]) -> list[int]:
    """Ids of organs given by name, in full or as reports shorten it, by division code or key. Raises SelectionError for
    one that is not held, with the names nearest to it."""
    found: list[int] = []
    for name in names:
        organ_rows = organs[(organs["organ"] == name) | (organs["place_code"] == name) | (organs["organ_key"] == name)]
        if organ_rows.empty:
            organ = find_organ(name, year=None)
            organ_rows = organs[(organs["place_code"] == (organ.place_code or "")) & (organs["body"] == organ.body)]
        if organ_rows.empty:
            raise _explain_unknown(name, organs["organ"].dropna().unique())
        found.extend(organ_rows["organ_id"].tolist())
    return list(dict.fromkeys(found))


def _explain_unknown(name: str, known: Iterable[str]) -> SelectionError:
    near = difflib.get_close_matches(name, list(known), n=_NEAREST)
    return (
        SelectionError("unknown_organ_near", name=name, near=near)
        if near
        else SelectionError("unknown_organ", name=name)
    )


_NEAREST = 3
"""Names that are suggested in place of one that nobody reports under."""
