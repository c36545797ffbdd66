"""Reports photographed page by page: pictures that are numbered on are one document, and no others are."""

from __future__ import annotations

import hashlib
from pathlib import Path
from random import Random

import pytest

from analytics.documents.containers.archived import ListedFile
from analytics.documents.detect import read_pages
from analytics.documents.excerpt import read_excerpt
from analytics.documents.folder import Folder
from analytics.documents.model import Document, Format, Paragraph, Place
from analytics.documents.scans.photographed import join_pages
from analytics.errors import DocumentError
from analytics.ingest.clusters import find_hindrance
from analytics.ingest.pipeline import ingest
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.simulate.pdf import render_pdf
from analytics.simulate.render import FormSheet
from analytics.simulate.scan import CLEAN, draw_pictures
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from analytics.warehouse.read import open_warehouse
from folder_listing import list_documents


def listed(*names: str, refusal: DocumentError | None = None) -> list[ListedFile]:
    return [ListedFile(name, hashlib.sha256(name.encode()).hexdigest(), 10, refusal) for name in names]


@pytest.mark.parametrize(
    "names",
    [
        ("某县/报告_1.jpg", "某县/报告_2.jpg", "某县/报告_3.jpg"),
        ("报告第1页.PNG", "报告第2页.PNG", "报告第3页.png"),
        ("a.zip!/00.jpeg", "a.zip!/01.jpeg", "a.zip!/02.jpeg"),
        ("2023年报告 (9).jpg", "2023年报告 (10).jpg", *(f"2023年报告 ({number}).jpg" for number in range(1, 9))),
    ],
)
def test_pictures_numbered_from_the_first_page_are_one_document_in_order_of_their_numbers(
    names: tuple[str, ...],
) -> None:
    (document,) = join_pages(listed(*sorted(names)))
    assert document.size == 10 * len(names)
    numbers = [
        int("".join(filter(str.isdigit, name.rpartition("/")[2].replace("2023", "")))) for name in document.pages
    ]
    assert numbers == list(range(numbers[0], numbers[0] + len(names)))
    assert document.name == document.pages[0]


@pytest.mark.parametrize(
    "names",
    [
        ("2019.jpg", "2020.jpg", "2021.jpg"),  # years
        ("IMG_2034.jpg", "IMG_2035.jpg"),  # a camera counts all of its pictures
        ("1.jpg", "3.jpg"),  # a page is not there, or these are no pages
        ("甲县_1.jpg", "乙县_2.jpg"),
        ("1.jpg", "2.png"),
        ("甲/1.jpg", "乙/2.jpg"),
        ("1.pdf", "2.pdf"),
        ("1.jpg",),
    ],
)
def test_pictures_that_names_do_not_join_stay_documents_of_their_own(names: tuple[str, ...]) -> None:
    every = listed(*names)
    assert join_pages(every) == every


def test_other_documents_keep_their_places_and_the_hash_follows_every_page() -> None:
    every = listed("a.html", "p_1.jpg", "p_2.jpg", "z.html")
    found = join_pages(every)
    assert [document.name for document in found] == ["a.html", "p_1.jpg", "z.html"]
    changed = join_pages([*every[:2], ListedFile("p_2.jpg", "other", 10), every[3]])
    assert found[1].sha256 != changed[1].sha256


def test_a_report_one_page_of_which_is_refused_is_refused() -> None:
    refusal = DocumentError("too_large", file="p_2.jpg", size_mb=60, limit_mb=50)
    (document,) = join_pages([*listed("p_1.jpg"), *listed("p_2.jpg", refusal=refusal)])
    assert document.refusal is refusal


def test_a_numbered_file_that_is_no_picture_is_said() -> None:
    with pytest.raises(DocumentError, match="page_no_picture") as refused:
        read_pages((b"\x89PNG", b"<html>"), name="p_1.png")
    assert refused.value.operands["page"] == 2


def _document(*pages: str) -> Document:
    blocks = tuple(
        Paragraph(line, Place(number * 100 + at, page=number))
        for number, page in enumerate(pages, start=1)
        for at, line in enumerate(page.split("\n"))
    )
    return Document(
        name="p_1.jpg", sha256="", format=Format.PICTURE, reader="rapidocr", blocks=blocks, remarks=("pages_joined",)
    )


BEGUN = "甲县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n收到申请3件。\n二、主动公开政府信息情况"


def test_pages_whose_titles_differ_are_not_one_report() -> None:
    other = BEGUN.replace("甲县", "蓬莱仙山自治县")
    with pytest.raises(DocumentError, match="pages_of_several_reports") as refused:
        parse(_document(BEGUN, other))
    assert (refused.value.operands["first"], refused.value.operands["other"]) == (1, 2)


def test_pages_on_which_the_sections_begin_anew_are_not_one_report() -> None:
    untitled = BEGUN.partition("\n")[2]
    with pytest.raises(DocumentError, match="pages_begin_anew"):
        parse(_document(BEGUN, untitled))


def test_a_running_head_on_every_page_parts_nothing() -> None:
    title = BEGUN.partition("\n")[0]
    (report,) = parse(
        _document(BEGUN, f"{title}\n三、收到和处理政府信息公开申请情况", f"{title}\n五、存在的主要问题及改进情况\n无。")
    )
    assert report.year == 2023
    assert "pages_joined" in {finding.rule for finding in report.findings}


@pytest.mark.slow
def test_a_report_photographed_page_by_page_is_read_as_one(tmp_path: Path) -> None:
    for part in ("rapidocr", "cv2", "onnxruntime"):
        pytest.importorskip(part, reason="the recognition of text is not installed (make setup-ocr)")
    editions = dict.fromkeys(list(Table)[:3], Edition("2021"))
    codes = [cell.code for table in editions for cell in form.list_form_cells(table, Edition("2021"))]
    printed = {code: str(code % 90 + 10) for code in codes}
    sheet = FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)
    pages = draw_pictures(render_pdf(sheet), CLEAN, Random(0))
    assert len(pages) > 1
    raw = tmp_path / "raw"
    raw.mkdir()
    for number, page in enumerate(pages, start=1):
        page.convert("L").save(raw / f"芮城县_{number}.png")
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    summary = ingest(settings)
    assert (summary.read, summary.reports, summary.rejected) == (1, 1, ())
    with open_warehouse(settings.warehouse) as build:
        figures = build.figures()
        evidence = build.find_evidence(0, codes[-1])
    values = dict(zip(figures["cell"], figures["value"], strict=True))
    assert {code: values.get(code) for code in printed} == {code: float(text) for code, text in printed.items()}
    assert ingest(settings).unchanged == 1
    assert evidence.pages == tuple(f"芮城县_{number}.png" for number in range(1, len(pages) + 1))
    with Folder(raw) as folder:
        around = read_excerpt(
            folder.files_of(evidence.file, evidence.pages), name=evidence.file, sha256=evidence.sha256,
            element=evidence.element or 0, row=evidence.row, column=evidence.column, reading=evidence.reading,
        )  # fmt: skip
        assert find_hindrance(raw, next(iter(join_pages(list_documents(folder)))), Limits()) is None
    assert [cell.text for row in around.rows for cell in row if cell.is_marked] == [printed[codes[-1]]]
