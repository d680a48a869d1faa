"""Each article of an export is found, with each of its fields, in the labels of every language."""

import exports
import pytest
from exports import BODY, TITLE

from briefer.engines import reader
from briefer.importers.newsdb.cuts import authors_in, day, inverted_authors, outlet_named
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fields(article):
    source = article.source
    return (
        source.title, source.authors, source.published, source.outlet, source.section, source.page,
    )  # fmt: skip


def paragraphs(article):
    return tuple(paragraph.span.of(article.text) for paragraph in article.paragraphs)


@pytest.mark.parametrize("language", exports.LEXIS_LABELS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_lexisnexis_text(tmp_path, language, encoding):
    path = write(tmp_path, "a.txt", exports.lexis_text(language).encode(encoding))

    first, second = reader().read(path)

    assert fields(first) == (
        f"{TITLE}, and not a day too soon (1)", ("Ana Petrova",), "2026-03-02", "Black Sea Courier",
        "NEWS", "14",
    )  # fmt: skip
    assert fields(second)[5] == "24"
    assert paragraphs(first) == (
        "The port of Varna reopened on Monday after a strike of nine days, and ships that had waited came in.",
        "GRAPHICS: a word that is no label.",
    )
    assert first.language == language


def test_lexisnexis_page(tmp_path):
    path = write(tmp_path, "a.html", exports.lexis_page())

    first, second = reader().read(path)

    assert fields(first) == (
        f"{TITLE}; Talks go on", ("ANA PETROVA",), "2026-03-02", "Black Sea Courier",
        "Section B; Column 2", "14",
    )  # fmt: skip
    assert paragraphs(first) == BODY[:2]
    assert fields(second)[:3] == ("Second day", (), "2026-03-04")


def test_an_article_the_database_calls_broken_is_listed_with_its_place(tmp_path):
    path = write(tmp_path, "a.html", exports.lexis_page(broken=True))

    first, missed = reader().each(path)

    assert isinstance(first, Article)
    assert isinstance(missed, UnreadablePart)
    assert missed.name == f"{path}, article 2 (“Second day”)"
    assert "error in this document" in missed.what
    assert missed.hint


def check_nexis(found, body=BODY):
    first, second = found
    assert fields(first) == (
        TITLE, ("Ana Petrova", "Ivan Kolev"), "2026-03-02", "Black Sea Courier (Varna)", "NEWS", "14",
    )  # fmt: skip
    assert fields(second)[0] == "Second day"
    assert fields(second)[5] == "24"
    assert paragraphs(first)[0] == body[0]
    assert paragraphs(first)[1].endswith("so begins a line of the text.")
    assert len(first.paragraphs) == 3
    assert first.language == "en"


@pytest.mark.parametrize("language", exports.NEXIS_LABELS)
def test_nexis_word(tmp_path, language):
    path = tmp_path / "a.docx"
    exports.nexis_word(path, language)

    check_nexis(reader().read(path))


@pytest.mark.parametrize("language", exports.NEXIS_LABELS)
@pytest.mark.parametrize("marks", [True, False], ids=["bookmarks", "no bookmarks"])
def test_nexis_rtf(tmp_path, language, marks):
    lines = [line for line in exports.nexis_lines(language) if marks or not line.startswith("@")]
    path = write(tmp_path, "a.rtf", exports.rtf(lines))

    check_nexis(reader().read(path))


def test_nexis_pdf(tmp_path):
    path = tmp_path / "a.pdf"
    exports.nexis_pdf(path)

    first, second = reader().read(path)

    assert fields(first)[:4] == (
        TITLE, ("Ana Petrova", "Ivan Kolev"), "2026-03-02", "Black Sea Courier (Varna)",
    )  # fmt: skip
    assert fields(second)[0] == "Second day"


def test_factiva_page_full_and_plain(tmp_path):
    path = write(tmp_path, "a.html", exports.factiva_page())

    full, plain = reader().read(path)

    assert fields(full) == (
        TITLE, ("Ana Petrova",), "2026-03-02", "Schwarzmeer-Kurier", "Nachrichten", "14",
    )  # fmt: skip
    assert paragraphs(full) == BODY[:2]
    assert full.language == "de"
    assert fields(plain) == (
        "Deuxième jour", ("Ana Petrova",), "2026-03-04", "Courrier", "Économie", "A12",
    )  # fmt: skip
    assert paragraphs(plain) == BODY[2:]
    assert plain.language == "fr"


def test_a_factiva_article_without_text_is_listed_and_the_other_read(tmp_path):
    path = write(tmp_path, "a.html", exports.factiva_page("broken"))

    found, missed = reader().each(path)

    assert found.source.title == TITLE
    assert missed.name.endswith("article 2 (“Deuxième jour”)")


def test_factiva_xml(tmp_path):
    path = write(tmp_path, "a.xml", exports.factiva_xml())

    found, missed = reader().each(path)

    assert fields(found) == (
        "Port reopens", ("Ana Petrova",), "2026-03-02T01:35:58+00:00", "Black Sea Courier", None, "14",
    )  # fmt: skip
    assert paragraphs(found) == BODY[:2]
    assert "Only a headline" in missed.name


def test_factiva_rtf(tmp_path):
    path = write(tmp_path, "a.rtf", exports.factiva_rtf())

    first, second = reader().read(path)

    assert fields(first) == (
        f"{TITLE} (1)", ("Ana Petrova",), "2026-03-02", "Black Sea Courier", "News", "14",
    )  # fmt: skip
    assert paragraphs(second) == BODY[:2]


def test_europresse_new_and_old(tmp_path):
    path = write(tmp_path, "a.html", exports.europresse_page())

    new, old = reader().read(path)

    assert fields(new) == (
        TITLE, ("Ana Petrova",), "2026-03-02", "Le Courrier", "Économie", "14",
    )  # fmt: skip
    assert paragraphs(new) == BODY[:2]
    assert fields(old) == (
        "Deuxième jour", ("Ivan Kolev",), "2026-03-03", "Le Mag", "Éditorial", "03",
    )  # fmt: skip
    assert paragraphs(old) == BODY[2:]


@pytest.mark.parametrize("language", exports.PROQUEST_LABELS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_proquest_text(tmp_path, language, encoding):
    path = write(tmp_path, "a.txt", exports.proquest_text(language).encode(encoding))

    first, second = reader().read(path)

    assert fields(first) == (
        f"{TITLE} (1)", ("Ana Petrova", "Ivan Kolev"), "2026-03-02", "Black Sea Courier", "News", "A.14",
    )  # fmt: skip
    assert first.source.url == "https://db.example/1"
    assert paragraphs(first) == (BODY[0], "Location: the pier, at noon.", BODY[1])
    # A word broken by the database is mended by how the other articles spell it.
    assert fields(second)[3] == "Black Sea Courier"
    assert fields(second)[1] == ("Eva Novak",)


@pytest.mark.parametrize("wrap", [False, True], ids=["page", "mail"])
def test_proquest_page_and_mail(tmp_path, wrap):
    content = exports.proquest_page()
    if wrap:
        from email.message import EmailMessage

        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["Date"] = "Your research", "x@db.example", "x"
        mail.set_content(content, subtype="html", cte="quoted-printable")
        content = bytes(mail)
    path = write(tmp_path, "a.eml" if wrap else "a.html", content)

    first, second = reader().read(path)

    assert fields(first) == (
        f"{TITLE} (1)", ("Ana Petrova",), "2026-03-02", "Black Sea Courier", "News", "A.14",
    )  # fmt: skip
    assert paragraphs(first) == BODY[:2]
    assert second.source.url == "https://db.example/2"


def test_agency_collection_says_what_it_does_not_know(tmp_path):
    path = write(tmp_path, "a.rtf", exports.agency_rtf())

    first, second = reader().read(path)

    assert fields(first) == (f"{TITLE} (1)", (), None, "Kurier.example", None, None)
    assert "gefunden am 1.03.2026" in first.warnings[0]
    assert paragraphs(second) == BODY


def test_agency_slugs_part_articles(tmp_path):
    lines = []
    for n in (1, 2):
        lines += [
            f"APA01{n}3 5 II 0380 Siehe APA0089             Mo, 02.Mär 2026", "", "Politik/Häfen/Wien", "",
            f"{TITLE} ({n})", "Utl: Utl. stands under it", "", *BODY, "(Schluss) abc/def",
            f"APA01{n}3 2026-03-02/10:36", "", "021036 Mär 26",
        ]  # fmt: skip
    path = write(tmp_path, "a.rtf", exports.rtf(lines))

    first, second = reader().read(path)

    assert fields(first)[:5] == (f"{TITLE} (1)", (), "2026-03-02", "APA", "Politik/Häfen/Wien")
    assert first.paragraphs[0].heading
    assert fields(second)[0] == f"{TITLE} (2)"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By ANA PETROVA", ("ANA PETROVA",)),
        ("Claudi Pérez", ("Claudi Pérez",)),
        ("Mattha Busby (now), Andrew Sparrow (earlier)", ("Mattha Busby", "Andrew Sparrow")),
        ("Daniel Boffey in Brussels", ("Daniel Boffey",)),
        ("Tom Hill, Defence Correspondent", ("Tom Hill",)),
        ("J. M. L.", ("J. M. L.",)),
        ("Letters", ("Letters",)),
        ("PABLO LÓPEZ / J. A. RUIZ", ("PABLO LÓPEZ", "J. A. RUIZ")),
        ("", ()),
    ],
)
def test_bylines(byline, names):
    assert authors_in(byline) == names


