"""Logarithmic and indexed axes; what is ``unshown`` on them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "scale.note_log": ("　·　对数轴", " · logarithmic axis"),
    "scale.note_index": ("　·　指数不跨换版和修法", " · no index crosses a new edition or law"),
    "scale.unit_index": ("指数，各机关{year}年＝100", "index, each agency’s {year} = 100"),
    "scale.index": ("指数{value}（{year}年＝100）", "index {value} ({year} = 100)"),
    "unshown.zero_on_log": ("；{count}个零值画不到对数轴上", "; {count} zeros have no place on it"),
    "unshown.no_base": ("；{count}个值因基年无值未画", "; {count} values lack a base-year value"),
    "unshown.zero_base": ("；{count}个值因基年为零未画", "; {count} values have a base of zero"),
    "unshown.beyond_break": (
        "；{count}个值在换版或修法的另一侧，未画",
        "; {count} values lie beyond a break and are not drawn",
    ),
    "unshown.why_zero_on_log": ("零在对数轴上没有位置", "zero has no place on a logarithmic axis"),
    "unshown.why_no_base": ("基年无值，不能算指数", "no value in the base year, so no index"),
    "unshown.why_zero_base": ("基年为零，不能算指数", "zero in the base year, so no index"),
    "unshown.why_beyond_break": ("在换版或修法的另一侧，指数不跨越", "beyond a break, which no index crosses"),
}
