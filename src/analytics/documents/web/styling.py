"""Style sheets and style attributes of a page → what is declared for its elements, by the rules of the cascade.

Only what decides whether a text is seen, struck out, raised or a cell is looked at. What a style sheet elsewhere says
is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice, product

from lxml import etree

from analytics.documents.web.cssrules import Rule, is_screen, parse_rules, parse_style
from analytics.documents.web.effects import Declared, is_telling

_Rank = tuple[object, ...]


class Styling:
    """What the sheets of a page and the attributes of its elements declare."""

    def __init__(self, root: etree._Element, sheets: Iterable[str] = ()) -> None:
        self._find_paint: dict[etree._Element, dict[str, tuple[_Rank, str]]] = {}
        self.generated: list[etree._Element] = []
        """Elements beside which a sheet prints a text of its own."""
        self.possible: list[tuple[etree._Element, Declared]] = []
        """Elements for which more may be declared than :meth:`of` says, and what."""
        found: list[Rule] = []
        for text, is_certain in (*((sheet, True) for sheet in sheets), *_find_sheets(root)):
            found.extend(rule if is_certain else rule._replace(is_certain=False) for rule in parse_rules(text))
        styles = root.xpath("//@style", smart_strings=False)
        self.inline = frozenset(map(str, styles)) if isinstance(styles, list) else frozenset()
        """The style attributes of the page."""
        names = self._names = _collect_values(found)
        found = [expanded for rule in found for expanded in _expand_rule(rule, names)]
        telling = {name for rule in found for name, value, _ in rule.declared if is_telling(name, value)}
        needed = telling | {other for name in telling for other in _TOGETHER.get(name, ())}
        self.has_telling_colors = not COLORS.isdisjoint(telling)
        for order, rule in enumerate(found):
            if rule.is_generated or any(name in needed for name, _, _ in rule.declared):
                self._apply(root, rule, order)

    def _apply(self, root: etree._Element, rule: Rule, order: int) -> None:
        try:
            found = root.xpath(rule.path)
        except etree.XPathError:
            return
        elements = [node for node in found if isinstance(node, etree._Element)] if isinstance(found, list) else []
        if rule.is_generated:
            self.generated.extend(elements)
            return
        if not rule.is_certain:
            declared = {name: value for name, value, _ in rule.declared}
            if any(is_telling(name, value) for name, value in declared.items()):
                self.possible.extend((element, declared) for element in elements)
            return
        for element in elements:
            known = self._find_paint.setdefault(element, {})
            for name, value, is_important in rule.declared:
                rank = (is_important, not rule.is_layered, rule.specificity, order)
                if name not in known or known[name][0] <= rank:
                    known[name] = (rank, value)

    def elements(self, root: etree._Element) -> list[etree._Element]:
        """Elements for which anything is declared that may change what is seen."""
        telling = {f"style{at}": style for at, style in enumerate(filter(is_telling_style, self.inline))}
        named = " or ".join(f"@style = ${name}" for name in telling) if len(telling) <= _FEW else "@style"
        styled = etree.XPath(f"//*[@hidden or {named}]" if named else "//*[@hidden]")(root, **telling)
        elements = [node for node in styled if isinstance(node, etree._Element)] if isinstance(styled, list) else []
        return list(dict.fromkeys([*elements, *self._find_paint]))

    def has_rules_for(self, element: etree._Element) -> bool:
        """Whether a sheet declares anything for an element."""
        return element in self._find_paint

    def of(self, element: etree._Element) -> Declared:
        """What is declared for an element itself; nothing is inherited."""
        known = self._find_paint.get(element)
        if known is None:
            style = element.get("style", "")
            return self._resolve_names(read_declared(style)) if "var(" in style else read_declared(style)
        inline = parse_attribute(element.get("style", ""))
        declared = {name: (bool(rank[0]), value) for name, (rank, value) in known.items()}
        for name, value, is_important in inline:
            if name not in declared or is_important or not declared[name][0]:
                declared[name] = (is_important, value)
        return self._resolve_names({name: value for name, (_, value) in declared.items()})

    def _resolve_names(self, declared: Declared) -> Declared:
        """Declarations with the values that names stand for; one with several is left as it is."""
        if not any("var(" in value for value in declared.values()):
            return declared
        found = {name: _resolve_value(value, self._names) for name, value in declared.items()}
        return {name: values[0] if len(values) == 1 else declared[name] for name, values in found.items()}


def _find_sheets(root: etree._Element) -> Iterable[tuple[str, bool]]:
    """The sheets that a browser applies to what is on the screen, and whether it surely does."""
    for node in root.iter("style"):
        is_used = is_screen(node.get("media") or "")
        if is_used is not False and next(node.iterancestors("template", "noscript"), None) is None:
            yield "".join(node.itertext()), is_used is True


_FEW = 12
"""Style attributes that are looked for by name; to make an object of every styled element takes longer."""
COLORS = frozenset(("color", "-webkit-text-fill-color", "background", "background-color", "background-image"))
_GROUNDS = ("background", "background-color", "background-image")
_SIZES = ("width", "height", "max-width", "max-height", "line-height")
_TOGETHER = {
    "position": ("left", "top", "right", "bottom", "inset"), "color": (*_GROUNDS, "text-shadow"),
    "-webkit-text-fill-color": ("color", *_GROUNDS), "background": ("color", *_GROUNDS),
    "background-color": ("color", *_GROUNDS), "background-image": ("color", *_GROUNDS),
    "overflow": _SIZES, "unicode-bidi": ("direction",),
    "display": ("grid-template-columns", "grid-column"), "text-decoration-line": ("text-decoration",),
    "text-decoration": ("text-decoration-line",), "width": ("overflow",), "height": ("overflow",),
    "line-height": ("overflow",), "max-height": ("overflow",), "max-width": ("overflow",),
    "font": ("font-size",), "font-size": ("font",),
}  # fmt: skip
"""Properties that say nothing without others."""


# Values with names ----------------------------------------------------------------------------------------

_NAMED = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\))?[^()]*))?\)")
_MOST = 4
"""Values of one declaration that are looked at, and names within names."""


def _collect_values(found: Iterable[Rule]) -> Mapping[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for rule in found:
        for name, value, _ in rule.declared:
            if name.startswith("--") and value not in values[name]:
                values[name].append(value)
    return values


def _expand_rule(rule: Rule, names: Mapping[str, list[str]]) -> Iterable[Rule]:
    """A rule with the values that its names stand for: a name with several makes several rules, none certain."""
    if not any("var(" in value for _, value, _ in rule.declared):
        return (rule,)
    choices = [
        [(name, choice, important) for choice in _resolve_value(value, names)]
        for name, value, important in rule.declared
    ]
    expanded = [rule._replace(declared=tuple(chosen)) for chosen in islice(product(*choices), _MOST**2)]
    return expanded if len(expanded) == 1 else [variant._replace(is_certain=False) for variant in expanded]


def _resolve_value(value: str, names: Mapping[str, list[str]]) -> list[str]:
    values = [value]
    for _ in range(_MOST):
        if not any(_NAMED.search(candidate) for candidate in values):
            break
        values = [after for candidate in values for after in _replace_name(candidate, names)][:_MOST]
    return values


def _replace_name(value: str, names: Mapping[str, list[str]]) -> list[str]:
    found = _NAMED.search(value)
    if found is None:
        return [value]
    known = names.get(found[1]) or ([found[2].strip()] if found[2] is not None else [])
    if not known:
        return [value]  # a sheet elsewhere may say it
    return [value[: found.start()] + replacement + value[found.end() :] for replacement in known]


# Attributes -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def read_declared(style: str) -> Declared:
    """What a style attribute declares."""
    return {name: value for name, value, _ in parse_attribute(style)}


@lru_cache(maxsize=4096)
def parse_attribute(style: str) -> tuple[tuple[str, str, bool], ...]:
    """The declarations of a style attribute that matter: (name, value, is important)."""
    return parse_style(style) if style else ()


@lru_cache(maxsize=4096)
def is_telling_style(style: str) -> bool:
    """Whether a style attribute declares anything that may change what is seen."""
    return any(is_telling(name, value) for name, value, _ in parse_attribute(style))


@lru_cache(maxsize=4096)
def may_lose_text(style: str) -> bool:
    """Whether a style attribute declares a colour in which a text may be lost."""
    return any(name in COLORS and is_telling(name, value) for name, value, _ in parse_attribute(style))
