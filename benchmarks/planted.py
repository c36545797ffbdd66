"""Simulated chains of reports with prose, and one breach of one rule planted in some of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from analytics.simulate.places import list_counties
from analytics.simulate.world import simulate
from analytics.vocabulary import form, stated
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import list_identities
from analytics.vocabulary.rules import find_rule
from analytics.vocabulary.terms import Table

SEED = 29
_TOPICS = "组织领导 制度建设 信息发布 政策解读 回应关切 队伍培训 监督检查 档案管理 网站运维 保密审查 目录编制"
_VERBS = "进一步加强了 持续推进了 不断完善了 按时完成了 认真落实了 逐步规范了 明确安排了 及时总结了"
_PARTS = (
    "（一）主动公开。（二）依申请公开。（三）政府信息管理。（四）平台建设。（五）监督保障。开展考核、社会评议，"
    "未发生责任追究。"
)


@dataclass(slots=True)
class SimulatedReport:
    """One report of a chain: printed cells by code, prose by section, date of publication (ISO)."""

    organ_id: int
    year: int
    printed: dict[int, str]
    editions: Mapping[Table, Edition]
    prose: dict[str, str] = field(default_factory=dict)
    published: str = ""

    @property
    def report_id(self) -> int:
        """Unique among all chains."""
        return self.organ_id * 10_000 + self.year

    def read_cell(self, table: Table, line: str, column: str) -> int:
        """A count as printed; blank is 0."""
        text = self.printed.get(code(table, line, column), "").replace(",", "")
        return int(float(text)) if text.replace(".", "").isdigit() else 0


def code(table: Table, line: str, column: str) -> int:
    """The code of a cell by its keys."""
    return form.find_cell(table, line, column).code


def make_chains(count: int, years: tuple[int, ...]) -> list[list[SimulatedReport]]:
    """Chains of honest reports, one an organ."""
    return [
        [_make_report(organ_id, filled.year, filled.sheet.printed, filled.sheet.editions)
         for filled in simulate(place, years, seed=SEED)]
        for organ_id, place in enumerate(list_counties(count), 1)
    ]  # fmt: skip


def _make_report(
    organ_id: int, year: int, printed: Mapping[int, str], editions: Mapping[Table, Edition]
) -> SimulatedReport:
    codes = [cell.code for table, edition in editions.items() for cell in form.list_form_cells(table, edition)]
    report = SimulatedReport(organ_id, year, {cell: printed.get(cell, "") for cell in codes}, editions)
    report.prose = _write_prose(report)
    report.published = f"{year + 1}-03-{1 + organ_id % 28:02}"
    return report


def _write_prose(report: SimulatedReport) -> dict[str, str]:
    """Honest prose in several wordings, with numbers of other years and of parts between."""
    random = Random(report.report_id)
    new, over, answered, forward = (
        report.read_cell(Table.III, line, "total") for line in ("new", "carried_over", "answered", "carried_forward")
    )
    filler = "".join(f"{random.choice(_VERBS.split())}{random.choice(_TOPICS.split())}工作，" for _ in range(40))
    requests = random.choice(
        (
            f"全年收到政府信息公开申请{new}件，上年结转{over}件，办结{answered}件，结转下年度{forward}件。",
            f"{report.year}年，全区新收政府信息公开申请{new}件，其中网上申请{new // 2}件，办结申请{answered}件。",
            f"本年度共收到申请{new}件（{report.year - 1}年收到申请{new + 9}件），顺延到下年度办理{forward}件。",
        )
    )
    return {
        "I": f"{_PARTS}{filler}{requests}", "II": "", "III": "", "IV": "", "V": f"存在不足，{filler[:300]}。",
        "VI": "全年收取信息处理费0元。",
    }  # fmt: skip


_III, _II = Table.III, Table.II

# Planting ----------------------------------------------------------------------------------------------------------

Planter = Callable[[SimulatedReport, SimulatedReport, Random], bool]
"""Plants a breach in a report, given that of the year before; False where there is no room for it."""


def _break_sum(rule: str) -> Planter:
    """One figure of a sum is another; a subtotal is printed where none was."""

    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        identities = [
            identity
            for table, edition in report.editions.items()
            for identity in list_identities(table, edition)
            if identity.rule == rule
        ]
        identity = random.choice(identities)
        parts = [report.printed.get(cell, "").replace(",", "") for cell in identity.right]
        if rule == "subtotal_equals_parts":
            report.printed[identity.left[0]] = str(sum(int(text) for text in parts if text.isdigit()) + 1)
            return True
        known = [cell for cell in (*identity.left, *identity.right) if report.printed.get(cell, "").isdigit()]
        if not known:
            return False
        cell = random.choice(known)
        report.printed[cell] = str(int(report.printed[cell]) + random.randint(1, 9))
        return True

    return plant


def _set(*cells: tuple[Table, str, str], add: int = 3) -> Planter:
    """Some figures are larger by a number."""

    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        found = [code(*cell) for cell in cells if code(*cell) in report.printed]
        for cell in found:
            text = report.printed[cell].replace(",", "") or "0"
            if not text.lstrip("+-").isdigit():
                return False
            report.printed[cell] = str(int(text) + add)
        return len(found) == len(cells)

    return plant


def _write(section: str, sentence: Callable[[SimulatedReport], str]) -> Planter:
    """A sentence at the end of a section; an empty one leaves the report as it is."""

    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        text = sentence(report)
        report.prose[section] += text
        return bool(text)

    return plant


def _plant_zero_report(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    for cell, text in report.printed.items():
        if form.map_cells_by_code()[cell].table is Table.III and text:
            report.printed[cell] = "0"
    report.prose["I"] = report.prose["I"].rpartition("，")[0] + "，收到政府信息公开申请4件。"
    return True


def _plant_repeated(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    cells = [code(Table.II, line, "decisions") for line in ("licensing", "penalties", "coercion")]
    report.printed |= {cell: before.printed[cell] for cell in cells if cell in before.printed}
    return all(cell in before.printed and cell in report.printed for cell in cells)


def _plant_vanished(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    waiting = report.read_cell(Table.IV, "reconsideration", "total") + random.randint(1, 5)
    before.printed[code(Table.IV, "reconsideration", "pending")] = str(waiting)
    return True


def _plant_cumulative(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    codes = [
        cell for cell in report.printed
        if form.map_cells_by_code()[cell].column.key == "cumulative" and report.printed[cell].isdigit()
        and cell in before.printed
    ]  # fmt: skip
    if not codes:
        return False
    cell = random.choice(codes)
    report.printed[cell] = str(int(report.printed[cell]) + random.randint(1, 500))
    return True


def _plant_other_unit(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    cell = code(Table.II, "charges", "charged")
    if cell not in report.printed or not report.printed[cell]:
        return False
    report.printed[cell] = f"{float(report.printed[cell].replace(',', '')) * 10_000:.2f}"
    return True


def _plant_outlier(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    cell = code(Table.II, "licensing", "decisions")
    text = report.printed.get(cell, "").replace(",", "")
    if not text.isdigit() or int(text) < 100:
        return False
    report.printed[cell] = str(int(text) * 60)
    return True


def _plant_stated_change(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    new, earlier = (one.read_cell(Table.III, "new", "total") for one in (report, before))
    if not earlier:
        return False
    share = round((new - earlier) / earlier * 100) + 7
    report.prose["I"] += f"收到政府信息公开申请{new}件，较上年{'增长' if share >= 0 else '下降'}{abs(share)}%。"
    return True


def _plant_text(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    report.prose["V"] = before.prose["V"]
    return True


def _plant_heading(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    report.prose["九、V"] = report.prose.pop("V")
    return True


def _plant_silence(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    words = random.choice(list(stated.PARTS_OF_OVERVIEW.values()))
    report.prose["I"] = words.sub("", report.prose["I"])
    return not words.search(report.prose["I"])


def _plant_items(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
    known = [before.printed.get(code(_II, "penalties", column), "") for column in ("prior_items", "item_change")]
    is_told = all(text.replace(",", "").lstrip("+-").isdigit() for text in known)
    return is_told and _set((_II, "penalties", "prior_items"))(report, before, random)


def _leave_out(*numbers: str) -> Planter:
    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        report.prose = {number: text for number, text in report.prose.items() if number not in numbers}
        return True

    return plant


def _replace(section: str, old: str, new: str) -> Planter:
    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        report.prose[section] = report.prose[section].replace(old, new)
        return True

    return plant


def _publish(day: str) -> Planter:
    def plant(report: SimulatedReport, before: SimulatedReport, random: Random) -> bool:
        report.published = f"{report.year + (0 if day.startswith('12') else 1)}-{day}"
        return True

    return plant


def _carried(report: SimulatedReport) -> str:
    return "收到的申请均已办结。" if report.read_cell(Table.III, "carried_forward", "total") else ""


def _upheld(report: SimulatedReport) -> str:
    columns = ("corrected", "other_result", "pending")
    others = sum(report.read_cell(Table.IV, "reconsideration", column) for column in columns)
    return "行政复议案件均获维持。" if others else ""


def _differing(report: SimulatedReport) -> str:
    return f"办结申请{report.read_cell(Table.III, 'answered', 'total') + 11}件。"


def _with_carried_over(report: SimulatedReport) -> str:
    new, over = (report.read_cell(Table.III, line, "total") for line in ("new", "carried_over"))
    return f"共收到申请{new + over}件。" if over else ""


def _outcomes(report: SimulatedReport) -> str:
    answered = report.read_cell(Table.III, "answered", "total")
    return f"办结申请{answered}件，予以公开及部分公开{answered}件，不予公开1件，无法提供0件，不予处理0件，其他处理0件。"


PLANTERS: Mapping[str, Planter] = {
    **{rule: _break_sum(rule) for rule in ("received_equals_handled", "answered_equals_outcomes",
       "total_equals_applicants", "subtotal_equals_parts", "total_equals_results", "line_equals_parts")},
    "rules_without_power": _set((_II, "rules", "issued")),
    "prose_differs": _write("I", _differing),
    "prose_counts_carried_over": _write("I", _with_carried_over),
    "prose_outcomes_differ": _write("I", _outcomes),
    "zero_report_with_requests": _plant_zero_report,
    "all_answered_but_carried": _write("I", _carried),
    "all_upheld_but_not": _write("I", _upheld),
    "fee_stated_twice": _write("V", lambda report: "收取信息处理费120元。"),
    "section_missing": _leave_out("IV"),
    "report_ends_early": _leave_out("V", "VI"),
    "section_empty": _replace("VI", "全年收取信息处理费0元。", ""),
    "section_renumbered": _plant_heading,
    "overview_part_missing": _plant_silence,
    "supervision_unstated": _replace("I", "社会评议", ""),
    "carry_over_differs": _set((_III, "carried_over", "natural"), (_III, "carried_over", "total")),
    "in_force_differs": _set((_II, "admin_normative", "in_force")),
    "item_count_differs": _plant_items,
    "cumulative_differs": _plant_cumulative,
    "figures_repeated": _plant_repeated,
    "pending_vanished": _plant_vanished,
    "unit_differs": _plant_other_unit,
    "outlier": _plant_outlier,
    "stated_change_differs": _plant_stated_change,
    "narrative_repeated": _plant_text,
    "published_late": _publish("06-02"),
    "published_before_year_end": _publish("12-20"),
}  # fmt: skip
"""Rule → what plants a breach of it. Those between organs are planted by ``copy_from``."""
COPIED = ("tables_copied", "narrative_copied")


def copy_from(report: SimulatedReport, other: SimulatedReport, rule: str) -> bool:
    """Give a report the table III or the prose of another organ's report of the same year."""
    if rule == "narrative_copied":
        report.prose["V"] = other.prose["V"]
        return True
    cells = find_rule(rule).cells()
    report.printed |= {cell: text for cell, text in other.printed.items() if cell in cells}
    return report.editions[_III] is other.editions[_III]


def list_years(rule: str) -> tuple[int, ...]:
    """The years whose edition has the cells that a rule binds."""
    if rule in ("line_equals_parts", "cumulative_differs"):
        return (2015, 2016, 2017)
    return (2018, 2019, 2020) if rule == "item_count_differs" else (2022, 2023, 2024)
