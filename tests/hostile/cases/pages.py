"""Web pages built to hang their readers, to fetch, or to run."""

from corpus import ARTICLE, EITHER, STORY, given

from cases.office_files import LAUGHS, entity

TEXT = "".join(f"<p>{text}</p>" for text in STORY * 3)


def page(body=TEXT, head="<title>Port of Varna reopens</title>", attributes=""):
    """A page."""
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def deep(tag, count, inner=TEXT):
    """Elements inside each other."""
    return page(f"<{tag}>" * count + inner + f"</{tag}>" * count)


for tag, count in (("div", 50_000), ("b", 20_000), ("x-y", 20_000), ("ul><li", 20_000), ("a", 20_000), ("object", 20_000),
                   ("table><tr><td", 5_000), ("svg", 20_000), ("p", 50_000), ("button", 20_000), ("main", 900), ("template", 20_000),
                   ("font", 50_000), ("sup", 50_000)):  # fmt: skip
    given(
        f"deep-{tag.split('>')[0]}.html",
        f"{count:,} <{tag}> inside each other",
        EITHER,
        deep(tag, count),
    )
given("unclosed-p.html", "8,000 paragraphs never closed", EITHER, page("<p>The port. " * 8_000))
given(
    "unclosed-b.html", "paragraphs with bold never closed", EITHER, page("<p><b>The port. " * 5_000)
)
given(
    "attributes.html",
    "300,000 attributes on one element",
    "newspaper",
    page("<p " + "a=1 " * 300_000 + f">{TEXT}"),
)
given(
    "attribute.html",
    "an attribute of 1 MB",
    ARTICLE,
    page(f'<p class="{"x " * 500_000}">{STORY[0]}</p>{TEXT}'),
)
given(
    "data.html",
    "a picture of 1 MB in its address",
    ARTICLE,
    page(f'<img src="data:image/png;base64,{"A" * 1_000_000}">{TEXT}'),
    holds="Varna",
)
given("elements.html", "20,000 small elements", EITHER, page("<i>a</i> " * 20_000))
given("blocks.html", "5,000 blocks of one word", EITHER, page("<div>word</div>" * 5_000))
given(
    "links.html",
    "4,000 links",
    EITHER,
    page('<li><a href="/x">Read more of this story</a></li>' * 4_000 + TEXT),
)
given("word.html", "a word of 3 MB", "characters|newspaper", page("<p>" + "x" * 3_000_000))
given("signs.html", "a million opening signs", EITHER, "<" * 1_000_000)
given("comments.html", "100,000 comments never closed", EITHER, page("<!--" * 100_000))
given("comment.html", "a comment never closed", EITHER, page("<!-- " + TEXT))
given(
    "cdata.html",
    "CDATA and processing instructions without end",
    EITHER,
    page("<![CDATA[" * 50_000 + "<?php " * 50_000 + TEXT),
)
given("tags.html", "a tag that never ends", EITHER, page('<p class="' + "a>" * 200_000))
given("script.html", "a script never closed", EITHER, page("<script>" + "<" * 200_000 + TEXT))
given(
    "entities.html",
    "200,000 odd numbers of letters",
    EITHER,
    page("<p>" + "&#xD800;&#0;&#x110000;&#xFFFF;&bogus;" * 40_000 + TEXT),
)
given(
    "laughs.xhtml",
    "entities that unfold",
    EITHER,
    f'<?xml version="1.0"?><!DOCTYPE html [{LAUGHS}]><html><body><p>&l9;</p>{TEXT}</body></html>',
)
given(
    "entity.xhtml",
    "an entity that is the secret",
    EITHER,
    lambda a: f'<?xml version="1.0"?>{entity(a)}<html><body><p>&e;</p>{TEXT}</body></html>',
)
given("xinclude.xhtml", "XInclude of the secret", ARTICLE, lambda a: page(
    f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{a.secret.as_uri()}" parse="text"/>{TEXT}'))  # fmt: skip
given("svg.svg", "a picture with a script and an entity", EITHER, lambda a: (
    f'<?xml version="1.0"?>{entity(a)}<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>&e; The port</text>'
    f'<image href="{a.server}/i"/></svg>'))  # fmt: skip
given("fetching.html", "twelve ways to make a reader fetch", ARTICLE, lambda a: page(
    f'<iframe src="{a.server}/1"></iframe><img src="{a.server}/2" srcset="{a.server}/3 2x"><object data="{a.secret.as_uri()}"></object>'
    f'<embed src="{a.server}/4"><video src="{a.server}/5"></video><script src="{a.server}/6"></script><style>@import "{a.server}/7";</style>'
    f'<form action="{a.server}/8"><input type=image src="{a.server}/9"></form><img src="{a.secret.as_uri()}">{TEXT}',
    f'<title>Port</title><base href="{a.server}/"><meta http-equiv=refresh content="0;url={a.server}/10"><link rel=stylesheet '
    f'href="{a.server}/11"><link rel=preload href="{a.server}/12"><link rel="amphtml" href="{a.server}/13">'), holds="Varna")  # fmt: skip
given("scripts.html", "scripts in every corner", ARTICLE, page(
    f'<img src=x onerror="alert(1)"><a href="javascript:alert(1)">x</a><svg onload=alert(1)></svg><script>alert(1)</script>{TEXT}'),
    never=("alert(1)",))  # fmt: skip
given("addresses.html", "a page that says it lies in a script or a file", ARTICLE, lambda a: page(head=(
    f'<title>Port</title><link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="{a.secret.as_uri()}">'
    '<meta name="twitter:url" content="javascript:alert(2)">')), never=("javascript:", "file://"))  # fmt: skip
given(
    "nul.html",
    "zero bytes in tags and words",
    ARTICLE,
    page().replace("port", "po\x00rt").replace("<p>", "<\x00p>"),
    never=("\x00",),
)
given("utf7.html", "a script in UTF-7", ARTICLE, page(f"+ADw-script+AD4-alert(1)+ADw-/script+AD4-{TEXT}", '<meta charset="utf-7"><title>Port</title>'),
      never=("<script>",))  # fmt: skip
given("wrong-mark.html", "the mark of UTF-16 on UTF-8", EITHER, b"\xff\xfe" + page().encode())
given(
    "wrong-mark-32.html",
    "the mark of UTF-32 on UTF-8",
    EITHER,
    b"\x00\x00\xfe\xff" + page().encode(),
)
given(
    "odd-length.html",
    "UTF-16 cut in the middle of a letter",
    ARTICLE,
    ("\ufeff" + page()).encode("utf-16-le")[:-1],
)
given(
    "refresh.html",
    "nothing but a way on to a server",
    "no words|No article",
    lambda a: f'<html><meta http-equiv=refresh content="0;url={a.server}"></html>',
)
given(
    "frameset.html",
    "a page of frames",
    "no words",
    lambda a: (
        f'<html><frameset><frame src="{a.server}"><frame src="{a.secret.as_uri()}"></frameset></html>'
    ),
)
given(
    "hidden.html",
    "text nobody sees, set against the reader",
    ARTICLE,
    page(f'<div style="display:none">{"buy now " * 50_000}</div>{TEXT}'),
)
given(
    "select.html",
    "a form with 8,000 choices",
    EITHER,
    page("<select>" + "<option>One more" * 8_000 + "</select>" + TEXT),
)
given(
    "times.html",
    "10,000 times and dates",
    ARTICLE,
    page('<time datetime="2026-03-02T99:99">2 March</time>' * 10_000 + TEXT),
)
given(
    "headings.html",
    "5,000 headlines",
    EITHER,
    page("<h1>Port of Varna reopens after strike</h1>" * 5_000 + TEXT),
)
