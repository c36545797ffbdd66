"""Files that are handed over are read apart, published whole or not at all, and leave nothing behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics import open_warehouse
from analytics.errors import CollectionError, CountyScopeError
from analytics.ingest.drafts import FOLDER, Draft, Upload, make_safe_name
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.transforms.drafts import Held, describe_draft
from conftest import ROOT

TRANSCRIBED = ROOT / "data" / "raw" / "transcribed"
FIRST, SECOND = "淮安市洪泽区人民政府_2023.html", "芮城县人民政府_2020.txt"


def load(name: str, stored: str = "") -> Upload:
    return Upload(stored or name, (TRANSCRIBED / name).read_bytes())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A collection of one report."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / FIRST).write_bytes(load(FIRST).content)
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    return settings


def list_files(settings: Settings) -> list[str]:
    raw = Path(settings.raw)
    return sorted(str(file.relative_to(raw)) for file in raw.rglob("*") if file.is_file())


def test_what_is_published_is_in_the_current_build(settings: Settings) -> None:
    draft = Draft([load(SECOND)], settings)
    draft.read()
    before = list_files(settings)
    summary = draft.publish(settings)
    assert list_files(settings) == sorted([*before, f"{draft.name}/{SECOND}"])
    with open_warehouse(settings.warehouse) as build:
        assert build.build_id == summary.build_id and f"{draft.name}/{SECOND}" in set(build.reports()["file"])
    assert not draft.folder.exists()


@pytest.mark.parametrize(
    "name", ["../../x.html", "/etc/x.html", "..\\x.html", "con.html", ".x.html", "x\0.html", "长" * 300 + ".html"]
)
def test_a_name_never_leads_out_of_its_folder(name: str, settings: Settings) -> None:
    assert len(make_safe_name(name).encode()) <= 180
    draft = Draft([load(SECOND, name)], settings)
    (file,) = [file for file in draft.folder.rglob("*") if file.is_file()]
    assert file.parent == draft.files and not file.name.startswith(".") and file.suffix == ".html"


def test_a_discarded_draft_leaves_nothing(settings: Settings) -> None:
    before = list_files(settings)
    draft = Draft([load(SECOND)], settings)
    draft.read()
    draft.discard()
    assert not draft.folder.exists() and list_files(settings) == before


def test_a_draft_that_nobody_keeps_is_removed(settings: Settings) -> None:
    draft = Draft([load(SECOND)], settings)
    folder = draft.folder
    del draft
    assert not folder.exists()


def test_files_that_are_there_are_not_stored_again(settings: Settings) -> None:
    with open_warehouse(settings.warehouse) as build:
        hashes = frozenset(build.reports()["sha256"])
    draft = Draft([load(FIRST, "copy.html"), load(SECOND)], settings)
    draft.publish(settings, hashes)
    assert list_files(settings) == sorted([FIRST, f"{draft.name}/{SECOND}"])
    with pytest.raises(CollectionError, match="upload_all_held"):
        Draft([load(FIRST, "copy.html")], settings).publish(settings, hashes)
    assert list_files(settings) == sorted([FIRST, f"{draft.name}/{SECOND}"])


def test_the_same_files_are_not_published_twice(settings: Settings) -> None:
    Draft([load(SECOND)], settings).publish(settings)
    before = list_files(settings)
    with pytest.raises(CollectionError, match="upload_published"):
        Draft([load(SECOND)], settings).publish(settings)
    assert list_files(settings) == before


def test_an_ingest_that_refuses_takes_the_files_out_again(settings: Settings) -> None:
    (Path(settings.raw) / FIRST).unlink()
    with open_warehouse(settings.warehouse) as build:
        used = build.build_id
    with pytest.raises(CountyScopeError):
        Draft([load(SECOND)], settings).publish(settings)
    assert list_files(settings) == []
    with open_warehouse(settings.warehouse) as build:
        assert build.build_id == used


def test_a_list_is_never_published(settings: Settings) -> None:
    draft = Draft([Upload("sources.csv", b"file\n"), load(SECOND)], settings)
    assert draft.ignored == ("sources.csv",) and [file.name for file in draft.files.iterdir()] == [SECOND]
    with pytest.raises(CollectionError, match="upload_no_document"):
        Draft([Upload("sources.csv", b"file\n")], settings)


def test_each_report_says_what_is_held_of_it(settings: Settings) -> None:
    text = load(FIRST).content.decode()
    nobody = text.replace("洪泽区", "").replace("淮安市", "")
    uploads = [
        load(FIRST, "a.html"), Upload("b.html", f"{text}<!-- -->".encode()), load(SECOND), load(SECOND),
        Upload("nobody.html", nobody.encode()), Upload("empty.html", b""),
    ]  # fmt: skip
    draft = Draft(uploads, settings)
    draft.read()
    with open_warehouse(settings.warehouse) as build:
        collected = build.reports(current_only=False).merge(build.organs()[["organ_id", "organ_key"]], on="organ_id")
    with open_warehouse(draft.settings.warehouse) as build:
        every = build.reports(current_only=False)
        reports = describe_draft(every, build.organs(), build.count_cells(), build.findings(), collected)
        assert build.rejected()["file"].tolist() == [f"{draft.name}/empty.html"]
    found = dict(zip(reports["file"].str.removeprefix(f"{draft.name}/"), reports["held"], strict=True))
    assert found["a.html"] == Held.SAME_FILE and found["nobody.html"] == Held.NOBODY
    assert found["b.html"] in (Held.SAME_YEAR, Held.REPEATED)
    seconds = [found.get(SECOND), found.get(f"again/{SECOND}")]
    assert sorted(str(state) for state in seconds if state) in (["new"], ["new", "repeated"])
    assert reports["sure_share"].dropna().between(0, 1).all()
    assert draft.name.startswith(f"{FOLDER}/")


@pytest.mark.parametrize("missing", ["raw", "warehouse"])
def test_a_folder_that_is_not_there_is_a_sentence(missing: str, settings: Settings, tmp_path: Path) -> None:
    absent = tmp_path / "no" / "where"
    other = Settings(
        raw=absent if missing == "raw" else settings.raw,
        warehouse=absent if missing == "warehouse" else settings.warehouse,
    )
    with pytest.raises(CollectionError, match="upload_not_written"):
        Draft([load(SECOND)], settings).publish(other)
    assert list_files(settings) == [FIRST]


def test_files_that_are_too_large_together_are_refused_before_anything_is_written(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "drafts"))
    (tmp_path / "drafts").mkdir()
    uploads = [load(FIRST), load(SECOND)]
    most = len(uploads[0].content) + len(uploads[1].content) - 1
    small = replace(settings, limits=replace(settings.limits, upload_bytes=most))
    with pytest.raises(CollectionError, match="upload_too_large"):
        Draft(uploads, small)
    assert not list((tmp_path / "drafts").iterdir())
    Draft(uploads[:1], small).discard()
