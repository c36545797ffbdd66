"""The Requests page and its charts; each ``outcome``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "requests.none": ("{organ}{year}年没有申请", "{organ} had no applications in {year}"),
    "requests.flow_title": (
        "{organ}{year}年{total}件申请：{outcome}{count}件，占{share}，最多",
        "{organ}, {year}: of {total} applications most, {count} or {share}, ended as “{outcome}”",
    ),
    "requests.flow_note": (
        "左为申请人，右为去向（含上年结转）。单位：件　·　来源：{source}",
        "Applicants on the left, outcomes on the right, with what was carried over. Unit: applications · Source: {source}",
    ),
    "requests.cells_missing": ("　·　{count} 格没有数字，未计入", " · {count} cells without a number are not in it"),
    "requests.unaccounted": (
        "　·　印出的总数为{total}件，其中{count}件的去向没有分项数字",
        " · The printed totals say {total}; where {count} of them ended is not given",
    ),
    "requests.reasons_unknown": (
        "所持{organ}{year}年的文件没有载明未予公开的理由",
        "The document held of {organ} for {year} does not give reasons for turning applications down",
    ),
    "requests.no_reasons": (
        "{organ}{year}年没有不予公开、无法提供或不予处理的申请",
        "{organ} turned down no application in {year}",
    ),
    "requests.reasons_title": (
        "{organ}{year}年未予公开的{total}件中，“{reason}”最多，{count}件",
        "{organ}, {year}: of {total} turned down, most for “{reason}” ({count})",
    ),
    "requests.reasons_least": (
        "{organ}{year}年未予公开的至少{total}件；有数字的理由中“{reason}”最多，{count}件",
        "{organ}, {year}: at least {total} turned down; of the reasons with a number “{reason}” has most ({count})",
    ),
    "requests.of_parts": ("{count}（分项之和）", "{count} (sum of parts)"),
    "requests.overflow": (
        "　·　印出的总数为{total}件，分项之和多出{count}件",
        " · The printed totals say {total}; the parts add up to {count} more",
    ),
    "requests.reasons_note": (
        "各项为表三印出的总计；总计空白的，为各类申请人之和。单位：件　·　来源：{source}",
        "Printed totals of table III, or the sum of the applicants where the total is blank. Unit: applications · Source: {source}",
    ),
    "requests.rest": ("合计与分项之差", "what the parts leave"),
    "requests.waterfall_title": (
        "{organ}{year}年新收申请由{before}件到{now}件（{change}）",
        "{organ}, {year}: new applications went from {before} to {now} ({change})",
    ),
    "requests.waterfall_note": (
        "各类申请人的增减相加，等于总计的增减。单位：件　·　来源：{source}",
        "The changes by applicant add up to the change of the total. Unit: applications · Source: {source}",
    ),
    "requests.waterfall_rest": (
        "印出的总计与分项对不上，或有的分项没有数字，差额单列。单位：件　·　来源：{source}",
        "Printed totals and parts do not balance, or a part has no number; the rest stands apart. Unit: applications · Source: {source}",
    ),
    "requests.behind": ("点选申请人或去向，查看原文", "Choose an applicant or an outcome to see its printed cells"),
    "requests.title": ("依申请公开", "Requests"),
    "requests.nothing": (
        "所持{organ}{year}年的文件没有印出申请的去向。",
        "The document held of {organ} for {year} does not print where applications ended.",
    ),
    "requests.no_change": ("没有{year}年的数字，无法分解增减。", "There is no figure of {year} to compare with."),
    "outcome.disclosed": ("予以公开", "disclosed in full"),
    "outcome.partly_disclosed": ("部分公开", "disclosed in part"),
    "outcome.refused": ("不予公开", "not disclosed"),
    "outcome.unable": ("无法提供", "unable to provide"),
    "outcome.not_processed": ("不予处理", "not processed"),
    "outcome.other": ("其他处理", "otherwise handled"),
    "outcome.carried_forward": ("结转下年", "carried forward"),
}
