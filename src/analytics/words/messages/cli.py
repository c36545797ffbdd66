"""The command line; the ``condition`` of a build."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cli.reading": ("读取文件", "Reading documents"),
    "cli.comparing": ("计算逐年变化", "Working out changes"),
    "cli.ingested": (
        "读取 {read} 份，{unchanged} 份未变，{rejected} 份未采用；现有 {reports} 份报告，其中 {unresolved} 份机关或年度未定。",
        "{read} read, {unchanged} unchanged, {rejected} rejected; {reports} reports held, {unresolved} of them without place or year.",
    ),
    "cli.shards_damaged": (
        "缓存中有 {count} 个部分已损坏，已弃置，其中的文件已重新读取。",
        "Damaged parts of the cache set aside: {count}. Their documents were read again.",
    ),
    "cli.brought_back": (
        "集群没有读成的 {count} 份文件已改在本机读取。",
        "Documents that the cluster lost and that were read on this machine instead: {count}.",
    ),
    "cli.superseded": (
        "{count} 份报告不再作为现行数据，同一机关同一年度另有文件：",
        "Reports superseded by another document of the same agency and year since the last build: {count}",
    ),
    "cli.superseded_line": ("  {organ} {year} 年：{file} → {by}", "  {organ}, {year}: {file} → {by}"),
    "cli.superseded_more": ("  另有 {count} 份。", "  and {count} more."),
    "cli.build_line": (
        "{build}  {day}  报告 {reports} 份，文件 {documents} 份  {condition}  {current}",
        "{build}  {day}  {reports} reports, {documents} files  {condition}  {current}",
    ),
    "cli.build_current": ("正在使用", "current"),
    "cli.build_instead": (
        "指定的数据版本已损坏或缺失，页面改用 {build}。请运行 countyscope ingest，或用 countyscope rollback 指定一个完好的版本。",
        "The build named as current is damaged or missing; pages show {build} instead. Run countyscope ingest, or name a whole build with countyscope rollback.",
    ),
    "cli.rolled_back": ("现在使用数据版本 {build}。", "Build {build} is now in use."),
    "cli.again": (
        "其中 {count} 份未采用与内容无关，下次导入时会再读。",
        "{count} of the rejected for reasons other than their content; the next ingest tries them again.",
    ),
    "cli.published": ("已发布数据版本 {build}。", "Published build {build}."),
    "cli.nothing_new": ("没有变化，沿用数据版本 {build}。", "Nothing has changed; build {build} stays in use."),
    "cli.no_findings": ("没有发现问题。", "No findings."),
    "cli.findings": (
        "{errors} 处错误，{warnings} 处注意，{notes} 条说明。",
        "{errors} errors, {warnings} warnings, {notes} notes.",
    ),
    "cli.simulating": ("正在生成模拟报告", "Simulating"),
    "cli.simulated": (
        "已在 {folder} 生成 {documents} 份模拟报告；真值见 truth.csv 和 truth.parquet。",
        "{documents} simulated reports written to {folder}; truth.csv and truth.parquet say what they should give.",
    ),
    "cli.exported": ("已导出 {rows} 行到 {file}。", "{rows} rows exported to {file}."),
    "cli.serving": (
        "县镜已在 http://127.0.0.1:{port} 打开，按 Ctrl+C 结束。",
        "CountyScope is at http://127.0.0.1:{port}; Ctrl+C ends it.",
    ),
    "cli.report_line": ("{organ}　{year}年　{edition}", "{organ}, {year} ({edition})"),
    "cli.unresolved": ("机关未定", "agency unresolved"),
    "cli.exporting": ("写出", "Writing"),
    "condition.whole": ("完好", "whole"),
    "condition.damaged": ("已损坏", "damaged"),
    "condition.unproven": ("无校验和", "without a checksum"),
}
