"""What an open build shows of itself in a notebook."""

SENTENCES: dict[str, tuple[str, str]] = {
    "notebook.build": ("数据版本", "Build"),
    "notebook.folder": ("数据仓", "Warehouse"),
    "notebook.reports": ("现行报告", "Current reports"),
    "notebook.organs": ("机关", "Agencies"),
    "notebook.years": ("年度", "Years"),
    "notebook.documents": ("文件", "Documents"),
    "notebook.next": ("可用", "Next"),
}
