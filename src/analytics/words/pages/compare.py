"""The Compare page."""

SENTENCES: dict[str, tuple[str, str]] = {
    "compare.hatched": ("　·　斜纹：基准机关{organ}", " · Hatched: the reference, {organ}"),
    "compare.hollow": ("　·　空心：基准机关{organ}", " · Hollow: the reference, {organ}"),
    "compare.axis": ("横轴刻度", "Scale"),
    "compare.axis.value": ("原值", "values"),
    "compare.axis.log": ("对数", "logarithmic"),
    "compare.choose_some": ("请选择 2 至 {most} 个机关。", "Choose from 2 to {most} agencies."),
    "compare.one_year": (
        "只收录了一个年度，没有可对照的两年。",
        "The collection has only one year, so there are no two to compare.",
    ),
    "compare.chart": ("图表", "Chart"),
    "compare.chart.bars": ("同年并列", "bars for one year"),
    "compare.chart.multiples": ("逐年小图", "small multiples"),
    "compare.chart.dumbbell": ("两年对照", "two years, dumbbells"),
    "compare.chart.slope": ("两年斜线", "two years, slopes"),
    "compare.chart.index": ("指数", "index"),
    "compare.chart.scatter": ("两项指标", "two measures"),
    "compare.second_measure": ("纵轴指标", "Measure up the side"),
    "compare.no_pair": (
        "没有一年有机关同时具备这两项指标。请更换指标或机关。",
        "In no year does an agency have both measures. Choose other measures or agencies.",
    ),
    "compare.title": ("对比", "Compare"),
    "compare.year": ("年度", "Year"),
    "compare.latest_of_each": ("各机关最近一年（年度标在名称后）", "Latest year of each (shown beside the name)"),
    "compare.common": ("{year}年（各机关均有值）", "{year} (every agency has a value)"),
    "compare.reference": ("基准机关", "Reference agency"),
    "compare.differences": ("与{organ}相比", "Compared with {organ}"),
    "compare.forms": ("整表并列", "Whole forms side by side"),
    "compare.forms_note": (
        "底色和“不同”一栏标出与{organ}不同的单元格。",
        "Shading and the column “Differing” mark the cells that differ from {organ}.",
    ),
}
