"""Briefer's ranking where a program of sumy expects a summarizer."""

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from briefer.summarizers.for_sumy import BrieferSummarizer

LINES = (
    "The valley's only bridge was closed on Tuesday after a truck struck its northern pier.",
    "Engineers found a crack as wide as a hand and said repairs would take three weeks.",
    "Nobody was hurt.",
    "Is the ferry enough?",
    "The ferry will sail every twenty minutes until the bridge opens again, the council said.",
)


class OneWord:
    """sumy's tokenizer as far as a document asks for it."""

    def to_words(self, text):
        return tuple(text.split())


def document(lines, heading=""):
    made = [Sentence(line, OneWord()) for line in lines]
    if heading:
        made.insert(0, Sentence(heading, OneWord(), is_heading=True))
    return ObjectDocumentModel([Paragraph(made)])


def test_sentences_come_as_sumys_own_and_in_order():
    found = document(LINES)

    summary = BrieferSummarizer("en")(found, 2)

    assert len(summary) == 2
    assert [s for s in found.sentences if s in summary] == list(summary)


@pytest.mark.parametrize(
    ("count", "size"), [(1, 1), ("40%", 2), (99, 5), (lambda all_: all_[:3], 3)]
)
def test_the_count_may_be_whatever_sumy_takes(count, size):
    assert len(BrieferSummarizer("en")(document(LINES), count)) == size


def test_a_heading_says_what_the_text_is_about():
    crack = BrieferSummarizer("en")(document(LINES, "A crack as wide as a hand"), 2)
    ferry = BrieferSummarizer("en")(document(LINES, "Ferry to sail every twenty minutes"), 2)

    assert LINES[1] in map(str, crack)
    assert LINES[4] in map(str, ferry)


def test_the_same_sentence_never_comes_twice_and_nothing_gives_nothing():
    assert len(BrieferSummarizer("en")(document([LINES[0]] * 4), 3)) == 1
    assert BrieferSummarizer("en")(document([]), 3) == ()
