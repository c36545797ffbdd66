"""The wheel in an environment of its own, from an empty folder: what is installed is all that the commands need.

The environment sees the libraries that this suite runs with, so that nothing is fetched; it has no other copy of ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

import analytics
from analytics.serve import find_free_port

ROOT = Path(__file__).parent.parent
PATIENCE = 120
BUILD = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="what builds the wheel is not installed (make setup-develop)")
    folder = tmp_path_factory.mktemp("dist")
    built = subprocess.run([sys.executable, "-c", BUILD, folder], cwd=ROOT, check=True, capture_output=True, text=True)
    return folder / built.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of a fresh environment; a path file shows it the libraries, and never an editable install."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = sysconfig.get_path("scripts", "venv", {"base": str(folder)})
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = Path(scripts) / "python"
    words = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*words, "--ignore-installed", wheel], check=True)
    return Path(scripts) / "countyscope"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing of this project on the path, and a home of its own."""
    return {**{k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COUNTYSCOPE", "XDG_"))},
            "HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"}  # fmt: skip


@contextmanager
def started(words: list[str | Path], folder: Path, environment: dict[str, str], port: int) -> Iterator[str]:
    process = subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if json.loads(urllib.request.urlopen(f"{address}/health/ready", timeout=5).read())["build"]:
                    break
            except OSError:
                time.sleep(0.2)
        else:
            pytest.fail(f"not ready: {process.poll()}")
        yield address
    finally:
        process.terminate()
        process.wait(20)


def read_text(address: str) -> str:
    text: str = urllib.request.urlopen(address, timeout=20).read().decode("utf-8-sig")
    return text


def test_the_wheel_has_all_that_the_package_reads_beside_its_code(wheel: Path) -> None:
    source = ROOT / "src"
    kept = {
        path.relative_to(source).as_posix()
        for path in (source / "analytics").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert not kept - set(ZipFile(wheel).namelist())


def test_installed_it_demonstrates_itself_from_an_empty_folder(
    command: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    port = find_free_port(23_000)
    version = subprocess.run([command, "--version"], cwd=empty, env=environment, capture_output=True, text=True)
    assert version.stdout.strip() == f"countyscope {analytics.__version__}"
    words = [command, "demo", "world", "--counties", "2", "--port", str(port), "--language", "en"]
    with started(words, empty, environment, port) as address:
        rows = read_text(f"{address}/data/rows.csv?m=requests_new&lang=en").splitlines()
        assert len(rows) > 14, "two counties and what lies above them, over seven years"
    assert [path.name for path in empty.iterdir()] == ["world"]
    again = subprocess.run([command, "demo", "world", "--port", "99999"], cwd=empty, env=environment)
    assert again.returncode == 2


def test_installed_it_reads_and_serves_a_folder_from_anywhere(
    command: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    port = find_free_port(23_500)
    ingest_words = [command, "ingest", ROOT / "data" / "raw", "--warehouse", "built"]
    subprocess.run(ingest_words, cwd=empty, env=environment, check=True, stdout=subprocess.DEVNULL)
    (empty / "streamlit.py").write_text("raise SystemExit('taken from the current folder')", "utf-8")
    words = [command, "serve", "--warehouse", "built", "--raw", ROOT / "data" / "raw", "--port", str(port)]
    with started(words, empty, environment, port) as address:
        assert read_text(f"{address}/data/rows.csv?m=penalty_decisions")


TELL = """
from analytics.dashboard.app import make_app
make_app()
from streamlit import config
print(config.get_option("browser.gatherUsageStats"), config.get_option("theme.primaryColor"))
"""


def test_installed_it_has_its_own_settings_of_streamlit(
    command: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    python = command.with_name("python")
    told = subprocess.run([python, "-c", TELL], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert told.stdout.split() == ["False", "#1f4e79"], told.stderr


def test_pages_look_alike_however_they_are_started() -> None:
    beside_app = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    assert (ROOT / "src" / "analytics" / "dashboard" / ".streamlit" / "config.toml").read_text("utf-8") == beside_app
