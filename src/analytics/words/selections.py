"""Sentences on saved views."""

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
    "saved.imported": (
        "加入 {added} 个，原已有 {known} 个。",
        "Added: {added}. Already there: {known}.",
    ),
    "saved.unknown_page": (
        "“{name}”要打开的页面 {page} 不存在，未导入。",
        "“{name}” opens a page {page}, which there is not; it was left out.",
    ),
    "saved.unknown_parameter": (
        "“{name}”里的 {parameter}={value} 在这套数据里找不到，打开时会略去。",
        "“{name}” asks for {parameter}={value}, which is not in this collection; opening it leaves that out.",
    ),
    "error.view_name": (
        "名字不能为空，也不能超过 {limit} 个字。",
        "A name is needed, of at most {limit} characters.",
    ),
    "error.view_taken": (
        "已有一个视图叫“{name}”。请换个名字。",
        "There is a view called “{name}” already. Choose another name.",
    ),
    "error.view_gone": ("视图“{name}”已不在列表中。", "The view “{name}” is no longer in the list."),
    "error.views_full": (
        "最多保存 {limit} 个视图。请先删除一些。",
        "At most {limit} views can be saved. Delete some first.",
    ),
    "error.selections_unreadable": (
        "这个文件不是从“保存的视图”导出的列表，没有导入任何内容。",
        "This file is no list exported from “Saved views”. Nothing was imported.",
    ),
    "error.selections_damaged": (
        "保存视图的文件 {file} 已损坏，读不出来。页面照常可用；下次保存时它会改名留存，另起一份。",
        "The file of saved views, {file}, is damaged and cannot be read. Everything else works; when a view is saved next, the damaged file is set aside under another name and a new one begun.",
    ),
    "error.selections_not_written": (
        "无法写入 {file}：它所在的文件夹不可写，或正被占用。请检查权限后重试。",
        "{file} cannot be written: its folder is read-only or in use. Check its permissions and try again.",
    ),
}
