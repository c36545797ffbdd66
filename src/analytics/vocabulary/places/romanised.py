"""Names in Latin letters, as people type them: 芮城县 → ``ruichengxian`` and ``rcx``.

Readings come from pypinyin. Names of places keep old readings that a general dictionary does not know; those that it
gets wrong stand here, after the readings that the places themselves use.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

_READINGS = {
    "洪洞": "hóng tóng", "单县": "shàn xiàn", "浚县": "xùn xiàn", "涡阳": "guō yáng", "荥经": "yíng jīng",
    "筠连": "jūn lián", "珲春": "hún chūn", "繁峙": "fán shì", "六合区": "lù hé qū", "覃塘": "qín táng",
    "大城县": "dài chéng xiàn", "什邡": "shí fāng", "太行": "tài háng", "称多": "chèn duō", "曾都": "zēng dū",
    "红寺堡": "hóng sì pù", "朝阳": "cháo yáng", "长子县": "zhǎng zǐ xiàn", "长阳": "cháng yáng", "长葛": "cháng gě",
    "乐亭": "lào tíng", "乐清": "yuè qīng", "成都": "chéng dū", "南乐": "nán lè", "民乐": "mín lè",
}  # fmt: skip
_CHARACTERS = {"都": "dū", "长": "cháng", "乐": "lè", "朝": "cháo"}
"""What these read in names of places where no reading above says otherwise."""


class Romanised(NamedTuple):
    """Syllables run together, and their first letters; empty where a name has no Chinese character."""

    pinyin: str
    initials: str


@cache
def romanise_name(name: str) -> Romanised:
    """The name in Latin letters without tones; what is no Chinese character is left out."""
    syllables = _load_dictionary().lazy_pinyin(name, errors="ignore", v_to_u=False)
    return Romanised("".join(syllables), "".join(syllable[0] for syllable in syllables))


@cache
def write_word(name: str) -> str:
    """The name as one word, for reading: 西安 → ``Xi'an``; an apostrophe stands before a syllable that begins with a
    vowel. What is no Chinese character stays."""
    syllables = _load_dictionary().lazy_pinyin(name, v_to_u=True)
    parts = [f"'{syllable}" if at and syllable[0] in "aoe" else syllable for at, syllable in enumerate(syllables)]
    word = "".join(parts)
    return word[:1].upper() + word[1:]


@cache
def _load_dictionary() -> Any:
    """pypinyin with these readings. Loaded when asked for: it takes a second, and only an ingest needs it."""
    import pypinyin

    pypinyin.load_single_dict({ord(character): reading for character, reading in _CHARACTERS.items()})
    pypinyin.load_phrases_dict(
        {name: [[syllable] for syllable in reading.split()] for name, reading in _READINGS.items()}
    )
    return pypinyin
