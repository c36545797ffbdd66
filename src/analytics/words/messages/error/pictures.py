"""Errors of scans, photographs and pages photographed one by one."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.ocr_missing": (
        "{file} 是扫描件或图片，需要文字识别，而文字识别组件尚未安装。请运行 pip install 'countyscope[ocr]'（在项目文件夹中用 make setup-ocr）后重新读取。",
        "{file} is a scan or picture, and text recognition is not installed. Run pip install 'countyscope[ocr]' (in the project folder, make setup-ocr) and read it again.",
    ),
    "error.picture_broken": (
        "{file} 作为图片无法打开（{reason}）。请重新下载或重新扫描。",
        "{file} cannot be opened as a picture ({reason}). Download or scan it again.",
    ),
    "error.picture_not_taken": (
        "{file} 有一幅宽 {width}、高 {height} 像素的图片，文字识别无法处理。请按整页重新扫描。",
        "{file} contains a picture of {width} × {height} pixels, which text recognition cannot process. Scan whole pages again.",
    ),
    "error.picture_too_large": (
        "{file} 的图片超过 {limit} 百万像素，未读取。请以每英寸 200 至 300 点重新扫描。",
        "{file} was not read: it has more than {limit} million pixels. Scan it again at 200 to 300 dots per inch.",
    ),
    "error.picture_without_text": (
        "{file} 的图片中未识别出文字。请核对扫描是否清晰、方向是否正确。",
        "No text was recognised in the picture {file}. Check that the scan is sharp and the right way up.",
    ),
    "error.page_no_picture": (
        "{file} 与编号相连的文件似为逐页拍摄的一份报告，但第 {page} 个不是图片。请为不属于这份报告的文件改名。",
        "{file} and the files numbered after it look like one report photographed page by page, but number {page} is not a picture. Rename the files that are not pages of the report.",
    ),
    "error.pages_of_several_reports": (
        "{file} 与编号相连的图片不是同一份报告：第 {first} 页和第 {other} 页的标题不同。请将每份报告的图片单独放入一个文件夹，或使用不同的文件名。",
        "{file} and the pictures numbered after it are not one report: pages {first} and {other} have different titles. Put the pictures of each report in a separate folder, or give them different names.",
    ),
    "error.pages_begin_anew": (
        "{file} 与编号相连的图片不是同一份报告：第 {first} 页的“{heading}”部分在第 {other} 页重新开始。请将每份报告的图片单独放入一个文件夹，或使用不同的文件名。",
        "{file} and the pictures numbered after it are not one report: section “{heading}” of page {first} starts again on page {other}. Put the pictures of each report in a separate folder, or give them different names.",
    ),
}
