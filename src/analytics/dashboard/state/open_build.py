"""One open build as pages see it: its organs and reports, and what is looked up in them at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.transforms.groups.peers import list_areas, list_sorts
from analytics.transforms.rows import each_row, hold_text_as_objects
from analytics.transforms.series.editions import list_earlier_editions
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.measures import Measure, list_narrative_measures
from analytics.vocabulary.places.divisions import find_place
from analytics.vocabulary.places.english import translate_area, write_english
from analytics.vocabulary.terms import Origin
from analytics.warehouse.read import Warehouse
from analytics.warehouse.records import Build
from analytics.words import Language

_MOST_ORGANS = 512
"""Organs whose reports are kept apart."""


@dataclass(frozen=True)
class OpenBuild:
    """One open build with the small frames every page needs."""

    warehouse: Warehouse
    organs: pd.DataFrame
    reports: pd.DataFrame
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out from the build and goes with it, by function (``open_builds.keep_with_build``)."""

    @cached_property
    def build(self) -> Build:
        """The build's own record."""
        return self.warehouse.build()

    @cached_property
    def names(self) -> dict[int, str]:
        """Organ's name by id."""
        return dict(zip(self.organs["organ_id"], self.organs["organ"], strict=True))

    @cached_property
    def english_names(self) -> dict[int, str]:
        """Organ's name by id for English pages: in Latin letters and translated, with the printed name behind."""
        places = {code: place.name for code in self.organs["place_code"].dropna() if (place := find_place(code))}
        return {row.organ_id: write_english(row.organ, places.get(row.place_code, "")) for row in each_row(self.organs)}

    def name_organs(self, language: Language) -> dict[int, str]:
        """Organ's name by id as pages of a language write it; files keep ``names``."""
        return self.english_names if language is Language.EN else self.names

    @cached_property
    def keys(self) -> dict[str, int]:
        """Organ's id by key, of organs with a current report, in order of name."""
        reporting_organs = self.organs[self.organs["organ_id"].isin(self.reports["organ_id"])].sort_values("organ")
        return dict(zip(reporting_organs["organ_key"], reporting_organs["organ_id"], strict=True))

    @cached_property
    def keys_of(self) -> dict[int, str]:
        """Organ's key by id: ``keys`` the other way round."""
        return {organ_id: key for key, organ_id in self.keys.items()}

    @cached_property
    def placed(self) -> pd.DataFrame:
        """Organs with a place and a current report: those that can be compared."""
        return self.organs[self.organs["organ_key"].isin(list(self.keys)) & self.organs["place_code"].notna()]

    @cached_property
    def area_names(self) -> dict[str, str]:
        """Areas that hold organs, by code: the country, provinces, their prefectures."""
        return {area.code: area.name for area in list_areas(self.placed)}

    @cached_property
    def _english_areas(self) -> dict[str, str]:
        return {code: translate_area(name) for code, name in self.area_names.items()}

    def name_areas(self, language: Language) -> dict[str, str]:
        """The same as pages of a language name them: English ones in Latin letters first, as organs."""
        return self._english_areas if language is Language.EN else self.area_names

    @cached_property
    def sorts(self) -> list[tuple[str, str]]:
        """(level, kind) of the organs, the most frequent first."""
        return list_sorts(self.placed)

    @cached_property
    def years(self) -> list[int]:
        """Years in which any report is held."""
        return sorted({int(year) for year in self.reports["year"].dropna().unique()})

    @property
    def span(self) -> range:
        """The years that can be shown: the first report may state the year before it."""
        return range(self.years[0] - 1, self.years[-1] + 1)

    @cached_property
    def report_count(self) -> int:
        """Organs' years with a report: what pages count; a second account of the same year is not another report."""
        return len(self.reports[["organ_id", "year"]].drop_duplicates())

    @cached_property
    def simulated_count(self) -> int:
        """How many of the reports are simulated."""
        return int((self.reports["origin"] == Origin.SIMULATED).sum())

    @cached_property
    def _positions(self) -> dict[Any, Any]:
        """Where the reports of each organ stand among all: looking through twenty thousand would cost every page."""
        return dict(self.reports.groupby("organ_id").indices)

    @cached_property
    def _select_reports(self) -> Callable[[int], pd.DataFrame]:
        reports, positions = hold_text_as_objects(self.reports), self._positions
        return lru_cache(maxsize=_MOST_ORGANS)(lambda organ_id: reports.iloc[positions.get(organ_id, [])])

    def select_reports(self, organ_id: int) -> pd.DataFrame:
        """The reports of one organ, text as objects. A page asks for them half a dozen times, and a slice of so many
        columns is slow."""
        return self._select_reports(organ_id)

    def select_reports_of(self, organs: Iterable[int]) -> pd.DataFrame:
        """The reports of several organs, in the order of all."""
        found = [self._positions[organ_id] for organ_id in organs if organ_id in self._positions]
        return self.reports.iloc[np.sort(np.concatenate(found)) if found else []]

    @cached_property
    def organ_of(self) -> dict[int, int]:
        """Id of the organ by that of the report."""
        return dict(zip(self.reports["report_id"].astype(int), self.reports["organ_id"].astype(int), strict=True))

    @cached_property
    def _organ_positions(self) -> dict[int, int]:
        return {int(organ_id): at for at, organ_id in enumerate(self.organs["organ_id"])}

    def select_organs(self, organs: Iterable[int]) -> pd.DataFrame:
        """The rows of some organs, in the order of all; those that the build does not have are left out."""
        positions = self._organ_positions
        return self.organs.iloc[sorted({positions[organ_id] for organ_id in organs if organ_id in positions})]

    def find_span(self, organ_id: int) -> tuple[int, ...]:
        """The years that its key figures are shown for: its first report may state the year before it. Those before the
        form of 2019 are left out where it has later ones, as few figures go back so far."""
        years = self.select_reports(organ_id)["year"].dropna()
        if years.empty:
            return tuple(self.span)
        first = int(years.min()) if years.max() < form.FIRST_YEAR else max(int(years.min()), form.FIRST_YEAR)
        return tuple(range(first - 1, self.span[-1] + 1))

    @cached_property
    def has_populations(self) -> bool:
        """Whether rates per resident can be offered."""
        return self.warehouse.has_populations()

    @cached_property
    def earlier_editions(self) -> tuple[Edition, ...]:
        """The editions before 2019 that its reports use."""
        return list_earlier_editions(self.reports)

    @cached_property
    def narrative_measures(self) -> tuple[Measure, ...]:
        """The measures of prose of which any of its reports states a figure."""
        stated = self.warehouse.prose_tables.list_subjects()
        return tuple(measure for measure in list_narrative_measures() if measure.key.removeprefix("prose_") in stated)

    def find_row(self, organ: str) -> pd.Series:
        """The organ's row, by its key."""
        return self.organs.iloc[self._key_positions[organ]]

    @cached_property
    def _key_positions(self) -> dict[str, int]:
        return {organ_key: at for at, organ_key in enumerate(self.organs["organ_key"])}
