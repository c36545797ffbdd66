"""Nothing that a document prints or a person writes is markup, a link or an icon: every field of every page, of charts,
briefings and notes."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

import analytics
from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.files import write_docx, write_pdf
from analytics.briefings.parts import Frames
from analytics.dashboard.pages import PAGES
from analytics.exports.formats import FileFormat
from analytics.query import extracts
from analytics.settings import Settings
from analytics.transforms.organ.profile import find_quartiles
from analytics.vocabulary.measures import KEY_MEASURES, find_measure
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from hostile import BATTERY, STRANGER, live_html, live_markdown, poison

pytestmark = pytest.mark.fault

PLAIN_FIELDS = {
    "id",
    "rawValue",
    "rawValues",
    "options",
    "alt",
    "url",
    "value",
    "default",
    "defaults",
    "placeholder",
    "formattedOptions",
    "fileName",
    "metadata",
}
"""Fields that Streamlit shows or keeps as text."""


@pytest.fixture(scope="module")
def hostile(collection: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return poison(collection, tmp_path_factory.mktemp("hostile") / "warehouse")


def run(script: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, **parameters: str | list[str]) -> AppTest:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    app = AppTest.from_string(script, default_timeout=120)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def messages(app: AppTest) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every element and block of the page: its kind and its fields."""
    waiting: list[Any] = [app._tree]
    while waiting:
        node = waiting.pop()
        waiting += list(getattr(node, "children", {}).values())
        proto = getattr(node, "proto", None)
        if proto is not None and hasattr(proto, "DESCRIPTOR"):
            yield proto.DESCRIPTOR.name, MessageToDict(proto)


def strings(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        yield from () if name in PLAIN_FIELDS else (value,)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, key) if key not in PLAIN_FIELDS else ()
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, name)


def alive(app: AppTest) -> list[tuple[str, str]]:
    found = []
    for kind, fields in messages(app):
        if kind == "PlotlyChart":
            for text in strings(json.loads(fields["spec"])):
                found += [(kind, markup) for markup in live_html(text)]
        elif kind == "Html":
            body = "" if "<script>" in fields["body"][:10] else fields["body"]
            found += [(kind, markup) for markup in live_html(body)]
        elif kind not in ("Arrow", "ArrowDataFrame", "Dataframe", "Code", "BidiComponent", "FileUploader"):
            if kind == "Markdown" and "](#" in fields.get("body", ""):
                continue  # our own contents of Methods
            found += [
                (kind, markup)
                for text in strings(fields)
                for markup in live_markdown(text)
                if not OUR_LINK.fullmatch(markup)
            ]
    return found


