"""Findings about whose report a document is, and of which year."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.year_unknown": ("文件未载明报告年度。", "The document does not state the year of the report."),
    "finding.year_disagrees": (
        "标题为{year}年，正文写为{stated}年；以标题为准。",
        "The title says {year}, the text {stated}; the title is used.",
    ),
    "finding.organ_unknown": ("文件未载明报告机关。", "The document does not name the reporting agency."),
    "finding.place_ambiguous": (
        "“{name}”与多地同名（{candidates}），请在 sources.csv 中指明。",
        "“{name}” is the name of several places ({candidates}). Name the place in sources.csv.",
    ),
    "finding.place_unknown": (
        "无法确定“{name}”的所在地，请在 sources.csv 中指明。",
        "The place of “{name}” is unknown. Name it in sources.csv.",
    ),
    "finding.place_contradicted": (
        "“{name}”所在地的各处线索相互矛盾，请在 sources.csv 中指明。",
        "The clues to the place of “{name}” contradict each other. Name the place in sources.csv.",
    ),
    "finding.place_above_unnamed": (
        "“{name}”是乡镇、街道、开发区、农场一类单位，文件未说明属于哪个县（市、区），请在 sources.csv 中指明。",
        "“{name}” is a township, subdistrict, zone or farm, and the document does not say in which county. Name the place in sources.csv.",
    ),
    "finding.place_not_of_year": (
        "{year}年并无“{name}”这一区划（已撤销、更名或尚未设立，代码{candidates}），未予认定，请在 sources.csv 中指明。",
        "There was no “{name}” in {year}: it had been abolished or renamed, or did not exist yet ({candidates}). Left unresolved; name the place in sources.csv.",
    ),
    "finding.place_perhaps_not_of_year": (
        "区划资料显示，“{name}”在{year}年前后撤销或设立，请核对该年是否确有此机关。",
        "According to the list of places, “{name}” was abolished or created around {year}. Check whether the agency existed that year.",
    ),
    "finding.organ_below_township": (
        "“{name}”是村（居）民委员会或社区，在乡级以下，没有区划代码，请在 sources.csv 中指明。",
        "“{name}” is a village or residents' committee or a community, below township level and without a division code. Name it in sources.csv.",
    ),
    "finding.organ_named_twice": (
        "标题并列“{name}”与“{other}”，不能断定报告属于哪个机关，请在 sources.csv 中指明。",
        "The title names both “{name}” and “{other}”, so it is unclear whose report this is. Name the agency in sources.csv.",
    ),
    "finding.organ_forwards": (
        "标题“{title}”为转发报告，不能断定报告属于哪个机关，请在 sources.csv 中指明。",
        "The title “{title}” forwards a report, so it is unclear whose report this is. Name the agency in sources.csv.",
    ),
    "finding.place_named_short": (
        "“{name}”仅为简称，不足以断定是哪一级、哪一地（可能为{candidates}），请在 sources.csv 中指明。",
        "“{name}” is only a short name and does not identify a place (perhaps {candidates}). Name the place in sources.csv.",
    ),
    "finding.organ_contradicted": (
        "标题中的报告机关为“{name}”，编制、发布机关或落款为“{other}”，两者不符；未予认定，请在 sources.csv 中指明。",
        "The title names “{name}”, but the author, publisher or signature is “{other}”. Left unresolved; name the agency in sources.csv.",
    ),
    "finding.organ_speaks_as_another": (
        "标题中的机关为“{name}”，正文自称“{self}”，两者不符；未予认定，请在 sources.csv 中指明。",
        "The title names “{name}”, but the text speaks for “{self}”. Left unresolved; name the agency in sources.csv.",
    ),
    "finding.year_by_signature": (
        "文件仅在落款处写明日期（{signed}年），据此认定为{year}年度报告。",
        "Only the date of the signature ({signed}) indicates the year; the report was taken to be for {year}.",
    ),
    "finding.report_before_form": (
        "这是{year}年度的报告，当时尚未启用2019年起的现行表格，统计表的格式不同。",
        "This report is for {year}, before the form in use since 2019; its statistics are laid out differently.",
    ),
}
