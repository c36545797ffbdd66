"""Saving a chart as a file."""

SENTENCES: dict[str, tuple[str, str]] = {
    "saving.label": ("保存此图：", "Save this chart:"),
    "saving.png": ("PNG", "PNG"),
    "saving.svg": ("SVG", "SVG"),
    "saving.html": ("网页", "HTML"),
    "saving.build": ("县镜 CountyScope · 数据版本 {build}", "CountyScope 县镜 · build {build}"),
    "saving.size": ("图片尺寸", "Size of the picture"),
    "saving.size_page": ("网页尺寸", "as on a page"),
    "saving.size_slide": ("幻灯片（16:9）", "slide (16:9)"),
    "saving.size_column": ("文章栏宽", "column of an article"),
    "saving.size_phone": ("手机", "phone"),
    "saving.title": ("自拟标题（可不填）", "Your own title (optional)"),
    "saving.working": ("正在生成……", "Saving …"),
    "saving.failed": (
        "未能保存：无法载入绘图程序，或无法绘制。请重新载入页面后再试。",
        "Not saved: the drawing library could not be loaded or could not draw. Reload the page and try again.",
    ),
}
