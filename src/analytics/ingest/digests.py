"""What a build is made of, as a digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from analytics.warehouse.parse_cache.fingerprints import make_builder_fingerprint, make_fingerprint


def digest_content(beside: list[bytes | None], files: dict[str, str], transient: Sequence[Mapping[str, Any]]) -> str:
    """What a build would be made of: file hashes, the lists beside them, the way of reading, and what could not be read
    this time."""
    lists = (hashlib.sha256(content or b"").hexdigest() for content in beside)
    parts = [make_fingerprint(), make_builder_fingerprint(), *lists]
    unread = sorted((row["file"], row["rejected"]) for row in transient)
    return hashlib.sha256(json.dumps([parts, sorted(files.items()), unread]).encode()).hexdigest()
