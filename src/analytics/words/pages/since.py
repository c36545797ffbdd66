"""What changed since a link was made."""

SENTENCES: dict[str, tuple[str, str]] = {
    "since.nothing": (
        "此链接取自数据版本 {made}，当前版本为 {now}；其所显示的内容没有变化。",
        "This link was made with build {made}; you are looking at build {now}. Nothing that it shows has changed.",
    ),
    "since.changed": (
        "此链接取自数据版本 {made}，当前版本为 {now}；其所显示的内容有变化：{what}。",
        "This link was made with build {made}; you are looking at build {now}. What it shows has changed: {what}.",
    ),
    "since.unknown": (
        "此链接取自数据版本 {made}，当前版本为 {now}；{made} 早于变更记录，或不属于本数据集，无法得知有何变化。",
        "This link was made with build {made}; you are looking at build {now}. What has changed is not known: {made} is older than the record of changes, or belongs to another collection.",
    ),
    "since.values": ("{count} 个数值变动", "{count} {count:value|values} changed"),
    "since.added": ("新增 {count} 份报告", "{count} {count:report was|reports were} added"),
    "since.removed": ("移除 {count} 份报告", "{count} {count:report was|reports were} removed"),
    "since.returned": (
        "{count} 份报告移除后重新收录，数值可能不同",
        "{count} {count:report was|reports were} removed and added again, perhaps with different figures",
    ),
    "since.join": ("，", ", "),
    "since.table": ("查看变化（{rows} 行）", "What changed ({rows} {rows:row|rows})"),
    "since.report": ("整份报告", "whole report"),
    "since.report_added": ("已收录", "in the collection"),
    "since.stated_change": ("{measure}（报告自述增减）", "{measure} (change stated in the report)"),
    "since.absent": ("无", "none"),
}
