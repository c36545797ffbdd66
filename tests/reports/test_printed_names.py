"""An organ is a name or nothing, and its place is proven: over many made-up titles, and one by one where it is hard."""

from __future__ import annotations

import pytest
from printed_names import SECTIONS, YEAR, identified, page, printed_reports, rules

from analytics.vocabulary.terms import Level


def test_no_made_up_report_is_given_to_another_organ_and_every_proven_one_to_its_own() -> None:
    wrong, missed = [], []
    for made in printed_reports(seed=15, count=1500):
        found = identified(made.text, *made.hints)
        named = (found.organ.place_code, found.organ.body)
        if found.organ.place_code is None:
            assert any(rule.startswith(("organ_", "place_")) for rule in rules(found)), made
            missed += [made] if made.is_proven else []
        elif named != (made.code, made.body) or found.year != YEAR:
            wrong.append((made, named))
    assert not wrong
    assert not missed


@pytest.mark.parametrize(
    "name",
    [
        "北京街道办事处",
        "上海路街道办事处",
        "南京西路街道",
        "湖南镇人民政府",
        "凤凰镇人民政府",
        "太平乡",
        "兴隆镇",
        "海淀中关村街道",
    ],
)
def test_a_township_is_no_county_or_city_of_its_name(name: str) -> None:
    found = identified(page(f"{name}2023年政府信息公开工作年度报告"))
    assert (found.organ.place_code, found.organ.level) == (None, Level.TOWNSHIP)
    assert "place_above_unnamed" in rules(found)


@pytest.mark.parametrize(
    "name",
    ["榆阳区新明楼街道", "榆阳区新明楼街道办", "榆阳区新明楼街道办事处", "榆林市榆阳区新明楼街道办事处人民政府",
     "榆林市榆阳区人民政府新明楼街道办事处", "榆阳区新明楼街办"],
)  # fmt: skip
def test_a_subdistrict_office_is_one_organ_however_it_is_called(name: str) -> None:
    organ = identified(page(f"{name}2023年政府信息公开工作年度报告")).organ
    assert (organ.place_code, organ.body) == ("610802-X32AC8E", "办事处")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("前郭县人民政府", "220721"),
        ("达茂旗人民政府", "150223"),
        ("科右前旗教育局", "152221"),
        ("海西州人民政府", "632800"),
        ("乾县人民政府", "610424"),
    ],
)
def test_short_names_of_banners_and_autonomous_counties_are_known(name: str, code: str) -> None:
    assert identified(page(f"{name}2023年政府信息公开工作年度报告")).organ.place_code == code


@pytest.mark.parametrize("name", ["扎旗人民政府", "巴州人民政府"])
def test_a_short_name_of_two_places_is_of_neither(name: str) -> None:
    found = identified(page(f"{name}2023年政府信息公开工作年度报告"))
    assert found.organ.place_code is None and "place_ambiguous" in rules(found)


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("首页 > 文成县兴隆镇 > 政府信息公开年报\n" + page("兴隆镇2023年政府信息公开工作年度报告"), ()),
        (page("兴隆镇2023年政府信息公开工作年度报告"), ("浙江/温州/文成/兴隆镇_2023.txt",)),
        (page("兴隆镇2023年政府信息公开工作年度报告", end="文成县兴隆镇人民政府\n2024年1月20日"), ()),
        (page("兴隆镇2023年政府信息公开工作年度报告", "地址：文成县兴隆镇人民路1号。"), ()),
        ("文成县人民政府门户网站\n" + page("兴隆镇2023年政府信息公开工作年度报告"), ()),
        (page("文成县兴隆镇2023年政府信息公开 工作告年度报"), ()),
    ],
)
def test_the_county_of_a_township_is_proven_by_what_stands_around_it(text: str, hints: tuple[str, ...]) -> None:
    organ = identified(text, *hints).organ
    assert (organ.name, organ.place_code) == ("文成县兴隆镇人民政府", "330328-X2BC6A6")


def test_two_counties_around_a_township_prove_neither() -> None:
    text = "首页 > 文成县兴隆镇 > 年报\n" + page(
        "兴隆镇2023年政府信息公开工作年度报告", end="平阳县兴隆镇人民政府\n2024年1月20日"
    )
    found = identified(text)
    assert found.organ.place_code is None and "place_contradicted" in rules(found)


@pytest.mark.parametrize("opening", ["我镇公开信息9条。", "2023年，我局公开信息9条。"])
def test_a_county_does_not_speak_of_itself_as_a_township_or_bureau(opening: str) -> None:
    found = identified(page("文成县2023年政府信息公开工作年度报告", opening))
    assert found.organ.place_code is None and "organ_speaks_as_another" in rules(found)


