"""Sentences reworded by hand: what stands between quotation marks is never altered unmarked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.bracketing import bracketed
from briefer.text.quotations import quoting

SAID = "“We won what we asked for and more,” Elena Marinova said on Monday."


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (SAID, SAID),
        (
            "“We won what we asked for and more,” the union's leader said.",
            "“We won what we asked for and more,” the union's leader said.",
        ),
        (
            "“We won what we asked for,” Elena Marinova said on Monday.",
            "“We won what we asked for [...],” Elena Marinova said on Monday.",
        ),
        (
            "“They won what they asked for and more,” Elena Marinova said on Monday.",
            "“[They] won what [they] asked for and more,” Elena Marinova said on Monday.",
        ),
        (
            "“We won, at last, what we asked for and more,” Elena Marinova said on Monday.",
            "“We won[, at last,] what we asked for and more,” Elena Marinova said on Monday.",
        ),
        ("They won what they asked for, she said.", "They won what they asked for, she said."),
        (
            "“We won what we asked for and more,” said Marinova, “on Monday.”",
            "“We won what we asked for and more,” said Marinova, “[on Monday.]”",
        ),
        (
            "“We won [...] and more,” Elena Marinova said on Monday.",
            "“We won [...] and more,” Elena Marinova said on Monday.",
        ),
    ],
)
def test_only_changes_inside_quotation_marks_are_bracketed(new, shown):
    assert bracketed(SAID, new) == shown


def test_a_sentence_in_the_middle_of_a_quotation_is_bracketed_throughout():
    assert bracketed("They came late.", "They came very late.", "”") == "They came [very] late."


def test_other_marks_and_scripts():
    assert bracketed("Он сказал: «Мы ждали весь день».", "Он сказал: «Мы ждали».") == (
        "Он сказал: «Мы ждали [...]»."
    )
    assert bracketed("部长说：“我们没有预料到这个决定。”", "部长说：“我们没有预料到决定。”") == (
        "部长说：“我们没有预料到[...]决定。”"
    )


WORDS = st.lists(
    st.sampled_from(["“", "”", "we", "won", "it", ",", "«", "»", "not", "."]), max_size=12
)


@given(WORDS, WORDS)
def test_what_stands_unbracketed_in_a_quotation_is_the_sources_own(old, new):
    source, wanted = " ".join(old), " ".join(new)

    shown = bracketed(source, wanted)

    quoted, inner = [], 0
    is_open, _ = quoting(shown)
    for at, letter in enumerate(shown):
        inner += letter == "["
        if is_open[at] and is_open[at + 1] and not inner and letter.isalpha():
            quoted.append(letter)
        inner -= letter == "]"
    was_open, _ = quoting(source)
    own = [c for at, c in enumerate(source) if was_open[at] and was_open[at + 1]]
    rest = iter(own)
    assert all(letter in rest for letter in quoted)
