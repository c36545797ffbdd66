"""What stands above the document: where it is, what leads on, what was read from the chosen cells and their sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode

from analytics.dashboard.markup import render
from analytics.dashboard.panels.facsimile.facts import JudgedSum, name_cell, name_members
from analytics.dashboard.panels.facsimile.quoted import name_section
from analytics.dashboard.panels.facsimile.view import Choice, View
from analytics.documents.model import TRAITS, Format, Grid
from analytics.vocabulary.terms import Verdict
from analytics.warehouse.records import Evidence
from analytics.words.numbers import number, percent
from analytics.words.render import write_finding

_MOST_CELLS = 12
_FEW_CELLS = 3
"""The sentence of a finding names what it is about: of more cells only the boxes are shown."""


class Link(NamedTuple):
    """What leads on; without an address it leads nowhere now. ``opens`` is the relation of one that opens beside,
    ``access`` the key that follows it."""

    name: str
    address: str = ""
    opens: str = ""
    access: str = ""
    is_download: bool = False


class CellRow(NamedTuple):
    """A chosen cell: what it prints, what that was read as, and last year's."""

    label: str
    printed: str
    reading: str
    before: Link


class Member(NamedTuple):
    """A cell of a sum; without an address where it is chosen, or not in the report."""

    name: str
    printed: str
    address: str


class SumLine(NamedTuple):
    """A sum with its two sides and what became of it."""

    sides: tuple[list[Member], list[Member]]
    sign: str
    verdict: str
    is_failing: bool


class FindingLine(NamedTuple):
    """Which of the report's findings is shown, and its sentence."""

    number: str
    sentence: str


def render_header(view: View) -> str:
    """The header as HTML."""
    year = view.name_year_before()
    has_table = bool(view.cells) and (view.finding is None or len(view.cells) <= _FEW_CELLS)
    heads = ("", view.say("facsimile.printed"), view.say("facsimile.read_as"), view.say("facsimile.before", year=year))
    return render(
        "facsimile_header.html",
        where=_describe_place(view),
        links=_list_links(view),
        finding=_describe_finding(view),
        quote=_describe_quote(view),
        heads=heads,
        cells=[_describe_cell(view, cell) for cell in view.cells[:_MOST_CELLS]] if has_table else [],
        notes=list(_list_notes(view)),
        sums_title=view.say("facsimile.sums"),
        sums=[_describe_sum(view, judged) for judged in view.sums],
        unread=_describe_unread(view) if view.choice.is_whole else "",
    )


def _describe_finding(view: View) -> FindingLine | None:
    if view.finding is None:
        return None
    return FindingLine(
        view.say("facsimile.finding_number", number=view.choice.finding, count=len(view.facts.findings)),
        write_finding(view.finding.rule, view.finding.operands, view.choice.language),
    )


class QuoteLine(NamedTuple):
    """The heading of a section and the words that were chosen of it."""

    section: str
    words: str


def _describe_quote(view: View) -> QuoteLine | None:
    if view.choice.quote is None or not view.quoted:
        return None
    return QuoteLine(name_section(view.facts.sections, view.choice.quote) or view.say("narrative.start"), view.quoted)


def _list_notes(view: View) -> Iterator[str]:
    """What is to be known of the cells that are shown, or of there being none."""
    if view.choice.quote is not None:
        if not view.chosen:
            yield view.say("facsimile.quote_nowhere" if view.quoted else "facsimile.no_quote")
    elif not view.cells:
        yield view.say("facsimile.choose" if view.finding is None else "facsimile.no_cell_of_finding")
    elif not view.chosen:
        yield view.say("facsimile.nowhere")
    elif any(located.anchor.startswith("line-") for located in view.chosen):
        yield view.say("facsimile.line")


def _describe_place(view: View) -> str:
    parts = [view.facts.file]
    if view.chosen and view.chosen[0].page:
        page, pages = view.chosen[0].page, len(view.facsimile.leaves)
        parts.append(view.say("facsimile.page", page=page, pages=pages))
    parts.append(view.say("facsimile.reader", reader=view.facsimile.document.reader))
    if view.reading:
        parts.append(view.say("facsimile.second_reading"))
    parts.append(_describe_manner(view))
    return " · ".join(filter(None, parts))


def _describe_manner(view: View) -> str:
    """How what is shown differs from the file itself."""
    leaf = next(iter(view.leaves()), None)
    if leaf is not None:
        picture = leaf[1].media_type
        return view.say("facsimile.drawn" if "svg" in picture else "facsimile.straightened") if picture else ""
    if 'class="unseen"' in view.facsimile.markup:
        return view.say("facsimile.hidden")
    kind = view.facsimile.document.format
    is_shown_itself = kind is Format.HTML or TRAITS[kind].is_lined
    return "" if is_shown_itself else view.say("facsimile.rebuilt")


def _list_links(view: View) -> list[Link]:
    links = [*_list_finding_links(view)]
    if view.facsimile.leaves and (view.chosen or not view.choice.is_whole):
        other = replace(view.choice, is_whole=not view.choice.is_whole)
        links.append(
            Link(view.say("facsimile.cell_only" if view.choice.is_whole else "facsimile.whole"), other.write())
        )
    links.append(Link(view.say("facsimile.open_file"), f"{view.facts.report_id}/file", is_download=True))
    if view.facts.organ_key:
        links += _list_page_links(view)
    if view.facts.url and view.facts.url.startswith(("http://", "https://")):
        links.append(Link(view.say("facsimile.public_page"), view.facts.url, "noopener noreferrer"))
    return links


