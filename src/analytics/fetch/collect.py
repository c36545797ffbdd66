"""A list of addresses, or a list page → documents in a raw folder, and what became of each address."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from analytics.collection.sources import Source, read_addresses
from analytics.errors import CollectionError, CountyScopeError, FetchError
from analytics.fetch.addresses import Resolver, read_address, resolve
from analytics.fetch.client import Answer, Client
from analytics.fetch.journal import Entry, Journal, now
from analytics.fetch.manner import Manner
from analytics.fetch.politeness import Pacer
from analytics.fetch.rounds import Round
from analytics.fetch.shelf import Shelf, is_safe_name, make_stem
from analytics.fetch.visits import Outcome, Visit, Visitor, list_leads, pay_visit
from analytics.settings import Limits
from analytics.vocabulary.terms import Origin

Progress = Callable[[int, int], None]
"""Called with (how many addresses are done, how many are known)."""
_SAVED_EVERY = 50
"""Documents after which the source list is written; what a kill loses of it, the journal has."""


class Changed(NamedTuple):
    """A report that changed after publication: the file that was there, and the one now beside it."""

    older: str
    newer: str
    url: str


@dataclass(slots=True)
class FetchSummary:
    """What a fetch did, by address. ``present`` were there before and not asked for; ``unchanged`` were asked for and
    are still the same; ``left`` were not asked because their host failed; ``cut`` are lists with more pages than are
    followed."""

    downloaded: list[str] = field(default_factory=list)
    present: int = 0
    unchanged: int = 0
    _: KW_ONLY
    changed: list[Changed] = field(default_factory=list)
    refused: list[CountyScopeError] = field(default_factory=list)
    left: int = 0
    cut: list[str] = field(default_factory=list)
    is_stopped: bool = False


def fetch(
    source: str,
    raw: Path,
    *,
    recheck: timedelta | None = None,
    allowed: Collection[str] = (),
    manner: Manner | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    resolver: Resolver = resolve,
) -> FetchSummary:
    """Download what ``source`` names, the address of a page or a CSV with a column ``url``, into ``raw``, and list it
    in its source list.

    What is there is not downloaded again; with ``recheck`` it is asked for where that was longer ago, and a report
    that changed is kept beside the older file. Hosts in ``allowed`` may have private addresses. An interrupt ends the
    fetch with what is done. Raises CollectionError for an unusable list or folder and while another fetch into it
    runs, FetchError for an address that cannot be asked.
    """
    visits = _list_visits(source)
    raw.mkdir(parents=True, exist_ok=True)
    shelf, manner, limits = Shelf(raw), manner or Manner(), limits or Limits()
    pacer = Pacer(manner)
    hosts = frozenset(host.lower() for host in allowed)
    with (
        shelf.hold_lock(),
        Journal(raw) as journal,
        Client(manner, pacer, limit=limits.document_bytes, allowed=hosts, resolver=resolver) as client,
    ):
        visitor = Visitor(client, manner, limits, raw)
        collecting = _Collecting(shelf, journal, recheck=recheck)
        run = Round(
            lambda visit: pay_visit(visitor, visit, collecting.find_entry(visit)),
            pacer.stop, hosts=manner.hosts, given_up=manner.given_up,
        )  # fmt: skip
        try:
            collecting.repeat_rows()
            collecting.add(run, visits)
            with closing(run.outcomes()) as outcomes:
                for outcome in outcomes:
                    collecting.take(run, outcome)
                    if progress:
                        progress(collecting.done, run.total)
        except KeyboardInterrupt:
            collecting.summary.is_stopped = True
        finally:
            shelf.save()
    collecting.summary.left = len(run.left)
    return collecting.summary


def _list_visits(source: str) -> list[Visit]:
    """The addresses of a list, or the page itself."""
    if "://" in source:
        return [Visit(read_address(source))]
    try:
        content = Path(source).read_bytes()
    except OSError as reason:
        raise CollectionError("list_unreadable", file=source, reason=reason.strerror or str(reason)) from reason
    return [_make_visit(row, source) for row in read_addresses(content, path=source)]


def _make_visit(row: Source, path: str) -> Visit:
    operands = {"file": path, "row": row.position}
    if row.file and not is_safe_name(row.file):
        raise CollectionError("sources_value", column="file", value=row.file, **operands)
    try:
        return Visit(read_address(row.url or ""), row)
    except FetchError as reason:
        raise CollectionError("sources_value", column="url", value=row.url, **operands) from reason


def _normalise(address: str) -> str:
    """An address of the source list as visits write it; as it is where it cannot be asked."""
    try:
        return str(read_address(address))
    except FetchError:
        return address


class _Collecting:
    """What is kept of outcomes: files, rows, entries, counts. Used by one thread only, but for :meth:`find_entry`."""

    def __init__(self, shelf: Shelf, journal: Journal, *, recheck: timedelta | None) -> None:
        self._shelf, self._journal, self._recheck, self._started = shelf, journal, recheck, now()
        self._listed = {_normalise(row.url): row for row in shelf.sources.values() if row.url}
        self.summary, self.done = FetchSummary(), 0

    def repeat_rows(self) -> None:
        """List files of a run that was killed before it could."""
        for entry in self._journal.by_file.values():
            if entry.file and not self._shelf.is_listed(entry.file) and self._shelf.path(entry.file).exists():
                self._shelf.list_row(entry.row, older=entry.replaces)

    def add(self, run: Round, visits: Sequence[Visit]) -> None:
        """Add visits to a round; what is there already and need not be asked for is counted, its leads are added."""
        for visit in visits:
            entry = self.find_entry(visit)
            if entry is None or self._is_due(entry):
                run.add(visit)
            elif entry.leads:
                self.add(run, list_leads(visit, entry))
            else:
                self.summary.present += 1

    def find_entry(self, visit: Visit) -> Entry | None:
        """What the address gave before, by the journal or a source list that somebody kept; None where its file is
        gone."""
        address = str(visit.url)
        entry = self._journal.entries.get(address) or self._find_listed(address)
        is_there = entry is not None and (entry.file is None or self._shelf.path(entry.file).is_file())
        return entry if is_there else None

    def _find_listed(self, address: str) -> Entry | None:
        row = self._listed.get(address)
        if row is None:
            return None
        day = (
            datetime.combine(row.fetched, datetime.min.time(), UTC) if row.fetched else datetime.min.replace(tzinfo=UTC)
        )
        return Entry(address, day.isoformat(), row.file, row.sha256)

    def _is_due(self, entry: Entry) -> bool:
        return self._recheck is not None and entry.asked_at <= self._started - self._recheck

    def take(self, run: Round, outcome: Outcome) -> None:
        """Keep what a visit gave."""
        self.done += 1
        if outcome.refusal:
            self.summary.refused.append(outcome.refusal)
        if outcome.is_cut:
            self.summary.cut.append(str(outcome.visit.url))
        if outcome.is_list:
            self.add(run, outcome.leads)
        elif outcome.answer and outcome.leads:
            self._journal.add(self._describe_page(outcome, outcome.answer))
            self.add(run, outcome.leads)
        elif outcome.answer:
            self._keep(outcome, outcome.answer)

    def _describe_page(self, outcome: Outcome, answer: Answer) -> Entry:
        before = self.find_entry(outcome.visit)
        if answer.is_unchanged and before:
            return replace(before, asked=now().isoformat())
        leads = tuple((str(lead.url), lead.words) for lead in outcome.leads)
        return _add_conditions(
            Entry(
                str(outcome.visit.url), now().isoformat(), leads=leads, title=outcome.title, published=outcome.published
            ),
            answer,
        )

    def _keep(self, outcome: Outcome, answer: Answer) -> None:
        before = self.find_entry(outcome.visit)
        sha256 = hashlib.sha256(answer.content).hexdigest()
        if before and before.file and (outcome.is_same or before.sha256 == sha256):
            self.summary.unchanged += 1
            known = before if answer.is_unchanged else _add_conditions(before, answer)
            self._journal.add(replace(known, asked=now().isoformat()))
            return
        older = before.file if before else None
        file = self._put(outcome, answer, older)
        row = _make_row(outcome, answer, file, sha256)
        entry = Entry(
            str(outcome.visit.url), now().isoformat(), file, sha256, row=row, replaces=older, published=row["published"]
        )
        self._journal.add(_add_conditions(entry, answer))
        self._shelf.list_row(row, older=older)
        self.summary.downloaded.append(file)
        if older:
            self.summary.changed.append(Changed(older, file, str(outcome.visit.url)))
        if len(self.summary.downloaded) % _SAVED_EVERY == 0:
            self._shelf.save()

    def _put(self, outcome: Outcome, answer: Answer, older: str | None) -> str:
        """Write the file: beside the older one with the day in its name, under the name that its row gives, or under
        its title."""
        if older:
            stem = str(PurePosixPath(older).with_suffix(""))
            return self._shelf.put(answer.content, stem=stem, suffix=outcome.suffix, mark=f"_{now():%Y%m%d}")
        row = outcome.visit.source
        if row is None or not row.file:
            stem = make_stem(answer.url.host, outcome.title)
            return self._shelf.put(answer.content, stem=stem, suffix=outcome.suffix)
        named = PurePosixPath(row.file)
        suffix = named.suffix if named.suffix.lower() == outcome.suffix or outcome.suffix == ".txt" else outcome.suffix
        file = self._shelf.put(answer.content, stem=str(named.with_suffix("")), suffix=suffix, expected=row.file)
        self._shelf.rename_row(row.file, file)
        return file


def _add_conditions(entry: Entry, answer: Answer) -> Entry:
    """The entry with what the server names its answer by."""
    headers = answer.headers
    return replace(entry, etag=headers.get("etag", ""), modified=headers.get("last-modified", ""))


def _make_row(outcome: Outcome, answer: Answer, file: str, sha256: str) -> dict[str, str]:
    row = outcome.visit.source
    return {
        "file": file,
        "organ": (row and row.organ) or "",
        "place_code": (row and row.place_code) or "",
        "year": str((row and row.year) or ""),
        "origin": str((row and row.origin) or Origin.PUBLISHED),
        "url": str(outcome.visit.url),
        "published": row.published.isoformat() if row and row.published else outcome.published,
        "fetched": f"{now():%Y-%m-%d}",
        "sha256": sha256,
    }
