"""The form is the single source: what is added to a copy of it changes everything derived from it, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.package_copies import copy_package, run_python

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

DERIVED = """
import analytics, json, sys
from html import escape
from analytics.audit.years import list_cells_across_years
from analytics.simulate.places import list_counties
from analytics.charts.parts.request_names import name_outcome
from analytics.documents.detect import read_bytes
from analytics.reports.parse import parse
from analytics.simulate.render import FormSheet, build_table_rows, render_html
from analytics.simulate.world import simulate
from analytics.transforms.organ.remedies import RESULTS
from analytics.transforms.organ.requests import OUTCOMES, list_lines
from analytics.vocabulary import form
from analytics.vocabulary.identities import list_identities
from analytics.vocabulary.measures import list_measures
from analytics.vocabulary.short_names import LINE_NAMES
from analytics.vocabulary.terms import Table
from analytics.warehouse.builds.build_rows import make_cell_row
from analytics.words import Language, say

tables = form.list_tables_of_form()
sheets = {}
for edition in form.EDITIONS:
    editions = {table: edition for table in tables if edition in form.list_editions(table)}
    sheet = FormSheet("", editions, {cell.code: str(cell.code) for cell in form.list_cells()})
    sheets[edition] = [[span.text for span in row] for table in editions for row in build_table_rows(sheet, table)]
(place,) = list_counties(1)
filled = next(iter(simulate(place, [2024], seed=1)))
later = next(iter(simulate(place, [2027], seed=1)))
page = render_html(filled.sheet)
short_page = page
for key, names in LINE_NAMES[Table.III].items():
    short_page = short_page.replace(f">{escape(form.find_line(Table.III, key).label)}<", f">{names[0]}<")


def read_facts(page):
    (report,) = parse(read_bytes(page.encode(), name="report"))
    return {fact.cell: fact.printed for fact in report.facts if fact.cell is not None and fact.is_certain}


json.dump({"package": analytics.__file__,
    "edition_names": {edition: [say(f"edition.{edition}", language) for language in Language]
                      for edition in form.EDITIONS},
    "cells": [make_cell_row(cell) for cell in form.list_cells()],
    "identities": [[str(table), edition, identity.rule, identity.where, identity.left, identity.right]
                   for table in tables for edition in form.EDITIONS for identity in list_identities(table, edition)],
    "measures": {measure.key: dict(measure.cells) for measure in list_measures()},
    "denominators": {measure.key: measure.denominator for measure in list_measures()},
    "outcomes": {outcome: list_lines(outcome) for outcome in OUTCOMES},
    "results": RESULTS,
    "outcome_names": {outcome: [name_outcome(outcome, language) for language in Language] for outcome in OUTCOMES},
    "years": list_cells_across_years(),
    "printed": sheets,
    "simulated": sorted(filled.sheet.printed),
    "on_form": [cell.code for table, edition in filled.sheet.editions.items()
                for cell in form.list_form_cells(table, edition)],
    "later": {"editions": later.sheet.editions, "printed": sorted(later.sheet.printed)},
    "ordered": {table: form.list_editions(table) for table in tables},
    "filled": filled.sheet.printed,
    "read": {"full": read_facts(page), "short": read_facts(short_page) if short_page != page else {}},
}, sys.stdout)
"""


def derived(
    folder: Path, replacements: Mapping[str, Mapping[str, str]], added: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What a copy of the package with texts of its files replaced, and files added, derives from its form."""
    copy_package(folder, replacements, added)
    run = run_python(folder, DERIVED)
    assert run.returncode == 0, run.stderr.decode()
    found = dict(json.loads(run.stdout))
    assert Path(found["package"]).is_relative_to(folder)
    return found


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return derived(tmp_path_factory.mktemp("original"), {})


REQUESTS = "vocabulary/form/requests.py"
ANSWERED = form.find_line(Table.III, "answered").number
OTHERWISE = tuple(
    key
    for key in form.list_lines_of_group(Table.III, "other")
    if Edition("2021") in form.find_line(Table.III, key).editions
)
"""Lines of （六） in the edition of 2021, which the copy below gets a further one of."""
ADDED = max(line.number for line in form.list_lines(Table.III)) + 1
ADDED_LABEL = f"{len(OTHERWISE) + 1}.申请人撤回申请"
NATURAL = form.find_column(Table.III, "natural").number
CODES_OF_LINE = form.find_cell(Table.III, "answered", "natural").code + 10 * (ADDED - ANSWERED)
"""Where the codes of the added line begin: ten to a line."""
ADDED_CODES = frozenset(CODES_OF_LINE + column.number - NATURAL for column in form.list_columns(Table.III))


