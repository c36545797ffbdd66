"""Saved views."""

SENTENCES: dict[str, tuple[str, str]] = {
    "saved.title": ("保存的视图", "Saved views"),
    "saved.none": ("还没有保存的视图。", "No view has been saved yet."),
    "saved.name": ("为当前页面取个名字", "A name for this page as it stands"),
    "saved.save": ("保存", "Save"),
    "saved.share": ("当前页面的链接", "A link to this page"),
    "saved.share_note": (
        "链接记下所选内容和数据版本；对方打开时，用的是对方的语言。",
        "It carries what is chosen and the build; it opens in the language of whoever opens it.",
    ),
    "saved.manage": ("改名、分享或删除", "Rename, share or delete"),
    "saved.link": ("它的链接", "Its link"),
    "saved.new_name": ("新名字", "New name"),
    "saved.rename": ("改名", "Rename"),
    "saved.delete": ("删除", "Delete"),
    "saved.export": ("导出全部（JSON）", "Export all (JSON)"),
    "saved.import": ("导入（JSON）", "Import (JSON)"),
    "saved.add": ("加入列表", "Add to the list"),
    "saved.done": ("已保存“{name}”。", "“{name}” is saved."),
    "saved.renamed": ("已改名为“{name}”。", "It is now called “{name}”."),
    "saved.deleted": ("已删除“{name}”。", "“{name}” is deleted."),
    "saved.imported": ("加入 {added} 个，原已有 {known} 个。", "Added: {added}. Already there: {known}."),
    "saved.unknown_page": (
        "“{name}”要打开的页面 {page} 不存在，未导入。",
        "“{name}” opens a page {page}, which there is not; it was left out.",
    ),
    "saved.unknown_parameter": (
        "“{name}”里的 {parameter}={value} 在这套数据里找不到，打开时会略去。",
        "“{name}” asks for {parameter}={value}, which is not in this collection; opening it leaves that out.",
    ),
}
