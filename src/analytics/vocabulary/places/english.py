"""Names of organs on English pages: places in Latin letters, bodies translated, the printed name behind.

芮城县人民政府 → ``Ruicheng County People's Government 芮城县人民政府``. The printed name always stands
there, since what is before it is for reading aloud and never a key. Readings are those of ``places.romanised``;
names that maps write otherwise stand here, and so do the peoples of autonomous areas.
"""

from __future__ import annotations

import re
from functools import cache

from analytics.vocabulary.naming import GOVERNMENT
from analytics.vocabulary.places.divisions import split_name
from analytics.vocabulary.places.fictional import SIMULATED
from analytics.vocabulary.places.romanised import write_word

PEOPLES_GOVERNMENT = "People's Government"
_KINDS = {
    "自治区": "Autonomous Region", "自治州": "Autonomous Prefecture", "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner", "特别行政区": "Special Administrative Region", "林区": "Forestry District",
    "矿区": "Mining District", "新区": "New Area", "地区": "Prefecture", "省": "Province", "市": "City",
    "州": "Prefecture", "盟": "League", "县": "County", "区": "District", "旗": "Banner",
}  # fmt: skip
_ZONES = {
    "综合实验区": "Comprehensive Experimental Zone", "经济技术开发区": "Economic and Technological Development Zone",
    "高新技术产业开发区": "High-Tech Industrial Development Zone", "高新区": "High-Tech Zone",
    "经济开发区": "Economic Development Zone", "工业园区": "Industrial Park", "产业园区": "Industrial Park",
    "综合保税区": "Comprehensive Bonded Zone", "保税区": "Bonded Zone", "旅游度假区": "Tourist Resort",
    "风景名胜区": "Scenic Area", "示范区": "Demonstration Zone", "合作区": "Cooperation Zone",
    "开发区": "Development Zone", "新区": "New Area",
}  # fmt: skip
_PEOPLES = {
    "壮族": "Zhuang", "回族": "Hui", "维吾尔": "Uygur", "藏族": "Tibetan", "羌族": "Qiang", "彝族": "Yi",
    "白族": "Bai", "傣族": "Dai", "苗族": "Miao", "侗族": "Dong", "土家族": "Tujia", "布依族": "Bouyei",
    "蒙古族": "Mongol", "蒙古": "Mongol", "哈萨克": "Kazak", "朝鲜族": "Korean", "黎族": "Li", "瑶族": "Yao",
    "畲族": "She", "满族": "Manchu", "哈尼族": "Hani", "景颇族": "Jingpo", "傈僳族": "Lisu", "柯尔克孜": "Kirgiz",
    "土族": "Tu", "撒拉族": "Salar", "东乡族": "Dongxiang", "保安族": "Bonan", "裕固族": "Yugur", "锡伯": "Xibe",
    "塔吉克": "Tajik", "达斡尔族": "Daur", "鄂伦春族": "Oroqen", "鄂伦春": "Oroqen", "鄂温克族": "Ewenki",
    "仫佬族": "Mulao", "毛南族": "Maonan", "仡佬族": "Gelao", "水族": "Sui", "拉祜族": "Lahu", "佤族": "Va",
    "布朗族": "Blang", "独龙族": "Derung", "怒族": "Nu", "纳西族": "Naxi", "普米族": "Pumi", "各族": "Multi-Ethnic",
}  # fmt: skip
_ESTABLISHED = {
    "内蒙古": "Inner Mongolia", "西藏": "Xizang", "陕西": "Shaanxi", "香港": "Hong Kong", "澳门": "Macao",
    "哈尔滨": "Harbin", "呼和浩特": "Hohhot", "乌鲁木齐": "Ürümqi", "拉萨": "Lhasa", "齐齐哈尔": "Qiqihar",
    "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "乌兰察布": "Ulanqab", "锡林郭勒": "Xilingol", "日喀则": "Xigazê",
    "喀什": "Kashgar", "克拉玛依": "Karamay",
}  # fmt: skip
_BODIES = {
    GOVERNMENT: PEOPLES_GOVERNMENT, f"{GOVERNMENT}办公室": f"{PEOPLES_GOVERNMENT} Office",
    f"{GOVERNMENT}办公厅": f"{PEOPLES_GOVERNMENT} General Office",
    "管理委员会": "Administrative Committee", "管委会": "Administrative Committee",
    "街道办事处": "Subdistrict Office", "行政公署": "Administrative Office",
}  # fmt: skip
_ZONE = re.compile(rf"(?P<stem>[一-鿿]{{2,4}}?)(?P<kind>{'|'.join(sorted(_ZONES, key=len, reverse=True))})")
"""A zone whose name before its kind is short enough to be one word in Latin letters."""
_ENDS = {"委员会": "Commission", "办公室": "Office", "管理局": "Administration", "局": "Bureau"}
_SUBJECTS = {
    "发展和改革": "Development and Reform", "教育": "Education", "科学技术": "Science and Technology",
    "科技": "Science and Technology", "公安": "Public Security", "民政": "Civil Affairs", "司法": "Justice",
    "财政": "Finance", "人力资源和社会保障": "Human Resources and Social Security", "自然资源": "Natural Resources",
    "自然资源和规划": "Natural Resources and Planning", "生态环境": "Ecology and Environment",
    "住房和城乡建设": "Housing and Urban-Rural Development", "交通运输": "Transport", "水利": "Water Resources",
    "水务": "Water Affairs", "农业农村": "Agriculture and Rural Affairs", "商务": "Commerce",
    "文化和旅游": "Culture and Tourism", "卫生健康": "Health", "退役军人事务": "Veterans Affairs",
    "应急管理": "Emergency Management", "审计": "Audit", "市场监督": "Market Regulation", "统计": "Statistics",
    "医疗保障": "Healthcare Security", "城市": "Urban Management", "行政审批": "Administrative Approval",
    "信访": "Public Complaints", "林业": "Forestry", "体育": "Sports", "税务": "Taxation",
}  # fmt: skip


