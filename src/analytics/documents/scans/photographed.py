"""A report photographed page by page: pictures of one folder whose names differ in the number of the page alone → one
document, named as its first page.

Names only propose: that the files are pictures, and the pages of one report, is seen when they are read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from analytics.documents.containers.archived import ListedFile

_PAGE = re.compile(
    r"(?P<before>.*?)(?P<number>[0-9]{1,4})(?P<after>[^0-9/]*\.(?:jpe?g|png|bmp|gif|tiff?|webp))", re.IGNORECASE
)
"""The last number of a name, before the ending."""
_FIRST = (0, 1)
"""A number by which pages are counted: cameras count on over all of their pictures, and years begin later."""


class _Series(NamedTuple):
    before: str
    after: str


def join_pages(documents: Iterable[ListedFile]) -> list[ListedFile]:
    """The documents in their order; pictures numbered one by one from 0 or 1 are one document, which is refused where
    a page of it is."""
    every = list(documents)
    series: dict[_Series, dict[int, ListedFile]] = {}
    for document in every:
        if found := _PAGE.fullmatch(document.name):
            numbered = series.setdefault(_Series(found["before"], found["after"].lower()), {})
            numbered.setdefault(int(found["number"]), document)
    pages: dict[str, ListedFile | None] = {}
    for numbered in series.values():
        numbers = sorted(numbered)
        if len(numbers) > 1 and numbers[0] in _FIRST and numbers[-1] - numbers[0] == len(numbers) - 1:
            first, *others = (numbered[number] for number in numbers)
            pages |= {first.name: _join_documents([first, *others])} | {other.name: None for other in others}
    found_documents = (pages.get(document.name, document) for document in every)
    return [document for document in found_documents if document is not None]


def hash_files(files: Sequence[bytes]) -> str:
    """The hash of a document by the bytes of its files."""
    return _join_hashes([hashlib.sha256(data).hexdigest() for data in files])


def _join_hashes(hashes: Sequence[str]) -> str:
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _join_documents(pages: Sequence[ListedFile]) -> ListedFile:
    return replace(
        pages[0],
        sha256=_join_hashes([page.sha256 for page in pages]),
        size=sum(page.size for page in pages),
        refusal=next((page.refusal for page in pages if page.refusal), None),
        pages=tuple(page.name for page in pages),
    )
