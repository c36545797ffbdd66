"""Paths and limits, in one frozen object.

The defaults suit a collection of some thousand reports on an ordinary machine. Limits exist so that one bad
document is refused in bounded time instead of costing the others.
"""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path

from analytics.errors import WarehouseError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost before it is refused."""

    document_bytes: int = 50 * MEBIBYTE
    """The largest reports seen are scans of some 20 MiB; a 200 MB file is no report."""
    unpacked_bytes: int = 200 * MEBIBYTE
    """All parts of an office file together: what fits in ``document_bytes``, with its pictures, unpacks to less."""
    unpacked_ratio: int = 200
    """Markup of tables packs to a thirtieth, of empty rows to a hundredth; a zip bomb to a thousandth."""
    unpacked_anyway_bytes: int = 5 * MEBIBYTE
    """What is small unpacked is no danger, however well it was packed."""
    _: KW_ONLY
    markup_bytes: int = 20 * MEBIBYTE
    """One part that is parsed as a tree, which takes some twenty times its size; reports seen stay below 2 MiB."""
    nesting_depth: int = 256
    """Web pages seen nest below 60 elements."""
    grid_cells: int = 200_000
    """The whole form has 200 cells; a figures sheet of a thousand reports has about as many rows."""
    lines: int = 100_000
    """Lines of a text: a report set one cell a line has some 400."""
    elements: int = 1_000_000
    """Elements of a page with what surrounds it: pages seen have below 20,000."""
    attributes: int = 5_000
    """Attributes of one element: the time they take grows with their square, and pages seen have below thirty."""
    parts: int = 5_000
    """Parts of a page saved as one file, which are its pictures and frames."""
    pages: int = 500
    """Reports seen have five to thirty pages; collections of a whole city's reports have some hundred."""
    picture_pixels: int = 100_000_000
    """A page of A3 at 600 to the inch has seventy million; each is a byte, and recognition takes some copies."""
    page_characters: int = 50_000
    """A page set solid in the smallest legible type holds some 20,000."""
    archive_bytes: int = 8 * 1024 * MEBIBYTE
    """All members of an archive together; each is unpacked alone and forgotten again."""
    archive_members: int = 50_000
    """A whole province's reports over all years are some 20,000."""
    archive_anyway_bytes: int = 20 * MEBIBYTE
    """All members together: less than this is no danger, more must not be packed beyond ``unpacked_ratio``."""
    archive_seconds: float = 30.0
    """Listing one archive: the reports of a province, three gigabytes, are unpacked in this time."""
    archive_depth: int = 3
    """Archives in archives: a city packs what counties packed."""
    upload_bytes: int = 500 * MEBIBYTE
    """Files that one reader hands over at once; they are held in memory. More is put into the raw folder itself."""
    document_seconds: float = 180.0
    """A scan takes three seconds a page, and reports have thirty pages; a web page takes milliseconds."""
    conversion_seconds: float = 90.0
    """LibreOffice starts in five seconds and converts a report in two."""
    worker_bytes: int = 4 * 1024 * MEBIBYTE
    """Memory of one reading process, where the system can limit it."""
    query_bytes: int = 1024 * MEBIBYTE
    """Memory of all queries of one process that reads a build; what needs more goes to disk beside it, or is said."""
    kept_builds: int = 2
    """The current build and the one before it: open pages go on reading the old one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a collection lives. ``raw`` is a folder or an fsspec address, written to by nothing but ``fetch``;
    ``warehouse`` is built, never edited."""

    raw: str | Path = field(default_factory=lambda: Path("data/raw"))
    warehouse: Path = field(default_factory=lambda: Path("data/warehouse"))
    limits: Limits = field(default_factory=Limits)
    batch_files: int = 50
    """Documents a worker reads per task and per cache shard, at most."""
    batch_bytes: int = 4 * MEBIBYTE
    """Large documents take long: a task of them is cut here."""


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""How an address of another machine begins, with or without slashes: libraries take either for one. Drives have one
letter."""


def require_local(warehouse: Path) -> None:
    """Raises WarehouseError where a warehouse, which databases are opened in, is an address and no folder."""
    if _ADDRESS.match(str(warehouse)):
        raise WarehouseError("warehouse_remote", warehouse=str(warehouse))
