"""A web page → its title, its day, its links: to files, to reports, to the next page of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import NamedTuple

import httpx
from lxml import etree, html

from analytics.documents.detect import read_bytes
from analytics.documents.encoding import decode
from analytics.errors import DocumentError, FetchError
from analytics.fetch.addresses import read_address
from analytics.fetch.contents import is_attachment
from analytics.reports.identity.statements import names_report
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.settings import Limits
from analytics.vocabulary import naming

_EMBEDDED = (("iframe", "src"), ("embed", "src"), ("object", "data"))
_FEWEST_CHARACTERS = 400
"""Of the prose of a report without tables; a notice that there is none has a sentence or two."""
_DAY = re.compile(r"(20\d\d)-(\d{1,2})-(\d{1,2})")
_PUBLISHED = ("PubDate", "publishdate", "pubdate")


class Link(NamedTuple):
    """Where a page leads, and under what words."""

    url: httpx.URL
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page has beside its content. ``reports`` are links whose words are the title of a report, ``moved`` is
    where a page sends its readers on."""

    title: str
    published: date | None
    _: KW_ONLY
    attachments: tuple[Link, ...]
    reports: tuple[Link, ...]
    further: tuple[httpx.URL, ...]
    moved: httpx.URL | None


def read_page(content: bytes, url: httpx.URL) -> Page:
    """The page of an answer. A page that cannot be parsed has nothing."""
    try:
        text, _ = decode(content, name=str(url))
        root = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (DocumentError, etree.ParserError, ValueError):
        return Page("", None, attachments=(), reports=(), further=(), moved=None)
    base = _find_base(root, url)
    links = list(dict.fromkeys(_list_links(root, base)))
    files = [link for link in links if is_attachment(str(link.url), link.text)]
    return Page(
        _find_title(root),
        _find_day(root),
        attachments=_keep_first(files),
        reports=_keep_first([link for link in links if link not in files and names_report(link.text)]),
        further=tuple(_list_further(root, links, base)),
        moved=_find_refresh(root, base),
    )


def read_reports(content: bytes, url: httpx.URL, limits: Limits) -> tuple[Report, ...]:
    """What a page reports: with tables, or in prose under the title of a report; nothing where it is no report."""
    try:
        reports = parse(read_bytes(content, name=str(url), limits=limits))
    except DocumentError:
        return ()
    return tuple(report for report in reports if report.facts or _is_prose(report))


def _is_prose(report: Report) -> bool:
    return names_report(report.title) and sum(len(section.text) for section in report.narrative) >= _FEWEST_CHARACTERS


def _keep_first(links: list[Link]) -> tuple[Link, ...]:
    """One link to each address: the one with the most words."""
    longest: dict[httpx.URL, Link] = {}
    for link in links:
        if link.url not in longest or len(link.text) > len(longest[link.url].text):
            longest[link.url] = link
    return tuple(longest.values())


def _find_base(root: html.HtmlElement, url: httpx.URL) -> httpx.URL:
    for element in root.iter("base"):
        try:
            return read_address(element.get("href") or "", url)
        except FetchError:
            break
    return url


def _list_links(root: html.HtmlElement, base: httpx.URL) -> Iterator[Link]:
    for tag, name in (("a", "href"), *_EMBEDDED):
        for element in root.iter(tag):
            target = (element.get(name) or "").strip()
            if not target or target.startswith("#"):
                continue
            words = (" ".join(str(element.text_content()).split()), (element.get("title") or "").strip())
            try:
                yield Link(read_address(target, base), max(words, key=len))
            except FetchError:
                continue  # scripts, mails, telephones


def _find_title(root: html.HtmlElement) -> str:
    """The title of the article where the page names it, else that of the page."""
    named = [element.get("content") or "" for element in root.iter("meta") if element.get("name") == "ArticleTitle"]
    heads = [str(element.text_content()) for tag in ("h1", "h2", "title") for element in root.iter(tag)]
    texts = [" ".join(text.split()) for text in (*named, *heads) if text.strip()]
    return next((text for text in texts if names_report(text)), texts[0] if texts else "")


def _find_day(root: html.HtmlElement) -> date | None:
    for element in root.iter("meta"):
        if element.get("name") in _PUBLISHED and (found := _DAY.match(element.get("content") or "")):
            try:
                return date(*(int(part) for part in found.groups()))
            except ValueError:
                return None
    return None


def _list_further(root: html.HtmlElement, links: list[Link], base: httpx.URL) -> Iterator[httpx.URL]:
    """The next page of a list: a link that says so, or the pages that a common script numbers."""
    yield from dict.fromkeys(link.url for link in links if naming.NEXT_PAGE.fullmatch("".join(link.text.split())))
    for element in root.iter("script"):
        for found in naming.NUMBERED_PAGES.finditer(element.text or ""):
            for number in range(1, min(int(found["count"]), 1000)):
                yield read_address(f"{found['stem']}_{number}.{found['ending']}", base)


def _find_refresh(root: html.HtmlElement, base: httpx.URL) -> httpx.URL | None:
    for element in root.iter("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh":
            _, _, target = (element.get("content") or "").partition("=")
            try:
                return read_address(target.strip().strip("'\""), base) if target else None
            except FetchError:
                return None
    return None
