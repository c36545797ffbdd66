"""Hints: with which other figure the sums of a report would hold. Nothing is corrected by them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.would_hold": (
        "“{where}”所印为{printed}；若为{value}，则现不相符的{count}项勾稽关系均可成立，且无其他同样简单的改法。此为核对提示，数字仍按原文照录。",
        "{where} is printed as {printed}. If it read {value}, {count} {count:identity|identities} that "
        "{count:fails|fail} now would hold, and no other change as small does that. This is a hint where to look; the figure stays as printed.",
    ),
    "finding.would_hold_left_blank": (
        "“{where}”空白；若为{value}，则现不相符的{count}项勾稽关系均可成立，且无其他同样简单的改法。此为核对提示，单元格仍作空白。",
        "{where} is blank. If it read {value}, {count} {count:identity|identities} that {count:fails|fail} now would "
        "hold, and no other change as small does that. This is a hint where to look; the cell stays blank.",
    ),
    "finding.would_hold_together": (
        "若以下单元格如此改读，则现不相符的{count}项勾稽关系均可成立，且无其他同样简单的改法：{readings}。此为核对提示，数字仍按原文照录。",
        "If these cells read as follows, {count} {count:identity|identities} that {count:fails|fail} now would hold, and no "
        "other change as small does that: {readings}. This is a hint where to look; the figures stay as printed.",
    ),
}
