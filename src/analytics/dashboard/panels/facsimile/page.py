"""A report's facts in its document → a page of HTML: the document with the cell marked, above it what was read.

It holds no script. Everything that leads on is a link to the same page with another cell, finding or view, so that it
stands in a frame beside a chart as well as alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from analytics.dashboard.markup import render
from analytics.dashboard.panels.facsimile import look
from analytics.dashboard.panels.facsimile.facts import ReportFacts
from analytics.dashboard.panels.facsimile.header import render_header
from analytics.dashboard.panels.facsimile.marks import Marks
from analytics.dashboard.panels.facsimile.view import HERE, Choice, View
from analytics.documents.facsimile.links import set_links
from analytics.documents.facsimile.model import Frame, Leaf


def render_page(facts: ReportFacts, marks: Marks, choice: Choice, *, up: str) -> str:
    """The page. ``up`` leads to the root of the server."""
    view = View(facts, marks, choice, up)
    leaves = [_describe_leaf(view, page, leaf) for page, leaf in view.leaves()] if view.facsimile.leaves else []
    return render(
        "facsimile_page.html",
        language=choice.language,
        title=view.say("facsimile.title", organ=facts.organ, year=facts.year or "?"),
        style=Markup(f"{look.STYLE}{''.join(_write_styles(view))}"),
        header=Markup(render_header(view)),
        panel=view.say("facsimile.panel"),
        leaves=leaves,
        markup=Markup("" if leaves else _mark_markup(view)),
    )


def _mark_markup(view: View) -> str:
    """The document's own markup, which has been cleaned, with a link at each fact."""
    links = {
        located.anchor: (Choice(view.choice.language, (cell,)).write(), view.name_link(cell))
        for cell, located in view.located_facts()
        if not located.anchor.startswith("line-")
    }
    markup = set_links(view.facsimile.markup, links)
    return _insert_here(markup, view.chosen[0].anchor) if view.chosen else markup


class Box(NamedTuple):
    """A frame upon a page; one without an address is a number that no fact owns, or a stretch of prose."""

    kind: str
    place: str
    anchor: str = ""
    address: str = ""
    name: str = ""


class LeafPicture(NamedTuple):
    """A page of the document as it is shown."""

    ratio: str
    picture: str
    alt: str
    loading: str
    boxes: list[Box]


def _describe_leaf(view: View, page: int, leaf: Leaf) -> LeafPicture:
    is_first = view.chosen and view.chosen[0].page == page
    return LeafPicture(
        f"{leaf.width:g}/{leaf.height:g}",
        f"{view.facts.report_id}/page/{page}?reading={view.reading}",
        view.say("facsimile.page_picture", page=page),
        "eager" if is_first else "lazy",
        list(_list_boxes(view, page)),
    )


def _list_boxes(view: View, page: int) -> Iterator[Box]:
    is_here_set = not (view.chosen and view.chosen[0].page == page)
    for cell, located in view.located_facts():
        if located.page != page:
            continue
        kind = "chosen" if cell in view.cells else "member" if cell in view.members else "fact"
        address = Choice(view.choice.language, (cell,), is_whole=view.choice.is_whole).write()
        for frame in located.frames:
            anchor = located.anchor
            if kind == "chosen" and not is_here_set:
                anchor, is_here_set = HERE, True
            yield Box(f"box {kind} m{cell}", _place_box(frame), anchor, address, view.name_link(cell))
    for located in view.chosen if view.choice.quote else ():
        for frame in located.frames if located.page == page else ():
            yield Box("box chosen", _place_box(frame), "" if is_here_set else HERE)
            is_here_set = True
    for located in view.marks.unread if view.reading == 0 else ():
        if located.page == page:
            yield from (Box("box unread", _place_box(frame)) for frame in located.frames)


def _write_styles(view: View) -> Iterator[str]:
    located = dict(view.located_facts())
    if not view.facsimile.leaves:
        yield from _write_rules([place.anchor for place in located.values()], look.FACT)
        yield from _write_rules([place.anchor for place in view.marks.unread] if view.reading == 0 else [], look.UNREAD)
        yield from _write_rules([located[cell].anchor for cell in view.members if cell in located], look.MEMBER)
        yield from _write_rules([place.anchor for place in view.chosen], look.CHOSEN)
    for at, judged in enumerate(view.sums):
        lit = [cell for cell in judged.identity.members if cell in located]
        of_pages = bool(view.facsimile.leaves)
        names = [f".m{cell}" if of_pages else f"#{located[cell].anchor}" for cell in lit]
        if names:
            hovered = ",".join(f"body:has(.s{at}:hover) {name},body:has(.s{at}:focus-within) {name}" for name in names)
            yield f"{hovered}{{{look.LIT}}}"


def _write_rules(anchors: Iterable[str], style: str) -> Iterator[str]:
    names = [f"#{anchor}" for anchor in dict.fromkeys(anchors)]
    if names:
        yield f"{','.join(names)}{{{style}}}"


def _place_box(frame: Frame) -> str:
    width, height = frame.right - frame.left, frame.bottom - frame.top
    shares = zip(("left", "top", "width", "height"), (frame.left, frame.top, width, height), strict=True)
    return ";".join(f"{name}:{share:.4%}" for name, share in shares)


def _insert_here(markup: str, anchor: str) -> str:
    """The markup with the place to scroll to in the element of this id."""
    return re.sub(rf'(<[^<>]*\bid="{re.escape(anchor)}"[^<>]*>)', rf'\1<a id="{HERE}"></a>', markup, count=1)


def choose_cells(values: Sequence[str]) -> tuple[int, ...]:
    """Codes of cells as an address gives them; what is no code is left out."""
    return tuple(
        dict.fromkeys(int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 10)
    )
