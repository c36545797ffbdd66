"""The Requests page and its charts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "requests.none": ("{organ}{year}年没有申请", "{organ} had no requests in {year}"),
    "requests.flow_title": (
        "{organ}{year}年{total}件申请中，办理结果以“{outcome}”最多，{count}件，占{share}",
        "{organ}, {year}: of {total} {total:request|requests}, the most frequent outcome is “{outcome}” ({count}, {share})",
    ),
    "requests.flow_title_tied": (
        "{organ}{year}年{total}件申请中，办理结果以“{outcome}”并列最多，各{count}件，各占{share}",
        "{organ}, {year}: of {total} {total:request|requests}, the most frequent outcomes are “{outcome}” ({count} and {share} each)",
    ),
    "requests.flow_note": (
        "左为申请人，右为办理结果（含上年结转）。单位：件　·　来源：{source}",
        "Applicants on the left, outcomes on the right, including requests carried over. Unit: requests · Source: {source}",
    ),
    "requests.cells_missing": (
        "　·　{count} 格没有数字，未计入",
        " · {count} {count:cell has|cells have} no number and {count:is|are} left out",
    ),
    "requests.unaccounted": (
        "　·　印出的总计为{total}件，其中{count}件没有分项数字",
        " · The printed totals give {total}; for {count} of them no outcome is given",
    ),
    "requests.reasons_unknown": (
        "{organ}{year}年的报告文件未载明未予公开的理由",
        "The document of {organ} for {year} gives no reasons for requests that ended without disclosure",
    ),
    "requests.no_reasons": (
        "{organ}{year}年没有不予公开、无法提供、不予处理或其他处理的申请",
        "{organ} had no requests that ended without disclosure in {year}",
    ),
    "requests.reasons_title": (
        "{organ}{year}年未予公开的{total}件申请中，“{reason}”最多，{count}件",
        "{organ}, {year}: of {total} {total:request|requests} that ended without disclosure, the most frequent reason is “{reason}” ({count})",
    ),
    "requests.reasons_title_tied": (
        "{organ}{year}年未予公开的{total}件申请中，“{reason}”并列最多，各{count}件",
        "{organ}, {year}: of {total} {total:request|requests} that ended without disclosure, the most frequent reasons are “{reason}” ({count} each)",
    ),
    "requests.reasons_least_tied": (
        "{organ}{year}年未予公开的申请至少{total}件；有数字的理由中“{reason}”并列最多，各{count}件",
        "{organ}, {year}: at least {total} requests ended without disclosure; of the reasons with a number, “{reason}” have the most ({count} each)",
    ),
    "requests.between_tied": ("”“", "”, “"),
    "requests.reasons_least": (
        "{organ}{year}年未予公开的申请至少{total}件；有数字的理由中“{reason}”最多，{count}件",
        "{organ}, {year}: at least {total} requests ended without disclosure; of the reasons with a number, “{reason}” has the most ({count})",
    ),
    "requests.of_parts": ("{count}（分项之和）", "{count} (sum of the parts)"),
    "requests.overflow": (
        "　·　印出的总计为{total}件，分项之和多出{count}件",
        " · The printed totals give {total}; the parts add up to {count} more",
    ),
    "requests.reasons_note": (
        "各项取表三印出的总计；总计空白的，取各类申请人之和。单位：件　·　来源：{source}",
        "Printed totals of table III, or the sum of the applicants where the total is blank. Unit: requests · Source: {source}",
    ),
    "requests.rest": ("总计与分项之差", "Difference of total and parts"),
    "requests.waterfall_title": (
        "{organ}{year}年新收申请由{before}件变为{now}件（{change}）",
        "{organ}, {year}: new requests went from {before} to {now} ({change})",
    ),
    "requests.waterfall_note": (
        "各类申请人的增减相加，等于总计的增减。单位：件　·　来源：{source}",
        "The changes by applicant add up to the change in the total. Unit: requests · Source: {source}",
    ),
    "requests.waterfall_rest": (
        "印出的总计与分项不符，或有分项没有数字，差额单列。单位：件　·　来源：{source}",
        "The printed total and its parts do not agree, or a part has no number; the difference is shown separately. Unit: requests · Source: {source}",
    ),
    "requests.behind": ("点选申请人或办理结果，查看原文", "Choose an applicant or an outcome to see its printed cells"),
    "requests.title": ("依申请公开", "Requests"),
    "requests.nothing": (
        "{organ}{year}年的报告文件未载明申请的办理结果。",
        "The document of {organ} for {year} does not give the outcomes of requests.",
    ),
    "requests.no_change": ("没有{year}年的数字，无法分解增减。", "There is no figure for {year} to compare with."),
}
