"""Zip files: bombs, lies of the directory, names that lead elsewhere, nests."""

import io
import struct
import zipfile

from corpus import ARTICLE, EITHER, STORY, given, hostile

TEXT = "\n\n".join(STORY)


def zipped(files, how=zipfile.ZIP_DEFLATED):
    """A zip file of (name, content)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return made.getvalue()


def nested(depth, content, name="story.txt"):
    """A zip in a zip in a zip."""
    for level in range(depth):
        content = zipped([(name, content)])
        name = f"level-{level}.zip"
    return content


given("flat-bomb.zip", "8 MB of zeros in 8 kB", "unpacks to far more",
      lambda _: zipped([("a.txt", b"0" * (8 << 20))]))  # fmt: skip
given("many-bombs.zip", "twenty files that are said to have 60 MB each", "unpacks to far more",
      lambda _: _said_large(zipped([(f"{n}.txt", TEXT) for n in range(20)])))  # fmt: skip
given("nested-bomb.zip", "a bomb two levels down", "unpacks",
      lambda _: nested(2, b"0" * (20 << 20)))  # fmt: skip
given(
    "deep.zip",
    "ten zip files inside each other",
    "packed too deeply",
    lambda _: nested(10, TEXT.encode()),
)
given("wide.zip", "six levels of ten zip files each", "packed too deeply",
      lambda _: _wide(6))  # fmt: skip
given("many-files.zip", "more files than any folder of articles", "holds 6,000 files",
      lambda _: zipped([(f"{n}.txt", "x") for n in range(6_000)]))  # fmt: skip
given("one-file-too-many.zip", "names 20,000 times the same file in the directory", EITHER,
      lambda _: _repeated(20_000))  # fmt: skip
given("traversal.zip", "names that climb out of the folder", ARTICLE,
      lambda around: zipped([(name, TEXT) for name in (
          f"../../{around.secret.name}", f"/{around.secret}", "C:\\Windows\\evil.txt", "..\\..\\evil.txt")]),
      holds="Varna")  # fmt: skip
given("names.zip", "names with line ends, reversed letters and 60,000 characters", ARTICLE,
      lambda _: zipped([("a\nb\r.txt", TEXT), ("\u202etxt.exe", TEXT), ("x" * 60_000 + ".txt", TEXT)]),
      never=("\u202e",))  # fmt: skip
given(
    "password.zip",
    "asks for a password",
    "password",
    lambda _: _flagged(zipped([("a.txt", TEXT)]), 1),
)
given(
    "method.zip",
    "packed by a method nobody knows",
    "damaged",
    lambda _: _method(zipped([("a.txt", TEXT)]), 77),
)
given("lying-size.zip", "the directory says ten bytes where 8 MB come", "damaged|unpacks",
      lambda _: _lying(zipped([("a.txt", b"0" * (8 << 20))])))  # fmt: skip
given("broken-directory.zip", "a directory that points behind the end of the file", "damaged",
      lambda _: _moved(zipped([("a.txt", TEXT)])))  # fmt: skip
given("lzma.zip", "asks for a dictionary of 4 GB", "damaged|memory", lambda _: _lzma())
given("bzip2-bomb.zip", "60 MB of zeros in 50 bytes", "unpacks",
      lambda _: zipped([("a.txt", b"0" * (60 << 20))], zipfile.ZIP_BZIP2))  # fmt: skip
given("no-files.zip", "holds nothing", "No article", lambda _: zipped([("folder/", "")]))


@hostile("links.zip", "entries that are symbolic links to the secret", EITHER, never=("canary",))
def _links(_path, around):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        link = zipfile.ZipInfo("story.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        packed.writestr(link, f"{around.secret.parent}/secret.txt")
    return made.getvalue()


def _wide(depth):
    content, name = TEXT.encode(), "story.txt"
    for level in range(depth):
        content = zipped([(f"{n}-{name}", content) for n in range(10)])
        name = f"{level}.zip"
    return content


def _parts(content):
    """A zip file of one entry: what stands before the directory, the directory, its end."""
    end = content.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", content[end + 16 : end + 20])[0]
    return content[:start], content[start:end], content[end:]


def _repeated(count):
    local, entry, _ = _parts(zipped([("a.txt", TEXT)]))
    end = struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, len(local), 0
    )
    return local + entry * count + end


def _changed(content, at_local, at_entry, value):
    local, entry, end = map(bytearray, _parts(content))
    local[at_local : at_local + len(value)] = value
    entry[at_entry : at_entry + len(value)] = value
    return bytes(local + entry + end)


def _flagged(content, flag):
    return _changed(content, 6, 8, struct.pack("<H", flag))


def _method(content, method):
    return _changed(content, 8, 10, struct.pack("<H", method))


def _said_large(content):
    start, directory, end = map(bytearray, _parts(content))
    for at in range(len(directory) - 4):
        if directory[at : at + 4] == b"PK\x01\x02":
            directory[at + 24 : at + 28] = struct.pack("<I", 60 << 20)
    return bytes(start + directory + end)


def _lying(content):
    return _changed(content, 22, 24, struct.pack("<I", 10))


def _moved(content):
    local, entry, end = _parts(content)
    entry = bytearray(entry)
    entry[42:46] = struct.pack("<I", 0x7FFFFFFF)
    return local + bytes(entry) + end


def _lzma():
    content = zipped([("a.txt", TEXT)], zipfile.ZIP_LZMA)
    # After the local header and the name: two bytes of version, two of size, one of properties.
    at = 30 + len("a.txt") + 5
    return content[:at] + b"\xff\xff\xff\xff" + content[at + 4 :]
