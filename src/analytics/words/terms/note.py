"""Notes on what a measure counts and with what it compares."""

from analytics.vocabulary.form import EDITION_NAMES

SENTENCES: dict[str, tuple[str, str]] = {
    "note.coverage_unknown": (
        "处理决定数量没有已知的全国统一口径：公安、交通等部门的决定是否计入，各地各年不一，比较数值高低须谨慎。",
        "No national counting rule is known for decisions: whether police, traffic or some departments are included differs by place and year. Compare levels with care.",
    ),
    "note.items_not_decisions": (
        "这是权力清单上的事项数，不是当年作出的决定数。清单减少，不等于执法减少。",
        "Items on the list of powers, not decisions made in the year. A shorter list does not mean less enforcement.",
    ),
    "note.charges_meaning": (
        "2019年版统计收费项目数，2021年版统计收费金额，二者不可相接。",
        "The 2019 edition counts charge items, the 2021 edition money: the two do not join.",
    ),
    "note.amount_converted": (
        "统一折算为万元；未注单位的金额不参与比较。",
        "Converted to 10,000 yuan; amounts printed without a unit are left out.",
    ),
    "note.old_regulation": (
        "2018年及以前依旧《条例》统计，口径不尽相同，跨2018/2019年只可参考。",
        "Figures up to 2018 were counted under the old Regulation; compare across 2018/2019 with care.",
    ),
    "note.old_table": (
        "2019年以前的统计表，口径与现行表格不同，不与2019年以后比较。",
        "From the statistics table used before 2019; not comparable with the form used since.",
    ),
    "note.regulation_2019": (
        "2019年的申请，5月15日前适用修订前的《条例》，与2020年比较须留意。",
        "Requests of 2019 fall under two versions of the Regulation (the revision took effect on 15 May).",
    ),
    "note.sum_of_lines": ("由表内各项相加而得。", "Added up from the lines of the table."),
    "note.law_2024": (
        "自2024年1月1日起，对不予公开须先复议、后诉讼；2023与2024年之间口径有变。",
        "Since 1 January 2024 a refusal goes to reconsideration before a suit: 2023 and 2024 do not compare directly.",
    ),
    "note.never_sum": (
        "各年不可累加：尚未审结的案件次年会再次出现。",
        "Never add over years: a pending case appears again the year after.",
    ),
    "note.answered_denominator": (
        "分母为当年办结总数，不是当年新收数。",
        "The denominator is what was answered in the year, not what was received.",
    ),
    "note.pending_out": ("尚未审结的案件不计入分母。", "Pending cases are left out of the denominator."),
    "note.population": (
        "人口取自数据集所附的人口清单（denominators.csv），不是报告所载；清单没有的地方和年度不计算。",
        "Residents come from the list that came with the collection (denominators.csv), not from the reports; where the list lacks a place or year there is no rate.",
    ),
    "note.remedies_ratio": (
        "可超过100，也可能涉及往年的答复；复议后起诉的案件会重复计算。",
        "May pass 100 and concern earlier answers; suits after reconsideration repeat cases of reconsideration.",
    ),
    **{
        f"note.off_form_{edition}": (
            f"{chinese}的表格无此项，并非归零。",
            f"The {english} does not ask for it; that is not zero.",
        )
        for edition, (chinese, english) in EDITION_NAMES.items()
    },
}
