"""The Compare page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "compare.hatched": ("　·　斜纹：基准{organ}", " · Hatched: the reference, {organ}"),
    "compare.choose_some": ("请选择两个以上（至多{most}个）机关。", "Choose two to {most} agencies."),
    "compare.one_year": (
        "只收录了一个年度，没有可以对照的两年。",
        "Only one year is held; there are no two to compare.",
    ),
    "compare.chart": ("图表", "Chart"),
    "compare.chart.bars": ("同年并列", "one year"),
    "compare.chart.multiples": ("逐年小图", "small multiples"),
    "compare.chart.dumbbell": ("两年对照", "dumbbells"),
    "compare.chart.slope": ("两年斜线", "slopes"),
    "compare.chart.index": ("指数", "index"),
    "compare.title": ("对比", "Compare"),
    "compare.year": ("年度", "Year"),
    "compare.latest_of_each": ("各取最近一年（年度标在名称后）", "Latest of each (year beside the name)"),
    "compare.common": ("{year}年（全部有值）", "{year} (all have a value)"),
    "compare.reference": ("基准", "Reference"),
    "compare.differences": ("与{organ}相比", "Compared with {organ}"),
    "compare.forms": ("整张表并列", "The whole form side by side"),
    "compare.forms_note": (
        "底色和“不同”一栏标出与{organ}不同的格子。",
        "Shading and the column “Differing” mark cells that differ from {organ}.",
    ),
}
