"""Saving a chart as a file."""

SENTENCES: dict[str, tuple[str, str]] = {
    "saving.label": ("保存此图：", "Save this chart:"),
    "saving.png": ("PNG", "PNG"),
    "saving.svg": ("SVG", "SVG"),
    "saving.html": ("网页", "HTML"),
    "saving.build": ("县镜 CountyScope · 数据版本 {build}", "CountyScope 县镜 · build {build}"),
    "saving.working": ("正在生成……", "Saving …"),
    "saving.failed": (
        "未能保存：无法载入绘图程序，或无法绘制。请重新载入页面后再试。",
        "Not saved: the drawing library could not be loaded or could not draw. Reload the page and try again.",
    ),
}
