"""Whatever is done to a summary, undone and done again: decisions are what was decided, the article is untouched."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from making import make_analysis, make_article

from briefer.model.summary import Focus, LengthUnit, Scores, SummaryLength
from briefer.services.crew import Crew
from briefer.services.library import Library
from briefer.services.summarizing import Summarizing
from briefer.services.summary_making import focus_words

SENTENCES = st.integers(0, 5)
WORDS = st.sampled_from(["port", "talks", "12 million", "Marinova"])
LENGTHS = st.one_of(
    st.builds(SummaryLength, st.just(LengthUnit.SENTENCES), st.integers(1, 6)),
    st.builds(SummaryLength, st.just(LengthUnit.WORDS), st.integers(20, 90)),
    st.builds(SummaryLength, st.just(LengthUnit.PERCENT), st.integers(5, 100)),
)
ACTS = st.one_of(
    st.tuples(st.just("rule"), SENTENCES, st.sampled_from(["pin", "exclude", None])),
    st.tuples(
        st.just("reword"), SENTENCES, st.sampled_from(["In other words.", "", "“We,” said."])
    ),
    st.tuples(st.just("move"), SENTENCES, st.integers(0, 6)),
    st.tuples(st.just("focus"), WORDS, st.booleans()),
    st.tuples(st.just("unfocus"), WORDS, st.booleans()),
    st.tuples(st.just("choose"), st.sampled_from(["auto", "lead"]), LENGTHS),
    st.tuples(st.just("for all"), st.none(), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)


@settings(max_examples=60)
@given(st.lists(ACTS, max_size=14))
def test_any_sequence_of_decisions_and_undos_is_kept_as_it_was_decided(acts):
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        article = make_article()
        library.facts.add(article, make_analysis(article))
        crew = Crew(1)
        summarizing = Summarizing(library, crew, SummaryLength())
        sentences = library.facts.analysis(article.id).sentences
        past = []
        for act in acts:
            past = carry_out(library, summarizing, article, sentences, act, past)
        assert library.facts.article(article.id) == article
        check_summary(library, summarizing, article)
        while library.undo_label:
            library.undo()
        assert not library.wishes.edits(article.id)
        assert not library.wishes.order(article.id)
        assert not library.decisions.rulings(article.id)
        assert library.wishes.focus(None) == library.wishes.focus(article.id) == ()
        crew.close()
        library.close()


def decided(library, article):
    return (
        library.decisions.rulings(article.id),
        library.wishes.edits(article.id),
        library.wishes.order(article.id),
        library.wishes.focus(article.id),
        library.wishes.focus(None),
        library.decisions.summary_choice(article.id),
        library.decisions.summary_for_all(),
    )


def carry_out(library, summarizing, article, sentences, act, past):
    """Do one thing; `past` is what was decided before each step that can be undone."""
    name, what, how = act
    before, steps = decided(library, article), len(library.history)
    if name == "rule":
        summarizing.rule(article.id, sentences[what], how)
        ruled = dict(decided(library, article)[0])
        assert ruled.get(sentences[what].span) == how
        assert len(ruled) == len({s for s, _ in before[0]} - {sentences[what].span}) + bool(how)
    elif name == "reword":
        summarizing.reword(article.id, sentences[what], how)
        edits = dict(decided(library, article)[1])
        assert edits.get(sentences[what].span) == (how or None)
    elif name == "move":
        summary = summarizing.summary(article.id)
        if summary is not None and what in summary.numbers:
            summarizing.move(article.id, what, how)
            shown = [o.sentence.number for o in summarizing.summary(article.id).sentences]
            assert shown.index(what) == min(how, len(shown) - 1)
            rest = [o.sentence.number for o in summary.sentences if o.sentence.number != what]
            assert [n for n in shown if n != what] == rest
    elif name in ("focus", "unfocus"):
        where = None if how else article.id
        call = summarizing.set_focus if name == "focus" else summarizing.drop_focus
        call(where, Focus(what))
        assert (Focus(what) in library.wishes.focus(where)) == (name == "focus")
    elif name == "choose":
        summarizing.choose_length(article.id, what, how)
        assert summarizing.choice(article.id) == (what, how)
    elif name == "for all":
        chosen = summarizing.choice(article.id)
        summarizing.use_for_all(article.id)
        assert summarizing.choice(make_article("Other").id) == chosen
    elif name == "undo":
        if library.undo() is not None:
            assert decided(library, article) == past[-1]
            undone = before
            library.redo()
            assert decided(library, article) == undone
            library.undo()
            return past[:-1]
        return past
    else:
        return [*past, before] if library.redo() is not None else past
    return [*past, before] if len(library.history) > steps else past


def check_summary(library, summarizing, article):
    focus = focus_words(library, article.id)
    method, length = summarizing.choice(article.id)
    if focus or method != "auto":
        values = tuple(1 / (n + 1) for n in range(6))
        library.facts.keep_scores(article.id, Scores(method, values), focus)
    summary = summarizing.summary(article.id)
    rulings = dict(library.decisions.rulings(article.id))
    edits = dict(library.wishes.edits(article.id))
    spans = [one.sentence.span for one in summary.sentences]
    assert all(span in spans for span, ruling in rulings.items() if ruling == "pin")
    assert not any(rulings.get(span) == "exclude" for span in spans)
    assert all(bool(one.wording) == (one.sentence.span in edits) for one in summary.sentences)
    if length.unit is LengthUnit.WORDS and not rulings and len(spans) > 1:
        assert summary.words <= length.amount
    wanted = [span for span in library.wishes.order(article.id) if span in spans]
    assert [span for span in spans if span in wanted] == wanted
