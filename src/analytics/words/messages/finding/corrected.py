"""Findings about corrections and assignments: what somebody else than the publisher says."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.corrected": (
        "“{line}”的“{column}”原文印为“{printed}”，现按更正取 {value}。理由：{reason}；依据：{source}（{by}，{at}）。",
        "{column} of {line} is printed as “{printed}” and was corrected to {value}. Reason: {reason}. Source: {source} ({by}, {at}).",
    ),
    "finding.corrected_left_blank": (
        "“{line}”的“{column}”原文空白，现按更正取 {value}。理由：{reason}；依据：{source}（{by}，{at}）。",
        "{column} of {line} is blank in print and was corrected to {value}. Reason: {reason}. Source: {source} ({by}, {at}).",
    ),
    "finding.correction_printed_differs": (
        "对“{line}”的“{column}”的更正（取 {value}）未予采用：更正时原文为“{printed}”，现为“{printed_now}”。请对照原件后重新提出更正。",
        "A correction of {column} of {line} (to {value}) was not applied: it was made when “{printed}” was printed; the document now prints “{printed_now}”. Compare the document and enter the correction again.",
    ),
    "finding.correction_no_cell": (
        "对“{line}”的“{column}”的更正（取 {value}）未予采用：报告中没有这个单元格。",
        "A correction of {column} of {line} (to {value}) was not applied: the report has no such cell.",
    ),
    "finding.assigned": (
        "该报告的机关或年度由人工指定。理由：{reason}；依据：{source}（{by}，{at}）。",
        "The agency or year of this report was entered by hand. Reason: {reason}. Source: {source} ({by}, {at}).",
    ),
    "finding.assignment_not_applied": (
        "对该报告的机关或年度的人工指定未予采用：指定时标题为“{assigned_title}”，现为“{title}”，或真实地区被指定给了模拟报告。请核对后重新指定。",
        "The agency or year assigned to this report by hand was not applied: the title was “{assigned_title}” at the time and is now “{title}”, or a simulated report was assigned to a real place. Check it and assign it again.",
    ),
}
