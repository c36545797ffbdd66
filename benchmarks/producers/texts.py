"""Texts as programs draw them out of prints, word processor files and pages."""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.producers.model import Make, Producer
from benchmarks.producers.prints import office

_SECONDS = 120
_BROWSER_PRINT, _OFFICE_PRINT = "pdf chromium portrait", "pdf libreoffice from docx"


def _each(text_of: Callable[[Path], str], ending: str = "txt") -> Make:
    """A text a file, by a function."""

    def make(paths: Sequence[Path], folder: Path) -> list[Path]:
        results = [folder / f"{path.stem}.{ending}" for path in paths]
        for path, result in zip(paths, results, strict=True):
            result.write_text(text_of(path), "utf-8")
        return results

    return make


def _said(*command: str) -> Callable[[Path], str]:
    """What a command with the file in place of ``{}`` writes to its output."""

    def run(path: Path) -> str:
        filled = [part.replace("{}", str(path)) for part in command]
        return subprocess.run(filled, check=True, capture_output=True, timeout=_SECONDS).stdout.decode()

    return run


def _command(made: str, name: str, source: str, *command: str) -> Producer:
    return Producer(
        made, name, source, " ".join(command).replace("{}", f"report.{source.split()[0]}"), _each(_said(*command))
    )


def _plumbed(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _plumbed_layout(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text(layout=True) for page in document.pages)


def _marked_down(paths: Sequence[Path], folder: Path) -> list[Path]:
    with warnings.catch_warnings():  # those of another program's libraries
        warnings.simplefilter("ignore")
        from markitdown import MarkItDown

        reader = MarkItDown(enable_plugins=False)
        return _each(lambda path: reader.convert(path).text_content, "md")(paths, folder)


def _markitdown(name: str, source: str) -> Producer:
    ending = source.split()[0]
    return Producer("md", f"markitdown {name}", source, f"markitdown report.{ending}", _marked_down)


def _pandoc(made: str, writer: str, source: str) -> Producer:
    name = f"pandoc {writer} from {source}"
    return _command(made, name, source, "pandoc", "--wrap=none", f"--from={source}", f"--to={writer}", "{}")


TEXTS = (
    *(
        _command("txt", f"{name} of {of}", source, "pdftotext", *options, "{}", "-")
        for name, options in (("pdftotext", ()), ("pdftotext raw", ("-raw",)), ("pdftotext layout", ("-layout",)))
        for of, source in (("chromium", _BROWSER_PRINT), ("libreoffice", _OFFICE_PRINT))
    ),
    Producer("txt", "pdfplumber", _BROWSER_PRINT, "page.extract_text()", _each(_plumbed)),
    Producer("txt", "pdfplumber layout", _BROWSER_PRINT, "page.extract_text(layout=True)", _each(_plumbed_layout)),
    *(
        _pandoc(made, writer, source)
        for made, writer in (("txt", "plain"), ("md", "markdown"), ("md", "gfm"))
        for source in ("docx", "html")
    ),
    Producer(
        "txt", "libreoffice from docx", "docx", "soffice --headless --convert-to 'txt:Text (encoded):UTF8' *.docx",
        office("txt:Text (encoded):UTF8"),
    ),
    _markitdown("from html", "html"),
    _markitdown("from docx", "docx"),
    _markitdown("from xlsx", "xlsx"),
    _markitdown("from pdf", _BROWSER_PRINT),
)  # fmt: skip
