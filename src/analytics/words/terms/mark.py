"""Marks of a figure: what is in doubt, the ``basis`` of a change."""

SENTENCES: dict[str, tuple[str, str]] = {
    "mark.blanks_as_zero": ("计算值，空白按零计", "computed, blanks as zero"),
    "mark.computed": ("计算值", "computed"),
    "mark.small_base": ("基数小于10", "base under 10"),
    "mark.suspected": ("疑似口径变化", "suspected change of coverage"),
    "mark.stated_by": ("由{year}年报告载明", "stated in the {year} report"),
    "mark.disagrees": (
        "报告自述增减为{value}，与两份报告之差不符",
        "the report states a change of {value}, which differs from the difference of the two reports",
    ),
    "mark.stated_in_prose": ("取自正文，并非表格数字", "taken from the prose, no figure of a table"),
    "mark.corrected": ("经更正，按原文应为{printed}", "corrected; as printed: {printed}"),
    "mark.corrected_unprinted": ("经更正，原文未印出可用的数字", "corrected; no usable figure is printed"),
    "mark.change_corrected": ("增减所用数字经更正", "the change rests on a corrected figure"),
    "mark.uncertain": ("位置或数值存疑，请核对原文", "place or value uncertain; check the document"),
    "basis.computed": ("两份报告相减", "difference of two reports"),
    "basis.reported": ("报告自述增减", "change stated in the report"),
}
