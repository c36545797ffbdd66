"""Narrative and Practices: what is planted in prose is shown, opens where it was printed, and stays in the link."""

from __future__ import annotations

import io
import json
import re
import shutil
from html import unescape
from pathlib import Path

import duckdb
import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from test_hostile_pages import alive
from test_pages import as_read, opened, read_sentences

from analytics import open_warehouse
from analytics.charts.parts.points import Point, Quote
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.view import Choice, View
from analytics.dashboard.panels.prose import listed, untold
from analytics.dashboard.routes.evidence_pages import _gather_marks, gather_report
from analytics.dashboard.state.address import NARRATIVE_TABS, PRACTICE_TABS
from analytics.exports.formats import FileFormat
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.vocabulary.prose.practices import PRACTICES
from analytics.warehouse.builds.prose import PROSE_TABLES
from analytics.warehouse.builds.publish import find_database_path
from analytics.words import Language, say
from conftest import ROOT, reseal
from hostile import STRANGER, poison
from told_collection import COPIED

VIEWS = [*(("narrative", tab) for tab in NARRATIVE_TABS), *(("practices", tab) for tab in PRACTICE_TABS)]

COUNTED = ("evaluated", "years", "problems", "lexicon")
"""Parts that print none of a report's words until something is clicked."""


def written(app: AppTest) -> str:
    """What our own markup shows."""
    return "\n".join(str(html.proto.body) for html in app.get("html"))


def list_addresses(app: AppTest) -> list[str]:
    return [unescape(address) for address in re.findall(r"href='(evidence/[^']*)'", written(app))]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_every_part_opens_by_its_link_and_keeps_it(
    page: str, tab: str, language: Language, told: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, told, monkeypatch, lang=str(language), tab=tab)
    assert not app.exception and not app.error
    assert app.query_params["tab"] in (tab, [tab])
    assert "ignored" not in read_sentences(app) and "已忽略" not in read_sentences(app)
    for chart in app.get("plotly_chart"):
        go.Figure(json.loads(chart.proto.spec))
    assert app.get("plotly_chart") or tab == "lexicon"


@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_a_collection_without_prose_says_so(
    page: str, tab: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "figures.csv").write_bytes(next((ROOT / "data" / "raw" / "collected").glob("*.csv")).read_bytes())
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    with open_warehouse(settings.warehouse) as build:
        if build.prose_tables.list_told() or build.reports().empty:
            pytest.skip("the figures sheet of the repository has prose by now")
    app = opened(page, settings, monkeypatch, lang="zh", tab=tab)
    assert not app.exception
    assert say("narrative.none_at_all", Language.ZH) in read_sentences(app)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tab", ["matrix", "years", "problems"])
