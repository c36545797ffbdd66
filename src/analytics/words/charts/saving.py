"""Saving a chart as a file."""

SENTENCES: dict[str, tuple[str, str]] = {
    "saving.label": ("保存此图：", "Save this chart:"),
    "saving.png": ("PNG", "PNG"),
    "saving.svg": ("SVG", "SVG"),
    "saving.html": ("网页", "HTML"),
    "saving.build": ("县镜 CountyScope · 数据版本 {build}", "CountyScope 县镜 · build {build}"),
    "saving.working": ("正在生成……", "Drawing …"),
    "saving.failed": (
        "没有存成：绘图程序取不到或画不出。请重新载入本页再试。",
        "Not saved: the drawing library could not be fetched or could not draw. Reload the page and try again.",
    ),
}
