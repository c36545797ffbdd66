"""The charts of one agency."""

SENTENCES: dict[str, tuple[str, str]] = {
    "profile.note": (
        "各图纵轴刻度不同。浅色带为{peers}的四分位区间，虚点线为中位数，竖点线为表格换版　·　来源：{source}",
        "Each panel has its own scale. Shaded: quartiles of {peers}; dotted: their median; vertical: new edition of the form · Source: {source}",
    ),
    "profile.note_alone": (
        "各图纵轴刻度不同；有数值的同级同类机关不足四个，不画四分位区间　·　来源：{source}",
        "Each panel has its own scale; fewer than four peers have a value, so no quartiles are drawn · Source: {source}",
    ),
    "profile.in_prose": (
        "　·　{count}个数字取自正文（空心）",
        " · {count} {count:value|values} taken from the prose (hollow)",
    ),
    "profile.none": ("没有数值", "no value"),
    "profile.found": (
        "{organ}{year}年：所画{count}项数字中{held}项有值",
        "{organ}, {year}: {held} of {count} {count:figure|figures} drawn {held:has|have} a value",
    ),
    "profile.changes": (
        "；比上年{counts}",
        "; compared with the year before, {counts}",
    ),
    "profile.parts": ("{parts}", "{parts}"),
    "profile.part": ("{count}项{what}", "{count} {what}"),
    "profile.all": ("{count}项全部{what}", "all {count} {what}"),
    "profile.both": ("两项均{what}", "both {what}"),
    "profile.alone": ("1项{what}", "1 {what}"),
    "profile.rose": ("上升", "rose"),
    "profile.fell": ("下降", "fell"),
    "profile.same": ("不变", "stayed the same"),
    "profile.doubtful": (
        "，另有{count}项疑似口径变化",
        "; {count} more {count:is a suspected change|are suspected changes} of coverage",
    ),
    "profile.unsure": (
        "；比上年只有{count}项疑似口径变化",
        "; compared with the year before there {count:is|are} only {count} suspected {count:change|changes} of coverage",
    ),
    "profile.no_changes": ("，没有可比的上年数字", "; there is no year before to compare with"),
    "profile.empty": ("{organ}：所画数字均无值", "{organ}: none of the figures drawn has a value"),
}
