"""What arrives in a folder is ingested once it is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from analytics.documents.found import Stamp
from analytics.errors import CollectionError
from analytics.ingest.watching import Listing, list_folder, wait_for_changes
from analytics.warehouse.builds.publish import read_named_build_id
from analytics.warehouse.read import open_warehouse
from conftest import ROOT

RUICHENG = ROOT / "data/raw/transcribed/芮城县人民政府_2020.txt"


def stamp(size: int) -> Stamp:
    return Stamp(size, 0, 0, 0)


def play(*looks: Listing | CollectionError, settle: float = 2.0) -> tuple[list[tuple[float, Listing]], list[str]]:
    """What is given, and when, of looks that are a second apart; and the keys of what is explained."""
    now, explained = [0.0], list[str]()
    waiting: Iterator[Listing | CollectionError] = iter(looks)

    def look() -> Listing:
        try:
            seen = next(waiting)
        except StopIteration:
            raise KeyboardInterrupt from None
        if isinstance(seen, CollectionError):
            raise seen
        return seen

    def sleep(seconds: float) -> None:
        now[0] += seconds

    given: list[tuple[float, Listing]] = []
    changes = wait_for_changes(
        look, every=1.0, settle=settle, explain=lambda refusal: explained.append(refusal.key), sleep=sleep,
        clock=lambda: now[0],
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        given.extend((now[0], listing) for listing in changes)
    return given, explained


def test_a_file_that_is_still_growing_is_waited_for() -> None:
    empty: Listing = {}
    grown = [{"a.html": stamp(size)} for size in (1, 2, 3)]
    given, _ = play(empty, empty, *grown, grown[-1], grown[-1], grown[-1], grown[-1])
    assert [listing for _, listing in given] == [empty, grown[-1]]
    assert given[1][0] >= 5.0  # two seconds after the last change at the third


def test_a_folder_in_which_something_never_settles_is_ingested_all_the_same() -> None:
    given, _ = play({}, *({"log.txt": stamp(size)} for size in range(60)), settle=2.0)
    assert len(given) == 2 and 40 <= given[1][0] < 50


def test_a_folder_that_went_away_is_said_once_and_waited_for() -> None:
    gone = CollectionError("raw_missing", folder="x")
    full = {"a.html": stamp(1)}
    given, explained = play(full, gone, gone, gone, full, full, full, full)
    assert (len(given), explained) == (1, ["raw_missing"])
    again, explained = play(gone, gone, full, full)
    assert ([listing for _, listing in again], explained) == ([full], ["raw_missing"])


def test_a_listing_tells_a_changed_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1", "utf-8")
    before = list_folder(tmp_path)
    (tmp_path / "a.txt").write_text("12", "utf-8")
    assert list_folder(tmp_path) != before


def _heed_interrupts() -> None:
    """A suite that runs in the background of a shell is deaf to Ctrl+C, and what it starts as well."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            return "".join(lines)
    raise AssertionError(f"ended without {word}: {lines}")


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_what_arrives_is_published_and_the_watch_ends_cleanly(tmp_path: Path, ending: int) -> None:
    raw, warehouse = tmp_path / "raw", tmp_path / "warehouse"
    raw.mkdir()
    command = [sys.executable, "-m", "analytics", "watch", str(raw), "--warehouse", str(warehouse)]
    options = ["--every", "0.2", "--settle", "0.4", "--jobs", "1", "--language", "en"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=_heed_interrupts,
    ) as process:
        try:
            wait_until(process, "Published build")
            (raw / RUICHENG.name).write_bytes(RUICHENG.read_bytes())
            output = wait_until(process, "Published build")
            assert "1 document read" in output and "1 report in the collection" in output
            time.sleep(0.5)
            process.send_signal(ending)
            output, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0 and "No longer watching" in output and "Traceback" not in errors
    with open_warehouse(warehouse) as build:
        assert len(build.reports()) == 1 and build.build_id == read_named_build_id(warehouse)