def write_keys(*keys: str) -> str:
    """Keys of lines as the form's source has them."""
    return ", ".join(f'"{key}"' for key in keys)


ADDED_LINE = {
    REQUESTS: {
        f'    Line({ANSWERED}, "answered",': f'    Line({ADDED}, "withdrawn", "{ADDED_LABEL}", "Withdrawn"),\n'
        f'    Line({ANSWERED}, "answered",',
        f"({write_keys(*OTHERWISE)})": f"({write_keys(*OTHERWISE, 'withdrawn')})",
    },
    "vocabulary/short_names.py": {
        '        "answered": (': '        "withdrawn": ("撤回申请",),\n        "answered": (',
    },
}


@pytest.fixture(scope="module")
def added_line(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return derived(tmp_path_factory.mktemp("added_line"), ADDED_LINE)


def test_a_line_added_to_the_form_is_in_everything_derived_and_changes_nothing_else(
    original: dict[str, Any], added_line: dict[str, Any]
) -> None:
    changed = added_line
    codes = ADDED_CODES
    total = CODES_OF_LINE + form.find_total_column(Table.III).number - NATURAL

    new_cells = [cell for cell in changed["cells"] if cell not in original["cells"]]
    assert {cell["cell"] for cell in new_cells} == codes
    assert all(cell["editions"] == ["2021"] for cell in new_cells)
    assert [cell for cell in changed["cells"] if cell not in new_cells] == original["cells"]

    known = [tuple(map(str, identity)) for identity in original["identities"]]
    new = [identity for identity in changed["identities"] if tuple(map(str, identity)) not in known]
    assert all(identity[1] == "2021" for identity in new)
    assert all(codes & {*identity[4], *identity[5]} for identity in new)
    rules = [identity[2] for identity in new]
    assert {rule: rules.count(rule) for rule in set(rules)} == {
        "answered_equals_outcomes": 7,
        "subtotal_equals_parts": 7,
        "total_equals_applicants": 1,
    }

    differing = {key for key, cells in changed["measures"].items() if original["measures"].get(key) != cells}
    assert differing == {"requests_withdrawn", "requests_otherwise"}
    assert changed["measures"]["requests_withdrawn"] == {"2021": [total]}
    assert changed["measures"]["requests_otherwise"]["2021"] == [
        *original["measures"]["requests_otherwise"]["2021"],
        total,
    ]
    assert changed["measures"]["requests_otherwise"]["2019"] == original["measures"]["requests_otherwise"]["2019"]

    assert "withdrawn" in changed["outcomes"]["other"]
    # A table that is last year's is found by every cell of an applicant; no sum over years binds an outcome.
    assert set(changed["years"]) - set(original["years"]) == codes - {total}
    assert set(original["years"]) <= set(changed["years"])
    assert set(changed["simulated"]) - set(original["simulated"]) == codes
    assert changed["printed"]["2019"] == original["printed"]["2019"]
    assert any(ADDED_LABEL in row for row in changed["printed"]["2021"])


@pytest.mark.parametrize("labels", ["full", "short"])
def test_a_form_with_an_added_line_is_read_as_it_was_filled(
    original: dict[str, Any], added_line: dict[str, Any], labels: str
) -> None:
    for derivation in (original, added_line):
        assert derivation["read"][labels] == derivation["filled"]
    assert set(map(str, ADDED_CODES)) <= set(added_line["read"][labels])


RESULT_LABEL = "撤回申请"
ADDED_RESULT = {
    "vocabulary/form/remedies.py": {
        '    Column(4, "total",': f'    Column(5, "withdrawn", "{RESULT_LABEL}", "Withdrawn"),\n    Column(4, "total",',
        '"pending", "total")': '"pending", "withdrawn", "total")',
    },
}


DRAWN = """
import json, sys
import pandas as pd
from analytics.charts.remedies import draw_cases
from analytics.transforms.organ.remedies import BLOCKS, RESULTS
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language

cells = pd.DataFrame(
    [(1, 1, form.find_cell(Table.IV, block, result).code, 2024, block, result, 2.0, "number")
     for block in BLOCKS for result in RESULTS],
    columns=["organ_id", "report_id", "cell", "year", "block", "result", "value", "status"],
)
drawn = draw_cases(cells, "", Language.EN, source="")
json.dump([(trace["name"], trace["marker"]["pattern"]["shape"]) for trace in drawn.traces if trace["type"] == "bar"],
          sys.stdout)
"""


def test_a_result_added_to_table_iv_is_simulated_read_shown_and_measured(
    original: dict[str, Any], tmp_path: Path
) -> None:
    changed = derived(tmp_path, ADDED_RESULT)
    codes = {cell["cell"] for cell in changed["cells"]} - {cell["cell"] for cell in original["cells"]}
    assert len(codes) == len(form.list_lines(Table.IV))
    assert set(changed["simulated"]) - set(original["simulated"]) == codes
    assert changed["read"]["full"] == changed["filled"]
    assert changed["results"] == [*original["results"], "withdrawn"]
    assert {code for sides in changed["identities"] for side in sides[4:] for code in side} >= codes
    added = set(changed["measures"]) - set(original["measures"])
    assert added == {f"{block.key}_withdrawn" for block in form.list_lines(Table.IV)}
    closed, closed_before = (each["denominators"]["reconsideration_correction_rate"] for each in (changed, original))
    assert closed == [*closed_before, "reconsideration_withdrawn"]
    for edition in ("2019", "2021"):
        assert any(RESULT_LABEL in row for row in changed["printed"][edition])

    run = run_python(tmp_path, DRAWN)
    assert run.returncode == 0, run.stderr.decode()
    patterns = dict(json.loads(run.stdout))
    assert "Withdrawn" in patterns and len({*patterns.values()}) == len(patterns) == len(changed["results"])


ADDED_OUTCOME = {
    REQUESTS: {
        f'    Line({ANSWERED}, "answered",': f'    Line({ADDED}, "referred", "（七）转送办理", "Referred to another body"),\n'
        f'    Line({ANSWERED}, "answered",',
        "        otherwise,\n": '        otherwise,\n        "referred",\n',
    },
}


def test_an_outcome_added_to_the_form_has_a_name_on_requests(original: dict[str, Any], tmp_path: Path) -> None:
    changed = derived(tmp_path, ADDED_OUTCOME)
    assert "referred" in changed["outcomes"]
    assert changed["outcome_names"] == {
        **original["outcome_names"],
        "referred": ["转送办理", "referred to another body"],
    }
    assert CODES_OF_LINE in changed["simulated"]


IN_FORCE = "vocabulary/form/editions/form_2021.py"
IMPORTED = "import Block, Edition, EditionDeclaration, EditionTable"
TABLES = "        tables=(_DISCLOSURE,"
ADDED_IN_FORCE = {
    "a line of table II": {
        IN_FORCE: {
            IMPORTED: f"{IMPORTED}, Line",
            TABLES: '        lines={Table.II: (Line(10, "confirmation", "行政确认", "Confirmation"),)},\n' + TABLES,
            'Block(("licensing",), ("decisions",)': 'Block(("licensing", "confirmation"), ("decisions",)',
        }
    },
    "documents in table II": {
        IN_FORCE: {
            IMPORTED: f"{IMPORTED}, Line",
            TABLES: '        lines={Table.II: (Line(10, "plans", "规划文件", "Plans"),)},\n' + TABLES,
            '("rules", "admin_normative")': '("rules", "admin_normative", "plans")',
        }
    },
    "a column of table II": {
        IN_FORCE: {
            IMPORTED: f"{IMPORTED}, Column",
            TABLES: '        columns={Table.II: (Column(2, "waived", "本年减免件数", "Waived"),)},\n' + TABLES,
            '("charged",)': '("charged", "waived")',
        }
    },
    "a column of table III": {
        REQUESTS: {
            '    Column(6, "total",': '    Column(7, "rural", "农村集体", "Rural bodies"),\n    Column(6, "total",',
            '"legal", "others")': '"legal", "others", "rural")',
        }
    },
}


@pytest.mark.parametrize("added", ADDED_IN_FORCE)
def test_what_is_added_to_the_form_in_force_is_simulated(original: dict[str, Any], tmp_path: Path, added: str) -> None:
    changed = derived(tmp_path, ADDED_IN_FORCE[added])
    codes = {
        cell["cell"] for cell in changed["cells"] if cell not in original["cells"] and "2021" in cell["editions"]
    } & set(changed["on_form"])
    assert codes
    assert set(changed["simulated"]) - set(original["simulated"]) == codes
    assert set(changed["simulated"]) == set(changed["on_form"])


EDITION_OF_2031 = """
from analytics.vocabulary.form import remedies
from analytics.vocabulary.form.model import Edition, EditionDeclaration

EDITIONS = (
    EditionDeclaration(
        edition=Edition("2031"), chinese="2031年版", english="2031 edition", first_year=2031,
        tables=(remedies.make_table(),),
    ),
)
"""


def test_an_edition_claims_only_what_it_declares(original: dict[str, Any], tmp_path: Path) -> None:
    changed = derived(tmp_path, {}, {"vocabulary/form/editions/form_2031.py": EDITION_OF_2031})
    claimed = [cell["table"] for cell in changed["cells"] if "2031" in cell["editions"]]
    assert claimed == ["IV"] * 15
    for cell in changed["cells"]:
        cell["editions"] = [edition for edition in cell["editions"] if edition != "2031"]
    assert changed["cells"] == original["cells"]
    assert {identity[0] for identity in changed["identities"] if identity[1] == "2031"} == {"IV"}
    claiming = {key for key, cells in changed["measures"].items() if "2031" in cells}
    blocks = ("reconsideration_", "litigation_", "suit_direct_", "suit_after_")
    assert claiming == {key for key in original["measures"] if key.startswith(blocks) and original["measures"][key]}
    assert changed["outcomes"] == original["outcomes"]
    assert changed["edition_names"] == {**original["edition_names"], "2031": ["2031年版", "2031 edition"]}


EDITION_OF_2027 = """
from analytics.vocabulary.form import remedies, requests
from analytics.vocabulary.form.model import Block, Edition, EditionDeclaration, EditionTable
from analytics.vocabulary.terms import Table

DISCLOSURE = EditionTable(Table.II, (Block(("licensing", "penalties"), ("decisions",), "五"),))
EDITIONS = (
    EditionDeclaration(
        edition=Edition("2027"), chinese="2027年版", english="2027 edition", first_year=2027,
        tables=(DISCLOSURE, requests.make_table(requests.OTHERWISE), remedies.make_table()),
    ),
)
"""


def test_an_edition_in_force_from_2027_is_simulated_for_2027(original: dict[str, Any], tmp_path: Path) -> None:
    changed = derived(tmp_path, {}, {"vocabulary/form/editions/form_2027.py": EDITION_OF_2027})
    assert changed["ordered"] == {key: ["2019", "2021", "2027"] for key in ("II", "III", "IV")}
    assert set(original["later"]["editions"].values()) == {"2021"}
    assert set(changed["later"]["editions"].values()) == {"2027"}
    of_2027 = {cell["cell"] for cell in changed["cells"] if "2027" in cell["editions"]}
    subtotals = {code for code in of_2027 if code // 10 in (303, 306, 315, 319, 331)}
    assert set(changed["later"]["printed"]) == of_2027 - subtotals
    assert len(changed["later"]["printed"]) < len(original["later"]["printed"])
    assert changed["filled"] == original["filled"]


MISTAKES = {
    "a sum without a rule": (
        REQUESTS,
        '"answered_equals_outcomes"',
        '""',
        "rule of a sum that is not declared: answered",
    ),
    "a number twice": (REQUESTS, '    Line(31, "other",', '    Line(30, "other",', "number of a line twice: 30"),
    "a key twice": (REQUESTS, '    Line(31, "other",', '    Line(31, "answered",', "key of a line twice: answered"),
    "a line without a label": (
        REQUESTS,
        f"({write_keys(*OTHERWISE)})",
        f"({write_keys(*OTHERWISE, 'withdrawn')})",
        "withdrawn",
    ),
    "a head without a label": (REQUESTS, 'Under("unable",', 'Under("unabel",', "unabel"),
    "a column without a label": ("vocabulary/form/remedies.py", '"pending", "total")', '"open", "total")', "open"),
    "an edition twice": (
        IN_FORCE,
        'edition=Edition("2021")',
        'edition=Edition("2019")',
        "two editions of the form are called 2019",
    ),
    "an edition without a name": (IN_FORCE, '        english="2021 edition",\n', "", "english"),
    "a code twice": (
        "vocabulary/form/disclosure.py",
        'Column(6, "in_force"',
        'Column(5, "in_force"',
        "II.rules.repealed, II.rules.in_force",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_form_that_contradicts_itself_cannot_be_imported(tmp_path: Path, mistake: str) -> None:
    file, before, after, named = MISTAKES[mistake]
    copy_package(tmp_path, {file: {before: after}})
    run = run_python(tmp_path, "import analytics.vocabulary.form")
    assert run.returncode != 0
    *_, last = run.stderr.decode().strip().splitlines()
    assert last.startswith(("ValueError", "TypeError")) and named in last


def test_a_short_name_of_a_line_that_the_form_does_not_have_cannot_be_imported(tmp_path: Path) -> None:
    copy_package(tmp_path, {"vocabulary/short_names.py": {'        "answered": (': '        "replied": ('}})
    run = run_python(tmp_path, "import analytics.vocabulary.short_names")
    assert run.returncode != 0
    assert run.stderr.decode().strip().splitlines()[-1].endswith("III.replied")
