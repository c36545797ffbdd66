"""What the cases of the rules of prose are made of: texts of sections, and tables beside them."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.vocabulary.rules.model import Case
from analytics.vocabulary.terms import Table

TOTALS = tuple(f"{Table.III}.{line}.total" for line in ("new", "carried_over", "answered", "carried_forward"))
PADDING = "本机关认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外，持续推进各项工作。" * 6
"""Long enough that a part which is not in the text is missing from it."""
OUTCOMES = "予以公开4件，部分公开1件，不予公开2件，无法提供1件，不予处理1件，其他处理0件。"
FIVE = (
    "（一）主动公开。主动公开信息。（二）依申请公开。规范办理。（三）政府信息管理。（四）平台建设。（五）监督保障。"
    "开展工作考核、社会评议，全年无责任追究情况。"
)
SECTIONS: Mapping[str, str] = {"I": PADDING + FIVE, "II": "", "III": "", "IV": "", "V": "不足与改进。", "VI": "无。"}


def make_requests(prose: str) -> Case:
    """A text of section one beside all four totals of requests: 5, 1, 4, 2."""
    return Case(dict(zip(TOTALS, ("5", "1", "4", "2"), strict=True)), prose={"I": prose})


def make_received_and_carried(prose: str) -> Case:
    """A text of section one beside 5 requests received and 1 carried over."""
    return Case(dict(zip(TOTALS[:2], ("5", "1"), strict=True)), prose={"I": prose})


def make_received(prose: str, printed: str) -> Case:
    """A text of section one beside totals of requests received and carried over that print the same."""
    return Case(dict.fromkeys(TOTALS[:2], printed), prose={"I": prose})


def make_forward(printed: str) -> Case:
    """That all requests were answered, beside a printed total of those carried forward."""
    return Case({TOTALS[3]: printed}, prose={"I": "收到的申请均已按期办结。"})


def make_results(pending: str, corrected: str) -> Mapping[str, str]:
    """The results of reconsideration that a report prints as pending and corrected; none is other."""
    block = f"{Table.IV}.reconsideration"
    return {f"{block}.corrected": corrected, f"{block}.other_result": "0", f"{block}.pending": pending}


def leave_out(*numbers: str) -> Mapping[str, str]:
    """The sections of a whole report but those with these numbers."""
    return {number: text for number, text in SECTIONS.items() if number not in numbers}
