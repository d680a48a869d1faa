"""Numbers of sections in a Word document: a list of Word's own, which counts anew as sections move."""

from collections.abc import Mapping
from typing import Any

from briefer.exporters.word_xml import counted_in, element
from briefer.model.document import Box, Document, Heading

# Word knows nine levels of a list.
_LEVELS = 9
# After the number, as wide as half a letter is high.
_GAP = "\u2002"


def is_numbered(document: Document) -> bool:
    """Whether any section bears a number."""
    return any(isinstance(block, Heading | Box) and block.number for block in document.blocks)


def numbering(word: Any, ids: Mapping[str, str], *, house: bool) -> str:
    """The id of the list that the sections of the python-docx `word` are counted in.

    It belongs to the style of their headings, so that one that is added in Word is counted too. With
    `house` that style stays as it is: where it counts already, its own list is meant.
    """
    from docx.oxml.ns import qn

    head = next(style for style in word.styles if style.style_id == ids["Heading 1"])
    properties = head.element.get_or_add_pPr()
    if house:
        own = properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
        if own is not None:
            return str(own.get(qn("w:val")))
    part = word.part.numbering_part.element
    abstract = _abstract(_free(part, "abstractNum", "abstractNumId"), ids["Heading 1"], house=house)
    # Lists stand before what refers to them.
    first = part.find(qn("w:num"))
    if first is None:
        part.append(abstract)
    else:
        first.addprevious(abstract)
    number = _free(part, "num", "numId")
    kind = element("abstractNumId", val=abstract.get(qn("w:abstractNumId")))
    last = part.findall(qn("w:num"))
    made = element("num", kind, numId=number)
    if last:
        last[-1].addnext(made)
    else:
        part.append(made)
    if not house:
        for old in properties.findall(qn("w:numPr")):
            properties.remove(old)
        properties._insert_numPr(counted_in(str(number)))  # noqa: SLF001
    return str(number)


def _abstract(number: int, heading: str, *, house: bool) -> Any:
    """A list of several levels, the first of which is counted."""
    levels = []
    for level in range(_LEVELS):
        is_first = level == 0
        levels.append(
            element(
                "lvl",
                element("start", val=1),
                element("numFmt", val="decimal" if is_first else "none"),
                element("pStyle", val=heading) if is_first and not house else None,
                element("suff", val="nothing"),
                element("lvlText", val=f"%1{_GAP}" if is_first else ""),
                element("lvlJc", val="left"),
                ilvl=level,
            )
        )
    kind = element("multiLevelType", val="multilevel")
    return element("abstractNum", kind, *levels, abstractNumId=number)


def _free(part: Any, tag: str, name: str) -> int:
    """A number that no list of the document has."""
    from docx.oxml.ns import qn

    return 1 + max(
        (int(node.get(qn(f"w:{name}"))) for node in part.findall(qn(f"w:{tag}"))), default=0
    )
