"""Texts of reports → an index of them, kept in a folder beside a build; words → where they stand, exactly counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.prose.folding import fold
from analytics.prose.search.postings import STOP, Postings, make_postings

SHORTEST = 2
"""Characters that a word needs."""
_FORMAT = 1
_BLANKS = re.compile(r"\s+")


class Text(NamedTuple):
    """One section of a report's prose. Sections of one report follow one another, reports in order of their ids."""

    report_id: int
    position: int
    text: str


class Found(NamedTuple):
    """The reports that have all words, in order of their ids, and how often the words stand in each."""

    report_ids: NDArray[np.int32]
    counts: NDArray[np.int64]

    @property
    def total(self) -> int:
        """Hits in all."""
        return int(self.counts.sum())


class SearchIndex(NamedTuple):
    """``report_ids`` and ``positions`` name the sections, ``bounds`` where each begins among all characters."""

    postings: Postings
    report_ids: NDArray[np.int32]
    positions: NDArray[np.int32]
    bounds: NDArray[np.uint32]

    def find(self, words: Sequence[str], report_ids: Collection[int] | None = None) -> Found:
        """The reports that have each of the folded words, and the number of hits; of these reports only, if given."""
        firsts = np.flatnonzero(np.r_[True, self.report_ids[1:] != self.report_ids[:-1]][: len(self.report_ids)])
        every = np.asarray(self.report_ids[firsts])
        counts = np.zeros((len(words), len(every)), dtype=np.int64)
        for number, word in enumerate(words):
            if len(every):
                starts = _find_word(self.postings, word)
                counts[number] = np.diff(np.searchsorted(starts, self.bounds[firsts]), append=len(starts))
        has_all = (counts > 0).all(axis=0) & (len(words) > 0)
        if report_ids is not None:
            has_all &= np.isin(every, np.fromiter(report_ids, dtype=np.int32))
        return Found(every[has_all], counts.sum(axis=0)[has_all])

    def save(self, folder: Path) -> None:
        """Write the index into a new folder."""
        folder.mkdir(parents=True)
        for name, array in (*self.postings._asdict().items(), *self._asdict().items()):
            if name != "postings":
                np.save(folder / f"{name}.npy", array)
        (folder / "format").write_text(str(_FORMAT), "utf-8")


def load_index(folder: Path) -> SearchIndex | None:
    """The index of a folder, its arrays left on the disk until they are asked for; None where there is none of this
    version, or not all of it."""
    try:
        if (folder / "format").read_text("utf-8") != str(_FORMAT):
            return None
        arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in folder.glob("*.npy")}
        postings = Postings(*(arrays[name] for name in Postings._fields))
        return SearchIndex(postings, arrays["report_ids"], arrays["positions"], arrays["bounds"])
    except (OSError, EOFError, ValueError, KeyError):
        return None


def build_index(texts: Iterable[Text]) -> SearchIndex:
    """The index of sections of prose."""
    folded, names = [], []
    for section in texts:
        folded.append(fold(section.text).text)
        names.append((section.report_id, section.position))
    sizes = np.array([len(text) + 1 for text in folded], dtype=np.int64)
    bounds = (np.cumsum(sizes) - sizes).astype(np.uint32)
    numbers = np.array(names, dtype=np.int32).reshape(-1, 2)
    return SearchIndex(make_postings(STOP.join(folded) + STOP), numbers[:, 0], numbers[:, 1], bounds)


def split_words(query: str) -> tuple[str, ...]:
    """The folded words of what someone typed: blanks part them, and a report has to have each."""
    parts = (fold(part).text for part in _BLANKS.split(query.strip(' \t\r\n"“”')))
    return tuple(dict.fromkeys(part for part in parts if part))


def can_be_searched(word: str) -> bool:
    """Whether a folded word has two characters side by side that are no signs."""
    return any(one.isalnum() and other.isalnum() for one, other in pairwise(word))


def _find_word(postings: Postings, word: str) -> NDArray[np.uint32]:
    """Where a word begins. A sign within it stands for any one sign or character: pairs with it are not kept."""
    lists = [(postings.find(word[at : at + SHORTEST]), at) for at in _cover(word)]
    if not lists:
        return np.empty(0, dtype=np.uint32)
    lists.sort(key=lambda found: len(found[0]))
    positions = lists[0][0] - np.uint32(lists[0][1])
    for other, at in lists[1:]:
        if not len(positions):
            break
        positions = _intersect(positions, other - np.uint32(at))
    return positions


def _cover(word: str) -> list[int]:
    """Where the pairs begin that cover each run of letters, digits and characters in a word."""
    places: list[int] = []
    for run in re.finditer(r"[^\W_]{2,}", word):
        places += [*range(run.start(), run.end() - 1, 2)]
        if len(run[0]) % 2:
            places.append(run.end() - 2)
    return places


def _intersect(some: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """What two ordered arrays without repetitions have in common."""
    if len(some) * 8 < len(others):
        at = np.searchsorted(others, some)
        at[at == len(others)] = 0
        return some[others[at] == some] if len(others) else some[:0]
    both = np.sort(np.concatenate((some, others)), kind="stable")
    return np.asarray(both[:-1][both[1:] == both[:-1]])
