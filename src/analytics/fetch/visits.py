"""One visit to an address: asked, sniffed, and told apart: a document, links to documents, or nothing of use."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

import httpx

from analytics.collection.sources import Source
from analytics.documents.folder import Folder
from analytics.documents.formats.pages import PAGE
from analytics.errors import CountyScopeError, DocumentError, FetchError
from analytics.fetch.client import Answer, Client
from analytics.fetch.contents import choose_suffix, read_offered_name
from analytics.fetch.journal import Entry
from analytics.fetch.manner import Manner
from analytics.fetch.pages import Link, Page, read_page, read_reports
from analytics.reports.identity.statements import names_report
from analytics.reports.model import Report
from analytics.settings import Limits


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to be asked. ``source`` is the row that names it, with what is known of its report; ``words`` are
    those of the link that led there, ``title`` and ``published`` what its page says; ``depth`` counts the links
    followed."""

    url: httpx.URL
    source: Source | None = None
    _: KW_ONLY
    words: str = ""
    title: str = ""
    published: str = ""
    depth: int = 0

    @property
    def may_be_list(self) -> bool:
        """Whether links to reports may be followed: nothing says that the address is one report's."""
        row = self.source
        return not self.depth and (row is None or not (row.organ or row.place_code or row.year or row.file))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a visit gave: a document (``content`` and ``suffix``), ``leads``, or a refusal. ``is_same`` says that what
    we have is still what is published. A list may have leads and a refusal: of one of its pages."""

    visit: Visit
    answer: Answer | None = None
    suffix: str = ""
    leads: tuple[Visit, ...] = ()
    _: KW_ONLY
    title: str = ""
    published: str = ""
    is_same: bool = False
    is_list: bool = False
    refusal: CountyScopeError | None = None
    is_cut: bool = False
    """A list with more pages than are followed."""


class Visitor(NamedTuple):
    """What a visit needs."""

    client: Client
    manner: Manner
    limits: Limits
    raw: Path


def pay_visit(visitor: Visitor, visit: Visit, entry: Entry | None) -> Outcome:
    """Ask for an address; ``entry`` is what it gave before. What goes wrong is the outcome's refusal."""
    try:
        answer = visitor.client.ask(visit.url, entry.conditions if entry else None)
        if answer.is_unchanged and entry:
            return Outcome(visit, answer, leads=list_leads(visit, entry), is_same=True)
        suffix = choose_suffix(answer.content, url=str(answer.url))
        if suffix == PAGE:
            return _judge_page(visitor, visit, answer, entry)
        name = name_document(visit, answer)
        return Outcome(visit, answer, suffix, title=name, published=visit.published)
    except CountyScopeError as refusal:
        return Outcome(visit, refusal=refusal)


def list_leads(visit: Visit, entry: Entry) -> tuple[Visit, ...]:
    """The visits that an entry leads to."""
    page = Page(entry.title, None, attachments=(), reports=(), further=(), moved=None)
    links = [Link(httpx.URL(url), words) for url, words in entry.leads]
    return _follow(visit, links, page, published=entry.published)


def _judge_page(visitor: Visitor, visit: Visit, answer: Answer, entry: Entry | None) -> Outcome:
    page = read_page(answer.content, answer.url)
    day = page.published.isoformat() if page.published else visit.published
    reports = read_reports(answer.content, answer.url, visitor.limits)
    if any(report.facts for report in reports) or (reports and not page.attachments):
        is_same = bool(entry and entry.file) and _is_same_report(visitor, str(entry and entry.file), reports)
        name = name_document(replace(visit, title=page.title), answer)
        return Outcome(visit, answer, PAGE, title=name, published=day, is_same=is_same)
    named = [link for link in page.attachments if names_report(link.text)]
    if visit.may_be_list and (page.reports or len(named) > 1 or page.further):
        return _read_list(visitor, visit, answer, page)
    is_article = names_report(page.title) or not visit.may_be_list
    links = named or (list(page.attachments) if is_article else [])
    if not links and page.moved and page.moved != answer.url:
        links = [Link(page.moved, visit.words)]
    if not links or visit.depth > _DEEPEST:
        raise FetchError("page_without_report", url=str(answer.url), title=page.title[:80] or "–")
    leads = _follow(visit, links[: visitor.manner.attachments], page, published=day)
    return Outcome(visit, answer, leads=leads, title=page.title, published=day)


_DEEPEST = 2
"""A list, its page, a page that sends on."""


def _follow(visit: Visit, links: list[Link], page: Page, *, published: str = "") -> tuple[Visit, ...]:
    """Visits to the links of a page. What a row says of its report holds for a single file, not for each of several."""
    source = visit.source if len(links) == 1 else None
    return tuple(
        Visit(link.url, source, words=link.text, title=page.title, published=published, depth=visit.depth + 1)
        for link in links
        if link.url != visit.url
    )


def _read_list(visitor: Visitor, visit: Visit, answer: Answer, page: Page) -> Outcome:
    """The reports of a list over all its pages, each page of the host that the list begins on."""
    found, waiting = list(_list_reports(page)), [url for url in page.further if url.host == answer.url.host]
    seen, missed = {visit.url, answer.url}, None
    while (further := next((url for url in waiting if url not in seen), None)) and len(
        seen
    ) < visitor.manner.list_pages:
        seen.add(further)
        try:
            turned = visitor.client.ask(further)
        except FetchError as refusal:
            missed = refusal if refusal.is_of_the_moment else missed  # else a number beyond the last page
            continue
        page = read_page(turned.content, turned.url)
        found += _list_reports(page)
        waiting += [url for url in page.further if url.host == answer.url.host]
    is_cut = any(url not in seen for url in waiting)
    links = list({link.url: link for link in reversed(found)}.values())[::-1]
    if not links:
        raise missed or FetchError("page_without_report", url=str(answer.url), title=page.title[:80] or "–")
    leads = tuple(Visit(link.url, words=link.text, depth=1) for link in links)
    return Outcome(visit, answer, leads=leads, is_list=True, is_cut=is_cut, refusal=missed)


def _list_reports(page: Page) -> list[Link]:
    return [*page.reports, *(link for link in page.attachments if names_report(link.text))]


def _is_same_report(visitor: Visitor, file: str, reports: tuple[Report, ...]) -> bool:
    """Whether a page says what the file says that we have, whatever counts its visitors or shows the day."""
    try:
        with Folder(visitor.raw, visitor.limits) as folder:
            before = read_reports(folder.data(file), httpx.URL(f"file:///{file}"), visitor.limits)
    except (CountyScopeError, DocumentError, httpx.InvalidURL):
        return False
    return [_tell(report) for report in before] == [_tell(report) for report in reports]


def _tell(report: Report) -> tuple[object, ...]:
    facts = [(fact.table, fact.line, fact.column, fact.printed, fact.status) for fact in report.facts]
    return report.title, report.year, facts, [(section.heading, section.text) for section in report.narrative]


def name_document(visit: Visit, answer: Answer) -> str:
    """Words for the name of a file: the first title of a report among those of the link, the page, the offer and the
    address; else the first words there are."""
    offered = PurePosixPath(read_offered_name(answer.headers).replace("\\", "/")).stem
    last = PurePosixPath(unquote(answer.url.path)).stem
    texts = [text for text in (visit.words, visit.title, offered, last) if text.strip()]
    return next((text for text in texts if names_report(text)), texts[0] if texts else "")
