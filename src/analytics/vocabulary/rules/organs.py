"""Rules that compare reports of different organs."""

from __future__ import annotations

from analytics.vocabulary import form
from analytics.vocabulary.rules.model import Basis, Case, Cases, Rule, Text
from analytics.vocabulary.rules.series import list_request_cells
from analytics.vocabulary.terms import Fault, Severity, Table

_TEXT = "本机关认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外，持续推进各项工作。" * 10


def _make_requests(now: tuple[str, ...], other: tuple[str, ...]) -> Case:
    keys = ("new", "disclosed", "not_held", "petition")
    cells = [form.find_cell(Table.III, key, "natural").key for key in keys]
    return Case(dict(zip(cells, now, strict=True)), other=dict(zip(cells, other, strict=True)))


RULES = (
    Rule(
        key="tables_copied",
        severity=Severity.WARNING,
        formula=Text("不同机关的表三不应整表相同", "table III is not that of another agency"),
        cells=lambda: frozenset(list_request_cells()),
        sentence=Text(
            "表三共{count}个非零数字与{other}同年报告完全相同。",
            "All {count} figures of table III that are not zero are those of the report of {other} for the same year.",
        ),
        cases=Cases(
            _make_requests(("61", "33", "19", "9"), ("61", "33", "18", "10")),
            _make_requests(("61", "33", "19", "9"), ("61", "33", "19", "9")),
            _make_requests(("2", "1", "1", "0"), ("2", "1", "1", "0")),
        ),
        basis=Basis.ORGANS,
    ),
    Rule(
        key="narrative_copied",
        severity=Severity.NOTE,
        formula=Text("不同机关的正文不应雷同", "a section of prose is not another agency's"),
        cells=frozenset,
        sentence=Text(
            "第{section}部分除数字外与{other}{year}年报告逐字相同（{count}字），该报告公布不晚于本报告。",
            "Section {section} is word for word that of the {year} report of {other}, numbers aside "
            "({count} characters); that report was not published later.",
        ),
        cases=Cases(
            Case(prose={"I": f"{_TEXT}甲。"}, other_prose={"I": f"{_TEXT}乙。"}),
            Case(prose={"I": f"{_TEXT}收到2件。"}, other_prose={"I": f"{_TEXT}收到1件。"}),
            Case(prose={"I": "无。"}, other_prose={"I": "无。"}),
        ),
        basis=Basis.ORGANS,
        fault=Fault.PUBLISHER,
    ),
)
