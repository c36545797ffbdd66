"""What stands above the document: where it is, what leads on, what was read from the chosen cells and their sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

from analytics.dashboard.panels.facsimile.facts import JudgedSum, name_cell, name_members
from analytics.dashboard.panels.facsimile.view import Choice, View
from analytics.documents.model import Format, Grid
from analytics.vocabulary.terms import Verdict
from analytics.warehouse.records import Evidence
from analytics.words.numbers import number, percent
from analytics.words.plain import escape_html
from analytics.words.render import write_finding as finding_sentence

_MOST_CELLS = 12
_FEW_CELLS = 3
"""The sentence of a finding names what it is about: of more cells only the boxes are shown."""


def render_header(view: View) -> Iterator[str]:
    """The header as pieces of HTML."""
    yield f"<header>{_describe_place(view)}{_write_links(view)}"
    if view.finding is not None:
        sentence = finding_sentence(view.finding.rule, view.finding.operands, view.choice.language)
        count = view.say("facsimile.finding_number", number=view.choice.finding, count=len(view.facts.findings))
        yield f'<div class="finding"><strong>{escape_html(count)}</strong> · {escape_html(sentence)}</div>'
        if not view.cells:
            yield f"<p>{escape_html(view.say('facsimile.no_cell_of_finding'))}</p>"
    if view.cells:
        if view.finding is None or len(view.cells) <= _FEW_CELLS:
            yield from _write_cells(view)
        if not view.chosen:
            yield f"<p>{escape_html(view.say('facsimile.nowhere'))}</p>"
        elif any(located.anchor.startswith("line-") for located in view.chosen):
            yield f"<p>{escape_html(view.say('facsimile.line'))}</p>"
    elif view.finding is None:
        yield f"<p>{escape_html(view.say('facsimile.choose'))}</p>"
    yield from _sum_lines(view)
    if view.choice.is_whole:
        yield f"<p>{escape_html(_write_unread(view))}</p>"
    yield "</header>"


def _describe_place(view: View) -> str:
    parts = [view.facts.file]
    if view.chosen and view.chosen[0].page:
        page, pages = view.chosen[0].page, len(view.facsimile.leaves)
        parts.append(view.say("facsimile.page", page=page, pages=pages))
    parts.append(view.say("facsimile.reader", reader=view.facsimile.document.reader))
    if view.reading:
        parts.append(view.say("facsimile.second_reading"))
    parts.append(_describe_manner(view))
    return f'<p class="where">{escape_html(" · ".join(filter(None, parts)))}</p>'


def _describe_manner(view: View) -> str:
    """How what is shown differs from the file itself."""
    leaf = next(iter(view.leaves()), None)
    if leaf is not None:
        picture = leaf[1].media_type
        return view.say("facsimile.drawn" if "svg" in picture else "facsimile.straightened") if picture else ""
    if 'class="unseen"' in view.facsimile.markup:
        return view.say("facsimile.hidden")
    is_shown_itself = view.facsimile.document.format in (Format.HTML, Format.TEXT, Format.SHEET)
    return "" if is_shown_itself else view.say("facsimile.rebuilt")


def _write_links(view: View) -> str:
    links = [*_write_finding_links(view)]
    if view.facsimile.leaves and (view.chosen or not view.choice.is_whole):
        other = replace(view.choice, is_whole=not view.choice.is_whole)
        name = "facsimile.cell_only" if view.choice.is_whole else "facsimile.whole"
        links.append(f'<a href="{escape_html(other.write())}">{view.say(name)}</a>')
    links.append(f'<a href="{view.facts.report_id}/file" download>{view.say("facsimile.open_file")}</a>')
    if view.facts.organ_key:
        links += _write_page_links(view)
    if view.facts.url and view.facts.url.startswith(("http://", "https://")):
        links.append(
            f'<a href="{escape_html(view.facts.url)}" target="_blank" rel="noopener noreferrer">'
            f"{view.say('facsimile.public_page')}</a>"
        )
    return f"<nav>{''.join(links)}</nav>"


def _write_page_links(view: View) -> Iterator[str]:
    """Pages of the organ: all of it, and where a measure was chosen, that over the years."""
    query = {"o": view.facts.organ_key, "lang": str(view.choice.language)}
    pages = [("county", "facsimile.county", query)]
    if view.choice.measure:
        pages.append(("trends", "trends.title", {"m": view.choice.measure, **query}))
    pages.append(("requests", "requests.title", {"y": str(view.facts.year or ""), **query}))
    for page, name, parameters in pages:
        address = escape_html(f"{view.up}{page}?{urlencode(parameters)}")
        yield f'<a href="{address}" target="_blank" rel="noopener">{view.say(name)}</a>'


def _write_finding_links(view: View) -> Iterator[str]:
    count, at = len(view.facts.findings), view.choice.finding
    for key, step, access in (("previous", -1, "p"), ("next", 1, "n")):
        to = _find_finding_beside(view, step) if at is None else at + step
        name = escape_html(view.say(f"facsimile.{key}"))
        if count and to is not None and 1 <= to <= count:
            address = Choice(view.choice.language, finding=to, is_whole=view.choice.is_whole).write()
            yield f'<a href="{escape_html(address)}" accesskey="{access}" title="Alt+{access}">{name}</a>'
        elif count:
            yield f'<span aria-disabled="true">{name}</span>'


def _find_finding_beside(view: View, step: int) -> int | None:
    """The finding about the chosen cell, else the first: where going through them begins."""
    about = [
        number for number, row in enumerate(view.facts.findings, start=1) if not {*row.cells}.isdisjoint(view.cells)
    ]
    return (about[0] if about else 1) if step > 0 else None


def _write_cells(view: View) -> Iterator[str]:
    year = view.name_year_before()
    heads = ("", view.say("facsimile.printed"), view.say("facsimile.read_as"),
             view.say("facsimile.before", year=year))  # fmt: skip
    head = "".join(f'<th scope="col">{escape_html(name)}</th>' for name in heads)
    rows = "".join(map(partial(_write_cell_row, view), view.cells[:_MOST_CELLS]))
    yield f'<table class="cells"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _write_cell_row(view: View, cell: int) -> str:
    evidence = view.facts.evidence[cell]
    label = escape_html(name_cell(evidence, view.choice.language))
    printed = escape_html(evidence.printed or view.say("facsimile.blank"))
    certainty = view.say("facsimile.certain" if evidence.is_certain else "facsimile.doubtful")
    source = view.say(f"read_from.{evidence.read_from}")
    value, score = _write_value(view, view.facts.figures, cell), _write_score(view, cell)
    words = " · ".join(filter(None, (value, certainty, score, source, _write_correction(view, evidence))))
    return (
        f'<tr><th scope="row">{label}</th><td class="printed">{printed}</td><td>{escape_html(words)}</td>'
        f"<td>{_write_year_before(view, cell)}</td></tr>"
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


def _write_year_before(view: View, cell: int) -> str:
    """Last year's cell, which leads to its own document."""
    figure = view.facts.before.get(cell)
    if figure is None:
        return escape_html(view.say("facsimile.no_before", year=view.name_year_before()))
    address = f"{figure.report_id}{Choice(view.choice.language, (cell,)).write()}"
    return f'<a href="{escape_html(address)}">{escape_html(_write_value(view, view.facts.before, cell))}</a>'


