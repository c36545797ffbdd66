"""The evidence below a page is that of what was clicked last, though what was clicked before stays chosen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import streamlit as st

import analytics.dashboard
from analytics.charts.parts.points import Point
from analytics.dashboard.panels import tail
from analytics.vocabulary.measures import Measure, find_measure

NEW, DECISIONS = find_measure("requests_new"), find_measure("penalty_decisions")
ROW, MARK = Point(1, 1, 2020, measure="penalty_decisions"), Point(2, 1, 2021)


def test_evidence_is_asked_for_in_one_place() -> None:
    calls = [
        path.name
        for path in Path(analytics.dashboard.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "show_evidence"
    ]
    assert calls == ["tail.py"]


def test_what_was_clicked_last_is_shown_and_a_row_brings_its_own_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence: list[tuple[Point | None, Measure]] = []
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(tail, "show_evidence", lambda _, point, measure, key: evidence.append((point, measure)))

    def click(**choices: Point | None) -> tuple[Point | None, Measure]:
        tail.show_chosen_evidence(None, NEW, "trends", **choices)  # type: ignore[arg-type]
        return evidence[-1]

    assert click(row=None, mark=None) == (None, NEW)
    assert click(row=ROW, mark=None) == (ROW, DECISIONS)
    assert click(row=ROW, mark=MARK) == (MARK, NEW)
    assert click(row=ROW, mark=MARK) == (MARK, NEW)
    assert click(row=ROW, mark=None) == (ROW, DECISIONS)
    assert click(row=None, mark=None) == (None, NEW)
