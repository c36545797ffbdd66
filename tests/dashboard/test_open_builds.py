"""Builds that a server has open: shared, let go when a newer one is read, and never closed under a reader."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import psutil
import pytest
from test_pages import opened

from analytics.dashboard.pages import PAGES
from analytics.dashboard.state import open_builds
from analytics.dashboard.state.open_build import OpenBuild
from analytics.dashboard.state.open_builds import keep_with_build, open_build
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.builds.publish import find_builds_folder, find_current_build_id
from analytics.warehouse.read import Warehouse

pytestmark = pytest.mark.fault


@pytest.fixture
def copied(simulated: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A copy of the simulated documents with a build of its own; builds are let go after a moment."""
    shutil.copytree(simulated.raw, tmp_path / "raw")
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")
    ingest(settings)
    monkeypatch.setattr(open_builds, "IDLE_SECONDS", 0.3)
    monkeypatch.setattr(open_builds, "_LOOK_SECONDS", 0.1)
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    return settings


@pytest.fixture
def two_builds(copied: Settings) -> tuple[Path, str, str]:
    """A warehouse with two builds that differ by a document."""
    first = find_current_build_id(copied.warehouse)
    assert first is not None
    return copied.warehouse, first, _publish_another(copied)


def _publish_another(settings: Settings) -> str:
    document = next(path for path in sorted(Path(settings.raw).rglob("*")) if path.suffix in (".html", ".txt"))
    document.unlink()
    return ingest(settings).build_id


def _is_open(warehouse: Path, build_id: str) -> bool:
    folder = str(find_builds_folder(warehouse) / build_id)
    return any(file.path.startswith(folder) for file in psutil.Process().open_files())


def _is_true_within(seconds: float, condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not condition():
        time.sleep(0.05)
    return condition()


def test_an_old_build_is_closed_soon_after_its_last_reader_has_gone(two_builds: tuple[Path, str, str]) -> None:
    warehouse, first, second = two_builds
    open_build(warehouse, first)
    assert _is_open(warehouse, first)
    open_build(warehouse, second)
    assert _is_true_within(10, lambda: not _is_open(warehouse, first))
    assert _is_open(warehouse, second)


def test_a_reader_of_an_old_build_reads_on(two_builds: tuple[Path, str, str]) -> None:
    warehouse, first, second = two_builds
    reader = open_build(warehouse, first)
    open_build(warehouse, second)
    assert _is_true_within(10, lambda: open_build(warehouse, second) and (warehouse, first) not in open_builds._builds)
    assert len(reader.warehouse.organs()) == len(reader.organs)


def test_what_was_worked_out_goes_with_its_build(two_builds: tuple[Path, str, str]) -> None:
    _, first, second = two_builds
    calls = []

    @keep_with_build(4)
    def work(build_id: str, number: int) -> int:
        calls.append((build_id, number))
        return number

    assert [work(first, 1), work(first, 1), work(second, 1)] == [1, 1, 1]
    assert calls == [(first, 1), (second, 1)]
    time.sleep(0.4)
    assert work(second, 1) == 1 and _is_true_within(10, lambda: len(open_builds._builds) == 1)
    assert work(first, 1) == 1
    assert calls == [(first, 1), (second, 1), (first, 1)]


@pytest.mark.parametrize("page", PAGES)
def test_no_widget_keeps_the_build_that_it_was_drawn_from(
    page: str, simulated: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit keeps what a widget was given until its session ends, and the widget's successors beside it."""
    visit = opened(page, simulated, monkeypatch)
    state = object.__getattribute__(object.__getattribute__(visit.session_state, "_state"), "_state")
    widgets = state._new_widget_state.widget_metadata
    assert widgets or page == "methods"
    assert not [key for key, widget in widgets.items() if _leads_to(widget, OpenBuild, Warehouse)]


def _leads_to(start: object, *kinds: type) -> bool:
    """Whether something of these kinds can be reached from an object, other than through modules and classes."""
    seen, waiting = set[int](), [start]
    while waiting:
        found = waiting.pop()
        if isinstance(found, kinds):
            return True
        is_module = isinstance(found, dict) and "__spec__" in found
        if id(found) not in seen and not is_module and not isinstance(found, (ModuleType, type)):
            seen.add(id(found))
            waiting += gc.get_referents(found)
    return False
