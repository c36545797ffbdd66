"""What kinds of documents there are: how bytes tell one, how its files end, and how each format is treated.

Everything that has to know a kind asks here: the reader of documents (:mod:`detect`), the fetcher that names a file,
the second reading, the reports and the facsimile.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from analytics.documents.containers import compound, packed, repacked
from analytics.documents.containers.office_marks import OFD_MAIN, OPENDOCUMENT_PART, WORKBOOK_PARTS, find_docx_text
from analytics.documents.encoding import decode
from analytics.documents.model import Format
from analytics.documents.odf import texts
from analytics.documents.sheets import sheet, workbook
from analytics.documents.texts import markdown
from analytics.documents.web import mhtml
from analytics.documents.word import office
from analytics.documents.word.doctext import MAIN_STREAM
from analytics.errors import DocumentError


class Kind(StrEnum):
    """What a file is by its bytes; the value is how the name of such a file ends."""

    PDF = ".pdf"
    OFD = ".ofd"
    DOCX = ".docx"
    DOC = ".doc"
    RTF = ".rtf"
    ODT = ".odt"
    ODS = ".ods"
    FLAT_ODF = ".fodt"
    XLSX = ".xlsx"
    XLS = ".xls"
    PAGE = ".html"
    MESSAGE = ".mht"
    TEXT = ".txt"
    MARKDOWN = ".md"
    FIGURES = ".csv"
    PNG = ".png"
    JPEG = ".jpg"
    GIF = ".gif"
    BMP = ".bmp"
    TIFF = ".tif"
    WEBP = ".webp"
    ZIP = ".zip"
    TAR = ".tar"
    SEVEN_ZIP = ".7z"
    RAR = ".rar"


_OTHER_ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DOC: (".wps",),
    Kind.XLS: (".et",),
    Kind.TAR: (".tgz",),
    Kind.JPEG: (".jpeg",),
    Kind.TIFF: (".tiff",),
}
"""How the names of such files end as well; WPS Office writes what Word and Excel wrote."""
_NEVER_ATTACHED = frozenset({
    Kind.PAGE, Kind.MESSAGE, Kind.TEXT, Kind.MARKDOWN, Kind.FIGURES, Kind.FLAT_ODF, Kind.GIF, Kind.BMP, Kind.WEBP,
    Kind.RAR,
})  # fmt: skip
"""Pages and plain texts, pictures that adorn a page, and what is not read."""
ATTACHED_ENDINGS = tuple(
    ending for kind in Kind if kind not in _NEVER_ATTACHED for ending in (kind.value, *_OTHER_ENDINGS.get(kind, ()))
)
"""How the names of files end that a page links to as documents of their own."""
LIBRARIES = (
    "lxml", "tinycss2", "cssselect", "nh3", "selectolax", "pypdfium2", "pdfplumber", "pdfminer.six", "python-docx",
    "openpyxl", "python-calamine", "xlrd", "olefile", "py7zr", "fsspec", "pillow", "numpy", "charset-normalizer",
)  # fmt: skip
"""The distributions that read them."""
OPTIONAL_LIBRARIES = ("rapidocr", "onnxruntime", "opencv-python-headless")
"""Those that pictures are read with, where they are installed."""


class Identified(NamedTuple):
    """What a file is; ``content`` is its text, in ``encoding``, where it is a text of any kind."""

    kind: Kind
    content: str = ""
    encoding: str = ""


class Traits(NamedTuple):
    """How a format is treated."""

    is_paged: bool = False
    """Its words stand at places on pages, and a row may be torn by the end of one."""
    is_lined: bool = False
    """It is lines of text, which are shown as they are."""
    has_rival: bool = False
    """Either of its two readings may be the better; of other formats the second only bears witness."""


TRAITS: Mapping[Format, Traits] = {
    Format.TEXT: Traits(is_lined=True),
    Format.HTML: Traits(),
    Format.SHEET: Traits(is_lined=True),
    Format.PDF: Traits(is_paged=True, has_rival=True),
    Format.DOCX: Traits(),
    Format.WORKBOOK: Traits(),
    Format.PICTURE: Traits(is_paged=True, has_rival=True),
    Format.DOC: Traits(),
    Format.OFD: Traits(is_paged=True),
}
_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""Programs accept the mark anywhere in the first kilobyte, and mailed files carry junk before it."""
_STARTS: Mapping[bytes, Kind] = {
    b"\x89PNG": Kind.PNG,
    b"\xff\xd8\xff": Kind.JPEG,
    b"GIF8": Kind.GIF,
    b"BM": Kind.BMP,
    b"II*\x00": Kind.TIFF,
    b"MM\x00*": Kind.TIFF,
    b"RIFF": Kind.WEBP,
    b"Rar!": Kind.RAR,
}
"""The first bytes of kinds that a few bytes tell."""
PICTURES = frozenset({Kind.PNG, Kind.JPEG, Kind.GIF, Kind.BMP, Kind.TIFF, Kind.WEBP})
ARCHIVES = frozenset({Kind.ZIP, Kind.TAR, Kind.SEVEN_ZIP})
_TAGS = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|td|h1|meta)\b", re.IGNORECASE)
_HEAD = 4096
"""Markup announces itself early; deeper, a text may quote a tag."""
_ODF_TYPE, _ODF_SHEET = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
"""The member of an OpenDocument file that says what it is, and what that of a spreadsheet says."""


