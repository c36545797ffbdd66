"""Copies of the package with something added or replaced, to see what follows from a declaration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import analytics

SOURCE = Path(analytics.__file__).parent


def copy_package(
    folder: Path, replacements: Mapping[str, Mapping[str, str]], added: Mapping[str, str] | None = None
) -> None:
    """Copy the package below a folder, with texts of its files replaced, each of which stands once, and files added."""
    package = folder / "analytics"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for file, texts in replacements.items():
        content = (package / file).read_text("utf-8")
        for before, after in texts.items():
            assert content.count(before) == 1, before
            content = content.replace(before, after)
        (package / file).write_text(content, "utf-8")
    for file, content in (added or {}).items():
        (package / file).write_text(content, "utf-8")


def run_python(folder: Path, script: str) -> subprocess.CompletedProcess[bytes]:
    """Run a script with the copy below a folder in place of the package."""
    return subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, check=False
    )
