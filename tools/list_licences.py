"""Write docs/licences.md: every package that running needs, with its version and licence. A licence that is unknown, or
that is not among those below, is an error: someone must read it before it is shipped.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements-ocr.lock"
"""What running needs, with the recognition of text."""
PAGE = ROOT / "docs" / "licences.md"
FREE = (
    "MIT", "BSD", "Apache", "ISC", "PSF", "Python Software Foundation", "Python-2.0", "Zlib", "HPND", "MPL",
    "Mozilla Public License", "LGPL", "Lesser General Public License", "CC0", "Unlicense", "0BSD", "CNRI",
)  # fmt: skip
"""Words of licences under which a package may be used and passed on beside code of another licence."""


def pinned() -> dict[str, str]:
    """Name → version of what :data:`LOCK` installs on this machine."""
    found = {}
    for line in LOCK.read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            requirement = Requirement(line.removesuffix("\\"))
            if requirement.marker is None or requirement.marker.evaluate():
                found[re.sub(r"[-_.]+", "-", requirement.name).lower()] = str(requirement.specifier).removeprefix("==")
    return found


def licences() -> dict[str, tuple[str, str]]:
    """Name → (version, licence) of what is installed, by pip-licenses."""
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed", "--with-system"]
    rows = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {re.sub(r"[-_.]+", "-", row["Name"]).lower(): (row["Version"], row["License"]) for row in rows}


def is_free(licence: str) -> bool:
    """Whether one of the licences that a package may be had under is free; what needs all of them (AND) needs each."""
    return all(any(word.lower() in either.lower() for word in FREE) for either in re.split(r" AND ", licence))


def listed() -> tuple[list[tuple[str, str, str]], list[str]]:
    """(name, version, licence) of every package, and what is wrong with them."""
    installed, rows, wrong = licences(), [], []
    for name, version in sorted(pinned().items()):
        if name not in installed:
            wrong.append(f"{name} is locked but not installed: run make setup")
            continue
        licence = " ".join(installed[name][1].split())
        if not is_free(licence):
            wrong.append(f"{name} {version}: “{licence}” is not among the licences known to be free")
        rows.append((name, version, licence))
    return rows, wrong


def main() -> int:
    """Write the page; exit status 1, and what is wrong, where a licence is not known to be free."""
    rows, wrong = listed()
    lines = ["# Licences of what running needs, with the recognition of text", ""]
    lines += [f"Written by `make licences` from `{LOCK.name}`.", ""]
    lines += ["| package | version | licence |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