def identify(data: bytes, *, name: str) -> Identified:
    """What a file is, by its bytes alone; ``name`` is used in messages. Raises DocumentError where it is damaged,
    empty, locked with a password, of a kind that is not read, or no text."""
    kind = _identify_binary(data, name)
    return Identified(kind) if kind is not None else _identify_text(data, name)


def is_picture(data: bytes) -> bool:
    """Whether a file begins as a picture does."""
    return _match_start(data) in PICTURES


def _identify_binary(data: bytes, name: str) -> Kind | None:
    """The kind of a file that is more than a text; None for a text."""
    if data.startswith(packed.SIGNATURE):
        return _identify_packed(data, name)
    if data.startswith(compound.SIGNATURE):
        return _identify_compound(data, name)
    if _PDF in data[:_PDF_WITHIN]:
        return Kind.PDF
    if (kind := _match_start(data)) is not None:
        return kind
    if repacked.is_archive(data[: repacked.HEAD]):
        return Kind.SEVEN_ZIP if data.startswith(repacked.SEVEN) else Kind.TAR
    if data.startswith(office.RTF):
        return Kind.RTF
    if texts.is_flat(data):
        return Kind.FLAT_ODF
    return Kind.MESSAGE if mhtml.is_message(data) else None


def _match_start(data: bytes) -> Kind | None:
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)


def _identify_packed(data: bytes, name: str) -> Kind:
    """Office files are archives: their directory says which."""
    members = packed.list_members(data, name=name)
    if find_docx_text(members):
        return Kind.DOCX
    if WORKBOOK_PARTS & members:
        return Kind.XLSX
    if OPENDOCUMENT_PART in members:
        return Kind.ODS if _ODF_TYPE in members and _is_odf_sheet(data) else Kind.ODT
    return Kind.OFD if OFD_MAIN in members else Kind.ZIP


def _is_odf_sheet(data: bytes) -> bool:
    """Whether an OpenDocument file calls itself a spreadsheet; a damaged one is judged by its reader."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_ODF_TYPE) as member:
            return member.read(len(_ODF_SHEET)) == _ODF_SHEET
    except packed.DAMAGE:
        return False


def _identify_compound(data: bytes, name: str) -> Kind:
    streams = compound.list_streams(data, name=name)
    if compound.ENCRYPTED in streams:
        raise DocumentError("password_needed", file=name)
    if workbook.STREAMS & streams:
        return Kind.XLS
    if MAIN_STREAM in streams:
        return Kind.DOC
    raise DocumentError("format_not_read", file=name, found="office")


def _identify_text(data: bytes, name: str) -> Identified:
    content, encoding = decode(data, name=name)
    if not content.strip("\ufeff \t\r\n\x00"):
        raise DocumentError("empty_file", file=name)
    is_markdown = markdown.is_markdown_text(content)  # then a page of markup is none: it merely quotes tags
    if not is_markdown and _TAGS.search(content, 0, _HEAD):
        return Identified(Kind.PAGE, content, encoding)
    if sheet.is_sheet(content):
        return Identified(Kind.FIGURES, content, encoding)
    return Identified(Kind.MARKDOWN if is_markdown else Kind.TEXT, content, encoding)
