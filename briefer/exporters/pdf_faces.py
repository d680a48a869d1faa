"""Faces into a reportlab document: only the used glyphs, with the text they stand for.

reportlab's own TrueType support knows no shaped glyphs and no OpenType/CFF fonts (all of Noto
CJK). Faces are therefore cut down by HarfBuzz's subsetter and embedded as composite fonts, whose
two-byte codes are ours: one code for each glyph and text, so that copying from the PDF gives back
the very letters, ligatures and Arabic forms included.
"""

import zlib
from typing import Any

from briefer.exporters.fonts import Face
from briefer.exporters.shaping import Glyph, Piece

# Layout tables have done their work when the glyphs are known; readers of PDF ask for none of these.
_DROPPED = (
    "GSUB GPOS GDEF BASE VORG vhea vmtx name OS/2 kern DSIG STAT meta cmap post gasp JSTF MATH hdmx"
)
# Names of characters between 0x21 and 0x7e may be spelled out in a PDF name; the rest is escaped.
_NAME_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")


class EmbeddedFace:
    """A face in one document: hands out codes while pages are drawn, embeds itself at the end."""

    def __init__(self, face: Face, name: str) -> None:
        """`name` is the font's resource name in the document ("F1x")."""
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {}
        self._rows: dict[int, tuple[int, str]] = {}
        self._shown: dict[Glyph, str] = {}
        self._pieces: dict[int, tuple[Piece, str | None]] = {}
        self._is_cff = face.hb_face.reference_table("CFF ").data != b""

    def code(self, glyph: Glyph) -> int:
        """The two-byte code that draws `glyph`."""
        key = (glyph.number, glyph.text)
        known = self._codes.get(key)
        if known is not None:
            return known
        # A CFF font has no table from codes to glyphs: there the code is the glyph.
        code = glyph.number if self._is_cff else len(self._codes) + 1
        self._codes[key] = code
        self._rows.setdefault(code, key)
        return code

    def shown(self, glyph: Glyph) -> str:
        """The glyph within a TJ array: its code, and what kerning adds to its own advance."""
        known = self._shown.get(glyph)
        if known is None:
            scale = 1000 / self.face.upem
            before = round(glyph.dx * scale)
            after = round((glyph.advance - glyph.dx) * scale) - self.advance(glyph.number)
            known = (
                (f"{-before}" if before else "")
                + f"<{self.code(glyph):04x}>"
                + (f"{-after}" if after else "")
            )
            self._shown[glyph] = known
        return known

    def level(self, piece: Piece) -> str | None:
        """The glyphs of a piece within a TJ array; None where a mark stands raised."""
        if id(piece) in self._pieces:
            return self._pieces[id(piece)][1]
        flat = all(glyph.dy == 0 for glyph in piece.glyphs)
        said = "".join(map(self.shown, piece.glyphs)) if flat else None
        # The piece is kept, so that no other is given its id.
        self._pieces[id(piece)] = piece, said
        return said

    def advance(self, number: int) -> int:
        """The glyph's own advance, in thousandths of the em, as the document's widths give it."""
        width: int = self.face.font.get_glyph_h_advance(number)
        return round(width * 1000 / self.face.upem)

    def embed(self, document: Any) -> None:
        """Add the font's objects to the reportlab `document`."""
        from reportlab.pdfbase import pdfdoc

        base = "BRIEFR+" + "".join(c if c in _NAME_CHARACTERS else "-" for c in self.face.key)
        font_file = self._stream(document, self._file(), f"{self.name}-file")
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType0" if self._is_cff else "CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(base),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "DW": 0,
                "W": self._widths(),
                "FontDescriptor": document.Reference(
                    self._descriptor(base, font_file), f"{self.name}-descriptor"
                ),
            }
        )
        if not self._is_cff:
            descendant["CIDToGIDMap"] = self._stream(document, self._map(), f"{self.name}-map")
        unicode_map = self._stream(document, self._unicode_map(), f"{self.name}-unicode")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(descendant, f"{self.name}-cid")]
                ),
                "ToUnicode": unicode_map,
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(font, self.name)

    def _file(self) -> bytes:
        """The face cut down to its used glyphs, which keep their numbers."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        for number, _ in self._codes:
            wanted.glyph_set.add(number)
        for tag in _DROPPED.split():
            wanted.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        flags = uharfbuzz.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING
        cut = uharfbuzz.subset(self.face.hb_face, wanted)
        table = cut.reference_table("CFF ") if self._is_cff else cut.blob
        return bytes(table.data)

    def _descriptor(self, base: str, font_file: Any) -> Any:
        from reportlab.pdfbase import pdfdoc

        scale = 1000 / self.face.upem
        ascent, descent = round(self.face.ascent * scale), round(self.face.descent * scale)
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            # Symbolic: the codes are ours, no standard encoding applies.
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([-500, descent - 200, 2000, ascent + 200]),
            "ItalicAngle": -11 if "Italic" in base else 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": round(ascent * 0.7),
            "StemV": 80,
        }
        entries["FontFile3" if self._is_cff else "FontFile2"] = font_file
        return pdfdoc.PDFDictionary(entries)

    def _widths(self) -> Any:
        from reportlab.pdfbase import pdfdoc

        row: list[Any] = []
        for code, (number, _) in sorted(self._rows.items()):
            row += [code, pdfdoc.PDFArray([self.advance(number)])]
        return pdfdoc.PDFArray(row)

    def _map(self) -> bytes:
        """From code to glyph, two bytes each."""
        last = max(self._rows, default=0)
        numbers = [self._rows.get(code, (0, ""))[0] for code in range(last + 1)]
        return b"".join(number.to_bytes(2, "big") for number in numbers)

    def _unicode_map(self) -> bytes:
        rows = [
            f"<{code:04x}> <{text.encode('utf-16-be').hex()}>"
            for code, (_, text) in sorted(self._rows.items())
            if text
        ]
        # The specification allows a hundred rows a block.
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")

    def _stream(self, document: Any, content: bytes, name: str) -> Any:
        """A compressed stream; reportlab's own filter adds ASCII85, a quarter more."""
        from reportlab.pdfbase import pdfdoc

        stream = pdfdoc.PDFStream()
        # reportlab writes latin-1 text, so bytes travel as such.
        stream.content = zlib.compress(content)
        stream.filters = ()
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        if name.endswith("-file"):
            if self._is_cff:
                stream.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
            else:
                stream.dictionary["Length1"] = len(content)
        return document.Reference(stream, name)
