"""Findings about whose report a document is, and of which year."""

SENTENCES: dict[str, tuple[str, str]] = {
    "finding.year_unknown": ("文件未载明报告年度。", "Nothing in the document states the report's year."),
    "finding.year_disagrees": (
        "标题为{year}年，正文却写{stated}年；以标题为准。",
        "The title says {year}, the text says {stated}; the title wins.",
    ),
    "finding.organ_unknown": ("文件未载明报告机关。", "Nothing in the document names the reporting agency."),
    "finding.place_ambiguous": (
        "“{name}”与多地同名（{candidates}），须在 sources.csv 中指明。",
        "“{name}” is a name of several places ({candidates}); name the place in sources.csv.",
    ),
    "finding.place_unknown": (
        "无法确定“{name}”所在地，须在 sources.csv 中指明。",
        "The place of “{name}” is not known; name it in sources.csv.",
    ),
    "finding.place_contradicted": (
        "“{name}”所在地的各处线索相互矛盾，须在 sources.csv 中指明。",
        "What is said of the place of “{name}” contradicts itself; name the place in sources.csv.",
    ),
    "finding.place_above_unnamed": (
        "“{name}”是乡镇、街道、开发区一类单位，文件未说明属于哪个县（市、区），须在 sources.csv 中指明。",
        "“{name}” is a township, subdistrict, zone or farm, and nothing says in which county; name it in sources.csv.",
    ),
    "finding.place_not_of_year": (
        "{year}年并无“{name}”这一区划（已撤销、更名或尚未设立，代码{candidates}），未予认定，须在 sources.csv 中指明。",
        "There was no “{name}” in {year}: abolished or renamed by then, or not yet made ({candidates}). Left unresolved: name the place in sources.csv.",
    ),
    "finding.place_perhaps_not_of_year": (
        "按区划资料，“{name}”在{year}年前后撤销或设立，请核对该年是否确有此机关。",
        "By the list of places “{name}” ended or began about {year}: check whether there was such an agency that year.",
    ),
    "finding.organ_below_township": (
        "“{name}”是村（居）民委员会或社区，在乡级以下，没有区划代码，须在 sources.csv 中指明。",
        "“{name}” is a village or residents' committee, below the townships and without a code; name it in sources.csv.",
    ),
    "finding.organ_named_twice": (
        "标题并列“{name}”与“{other}”，不能断定报告属于哪个机关，须在 sources.csv 中指明。",
        "The title names both “{name}” and “{other}”; whose report it is remains open: name the agency in sources.csv.",
    ),
    "finding.organ_forwards": (
        "标题“{title}”是转发他人的报告，不能断定报告属于哪个机关，须在 sources.csv 中指明。",
        "The title “{title}” forwards somebody's report, and whose it is remains open; name the agency in sources.csv.",
    ),
    "finding.place_named_short": (
        "“{name}”只有简称，不足以断定是哪一级、哪一地（可能为{candidates}），须在 sources.csv 中指明。",
        "“{name}” is only a short name and proves no place (perhaps {candidates}); name the place in sources.csv.",
    ),
    "finding.organ_contradicted": (
        "标题称报告机关为“{name}”，编制、发布或落款却写“{other}”，两者不符；未予认定，须在 sources.csv 中指明。",
        "The title names “{name}”, the maker or signature “{other}”; left unresolved: name the agency in sources.csv.",
    ),
    "finding.organ_speaks_as_another": (
        "标题所称机关为“{name}”，正文却自称“{self}”；未予认定，须在 sources.csv 中指明。",
        "The title names “{name}”, but the text calls itself “{self}”; left unresolved: name the agency in sources.csv.",
    ),
    "finding.year_by_signature": (
        "文件只在落款处写明日期（{signed}年），据此认定为{year}年度报告。",
        "Only the date of the signature ({signed}) tells the year: taken for the report on {year}.",
    ),
    "finding.report_before_form": (
        "这是{year}年度的报告，早于2019年启用的现行表式，其统计表另有格式。",
        "This report is on {year}, before the form in use since 2019; its statistics are laid out differently.",
    ),
}
