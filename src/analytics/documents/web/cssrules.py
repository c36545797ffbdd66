"""A style sheet → its rules that matter, each with a path to the elements it is for.

A condition or a selector that cannot be judged here makes the rule an uncertain one, for all elements that it could be
for. Parsing is tinycss2's, matching cssselect's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import cssselect
import tinycss2

PROPERTIES = frozenset((
    "display", "visibility", "opacity", "font-size", "font", "font-family", "text-decoration", "text-decoration-line",
    "vertical-align", "position", "left", "top", "right", "bottom", "inset", "text-indent", "margin-left", "margin-top",
    "clip", "clip-path", "width", "height", "max-height", "max-width", "overflow", "color", "background",
    "background-color", "background-image", "transform", "scale", "translate", "rotate", "zoom", "mso-hide", "content",
    "content-visibility", "filter", "mix-blend-mode", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image",
    "direction", "unicode-bidi", "font-variant-position", "-webkit-text-fill-color", "-webkit-text-security",
    "letter-spacing", "line-height", "animation", "animation-name", "order", "flex-direction", "flex-flow",
    "text-shadow", "grid-template-columns", "grid-column",
))  # fmt: skip
_GENERATED = re.compile(r"::?(?:before|after|marker)\s*$", re.IGNORECASE)
_FIRST_PART = re.compile(r"::?first-(?:letter|line)\s*$", re.IGNORECASE)
_PASSIVE = frozenset((
    "font-face", "keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes", "page", "property", "import",
    "counter-style", "font-feature-values", "charset", "namespace", "viewport", "-ms-viewport", "starting-style",
    "-moz-document", "font-palette-values", "view-transition", "position-try",
))  # fmt: skip
"""At-rules that declare nothing for elements of a page at rest."""
_STATES = re.compile(
    r":(?:hover|focus(?:-within|-visible)?|active|visited|target(?:-within)?|placeholder-shown|autofill|"
    r"-webkit-autofill|(?:user-)?(?:in)?valid|fullscreen|-webkit-full-screen|modal|popover-open|playing|current|"
    r"-moz-focusring|-ms-\S+)(?![\w-])",
    re.IGNORECASE,
)
"""What a page at rest is not."""


class Rule(NamedTuple):
    """What one selector declares. ``path`` finds its elements; ``is_generated`` where it makes content beside them;
    ``is_certain`` False where it may not hold, or not for all of them."""

    path: str
    specificity: tuple[int, int, int]
    declared: tuple[tuple[str, str, bool], ...]
    is_generated: bool
    is_certain: bool = True
    is_layered: bool = False


_ALTERING = (("filter", "unknown", False),)
_ANYTHING = Rule("//*", (0, 0, 0), _ALTERING, False, False)
"""What stands for rules that nobody can have written by hand: they may do anything to any element."""
_DEEPEST, _MOST_SELECTORS, _LONGEST = 12, 64, 2_000


class _Around(NamedTuple):
    """What stands around a rule: selectors it is nested in, whether all conditions are certain, layers, how deep."""

    parents: tuple[str, ...] = ()
    is_certain: bool = True
    is_layered: bool = False
    depth: int = 0


@lru_cache(maxsize=128)
def parse_rules(sheet: str) -> tuple[Rule, ...]:
    """The rules of a sheet that matter. Pages of one site share their sheets, so that they are parsed once."""
    try:
        return tuple(_read_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), _Around()))
    except RecursionError:
        return (_ANYTHING,)


def parse_style(style: str) -> tuple[tuple[str, str, bool], ...]:
    """:func:`list_declarations` of a style attribute."""
    try:
        return tuple(list_declarations(tinycss2.parse_blocks_contents(style)))
    except RecursionError:
        return _ALTERING


def list_declarations(nodes: Iterable[Any]) -> Iterator[tuple[str, str, bool]]:
    """(name, value, is important) of the declarations that matter; names given to values are among them."""
    for node in nodes:
        if node.type == "declaration":
            if node.lower_name in PROPERTIES:
                yield node.lower_name, tinycss2.serialize(node.value).strip().lower(), node.important
            elif node.name.startswith("--"):
                yield node.name, tinycss2.serialize(node.value).strip().lower(), node.important


def _read_rules(nodes: Iterable[Any], around: _Around) -> Iterator[Rule]:
    if around.depth > _DEEPEST:
        yield _ANYTHING
        return
    for node in nodes:
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword not in _PASSIVE:
            is_met = _is_met(node.lower_at_keyword, tinycss2.serialize(node.prelude))
            if is_met is not False:
                inner = around._replace(
                    is_certain=around.is_certain and is_met is True,
                    is_layered=around.is_layered or node.lower_at_keyword == "layer",
                )
                yield from _read_block(node.content, inner)
        elif node.type == "qualified-rule":
            joined = _join_selectors(_split_selectors(node.prelude), around.parents)
            selectors = tuple(islice(joined, _MOST_SELECTORS + 1) if around.parents else joined)
            if around.parents and (len(selectors) > _MOST_SELECTORS or max(map(len, selectors)) > _LONGEST):
                yield from _read_block(node.content, around._replace(parents=("*",), is_certain=False))
            else:
                yield from _read_block(node.content, around._replace(parents=selectors))


def _read_block(content: Iterable[Any], around: _Around) -> Iterator[Rule]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declared = tuple(list_declarations(nodes))
    if declared:
        for selector in around.parents:
            rule = _build_rule(selector, declared)
            if rule is not None:
                yield rule._replace(is_certain=rule.is_certain and around.is_certain, is_layered=around.is_layered)
    nested = [node for node in nodes if node.type in ("at-rule", "qualified-rule")]
    if nested:
        yield from _read_rules(nested, around._replace(depth=around.depth + 1))


def _split_selectors(prelude: Iterable[Any]) -> list[str]:
    """The selectors of a list: commas within brackets part nothing."""
    parts: list[list[Any]] = [[]]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return [tinycss2.serialize(part).strip() for part in parts]


def _join_selectors(selectors: Iterable[str], parents: tuple[str, ...]) -> Iterator[str]:
    for selector in selectors:
        if not parents:
            yield selector
        for parent in parents:
            yield selector.replace("&", parent) if "&" in selector else f"{parent} {selector}"


def _build_rule(selector: str, declared: tuple[tuple[str, str, bool], ...]) -> Rule | None:
    if len(selector) > _LONGEST:
        return _ANYTHING._replace(declared=declared)
    is_generated = _GENERATED.search(selector) is not None
    if is_generated and not any(name == "content" and _is_printing(value) for name, value, _ in declared):
        return None
    is_part = _FIRST_PART.search(selector) is not None
    plain = _FIRST_PART.sub("", _GENERATED.sub("", selector)).strip() or "*"
    found, is_certain = _parse(plain), not is_part
    if found is None and not _STATES.search(_INNERMOST.sub("", plain)):
        found, is_certain = _parse(_UNKNOWN.sub("", plain) or "*"), False
    if found is None or found.pseudo_element is not None:
        return None  # a state of the page, no selector, or a part of the page's frame or of a text (::selection)
    path = _TRANSLATOR.selector_to_xpath(found)
    return Rule(path, found.specificity(), declared, is_generated, is_certain)


_INNERMOST = re.compile(r"\([^()]*\)")
_UNKNOWN = re.compile(r"\[[^\]]*\]|(?<!:):[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
"""Attributes and pseudo-classes: without them a selector is for no fewer elements."""
_TRANSLATOR = cssselect.HTMLTranslator()


def _parse(selector: str) -> cssselect.Selector | None:
    if _STATES.search(selector):
        return None
    try:
        (found,) = cssselect.parse(selector)
        _TRANSLATOR.selector_to_xpath(found)
    except (cssselect.SelectorError, ValueError):
        return None
    return found


def _is_printing(content: str) -> bool:
    return content not in ("none", "normal", "inherit", "initial") and bool(content.strip("'\" \u00a0"))


# Conditions -----------------------------------------------------------------------------------------------


def _is_met(keyword: str, condition: str) -> bool | None:
    """Whether a condition holds on the screen of a desk; None where that is not known."""
    condition = condition.lower().strip()
    if keyword == "layer":
        return True
    if keyword == "media":
        return is_screen(condition)
    if keyword == "supports":
        return not condition.startswith("not") if condition.count("not") <= condition.startswith("not") else None
    return None


def is_screen(media: str) -> bool | None:
    """Whether a list of media has the screen of a desk among them; None where that is not known."""
    met = [_is_query_met(query.strip()) for query in media.lower().split(",")]
    return True if True in met else None if None in met else False


def _is_query_met(query: str) -> bool | None:
    if query.startswith("not "):
        met = _is_query_met(query[4:])
        return None if met is None else not met
    parts = [_is_feature_met(part.strip()) for part in re.split(r"\band\b", query.removeprefix("only "))]
    return False if False in parts else None if None in parts else True


def _is_feature_met(feature: str) -> bool | None:
    if feature in _MET:
        return True
    found = _WIDTH.fullmatch(feature)
    if not found:
        return False if feature in _UNMET else None
    width = float(found[2]) * (1 if found[3] == "px" else 16)
    if found[1] == "min":
        return True if width <= _NARROWEST else False if width > _WIDEST else None
    return False if width < _NARROWEST else True if width >= _WIDEST else None


_WIDTH = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]+)\s*(px|r?em)\s*\)")
_NARROWEST, _WIDEST = 1000, 2560
"""Pixels: no desk has a narrower screen, few a wider one."""
_MET = ("", "all", "screen", "(prefers-color-scheme: light)", "(orientation: landscape)", "(hover: hover)", "(hover)")
_UNMET = (
    "print", "speech", "aural", "handheld", "tv", "projection", "braille", "embossed", "tty",
    "(prefers-color-scheme: dark)", "(prefers-color-scheme:dark)", "(orientation: portrait)", "(orientation:portrait)",
    "(hover: none)", "(hover:none)", "(prefers-reduced-motion: reduce)", "(prefers-reduced-motion)",
    "(-ms-high-contrast: none)", "(-ms-high-contrast: active)", "(prefers-contrast: more)", "(forced-colors: active)",
)  # fmt: skip
