"""Figures of prose are charted like those of tables, marked as stated in the prose, and open their clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_prose_query import build_collection, rewrite_report

import analytics
from analytics.dashboard.pages import PAGES
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.vocabulary.measures import find_measure, list_narrative_measures
from analytics.vocabulary.measures.narrative import NARRATIVE_CODES, NARRATIVE_FIGURES
from analytics.vocabulary.measures.prose import PROSE_CODES
from analytics.warehouse.read import Warehouse


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return build_collection(tmp_path_factory.mktemp("narrative") / "collection", 2)


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    with analytics.open_warehouse(settings.warehouse) as build:
        yield build


def test_figures_of_prose_have_changes_like_any_other(warehouse: Warehouse) -> None:
    frame = analytics.rows(warehouse, ["prose_items_published"], years=[2023])
    assert set(frame["status"]) == {"stated_in_prose"}
    figures = warehouse.prose_tables.figures(subjects=["items_published"]).set_index(["organ_id", "year"])["value"]
    for row in warehouse.changes(["prose_items_published"], years=[2023]).itertuples():
        assert row.value == figures[row.organ_id, 2023]
        assert row.difference == row.value - figures[row.organ_id, 2022]


def test_what_no_report_states_has_a_status_of_its_own(warehouse: Warehouse) -> None:
    changes = warehouse.changes(["prose_press_conferences"], years=[2022, 2023])
    assert set(changes["status"]) == {"not_in_prose"} and changes["value"].isna().all()


def test_several_different_figures_of_one_subject_are_none(tmp_path: Path) -> None:
    write(tmp_path / "c", Plan(1, 2023, 2023, formats=(Format.TXT,), damage=0, errors=0))
    (path,) = (tmp_path / "c" / "raw").rglob("*.txt")
    rewrite_report(path, 1)
    path.write_text(
        path.read_text("utf-8").replace("（三）监督保障。", "（三）监督保障。主动公开政府信息7条。"), "utf-8"
    )
    settings = Settings(raw=tmp_path / "c" / "raw", warehouse=tmp_path / "c" / "warehouse")
    ingest(settings)
    with analytics.open_warehouse(settings.warehouse) as build:
        (row,) = build.changes(["prose_items_published"], years=[2023]).itertuples()
        assert row.status == "not_in_prose"
        (part,) = build.changes(["prose_interpretations"], years=[2023]).itertuples()
        assert part.status == "stated_in_prose"  # a part of the items, and all the interpretations


def test_a_figure_opens_the_clause_that_states_it(warehouse: Warehouse) -> None:
    measure = find_measure("prose_items_published")
    assert measure.prose_cell is not None
    report = int(warehouse.reports()["report_id"].iloc[0])
    (evidence,) = warehouse.list_evidence(report, [measure.prose_cell])
    assert evidence.printed in evidence.printed_label and "主动公开政府信息" in evidence.printed_label
    assert evidence.cell == measure.prose_cell and evidence.table == "prose"


def test_codes_stand_apart_from_every_other_cell() -> None:
    assert len(NARRATIVE_CODES) == len(NARRATIVE_FIGURES) == len(list_narrative_measures())
    assert not NARRATIVE_CODES & PROSE_CODES
    assert all(measure.is_of_narrative and not measure.tables for measure in list_narrative_measures())


def test_what_tables_count_is_no_measure_of_prose() -> None:
    assert not [figure for figure in NARRATIVE_FIGURES if figure.subject.startswith(("requests_", "litigations"))]


@pytest.mark.parametrize("page", PAGES)
def test_pages_show_a_measure_of_prose(page: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    script = f"""
from analytics.dashboard import frame
from analytics.dashboard.views import {page} as view
frame.set_language()
frame.guard_page(view.show)()
"""
    app = AppTest.from_string(script, default_timeout=60)
    app.query_params["m"] = "prose_items_published"
    app.run()
    assert not app.exception
    chosen = [box.value for box in app.selectbox if box.key == "measure"]
    assert page == "methods" or not chosen or chosen == ["prose_items_published"]
