"""Errors of archives and mails, and of what lies in them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.rar_not_read": (
        "{file} 是 RAR 压缩包，本程序不能解压。请先解压，把其中的文件放入资料文件夹，或重新打包为 ZIP、7Z 或 TAR。",
        "{file} is a RAR archive, which cannot be unpacked here. Unpack it and put its files in the folder, or pack them again as ZIP, 7Z or TAR.",
    ),
    "error.compressed_alone": (
        "{file} 是单独压缩的一个文件，不是压缩包。请先解压，再把得到的文件放入资料文件夹。",
        "{file} is a single compressed file, not an archive. Unpack it and put the resulting file in the folder.",
    ),
    "error.archive_too_deep": (
        "{file} 的压缩包嵌套超过 {limit} 层，未读取。请解开外层后重试。",
        "{file} was not read: its archives are nested more than {limit} levels deep. Unpack the outer ones and try again.",
    ),
    "error.archive_too_many": (
        "{file} 内有 {members} 个文件，超过上限 {limit}，未读取。请分成几个压缩包。",
        "{file} was not read: it contains {members} files, over the limit of {limit}. Split it into several archives.",
    ),
    "error.archive_empty": ("{file} 是空的压缩包。请重新获取。", "{file} is an empty archive. Fetch it again."),
    "error.archive_member_name": (
        "压缩包中的 {file} 文件名指向压缩包之外或含控制字符，未读取。请解压改名后放入资料文件夹。",
        "{file} was not read: its name leads outside the archive or contains control characters. Unpack it under another name and put it in the raw folder.",
    ),
    "error.archive_member_twice": (
        "压缩包中有 {count} 个文件均名为 {file}，无法判断以哪个为准，均未读取。请解压后分别命名，放入资料文件夹。",
        "{count} files in the archive are called {file}. It is unclear which counts, so none was read. Unpack them under different names and put them in the raw folder.",
    ),
    "error.member_link": (
        "压缩包中的 {file} 是链接，未读取。请解压后把它指向的文件放入资料文件夹。",
        "{file} in the archive was not read: it is a link. Unpack the archive and put the file it points to in the raw folder.",
    ),
    "error.member_no_file": (
        "压缩包中的 {file} 是管道或设备，不是普通文件，未读取。",
        "{file} in the archive was not read: it is a pipe or a device, not a regular file.",
    ),
    "error.archive_name_taken": (
        "压缩包 {file} 中的文件会与文件夹 {folder} 中的文件同名，未读取。请给该文件夹改名后重新导入。",
        "The files in the archive {file} were not read: their names would clash with those in the folder {folder}. Rename the folder and ingest again.",
    ),
    "error.listing_timed_out": (
        "列出压缩包 {file} 的内容超过 {seconds} 秒，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} took more than {seconds} seconds and was stopped; other files are not affected. Unpack it into the raw folder, or split it.",
    ),
    "error.listing_out_of_memory": (
        "列出压缩包 {file} 的内容所需内存超过上限，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} needed more memory than allowed and was stopped; other files are not affected. Unpack it into the raw folder, or split it.",
    ),
    "error.archive_attached": (
        "{file} 是一封邮件，附件为压缩包。请把压缩包另存到资料文件夹，其中的报告会逐份读取。",
        "{file} is an e-mail with an archive attached. Save the archive in the folder; each report in it will be read.",
    ),
    "error.message_empty": (
        "{file} 是一封邮件，其中没有可读的网页、文字或附件。请把报告另存为单独的文件，再放入资料文件夹。",
        "{file} is an e-mail without a readable page, text or attachment. Save the report as a separate file and put it in the folder.",
    ),
    "error.many_attachments": (
        "{file} 是一封邮件，带有 {attachments} 个附件，无法判断哪一个是报告。请把报告另存为单独的文件，再放入资料文件夹。",
        "{file} is an e-mail with {attachments} attachments, and it is unclear which is the report. Save the report as a separate file and put it in the folder.",
    ),
    "error.archive_alone": (
        "{file} 是压缩包。请把它放入一个文件夹，对该文件夹运行 countyscope ingest，其中的报告会逐份读取。",
        "{file} is an archive. Put it in a folder and run countyscope ingest on that folder; each report in it will be read.",
    ),
    "error.unpacks_too_large": (
        "{file} 解压后有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限，未解压。年度报告不会这么大，请核对文件。",
        "{file} was not unpacked: it would come to {size_mb:.0f} MB, over the limit of {limit_mb:.0f} MB. No annual report is that large; check the file.",
    ),
}
