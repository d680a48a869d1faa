"""The pieces of WordprocessingML that python-docx has no words for: runs, links, fields, marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from briefer.exporters.bidi import direction_of
from briefer.exporters.colors import GREY, RULE
from briefer.exporters.links import live
from briefer.model.document import Run, runs_right_to_left

_LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAP = {"w": _SPACE}


def element(tag: str, *children: Any, **attributes: Any) -> Any:
    """`<w:tag w:name="value">` with its children; attributes get "w:"."""
    # python-docx's OxmlElement takes four times as long; what is in the tree is the same.
    made = etree.Element(
        _name(tag), {_name(name): str(value) for name, value in attributes.items()}, _MAP
    )
    for child in children:
        if child is not None:
            made.append(child)
    return made


@cache
def _name(tag: str) -> str:
    return f"{{{_SPACE}}}{tag}"


def text_run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    style: str = "",
    language: str = "",
    shade: str = "",
    half_points: int = 0,
) -> Any:
    """One run. The order of its properties is the schema's: Word refuses any other."""
    backward = runs_right_to_left(language) if language else False
    properties = [
        element("rStyle", val=style) if style else None,
        element("b") if bold else None,
        element("bCs") if bold else None,
        element("i") if italic else None,
        element("iCs") if italic else None,
        element("color", val=color.lstrip("#")) if color else None,
        element("sz", val=half_points) if half_points else None,
        element("szCs", val=half_points) if half_points else None,
        element("shd", val="clear", color="auto", fill=shade.lstrip("#")) if shade else None,
        element("rtl") if backward else None,
        _language(language) if language else None,
    ]
    known = [entry for entry in properties if entry is not None]
    run = element("r", element("rPr", *known) if known else None)
    run.append(_text(text))
    return run


def _text(text: str) -> Any:
    node = element("t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node


def _language(language: str) -> Any:
    short = language.split("-", maxsplit=1)[0]
    if runs_right_to_left(language):
        return element("lang", bidi=language)
    if short in ("zh", "ja", "ko"):
        full = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}[short]
        return element("lang", eastAsia=language if "-" in language else full)
    return element("lang", val=language)


def tab() -> Any:
    """A run that is a tab."""
    return element("r", element("tab"))


def field(instruction: str, shown: str, *, dirty: bool = False) -> list[Any]:
    """A field and what it shows until it is next updated."""
    return [
        *field_start(instruction, dirty=dirty),
        text_run(shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


def field_start(instruction: str, *, dirty: bool = False) -> list[Any]:
    """The beginning of a field whose result spans what follows."""
    from docx.oxml.ns import qn

    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    begin = element("fldChar", fldCharType="begin")
    if dirty:
        # Word then brings page numbers up to date when it opens the document.
        begin.set(qn("w:dirty"), "true")
    return [
        element("r", begin),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
    ]


def field_end() -> Any:
    """The end of a field begun with `field_start`."""
    return element("r", element("fldChar", fldCharType="end"))


def mark_name(anchor: str) -> str:
    """The anchor as Word allows names of bookmarks: letters, digits, underscores, 40 at most."""
    return "_" + re.sub(r"\W", "_", anchor)[:39]


def counted_in(numbering: str) -> Any:
    """What makes a paragraph, or all of a style, the next of the numbered list with that id."""
    return element("numPr", element("ilvl", val=0), element("numId", val=numbering))


def _isolated(run: Run, *, backward: bool) -> Run:
    """The run between marks that keep its direction where the paragraph's is another."""
    own = direction_of(run.text, int(backward))
    if own == int(backward):
        return run
    outer, inner = ("\u200f", "\u200e") if backward else ("\u200e", "\u200f")
    return replace(run, text=f"{outer}{inner}{run.text}{inner}{outer}")


def _edge_right() -> Any:
    """Borders do not follow the direction of a paragraph: the bar changes sides here."""
    bar = element("right", val="single", sz=18, space=6, color=RULE.lstrip("#"))
    return element("pBdr", element("left", val="nil"), bar)


class WordRuns:
    """Runs of a document to XML in one part (the body); links become its relationships."""

    def __init__(
        self, part: Any, language: str, accent: str, edged: frozenset[str] = frozenset()
    ) -> None:
        """`part` is the document part of python-docx; `edged` styles have a bar at the left;
        `accent` is the colour of links."""
        self._accent = accent
        self._edged = edged
        self._part = part
        self._language = language
        self._links: dict[str, str] = {}
        self._bookmarks = 0

    def paragraph(
        self,
        runs: Sequence[Run],
        style: str,
        *,
        language: str = "",
        anchor: str = "",
        counted: str = "",
    ) -> Any:
        """A paragraph in the style with that id; `counted` is the id of the list it is counted in."""
        backward = runs_right_to_left(language or self._language)
        properties = element(
            "pPr",
            element("pStyle", val=style),
            counted_in(counted) if counted else None,
            _edge_right() if backward and style in self._edged else None,
            element("bidi") if backward else None,
        )
        made = element("p", properties)
        children = self.children(runs, language, backward=backward)
        for node in self.marked(children, anchor) if anchor else children:
            made.append(node)
        return made

    def children(
        self,
        runs: Sequence[Run],
        language: str,
        *,
        backward: bool | None = None,
        style: str = "",
    ) -> list[Any]:
        """The runs of a paragraph; each keeps its own direction beside another script.

        `backward` is the paragraph's direction, by default the document's; `style` is the id of a
        character style.
        """
        if backward is None:
            backward = runs_right_to_left(self._language)
        if len(runs) > 1:
            runs = [_isolated(run, backward=backward) for run in runs]
        return [self._run(run, language, style) for run in runs]

    def _run(self, run: Run, language: str, style: str) -> Any:
        """The run, within a hyperlink where it has one."""
        tagged = language if language and language != self._language else ""
        backward = runs_right_to_left(self._language)
        tagged = tagged or (self._language if backward and not run.text.isascii() else "")
        color = GREY if run.quiet else (self._accent if run.link else "")
        node = text_run(
            run.text,
            bold=run.bold,
            italic=run.italic,
            color=color,
            style=style,
            language=tagged,
        )
        return self._linked(live(run.link), node) if live(run.link) else node

    def marked(self, nodes: Sequence[Any], anchor: str) -> list[Any]:
        """The nodes between the marks of a bookmark."""
        self._bookmarks += 1
        number = self._bookmarks
        start = element("bookmarkStart", id=number, name=mark_name(anchor))
        return [start, *nodes, element("bookmarkEnd", id=number)]

    def _linked(self, link: str, node: Any) -> Any:
        from docx.oxml.ns import qn

        if link.startswith("#"):
            return element("hyperlink", node, anchor=mark_name(link[1:]), history=1)
        if link not in self._links:
            # `relate_to` would look through all relationships for each new one.
            self._links[link] = name = f"rIdLink{len(self._links) + 1}"
            self._part.load_rel(_LINK_TYPE, link, name, is_external=True)
        made = element("hyperlink", node, history=1)
        made.set(qn("r:id"), self._links[link])
        return made