OUR_LINK = re.compile(r'<a href="evidence/[\dT]+/\d+\?finding=\d+&amp;lang=(zh|en)#here">')
"""From a finding to its document: nothing in it is anybody else's."""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", PAGES)
def test_no_field_of_a_page_is_code(
    page: str, language: Language, hostile: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""
from analytics.dashboard import frame
from analytics.dashboard.state import data, opening
from analytics.dashboard.panels import saved_views
from analytics.dashboard.pages import PAGES
from analytics.dashboard.views import {page} as view
frame.set_language()
frame.guard_page(view.show)()
saved_views.show_panel("{page}", PAGES, data.open_current_build())
"""
    app = run(script, hostile, monkeypatch, lang=str(language), strange=BATTERY[0], m=BATTERY[2], **_ways(page))
    assert not app.exception
    assert not alive(app)
    if page != "data" and PAGES[page].has_choices:
        assert STRANGER in str([fields for _, fields in messages(app)])  # the strings did get to the page


def _ways(page: str) -> dict[str, str | list[str]]:
    return {"end": "highest"} if page == "rankings" else {"forms": "1"} if page == "compare" else {}


@pytest.mark.parametrize("chart", ["multiples", "dumbbell", "slope", "index"])
def test_no_way_of_comparing_is_code(chart: str, hostile: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    script = """
from analytics.dashboard import frame
from analytics.dashboard.views import compare as view
frame.set_language()
frame.guard_page(view.show)()
"""
    app = run(script, hostile, monkeypatch, lang="en", chart=chart)
    assert not app.exception and not alive(app)


def test_no_printed_cell_and_no_finding_is_code(hostile: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    script = """
from analytics.charts.parts.points import Point
from analytics.dashboard.state import data
from analytics.dashboard.panels import evidence
from analytics.dashboard import frame
from analytics.vocabulary.measures import find_measure
frame.set_language()
build = data.open_current_build()
for at, row in enumerate(build.reports.itertuples()):
    point = Point.of(row)
    evidence.show_evidence(build, point, find_measure("penalty_decisions"), key=f"evidence-{at}")
    evidence.show_report_evidence(build, point)
"""
    app = run(script, hostile, monkeypatch, lang="zh")
    assert not app.exception
    assert not alive(app)
    assert STRANGER in str([fields for _, fields in messages(app)])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "http://x' onmouseover='alert(1)", "//x.example"]
)
def test_an_address_of_the_source_list_is_a_link_only_where_it_is_one(
    address: str, hostile: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"from analytics.dashboard.panels import evidence\nevidence._show_address('f', 'published', {address!r})"
    app = run(script, hostile, monkeypatch)
    (body,) = (fields["body"] for kind, fields in messages(app) if kind == "Html")
    assert ("href=" in body) == address.startswith("http://")
    assert " onmouseover='" not in body and "='javascript" not in body


def test_no_briefing_holds_code(hostile: Settings) -> None:
    with open_warehouse(hostile.warehouse) as warehouse:
        reports, organs = warehouse.reports(), warehouse.organs()
        organ = int(organs["organ_id"].iloc[0])
        name = organs["organ"].iloc[0]
        measures = tuple(find_measure(key) for key in KEY_MEASURES)
        changes = warehouse.changes(KEY_MEASURES)
        own_reports = reports[reports["organ_id"] == organ]
        frames = Frames(
            changes=changes[changes["organ_id"] == organ],
            measures=measures,
            reports=own_reports,
            found=warehouse.findings(list(own_reports["report_id"])),
            language=Language.ZH,
            build_id="b",
        )
        made = write_briefing(frames, find_quartiles(changes, []), organ_id=organ, name=name, peers=Peers("p", (name,)))
    with zipfile.ZipFile(io.BytesIO(write_docx(made))) as file:
        inner = {member: file.read(member).decode() for member in file.namelist() if member.endswith((".xml", ".rels"))}
    document = inner["word/document.xml"]
    assert "w:hyperlink" not in document and "instrText" not in document
    assert f"&lt;img src=http://{STRANGER}" in document
    assert not [member for member, text in inner.items() if member.endswith(".rels") and STRANGER in text]
    pdf = write_pdf(made)
    assert b"/URI" not in pdf and b"/JavaScript" not in pdf
    with pypdfium2.PdfDocument(pdf) as opened:
        text = "".join(re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in opened)
    assert "<b>bold</b><script>" in text


@pytest.mark.parametrize("language", list(Language))
def test_no_note_holds_code(language: Language, hostile: Settings) -> None:
    with open_warehouse(hostile.warehouse) as warehouse:
        extract = extracts.extract(
            warehouse, ["penalty_items"], names=str(language), language=language, link="http://127.0.0.1/data?m=y"
        )
        file = io.BytesIO()
        extracts.write(extract, FileFormat.MARKDOWN, file)
    for line in file.getvalue().decode().splitlines():
        if re.fullmatch(r"[|-]+", line):
            continue
        if line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
            # The column of addresses is the source list's own; whatever is no address in it is text.
            found = [
                markup
                for cell in cells
                for markup in live_markdown(re.sub(r"^<https?://[^\s<>|`]+>|(?<= )<https?://[^\s<>|`]+>", "", cell))
            ]
        else:
            found = [markup for markup in live_markdown(line) if "127.0.0.1" not in line and not line.startswith("#")]
        assert not found, line


SINKS = {
    "title", "header", "subheader", "caption", "markdown", "write", "info", "warning", "error", "success", "toast", "expander", "popover",
    "button", "download_button", "link_button", "metric", "tabs", "pills", "segmented_control", "selectbox", "multiselect", "slider",
    "toggle", "number_input", "text_input", "file_uploader", "checkbox", "radio", "page_link",
}  # fmt: skip
ESCAPED = {"say_escaped", "escape_markdown"}
FIXED = {"t", "say", "number", "str", "mark_finding"}


def is_plain(node: ast.expr, known: dict[str, list[ast.expr]], depth: int = 0) -> bool:
    """Whether an expression can only be text: escaped, or a sentence without operands."""

    def plain(*nodes: ast.expr) -> bool:
        return depth < 8 and all(is_plain(part, known, depth + 1) for part in nodes)

    match node:
        case ast.Constant():
            return True
        case ast.JoinedStr():
            return plain(*(part.value for part in node.values if isinstance(part, ast.FormattedValue)))
        case ast.IfExp():
            return plain(node.body, node.orelse)
        case ast.BinOp():
            return plain(node.left, node.right)
        case ast.BoolOp():
            return plain(*node.values)
        case ast.ListComp() | ast.GeneratorExp():
            targets = {
                part.target.id: [ast.Constant("")]
                for part in node.generators
                if isinstance(part.target, ast.Name) and isinstance(part.iter, ast.Name) and part.iter.id.isupper()
            }
            return is_plain(node.elt, {**known, **targets}, depth + 1)
        case ast.Name():
            return bool(known.get(node.id)) and plain(*known[node.id])
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            if name in ESCAPED:
                return True
            if name in FIXED:
                return not node.keywords
            if name == "map":
                return isinstance(node.args[0], ast.Name) and node.args[0].id in ESCAPED
            return name == "join" and plain(node.func.value, node.args[0])  # type: ignore[attr-defined]
    return False


def test_streamlit_is_handed_nothing_but_text_or_sentences_of_our_own() -> None:
    loose = []
    for path in sorted((Path(analytics.__file__).parent / "dashboard").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            known: dict[str, list[ast.expr]] = {}
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    known.setdefault(node.targets[0].id, []).append(node.value)
                elif (
                    isinstance(node, ast.Assign)
                    and isinstance(node.targets[0], ast.Tuple)
                    and isinstance(node.value, ast.Tuple)
                ):
                    for target, value in zip(node.targets[0].elts, node.value.elts, strict=False):
                        known.setdefault(getattr(target, "id", ""), []).append(value)
            for node in ast.walk(function):
                if not isinstance(node, ast.Call):
                    continue
                is_either = isinstance(node.func, ast.IfExp)  # (st.success if … else st.warning)(…)
                called = node.func.body if is_either else node.func  # type: ignore[attr-defined]
                name, owner = getattr(called, "attr", ""), getattr(getattr(called, "value", None), "id", "")
                is_sink = name in SINKS and owner != "address" and (name != "write" or owner == "st")
                if is_sink and node.args and not is_plain(node.args[0], known):
                    loose.append(f"{path.name}:{node.lineno} {ast.unparse(node.args[0])}")
    assert sorted(set(loose)) == []
