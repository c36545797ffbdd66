"""Whose report it is: what titles, openings and file names say, and what passing mentions must not."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.simulate.render import FormSheet, render_html
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Kind, Level, Table

EDITIONS = dict.fromkeys((Table.II, Table.III, Table.IV), Edition("2021"))
ZEROS = {cell.code: "0" for table, edition in EDITIONS.items() for cell in form.list_form_cells(table, edition)}


def report(title: str, opening: str = "", file: str = "a.html") -> Report:
    page = render_html(FormSheet(title, EDITIONS, ZEROS)).replace(
        "</h1>", f"</h1><p>一、总体情况</p><p>{opening}</p>", 1
    )
    assert opening in page
    (found,) = parse(read_bytes(page.encode(), name=file), hints=(file,))
    return found


@pytest.mark.parametrize(
    ("title", "code", "name"),
    [
        ("芮城县人民政府政府信息公开工作年度报告（2023年度）", "140830", "芮城县人民政府"),
        ("芮城县人民政府二〇二三年政府信息公开工作年度报告", "140830", "芮城县人民政府"),
        ("二〇二三年芮城县人民政府信息公开工作年度报告", "140830", "芮城县人民政府"),
        ("海南州人民政府2023年政府信息公开工作年度报告", "632500", "海南州人民政府"),
        ("河南县人民政府2023年政府信息公开工作年度报告", "632324", "河南县人民政府"),
    ],
)
def test_a_government_is_told_from_its_title(title: str, code: str, name: str) -> None:
    found = report(title)
    assert (found.organ.place_code, found.organ.name, found.year) == (code, name, 2023)
    assert found.organ.kind is Kind.GOVERNMENT


def test_a_township_named_in_full_is_named_once() -> None:
    organ = report("运城市芮城县风陵渡镇人民政府2023年政府信息公开工作年度报告").organ
    assert (organ.name, organ.level) == ("运城市芮城县风陵渡镇人民政府", Level.TOWNSHIP)
    assert organ.place_code is not None and organ.place_code.startswith("140830-X")


@pytest.mark.parametrize(
    ("place", "opening"),
    [
        ("鼓楼区", "地址：鼓楼区南京路12号。"),
        ("鼓楼区", "我区干部赴福州考察学习。"),
        ("朝阳区", "我区向北京学习先进经验。"),
        ("西湖区", "联系地址：杭州路1号。"),
    ],
)
def test_a_passing_mention_of_a_city_does_not_choose_between_namesakes(place: str, opening: str) -> None:
    found = report(f"{place}人民政府2023年政府信息公开工作年度报告", opening)
    assert found.organ.place_code is None
    assert "place_ambiguous" in {one.rule for one in found.findings}


def test_a_parent_right_before_the_name_or_in_the_path_does() -> None:
    title = "鼓楼区人民政府2023年政府信息公开工作年度报告"
    assert report(title, "本报告由福州市鼓楼区人民政府编制。").organ.place_code == "350102"
    assert report(title, file="江苏/徐州/鼓楼区.html").organ.place_code == "320302"


@pytest.mark.parametrize(
    "opening",
    ["现将2022年度政府信息公开情况报告如下。", "2022年，我县主动公开政府信息100条。", "2022年我县认真落实条例。"],
)
def test_an_opening_of_last_year_is_a_finding(opening: str) -> None:
    found = report("芮城县人民政府2023年政府信息公开工作年度报告", opening)
    assert found.year == 2023
    (said,) = [one.operands for one in found.findings if one.rule == "year_disagrees"]
    assert (said["stated"], said["where"]) == (2022, "opening")


def test_an_opening_of_the_same_year_is_none() -> None:
    opening = "2023年，我县主动公开政府信息100条，比2022年多。2022年以来公开目录不断完善。"
    found = report("芮城县人民政府2023年政府信息公开工作年度报告", opening)
    assert "year_disagrees" not in {one.rule for one in found.findings}
