"""Errors of folders and files as such: missing, unreachable, changed meanwhile."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.raw_missing": (
        "找不到资料文件夹 {folder}。请新建它并放入报告，或另指定路径。",
        "There is no folder {folder}. Create it and put reports in, or name another one.",
    ),
    "error.raw_unreachable": (
        "打不开 {folder}：{reason}。请检查地址和网络；有些地址需另装 fsspec 的附加包。",
        "Cannot open {folder}: {reason}. Check the address and the network; some addresses need a further package of fsspec.",
    ),
    "error.raw_away": (
        "读取 {file} 时资料文件夹不在了（可能是共享盘断开）。请重新连接后再导入。",
        "The raw folder was away when {file} was to be read, as when a share is disconnected. Connect it and ingest again.",
    ),
    "error.folder_missing": (
        "文件夹 {folder} 不存在。请先建立，或换一个位置。",
        "There is no folder {folder}. Create it first, or name another place.",
    ),
    "error.folder_not_empty": (
        "{folder} 里已有文件。模拟数据不与其他文件混放：请换一个新文件夹。",
        "{folder} already holds files. Simulated reports are never mixed with others: name a new folder.",
    ),
    "error.folder_not_entered": (
        "无法进入文件夹 {file}：{reason}，其中的文件没有读取。请检查权限后重新导入。",
        "The folder {file} cannot be entered: {reason}. What is in it was not read. Check its permissions and ingest again.",
    ),
    "error.link_not_followed": (
        "{file} 是链接，没有读取。请放入文件本身；若它指向文件夹，请直接导入该文件夹。",
        "{file} is a link and was not followed. Put the file itself there, or ingest the folder that it leads to.",
    ),
    "error.no_plain_file": (
        "{file} 是管道、设备或套接字，不是普通文件，没有读取。请把它移出资料文件夹。",
        "{file} is a pipe, a device or a socket and no plain file, and was not read. Move it out of the raw folder.",
    ),
    "error.document_other": ("那里的 {file} 内容不同", "{file} has other content there"),
    "error.document_changing": (
        "{file} 在读取期间一直在变化（可能正在下载或复制），这次没有读取。请等它写完后重新导入。",
        "{file} kept changing while it was read, as when it is still being copied, and was not read. Ingest again when it is complete.",
    ),
    "error.document_changed": (
        "{file} 在导入之后被改动过，不能再作为出处展示。请重新导入。",
        "{file} was changed after it was ingested and cannot be shown as the source. Ingest again.",
    ),
    "error.document_gone": (
        "找不到 {file}。请把它放回资料文件夹。",
        "{file} is not there any more. Put it back into the raw folder.",
    ),
    "error.file_missing": ("找不到文件 {file}。", "There is no file {file}."),
    "error.not_writable": (
        "无法读写 {file}：{reason}。请检查磁盘空间、路径和权限后重试；已有的数据不受影响。",
        "{file} cannot be read or written: {reason}. Check space, path and rights and try again; what is published stays as it is.",
    ),
}
