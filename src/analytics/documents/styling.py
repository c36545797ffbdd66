"""Style sheets and style attributes of a page → what is declared for its elements, by the rules of the cascade.

Only what decides whether a text is seen, struck out, raised or a cell is looked at. Parsing is tinycss2's, matching
cssselect's. What a style sheet elsewhere says is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import cssselect
import tinycss2
from lxml import etree

PROPERTIES = frozenset((
    "display", "visibility", "opacity", "font-size", "font", "text-decoration", "text-decoration-line",
    "vertical-align", "position", "left", "top", "right", "bottom", "text-indent", "margin-left", "clip", "clip-path",
    "width", "height", "max-height", "max-width", "overflow", "color", "background", "background-color",
    "background-image", "transform", "zoom", "mso-hide", "content", "content-visibility", "filter", "direction",
    "unicode-bidi", "font-variant-position", "-webkit-text-fill-color", "grid-template-columns", "grid-column",
))  # fmt: skip
_TELLING = (
    "line-through", "hidden", "collapse", "none", "opacity", "super", "sub", "vertical-align", "position", "indent",
    "clip", "font-size:0", "font-size: 0", "transform", "mso-hide", "content", "table-", "inline-block", "flex", "grid",
    "#fff", "#FFF", "white", "transparent", "bidi", "zoom", "font:0", "font: 0", "rgb(255", "rgba(",
)  # fmt: skip
"""A sheet without any of these words changes nothing that matters here."""
_UNSEEN_MEDIA = re.compile(r"^\s*(?:only\s+)?(?:print|speech|aural|handheld|tv)\b", re.IGNORECASE)
_GENERATED = re.compile(r"::?(?:before|after|marker)\s*$", re.IGNORECASE)

Declared = Mapping[str, str]


class Rule(NamedTuple):
    """What one selector declares. ``path`` finds its elements; ``is_generated`` where it makes content beside them."""

    path: str
    specificity: tuple[int, int, int]
    declared: tuple[tuple[str, str, bool], ...]
    is_generated: bool


class Styling:
    """What the sheets of a page and the attributes of its elements declare."""

    def __init__(self, root: etree._Element, sheets: Iterable[str] = ()) -> None:
        self._of: dict[etree._Element, dict[str, tuple[tuple[object, ...], str]]] = {}
        self.generated: list[etree._Element] = []
        """Elements beside which a sheet prints a text of its own."""
        texts = [*sheets, *("".join(node.itertext()) for node in root.iter("style") if _is_used(node))]
        found = [rule for text in texts if any(word in text for word in _TELLING) for rule in rules(text)]
        risky = {name for rule in found for name, value, _ in rule.declared if _is_risky(name, value)}
        needed = risky | {other for name in risky for other in _TOGETHER.get(name, ())}
        for order, rule in enumerate(found):
            if rule.is_generated or any(name in needed for name, _, _ in rule.declared):
                self._apply(root, rule, order)

    def _apply(self, root: etree._Element, rule: Rule, order: int) -> None:
        try:
            found = root.xpath(rule.path)
        except etree.XPathError:
            return
        elements = [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []
        if rule.is_generated:
            self.generated.extend(elements)
            return
        for element in elements:
            known = self._of.setdefault(element, {})
            for name, value, is_important in rule.declared:
                rank = (is_important, False, rule.specificity, order)
                if name not in known or known[name][0] <= rank:
                    known[name] = (rank, value)

    def elements(self, root: etree._Element) -> list[etree._Element]:
        """Elements for which anything is declared."""
        styled = root.xpath("//*[@style or @hidden]")
        elements = [one for one in styled if isinstance(one, etree._Element)] if isinstance(styled, list) else []
        return list(dict.fromkeys([*elements, *self._of]))

    def has_rules_for(self, element: etree._Element) -> bool:
        """Whether a sheet declares anything for an element."""
        return element in self._of

    def of(self, element: etree._Element) -> Declared:
        """What is declared for an element itself; nothing is inherited."""
        known = self._of.get(element)
        if known is None:
            return declared_by(element.get("style", ""))
        inline = attribute(element.get("style", ""))
        declared = {name: (rank[0], value) for name, (rank, value) in known.items()}
        for name, value, is_important in inline:
            if name not in declared or is_important or not declared[name][0]:
                declared[name] = (is_important, value)
        return {name: value for name, (_, value) in declared.items()}


def _is_used(sheet: etree._Element) -> bool:
    """Whether a browser applies a sheet to what is on the screen."""
    return next(sheet.iterancestors("template"), None) is None and _is_met("media", sheet.get("media") or "")


_TOGETHER = {
    "position": ("left", "top", "right", "bottom"), "color": ("background", "background-color", "background-image"),
    "overflow": ("width", "height", "max-width", "max-height"), "unicode-bidi": ("direction",),
    "display": ("grid-template-columns", "grid-column"), "text-decoration-line": ("text-decoration",),
    "text-decoration": ("text-decoration-line",), "width": ("overflow",), "height": ("overflow",),
    "max-height": ("overflow",), "max-width": ("overflow",), "font": ("font-size",), "font-size": ("font",),
}  # fmt: skip
"""Properties that say nothing without others."""
_RISKS = {
    "display": "none|table|inline-block|flex|grid", "visibility": "hidden|collapse", "opacity": r"^(?:0|\.0|[0-4]%)",
    "font-size": r"^(?:0(?:\D|$)|0?\.\d|[12](?:\.\d+)?(?:px|pt)?$)", "font": r"(?:^|\s)0",
    "text-decoration": "line-through",
    "text-decoration-line": "line-through", "vertical-align": r"super|sub|text-|\d", "position": "abs|rel|fix",
    "text-indent": r"^-|100%", "margin-left": r"^-\d{2}", "clip": "rect", "clip-path": ".",
    "width": r"^[012](?:\D|$)", "height": r"^[012](?:\D|$)", "max-height": r"^[012](?:\D|$)",
    "max-width": r"^[012](?:\D|$)", "color": r"#f|white|transparent|rgb|hsl|snow|ivory|ghost|\(", "transform": r"\(",
    "zoom": r"^[0.]", "mso-hide": "all", "content": r"\S", "content-visibility": "hidden", "filter": "opacity",
    "unicode-bidi": "override", "font-variant-position": "su", "-webkit-text-fill-color": ".",
}  # fmt: skip


def _is_risky(name: str, value: str) -> bool:
    """Whether a declaration may take a text out of sight; others matter only where they undo such a one."""
    return name in _RISKS and re.search(_RISKS[name], value) is not None


@lru_cache(maxsize=4096)
def declared_by(style: str) -> Declared:
    """What a style attribute declares."""
    return {name: value for name, value, _ in attribute(style)}


@lru_cache(maxsize=4096)
def attribute(style: str) -> tuple[tuple[str, str, bool], ...]:
    """The declarations of a style attribute that matter: (name, value, is important)."""
    return tuple(_declared(tinycss2.parse_blocks_contents(style))) if style else ()


def _declared(nodes: Iterable[Any]) -> Iterator[tuple[str, str, bool]]:
    for node in nodes:
        if node.type == "declaration" and node.lower_name in PROPERTIES:
            yield node.lower_name, tinycss2.serialize(node.value).strip().lower(), node.important


@lru_cache(maxsize=128)
def rules(sheet: str) -> tuple[Rule, ...]:
    """The rules of a sheet that matter. Pages of one site share their sheets, so that they are parsed once."""
    return tuple(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[Rule]:
    for node in nodes:
        if (
            node.type == "at-rule"
            and node.content is not None
            and node.lower_at_keyword in ("media", "supports", "layer")
        ):
            if _is_met(node.lower_at_keyword, tinycss2.serialize(node.prelude)):
                yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            declared = tuple(_declared(tinycss2.parse_blocks_contents(node.content)))
            if declared:
                yield from _selected(tinycss2.serialize(node.prelude), declared)


def _is_met(keyword: str, condition: str) -> bool:
    """Whether a condition holds on the screen of a desk."""
    if keyword == "supports":
        return not condition.lower().lstrip().startswith("not")
    widths = [float(found[1]) * (1 if found[2] == "px" else 16) for found in _NARROW.finditer(condition.lower())]
    return not _UNSEEN_MEDIA.match(condition) and all(width >= _DESK for width in widths)


_NARROW = re.compile(r"max-(?:device-)?width\s*:\s*([\d.]+)\s*(px|r?em)")
_DESK = 1000
"""Pixels: no desk has a narrower screen."""


def _selected(prelude: str, declared: tuple[tuple[str, str, bool], ...]) -> Iterator[Rule]:
    prints = any(name == "content" and _prints(value) for name, value, _ in declared)
    for part in prelude.split(","):
        is_generated = _GENERATED.search(part) is not None
        if is_generated and not prints:
            continue
        try:
            (selector,) = cssselect.parse(_GENERATED.sub("", part).strip() or "*")
            if selector.pseudo_element is not None:
                continue  # a part of the page's frame or of a text (::selection), never the element itself
            path = _TRANSLATOR.selector_to_xpath(selector)
        except (cssselect.SelectorError, ValueError):
            continue  # a state of the page (:hover) or a selector of one browser: nothing of it is seen at first
        yield Rule(path, selector.specificity(), declared, is_generated)


_TRANSLATOR = cssselect.HTMLTranslator()


def _prints(content: str) -> bool:
    return content not in ("none", "normal", "inherit", "initial") and bool(content.strip("'\" \u00a0"))
