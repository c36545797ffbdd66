"""Marks of a figure: what is in doubt, the ``basis`` of a change."""

SENTENCES: dict[str, tuple[str, str]] = {
    "mark.blanks_as_zero": ("计算值，空白按零计", "computed, blanks as zero"),
    "mark.computed": ("计算值", "computed"),
    "mark.small_base": ("基数小于10", "base under 10"),
    "mark.suspected": ("疑似口径变化", "coverage change suspected"),
    "mark.stated_by": ("由{year}年报告载明", "stated in the {year} report"),
    "mark.disagrees": (
        "报告自述增减为{value}，与两份报告之差不符",
        "the report itself states {value}, which is not the difference",
    ),
    "mark.uncertain": ("位置或数值经判读", "place or value needed interpretation"),
    "basis.computed": ("两份报告相减", "difference of two reports"),
    "basis.reported": ("报告自述增减", "change stated by the report"),
}
