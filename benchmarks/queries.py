"""The warehouse's reads beside the same SQL in bare DuckDB on the same file, in turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.transforms.series.complete import list_needed_cells
from analytics.vocabulary.measures import find_measure
from analytics.warehouse.read import Warehouse, open_warehouse

RUNS, _WARM, GOAL = 25, 3, "≤ 1.3 ×"


@dataclass(frozen=True, slots=True)
class QueryRow:
    """One read: rows it gives, median milliseconds of ours and of the bare SQL."""

    name: str
    rows: int
    ours: float
    bare: float

    def cells(self) -> tuple[str, ...]:
        times = (f"{self.ours:.1f}", f"{self.bare:.1f}", f"{self.ours / self.bare:.2f}")
        return (self.name, f"{self.rows:,}", *times, GOAL)


@dataclass(slots=True)
class Listener:
    """Stands for a connection and writes down what is asked of it."""

    connection: Any
    statements: list[tuple[str, list[Any]]] = field(default_factory=list)

    def cursor(self) -> Listener:
        return Listener(self.connection.cursor(), self.statements)

    def execute(self, query: str, parameters: Any = ()) -> Any:
        self.statements.append((query, list(parameters)))
        return self.connection.execute(query, list(parameters))

    def close(self) -> None:
        self.connection.close()


def measure_queries(folder: Path) -> list[QueryRow]:
    """Every read of ``_reads``. The SQL is what the warehouse itself sends, so that both answer the same question."""
    with open_warehouse(folder) as warehouse:
        return [_row(name, read, warehouse) for name, read in _reads(warehouse).items()]


def _reads(warehouse: Warehouse) -> dict[str, Callable[[], pd.DataFrame]]:
    cells = list_needed_cells([find_measure("penalty_decisions")])
    reports = warehouse.reports()
    organs = [int(one) for one in reports["organ_id"].unique()]
    middle = organs[len(organs) // 2]
    own = [int(one) for one in reports.loc[reports["organ_id"] == middle, "report_id"]]
    return {
        "one measure, all agencies and years": lambda: warehouse.figures(cells),
        "one measure, all agencies, two years": lambda: warehouse.figures(cells, years=[2023, 2024]),
        "one measure, ten agencies, all years": lambda: warehouse.figures(cells, organs[:10]),
        "one agency in full, all years": lambda: warehouse.figures(organs=[middle]),
        "findings of one agency's reports": lambda: warehouse.findings(own),
        "all reports with their documents": warehouse.reports,
        "all agencies": warehouse.organs,
    }


def _row(name: str, read: Callable[[], pd.DataFrame], warehouse: Warehouse) -> QueryRow:
    connection, rows = warehouse._con, len(read())
    heard = Listener(connection)
    warehouse._con = heard  # type: ignore[assignment]
    read()
    warehouse._con = connection

    def bare() -> None:
        for query, parameters in heard.statements:
            connection.cursor().execute(query, parameters).df()

    ours, beside = [], []
    for _ in range(RUNS + _WARM):
        ours.append(_timed(read))
        beside.append(_timed(bare))
    return QueryRow(name, rows, statistics.median(ours[_WARM:]), statistics.median(beside[_WARM:]))


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000
