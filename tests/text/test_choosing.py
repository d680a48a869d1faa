import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model.summary import LengthUnit, Scores, SummaryLength
from briefer.text.choosing import choose
from briefer.text.sentences import paragraphs_of, split_sentences

STORY = (
    "The harbour council voted on Monday to close the old ferry pier. "
    "Engineers had warned since March that two of its pillars were cracked. "
    "Traders on the quay fear for the summer season. "
    "The harbour council voted on Monday to close the old ferry pier. "
    "A new pier is to open in 2027 at a cost of 14 million euros."
)


def sentences_of(text, language="en"):
    return split_sentences(text, paragraphs_of(text), language)


def scores(*values, method="auto"):
    return Scores(method, tuple(values))


def length(amount, unit=LengthUnit.SENTENCES):
    return SummaryLength(unit, amount)


def test_best_sentences_stand_in_reading_order():
    summary = choose(sentences_of(STORY), STORY, scores(0.1, 0.5, 0.2, 0.0, 0.9), length(2))
    assert [chosen.sentence.number for chosen in summary.sentences] == [1, 4]
    assert all(chosen.sentence.span.of(STORY) == chosen.text for chosen in summary.sentences)


def test_the_same_sentence_is_never_said_twice():
    summary = choose(sentences_of(STORY), STORY, scores(0.9, 0.1, 0.1, 1.0, 0.1), length(5))
    assert summary.numbers == {1, 2, 3, 4}


def test_a_sentence_like_a_chosen_one_gives_way_to_news():
    text = (
        "The minister resigned over the port contract on Friday. "
        "The minister resigned on Friday over the contract for the port. "
        "Her deputy takes over until the election."
    )
    summary = choose(sentences_of(text), text, scores(0.9, 0.85, 0.8), length(2))
    assert summary.numbers == {0, 2}


def test_pins_are_in_and_exclusions_out_whatever_the_scores():
    summary = choose(
        sentences_of(STORY),
        STORY,
        scores(1.0, 0.9, 0.0, 0.2, 0.3),
        length(2),
        pins=frozenset({2}),
        exclusions=frozenset({0, 3}),
    )
    assert summary.numbers == {1, 2}
    assert [chosen.pinned for chosen in summary.sentences] == [False, True]


def test_more_pins_than_wanted_all_stay():
    pins = frozenset({0, 1, 2})
    summary = choose(sentences_of(STORY), STORY, scores(*[0.5] * 5), length(1), pins=pins)
    assert summary.numbers == pins


def test_excluding_everything_leaves_nothing():
    everything = frozenset(range(5))
    summary = choose(
        sentences_of(STORY), STORY, scores(*[0.5] * 5), length(3), exclusions=everything
    )
    assert summary.sentences == ()


def test_a_word_limit_is_kept():
    summary = choose(
        sentences_of(STORY), STORY, scores(1, 0.9, 0.8, 0, 0.7), length(21, LengthUnit.WORDS)
    )
    assert summary.numbers == {0, 2}
    assert summary.words <= 21


def test_when_no_sentence_is_short_enough_the_shortest_is_given():
    summary = choose(
        sentences_of(STORY), STORY, scores(1, 0.9, 0.1, 0, 0.7), length(3, LengthUnit.WORDS)
    )
    assert summary.numbers == {2}


@pytest.mark.parametrize(("percent", "count"), [(1, 1), (40, 2), (100, 4)])
def test_percent_counts_sentences_and_gives_at_least_one(percent, count):
    summary = choose(
        sentences_of(STORY), STORY, scores(*[0.5] * 5), length(percent, LengthUnit.PERCENT)
    )
    assert len(summary.sentences) == count


def test_first_sentences_stay_first_even_when_alike():
    text = "The pier is closed. The old pier is closed. Ferries are cancelled."
    summary = choose(sentences_of(text), text, scores(1.0, 0.67, 0.33, method="lead"), length(2))
    assert summary.numbers == {0, 1}


def test_scores_that_are_too_few_do_no_harm():
    assert choose(sentences_of(STORY), STORY, scores(0.5), length(1)).numbers == {0}


def test_a_text_of_blanks_has_an_empty_summary():
    assert choose((), " \n ", scores(), length(3)).sentences == ()


def test_thousands_of_sentences_are_chosen_from_at_once():
    text = "\n".join(f"Ship number {i} left berth {i % 7} at dawn." for i in range(5000))
    found = sentences_of(text)
    summary = choose(
        found, text, scores(*[i % 97 / 97 for i in range(5000)]), length(50, LengthUnit.PERCENT)
    )
    assert len(summary.sentences) == 2500


lines = st.lists(
    st.text(alphabet="abcd .!?\"'é漢。", min_size=1, max_size=30), min_size=1, max_size=12
)


@given(
    lines=lines,
    amount=st.integers(1, 60),
    unit=st.sampled_from(LengthUnit),
    pins=st.frozensets(st.integers(0, 15), max_size=3),
    exclusions=st.frozensets(st.integers(0, 15), max_size=3),
    draw=st.randoms(use_true_random=False),
)
def test_every_choice_obeys_the_rules(lines, amount, unit, pins, exclusions, draw):
    text = "\n\n".join(lines)
    found = sentences_of(text)
    values = scores(*[draw.random() for _ in found])
    summary = choose(
        found, text, values, SummaryLength(unit, amount), pins=pins, exclusions=exclusions
    )
    numbers = [chosen.sentence.number for chosen in summary.sentences]
    known = {sentence.number for sentence in found}
    assert numbers == sorted(set(numbers))
    assert pins & known <= set(numbers)
    assert not (exclusions - pins) & set(numbers)
    free = [c.text.casefold() for c in summary.sentences if not c.pinned]
    assert len(free) == len(set(free))
    if known - exclusions:
        assert summary.sentences
    if unit is LengthUnit.WORDS and len(numbers) > 1 and not pins & known:
        assert summary.words <= amount
    if unit is LengthUnit.SENTENCES:
        assert len(numbers) <= max(amount, len(pins))


SPLIT = "The mayor spoke. “We will stay. We will rebuild.” Then the lights went out."


def chosen_of(text, values, length):
    sentences = split_sentences(text, paragraphs_of(text), "en")
    summary = choose(sentences, text, Scores("auto", values), length)
    return [chosen.text for chosen in summary.sentences]


def test_a_quotation_is_not_cut_in_half():
    both = ["“We will stay.", "We will rebuild.”"]
    assert chosen_of(SPLIT, (0.1, 0.9, 0.8, 0.2), SummaryLength(amount=2)) == both
    assert chosen_of(SPLIT, (0.1, 0.9, 0.8, 0.2), SummaryLength(amount=1)) == [
        "Then the lights went out."
    ]


def test_words_asked_for_hold_for_whole_quotations_too():
    found = chosen_of(SPLIT, (0.1, 0.9, 0.8, 0.2), SummaryLength(LengthUnit.WORDS, 5))
    assert found == ["Then the lights went out."]


def test_a_text_that_is_one_quotation_is_cut_rather_than_too_long():
    text = "“We will stay. We will rebuild.”"
    assert chosen_of(text, (0.1, 0.9), SummaryLength(amount=1)) == ["We will rebuild.”"]


def test_a_sentence_inside_and_outside_a_quotation_is_chosen_once():
    text = "“We will stay. We will rebuild.” The mayor left.\n\nWe will rebuild.”"
    found = chosen_of(text, (0.9, 0.8, 0.1, 0.9), SummaryLength(amount=4))
    assert len(found) == len(set(found))
