"""County shows everything that is held of an organ: stated changes as printed, its list of powers, its prose as text."""

from __future__ import annotations

import json
import shutil
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from test_pages import RUICHENG, opened, read_sentences

from analytics import open_warehouse
from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.parts import Frames
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.vocabulary.measures import list_profile_measures
from analytics.words import Language, say
from conftest import ROOT

HOSTILE = '<img src=x onerror="alert(1)"> **粗体** [链接](http://x.org) $x$ 共收到申请'


@pytest.fixture(scope="module")
def real(real_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Whole documents as published, with their prose."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(real_reports / "documents", folder / "raw")
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


def table_with(app: AppTest, column: str) -> list[list[object]]:
    (frame,) = [grid.value for grid in app.dataframe if column in grid.value.columns]
    return frame.to_numpy().tolist()  # type: ignore[no-any-return]


def panels(app: AppTest) -> list[str]:
    """Headings of the panels of the profile."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return [note["text"] for note in spec["layout"]["annotations"]]


@pytest.mark.parametrize("language", list(Language))
def test_changes_that_a_report_states_stand_as_printed(
    language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("county", collection, monkeypatch, lang=str(language), o=[RUICHENG])
    rows = table_with(app, say("column.printed_change", language))
    assert len(rows) == 5
    penalties = next(row for row in rows if row[3] == "-453")
    assert penalties[0] == 2020 and penalties[2] == "1701" and penalties[4] == 1248
    assert penalties[5] == pytest.approx(-453 / 1701)
    assert say("county.nothing_changed", language) not in read_sentences(app)


@pytest.mark.parametrize("language", list(Language))
def test_no_panel_is_empty_and_key_figures_without_one_have_their_reason(
    language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("county", collection, monkeypatch, lang=str(language), o=[RUICHENG])
    headings = panels(app)
    assert headings and not any(say("profile.none", language) in heading for heading in headings)
    assert any("1,248" in heading for heading in headings)
    charges = "行政事业性收费金额" if language is Language.ZH else "Administrative charges collected"
    (absent,) = [caption.value for caption in app.caption if charges in caption.value]
    assert say("status.not_on_form", language) in absent


def test_a_report_without_any_stated_change_has_no_such_table(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("county", collection, monkeypatch, lang="zh", o=["320800|人民政府"])
    assert not [grid for grid in app.dataframe if say("column.printed_change", Language.ZH) in grid.value.columns]


def test_the_prose_of_a_report_is_read_section_by_section_in_its_own_order(
    real: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("county", real, monkeypatch, lang="zh", o=[RUICHENG])
    labels = [expander.label for expander in app.expander]
    order = [next(at for at, label in enumerate(labels) if word in label) for word in ("总体情况", "存在的主要问题")]
    assert order == sorted(order)
    document = (real.raw / "芮城县_2020.txt").read_text("utf-8")
    paragraphs = [
        unescape(part.split("</p>")[0]) for block in app.get("html") for part in str(block.proto.body).split("<p>")[1:]
    ]
    assert len(paragraphs) > 5
    squeezed = "".join(document.split())
    assert all("".join(paragraph.split()) in squeezed for paragraph in paragraphs[:5])


def test_prose_shows_as_text_whatever_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")
    settings.raw.mkdir()
    page = (ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt").read_text("utf-8")
    (settings.raw / "a.txt").write_text(f"{page}\n六、其他需要报告的事项\n{HOSTILE}5件。\n", "utf-8")
    ingest(settings)
    app = opened("county", settings, monkeypatch, lang="zh", o=[RUICHENG])
    bodies = [str(block.proto.body) for block in app.get("html") if "onerror" in str(block.proto.body)]
    assert len(bodies) == 1 and "<img" not in bodies[0]
    assert "**粗体** [链接](http://x.org) $x$" in unescape(bodies[0])


@pytest.mark.parametrize("language", list(Language))
def test_the_briefing_of_a_county_tells_the_changes_that_its_report_states(
    language: Language, collection: Settings
) -> None:
    measures = list_profile_measures()
    with open_warehouse(collection.warehouse) as warehouse:
        organs, reports = warehouse.organs(), warehouse.reports()
        organ_id = int(organs.loc[organs["organ"] == "芮城县人民政府", "organ_id"].iloc[0])
        own_reports = reports[reports["organ_id"] == organ_id]
        changes = warehouse.changes([measure.key for measure in measures], [organ_id])
        found = warehouse.findings(own_reports["report_id"].tolist())
        frames = Frames(changes, measures, own_reports, found, language=language, build_id=warehouse.build_id)
    bands = pd.DataFrame(columns=["measure", "year", "low", "middle", "high", "count"])
    briefing = write_briefing(frames, bands, organ_id=organ_id, name="芮城县人民政府", peers=Peers("x", ()))
    rows = [" ".join(row) for part in briefing.parts if part.table for row in part.table.rows]
    stated = [row for row in rows if say("basis.reported", language) in row]
    assert len(stated) == 5 and any("−453" in row and "1,701" in row for row in stated)
    assert "1,248" in briefing.lead[0] and "−26.6%" in briefing.lead[0]
