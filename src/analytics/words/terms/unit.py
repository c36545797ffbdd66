"""Units of measures."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unit.count": ("件", "cases"),
    "unit.items": ("项", "items"),
    "unit.wan_yuan": ("万元", "10,000 yuan"),
    "unit.share": ("%", "%"),
    "unit.per_100": ("每百件", "per 100"),
    "unit.per_10000": ("件/万人", "per 10,000 residents"),
    "unit.persons": ("人", "people"),
}
