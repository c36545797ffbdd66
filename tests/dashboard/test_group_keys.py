"""A group of organs is named in an address in one form."""

from __future__ import annotations

import pytest

from analytics.dashboard.state.group_keys import (
    MOST_NEAREST,
    OWN,
    GroupKey,
    ListKey,
    SizeKey,
    parse_group_key,
    write_group_key,
)
from analytics.transforms.groups.peers import AreaKey

ORGANS = ("320813|人民政府", "321300|人民政府")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("county|government|3208", AreaKey("county", "government", "3208")),
        ("county|government|", AreaKey("county", "government", "")),
        ("nearest|population|10|140830|人民政府", SizeKey("population", 10, "140830|人民政府")),
        ("own", OWN),
        (f"own|{','.join(ORGANS)}", ListKey(ORGANS)),
    ],
)
def test_a_key_is_read_as_it_is_written(text: str, key: GroupKey) -> None:
    assert parse_group_key(text) == key
    assert write_group_key(key) == text


@pytest.mark.parametrize(
    "text", ["", "own|", "county|government", "county|government|3", "nearest|beauty|10|x", "nearest|population|x|y"]
)
def test_a_text_of_another_form_names_no_group(text: str) -> None:
    assert parse_group_key(text) is None


def test_a_number_of_nearest_organs_out_of_bounds_is_taken_to_the_nearest_one() -> None:
    counts = [parse_group_key(f"nearest|population|{count}|x") for count in (0, 999)]
    assert [key.count for key in counts if isinstance(key, SizeKey)] == [1, MOST_NEAREST]
