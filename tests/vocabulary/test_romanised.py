"""Names in Latin letters: as the places themselves read them."""

from __future__ import annotations

import pytest

from analytics.vocabulary.places.divisions import list_places
from analytics.vocabulary.places.romanised import romanise_name
from analytics.vocabulary.terms import Level


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("芮城县", "ruichengxian", "rcx"),
        ("洪洞县", "hongtongxian", "htx"),
        ("单县", "shanxian", "sx"),
        ("六安市", "luanshi", "las"),
        ("六合区", "luhequ", "lhq"),
        ("珲春市", "hunchunshi", "hcs"),
        ("蔚县", "yuxian", "yx"),
        ("铅山县", "yanshanxian", "ysx"),
        ("亳州市", "bozhoushi", "bzs"),
        ("乐亭县", "laotingxian", "ltx"),
        ("吕梁市", "lvliangshi", "lls"),
        ("重庆市", "chongqingshi", "cqs"),
        ("长阳土家族自治县", "changyangtujiazuzizhixian", "cytjzzzx"),
        ("ABC-12", "", ""),
    ],
)
def test_a_place_is_found_by_the_letters_that_people_type(name: str, pinyin: str, initials: str) -> None:
    assert romanise_name(name) == (pinyin, initials)


def test_every_county_in_force_has_letters_and_nothing_else() -> None:
    for place in list_places():
        if place.level is Level.COUNTY and place.valid_to is None:
            letters = romanise_name(place.name)
            assert letters.pinyin.isascii() and letters.pinyin.isalpha(), place.name
            assert len(letters.initials) == len(place.name), place.name
