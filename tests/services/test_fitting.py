"""Extracts are shortened by weight until the pages suffice; what is pinned stays."""

from hypothesis import given
from hypothesis import strategies as st

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    IssueDetails,
    Item,
    ItemId,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.summary import ScoredSentence, Summary
from briefer.model.text import Sentence, Span
from briefer.services.fitting import fit, with_lengths


def briefing(items):
    made = tuple(Item(ItemId(n), ArticleItem(ArticleId(f"a{n}"))) for n in range(1, items + 1))
    return Briefing(
        BriefingId(1),
        IssueDetails(),
        (
            Section(SectionId(1), SectionKind.TOP_STORIES, "Top", made[:3]),
            Section(SectionId(2), SectionKind.DEVELOPMENTS, "News", made[3:]),
        ),
    )


def summaries(items, sentences, pinned=0):
    return {
        ArticleId(f"a{n}"): Summary(
            "auto",
            tuple(
                ScoredSentence(Sentence(Span(k, k + 1), 0, k), "x", 1.0, k < pinned)
                for k in range(sentences)
            ),
        )
        for n in range(1, items + 1)
    }


def lines(of):
    return sum(2 + (item.content.length or 5) for s in of.sections for item in s.items)


@given(st.integers(1, 30), st.integers(1, 8), st.integers(1, 6), st.integers(5, 40))
def test_it_fits_where_it_can_and_is_the_shortest_where_it_cannot(items, sentences, wanted, room):
    made = briefing(items)
    pages = lambda of: -(-lines(of) // room)  # noqa: E731

    found = fit(made, summaries(items, sentences), wanted, pages)

    fitted = with_lengths(made, found.lengths)
    assert found.pages == pages(fitted)
    shortest = with_lengths(made, dict.fromkeys(found.lengths, 1))
    assert found.pages <= wanted or found.pages == pages(shortest)


def test_what_fits_stays_whole():
    found = fit(briefing(4), summaries(4, 5), 2, lambda _: 2)

    assert set(found.lengths.values()) == {5}


def test_pinned_sentences_stay_and_top_stories_keep_more():
    def pages(of):
        return 1 if lines(of) <= 40 else 2

    found = fit(briefing(8), summaries(8, 6, pinned=2), 1, pages)

    assert min(found.lengths.values()) >= 2
    top = sum(found.lengths[ItemId(n)] for n in (1, 2, 3)) / 3
    rest = sum(found.lengths[ItemId(n)] for n in range(4, 9)) / 5
    assert top > rest
