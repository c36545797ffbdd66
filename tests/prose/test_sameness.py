"""Near-copies: found among years and organs, not made of the form's words, and never said to be copied by anyone."""

from __future__ import annotations

import itertools
from random import Random

import pandas as pd
import pytest
from benchmarks.sameness import measure
from hypothesis import given
from hypothesis import strategies as st

from analytics.prose.sameness.pairs import COMMON, Compared, compare_reports
from analytics.prose.sameness.shingles import SAMPLED, WINDOW, hash_shingles, read_han, sample_shingles
from analytics.prose.sameness.spans import find_common_spans
from analytics.vocabulary.prose.boilerplate import list_boilerplate

_CHARACTERS = [chr(code) for code in range(0x4E00, 0x5200)]


def _write(seed: int, length: int = 2_000) -> str:
    return "".join(Random(seed).choices(_CHARACTERS, k=length))


def _compare(
    texts: list[str], organs: list[int], years: list[int], published: list[str | None] | None = None
) -> Compared:
    reports = pd.DataFrame(
        {
            "report_id": range(1, len(texts) + 1),
            "organ_id": organs,
            "year": years,
            "published": published or [None] * len(texts),
        }
    )
    return compare_reports(sample_shingles(texts), reports)


def _scores(compared: Compared, report: int) -> dict[str, float]:
    return dict(compared.scores.set_index("report_id").loc[report])


def test_all_planted_copies_are_found_and_no_strangers() -> None:
    measured = measure(600)
    assert measured.planted == 60
    assert measured.found == 60
    assert measured.strangers == 0


def test_a_copy_in_other_figures_and_characters_is_a_copy() -> None:
    text = _write(1)
    stretch = "全年主动公开政务信息三类，累计发布解读材料并及时回应群众关切，健全完善工作机制落实责任" * 4
    compared = _compare(
        [text + stretch + "收到12件", _write(2) + stretch.replace("开", "開").replace("，", " 345,")],
        [1, 2],
        [2023, 2023],
    )
    assert compared.pairs["is_same_organ"].tolist() == [] or compared.pairs["report_id"].tolist() == [1]
    assert hash_shingles(["公开政务信息发布"])[0].tolist() == hash_shingles(["公開，政務 12信息發布"])[0].tolist() != []


def test_shares_are_of_each_report() -> None:
    shared = _write(3, 1_000)
    (pair,) = _compare([shared + _write(4, 3_000), shared], [1, 2], [2023, 2023]).pairs.to_dict("records")
    assert pair["share"] == pytest.approx(0.25, abs=0.06)
    assert pair["other_share"] == pytest.approx(1.0, abs=0.02)


def test_two_reports_of_the_form_alone_are_no_pair() -> None:
    form = "。".join(stretch for stretch in list_boilerplate() if len(read_han(stretch)[0]) >= WINDOW)
    compared = _compare([form + _write(5), form + _write(6)], [1, 2], [2023, 2023])
    assert compared.pairs.empty
    assert _scores(compared, 1)["share_new"] == 1.0


def test_what_more_organs_say_than_are_counted_is_a_set_phrase() -> None:
    phrase = _write(7, 500)
    count = COMMON + 5
    compared = _compare([phrase + _write(100 + number) for number in range(count)], list(range(count)), [2023] * count)
    assert compared.pairs.empty


def test_years_of_one_organ_are_one_organ_however_many() -> None:
    text = _write(8)
    count = COMMON + 5
    compared = _compare([text] * count, [1] * count, list(range(1970, 1970 + count)))
    assert compared.pairs["is_same_organ"].all()
    assert len(compared.pairs) == count * (count - 1) // 2


def test_last_year_and_other_organs_are_kept_apart() -> None:
    kept, borrowed = _write(9, 1_000), _write(10, 1_000)
    compared = _compare(
        [kept, kept + borrowed + _write(11, 2_000), borrowed + _write(12, 500)], [1, 1, 2], [2022, 2023, 2023]
    )
    scores = _scores(compared, 2)
    assert scores["share_of_last_year"] == pytest.approx(0.25, abs=0.06)
    assert scores["share_of_others"] == pytest.approx(0.25, abs=0.06)
    assert scores["share_new"] == pytest.approx(0.5, abs=0.08)
    assert _scores(compared, 1)["share_of_last_year"] == 0.0


def test_the_year_before_the_last_is_not_last_year() -> None:
    text = _write(13)
    compared = _compare([text, text], [1, 1], [2021, 2023])
    assert _scores(compared, 2)["share_of_last_year"] == 0.0


def test_last_year_is_seen_past_a_second_report_of_this_year() -> None:
    text = _write(14)
    compared = _compare([text, text, text], [1, 1, 1], [2022, 2023, 2023])
    assert _scores(compared, 2)["share_of_last_year"] == _scores(compared, 3)["share_of_last_year"] == 1.0


@pytest.mark.parametrize(
    ("dates", "first"), [(["2024-01-20", "2024-01-05"], 2), (["2024-01-05", None], None), (["2024-01-05"] * 2, None)]
)
def test_which_was_published_first_is_said_only_where_it_is_known(dates: list[str | None], first: int | None) -> None:
    text = _write(15)
    (found,) = _compare([text, text], [1, 2], [2023, 2023], dates).pairs["first_id"]
    assert (None if pd.isna(found) else found) == first


def test_too_little_text_has_no_share() -> None:
    compared = _compare([_write(16, 3 * SAMPLED), _write(17, 3_000)], [1, 2], [2023, 2023])
    assert pd.isna(_scores(compared, 1)["share_new"])
    assert _scores(compared, 2)["share_new"] == 1.0


def test_no_reports_are_no_pairs() -> None:
    compared = _compare([], [], [])
    assert compared.pairs.empty and compared.scores.empty
    blank = _compare(["", "12"], [1, 2], [2023, 2023])
    assert blank.pairs.empty and len(blank.scores) == 2


def test_common_stretches_are_shown_as_printed_in_both() -> None:
    stretch = _write(18, 40)
    text, other = "甲乙" + stretch[:20] + "12，" + stretch[20:] + "丙", "丁" * 30 + stretch + "戊"
    (span,) = find_common_spans(text, other)
    assert text[span.start : span.end] == stretch[:20] + "12，" + stretch[20:]
    assert other[span.other_start : span.other_end] == stretch
    assert not span.is_form


def test_a_stretch_of_the_form_is_marked_as_such() -> None:
    sentence = next(iter(list_boilerplate()))
    (span,) = find_common_spans(_write(19, 50) + sentence, _write(20, 50) + sentence)
    assert span.is_form


@given(st.text("公开信息政府培训甲乙丙丁", max_size=80), st.text("公开信息政府培训甲乙丙丁", max_size=80))
def test_stretches_are_the_same_in_both_texts_and_lie_apart(text: str, other: str) -> None:
    spans = find_common_spans(text, other)
    for span in spans:
        printed, elsewhere = text[span.start : span.end], other[span.other_start : span.other_end]
        assert read_han(printed)[0].tolist() == read_han(elsewhere)[0].tolist()
    assert all(span.end <= following.start for span, following in itertools.pairwise(spans))
