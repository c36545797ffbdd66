"""What is said around findings: ``severity``, whose ``fault`` they may be, the ``verdict`` of a sum that counts blanks as zero, and what
``finding_adds`` puts behind a sentence."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.prose_agrees": (
        "正文所称“{quote}”与{table}“{line}”一致。",
        "The prose says “{quote}”, which agrees with {line} in {table}.",
    ),
    "finding.prose_not_assessed": (
        "正文所称“{quote}”能否与{table}“{line}”核对，尚不能确定：所指的年度、范围或机关可能不同，或表中没有可用的数字。",
        "The prose says “{quote}”. Whether it can be held against {line} in {table} is uncertain: it may mean another time, scope or agency, or the table may have no usable figure.",
    ),
    "findings.about": (
        "所示数字的核查提示（{count} 项；按原文照录，不代为更正）",
        "Findings about the figures shown ({count}; figures are shown as printed, never corrected)",
    ),
    "findings.line": ("{organ}{year}年【{mark}】：{said}", "{organ}, {year} [{mark}]: {said}"),
    "findings.marked": ("【{mark}】{said}", "[{mark}] {said}"),
    "finding_adds.blanks": (
        "计算时空白、“/”“-”“无”按零计。",
        "Blank cells and “/”, “-” or “none” were counted as zero.",
    ),
    "finding_adds.reader": (
        "此处数字未得到另一次独立识读的印证，可能是识读有误，请对照原件。",
        "No second, independent reading confirms these cells, so the reading itself may be wrong; check the document.",
    ),
    "finding_adds.transcription": (
        "两次独立识读结果相同，转录件即如此；原件是否如此，请对照原件。",
        "Two independent readings agree that the transcription says so; check whether the original document does.",
    ),
    "finding_adds.publisher": (
        "两次独立识读结果相同，原件即如此。",
        "Two independent readings agree: the document is printed this way.",
    ),
    "finding_adds.text": (
        "所据文字即在文件正文之中。",
        "The words stand in the text of the document itself.",
    ),
    "finding_adds.borne_out": (
        "两份报告各自的勾稽关系均印证所涉数字，差异出自报告本身。",
        "The sums of both reports bear these figures out, so the difference is in the reports themselves.",
    ),
    "finding_adds.two_reports": (
        "系两份报告比对所得，差异可能出在识读，也可能确有其事，请对照原件。",
        "Two reports are compared: the difference may come from the reading, or be genuine; check the documents.",
    ),
    "finding_adds.words": (
        "各部分按用词识别，用词不同的可能未被认出，请对照原件。",
        "Parts are recognised by their words, so one that is worded otherwise may have been missed; check the document.",
    ),
    "finding_adds.date": (
        "日期取自网页或来源清单。",
        "The date is that of the web page or of the source list.",
    ),
    "fault.reader": ("识读存疑", "reading in doubt"),
    "fault.publisher": ("发布机关", "publisher"),
    "fault.transcription": ("转录件", "transcription"),
    "severity.error": ("错误", "error"),
    "severity.warning": ("注意", "warning"),
    "severity.note": ("说明", "note"),
    "verdict.fails_blanks_as_zero": ("空白按零计则不符", "fails with blanks as zero"),
    "verdict.holds_blanks_as_zero": ("空白按零计方相符", "holds only with blanks as zero"),
}
