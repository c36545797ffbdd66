"""The sidebar."""

SENTENCES: dict[str, tuple[str, str]] = {
    "sidebar.others": (
        "另有{count}份不单独计数：与上述某份同属一个机关同一年度，或不能确定机关、年度",
        "{count} more are not counted: they are about the same agency and year as one of these, or their agency or year is unknown",
    ),
    "sidebar.build": ("数据更新于{day}，{reports}份报告", "Data of {day}, {reports} reports"),
    "sidebar.build_id": ("数据版本 {build}", "Build {build}"),
    "sidebar.honesty": (
        "空白、“/”“-”“无”、零、表格无此项、文件未载，各不相同，一律不补。",
        "Blank, “/” or “none”, zero, not on the form and not reached are different things here. Nothing is filled in.",
    ),
}
