"""Reading never gets worse: every format beside the floor that it has reached, which only rises (``make quality``)."""

from __future__ import annotations

import importlib.util
import json
import os

import pytest
from benchmarks.accuracy import TARGET, row_of
from benchmarks.producers.originals import reports
from benchmarks.producers.workshop import PRODUCERS, Workshop, missing
from benchmarks.quality import FALLING, FLOOR, MEASURED, RISING, kinds, raised, readings, readings_of

from analytics.simulate.quality import Quality

FLOORS = json.loads(FLOOR.read_text("utf-8"))
TARGETS = {
    "html": 1.0,
    "txt": 1.0,
    "docx": 1.0,
    "xlsx": 1.0,
    "mht": 1.0,
    "pdf": 0.999,
    "ofd": 0.999,
    "scan clean": 0.995,
}
"""Shares of form cells that must be exact, whatever the floor."""
MOST_FLAGGED = 0.05


def test_every_kind_has_a_floor() -> None:
    assert set(FLOORS) == {*kinds(), *PRODUCERS}


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=pytest.mark.slow if kind.startswith("scan") else []) for kind in kinds()]
)
def test_no_format_is_read_worse_than_before(kind: str) -> None:
    if kind.startswith("scan") and importlib.util.find_spec("rapidocr") is None:
        pytest.skip("recognition is not installed: run make setup-ocr")
    found, floor = sum(readings(kind), Quality()).shares(), FLOORS[kind]
    assert all(found[name] >= floor[name] for name in RISING), found
    assert all(found[name] <= floor[name] for name in FALLING), found
    assert found["exact"] >= TARGETS.get(kind, 0)
    assert found["silent"] == 0
    assert found["flagged"] <= MOST_FLAGGED


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Simulated reports, and the programs that make files of them; in continuous integration none may be missing."""
    if absent := missing():
        reason = f"not on this machine: {', '.join(absent)}; run make setup-producers"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return Workshop(
        tmp_path_factory.mktemp("producers"), reports(max(producer.sample for producer in PRODUCERS.values()))
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "key",
    [
        pytest.param(key, marks=pytest.mark.xdist_group(f"producers {producer.sample}"))
        for key, producer in PRODUCERS.items()
    ],
)
def test_what_another_program_makes_is_read_no_worse_than_before(key: str, workshop: Workshop) -> None:
    if PRODUCERS[key].format == "scan" and importlib.util.find_spec("rapidocr") is None:
        pytest.skip("recognition is not installed: run make setup-ocr")
    floor = FLOORS[key]
    found = sum(readings_of(key, workshop, PRODUCERS[key].sample), Quality()).shares()
    assert found["exact"] >= floor["exact"], found
    assert found["silent"] <= floor["silent"], found


def test_every_producer_takes_what_is_made_before_it() -> None:
    before = {"html", "docx", "xlsx"}
    for key, producer in PRODUCERS.items():
        assert producer.source in before
        assert producer.sample <= producer.documents
        before.add(key)


def test_the_floor_only_rises() -> None:
    floor = {"read": 0.9, "exact": 0.8, "silent": 0, "flagged": 0.02}
    found = {"read": 0.8, "exact": 0.9, "silent": 1, "flagged": 0.01}
    assert raised(floor, found) == {"read": 0.9, "exact": 0.9, "silent": 0, "flagged": 0.01}


def test_the_methods_page_shows_what_was_measured() -> None:
    measured = json.loads(MEASURED.read_text("utf-8"))
    assert list(measured) == list(FLOORS)
    floors = {kind: FLOORS[kind] for kind in kinds()}
    assert all(measured[kind][name] <= floor[name] for kind, floor in floors.items() for name in RISING)


def test_the_page_of_accuracy_tells_every_format_and_producer_with_its_command() -> None:
    measured, page = json.loads(MEASURED.read_text("utf-8")), TARGET.read_text("utf-8")
    for name, found in measured.items():
        assert f"| {' | '.join(row_of(name, found))} |" in page
