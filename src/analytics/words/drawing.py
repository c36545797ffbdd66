"""Sentences on marks, axes and findings of charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "gap.unshown": ("有值，此图画不出", "has a value that this axis cannot show"),
    "chart.strip_undrawn": ("有值而画不出的年度", "Years whose value cannot be drawn"),
    "chart.strip_both": ("无值的年度，和有值而画不出的年度", "Years without a value, or with one that cannot be drawn"),
    "chart.all_same": (
        "{measure}：{count}个机关均为{value}",
        "{measure}: {value} in all {count} agencies",
    ),
    "chart.and_others": ("{organ}等{count}个机关", "{organ} (one of {count})"),
    "axis.points": ("个百分点", "percentage points"),
    "headline.first": (
        "{said}，{rose}项升、{fell}项降；居首的是{organ}{year}年{measure}，{change}",
        "{said}: {rose} up, {fell} down; the first is {organ}, {year}: {measure} {change}",
    ),
    "headline.first_own": (
        "{said}，{rose}项升、{fell}项降；居首的是{measure}，{change}",
        "{said}: {rose} up, {fell} down; the first is {measure} {change}",
    ),
    "headline.change": ("{before} → {value}（{percent}）", "{before} → {value} ({percent})"),
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
    "remedies.rates_found": ("{organ}{year}年：{rates}", "{organ}, {year}: {rates}"),
    "remedies.rate": ("{rate}{value}（{top}/{base}）", "{rate} {value} ({top}/{base})"),
    "remedies.no_rate": ("{rate}无法计算", "{rate} cannot be given"),
    "remedies.no_rates": (
        "{organ}：历年均无法计算纠错率",
        "{organ}: no correction rate can be given for any year",
    ),
    "remedies.gaps": (
        "　·　零线下：没有数字的格，颜色同结果，形状表示原因",
        " · Below zero: cells without a number, in the colour of the result, the shape says why",
    ),
    "requests.behind": ("点选申请人或去向，查看原文", "Choose an applicant or an outcome to see its printed cells"),
    "evidence.several": ("几格相加", "several cells together"),
}
