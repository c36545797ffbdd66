"""A format of documents is one module: the reader, the fetcher and the memory of readings find it there."""

from __future__ import annotations

import json
from pathlib import Path

from tests.package_copies import copy_package, run_python

FORMAT = """
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.texts import text


def is_roll(sample: Sample) -> bool:
    return sample.data.startswith(b"ROLL1")


def read(source: Source) -> Document:
    content = source.data[5:].decode("utf-8")
    return text.read(content, name=source.name, sha256=source.sha256, encoding="utf-8")


FORMATS = (
    FileFormat(
        kind=Kind("{ending}"), told=Told.BYTES, is_told_by=is_roll, read=read, other_endings=(".scroll",),
        libraries=("tenacity",),
    ),
)
"""
FOLLOWS = """
import json, sys
from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.formats import LIBRARIES
from analytics.fetch.contents import choose_suffix, is_attachment
from analytics.warehouse.parse_cache.fingerprints import READERS

data = b"ROLL1" + "标题\\n一段话。\\n".encode()
json.dump({
    "lines": [block.text for block in read_bytes(data, name="a").blocks],
    "again": read_bytes_again(data, name="a"),
    "ending": choose_suffix(data, url="http://a/b"),
    "attached": [is_attachment(f"http://a/b{ending}") for ending in (".roll", ".scroll", ".rolls")],
    "read_with": "tenacity" in LIBRARIES and "tenacity" in READERS,
}, sys.stdout)
"""


def test_a_module_that_declares_a_format_is_all_that_it_takes(tmp_path: Path) -> None:
    copy_package(tmp_path, {}, {"documents/formats/rolls.py": FORMAT.replace("{ending}", ".roll")})
    run = run_python(tmp_path, FOLLOWS)
    assert run.returncode == 0, run.stderr.decode()
    assert json.loads(run.stdout) == {
        "lines": ["标题", "一段话。"],
        "again": None,
        "ending": ".roll",
        "attached": [True, True, False],
        "read_with": True,
    }


def test_two_formats_of_one_ending_cannot_be_imported(tmp_path: Path) -> None:
    copy_package(tmp_path, {}, {"documents/formats/rolls.py": FORMAT.replace("{ending}", ".pdf")})
    run = run_python(tmp_path, "import analytics.documents.formats")
    assert run.returncode != 0
    assert "two formats of documents end in .pdf" in run.stderr.decode().strip().splitlines()[-1]