def test_names_given_family_first_are_turned():
    assert inverted_authors("Wines, Michael; The Press Agency; Petrova, Ana") == (
        "Michael Wines", "The Press Agency", "Ana Petrova",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("March 2, 2026 Monday 9:20 AM GMT", "2026-03-02"),
        ("1 2 March 2 0 2 6", "2026-03-12"),
        ("Ju n 24, 2024", "2024-06-24"),
        ("samedi 3 mars 2018", "2018-03-03"),
        ("Summer 2020", None),
    ],
)
def test_days_in_any_state(said, iso):
    assert day(said) == iso


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("The Guardian(London)", "The Guardian (London)"),
        ("New York Times, Late Edition (East Coast); New York, N.Y.", "New York Times"),
        ("Le Monde, no. 20123", "Le Monde"),
        ("Courier", "Courier"),
    ],
)
def test_outlets_without_their_editions(said, outlet):
    assert outlet_named(said) == outlet


@pytest.mark.parametrize("label", ["HEADLINE", "TITRE", "KOP"])
def test_lexisnexis_headline_under_a_label(tmp_path, label):
    text = exports.lexis_text().replace(
        f"{TITLE},\nand not a day too soon (1)\n\n", f"{label}: {TITLE},\nand not a day\n\n"
    )
    path = write(tmp_path, "a.txt", text)

    first, _ = reader().read(path)

    assert first.source.title == f"{TITLE}, and not a day"


