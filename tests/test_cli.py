"""The command line says what happened, and never shows a stack trace."""

from __future__ import annotations

import csv
import json
import shutil
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

import analytics
from analytics.cli import app
from analytics.settings import Limits, Settings
from analytics.vocabulary.terms import Status
from analytics.words.visible import make_json_visible, make_visible
from conftest import ROOT
from hostile_documents import drawing_itself

RUICHENG = ROOT / "data" / "raw" / "transcribed" / "芮城县人民政府_2020.txt"
KEYS = {"organ", "place_code", "level", "kind", "scope", "year", "editions", "reader", "facts", "narrative", "findings"}


def run(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stdout if code == 0 else result.output


def test_parse_prints_one_json_object() -> None:
    found = json.loads(run("parse", RUICHENG, "--json"))
    assert set(found) >= KEYS
    assert found["editions"] == {"II": "2019", "III": "2019", "IV": "2019"}
    assert len(found["facts"]) == 198
    cells = {(fact["table"], fact["line"], fact["column"]): fact for fact in found["facts"]}
    change = cells["II", "行政处罚", "本年增/减"]
    assert (change["value"], change["status"], change["printed"], change["measured_in"]) == (
        -453,
        "number",
        "-453",
        "count",
    )
    amount = cells["II", "政府集中采购", "采购总金额"]
    assert (amount["value"], amount["measured_in"], amount["printed"]) == (17345, "万元", "17345 万元")
    assert all(
        (fact["value"] is not None) == (fact["status"] in (Status.NUMBER, Status.ZERO)) for fact in found["facts"]
    )


def test_a_figures_sheet_prints_its_reports() -> None:
    found = json.loads(run("parse", ROOT / "data" / "raw" / "collected" / "figures.csv", "--json"))
    labels = {fact["read_from"] for report in found["reports"] for fact in report["facts"]}
    assert {"secondary", "ocr"} <= labels


def test_ingest_reports_and_strict_fails_on_a_rejection(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "report.txt").write_bytes(RUICHENG.read_bytes())
    (raw / "empty.html").touch()
    output = run("ingest", raw, "--warehouse", tmp_path / "w", "--language", "en")
    assert "2 documents read, 0 unchanged, 1 rejected" in output
    assert "empty.html" in run("ingest", raw, "--warehouse", tmp_path / "w", "--strict", "--language", "en", code=1)


def test_check_exits_with_one_on_a_publishers_error(tmp_path: Path, collection: Settings) -> None:
    output = run("check", "--warehouse", collection.warehouse, "--language", "zh", code=1)
    assert "“行政复议”：总计为0，各项结果之和为11" in output
    assert "没有核查提示" in run("check", RUICHENG, "--language", "zh")


def test_export_opens_in_a_spreadsheet_with_its_chinese(tmp_path: Path, collection: Settings) -> None:
    file = tmp_path / "out.csv"
    run(
        "export",
        file,
        "--organ",
        "芮城县人民政府",
        "--measure",
        "penalty_items",
        "--year",
        2020,
        "--warehouse",
        collection.warehouse,
        "--language",
        "zh",
    )
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (row["机关"], row["数值"], row["上年数值"], row["同比增减"], row["增减依据"]) == (
        "芮城县人民政府",
        "1248",
        "1701",
        "-453",
        "报告自述增减",
    )


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("parse", "nowhere.html"), "nowhere.html"),
        (("check", "--warehouse", "nowhere"), "countyscope ingest"),
        (("ingest", "nowhere", "--warehouse", "nowhere"), "nowhere"),
        (("export", "x.pdf"), ".pdf"),
    ],
)
def test_errors_are_one_sentence(words: tuple[str, ...], part: str) -> None:
    output = run(*words, "--language", "en", code=2)
    assert part in output and output.strip().count("\n") == 0


def test_a_warehouse_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    output = run("ingest", tmp_path, "--warehouse", tmp_path / "file" / "warehouse", "--language", "en", code=2)
    assert "cannot be read or written" in output


def test_unknown_measure_and_organ_are_named(collection: Settings) -> None:
    assert "nonsense" in run(
        "export", "x.csv", "--measure", "nonsense", "--warehouse", collection.warehouse, "--language", "zh", code=2
    )
    assert "无名县" in run(
        "export", "x.csv", "--organ", "无名县", "--warehouse", collection.warehouse, "--language", "zh", code=2
    )


def test_a_port_in_use_is_said_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in run("serve", "--port", port, "--language", "zh", code=2)


