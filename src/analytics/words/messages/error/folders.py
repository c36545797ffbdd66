"""Errors of folders and files as such: missing, unreachable, changed meanwhile."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.raw_missing": (
        "找不到资料文件夹 {folder}。请新建并放入报告，或指定其他路径。",
        "The folder {folder} does not exist. Create it and put reports in it, or give another path.",
    ),
    "error.raw_unreachable": (
        "无法打开 {folder}：{reason}。请检查地址和网络；有些地址需另装 fsspec 的附加包。",
        "Cannot open {folder}: {reason}. Check the address and the network; some addresses require another package for fsspec.",
    ),
    "error.raw_away": (
        "读取 {file} 时资料文件夹不可访问（可能是共享盘断开）。请重新连接后再导入。",
        "The raw folder was not available when {file} was to be read; a shared drive may have disconnected. Reconnect it and ingest again.",
    ),
    "error.folder_missing": (
        "文件夹 {folder} 不存在。请先新建，或换一个位置。",
        "The folder {folder} does not exist. Create it, or choose another place.",
    ),
    "error.folder_not_empty": (
        "{folder} 中已有文件，模拟报告不与其他文件混放。请换一个新文件夹。",
        "{folder} already contains files. Simulated reports are never mixed with other files; choose a new folder.",
    ),
    "error.folder_not_entered": (
        "无法进入文件夹 {file}：{reason}，其中的文件未读取。请检查权限后重新导入。",
        "The folder {file} cannot be opened: {reason}. Its files were not read. Check its permissions and ingest again.",
    ),
    "error.link_not_followed": (
        "{file} 是链接，未读取。请放入文件本身；如指向文件夹，请直接导入该文件夹。",
        "{file} was not read: it is a link. Put the file itself there, or ingest the folder it points to.",
    ),
    "error.no_plain_file": (
        "{file} 是管道、设备或套接字，不是普通文件，未读取。请将其移出资料文件夹。",
        "{file} was not read: it is a pipe, a device or a socket, not a regular file. Move it out of the raw folder.",
    ),
    "error.document_other": ("该处的 {file} 内容不同", "{file} has different content there"),
    "error.document_changing": (
        "{file} 在读取期间不断变化（可能正在下载或复制），本次未读取。请待写入完成后重新导入。",
        "{file} was not read: it kept changing, perhaps because it was still being copied. Ingest again when it is complete.",
    ),
    "error.document_changed": (
        "{file} 在导入之后有改动，不能再作为出处展示。请重新导入。",
        "{file} has changed since it was ingested and cannot be shown as the source. Ingest again.",
    ),
    "error.document_gone": (
        "找不到 {file}。请将其放回资料文件夹。",
        "{file} is no longer there. Put it back in the raw folder.",
    ),
    "error.file_missing": ("找不到文件 {file}。请检查路径。", "The file {file} does not exist. Check the path."),
    "error.not_writable": (
        "无法读写 {file}：{reason}。请检查磁盘空间、路径和权限后重试；已有数据不受影响。",
        "{file} cannot be read or written: {reason}. Check disk space, path and permissions and try again; published data are not affected.",
    ),
}
