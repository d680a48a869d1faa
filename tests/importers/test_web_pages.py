"""What a web page says of itself becomes the source; what it does not say stays empty."""

import json

import pytest

from briefer.importers.html_page import article_from_html
from briefer.model.errors import UnreadableFile

PARAGRAPHS = [
    "The harbour of Sines reopened on Friday after four days, the port authority said.",
    "Divers had searched the basin for a container that fell from a ship in the storm.",
    "Two hundred lorries were still waiting at the gates in the evening, said the union.",
    "The ministry promised to pay the haulage firms for the days that were lost.",
]


def page(head="", above="", below="", title="Sines harbour reopens after storm"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><head>{head}</head><body><header><a href='/'>Home</a></header>"
        f"<article><h1>{title}</h1>{above}{body}{below}</article></body></html>"
    )


def described(**fields):
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_the_body_is_every_paragraph_and_nothing_else():
    article = article_from_html(page())

    assert article.text.split("\n\n") == PARAGRAPHS
    assert article.source.title == "Sines harbour reopens after storm"
    assert article.source.authors == ()


def test_the_name_of_the_site_is_no_part_of_the_title():
    head = (
        '<meta property="og:title" content="Storm ends early – Coast Herald">'
        '<meta property="og:site_name" content="Coast Herald">'
    )
    assert article_from_html(page(head, title="")).source.title == "Storm ends early"


def test_the_headline_that_readers_see_wins_over_a_longer_one_for_machines():
    head = described(headline="Portugal: Sines harbour reopens after storm")
    assert article_from_html(page(head)).source.title == "Sines harbour reopens after storm"


def test_escaped_signs_in_the_description_are_read_as_meant():
    head = described(headline="Minister: &quot;We pay&quot; for R&uuml;ckstau")
    assert article_from_html(page(head, title="")).source.title == 'Minister: "We pay" for Rückstau'


def test_several_authors_in_one_field_are_told_apart():
    head = described(author={"@type": "Person", "name": "Ana Prado and Rui Leal"})
    assert article_from_html(page(head)).source.authors == ("Ana Prado", "Rui Leal")


def test_a_site_that_names_itself_as_author_names_nobody():
    head = described(publisher={"name": "Coast Herald"})
    head += '<meta name="author" content="Coast Herald">'
    found = article_from_html(page(head)).source

    assert found.authors == ()
    assert found.outlet == "Coast Herald"


def test_a_byline_that_the_page_marks_is_read_and_one_among_the_comments_is_not():
    marked = '<p class="byline">By <a rel="author" href="/ana">Ana Prado</a></p>'
    comment = '<div class="comments"><span class="author">Angry Reader</span></div>'

    assert article_from_html(page(above=marked, below=comment)).source.authors == ("Ana Prado",)
    assert article_from_html(page(below=comment)).source.authors == ()


def test_a_marked_time_dates_the_article():
    marked = '<time datetime="2026-03-13T18:05:00+00:00">Friday</time>'
    found = article_from_html(page(above=marked)).source

    assert found.published is not None
    assert found.published.startswith("2026-03-13")
    assert "published" in found.evidence


def test_a_long_script_or_a_long_value_is_no_reason_to_refuse_a_page():
    script = f"<script>if (a <b) {{ x = {'1+' * 90_000}1 }}</script>"
    data = f'<div data-state="{"x y " * 60_000}"></div>'

    assert article_from_html(page(script, below=data)).text.split("\n\n")[:4] == PARAGRAPHS


@pytest.mark.parametrize(
    "monster",
    ["<div>" * 30_000 + "words " * 50 + "</div>" * 30_000, f"<p {'a ' * 30_000}>words</p>" * 2],
    ids=["nested", "attributes"],
)
def test_a_page_no_newspaper_builds_is_refused_with_what_to_do(monster):
    with pytest.raises(UnreadableFile) as caught:
        article_from_html(f"<html><body>{monster}</body></html>")

    assert "built in a way" in str(caught.value)
    assert "paste it here" in str(caught.value)


