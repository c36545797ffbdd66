"""Runs of a word processor's text as they look: struck out and hidden ones emptied, raised ones marked as raised.

How a run looks is said by itself, by the styles of its character, paragraph and table with all that they are based on,
and by the defaults of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from analytics.documents.looks import differ
from analytics.documents.model import RAISED
from analytics.documents.wordstyles import RUN_LOOKS, Look, Says, Styles, is_ground, looks_of, tag

PARAGRAPH, RUN, TEXT, CELL, TABLE = tag("p"), tag("r"), tag("t"), tag("tc"), tag("tbl")
_RUN_PROPERTIES, _VALUE = tag("rPr"), tag("val")
STYLED = {
    tag("pStyle"): (tag("pPr"), PARAGRAPH), tag("rStyle"): (_RUN_PROPERTIES, RUN),
    tag("tblStyle"): (tag("tblPr"), TABLE),
}  # fmt: skip
DIRECT = tuple(tag(name) for name in RUN_LOOKS if name not in ("color", "sz", "shd", "highlight"))
"""Properties of runs that are rare and always matter; the others are looked for only where the file can have them."""
_TAKING = (Look.STRIKE, Look.DSTRIKE, Look.VANISH, Look.RAISED, Look.SHIFTED, Look.WHITE, Look.TINY)
_DIFFERING = tuple(
    tag(name) for name in ("sz", "color", "b", "i", "u", "rStyle", "position", "vertAlign", "shd", "highlight", "w")
)
_SHADES = (tag("shd"), tag("highlight"))


def runs_of_note(root: etree._Element, found: Iterable[etree._Element], known: Styles) -> set[etree._Element]:
    """The runs that something may hide, strike out or raise: ``found`` are properties of runs and styles in use."""
    if any(known.defaults.get(look) for look in _TAKING) or any(
        known.looks.get(name, {}).get(look) for name in known.default_styles.values() for look in _TAKING
    ):
        return set(root.iter(RUN))
    runs: set[etree._Element] = set()
    for element in found:
        holder = element.getparent()
        owner = holder.getparent() if holder is not None else None
        if holder is None or owner is None:
            continue
        if element.tag in STYLED:
            says = known.looks.get(element.get(_VALUE, ""), {})
            if (holder.tag, owner.tag) == STYLED[str(element.tag)] and any(says.get(look) for look in _TAKING):
                runs.update(owner.iter(RUN))
        elif (holder.tag, owner.tag) == (_RUN_PROPERTIES, RUN):
            runs.add(owner)
    return runs


def apply_looks(runs: Iterable[etree._Element], known: Styles) -> set[etree._Element]:
    """Empty runs that are not seen or struck out, raise those that are raised; give the cells in which a white text
    may stand on a ground that the table's style lays there or may not."""
    doubted: set[etree._Element] = set()
    for run in runs:
        says = _look(run, known)
        if says.get(Look.STRIKE) or says.get(Look.DSTRIKE) or says.get(Look.VANISH) or says.get(Look.TINY):
            _empty(run)
        elif says.get(Look.WHITE) and not _has_ground(run, says):
            cell = next(run.iterancestors(CELL), None)
            if cell is not None and not known.shaded.isdisjoint(_styles_of_tables(run)):
                doubted.add(cell)
            else:
                _empty(run)
        elif says.get(Look.RAISED) or (says.get(Look.SHIFTED) and _is_apart(run, known)):
            for text in run.iter(TEXT):
                text.text = (text.text or "").translate(RAISED)
    return doubted


def _look(run: etree._Element, known: Styles) -> Says:
    properties = run.find(_RUN_PROPERTIES)
    direct = looks_of(properties) if properties is not None else {}
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}") if paragraph is not None else None
    character = properties.find(tag("rStyle")) if properties is not None else None
    return known.of_run(
        direct,
        style.get(_VALUE, "") if style is not None else "",
        character.get(_VALUE, "") if character is not None else "",
        _styles_of_tables(run),
    )


def _styles_of_tables(run: etree._Element) -> list[str]:
    styles = (table.find(f"{tag('tblPr')}/{tag('tblStyle')}") for table in run.iterancestors(TABLE))
    return [style.get(_VALUE, "") for style in styles if style is not None]


def _is_apart(run: etree._Element, known: Styles) -> bool:
    """Whether a run set off its line stands beside others that are not: a figure as a whole may be set lower."""
    holder = next(run.iterancestors(CELL), None)
    holder = holder if holder is not None else next(run.iterancestors(PARAGRAPH), None)
    others = holder.iter(RUN) if holder is not None else ()
    return any(
        other is not run and "".join(text.text or "" for text in other.iter(TEXT)).strip()
        and not _look(other, known).get(Look.SHIFTED)
        for other in others
    )  # fmt: skip


def _has_ground(run: etree._Element, says: Says) -> bool:
    if says.get(Look.GROUND):
        return True
    for holder, properties in ((PARAGRAPH, "pPr"), (CELL, "tcPr"), (TABLE, "tblPr")):
        owner = next(run.iterancestors(holder), None)
        shade = owner.find(f"{tag(properties)}/{tag('shd')}") if owner is not None else None
        if shade is not None and is_ground(shade):
            return True
    return False


def _empty(run: etree._Element) -> None:
    for text in run.iter(TEXT):
        text.text = ""


def has_runs_that_differ(cell: etree._Element) -> bool:
    """Whether runs of different look meet digit to digit in a cell."""
    return differ(_pieces(cell))


def _pieces(cell: etree._Element) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for element in cell.iter(PARAGRAPH, TEXT):
        if element.tag == PARAGRAPH:
            yield " ", ()
            continue
        run = element.getparent()
        properties = run.find(_RUN_PROPERTIES) if run is not None else None
        said = properties.iterchildren(*_DIFFERING) if properties is not None else ()
        yield element.text or "", tuple(sorted((str(one.tag), one.get(_VALUE, "")) for one in said))
