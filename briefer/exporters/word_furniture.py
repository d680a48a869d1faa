"""Header, footer, paper and properties of a Word document."""

from datetime import UTC, datetime
from typing import Any

from briefer.exporters.look import (
    MARGIN_SIDE,
    MARKING_SIZE,
    PAPER_SIZES,
    design,
    marking_color,
)
from briefer.exporters.word_xml import element, field, tab, text_run
from briefer.model.document import Document, runs_right_to_left


def set_paper(word: Any, document: Document) -> None:
    """Size and margins of the page."""
    from docx.shared import Pt

    width, height = PAPER_SIZES[document.paper]
    section = word.sections[-1]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(MARGIN_SIDE)
    look = design(document)
    section.top_margin, section.bottom_margin = Pt(look.top), Pt(look.bottom)
    section.header_distance, section.footer_distance = Pt(30), Pt(28)


def type_width(word: Any) -> float:
    """The width between the margins, in points; that of an A4 page where a house says none."""
    section = word.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    if any(side is None for side in sides):
        return PAPER_SIZES["a4"][0] - 2 * MARGIN_SIDE
    width = section.page_width - section.left_margin - section.right_margin
    # Lengths in a Word document count 12,700 to the point.
    return max(float(width) / 12_700, 144.0)


def set_modern(word: Any) -> None:
    """Without this Word opens the file in "Compatibility Mode" and sets tables as of 2007."""
    from docx.oxml.ns import qn

    settings = word.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = element("compat")
        # Of what must stand behind it, this is what python-docx's template has.
        follower = settings.find(qn("w:rsids"))
        if follower is None:
            settings.append(compat)
        else:
            follower.addprevious(compat)
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    place = "http://schemas.microsoft.com/office/word"
    compat.append(element("compatSetting", name="compatibilityMode", uri=place, val=15))
    # Words are parted by the language they are tagged with; not names, nor three lines on end.
    before = settings.find(qn("w:defaultTabStop"))
    if before is not None:
        for node in (
            element("doNotHyphenateCaps"),
            element("hyphenationZone", val=500),
            element("consecutiveHyphenLimit", val=2),
            element("autoHyphenation"),
        ):
            before.addnext(node)


def drop_older_styles(word: Any) -> None:
    """Word 2010's second copy of the styles: where it lacks some, Word offers to repair the file."""
    for name, relation in list(word.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del word.part.rels[name]


def set_furniture(word: Any, document: Document, ids: dict[str, str], *, house: bool) -> None:
    """Header and footer on every page. Those of the house stay; the marking joins them."""
    section = word.sections[-1]
    furniture = document.furniture
    if house:
        if furniture.marking:
            for part in _house_parts(section):
                part._element.append(_marking_line(document, ids))  # noqa: SLF001
        return
    section.different_first_page_header_footer = True
    parts = (
        (section.header, furniture.header, False),
        (section.first_page_header, "", False),
        (section.footer, furniture.footer, True),
        (section.first_page_footer, furniture.footer, True),
    )
    for part, text, is_footer in parts:
        part.is_linked_to_previous = False
        _set_line(part, text, document, ids["Footer" if is_footer else "Header"], is_footer)


def _house_parts(section: Any) -> list[Any]:
    parts = [section.header, section.footer]
    if section.different_first_page_header_footer:
        parts += [section.first_page_header, section.first_page_footer]
    return parts


def _set_line(
    part: Any,
    text: str,
    document: Document,
    style: str,
    is_footer: bool,  # noqa: FBT001
) -> None:
    """One paragraph: text, page number in the middle of a footer, marking at the far edge."""
    for paragraph in list(part._element):  # noqa: SLF001
        part._element.remove(paragraph)  # noqa: SLF001
    language = document.language if runs_right_to_left(document.language) else ""
    line = element("p", _line_properties(document, style, is_footer=is_footer))
    if text:
        line.append(text_run(text, language=language))
    if is_footer:
        line.append(tab())
        for node in _page_label(document.furniture.page, language):
            line.append(node)
    line.append(tab())
    if document.furniture.marking:
        line.append(_marking_run(document.furniture.marking))
    part._element.append(line)  # noqa: SLF001


def _line_properties(document: Document, style: str, *, is_footer: bool) -> Any:
    width = PAPER_SIZES[document.paper][0] - 2 * MARGIN_SIDE
    # Word counts in twentieths of a point.
    tabs = element(
        "tabs",
        element("tab", val="clear", pos=4320),
        element("tab", val="clear", pos=8640),
        element("tab", val="center", pos=round(width * 10)) if is_footer else None,
        element("tab", val="right", pos=round(width * 20)),
    )
    rule = element("top" if is_footer else "bottom", val="nil")
    return element(
        "pPr",
        element("pStyle", val=style),
        element("pBdr", rule),
        tabs,
        element("bidi") if runs_right_to_left(document.language) else None,
    )


def _page_label(pattern: str, language: str) -> list[Any]:
    """The pattern with its two numbers as fields."""
    nodes: list[Any] = []
    rest = pattern
    while rest:
        text, brace, rest = rest.partition("{")
        if text:
            nodes.append(text_run(text, language=language))
        name, _, rest = rest.partition("}") if brace else ("", "", "")
        if name in ("page", "pages"):
            nodes += field("PAGE" if name == "page" else "NUMPAGES", "1")
    return nodes


def _marking_run(marking: str) -> Any:
    return text_run(
        f" {marking} ",
        bold=True,
        color=marking_color(marking),
        shade="#000000",
        half_points=round(MARKING_SIZE * 2),
    )


def _marking_line(document: Document, ids: dict[str, str]) -> Any:
    properties = element("pPr", element("pStyle", val=ids["Header"]), element("jc", val="right"))
    return element("p", properties, _marking_run(document.furniture.marking))


def set_properties(word: Any, document: Document) -> None:
    """Title, author, dates and language of the file."""
    moment = created(document)
    properties = word.core_properties
    properties.title, properties.subject = document.title[:255], document.subject[:255]
    properties.author = properties.last_modified_by = document.author[:255]
    properties.keywords = ", ".join(document.keywords)[:255]
    properties.language = document.language
    properties.comments, properties.category = "", ""
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1
    _set_language(word, document.language)


def created(document: Document) -> datetime:
    """When the document was composed, in UTC."""
    moment = datetime.fromisoformat(document.created)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _set_language(word: Any, language: str) -> None:
    """The language of all text that is not tagged with one of its own."""
    from docx.oxml.ns import qn

    defaults = word.styles.element.find(qn("w:docDefaults"))
    if defaults is None:
        return
    for node in defaults.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
        if runs_right_to_left(language):
            node.set(qn("w:bidi"), language)
