"""A text beside another falls into parts without gaps: the form's own words, what both say, what it alone says."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from analytics.prose.sameness.parts import PartKind, part_text
from analytics.prose.sameness.spans import SHORTEST
from analytics.vocabulary.prose.boilerplate import list_boilerplate

_FORM = max(list_boilerplate(), key=len)


def _write(seed: int, length: int) -> str:
    return "".join(Random(seed).choices([chr(code) for code in range(0x4E00, 0x5200)], k=length))


def _count(text: str, other: str) -> dict[str, int]:
    counts = dict.fromkeys(map(str, PartKind), 0)
    for part in part_text(text, other):
        counts[part.kind] += part.characters
    return counts


@given(st.text("甲乙丙丁（，。\n1 A", max_size=60), st.text("甲乙丙丁（，。\n1 A", max_size=60))
def test_parts_have_no_gaps_and_no_overlaps(text: str, other: str) -> None:
    parts = part_text(text, other)
    assert "".join(text[part.start : part.end] for part in parts) == text


def test_what_is_shared_new_and_the_forms_is_counted_in_characters() -> None:
    shared, own, others = _write(1, 40), _write(2, 30), _write(3, 50)
    text, other = f"{own}。{shared}，{_FORM}", f"{others}。{shared}；{_FORM}"
    assert _count(text, other) == {"form": len(_FORM), "repeated": 40, "own": 30}
    assert _count(other, text)["own"] == 50


def test_a_copy_with_other_figures_and_traditional_characters_is_repeated() -> None:
    told = "全年举办业务培训3次，邀请专家学者授课，编印公开实务案例手册并发放到各乡镇"
    other = "全年舉辦業務培訓12次，邀請專家學者授課，編印公開實務案例手冊並發放到各鄉鎮"
    assert _count(told, other)["own"] == 0


def test_a_stretch_shorter_than_is_worth_showing_is_not_repeated() -> None:
    shared = _write(4, SHORTEST - 1)
    assert _count(_write(5, 30) + shared, shared + _write(6, 30))["repeated"] == 0


def test_the_forms_own_words_are_its_own_even_where_the_other_lacks_them() -> None:
    assert _count(_FORM, _write(7, 30)) == {"form": len(_FORM), "repeated": 0, "own": 0}


def test_an_opening_bracket_goes_with_the_words_behind_it() -> None:
    shared = _write(8, 20)
    parts = part_text(f"{_write(9, 20)}（{shared}）", shared)
    assert parts[1].kind is PartKind.REPEATED
    assert parts[1].start == 20


def test_a_whole_sentence_that_both_print_is_repeated_however_short() -> None:
    assert _count(f"{_write(10, 30)}。无。", f"无。{_write(11, 30)}") == {"form": 0, "repeated": 1, "own": 30}
    assert _count("无重大变化", "无")["own"] == 5
