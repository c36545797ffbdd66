"""Reading never gets worse: every format beside the floor that it has reached, which only rises (``make quality``)."""

from __future__ import annotations

import importlib.util
import json

import pytest
from benchmarks.quality import FALLING, FLOOR, MEASURED, RISING, kinds, measured, raised

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
    assert set(FLOORS) == set(kinds())


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=pytest.mark.slow if kind.startswith("scan") else []) for kind in kinds()]
)
def test_no_format_is_read_worse_than_before(kind: str) -> None:
    if kind.startswith("scan") and importlib.util.find_spec("rapidocr") is None:
        pytest.skip("recognition is not installed: run make setup-ocr")
    found, floor = measured(kind).shares(), FLOORS[kind]
    assert all(found[name] >= floor[name] for name in RISING), found
    assert all(found[name] <= floor[name] for name in FALLING), found
    assert found["exact"] >= TARGETS.get(kind, 0)
    assert found["silent"] == 0
    assert found["flagged"] <= MOST_FLAGGED


def test_the_floor_only_rises() -> None:
    held = {"read": 0.9, "exact": 0.8, "silent": 0, "flagged": 0.02}
    found = {"read": 0.8, "exact": 0.9, "silent": 1, "flagged": 0.01}
    assert raised(held, found) == {"read": 0.9, "exact": 0.9, "silent": 0, "flagged": 0.01}


def test_the_methods_page_shows_what_was_measured() -> None:
    shown = json.loads(MEASURED.read_text("utf-8"))
    assert list(shown) == list(FLOORS)
    assert all(shown[kind][name] <= floor[name] for kind, floor in FLOORS.items() for name in RISING)
