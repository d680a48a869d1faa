"""Decisions about one article's summary: they outlive methods, lengths and imports, and can be undone."""

import pytest
from making import make_analysis, make_article

from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import ArticleItem
from briefer.model.summary import Focus, LengthUnit, Scores, SummaryLength
from briefer.services.crew import Crew
from briefer.services.publishing import Publishing, gather
from briefer.services.summarizing import Summarizing

LENGTH = SummaryLength()


@pytest.fixture
def summarizing(library):
    crew = Crew(1)
    yield Summarizing(library, crew, LENGTH)
    crew.close()


def numbers(summarizing, article):
    return [one.sentence.number for one in summarizing.summary(article.id).sentences]


def sentence(library, article, number):
    return library.facts.analysis(article.id).sentences[number]


def test_a_moved_sentence_keeps_its_place_among_shorter_and_longer_summaries(
    library, article, summarizing
):
    summarizing.move(article.id, 2, 0)
    assert numbers(summarizing, article) == [2, 0, 1]

    summarizing.choose_length(article.id, "auto", SummaryLength(amount=2))
    assert numbers(summarizing, article) == [0, 1]
    summarizing.choose_length(article.id, "auto", SummaryLength(amount=4))

    assert numbers(summarizing, article) == [2, 3, 0, 1]
    summarizing.order_as_article(article.id)
    assert numbers(summarizing, article) == [0, 1, 2, 3]
    library.undo()
    assert numbers(summarizing, article) == [2, 3, 0, 1]


def test_moving_what_is_shown_leaves_the_order_of_what_is_not(library, article, summarizing):
    summarizing.choose_length(article.id, "auto", SummaryLength(amount=4))
    summarizing.move(article.id, 3, 0)
    summarizing.choose_length(article.id, "auto", SummaryLength(amount=3))

    summarizing.move(article.id, 2, 0)
    summarizing.choose_length(article.id, "auto", SummaryLength(amount=4))

    assert numbers(summarizing, article) == [3, 2, 0, 1]


def test_a_reworded_sentence_is_bracketed_in_its_quotation_and_can_be_put_back(
    library, article, summarizing
):
    quoted = sentence(library, article, 2)
    summarizing.reword(article.id, quoted, "“We won what we asked,” the union's leader said.")

    (said,) = [o for o in summarizing.summary(article.id).sentences if o.sentence.number == 2]
    assert said.said == "“We won what we asked [...],” the union's leader said."
    assert said.wording.is_edited
    assert said.text == "“We won what we asked for,” Elena Marinova said."

    summarizing.reword(article.id, quoted, said.text)
    assert all(o.wording is None for o in summarizing.summary(article.id).sentences)
    assert library.history[-1] == "put sentence back"


def test_writing_a_sentences_own_words_is_no_step(library, article, summarizing):
    before = library.history
    own = sentence(library, article, 0)

    summarizing.reword(article.id, own, own.span.of(article.text))

    assert library.history == before


def test_decisions_outlive_another_import_of_the_article(library, article, summarizing):
    summarizing.move(article.id, 1, 0)
    summarizing.reword(article.id, sentence(library, article, 0), "The port is open again.")
    shown = [one.said for one in summarizing.summary(article.id).sentences]

    library.facts.add(make_article(), make_analysis(make_article()))

    assert [one.said for one in summarizing.summary(article.id).sentences] == shown


def test_a_limit_in_words_counts_what_is_shown(library, article, summarizing):
    summarizing.choose_length(article.id, "auto", SummaryLength(LengthUnit.WORDS, 20))
    summarizing.reword(article.id, sentence(library, article, 0), "The port " + "is open " * 6)

    assert summarizing.summary(article.id).words <= 20


@pytest.mark.parametrize("method", ["auto", "lead", "lexrank", "consensus"])
def test_every_method_obeys_a_focus_and_gives_it_as_a_reason(library, article, summarizing, method):
    summarizing.choose_length(article.id, method, SummaryLength(amount=1))
    summarizing.set_focus(article.id, Focus("million euros agreement"))
    assert summarizing.summary(article.id) is None

    summarizing.make_scores(article.id, method)

    assert numbers(summarizing, article) == [4]
    assert "focus" in dict(summarizing.why(article.id)[4].shares)
    library.undo()
    assert method != "auto" or numbers(summarizing, article) == [0]


