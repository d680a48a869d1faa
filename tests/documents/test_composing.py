from dataclasses import replace

import pytest
from newsroom import NOW, issue, newsroom

from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Briefing,
    IssueDetails,
    Item,
    QuoteItem,
    Section,
    SectionKind,
    TextItem,
)
from briefer.model.document import (
    Box,
    Bullets,
    Document,
    Figures,
    Heading,
    Look,
    Paragraph,
    SourceList,
    Table,
)
from briefer.model.plain import from_plain, to_plain
from briefer.model.summary import Summary
from briefer.model.text import Span
from briefer.services.composing import Material, compose


def briefing(*sections, **details):
    built = tuple(
        Section(
            number,
            kind,
            heading,
            tuple(Item(number * 10 + at, content) for at, content in enumerate(contents)),
        )
        for number, (kind, heading, contents) in enumerate(sections, 1)
    )
    return Briefing(1, IssueDetails(title="Note", **details), built)


def composed(material, *sections, **details):
    return compose(briefing(*sections, **details), material, now=NOW)


def of_kind(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def text_of(document):
    return "\n".join(
        block.text for block in document.blocks if isinstance(block, Paragraph | Heading)
    )


def test_every_extract_is_letter_for_letter_in_its_article_and_cites_it(material):
    document = issue(material)

    extracts = [p for p in of_kind(document, Paragraph) if p.look is Look.EXTRACT]
    texts = [" ".join(article.text.split()) for article in material.articles.values()]
    assert extracts
    for extract in extracts:
        assert any(extract.runs[0].text.split(". ")[0] in text for text in texts)
        assert extract.runs[-1].cites > 0


def test_sources_are_numbered_in_the_order_of_their_first_citation(material):
    ids = list(material.articles)

    document = composed(
        material,
        (SectionKind.DEVELOPMENTS, "News", [ArticleItem(ids[2]), ArticleItem(ids[0])]),
        (SectionKind.STATEMENTS, "Said", [QuoteItem(ids[0], material.quotes[ids[0]][0].span)]),
        (SectionKind.SOURCES, "Sources", []),
    )

    entries = of_kind(document, SourceList)[0].entries
    assert [entry.number for entry in entries] == [1, 2]
    assert "Κλείνει" in "".join(run.text for run in entries[0].runs)


def test_a_source_line_leaves_out_what_is_not_known():
    material = newsroom(("en",), authors=(), published=None, url=None)

    document = issue(material)

    entry = "".join(run.text for run in of_kind(document, SourceList)[0].entries[0].runs)
    assert entry.startswith("The Daily Quay, “Ferry line to close” (para")
    assert "None" not in entry


def test_a_full_source_line_names_outlet_headline_author_date_and_address(material):
    document = issue(newsroom(("en",)))

    entry = "".join(run.text for run in of_kind(document, SourceList)[0].entries[0].runs)
    assert entry.startswith(
        "The Daily Quay, “Ferry line to close”, Ada Reed, 10 Mar 2026 – quay.example/en/0"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example"]
)
def test_only_web_and_mail_addresses_become_links(url):
    document = issue(newsroom(("en",), url=url))

    links = {run.link for block in of_kind(document, Paragraph) for run in block.runs if run.link}
    assert all(link.startswith("#") for link in links)


def test_what_the_bottom_line_said_is_not_said_again_unless_it_is_pinned():
    material = newsroom(("en",))
    (article,) = material.articles
    sections = (
        (SectionKind.BOTTOM_LINE, "Bottom line", [ArticleItem(article, length=1)]),
        (SectionKind.TOP_STORIES, "Top", [ArticleItem(article)]),
    )

    document = composed(material, *sections)
    summary = material.summaries[article]
    pinned = replace(summary.sentences[0], pinned=True)
    kept = replace(material, summaries={article: Summary("auto", (pinned, *summary.sentences[1:]))})
    with_pin = composed(kept, *sections)

    first = "The ferry line between Harwich and Esbjerg will close in May."
    assert of_kind(document, Box)[0].blocks[0].text.startswith(first)
    assert first not in text_of(document)
    assert first in text_of(with_pin)


def test_fixed_sentences_stand_in_the_order_the_user_gave_them():
    material = newsroom(("en",))
    (article,) = material.articles

    document = composed(
        material, (SectionKind.DEVELOPMENTS, "News", [ArticleItem(article, sentences=(1, 0))])
    )

    assert "blamed fuel. The ferry line" in text_of(document)


def test_a_statement_bears_speaker_role_outlet_and_the_quotation_marks_of_its_language(material):
    ids = list(material.articles)
    quotes = [
        QuoteItem(key, material.quotes[key][0].span, material.quotes[key][0].speaker) for key in ids
    ]

    document = composed(material, (SectionKind.STATEMENTS, "Said", quotes))

    said = [p.text for p in of_kind(document, Paragraph)]
    assert said[0].startswith("“We did not see this coming")
    assert said[2].startswith("«Мы этого не")
    assert said[1].startswith("Karen Holt, Minister · The Daily Quay, 10 Mar 2026")


def test_an_indirect_statement_gets_no_quotation_marks():
    material = newsroom(("en",))
    (article,) = material.articles

    document = composed(
        material,
        (SectionKind.STATEMENTS, "Said", [QuoteItem(article, Span(0, 19), direct=False)]),
    )

    assert of_kind(document, Paragraph)[0].text == "The ferry line betw"


def test_the_actors_table_names_roles_mentions_and_only_listed_sources(material):
    ids = list(material.articles)

    document = composed(
        material,
        (SectionKind.DEVELOPMENTS, "News", [ArticleItem(ids[0])]),
        (SectionKind.ACTORS, "Actors", [ActorItem("person:en"), ActorItem("person:ru")]),
        (SectionKind.SOURCES, "Sources", []),
    )

    table = of_kind(document, Table)[0]
    rows = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    assert rows[0] == ["Karen Holt", "Minister", "Person · GB", "5", "[1]"]
    assert rows[1][-1] == ""
    assert [row.name for row in document.actors] == ["Karen Holt", "Олег Зимин"]


@pytest.mark.parametrize("kind", [SectionKind.ACTORS, SectionKind.WHO_IS_WHO])
def test_actors_above_the_news_name_the_sources_cited_further_down(material, kind):
    english, russian, *_ = material.articles
    actors = (kind, "Actors", [ActorItem(f"person:{code}") for code in ("zh", "ru", "en")])
    news = (SectionKind.DEVELOPMENTS, "News", [ArticleItem(english), ArticleItem(russian)])

    document = composed(material, actors, news, (SectionKind.SOURCES, "Sources", []))

    # "person:zh" stands in an article that is not among the sources; the other two are numbered
    # in the order in which they are first named.
    assert [row.sources for row in document.actors] == [(), (1,), (2,)]
    (sources,) = of_kind(document, SourceList)
    assert ["Паром" in str(entry.runs) for entry in sources.entries] == [True, False]
    marks = [p.runs[-1].cites for p in of_kind(document, Paragraph) if p.look is Look.EXTRACT]
    assert marks == [2, 1]


def test_actors_above_them_change_nothing_in_what_is_counted_so_far(material):
    english, russian, *_ = material.articles
    outlets = (SectionKind.OUTLETS, "Outlets", [])
    news = (SectionKind.DEVELOPMENTS, "News", [ArticleItem(english), ArticleItem(russian)])
    more = (SectionKind.ACTORS, "Actors", [ActorItem("person:ru")])

    def counted(*sections):
        tables = of_kind(composed(material, *sections), Table)
        return [table for table in tables if table.header[0] == "Outlet"]

    assert counted(more, outlets, news) == counted(outlets, news) == []
    first, second = (
        [[cell[0].text for cell in row[:2]] for table in counted(*order) for row in table.rows]
        for order in ((more, news, outlets), (news, outlets))
    )
    assert first == second != []


def test_a_box_says_who_is_who_and_the_data_has_each_actor_once(material):
    ids = list(material.articles)
    who = (SectionKind.WHO_IS_WHO, "Who is who", [ActorItem("person:en", note="new in office")])

    document = composed(
        material,
        (SectionKind.DEVELOPMENTS, "News", [ArticleItem(ids[0])]),
        who,
        (SectionKind.ACTORS, "Actors", [ActorItem("person:en")]),
        (SectionKind.SOURCES, "Sources", []),
    )

    (box,) = of_kind(document, Box)
    assert [line.text for line in box.blocks] == ["Karen Holt: Minister – new in office [1]"]
    assert [row.name for row in document.actors] == ["Karen Holt"]


def test_text_items_part_paragraphs_and_bullets(material):
    text = "First line\nstill first.\n\n- one\n- two\n\nLast."

    document = composed(material, (SectionKind.TEXT, "Note", [TextItem(text)]))

    assert [p.text for p in of_kind(document, Paragraph)] == ["First line still first.", "Last."]
    assert [entry.text for entry in of_kind(document, Bullets)[0].entries] == ["one", "two"]


def test_lines_with_a_number_before_a_colon_become_key_figures(material):
    document = composed(
        material,
        (SectionKind.KEY_FIGURES, "Figures", [TextItem("81: vessels waiting\nSource: port.")]),
    )

    assert of_kind(document, Figures)[0].figures[0][0] == "81"


def test_a_timeline_stands_by_date_with_the_undated_last(material):
    undated = newsroom(("en",), published=None)
    both = Material(articles={**newsroom(("ru",), times=2).articles, **undated.articles})
    items = [ArticleItem(key) for key in reversed(both.articles)]

    document = composed(both, (SectionKind.TIMELINE, "Timeline", items))

    days = [row[0][0].text for row in of_kind(document, Table)[0].rows]
    assert days == ["10 Mar 2026", "11 Mar 2026", ""]


@pytest.mark.parametrize(("annex", "paragraphs"), [("full", 2), ("extract", 3), ("none", 0)])
def test_the_annex_shows_as_much_as_the_copyright_mode_allows(annex, paragraphs):
    document = issue(newsroom(("en",)), annex=annex)

    blocks = list(document.blocks)
    start = next((i for i, b in enumerate(blocks) if getattr(b, "text", "") == "Annex"), None)
    rest = [] if start is None else blocks[start:]
    found = [b for b in rest if isinstance(b, Paragraph) and b.look is not Look.SOURCE]
    assert len(found) == paragraphs


def test_a_quiet_day_says_so():
    document = issue(Material(articles={}))

    assert "No significant coverage" in text_of(document)


def test_items_of_unknown_articles_and_actors_are_left_out(material):
    document = composed(
        material,
        (SectionKind.DEVELOPMENTS, "News", [ArticleItem("gone"), QuoteItem("gone", Span(0, 3))]),
        (SectionKind.ACTORS, "Actors", [ActorItem("person:gone")]),
    )

    assert of_kind(document, Heading) == []


def test_a_briefing_speaks_its_own_language():
    document = issue(newsroom(("en",)), language="fr", issue="3")

    assert document.masthead.date == "jeudi 12 mars 2026"
    assert document.masthead.facts[0] == ("N°", "3")
    assert "L’essentiel" in [text for text, _, _ in document.headings()]
    assert document.furniture.page == "Page {page} sur {pages}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("tlp:red", "TLP:RED"),
        ("TLP AMBER STRICT", "TLP:AMBER+STRICT"),
        ("tlp-white", "TLP:CLEAR"),
        ("Nur für den Dienstgebrauch", "Nur für den Dienstgebrauch"),
    ],
)
def test_markings_are_printed_as_the_protocol_wants(typed, printed):
    assert issue(newsroom(("en",)), marking=typed).furniture.marking == printed


def test_control_characters_and_lone_surrogates_never_reach_a_document():
    material = newsroom(("en",), title="Bad\x00 \ud800news\u202e\u200b", outlet="Q\x07uay")

    document = issue(material)

    plain = str(to_plain(document))
    assert "Bad news" in plain
    assert not any(char in plain for char in "\x00\x07\ud800\u202e")


def test_each_block_knows_the_item_it_came_from(material):
    (first, *_) = material.articles

    document = composed(material, (SectionKind.DEVELOPMENTS, "News", [ArticleItem(first)]))

    assert {block.origin.item for block in document.blocks[1:]} == {10}


def test_a_document_survives_the_road_to_another_process(document):
    assert from_plain(Document, to_plain(document)) == document
