"""Pictures on a page of a PDF that holds text as well: in cells, where they stand as marks, and between its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analytics.documents.model import OBJECT
from analytics.documents.page.ruled.grids import has_middle
from analytics.documents.pdf.seen import Item, Scene
from analytics.documents.pdf.turned import THIN, Turn
from analytics.documents.printed import Line, Table, Word


def mark_pictures(scene: Scene, turn: Turn) -> Iterator[Word]:
    """The pictures that are more than a line or a speck and less than a background, each as the mark of an object."""
    for item in scene.list_pictures():
        if _is_pictured(item, scene):
            yield Word(OBJECT, turn.box(scene.bounds, item.bounds))


def _is_pictured(item: Item, scene: Scene) -> bool:
    """Whether a picture is more than a line or a speck, and less than a background."""
    width, height = item.bounds[2] - item.bounds[0], item.bounds[3] - item.bounds[1]
    page = (scene.bounds[2] - scene.bounds[0]) * (scene.bounds[3] - scene.bounds[1])
    return min(width, height) > THIN and width * height < page / 4


def find_bare_pictures(
    scene: Scene, turn: Turn, words: Sequence[Word], found: Sequence[Table | Line]
) -> Iterator[float]:
    """The tops of pictures that are no line or speck and have no text on them: no background, no seal over a date, no
    picture in a cell. ``found`` are the blocks of the page."""
    texts = [word.box for word in words if word.text != OBJECT]
    tables = [block.box for block in found if isinstance(block, Table)]
    for item in scene.list_pictures():
        box = turn.box(scene.bounds, item.bounds)
        if min(box.right - box.left, box.bottom - box.top) <= THIN:
            continue
        if not any(has_middle(box, text) for text in texts) and not any(has_middle(table, box) for table in tables):
            yield box.top
