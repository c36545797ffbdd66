"""Saved views."""

SENTENCES: dict[str, tuple[str, str]] = {
    "saved.title": ("保存的视图", "Saved views"),
    "saved.none": ("还没有保存的视图。", "There are no saved views yet."),
    "saved.name": ("为当前页面命名", "Name for the current page"),
    "saved.save": ("保存", "Save"),
    "saved.share": ("当前页面的链接", "Link to the current page"),
    "saved.share_note": (
        "链接记录所选内容和数据版本；打开时使用打开者的界面语言。",
        "The link keeps what you have chosen and the build; it opens in the reader's own language.",
    ),
    "saved.manage": ("重命名、分享或删除", "Rename, share or delete"),
    "saved.link": ("视图链接", "Link to this view"),
    "saved.new_name": ("新名称", "New name"),
    "saved.rename": ("重命名", "Rename"),
    "saved.delete": ("删除", "Delete"),
    "saved.export": ("导出全部（JSON）", "Export all (JSON)"),
    "saved.import": ("导入（JSON）", "Import (JSON)"),
    "saved.add": ("加入列表", "Add to the list"),
    "saved.done": ("已保存“{name}”。", "“{name}” was saved."),
    "saved.renamed": ("已重命名为“{name}”。", "Renamed to “{name}”."),
    "saved.deleted": ("已删除“{name}”。", "“{name}” was deleted."),
    "saved.imported": ("新增 {added} 个，已有 {known} 个。", "Added: {added}. Already in the list: {known}."),
    "saved.unknown_page": (
        "“{name}”所指的页面 {page} 不存在，未导入。",
        "“{name}” opens the page {page}, which does not exist. It was not imported.",
    ),
    "saved.unknown_parameter": (
        "“{name}”中的 {parameter}={value} 在本数据集中不存在，打开时将忽略。",
        "“{name}” asks for {parameter}={value}, which is not in this collection. It will be ignored when you open the view.",
    ),
}
