"""What German capitals say: nouns bear them as names do, so other signs must tell names apart."""

from collections.abc import Collection, Sequence

from briefer.actors.name_words import GERMAN_NOUNS

# After these an unknown German word is a place: no article stands between.
_WHERE = frozenset("in bei nach aus zwischen".split())


def is_german_noun(low: str, common: Collection[str]) -> bool:
    """Whether a word is a noun by its ending, or ends in a common one: "Tankschiff"."""
    return GERMAN_NOUNS.search(low) is not None or any(
        low[at:] in common for at in range(3, len(low) - 3)
    )


def is_german_place(words: Sequence[str], at: int) -> bool:
    """Whether a word stands where an unknown name is a place's: "bei Vilshofen"."""
    before = words[at - 1].lower() if at else ""
    is_pair = before == "und" and at > 2 and words[at - 3].lower() == "zwischen"
    return (before in _WHERE or is_pair) and len(words[at]) > 3
