"""The parse cache: results of a batch of documents as one immutable shard of Parquet files.

A shard is keyed by nothing but its own content: its rows say of which file, with which hash, they are. All shards of
one fingerprint (parser source and reader versions) stand together; another fingerprint starts afresh. What
``sources.csv`` says is applied later, so changing it parses nothing again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.documents.model import Document
from analytics.errors import FAULTS_OF_THE_MOMENT
from analytics.reports.model import Report
from analytics.warehouse.columns import DOCUMENTS, FACTS, FINDINGS, NARRATIVE, REPORTS, SCHEMAS, write_json
from analytics.warehouse.parse_cache.fingerprints import make_fingerprint

Rows = dict[str, list[dict[str, Any]]]


@dataclass(slots=True)
class Batch:
    """Rows of one batch of documents, by schema name."""

    rows: Rows = field(default_factory=lambda: {name: [] for name in SCHEMAS})

    def add(
        self, file: str, size: int, document: Document, reports: Iterable[Report], *, pages: Sequence[str] = ()
    ) -> None:
        """Add a document that was read; ``pages`` are the names of its files where it has several."""
        self._add_document(
            {
                "file": file, "sha256": document.sha256, "bytes": size, "format": document.format,
                "reader": document.reader, "encoding": document.encoding, "pages": pages,
            }
        )  # fmt: skip
        for ordinal, report in enumerate(reports):
            self._add_report(file, ordinal, report)

    def reject(self, file: str, sha256: str, size: int, key: str, operands: Mapping[str, object]) -> None:
        """Add a document that was refused, with the key of the sentence that says why."""
        self._add_document(
            {"file": file, "sha256": sha256, "bytes": size, "rejected": key, "operands": write_json(operands)}
        )

    def map_contents(self) -> dict[str, str]:
        """File → hash of what was read."""
        return {row["file"]: row["sha256"] for row in self.rows["documents"]}

    def take_transient(self) -> list[dict[str, Any]]:
        """The refusals that are no matter of content, taken out of the batch: they are not to be remembered."""
        every = self.rows["documents"]
        self.rows["documents"] = [row for row in every if row.get("rejected") not in FAULTS_OF_THE_MOMENT]
        return [row for row in every if row.get("rejected") in FAULTS_OF_THE_MOMENT]

    def _add_document(self, document: Mapping[str, object]) -> None:
        self.rows["documents"].append(DOCUMENTS.describe(document))

    def _add_report(self, file: str, ordinal: int, report: Report) -> None:
        keys = {"file": file, "ordinal": ordinal}
        self.rows["reports"].append({**keys, **REPORTS.describe(report)})
        self.rows["facts"].extend({**keys, **FACTS.describe(fact)} for fact in report.facts)
        self.rows["narrative"].extend(
            {**keys, "position": position, **NARRATIVE.describe(section)}
            for position, section in enumerate(report.narrative)
        )
        self.rows["findings"].extend({**keys, **FINDINGS.describe(finding)} for finding in report.findings)


_CHECKSUMS = "SHA256SUMS"


class Cache:
    """The shards of the present fingerprint below one warehouse folder."""

    def __init__(self, warehouse: Path) -> None:
        self.root = warehouse / "cache"
        self.folder = self.root / make_fingerprint()
        self.damaged = 0
        """How many shards were set aside."""
        self._whole: set[Path] = set()

    def known(self) -> dict[tuple[str, str], Path]:
        """(file, sha256) → shard that holds it. A shard without its checksums is set aside: its documents are new."""
        found = {}
        for shard in self._list_shards():
            table = pq.read_table(shard / "documents.parquet", columns=["file", "sha256"]).to_pylist()
            found.update({(row["file"], row["sha256"]): shard for row in table})
        return found

    def _list_shards(self) -> Iterator[Path]:
        for shard in sorted(
            folder for folder in self.folder.glob("*") if folder.is_dir() and not folder.name.startswith(".")
        ):
            if shard in self._whole or _has_its_checksums(shard):
                self._whole.add(shard)
                yield shard
            else:
                self.damaged += 1
                os.replace(shard, shard.with_name(f".damaged-{uuid.uuid4().hex[:16]}"))

    def write(self, batch: Batch) -> None:
        """Write a batch as a new shard, if anything is in it. It appears whole or, after a crash, not at all."""
        if not batch.rows["documents"]:
            return
        name = uuid.uuid4().hex[:16]
        partial, shard = self.folder / f".{name}", self.folder / name
        try:
            partial.mkdir(parents=True)
            for kind, schema in SCHEMAS.items():
                pq.write_table(pa.Table.from_pylist(batch.rows[kind], schema=schema), partial / f"{kind}.parquet")
            (partial / _CHECKSUMS).write_text(_compute_checksums(partial), "utf-8")
            os.replace(partial, shard)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise
        self._whole.add(shard)

    def sweep(self) -> None:
        """Remove shards of other fingerprints and what crashes left behind."""
        for folder in self.root.iterdir() if self.root.is_dir() else ():
            if folder != self.folder:
                shutil.rmtree(folder, ignore_errors=True)
        for partial in self.folder.glob(".*"):
            shutil.rmtree(partial, ignore_errors=True)


def _compute_checksums(shard: Path) -> str:
    lines = []
    for kind in SCHEMAS:
        with (shard / f"{kind}.parquet").open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {kind}.parquet\n")
    return "".join(lines)


def _has_its_checksums(shard: Path) -> bool:
    try:
        return (shard / _CHECKSUMS).read_text("utf-8") == _compute_checksums(shard)
    except (OSError, ValueError):
        return False
