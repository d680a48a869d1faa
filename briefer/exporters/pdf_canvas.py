"""Lines of glyphs, boxes and links onto the pages of a reportlab canvas."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from briefer.exporters.fonts import Face
from briefer.exporters.links import live
from briefer.exporters.pdf_faces import EmbeddedFace
from briefer.exporters.pdf_strips import Element
from briefer.exporters.pdf_structure import Marks
from briefer.exporters.setting import Line
from briefer.exporters.shaping import Piece, Style


class PageCanvas:
    """Draws in points from the top left corner; y grows downwards, as a page is read."""

    def __init__(self, canvas: Any, height: float, anchors: Collection[str] = ()) -> None:
        """`canvas` is reportlab's; `height` the page's. Links to other `anchors` lead nowhere: a
        briefing may cite sources and list none."""
        self.canvas = canvas
        self._anchors = anchors
        self._height = height
        self._faces: dict[str, EmbeddedFace] = {}

    def line(
        self,
        line: Line,
        x: float,
        baseline: float,
        marks: Marks | None = None,
        element: Element | None = None,
    ) -> None:
        """Draw the pieces of `line` from `x` on; links become live.

        With `marks` they are content of `element`, and links in it elements of their own.
        """
        y = self._height - baseline
        code: list[str] = []
        at = x
        for group in _groups(line.pieces):
            face, style = self._face(group[0]), group[0].style
            target = live(style.link)
            if marks is not None:
                code.append(marks.turn(element, target))
            code.append(f"BT {_color(style.color)} rg /{face.name} {_n(style.size)} Tf")
            code.append(f"1 0 0 1 {_n(at)} {_n(y)} Tm")
            code.append(_shown(group, face) + " ET")
            width = sum(piece.width for piece in group)
            if target:
                place = (at, y - 0.25 * style.size, at + width, y + 0.8 * style.size)
                words = "".join(glyph.text for piece in group for glyph in piece.glyphs)
                self._link(target, place, words, marks)
            at += width
        self.canvas._code.append(" ".join(code))  # noqa: SLF001

    def fill(self, x: float, top: float, width: float, height: float, color: str) -> None:
        """A filled rectangle."""
        y = self._height - top - height
        self.canvas._code.append(  # noqa: SLF001
            f"q {_color(color)} rg {_n(x)} {_n(y)} {_n(width)} {_n(height)} re f Q"
        )

    def rod(
        self, start: tuple[float, float], end: tuple[float, float], width: float, color: str
    ) -> None:
        """A straight line."""
        from_, to = (f"{_n(x)} {_n(self._height - down)}" for x, down in (start, end))
        self.canvas._code.append(f"q {_color(color)} RG {_n(width)} w {from_} m {to} l S Q")  # noqa: SLF001

    def disc(self, x: float, down: float, radius: float, color: str) -> None:
        """A filled circle: a point drawn with a round pen."""
        y = _n(self._height - down)
        self.canvas._code.append(  # noqa: SLF001
            f"q {_color(color)} RG {_n(2 * radius)} w 1 J {_n(x)} {y} m {_n(x)} {y} l S Q"
        )

    def dots(self, start: float, end: float, baseline: float, color: str) -> None:
        """A dotted leader."""
        y = _n(self._height - baseline)
        self.canvas._code.append(  # noqa: SLF001
            f"q {_color(color)} RG 0.8 w 1 J [0 4] 0 d {_n(start)} {y} m {_n(end)} {y} l S Q"
        )

    def bookmark(self, key: str, top: float) -> None:
        """A place links and outline entries lead to."""
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - top, zoom=0)

    def begin(self, tag: str) -> None:
        """Open marked content ("/Artifact BMC", "/P <</MCID 3>> BDC")."""
        self.canvas._code.append(tag)  # noqa: SLF001

    def end(self) -> None:
        """Close what `begin` opened."""
        self.canvas._code.append("EMC")  # noqa: SLF001

    def finish(self) -> None:
        """Embed all faces that were used."""
        for face in self._faces.values():
            face.embed(self.canvas._doc)  # noqa: SLF001

    def _face(self, piece: Piece) -> EmbeddedFace:
        key = f"{piece.face.path}|{piece.face.index}"
        if key not in self._faces:
            # "F1" and on are reportlab's own names.
            self._faces[key] = EmbeddedFace(piece.face, f"B{len(self._faces) + 1}")
        return self._faces[key]

    def _link(self, target: str, place: Sequence[float], words: str, marks: Marks | None) -> None:
        """Make a place on the page lead to an address, or to a bookmark ("#name")."""
        from reportlab.pdfbase import pdfdoc

        from briefer.exporters.pdf_objects import Written

        canvas = self.canvas
        if target.startswith("#") and target[1:] not in self._anchors:
            return
        if target.startswith("#"):
            leads: list[Any] = [" /Dest ", canvas._bookmarkReference(target[1:])]  # noqa: SLF001
        else:
            leads = [" /A << /S /URI /URI ", pdfdoc.PDFString(target), " >>"]
        canvas._annotationCount += 1  # noqa: SLF001
        reference = pdfdoc.PDFObjectReference(f"link-{canvas._annotationCount}")  # noqa: SLF001
        rectangle = " ".join(map(_n, place))
        parts = ["<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]", f" /Rect [{rectangle}]"]
        if marks is not None and marks.element is not None:
            parts.append(f" /StructParent {marks.structure.link(marks.element, reference)}")
        # What a screen reader says of it.
        said = target if not target.startswith("#") else words
        parts += [" /Contents ", pdfdoc.PDFString(said), *leads, " >>"]
        canvas._doc.Reference(Written(parts), reference.name)  # noqa: SLF001
        canvas._annotationrefs.append(reference)  # noqa: SLF001


def _groups(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Neighbours of one face and style, which one operator can show."""
    groups: list[list[Piece]] = []
    face: Face | None = None
    style: Style | None = None
    for piece in pieces:
        # Pieces of one word list share their style: the second comparison is rarely made.
        if face is piece.face and (style is piece.style or style == piece.style):
            groups[-1].append(piece)
        else:
            groups.append([piece])
            face, style = piece.face, piece.style
    return groups


def _shown(pieces: list[Piece], face: EmbeddedFace) -> str:
    """The operators that show the pieces: kerning as adjustments, raised marks by text rise."""
    level = [face.level(piece) for piece in pieces]
    if None not in level:
        return f"[{''.join(filter(None, level))}] TJ".replace("><", "")
    size = pieces[0].style.size
    parts: list[str] = []
    run: list[str] = []
    rise = 0
    for glyph in (glyph for piece in pieces for glyph in piece.glyphs):
        if glyph.dy != rise:
            raised = _n(glyph.dy * size / face.face.upem)
            parts.append(f"[{''.join(run)}] TJ {raised} Ts")
            run, rise = [], glyph.dy
        run.append(face.shown(glyph))
    parts.append(f"[{''.join(run)}] TJ")
    if rise:
        parts.append("0 Ts")
    return " ".join(parts).replace("><", "")


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _color(color: str) -> str:
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
