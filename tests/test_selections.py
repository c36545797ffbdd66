"""Saved views live in one file of the user's own: written whole, never lost, never in the way."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analytics.errors import SelectionError, WarehouseError
from analytics.query.selections import (
    FILE_NAME,
    LONGEST_NAME,
    MOST_VIEWS,
    delete,
    make_saved_view,
    merge,
    parse_views,
    read_organ_lists,
    read_saved_views,
    rename,
    render_views,
    save,
)

PARAMETERS = {
    "m": ["penalty_items"],
    "o": ["140830|人民政府", "320813|人民政府"],
    "lang": ["zh"],
    "build": ["b"],
    "y": [],
}


def names(folder: Path) -> list[str]:
    return [view.name for view in read_saved_views(folder)]


def test_a_view_keeps_its_page_and_parameters_without_build_and_language(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("  两县  处罚 ", "trends", PARAMETERS))
    (view,) = read_saved_views(tmp_path)
    assert (view.name, view.page) == ("两县 处罚", "trends")
    assert dict(view.parameters) == {"m": ("penalty_items",), "o": ("140830|人民政府", "320813|人民政府")}


def test_views_are_renamed_and_deleted(tmp_path: Path) -> None:
    for name in ("a", "b"):
        save(tmp_path, make_saved_view(name, "trends", PARAMETERS))
    rename(tmp_path, "a", "c")
    assert names(tmp_path) == ["b", "c"]
    with pytest.raises(SelectionError, match="view_taken"):
        rename(tmp_path, "c", "b")
    delete(tmp_path, "b")
    assert names(tmp_path) == ["c"]
    with pytest.raises(SelectionError, match="view_gone"):
        delete(tmp_path, "b")


def test_a_taken_or_unusable_name_is_refused(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("a", "trends", PARAMETERS))
    with pytest.raises(SelectionError, match="view_taken"):
        save(tmp_path, make_saved_view("a", "data", {}))
    for name in ("", "   ", "x" * (LONGEST_NAME + 1)):
        with pytest.raises(SelectionError, match="view_name"):
            make_saved_view(name, "trends", {})


def test_a_damaged_file_is_said_and_set_aside_when_something_is_saved(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"views": [', "utf-8")
    with pytest.raises(WarehouseError, match="selections_damaged"):
        read_saved_views(tmp_path)
    assert read_organ_lists(tmp_path) == {}
    save(tmp_path, make_saved_view("a", "trends", PARAMETERS))
    assert names(tmp_path) == ["a"]
    (aside,) = tmp_path.glob("selections.damaged-*.json")
    assert aside.read_text("utf-8") == '{"views": ['


@pytest.mark.parametrize(
    "content",
    [
        "[]", "null", "{}", '{"views": {}}', '{"views": [{"name": "a"}]}',
        '{"views": [{"name": "a", "page": 1, "parameters": {}, "saved": ""}]}',
        '{"views": [{"name": "a", "page": "data", "parameters": {"m": "x"}, "saved": ""}]}',
        '{"views": [{"name": "a", "page": "data", "parameters": {"m": [1]}, "saved": ""}]}',
        '{"views": [{"name": "", "page": "data", "parameters": {}, "saved": ""}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_whole(content: str) -> None:
    with pytest.raises(SelectionError, match="selections_unreadable"):
        parse_views(content.encode())


def test_a_list_that_is_sent_on_is_the_same_list(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("a", "trends", PARAMETERS))
    views = read_saved_views(tmp_path)
    assert parse_views(render_views(views)) == views
    assert json.loads((tmp_path / FILE_NAME).read_text("utf-8"))["views"][0]["page"] == "trends"


def test_a_list_is_added_once_and_other_views_of_the_same_name_get_a_number(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("a", "trends", PARAMETERS))
    incoming = [make_saved_view("a", "data", PARAMETERS), make_saved_view("b", "data", {})]
    assert merge(tmp_path, incoming) == (2, 0)
    assert names(tmp_path) == ["a", "a (2)", "b"]
    assert merge(tmp_path, incoming) == (0, 2)
    with pytest.raises(SelectionError, match="views_full"):
        merge(tmp_path, [make_saved_view(str(number), "data", {}) for number in range(MOST_VIEWS)])
    assert len(names(tmp_path)) == 3


def test_two_who_save_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: save(tmp_path, make_saved_view(f"{number:02}", "data", {})), range(20)))
    assert len(names(tmp_path)) == 20


def test_views_with_organs_are_lists_of_organs(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("mine", "trends", PARAMETERS))
    save(tmp_path, make_saved_view("none", "overview", {}))
    assert read_organ_lists(tmp_path) == {"mine": ("140830|人民政府", "320813|人民政府")}


def test_half_a_character_in_a_name_is_marked_and_costs_no_other_view(tmp_path: Path) -> None:
    save(tmp_path, make_saved_view("whole \U00020000", "trends", PARAMETERS))
    save(tmp_path, make_saved_view("half \ud840", "trends", {"o": ["\udcff"]}))
    assert names(tmp_path) == ["half \ufffd", "whole \U00020000"]
    file = tmp_path / FILE_NAME  # another program escapes what it writes, halves as well as pairs
    text = json.dumps(json.loads(file.read_text("utf-8"))).replace("\\ufffd", "\\ud840")
    file.write_text(text, "utf-8")
    assert names(tmp_path) == ["half \ufffd", "whole \U00020000"]
    assert "\ufffd" in render_views(read_saved_views(tmp_path)).decode()
    rename(tmp_path, "half \ufffd", "\udc00 other")
    assert names(tmp_path) == ["whole \U00020000", "\ufffd other"]
