"""Pictures of a Word document: drawn as vectors (SVG), with pixels for programs that know none."""

import io
from typing import Any

from lxml import etree

from briefer.exporters.look import MARGIN_SIDE, Design
from briefer.exporters.pdf_canvas import PageCanvas
from briefer.exporters.pdf_pages import Placed
from briefer.exporters.pdf_pictures import picture_strip
from briefer.exporters.pdf_strip_drawing import draw_strips
from briefer.exporters.pdf_strips import ParagraphSetting
from briefer.exporters.pdf_structure import Structure
from briefer.exporters.svg import svg
from briefer.exporters.word_xml import element
from briefer.model.document import Picture

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
# English Metric Units to the point; pixels to the point of the fallback (216 dots an inch).
_EMU, _SHARP = 12_700, 3.0
_DRAWING = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{number}" name="Picture {number}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="{pixels}"><a:extLst>'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{vectors}"/>'
    "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing>"
)


class WordPictures:
    """Puts pictures into one document part."""

    def __init__(self, part: Any, language: str, design: Design, width: float) -> None:
        """`width` is that of the type area, in points: wider pictures are made smaller."""
        self._part = part
        self._language = language
        self._design = design
        self._width = width
        self._count = 0

    def run(self, picture: Picture) -> Any:
        """A run that holds the drawing, its words as alternative text."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        self._count += 1
        pixels_of = png(picture, self._language, self._design)
        pixels, _ = self._part.get_or_add_image(io.BytesIO(pixels_of))
        name = PackURI(f"/word/media/drawing{self._count}.svg")
        drawn = svg(picture, self._design.tones)
        content = f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}'.encode()
        vectors = self._part.relate_to(
            Part(name, "image/svg+xml", content, self._part.package), _IMAGE
        )
        width, height = picture.width + 8, picture.height + 16
        scale = min(1.0, self._width / width)
        xml = _DRAWING.format(
            cx=round(width * scale * _EMU),
            cy=round(height * scale * _EMU),
            number=1000 + self._count,
            pixels=pixels,
            vectors=vectors,
        )
        drawing = etree.fromstring(xml)
        for node in drawing.iter("{*}docPr", "{*}cNvPr"):
            node.set("descr", picture.alt)
        return element("r", drawing)


def png(picture: Picture, language: str, design: Design) -> bytes:
    """The picture in pixels, as pdfium draws it."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    paragraphs = ParagraphSetting(language, design)
    strip = picture_strip(picture, paragraphs, picture.width)
    width, height = picture.width + 8, picture.height + 16
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width, height), invariant=1)
    canvas._preamble = "1 0 0 1 0 0 cm"  # noqa: SLF001
    page = PageCanvas(canvas, height)
    # The strip knows of the margins of a page.
    canvas._code.append(f"1 0 0 1 {4 - MARGIN_SIDE} {design.top} cm")  # noqa: SLF001
    draw_strips(page, [Placed(strip, 0.0)], paragraphs, Structure(language), {})
    page.finish()
    canvas.showPage()
    canvas._doc.idToObject["BasicFonts"].dict.pop("F1", None)  # noqa: SLF001
    canvas.save()
    pdf = pypdfium2.PdfDocument(file.getvalue())
    try:
        image = pdf[0].render(scale=_SHARP).to_pil()
    finally:
        pdf.close()
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()
