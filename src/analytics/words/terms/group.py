"""Groups of measures, and groups of agencies that somebody chose."""

from analytics.vocabulary.form import EDITION_NAMES

SENTENCES: dict[str, tuple[str, str]] = {
    "group.nearest_name": (
        "{organ}与{measure}最接近的{count}个同级同类机关（{year}年，{low}—{high}，本身{own}）",
        "{organ} and the {count} of its sort nearest in {measure} ({year}: {low} to {high}, its own {own})",
    ),
    "group.nearest_none": (
        "{organ}没有{measure}，无从比较规模",
        "{organ} has no value of {measure} to compare sizes by",
    ),
    "group.own": ("自选的{count}个机关", "an own list of {count} agencies"),
    "group.said": ("　·　范围：{group}", " · Agencies: {group}"),
    "group.decisions": ("行政决定", "Administrative decisions"),
    "group.items": ("权力清单", "List of powers"),
    "group.documents": ("规章和规范性文件", "Rules and normative documents"),
    "group.money": ("收费与采购", "Charges and procurement"),
    "group.requests": ("依申请公开", "Requests"),
    "group.applicants": ("申请人", "Applicants"),
    "group.population": ("每万人", "Per 10,000 residents"),
    "group.remedies": ("复议与诉讼", "Reconsideration and litigation"),
    "group.rates": ("比率", "Rates"),
    **{
        f"group.{edition}": (f"统计表：{chinese}", f"Statistics: {english}")
        for edition, (chinese, english) in EDITION_NAMES.items()
    },
}
