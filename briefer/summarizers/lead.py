"""The first sentences: how news is written, and the method hardest to beat on it."""

from collections.abc import Sequence

from briefer.model.summary import Scores
from briefer.summarizers.focus import focused


class Lead:
    """Scores fall evenly from the first sentence to the last."""

    name = "lead"
    label = "First sentences"

    def score(
        self,
        sentences: Sequence[str],
        *,
        language: str,
        title: str = "",  # noqa: ARG002
        focus: str = "",
    ) -> Scores:
        """1 for the first sentence, just above 0 for the last; 0 for one without any word.

        With `focus` words the first sentences that are about them come first.
        """
        values = falling(len(sentences))
        scores = Scores(
            self.name,
            tuple(
                value if any(letter.isalnum() for letter in sentence) else 0.0
                for value, sentence in zip(values, sentences, strict=True)
            ),
            tuple((("position", value),) for value in values),
        )
        return focused(scores, sentences, focus, language)


def falling(count: int) -> list[float]:
    """`count` scores that fall evenly from 1 and stay above 0."""
    return [1.0 - index / count for index in range(count)]
