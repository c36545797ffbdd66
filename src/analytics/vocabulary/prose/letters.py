"""How printed characters are compared: what is alike, and what is left out."""

from __future__ import annotations

SIGNS_ALIKE = {"　": " ", "\xa0": " ", "﹪": "%", "％": "%", "∶": ":", "〜": "~", "∼": "~"}
WORDS_ALIKE = (("答覆", "答复"), ("回覆", "回复"), ("批覆", "批复"))
"""Words of which a character by itself stays as it is."""
_LISTED = r"[(]?[一二三四五六七八九十]+[)、是]|\d{1,2}[.、]"
LEFT_OUT = (
    r"(?=[ \t\r\n(*\u00ad\u200b-\u200f\u2060\ufeff])(?:"
    r"(?<!\d)[ \t\r]+|[ \t\r]+(?!\d)|\([a-z\u00e0-\u01dc]{1,7}\)(?<=[a-z\u00e0-\u01dc]\))"
    r"|[\u00ad\u200b-\u200f\u2060\ufeff*]+"
    rf"|(?:(?<=[\u4e00-\u9fff,、])\n(?=[\u4e00-\u9fff\d])|(?<=\d)\n(?=[\u4e00-\u9fff]))(?!{_LISTED}))"
)
"""White space unless it parts two numbers, pronunciations in brackets, emphasis, line breaks within a sentence."""
