"""Outcomes are named from the form, within a sentence and without the number that the form prints."""

from __future__ import annotations

import pytest

from analytics.charts.parts.request_names import name_outcome
from analytics.transforms.organ.requests import OUTCOMES
from analytics.vocabulary import form
from analytics.vocabulary.terms import Table
from analytics.words import Language


@pytest.mark.parametrize(
    ("key", "chinese", "english"),
    [
        ("disclosed", "予以公开", "disclosed in full"),
        ("other", "其他处理", "otherwise handled"),
        ("carried_forward", "结转下年度继续办理", "carried forward"),
        ("not_held", "本机关不掌握相关政府信息", "not held"),
    ],
)
def test_a_name_is_the_label_without_its_number(key: str, chinese: str, english: str) -> None:
    assert name_outcome(key, Language.ZH) == chinese
    assert name_outcome(key, Language.EN) == english


def test_every_outcome_of_the_form_has_a_name_of_its_own_in_both_languages() -> None:
    for language in Language:
        names = [name_outcome(key, language) for key in OUTCOMES]
        assert all(names) and len(set(names)) == len(names)
    for key in OUTCOMES:
        assert form.find_line(Table.III, key).label.endswith(name_outcome(key, Language.ZH))
