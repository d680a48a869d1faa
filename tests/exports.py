"""Small files of every format, made up for the tests: name to a function that writes one.

The articles in them are inventions; what is copied from life is how each database prints its labels.
"""

import plistlib
import zipfile
from email.message import EmailMessage

TITLE = "Port of Varna reopens after strike"
BODY = (
    "The port of Varna reopened on Monday after a strike of nine days. Ships had waited off the coast.",
    "“We won what we asked for,” said Elena Marinova, who leads the dockers' union.",
    "The ministry of transport said the agreement would cost 12 million euros a year.",
)
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>By Ana Petrova</p>"
    + "".join(f"<p>{text}</p>" for text in BODY)
    + "</body></html>"
)

# (document counter, byline, section, length, page, words, load date, date line, language)
LEXIS_LABELS = {
    "en": ("{n} of 40 DOCUMENTS", "BYLINE", "SECTION", "LENGTH", "Pg.", "words", "LOAD-DATE",
           "March 2, 2026 Monday", "ENGLISH"),
    "de": ("Dokument {n} von 40", "AUTOR", "RUBRIK", "LÄNGE", "S.", "Wörter", "LADEDATUM",
           "2. März 2026 Montag", "DEUTSCH; GERMAN"),
    "fr": ("Document {n} de 40", "AUTEUR", "RUBRIQUE", "LONGUEUR", "Pg.", "mots", "DATE-DE-CHARGEMENT",
           "2 mars 2026 lundi", "FRENCH; FRANÇAIS"),
}  # fmt: skip


def lexis_text(language="en", articles=2):
    """A LexisNexis text: centred heads, wrapped paragraphs."""
    count, byline, section, length, page, words, load, day, name = LEXIS_LABELS[language]
    parts = [
        f"{' ' * 30}{count.format(n=n)}\n\n\n{' ' * 34}Black Sea Courier\n\n{' ' * 28}{day}\n"
        f"{' ' * 34}Late Edition\n\n{TITLE},\nand not a day too soon ({n})\n\n{byline}: Ana Petrova\n\n"
        f"{section}: NEWS; {page} {n}4\n\n{length}: 40 {words}\n\n"
        "The port of Varna reopened on Monday after a\nstrike of nine days, and ships that had\nwaited "
        f"came in.\n\nGRAPHICS: a word that is no label.\n\n{load}: March 3, 2026\n\n"
        f"{'LANGUAGE' if language == 'en' else {'de': 'SPRACHE', 'fr': 'LANGUE'}[language]}: {name}\n\n"
        f"{' ' * 24}Copyright 2026 Courier Media\n{' ' * 30}All Rights Reserved\n\n"
        for n in range(1, articles + 1)
    ]
    return "".join(["Download Request: Selected Items: 1-2\n\n", *parts])


def lexis_page(*, broken=False):
    """A LexisNexis page of two articles; of a broken one, the second is."""
    error = "there is an error in this document" if broken else "Ships waited."
    return f"""<HTML><HEAD><STYLE><!--.c0 {{ text-align: center; }} .c5 {{ text-align: left; }}--></STYLE>
<!-- LXNComment 1 --><META DOCUMENTS="2"></HEAD><BODY>
<A NAME="DOC_ID_0_0"></A><DIV CLASS="c0"><P CLASS="c1">1 of 2 DOCUMENTS</P></DIV>
<DIV CLASS="c0"><P>Black Sea Courier</P></DIV><DIV CLASS="c0"><P>March 2, 2026, Monday</P></DIV>
<DIV CLASS="c5"><P>{TITLE};<BR>Talks go on</P></DIV>
<DIV CLASS="c5"><P><SPAN>BYLINE: </SPAN>By ANA PETROVA</P></DIV>
<DIV CLASS="c5"><P><SPAN>SECTION: </SPAN>Section B; Page 14, Column 2</P></DIV>
<DIV CLASS="c5"><P><SPAN>LENGTH: </SPAN>40 words</P></DIV>
<DIV CLASS="c5"><P>{BODY[0]}</P><P>{BODY[1]}</P></DIV>
<DIV CLASS="c5"><P><SPAN>LOAD-DATE: </SPAN>March 3, 2026</P></DIV>
<A NAME="DOC_ID_0_1"></A><DIV CLASS="c0"><P CLASS="c1">2 of 2 DOCUMENTS</P></DIV>
<DIV CLASS="c0"><P>Black Sea Courier</P></DIV><DIV CLASS="c0"><P>March 4, 2026, Wednesday</P></DIV>
<DIV CLASS="c5"><P>Second day</P></DIV><DIV CLASS="c5"><P><SPAN>LENGTH: </SPAN>2 words</P></DIV>
<DIV CLASS="c5"><P>{error}</P></DIV></BODY></HTML>"""