def write_english(organ: str, place: str) -> str:
    """The organ's name for an English page; ``place`` is the name of its place, with which the organ's begins, or that
    of the county whose area is a zone with a name of its own. A body that has no translation here stands in Chinese
    alone behind its place."""
    if (not place or place not in organ) and (zone := _ZONE.match(organ)):
        place = zone[0]
    if not place or place not in organ:
        return organ
    body = _translate_body(organ[organ.index(place) + len(place) :])
    return f"{' '.join(filter(None, (translate_place(place), body)))} {organ}"


@cache
def translate_place(place: str) -> str:
    """芮城县 → ``Ruicheng County``; 白沙黎族自治县 → ``Baisha Li Autonomous County``."""
    if zone := _ZONE.fullmatch(place):
        return f"{_ESTABLISHED.get(zone['stem']) or write_word(zone['stem'])} {_ZONES[zone['kind']]}"
    stem, peoples, kind = split_name(place)
    names = [_PEOPLES[people] for people in re.findall("|".join(sorted(_PEOPLES, key=len, reverse=True)), peoples)]
    if len(stem) == 1 and kind in ("县", "旗"):  # written as a word with its kind on maps: 单县 Shanxian
        stem += kind
    real = stem.removeprefix(SIMULATED)
    words = write_word(stem) if real == stem else f"Simulated {write_word(real)}"
    listed = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return " ".join(filter(None, (_ESTABLISHED.get(stem) or words, listed, _KINDS.get(kind, ""))))


def translate_area(area: str) -> str:
    """江苏省 · 南京市 → ``Jiangsu Province · Nanjing City 江苏省 · 南京市``; nothing of the country (no name)."""
    return f"{' · '.join(map(translate_place, area.split(' · ')))} {area}" if area else ""


def _translate_body(body: str) -> str:
    if body in _BODIES:
        return _BODIES[body]
    for end, english in _ENDS.items():
        subject = body.removesuffix(end)
        if subject != body and subject in _SUBJECTS:
            return f"{_SUBJECTS[subject]} {english}"
    return ""
