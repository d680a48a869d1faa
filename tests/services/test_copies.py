"""Copies in the library: folded while importing, led by one, ruled on, remembered."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from older_library import make_older
from wires import analysed, shelve, story, wire

from briefer.model.briefing import ArticleItem, IssueDetails, SectionKind
from briefer.model.document import Paragraph, Table
from briefer.model.summary import SummaryLength
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.composing import compose
from briefer.services.duplicates import Copies, fold_articles
from briefer.services.keeping import catch_up
from briefer.services.library import Library, Wanted
from briefer.services.publishing import gather
from briefer.storage.migrations import VERSION

FULL = story(*range(12))


class Silent:
    def step(self, done, total, label):
        pass


@pytest.fixture
def three(library):
    """A wire story, its cut in a paper on the next day, and a longer version in the evening."""
    wired = wire(FULL, "Port opens", outlet="Wire", published="2026-03-02T06:00:00+00:00")
    cut = wire(FULL[:6], "Ships sail", outlet="Courier", published="2026-03-03")
    longer = wire([*FULL, *story(30, 31)], "Deal", outlet="Post", published="2026-03-02")
    shelve(library, cut, longer, wired)
    return wired, cut, longer


def shown(library, **wanted):
    return [(c.outlet, bool(c.copy_of)) for c in Copies(library).shelf(Wanted(**wanted)).cards]


def test_copies_stand_behind_the_first_published(library, three):
    shelve(library, wire(story(*range(40, 50)), "Other", outlet="Gazette"))

    shelf = Copies(library).shelf()

    assert (shelf.articles, shelf.texts) == (4, 2)
    assert shown(library) == [
        ("Gazette", False), ("Wire", False), ("Post", True), ("Courier", True),
    ]  # fmt: skip
    assert [card.copies for card in shelf.cards] == [0, 2, 0, 0]


def test_the_fullest_leads_where_that_is_preferred(library, three):
    assert Copies(library, "fullest").shelf().cards[0].outlet == "Post"


def test_a_chosen_copy_leads_until_that_is_undone(library, three):
    _, cut, _ = three
    copies = Copies(library, "fullest")

    copies.lead(cut.id)

    assert copies.of(cut.id)[0].id == cut.id
    library.undo()
    assert copies.of(cut.id)[0].outlet == "Post"


def test_the_last_choice_counts(library, three):
    wired, cut, longer = three
    copies = Copies(library)

    for article in (cut, longer):
        copies.lead(article.id)

    assert copies.of(wired.id)[0].id == longer.id


def test_different_is_remembered_when_all_is_imported_again(library, three):
    wired, cut, longer = three
    copies = Copies(library)
    copies.part([cut.id])
    with library.step("remove"):
        for article in three:
            library.decisions.take_off(article.id)

    shelve(library, longer, wired, cut)

    assert copies.of(cut.id) == ()
    assert len(copies.of(wired.id)) == 2


def test_different_can_be_undone_and_redone(library, three):
    _, cut, _ = three
    copies = Copies(library)
    copies.part([cut.id])

    assert library.undo() == "mark as different"
    assert len(copies.of(cut.id)) == 3
    library.redo()
    assert copies.of(cut.id) == ()


def test_different_can_be_taken_back_later(library, three):
    _, cut, _ = three
    copies = Copies(library)
    copies.part([cut.id])
    assert copies.is_parted(cut.id)

    copies.join(cut.id)

    assert not copies.is_parted(cut.id)
    assert len(copies.of(cut.id)) == 3


def test_a_date_at_the_end_of_all_dates_is_no_obstacle(library, three):
    wired, *_ = three
    shelve(library, wire(FULL, "Odd", published="0001-01-01T00:00:00+14:00"))

    assert len(Copies(library).of(wired.id)) == 4


def test_a_later_copy_does_not_overrule_different(library, three):
    wired, cut, _ = three
    copies = Copies(library)
    copies.part([cut.id])

    shelve(library, wire(FULL[:7], "Third", outlet="Herald"))

    assert cut.id not in {card.id for card in copies.of(wired.id)}


def test_a_filter_that_hides_the_lead_lets_the_next_one_lead(library, three):
    assert shown(library, outlet="Courier") == [("Courier", False)]


def test_a_copy_of_what_was_read_or_used_does_not_wait_to_be_read_or_used(library, three):
    wired, *_ = three
    shelve(library, wire(story(*range(40, 50)), "Other", outlet="Gazette"))
    assert len(shown(library, unopened=True)) == 4

    library.facts.mark_opened(wired.id)

    assert shown(library, unopened=True) == [("Gazette", False)]
    assert len(shown(library, unused=True)) == 4


def test_an_article_taken_off_the_shelf_leads_nothing(library, three):
    wired, *_ = three
    with library.step("remove"):
        library.decisions.take_off(wired.id)

    assert shown(library) == [("Post", False), ("Courier", True)]


def test_a_corrected_date_changes_who_leads(library, three):
    _, cut, _ = three
    with library.step("correct source"):
        library.decisions.fix(cut.id, "published", "2026-03-01")

    assert shown(library)[0] == ("Courier", False)


@pytest.mark.parametrize(
    ("source", "is_copy"),
    [
        ({"outlet": "Courier", "published": "2026-03-05"}, False),
        ({"outlet": "Courier", "published": "2026-03-02T20:00:00+00:00"}, True),
        ({"outlet": "Gazette", "published": "2026-03-05"}, True),
        ({"outlet": "Courier"}, True),
        ({"published": "2026-03-05"}, True),
    ],
    ids=["next story", "update of the day", "rewritten elsewhere", "no day", "no outlet"],
)
def test_an_outlet_s_story_of_another_day_with_a_third_new_is_no_copy(library, source, is_copy):
    first = wire(story(*range(14)), "Talks begin", outlet="Courier", published="2026-03-02")
    later = wire([*story(*range(8)), *story(*range(60, 67))], "Talks go on", **source)

    shelve(library, first, later)

    assert Copies(library).shelf().texts == (1 if is_copy else 2)


def test_a_corrected_outlet_decides_whether_it_is_the_next_story(library):
    first = wire(story(*range(14)), "Talks begin", outlet="Courier", published="2026-03-02")
    later = wire(
        [*story(*range(8)), *story(*range(60, 67))], "Talks", outlet="Couri", published="2026-03-05"
    )
    shelve(library, first, later)
    copies = Copies(library)
    assert copies.shelf().texts == 1

    with library.step("fix"):
        library.decisions.fix(later.id, "outlet", "Courier")

    assert copies.shelf().texts == 2


def test_what_a_copy_cut_is_told(library, three):
    wired, cut, _ = three

    kinds = [passage.kind for passage in Copies(library).differences(wired.id, cut.id)]

    assert kinds == ["same"] * 6 + ["cut"] * 6


def test_articles_kept_by_an_older_briefer_are_compared_later(library):
    for article in (wire(FULL, "One"), wire(FULL[:6], "Two")):
        library.facts.add(article, analysed(article))
        with library.step("import"):
            library.decisions.shelve(article.id)

    with library.elsewhere() as view:
        assert catch_up(view, Silent()) == 2
        assert catch_up(view, Silent()) == 0

    assert Copies(library).shelf().texts == 1


def test_wordings_of_an_older_version_are_made_anew(library, three):
    library._connection.execute("UPDATE wordings SET version = 0")

    with library.elsewhere() as view:
        assert catch_up(view, Silent()) == 3

    assert Copies(library).shelf().texts == 1


def test_a_library_from_before_copies_opens_and_learns_of_copies(tmp_path):
    path = tmp_path / "old.db"
    Library(path).close()
    make_older(path, 2)

    library = Library(path)
    one, other = wire(FULL, "One"), wire(FULL, "Two")
    shelve(library, one, other)

    assert [card.id for card in Copies(library).of(one.id)] == [one.id, other.id]
    assert (tmp_path / "backups" / f"before-version-{VERSION}.db").exists()
    assert library.check() == []
    library.close()


def composed(library, article, *kinds):
    """The blocks of a briefing with this article and sections of these kinds."""
    desk = BriefingDesk(library, IssueDetails(template="plain"))
    briefing = desk.new(language="en")
    for section in desk.get(briefing).sections:
        desk.remove_section(section.id)
    first = desk.add_section(briefing, SectionKind.DEVELOPMENTS, "News")
    for kind in kinds:
        desk.add_section(briefing, kind, kind.value)
    desk.add(first, [ArticleItem(article.id)])
    material = gather(library, [article.id], SummaryLength(amount=2), "en")
    return compose(desk.get(briefing), material, now=datetime(2026, 3, 4, tzinfo=UTC)).blocks


def test_a_briefing_names_the_other_outlets_and_counts_texts(library, three):
    wired, *_ = three

    blocks = composed(library, wired, SectionKind.SOURCES)

    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert any("also in: Post, Courier" in text for text in texts)
    assert "Articles: 3; independent texts: 1." in texts


def test_a_briefing_without_copies_says_nothing_of_them(library, three):
    other = wire(story(*range(40, 50)), "Other", outlet="Gazette")
    shelve(library, other)

    blocks = composed(library, other, SectionKind.SOURCES)

    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert not [text for text in texts if "also in" in text or "independent" in text]


def test_the_index_of_outlets_names_those_that_ran_a_copy(library, three):
    wired, *_ = three

    (table,) = [b for b in composed(library, wired, SectionKind.OUTLETS) if isinstance(b, Table)]

    assert [row[0][0].text for row in table.rows] == ["Courier", "Post", "Wire"]


def test_articles_outside_a_library_are_folded_too():
    first = wire(FULL, "A", outlet="Wire", published="2026-03-01")
    cut = wire(FULL[:6], "B", outlet="Courier", published="2026-03-02")
    other = wire(story(*range(40, 50)), "C")

    folded = fold_articles([cut, other, first])

    assert list(folded) == [other.id, first.id]
    assert folded[first.id] == (cut,)


TEXTS = st.lists(
    st.lists(st.integers(0, 25), min_size=4, max_size=12, unique=True), min_size=2, max_size=6
)


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_import_makes_no_difference(tmp_path_factory, texts, chance):
    articles = [wire(story(*numbers), f"Headline {n}") for n, numbers in enumerate(texts)]

    def groups(order):
        library = Library(tmp_path_factory.mktemp("order") / "library.db")
        shelve(library, *order)
        found = {frozenset(c.id for c in Copies(library).of(a.id)) for a in articles}
        library.close()
        return found

    shuffled = articles[:]
    chance.shuffle(shuffled)
    assert groups(articles) == groups(shuffled)