# (cover, section, page, length, byline, body, classification, load date, end, date)
NEXIS_LABELS = {
    "en": ("Documents", "Section", "Pg.", "Length: 40 words", "Byline", "Body", "Classification",
           "Load-Date", "End of Document", "March 2, 2026 Monday 9:20 AM GMT"),
    "de": ("Dokumente", "Rubrik", "S.", "Länge: 40 Wörter", "Autor", "Text", "Klassifizierung",
           "Ladedatum", "Ende des Dokuments", "2. März 2026 Montag"),
    "es": ("Documentos", "Sección", "Pág.", "Longitud: 40 palabras", "Autor", "Cuerpo",
           "Clasificación", "Fecha de carga", "Fin del documento", "2 de marzo de 2026 lunes"),
    "nl": ("Documenten", "Sectie", "blz.", "Lengte: 40 woorden", "Auteur", "Tekst", "Classificatie",
           "Laaddatum", "Einde van document", "2 maart 2026 maandag"),
}  # fmt: skip


def nexis_lines(language="en"):
    """The lines of a Nexis export of two articles; bookmarks stand in front of some."""
    cover, section, page, length, byline, body, classes, load, end, day = NEXIS_LABELS[language]
    lines = [f"{cover} (2)", f"1. {TITLE}", "Client/Matter: -None-", "2. Second day", ""]
    for n, title in ((1, TITLE), (2, "Second day")):
        lines += [
            f"@Bookmark_{n}", title, "Black Sea Courier(Varna)", day, "Late Edition", "",
            "Copyright 2026 Courier Media All Rights Reserved", f"{section}:\u00a0NEWS; {page} {n}4",
            length.replace(": ", ":\u00a0"), f"{byline}:\u00a0Ana Petrova and Ivan Kolev", body, "",
            BODY[0], f"{section}: so begins a line of the text.", BODY[1], "", classes, "",
            "Language: ENGLISH", f"{load}:\u00a0March 3, 2026", "", end,
        ]  # fmt: skip
    return lines


def nexis_word(path, language="en"):
    """A Nexis Word file."""
    paragraphs = []
    for line in nexis_lines(language):
        inner = f"<w:r><w:t>{line}</w:t></w:r>"
        if line.startswith("@"):
            inner = f'<w:bookmarkStart w:id="1" w:name="{line[1:]}"/>'
        paragraphs.append(f"<w:p>{inner}</w:p>")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        body = "".join(paragraphs)
        packed.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )


def rtf_letters(text):
    """The text as RTF writes it: other letters by their numbers, each with a fallback."""
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)


def rtf(lines, head=r"\ansicpg1252"):
    """RTF of those lines; "@name" is a bookmark."""
    pieces = []
    for line in lines:
        if line.startswith("@"):
            pieces.append(r"{\*\bkmkstart " + line[1:] + r"}{\*\bkmkend " + line[1:] + "}")
        else:
            pieces.append(rtf_letters(line) + r"\par")
    return "{\\rtf1\\ansi" + head + "\n" + "\n".join(pieces) + "}"


