"""Which font file sets a character: the bundled Source families, else what the system has.

Bundled fonts cover Latin, Cyrillic and Greek. For every other script the fonts of the system are
looked through by file name (Noto on Linux, the system's own on Windows and macOS); a character no
font has is reported, never set as a silent box.
"""

import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefer import places

SANS, SERIF = "sans", "serif"
# Printed in place of a character that no font has.
REPLACEMENT = "\ufffd"

_BUNDLED = {
    (SANS, False, False): "SourceSans3_400Regular.ttf",
    (SANS, False, True): "SourceSans3_400Regular_Italic.ttf",
    (SANS, True, False): "SourceSans3_600SemiBold.ttf",
    (SANS, True, True): "SourceSans3_600SemiBold_Italic.ttf",
    (SERIF, False, False): "SourceSerif4_400Regular.ttf",
    (SERIF, False, True): "SourceSerif4_400Regular_Italic.ttf",
    (SERIF, True, False): "SourceSerif4_600SemiBold.ttf",
    (SERIF, True, True): "SourceSerif4_600SemiBold.ttf",
}
# First word of a character's Unicode name where it is not the script's own.
_CJK_NAMES = frozenset(
    {
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "HANGUL",
        "BOPOMOFO",
        "IDEOGRAPHIC",
        "FULLWIDTH",
        "HALFWIDTH",
        "KANGXI",
    }
)
# Members of the Noto CJK collections and the names Windows and macOS give their own fonts.
_CJK_MEMBER = {"ja": 0, "ko": 1, "zh": 2, "zh-TW": 3, "zh-HK": 4, "zh-Hant": 3}
_CJK_FILES = {
    "ja": ("YuGothM.ttc", "meiryo.ttc", "msgothic.ttc", "ヒラギノ角ゴシック W3.ttc"),
    "ko": ("malgun.ttf", "AppleSDGothicNeo.ttc"),
    "zh": ("msyh.ttc", "simsun.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc", "PingFang.ttc"),
}
_OWN_FILES = {
    "ARABIC": ("segoeui.ttf", "arial.ttf", "tahoma.ttf", "GeezaPro.ttc"),
    "HEBREW": ("segoeui.ttf", "arial.ttf", "ArialHB.ttc"),
    "DEVANAGARI": ("Nirmala.ttc", "Nirmala.ttf", "mangal.ttf", "Kohinoor.ttc"),
    "BENGALI": ("Nirmala.ttc", "Nirmala.ttf", "vrinda.ttf"),
    "TAMIL": ("Nirmala.ttc", "Nirmala.ttf", "latha.ttf"),
    "THAI": ("LeelawUI.ttf", "leelawad.ttf", "Thonburi.ttc"),
    "GEORGIAN": ("segoeui.ttf", "sylfaen.ttf"),
    "ARMENIAN": ("segoeui.ttf", "sylfaen.ttf"),
    "ETHIOPIC": ("ebrima.ttf", "nyala.ttf", "Kefa.ttc"),
}
# For all that has no script of its own: arrows, mathematics, dingbats.
_ANY_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "DejaVuSans.ttf",
    "seguisym.ttf",
    "Apple Symbols.ttf",
    "Arial Unicode.ttf",
    "ARIALUNI.TTF",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A font as it is asked for: family ("sans" or "serif"), weight, slant."""

    family: str = SANS
    bold: bool = False
    italic: bool = False


class Face:
    """One font of one file, open for shaping. Lengths are in its own units, `upem` to the em."""

    def __init__(self, path: Path, index: int = 0) -> None:
        """`index` is the member of a collection. Raises OSError or ValueError for no font."""
        import uharfbuzz

        self.path, self.index = path, index
        self.hb_face: Any = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), index)
        self.font: Any = uharfbuzz.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender
        self._glyphs: dict[str, bool] = {}
        self._seen: set[str] = set()
        self._widths = _Widths(self.font)

    @property
    def key(self) -> str:
        """Names the face within a document."""
        return f"{self.path.stem}-{self.index}"

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for `char`."""
        known = self._glyphs.get(char)
        if known is None:
            known = self._glyphs[char] = bool(self.font.get_nominal_glyph(ord(char)))
            if known:
                self._seen.add(char)
        return known

    def has_all(self, text: str) -> bool:
        """Whether the face has a glyph for each character of `text`."""
        return self._seen.issuperset(text) or all(map(self.has, text))

    def width(self, text: str) -> int:
        """The advances of the characters of `text`, as they stand alone."""
        return sum(map(self._widths.__getitem__, text))


