"""What is said of a report on the command line: written into the lists, applied by the next ingest, asked of the
publisher."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.warehouse.read import open_warehouse
from conftest import ROOT
from test_cli import run

FILE = "淮安市洪泽区人民政府_2023.html"
ORGAN, TOTAL = "320813|人民政府", "IV.reconsideration.total"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("reviewing")
    (folder / "raw").mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / FILE, folder / "raw" / FILE)
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


@pytest.fixture
def settings(built: Settings, tmp_path: Path) -> Settings:
    """A transcribed report whose table IV fails, ingested, in a folder of its own."""
    for name in ("raw", "warehouse"):
        shutil.copytree(built.raw.parent / name, tmp_path / name)  # type: ignore[union-attr]
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")


def tell(settings: Settings, *words: object, code: int = 0) -> str:
    folders = ("--raw", settings.raw, "--warehouse", settings.warehouse, "--by", "甲", "--language", "en")
    return run(*words, *folders, code=code)


def test_a_correction_is_written_applied_and_withdrawn(settings: Settings) -> None:
    output = tell(settings, "correct", ORGAN, 2023, TOTAL, 11, "--reason", "漏填", "--source", "电话")
    assert "“0” becomes 11 " in output
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        (row,) = warehouse.corrections().itertuples()
        assert (row.printed, row.value, row.outcome, row.written_by) == ("0", 11, "applied", "甲")
    tell(settings, "correct", ORGAN, 2023, TOTAL)
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.corrections().empty and not warehouse.figures()["is_corrected"].any()


def test_a_finding_and_a_figure_are_reviewed_and_check_lists_by_it(settings: Settings) -> None:
    tell(
        settings, "review", ORGAN, 2023, "dismiss", "--rule", "total_equals_results", "--cell", TOTAL, "--note", "无误"
    )
    tell(settings, "review", ORGAN, 2023, "annotate", "--cell", TOTAL, "--note", "已电话询问")
    ingest(settings)
    warehouse = ("--warehouse", settings.warehouse)
    found = json.loads(run("check", *warehouse, "--review", "dismissed", "--format", "json", code=1))
    assert [(row["rule"], row["review_note"], row["reviewed_by"]) for row in found] == [
        ("total_equals_results", "无误", "甲")
    ]
    every = json.loads(run("check", *warehouse, "--format", "json", code=1))
    assert {row["review"] for row in every} == {"open", "dismissed"}
    with open_warehouse(settings.warehouse) as opened:
        assert [(review.subject.rule, review.note) for review in opened.reviews] == [
            ("total_equals_results", "无误"),
            ("", "已电话询问"),
        ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("review", ORGAN, 2023, "confirm", "--rule", "total_equals_results"), "several findings"),
        (("review", ORGAN, 2023, "confirm", "--rule", "cumulative_differs"), "no finding of the rule"),
        (("review", ORGAN, 2023, "confirm"), "Name a finding"),
        (("review", ORGAN, 2023, "annotate", "--cell", TOTAL), "Write the note"),
        (("review", ORGAN, 2022, "confirm", "--cell", TOTAL), "no report"),
        (("correct", ORGAN, 2023, TOTAL, 11, "--source", "电话"), "Give the reason"),
        (("correct", ORGAN, 2023, TOTAL, 11, "--reason", "漏填"), "Give the source"),
        (("correct", ORGAN, 2023, "IV.nothing", 11), "no cell"),
        (("correct", "芮城县人民政府", 2023, TOTAL, 11), "not in the collection"),
        (("assign", FILE, "--year", 2022), "Give the reason"),
        (("assign", "other.html", "--year", 2022, "--reason", "r"), "no report number 1"),
        (("assign", FILE, "--place", "000000", "--reason", "r"), "no division"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_sentence_and_written_nowhere(
    words: tuple[object, ...], sentence: str, settings: Settings
) -> None:
    assert sentence in tell(settings, *words, code=2)
    assert not list(Path(settings.raw).glob("*.csv"))


def test_a_report_is_given_to_the_organ_and_year_that_somebody_knows(settings: Settings) -> None:
    tell(
        settings,
        "assign",
        FILE,
        "--organ",
        "芮城县人民政府",
        "--place",
        "140830",
        "--year",
        2022,
        "--reason",
        "题名有误",
    )
    summary = ingest(settings, replace_build=True)
    assert summary.read == 0 and summary.is_new_build
    with open_warehouse(settings.warehouse) as warehouse:
        (report,) = warehouse.reports().itertuples()
        names = warehouse.organs().set_index("organ_id")["organ_key"]
        assert (names[report.organ_id], report.year) == ("140830|人民政府", 2022)
        assert "assigned" in warehouse.findings()["rule"].tolist()


def test_an_assignment_of_another_title_is_not_applied_and_said_not_to_be(settings: Settings) -> None:
    tell(settings, "assign", FILE, "--year", 2022, "--reason", "题名有误")
    path = Path(settings.raw) / "assignments.csv"
    path.write_text(
        path.read_text("utf-8-sig").replace("洪泽区", "清江浦区", 2).replace("清江浦区", "洪泽区", 1), "utf-8"
    )
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.reports()["year"].tolist() == [2023]
        assert "assignment_not_applied" in warehouse.findings()["rule"].tolist()


def test_a_letter_quotes_every_cell_as_it_is_printed(settings: Settings) -> None:
    letter = run("letter", ORGAN, 2023, "--warehouse", settings.warehouse, "--language", "zh")
    assert letter.startswith("洪泽区人民政府：")
    assert "行政复议 · 总计：“0”" in letter and "行政复议 · 结果维持：“10”" in letter
    assert "独立识读" not in letter  # how sure we are of our reading is nothing to ask a publisher
    both = run("letter", ORGAN, 2023, "--warehouse", settings.warehouse, "--language", "en")
    assert both.startswith(letter.rstrip()) and "Administrative reconsideration · Total: “0”" in both
    assert "no finding" in run(
        "letter", ORGAN, 2023, "--rule", "cumulative_differs", "--warehouse", settings.warehouse,
        "--language", "en", code=2,
    )  # fmt: skip
