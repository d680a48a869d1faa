"""The cuts of an export, moved by hand before the articles are kept."""

import exports
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import FILE, found, make_analysis, missed

from briefer.plugins import Silent
from briefer.services.crew import Crew
from briefer.services.importing import Importing
from briefer.services.reviewing import Cut, Found, Line, Missed, Review


def texts(review):
    """Every line of every article in order; headlines that became lines stand apart."""
    return [line.text for cut in review.cuts for line in cut.lines if not line.is_title]


def titles(review):
    shown = [cut.start.source.title for cut in review.cuts]
    return sorted(
        [title for title in shown if title]
        + [line.text for cut in review.cuts for line in cut.lines if line.is_title]
    )


RULINGS = st.lists(
    st.tuples(
        st.sampled_from(["join", "cut", "give_before", "give_after"]),
        st.integers(0, 12),
        st.integers(0, 6),
    ),
    max_size=25,
)


@given(RULINGS, st.lists(st.integers(0, 4), min_size=1, max_size=7))
def test_no_ruling_loses_doubles_or_reorders_a_word(rulings, shape):
    review = Review(
        [
            found(number, lines, title="" if lines == 4 else "Story {}")
            if lines
            else missed(number)
            for number, lines in enumerate(shape)
        ]
    )
    first, kept, heads = review.rows, texts(review), titles(review)

    for name, row, line in rulings:
        if row >= len(review.rows):
            continue
        before = review.rows
        review.join(row) if name == "join" else getattr(review, name)(row, line)
        assert texts(review) == kept
        assert titles(review) == heads
        assert all(cut.lines for cut in review.cuts)
        if review.rows is not before:
            changed = review.rows
            review.undo()
            assert review.rows == before
            review._rule(changed)

    while review.can_undo:
        review.undo()
    assert review.rows == first


@given(st.integers(1, 5), st.integers(1, 5), st.sampled_from(["", "Story {}"]))
def test_an_article_cut_off_where_it_was_joined_is_the_one_that_was_read(one, two, title):
    review = Review([found(1, one), found(2, two, title)])
    read = [cut.article for cut in review.cuts]
    review.correct(1, "outlet", "The Herald")

    review.join(1)
    assert len(review.cuts) == 1
    review.cut(0, one)

    assert [cut.article for cut in review.cuts] == read
    assert review.cuts[1].source.outlet == "The Herald"


def test_the_article_stored_unchanged_is_the_one_that_was_read_with_its_analysis():
    one = found(1)
    analysis = make_analysis_of(one.what)
    review = Review([Found(FILE, one.what, analysis), found(2)])

    assert review.cuts[0].article == one.what
    assert review.cuts[0].analysis is analysis
    review.join(1)
    assert review.cuts[0].analysis is None


def make_analysis_of(article):
    from making import make_article

    made = make_analysis(make_article())
    return type(made)(article.id, made.sentences, made.scores, made.findings)


def test_a_start_that_lay_too_late_is_moved_up_and_keeps_its_source():
    review = Review([found(1, 4), found(2, 2)])

    review.give_after(0, 3)

    assert [len(cut.lines) for cut in review.cuts] == [3, 3]
    assert review.cuts[1].lines[0].text == "Article 1 has line 3."
    assert review.cuts[1].source.title == "Story 2"


def test_an_article_cut_in_two_leaves_unknown_what_is_not_known():
    review = Review([found(1, 4)])

    review.cut(0, 2)

    first, second = review.cuts
    assert first.source.title == "Story 1"
    assert second.source.title == ""
    assert {"no headline", "no date", "no outlet"} <= set(second.doubts)
    assert second.article.origin == FILE


def test_articles_of_two_files_and_across_a_lost_one_are_never_joined():
    review = Review([found(1), missed(2), found(3), found(4, file="/desk/other.html")])

    for row in range(4):
        review.join(row)

    assert len(review.rows) == 4
    assert isinstance(review.rows[1], Missed)
    assert review.rows[1].place == "article 2 (“Lost”)"
    assert review.doubtful == [0, 1, 2, 3]


def test_corrections_and_what_is_unticked_are_taken_back_one_by_one():
    review = Review([found(1), found(2)])
    review.correct(0, "published", None)
    review.want([1], is_wanted=False)
    assert [cut.start.fixes for cut in review.wanted] == [{"published": None}]

    review.undo()
    review.undo()

    assert [dict(cut.start.fixes) for cut in review.wanted] == [{}, {}]


def test_a_correction_back_to_what_was_read_is_none():
    review = Review([found(1)])
    review.correct(0, "title", "Other")
    review.correct(0, "title", "Story 1")

    assert review.cuts[0].start.fixes == {}


def test_long_and_short_articles_are_to_be_looked_at():
    long = Cut(FILE, Review([found(1)]).cuts[0].start, (Line("word " * 5001, 5001),))

    assert long.doubts == ["very long"]
    assert Review([found(1)]).cuts[0].doubts == ["very short"]


@pytest.fixture
def importing(library):
    crew = Crew(1)
    yield Importing(library, crew)
    crew.close()


def test_an_export_is_held_and_kept_as_it_was_left(importing, library, tmp_path):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=3), "utf-8")
    loose = tmp_path / "note.txt"
    loose.write_text("The ferry strike ended on Monday, the port said. Crews return at noon.\n")
    held = []

    report = importing.bring_in([path, loose], Silent(), held=held.append)

    assert len(report.articles) == 1
    assert library.facts.article(held[0].what.id) is None
    review = Review(held)
    assert [cut.source.title.endswith(f"({n})") for n, cut in enumerate(review.cuts, 1)] == [
        True
    ] * 3
    review.join(1)
    review.correct(0, "outlet", "The Herald")

    kept = importing.keep(review.wanted, Silent())
    fixes = {cut.article.id: cut.start.fixes for cut in review.wanted}
    importing.shelve(kept.articles, "import articles", "x", fixes)

    assert kept.articles == [cut.article.id for cut in review.wanted]
    joined = library.article(kept.articles[0])
    assert joined.text == review.cuts[0].article.text
    assert joined.source.outlet == "The Herald"
    assert joined.source.evidence["outlet"] == "you"
    assert library.facts.article(joined.id).source.outlet == "Black Sea Courier"
    assert library.facts.analysis(joined.id).article == joined.id
    assert len(library.cards()) == 2
    library.undo()
    assert library.cards() == []


def test_an_export_of_a_single_article_has_no_cuts_to_look_at(importing, tmp_path):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=1), "utf-8")
    held = []

    report = importing.bring_in([path], Silent(), held=held.append)

    assert held == []
    assert len(report.articles) == 1