def factiva_rtf():
    """A Factiva RTF of two articles in tables."""
    rows = []
    for n in (1, 2):
        values = [
            ("SE", "News"), ("HD", f"{TITLE} ({n})"), ("BY", "Ana Petrova"), ("WC", "40 words"),
            ("PD", "2 March 2026"), ("SN", "Black Sea Courier"), ("PG", f"{n}4"), ("LA", "English"),
            ("LP", BODY[0]), ("TD", BODY[1]), ("AN", f"Document BSC{n}"),
        ]  # fmt: skip
        rows += [
            rf"\trowd\intbl {{\b {code}}}\cell {rtf_letters(value)}\cell\row"
            for code, value in values
        ]
    return "{\\rtf1\\ansi\n" + "\n".join(rows) + "\\pard Page 1 of 1\\par}"


def factiva_page(shape="full"):
    """A Factiva page of two articles, one of them without text if the shape is "broken"."""
    full = "".join(
        f'<tr><td class="index"><b>{code}</b> </td><td>{value}</td></tr>'
        for code, value in (
            ("SE", "Nachrichten"), ("HD", f"<b>{TITLE}</b>"), ("BY", "Von Ana Petrova"),
            ("PD", "2. März 2026"), ("ET", "15:32"), ("SN", "Schwarzmeer-Kurier"), ("PG", "14"),
            ("LA", "Deutsch"), ("LP", f"<p>{BODY[0]}</p>"), ("TD", f"<p>{BODY[1]}</p>"),
            ("NS", "gcat : Political"), ("AN", "Document X1"),
        )
    )  # fmt: skip
    text = (
        "" if shape == "broken" else f'<p class="articleParagraph enarticleParagraph">{BODY[2]}</p>'
    )
    plain = f"""<div>Économie</div><div id="hd"><b>Deuxième jour</b></div><div class="author">Ana Petrova</div>
<div>40 mots</div><div>4 mars 2026</div><div>09:15</div><div>Courrier</div><div>COUR</div><div>A12</div>
<div>31</div><div>Français</div><div>© 2026 Courrier</div>{text}<p>Courrier SA</p><p>Document Y2</p>"""
    style = "<style>" + "a{margin:0}" * 2_000 + "</style>"
    return f"""<!DOCTYPE html><html><head><title>Factiva</title>{style}</head><body>
<div class="article deArticle"><table>{full}</table></div><div class="article frArticle">{plain}</div></body></html>"""


def factiva_xml():
    """Factiva's XML of two articles, the second without a body."""
    return f"""<?xml version="1.0"?><R xmlns="urn:pps:9"><ppsarticleResultSet count="2"><article>
<accessionNo>A1</accessionNo><baseLanguage>EN</baseLanguage><headline><paragraph><hlt>Port</hlt> reopens</paragraph></headline>
<byline>Ana Petrova</byline><leadParagraph><paragraph>{BODY[0]}</paragraph></leadParagraph><pages><page>14</page></pages>
<publicationDate><dateTime>2026-03-02T01:35:58Z</dateTime></publicationDate><sourceName>Black Sea Courier</sourceName>
<tailParagraphs><paragraph>{BODY[1]}</paragraph></tailParagraphs></article>
<article><accessionNo>A2</accessionNo><headline><paragraph>Only a headline</paragraph></headline></article>
</ppsarticleResultSet></R>"""


def europresse_page():
    """Europresse: a newer and an older article."""
    return f"""<html><body><article><span class="DocPublicationName">Le Courrier, no. 20123</span>
<span class="DocHeader">Économie, lundi 2 mars 2026, 512 mots, p. 14</span><p class="titreArticleVisu">{TITLE}</p>
<p class="sm-margin-bottomNews">Ana Petrova</p><div class="docOcurrContainer"><p>{BODY[0]}</p><p>{BODY[1]}</p>
<p>© 2026 Courrier. Tous droits réservés.</p><p>Numéro de document : news·20260302·LC·1</p></div></article>
<table><tr><td><span class="DocPublicationName">Le Mag</span><br><span class="DocHeader">Éditorial, </span>
<span class="DocHeader">mardi </span><span class="DocHeader">3 mars 2026</span><span class="DocHeader">, p. 03</span><br><br>
<span class="TitreArticleVisu">Deuxième <span>jour</span></span><br><br>Ivan Kolev<br><p></p>{BODY[2]}<p></p>
<b><i>© 2026 Mag. Tous droits réservés.</i></b><p></p>Numéro de document : news·20260303·LM·2<br></td></tr></table></body></html>"""


