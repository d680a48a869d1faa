"""The structure tree of a tagged PDF: what screen readers read, in order (ISO 32000-1, 14.7)."""

import zlib
from typing import Any

from briefer.exporters.pdf_strips import Element

# Table headers and languages want attributes beside their tag.
_HEADER_TAG = "TH"


class Structure:
    """Collects tagged content while pages are drawn and writes the tree at the end."""

    def __init__(self, language: str) -> None:
        self._language = language
        # Besides elements: a page and the number of marked content on it, or the reference of a link.
        self._children: dict[Element, list[Element | tuple[Any, Any]]] = {}
        self._order: list[Element] = []
        self._page: list[tuple[Element, int]] = []
        self._links: list[tuple[Element, Any]] = []
        # From the key of a page or a link in the tree's index to what stands there.
        self._parents: dict[int, list[Element] | Element] = {}
        self._page_key = 0

    def tag(self, element: Element | None) -> str:
        """The operator that opens marked content for `element` (None: an artifact)."""
        if element is None:
            return "/Artifact BMC"
        number = len(self._page)
        self._page.append((element, number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    def link(self, element: Element, reference: Any) -> int:
        """Note that the link with that reference belongs to an element; its key in the index."""
        self._links.append((element, reference))
        return self._indexed(element)

    def close_page(self, canvas: Any) -> None:
        """Note where the marks of the page stand; to be called before the page is shown."""
        reference = canvas._doc.thisPageRef()  # noqa: SLF001
        for element, number in self._page:
            self._known(element).append((reference, number))
        for element, link in self._links:
            self._known(element).append((reference, link))
        self._page_key = self._indexed([element for element, _ in self._page])
        self._page, self._links = [], []

    def _indexed(self, what: list[Element] | Element) -> int:
        key = len(self._parents)
        self._parents[key] = what
        return key

    def number_page(self, canvas: Any) -> None:
        """Name the page just shown in the tree; to be called after it is shown."""
        from reportlab.pdfbase import pdfdoc

        document = canvas._doc  # noqa: SLF001
        page = document.idToObject[f"Page{document.pageCounter - 1}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page_key
        page.Tabs = pdfdoc.PDFName("S")
        # reportlab's own filter writes ASCII85, a quarter more.
        stream = pdfdoc.PDFStream(content=zlib.compress(page.stream.encode("latin-1")))
        stream.filters = ()
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        page.Contents = stream

    def embed(self, canvas: Any) -> None:
        """Add the tree to the document."""
        from reportlab.pdfbase import pdfdoc

        document = canvas._doc  # noqa: SLF001
        names = {element: f"element-{number}" for number, element in enumerate(self._children)}
        root = pdfdoc.PDFObjectReference("element-root")
        for element, name in names.items():
            parent = pdfdoc.PDFObjectReference(
                names[element.parent] if element.parent else "element-document"
            )
            document.Reference(self._node(element, parent, names), name)
        whole = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName("Document"),
            "P": root,
            "K": pdfdoc.PDFArray([pdfdoc.PDFObjectReference(names[e]) for e in self._order]),
        }
        document.Reference(pdfdoc.PDFDictionary(whole), "element-document")
        tree = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFObjectReference("element-document"),
            "ParentTree": pdfdoc.PDFDictionary({"Nums": self._numbers(names)}),
            "ParentTreeNextKey": len(self._parents),
            "RoleMap": pdfdoc.PDFDictionary({"Title": pdfdoc.PDFName("P")}),
        }
        document.Reference(pdfdoc.PDFDictionary(tree), "element-root")
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    def _known(self, element: Element) -> list[Element | tuple[Any, Any]]:
        """The element's children; it joins its parent's when it is first met."""
        if element not in self._children:
            if element.parent is None:
                self._order.append(element)
            else:
                self._known(element.parent).append(element)
            self._children[element] = []
        return self._children[element]

    def _node(self, element: Element, parent: Any, names: dict[Element, str]) -> Any:
        from reportlab.pdfbase import pdfdoc

        from briefer.exporters.pdf_objects import Written

        children = self._children[element]
        # Where all of it stands on one page, as most does, numbers are enough.
        pages = {child[0].name: child[0] for child in children if not isinstance(child, Element)}
        page = next(iter(pages.values())) if len(pages) == 1 else None
        parts: list[Any] = [f"<< /Type /StructElem /S /{element.tag} /P ", parent]
        if page is not None:
            parts += [" /Pg ", page]
        parts.append(" /K [")
        for child in children:
            if isinstance(child, Element):
                parts += [pdfdoc.PDFObjectReference(names[child]), " "]
            elif not isinstance(child[1], int):
                parts += ["<< /Type /OBJR /Pg ", child[0], " /Obj ", child[1], " >> "]
            elif page is not None:
                parts.append(f"{child[1]} ")
            else:
                parts += ["<< /Type /MCR /Pg ", child[0], f" /MCID {child[1]} >> "]
        parts.append("]")
        if element.language and element.language != self._language:
            parts += [" /Lang ", pdfdoc.PDFString(element.language)]
        if element.alt:
            parts += [" /Alt ", pdfdoc.PDFString(element.alt)]
        if element.tag == _HEADER_TAG:
            parts.append(" /A << /O /Table /Scope /Column >>")
        parts.append(" >>")
        return Written(parts)

    def _numbers(self, names: dict[Element, str]) -> Any:
        """From the key of a page to the elements of its marks, from that of a link to its element."""
        from reportlab.pdfbase import pdfdoc

        from briefer.exporters.pdf_objects import Written

        row: list[Any] = []
        for key, found in self._parents.items():
            if isinstance(found, Element):
                row += [key, pdfdoc.PDFObjectReference(names[found])]
                continue
            references: list[Any] = ["["]
            for element in found:
                references += [pdfdoc.PDFObjectReference(names[element]), " "]
            row += [key, Written([*references, "]"])]
        return pdfdoc.PDFArray(row)


class Marks:
    """The marked content that is open while one page is drawn."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self._open: Element | None = None
        self._is_open = False
        self._target = ""

    @property
    def element(self) -> Element | None:
        """What is open."""
        return self._open

    def turn(self, element: Element | None, target: str = "") -> str:
        """The operators between what is drawn and content of `element`, a link where it has a target.

        Neighbouring lines of one paragraph, or of one link, are one piece of content to a screen reader.
        """
        wanted = element
        if target and element is not None:
            is_same = self._is_open and self._target == target
            goes_on = is_same and self._open is not None and self._open.parent is element
            wanted = self._open if goes_on else Element("Link", element)
        if self._is_open and wanted is self._open:
            return ""
        end = self.close()
        self._open, self._is_open, self._target = wanted, True, target
        return end + self.structure.tag(wanted)

    def close(self) -> str:
        """The operator that ends what is open."""
        was_open, self._is_open, self._open = self._is_open, False, None
        return "EMC " if was_open else ""
