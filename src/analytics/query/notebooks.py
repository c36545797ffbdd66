"""An open build for notebooks: it shows itself, takes a name where a list is meant, and its frames have types.

Columns of text are ``str``, years ``Int16``, values ``float64`` with a status beside them, marks ``bool``, days dates.
Missing is NA, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.exports.table import KEYS, LONG_SHAPE
from analytics.query.frames import explain_refusals, list_values, rows, type_columns
from analytics.transforms.series.complete import NO_REPORT
from analytics.vocabulary.measures import list_measures, list_measures_before_2019
from analytics.vocabulary.terms import Kind, Level
from analytics.warehouse.read import Warehouse
from analytics.warehouse.read import open_warehouse as _open
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_html

YEAR_OVER_YEAR = [
    "province", "prefecture", "organ", "place_code", "year", "measure", "value_previous", "value", "difference",
    "percent", "basis", "absent_reason", "is_coverage_suspected", "is_small_base", "is_certain",
]  # fmt: skip
"""Columns of a comparison with the year before: ``percent`` 0.1 is ten per cent; where there is no difference,
``absent_reason`` says why."""


@explain_refusals()
def open_warehouse(folder: str | Path = "data/warehouse", *, language: Language | str = Language.EN) -> Collection:
    """The current build of a warehouse folder, to be used with ``with``, or as it is in a notebook; ``language`` is
    that in which it shows itself. Raises WarehouseError where there is no build.

    >>> warehouse = analytics.open_warehouse("data/warehouse")
    >>> warehouse.year_over_year("penalty_decisions", 2023)
    """
    return Collection(_open(Path(folder)), Language(language))


class Collection(Warehouse):
    """One build, open for reading: what :func:`analytics.open_warehouse` gives. Use it with ``with``, or close it."""

    def __init__(self, opened: Warehouse, language: Language = Language.EN) -> None:
        super().__init__(opened._con, opened.folder, opened.build_id)
        self.language = language

    def __repr__(self) -> str:
        return "\n".join(f"{label}: {value}" for label, value in self._describe())

    def _repr_html_(self) -> str:
        """The build, its counts and its years, and what to ask next, as notebooks show an object."""
        lines = "".join(
            f"<tr><th style='text-align:left'>{escape_html(label)}</th><td>{escape_html(value)}</td></tr>"
            for label, value in self._describe()
        )
        return f"<table>{lines}</table>"

    def _describe(self) -> list[tuple[str, str]]:
        build, reports = self.build(), self.reports()
        years = sorted({int(year) for year in reports["year"].dropna()})
        values = {
            "build": f"{build.build_id} ({build.built_at:%Y-%m-%d %H:%M} UTC)",
            "folder": str(self.folder),
            "reports": number(len(reports), self.language),
            "organs": number(reports["organ_id"].nunique(), self.language),
            "years": f"{years[0]}–{years[-1]}" if years else "–",
            "documents": number(build.documents, self.language),
            "next": ".measures()  .organs()  .rows(…)  .year_over_year(…)",
        }
        return [(say(f"notebook.{key}", self.language), value) for key, value in values.items()]

    def measures(self) -> pd.DataFrame:
        """One row a measure, by its key: label (Chinese), english, group, unit (of ``vocabulary.measures.model.Unit``),
        is_rate, formula (of a rate), and reports, the number of organs and years that have a value."""
        every = (*list_measures(), *list_measures_before_2019())
        frame = pd.DataFrame(
            [
                (measure.key, measure.label, measure.english, measure.group, str(measure.unit), measure.is_rate,
                 measure.formula_english if self.language is Language.EN else measure.formula)
                for measure in every
            ],
            columns=["measure", "label", "english", "group", "unit", "is_rate", "formula"],
        ).set_index("measure")  # fmt: skip
        found = super().changes([key for key in frame.index if key in self._measures], columns=["value"])
        counts = found.dropna(subset=["value"])["measure"].value_counts()
        return frame.assign(reports=counts.reindex(frame.index, fill_value=0))  # counted, none found

    def rows(
        self,
        measures: str | Iterable[str],
        *,
        organs: str | Iterable[str] | None = None,
        years: int | Iterable[int] | None = None,
        only_reports: bool = False,
        shape: str = LONG_SHAPE,
        names: Language | str = KEYS,
    ) -> pd.DataFrame:
        """:func:`analytics.rows` of this build."""
        return rows(self, measures, organs=organs, years=years, only_reports=only_reports, shape=shape, names=names)

    def year_over_year(
        self,
        measures: str | Iterable[str],
        years: int | Iterable[int] | None = None,
        *,
        level: Level | str | None = Level.COUNTY,
        kind: Kind | str | None = Kind.GOVERNMENT,
        organs: str | Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """One row [YEAR_OVER_YEAR] an organ, year and measure with a report: the value, that of the year before, the
        difference. Of all county governments by default; ``level`` and ``kind`` None leave none out.

        A difference that two reports do not give is absent with its reason, never zero. Raises SelectionError for what
        is unknown.
        """
        found = rows(self, measures, organs=organs, years=years)
        chosen = found["status"] != NO_REPORT
        for column, value in (("level", level), ("kind", kind)):
            if value is not None and organs is None:
                chosen &= found[column] == str(value)
        order = ["measure", "year", "province", "prefecture", "organ"]
        return found.loc[chosen, YEAR_OVER_YEAR].sort_values(order, ignore_index=True)

    def find_measures(self, words: str) -> pd.DataFrame:
        """The :meth:`measures` whose key or name, in either language, has the words in it."""
        frame = self.measures()
        texts = frame.index.to_series() + "\n" + frame["label"] + "\n" + frame["english"]
        return frame[texts.str.contains(words, case=False, regex=False)]

    def find_organs(self, words: str) -> pd.DataFrame:
        """The organs whose name, place code or name in Latin letters has the words in it, with all columns of
        :meth:`organs`."""
        frame = self.organs()
        plain = words.replace(" ", "")
        texts = frame["organ"] + "\n" + frame["place_code"].fillna("") + "\n" + frame["pinyin"].fillna("")
        return frame[texts.str.replace(" ", "").str.contains(plain, case=False, regex=False)]

    def figures(
        self,
        cells: int | Sequence[int] | None = None,
        organs: int | Sequence[int] | None = None,
        years: int | Sequence[int] | None = None,
        **options: Any,
    ) -> pd.DataFrame:
        """As :meth:`Warehouse.figures`, of one or several cells, organs (by organ_id) and years."""
        return type_columns(super().figures(list_values(cells), list_values(organs), list_values(years), **options))

    def changes(
        self,
        measures: str | Sequence[str],
        organs: int | Sequence[int] | None = None,
        years: int | Sequence[int] | None = None,
        **options: Any,
    ) -> pd.DataFrame:
        """As :meth:`Warehouse.changes`, of one or several measures, organs (by organ_id) and years."""
        found = super().changes(list_values(measures), list_values(organs), list_values(years), **options)
        return type_columns(found)

    def findings(self, report_ids: int | Sequence[int] | None = None) -> pd.DataFrame:
        """As :meth:`Warehouse.findings`, of one or several reports."""
        return super().findings(list_values(report_ids))

    def narrative(self, report_ids: int | Sequence[int]) -> pd.DataFrame:
        """As :meth:`Warehouse.narrative`, of one or several reports."""
        return super().narrative(list_values(report_ids))
