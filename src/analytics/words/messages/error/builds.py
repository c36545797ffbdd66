"""Errors of the warehouse and its builds."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.no_build": (
        "{warehouse} 中还没有数据。请先运行 countyscope ingest。",
        "There is nothing in {warehouse} yet. Run countyscope ingest first.",
    ),
    "error.build_missing": (
        "{warehouse} 中没有编号为 {build} 的数据版本。请重新运行 countyscope ingest。",
        "{warehouse} has no build {build}. Run countyscope ingest again.",
    ),
    "error.build_outdated": (
        "{warehouse} 的数据版本 {build} 由另一版程序建成。请重新运行 countyscope ingest。",
        "Build {build} in {warehouse} was made by another version of the program. Run countyscope ingest again.",
    ),
    "error.build_damaged": (
        "{warehouse} 的数据版本 {build} 已损坏，不予使用。请重新运行 countyscope ingest（会重新建成），或用 countyscope rollback 换回较早的版本。",
        "Build {build} in {warehouse} is damaged and is not used. Run countyscope ingest, which makes it anew, or go back to an earlier one with countyscope rollback.",
    ),
    "error.build_unanswered": (
        "{warehouse} 的数据版本 {build} 这一次没能读出（{reason}）。数据没有受损，请再试一次。",
        "Build {build} in {warehouse} could not be read this time ({reason}). It is not damaged: try again.",
    ),
    "error.build_not_kept": (
        "没有保留编号为 {build} 的数据版本。现有：{kept}。请从中选一个（countyscope builds）。",
        "No build {build} is kept. There are: {kept}. Name one of these (countyscope builds).",
    ),
    "error.pointer_unreadable": (
        "{file} 没有写明正在使用哪个数据版本。请重新运行 countyscope ingest，或用 countyscope rollback 指定。",
        "{file} does not name the build in use. Run countyscope ingest, or name a build with countyscope rollback.",
    ),
    "error.warehouse_remote": (
        "{warehouse} 是网络地址；数据版本只能放在本机文件夹里。请用 --warehouse 指定一个文件夹（原始资料可以在网络地址上）。",
        "{warehouse} is a remote address; builds stand in a folder of this machine. Name a folder with --warehouse (the raw documents may be remote).",
    ),
    "error.disk_full": (
        "{warehouse} 所在磁盘空间不足：大约需要 {needed_mb} MB，现有 {free_mb} MB。原来的数据版本继续使用，没有留下残余文件。请腾出空间后重新运行 countyscope ingest。",
        "There is no room left where {warehouse} is: about {needed_mb} MB are needed, {free_mb} MB are free. The build in use stays so and nothing is left over. Make room and run countyscope ingest again.",
    ),
    "error.disk_full_writing": (
        "{file} 没有写成：所在磁盘只剩 {free_mb} MB，空间不足。没有留下残余文件。请腾出空间，或换一个位置。",
        "{file} was not written: there is no room, with {free_mb} MB free on that disk. Nothing is left over. Make room, or name another place.",
    ),
    "error.reports_absent": (
        "正在使用的数据版本中有 {count} 份报告不在这个文件夹里：{folder}。数据版本 {build}（共 {reports} 份报告）继续使用。请检查文件夹是否弄错、是否已经挂载；如果确实要去掉这些报告，请加 --replace 重新导入。",
        "{count} reports of the build in use are not in this folder: {folder}. Build {build} with its {reports} reports stays in use. Check that this is the right folder and that it is mounted; if the reports are to go, ingest again with --replace.",
    ),
    "error.reports_lost": (
        "正在使用的数据版本中有 {count} 份报告这一次没有从 {folder} 读出。数据版本 {build}（共 {reports} 份报告）继续使用。请查明原因后再导入；如果确实要去掉这些报告，请加 --replace 重新导入。",
        "{count} reports of the build in use were not read from {folder} this time. Build {build} with its {reports} reports stays in use. Find out why and ingest again; if the reports are to go, add --replace.",
    ),
    "error.reports_unnamed": (
        "正在使用的数据版本中有 {count} 份报告（按机关和年度计）这一次在 {folder} 里没有对应的报告：文件可能换成了别的机关的，或者 sources.csv 不在了。数据版本 {build}（共 {reports} 份）继续使用。请查明原因后再导入；如果确实要去掉这些报告，请加 --replace。",
        "For {count} reports of the build in use, counted by agency and year, {folder} holds no report this time: files of other agencies may stand under their names, or sources.csv is gone. Build {build} with its {reports} reports stays in use. Find out why and ingest again; if the reports are to go, add --replace.",
    ),
    "error.reports_without_folder": (
        "正在使用的数据版本中有 {count} 份报告不在这个文件夹里：{folder} 不存在（加 --replace 也不行：没有文件夹就没有可导入的内容）。数据版本 {build} 继续使用。请检查位置，或先挂载再导入。",
        "{count} reports of the build in use are not in this folder: {folder} is not there, and --replace needs a folder too. Build {build} stays in use. Check the place, or mount it, and ingest again.",
    ),
    "error.ingest_running": (
        "{warehouse} 正在被另一次导入使用。请等它结束后再试。",
        "Another ingest is using {warehouse}. Wait until it ends and try again.",
    ),
    "error.empty_collection": (
        "这套数据里还没有机关和年度都已确定的报告。请把报告放入 {raw}，再运行 countyscope ingest。",
        "There is no report with a known place and year in this collection yet. Put reports into {raw} and run countyscope ingest.",
    ),
}
