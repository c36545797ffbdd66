"""A report's facts in its document → a page of HTML: the document with the cell marked, above it what was read.

It holds no script. Everything that leads on is a link to the same page with another cell, finding or view, so that it
stands in a frame beside a chart as well as alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analytics.dashboard.panels.facsimile import look
from analytics.dashboard.panels.facsimile.facts import ReportFacts
from analytics.dashboard.panels.facsimile.header import render_header
from analytics.dashboard.panels.facsimile.marks import Marks
from analytics.dashboard.panels.facsimile.view import HERE, Choice, View
from analytics.documents.facsimile.links import set_links
from analytics.documents.facsimile.model import Frame, Leaf
from analytics.words.plain import escape_html


def render_page(facts: ReportFacts, marks: Marks, choice: Choice, *, up: str) -> str:
    """The page. ``up`` leads to the root of the server."""
    view = View(facts, marks, choice, up)
    title = escape_html(view.say("facsimile.title", organ=facts.organ, year=facts.year or "?"))
    body = "".join([*render_header(view), *_write_document(view)])
    return (
        f'<!doctype html><html lang="{choice.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{look.STYLE}{''.join(_write_styles(view))}</style></head><body>{body}</body></html>"
    )


def _write_document(view: View) -> Iterator[str]:
    name = escape_html(view.say("facsimile.panel"))
    if view.facsimile.leaves:
        leaves = "".join(_write_leaf(view, page, leaf) for page, leaf in view.leaves())
        yield f'<main tabindex="0" aria-label="{name}">{leaves}</main>'
        return
    links = {
        located.anchor: (Choice(view.choice.language, (cell,)).write(), view.name_link(cell))
        for cell, located in view.located_facts()
        if not located.anchor.startswith("line-")
    }
    markup = set_links(view.facsimile.markup, links)
    if view.chosen:
        markup = _insert_here(markup, view.chosen[0].anchor)
    yield f'<main tabindex="0" aria-label="{name}"><div class="sheet" lang="zh">{markup}</div></main>'


def _write_leaf(view: View, page: int, leaf: Leaf) -> str:
    picture = f"{view.facts.report_id}/page/{page}?reading={view.reading}"
    alt = escape_html(view.say("facsimile.page_picture", page=page))
    is_first = view.chosen and view.chosen[0].page == page
    return (
        f'<div class="leaf" style="aspect-ratio:{leaf.width:g}/{leaf.height:g}">'
        f'<img src="{picture}" alt="{alt}" loading="{"eager" if is_first else "lazy"}">'
        f"{''.join(_draw_boxes(view, page))}</div>"
    )


def _draw_boxes(view: View, page: int) -> Iterator[str]:
    is_here_set = not (view.chosen and view.chosen[0].page == page)
    for cell, located in view.located_facts():
        if located.page != page:
            continue
        kind = "chosen" if cell in view.cells else "member" if cell in view.members else "fact"
        name = escape_html(view.name_link(cell))
        address = escape_html(Choice(view.choice.language, (cell,), is_whole=view.choice.is_whole).write())
        for frame in located.frames:
            anchor = located.anchor
            if kind == "chosen" and not is_here_set:
                anchor, is_here_set = HERE, True
            yield (
                f'<a id="{anchor}" class="box {kind} m{cell}" style="{_place_box(frame)}" href="{address}" '
                f'title="{name}" aria-label="{name}"></a>'
            )
    for located in view.marks.unread if view.reading == 0 else ():
        if located.page == page:
            yield from (f'<span class="box unread" style="{_place_box(frame)}"></span>' for frame in located.frames)


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