# (title, author, publication title, publication date, page, section, full text, subject, language)
PROQUEST_LABELS = {
    "en": ("Title", "Author", "Publication title", "Publication date", "Pages", "Section", "Full text",
           "Subject", "Language of publication", "Mar 2, 2026"),
    "de": ("Titel", "Autor", "Publikationstitel", "Publikationsdatum", "Seiten", "Rubrik", "Volltext",
           "Thema", "Publikationssprache", "2. März 2026"),
    "fr": ("Titre", "Auteur", "Titre de la publication", "Date de publication", "Pages", "Section",
           "Texte intégral", "Sujet", "Langue de publication", "2 mars 2026"),
    "es": ("Título", "Autor", "Título de publicación", "Fecha de publicación", "Páginas", "Sección",
           "Texto completo", "Materia", "Idioma de la publicación", "2 mar 2026"),
}  # fmt: skip


def proquest_text(language="en"):
    """A ProQuest text of two records; the text has lines that look like keys."""
    title, author, paper, day, page, section, text, subject, tongue, date = PROQUEST_LABELS[
        language
    ]
    rule = "_" * 60
    parts = [rule]
    for n in (1, 2):
        parts += [
            f"Document {n} of 2", f"{TITLE} ({n})", f"https://proxy.example/login?url=https://db.example/{n}",
            f"{text}: {BODY[0]}\nLocation: the pier, at noon.\n{BODY[1]}\nCAPTION: Ships.", f"CREDIT: {'Eva Novak' if n == 2 else ';'}",
            f"{subject}: Ports; Strikes", "Location: Varna", f"{title}: {TITLE} ({n})",
            f"{paper}: {'Black Sea Cou rier' if n == 2 else 'Black Sea Courier'}, Late Edition; Varna",
            f"{page}: A.{n}4", f"{day}: {date}", f"{section}: News", f"{tongue}: English",
            f"Document URL: https://proxy.example/login?url=https://db.example/{n}",
            *([f"{author}: Petrova, Ana; Kolev, Ivan"] if n == 1 else []), rule,
        ]  # fmt: skip
    return "\n\n".join([*parts, "Contact us at: https://db.example", "Terms: none"])


def proquest_page():
    """A ProQuest page of two articles with badly nested texts."""
    found = [
        f'<div><a name="DocID_{n}"></a><p>{TITLE} ({n})</p><p><strong>Author:  </strong>Petrova, Ana</p>'
        f'<p><strong>Full text: </strong><text wordcount="9"><meta name="x"><title></title><p>{BODY[0]}</p>'
        f"<div><p>{BODY[1]}</p><a>Enlarge this image.</a></text></p>"
        "<p><strong>Publication title: </strong>Black Sea Courier; Varna</p><p><strong>Pages: </strong>A.14</p>"
        "<p><strong>Publication date: </strong>Mar 2, 2026</p><p><strong>Section: </strong>News</p>"
        f"<p><strong>Document URL: </strong>https: //db.example/{n}</p></div>"
        for n in (1, 2)
    ]
    return f"<html><body>{''.join(found)}</body></html>"


def agency_rtf():
    """An agency's collection: two found articles, parted by a rule."""
    lines = []
    for n in (1, 2):
        lines += [f'"Kurier.example" gefunden am {n}.03.2026 10:36 Uhr', "", f"{TITLE} ({n})", "", *BODY, "_" * 60]  # fmt: skip
    return rtf(lines)


