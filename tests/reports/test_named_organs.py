"""Kinds of names that are easily given to another organ, level or place: each is read rightly, or left open with the
reason."""

from __future__ import annotations

import pytest
from printed_names import identified, page, rules

from analytics.vocabulary.places.divisions import make_extension_code
from analytics.vocabulary.terms import Kind, Level

REPORT = "2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "text",
    [
        page(f"运城市人民政府办公室：现将我县{REPORT}报告如下"),
        page(REPORT, "运城市发展和改革委员会：现将我县情况报告如下。"),
        page(REPORT, "市政府办公室、运城市司法局：现将我县情况报告如下。"),
        page(REPORT, "2022年，芮城县人民政府门户网站公开信息10条。"),
        page(REPORT, "今年以来，运城市教育局高度重视，芮城县教育局积极落实。"),
        page(REPORT, "运城市水利局多次到芮城县检查，效果良好。"),
        page(REPORT, "2022年，山西省人民政府办公厅下达任务，本单位完成。"),
        page(REPORT, "2022年，芮城县公安局查处案件3起，芮城县教育局公开信息9条。"),
        page(REPORT, "2022年，受县政府委托，山西省某某公司统计。"),
        page(REPORT, "本报告由芮城县人民政府办公室和芮城县司法局编制。"),
        page(f"芮城县各乡镇{REPORT}"),
        page(f"芮城县各乡镇人民政府{REPORT}"),
        page(f"芮城县人民政府门户网站\n{REPORT}"),
        page(f"芮城县人民政府\n首页 政务公开 互动交流\n当前位置：首页 > 年报\n{REPORT}"),
        page(f"芮城县人民政府\n首页 > 年报\n芮城县城关村村务公开{REPORT}"),
        page(REPORT, end="抄送：运城市人民政府办公室\n2023年1月18日"),
        page(REPORT, end="监督单位：芮城县纪委监委\n2023年1月18日"),
        page(REPORT, end="版权所有：芮城县人民政府\n2023年1月18日"),
    ],
)
def test_an_organ_that_is_written_to_or_only_mentioned_is_no_maker(text: str) -> None:
    found = identified(text)
    assert found.organ.name is None and "organ_unknown" in rules(found)


def test_who_signs_below_an_addressee_is_the_maker() -> None:
    end = "芮城县水利局\n2023年1月18日"
    found = identified(page(REPORT, "运城市人民政府办公室：\n现将我局情况报告如下。", end))
    assert (found.organ.place_code, found.organ.body) == ("140830", "水利局")


@pytest.mark.parametrize(
    ("title", "end"),
    [
        (f"芮城县教育局转发运城市教育局{REPORT}", ""),
        (f"芮城县教育局关于转发运城市教育局{REPORT}的通知", ""),
        (f"芮城县人民政府办公室关于转发运城市政府{REPORT}的通知", "芮城县人民政府办公室\n2023年2月1日"),
        (f"芮城县人民政府批转县教育局{REPORT}", ""),
    ],
)
def test_a_report_that_is_forwarded_is_neither_organs(title: str, end: str) -> None:
    found = identified(page(title, end=end))
    assert found.organ.name is None and rules(found) == {"organ_forwards"}


@pytest.mark.parametrize(
    "title",
    [
        f"芮城县教育局关于运城市教育局{REPORT}的意见",
        f"运城市人民政府关于同意芮城县{REPORT}的批复",
        "关于印发运城市2022年政府信息公开工作要点的通知",
    ],
)
def test_what_is_written_about_reports_and_work_to_come_is_no_title(title: str) -> None:
    assert identified(page(title)).organ.name is None


@pytest.mark.parametrize(
    "name",
    ["下城区人民政府", "杭州市下城区人民政府", "北京市宣武区人民政府", "崇文区教育局", "杭州市下城区天水街道办事处",
     "石家庄市桥东区人民政府", "和康县人民政府", "万盛区人民政府", "广州市萝岗区人民政府"],
)  # fmt: skip
def test_a_place_that_did_not_exist_in_the_year_is_left_open(name: str) -> None:
    found = identified(page(f"{name}2022年政府信息公开工作年度报告"))
    assert found.organ.place_code is None and "place_not_of_year" in rules(found)