def _sum_lines(view: View) -> Iterator[str]:
    if not view.sums:
        return
    lines = "".join(f'<li class="sum s{at}">{_write_sum(view, judged)}</li>' for at, judged in enumerate(view.sums))
    yield (
        f'<details class="sums" open><summary>{escape_html(view.say("facsimile.sums"))}</summary>'
        f"<ul>{lines}</ul></details>"
    )


def _write_sum(view: View, judged: JudgedSum) -> str:
    identity, judgement = judged
    names = name_members([*identity.left, *identity.right], view.choice.language)
    sides = [
        " + ".join(_write_member(view, cell, names[cell]) for cell in side) for side in (identity.left, identity.right)
    ]
    fails = judgement.verdict in (Verdict.FAILS, Verdict.FAILS_BLANKS_AS_ZERO)
    verdict = escape_html(view.say(f"facsimile.verdict.{judgement.verdict}"))
    is_equal = judgement.verdict in (Verdict.HOLDS, Verdict.HOLDS_BLANKS_AS_ZERO)
    sign = "=" if is_equal else "≠" if fails else "≟"
    return f'{f" {sign} ".join(sides)} <span class="{"fails" if fails else "verdict"}">{verdict}</span>'


def _write_member(view: View, cell: int, name: str) -> str:
    evidence = view.facts.evidence.get(cell)
    printed = (evidence.printed or view.say("facsimile.blank")) if evidence else "—"
    words = f"{escape_html(name)} <strong>{escape_html(printed)}</strong>"
    if evidence is None or cell in view.cells:
        return words
    return f'<a href="{escape_html(Choice(view.choice.language, (cell,)).write())}">{words}</a>'


def _write_unread(view: View) -> str:
    count = len(view.marks.unread)
    return view.say("facsimile.unread_count", count=count) if count else view.say("facsimile.all_read")