def test_lexisnexis_without_a_headline_keeps_it_unknown(tmp_path):
    text = exports.lexis_text().replace(f"{TITLE},\nand not a day too soon (1)\n\n", "")
    path = write(tmp_path, "a.txt", text)

    first, _ = reader().read(path)

    assert first.source.title == ""
    assert first.source.authors == ("Ana Petrova",)


def test_an_export_cut_short_says_how_many_it_lacks(tmp_path):
    lines = exports.nexis_lines()
    path = write(tmp_path, "a.rtf", exports.rtf(lines[: lines.index("@Bookmark_2")]))

    found, missed = reader().each(path)

    assert found.source.title == TITLE
    assert "holds 2 articles, but 1 were found" in missed.what


def test_factiva_xml_cut_short_gives_what_is_whole(tmp_path):
    whole = exports.factiva_xml()
    path = write(tmp_path, "a.xml", whole[: whole.index("<accessionNo>A2") - 9])

    found, missed = reader().each(path)

    assert found.source.title == "Port reopens"
    assert "end of the file" in missed.name


@pytest.mark.parametrize("way", ["attached", "quoted"])
def test_a_forwarded_proquest_mail(tmp_path, way):
    from email.message import EmailMessage

    outer, inner = EmailMessage(), EmailMessage()
    for mail in (outer, inner):
        mail["Subject"], mail["From"], mail["Date"] = "Fwd: research", "a@db.example", "x"
    outer.set_content("See below.")
    if way == "attached":
        inner.set_content(exports.proquest_page(), subtype="html")
        outer.add_attachment(inner)
    else:
        quoted = exports.proquest_page().replace('name="DocID', 'name="m_-12DocID')
        outer.add_alternative(f"<blockquote>{quoted}</blockquote>", subtype="html", cte="base64")
    path = write(tmp_path, "a.eml", bytes(outer))

    assert [a.source.title for a in reader().read(path)] == [f"{TITLE} (1)", f"{TITLE} (2)"]


def test_a_page_in_the_code_page_it_names(tmp_path):
    page = exports.europresse_page().replace("<html>", '<html><meta charset="ISO-8859-1">')
    path = write(tmp_path, "a.html", page.replace("“", '"').replace("”", '"').encode("latin-1"))

    new, old = reader().read(path)

    assert (new.source.section, old.source.title) == ("Économie", "Deuxième jour")