@pytest.mark.parametrize(("year", "doubts"), [(2020, set()), (2021, {"place_perhaps_not_of_year"})])
def test_a_place_that_ended_about_the_year_is_a_doubt(year: int, doubts: set[str]) -> None:
    found = identified(page(f"下城区人民政府{year}年政府信息公开工作年度报告"))
    assert (found.organ.place_code, rules(found)) == ("330103", doubts)


def test_a_place_that_only_changed_its_name_is_the_same_place() -> None:
    found = identified(page(f"洪泽县人民政府{REPORT}"))
    assert (found.organ.place_code, rules(found)) == ("320829", set())


def test_a_namesake_in_force_is_not_taken_where_the_site_is_of_the_other_ones_city() -> None:
    title = f"桥东区人民政府{REPORT}"
    assert identified(page(title)).organ.place_code == "130702"
    found = identified("石家庄市人民政府门户网站\n" + page(title))
    assert found.organ.place_code is None and "place_contradicted" in rules(found)


@pytest.mark.parametrize(
    "name",
    ["芮城县古魏镇城关村村民委员会", "芮城县古魏镇城关村村委会", "芮城县城关村", "松江区中山街道中山社区居民委员会",
     "芮城县黄河社区居委会", "芮城县阳光社区", "城关村村民委员会"],
)  # fmt: skip
def test_a_village_or_residents_committee_is_no_organ_of_its_county_or_township(name: str) -> None:
    found = identified(page(name + REPORT))
    assert (found.organ.name, found.organ.place_code, found.organ.level) == (name, None, None)
    assert "organ_below_township" in rules(found)


@pytest.mark.parametrize(
    "name",
    ["芮城县社区矫正管理局", "芮城县农村经济发展中心", "芮城县乡村振兴局", "芮城县乡村振兴服务中心", "芮城县乡镇企业服务中心",
     "芮城县城乡居民养老保险服务中心", "芮城县住房和城乡建设局", "芮城县返乡创业服务中心", "芮城县新型城镇化办公室",
     "芮城县镇域经济办公室"],
)  # fmt: skip
def test_a_department_for_villages_and_towns_is_one_of_its_county(name: str) -> None:
    organ = identified(page(name + REPORT)).organ
    assert (organ.name, organ.place_code, organ.level) == (name, "140830", Level.COUNTY)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("济源示范区管委会", "河南省济源示范区管理委员会"), make_extension_code("410000", "济源示范区")),
        (
            ("兰州新区", "甘肃兰州新区管理委员会", "兰州市兰州新区管委会", "甘肃省兰州新区"),
            make_extension_code("620100", "兰州新区"),
        ),
        (("贵安新区管委会", "贵州贵安新区管委会", "贵州省贵安新区管委会"), make_extension_code("520000", "贵安新区")),
        (
            ("合肥经开区", "合肥市经开区管委会", "合肥经济技术开发区", "合肥市经济开发区管理委员会"),
            make_extension_code("340100", "经济技术开发区"),
        ),
        (
            ("成都高新区", "成都市高新区管委会", "成都高新技术产业开发区管委会"),
            make_extension_code("510100", "高新技术产业开发区"),
        ),
        (("西咸新区沣西新城", "陕西省西咸新区沣西新城管委会"), make_extension_code("610000", "西咸新区沣西新城")),
        (("重庆两江新区管理委员会", "重庆市两江新区"), make_extension_code("500000", "两江新区")),
        (("青岛市红岛经济区管委会", "青岛红岛经济区"), make_extension_code("370200", "红岛经济区")),
    ],
)
def test_a_zone_is_one_organ_however_it_is_called_and_no_township(names: tuple[str, ...], code: str) -> None:
    organs = [identified(page(name + REPORT)).organ for name in names]
    assert {(organ.place_code, organ.body, organ.level) for organ in organs} == {(code, "管理委员会", Level.ZONE)}


@pytest.mark.parametrize(
    "name", ["泰山景区管委会", "兰州新区秦川镇人民政府", "平潭综合实验区金井镇", "合肥经济技术开发区高刘街道办事处"]
)
def test_what_lies_in_a_zone_or_is_called_like_a_county_is_not_given_to_it(name: str) -> None:
    found = identified(page(name + REPORT))
    assert found.organ.place_code is None and "place_above_unnamed" in rules(found)


def test_a_county_behind_the_zone_it_lies_in_is_the_county() -> None:
    organ = identified(page(f"雄安新区容城县人民政府{REPORT}")).organ
    assert (organ.place_code, organ.level) == ("130629", Level.COUNTY)


