"""Groups of copies: the same in any order, never against the user, never through a roundup."""

import random

from hypothesis import given
from hypothesis import strategies as st
from wires import story

from briefer.text.folding import fold, pairs_among
from briefer.text.likeness import print_of

SENTENCES = st.lists(st.integers(0, 30), min_size=4, max_size=14, unique=True)
TEXTS = st.lists(SENTENCES, min_size=2, max_size=9)


def groups(texts, order, different=()):
    """The groups by place in `texts`, the articles having come in this order."""
    numbers, wordings, shingles = {}, {}, []
    for place in order:
        made = print_of("\n\n".join(story(*texts[place])))
        if made.digest not in numbers:
            numbers[made.digest] = len(numbers)
            shingles.append(made.shingles)
        wordings[f"{place:02}"] = numbers[made.digest]
    lengths = dict(enumerate(map(len, shingles)))
    apart = [(f"{one:02}", f"{other:02}") for one, other in different]
    found = fold(wordings, lengths, pairs_among(shingles), apart)
    return {frozenset(int(name) for name in group) for group in found}


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(texts, chance):
    order = list(range(len(texts)))
    chance.shuffle(order)

    assert groups(texts, order) == groups(texts, range(len(texts)))


@given(TEXTS, st.data())
def test_what_was_called_different_is_never_in_one_group(texts, data):
    places = st.integers(0, len(texts) - 1)
    ruled = data.draw(st.lists(st.tuples(places, places).filter(lambda p: p[0] != p[1])))

    found = groups(texts, range(len(texts)), ruled)

    assert not [pair for pair in ruled for group in found if set(pair) <= group]


def test_the_rest_of_a_group_stays_together_when_one_is_parted_from_it():
    texts = [list(range(10))] * 4

    assert groups(texts, range(4), [(1, 0), (1, 2), (1, 3)]) == {frozenset({0, 2, 3})}


def test_a_new_copy_does_not_bring_together_what_was_parted():
    texts = [list(range(10)), list(range(10)), list(range(10))]

    found = groups(texts, range(3), [(0, 1)])

    assert len(found) == 1
    assert not found & {frozenset({0, 1}), frozenset({0, 1, 2})}


def test_a_roundup_of_briefs_is_no_copy_of_them_nor_are_they_of_one_another():
    briefs = [list(range(at, at + 5)) for at in (0, 5, 10, 15)]
    roundup = [number for brief in briefs for number in brief]

    assert groups([*briefs, roundup, roundup], range(6)) == {frozenset({4, 5})}


def test_two_halves_are_copies_of_the_whole():
    whole = list(range(12))

    assert groups([whole, whole[:6], whole[6:]], range(3)) == {frozenset({0, 1, 2})}


def test_hundreds_of_versions_are_one_group():
    chance = random.Random(1)
    texts = [sorted(chance.sample(range(20), 16)) for _ in range(120)]

    assert [len(group) for group in groups(texts, range(120))] == [120]
