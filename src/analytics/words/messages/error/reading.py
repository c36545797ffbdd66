"""Errors of the processes that read: workers, converters, clusters."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.reader_failed": (
        "读取 {file} 时程序出错（{reason}），其余文件不受影响。请把该文件反馈给我们。",
        "Reading {file} failed inside the program ({reason}); the other files are unaffected. Please report this file.",
    ),
    "error.reader_died": (
        "读取 {file} 时进程中止，其余文件不受影响。请把该文件反馈给我们。",
        "The process reading {file} died; the other files are unaffected. Please report this file.",
    ),
    "error.reader_not_started": (
        "没有进程能读取 {file}（{reason}），其他文件不受影响。请关闭一些程序后重新导入。",
        "No process could be started to read {file} ({reason}); other files are not affected. Close some programs and ingest again.",
    ),
    "error.reader_timed_out": (
        "读取 {file} 超过 {seconds} 秒，已放弃；其他文件不受影响。请把它转成 PDF 或 DOCX 后重试。",
        "Reading {file} took more than {seconds} seconds and was given up; other files are not affected. Convert it to PDF or DOCX and try again.",
    ),
    "error.reader_out_of_memory": (
        "读取 {file} 所需内存超过上限，已放弃；其他文件不受影响。请拆分后重试。",
        "Reading {file} needs more memory than allowed and was given up; other files are not affected. Split it and try again.",
    ),
    "error.disk_full_reading": (
        "读取 {file} 时磁盘已满。请腾出空间后重新导入。",
        "The disk was full when {file} was read. Free some space and ingest again.",
    ),
    "error.office_missing": (
        "{file} 是 DOC、WPS 或 RTF 文件，读取它需要 LibreOffice，而本机没有安装。请安装 LibreOffice 后重新导入，或另存为 DOCX。",
        "{file} is a DOC, WPS or RTF file; reading it needs LibreOffice, which is not installed. Install LibreOffice and ingest again, or save the file as DOCX.",
    ),
    "error.conversion_stopped": (
        "LibreOffice 转换 {file} 时中途退出（状态 {status}）。请重新导入；若仍如此，请另存为 DOCX。",
        "LibreOffice ended while it converted {file} (status {status}). Ingest again; if that does not help, save it as DOCX.",
    ),
    "error.conversion_failed": (
        "LibreOffice 未能转换 {file}（{reason}）。请打开它另存为 DOCX。",
        "LibreOffice could not convert {file} ({reason}). Open it and save it as DOCX.",
    ),
    "error.conversion_timed_out": (
        "LibreOffice 转换 {file} 超过 {seconds} 秒，已放弃。请打开它另存为 DOCX。",
        "LibreOffice took more than {seconds} seconds to convert {file} and was stopped. Open it and save it as DOCX.",
    ),
    "error.conversion_lost_figures": (
        "LibreOffice 转换 {file} 时丢失了表格中的 {lost} 个数字（原文件有 {printed} 个），没有采用。请打开它另存为 DOCX 并核对。",
        "Converting {file} lost {lost} of the {printed} figures in its tables, so it was not used. Open it, save it as DOCX and compare.",
    ),
    "error.no_second_reading": (
        "另一软件无法读取 {file}（{reason}），首次识读结果不变。",
        "Other software cannot read {file} ({reason}); the first reading stands.",
    ),
    "error.cluster_missing": (
        "使用集群需要 distributed。请运行 pip install 'countyscope[cluster]'，或去掉 --scheduler。",
        "A cluster needs distributed. Run pip install 'countyscope[cluster]', or leave out --scheduler.",
    ),
    "error.cluster_unreachable": (
        "连不上 {address} 的 Dask 调度器。请检查地址，或去掉 --scheduler 在本机读取。",
        "No Dask scheduler answers at {address}. Check the address, or leave out --scheduler to read on this machine.",
    ),
    "error.cluster_empty": (
        "{address} 的 Dask 调度器没有工作进程。请先启动工作进程，或去掉 --scheduler 在本机读取。",
        "The Dask scheduler at {address} has no workers. Start some, or leave out --scheduler to read on this machine.",
    ),
    "error.cluster_silent": (
        "{address} 的工作进程没有应答（{reason}）。请检查集群，或去掉 --scheduler 在本机读取。",
        "The workers at {address} do not answer ({reason}). Check the cluster, or leave out --scheduler to read on this machine.",
    ),
    "error.cluster_cannot_read": (
        "{address} 的工作进程 {workers} 读不到 {folder} 中的文件（{reason}）。请让它们以同一路径看到这个文件夹并装有本程序，或去掉 --scheduler 在本机读取。",
        "The workers {workers} of {address} cannot read the documents of {folder} ({reason}). Let them see the folder under the same path and have this program installed, or leave out --scheduler to read on this machine.",
    ),
    "error.unforeseen": (
        "程序内部出错（{reason}），没有完成；已有的数据不受影响。请把 {file} 反馈给我们。",
        "The program failed inside ({reason}) and did not finish; what is published stays as it is. Please report {file}.",
    ),
}