def byline_page(byline, head=""):
    paragraphs = "".join(
        f"<p>The ferry to Skarholm ran late again, said pilot number {n}.</p>" for n in range(6)
    )
    return f"<html><head>{head}</head><body><article><h1>Ferry late</h1>{byline}{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<span class='author vcard'><a class='url fn n'>tlow</a></span>", ("tlow",)),
        (
            "<p class='byline'>Posted by <a href='/a'>Ana Torvik</a> on 3 May 2021</p>",
            ("Ana Torvik",),
        ),
        ("<span class='news-author'>Erstellt von Andri Brem</span>", ("Andri Brem",)),
        (
            "<div class='c-page__author'>Dana Braun, David Pasek</div>",
            ("Dana Braun", "David Pasek"),
        ),
        ("<div class='comment'><b class='author'>Rude Reader</b></div>", ()),
        ("<div class='review'><b class='author'>Georg N.</b></div>", ()),
        ("<p class='byline'>Redaktion</p>", ()),
        ("<p><a rel='nofollow\nauthor' href='/a'>Ana Torvik</a></p>", ("Ana Torvik",)),
        ("<p><a rel='co-author' href='/a'>Ana Torvik</a></p>", ()),
        ("<p><a rel='x\u00a0author' href='/a'>Ana Torvik</a></p>", ()),
        (
            "<div itemprop='author'><b itemprop='name'>Ana Torvik</b></div><i itemprop='name'>Basin</i>",
            ("Ana Torvik",),
        ),
        ("<i itemprop='name'>Ana Torvik</i>", ()),
        ("<div class='author-box'>Ana Torvik has sailed for twenty years.</div>", ()),
    ],
)
def test_the_byline_that_a_page_marks_names_its_authors(byline, names):
    assert article_from_html(byline_page(byline)).source.authors == names


def test_a_name_in_meta_tags_that_no_reader_sees_is_a_webmasters():
    head = "<meta name='author' content='Paul Keller'>"

    assert article_from_html(byline_page("", head)).source.authors == ()
    assert article_from_html(byline_page("<p>Paul Keller</p>", head)).source.authors == (
        "Paul Keller",
    )


def test_a_login_gives_way_to_the_byline_that_readers_see():
    head = described(author={"@type": "Person", "name": "ana.torvik"})
    byline = "<span class='author__name'>Ana Torvik</span>"

    assert article_from_html(byline_page(byline, head)).source.authors == ("Ana Torvik",)


def test_a_day_beside_the_headline_is_the_date_where_nothing_else_tells():
    html = byline_page("<p>Stand: 25.01.2022</p>")

    assert article_from_html(html).source.published == "2022-01-25"


def headlines(first, shared, tweeted, seen, second=""):
    more = {"alternativeHeadline": second} if second else {}
    shares = (
        f'<meta property="og:title" content="{shared}">'
        f'<meta name="twitter:title" content="{tweeted}">'
    )
    return page(described(headline=first, **more) + shares, title=seen)


@pytest.mark.parametrize(
    ("first", "shared", "tweeted", "seen", "second", "wanted"),
    [
        ("Dyke breaks at Orla", "Dyke breaks", "Dyke breaks", "Dyke breaks at Orla", "", "Dyke breaks at Orla"),
        ("Old headline of it", "The dyke breaks", "The dyke breaks", "The dyke breaks", "", "The dyke breaks"),
        ("The one described", "The dyke breaks", "The dyke breaks", "The dyke breaks", "The one described",
         "The one described"),
        ("Flood: The dyke breaks", "The dyke breaks", "Flood: The dyke breaks", "Flood: The dyke breaks", "",
         "The dyke breaks"),
        ("After rain: The dyke breaks", "After rain: The dyke breaks", "After rain: The dyke breaks",
         "The dyke breaks", "", "After rain: The dyke breaks"),
        ("Flood: The old dyke at the Orla breaks", "", "", "Rain in the north - The old dyke at the Orla breaks",
         "", "The old dyke at the Orla breaks"),
        ("The dyke breaks", "The dyke breaks - Courier", "The dyke breaks", "The dyke breaks", "",
         "The dyke breaks"),
    ],
)  # fmt: skip
def test_of_several_headlines_one_is_the_articles(first, shared, tweeted, seen, second, wanted):
    article = article_from_html(headlines(first, shared, tweeted, seen, second))
    assert article.source.title == wanted


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="intro__author"><span class="intro__author-from">by</span> Ada Brandt, Jon Kerr</div>',
        '<p class="meta--author">Posted on September 21, 2020 by Ada Brandt and Jon Kerr</p>',
    ],
)
def test_a_byline_beside_what_introduces_it(byline):
    article = article_from_html(page(above=byline))
    assert article.source.authors == ("Ada Brandt", "Jon Kerr")
