"""A word processor file of another age (DOC, WPS, RTF) → Document, by way of DOCX.

LibreOffice converts, where it is installed: without its window, in a profile of its own, with a time limit. A
conversion may lose tables without a word, so the figures of the result are counted against a second reading of the
file itself (:mod:`analytics.documents.doctext`); a conversion that lost some is refused.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from analytics.documents import docx
from analytics.documents.doctext import figures
from analytics.documents.model import Document, Format, Grid
from analytics.errors import DocumentError
from analytics.settings import Limits

RTF = b"{\\rtf"
READER = "libreoffice"
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_KEPT = 0.98
"""Share of the figures that a conversion must keep: a number that a list made automatically is in one reading only."""


def program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), None)


def read(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """Read a DOC, WPS or RTF file. Raises DocumentError where LibreOffice is missing, fails, takes too long or loses
    figures, and as :func:`docx.read` does."""
    is_rtf = data.startswith(RTF)
    printed = Counter[str]() if is_rtf else figures(data, name=name)
    converted = _converted(data, "rtf" if is_rtf else "doc", name, limits)
    document = docx.read(converted, name=name, sha256=sha256, limits=limits)
    kept = Counter(
        "".join(cell.text.split())
        for block in document.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
    )
    lost = sum((printed - kept).values())
    if lost > (1 - _KEPT) * printed.total():
        raise DocumentError("conversion_lost_figures", file=name, lost=lost, printed=printed.total())
    return replace(document, format=Format.DOC, reader=READER)


def _converted(data: bytes, ending: str, name: str, limits: Limits) -> bytes:
    office = program()
    if office is None:
        raise DocumentError("office_missing", file=name)
    with tempfile.TemporaryDirectory(prefix="countyscope-") as folder:
        source, result = Path(folder, f"report.{ending}"), Path(folder, "out", "report.docx")
        source.write_bytes(data)
        command = [
            office, "--headless", "--norestore", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(result.parent), str(source),
        ]  # fmt: skip
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        ) as running:
            try:
                _, said = running.communicate(timeout=limits.conversion_seconds)
            except subprocess.TimeoutExpired as reason:
                os.killpg(running.pid, signal.SIGKILL)  # the program starts another that does the work
                raise DocumentError("conversion_timed_out", file=name, seconds=limits.conversion_seconds) from reason
        if not result.is_file() and running.returncode != 0:
            # It says of a document it cannot read that it cannot, and ends well; else something befell the program.
            raise DocumentError("conversion_stopped", file=name, status=running.returncode)
        if not result.is_file():
            raise DocumentError("conversion_failed", file=name, reason=said.decode(errors="replace").strip()[-200:])
        return result.read_bytes()
