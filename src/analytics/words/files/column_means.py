"""What the columns of ``listed`` tables mean."""

SENTENCES: dict[str, tuple[str, str]] = {
    "column_means.applicant": ("申请人类别，依表三栏目", "Kind of applicant, as in table III"),
    "column_means.outcome": (
        "表三的办理结果；有分项的取分项之和，结转下年度继续办理单列",
        "Outcome in table III; an outcome with lines of its own is their sum. Requests carried forward are listed separately",
    ),
    "column_means.missing": (
        "该办理结果中没有数字的单元格数，未按零计",
        "Cells of this outcome without a number; they are not counted as zero",
    ),
    "column_means.group": ("理由所属的办理结果", "Outcome to which the reason belongs"),
    "column_means.ground": ("表三的行", "Line of table III"),
    "column_means.part": (
        "依次为上年总计、各类申请人的增减、总计与分项之差、本年总计，相加恰好相等",
        "The total of the year before, the change of each applicant, the difference of total and parts, and this year's total; they add up exactly",
    ),
    "column_means.form_line": ("表格的行", "Line of the form"),
    "column_means.form_column": ("表格的栏", "Column of the form"),
    "column_means.differing": (
        "与基准机关不同的单元格数",
        "Number of cells that differ from those of the reference agency",
    ),
    "column_means.of_report": (
        "该报告所印内容；没有数字的注明原因",
        "What this report prints, or why there is no number",
    ),
    "column_means.measure": ("指标名称", "Name of the measure"),
    "column_means.printed_previous": (
        "报告所印的上一年项目数量；没有数字的注明原因",
        "Items in the previous year as the report prints them, or why there is no number",
    ),
    "column_means.printed_change": (
        "报告所印的本年增/减；没有数字的注明原因",
        "Change this year as the report prints it, or why there is no number",
    ),
    "column_means.items_now": (
        "上一年项目数量 + 本年增/减；缺一项的留空",
        "Items in the previous year + change this year; empty where either is missing",
    ),
    "column_means.percent": (
        "增减占上一年项目数量之比（小数）",
        "The change as a fraction of the items in the previous year",
    ),
    "column_means.organ": ("机关名称", "Name of the agency"),
    "column_means.line": ("正文用语，按原文照录", "The words of the prose"),
    "column_means.measured_in": ("正文所用的单位", "Unit used in the prose"),
    "column_means.printed": ("正文所印的数字", "The figure as printed in the prose"),
    "column_means.read_from": ("数字的读取来源", "What the figure was read from"),
    "column_means.source": ("人工采集时记录的出处", "For figures collected by hand, where they were found"),
    "column_means.year": ("报告年度", "Year the report covers"),
    "column_means.block": ("表四的救济途径", "Remedy in table IV"),
    "column_means.result": ("表四的结果", "Result in table IV"),
    "column_means.value": (
        "印出的数字或其合计；没有的留空",
        "The printed value, or a sum of printed values; empty where there is none",
    ),
    "column_means.status": ("单元格的状态，见“状态”", "Status of the cell: see Statuses"),
    "listed.form": ("{organs}：{table}", "{organs}: {table}"),
    "column_means.severity": ("核查提示的级别：错误、注意或说明", "Weight of the finding: error, warning or note"),
    "column_means.finding": ("核查提示的全文", "The finding as a sentence"),
    "column_means.fault": (
        "所涉问题可能出在发布机关、识读还是转录",
        "Where the problem may lie: with the publisher, our reading or the transcription",
    ),
    "column_means.hint": (
        "如改读某个单元格，现不相符的勾稽关系即可成立；仅供核对",
        "With which other figure of a cell the sums would hold; where to look, no correction",
    ),
    "column_means.review": ("有人核对后的结论", "What somebody who looked at it said"),
    "column_means.review_note": ("核对时的批注", "Note of the review"),
    "column_means.reviewed_by": ("核对人", "Who reviewed it"),
    "column_means.reviewed_at": ("核对时间（UTC）", "When it was reviewed (UTC)"),
    "column_means.rule": ("规则的代码", "Key of the rule"),
    "column_means.file": ("报告文件", "File of the report"),
    "column_means.section": (
        "报告的部分，照原标题",
        "Section of the report, as its heading prints it",
    ),
    "column_means.hits": (
        "检索词在此出现的次数",
        "How often the words stand here",
    ),
    "column_means.excerpt": (
        "检索词及其前后的原文",
        "The words with what stands around them, as printed",
    ),
    "column_means.collected": ("收录的报告数", "Reports in the collection"),
    "column_means.searched": (
        "检索范围内有正文的报告数",
        "Reports with prose that were searched",
    ),
    "column_means.reports": (
        "出现检索词的报告数",
        "Reports with the words",
    ),
    "column_means.subject": (
        "正文数字所计的事项，依申明的用语判定",
        "What the figure counts, by declared words",
    ),
    "column_means.of_period": (
        "数字所指时期",
        "The time it speaks of",
    ),
    "column_means.of_year": (
        "数字所指年份",
        "The year it is of",
    ),
    "column_means.sentence": (
        "原文的句子",
        "The sentence as printed",
    ),
    "column_means.characters": (
        "汉字数，不计标点和数字",
        "Chinese characters, without signs and figures",
    ),
    "column_means.report": (
        "机关和年度",
        "Agency and year",
    ),
    "column_means.whose_words": (
        "仅见于此份、两份都有，或格式用语",
        "In this report alone, in both, or set phrases of the form",
    ),
    "column_means.words": (
        "原文",
        "The words as printed",
    ),
    "column_means.share": (
        "占比，0 至 1；分母见同行或说明",
        "A share, 0 to 1; what it is of stands in its row or in the sentence above",
    ),
    "column_means.other_organ": (
        "对照的机关",
        "The agency compared with",
    ),
    "column_means.other_year": (
        "对照的报告年度",
        "Year of the report compared with",
    ),
    "column_means.other_share": (
        "对方自有文字中见于此份的比例",
        "Share of the other's own text that is in this report",
    ),
    "column_means.same_agency": (
        "两份报告是否出自同一机关",
        "Whether both reports are of one agency",
    ),
    "column_means.published_first": (
        "按公布日期，哪份在先；不说明谁抄谁",
        "Which has the earlier date of publication; not who copied",
    ),
    "column_means.pairs": (
        "两个机关之间有相同文字的报告对数",
        "Pairs of their reports that share text",
    ),
    "column_means.theme": (
        "问题类别，依申明的用语判定",
        "What the problem is about, by declared words",
    ),
    "column_means.years_running": (
        "到这一年为止连续提到的年数",
        "Years in a row in which it was named, up to this one",
    ),
    "column_means.promised": (
        "第五部分提出的措施，照原文",
        "The measure of section five, as printed",
    ),
    "column_means.outcome_later": (
        "下一年第一部分是否有相近表述；未见不等于没有做",
        "Whether the next year's section one has a sentence alike; none is no proof that nothing was done",
    ),
    "column_means.told_later": (
        "下一年第一部分最相近的句子",
        "The sentence of the next year's section one that is nearest",
    ),
    "column_means.likeness": (
        "措施的实义字对见于最相近句子的比例，0 至 1",
        "Share of the measure's telling pairs of characters that the nearest sentence has, 0 to 1",
    ),
    "column_means.body_length": (
        "各标题下的汉字数",
        "Chinese characters under headings",
    ),
    "column_means.share_of_last_year": (
        "自有文字中见于上年报告的比例；没有上年报告的空缺",
        "Share of the own text that is in last year's report; blank where that is not in the collection",
    ),
    "column_means.share_of_others": (
        "自有文字中见于其他机关报告的比例",
        "Share of the own text that is in reports of other agencies",
    ),
    "column_means.share_new": (
        "两者都不见的比例",
        "Share that is in neither",
    ),
    "column_means.days_late": (
        "公布日期减去法定期限；提前为负；日期不明的空缺",
        "Date of publication less the due date; negative before it; blank where the date is unknown",
    ),
    "column_means.documents": (
        "该机关该年度收录的文件数",
        "Documents of the agency and year in the collection",
    ),
    "column_means.contradictions": (
        "与表格勾稽关系不符的项数",
        "Findings against the form's arithmetic",
    ),
    "column_means.fails_with_blanks": (
        "空白按零计时不符的项数",
        "Sums that fail with blanks as zero",
    ),
    "column_means.is_source_changed": (
        "文件与来源清单所记是否一致",
        "Whether the document is still the one the source list describes",
    ),
    "column_means.practice": (
        "做法，依申明的用语判定",
        "The practice, by declared words",
    ),
    "column_means.stance": (
        "报告对此怎么写",
        "What the report says of it",
    ),
    "column_means.done": (
        "写明已做的机关数",
        "Agencies that say it was done",
    ),
    "column_means.told": (
        "提到的机关数",
        "Agencies that mention it",
    ),
    "column_means.of_organs": (
        "所占的机关总数",
        "Agencies that these are of",
    ),
    "column_means.organs": (
        "提到的机关数",
        "Agencies that name it",
    ),
    "column_means.area": (
        "省份",
        "Province",
    ),
    "column_means.basis_of_practice": (
        "法规条款或文件",
        "Article or notice it rests on",
    ),
    "column_means.pattern": (
        "正则表达式",
        "Regular expressions",
    ),
    "column_means.part_publication": (
        "第一部分是否有此内容",
        "Whether section one has this part",
    ),
    "column_means.part_requests": (
        "第一部分是否有此内容",
        "Whether section one has this part",
    ),
    "column_means.part_information": (
        "第一部分是否有此内容",
        "Whether section one has this part",
    ),
    "column_means.part_platforms": (
        "第一部分是否有此内容",
        "Whether section one has this part",
    ),
    "column_means.part_supervision": (
        "第一部分是否有此内容",
        "Whether section one has this part",
    ),
}
