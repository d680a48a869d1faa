"""Model objects as JSON: what comes back is what went in, whatever strings it holds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from briefer.model.analysis import Analysis, ToldAnalysis
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.json_text import from_json, to_json
from briefer.model.plain import to_plain
from tests.making import make_analysis, make_article

# Halves of surrogate pairs too, as in names of files that are no UTF-8.
_ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
_SOURCES = st.builds(
    Source,
    title=_ANY,
    authors=st.lists(_ANY).map(tuple),
    outlet=st.none() | _ANY,
    evidence=st.dictionaries(_ANY, _ANY, max_size=3),
)


@given(st.lists(_ANY.filter(bool), max_size=4), _SOURCES, _ANY)
def test_an_article_comes_back_as_it_was(paragraphs, source, origin):
    article = article_from_paragraphs(paragraphs, source, origin=origin)

    text = to_json(article)

    assert from_json(Article, text) == article
    assert json.loads(text) == to_plain(article)
    assert b"\n" not in text


def test_strings_of_a_librarys_own_kind_are_strings():
    class Own(str):
        __slots__ = ()

    article = make_article(title=Own("Ferry strike"))

    assert from_json(Article, to_json(article)) == article


def test_what_an_older_version_did_not_know_gets_its_default():
    assert from_json(Source, b'{"title": "Strike", "mood": 7}') == Source(title="Strike")


def test_an_analysis_told_of_an_article_under_another_address_is_kept_under_that(library):
    article, told = make_article(url="https://a.example/1"), make_article()

    library.facts.add(article, ToldAnalysis(article.id, to_json(make_analysis(told))))

    kept = library.facts.analysis(article.id)
    assert isinstance(kept, Analysis)
    assert kept.article == article.id != told.id
    assert kept.sentences == make_analysis(article).sentences
