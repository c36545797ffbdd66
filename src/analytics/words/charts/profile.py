"""The charts of one agency."""

SENTENCES: dict[str, tuple[str, str]] = {
    "profile.note": (
        "各图纵轴不同。淡色带为{peers}的四分位区间，虚点线为中位数，竖点线为表格改版　·　来源：{source}",
        "Every panel has a scale of its own. Shaded: quartiles of {peers}; dotted: their median; upright: new edition of the form · Source: {source}",
    ),
    "profile.note_alone": (
        "各图纵轴不同；有数值的同类不足四个，不画四分位区间　·　来源：{source}",
        "Every panel has a scale of its own; fewer than four peers have a value, so no quartiles · Source: {source}",
    ),
    "profile.none": ("没有数值", "no value"),
    "profile.found": (
        "{organ}{year}年：{count}项主要数字中{held}项有值",
        "{organ}, {year}: {held} of {count} key figures have a value",
    ),
    "profile.changes": (
        "，比上年{rose}项升、{fell}项降、{same}项不变",
        "; against the year before {rose} rose, {fell} fell, {same} stayed",
    ),
    "profile.doubtful": ("，另{count}项疑似口径变化", "; {count} more look like a change of coverage"),
    "profile.no_changes": ("，没有可比的上年", "; none has a year before to compare with"),
    "profile.empty": ("{organ}：主要数字均无值", "{organ}: no key figure has a value"),
}
