"""No good build is lost: not to a wrong folder, a damaged file, a full disk, a clock set back or a strange pointer."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from analytics.cli import app
from analytics.collection.sources import COLUMNS
from analytics.errors import CollectionError, LossError, WarehouseError
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.builds.history import list_kept_builds, roll_back
from analytics.warehouse.builds.manifest import Condition, check_condition, check_in_background, read_manifest
from analytics.warehouse.builds.publish import (
    find_builds_folder,
    find_current_build_id,
    find_database_path,
    find_usable_build_id,
    point_to_build,
)
from analytics.warehouse.read import open_warehouse
from conftest import ROOT

pytestmark = pytest.mark.fault

REPORT = (ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt").read_text("utf-8")


def of_year(year: int) -> str:
    return REPORT.replace("2020年政府", f"{year}年政府")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    for year in range(2019, 2022):
        (raw / f"{year}.txt").write_text(of_year(year), "utf-8")
    return Settings(raw, tmp_path / "warehouse")


def run(*words: object) -> Any:
    result = CliRunner().invoke(app, [*map(str, words), "--language", "en"])
    assert "Traceback" not in result.output
    return result


def ingested(settings: Settings, *more: str) -> Any:
    return run("ingest", settings.raw, "--warehouse", settings.warehouse, "--jobs", 1, *more)


def change(settings: Settings, name: str = "2021") -> None:
    file = Path(settings.raw) / f"{name}.txt"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")


def flip_a_byte(path: Path, at: int | None = None) -> None:
    with path.open("r+b") as file:
        file.seek(at if at is not None else path.stat().st_size // 2)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 0xFF]))


def count_reports(settings: Settings, build_id: str | None = None) -> int:
    with open_warehouse(settings.warehouse, build_id) as build:
        return build.build().reports


def hidden(warehouse: Path) -> list[Path]:
    return [
        *find_builds_folder(warehouse).glob(".*"),
        *warehouse.glob("cache/*/.*"),
        *(path for path in warehouse.glob(".*") if path.suffix != ".lock"),
    ]


# The folder --------------------------------------------------------------------------------------------------


def test_an_empty_folder_replaces_no_build_unless_asked_to(settings: Settings, tmp_path: Path) -> None:
    first = ingest(settings).build_id
    empty = tmp_path / "empty"
    empty.mkdir()
    outcome = run("ingest", empty, "--warehouse", settings.warehouse)
    assert outcome.exit_code == 3
    assert "3 reports of the current build are not in the folder" in outcome.output
    assert (find_current_build_id(settings.warehouse), count_reports(settings)) == (first, 3)
    assert run("ingest", empty, "--warehouse", settings.warehouse, "--replace").exit_code == 0
    assert count_reports(settings) == 0


def test_an_absent_folder_says_what_would_be_lost(settings: Settings, tmp_path: Path) -> None:
    first = ingest(settings).build_id
    gone = tmp_path / "gone"
    outcome = run("ingest", gone, "--warehouse", settings.warehouse)
    assert outcome.exit_code == 3
    assert "The current build has 3 reports, but the folder" in outcome.output
    with pytest.raises(CollectionError, match="raw_missing"):
        ingest(Settings(gone, tmp_path / "new"))
    assert find_current_build_id(settings.warehouse) == first


def test_another_folder_replaces_no_build(settings: Settings, tmp_path: Path) -> None:
    ingest(settings)
    other = tmp_path / "other"
    other.mkdir()
    (other / "report.txt").write_text(of_year(2015), "utf-8")
    with pytest.raises(LossError, match="reports_absent"):
        ingest(Settings(other, settings.warehouse))
    assert ingest(Settings(other, settings.warehouse), replace_build=True).reports == 1


def test_less_than_a_tenth_may_go_and_more_is_asked_for(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "warehouse")
    Path(settings.raw).mkdir()
    for number in range(20):
        (Path(settings.raw) / f"{number:02}.txt").write_text(of_year(1990 + number), "utf-8")
    assert ingest(settings).reports == 20
    for number in (0, 1):
        (Path(settings.raw) / f"{number:02}.txt").unlink()
    assert ingest(settings).reports == 18
    for number in (2, 3):
        (Path(settings.raw) / f"{number:02}.txt").unlink()
    with pytest.raises(LossError) as refusal:
        ingest(settings)
    assert refusal.value.operands["count"] == 2


def test_documents_that_are_there_and_no_longer_read_are_lost_too(settings: Settings) -> None:
    first = ingest(settings).build_id
    (Path(settings.raw) / "2019.txt").write_text("很久很久以前。\n" * 900, "utf-8")
    with pytest.raises(LossError, match="reports_lost"):
        ingest(settings)
    assert find_current_build_id(settings.warehouse) == first and not hidden(settings.warehouse)
    assert ingest(settings, replace_build=True).reports == 2


def test_a_renamed_document_is_not_lost(settings: Settings) -> None:
    ingest(settings)
    deeper = Path(settings.raw) / "deeper"
    deeper.mkdir()
    for file in Path(settings.raw).glob("*.txt"):
        file.rename(deeper / file.name)
    assert ingest(settings).reports == 3


# Kept builds -------------------------------------------------------------------------------------------------


def test_kept_builds_are_listed_and_an_earlier_one_can_be_named(settings: Settings) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    assert [(build.build_id, build.reports, build.documents, build.condition, build.is_current) for build in
            list_kept_builds(settings.warehouse)] == [
        (first, 3, 3, Condition.WHOLE, False), (second, 3, 3, Condition.WHOLE, True)]  # fmt: skip
    assert run("rollback", first, "--warehouse", settings.warehouse).exit_code == 0
    assert find_current_build_id(settings.warehouse) == first
    flip_a_byte(find_database_path(settings.warehouse, second))
    lines = run("builds", "--warehouse", settings.warehouse).stdout.splitlines()
    assert [("intact" in line, "damaged" in line, "current" in line) for line in lines] == [
        (True, False, True), (False, True, False)]  # fmt: skip
    assert all("3 reports" in line and "3 documents" in line for line in lines)


def test_what_is_damaged_or_not_kept_is_not_rolled_back_to(settings: Settings) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    flip_a_byte(find_database_path(settings.warehouse, first))
    with pytest.raises(WarehouseError, match="build_damaged"):
        roll_back(settings.warehouse, first)
    with pytest.raises(WarehouseError, match="build_not_kept"):
        roll_back(settings.warehouse, "../../etc")
    assert find_current_build_id(settings.warehouse) == second


def test_an_ingest_after_going_back_is_newer_than_every_kept_build(settings: Settings) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    roll_back(settings.warehouse, first)
    third = ingest(settings)
    assert third.is_new_build and third.build_id > second


# Damage ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["documents", "facts", "findings"])
@pytest.mark.parametrize("manner", ["cut", "flipped", "absent"])
def test_a_damaged_shard_is_set_aside_and_its_documents_read_again(
    settings: Settings, tmp_path: Path, kind: str, manner: str
) -> None:
    ingest(settings)
    (file,) = settings.warehouse.glob(f"cache/*/*/{kind}.parquet")
    if manner == "absent":
        file.unlink()
    elif manner == "cut":
        os.truncate(file, file.stat().st_size // 2)
    else:
        flip_a_byte(file)
    change(settings)
    outcome = ingested(settings)
    assert outcome.exit_code == 0, outcome.output
    assert "Damaged parts of the cache: 1" in outcome.output and "3 documents read" in outcome.output
    assert not hidden(settings.warehouse)
    other = Settings(settings.raw, tmp_path / "other")
    ingest(other)
    with open_warehouse(settings.warehouse) as healed, open_warehouse(other.warehouse) as anew:
        assert healed.figures().equals(anew.figures())


@pytest.mark.parametrize("manner", ["cut", "header", "no database", "absent"])
def test_a_build_damaged_at_a_glance_is_refused_and_the_last_good_one_serves(settings: Settings, manner: str) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    path = find_database_path(settings.warehouse)
    if manner == "cut":
        os.truncate(path, path.stat().st_size - 5000)
    elif manner == "header":
        flip_a_byte(path, 9)
    elif manner == "absent":
        path.unlink()
    else:
        path.write_bytes(b"")
    assert find_usable_build_id(settings.warehouse) == first
    with pytest.raises(WarehouseError, match=r"build_damaged|build_missing"):
        open_warehouse(settings.warehouse)
    healed = ingest(settings)
    assert healed.is_new_build and healed.build_id > second
    assert find_usable_build_id(settings.warehouse) == healed.build_id
    # what is damaged is not kept instead of what is whole
    assert [(build.build_id, build.condition) for build in list_kept_builds(settings.warehouse)] == [
        (first, Condition.WHOLE), (healed.build_id, Condition.WHOLE)]  # fmt: skip


def test_a_byte_that_turned_is_found_in_the_background_and_healed_by_the_next_ingest(settings: Settings) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    path = find_database_path(settings.warehouse)
    flip_a_byte(path)
    assert find_usable_build_id(settings.warehouse) == second  # a glance cannot tell
    thread = check_in_background(path.parent)
    assert thread is not None
    thread.join()
    assert find_usable_build_id(settings.warehouse) == first
    assert check_in_background(path.parent) is None  # once is enough
    healed = ingest(settings)
    assert healed.is_new_build and (healed.read, count_reports(settings)) == (0, 3)


def test_a_build_that_fails_while_it_is_read_is_found_out(settings: Settings) -> None:
    ingest(settings)
    path = find_database_path(settings.warehouse)
    with path.open("r+b") as file:
        file.seek(12288)
        file.write(bytes(path.stat().st_size - 12288))  # the header stands, the tables are gone
    with pytest.raises(WarehouseError, match="build_damaged"):
        open_warehouse(settings.warehouse).figures()
    with pytest.raises(WarehouseError, match="build_damaged"):
        open_warehouse(settings.warehouse)


def test_export_says_that_the_build_is_damaged(settings: Settings, tmp_path: Path) -> None:
    ingest(settings)
    os.truncate(find_database_path(settings.warehouse), 100)
    outcome = run("export", tmp_path / "out.csv", "--warehouse", settings.warehouse)
    assert outcome.exit_code == 2 and "is damaged and is not used" in outcome.output
    assert not list(tmp_path.glob("out.csv*"))


def test_a_build_without_a_manifest_opens_and_is_made_anew(settings: Settings) -> None:
    ingest(settings)
    (find_database_path(settings.warehouse).parent / "manifest.json").unlink()
    assert count_reports(settings) == 3
    assert [build.condition for build in list_kept_builds(settings.warehouse)] == [Condition.UNPROVEN]
    assert ingest(settings).is_new_build


@pytest.mark.parametrize("text", ["", "{", "[]", '{"bytes": "many"}', "\x00\xff"])
def test_a_manifest_that_cannot_be_understood_is_damage(settings: Settings, text: str) -> None:
    build = ingest(settings).build_id
    (find_database_path(settings.warehouse).parent / "manifest.json").write_text(text, "latin-1")
    with pytest.raises(WarehouseError, match="build_damaged"):
        open_warehouse(settings.warehouse)
    assert ingest(settings).build_id > build


def test_half_builds_of_killed_ingests_are_removed_though_nothing_is_new(settings: Settings) -> None:
    ingest(settings)
    half = find_builds_folder(settings.warehouse) / ".20200101T000000000000"
    half.mkdir()
    (half / "countyscope.duckdb").write_bytes(b"half")
    (settings.warehouse / ".current.20200101T000000000000").touch()
    assert not ingest(settings).is_new_build
    assert not hidden(settings.warehouse)


# The disk ----------------------------------------------------------------------------------------------------

INGEST = [sys.executable, "-m", "analytics", "ingest"]


def limited(settings: Settings, size: int) -> subprocess.CompletedProcess[str]:
    """An ingest none of whose files may grow beyond ``size`` bytes."""
    return subprocess.run(
        [*INGEST, str(settings.raw), "--warehouse", str(settings.warehouse), "--language", "en"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("size", [100, 6_000, 300_000, 1_200_000, 2_000_000])
def test_a_disk_that_is_full_at_any_point_is_a_sentence_and_costs_nothing(settings: Settings, size: int) -> None:
    first = ingest(settings).build_id
    change(settings)
    outcome = limited(settings, size)
    assert outcome.returncode == 2, outcome.stderr
    assert "MB are needed" in outcome.stderr and "Traceback" not in outcome.stderr
    assert find_current_build_id(settings.warehouse) == first
    assert check_condition(find_builds_folder(settings.warehouse) / first) is Condition.WHOLE
    assert [path.name for path in find_builds_folder(settings.warehouse).iterdir()] == [first]
    assert not hidden(settings.warehouse)
    assert ingest(settings).is_new_build


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a disk of its own")
@pytest.mark.parametrize("room", [64, 400, 2_500])
def test_a_small_disk_that_is_really_full_is_said(settings: Settings, tmp_path: Path, room: int) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        with pytest.raises(WarehouseError, match="disk_full"):
            ingest(Settings(settings.raw, disk / "warehouse"))
        assert not hidden(disk / "warehouse") and find_current_build_id(disk / "warehouse") is None
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# Clock and pointer -------------------------------------------------------------------------------------------


def test_a_clock_set_back_confuses_no_order(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ingest(settings).build_id
    change(settings)

    class Earlier(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime(2001, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("analytics.warehouse.builds.publish.datetime", Earlier)
    (Path(settings.raw) / "2022.txt").write_text(of_year(2022), "utf-8")
    second = ingest(settings).build_id
    change(settings)
    third = ingest(settings).build_id
    assert first < second < third
    assert [build.build_id for build in list_kept_builds(settings.warehouse)] == [second, third]
    with open_warehouse(settings.warehouse) as build:
        changed = build.read_revisions(first)
    assert changed is not None and changed[["change", "year"]].to_numpy().tolist() == [["added", 2022]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "ascii"])
def test_a_pointer_in_another_encoding_names_the_same_build(settings: Settings, encoding: str) -> None:
    build = ingest(settings).build_id
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    (settings.warehouse / "current").write_bytes(f"{mark}{build}\r\n".encode(encoding))
    assert find_current_build_id(settings.warehouse) == build
    assert not ingest(settings).is_new_build


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\xff", b"../../etc", "现行".encode("gb18030"), b"\x00" * 5000])
def test_a_pointer_that_names_nothing_loses_nothing(settings: Settings, tmp_path: Path, content: bytes) -> None:
    build = ingest(settings).build_id
    (settings.warehouse / "current").write_bytes(content)
    with pytest.raises(WarehouseError, match="pointer_unreadable"):
        open_warehouse(settings.warehouse)
    assert find_usable_build_id(settings.warehouse) == build
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(LossError):
        ingest(Settings(empty, settings.warehouse))
    assert ingest(settings).build_id > build
    assert count_reports(settings) == 3


def test_a_pointer_to_a_build_that_is_gone_shows_the_one_that_is_kept(settings: Settings) -> None:
    build = ingest(settings).build_id
    point_to_build(settings.warehouse, "20300101T000000000000")
    assert find_usable_build_id(settings.warehouse) == build
    assert ingest(settings).build_id > "20300101T000000000000"


def test_a_manifest_tells_what_the_build_holds(settings: Settings) -> None:
    ingest(settings)
    path = find_database_path(settings.warehouse)
    manifest = read_manifest(path.parent)
    assert manifest is not None
    assert (manifest.documents, manifest.reports, manifest.bytes) == (3, 3, path.stat().st_size)


# What stands behind ------------------------------------------------------------------------------------------

SHEET = "organ,scope,year,evidence_kind,read_from,table,line,column,value,printed,measured_in,source\n"
SHEET += "芮城县人民政府,unknown,2020,table,original,II,行政处罚,本年处理决定数量,1,1,count,x\n"


@pytest.mark.parametrize("origin", ["published", "transcribed", "collected", ""])
@pytest.mark.parametrize("is_document_listed", [True, False])
def test_a_sheet_with_one_figure_never_displaces_a_document(
    settings: Settings, origin: str, is_document_listed: bool
) -> None:
    raw = Path(settings.raw)
    (raw / "figures.csv").write_text(SHEET, "utf-8")
    listed = "file,organ,place_code,year,origin,url,published,fetched,sha256\n"
    listed += f"figures.csv,,,,{origin},,2030-01-01,2030-01-01,\n"
    if is_document_listed:
        listed += "2020.txt,,,,transcribed,,2021-01-01,,\n"
    (raw / "sources.csv").write_text(listed, "utf-8")
    outcome = ingested(settings)
    with open_warehouse(settings.warehouse) as build:
        figures = build.figures(years=[2020])
    assert len(figures) == 198
    assert 530 in set(figures["value"]) and figures["report_id"].nunique() == 1
    assert "figures.csv → 2020.txt" in outcome.output


def test_what_became_superseded_is_said_once(settings: Settings) -> None:
    ingest(settings)
    (Path(settings.raw) / "later.txt").write_text(REPORT.replace("530", "531"), "utf-8")
    listed = "file,organ,place_code,year,origin,url,published,fetched,sha256\nlater.txt,,,,,,2022-01-01,,\n"
    (Path(settings.raw) / "sources.csv").write_text(listed, "utf-8")
    summary = ingest(settings)
    assert [(report.file, report.year, report.by) for report in summary.superseded] == [("2020.txt", 2020, "later.txt")]
    change(settings)
    assert ingest(settings).superseded == ()
    shutil.rmtree(settings.warehouse)
    assert len(ingest(settings).superseded) == 1


def test_files_of_another_county_under_the_same_names_replace_no_build(settings: Settings) -> None:
    first = ingest(settings).build_id
    for file in Path(settings.raw).glob("*.txt"):
        file.write_text(file.read_text("utf-8").replace("芮城县", "平陆县"), "utf-8")
    with pytest.raises(LossError, match="reports_unnamed") as refusal:
        ingest(settings)
    assert refusal.value.operands["count"] == 3
    assert find_current_build_id(settings.warehouse) == first
    assert ingest(settings, replace_build=True).reports == 3


def test_a_source_list_that_is_gone_empties_no_build(settings: Settings) -> None:
    for file in Path(settings.raw).glob("*.txt"):
        text = file.read_text("utf-8").replace("芮城县", "")
        file.write_text(text, "utf-8")
    sources = Path(settings.raw) / "sources.csv"
    rows = [f"{year}.txt,芮城县人民政府,140830,{year},published,,,\n" for year in range(2019, 2022)]
    sources.write_text(",".join(COLUMNS) + "\n" + "".join(rows), "utf-8")
    assert ingest(settings).unresolved == 0
    sources.unlink()
    with pytest.raises(LossError, match="reports_unnamed"):
        ingest(settings)


def test_healing_keeps_the_whole_build_that_there_was_before(settings: Settings) -> None:
    first = ingest(settings).build_id
    change(settings)
    second = ingest(settings).build_id
    flip_a_byte(find_database_path(settings.warehouse, second))
    third = ingest(settings).build_id
    kept = {build.build_id: build.condition for build in list_kept_builds(settings.warehouse)}
    assert kept == {first: Condition.WHOLE, third: Condition.WHOLE}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_an_export_for_which_there_is_no_room_is_a_sentence_and_leaves_nothing(
    settings: Settings, tmp_path: Path, ending: str
) -> None:
    ingest(settings)
    file = tmp_path / f"out.{ending}"
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)); "
    program += "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    program += "from analytics.cli import main; sys.argv[0] = 'countyscope'; main()"
    words = ["export", str(file), "--warehouse", str(settings.warehouse), "--language", "en"]
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert f"{file} was not written: only" in " ".join(done.stderr.split())
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("out.")]


def test_an_interruption_after_a_build_was_named_takes_nothing_away(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named_and_interrupted(warehouse: Path, build_id: str) -> None:
        point_to_build(warehouse, build_id)
        raise KeyboardInterrupt

    monkeypatch.setattr("analytics.warehouse.builds.publish.point_to_build", named_and_interrupted)
    with pytest.raises(KeyboardInterrupt):
        ingest(settings)
    assert count_reports(settings) == 3
