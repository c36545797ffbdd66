"""Search of narratives: counts are those of the text, for every word of two characters and more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.prose.folding import fold
from analytics.prose.search.excerpts import cut_excerpts, find_in_text
from analytics.prose.search.index import (
    SearchIndex,
    Text,
    build_index,
    can_be_searched,
    load_index,
    split_words,
)
from analytics.prose.search.postings import make_postings

_TEXTS = st.lists(st.text("公开信息政府培训。，1 2a", max_size=60), min_size=1, max_size=6)


def _count(index: SearchIndex, query: str) -> dict[int, int]:
    found = index.find(split_words(query))
    return dict(zip(found.report_ids.tolist(), found.counts.tolist(), strict=True))


@given(_TEXTS, st.text("公开信息政府培训12a", min_size=2, max_size=6))
def test_counts_are_those_of_the_text(texts: list[str], word: str) -> None:
    index = build_index(Text(report, 0, text) for report, text in enumerate(texts))
    expected = {
        report: count
        for report, text in enumerate(texts)
        if (count := len(re.findall(f"(?={re.escape(word)})", fold(text).text)))
    }
    assert _count(index, word) == expected


@given(_TEXTS, st.text("公开信息政府", min_size=2, max_size=4))
def test_a_text_holds_as_many_hits_as_the_index_counts(texts: list[str], word: str) -> None:
    index = build_index(Text(report, 0, text) for report, text in enumerate(texts))
    counts = _count(index, word)
    for report, text in enumerate(texts):
        hits = find_in_text(text, [word])
        assert len(hits) == counts.get(report, 0)
        assert all(fold(text[hit.start : hit.end]).text == word for hit in hits)


@given(st.lists(st.integers(0, 40_000_000), min_size=1, max_size=40, unique=True).map(sorted))
def test_positions_far_apart_are_kept(gaps: list[int]) -> None:
    from analytics.prose.search import postings

    steps = postings.np.diff(postings.np.array(gaps, dtype="u4"), prepend=postings.np.uint32(0))
    for width in (1, 2, 3) if gaps[-1] < 100_000 else (3,):
        written = postings._write_steps(steps, width)
        assert postings._read_steps(written, width).tolist() == gaps


def test_a_word_across_two_sections_is_no_hit() -> None:
    index = build_index([Text(1, 0, "主动公"), Text(1, 1, "开")])
    assert _count(index, "公开") == {}


def test_sections_of_one_report_count_together() -> None:
    index = build_index([Text(1, 0, "公开"), Text(1, 3, "公开公开"), Text(2, 0, "公开")])
    assert _count(index, "公开") == {1: 3, 2: 1}


def test_traditional_and_simplified_find_each_other() -> None:
    index = build_index([Text(1, 0, "政務公開"), Text(2, 0, "政务公开")])
    assert _count(index, "公開") == _count(index, "公开") == {1: 1, 2: 1}


def test_blanks_part_words_and_a_report_has_to_have_each() -> None:
    index = build_index([Text(1, 0, "公开培训，培训"), Text(2, 0, "公开")])
    assert _count(index, "公开 培训") == {1: 3}


def test_only_the_reports_asked_for_are_counted() -> None:
    index = build_index([Text(1, 0, "公开"), Text(2, 0, "公开"), Text(3, 0, "公开")])
    assert index.find(["公开"], {1, 3}).report_ids.tolist() == [1, 3]


def test_a_word_of_one_character_cannot_be_searched() -> None:
    assert [can_be_searched(word) for word in ("公", "公开", "、公", "12")] == [False, True, False, True]


def test_an_index_read_from_its_folder_finds_the_same(tmp_path: Path) -> None:
    index = build_index([Text(1, 0, "主动公开政府信息"), Text(7, 2, "依申请公开")])
    index.save(tmp_path / "search")
    read = load_index(tmp_path / "search")
    assert read is not None
    assert _count(read, "公开") == _count(index, "公开") == {1: 1, 7: 1}


@pytest.mark.parametrize("name", ["steps.npy", "format", "keys.npy"])
def test_an_index_that_is_not_whole_is_none(tmp_path: Path, name: str) -> None:
    build_index([Text(1, 0, "主动公开")]).save(tmp_path / "search")
    (tmp_path / "search" / name).write_bytes(b"")
    assert load_index(tmp_path / "search") is None


def test_no_text_at_all_is_an_index_without_hits() -> None:
    index = build_index([])
    assert _count(index, "公开") == {}
    assert len(make_postings("").find("公开")) == 0


def test_excerpts_show_the_words_around_as_printed() -> None:
    text = "甲" * 100 + "主动公 开" + "乙" * 100 + "公開" + "丙" * 10
    excerpts = list(cut_excerpts(text, find_in_text(text, ["公开"]), around=20))
    assert [excerpt.text[hit.start : hit.end] for excerpt in excerpts for hit in excerpt.hits] == ["公 开", "公開"]
    assert [(excerpt.is_cut_before, excerpt.is_cut_behind) for excerpt in excerpts] == [(True, True), (True, False)]
    assert all(text[excerpt.start :].startswith(excerpt.text) for excerpt in excerpts)


def test_hits_near_each_other_stand_in_one_excerpt() -> None:
    text = "公开和公开"
    assert len(list(cut_excerpts(text, find_in_text(text, ["公开"])))) == 1
