"""A word processor file of another age (DOC, WPS, RTF) → Document, by way of DOCX.

LibreOffice converts, where it is installed: without its window, in a profile of its own, with a time limit. A
conversion may lose tables without a word, so the figures of the result are counted against a second reading of the
file itself (:mod:`analytics.documents.word.doctext`); a conversion that lost some is refused.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from analytics.documents.containers import compound
from analytics.documents.model import Document, Format, Grid
from analytics.documents.word import docx
from analytics.documents.word.doctext import MAIN_STREAM, count_figures
from analytics.errors import DocumentError
from analytics.settings import Limits

RTF = b"{\\rtf"
READER = "libreoffice"
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_KEPT = 0.98
"""Share of the figures that a conversion must keep: a number that a list made automatically is in one reading only."""


def find_program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return next((found for candidate in _PROGRAMS if (found := shutil.which(candidate))), None)


def convert_together(files: Iterable[bytes], limits: Limits) -> dict[str, bytes]:
    """Convert many files in one run of LibreOffice, which takes longer to start than to convert: DOCX by the hash of
    the file. What it does not convert, or not in time, is left out and converted alone when it is read."""
    found = {hashlib.sha256(data).hexdigest(): data for data in files if _is_text(data)}
    office = find_program()
    if office is None or len(found) < _WORTH_IT:
        return {}
    with tempfile.TemporaryDirectory(prefix="countyscope-") as folder:
        sources = {sha256: Path(folder, f"{sha256}.{_choose_ending(data)}") for sha256, data in found.items()}
        for sha256, source in sources.items():
            source.write_bytes(found[sha256])
        with suppress(TimeoutError):
            _run_office(office, list(sources.values()), Path(folder), limits.conversion_seconds)
        results = {sha256: Path(folder, "out", f"{sha256}.docx") for sha256 in sources}
        return {sha256: result.read_bytes() for sha256, result in results.items() if _is_whole(result)}


_WORTH_IT = 2


def _is_text(data: bytes) -> bool:
    if data.startswith(RTF):
        return True
    try:
        return data.startswith(compound.SIGNATURE) and MAIN_STREAM in compound.list_streams(data, name="")
    except DocumentError:
        return False  # said when it is read


def _is_whole(result: Path) -> bool:
    """Whether a conversion was written to its end: one that was stopped may have left half a file."""
    return result.is_file() and zipfile.is_zipfile(result)


def _choose_ending(data: bytes) -> str:
    return "rtf" if data.startswith(RTF) else "doc"


def read(
    data: bytes, *, name: str, sha256: str, limits: Limits, conversions: Mapping[str, bytes] | None = None
) -> Document:
    """Read a DOC, WPS or RTF file. Raises DocumentError where LibreOffice is missing, fails, takes too long or loses
    figures, and as :func:`docx.read` does. ``conversions`` are those already made (:func:`convert_together`)."""
    is_rtf = data.startswith(RTF)
    printed = Counter[str]() if is_rtf else count_figures(data, name=name)
    converted = (conversions or {}).get(sha256) or _convert_file(data, _choose_ending(data), name, limits)
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


def _convert_file(data: bytes, ending: str, name: str, limits: Limits) -> bytes:
    office = find_program()
    if office is None:
        raise DocumentError("office_missing", file=name)
    with tempfile.TemporaryDirectory(prefix="countyscope-") as folder:
        source, result = Path(folder, f"report.{ending}"), Path(folder, "out", "report.docx")
        source.write_bytes(data)
        try:
            status, output = _run_office(office, [source], Path(folder), limits.conversion_seconds)
        except TimeoutError as reason:
            raise DocumentError("conversion_timed_out", file=name, seconds=limits.conversion_seconds) from reason
        if not result.is_file() and status != 0:
            # It says of a document it cannot read that it cannot, and ends well; else something befell the program.
            raise DocumentError("conversion_stopped", file=name, status=status)
        if not result.is_file():
            raise DocumentError("conversion_failed", file=name, reason=output.decode(errors="replace").strip()[-200:])
        return result.read_bytes()


def _run_office(office: str, sources: Sequence[Path], folder: Path, seconds: float) -> tuple[int, bytes]:
    """(exit status, what it said) of a run that writes each source as DOCX below ``folder``/out. Raises
    TimeoutError."""
    command = [
        office, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), *map(str, sources),
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        try:
            _, output = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as reason:
            os.killpg(running.pid, signal.SIGKILL)  # the program starts another that does the work
            raise TimeoutError from reason
    return running.returncode, output
