"""DOCX, ODT and EPUB: XML that unfolds or reaches out, outside templates and links, macros."""

from corpus import ARTICLE, EITHER, STORY, given

from cases.archives import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10))
PARAGRAPHS = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in STORY)


def word(xml, *others):
    """A Word file with that main part and other parts."""
    return zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", xml), *others])


def body(inner, head=""):
    """Word's main part around its paragraphs."""
    return f'<?xml version="1.0"?>{head}<w:document {W}><w:body>{inner}</w:body></w:document>'


def odt(inner, head="", *others):
    """An OpenDocument text with that text."""
    spaces = (
        'xmlns:o="urn:o" xmlns:t="urn:t" xmlns:x="http://www.w3.org/1999/xlink" xmlns:s="urn:s"'
    )
    xml = f"{head}<o:c {spaces}><o:body><o:text>{inner}</o:text></o:body></o:c>"
    return zipped(
        [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", xml), *others]
    )


def epub(chapters, spine=None, rootfile="in/book.opf"):
    """A book of (href, name in the zip, content); `spine` lists chapters by number."""
    items = "".join(
        f'<item id="i{n}" href="{href}" media-type="application/xhtml+xml"/>'
        for n, (href, _, _) in enumerate(chapters)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in spine or range(len(chapters)))
    book = f"<package><manifest>{items}</manifest><spine>{refs}</spine></package>"
    container = f'<container><rootfile full-path="{rootfile}"/></container>'
    parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("in/book.opf", book),
    ]
    return zipped([*parts, *((name, content) for _, name, content in chapters if name)])


def entity(around, kind="SYSTEM"):
    """A document type that wants the secret."""
    return f'<!DOCTYPE d [<!ENTITY e {kind} "{around.secret.as_uri()}">]>'


CHAPTER = f"<html><body><h1>Port</h1><p>{' '.join(STORY * 3)}</p></body></html>"
SPAN = "<w:r>", "</w:r>"

