"""What pages say of themselves, written to mislead or to hang: JSON-LD, meta tags, bylines, dates."""

import json

from corpus import ARTICLE, EITHER, STORY, given

from cases.pages import TEXT, page


def described(text, also=""):
    """A page with a description of itself."""
    return page(head=f'<title>Port</title>{also}<script type="application/ld+json">{text}</script>')


def thing(**fields):
    """A page described as an article."""
    return described(json.dumps({"@type": "NewsArticle", **fields}))


given("ld-deep.html", "JSON 100,000 deep", ARTICLE, described("[" * 100_000), holds="Varna")
given(
    "ld-deep-closed.html",
    "JSON 900 deep, well formed",
    ARTICLE,
    described('{"@graph":[' * 900 + "]}" * 900),
    holds="Varna",
)
given(
    "ld-number.html",
    "a number of a million digits",
    ARTICLE,
    described('{"@type":"NewsArticle","datePublished":' + "9" * 900_000 + "}"),
    holds="Varna",
)
given(
    "ld-exponent.html",
    "1e999999 and NaN as dates",
    ARTICLE,
    described('{"@type":"NewsArticle","datePublished":1e999999,"dateModified":NaN}'),
    holds="Varna",
)
given("ld-cycle.html", "things that name each other by @id", ARTICLE, described(json.dumps({"@graph": [
    {"@id": "a", "@type": "NewsArticle", "author": {"@id": "b"}, "publisher": {"@id": "a"}}, {"@id": "b", "author": {"@id": "a"}}]})), holds="Varna")  # fmt: skip
given(
    "ld-graphs.html",
    "a graph in a graph in a graph",
    ARTICLE,
    described(json.dumps({"@graph": [{"@graph": [{"@graph": [{"@graph": 1}]}]}]})),
    holds="Varna",
)
for number, value in enumerate(
    (
        7,
        True,
        None,
        [[]],
        {},
        [{"name": ["x"]}],
        {"name": {"name": 1}},
        "",
        [None, 3, "x" * 100_000],
    )
):
    given(f"ld-types-{number}.html", f"a description whose fields are {type(value).__name__}", ARTICLE, thing(
        headline=value, author=value, datePublished=value, dateModified=value, publisher=value, articleSection=value,
        articleBody=value, mainEntityOfPage=value), holds="Varna")  # fmt: skip
given(
    "ld-kinds.html",
    "kinds that are no names",
    ARTICLE,
    described(
        json.dumps([{"@type": [["NewsArticle"], {}, 3, None]}, {"@type": {"a": 1}}, 4, None, "x"])
    ),
    holds="Varna",
)
given(
    "ld-authors.html",
    "20,000 authors",
    ARTICLE,
    thing(author=[{"name": f"Ana Petrova {n}"} for n in range(20_000)]),
)
given(
    "ld-body.html",
    "a text in the description that is not the page's",
    EITHER,
    thing(articleBody="Buy now. " * 100_000),
)
given(
    "ld-many.html",
    "2,000 descriptions",
    ARTICLE,
    page(
        head='<title>Port</title><script type="application/ld+json">{"@type":"NewsArticle"}</script>'
        * 2_000
    ),
)
given(
    "ld-entities.html",
    "a headline escaped a hundred times",
    ARTICLE,
    thing(headline="&" + "amp;" * 5_000 + "lt;script&gt;"),
)
given("ld-surrogates.html", "half letters and zero bytes in JSON", ARTICLE, described('{"@type":"NewsArticle","headline":"Port \\ud800\\u0000\\u202e of","author":"\\udfff"}'),
      never=("\\ud800", "\\udfff", "\u202e"))  # fmt: skip
given(
    "title-long.html",
    "a title of 1 MB",
    ARTICLE,
    page(head=f"<title>{'Port - ' * 150_000}</title>"),
)
given(
    "title-separators.html",
    "a title of separators and an outlet of nothing",
    ARTICLE,
    page(head=f'<title>{" | " * 50_000}</title><meta property="og:site_name" content="|">'),
)
given(
    "title-reversed.html",
    "a title that reads backwards",
    ARTICLE,
    page(head="<title>Port \u202egpj.exe\u2066 opens</title>"),
    never=("\u202e", "\u2066"),
)
given(
    "title-markup.html",
    "a title with markup",
    ARTICLE,
    page(head='<title>&lt;img src="file:///etc/hostname"&gt;&lt;script&gt;</title>'),
)
given(
    "metas.html",
    "30,000 meta tags",
    ARTICLE,
    page(head="<title>Port</title>" + '<meta name="author" content="Ana Petrova">' * 30_000),
    holds="Varna",
)
given(
    "meta-long.html",
    "an author of 1 MB",
    ARTICLE,
    page(head=f'<title>Port</title><meta name=author content="{"Ana Petrova, " * 80_000}">'),
    holds="Varna",
)
given(
    "meta-date.html",
    "a date of 1 MB",
    ARTICLE,
    page(head=f'<title>Port</title><meta name=date content="{"2026-03-0" * 100_000}">'),
    holds="Varna",
)
given(
    "classes.html",
    "5,000 marked bylines inside each other and beside",
    ARTICLE,
    page(
        '<div class="byline author">' * 100
        + "Ana"
        + "</div>" * 100
        + '<span class="author">By Ana Petrova</span>' * 5_000
        + TEXT
    ),
)
given(
    "itemprops.html",
    "5,000 authors marked inside each other",
    EITHER,
    page(
        '<span itemprop="author"><span itemprop="name">' * 450
        + "Ana"
        + "</span></span>" * 450
        + TEXT
    ),
)
given(
    "language.html", "a language nobody speaks", ARTICLE, page(attributes=f'lang="{"x" * 100_000}"')
)
for name, line in {
    "by": "By " + "A. " * 5_000, "by-and": "By " + "Ana and " * 3_000, "names": "By " + "Ana Petrova, " * 4_000, "dashes": "By Ana " + "- " * 9_000,
    "von": "Von " + "Jörg-" * 5_000, "dots": "By A" + "." * 20_000, "quotes": "By " + '"' * 20_000, "agency": "(" * 10_000 + "Reuters" + ")" * 10_000,
    "date": "1 " * 10_000 + "March", "months": "March " * 5_000, "ordinals": "1st of " * 5_000 + "2026", "clock": "10:" * 9_000, "slashes": "1/" * 9_000,
    "zones": "2026-03-02T10:00:00+" + "9" * 9_000, "numbers": "²³¹ March ²⁰²⁶ " * 500, "wide": "２０２６年１３月４５日 " * 500, "copyright": "© " * 9_000,
    "address": "https://" + "a." * 9_000 + "example", "at": "@" * 9_000, "bars": " | " * 9_000, "photo": "Photo: " * 5_000,
}.items():  # fmt: skip
    given(f"line-{name}.html", f"a line written against the rules for bylines and dates ({name})", ARTICLE,
          page(f'<h1>Port</h1><p class="byline">{line}</p><p>{line}</p><time>{line}</time>{TEXT}'))  # fmt: skip
    given(
        f"line-{name}.txt",
        f"the same in a plain text ({name})",
        ARTICLE,
        "\n\n".join(("Port of Varna reopens", line, *STORY, line)),
    )
