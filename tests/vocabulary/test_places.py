"""Places are matched by name and parents; what is ambiguous stays unresolved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.vocabulary.places.divisions import (
    count_years_beyond,
    find_current_code,
    find_place,
    list_parents,
    list_places,
)
from analytics.vocabulary.places.names import match_organ
from analytics.vocabulary.terms import Level

IN_FORCE = [place for place in list_places() if place.valid_to is None]
COUNTIES = [place for place in IN_FORCE if place.level is Level.COUNTY]


def test_there_are_as_many_counties_as_in_2026() -> None:
    assert len(COUNTIES) == 2847
    assert len([place for place in IN_FORCE if place.level is Level.PROVINCE]) == 34


@pytest.mark.parametrize(
    ("text", "year", "code", "rest"),
    [
        ("淮安市洪泽区人民政府", 2023, "320813", "人民政府"),
        ("洪泽县人民政府", 2015, "320829", "人民政府"),
        ("南京市江宁区城市管理局", 2023, "320115", "城市管理局"),
        ("芮城人民政府办公室", 2020, "140830", "人民政府办公室"),
        ("上海市人民政府办公厅", 2019, "310000", "人民政府办公厅"),
        ("白沙黎族自治县", 2023, "469025", ""),
        ("西安市长安区", 2020, "610116", ""),
        ("吉林市人民政府", 2020, "220200", "人民政府"),
    ],
)
def test_a_named_place_is_found(text: str, year: int, code: str, rest: str) -> None:
    found = match_organ(text, year)
    assert found.place is not None
    assert (found.place.code, found.rest) == (code, rest)


def test_a_name_of_four_places_stays_unresolved_until_a_parent_is_named() -> None:
    assert match_organ("鼓楼区人民政府", 2023).place is None
    assert len(match_organ("鼓楼区人民政府", 2023).candidates) == 4
    resolved = match_organ("鼓楼区人民政府", 2023, ("徐州市鼓楼区",)).place
    assert resolved is not None and resolved.code == "320302"


def test_a_township_has_an_extension_code_below_its_county() -> None:
    found = match_organ("螅镇人民政府", 2022, ("佳县螅镇_2022.txt",)).place
    assert found is not None
    assert found.code.startswith("610828-X") and found.level is Level.TOWNSHIP
    assert match_organ("螅镇人民政府", 2022).place is None


def test_a_former_code_leads_to_the_code_in_force() -> None:
    assert find_current_code("320829") == "320813"
    former = match_organ("洪泽县人民政府", 2020)
    assert former.place is not None


@pytest.mark.parametrize(
    ("code", "year", "years"),
    [
        ("110104", 2022, 13),
        ("330103", 2021, 1),
        ("330103", 2020, 0),
        ("653228", 2022, 2),
        ("140830", 2000, 0),
    ],
)
def test_years_are_told_in_which_a_place_did_not_stand(code: str, year: int, years: int) -> None:
    here = find_place(code)
    assert here is not None and count_years_beyond(here, year) == years


def test_a_place_of_another_name_stands_on() -> None:
    former = find_place("320829")
    assert former is not None and count_years_beyond(former, 2022) == 0


@given(st.sampled_from(COUNTIES))
def test_every_county_is_found_by_its_full_name(county: object) -> None:
    code = county.code  # type: ignore[attr-defined]
    full = "".join(place.name for place in (*reversed(list_parents(code)), county))  # type: ignore[misc]
    found = match_organ(full + "人民政府", 2026)
    assert found.place is not None and found.place.code == code
    assert found.rest == "人民政府"


@given(st.sampled_from(COUNTIES))
def test_a_bare_name_is_found_only_where_one_place_bears_it(county: object) -> None:
    name = county.name  # type: ignore[attr-defined]
    bearers = {place.place_id for place in IN_FORCE if place.name == name}
    found = match_organ(name + "人民政府", 2026)
    assert (found.place is not None) == (len(bearers) == 1)


def test_an_unknown_code_is_no_place() -> None:
    assert find_place("999999") is None
