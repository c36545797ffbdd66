"""How quickly narratives are searched: an index over as many reports as asked for, and queries of every length.

The texts are made of the labelled clauses of ``tests/prose``, names of places and other figures at random: 3,000
characters a report, most words in most reports, as in real ones. Counts are compared with those of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from analytics.prose.folding import fold
from analytics.prose.search.index import SearchIndex, Text, build_index, split_words
from analytics.simulate.places import list_counties
from benchmarks.prose import WORDED, list_labelled

REPORTS, CHARACTERS = 20_000, 3_000
CHECKED = 300
QUERIES = (
    "公开", "培训", "解读", "舆情", "公报", "粉丝", "访谈", "征集", "热线", "提案", "复议", "诉讼", "补正",
    "结转", "抖音", "纠错", "微信公众号", "政府开放日", "行政复议", "规范性文件", "新闻发布会", "政策解读",
    "依申请公开", "主动公开政府信息", "部分公开", "办结率100%", "较去年", "不予公开", "信息处理费",
    "領導信箱", "政府信息公开", "培训 解读", "公报 访谈", "微信 粉丝 抖音", "意见征集",
)  # fmt: skip


class Row(NamedTuple):
    """What was measured over so many reports."""

    reports: int
    megabytes: float
    build_seconds: float
    build_cpu: float
    median_ms: float
    p95_ms: float
    p95_cpu: float
    slowest: str
    wrong: int

    def rows(self) -> list[tuple[str, str, str]]:
        """What is shown."""
        return [
            ("index (MB)", f"{self.megabytes:.0f}", "≤ 100"),
            ("to build (s; of CPU)", f"{self.build_seconds:.0f}; {self.build_cpu:.0f}", "≤ 60"),
            ("a query, median (ms)", f"{self.median_ms:.1f}", ""),
            ("95th percentile (ms; of CPU)", f"{self.p95_ms:.1f}; {self.p95_cpu:.1f}", "≤ 30"),
            ("slowest", self.slowest, ""),
            ("wrong counts", str(self.wrong), "0"),
        ]


def make_texts(count: int, characters: int = CHARACTERS) -> Iterator[Text]:
    """Texts of so many reports."""
    random = Random(7)
    clauses = [labelled.clause for labelled in list_labelled() if labelled.source == WORDED]
    places = [place.name for place in list_counties(400)]
    for report in range(count):
        pieces: list[str] = []
        size = 0
        while size < characters:
            clause = re.sub(r"\d+", lambda found: str(random.randrange(10 ** len(found[0]))), random.choice(clauses))
            piece = random.choice(places) + clause if random.random() < 0.4 else clause
            pieces.append(piece)
            size += len(piece)
        yield Text(report, 0, "".join(pieces)[:characters])


def measure(count: int = REPORTS) -> Row:
    """Build and ask; each query thrice, in turn."""
    texts = list(make_texts(count))
    start, cpu = perf_counter(), process_time()
    index = build_index(texts)
    build, build_cpu = perf_counter() - start, process_time() - cpu
    times = [(*_time(index, query), query) for _ in range(3) for query in QUERIES]
    walls, cpus = [wall for wall, _, _ in times], [used for _, used, _ in times]
    return Row(
        count, size_of(index) / 1e6, build, build_cpu, median(walls),
        quantiles(walls, n=20)[-1], quantiles(cpus, n=20)[-1], max(times)[2],
        count_wrong(index, texts[:: max(1, count // CHECKED)]),
    )  # fmt: skip


def _time(index: SearchIndex, query: str) -> tuple[float, float]:
    start, cpu = perf_counter(), process_time()
    index.find(split_words(query))
    return (perf_counter() - start) * 1_000, (process_time() - cpu) * 1_000


def size_of(index: SearchIndex) -> int:
    """Bytes of its arrays."""
    return sum(array.nbytes for array in (*index.postings, index.report_ids, index.positions, index.bounds))


def count_wrong(index: SearchIndex, texts: Sequence[Text]) -> int:
    """How many counts of these reports differ from those of their folded texts."""
    wrong = 0
    folded = {text.report_id: fold(text.text).text for text in texts}
    for query in QUERIES:
        words = split_words(query)
        found = index.find(words, folded)
        counts = dict(zip(found.report_ids.tolist(), found.counts.tolist(), strict=True))
        for report, text in folded.items():
            each = [_count(text, word) for word in words]
            wrong += counts.get(report, 0) != (sum(each) if all(each) else 0)
    return wrong


def _count(text: str, word: str) -> int:
    return len(re.findall(f"(?={re.escape(word)})", text))
