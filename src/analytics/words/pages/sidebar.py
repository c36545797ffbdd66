"""The sidebar."""

SENTENCES: dict[str, tuple[str, str]] = {
    "sidebar.others": (
        "另有{count}份未单独计数：与已计报告属于同一机关同一年度，或机关、年度不明",
        "{count} more {count:is|are} not counted: same agency and year as a counted report, or agency or year unknown",
    ),
    "sidebar.build": ("数据更新于{day}，共{reports}份报告", "Data of {day}, {reports} {reports:report|reports}"),
    "sidebar.build_id": ("数据版本 {build}", "Build {build}"),
    "sidebar.honesty": (
        "空白、“/”“-”“无”、零、表格无此项、报告文件缺此部分，含义各不相同，一律不作填补。",
        "Blank, “/”, “-” or “none”, zero, not on the form and missing from the document are different things. Nothing is filled in.",
    ),
}
