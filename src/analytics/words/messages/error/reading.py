"""Errors of the processes that read: workers, converters, clusters."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.reader_failed": (
        "读取 {file} 时程序出错（{reason}），其他文件不受影响。请将该文件反馈给我们。",
        "An internal error occurred while {file} was read ({reason}); other files are not affected. Please report this file.",
    ),
    "error.reader_died": (
        "读取 {file} 的进程意外中止，其他文件不受影响。请将该文件反馈给我们。",
        "The process reading {file} stopped unexpectedly; other files are not affected. Please report this file.",
    ),
    "error.reader_not_started": (
        "无法启动进程读取 {file}（{reason}），其他文件不受影响。请关闭一些程序后重新导入。",
        "No process could be started to read {file} ({reason}); other files are not affected. Close some programs and ingest again.",
    ),
    "error.reader_timed_out": (
        "读取 {file} 超过 {seconds} 秒，已放弃；其他文件不受影响。请转换为 PDF 或 DOCX 后重试。",
        "Reading {file} took more than {seconds} seconds and was stopped; other files are not affected. Convert it to PDF or DOCX and try again.",
    ),
    "error.reader_out_of_memory": (
        "读取 {file} 所需内存超过上限，已放弃；其他文件不受影响。请拆分后重试。",
        "Reading {file} needed more memory than allowed and was stopped; other files are not affected. Split the file and try again.",
    ),
    "error.disk_full_reading": (
        "读取 {file} 时磁盘已满。请腾出空间后重新导入。",
        "The disk was full when {file} was read. Free some space and ingest again.",
    ),
    "error.office_missing": (
        "{file} 是 DOC、WPS 或 RTF 文件，读取需要 LibreOffice，而本机尚未安装。请安装 LibreOffice 后重新导入，或另存为 DOCX。",
        "{file} is a DOC, WPS or RTF file; reading it requires LibreOffice, which is not installed. Install LibreOffice and ingest again, or save the file as DOCX.",
    ),
    "error.conversion_stopped": (
        "LibreOffice 转换 {file} 时中途退出（状态 {status}）。请重新导入；如仍如此，请另存为 DOCX。",
        "LibreOffice stopped while converting {file} (status {status}). Ingest again; if that does not help, save the file as DOCX.",
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
        "LibreOffice 转换 {file} 时丢失了表格中的 {lost} 个数字（原文件有 {printed} 个），转换结果未采用。请打开原文件另存为 DOCX 并核对。",
        "LibreOffice lost {lost} of the {printed} figures in the tables of {file}, so its conversion was not used. Open the file, save it as DOCX and compare.",
    ),
    "error.no_second_reading": (
        "另一套软件无法读取 {file}（{reason}），采用首次识读结果。",
        "Other software cannot read {file} ({reason}); the first reading is used.",
    ),
    "error.cluster_missing": (
        "使用集群需要安装 distributed。请运行 pip install 'countyscope[cluster]'，或去掉 --scheduler。",
        "A cluster requires the package distributed. Run pip install 'countyscope[cluster]', or leave out --scheduler.",
    ),
    "error.cluster_unreachable": (
        "无法连接 {address} 的 Dask 调度器。请检查地址，或去掉 --scheduler 在本机读取。",
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
        "{address} 的工作进程 {workers} 无法读取 {folder} 中的文件（{reason}）。请让它们能以同一路径访问该文件夹并装有本程序，或去掉 --scheduler 在本机读取。",
        "The workers {workers} of {address} cannot read the documents in {folder} ({reason}). Make the folder available to them under the same path and install this program there, or leave out --scheduler to read on this machine.",
    ),
    "error.unforeseen": (
        "程序发生内部错误（{reason}），未能完成；已有数据不受影响。请将 {file} 反馈给我们。",
        "An internal error occurred ({reason}) and the program did not finish; published data are not affected. Please report {file}.",
    ),
}