class _Widths(dict[str, int]):
    """The advance of each character, measured when it is first met."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> int:
        glyph = self._font.get_nominal_glyph(ord(char))
        self[char] = width = int(self._font.get_glyph_h_advance(glyph)) if glyph else 0
        return width


def face_for(char: str, cut: Cut, language: str) -> Face | None:
    """The best face for `char`, None when neither Briefer nor the system has one."""
    own = bundled(cut)
    if own.has(char):
        return own
    return _system_face(char, cut, language)


@cache
def bundled(cut: Cut) -> Face:
    """The bundled face of a cut."""
    name = _BUNDLED[cut.family, cut.bold, cut.italic]
    return Face(places.resources() / "fonts" / name)


# Bounded by the characters of one process's documents; a name is looked up once for each.
@cache
def _system_face(char: str, cut: Cut, language: str) -> Face | None:
    for name, index in _candidates(char, cut, language):
        face = _opened(name, index)
        if face is not None and face.has(char):
            return face
    return None


def _candidates(char: str, cut: Cut, language: str) -> Iterator[tuple[str, int]]:
    """File names and members to try, the best first."""
    script = unicodedata.name(char, "").split(" ", maxsplit=1)[0].removesuffix("-INDIC")
    weights = ("Bold", "Regular") if cut.bold else ("Regular",)
    families = ("Serif", "Naskh", "Sans") if cut.family == SERIF else ("Sans", "Naskh", "Serif")
    if script in _CJK_NAMES or "\u3000" <= char <= "\u303f":
        short = language.split("-", maxsplit=1)[0]
        member = _CJK_MEMBER.get(language, _CJK_MEMBER.get(short, 2))
        for family in families:
            for weight in weights:
                yield f"Noto{family}CJK-{weight}.ttc", member
        for code in dict.fromkeys((short, "zh", "ja", "ko")):
            for name in _CJK_FILES.get(code, ()):
                yield name, 0
    else:
        for family in families:
            for weight in weights:
                yield f"Noto{family}{script.capitalize()}-{weight}.ttf", 0
        for name in _OWN_FILES.get(script, ()):
            yield name, 0
    # Polytonic Greek and rare Latin: a serif text stays a serif text.
    if cut.family == SERIF:
        yield f"NotoSerif-{weights[0]}.ttf", 0
    for name in _ANY_FILES:
        yield name, 0


@cache
def _opened(name: str, index: int) -> Face | None:
    path = _system_files().get(name.casefold())
    if path is None:
        return None
    try:
        return Face(path, index)
    except (OSError, ValueError, RuntimeError):
        return None


@cache
def _system_files() -> dict[str, Path]:
    """All font files of the system by their case-folded names; looked for once in a process."""
    found: dict[str, Path] = {}
    for folder in _font_folders():
        for root, folders, files in os.walk(folder):
            folders.sort()
            for name in files:
                if name.casefold().endswith((".ttf", ".ttc", ".otf", ".otc")):
                    found.setdefault(name.casefold(), Path(root) / name)
    return found


def _font_folders() -> tuple[Path, ...]:
    own = os.environ.get("BRIEFER_FONTS")
    if own is not None:
        return (Path(own),) if own else ()
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return (windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    if sys.platform == "darwin":
        system = Path("/System/Library/Fonts")
        return (system, Path("/Library/Fonts"), home / "Library" / "Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )
