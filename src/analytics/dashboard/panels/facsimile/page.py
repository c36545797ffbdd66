"""A report's facts in its document → a page of HTML: the document with the cell marked, above it what was read.

It holds no script. Everything that leads on is a link to the same page with another cell, finding or view, so that it
stands in a frame beside a chart as well as alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from analytics.dashboard.panels.facsimile import look
from analytics.dashboard.panels.facsimile.facts import (
    FindingRow,
    JudgedSum,
    ReportFacts,
    name_cell,
    name_members,
)
from analytics.dashboard.panels.facsimile.marks import Marks
from analytics.documents.facsimile.links import set_links
from analytics.documents.facsimile.model import Frame, Leaf, Located
from analytics.documents.model import Format
from analytics.vocabulary.terms import Verdict
from analytics.warehouse.records import Evidence
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_html
from analytics.words.render import finding as finding_sentence

HERE = "here"
"""The id of the chosen cell: addresses end in it, and the browser scrolls there."""
_MOST_CELLS, _MOST_SUMS = 12, 6
_FEW_CELLS = 3
"""The sentence of a finding names what it is about: of more cells only the boxes are shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page is asked to show: cells by code, or the cells of a finding (counted from 1); all pages or those of
    the cells."""

    language: Language
    cells: tuple[int, ...] = ()
    finding: int | None = None
    is_whole: bool = False

    def write(self) -> str:
        """The address of this choice, relative to the page."""
        query: list[tuple[str, object]] = [("cell", cell) for cell in self.cells]
        if self.finding is not None:
            query.append(("finding", self.finding))
        if self.is_whole:
            query.append(("view", "whole"))
        return f"?{urlencode([*query, ('lang', self.language)])}#{HERE}"


def render_page(facts: ReportFacts, marks: Marks, choice: Choice, *, up: str) -> str:
    """The page. ``up`` leads to the root of the server."""
    page = _Page(facts, marks, choice, up)
    title = escape_html(page.say("facsimile.title", organ=facts.organ, year=facts.year))
    body = "".join([*page.header(), *page.document()])
    return (
        f'<!doctype html><html lang="{choice.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{look.STYLE}{''.join(page.styles())}</style></head><body>{body}</body></html>"
    )


class _Page:
    def __init__(self, facts: ReportFacts, marks: Marks, choice: Choice, up: str) -> None:
        self.facts, self.marks, self.choice, self.up = facts, marks, choice, up
        findings = facts.findings
        self.finding: FindingRow | None = None
        if choice.finding is not None and findings:
            self.finding = findings[min(max(choice.finding, 1), len(findings)) - 1]
        cells = self.finding.cells if self.finding else choice.cells
        self.cells = tuple(cell for cell in cells if cell in facts.evidence)
        self.sums = self._sums()
        self.members = {cell for judged in self.sums for cell in judged.identity.members} - set(self.cells)
        chosen = [marks.places[cell] for cell in self.cells if cell in marks.places]
        self.reading = chosen[0][0] if chosen else 0
        self.chosen = [located for _, located in chosen]
        self.facsimile = marks.facsimiles[self.reading]

    def say(self, key: str, **operands: object) -> str:
        return say(key, self.choice.language, **operands)

    def _sums(self) -> list[JudgedSum]:
        found = [judged for cell in self.cells for judged in self.facts.find_sums(cell)]
        by_identity = {judged.identity: judged for judged in found}
        return list(by_identity.values())[:_MOST_SUMS]

    # What was read ------------------------------------------------------------------------------------------

    def header(self) -> Iterator[str]:
        yield f"<header>{self._where()}{self._links()}"
        if self.finding is not None:
            sentence = finding_sentence(self.finding.rule, self.finding.operands, self.choice.language)
            count = self.say("facsimile.finding_number", number=self.choice.finding, count=len(self.facts.findings))
            yield f'<div class="finding"><strong>{escape_html(count)}</strong> · {escape_html(sentence)}</div>'
            if not self.cells:
                yield f"<p>{escape_html(self.say('facsimile.no_cell_of_finding'))}</p>"
        if self.cells:
            if self.finding is None or len(self.cells) <= _FEW_CELLS:
                yield from self._cells()
            if not self.chosen:
                yield f"<p>{escape_html(self.say('facsimile.nowhere'))}</p>"
            elif any(located.anchor.startswith("line-") for located in self.chosen):
                yield f"<p>{escape_html(self.say('facsimile.line'))}</p>"
        elif self.finding is None:
            yield f"<p>{escape_html(self.say('facsimile.choose'))}</p>"
        yield from self._sum_lines()
        if self.choice.is_whole:
            yield f"<p>{escape_html(self._unread_sentence())}</p>"
        yield "</header>"

    def _where(self) -> str:
        parts = [self.facts.file]
        if self.chosen and self.chosen[0].page:
            page, pages = self.chosen[0].page, len(self.facsimile.leaves)
            parts.append(self.say("facsimile.page", page=page, pages=pages))
        parts.append(self.say("facsimile.reader", reader=self.facsimile.document.reader))
        if self.reading:
            parts.append(self.say("facsimile.second_reading"))
        parts.append(self._manner())
        return f'<p class="where">{escape_html(" · ".join(filter(None, parts)))}</p>'

    def _manner(self) -> str:
        """How what is shown differs from the file itself."""
        leaf = next(iter(self._leaves()), None)
        if leaf is not None:
            picture = leaf[1].media_type
            return self.say("facsimile.drawn" if "svg" in picture else "facsimile.straightened") if picture else ""
        if 'class="unseen"' in self.facsimile.markup:
            return self.say("facsimile.hidden")
        is_shown_itself = self.facsimile.document.format in (Format.HTML, Format.TEXT, Format.SHEET)
        return "" if is_shown_itself else self.say("facsimile.rebuilt")

    def _links(self) -> str:
        links = [*self._finding_links()]
        if self.facsimile.leaves:
            other = Choice(self.choice.language, self.choice.cells, self.choice.finding, not self.choice.is_whole)
            name = "facsimile.cell_only" if self.choice.is_whole else "facsimile.whole"
            links.append(f'<a href="{escape_html(other.write())}">{self.say(name)}</a>')
        links.append(f'<a href="{self.facts.report_id}/file" download>{self.say("facsimile.open_file")}</a>')
        language = self.choice.language
        if self.facts.organ_key:
            query = urlencode({"o": self.facts.organ_key, "lang": language})
            address = escape_html(f"{self.up}county?{query}")
            links.append(f'<a href="{address}" target="_blank" rel="noopener">{self.say("facsimile.county")}</a>')
        if self.facts.url and self.facts.url.startswith(("http://", "https://")):
            links.append(
                f'<a href="{escape_html(self.facts.url)}" target="_blank" rel="noopener noreferrer">'
                f"{self.say('facsimile.public_page')}</a>"
            )
        return f"<nav>{''.join(links)}</nav>"

    def _finding_links(self) -> Iterator[str]:
        count, at = len(self.facts.findings), self.choice.finding
        for key, step, access in (("previous", -1, "p"), ("next", 1, "n")):
            to = self._finding_beside(step) if at is None else at + step
            name = escape_html(self.say(f"facsimile.{key}"))
            if count and to is not None and 1 <= to <= count:
                address = Choice(self.choice.language, finding=to, is_whole=self.choice.is_whole).write()
                yield f'<a href="{escape_html(address)}" accesskey="{access}" title="Alt+{access}">{name}</a>'
            elif count:
                yield f'<span aria-disabled="true">{name}</span>'

    def _finding_beside(self, step: int) -> int | None:
        """The finding about the chosen cell, else the first: where going through them begins."""
        about = [
            number for number, row in enumerate(self.facts.findings, start=1) if not {*row.cells}.isdisjoint(self.cells)
        ]
        return (about[0] if about else 1) if step > 0 else None

    def _cells(self) -> Iterator[str]:
        year = self.facts.year - 1
        heads = ("", self.say("facsimile.printed"), self.say("facsimile.read_as"),
                 self.say("facsimile.before", year=year))  # fmt: skip
        head = "".join(f'<th scope="col">{escape_html(name)}</th>' for name in heads)
        rows = "".join(map(self._cell_row, self.cells[:_MOST_CELLS]))
        yield f'<table class="cells"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'

    def _cell_row(self, cell: int) -> str:
        evidence = self.facts.evidence[cell]
        label = escape_html(name_cell(evidence, self.choice.language))
        printed = escape_html(evidence.printed or self.say("facsimile.blank"))
        certainty = self.say("facsimile.certain" if evidence.is_certain else "facsimile.doubtful")
        words = f"{self._value(self.facts.figures, cell)} · {certainty} · {self.say(f'read_from.{evidence.read_from}')}"
        return (
            f'<tr><th scope="row">{label}</th><td class="printed">{printed}</td><td>{escape_html(words)}</td>'
            f"<td>{self._before(cell)}</td></tr>"
        )

    def _value(self, figures: Mapping[int, object], cell: int) -> str:
        figure = figures[cell]
        value = getattr(figure, "value", None)
        return self.say(f"status.{figure.status}") if value is None else number(value, self.choice.language)  # type: ignore[attr-defined]

    def _before(self, cell: int) -> str:
        """Last year's cell, which leads to its own document."""
        figure = self.facts.before.get(cell)
        if figure is None:
            return escape_html(self.say("facsimile.no_before", year=self.facts.year - 1))
        address = f"{figure.report_id}{Choice(self.choice.language, (cell,)).write()}"
        return f'<a href="{escape_html(address)}">{escape_html(self._value(self.facts.before, cell))}</a>'

    def _sum_lines(self) -> Iterator[str]:
        if not self.sums:
            return
        lines = "".join(f'<li class="sum s{at}">{self._sum(judged)}</li>' for at, judged in enumerate(self.sums))
        yield (
            f'<details class="sums" open><summary>{escape_html(self.say("facsimile.sums"))}</summary>'
            f"<ul>{lines}</ul></details>"
        )

    def _sum(self, judged: JudgedSum) -> str:
        identity, judgement = judged
        names = name_members([*identity.left, *identity.right], self.choice.language)
        sides = [
            " + ".join(self._member(cell, names[cell]) for cell in side) for side in (identity.left, identity.right)
        ]
        fails = judgement.verdict in (Verdict.FAILS, Verdict.FAILS_BLANKS_AS_ZERO)
        verdict = escape_html(self.say(f"facsimile.verdict.{judgement.verdict}"))
        is_equal = judgement.verdict in (Verdict.HOLDS, Verdict.HOLDS_BLANKS_AS_ZERO)
        sign = "=" if is_equal else "≠" if fails else "≟"
        return f'{f" {sign} ".join(sides)} <span class="{"fails" if fails else "verdict"}">{verdict}</span>'

    def _member(self, cell: int, name: str) -> str:
        evidence = self.facts.evidence.get(cell)
        printed = (evidence.printed or self.say("facsimile.blank")) if evidence else "—"
        words = f"{escape_html(name)} <strong>{escape_html(printed)}</strong>"
        if evidence is None or cell in self.cells:
            return words
        return f'<a href="{escape_html(Choice(self.choice.language, (cell,)).write())}">{words}</a>'

    def _unread_sentence(self) -> str:
        count = len(self.marks.unread)
        return self.say("facsimile.unread_count", count=count) if count else self.say("facsimile.all_read")

    # The document -------------------------------------------------------------------------------------------

    def document(self) -> Iterator[str]:
        name = escape_html(self.say("facsimile.panel"))
        if self.facsimile.leaves:
            leaves = "".join(self._leaf(page, leaf) for page, leaf in self._leaves())
            yield f'<main tabindex="0" aria-label="{name}">{leaves}</main>'
            return
        links = {
            located.anchor: (Choice(self.choice.language, (cell,)).write(), self._name_link(cell))
            for cell, located in self._located()
            if not located.anchor.startswith("line-")
        }
        markup = set_links(self.facsimile.markup, links)
        if self.chosen:
            markup = _insert_here(markup, self.chosen[0].anchor)
        yield f'<main tabindex="0" aria-label="{name}"><div class="sheet" lang="zh">{markup}</div></main>'

    def _leaves(self) -> Iterator[tuple[int, Leaf]]:
        """The pages that are shown: all, or those on which the chosen cells stand."""
        on = {located.page for located in self.chosen}
        for page, leaf in enumerate(self.facsimile.leaves, start=1):
            if self.choice.is_whole or page in on or not on:
                yield page, leaf

    def _located(self) -> Iterator[tuple[int, Located]]:
        """Facts of the reading that is shown. Boxes of both readings of a page stand on the same page, unless each
        made the page level in its own way."""
        for cell, (reading, located) in self.marks.places.items():
            is_alike = bool(self.facsimile.leaves) and not any(leaf.picture for leaf in self.facsimile.leaves)
            if reading == self.reading or is_alike:
                yield cell, located

    def _leaf(self, page: int, leaf: Leaf) -> str:
        picture = f"{self.facts.report_id}/page/{page}?reading={self.reading}"
        alt = escape_html(self.say("facsimile.page_picture", page=page))
        is_first = self.chosen and self.chosen[0].page == page
        return (
            f'<div class="leaf" style="aspect-ratio:{leaf.width:g}/{leaf.height:g}">'
            f'<img src="{picture}" alt="{alt}" loading="{"eager" if is_first else "lazy"}">'
            f"{''.join(self._boxes(page))}</div>"
        )

    def _boxes(self, page: int) -> Iterator[str]:
        is_here_set = not (self.chosen and self.chosen[0].page == page)
        for cell, located in self._located():
            if located.page != page:
                continue
            kind = "chosen" if cell in self.cells else "member" if cell in self.members else "fact"
            name = escape_html(self._name_link(cell))
            address = escape_html(Choice(self.choice.language, (cell,), is_whole=self.choice.is_whole).write())
            for frame in located.frames:
                anchor = located.anchor
                if kind == "chosen" and not is_here_set:
                    anchor, is_here_set = HERE, True
                yield (
                    f'<a id="{anchor}" class="box {kind} m{cell}" style="{_place(frame)}" href="{address}" '
                    f'title="{name}" aria-label="{name}"></a>'
                )
        for located in self.marks.unread if self.reading == 0 else ():
            if located.page == page:
                yield from (f'<span class="box unread" style="{_place(frame)}"></span>' for frame in located.frames)

    def _name_link(self, cell: int) -> str:
        evidence: Evidence = self.facts.evidence[cell]
        label = name_cell(evidence, self.choice.language)
        return self.say("facsimile.leads_to", label=label, printed=evidence.printed or self.say("facsimile.blank"))

    # What lights up -----------------------------------------------------------------------------------------

    def styles(self) -> Iterator[str]:
        located = dict(self._located())
        if not self.facsimile.leaves:
            yield from _rules([place.anchor for place in located.values()], look.FACT)
            yield from _rules([place.anchor for place in self.marks.unread] if self.reading == 0 else [], look.UNREAD)
            yield from _rules([located[cell].anchor for cell in self.members if cell in located], look.MEMBER)
            yield from _rules([place.anchor for place in self.chosen], look.CHOSEN)
        for at, judged in enumerate(self.sums):
            lit = [cell for cell in judged.identity.members if cell in located]
            of_pages = bool(self.facsimile.leaves)
            names = [f".m{cell}" if of_pages else f"#{located[cell].anchor}" for cell in lit]
            if names:
                hovered = ",".join(
                    f"body:has(.s{at}:hover) {name},body:has(.s{at}:focus-within) {name}" for name in names
                )
                yield f"{hovered}{{{look.LIT}}}"


def _rules(anchors: Iterable[str], style: str) -> Iterator[str]:
    names = [f"#{anchor}" for anchor in dict.fromkeys(anchors)]
    if names:
        yield f"{','.join(names)}{{{style}}}"


def _place(frame: Frame) -> str:
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
