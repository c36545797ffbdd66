"""The Remedies page and its charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "remedies.at_least": ("至少{count}", "at least {count}"),
    "remedies.beside": ("{year}年另有：{rates}", "Also in {year}: {rates}"),
    "remedies.count": ("{count}件", "{count}"),
    "remedies.title_cases": (
        "{organ}{year}年：行政复议{reconsideration}，未经复议直接起诉{suit_direct}，复议后起诉{suit_after}",
        "{organ}, {year}: reconsiderations {reconsideration}, suits without reconsideration {suit_direct}, suits after reconsideration {suit_after}",
    ),
    "remedies.note": (
        "竖虚线：2024年起，不服不予公开决定须先申请行政复议。各年不可相加，尚未审结的案件会跨年计入　·　来源：{source}",
        "Dashed: since 2024 a refusal goes to reconsideration first. Do not add up years: pending cases recur · Source: {source}",
    ),
    "remedies.rates_note": (
        "纠错率＝结果纠正÷（结果维持＋结果纠正＋其他结果），尚未审结不计；空心表示基数不足10　·　来源：{source}",
        "Corrected ÷ (upheld + corrected + other), pending left out; hollow: fewer than 10 cases · Source: {source}",
    ),
    "remedies.rates_found": ("{organ}{year}年：{rates}", "{organ}, {year}: {rates}"),
    "remedies.rate": ("{rate}{value}（{top}/{base}）", "{rate} {value} ({top}/{base})"),
    "remedies.no_rate": ("{rate}无法计算", "{rate} cannot be computed"),
    "remedies.no_rates": ("{organ}：历年均无法计算纠错率", "{organ}: no correction rate can be computed for any year"),
    "remedies.gaps": (
        "　·　零线以下：没有数字的单元格，颜色同办理结果，形状表示原因",
        " · Below zero: cells without a number; the colour gives the result, the shape the reason",
    ),
    "remedies.missing": (
        "{total}格中{held}格有数字（{reasons}）",
        "{held} of {total} {total:cell|cells} {held:has|have} a number ({reasons})",
    ),
    "remedies.complete": ("{total}格均有数字", "all {total} cells have a number"),
    "remedies.gap": ("　·　其间未收录报告的年度：{years}", " · no report in the collection for: {years}"),
    "remedies.title": ("复议诉讼", "Remedies"),
    "remedies.nothing": ("{organ}的报告文件中没有表四。", "The reports of {organ} have no table IV."),
}
