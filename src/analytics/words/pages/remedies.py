"""The Remedies page and its charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "remedies.at_least": ("至少{count}", "at least {count}"),
    "remedies.beside": ("{year}年另见：{rates}", "Beside them in {year}: {rates}"),
    "remedies.count": ("{count}件", "{count}"),
    "remedies.title_cases": (
        "{organ}{year}年：行政复议{reconsideration}，未经复议直接起诉{suit_direct}，复议后起诉{suit_after}",
        "{organ}, {year}: reconsiderations {reconsideration}, direct suits {suit_direct}, suits after reconsideration {suit_after}",
    ),
    "remedies.note": (
        "竖虚线：2024年起，不服不予公开须先申请复议。各年不可相加，未结案件可能跨年　·　来源：{source}",
        "Dashed: since 2024 a refusal goes to reconsideration first. Years do not add up, pending cases recur · Source: {source}",
    ),
    "remedies.rates_note": (
        "纠错率＝结果纠正÷（维持＋纠正＋其他），未结不计；空心表示基数不足10　·　来源：{source}",
        "Corrected ÷ (upheld + corrected + other), pending left out; hollow: fewer than 10 cases · Source: {source}",
    ),
    "remedies.rates_found": ("{organ}{year}年：{rates}", "{organ}, {year}: {rates}"),
    "remedies.rate": ("{rate}{value}（{top}/{base}）", "{rate} {value} ({top}/{base})"),
    "remedies.no_rate": ("{rate}无法计算", "{rate} cannot be given"),
    "remedies.no_rates": ("{organ}：历年均无法计算纠错率", "{organ}: no correction rate can be given for any year"),
    "remedies.gaps": (
        "　·　零线下：没有数字的格，颜色同结果，形状表示原因",
        " · Below zero: cells without a number, in the colour of the result, the shape says why",
    ),
    "remedies.missing": (
        "　·　{total}格中{held}格有数字（{reasons}）",
        " · {held} of {total} cells have a number ({reasons})",
    ),
    "remedies.complete": ("　·　{total}格均有数字", " · all {total} cells have a number"),
    "remedies.missing_rates": ("　·　{missing}", " · {missing}"),
    "remedies.gap": ("　·　其间未收录报告的年度：{years}", " · no report held in between: {years}"),
    "remedies.title": ("复议诉讼", "Remedies"),
    "remedies.nothing": ("{organ}的报告里没有表四。", "The reports of {organ} hold no table IV."),
}
