"""Text of any origin made fit to be kept: decoded, without control characters, paragraphs whole."""

import re
import unicodedata
from collections.abc import Sequence

from briefer.text.sentences import looks_wrapped

# Control and format characters that carry no text; tabs and line ends are kept, and the joiners
# that Arabic, Persian and Indic scripts need (U+200C, U+200D) with them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# Accents in a row without end; putting them in order takes time that grows with their square. Unicode
# allows thirty (its "stream-safe" format), no language needs ten.
# The first sign is asked for what it is only where it is none of the common ones: half of a page's time.
_MARKS = re.compile(r"[^\x00-\u02ff](?<![\w\s])[^\x00-\u02ff\w\s]{30,}")
_MOST_MARKS = 30
# All ASCII that is kept as it is. What a text has besides is short, and most questions are about it.
_KEPT = bytes([10, *range(32, 127)])
# Signs of these kinds stand in composed form whatever is beside them (checked by a test).
_MAY_COMPOSE = re.compile(
    "[^\x00-\u02ff\u0388-\u0482\u048a-\u0590\u05d0-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d5"
    "\u10a0-\u10ff\u2002-\u20cf\u2100-\u2125\u212c-\u2328\u232b-\u2adb\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\ue000-\uf8ff\ufe70-\uffff\U0001f300-\U0001faff]"
)
_LINE_ENDS = "\r\u0085\u2028\u2029\x0b\x0c"
_ODD_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANKS = re.compile("  +")
_BLANK_LINES = re.compile(r"\n[ ]*(?:\n[ ]*)+")
_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[-\u2010]\Z")
_SAMPLE = 65_536
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decode(raw: bytes) -> str:
    """The text of `raw`: byte order mark, UTF-16 by its zero bytes, strict UTF-8, then statistics.

    Never raises; what no encoding explains becomes U+FFFD.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of a character, or one bad byte in a long text, is UTF-8 still.
        if error.start > 2_000 and _mostly_utf8(raw):
            return raw.decode("utf-8", "replace")
    return raw.decode(_by_statistics(raw), "replace")


def clean(text: str) -> str:
    """`text` without control characters, lone surrogates and soft hyphens; line ends are newlines.

    Runs of blanks become one; accents stand in composed form.
    """
    # What can be printed holds blanks alone of all those; most short texts are such.
    is_plain = text.isprintable()
    if is_plain and text.isascii():
        text = text.strip()
    else:
        coded = text.encode("utf-8", "surrogatepass").translate(None, _KEPT)
        rare = coded.decode("utf-8", "surrogatepass")
        if "\r" in rare:
            text = text.replace("\r\n", "\n")
        text = _with(text, _LINE_ENDS, "\n", rare)
        if _UNWANTED.search(rare):
            text = _UNWANTED.sub("", text)
        if _MAY_COMPOSE.search(rare):
            # Some blanks become others.
            text = rare = unicodedata.normalize("NFC", _MARKS.sub(_tamed, text))
        text = _with(text, _ODD_BLANKS, " ", rare)
        text = text.strip() if is_plain else "\n".join(map(str.strip, text.split("\n")))
    return _BLANKS.sub(" ", text) if "  " in text else text


def _tamed(signs: re.Match[str]) -> str:
    """The signs less the accents that follow thirty others."""
    kept: list[str] = []
    marks = 0
    for sign in signs[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _with(text: str, old: str, new: str, rare: str) -> str:
    """Each character of `old` that is among the `rare` ones replaced."""
    for letter in old:
        if letter in rare:
            text = text.replace(letter, new)
    return text


def clean_line(text: str) -> str:
    """`text` cleaned and on one line."""
    return " ".join(clean(text).split())


def paragraphs_from(text: str) -> list[str]:
    """The paragraphs of cleaned `text`, each on one line: wrapped lines are joined again."""
    found: list[str] = []
    for block in _BLANK_LINES.split(text):
        lines = [line for line in block.split("\n") if line]
        if looks_wrapped(lines):
            found.append(join_lines(lines))
        else:
            found.extend(lines)
    return [paragraph for paragraph in found if paragraph]


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one, words that were hyphenated at a line's end made whole."""
    parts: list[str] = []
    for line in lines:
        if parts and _HYPHEN_AT_END.search(parts[-1][-2:]) and line[:1].islower():
            parts[-1] = parts[-1][:-1] + line
        elif parts and _is_east_asian(parts[-1][-1:]) and _is_east_asian(line[:1]):
            parts[-1] += line
        else:
            parts.append(line)
    return " ".join(parts)


def _is_east_asian(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uf900" <= letter <= "\uffef"


def _mostly_utf8(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte >= 0x80 for byte in sample)
    return bad * 10 <= high


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Western and Cyrillic text every other byte is small."""
    sample = raw[:4_096]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.3 and zeros_even < 0.1:
        return "utf-16-le"
    if zeros_even > 0.3 and zeros_odd < 0.1:
        return "utf-16-be"
    return None


def _by_statistics(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"
