"""What is said around findings: ``severity``, and what ``finding_adds`` puts behind a sentence."""

SENTENCES: dict[str, tuple[str, str]] = {
    "findings.about": (
        "所示数字的核查提示（{count} 项，照原样显示，不代为更正）",
        "Findings about the figures shown ({count}; they are shown as printed, nothing is repaired)",
    ),
    "findings.line": ("{organ}{year}年：{said}", "{organ}, {year}: {said}"),
    "finding_adds.blanks": ("计算时空白或“/”按零计。", "Blank cells and “/”, “-” or “none” were counted as zero."),
    "finding_adds.reader": (
        "此处未得到另一次独立识读的印证，也可能是识读有误，请对照原件。",
        "No second, independent reading confirms these cells: the reading itself may be at fault; compare the original.",
    ),
    "finding_adds.transcription": (
        "两次独立识读结果相同，所读的转录文件即如此；原件是否如此，请对照原件。",
        "Two independent readings agree: the transcription that was read says so. Whether the original does is to be seen there.",
    ),
    "finding_adds.publisher": (
        "两次独立识读结果相同，原件即如此。",
        "Two independent readings agree: the document prints it so.",
    ),
    "severity.error": ("错误", "error"),
    "severity.warning": ("注意", "warning"),
    "severity.note": ("说明", "note"),
}
