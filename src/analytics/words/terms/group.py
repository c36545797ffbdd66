"""Groups of measures, and groups of agencies that somebody chose."""

from analytics.vocabulary.form import EDITIONS

SENTENCES: dict[str, tuple[str, str]] = {
    "group.nearest_name": (
        "{organ}及{measure}最接近的{count}个同级同类机关（{year}年，{low}—{high}，该机关为{own}）",
        "{organ} and the {count} {count:agency|agencies} of its level and kind nearest to it in {measure} ({year}: {low} to {high}; {organ}: {own})",
    ),
    "group.nearest_none": (
        "{organ}没有{measure}的数值，无法按规模比较",
        "{organ} has no value for {measure}, so agencies near it in size cannot be found",
    ),
    "group.own": ("自选的{count}个机关", "a saved list of {count} {count:agency|agencies}"),
    "group.said": ("范围：{group}", "Agencies: {group}"),
    "group.decisions": ("行政处理决定", "Administrative decisions"),
    "group.items": ("权力清单事项", "List of powers"),
    "group.documents": ("规章和规范性文件", "Rules and normative documents"),
    "group.money": ("收费与采购", "Charges and procurement"),
    "group.requests": ("依申请公开", "Requests"),
    "group.applicants": ("申请人", "Applicants"),
    "group.population": ("每万人口", "Per 10,000 residents"),
    "group.remedies": ("行政复议与行政诉讼", "Reconsideration and litigation"),
    "group.prose": ("正文所述", "Stated in the prose"),
    "group.rates": ("比率", "Rates"),
    **{
        f"group.{edition}": (f"统计表：{declared.chinese}", f"Statistics: {declared.english}")
        for edition, declared in EDITIONS.items()
    },
}
