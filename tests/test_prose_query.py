"""What the prose says, from documents to frames, search and the command line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import analytics
from analytics.cli import app
from analytics.errors import SelectionError
from analytics.ingest.pipeline import ingest
from analytics.prose.evaluation import COLUMNS, find_parts
from analytics.query.prose import common_problems, evaluation, open_index, practices, prose_figures, search
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.warehouse.builds.publish import SEARCH, find_builds_folder
from analytics.warehouse.read import Warehouse

_ONE = """一、总体情况
（一）主动公开。{year}年，主动公开政府信息{items}条，其中政策解读{interpretations}条。通过微信公众号发布信息3200条。
（二）依申请公开。严格执行登记、受理制度，规范依申请公开答复。
（三）监督保障。组织业务培训2次，{training}。未发生责任追究情况。
"""
_FIVE = """五、存在的主要问题及改进情况
存在问题：业务培训不够深入；政策解读形式单一。下一步，一是邀请专家学者授课，举办轮训班。二是丰富解读形式。
六、其他需要报告的事项
无。
"""


def rewrite_report(path: Path, number: int) -> None:
    text = path.read_text("utf-8")
    year = int(re.search(r"(\d{4})年政府信息公开", text)[1])  # type: ignore[index]
    section = _ONE.format(
        year=year, items=100 + number, interpretations=10 + number, training="邀请专家学者授课，举办轮训班"
    )
    text = re.sub(r"一、总体情况\n.*?\n(?=二、)", section, text, count=1, flags=re.DOTALL)
    text = re.sub(r"五、存在的主要问题及改进情况.*", _FIVE, text, flags=re.DOTALL)
    path.write_text(text, "utf-8")


def build_collection(folder: Path, counties: int) -> Settings:
    """Fictional counties over two years whose reports have prose in every section, ingested below a new folder."""
    write(folder, Plan(counties, 2022, 2023, formats=(Format.TXT,), damage=0, errors=0))
    for number, path in enumerate(sorted((folder / "raw").rglob("*.txt"))):
        rewrite_report(path, number)
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return build_collection(tmp_path_factory.mktemp("told") / "collection", 3)


@pytest.fixture
def warehouse(told: Settings) -> Iterator[Warehouse]:
    with analytics.open_warehouse(told.warehouse) as build:
        yield build


def test_figures_of_prose_are_in_the_build_with_their_words(warehouse: Warehouse) -> None:
    figures = prose_figures(warehouse, subjects=["items_published", "interpretations"])
    assert figures["value"].groupby(figures["subject"]).count().to_dict() == {
        "items_published": 6,
        "interpretations": 6,
    }
    assert all(str(int(row.value)) in row.printed and row.printed in row.clause for row in figures.itertuples())
    assert (figures["year"] == figures["report_year"]).all()


def test_every_number_of_the_prose_is_kept(warehouse: Warehouse) -> None:
    figures = prose_figures(warehouse)
    for section in warehouse.prose_tables.sections().itertuples():
        section_figures = figures[
            (figures["report_id"] == section.report_id) & (figures["position"] == section.position)
        ]
        covered = {at for row in section_figures.itertuples() for at in range(row.start_at, row.end_at)}
        assert {match.start() for match in re.finditer(r"\d", section.text)} <= covered


def test_figures_can_be_asked_for_by_organ_and_year(warehouse: Warehouse) -> None:
    organ = warehouse.organs()["organ"].iloc[0]
    figures = prose_figures(warehouse, organs=[organ], years=[2023], subjects=["items_on_wechat"])
    assert figures[["organ", "report_year", "value"]].values.tolist() == [[organ, 2023, 3200]]


def test_an_unknown_subject_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(SelectionError, match="unknown_subject"):
        prose_figures(warehouse, subjects=["flowers"])


def test_search_counts_and_shows_the_words_around(warehouse: Warehouse) -> None:
    found = search(warehouse, "轮訓班")
    assert (found.total, found.report_count) == (12, 6)
    assert {section.number for section in found.sections} == {"I", "V"}
    excerpt = found.sections[0].excerpts[0]
    assert all(excerpt.text[hit.start : hit.end] == "轮训班" for hit in excerpt.hits)
    assert found.reports["year"].tolist() == sorted(found.reports["year"], reverse=True)


def test_search_keeps_to_organs_and_years(warehouse: Warehouse) -> None:
    organ = warehouse.organs()["organ"].iloc[0]
    assert search(warehouse, "轮训班", organs=[organ], years=[2022]).report_count == 1
    assert search(warehouse, "轮训班", shown=2).report_count == 6
    assert len({section.report_id for section in search(warehouse, "轮训班", shown=2).sections}) == 2


def test_a_word_with_a_sign_is_counted_as_it_stands(warehouse: Warehouse) -> None:
    assert search(warehouse, "授课，举办").total == 12
    assert search(warehouse, "授课；举办").total == 0


def test_a_word_too_short_or_no_word_is_refused(warehouse: Warehouse) -> None:
    for query in ("公", "", "培训 公"):
        with pytest.raises(SelectionError, match="search_too_short"):
            search(warehouse, query)


def test_an_index_that_is_gone_is_made_anew(told: Settings, warehouse: Warehouse) -> None:
    folder = find_builds_folder(told.warehouse) / warehouse.build_id
    before = search(warehouse, "培训").total
    shutil.rmtree(folder / SEARCH)
    from analytics.query import prose

    prose._load.cache_clear()
    assert search(warehouse, "培训").total == before
    assert (folder / SEARCH).is_dir()
    assert not list(folder.glob(f".{SEARCH}.*"))
    assert open_index(warehouse) is open_index(warehouse)


def test_practices_of_every_organ_and_year_have_their_sentence(warehouse: Warehouse) -> None:
    matrix = practices(warehouse)
    training = matrix[matrix["practice"] == "training"]
    assert training["stance"].tolist() == ["done"] * 6
    assert training["sentence"].str.contains("培训").all()
    assert set(matrix.loc[matrix["practice"] == "accountability", "stance"]) == {"none"}
    assert set(matrix.loc[matrix["practice"] == "gazette", "stance"]) == {"not_mentioned"}


def test_problems_come_back_and_measures_are_reported(warehouse: Warehouse) -> None:
    repeated = warehouse.prose_tables.repeated_problems()
    assert set(repeated["theme"]) >= {"training", "interpretation"}
    assert set(repeated["year"]) == {2023}
    reported = warehouse.prose_tables.reported_measures()
    told = reported[reported["later_id"].notna()]
    assert len(told) == 3
    assert told["later_printed"].str.contains("邀请专家学者授课").all()
    common = common_problems(warehouse)
    assert (common["share"] <= 1).all() and set(common["year"]) == {2022, 2023}


def test_alike_reports_are_paired(warehouse: Warehouse) -> None:
    copies = warehouse.prose_tables.near_copies()
    assert len(copies) == 15  # of six
    assert copies["is_same_organ"].sum() == 3
    assert len(warehouse.prose_tables.near_copies([0])) == 5


def test_what_evaluators_look_at_stands_side_by_side_without_a_total(warehouse: Warehouse) -> None:
    frame = evaluation(warehouse, years=[2023])
    assert list(frame.columns) == [*COLUMNS, "organ"]
    assert len(frame) == 3
    assert set(frame["part_publication"]) == {"headed"}
    assert set(frame["part_platforms"]) == {"absent"}
    assert (frame["parts_headed"] == 3).all() and (frame["documents"] == 1).all()
    assert not {"score", "total", "rank"} & set(frame.columns)


@pytest.mark.parametrize(
    ("text", "key", "presence"),
    [
        ("（一）主动公开情况。公开信息3条。", "publication", "headed"),
        ("一是抓好主动公开。", "publication", "headed"),
        ("全年主动公开信息3条。", "publication", "mentioned"),
        ("开展工作。", "publication", "absent"),
        ("（三）政府信息管理。", "information", "headed"),
    ],
)
def test_parts_of_section_one_are_headed_mentioned_or_absent(text: str, key: str, presence: str) -> None:
    assert find_parts(text)[key] == presence


def test_the_command_line_searches(told: Settings) -> None:
    runner = CliRunner()
    done = runner.invoke(
        app, ["search", "轮训班", "--warehouse", str(told.warehouse), "--shown", "1", "--language", "en"]
    )
    assert done.exit_code == 0
    assert "12 hits in 6 reports." in done.output and "【轮训班】" in done.output
    assert "5 more reports are not listed." in done.output
    none = runner.invoke(app, ["search", "玫瑰花", "--warehouse", str(told.warehouse), "--language", "zh"])
    assert "没有报告提到这些词" in none.output
    short = runner.invoke(app, ["search", "公", "--warehouse", str(told.warehouse), "--language", "zh"])
    assert short.exit_code == 2


def test_frames_of_a_collection_without_prose_are_empty(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as build:
        assert isinstance(build.prose_tables.practices(), pd.DataFrame)
        assert build.prose_tables.near_copies().empty
        assert search(build, "培训").report_count == 0
