"""Places that do not exist cannot be mistaken for places that do."""

from __future__ import annotations

from collections import Counter

from analytics.vocabulary.places.divisions import list_parents, list_places
from analytics.vocabulary.places.fictional import is_fictional, list_fictional_places
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Level


def test_no_code_or_name_is_shared_with_a_real_place_or_with_another() -> None:
    real_codes, real_names = {place.code for place in list_places()}, {place.name for place in list_places()}
    assert not {place.code for place in list_fictional_places()} & real_codes
    assert not {place.name for place in list_fictional_places()} & real_names
    assert all(place.name.startswith("模拟") for place in list_fictional_places())
    assert not any("模拟" in name for name in real_names)
    names = Counter(place.name for place in list_fictional_places())
    assert max(names.values()) == 1
    assert Counter(place.level for place in list_fictional_places()) == {
        Level.PROVINCE: 9, Level.PREFECTURE: 81, Level.COUNTY: 3240,
    }  # fmt: skip


def test_every_fictional_organ_resolves_to_its_own_place() -> None:
    for place in list_fictional_places():
        found = match_organ(f"{place.name}人民政府", 2023).place
        assert found is not None
        assert (found.code, found.level) == (place.code, place.level)


def test_fictional_places_have_parents_and_say_so() -> None:
    assert [place.code for place in list_parents("991121")] == ["991100", "991000"]
    assert [place.name for place in list_parents("991121")] == ["模拟甲东临市", "模拟甲省"]
    assert is_fictional("991121")
    assert is_fictional("991121-X12AB34")
    assert not is_fictional("320831")
    assert not is_fictional(None)
