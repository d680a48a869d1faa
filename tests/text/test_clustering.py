from hypothesis import given
from hypothesis import strategies as st

from briefer.text.clustering import Told, clusters

FLOOD = [
    "The river Orla burst its banks at Tevens on Monday and 300 people fled their homes.",
    "Rescuers in Tevens searched flooded cellars after the Orla broke its dyke.",
    "Mayor Ilse Brandt of Tevens blamed neglected dykes along the Orla for the flood.",
]
STRIKE = [
    "Pilots of Norvane Air walked out on Tuesday, grounding 120 flights from Castrel.",
    "The pilots' union rejected an offer by Norvane Air; passengers waited in Castrel.",
]


def told(texts):
    return [Told(f"{n}", text, "en") for n, text in enumerate(texts)]


def test_articles_on_one_event_are_one_group():
    groups = clusters(told(FLOOD + STRIKE))
    assert groups == [("0", "1", "2"), ("3", "4")]


def test_tighter_groups_are_smaller():
    assert len(clusters(told(FLOOD + STRIKE), 0.9)) == 5


def test_what_a_person_put_together_or_apart_stays_so():
    groups = clusters(told(FLOOD + STRIKE), together=[("0", "3")], apart=[("0", "1")])
    assert next(group for group in groups if "0" in group).count("3")
    assert not any({"0", "1"} <= set(group) for group in groups)


def test_months_between_two_texts_part_them():
    later = [Told("0", FLOOD[0], "en", day=0), Told("1", FLOOD[1], "en", day=200)]
    assert clusters(later) == [("0",), ("1",)]


pairs = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=6)


@given(texts=st.lists(st.text(), min_size=6, max_size=6), together=pairs, apart=pairs)
def test_every_text_is_in_one_group_and_apart_wins(texts, together, apart):
    given_texts = [Told(key, text, "") for key, text in zip("abcdef", texts, strict=True)]
    apart = [pair for pair in apart if pair[0] != pair[1]]
    groups = clusters(given_texts, together=together, apart=apart)
    assert sorted(key for group in groups for key in group) == list("abcdef")
    for one, other in apart:
        assert not any({one, other} <= set(group) for group in groups)
