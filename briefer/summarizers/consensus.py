"""What most methods agree on: each ranks the sentences, and the ranks are added up."""

from collections.abc import Sequence

from briefer.model.summary import Scores
from briefer.plugins import Summarizer
from briefer.summarizers.focus import likenesses

# A method has "chosen" a sentence when it ranks it among its first so many.
_CHOSEN = 3


class Consensus:
    """Borda's count over several methods (de Borda, "Mémoire sur les élections au scrutin", 1784)."""

    name = "consensus"
    label = "Consensus"

    def __init__(self, methods: Sequence[Summarizer]) -> None:
        """`methods` have one voice each."""
        self._methods = tuple(methods)

    def score(
        self, sentences: Sequence[str], *, language: str, title: str = "", focus: str = ""
    ) -> Scores:
        """The mean of the sentences' ranks by all methods, 1 for one that all put first.

        The reasons are the methods that have it among their first three, in equal shares, and its
        likeness to the focus words that all of them obey.
        """
        count = len(sentences)
        votes = [0.0] * count
        reasons: list[list[tuple[str, float]]] = [[] for _ in sentences]
        for method in self._methods:
            values = method.score(sentences, language=language, title=title, focus=focus).values
            order = sorted(range(count), key=lambda number: (-values[number], number))
            for rank, number in enumerate(order):
                # What says nothing by any method (a rule of dashes) gets no votes for its place.
                if values[number] > 0:
                    votes[number] += (count - rank) / count
                    if rank < _CHOSEN:
                        reasons[number].append((method.label, 1.0 / len(self._methods)))
        for number, like in enumerate(likenesses(sentences, focus, language)):
            if like:
                reasons[number].append(("focus", like))
        most = len(self._methods) or 1
        return Scores(
            self.name, tuple(vote / most for vote in votes), tuple(tuple(own) for own in reasons)
        )
