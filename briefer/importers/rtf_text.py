"""RTF to paragraphs: code pages, Unicode with its fallbacks, tables, bookmarks, links.

Own reader, because what looks like letters in RTF depends on state (code page of the font, how many
fallback characters to pass over) that simpler readers garble.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\x00]+|"
    rb"([^\\{}\r\n\x00]+)"
)
# Groups that hold no text of the document.
_SILENT = frozenset(
    b"colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr "
    b"footerf listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping "
    b"datastore latentstyles nonshppict filetbl revtbl template operator keywords comment "
    b"falt panose fname pntext pntxta pntxtb xe tc rxe objdata".split()
)
_PLAIN: dict[bytes, str] = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"softline": "\n", b"emdash": "—", b"endash": "–",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
    b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
# The code pages of fonts' character sets (the RTF specification's table).
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_HYPERLINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"?([^"\s]{1,2000})')


@dataclass(frozen=True)
class RtfParagraph:
    """A paragraph; `row` and `cell` say where in a table it stands (None outside tables).

    `starts_page` is True after a page break; `bold` if all its letters are.
    """

    text: str
    row: int | None = None
    cell: int = 0
    bookmarks: tuple[str, ...] = ()
    link: str = ""
    starts_page: bool = False
    bold: bool = False


@dataclass(frozen=True)
class _State:
    """What holds inside a group and is undone at its end."""

    silent: bool = False
    takes: str = ""
    fallback: int = 1
    codec: str = ""
    bold: bool = False
    hidden: bool = False
    in_table: bool = False


@dataclass
class _Line:
    """The paragraph being collected."""

    pieces: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    link: str = ""
    plain_letters: int = 0
    bold_letters: int = 0


def rtf_paragraphs(raw: bytes) -> Iterator[RtfParagraph]:
    """The document's paragraphs in order, empty ones too; never raises for damaged files."""
    return _Reader(raw).paragraphs()


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._codec = "cp1252"
        # Some programs write UTF-8 bytes where the format allows none.
        self._wild = "utf-8" if _is_utf8(raw) else ""
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._state = _State()
        self._stack: list[_State] = []
        self._pass_over = 0
        self._bytes = bytearray()
        self._captured: list[str] = []
        self._line = _Line()
        self._row, self._cell = 0, 0
        self._new_page = False
        self._done: list[RtfParagraph] = []

    def paragraphs(self) -> Iterator[RtfParagraph]:
        at, end = 0, len(self._raw)
        while at < end:
            token = _TOKEN.match(self._raw, at)
            if token is None:
                at += 1
                continue
            at = token.end()
            word, number, code, symbol, brace, text = token.groups()
            if word is not None:
                if word == b"bin":
                    at += max(int(number or 0), 0)
                else:
                    self._word(word, int(number) if number else None)
            elif code is not None:
                self._letter(bytes([int(code, 16)]))
            elif brace is not None:
                self._brace(brace)
            elif symbol is not None:
                self._symbol(symbol)
            elif text is not None:
                self._letters(text)
            if self._done:
                yield from self._done
                self._done.clear()
        self._end_paragraph()
        yield from self._done

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._pass_over = 0
        if brace == b"{":
            self._stack.append(self._state)
            return
        before = self._state
        self._state = self._stack.pop() if self._stack else _State()
        if before.takes and before.takes != self._state.takes:
            captured = "".join(self._captured).strip()
            self._captured.clear()
            if before.takes == "bookmark":
                self._line.bookmarks.append(captured)
            elif hit := _HYPERLINK.search(captured):
                self._line.link = self._line.link or hit[1]

    def _symbol(self, symbol: bytes) -> None:
        if self._pass_over:
            self._pass_over -= 1
            return
        if symbol in (b"{", b"}", b"\\"):
            self._letters(symbol)
            return
        self._flush()
        if symbol == b"*":
            # Unknown groups so marked are to be passed over; the known ones speak up themselves.
            self._state = replace(self._state, silent=True)
        elif symbol == b"~":
            self._text(" ")
        elif symbol == b"_":
            self._text("-")
        elif symbol in (b"\n", b"\r"):
            self._end_paragraph()

    def _word(self, word: bytes, number: int | None) -> None:
        if word == b"u" and number is not None:
            self._flush()
            self._text(_unicode(number))
            self._pass_over = self._state.fallback
            return
        if self._pass_over:
            self._pass_over -= 1
            return
        self._flush()
        if word in _SILENT:
            self._state = replace(self._state, silent=True)
        elif word in _PLAIN:
            self._text(_PLAIN[word])
        elif word in (b"par", b"sect", b"page", b"cell", b"nestcell", b"row", b"nestrow"):
            self._structure(word)
        else:
            self._setting(word, number)

    def _structure(self, word: bytes) -> None:
        if self._state.silent:
            return
        if word in (b"row", b"nestrow"):
            self._row, self._cell = self._row + 1, 0
            return
        self._end_paragraph()
        if word in (b"cell", b"nestcell"):
            self._cell += 1
        elif word in (b"page", b"sect"):
            self._new_page = True

    def _setting(self, word: bytes, number: int | None) -> None:
        state = self._state
        on = number != 0
        if word == b"ansicpg" and number:
            self._codec = _known(f"cp{number}") if number != 65001 else "utf-8"
        elif word in (b"mac", b"pc", b"pca"):
            self._codec = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}[word]
        elif word == b"uc":
            self._state = replace(state, fallback=min(max(number or 0, 0), 20))
        elif word == b"b":
            self._state = replace(state, bold=on)
        elif word == b"v":
            self._state = replace(state, hidden=on)
        elif word == b"plain":
            self._state = replace(state, bold=False, hidden=False)
        elif word == b"pard":
            self._state = replace(state, in_table=False)
        elif word in (b"intbl", b"itap"):
            self._state = replace(state, in_table=on)
        elif word == b"fonttbl":
            self._state = replace(state, takes="fonts")
        elif word == b"f" and number is not None:
            self._font = number
            self._state = replace(state, codec=self._fonts.get(number, ""))
        elif word == b"fcharset" and number is not None and state.takes == "fonts":
            self._fonts[self._font] = "" if number in (0, 1) else _CHARSETS.get(number, "")
        elif word == b"bkmkstart":
            self._state = replace(state, silent=False, takes="bookmark")
        elif word == b"fldinst":
            self._state = replace(state, silent=False, takes="field")

    def _letter(self, letter: bytes) -> None:
        if self._pass_over:
            self._pass_over -= 1
        else:
            self._bytes += letter

    def _letters(self, text: bytes) -> None:
        if self._pass_over:
            passed = min(self._pass_over, len(text))
            self._pass_over -= passed
            text = text[passed:]
        if self._wild and text and max(text) >= 0x80:
            self._flush()
            self._text(text.decode(self._wild, "replace"))
        else:
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            codec = self._state.codec or self._codec
            raw, self._bytes = bytes(self._bytes), bytearray()
            self._text(raw.decode(codec, "replace"))

    def _text(self, text: str) -> None:
        state = self._state
        if state.silent or state.hidden or state.takes == "fonts":
            return
        if state.takes:
            self._captured.append(text)
            return
        self._line.pieces.append(text)
        letters = sum(map(str.isalnum, text))
        if state.bold:
            self._line.bold_letters += letters
        else:
            self._line.plain_letters += letters

    def _end_paragraph(self) -> None:
        self._flush()
        line, self._line = self._line, _Line()
        text = "".join(line.pieces)
        # Surrogate pairs come as two numbers.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        in_table = self._state.in_table
        self._done.append(
            RtfParagraph(
                text,
                row=self._row if in_table else None,
                cell=self._cell if in_table else 0,
                bookmarks=tuple(line.bookmarks),
                link=line.link,
                starts_page=self._new_page,
                bold=line.bold_letters > 0 and not line.plain_letters,
            )
        )
        self._new_page = False


def _unicode(number: int) -> str:
    value = number + 65_536 if number < 0 else number
    return chr(value) if 0 < value <= 0x10FFFF else ""


def _known(codec: str) -> str:
    import codecs

    try:
        return codecs.lookup(codec).name
    except LookupError:
        return "cp1252"


def _is_utf8(raw: bytes) -> bool:
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
