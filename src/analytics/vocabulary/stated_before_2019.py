"""What prose states of a statistics table before 2019: which lines, and in which words.

Only lines that are wholes: those that parts are printed below, and no part themselves. Their words are those of their
own labels; of requests received also the words that prose uses since (:mod:`analytics.vocabulary.stated`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.form.model import Outline, Under
from analytics.vocabulary.phrases import BEFORE_STATISTICS_LABEL
from analytics.vocabulary.stated import FOLLOWS, NUMBER, PARTS, list_quantities
from analytics.vocabulary.terms import Table

_COUNT_AT_END = re.compile(r"总?次?数量?$|[(（].*$")
_REQUEST = "申请"
_AROUND_REQUEST = re.compile("对|申请|的")
_FEWEST_CHARACTERS = 4
"""A label with fewer characters than this says too little by itself: 申请总次数."""
_OF_ALL = "(?:^|(?<=[,，:：已共以均部法规理行]))"
"""What may stand right before 答复 and 办结 of all requests: 按时办结, 同意公开答复, 不予答复 are not of all."""
OF_WHOLE_YEAR = re.compile(
    r"20\d\d年度?|全年度?|本年度?|今年|当年|年度?内|一年来|共计?|总计|合计|已|均|全部|依法|依规|予以|(?:政府)?(?:信息)?(?:公开)?申请"
)
"""What a clause may say before the words of a line and still mean the whole of it."""


class StatedLine(NamedTuple):
    """A line and the words before its number; ``is_at_most``: they may leave some out. ``is_of_requests``: they count
    requests only in a sentence that names them."""

    key: str
    pattern: re.Pattern[str]
    is_at_most: bool = False
    is_of_requests: bool = False


@cache
def list_stated_lines(edition: Edition) -> tuple[StatedLine, ...]:
    """The lines of an edition that prose may state as a whole, longer words before those that they contain."""
    return tuple(
        stated
        for block in form.find_table(Table.STATISTICS, edition).blocks
        for key in _list_wholes(block.lines)
        for stated in _list_words(key)
    )


def _list_wholes(outline: Outline) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, Under) and entry.has_figures:
            yield entry.head
        elif isinstance(entry, Under):
            yield from _list_wholes(entry.below)


def _list_words(key: str) -> Iterator[StatedLine]:
    line = form.find_line(Table.STATISTICS, key)
    for label in (line.label, *line.aliases):
        words = _COUNT_AT_END.sub("", BEFORE_STATISTICS_LABEL.sub("", label))
        is_counted = re.fullmatch(NUMBER, f"1{line.counted_in}") is not None
        if not is_counted or PARTS.search(words) or len(words) < _FEWEST_CHARACTERS:
            continue
        yield StatedLine(key, _count(re.escape(words)), is_of_requests=_REQUEST in words)
        deed = _AROUND_REQUEST.sub("", words)
        if _REQUEST in words and not line.continues and deed:
            yield StatedLine(key, _count(_OF_ALL + re.escape(deed)), is_of_requests=True)
    if line.continues == "new":
        for quantity in list_quantities():
            if quantity.sums[0] == (line.continues,):
                yield StatedLine(key, quantity.pattern, quantity.is_at_most, is_of_requests=True)


def _count(words: str) -> re.Pattern[str]:
    return re.compile(rf"{words}(?:总?次?数量?)?{FOLLOWS}:?{NUMBER}")