def mail(*, attachments=True):
    """A mail with an article, another mail and a picture attached."""
    made = EmailMessage()
    made["From"] = "Jörg Müller <joerg@press.example>"
    made["To"] = "desk@press.example"
    made["Subject"] = "Fwd: Größere Häfen"
    made["Date"] = "Mon, 02 Mar 2026 09:02:03 +0200"
    made["Message-ID"] = "<1@press.example>"
    made.set_content("Dear all,\n\nhere is the article we talked about yesterday.\n\nJörg\n")
    if attachments:
        made.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="port.html")
        made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
        made.add_attachment(b"MZ\x90" * 9, maintype="application", subtype="x-a", filename="a.exe")
        inner = EmailMessage()
        inner["Subject"], inner["From"], inner["Date"] = "Inner", "x@y.example", made["Date"]
        inner.set_content("The inner mail says that the ministry agreed to the terms.")
        made.add_attachment(inner)
    return bytes(made)


def mhtml():
    """A page saved whole."""
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="B"\n\n--B\nContent-Type: text/html\n'
        f"Content-Location: https://courier.example/1\n\n{PAGE}\n--B\nContent-Type: image/png\n"
        "Content-Location: https://courier.example/pixel.png\n\nx\n--B--\n"
    )


def feed():
    """RSS: an entry with its text and one without."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Black Sea Courier</title><item>'
        f"<title>{TITLE}</title><link>https://courier.example/1</link><dc:creator>Ana Petrova</dc:creator>"
        "<pubDate>Mon, 02 Mar 2026 01:02:03 GMT</pubDate><c:encoded><![CDATA[<p>"
        f"{BODY[0]}</p><img src='https://courier.example/p.png'><p>{BODY[1]}</p>]]></c:encoded></item><item><title>Teaser"
        "</title><link>https://courier.example/2</link><description>Read on.</description></item></channel></rss>"
    )


def atom():
    """Atom: an entry in XHTML."""
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>A &amp;amp; B</title>'
        '<link href="https://courier.example/3"/><author><name>Ana Petrova</name></author>'
        '<published>2026-03-02T01:02:03Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<p>{BODY[0]}</p></div></content></entry></feed>"
    )


def epub(path):
    """A periodical with a title page and one article."""
    page = PAGE.replace("</body>", f"<p>{BODY[0]}</p></body>")
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The Weekly</dc:title><dc:date>2026-03-02</dc:date></metadata><manifest>"
        '<item id="t" href="title.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="t"/><itemref idref="a"/></spine></package>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        rootfile = '<rootfile full-path="in/book.opf"/>'
        packed.writestr("META-INF/container.xml", f"<container>{rootfile}</container>")
        packed.writestr("in/book.opf", book)
        packed.writestr("in/title.xhtml", "<html><body><h1>The Weekly</h1></body></html>")
        packed.writestr("in/a b.xhtml", page)


def odt(path):
    """An OpenDocument text with a note and a text box."""
    body = f"<t:h>{TITLE}</t:h><t:p>By Ana Petrova</t:p><t:p>{BODY[0]}<t:note><t:p>A note.</t:p></t:note></t:p>"
    body += f"<t:p>{BODY[1]}<t:s t:c='3'/>So it is.<t:line-break/>New line.</t:p>"
    content = f'<o:c xmlns:o="urn:o" xmlns:t="urn:t"><o:body><o:text>{body}</o:text></o:body></o:c>'
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)


def zip_of(path):
    """Two articles in folders, a picture, a link, a mail and furniture of macOS."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a/port.html", PAGE)
        packed.writestr("b/port.txt", "\n\n".join(("Second day", *BODY)))
        packed.writestr("pixel.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99)
        packed.writestr("link.url", "[InternetShortcut]\r\nURL=https://courier.example/1\r\n")
        packed.writestr("__MACOSX/._port.html", b"x")


def webloc():
    """A link of macOS."""
    return plistlib.dumps({"URL": "https://courier.example/1"})


def ole(stream="__properties_version1.0"):
    """A file in Office's old container, as far as its directory tells what it is."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(504)
        + stream.encode("utf-16-le").ljust(512, b"\x00")
    )


def word(path):
    """A plain Word file."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, level=1)
    for text in BODY:
        document.add_paragraph(text)
    document.save(path)


def pdf(path, lines=None, places=None, pages=1):
    """A PDF whose lines stand where `places` say: (x, y, size) for each."""
    from reportlab.pdfgen import canvas

    made = canvas.Canvas(str(path))
    lines = lines or [TITLE, *BODY]
    places = places or [(60, 780, 18), *((60, 740 - 30 * n, 9) for n in range(len(lines) - 1))]
    for _ in range(pages):
        for line, (x, y, size) in zip(lines, places, strict=True):
            made.setFont("Times-Roman", size)
            made.drawString(x, y, line)
        made.showPage()
    made.save()


def nexis_pdf(path):
    """A Nexis PDF: the cover on a page of its own."""
    from reportlab.pdfgen import canvas

    made = canvas.Canvas(str(path))
    for page in (
        "\f".join(nexis_lines())
        .replace("@Bookmark_1", "\v")
        .replace("@Bookmark_2", "\v")
        .split("\v")
    ):
        y = 800
        for line in page.split("\f"):
            made.drawString(50, y, line.replace("\u00a0", " ")[:110])
            y -= 20
        made.showPage()
    made.save()


def _text(make, suffix):
    def write(folder):
        content = make()
        path = folder / f"sample{suffix}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def _file(make, suffix):
    def write(folder):
        path = folder / f"sample{suffix}"
        make(path)
        return path

    return write


def issue(path):
    """An issue of one article."""
    from briefer.exporters.issue_file import issue_bytes
    from briefer.model.article import Source, article_from_paragraphs
    from briefer.model.briefing import IssueDetails
    from briefer.model.issue import Issue, IssueArticle

    evidence = {"title": "the headline"}
    article = article_from_paragraphs(BODY, Source(title=TITLE, evidence=evidence), language="en")
    made = Issue(IssueDetails(title="Harbour", uid="a1"))
    path.write_bytes(issue_bytes(made, [IssueArticle(article, None)]))


# Importer's name to (writer, articles in the file).
SAMPLES = {
    "plain-text": (_text(lambda: "\n\n".join((TITLE, *BODY)), ".txt"), 1),
    "html": (_text(lambda: PAGE, ".html"), 1),
    "pdf": (_file(pdf, ".pdf"), 1),
    "docx": (_file(word, ".docx"), 1),
    "rtf": (_text(lambda: rtf([TITLE, *BODY]), ".rtf"), 1),
    "odt": (_file(odt, ".odt"), 1),
    "mhtml": (_text(mhtml, ".mhtml"), 1),
    "epub": (_file(epub, ".epub"), 1),
    "feed": (_text(feed, ".rss"), 1),
    "mail": (_text(mail, ".eml"), 3),
    "zip": (_file(zip_of, ".zip"), 2),
    "briefer": (_file(issue, ".briefer"), 1),
    "link": (_text(webloc, ".webloc"), 0),
    "ole": (_text(ole, ".msg"), 0),
    "lexisnexis-txt": (_text(lexis_text, ".txt"), 2),
    "lexisnexis-html": (_text(lexis_page, ".html"), 2),
    "nexis-docx": (_file(nexis_word, ".docx"), 2),
    "nexis-rtf": (_text(lambda: rtf(nexis_lines()), ".rtf"), 2),
    "nexis-pdf": (_file(nexis_pdf, ".pdf"), 2),
    "factiva-html": (_text(factiva_page, ".html"), 2),
    "factiva-xml": (_text(factiva_xml, ".xml"), 1),
    "factiva-rtf": (_text(factiva_rtf, ".rtf"), 2),
    "europresse-html": (_text(europresse_page, ".html"), 2),
    "proquest-txt": (_text(proquest_text, ".txt"), 2),
    "proquest-html": (_text(proquest_page, ".html"), 2),
    "agency-rtf": (_text(agency_rtf, ".rtf"), 2),
}
