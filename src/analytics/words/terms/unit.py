"""Units of measures."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unit.decisions": ("件", "decisions"),
    "unit.documents": ("件", "documents"),
    "unit.requests": ("件", "requests"),
    "unit.cases": ("件", "cases"),
    "unit.projects": ("个", "projects"),
    "unit.pieces": ("件", "items"),
    "unit.records": ("条", "items"),
    "unit.articles": ("篇", "articles"),
    "unit.times": ("次", "times"),
    "unit.places": ("个", "units"),
    "unit.items": ("项", "items"),
    "unit.wan_yuan": ("万元", "10,000 yuan"),
    "unit.share": ("%", "%"),
    "unit.per_100": ("每百件", "per 100"),
    "unit.per_10000": ("件/万人", "per 10,000 residents"),
    "unit.persons": ("人", "people"),
    "unit.person_times": ("人次", "people, each time counted"),
}
