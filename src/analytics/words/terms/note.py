"""Notes on what a measure counts and with what it compares."""

from analytics.vocabulary.form import EDITIONS

SENTENCES: dict[str, tuple[str, str]] = {
    "note.coverage_unknown": (
        "处理决定数量没有已知的全国统一口径：公安、交通等部门的决定是否计入，各地各年不一，比较数值高低须谨慎。",
        "No national counting rule is known for decisions made: whether police, traffic and other departments are included differs by place and year. Compare levels with care.",
    ),
    "note.narrative": (
        "数字出自报告正文，各机关统计口径自定；一份报告写有几个不同数字时不取。",
        "From the prose of the report, as each agency counts it; none is taken where a report states several different figures.",
    ),
    "note.items_not_decisions": (
        "这是权力清单上的事项数，不是当年作出的处理决定数。清单事项减少，不等于执法减少。",
        "These are items on the list of powers, not decisions made during the year. A shorter list does not mean less enforcement.",
    ),
    "note.charges_meaning": (
        "2019年版统计收费项目数，2021年版统计收费金额，二者不可衔接。",
        "The 2019 edition counts charge items; the 2021 edition gives an amount of money. The two do not form one series.",
    ),
    "note.amount_converted": (
        "统一折算为万元；未注明单位的金额不参与比较。",
        "Converted to units of 10,000 yuan; amounts printed without a unit are left out.",
    ),
    "note.old_regulation": (
        "2018年及以前按修订前的《条例》统计，口径不尽相同，跨2018/2019年的比较仅供参考。",
        "Figures up to 2018 were counted under the old Regulation. Compare across 2018/2019 with care.",
    ),
    "note.old_table": (
        "取自2019年以前的统计表，口径与现行表格不同，不与2019年及以后比较。",
        "From the statistics table used before 2019; not comparable with the form used since.",
    ),
    "note.regulation_2019": (
        "2019年5月15日以前的申请适用修订前的《条例》，与2020年比较时须留意。",
        "Requests of 2019 fall under two versions of the Regulation: the revision took effect on 15 May.",
    ),
    "note.sum_of_lines": ("由表内各项相加得出。", "The sum of lines of the table."),
    "note.law_2024": (
        "自2024年1月1日起，对不予公开决定不服的，须先申请行政复议，再提起行政诉讼；2023年与2024年口径不同。",
        "Since 1 January 2024 a refusal to disclose must go to reconsideration before a suit: 2023 and 2024 are not directly comparable.",
    ),
    "note.never_sum": (
        "各年不可累加：尚未审结的案件会计入下一年度。",
        "Do not add up years: a pending case is counted again in the following year.",
    ),
    "note.answered_denominator": (
        "分母为当年办理结果总计，不是当年新收申请数。",
        "The denominator is the requests answered in the year, not the requests received.",
    ),
    "note.pending_out": ("尚未审结的案件不计入分母。", "Pending cases are left out of the denominator."),
    "note.population": (
        "人口取自随数据提供的人口清单（denominators.csv），不是报告所载；清单未列的地方和年度不计算。",
        "Population comes from the list supplied with the collection (denominators.csv), not from the reports. Where the list lacks a place or year, no rate is computed.",
    ),
    "note.remedies_ratio": (
        "可能超过100，也可能涉及往年的答复；复议后起诉的案件与行政复议重复计算。",
        "May exceed 100 and may concern answers of earlier years; suits after reconsideration repeat cases already counted under reconsideration.",
    ),
    **{
        f"note.off_form_{edition}": (
            f"{declared.chinese}表格无此项，不等于零。",
            f"Not on the {declared.english}, which is not zero.",
        )
        for edition, declared in EDITIONS.items()
    },
}