def test_words_that_look_like_labels_do_not_end_a_text(tmp_path):
    lines = exports.nexis_lines()
    at = lines.index(BODY[1])
    lines[at:at] = ["Notes", "What stands under it belongs to the text."]
    lines[at + 2 : at + 2] = [f"Line {n} of a long text." for n in range(12)]
    word = write(tmp_path, "a.rtf", exports.rtf(lines))
    text = exports.lexis_text().replace("GRAPHICS: a", "NAME: Ana. AGE: 40.\n\nGRAPHICS: a")
    plain = write(tmp_path, "a.txt", text)

    assert "What stands under it belongs to the text." in reader().read(word)[0].text
    assert paragraphs(reader().read(plain)[0])[1:] == (
        "NAME: Ana. AGE: 40.", "GRAPHICS: a word that is no label.",
    )  # fmt: skip


def test_graphics_and_notes_under_a_text_are_left_out(tmp_path):
    lines = exports.nexis_lines()
    at = lines.index("Classification")
    lines[at:at] = ["Graphic", "Photo, ships at the pier."]
    path = write(tmp_path, "a.rtf", exports.rtf(lines))

    assert "Photo" not in reader().read(path)[0].text


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Business, Saturday, March 3, 2018, 512 words, p. A4", ("Business", "2018-03-03", "A4")),
        ("samedi 3 mars 2018 512 mots", (None, "2018-03-03", None)),
        ("Monde, International, lundi 5 mars 2018, p. 3-4", ("Monde, International", "2018-03-05", "3-4")),
    ],
)  # fmt: skip
def test_europresse_headers(tmp_path, header, wanted):
    page = exports.europresse_page().replace("Économie, lundi 2 mars 2026, 512 mots, p. 14", header)
    path = write(tmp_path, "a.html", page)

    source = reader().read(path)[0].source

    assert (source.section, source.published, source.page) == wanted


def test_a_proquest_record_without_fields_costs_itself_alone(tmp_path):
    page = exports.proquest_page().replace("<html><body>", '<html><body><a name="DocID_0"></a>')
    path = write(tmp_path, "a.html", page)

    missed, first, second = reader().each(path)

    assert missed.name.endswith("article 1")
    assert (first.source.title, second.source.title) == (f"{TITLE} (1)", f"{TITLE} (2)")


def test_a_single_article_from_nexis(tmp_path):
    import zipfile

    whole, path = tmp_path / "whole.docx", tmp_path / "a.docx"
    exports.nexis_word(whole)
    with zipfile.ZipFile(whole) as packed:
        main = packed.read("word/document.xml").decode()
    start = main.index("<w:p><w:bookmarkStart")
    single = (
        main[: main.index("<w:p>")] + main[start : main.index("<w:p><w:bookmarkStart", start + 9)]
    )
    single = single.replace("Bookmark_1", "Text").replace(
        "<w:t>Body</w:t>", '<w:t>Body</w:t></w:r><w:bookmarkStart w:id="2" w:name="Body"/><w:r>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f"{single}</w:body></w:document>")

    (article,) = reader().read(path)

    assert fields(article)[:3] == (TITLE, ("Ana Petrova", "Ivan Kolev"), "2026-03-02")


def test_europresse_headers_in_headers_and_subtitles(tmp_path):
    header = '<div class="rdp__DocHeader DocHeader"><span class="DocHeader">Monde, lundi 5 mars 2018</span></div>'
    page = exports.europresse_page()
    start, end = page.index('<span class="DocHeader">'), page.index('<p class="titreArticleVisu">')
    subtitle = '<p class="rdp__subtitle">What it means for trade</p>'
    path = write(tmp_path, "a.html", page[:start] + header + subtitle + page[end:])

    article = reader().read(path)[0]

    assert fields(article)[2:5] == ("2018-03-05", "Le Courrier", "Monde")
    assert paragraphs(article)[0] == "What it means for trade"
    assert article.paragraphs[0].heading


@pytest.mark.parametrize(
    ("said", "month"),
    [("March 2026", "2026-03"), ("März 2026", "2026-03"), ("octubre de 2025", "2025-10")],
)
def test_a_monthly_has_a_month_and_no_day_invented(tmp_path, said, month):
    text = exports.lexis_text(articles=1).replace("March 2, 2026 Monday", said)
    path = tmp_path / "monthly.txt"
    path.write_text(text, "utf-8")

    (article,) = reader().read(path)

    assert article.source.published == month
    assert article.source.outlet == "Black Sea Courier"
