"""Parts of zip files (DOCX, ODT, EPUB): sizes are checked in the directory before anything unpacks."""

import zipfile
import zlib
from pathlib import Path
from typing import Any

from briefer.model.errors import UnreadableFile

# Unpacked bytes of one part, and how many times its packed size that may be. XML shrinks to a tenth
# or a twentieth; a bomb to a thousandth. Small parts (styles of blanks) may shrink further.
MOST_BYTES = 64 << 20
_MOST_RATIO, _SMALL = 200, 1 << 20
# All parts of one file; a year of a newspaper's texts has less.
_MOST_TOTAL = 1 << 30


# What a damaged zip file makes the standard library raise.
DAMAGE = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error)


def open_zip(path: Path) -> zipfile.ZipFile:
    """The opened zip file. Raises UnreadableFile if it is damaged."""
    try:
        return zipfile.ZipFile(path)
    except DAMAGE as error:
        raise damaged(path) from error


def part_of(packed: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """The bytes of one part. Raises UnreadableFile for what is missing, damaged or explodes."""
    try:
        info = packed.getinfo(name)
        refuse_bomb(info, path)
        with packed.open(info) as part:
            content = part.read(MOST_BYTES + 1)
    except (*DAMAGE, KeyError, OSError) as error:
        raise damaged(path) from error
    if len(content) > MOST_BYTES:
        raise _bomb(path)
    return content


def names_in(path: Path) -> frozenset[str]:
    """The names in a zip file's directory; none if it is damaged."""
    try:
        with zipfile.ZipFile(path) as packed:
            return frozenset(packed.namelist())
    except (*DAMAGE, OSError):
        return frozenset()


def refuse_total(packed: zipfile.ZipFile, path: Path) -> None:
    """Raises UnreadableFile where all parts together unpack to far more than any folder of articles."""
    if sum(info.file_size for info in packed.infolist()) > _MOST_TOTAL:
        raise _bomb(path)


def refuse_bomb(info: zipfile.ZipInfo, path: Path) -> None:
    """Raises UnreadableFile for a part that unpacks to far more than any article."""
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MOST_BYTES or (ratio > _MOST_RATIO and info.file_size > _SMALL):
        raise _bomb(path)


def xml_of(content: bytes, path: Path, *, mend: bool = False) -> Any:
    """The root of an XML part; nothing it refers to is read. Raises UnreadableFile.

    With `mend`, as much as can be understood of a damaged one.
    """
    from lxml import etree

    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65_536]:
        raise damaged(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=mend)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path) from error
    if root is None:
        raise damaged(path)
    return root


def damaged(path: Path) -> UnreadableFile:
    """The error for a file that its own program would not open."""
    return UnreadableFile(
        "This file is damaged.",
        name=str(path),
        hint="Open it in the program it comes from and save it anew.",
    )


def _bomb(path: Path) -> UnreadableFile:
    return UnreadableFile(
        "This file unpacks to far more than any article, so it was not opened.",
        name=str(path),
        hint="It may be a trap. Ask the sender what it is.",
    )
