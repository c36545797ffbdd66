"""Words that follow a number take the form that Babel's rules of the language give them."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import analytics
from analytics import words
from analytics.words import Language, load_sentences, say

SOURCE = Path(analytics.__file__).parent
ROOMS = ("words", "dashboard", "charts", "briefings", "exports", "cli.py", "terminal.py")
CHOICE = "{count} {count:report was|reports were} read"


@pytest.fixture
def sentence(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(words, "load_sentences", lambda: {"test.read": ("读取 {count} 份", CHOICE)})
    return "test.read"


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (1, "1 report was read"),
        ("1", "1 report was read"),
        (2, "2 reports were read"),
        (0, "0 reports were read"),
        (21, "21 reports were read"),
        ("1,001", "1,001 reports were read"),
        ("at least 1", "at least 1 reports were read"),
    ],
)
def test_english_has_one_and_other(sentence: str, count: object, written: str) -> None:
    assert say(sentence, Language.EN, count=count) == written


@pytest.mark.parametrize("count", [0, 1, 2, 21])
def test_chinese_has_one_form(sentence: str, count: int) -> None:
    assert say(sentence, Language.ZH, count=count) == f"读取 {count} 份"


def test_other_fields_of_the_sentence_are_written_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        words, "load_sentences", lambda: {"test.size": ("", "{n} {n:file|files}, {size:.1f} MB, {{x}}")}
    )
    assert say("test.size", Language.EN, n=1, size=2.25) == "1 file, 2.2 MB, {x}"


def test_a_sentence_that_lacks_a_form_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "load_sentences", lambda: {"test.few": ("", "{n} {n:a|b|c}")})
    with pytest.raises(ValueError, match="zip"):
        say("test.few", Language.EN, n=1)


def test_each_choice_has_as_many_forms_as_its_language() -> None:
    fields = [
        (key, language, spec.count("|") + 1)
        for key, texts in load_sentences().items()
        for language, text in zip(Language, texts, strict=True)
        for _, _, spec, _ in string.Formatter().parse(text)
        if spec and "|" in spec
    ]
    assert any(language is Language.EN for _, language, _ in fields)
    assert not [field for field in fields if field[1] is Language.ZH or field[2] != 2]


def test_no_plural_is_made_by_hand() -> None:
    files = [path for room in ROOMS for path in (SOURCE / room, *(SOURCE / room).rglob("*.py")) if path.is_file()]
    assert len(files) > 50
    made = re.compile(r"\w\(s\)|count == 1 else|\"s\" if|else \"s\"|\.one\"")
    assert not {str(path): found for path in files if (found := made.findall(path.read_text("utf-8")))}
