"""Plain texts, Markdown, and sheets of figures as separated values."""

from __future__ import annotations

from analytics.documents import excess
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.sheets import sheet
from analytics.documents.texts import markdown, text

FIGURES, MARKDOWN, TEXT = Kind(".csv"), Kind(".md"), Kind(".txt")


def _is_sheet(sample: Sample) -> bool:
    return sheet.is_sheet(sample.text[0])


def _is_markdown(sample: Sample) -> bool:
    return markdown.is_markdown_text(sample.text[0])


def _is_text(sample: Sample) -> bool:
    return bool(sample.text)


def _read_figures(source: Source) -> Document:
    return sheet.read_csv(
        source.content, name=source.name, sha256=source.sha256, encoding=source.encoding, limits=source.limits
    )


def _read_markdown(source: Source) -> Document:
    excess.judge_text(source.content, name=source.name, limits=source.limits)
    return markdown.read(
        source.content, name=source.name, sha256=source.sha256, encoding=source.encoding, limits=source.limits
    )


def _read_text(source: Source) -> Document:
    excess.judge_text(source.content, name=source.name, limits=source.limits)
    return text.read(source.content, name=source.name, sha256=source.sha256, encoding=source.encoding)


def _reread_lines(source: Source) -> Document | None:
    return text.read_lines(source.content, name=source.name, sha256=source.sha256, encoding=source.encoding)


FORMATS = (
    FileFormat(kind=FIGURES, told=Told.TEXT, is_told_by=_is_sheet, rank=20, read=_read_figures, is_attached=False),
    FileFormat(
        kind=MARKDOWN,
        told=Told.TEXT,
        is_told_by=_is_markdown,
        rank=30,
        read=_read_markdown,
        read_again=_reread_lines,
        is_attached=False,
    ),
    FileFormat(
        kind=TEXT,
        told=Told.TEXT,
        is_told_by=_is_text,
        rank=90,
        read=_read_text,
        read_again=_reread_lines,
        is_attached=False,
        libraries=("charset-normalizer",),
    ),
)
