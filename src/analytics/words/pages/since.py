"""What changed since a link was made."""

SENTENCES: dict[str, tuple[str, str]] = {
    "since.nothing": (
        "链接取自数据版本 {made}，当前为 {now}；此后它所显示的内容没有变化。",
        "This link was made on build {made}; you are looking at {now}. Nothing of what it shows has changed since.",
    ),
    "since.changed": (
        "链接取自数据版本 {made}，当前为 {now}；此后它所显示的内容有变：{what}。",
        "This link was made on build {made}; you are looking at {now}. Since then, of what it shows: {what}.",
    ),
    "since.unknown": (
        "链接取自数据版本 {made}，当前为 {now}；{made} 早于变更记录或不属于这套数据，此后有何变化无从得知。",
        "This link was made on build {made}; you are looking at {now}. What has changed is not known: {made} is older than the record of changes, or of another collection.",
    ),
    "since.values": ("{count} 个数值变动", "{count} {count:value|values} changed"),
    "since.added": ("新增 {count} 份报告", "{count} {count:report was|reports were} added"),
    "since.removed": ("撤去 {count} 份报告", "{count} {count:report was|reports were} removed"),
    "since.returned": (
        "{count} 份报告撤去后又收录，数值是否相同无从得知",
        "{count} {count:report was|reports were} removed and added again, perhaps with different figures",
    ),
    "since.join": ("，", ", "),
    "since.table": ("看变了什么（{rows} 行）", "What changed ({rows} rows)"),
    "since.report": ("整份报告", "whole report"),
    "since.report_added": ("已收录", "held"),
    "since.stated_change": ("{measure}（报告自述增减）", "{measure} (change the report states)"),
    "since.absent": ("无", "none"),
}
