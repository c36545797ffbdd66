"""Prints: PDF by a browser, an office suite and a typesetter of web pages; files of other formats by the office."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from analytics.documents.word.office import find_program
from benchmarks.producers.model import Make, Producer

FULL = "table {border-collapse: collapse} td {border: 1px solid #000}"
PARTIAL = "table {border-collapse: collapse; border: 0} td {border: 0; border-bottom: 1px solid #000}"
NONE = "table, td {border: 0}"
TORN_HEADS = f"{FULL} tr:nth-child(2) {{break-before: page}}"
MARGIN = "15mm"
_HEAD = '<div style="font-size:8px;width:100%;text-align:center"><span class="title"></span></div>'
_FOOT = (
    '<div style="font-size:8px;width:100%;padding:0 15mm"><span class="url"></span> '
    '<span class="pageNumber"></span>/<span class="totalPages"></span></div>'
)
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
_OFFICE_SECONDS = 300


# Chromium -------------------------------------------------------------------------------------------------


def _chromium(css: str, scale: float, is_landscape: bool, paths: Sequence[Path], folder: Path) -> list[Path]:
    """In a thread of its own: a browser of the suite may run a loop in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(_printed, css, scale, is_landscape, paths, folder).result()


def _printed(css: str, scale: float, is_landscape: bool, paths: Sequence[Path], folder: Path) -> list[Path]:
    from playwright.sync_api import sync_playwright

    results = [folder / f"{path.stem}.pdf" for path in paths]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_page()
        for path, result in zip(paths, results, strict=True):
            page.goto(path.absolute().as_uri())
            page.add_style_tag(content=css)
            page.pdf(
                path=result, format="A4", scale=scale, landscape=is_landscape, display_header_footer=True,
                header_template=_HEAD, footer_template=_FOOT,
                margin=dict.fromkeys(("top", "right", "bottom", "left"), MARGIN),
            )  # fmt: skip
        browser.close()
    return results


def _browser(name: str, css: str, *, scale: float = 1, is_landscape: bool = False) -> Producer:
    options = [f"scale={scale}"] * (scale != 1) + ["landscape=True"] * is_landscape
    command = ", ".join([f"chromium, page.pdf(format='A4', display_header_footer=True, margin='{MARGIN}'", *options])
    return Producer(
        "pdf", f"chromium {name}", "html", f"{command}), {css}", partial(_chromium, css, scale, is_landscape)
    )


# WeasyPrint -----------------------------------------------------------------------------------------------


def _weasyprint(css: str, paths: Sequence[Path], folder: Path) -> list[Path]:
    import weasyprint

    results = [folder / f"{path.stem}.pdf" for path in paths]
    for path, result in zip(paths, results, strict=True):
        look = weasyprint.CSS(string=css)
        weasyprint.HTML(filename=str(path)).write_pdf(result, stylesheets=[look])
    return results


def _typesetter(name: str, css: str) -> Producer:
    return Producer("pdf", f"weasyprint {name}", "html", f"weasyprint -s look.css, {css}", partial(_weasyprint, css))


# LibreOffice ----------------------------------------------------------------------------------------------


def office(ending: str, *options: str) -> Make:
    """One call of LibreOffice for all files, in a profile of its own."""

    def make(paths: Sequence[Path], folder: Path) -> list[Path]:
        given = folder / "given"
        given.mkdir()
        copies = [Path(shutil.copy(path, given)) for path in paths]
        for copy in copies:
            if copy.suffix == ".html":
                copy.write_text(re.sub(r"<table(?! border)", '<table border="1"', copy.read_text("utf-8")), "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            find_program() or "soffice", "--headless", "--norestore", profile,
            *options, "--convert-to", ending, "--outdir", str(folder), *map(str, copies),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=_OFFICE_SECONDS, stdin=subprocess.DEVNULL)
        return [folder / f"{path.stem}.{ending.split(':')[0]}" for path in paths]

    return make


def _office(made: str, name: str, source: str, ending: str, *options: str) -> Producer:
    command = " ".join(["soffice --headless", *options, f"--convert-to '{ending}'", f"*.{source.split()[0]}"])
    return Producer(made, f"libreoffice {name}", source, command, office(ending, *options))


_AS_TEXT = ("--infilter=HTML (StarWriter)",)
"""A page opened as a text of the word processor, whose files it can then become."""
PRINTS = (
    _browser("portrait", FULL),
    _browser("landscape", FULL, is_landscape=True),
    _browser("at 70", FULL, scale=0.7),
    _browser("at 130", FULL, scale=1.3),
    _browser("partly ruled", PARTIAL),
    _browser("unruled", NONE),
    _browser("torn heads", TORN_HEADS),
    _typesetter("ruled", FULL),
    _typesetter("partly ruled", PARTIAL),
    _typesetter("unruled", NONE),
    _office("pdf", "from html", "html", "pdf"),
    _office("pdf", "from docx", "docx", "pdf"),
    _office("pdf", "from xlsx", "xlsx", "pdf"),
    _office("doc", "from docx", "docx", "doc"),
    _office("rtf", "from docx", "docx", "rtf"),
    _office("odt", "from docx", "docx", "odt"),
    _office("fodt", "from docx", "docx", "fodt"),
    _office("docx", "from odt", "odt libreoffice from docx", "docx:MS Word 2007 XML"),
    _office("docx", "from html", "html", "docx:MS Word 2007 XML", *_AS_TEXT),
    _office("odt", "from html", "html", "odt:writer8", *_AS_TEXT),
    _office("xls", "from xlsx", "xlsx", "xls"),
    _office("ods", "from xlsx", "xlsx", "ods"),
    _office("xlsx", "from ods", "ods libreoffice from xlsx", "xlsx:Calc MS Excel 2007 XML"),
    _office("html", "from docx", "docx", "html"),
)