@pytest.mark.parametrize("end", ["松江区中山街道办事处", "松江区中山街道", "上海市松江区中山街道办事处"])
def test_a_signature_without_a_day_proves_the_county_of_a_subdistrict(end: str) -> None:
    organ = identified(page(f"中山街道办事处{REPORT}", end=end)).organ
    assert (organ.name, organ.place_code) == ("松江区中山街道办事处", make_extension_code("310117", "中山街道"))


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("中共芮城县委宣传部", "芮城县委宣传部"),
        ("中共芮城县委员会宣传部", "芮城县委宣传部"),
        ("芮城县委宣传部", "芮城县委宣传部"),
        ("中国共产党芮城县委员会", "芮城县委"),
        ("共青团芮城县委员会", "芮城县团委"),
        ("中国人民政治协商会议芮城县委员会办公室", "芮城县政协办公室"),
        ("芮城县人大常委会", "芮城县人大常委会"),
    ],
)
def test_a_body_of_the_party_is_named_as_it_is_and_never_the_county(name: str, standard: str) -> None:
    organ = identified(page(name + REPORT)).organ
    assert (organ.name, organ.place_code, organ.kind) == (standard, "140830", Kind.DEPARTMENT)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("芮城县古城镇社会事务办公室", "古城镇"),
        ("芮城县古城镇综合行政执法队", "古城镇"),
        ("芮城县大王镇乡村振兴服务站", "大王镇"),
        ("芮城县大王镇纪委", "大王镇"),
        ("芮城县宁乡街道派出所", "宁乡街道"),
        ("芮城县桐乡镇便民服务中心", "桐乡镇"),
        ("芮城县武乡回族乡卫生院", "武乡回族乡"),
        ("芮城县西乡塘乡人民政府办公室", "西乡塘乡"),
    ],
)
def test_a_body_of_a_township_is_the_townships(name: str, town: str) -> None:
    organ = identified(page(name + REPORT)).organ
    assert (organ.place_code, organ.level) == (make_extension_code("140830", town), Level.TOWNSHIP)


def test_the_committee_of_a_township_is_the_townships() -> None:
    organ = identified(page(f"中共芮城县大王镇委员会{REPORT}")).organ
    assert (organ.name, organ.level) == ("芮城县大王镇党委", Level.TOWNSHIP)


@pytest.mark.parametrize(
    ("name", "standard", "code"),
    [
        ("新疆生产建设兵团第一师阿拉尔市", "阿拉尔市人民政府", "659002"),
        ("第八师石河子市教育局", "石河子市教育局", "659001"),
        ("新疆生产建设兵团第十二师", "新疆生产建设兵团第十二师", make_extension_code("650000", "第十二师")),
        ("第十二师", "新疆维吾尔自治区第十二师", make_extension_code("650000", "第十二师")),
    ],
)
def test_a_division_of_the_corps_is_its_city_or_itself(name: str, standard: str, code: str) -> None:
    organ = identified(page(name + REPORT)).organ
    assert (organ.name, organ.place_code) == (standard, code)


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        (f"芮城县文化和旅游局、芮城县体育局{REPORT}", "芮城县文化和旅游局"),
        (f"芮城县文化和旅游局 芮城县文物局{REPORT}", "芮城县文化和旅游局"),
        (f"芮城县水利局和芮城县水产局{REPORT}", "芮城县水利局"),
        (f"芮城县水利局与水产局{REPORT}", "芮城县水利局"),
    ],
)
def test_a_department_of_two_names_is_called_by_the_first(title: str, organ: str) -> None:
    assert identified(page(title)).organ.name == organ


@pytest.mark.parametrize(
    "names",
    ["芮城县、平陆县", "平陆县、芮城县水利局", "中共芮城县委芮城县人民政府信访局",
     "芮城县人民政府关于运城市人民政府"],
)  # fmt: skip
def test_two_organs_in_one_title_leave_it_open(names: str) -> None:
    found = identified(page(names + REPORT))
    assert found.organ.place_code is None and "organ_named_twice" in rules(found)


