"""Logarithmic and indexed axes; what is ``unshown`` on them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "scale.note_log": ("　·　对数轴", " · logarithmic axis"),
    "scale.note_index": ("　·　指数不跨越换版和修法", " · the index does not cross a new edition or a change of law"),
    "scale.unit_index": ("指数，各机关{year}年＝100", "index, each agency’s value of {year} = 100"),
    "scale.index": ("指数{value}（{year}年＝100）", "index {value} ({year} = 100)"),
    "unshown.zero_on_log": (
        "；{count}个零值在对数轴上无法画出",
        "; {count} {count:zero|zeros} cannot be drawn on a logarithmic axis",
    ),
    "unshown.no_base": (
        "；{count}个值因基年无值未画",
        "; {count} {count:value|values} not drawn: no value in the base year",
    ),
    "unshown.zero_base": (
        "；{count}个值因基年为零未画",
        "; {count} {count:value|values} not drawn: zero in the base year",
    ),
    "unshown.beyond_break": (
        "；{count}个值在换版或修法的另一侧，未画",
        "; {count} {count:value|values} not drawn: beyond a new edition or a change of law",
    ),
    "unshown.why_zero_on_log": ("零在对数轴上无法画出", "zero cannot be drawn on a logarithmic axis"),
    "unshown.why_no_base": ("基年无值，无法计算指数", "no value in the base year, so no index"),
    "unshown.why_zero_base": ("基年为零，无法计算指数", "zero in the base year, so no index"),
    "unshown.why_beyond_break": (
        "在换版或修法的另一侧，指数不予跨越",
        "beyond a new edition or a change of law, which the index does not cross",
    ),
}
