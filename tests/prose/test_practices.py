"""Practices: each mark has its sentence, and what was done is told from what is planned, wanting or was not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from benchmarks.practices import measure_practices, measure_problems, measure_worded
from hypothesis import given
from hypothesis import strategies as st

from analytics.prose.practices import NOT_MENTIONED, find_practices, list_marks, tabulate_practices
from analytics.vocabulary.prose.practices import PRACTICE_BY_KEY, PRACTICES, Practice, PracticeGroup, Stance

WORDED = Path(__file__).parent / "practices_worded.tsv"


def _mark(text: str, number: str = "I") -> set[tuple[str, str]]:
    return {(mark.practice, str(mark.stance)) for mark in find_practices(text, number)}


def test_worded_sentences_are_marked_as_labelled() -> None:
    score = measure_worded()
    assert score.labelled >= 50
    assert score.precision >= 0.97 and score.recall >= 0.97


def test_practices_of_real_reports_are_marked_as_labelled(real_reports: object) -> None:
    score = measure_practices()
    assert score.precision >= 0.97 and score.recall >= 0.93


def test_items_of_real_sections_five_are_parted_as_labelled(real_reports: object) -> None:
    score = measure_problems()
    assert score.precision >= 0.95 and score.recall >= 0.95


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.key)
def test_every_practice_is_declared_in_two_languages_with_its_basis(practice: Practice) -> None:
    assert practice.chinese and practice.english and practice.basis and practice.group in PracticeGroup
    assert re.compile(practice.pattern) and re.compile(practice.beside)
    assert list(PRACTICE_BY_KEY).count(practice.key) == 1


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("组织业务培训3次。", "I", Stance.DONE),
        ("本年度未组织培训。", "I", Stance.NONE),
        ("下一步，将组织业务培训。", "I", Stance.PLANNED),
        ("业务培训不够深入。", "V", Stance.SHORTCOMING),
        ("改进措施：加强业务培训。", "V", Stance.PLANNED),
        ("培训不足的问题已整改。", "V", Stance.DONE),
        ("不断加强业务培训。", "I", Stance.DONE),
        ("不定期组织培训。", "I", Stance.DONE),
    ],
)
def test_what_was_done_is_told_from_what_was_not(text: str, number: str, stance: Stance) -> None:
    assert ("training", str(stance)) in _mark(text, number)


def test_a_step_of_requests_counts_only_where_requests_are_spoken_of() -> None:
    assert _mark("做好收文登记工作。") == set()
    assert ("request_registered", "done") in _mark("依申请公开实行登记制度。")


def test_a_title_of_a_document_tells_of_no_practice() -> None:
    assert _mark("落实《关于加强政务公开业务培训的通知》要求。") == set()


@given(
    st.lists(
        st.sampled_from(
            ["业务培训", "未", "整改", "。", "，", "三審三校", "\n", " ", "下一步，", "《", "》", "依申请登记"]
        ),
        max_size=12,
    ).map("".join)
)
def test_marks_lie_within_their_sentences(text: str) -> None:
    for mark in find_practices(text):
        assert mark.sentence_start <= mark.start < mark.end <= mark.sentence_end <= len(text)


def test_navigation_before_the_first_heading_tells_of_nothing() -> None:
    sections = pd.DataFrame(
        [(1, 0, "", "无障碍 适老化"), (1, 1, "I", "组织培训。"), (2, 0, "", "组织培训。")],
        columns=["report_id", "position", "number", "text"],
    )
    assert list_marks(sections)[["report_id", "practice"]].values.tolist() == [[1, "training"], [2, "training"]]


def test_the_matrix_has_every_practice_of_every_report_and_prefers_what_was_done() -> None:
    sections = pd.DataFrame(
        [(1, 1, "I", "组织培训。"), (1, 2, "V", "培训不够。"), (2, 1, "I", "未组织培训。")],
        columns=["report_id", "position", "number", "text"],
    )
    reports = pd.DataFrame({"report_id": [1, 2], "organ_id": [7, 7], "year": [2022, 2023]})
    matrix = tabulate_practices(list_marks(sections), reports)
    assert len(matrix) == 2 * len(PRACTICES)
    training = matrix[matrix["practice"] == "training"].set_index("year")
    assert training["stance"].to_dict() == {2022: "done", 2023: "none"}
    assert training.loc[2022, ["position", "sentence_start"]].tolist() == [1, 0]
    other = matrix[(matrix["practice"] == "gazette") & (matrix["year"] == 2022)].iloc[0]
    assert other["stance"] == NOT_MENTIONED and pd.isna(other["start_at"])


def test_no_narratives_are_no_marks() -> None:
    empty = pd.DataFrame({"report_id": [], "position": [], "number": [], "text": []})
    reports = pd.DataFrame({"report_id": [], "organ_id": [], "year": []})
    assert tabulate_practices(list_marks(empty), reports).empty


def test_labels_are_read_as_written() -> None:
    with WORDED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for label in (row["practices"] or "").split():
                practice, _, stance = label.partition(":")
                assert practice in PRACTICE_BY_KEY and stance in list(Stance)
