"""How quickly and how surely near-copies are found among all pairs of reports, on texts with planted copies.

Four parts in ten of each report are set phrases that thousands share, and every report has the form's own opening; the
rest are words at random, as often as words of a language are. In one report of ten, 30% of the text is another's, in
pieces; figures within the copies are others.
"""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from random import Random
from time import process_time
from typing import NamedTuple

import numpy as np
import pandas as pd

from analytics.prose.sameness.pairs import compare_reports
from analytics.prose.sameness.shingles import sample_shingles
from analytics.vocabulary.prose.boilerplate import list_boilerplate

REPORTS, CHARACTERS, YEARS = 20_000, 3_000, 7
COPIED = 0.3
_EVERY, _PIECES, _WORDS = 10, 3, 30_000
_PHRASES = 400, 5
"""So many at most, and so many for a hundred reports at most: enough organs say each."""


class Row(NamedTuple):
    """What was measured over so many reports."""

    reports: int
    shingles_cpu: float
    pairs_cpu: float
    planted: int
    found: int
    strangers: int
    bytes_each: float

    @property
    def cpu(self) -> float:
        """Seconds in all."""
        return self.shingles_cpu + self.pairs_cpu

    def rows(self) -> list[tuple[str, str, str]]:
        """What is shown."""
        return [
            (f"{self.reports:,} reports, all pairs (s of CPU)", f"{self.cpu:.1f}", "≤ 15"),
            ("of that to take samples", f"{self.shingles_cpu:.1f}", ""),
            (f"copies of {COPIED:.0%} found", f"{self.found:,} of {self.planted:,}", "≥ 99%"),
            ("pairs of reports that copied from none in common", str(self.strangers), "0"),
            ("1,000,000 reports, extrapolated (min of CPU)", f"{self.cpu / self.reports * 1e6 / 60:.0f}", "≤ 15"),
            ("memory beside the texts, extrapolated (GB)", f"{self.bytes_each * 1e6 / 1e9:.1f}", "≤ 8"),
        ]


class Corpus:
    """Texts made one after the other, and which was copied from which."""

    def __init__(self, count: int) -> None:
        random = Random(11)
        characters = [chr(code) for code in range(0x4E00, 0x4E00 + 2_500)]
        self.words = ["".join(random.choices(characters, k=random.choice((2, 2, 2, 3, 4)))) for _ in range(_WORDS)]
        self.weights = np.cumsum(1 / np.arange(1, _WORDS + 1)).tolist()
        self.phrases = [
            "".join(self._choose(random, 14)) + "。" for _ in range(min(_PHRASES[0], count * _PHRASES[1] // 100))
        ]
        self.form = "。".join(list_boilerplate())[:400]
        self.count = count
        self.planted: set[tuple[int, int]] = set()

    def _choose(self, random: Random, count: int) -> list[str]:
        return random.choices(self.words, cum_weights=self.weights, k=count)

    def _write_sentence(self, random: Random) -> str:
        return f"{''.join(self._choose(random, 12))}{random.randrange(900)}件。"

    def make(self) -> Iterator[str]:
        """Every text, in order of its number."""
        random = Random(13)
        recent: list[str] = []
        for number in range(self.count):
            stock = "".join(random.choices(self.phrases, k=CHARACTERS * 4 // 10 // 35))
            own = "".join(self._write_sentence(random) for _ in range(CHARACTERS // 2 // 33))
            text = self.form + stock + own
            if number % _EVERY == _EVERY - 1:
                origin = random.randrange(len(recent))
                self.planted.add((number - len(recent) + origin, number))
                text = self._copy(random, text, recent[origin])
            recent = [*recent[-200:], text]
            yield text

    def _copy(self, random: Random, text: str, origin: str) -> str:
        size = int(CHARACTERS * COPIED) // _PIECES
        own = len(origin) - CHARACTERS // 2
        for piece in range(_PIECES):
            start = own + piece * size
            copied = re.sub(r"\d+", lambda _: str(random.randrange(900)), origin[start : start + size])
            place = random.randrange(len(self.form), len(text))
            text = text[:place] + copied + text[place:]
        return text


def measure(count: int = REPORTS) -> Row:
    """Make the texts, compare all, and look for what was planted."""
    corpus = Corpus(count)
    texts = list(corpus.make())
    reports = pd.DataFrame({"report_id": range(count), "organ_id": range(count), "year": 2023, "published": None})
    start = process_time()
    shingles = sample_shingles(texts)
    taken = process_time()
    pairs = compare_reports(shingles, reports).pairs
    done = process_time()
    found = set(zip(pairs["report_id"].tolist(), pairs["other_id"].tolist(), strict=True))
    family = _find_families(corpus.planted, count)
    strangers = sum(family[one] != family[other] for one, other in found)
    return Row(
        count, taken - start, done - taken, len(corpus.planted), len(corpus.planted & found), strangers,
        _measure_growth(texts, reports),
    )  # fmt: skip


def _find_families(planted: set[tuple[int, int]], count: int) -> list[int]:
    """Of each report, the first of those that copies link it to."""
    family = list(range(count))
    for origin, copy in sorted(planted, key=lambda pair: pair[1]):
        family[copy] = family[origin]  # a report copies from an earlier one only
    return family


def _measure_growth(texts: list[str], reports: pd.DataFrame) -> float:
    """Bytes at the peak for each report more, the texts themselves left out."""
    half = len(texts) // 2
    return (_measure_peak(texts, reports) - _measure_peak(texts[:half], reports[:half])) / (len(texts) - half)


def _measure_peak(texts: list[str], reports: pd.DataFrame) -> int:
    tracemalloc.start()
    compare_reports(sample_shingles(texts), reports)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