def test_a_focus_on_an_actor_means_all_its_names(library, article, summarizing):
    summarizing.choose_length(article.id, "lead", SummaryLength(amount=1))
    summarizing.set_focus(None, Focus("Elena Marinova", "person:elena marinova"))

    summarizing.make_scores(article.id, "lead")

    assert numbers(summarizing, article) == [2]
    assert summarizing.focus(article.id) == (
        (),
        (Focus("Elena Marinova", "person:elena marinova"),),
    )
    summarizing.spread_focus(
        article.id, Focus("Elena Marinova", "person:elena marinova"), everywhere=False
    )
    assert summarizing.focus(article.id)[1] == ()


def test_one_step_uses_method_and_length_for_all_articles(library, article, summarizing):
    other = make_article("Another")
    library.facts.add(other, make_analysis(other))
    summarizing.choose_length(other.id, "auto", SummaryLength(amount=7))
    summarizing.choose_length(article.id, "lead", SummaryLength(LengthUnit.PERCENT, 50))

    summarizing.use_for_all(article.id)

    assert summarizing.choice(other.id) == ("lead", SummaryLength(LengthUnit.PERCENT, 50))
    library.undo()
    assert summarizing.choice(other.id) == ("auto", SummaryLength(amount=7))
    library.redo()
    summarizing.prefer(SummaryLength(amount=4), names_meant=False)
    assert summarizing.choice(other.id) == ("auto", SummaryLength(amount=4))


def test_why_tells_of_actors_and_what_is_new(article, summarizing):
    why = summarizing.why(article.id)

    assert why[0].rank == 1
    assert ("Varna", 0.5) in why[0].actors
    assert 0.5 < why[0].news <= 1.0
    assert why[4].news is None


def test_the_other_methods_voices_are_known_once_scored(article, summarizing):
    assert summarizing.chosen_by(article.id) is None

    summarizing.make_scores(article.id, "consensus")

    assert "First sentences" in summarizing.chosen_by(article.id)[0]


def test_scores_made_from_sentences_that_were_cut_anew_meanwhile_are_not_kept(library, article):
    library.facts.keep_scores(article.id, Scores("lead", (1.0,)))

    library.facts.renew(make_analysis(article))

    assert library.facts.scores(article.id, "lead") is None


def test_a_briefing_has_the_order_the_edits_and_scores_nobody_has_asked_for(
    library, article, summarizing
):
    summarizing.choose_length(article.id, "lead", SummaryLength(amount=3))
    summarizing.set_focus(None, Focus("port of Varna"))
    publishing = Publishing(library, LENGTH)
    try:
        material = publishing.material([article.id])
        assert material.summaries[article.id].method == "lead"
        summarizing.move(article.id, 1, 0)
        summarizing.reword(article.id, sentence(library, article, 1), "Ships lay off the coast.")
        material = publishing.material([article.id])
    finally:
        publishing.close()

    assert next(o.sentence.number for o in material.summaries[article.id].sentences) == 1
    assert material.wordings[article.id][1].text == "Ships lay off the coast."
    assert article.id in material.rearranged


def told(*paragraphs, language="en"):
    return article_from_paragraphs(paragraphs, Source(title="Talks"), language=language)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maria Novak arrived on Monday. She said the talks were over.", "She [Maria Novak] said"),
        ("Maria Novak arrived on Monday. He said the talks were over.", "He said"),
        ("Maria Novak met Anna Berg on Monday. She said the talks were over.", "She said"),
        ("The talks went on. She said they were over.", "She said"),
        ("Maria Novak arrived on Monday. It said the talks were over.", "It said"),
    ],
)
def test_a_pronoun_is_given_its_name_only_where_one_person_can_be_meant(library, text, shown):
    from briefer.engines import analyser

    made = told(text)
    library.facts.add(made, analyser()(made))

    material = gather(library, [made.id], LENGTH, names_meant=True)

    wording = material.wordings[made.id].get(1)
    said = wording.text if wording else material.sentences[made.id][1].span.of(made.text)
    assert said.startswith(shown)
    assert not gather(library, [made.id], LENGTH).wordings[made.id]


def test_a_fixed_excerpt_is_printed_with_its_edits(library, article, summarizing):
    from briefer.model.document import Paragraph
    from briefer.services.briefing_desk import BriefingDesk

    desk = BriefingDesk(library)
    briefing = desk.new(template="plain")
    section = desk.get(briefing).sections[0]
    desk.add(section.id, [ArticleItem(article.id, sentences=(2, 1))])
    summarizing.reword(
        article.id, sentence(library, article, 2), "“We won what we asked,” said Marinova."
    )
    publishing = Publishing(library, LENGTH)

    document = publishing.document(briefing)

    publishing.close()
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert any(
        text.startswith("“We won what we asked [...],” said Marinova.\u00a0[edited] Ships had")
        for text in texts
    )
    assert "[edited]" in document.method
    assert "word for word" not in document.method
