"""A chart that stands alone: in a frame of another page, or on paper."""

SENTENCES: dict[str, tuple[str, str]] = {
    "share.open": ("嵌入或打印", "Embed or print"),
    "share.address": ("仅含此图的网址", "Address of this chart alone"),
    "share.snippet": (
        "嵌入网页的代码（须以 serve --allow-frame 允许该网站）",
        "Code for a web page (its site must be allowed: serve --allow-frame)",
    ),
    "share.print": ("打印版（A4）", "Page to print (A4)"),
    "share.hint": ("用浏览器的打印功能即可打印或存为 PDF。", "Print this page from your browser, or save it as PDF."),
    "share.foot": (
        "县镜 CountyScope · 数据版本 {build}（{day}）",
        "CountyScope 县镜 · build {build} of {day}",
    ),
    "share.whole": ("查看数据和原文", "See the figures and their sources"),
    "share.more_rows": (
        "共{count}行，此处列出前{shown}行；全部数据见下载的文件。",
        "{shown} of {count} rows are printed; the files have all of them.",
    ),
}
