"""Upload reads files beside the collection and publishes or discards them, each refusal a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pages import opened, read_sentences

from analytics.ingest.pipeline import ingest
from analytics.serve import REVIEW
from analytics.settings import Settings
from analytics.words import Language, say
from conftest import ROOT

FIRST, SECOND = "淮安市洪泽区人民政府_2023.html", "芮城县人民政府_2020.txt"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A collection of one report."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / FIRST).write_bytes(read(FIRST))
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    return settings


def read(name: str) -> bytes:
    return (ROOT / "data" / "raw" / "transcribed" / name).read_bytes()


def list_files(settings: Settings) -> list[str]:
    raw = Path(settings.raw)
    return sorted(str(file.relative_to(raw)) for file in raw.rglob("*") if file.is_file())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("ending", ["publish", "discard"])
def test_files_are_read_then_published_or_discarded(
    ending: str, language: Language, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("upload", settings, monkeypatch, lang=str(language))
    app.file_uploader[0].set_value([(name, read(name), "") for name in (FIRST, SECOND)]).run()
    app.button(key="upload-read").click().run()
    assert not app.exception and not app.error
    states = app.dataframe[0].value[say("upload.held", language)]
    assert set(states) == {say("upload.held.same_file", language), say("upload.held.new", language)}
    assert list_files(settings) == [FIRST]
    app.button(key=f"upload-{ending}").click().run()
    assert not app.exception and not app.error and len(app.success) == 1
    assert len(list_files(settings)) == (2 if ending == "publish" else 1)


def test_a_bad_file_is_a_sentence(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("upload", settings, monkeypatch, lang="en")
    app.file_uploader[0].set_value([("bad.pdf", b"%PDF-1.7 nothing", ""), ("empty.html", b"", "")]).run()
    app.button(key="upload-read").click().run()
    assert not app.exception and say("upload.no_report", Language.EN) in read_sentences(app)
    assert len(app.dataframe[0].value) == 2 and "Traceback" not in app.dataframe[0].value.to_string()


@pytest.mark.parametrize("way", ["read-only", "toggle"])
def test_checking_only_offers_no_publishing(way: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "read-only":
        monkeypatch.setenv(REVIEW, "0")
    app = opened("upload", settings, monkeypatch, lang="en")
    if way == "toggle":
        app.toggle(key="upload-check").set_value(True).run()
    app.file_uploader[0].set_value([(SECOND, read(SECOND), "")]).run()
    app.button(key="upload-read").click().run()
    assert say("upload.check_note", Language.EN) in read_sentences(app)
    assert "upload-discard" in [button.key for button in app.button]
    assert "upload-publish" not in [button.key for button in app.button]
    assert list_files(settings) == [FIRST]


def test_the_first_build_can_be_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raw").mkdir()
    empty = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")
    app = opened("upload", empty, monkeypatch, lang="zh")
    app.file_uploader[0].set_value([(SECOND, read(SECOND), "")]).run()
    app.button(key="upload-read").click().run()
    app.button(key="upload-publish").click().run()
    assert not app.exception and not app.error and len(list_files(empty)) == 1
