"""What several test modules need: the real reports, where they are present, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.warehouse.builds.manifest import read_manifest, write_manifest
from told_collection import build_told_collection

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""Speed is measured by `make bench`, never by a test: a busy machine would fail it."""


def reseal(folder: Path) -> None:
    """Give a build whose database a test has changed a manifest that fits: another version made it so."""
    manifest = read_manifest(folder)
    assert manifest is not None
    counts = manifest.documents, manifest.reports
    write_manifest(folder, manifest.build_id, manifest.time, manifest.version, counts)


ROOT = Path(__file__).parent.parent
REPORTS = Path(os.environ.get("COUNTYSCOPE_REPORTS", ROOT.parent / "shared" / "reports"))
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def _no_page_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A page that failed shows a sentence, as it should; a test that does not ask for it must fail."""
    yield
    failures = [record for record in caplog.get_records("call") if record.name == "analytics.dashboard.routes.failures"]
    assert not failures, failures[0].exc_text or failures[0].exc_info


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports; tests that need it are skipped, saying so, where it is absent."""
    if not REPORTS.is_dir():
        pytest.skip(f"the real reports are not at {REPORTS} (set COUNTYSCOPE_REPORTS)")
    return REPORTS


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The repository's own collection, ingested once into a folder of its own."""
    settings = Settings(raw=ROOT / "data" / "raw", warehouse=tmp_path_factory.mktemp("collection"))
    ingest(settings)
    return settings


@pytest.fixture(scope="session")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Twenty-four fictional counties and their prefectures over two years, as texts, ingested once into a folder of their own."""
    folder = tmp_path_factory.mktemp("simulated") / "collection"
    write(folder, Plan(24, 2022, 2023, formats=(Format.TXT,), damage=0, errors=0.3, prefectures=True))
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Twelve fictional counties over three years whose reports have prose, ingested once into a folder of their own."""
    return build_told_collection(tmp_path_factory.mktemp("told") / "collection")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium through Playwright. In continuous integration its absence is a failure."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no chromium on this machine: run make setup-browser")
        pytest.skip("no chromium on this machine: run make setup-browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield launched
        launched.close()


SIZES = {"wide": (1440, 900), "phone": (390, 844)}
"""Screens that a journey is made on, in pixels."""


@pytest.fixture(params=SIZES, ids=str)
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """A page of a browser without memory, on each screen in turn."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", accept_downloads=True)
    yield context.new_page()
    context.close()
