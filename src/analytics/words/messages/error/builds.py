"""Errors of the warehouse and its builds."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.no_build": (
        "{warehouse} 中还没有数据。请先运行 countyscope ingest。",
        "There are no data in {warehouse} yet. Run countyscope ingest first.",
    ),
    "error.build_missing": (
        "{warehouse} 中没有数据版本 {build}。请重新运行 countyscope ingest。",
        "{warehouse} has no build {build}. Run countyscope ingest again.",
    ),
    "error.build_outdated": (
        "{warehouse} 的数据版本 {build} 由其他版本的程序生成。请重新运行 countyscope ingest。",
        "Build {build} in {warehouse} was made by another version of the program. Run countyscope ingest again.",
    ),
    "error.build_damaged": (
        "{warehouse} 的数据版本 {build} 已损坏，不予使用。请重新运行 countyscope ingest 重新生成，或用 countyscope rollback 换回较早的版本。",
        "Build {build} in {warehouse} is damaged and is not used. Run countyscope ingest to make it again, or go back to an earlier build with countyscope rollback.",
    ),
    "error.build_unanswered": (
        "本次未能读取 {warehouse} 的数据版本 {build}（{reason}）。数据没有受损，请重试。",
        "Build {build} in {warehouse} could not be read this time ({reason}). It is not damaged; try again.",
    ),
    "error.build_not_kept": (
        "没有保留数据版本 {build}。现有：{kept}。请从中选择（countyscope builds）。",
        "Build {build} is not kept. Available builds: {kept}. Choose one of these (countyscope builds).",
    ),
    "error.pointer_unreadable": (
        "{file} 未写明正在使用的数据版本。请重新运行 countyscope ingest，或用 countyscope rollback 指定。",
        "{file} does not name the build in use. Run countyscope ingest, or choose a build with countyscope rollback.",
    ),
    "error.warehouse_remote": (
        "{warehouse} 是网络地址；数据版本只能存放在本机文件夹。请用 --warehouse 指定一个文件夹（原始资料可以在网络地址上）。",
        "{warehouse} is a remote address; builds must be in a folder on this machine. Give one with --warehouse (the raw documents may be remote).",
    ),
    "error.disk_full": (
        "{warehouse} 所在磁盘空间不足：约需 {needed_mb} MB，现有 {free_mb} MB。原数据版本继续使用，没有残留文件。请腾出空间后重新运行 countyscope ingest。",
        "Not enough disk space for {warehouse}: about {needed_mb} MB are needed, {free_mb} MB are free. The current build stays in use and no partial files are left. Free some space and run countyscope ingest again.",
    ),
    "error.disk_full_writing": (
        "{file} 未能写入：所在磁盘仅剩 {free_mb} MB，空间不足。没有残留文件。请腾出空间，或换一个位置。",
        "{file} was not written: only {free_mb} MB are free on that disk. No partial file is left. Free some space, or choose another place.",
    ),
    "error.reports_absent": (
        "现用数据版本中有 {count} 份报告不在文件夹 {folder} 中。数据版本 {build}（共 {reports} 份报告）继续使用。请检查文件夹是否正确、是否已挂载；如确需移除这些报告，请加 --replace 重新导入。",
        "{count} {count:report|reports} of the current build {count:is|are} not in the folder {folder}. Build {build} with its {reports} {reports:report|reports} stays in use. Check that this is the right folder and that it is mounted; to remove the missing reports, ingest again with --replace.",
    ),
    "error.reports_lost": (
        "现用数据版本中有 {count} 份报告本次未能从 {folder} 读出。数据版本 {build}（共 {reports} 份报告）继续使用。请查明原因后再导入；如确需移除这些报告，请加 --replace 重新导入。",
        "{count} {count:report|reports} of the current build could not be read from {folder} this time. Build {build} with its {reports} {reports:report|reports} stays in use. Find out why and ingest again; to remove the missing reports, ingest again with --replace.",
    ),
    "error.reports_unnamed": (
        "现用数据版本中有 {count} 份报告（按机关和年度计）本次在 {folder} 中没有对应的报告：文件可能已换成其他机关的，或缺少 sources.csv。数据版本 {build}（共 {reports} 份）继续使用。请查明原因后再导入；如确需移除这些报告，请加 --replace。",
        "For {count} {count:report|reports} of the current build (counted by agency and year), {folder} contains no report this time: the files may have been replaced by those of other agencies, or sources.csv is missing. Build {build} with its {reports} {reports:report|reports} stays in use. Find out why and ingest again; to remove the missing reports, ingest again with --replace.",
    ),
    "error.reports_without_folder": (
        "现用数据版本中有 {count} 份报告，而文件夹 {folder} 不存在（加 --replace 也无效：没有文件夹就没有可导入的内容）。数据版本 {build} 继续使用。请检查位置，或挂载后再导入。",
        "The current build has {count} {count:report|reports}, but the folder {folder} does not exist; --replace requires a folder too. Build {build} stays in use. Check the path, or mount the folder, and ingest again.",
    ),
    "error.ingest_running": (
        "{warehouse} 正在被另一次导入使用。请待其结束后重试。",
        "Another ingest is using {warehouse}. Wait until it has finished and try again.",
    ),
    "error.empty_collection": (
        "数据中还没有机关和年度均已确定的报告。请把报告放入 {raw}，再运行 countyscope ingest。",
        "The collection has no report with a known agency and year yet. Put reports in {raw} and run countyscope ingest.",
    ),
}
