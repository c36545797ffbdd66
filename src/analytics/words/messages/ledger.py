"""The ledger of requests: its lines, and what ``continuity`` a year has with the one before."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ledger.line": (
        "{organ}{year}年{whose}：上年结转{over}，新收{received}，办结{answered}，结转下年度{forward}",
        "{organ}, {year}{whose}: carried over {over}, received {received}, answered {answered}, carried forward {forward}",
    ),
    "ledger.of_applicant": ("（{applicant}）", " ({applicant})"),
    "ledger.absent": ("—", "–"),
    "ledger.unbalanced": ("　✗ 收支不符，差{left}", "  ✗ does not balance, off by {left}"),
    "continuity.first": ("首份报告", "first report"),
    "continuity.continues": ("与上年衔接", "continues"),
    "continuity.differs": ("　✗ 上年报告结转{before}", "  ✗ the year before carried {before} forward"),
    "continuity.not_told": ("　? 无从衔接", "  ? cannot be compared with the year before"),
    "continuity.no_report": ("　? 无报告", "  ? no report"),
    "continuity.no_report_before": ("　? 上年无报告", "  ? no report of the year before"),
}
