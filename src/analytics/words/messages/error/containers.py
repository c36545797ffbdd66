"""Errors of archives and mails, and of what lies in them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.rar_not_read": (
        "{file} 是 RAR 压缩包，本程序不能解开。请先解压，把其中的文件放进文件夹，或重新打包为 ZIP、7Z 或 TAR。",
        "{file} is a RAR archive, which cannot be unpacked here. Unpack it and put its files into the folder, or pack them again as ZIP, 7Z or TAR.",
    ),
    "error.compressed_alone": (
        "{file} 是单独压缩的一个文件，不是文件包。请先解压，再把得到的文件放进文件夹。",
        "{file} is one compressed file and no archive. Unpack it and put the file that comes out into the folder.",
    ),
    "error.archive_too_deep": (
        "{file} 的压缩包嵌套超过 {limit} 层，没有读取。请解开外层后重试。",
        "{file} holds archives within archives beyond {limit} levels and was not read. Unpack the outer ones and try again.",
    ),
    "error.archive_too_many": (
        "{file} 内有 {members} 个文件，超过上限 {limit}，没有读取。请分成几个压缩包。",
        "{file} holds {members} files, more than {limit}, and was not read. Split it into several archives.",
    ),
    "error.archive_empty": ("{file} 是空的压缩包。请重新获取。", "{file} is an archive without files. Fetch it again."),
    "error.archive_member_name": (
        "压缩包中的 {file} 文件名指向压缩包之外或含控制字符，没有读取。请解压改名后放入资料文件夹。",
        "{file} was not read: its name leads out of the archive or holds control characters. Unpack it under another name.",
    ),
    "error.archive_member_twice": (
        "压缩包里有 {count} 个文件都叫 {file}，无法判断以哪个为准，均未读取。请解压后各取一个名称，放入资料文件夹。",
        "{count} files of the archive are all called {file}. Nothing tells which of them counts, and none was read. Unpack them under names of their own.",
    ),
    "error.member_link": (
        "压缩包中的 {file} 是链接，没有读取。请解压后把它指向的文件放入资料文件夹。",
        "{file} of the archive is a link and was not read. Unpack it and put the file that it leads to into the folder.",
    ),
    "error.member_no_file": (
        "压缩包中的 {file} 是管道或设备，不是普通文件，没有读取。",
        "{file} of the archive is a pipe or a device and no plain file, and was not read.",
    ),
    "error.archive_name_taken": (
        "压缩包 {file} 中的文件会与文件夹 {folder} 中的文件同名，没有读取。请给该文件夹改名后重新导入。",
        "The files in the archive {file} would be called as those in the folder {folder} and were not read. Rename the folder and ingest again.",
    ),
    "error.listing_timed_out": (
        "列出压缩包 {file} 超过 {seconds} 秒，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} took more than {seconds} seconds and was given up; other files are not affected. Unpack it into the raw folder, or split it.",
    ),
    "error.listing_out_of_memory": (
        "列出压缩包 {file} 所需内存超过上限，已放弃；其他文件不受影响。请解压后放入资料文件夹，或分成几个压缩包。",
        "Listing the archive {file} needs more memory than allowed and was given up; other files are not affected. Unpack it into the raw folder, or split it.",
    ),
    "error.archive_attached": (
        "{file} 是一封邮件，附件是压缩包。请把压缩包另存到文件夹里，其中的报告会逐份读取。",
        "{file} is a mail with an archive attached. Save the archive into the folder: each report in it is read.",
    ),
    "error.message_empty": (
        "{file} 是一封邮件，其中没有可读的网页、文字或附件。请把报告另存为单独的文件，再放进文件夹。",
        "{file} is a mail that holds no page, text or attachment to be read. Save the report as a file of its own and put that into the folder.",
    ),
    "error.many_attachments": (
        "{file} 是一封邮件，带有 {attachments} 个附件，无法判断哪一个是报告。请把报告另存为单独的文件，再放进文件夹。",
        "{file} is a mail with {attachments} attachments, and nothing tells which of them is the report. Save the report as a file of its own and put that into the folder.",
    ),
    "error.archive_alone": (
        "{file} 是压缩包。请把它放进一个文件夹，对该文件夹运行 countyscope ingest，其中的报告会逐份读取。",
        "{file} is an archive. Put it into a folder and run countyscope ingest on that folder: each report in it is read.",
    ),
    "error.unpacks_too_large": (
        "{file} 解压后有 {size_mb:.0f} MB，超过 {limit_mb:.0f} MB 的上限，未解压。年度报告不会这么大，请核对文件。",
        "{file} would unpack to {size_mb:.0f} MB, more than the limit of {limit_mb:.0f} MB, and was not unpacked. No annual report is that large: check the file.",
    ),
}
