"""The command line; the ``condition`` of a build."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cli.reading": ("读取文件", "Reading documents"),
    "cli.comparing": ("计算同比增减", "Computing changes"),
    "cli.ingested": (
        "读取 {read} 份，{unchanged} 份未变，{rejected} 份未采用；现有 {reports} 份报告，其中 {unresolved} 份机关或年度不明。",
        "{read} {read:document|documents} read, {unchanged} unchanged, {rejected} rejected; {reports} {reports:report|reports} in the collection, {unresolved} of them without a known agency or year.",
    ),
    "cli.shards_damaged": (
        "缓存有 {count} 个部分损坏，已弃用，相关文件已重新读取。",
        "Damaged parts of the cache: {count}. They were set aside and their documents read again.",
    ),
    "cli.brought_back": (
        "集群未能读取的 {count} 份文件已改在本机读取。",
        "Documents that the cluster failed to read and this machine read instead: {count}.",
    ),
    "cli.superseded": (
        "{count} 份报告不再作为现行报告，同一机关同一年度另有文件：",
        "Reports replaced since the last build by another document for the same agency and year: {count}",
    ),
    "cli.superseded_line": ("  {organ} {year} 年：{file} → {by}", "  {organ}, {year}: {file} → {by}"),
    "cli.superseded_more": ("  另有 {count} 份。", "  and {count} more."),
    "cli.build_line": (
        "{build}  {day}  报告 {reports} 份，文件 {documents} 份  {condition}  {current}",
        "{build}  {day}  {reports} {reports:report|reports}, {documents} {documents:document|documents}  {condition}  {current}",
    ),
    "cli.build_current": ("正在使用", "current"),
    "cli.build_instead": (
        "指定的数据版本已损坏或缺失，页面改用 {build}。请运行 countyscope ingest，或用 countyscope rollback 改用完好的版本。",
        "The current build is damaged or missing; the pages show {build} instead. Run countyscope ingest, or choose an intact build with countyscope rollback.",
    ),
    "cli.rolled_back": ("现在使用数据版本 {build}。", "Build {build} is now in use."),
    "cli.again": (
        "其中 {count} 份未采用与内容无关，下次导入时重新读取。",
        "{count} of the rejected {count:document|documents} could not be read for reasons other than {count:its|their} content; the next ingest tries again.",
    ),
    "cli.published": ("已发布数据版本 {build}。", "Published build {build}."),
    "cli.nothing_new": ("没有变化，继续使用数据版本 {build}。", "Nothing has changed; build {build} stays in use."),
    "cli.search_found": (
        "{reports} 份报告共出现 {hits} 次。",
        "{hits} {hits:hit|hits} in {reports} {reports:report|reports}.",
    ),
    "cli.search_none": ("没有报告提到这些词。", "No report contains these words."),
    "cli.search_report": ("{organ}　{year} 年　{heading}", "{organ}, {year}: {heading}"),
    "cli.search_more": (
        "另有 {count} 份报告未列出；用 --shown 多列一些，或用 --organ、--year 缩小范围。",
        "{count} more {count:report is|reports are} not listed. Use --shown to list more, or narrow the search with --organ and --year.",
    ),
    "cli.search_inexact": (
        "词中含标点，检索时任何标点都视为相同，次数可能偏多。",
        "The words include a punctuation mark, and the search treats all marks alike, so the count may be too high.",
    ),
    "cli.no_findings": ("没有核查提示。", "No findings."),
    "cli.findings": (
        "{errors} 处错误，{warnings} 处注意，{notes} 条说明。",
        "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {notes} {notes:note|notes}.",
    ),
    "cli.reviewed": (
        "已记入 {raw}/reviews.csv；下次 countyscope ingest 后各处可见。",
        "Written to {raw}/reviews.csv; the next countyscope ingest makes it part of the build.",
    ),
    "cli.corrected": (
        "已记入 {raw}/corrections.csv：原文“{printed}”更正为 {value}；下次 countyscope ingest 后生效。",
        "Written to {raw}/corrections.csv: “{printed}” becomes {value} with the next countyscope ingest.",
    ),
    "cli.correction_withdrawn": (
        "已在 {raw}/corrections.csv 撤回对原文“{printed}”的更正；下次 countyscope ingest 后生效。",
        "Written to {raw}/corrections.csv: the correction of “{printed}” ends with the next countyscope ingest.",
    ),
    "cli.assigned": (
        "已将 {file} 的机关或年度记入 {raw}/assignments.csv；下次 countyscope ingest 后生效。",
        "The agency or year of {file} is noted in {raw}/assignments.csv; the next countyscope ingest applies it.",
    ),
    "cli.simulating": ("生成模拟报告", "Generating simulated reports"),
    "cli.simulated": (
        "已在 {folder} 生成 {documents} 份模拟报告；真值见 truth.csv 和 truth.parquet。",
        "{documents} simulated {documents:report|reports} written to {folder}; the true values are in truth.csv and truth.parquet.",
    ),
    "cli.demo_kept": (
        "沿用 {folder} 中先前生成的模拟报告。要重新生成，请先删除该文件夹，或另选一个文件夹。",
        "The reports simulated earlier in {folder} are used again. Delete that folder, or choose another, to simulate anew.",
    ),
    "cli.exported": ("已导出 {rows} 行到 {file}。", "{rows} {rows:row|rows} exported to {file}."),
    "cli.serving": (
        "县镜已启动：{address}。按 Ctrl+C 结束。",
        "CountyScope is running at {address}. Press Ctrl+C to stop.",
    ),
    "cli.fetching": ("下载报告", "Fetching reports"),
    "cli.fetched": (
        "下载 {downloaded} 份到 {folder}；核对后未变 {unchanged} 份，已有 {present} 份，未取得 {refused} 个网址。",
        "{downloaded} {downloaded:document|documents} downloaded to {folder}; {unchanged} checked and unchanged, {present} already there, {refused} {refused:address|addresses} without a document.",
    ),
    "cli.fetch_changed": (
        "发布后有改动：{older} 保留，新内容存为 {newer}。",
        "Changed after publication: {older} is kept, and the new version is saved as {newer}.",
    ),
    "cli.fetch_cut": (
        "列表 {url} 超过 {pages} 页，其余各页未读取。请以后面的列表页地址再次运行。",
        "The list {url} has more than {pages} pages; the rest was not read. Run again with the address of a later page.",
    ),
    "cli.fetch_left": (
        "另有 {count} 个网址因所在网站连续失败未访问；请稍后再次运行，已有的不会重新下载。",
        "{count} further {count:address was|addresses were} not asked for, because the site kept failing. Run the same command later; nothing is downloaded twice.",
    ),
    "cli.fetch_stopped": (
        "已停止。再次运行同一命令即可从此处继续。",
        "Stopped. Run the same command again to continue from here.",
    ),
    "cli.watching": (
        "正在监视 {folder}：新到的文件静置 {settle} 秒后导入。按 Ctrl+C 结束。",
        "Watching {folder}: what arrives is ingested once it has not changed for {settle} s. Press Ctrl+C to stop.",
    ),
    "cli.watch_arrived": ("{time}　有变化，开始导入。", "{time}  The folder has changed; ingesting."),
    "cli.watch_ended": ("已停止监视；已发布的数据不受影响。", "No longer watching; what was published stays in use."),
    "cli.report_line": ("{organ}　{year}年　{edition}", "{organ}, {year} ({edition})"),
    "cli.statistics_table": ("统计表", "Statistics table"),
    "cli.unknown_line": ("“{label}”（按原文照录）", "“{label}” (as printed)"),
    "cli.table_edition": ("{table}：{edition}", "{table}: {edition}"),
    "cli.table_separator": ("，", ", "),
    "cli.edition_unknown": ("版本不明", "edition unknown"),
    "cli.no_tables": ("无表格", "no tables"),
    "cli.unresolved": ("机关不明", "agency unknown"),
    "cli.exporting": ("写出文件", "Writing"),
    "condition.whole": ("完好", "intact"),
    "condition.damaged": ("已损坏", "damaged"),
    "condition.unproven": ("无校验和", "without a checksum"),
}