def test_a_signature_of_another_county_leaves_the_organ_open() -> None:
    found = identified(page("文成县人民政府2023年政府信息公开工作年度报告", end="平阳县人民政府\n2024年1月20日"))
    assert found.organ.place_code is None and "organ_contradicted" in rules(found)


@pytest.mark.parametrize(
    "text",
    [
        "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》要求编制。\n一、总体情况\n无。",
        "国务院办公厅关于做好2024年政府信息公开工作年度报告编制工作的通知\n一、总体情况\n无。",
        "各区人民政府：\n一、总体情况\n请各区人民政府做好工作。",
    ],
)
def test_a_law_a_notice_and_an_addressee_are_no_organ(text: str) -> None:
    found = identified(f"{text}\n{SECTIONS}")
    assert found.organ.name is None and "organ_unknown" in rules(found)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("根据《条例》要求，现发布《文成县水利局2022年政府信息公开工作年度报告》。\n一、总体情况\n无。", 2022),
        ("政府信息公开工作年度报告\n一、工作概述\n2022年，文成县水利局公开信息8条。", 2022),
        ("政府信息公开工作年度报告\n一、总体情况\n无。\n文成县水利局\n2023年1月20日", 2022),
        ("文成县水利局二〇二二年度政府信息公开工作年度报告\n一、总体情况\n无。", 2022),
        ("文成县水利局\n２０２２ 年 度政府信息公开工作年度报告\n一、总体情况\n无。", 2022),
        ("本报告由文成县水利局根据《浙江省人民政府办公厅关于做好年报工作的通知》编制，数据期限自2022年1月1日起。\n一、总体情况\n无。", 2022),
    ],
)  # fmt: skip
def test_an_organ_and_a_year_outside_the_title_are_found(text: str, year: int) -> None:
    found = identified(
        text.replace("无。\n文成", f"无。\n{SECTIONS}\n文成") if "1月20日" in text else f"{text}\n{SECTIONS}"
    )
    assert (found.organ.place_code, found.organ.body, found.year) == ("330328", "水利局", year)


def test_a_year_that_only_a_late_signature_suggests_is_unknown() -> None:
    found = identified(page("文成县水利局政府信息公开工作年度报告", end="文成县水利局\n2023年9月20日"))
    assert found.year is None and "year_unknown" in rules(found)


def test_a_report_before_the_form_is_said_to_be_one() -> None:
    assert "report_before_form" in rules(identified(page("文成县2016年政府信息公开工作年度报告")))


@pytest.mark.parametrize(
    ("name", "code", "organ"),
    [
        ("文成县人民政府（办公室）", "330328", "文成县人民政府办公室"),
        ("文成县财政局（文成县国资办）", "330328", "文成县财政局"),
        ("湖北省公安局", "420000", "湖北省公安局"),
        ("昭通市镇雄县人民医院", "530627", "昭通市镇雄县人民医院"),
        ("国家税务总局文成县税务局", "330328", "文成县税务局"),
        ("国家统计局温州调查队", "330300", "温州调查队"),
        ("文成县乡镇企业局", "330328", "文成县乡镇企业局"),
        ("大连市自然资源局高新技术产业园区分局", "210200", "大连市自然资源局高新技术产业园区分局"),
        ("平潭综合实验区管委会", "350100-X2238CA", "平潭综合实验区管理委员会"),
        ("湛江市经济技术开发区管委会", "440800-X56783B", "湛江市经济技术开发区管理委员会"),
        ("湛江经济技术开发区管委会", "440800-X56783B", "湛江经济技术开发区管理委员会"),
    ],
)
def test_bodies_of_every_sort_keep_their_place_and_name(name: str, code: str, organ: str) -> None:
    found = identified(page(f"{name}2023年政府信息公开工作年度报告")).organ
    assert (found.place_code, found.name) == (code, organ)


def test_a_subdistrict_of_a_district_that_two_cities_have_is_in_neither() -> None:
    found = identified(page("南山区沙河街道办事处2023年政府信息公开工作年度报告"))
    assert found.organ.place_code is None and "place_ambiguous" in rules(found)


def test_a_township_that_signs_for_its_county_leaves_the_organ_open() -> None:
    found = identified(page("五常市2023年政府信息公开工作年度报告", end="五常市小河镇人民政府\n2024年1月20日"))
    assert found.organ.place_code is None and "organ_contradicted" in rules(found)
