from briefer.model.summary import Scores
from briefer.summarizers.consensus import Consensus


class Voter:
    def __init__(self, label, values):
        self.name = self.label = label
        self._values = values

    def score(self, sentences, *, language, title="", focus=""):
        return Scores(self.name, self._values)


FOUR = ["One.", "Two.", "Three.", "Four."]


def test_what_most_methods_put_first_comes_first():
    methods = [
        Voter("A", (0.1, 0.9, 0.2, 0.3)),
        Voter("B", (0.2, 0.8, 0.1, 0.3)),
        Voter("C", (0.9, 0.2, 0.1, 0.3)),
    ]
    scores = Consensus(methods).score(FOUR, language="en")
    assert max(range(4), key=scores.values.__getitem__) == 1
    assert all(0 <= value <= 1 for value in scores.values)


def test_it_says_which_methods_chose_a_sentence():
    scores = Consensus([Voter("A", (4, 3, 2, 1)), Voter("B", (1, 2, 3, 4))]).score(
        FOUR, language="en"
    )
    assert [name for name, _ in scores.reasons[0]] == ["A"]
    assert [name for name, _ in scores.reasons[1]] == ["A", "B"]


def test_a_text_without_words_gets_no_votes():
    assert Consensus([Voter("A", (0.0, 0.0))]).score(["—", "—"], language="en").values == (0, 0)