given(
    "bomb.docx",
    "60 MB in one part",
    "unpacks to far more",
    lambda _: word(b"<w>" + b"a" * (60 << 20)),
)
given("laughs.docx", "entities that unfold to gigabytes", "damaged",
      lambda _: word(body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", f"<!DOCTYPE d [{LAUGHS}]>")))  # fmt: skip
given("laughs-utf16.docx", "the same, in UTF-16 to hide the document type", "damaged|no words",
      lambda _: word(body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", f"<!DOCTYPE d [{LAUGHS}]>")
                     .replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")))  # fmt: skip
given("laughs-attribute.docx", "entities in an attribute, behind a long comment", EITHER,
      lambda _: word(body(f'<w:p w:x="&l9;"/>{PARAGRAPHS}', f"<!--{'-' * 0}{'x' * 70_000}--><!DOCTYPE d [{LAUGHS}]>")))  # fmt: skip
given("entity.docx", "an entity that is the secret file", "damaged",
      lambda a: word(body(f"{PARAGRAPHS}<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", entity(a))))  # fmt: skip
given("entity-utf16.docx", "the same in UTF-16", EITHER,
      lambda a: word(body(f"{PARAGRAPHS}<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", entity(a))
                     .replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")))  # fmt: skip
given("entity-late.docx", "the same behind a comment of 70,000 characters", EITHER,
      lambda a: word(body(f"{PARAGRAPHS}<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", f"<!--{'x' * 70_000}-->{entity(a)}")))  # fmt: skip
given("dtd.docx", "a document type on a server", EITHER,
      lambda a: word(body(PARAGRAPHS, f'<!DOCTYPE d SYSTEM "{a.server}/d.dtd">')))  # fmt: skip
given("xinclude.docx", "includes the secret by XInclude", ARTICLE, lambda a: word(body(
    f'{PARAGRAPHS}<w:p><w:r><w:t><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{a.secret.as_uri()}"'
    ' parse="text"/></w:t></w:r></w:p>')), holds="Varna")  # fmt: skip
given("template.docx", "a template, a picture and a chunk on a server", ARTICLE, lambda a: word(
    body(f'{PARAGRAPHS}<w:altChunk r:id="r2" xmlns:r="urn:r"/>'),
    ("word/_rels/document.xml.rels", f'<Relationships><Relationship Id="r1" Type="attachedTemplate" Target="{a.server}'
     f'/t.dotm" TargetMode="External"/><Relationship Id="r2" Type="aFChunk" Target="{a.secret.as_uri()}" '
     'TargetMode="External"/></Relationships>')), holds="Varna")  # fmt: skip
given("fields.docx", "fields that include files and start programs", ARTICLE, lambda a: word(body(
    PARAGRAPHS + "".join(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText>'
    '</w:r></w:p>' for code in (f'INCLUDETEXT "{a.secret}"', "DDEAUTO c:\\\\windows\\\\cmd.exe",
    f'INCLUDEPICTURE "{a.server}/p.png"')))), holds="Varna", never=("DDEAUTO",))  # fmt: skip
given("macro.docx", "a Word file with macros", ARTICLE,
      lambda _: word(body(PARAGRAPHS), ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0AutoOpen Shell" * 99)))  # fmt: skip
given("deep.docx", "100,000 elements inside each other", "damaged|nested|unpacks",
      lambda _: word(body("<w:p>" + "<w:r>" * 100_000 + "x" + "</w:r>" * 100_000 + "</w:p>")))  # fmt: skip
given(
    "many-empty.docx",
    "two million empty paragraphs",
    EITHER,
    lambda _: word(body("<w:p/><w:p></w:p>" * 1_000_000 + PARAGRAPHS)),
)
given("many-runs.docx", "one paragraph of 400,000 runs", EITHER,
      lambda _: word(body("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 400_000 + "</w:p>")))  # fmt: skip
given("paragraphs-in-paragraphs.docx", "text boxes in text boxes", EITHER,
      lambda _: word(body(("<w:p><w:r>" * 120 + "<w:t>The port</w:t>" + "</w:r></w:p>" * 120) * 300)))  # fmt: skip
given(
    "controls.docx",
    "control characters no XML may hold",
    "damaged",
    lambda _: word(body(PARAGRAPHS).encode().replace(b"Varna", b"\x00\x01")),
)
given("two-parts.docx", "two main parts of one name", EITHER,
      lambda _: word(body(PARAGRAPHS), ("word/document.xmk", body("<w:p/>"))).replace(b".xmk", b".xml"))  # fmt: skip
given("protected.docx", "a Word file behind a password is another format", "password",
      b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 200)  # fmt: skip

TEXT = "".join(f"<t:p>{text}</t:p>" for text in STORY)
given("blanks.odt", "a line of 9,999,999,999 blanks, two thousand times", ARTICLE,
      lambda _: odt(TEXT + '<t:p>a<t:s t:c="9999999999"/>b</t:p>' * 2_000), holds="Varna")  # fmt: skip
given("odd-count.odt", "a count that is a digit to Python and no number", ARTICLE,
      lambda _: odt(f'{TEXT}<t:p>a<t:s t:c="²"/>b</t:p>'), holds="Varna")  # fmt: skip
given(
    "entity.odt",
    "an entity that is the secret file",
    "damaged",
    lambda a: odt(f"{TEXT}<t:p>&e;</t:p>", entity(a)),
)
given("public-entity.odt", "the same, with a public name and in lower case letters", EITHER,
      lambda a: odt(f"{TEXT}<t:p>&e;</t:p>", entity(a, 'PUBLIC "x"')))  # fmt: skip
given("links.odt", "a section of another file, a picture of a server", ARTICLE, lambda a: odt(
    f'{TEXT}<t:section><t:section-source x:href="{a.secret.as_uri()}"/></t:section><t:p><t:image x:href="{a.server}/p"'
    ' x:actuate="onLoad"/>End.</t:p>'), holds="Varna")  # fmt: skip
given("macro.odt", "macros that run on opening", ARTICLE, lambda _: odt(
    f'<s:event-listeners><s:event-listener x:href="vnd.sun.star.script:a.b.c"/></s:event-listeners>{TEXT}', "",
    ("Basic/Standard/a.xml", "<m>Sub Main: Shell(calc) : End Sub</m>")), holds="Varna", never=("Shell",))  # fmt: skip
given("deep.odt", "200 spans inside each other, 200 times", ARTICLE,
      lambda _: odt(TEXT + ("<t:p>" + "<t:span>" * 200 + "x y" + "</t:span>" * 200 + "</t:p>") * 200))  # fmt: skip

given("climbing.epub", "chapters outside the book", EITHER, lambda a: epub(
    [("../../../../../../.." + str(a.secret), "", ""), (a.secret.as_uri(), "", ""), (f"{a.server}/x", "", ""),
     ("a.xhtml", "in/a.xhtml", CHAPTER)]))  # fmt: skip
given(
    "outside.epub",
    "the book itself is a file outside",
    "damaged",
    lambda a: epub([], rootfile=f"../..{a.secret}"),
)
given(
    "same-chapter.epub",
    "one chapter 30,000 times",
    ARTICLE,
    lambda _: epub([("a.xhtml", "in/a.xhtml", CHAPTER)], spine=[0] * 30_000),
)
given("entity.epub", "a chapter with an entity that is the secret", EITHER,
      lambda a: epub([("a.xhtml", "in/a.xhtml", entity(a) + CHAPTER.replace("Port", "&e;"))]))  # fmt: skip
given(
    "bomb.epub",
    "a chapter of 60 MB",
    "unpacks|damaged",
    lambda _: epub([("a.xhtml", "in/a.xhtml", b"a" * (60 << 20))]),
)
given("svg.epub", "a chapter with scripts and pictures of a server", ARTICLE, lambda a: epub([(
    "a.xhtml", "in/a.xhtml", CHAPTER.replace("</h1>", f'</h1><svg><script>fetch("{a.server}")</script><image '
    f'href="{a.server}/i.png"/></svg>'))]), holds="Varna", never=("fetch(",))  # fmt: skip
