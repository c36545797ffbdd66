"""What is derived from the vocabulary agrees with it, and the README's commands exist."""

from __future__ import annotations

import re
import subprocess
import sys

from conftest import ROOT


def test_the_page_of_the_form_is_the_vocabulary() -> None:
    written = subprocess.run(
        [sys.executable, "tools/describe_form.py"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert (ROOT / "docs" / "form.md").read_text("utf-8") == written.decode("utf-8")


def test_every_make_command_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"(?:`|^|PORT=\d+ )make ([a-z-]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        assert named and named <= targets


def test_the_readmes_link_to_files_that_are_there() -> None:
    for name in ("README.md", "README.zh.md"):
        links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8"))
        assert links and not [link for link in links if not (ROOT / link).exists()]
