"""Named selections of a collection, kept in a file of the user's own beside the builds: ``selections.json``.

A saved view is a page and the parameters of its address, without the build and the language: it opens on whatever is
current, in the reader's language. Refuses to know what pages and parameters there are; whoever opens a view says what
it cannot show. A damaged file is a WarehouseError, and is set aside, never overwritten, when something is saved.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from analytics.errors import SelectionError, WarehouseError

FILE_NAME = "selections.json"
NOT_KEPT = ("lang", "build")
"""Parameters that belong to the moment, not to the view."""
MOST_VIEWS, MOST_BYTES, LONGEST_NAME = 500, 1_000_000, 80
"""A list that a person made is shorter; what an import brings is bounded."""
_LOCK_SECONDS = 5


@dataclass(frozen=True, slots=True)
class SavedView:
    """A page and the parameters of its address under a name; ``saved`` is UTC, by the second."""

    name: str
    page: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    saved: str

    @property
    def organs(self) -> tuple[str, ...]:
        """Keys of the organs that the view names."""
        return dict(self.parameters).get("o", ())


def make_saved_view(name: str, page: str, parameters: Mapping[str, Sequence[str]]) -> SavedView:
    """A view as it is saved now. SelectionError where the name is empty or too long."""
    name = _mend_text(" ".join(name.split()))
    if not 0 < len(name) <= LONGEST_NAME:
        raise SelectionError("view_name", limit=LONGEST_NAME)
    kept = tuple(
        (_mend_text(key), tuple(map(_mend_text, values)))
        for key, values in parameters.items()
        if key not in NOT_KEPT and values
    )
    return SavedView(name, page, kept, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def read_saved_views(warehouse: Path) -> tuple[SavedView, ...]:
    """The views of a collection by name. WarehouseError where the file is damaged."""
    try:
        content = (warehouse / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as reason:
        raise WarehouseError("selections_damaged", file=str(warehouse / FILE_NAME)) from reason
    try:
        return parse_views(content)
    except SelectionError as reason:
        raise WarehouseError("selections_damaged", file=str(warehouse / FILE_NAME)) from reason


def read_organ_lists(warehouse: Path) -> dict[str, tuple[str, ...]]:
    """Name → organ keys of every saved view that names organs: lists to choose from. None where the file is damaged."""
    try:
        return {view.name: view.organs for view in read_saved_views(warehouse) if view.organs}
    except WarehouseError:
        return {}


def save(warehouse: Path, view: SavedView) -> None:
    """Add a view. SelectionError where the name is taken or the list full."""
    with _edit_views(warehouse) as views:
        _refuse_taken(views, view.name)
        if len(views) >= MOST_VIEWS:
            raise SelectionError("views_full", limit=MOST_VIEWS)
        views.append(view)


def rename(warehouse: Path, name: str, new: str) -> None:
    """Give a view another name. SelectionError where it is gone or the new name is taken or unusable."""
    with _edit_views(warehouse) as views:
        position = _find_position(views, name)
        old = views[position]
        other = make_saved_view(new, old.page, dict(old.parameters)).name
        _refuse_taken([view for view in views if view is not old], other)
        views[position] = SavedView(other, old.page, old.parameters, old.saved)


def delete(warehouse: Path, name: str) -> None:
    """Take a view out of the list. SelectionError where it is gone already."""
    with _edit_views(warehouse) as views:
        views.pop(_find_position(views, name))


def merge(warehouse: Path, incoming: Sequence[SavedView]) -> tuple[int, int]:
    """Add views of another list: (added, already there). A name that is taken by another view gets a number."""
    added = 0
    with _edit_views(warehouse) as views:
        for view in incoming:
            if any(
                (view.page, view.parameters) == (existing.page, existing.parameters) and _is_same_view(view, existing)
                for existing in views
            ):
                continue
            if len(views) >= MOST_VIEWS:
                raise SelectionError("views_full", limit=MOST_VIEWS)
            views.append(SavedView(_find_free_name(view.name, views), view.page, view.parameters, view.saved))
            added += 1
    return added, len(incoming) - added


def parse_views(content: bytes) -> tuple[SavedView, ...]:
    """The views of a file. SelectionError where it is none of ours."""
    try:
        if len(content) > MOST_BYTES:
            raise ValueError(len(content))
        rows = json.loads(content)["views"]
        views = tuple(map(_parse_view, rows))
        if not isinstance(rows, list) or len(views) > MOST_VIEWS or len({view.name for view in views}) < len(views):
            raise ValueError(len(views))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as reason:
        raise SelectionError("selections_unreadable") from reason
    return tuple(sorted(views, key=lambda entry: entry.name))


def render_views(views: Sequence[SavedView]) -> bytes:
    """The views as a file, which ``parse_views`` reads."""
    rows = [
        {"name": view.name, "page": view.page, "parameters": dict(view.parameters), "saved": view.saved}
        for view in views
    ]
    return (json.dumps({"views": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def _parse_view(row: Mapping[str, Any]) -> SavedView:
    name, page, saved = (row[key] for key in ("name", "page", "saved"))
    parameters = tuple((key, tuple(values)) for key, values in row["parameters"].items() if key not in NOT_KEPT)
    texts = [name, page, saved, *(text for key, values in parameters for text in (key, *values))]
    is_list = all(isinstance(values, list) for values in row["parameters"].values())
    if not (is_list and all(isinstance(text, str) for text in texts) and 0 < len(name) <= LONGEST_NAME):
        raise ValueError(name)
    sound = tuple((_mend_text(key), tuple(map(_mend_text, values))) for key, values in parameters)
    return SavedView(_mend_text(name), _mend_text(page), sound, _mend_text(saved))


def _mend_text(text: str) -> str:
    """Text that can be written and shown: half a character, which JSON and some programs let through, is marked."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@contextmanager
def _edit_views(warehouse: Path) -> Iterator[list[SavedView]]:
    """The list, written back whole when it was changed. One writer at a time."""
    warehouse.mkdir(parents=True, exist_ok=True)
    file = warehouse / FILE_NAME
    try:
        with FileLock(warehouse / ".selections.lock", timeout=_LOCK_SECONDS):
            try:
                views = list(read_saved_views(warehouse))
            except WarehouseError:
                os.replace(file, file.with_suffix(f".damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.json"))
                views = []
            yield views
            partial = warehouse / f".{FILE_NAME}.partial"
            try:
                with partial.open("wb") as out:
                    out.write(render_views(sorted(views, key=lambda entry: entry.name)))
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(partial, file)
            finally:
                partial.unlink(missing_ok=True)
    except (Timeout, OSError) as reason:
        raise WarehouseError("selections_not_written", file=str(file)) from reason


def _find_position(views: Sequence[SavedView], name: str) -> int:
    found = next((index for index, view in enumerate(views) if view.name == name), None)
    if found is None:
        raise SelectionError("view_gone", name=name)
    return found


def _refuse_taken(views: Sequence[SavedView], name: str) -> None:
    if any(view.name == name for view in views):
        raise SelectionError("view_taken", name=name)


def _is_same_view(view: SavedView, existing: SavedView) -> bool:
    """Whether a view is there under its name, or under the number that an earlier import gave it."""
    return existing.name == view.name or existing.name.startswith(f"{view.name} (")


def _find_free_name(name: str, views: Sequence[SavedView]) -> str:
    taken = {view.name for view in views}
    numbered = (f"{name} ({number})" for number in range(2, MOST_VIEWS + 3))
    return name if name not in taken else next(candidate for candidate in numbered if candidate not in taken)
