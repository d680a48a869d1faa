"""Exports of news databases: cuts without articles, heads without end, counts that lie."""

import exports
from corpus import ARTICLE, EITHER, STORY, given

from cases.office_files import LAUGHS, body, entity, word

TEXT = "\n\n".join(STORY)

given(
    "lexis-heads.txt",
    "100,000 heads of documents and no text",
    EITHER,
    "\n\n".join(f"{' ' * 30}{n} of 100000 DOCUMENTS" for n in range(100_000)),
)
given(
    "lexis-count.txt",
    "says that it holds a thousand million",
    ARTICLE,
    exports.lexis_text().replace("of 40", "of 1000000000"),
)
given(
    "lexis-labels.txt",
    "a label 50,000 times",
    EITHER,
    exports.lexis_text() + "\n\nBYLINE: Ana Petrova" * 50_000,
)
given("lexis-cut.txt", "cut off in a head", EITHER, exports.lexis_text()[:120])
given(
    "lexis-classes.html",
    "a page of 20,000 documents",
    EITHER,
    exports.lexis_page().replace(
        "</BODY>",
        '<A NAME="DOC_ID_0_9"></A><DIV CLASS="c0"><P>9 of 9 DOCUMENTS</P></DIV>' * 20_000
        + "</BODY>",
    ),
)
given("nexis-bookmarks.docx", "50,000 bookmarks", EITHER, lambda _: word(body(
    "<w:p><w:r><w:t>Documents (9)</w:t></w:r></w:p>" + '<w:p><w:bookmarkStart w:id="1" w:name="Bookmark_1"/></w:p>' * 50_000 + "<w:p><w:r><w:t>Body</w:t></w:r></w:p>")))  # fmt: skip
given(
    "nexis-ends.rtf",
    "20,000 ends of documents",
    EITHER,
    exports.rtf([*exports.nexis_lines(), *["End of Document"] * 20_000]),
)
given(
    "nexis-labels.rtf",
    "labels without texts",
    EITHER,
    exports.rtf(
        [
            "Documents (2)",
            "@Bookmark_1",
            *["Section:\u00a0NEWS", "Length:\u00a0words", "Body"] * 3_000,
            "End of Document",
        ]
    ),
)
given(
    "factiva-articles.html",
    "30,000 empty articles",
    EITHER,
    exports.factiva_page().replace(
        "</body>", '<div class="article enArticle"></div>' * 30_000 + "</body>"
    ),
)
given(
    "factiva-rows.html",
    "an article of 50,000 rows",
    EITHER,
    exports.factiva_page().replace(
        "<table>", "<table>" + "<tr><td><b>HD</b></td><td>x</td></tr>" * 50_000
    ),
)
given(
    "factiva-entity.xml",
    "an entity that is the secret",
    "damaged",
    lambda a: (
        exports.factiva_xml()
        .replace('<?xml version="1.0"?>', '<?xml version="1.0"?>' + entity(a))
        .replace("Ana", "&e;")
    ),
)
given(
    "factiva-laughs.xml",
    "entities that unfold",
    EITHER,
    exports.factiva_xml()
    .replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE R [{LAUGHS}]>')
    .replace("Ana", "&l9;"),
)
given(
    "factiva-count.xml",
    "counts that are no numbers",
    EITHER,
    exports.factiva_xml().replace('count="2"', 'count="²"'),
)
given(
    "factiva-cells.rtf",
    "4,000 codes without values",
    EITHER,
    "{\\rtf1\\ansi\n" + r"\trowd\intbl {\b HD}\cell \cell\row" * 4_000 + "}",
)
given(
    "europresse-empty.html",
    "1,500 articles without text",
    EITHER,
    "<html><body>"
    + '<article><span class="DocPublicationName">x</span><span class="DocHeader">y</span></article>'
    * 1_500,
)
given(
    "proquest-rules.txt",
    "30,000 rules",
    EITHER,
    exports.proquest_text() + ("_" * 60 + "\n\n") * 30_000,
)
given(
    "proquest-keys.txt",
    "a record of 2,000 keys",
    EITHER,
    exports.proquest_text().replace("Subject: ", "Subject: x\n\nSubject: " * 2_000, 1),
)
given(
    "proquest-nested.html",
    "texts inside texts",
    EITHER,
    exports.proquest_page().replace("<text ", "<text " + "><text " * 900),
)
given(
    "agency-rules.rtf",
    "12,000 rules",
    EITHER,
    exports.rtf([*["_" * 60, 'x" gefunden am 1.03.2026 10:36 Uhr'] * 6_000]),
)
given(
    "dates.txt",
    "dates no calendar has",
    EITHER,
    exports.lexis_text().replace("March 2, 2026 Monday", "February 31, 9999 Monday"),
)
