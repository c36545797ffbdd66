"""What stands in a word processor's cells and is not text: read where its text can be told, marked where not.

Pictures, embedded objects, controls without a choice, fields without a result and numbers that lists print by
themselves are marks; the chosen entry of a drop-down field is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from analytics.documents.model import OBJECT
from analytics.documents.word.wordstyles import Look, Styles, tag

PARAGRAPH, RUN, TEXT, CELL = tag("p"), tag("r"), tag("t"), tag("tc")
DRAWN = tuple(map(tag, ("drawing", "pict", "object", "contentPart", "control", "pgNum", "dayShort", "dayLong",
                        "monthShort", "monthLong", "yearShort", "yearLong")))  # fmt: skip
FIELD, SIMPLE_FIELD, INSTRUCTION = tag("fldChar"), tag("fldSimple"), tag("instrText")
PLACEHOLDER, NUMBERING, CONTROL = tag("showingPlcHdr"), tag("numPr"), tag("sdt")
_BOX, _VALUE = tag("txbxContent"), tag("val")
_SILENT_FIELDS = frozenset(("TC", "XE", "TA", "RD", "SET", "ASK", "PRIVATE", "BIDIOUTLINE", "HYPERLINK", "COMMENTS"))
"""Fields that print nothing of their own."""
_WORKED_OUT_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "PRINTDATE"))
"""Fields whose stored result is not what is printed: they are worked out when the pages are."""


def mark_drawn(elements: Sequence[etree._Element]) -> None:
    """Mark pictures and objects in cells; those that are text boxes are read as text."""
    for element in elements:
        if not _is_in_cell(element) or element.getparent() is None:
            continue
        if not any((text.text or "").strip() for box in element.iter(_BOX) for text in box.iter(TEXT)):
            become_text(element, OBJECT)


def mark_placeholders(elements: Sequence[etree._Element]) -> None:
    """Mark controls that show what to enter instead of what was entered."""
    for element in elements:
        control = next(element.iterancestors(CONTROL), None)
        texts = list(control.iter(TEXT)) if control is not None and _is_in_cell(control) else []
        for text in texts:
            text.text = ""
        if texts:
            texts[0].text = OBJECT


def mark_numbers(elements: Sequence[etree._Element], known: Styles, prints: Callable[[str, str], bool]) -> None:
    """Mark numbers that a list prints where they could be taken for a figure: in cells without a word."""
    for element in elements:
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        cell = next(element.iterancestors(CELL), None)
        if paragraph is None or cell is None or not _is_numbered(element, known, prints):
            continue
        words = "".join(text.text or "" for text in cell.iter(TEXT))
        if not any(character.isalpha() for character in words):
            run = etree.SubElement(paragraph, RUN)
            etree.SubElement(run, TEXT).text = OBJECT


def _is_numbered(element: etree._Element, known: Styles, prints: Callable[[str, str], bool]) -> bool:
    if element.tag != NUMBERING:
        has_number = known.looks.get(element.get(_VALUE, ""), {}).get(Look.NUMBERED, False)
        holder = element.getparent()
        return has_number and (holder is None or holder.find(NUMBERING) is None)
    number, level = element.find(tag("numId")), element.find(tag("ilvl"))
    return number is not None and prints(number.get(_VALUE, "0"), level.get(_VALUE, "0") if level is not None else "0")


def build_number_test(numbering: etree._Element | None) -> Callable[[str, str], bool]:
    """Whether a list of this id prints something before a line of this level."""
    silent: dict[str, frozenset[str]] = {}
    lists: Mapping[str, etree._Element] = {}
    if numbering is not None:
        lists = {
            definition.get(tag("abstractNumId"), ""): definition for definition in numbering.iter(tag("abstractNum"))
        }
        for number in numbering.iter(tag("num")):
            abstract = number.find(tag("abstractNumId"))
            levels = lists.get(abstract.get(_VALUE, "")) if abstract is not None else None
            quiet = (level.get(tag("ilvl"), "") for level in _list_levels(levels) if _is_silent(level))
            silent[number.get(tag("numId"), "")] = frozenset(quiet)
    return lambda number, level: number != "0" and level not in silent.get(number, ())


def _list_levels(abstract: etree._Element | None) -> list[etree._Element]:
    return list(abstract.iter(tag("lvl"))) if abstract is not None else []


def _is_silent(level: etree._Element) -> bool:
    text = level.find(tag("lvlText"))
    return text is not None and not text.get(_VALUE, "").strip()


def read_fields(root: etree._Element, simple: Sequence[etree._Element], marks: Sequence[etree._Element]) -> None:
    """Leave the results of fields: instructions are emptied, and may hold results of other fields. A field in a cell
    that prints and has no result becomes the mark of an object, a drop-down field its chosen entry.

    A field that never ends hides nothing: the rest of the text would go with it.
    """
    for element in simple:
        instruction = element.get(tag("instr"), "")
        is_mark = _is_worked_out(instruction) or (not _has_text(element) and _is_printing(instruction))
        if is_mark and _is_in_cell(element):
            become_text(element, OBJECT)
    if not marks:
        return
    fields: list[_Field] = []
    for element in list(root.iter(FIELD, TEXT, INSTRUCTION)):
        kind = element.get(tag("fldCharType")) if element.tag == FIELD else None
        if element.tag == INSTRUCTION:
            if fields:
                fields[-1].instruction += element.text or ""
        elif kind == "begin":
            fields.append(_Field(element))
        elif kind is not None and fields:
            for text in fields[-1].unseen or ():
                text.text = ""
            fields[-1].unseen = None
            if kind == "end":
                fields.pop().close(fields)
        elif kind is None:
            innermost = next((field for field in reversed(fields) if field.unseen is not None), None)
            if innermost is not None and innermost.unseen is not None:
                innermost.unseen.append(element)
            elif (element.text or "").strip():
                for field in fields:
                    field.has_result = True


class _Field:
    """A field under way: ``unseen`` are texts of its instruction, None once its result has begun."""

    __slots__ = ("begin", "has_result", "instruction", "unseen")

    def __init__(self, begin: etree._Element) -> None:
        self.begin, self.instruction, self.has_result = begin, "", False
        self.unseen: list[etree._Element] | None = []

    def close(self, around: Sequence[_Field]) -> None:
        if any(outer_field.unseen is not None for outer_field in around) or not _is_in_cell(self.begin):
            return
        chosen = _find_choice(self.begin)
        if chosen is not None:
            become_text(self.begin, chosen)
        elif _is_worked_out(self.instruction) or (not self.has_result and _is_printing(self.instruction)):
            become_text(self.begin, OBJECT)


def _find_choice(begin: etree._Element) -> str | None:
    """The entry that a drop-down field shows; None for other fields."""
    choices = begin.find(f".//{tag('ddList')}")
    if choices is None:
        return None
    result = choices.find(tag("result"))
    result = choices.find(tag("default")) if result is None else result
    entries = [entry.get(_VALUE, "") for entry in choices.iter(tag("listEntry"))]
    index = result.get(_VALUE, "0") if result is not None else "0"
    return entries[int(index)] if index.isdigit() and int(index) < len(entries) else OBJECT


def _is_printing(instruction: str) -> bool:
    words = instruction.split()
    return not words or words[0].upper() not in _SILENT_FIELDS


def _is_worked_out(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _WORKED_OUT_FIELDS


def _has_text(element: etree._Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(TEXT))


def _is_in_cell(element: etree._Element) -> bool:
    return next(element.iterancestors(CELL), None) is not None


def become_text(element: etree._Element, text: str) -> None:
    """Let an element be a text."""
    for inner in list(element):
        element.remove(inner)
    element.tag, element.text = TEXT, text
