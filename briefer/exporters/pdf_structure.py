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
        # Per element: (page reference, number of the marked content on that page).
        self._content: dict[Element, list[Any]] = {}
        self._children: dict[Element, list[Element | tuple[Any, int]]] = {}
        self._order: list[Element] = []
        self._page: list[tuple[Element, int]] = []
        self._pages: list[list[Element]] = []

    def tag(self, element: Element | None) -> str:
        """The operator that opens marked content for `element` (None: an artifact)."""
        if element is None:
            return "/Artifact BMC"
        number = len(self._page)
        self._page.append((element, number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    def close_page(self, canvas: Any) -> None:
        """Note where the marks of the page stand; to be called before the page is shown."""
        reference = canvas._doc.thisPageRef()  # noqa: SLF001
        for element, number in self._page:
            self._known(element).append((reference, number))
        self._pages.append([element for element, _ in self._page])
        self._page = []

    def number_page(self, canvas: Any) -> None:
        """Name the page just shown in the tree; to be called after it is shown."""
        from reportlab.pdfbase import pdfdoc

        document = canvas._doc  # noqa: SLF001
        page = document.idToObject[f"Page{document.pageCounter - 1}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages) - 1
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
            "ParentTreeNextKey": len(self._pages),
            "RoleMap": pdfdoc.PDFDictionary({"Title": pdfdoc.PDFName("P")}),
        }
        document.Reference(pdfdoc.PDFDictionary(tree), "element-root")
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    def _known(self, element: Element) -> list[Element | tuple[Any, int]]:
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
        """From a page's number and its marks back to their elements."""
        from reportlab.pdfbase import pdfdoc

        from briefer.exporters.pdf_objects import Written

        row: list[Any] = []
        for number, elements in enumerate(self._pages):
            references: list[Any] = ["["]
            for element in elements:
                references += [pdfdoc.PDFObjectReference(names[element]), " "]
            row += [number, Written([*references, "]"])]
        return pdfdoc.PDFArray(row)
