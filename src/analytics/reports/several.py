"""A document that holds the reports of several years, one after another → one document a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from analytics.documents.model import Block, Document, Grid
from analytics.reports.labels import fold
from analytics.vocabulary.phrases import APPLICANTS_HEADER, CONTENT_HEADER, STATED_YEAR

_LONGEST_TITLE = 60
_TITLE_ROWS = 3
_TABLE_MARKS = (APPLICANTS_HEADER, CONTENT_HEADER)


def parted(document: Document) -> tuple[tuple[int | None, Document], ...]:
    """(year, document) of each report, the latest year first; the document itself where it holds one report.

    A new report begins where a title with another year stands by itself and tables stand on both sides of it.
    """
    titles = [(at, title) for at, block in enumerate(document.blocks) if (title := title_of(block)) is not None]
    if len({year for _, (year, _) in titles}) < 2:
        return ((None, document),)
    starts: list[tuple[int, int, str]] = []
    for at, (year, text) in titles:
        if not starts or _has_table(document.blocks[starts[-1][0] : at]):
            if not starts or starts[-1][1] != year:
                starts.append((at, year, text))
        elif starts[-1][1] != year:
            starts[-1] = (starts[-1][0], year, text)  # what was met before is a link to another report
    if len(starts) > 1 and not _has_table(document.blocks[starts[-1][0] :]):
        starts.pop()
    if len(starts) < 2:
        return ((None, document),)
    starts[0] = (0, *starts[0][1:])
    ends = [at for at, _, _ in starts[1:]] + [len(document.blocks)]
    parts = [
        (year, replace(document, blocks=document.blocks[at:end], titles=(title,)))
        for (at, year, title), end in zip(starts, ends, strict=True)
    ]
    return tuple(sorted(parts, key=lambda part: -part[0]))


def part_of(again: Callable[[], Document | None], year: int | None) -> Callable[[], Document | None]:
    """The second reading of one part; None where it is not parted alike."""

    def read() -> Document | None:
        second = again()
        return None if second is None else next((part for found, part in parted(second) if found == year), None)

    return read


def title_of(block: Block) -> tuple[int, str] | None:
    """(year, text) of a report's title that stands by itself; None where the block holds none."""
    for text in _alone(block):
        if len(text) <= _LONGEST_TITLE:
            found = STATED_YEAR.search(fold(text))
            if found is not None and found.end() == len(fold(text)):
                return int(found[1]), text
    return None


def _alone(block: Block) -> Iterator[str]:
    """The texts of a block that stand by themselves: a line, or the first rows of a sheet."""
    if not isinstance(block, Grid):
        yield block.text
        return
    for row in block.rows[:_TITLE_ROWS]:
        texts = [cell.text for cell in row if cell.text]
        if len(texts) == 1:
            yield texts[0]


def _has_table(blocks: Sequence[Block]) -> bool:
    texts = (
        text
        for block in blocks
        for text in ((cell.text for row in block.rows for cell in row) if isinstance(block, Grid) else (block.text,))
    )
    return any(mark in fold(text) for text in texts if text and len(text) <= _LONGEST_TITLE for mark in _TABLE_MARKS)
