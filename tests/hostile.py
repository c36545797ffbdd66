"""Strings that would be code somewhere, in every field of a build that a document or a person fills."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import duckdb
from markdown_it import MarkdownIt

from analytics.query.selections import make_saved_view, save
from analytics.settings import Settings
from analytics.warehouse.builds.manifest import read_manifest, write_manifest
from analytics.warehouse.builds.publish import find_database_path

STRANGER = "stranger.example"
BATTERY = (
    f"![c](http://{STRANGER}/a.png)",
    f"<img src=http://{STRANGER}/b.png onerror=alert(1)>",
    f"[l](http://{STRANGER}/c)",
    f"<a href='http://{STRANGER}/d'>l</a>",
    f"http://{STRANGER}/e www.{STRANGER} me@{STRANGER}",
    "**bold** __bold__ *slant* `code` ~~gone~~",
    "<b>bold</b><script>alert(1)</script>",
    ":red[red] :material/home: :smile: :streamlit:",
    "$x^2$ -> <- -- |cell| &lt;b&gt; &#60;",
    "# head",
    "%{x} ${x} {organ} </script>",
)
HOSTILE = " ".join(BATTERY)
_FIELDS = {
    "organ": ("organ", "place", "prefecture", "province"),
    "document": ("file", "url"),
    "report": ("title", "source", "scope_words"),
    "evidence": ("printed", "printed_label"),
    "narrative": ("heading", "text"),
    "revision": ("organ",),
}


def poison(settings: Settings, folder: Path) -> Settings:
    """A copy of a warehouse with the battery in every text field, with its checksum made anew."""
    shutil.copytree(settings.warehouse, folder)
    path = find_database_path(folder)
    with duckdb.connect(str(path)) as con:
        for table, columns in _FIELDS.items():
            for column in columns:
                con.execute(f"UPDATE {table} SET {column} = coalesce({column}, '') || $1", [f" {HOSTILE}"])
        # Operands keep their names, whatever a sentence does with them.
        rows = con.execute("SELECT rowid, operands FROM finding").fetchall()
        for row, operands in rows:
            values = json.loads(operands)
            text = {name: f"{value} {HOSTILE}" if isinstance(value, str) else value for name, value in values.items()}
            con.execute(
                "UPDATE finding SET operands = $1, severity = 'warning' WHERE rowid = $2", [json.dumps(text), row]
            )
    manifest = read_manifest(path.parent)
    assert manifest is not None
    write_manifest(
        path.parent, manifest.build_id, manifest.time, manifest.version, (manifest.documents, manifest.reports)
    )
    for number, text in enumerate(BATTERY):
        save(folder, make_saved_view(f"{number} {text}"[:80], "overview", {}))
    return Settings(raw=settings.raw, warehouse=folder)


_OWN_TAGS = re.compile(
    r"</?(?:b|i|br|span|li|ul|div|p|strong|table|tbody|thead|tr|t[dh]|style|h4|mark|extra)(?: [a-z-]+='[^'<>]*')*>"
)
_OUR_LINK = re.compile(
    r"<a href='(?:overview\?|evidence/|https?://)[^'<>]*'(?: target='_blank' rel='noopener noreferrer')?>[^<]*</a>"
)
_LATE = re.compile(
    r"https?://stranger|www\.stranger|me@stranger|:smile:|:material/|:streamlit:|(?<!\S)(?:->|<-|--)(?!\S)"
)
_RENDERED = re.compile(r"<(?:a|img|em|s|del|code|pre|h[1-6]|script|table|blockquote|ol|hr)\b[^>]*>|<strong>bold")
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def live_html(text: str) -> list[str]:
    """What of the battery is still markup in a text for HTML or a chart, beside the tags that we write."""
    rest = _OWN_TAGS.sub("", _OUR_LINK.sub("", text))
    return re.findall(r"<[a-z/!][^>]*>?", rest, re.IGNORECASE) + re.findall(r"<b>bold", text)


def live_markdown(text: str) -> list[str]:
    """What of the battery is still a mark in a text for Markdown, as renderers of the web and Streamlit read it."""
    late = [] if HOSTILE[:8] not in text and "stranger" not in text else _LATE.findall(text)
    directives = re.findall(r"(?<!\\):red|(?<!\\)\$x", text)
    return [*late, *directives, *_RENDERED.findall(_MARKDOWN.render(text))]
