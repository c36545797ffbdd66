"""A document that holds the reports of several years or organs, one after another → one document a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.model import Block, Document, Grid
from analytics.reports.labels import fold
from analytics.vocabulary.naming import STATED_YEAR, TITLE_FILLERS
from analytics.vocabulary.phrases import APPLICANTS_HEADER, BEFORE_2019, CONTENT_HEADER

_LONGEST_TITLE = 60
_TITLE_ROWS = 3
_SHORT_HEAD = 16
_TABLE_MARKS = (APPLICANTS_HEADER, CONTENT_HEADER)


class _Title(NamedTuple):
    """A report's title that stands by itself: the block it stands in, its year, and the organ's words in it."""

    at: int
    year: int
    text: str
    organ: str

    def is_another_report(self, before: _Title, blocks: Sequence[Block]) -> bool:
        """Whether another report begins here than with the title before. A title of the same year does so where it
        names another organ and all the tables stand between: a list of links names many."""
        if self.year != before.year:
            return _has_tables(blocks[before.at : self.at], any)
        is_same = not self.organ or not before.organ or self.organ in before.organ or before.organ in self.organ
        return not is_same and _has_tables(blocks[before.at : self.at], all) and _has_tables(blocks[self.at :], all)


def split_reports(document: Document) -> tuple[tuple[Part, Document], ...]:
    """((year, title), document) of each report, the latest year first; the document itself where it holds one report.

    A new report begins where a title with another year, or another organ, stands by itself and tables stand on both
    sides of it.
    """
    blocks = document.blocks
    titles = [title for at, block in enumerate(blocks) if (title := _read_title(at, block)) is not None]
    if len({(title.year, title.organ) for title in titles}) < 2:
        return ((_WHOLE, document),)
    starts: list[_Title] = []
    for title in titles:
        if not starts or title.is_another_report(starts[-1], blocks):
            starts.append(title)
        elif starts[-1].year != title.year and not _has_tables(blocks[starts[-1].at : title.at], any):
            starts[-1] = title  # what was met before is a link to another report
    if len(starts) > 1 and not _has_tables(blocks[starts[-1].at :], any):
        starts.pop()
    if len(starts) < 2:
        return ((_WHOLE, document),)
    bounds = [0, *(title.at for title in starts[1:]), len(blocks)]
    parts = [
        ((title.year, title.text), replace(document, blocks=blocks[at:end], titles=(title.text,)))
        for title, (at, end) in zip(starts, pairwise(bounds), strict=True)
    ]
    return tuple(sorted(parts, key=lambda part: -(part[0][0] or 0)))


Part = tuple[int | None, str]
_WHOLE: Part = (None, "")


def part_of(again: Callable[[], Document | None], part_key: Part) -> Callable[[], Document | None]:
    """The second reading of one part; None where it is not parted alike."""

    def read() -> Document | None:
        second = again()
        return (
            None if second is None else next((part for found, part in split_reports(second) if found == part_key), None)
        )

    return read


def _read_title(at: int, block: Block) -> _Title | None:
    found = find_report_title(block)
    if found is None:
        return None
    year, text = found
    return _Title(at, year, text, TITLE_FILLERS.sub("", fold(text).partition(str(year))[0]))


def find_report_title(block: Block) -> tuple[int, str] | None:
    """(year, text) of a report's title that stands by itself; None where the block holds none."""
    for text in _list_lone_texts(block):
        if len(text) <= _LONGEST_TITLE and (year := _read_year_of_title(text)) is not None:
            return year, text
    return None


@lru_cache(maxsize=4096)
def _read_year_of_title(text: str) -> int | None:
    """The year of a text that ends as a report's title does; None for any other."""
    folded = fold(text)
    found = STATED_YEAR.search(folded)
    return int(found[1]) if found is not None and found.end() == len(folded) else None


def _list_lone_texts(block: Block) -> Iterator[str]:
    """The texts of a block that stand by themselves: a line, or the first rows of a sheet."""
    if not isinstance(block, Grid):
        yield block.text
        return
    for row in block.rows[:_TITLE_ROWS]:
        texts = [cell.text for cell in row if cell.text]
        if len(texts) == 1:
            yield texts[0]


def _has_tables(blocks: Sequence[Block], quantifier: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether any or all of the marks of tables II and III stand in the blocks, or a statistics table before 2019."""
    texts = [
        text
        for block in blocks
        for text in ((cell.text for row in block.rows for cell in row) if isinstance(block, Grid) else (block.text,))
    ]
    folded = [fold(text) for text in texts if text and len(text) <= _LONGEST_TITLE]
    is_earlier = any(BEFORE_2019.search(text) for text in folded if len(text) <= _SHORT_HEAD)
    return is_earlier or quantifier(any(mark in text for text in folded) for mark in _TABLE_MARKS)
