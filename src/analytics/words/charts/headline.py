"""The chart of the largest changes."""

SENTENCES: dict[str, tuple[str, str]] = {
    "headline.in_prose": (
        "{count} 项取自正文（空心）　·　",
        "{count} taken from the prose (hollow) · ",
    ),
    "headline.suspected": ("变化最大的{count}项疑似口径变化", "Largest suspected changes of coverage ({count})"),
    "headline.stated": ("报告自述增减中变化最大的{count}项", "Largest changes that reports state themselves ({count})"),
    "headline.organ": ("{organ}{year}年变化最大的{count}项", "{organ}, {year}, largest changes ({count})"),
    "headline.title": ("变化最大的{count}项", "Largest changes ({count})"),
    "headline.subtitle": (
        "单位：%（同比增减），按倍数排序和画出　·　来源：{source}　·　实色：两份报告相减；斜纹：报告自述增减　·　",
        "Unit: % change on the year before, ordered and drawn by ratio · Source: {source} · Solid: difference of two reports; hatched: stated in one report · ",
    ),
    "headline.left_out": (
        "两年中有一年不足{base}、读数存疑和疑似口径变化的不列入",
        "Values under {base} in either year, uncertain values and suspected changes of coverage are left out",
    ),
    "headline.left_out_small": (
        "两年中有一年不足{base}和读数存疑的不列入",
        "Values under {base} in either year and uncertain values are left out",
    ),
    "headline.first": (
        "{said}，{counts}；按倍数计居首的是{organ}{year}年{measure}，{change}",
        "{said}: {counts}; largest in proportion: {organ}, {year}, {measure} {change}",
    ),
    "headline.first_own": (
        "{said}，{counts}；按倍数计居首的是{measure}，{change}",
        "{said}: {counts}; largest in proportion: {measure} {change}",
    ),
    "headline.parts": ("{parts}", "{parts}"),
    "headline.part": ("{count}项{what}", "{count} {what}"),
    "headline.all": ("全部{what}", "all {what}"),
    "headline.both": ("均{what}", "both {what}"),
    "headline.alone": ("{what}", "{what}"),
    "headline.rose": ("上升", "up"),
    "headline.fell": ("下降", "down"),
    "headline.same": ("不变", "unchanged"),
    "headline.change": ("{before} → {value}（{percent}）", "{before} → {value} ({percent})"),
}
