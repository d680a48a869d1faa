"""Extracts are shortened by weight until the pages suffice; what is pinned stays."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Briefing,
    BriefingId,
    EventItem,
    IssueDetails,
    Item,
    ItemId,
    JudgementItem,
    QuoteItem,
    Section,
    SectionId,
    SectionKind,
    TextItem,
)
from briefer.model.summary import ScoredSentence, Summary
from briefer.model.text import Sentence, Span
from briefer.services.fitting import fit, with_lengths, without_items


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

    left = without_items(made, frozenset(found.left_out))
    assert found.pages == pages(with_lengths(left, found.lengths))
    four = without_items(made, frozenset(ItemId(n) for n in range(5, items + 1)))
    shortest = with_lengths(four, dict.fromkeys(found.lengths, 1))
    assert found.pages <= wanted or found.pages == pages(shortest)
    # Nothing is left out where shorter extracts are enough.
    whole = with_lengths(made, dict.fromkeys(found.lengths, 1))
    assert not found.left_out or pages(whole) > wanted


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


def test_own_words_pins_and_fixed_sentences_are_never_left_out():
    own = (TextItem("Mine."), JudgementItem("It rains."), ArticleItem(ArticleId("a1")))
    fixed = ArticleItem(ArticleId("a2"), sentences=(0,))
    items = tuple(
        Item(ItemId(n), content)
        for n, content in enumerate((*[ArticleItem(ArticleId("a3"))] * 4, *own, fixed), 1)
    )
    made = Briefing(
        BriefingId(1),
        IssueDetails(),
        (Section(SectionId(1), SectionKind.DEVELOPMENTS, "News", items),),
    )
    pinned = {**summaries(3, 2), ArticleId("a1"): summaries(1, 2, pinned=1)[ArticleId("a1")]}

    found = fit(made, pinned, 1, lambda of: sum(len(s.items) for s in of.sections))

    assert found.left_out == (ItemId(4), ItemId(3), ItemId(2))


def test_stories_are_left_out_last_and_three_statements_and_five_actors_stay_long():
    def section(key, kind, contents):
        items = tuple(Item(ItemId(100 * key + n), one) for n, one in enumerate(contents, 1))
        return Section(SectionId(key), kind, str(kind), items)

    made = Briefing(
        BriefingId(1),
        IssueDetails(),
        (
            section(1, SectionKind.DEVELOPMENTS, [ArticleItem(ArticleId("a1"))] * 7),
            section(2, SectionKind.STATEMENTS, [QuoteItem(ArticleId("a1"), Span(0, 1))] * 4),
            section(3, SectionKind.ACTORS, [ActorItem(f"person:{n}") for n in range(10)]),
            section(4, SectionKind.CALENDAR, [EventItem(ArticleId("a1"), Span(0, 1), "")] * 6),
        ),
    )

    def left(room):
        found = fit(
            made, summaries(1, 2), 1, lambda of: sum(len(s.items) for s in of.sections) - room
        )
        of = without_items(made, frozenset(found.left_out))
        return [len(section.items) for section in of.sections]

    assert left(21) == [7, 4, 5, 6]
    assert left(20) == [7, 3, 5, 6]
    assert left(17) == [7, 3, 5, 3]
    assert left(15) == [7, 3, 3, 3]
    assert left(13) == [7, 1, 3, 3]
    assert left(0) == [1, 0, 1, 1]


def test_a_day_and_a_headline_in_ones_own_words_stay():
    event = EventItem(ArticleId("a1"), Span(0, 1), "2026-03-12")
    days = [Item(ItemId(n), event) for n in range(1, 7)]
    days[5] = Item(ItemId(6), replace(event, text="The bridge opens."))
    named = [Item(ItemId(n), ArticleItem(ArticleId("a1"))) for n in range(11, 17)]
    named[5] = Item(ItemId(16), ArticleItem(ArticleId("a1"), headline="Bridge to open"))
    sections = (
        Section(SectionId(1), SectionKind.CALENDAR, "Calendar", tuple(days)),
        Section(SectionId(2), SectionKind.DEVELOPMENTS, "News", tuple(named)),
    )

    found = fit(Briefing(BriefingId(1), IssueDetails(), sections), {}, 1, lambda _: 2)

    assert not {ItemId(6), ItemId(16)} & set(found.left_out)


def test_the_table_of_actors_shrinks_to_one_row_but_never_to_none_which_would_fill_itself():
    rows = tuple(Item(ItemId(n), ActorItem(f"person:{n}")) for n in range(1, 9))
    sections = (Section(SectionId(1), SectionKind.ACTORS, "Actors", rows),)
    made = Briefing(BriefingId(1), IssueDetails(), sections)

    found = fit(made, {}, 1, lambda of: 1 if len(of.sections[0].items) == 1 else 2)

    assert (found.pages, len(found.left_out)) == (1, 7)
