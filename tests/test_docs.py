"""What is derived from the vocabulary agrees with it, and the README's commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from pkgutil import resolve_name

import pytest

from conftest import ROOT

sys.path.append(str(ROOT / "tools"))
from list_licences import is_free, listed

DESCRIBED = sorted(path.stem.removeprefix("describe_") for path in (ROOT / "tools").glob("describe_*.py"))


def test_the_pages_that_are_described_are_known() -> None:
    assert {"form", "glossary", "parameters"} <= set(DESCRIBED)


@pytest.mark.parametrize("page", DESCRIBED)
def test_a_page_is_what_its_tool_describes(page: str) -> None:  # else run make docs
    written = subprocess.run(
        [sys.executable, f"tools/describe_{page}.py"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert (ROOT / "docs" / f"{page}.md").read_text("utf-8") == written.decode("utf-8")


def test_make_docs_writes_every_page_that_is_described(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "broken.md").write_text("as before", "utf-8")
    (tmp_path / "tools" / "describe_added.py").write_text("print('added')", "utf-8")
    recipe = ["make", "-f", str(ROOT / "Makefile"), "docs", f"PY={sys.executable}", "-o", "setup-develop"]
    subprocess.run(recipe, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "docs" / "added.md").read_text("utf-8") == "added\n"
    (tmp_path / "tools" / "describe_broken.py").write_text("print('half'); raise SystemExit(1)", "utf-8")
    assert subprocess.run(recipe, cwd=tmp_path, capture_output=True, check=False).returncode != 0
    assert (tmp_path / "docs" / "broken.md").read_text("utf-8") == "as before"


def test_every_make_command_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"(?:`|^|PORT=\d+ )make ([a-z-]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        assert named and named <= targets


def test_the_readmes_link_to_files_that_are_there() -> None:
    for name in ("README.md", "README.zh.md"):
        links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8"))
        assert links and not [link for link in links if not (ROOT / link).exists()]


def test_everything_that_running_needs_is_under_a_free_licence_and_listed() -> None:
    rows, wrong = listed()
    assert not wrong
    page = (ROOT / "docs" / "licences.md").read_text("utf-8")
    assert not [name for name, _, _ in rows if f"| {name} |" not in page]  # else run make licences


@pytest.mark.parametrize(
    "licence", ["UNKNOWN", "", "GNU General Public License v3 (GPLv3)", "AGPL-3.0", "Proprietary", "MIT AND SSPL-1.0"]
)
def test_a_licence_that_is_not_known_to_be_free_is_refused(licence: str) -> None:
    assert not is_free(licence)


def test_every_locked_package_carries_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-ocr.lock", "requirements-develop.lock"):
        text = (ROOT / name).read_text("utf-8")
        packages = re.findall(r"^([a-z0-9][^ ]*)==[^\\]*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
        assert len(packages) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 50
        assert "://" not in text


def test_the_page_on_the_code_names_modules_that_there_are() -> None:
    named = re.findall(r"`((?:[a-z_]+\.)+[a-z_]+)`", (ROOT / "docs" / "architecture.md").read_text("utf-8"))
    packages = {path.name for path in (ROOT / "src" / "analytics").iterdir() if path.is_dir()}
    ours = [name for name in named if name.split(".")[0] in packages]
    assert ours
    assert not [name for name in ours if not _is_there(name)]


def _is_there(name: str) -> bool:
    """Whether a dotted name is a module of ours, or something in one."""
    try:
        resolve_name(f"analytics.{name}")
    except (ImportError, AttributeError):
        return False
    return True


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_pages_for_users_say_agency(page: Path) -> None:
    if page.name in ("glossary.md", "architecture.md"):  # which give the words of the code
        return
    prose = re.sub(r"```.*?```|`[^`]*`|\| organs \|", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall(r".*\borgans?\b.*", prose, flags=re.IGNORECASE)
