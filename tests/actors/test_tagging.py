"""Words with offsets, and the tagger's promises."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.actors.tagger import name_tagger
from briefer.actors.tagger_features import FeatureReader
from briefer.actors.tagger_places import OFFSETS, by_places, seen_from
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


def row_of(sums, name):
    """Where the weights of a feature are that training named with the place it is seen from."""
    [(bare, [(place, _)])] = by_places([name]).items()
    return sums._places[sums._reader._index([bare])[0], place]


def test_a_feature_seen_from_several_places_is_one_feature():
    named = [seen_from("wport", offset) for offset in OFFSETS]

    assert by_places([*named, "xPort"]) == {
        "wport": [(place, place) for place in range(5)],
        "xPort": [(2, 5)],
    }
    assert [seen_from("xPort", offset) for offset in OFFSETS] == ["", "", "xPort", "", ""]


def test_what_is_kept_of_words_adds_up_to_their_features():
    sums = name_tagger()._sums
    reader = FeatureReader(lambda names: [row_of(sums, name) for name in names])
    sentences = [
        ["The", "’s", "Bank", "of", "Ghana", "agreed", ",", "said", "Anna", "Bell", "."],
        ["united", "Arab", "Emirates", "<>", "12", "—"],
        ["HEAVY", "RAIN"],
        ["so", "it", "went", "."],
    ]

    for _ in range(2):
        rows = [row for sentence in sentences for row in reader.rows(sentence)]
        expected = [sums._weights[row].sum(axis=0) for row in rows]
        assert np.allclose(sums.of(sentences), expected, atol=1e-4)


def test_words_beyond_what_is_remembered_are_read_anew(monkeypatch):
    sentence = ["President", "Alan", "Brown", "flew", "to", "Oslo", "."]
    before = name_tagger().tag([sentence])
    monkeypatch.setattr("briefer.actors.tagger_sums._MOST_REMEMBERED", 3)

    for number in range(4):
        name_tagger().tag([[f"word{number}", "and", f"Other{number}"]])

    assert name_tagger().tag([sentence]) == before
