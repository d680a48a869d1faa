"""Words with offsets, and the tagger's promises."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.actors.tagger import name_tagger
from briefer.actors.tokens import tokens_of


def words(text):
    return [token.text for token in tokens_of(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Italy's plan", ["Italy", "'s", "plan"]), ("U.S.-based", ["U.S.", "-", "based"]),
     ("Mr. Kato", ["Mr.", "Kato"]), ("Japan-China talks", ["Japan", "-", "China", "talks"]),
     ("Ban Ki-moon", ["Ban", "Ki-moon"]), ("40,000 people.", ["40,000", "people", "."])],
)  # fmt: skip
def test_words_are_parted_as_names_need_it(text, parts):
    assert words(text) == parts


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_every_word_is_the_texts_own(text):
    for token in tokens_of(text, 0, len(text)):
        assert text[token.start : token.end] == token.text


def test_names_are_tagged_with_chances_that_sum_to_one():
    tagged = name_tagger().tag([["President", "Alan", "Brown", "flew", "to", "Oslo", "."]])[0]

    assert [(name.start, name.end, name.label) for name in tagged] == [(1, 3, "PER"), (5, 6, "LOC")]
    assert all(np.isclose(sum(name.chance.values()), 1) for name in tagged)


def test_a_sentence_is_tagged_alike_alone_and_among_others():
    first, second = ["Anna", "Bell", "spoke", "."], ["The", "Bank", "of", "Ghana", "agreed", "."]

    together = name_tagger().tag([first, second])[1]
    alone = name_tagger().tag([second])[0]

    assert [name.label for name in together] == [name.label for name in alone]


@pytest.mark.parametrize("sentences", [[], [["word"] * 5_000], [["A"], ["."]]])
def test_odd_sentences_are_tagged(sentences):
    assert len(name_tagger().tag(sentences)) == len(sentences)
