"""The chart of the largest changes."""

SENTENCES: dict[str, tuple[str, str]] = {
    "headline.suspected": ("疑似口径变化最大的{count}项", "Largest suspected changes of coverage ({count})"),
    "headline.organ": ("{organ}{year}年变化最大的{count}项", "{organ}, {year}, largest changes ({count})"),
    "headline.title": ("变化最大的{count}项", "Largest changes ({count})"),
    "headline.subtitle": (
        "单位：%（比上年增减）　·　来源：{source}　·　实色：两份报告相减；斜纹：报告自述增减　·　",
        "Unit: % change from the year before · Source: {source} · Solid: difference of two reports; hatched: stated by one report · ",
    ),
    "headline.left_out": (
        "基数小于{base}、经判读和疑似口径变化的不列入",
        "Bases under {base}, interpreted readings and suspected coverage changes are left out",
    ),
    "headline.left_out_small": (
        "基数小于{base}和经判读的不列入",
        "Bases under {base} and interpreted readings are left out",
    ),
    "headline.first": (
        "{said}，{rose}项升、{fell}项降；居首的是{organ}{year}年{measure}，{change}",
        "{said}: {rose} up, {fell} down; the first is {organ}, {year}: {measure} {change}",
    ),
    "headline.first_own": (
        "{said}，{rose}项升、{fell}项降；居首的是{measure}，{change}",
        "{said}: {rose} up, {fell} down; the first is {measure} {change}",
    ),
    "headline.change": ("{before} → {value}（{percent}）", "{before} → {value} ({percent})"),
}