def test_a_workbook_lists_the_documents_behind_its_rows_alone(tmp_path: Path, collection: Settings) -> None:
    file = tmp_path / "x.xlsx"
    run(
        "export",
        file,
        "--organ",
        "芮城县人民政府",
        "--measure",
        "penalty_items",
        "--warehouse",
        collection.warehouse,
        "--language",
        "en",
    )
    book = CalamineWorkbook.from_path(str(file))
    sources = book.get_sheet_by_name("Sources").to_python()
    assert {row[0] for row in sources[1:]} == {"芮城县人民政府"}
    assert "About" in book.sheet_names


def test_an_export_into_no_folder_is_said(tmp_path: Path, collection: Settings) -> None:
    output = run("export", tmp_path / "none" / "x.csv", "--warehouse", collection.warehouse, "--language", "en", code=2)
    assert "Create it, or choose" in output


@pytest.mark.fault
def test_checking_a_damaged_build_says_so(tmp_path: Path, collection: Settings) -> None:
    copy = tmp_path / "warehouse"
    shutil.copytree(collection.warehouse, copy)
    (database,) = (copy / "builds").rglob("*.duckdb")
    with database.open("ab") as file:
        file.write(b"x")
    assert "countyscope ingest" in run("check", "--warehouse", copy, "--language", "en", code=2)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("serve", "--port", 99999), "65535"),
        (("serve", "--port", -1), "65535"),
        (("serve", "--port", 8765, "--raw", "nonsense"), "nonsense"),
        (("serve", "--port", 8765, "--raw", "nosuch://bucket"), "nosuch"),
        (("ingest", "nosuch://bucket"), "nosuch"),
        (("ingest", "http://[bad"), "http"),
        (("ingest", ROOT / "data" / "raw", "--warehouse", "s3://bucket/w"), "remote address"),
        (("check", "--warehouse", "s3://bucket/w"), "remote address"),
        (("ingest", ROOT / "data" / "raw", "--warehouse", "s3:b"), "remote address"),
        (("simulate", "s3://bucket/world"), "remote address"),
        (("export", "s3://bucket/x.csv"), "s3:"),
        (("parse", "/dev/null"), "/dev/null"),
    ],
)
@pytest.mark.fault
def test_an_address_or_port_that_cannot_be_is_one_sentence(
    words: tuple[object, ...], part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    output = run(*words, "--language", "en", code=2)
    assert part in output and output.strip().count("\n") == 0
    assert not list(tmp_path.iterdir())  # nothing is left behind


@pytest.mark.fault
def test_what_nobody_foresaw_is_a_sentence_that_names_the_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("analytics.cli.check_reach", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    output = run("serve", "--language", "en", code=2)
    (trace,) = tmp_path.glob("countyscope-*.log")
    assert trace.name in output and "ZeroDivisionError" in trace.read_text("utf-8")


@pytest.mark.parametrize("command", ["parse", "check"])
@pytest.mark.fault
def test_a_document_that_takes_too_long_ends_in_a_sentence(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(drawing_itself())
    monkeypatch.setattr("analytics.cli.DEFAULT", replace(Settings(), limits=Limits(document_seconds=4.0)))
    monkeypatch.setattr("analytics.documents.formats.pdf.forms.judge", lambda data, name: None)
    assert "a.pdf" in run(command, tmp_path / "a.pdf", "--language", "en", code=2)


@pytest.mark.fault
def test_names_and_cells_are_shown_on_a_terminal_and_never_obeyed(tmp_path: Path) -> None:
    name = "\x1b[2J\u202efdp.txt"
    (tmp_path / name).write_bytes(RUICHENG.read_bytes() + "\n行政处罚\t\x9b31m\u202e5\t6\n".encode())
    for words in (("parse", tmp_path / name), ("parse", tmp_path / name, "--json"), ("check", tmp_path / name)):
        result = CliRunner().invoke(app, [str(word) for word in words])
        assert not [character for character in result.output if not (character.isprintable() or character == "\n")]
    (tmp_path / "\x1b[2J.html").touch()
    output = run(
        "ingest", tmp_path, "--warehouse", tmp_path / ".w", "--jobs", 1, "--strict", "--language", "en", code=1
    )
    assert "\\x1b[2J.html" in output


def test_json_says_the_same_however_it_is_written() -> None:
    content = {"县\u202e": "\x9b\U000e0001😀\ud800\n芮城"}
    written = make_json_visible(json.dumps(content, ensure_ascii=False, indent=1))
    assert json.loads(written) == content
    assert all(character.isprintable() or character == "\n" for character in written)


def test_the_version_is_said() -> None:
    found = CliRunner().invoke(app, ["--version"])
    assert found.exit_code == 0
    assert found.output.strip() == f"countyscope {analytics.__version__}"
    assert {"rows", "open_warehouse", "__version__"} <= set(dir(analytics))


STATISTICS = """芮城县2015年政府信息公开工作年度报告
一、概述
统计指标   单位   统计数
（一）收到申请数   件   19
1．当面申请数   件   3
2．传真申请数   件   0
3．网络申请数   件   10
4．信函申请数   件   6
特此报告。
"""


def test_parse_tells_lines_of_one_label_apart_by_their_heads(tmp_path: Path) -> None:
    heads = ("四、行政复议数量", "五、行政诉讼数量")
    lines = "\n".join(
        f"{head}   件   3\n（一）维持具体行政行为数   件   1\n（二）被依法纠错数   件   0\n（三）其他情形数   件   2"
        for head in heads
    )
    text = STATISTICS.replace("特此报告。", f"{lines}\n特此报告。")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    printed = run("parse", tmp_path / "a.txt", "--language", "zh").splitlines()
    others = [line for line in printed if "其他情形数" in line]
    assert len(others) == len(set(others)) == 2
    assert "行政复议数量 › 其他情形数" in others[0] and "行政诉讼数量 › 其他情形数" in others[1]
    assert not [line for line in printed if "收到申请数" in line and "›" in line]


def test_parse_in_english_names_lines_in_english_and_quotes_what_it_does_not_know(tmp_path: Path) -> None:
    text = STATISTICS.replace("特此报告。", "微信申请数   件   8\n特此报告。")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    english = run("parse", tmp_path / "a.txt", "--language", "en")
    assert "  Statistics table  “微信申请数” (as printed) · This year  8" in english
    assert "II  Normative documents “规范性文件” · Public in total  5" in run("parse", RUICHENG, "--language", "en")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_parse_prints_columns_of_statistics_in_the_order_of_the_page(tmp_path: Path, order: tuple[int, int]) -> None:
    rows = (
        ("指标名称", "计量单位", "本月", "本年累计"), ("申请总次数", "条", "2", "19"), ("当面申请数", "条", "0", "3"),
        ("网上申请数", "条", "2", "16"), ("主动信息公开", "条", "5", "60"),
    )  # fmt: skip
    lines = "\n".join("   ".join((*row[:2], *(row[2 + at] for at in order))) for row in rows)
    text = f"芮城县2012年政府信息公开工作年度报告\n一、概述\n{lines}\n特此报告。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for language, line, heads in (
        ("en", "Requests received “申请总次数”", ("This month or period  2", "This year  19")),
        ("zh", "申请总次数", ("本月  2", "本年累计  19")),
    ):
        printed = run("parse", tmp_path / "a.txt", "--language", language).splitlines()
        found = [words.partition(" · ")[2] for words in printed if line in words]
        assert found == [heads[at] for at in order]


def test_parse_names_tables_and_editions_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STATISTICS, encoding="utf-8")
    english = run("parse", tmp_path / "a.txt", "--language", "en")
    assert "Statistics table: national table of 2014–2018" in english
    assert "  Statistics table  Requests received “（一）收到申请数” · This year  19" in english
    chinese = run("parse", tmp_path / "a.txt", "--language", "zh")
    assert "2015年" in chinese and "统计表：全国统计表（2014—2018年）" in chinese
    for output in (english, chinese):
        assert "pre2019" not in output and "?" not in output and "\\u3000" not in output
    found = json.loads(run("parse", tmp_path / "a.txt", "--json"))
    assert found["editions"]["pre2019"] == "national_2014"
    assert "II: 2019 edition, III: 2019 edition, IV: 2019 edition" in run("parse", RUICHENG, "--language", "en")


def test_wide_spaces_are_spaces_on_a_terminal_and_what_acts_is_a_code() -> None:
    assert make_visible("统计\u3000表\u00a0\x1b[2J") == "统计 表 \\x1b[2J"


def test_the_ledger_marks_the_year_that_does_not_open_with_what_was_carried_on(collection: Settings) -> None:
    words = ("ledger", "--warehouse", collection.warehouse, "--organ", "江宁区人民政府")
    output = run(*words, "--language", "en").splitlines()
    (broken,) = [line for line in output if ", 2022:" in line]
    assert "carried over 8, received 783, answered 788, carried forward 2" in broken
    assert "the year before carried 7 forward" in broken and "off by 1" in broken
    assert not [line for line in output if ", 2023:" in line and "✗" in line]
    assert "✗ 上年报告结转7" in run(*words, "--year", "2022", "--language", "zh")
    (row,) = json.loads(run(*words, "--year", "2022", "--format", "json"))
    assert (row["carried_before"], row["continuity"], row["gap"]) == (7, "differs", 1)
    assert len(list(csv.DictReader(run(*words, "--applicants", "--year", "2022", "--format", "csv").splitlines()))) == 7
