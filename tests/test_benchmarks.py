"""The measuring code itself: what it counts as sustained, what a visitor changes, what a visit receives."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from benchmarks.beside import TABLE, export
from benchmarks.killed import measure
from benchmarks.queries import measure_queries
from benchmarks.servers import dashboard
from benchmarks.session import PageMissingError, Session, Widget
from benchmarks.visitors import Step, alone, on_page, other, sustained

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.builds.publish import find_database_path
from analytics.warehouse.read import open_warehouse
from conftest import ROOT


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("measured")
    ingest(Settings(raw=ROOT / "data" / "raw", warehouse=folder))
    return folder


@pytest.mark.slow
@pytest.mark.fault
def test_ingests_killed_at_any_moment_leave_whole_builds_and_are_made_up_for() -> None:
    """Two kills of the first ingest into an empty warehouse, two over a published build."""
    outcome = measure(kills=4)
    assert outcome.kills == 4 and not outcome.faults.total()


def _step(users: int, slow: float, failed: int = 0) -> Step:
    return Step(users, (slow,), 0.5, 100, failed)


def test_users_above_a_step_that_failed_are_not_sustained() -> None:
    assert sustained([_step(5, 100), _step(10, 250), _step(25, 100)]) == "5"
    assert sustained([_step(5, 100), _step(10, 100, failed=1)]) == "5"
    assert sustained([_step(5, 201)]) == "fewer than 5"
    assert sustained([_step(5, 100), _step(10, 200)]) == "10 or more"


@pytest.mark.parametrize(
    "widget",
    [
        Widget("selectbox", "a", "x", ["x", "y"]),
        Widget("multiselect", "a", ["x"], ["x", "y"]),
        Widget("button_group", "a", ["x"], ["x", "y"]),
        Widget("checkbox", "a", True),
        Widget("slider", "a", [2019.0, 2020.0], low=2019, high=2020),
        Widget("slider", "a", [2019.0, 2021.0], low=2019, high=2021),
    ],
)
def test_a_change_is_a_change(widget: Widget) -> None:
    for seed in range(20):
        assert other(widget, Random(seed)) != widget.state


def test_every_figure_goes_into_the_peers_database(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.db"
    export(find_database_path(warehouse, None), file)
    with sqlite3.connect(file) as made, open_warehouse(warehouse) as build:
        (count,) = made.execute(f"SELECT count(*) FROM {TABLE}").fetchone()
        assert count == len(build.figures()) > 100
    made.close()


def test_every_read_is_timed_beside_its_own_sql(warehouse: Path) -> None:
    rows = {row.name: row for row in measure_queries(warehouse)}
    assert rows["one measure, all agencies and years"].rows > 1
    assert all(row.ours > 0 and row.bare > 0 for row in rows.values())


@pytest.mark.slow
def test_a_visitor_changes_the_measure_and_receives_the_page(warehouse: Path) -> None:
    async def visit(port: int) -> tuple[object, object, int]:
        async with Session(port) as session:
            await session.open("trends", "lang=en&m=penalty_items")
            before = session.widgets["measure"].state
            received = await session.change("measure", other(session.widgets["measure"], Random(1)))
            after = session.widgets["measure"].state
            with pytest.raises(PageMissingError):
                await session.open("nowhere")
            return before, after, received

    with dashboard(warehouse, ROOT / "data" / "raw") as server:
        # In a thread of their own: a browser of other tests may run a loop in this one.
        with ThreadPoolExecutor(1) as apart:
            before, after, received = apart.submit(lambda: asyncio.run(visit(server.port))).result()
            times = apart.submit(lambda: alone(server, "trends", on_page("trends"), runs=2).times).result()
        assert before and after and before != after
        assert received > 1000
        assert len(times) == 2