def _list_page_links(view: View) -> Iterator[Link]:
    """Pages of the organ: all of it, and where a measure was chosen, that over the years."""
    query = {"o": view.facts.organ_key, "lang": str(view.choice.language)}
    pages = [("county", "facsimile.county", query)]
    if view.choice.measure:
        pages.append(("trends", "trends.title", {"m": view.choice.measure, **query}))
    pages.append(("requests", "requests.title", {"y": str(view.facts.year or ""), **query}))
    for page, name, parameters in pages:
        yield Link(view.say(name), f"{view.up}{page}?{urlencode(parameters)}", "noopener")


def _list_finding_links(view: View) -> Iterator[Link]:
    count, at = len(view.facts.findings), view.choice.finding
    for key, step, access in (("previous", -1, "p"), ("next", 1, "n")):
        to = _find_finding_beside(view, step) if at is None else at + step
        name = view.say(f"facsimile.{key}")
        if count and to is not None and 1 <= to <= count:
            address = Choice(view.choice.language, finding=to, is_whole=view.choice.is_whole).write()
            yield Link(name, address, access=access)
        elif count:
            yield Link(name)


def _find_finding_beside(view: View, step: int) -> int | None:
    """The finding about the chosen cell, else the first: where going through them begins."""
    about = [
        number for number, row in enumerate(view.facts.findings, start=1) if not {*row.cells}.isdisjoint(view.cells)
    ]
    return (about[0] if about else 1) if step > 0 else None


def _describe_cell(view: View, cell: int) -> CellRow:
    evidence = view.facts.evidence[cell]
    certainty = view.say("facsimile.certain" if evidence.is_certain else "facsimile.doubtful")
    source = view.say(f"read_from.{evidence.read_from}")
    value, score = _write_value(view, view.facts.figures, cell), _write_score(view, cell)
    return CellRow(
        name_cell(evidence, view.choice.language),
        evidence.printed or view.say("facsimile.blank"),
        " · ".join(filter(None, (value, certainty, score, source, _write_correction(view, evidence)))),
        _link_year_before(view, cell),
    )


def _write_correction(view: View, evidence: Evidence) -> str:
    """What stands in the place of the printed figure, by whom and why; empty where nothing does."""
    if evidence.corrected is None:
        return ""
    value = number(evidence.corrected, view.choice.language)
    return view.say(
        "evidence.corrected", value=value, reason=evidence.reason, source=evidence.correction_source,
        by=evidence.written_by, at=evidence.written_at,
    )  # fmt: skip


def _write_score(view: View, cell: int) -> str:
    """How sure a recogniser was of the cell; empty where the file itself says what it prints."""
    reading, located = view.marks.places.get(cell, (0, None))
    if located is None:
        return ""
    block = view.marks.facsimiles[reading].document.blocks[located.place.element]
    is_cell = isinstance(block, Grid) and located.place.row is not None and located.place.column is not None
    score = block.rows[located.place.row][located.place.column].score if is_cell else None  # type: ignore[union-attr,index]
    return "" if score is None else view.say("facsimile.score", score=percent(score, view.choice.language))


def _write_value(view: View, figures: Mapping[int, object], cell: int) -> str:
    figure = figures[cell]
    value = getattr(figure, "value", None)
    return view.say(f"status.{figure.status}") if value is None else number(value, view.choice.language)  # type: ignore[attr-defined]


def _link_year_before(view: View, cell: int) -> Link:
    """Last year's cell, which leads to its own document."""
    figure = view.facts.before.get(cell)
    if figure is None:
        return Link(view.say("facsimile.no_before", year=view.name_year_before()))
    address = f"{figure.report_id}{Choice(view.choice.language, (cell,)).write()}"
    return Link(_write_value(view, view.facts.before, cell), address)


def _describe_sum(view: View, judged: JudgedSum) -> SumLine:
    identity, judgement = judged
    names = name_members([*identity.left, *identity.right], view.choice.language)
    left, right = (
        [_describe_member(view, cell, names[cell]) for cell in side] for side in (identity.left, identity.right)
    )
    is_failing = judgement.verdict in (Verdict.FAILS, Verdict.FAILS_BLANKS_AS_ZERO)
    is_equal = judgement.verdict in (Verdict.HOLDS, Verdict.HOLDS_BLANKS_AS_ZERO)
    sign = "=" if is_equal else "≠" if is_failing else "≟"
    return SumLine((left, right), sign, view.say(f"facsimile.verdict.{judgement.verdict}"), is_failing)


def _describe_member(view: View, cell: int, name: str) -> Member:
    evidence = view.facts.evidence.get(cell)
    printed = (evidence.printed or view.say("facsimile.blank")) if evidence else "—"
    is_alone = evidence is None or cell in view.cells
    return Member(name, printed, "" if is_alone else Choice(view.choice.language, (cell,)).write())


def _describe_unread(view: View) -> str:
    count = len(view.marks.unread)
    return view.say("facsimile.unread_count", count=count) if count else view.say("facsimile.all_read")