def test_practices_draw_nothing_where_only_forms_are_held(
    tab: str, language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_warehouse(collection.warehouse) as build:
        if not build.prose_tables.practices().empty:
            pytest.skip("the repository has whole reports by now")
        lengths = build.prose_tables.sections().groupby("report_id")["text"].sum().str.len()
    app = opened("practices", collection, monkeypatch, lang=str(language), tab=tab)
    assert not app.exception and not app.get("plotly_chart")
    text = as_read(" ".join(info.value for info in app.info))
    assert (lengths < untold.LEAST_CHARACTERS).all()
    # Every agency for problems, those of the group chosen first for practices.
    counts = [len(lengths)] if tab == "problems" else range(1, len(lengths) + 1)
    sentences = [say("practices.all_excerpts", language, reports=count, least=300) for count in counts]
    assert sum(sentence in text for sentence in sentences) == 1
    assert say("practices.bring_documents", language) in text


def test_practices_open_in_a_year_that_tells_of_some(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_warehouse(told.warehouse) as build:
        marks = build.prose_tables.practices().drop_duplicates(["organ_id", "year", "practice"])
    app = opened("practices", told, monkeypatch, lang="en", tab="matrix")
    fullest = marks.groupby("year").size()
    assert int(app.session_state["selection"].year) in fullest[fullest == fullest.max()].index


def test_hits_are_counted_marked_and_lead_to_their_words(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    words = COPIED[0][10:24]
    with open_warehouse(told.warehouse) as build:
        sections = build.prose_tables.sections()
        count = sum(text.count(words) for text in sections["text"])
    app = opened("narrative", told, monkeypatch, lang="zh", tab="search", q=words)
    assert f"共出现 {count} 处" in written(app)
    assert written(app).count(f"<mark>{words}</mark>") == min(count, 20)
    assert all("prose=" in address for address in list_addresses(app))
    other = opened("narrative", told, monkeypatch, lang="zh", tab="search", q="圍繞群衆最關心的教育")
    assert f"<mark>{COPIED[0][:10]}</mark>" in written(other)


def test_a_filter_by_year_is_a_filter_of_hits(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    parameters = {"tab": "search", "q": "业务培训", "from": "2022", "to": "2022"}
    app = opened("narrative", told, monkeypatch, lang="zh", **parameters)
    years = set(re.findall(r"人民政府 (\d{4}) ·", written(app)))
    assert years == {"2022"}


def test_a_word_of_one_character_is_refused_in_a_sentence(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("narrative", told, monkeypatch, lang="en", tab="search", q="政")
    assert not app.exception
    assert any("too short" in warning.value for warning in app.warning)


def test_the_second_page_of_hits_is_in_the_link(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened("narrative", told, monkeypatch, lang="zh", tab="search", q="政府信息")
    second = opened("narrative", told, monkeypatch, lang="zh", tab="search", q="政府信息", hits="2")
    assert second.query_params["hits"] in ("2", ["2"])
    assert not set(list_addresses(first)) & set(list_addresses(second))


def test_the_address_of_every_stretch_is_found_in_its_document(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("narrative", told, monkeypatch, lang="zh", tab="five")
    addresses = list_addresses(app)
    assert addresses
    for address in addresses:
        build_id, report_id = address.split("?")[0].split("/")[1:]
        quote = Quote.parse(re.search(r"prose=([\d.]+)", address)[1])  # type: ignore[index]
        facts = gather_report(build_id, int(report_id))
        view = View(facts, _gather_marks(facts), Choice(Language.ZH, quote=quote), "../../")
        assert view.chosen
        printed = "".join("".join(located.text.split()) for located in view.chosen)
        assert "".join(view.quoted.split()) in printed


@pytest.mark.parametrize("text", ["", "1.2", "1.2.3.4", "1.-2.3", "a.b.c", "²..1", "1.2.12345678901"])
def test_what_is_no_stretch_is_none(text: str) -> None:
    assert Quote.parse(text) is None


def test_two_years_side_by_side_say_how_much_is_repeated(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("narrative", told, monkeypatch, lang="zh", tab="beside")
    assert app.query_params["ry"] in ("2022", ["2022"])
    body = written(app)
    assert "class='repeated'" in body and "class='own'" in body
    same = opened("narrative", told, monkeypatch, lang="zh", tab="beside", y="2023", ry="2023")
    assert say("narrative.same_report", Language.ZH) in read_sentences(same)


def test_nobody_is_said_to_have_copied(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for language, word in ((Language.ZH, "抄袭"), (Language.EN, "copied by")):
        app = opened("narrative", told, monkeypatch, lang=str(language), tab="copies")
        assert word not in read_sentences(app) + written(app)


def test_files_hold_the_rows_of_the_screen(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    tables: dict[str, listed.Listed] = {}

    def keep(build: object, count: int, listing: listed.Listed) -> None:
        assert count == len(listing.table)
        tables[listing.key] = listing
        files = listed.render_page_table(listed._make_page_table(build, listing), FileFormat.CSV)  # type: ignore[arg-type]
        frame = pd.read_csv(io.BytesIO(files))
        assert len(frame) == len(listing.table)
        assert len(frame.columns) == len(listing.table.columns)
        if listing.places is not None:
            assert len(listing.places) == len(listing.table)
            assert list(listing.places.columns) == listed.PLACES

    monkeypatch.setattr(listed, "show_later", lambda build, _, count, make, **__: keep(build, count, make()))
    for page, tab in VIEWS:
        app = opened(page, told, monkeypatch, lang="en", tab=tab, q="业务培训")
        assert not app.exception
    assert {"hits", "hits-in-context", "prose-figures", "beside", "beside-texts", "nearest", "shared", "problems",
            "promises", "evaluated", "practices", "practice-years", "common-problems", "lexicon"} <= set(tables)  # fmt: skip


def test_a_mark_of_a_practice_shows_its_sentence(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_warehouse(told.warehouse) as build:
        marks = build.prose_tables.practices()
    mark = marks[(marks["practice"] == "training") & (marks["year"] == 2023)].iloc[0]
    quote = Quote(int(mark["position"]), int(mark["sentence_start"]), int(mark["sentence_end"]))
    point = Point(int(mark["report_id"]), int(mark["organ_id"]), 2023, quote=quote)
    monkeypatch.setattr(charts, "show_chart", lambda *_, **__: Point.parse(point.write()))
    app = opened("practices", told, monkeypatch, lang="zh", tab="matrix", y="2023", pg="supervision")
    assert mark["sentence"].replace("\n", "") in written(app).replace("\n", "")
    assert any(f"prose={quote.write()}" in address for address in list_addresses(app))


def test_a_share_opens_as_many_sentences_as_it_counts(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_warehouse(told.warehouse) as build:
        marks = build.prose_tables.practices()
    done = marks[(marks["practice"] == "training") & (marks["year"] == 2022) & (marks["stance"] == "done")]
    monkeypatch.setattr(charts, "show_chart", lambda *_, **__: Point(None, 0, 2022, "training"))
    app = opened("practices", told, monkeypatch, lang="zh", tab="years", pg="supervision")
    assert len(list_addresses(app)) == len(done)


def test_the_definition_of_every_practice_is_shown(told: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in Language:
        body = "".join(
            written(opened("practices", told, monkeypatch, lang=str(language), tab="lexicon", pg=group))
            for group in dict.fromkeys(str(practice.group) for practice in PRACTICES)
        )
        for practice in PRACTICES:
            assert (practice.chinese if language is Language.ZH else practice.english) in unescape(body)
            assert practice.pattern in unescape(body)
        assert "state council" not in body and "programmes<" not in body.replace("yearly programmes", "")


@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_no_word_of_a_report_is_code(
    page: str, tab: str, told: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = poison(told, tmp_path / "warehouse")
    app = opened(page, hostile, monkeypatch, lang="en", tab=tab, q="政府信息")
    assert not app.exception
    assert not alive(app)
    if tab not in COUNTED:
        assert STRANGER in written(app) + read_sentences(app) + str([chart.proto for chart in app.get("plotly_chart")])


def test_a_report_that_has_prose_alone_opens_at_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = "芮城县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n组织业务培训3次，主动公开政府信息300条。\n\n五、存在的主要问题及改进情况\n信息更新不够及时。\n"
    (raw / "a.txt").write_text(text, "utf-8")
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    app = opened("narrative", settings, monkeypatch, lang="zh", tab="search", q="业务培训")
    (address,) = list_addresses(app)
    build_id, report_id = address.split("?")[0].split("/")[1:]
    facts = gather_report(build_id, int(report_id))
    assert facts.file == "a.txt" and not facts.evidence
    quote = Quote.parse(re.search(r"prose=([\d.]+)", address)[1])  # type: ignore[index]
    assert View(facts, _gather_marks(facts), Choice(Language.ZH, quote=quote), "../../").chosen


@pytest.mark.parametrize("page", ["narrative", "practices"])
def test_a_build_of_a_version_without_prose_is_refused_in_a_sentence(
    page: str, told: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(told.warehouse, tmp_path / "warehouse")
    path = find_database_path(tmp_path / "warehouse")
    with duckdb.connect(str(path)) as con:
        for table in PROSE_TABLES:
            con.execute(f"DROP TABLE {table}")
    reseal(path.parent)
    tab = "copies" if page == "narrative" else "matrix"
    app = opened(page, Settings(raw=told.raw, warehouse=tmp_path / "warehouse"), monkeypatch, lang="en", tab=tab)
    assert not app.exception
    assert any("countyscope ingest" in error.value for error in app.error)
