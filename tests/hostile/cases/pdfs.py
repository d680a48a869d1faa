"""PDFs: circles, bombs, scripts, launches, locks."""

import io
import zlib

import pikepdf
from corpus import ARTICLE, EITHER, STORY, given
from pikepdf import Array, Dictionary, Name, String


def lines_of(text):
    """What draws the text on a page."""
    words, lines = text.split(), []
    for at in range(0, len(words), 10):
        lines.append(f"({' '.join(words[at : at + 10])}) Tj 0 -14 Td")
    return f"BT /F 11 Tf 50 700 Td {' '.join(lines)} ET".encode()


def pdf(change=None, content=None, pages=1, **saving):
    """A PDF of the story; `change` gets the document before it is saved."""
    document = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for _ in range(pages):
        page = document.add_blank_page(page_size=(600, 800))
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = document.make_stream(
            content if content is not None else lines_of(" ".join(STORY))
        )
    if change is not None:
        change(document)
    made = io.BytesIO()
    document.save(made, **saving)
    return made.getvalue()


def written(objects, root=1, trailer="", end=None):
    """A PDF written by hand, object by object, for what no library would save."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += (
            b"%d 0 obj\n" % number
            + (one if isinstance(one, bytes) else one.encode())
            + b"\nendobj\n"
        )
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{table if end is None else end}\n%%EOF\n".encode()
    return bytes(made)


def stream(content, entries=""):
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries.encode(), content)


CATALOG, PAGES = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
DRAWN = lines_of(" ".join(STORY))


def action(around, **entries):
    """A document that acts when it is opened."""
    return lambda document: document.Root.__setitem__("/OpenAction", Dictionary(**entries))


given("kids-circle.pdf", "a tree of pages that contains itself", EITHER, written(
    [CATALOG, "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>", PAGE, stream(DRAWN), FONT]))  # fmt: skip
given("parent-circle.pdf", "pages that are each other's parents", EITHER, written(
    [CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", PAGE.replace("2 0 R /M", "3 0 R /M"), stream(DRAWN), FONT]))  # fmt: skip
given(
    "count.pdf",
    "says that it has two billion pages",
    EITHER,
    written([CATALOG, PAGES.replace("/Count 1", "/Count 2147483647"), PAGE, stream(DRAWN), FONT]),
)
given(
    "pages.pdf",
    "3,000 pages",
    "3,000 pages|longer",
    lambda _: pdf(pages=1, change=lambda d: [d.pages.append(d.pages[0]) for _ in range(2_999)]),
)
given("xref-circle.pdf", "a table that names itself as the one before", EITHER, lambda _: (lambda made: made.replace(
    b"/Root 1 0 R ", b"/Root 1 0 R /Prev %010d" % made.rindex(b"xref\n0")))(written([CATALOG, PAGES, PAGE, stream(DRAWN), FONT])))  # fmt: skip
given(
    "xref-nowhere.pdf",
    "a table far beyond the end",
    EITHER,
    written([CATALOG, PAGES, PAGE, stream(DRAWN), FONT], end=2**62),
)
given(
    "size.pdf",
    "a table of 2^31 objects",
    EITHER,
    written([CATALOG, PAGES, PAGE, stream(DRAWN), FONT], trailer="/Size 2147483647 /XRefStm 9"),
)
given("self-length.pdf", "a stream whose length is itself", EITHER, written(
    [CATALOG, PAGES, PAGE, b"<< /Length 4 0 R >>\nstream\n" + DRAWN + b"\nendstream", FONT]))  # fmt: skip
given("negative-length.pdf", "a stream of minus a thousand bytes", EITHER, written(
    [CATALOG, PAGES, PAGE, b"<< /Length -1000 >>\nstream\n" + DRAWN + b"\nendstream", FONT]))  # fmt: skip
given(
    "reference-circle.pdf",
    "objects that are each other",
    EITHER,
    written([CATALOG, PAGES, PAGE, "5 0 R", "4 0 R"]),
)
given(
    "nested-arrays.pdf",
    "100,000 arrays inside each other",
    EITHER,
    written([CATALOG, PAGES, PAGE.replace("4 0 R", "[" * 100_000), stream(DRAWN), FONT]),
)
given("nested-dictionaries.pdf", "50,000 dictionaries inside each other", EITHER, written(
    [CATALOG, PAGES, PAGE, stream(b"/X " + b"<</A " * 50_000 + b" BDC " + DRAWN), FONT]))  # fmt: skip
given("flate-bomb.pdf", "150 MB of blanks on a page", EITHER, lambda _: written(
    [CATALOG, PAGES, PAGE, stream(_twice(150 << 20), "/Filter [/FlateDecode /FlateDecode]"), FONT]))  # fmt: skip
given("filters.pdf", "a stream behind a thousand filters", EITHER, written(
    [CATALOG, PAGES, PAGE, stream(DRAWN, "/Filter [" + "/ASCIIHexDecode " * 1_000 + "]"), FONT]))  # fmt: skip
given(
    "operators.pdf",
    "two million operators",
    EITHER,
    lambda _: pdf(content=b"q Q " * 1_000_000 + DRAWN),
)
given(
    "saves.pdf",
    "a million saved states never restored",
    EITHER,
    lambda _: pdf(content=b"q " * 1_000_000 + DRAWN),
)
given(
    "same-place.pdf",
    "20,000 letters in one place",
    EITHER,
    lambda _: pdf(content=b"BT /F 9 Tf 50 700 Td " + b"(port) Tj 0 0 Td " * 20_000 + b"ET"),
)
given(
    "far.pdf",
    "letters at places no page has",
    EITHER,
    lambda _: pdf(
        content=b"BT /F 1e38 Tf 1e38 -1e38 Td (The port) Tj ET BT /F 0 Tf -1e9 NaN Td (x) Tj ET "
        + DRAWN
    ),
)
given(
    "box.pdf",
    "a page larger than the world",
    EITHER,
    lambda _: pdf(
        lambda d: d.pages[0].__setitem__("/MediaBox", Array([-(2**31), -(2**31), 2**31, 2**31]))
    ),
)
given(
    "no-box.pdf",
    "a page of no size",
    EITHER,
    lambda _: pdf(lambda d: d.pages[0].__setitem__("/MediaBox", Array([0, 0, 0, 0]))),
)
given("form-circle.pdf", "a form that draws itself", EITHER, written([CATALOG, PAGES, PAGE.replace("/Font", "/XObject << /X 6 0 R >> /Font"), stream(b"/X Do " + DRAWN), FONT,
    stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 6 0 R >> >>")]))  # fmt: skip
given("type3.pdf", "a font whose letters draw themselves", EITHER, written([CATALOG, PAGES, PAGE, stream(DRAWN),
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 32 /LastChar 33 /Widths [9 9] /Encoding << /Differences [32 /a] >> "
    "/CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>", stream(b"BT /F 9 Tf (  ) Tj ET")]))  # fmt: skip
given("cmap.pdf", "a letter that stands for a million", EITHER, lambda _: pdf(lambda d: d.pages[0].Resources.Font.F.__setitem__("/ToUnicode", d.make_stream(
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <54> <"
    + b"0041" * 500_000 + b"> endbfchar 1 beginbfrange <00> <ffffffff> <0000> endbfrange endcmap"))))  # fmt: skip
given(
    "script.pdf",
    "a script that runs on opening",
    ARTICLE,
    lambda a: pdf(action(a, S=Name.JavaScript, JS=String(f'app.launchURL("{a.server}")'))),
    holds="Varna",
    never=("launchURL",),
)
given(
    "launch.pdf",
    "starts a program",
    ARTICLE,
    lambda a: pdf(action(a, S=Name.Launch, F=String("/bin/sh"))),
    holds="Varna",
)
given(
    "address.pdf",
    "goes to a server on opening",
    ARTICLE,
    lambda a: pdf(action(a, S=Name.URI, URI=String(a.server))),
    holds="Varna",
)
given(
    "form-sent.pdf",
    "sends a form to a server on opening",
    ARTICLE,
    lambda a: pdf(action(a, S=Name.SubmitForm, F=String(a.server))),
    holds="Varna",
)
given(
    "other-file.pdf",
    "goes on to the secret file",
    ARTICLE,
    lambda a: pdf(action(a, S=Name.GoToR, F=String(str(a.secret)), D=Array([0, Name.Fit]))),
    holds="Varna",
)
given("outside-stream.pdf", "a page whose content is the secret file", EITHER, lambda a: written(
    [CATALOG, PAGES, PAGE, stream(b"", f"/F ({a.secret}) /FFilter /Fl"), FONT]))  # fmt: skip
given(
    "embedded.pdf",
    "files inside",
    ARTICLE,
    lambda _: pdf(lambda d: d.attachments.__setitem__("evil.exe", b"MZ" * 9_000)),
    holds="Varna",
)
given(
    "locked.pdf",
    "asks for a password",
    "password",
    lambda _: pdf(encryption=pikepdf.Encryption(user="a", owner="b")),
)
given(
    "owner-lock.pdf",
    "may not be copied, but be read",
    ARTICLE,
    lambda _: pdf(encryption=pikepdf.Encryption(user="", owner="b")),
    holds="Varna",
)
given("bad-lock.pdf", "a lock with a broken key", "damaged|password", lambda _: written(
    [CATALOG, PAGES, PAGE, stream(DRAWN), FONT, "<< /Filter /Standard /V 5 /R 6 /O () /U () /P -1 >>"], trailer="/Encrypt 6 0 R /ID [()()]"))  # fmt: skip
given("cut.pdf", "cut off in the middle", EITHER, lambda _: pdf()[:500])
given(
    "late.pdf", "begins after 900 bytes of rubbish", EITHER, lambda _: b"\x00rubbish " * 100 + pdf()
)
given(
    "two-formats.pdf",
    "a PDF that is a page and a zip file too",
    EITHER,
    lambda _: b"%PDF-1.7\n<html><script>alert(1)</script>" + pdf() + b"PK\x05\x06" + bytes(18),
)
given("metadata.pdf", "metadata with entities", ARTICLE, lambda a: written(
    [CATALOG.replace(">>", "/Metadata 6 0 R >>"), PAGES, PAGE, stream(DRAWN), FONT, stream(
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{a.secret.as_uri()}">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&e;</x:xmpmeta>'.encode(),
        "/Type /Metadata /Subtype /XML")]), holds="Varna")  # fmt: skip


def _twice(size):
    """That many blanks, packed twice so that the file is small."""
    packing, packed = zlib.compressobj(9), bytearray()
    for _ in range(size >> 20):
        packed += packing.compress(b" " * (1 << 20))
    return zlib.compress(bytes(packed + packing.flush()), 9)
