"""Several articles ranked as one story: what several tell comes first, once, and from its beginning."""

from hypothesis import given
from hypothesis import strategies as st

from briefer.summarizers.stories import score_story

COURIER = [
    "Tuesday, 14 May 2024",
    "The river Orla burst its banks at Tevens on Monday and flooded the old town.",
    "Bakers sold bread from boats in the drowned market square all morning long.",
]
TRIBUNE = [
    "The old town of Tevens stood under water after the river Orla burst its banks.",
    "Divers of the army searched the mill for two missing people.",
]
GAZETTE = [
    "Pumps were on their way from the capital, the interior ministry said in a note.",
    "The river Orla burst its banks, and two missing people were sought in the mill.",
]


def ranked(*articles, **how):
    sentences = [sentence for article in articles for sentence in article]
    values = score_story(articles, language="en", **how).values
    return [sentences[n] for n in sorted(range(len(values)), key=lambda n: -values[n])]


def test_what_several_tell_comes_first_and_is_not_said_again():
    first, second = ranked(COURIER, TRIBUNE, GAZETTE)[:2]

    assert "burst its banks" in first
    assert "missing people" in second


def test_a_bare_date_stands_behind_all_others():
    assert ranked(COURIER, TRIBUNE, GAZETTE)[-1] == "Tuesday, 14 May 2024"


def test_words_in_focus_bring_their_sentence_forward():
    plain, focused = (
        ranked(COURIER, TRIBUNE, GAZETTE, focus=focus).index(COURIER[2])
        for focus in ("", "bread from boats")
    )

    assert focused < plain


def test_one_article_alone_is_ranked_too():
    assert ranked(COURIER)[0] == COURIER[1]


WORDS = st.lists(
    st.sampled_from(["river", "town", "flood", "mayor", "bank", "河水", "the", "of"]), max_size=12
)


@given(st.lists(st.lists(WORDS.map(" ".join), max_size=6), max_size=5))
def test_each_sentence_has_a_place_of_its_own(articles):
    values = score_story(articles, language="en").values
    placed = [value for value in values if value]

    assert len(values) == sum(map(len, articles))
    assert all(0.0 <= value <= 1.0 for value in values)
    assert len(set(placed)) == len(placed)