@pytest.mark.parametrize(
    ("title", "end"),
    [("芮城县教育局", "芮城县水利局"), ("芮城县教育局", "运城市教育局"), ("运城市人民政府", "芮城县人民政府")],
)
def test_a_signature_of_another_organ_leaves_it_open(title: str, end: str) -> None:
    found = identified(page(title + REPORT, end=f"{end}\n2023年1月20日"))
    assert found.organ.place_code is None and "organ_contradicted" in rules(found)


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("芮城县住建局", "芮城县住房和城乡建设局"),
        ("芮城县民宗局", "芮城县民族宗教事务局"),
        ("芮城县水利局", "芮城县水利局办公室"),
        ("芮城县人民政府", "芮城县行政审批服务管理局"),
        ("芮城县古魏镇", "芮城县人民政府"),
    ],
)
def test_a_signature_that_may_be_the_same_organs_leaves_nothing_open(title: str, end: str) -> None:
    found = identified(page(title + REPORT, end=f"{end}\n2023年1月20日"))
    assert found.organ.place_code is not None and not rules(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (page(f"水利局{REPORT}", end="芮城县水利局"), "芮城县水利局"),
        (page(f"芮城县（水利局）{REPORT}"), "芮城县水利局"),
        (f"发布机构：芮城县水利局 发布时间：2023-01-20\n{page(f'县水利局{REPORT}')}", "芮城县水利局"),
        (page(f"芮城县永乐镇镇政府{REPORT}"), "芮城县永乐镇人民政府"),
        (page("芮城縣水利局2022年政府信息公開工作年度報告"), "芮城县水利局"),
    ],
)
def test_a_name_in_pieces_or_old_characters_is_put_together(text: str, name: str) -> None:
    found = identified(text)
    assert found.organ.name == name and found.organ.place_code is not None


@pytest.mark.parametrize(("name", "opening"), [("南宁市教育局", "我区教育"), ("太原市教育局", "我省教育")])
def test_a_city_may_speak_of_the_region_above_it(name: str, opening: str) -> None:
    assert not rules(identified(page(name + REPORT, opening)))


@pytest.mark.parametrize("opening", ["2022年，我县公开信息9条。", "我旗认真落实条例。"])
def test_a_city_does_not_speak_of_itself_as_a_county(opening: str) -> None:
    found = identified(page(f"运城市人民政府{REPORT}", opening))
    assert found.organ.place_code is None and "organ_speaks_as_another" in rules(found)


@pytest.mark.parametrize("title", ["北京市房山区花园路办事处", "北京市房山区花园路街道", "房山区花园路街道办事处"])
def test_a_street_office_without_its_kind_is_the_subdistricts(title: str) -> None:
    organ = identified(page(title + REPORT)).organ
    assert (organ.place_code, organ.level) == (make_extension_code("110111", "花园路街道"), Level.TOWNSHIP)


@pytest.mark.parametrize("name", ["芮城县人民政府驻北京办事处", "芮城县公安局古魏镇派出所"])
def test_an_office_or_station_of_a_county_stays_the_countys(name: str) -> None:
    organ = identified(page(name + REPORT)).organ
    assert (organ.name, organ.place_code) == (name, "140830")


@pytest.mark.parametrize("name", ["太湖流域管理局", "鄱阳湖管理局", "武夷山国家公园管理局", "井冈山管理局"])
def test_a_body_of_a_lake_or_park_is_not_the_countys_of_its_name(name: str) -> None:
    found = identified(page(name + REPORT))
    assert found.organ.place_code is None and "place_unknown" in rules(found)


@pytest.mark.parametrize("body", ["景区管理局", "自然保护区管理局"])
def test_a_department_for_parks_is_its_countys(body: str) -> None:
    assert identified(page(f"芮城县{body}{REPORT}")).organ.place_code == "140830"


def test_a_branch_of_a_company_may_lie_anywhere() -> None:
    found = identified(page(f"山西省电力公司芮城县供电公司{REPORT}"))
    assert found.organ.place_code is None and "place_contradicted" in rules(found)


def test_a_farm_of_the_state_is_no_government() -> None:
    organ = identified(page(f"芮城县国有林场{REPORT}")).organ
    assert (organ.place_code, organ.kind) == (make_extension_code("140830", "国有林场"), Kind.DEPARTMENT)


def test_an_administrative_office_of_a_league_is_its_government() -> None:
    organ = identified(page(f"兴安盟行署{REPORT}")).organ
    assert (organ.name, organ.kind) == ("兴安盟行政公署", Kind.GOVERNMENT)
