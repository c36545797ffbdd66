"""Tables and prose that are another report's: last year's, or another organ's.

Required frames: ``figures`` as of ``audit.pairs``; ``texts`` (report_id, organ_id, year, number, digest, characters:
one row a section of a current report, ``digest`` that of its text without digits and white space); ``reports``
(report_id, organ_id, year, published); ``organs`` (organ_id, organ, place_code). A government and its offices print the
same tables: organs of one place are never held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analytics.audit.pairs import COLUMNS
from analytics.transforms.rows import each_row
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.rules.series import list_request_cells

LONG_TEXT = 300
"""Characters: a shorter section is the same as others because there was nothing to say."""
_LEAST_DIGITS, _FEWEST_FIGURES = 4.0, 4
"""Of table III: figures that say less are the same by chance."""


def check_copied_tables(figures: pd.DataFrame, organs: pd.DataFrame) -> pd.DataFrame:
    """A finding [COLUMNS] for every report whose table III is that of another organ of the same year."""
    printed = figures[figures["cell"].isin(list_request_cells()) & (figures["value"] > 0)]
    marks = pd.util.hash_pandas_object(printed[["cell", "value"]].astype("float64"), index=False)
    by_report = ["organ_id", "year", "report_id"]
    groups = printed.assign(mark=marks.to_numpy(), digits=np.log10(printed["value"])).groupby(by_report)
    tables = groups.agg(mark=("mark", "sum"), digits=("digits", "sum"), count=("cell", "size")).reset_index()
    tables = tables[(tables["digits"] >= _LEAST_DIGITS) & (tables["count"] >= _FEWEST_FIGURES)]
    rows = [
        (
            int(row.report_id), "tables_copied", str(find_rule("tables_copied").severity),
            {"other": other.organ, "count": int(row.count), "year": int(row.year), "fault": _fault("tables_copied")},
            sorted(int(cell) for cell in printed.loc[printed["report_id"] == row.report_id, "cell"]),
        )
        for row, other in _pair_organs(tables.merge(organs, on="organ_id"), ["year", "mark"])
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def check_copied_texts(texts: pd.DataFrame, reports: pd.DataFrame, organs: pd.DataFrame) -> pd.DataFrame:
    """A finding [COLUMNS] for every section that is last year's, or that another organ published no later."""
    long = texts[texts["characters"] >= LONG_TEXT]
    if long.empty:  # of no rows there are no dates
        return pd.DataFrame(columns=COLUMNS)
    published = reports.drop_duplicates("report_id").set_index("report_id")["published"]
    long = long.assign(published=pd.to_datetime(long["report_id"].map(published)))
    return pd.DataFrame([*_find_repeated(long), *_find_copied(long.merge(organs, on="organ_id"))], columns=COLUMNS)


def _find_repeated(texts: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    before = texts[["organ_id", "year", "number", "digest"]].assign(year=texts["year"] + 1)
    rule = find_rule("narrative_repeated")
    for row in each_row(texts.merge(before.drop_duplicates(), on=["organ_id", "year", "number", "digest"])):
        operands = {
            "section": row.number,
            "count": int(row.characters),
            "year": int(row.year),
            "fault": str(rule.fault),
        }
        yield int(row.report_id), rule.key, str(rule.severity), operands, []


def _find_copied(texts: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    rule = find_rule("narrative_copied")
    for row, other in _pair_organs(texts, ["number", "digest"]):
        if other.year < row.year or (other.year == row.year and not _is_later(other.published, row.published)):
            operands = {
                "section": row.number, "other": other.organ, "year": int(other.year), "count": int(row.characters),
                "fault": str(rule.fault),
            }  # fmt: skip
            yield int(row.report_id), rule.key, str(rule.severity), operands, []


def _pair_organs(rows: pd.DataFrame, by: list[str]) -> Iterator[tuple[Any, Any]]:
    """Each row with the first of another place's organ that is the same in ``by``, the earliest first."""
    several = rows[rows.groupby(by)["organ_id"].transform("nunique") > 1]
    order = [name for name in ("year", "published", "organ_id") if name in several.columns]
    for _, alike in several.sort_values(order).groupby(by):
        members = list(each_row(alike))
        for row in members:
            others = (
                other for other in members if other.organ_id != row.organ_id and other.place_code != row.place_code
            )
            other = next(others, None)
            if other is not None:
                yield row, other


def _is_later(published: Any, than: Any) -> bool:
    return bool(pd.notna(published) and pd.notna(than) and published > than)


def _fault(key: str) -> str:
    return str(find_rule(key).fault)
