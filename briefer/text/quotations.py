"""Which sentences one quotation binds together, so that none is shown cut in half."""

from collections.abc import Sequence

from briefer.model.text import Sentence

# Opening marks and what closes them. German „…“ closes with what English opens with.
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}
# Besides those, as some papers set them: »…« and ‘…’. The last closes an apostrophe's way too.
_MORE_CLOSERS = {**_CLOSERS, "»": "«", "‘": "’", '"': '"'}
# A quotation of more sentences than this is a speech; one sentence of it stands for itself.
_LONGEST = 4


def bound(sentences: Sequence[Sentence], text: str) -> list[tuple[int, ...]]:
    """Runs of sentence positions (0-based, of `sentences`) that one quotation spans.

    Each run has two to four sentences of one paragraph; all others stand alone and are not listed.
    """
    runs: list[tuple[int, ...]] = []
    current: list[int] = []
    waiting = ""
    for index, sentence in enumerate(sentences):
        if current and sentences[current[-1]].paragraph != sentence.paragraph:
            current, waiting = [], ""
        waiting = _open_at_end(sentence.span.of(text), waiting)
        current.append(index)
        if not waiting:
            if 1 < len(current) <= _LONGEST:
                runs.append(tuple(current))
            current = []
    return runs


def quoting(text: str, waiting: str = "") -> tuple[list[bool], str]:
    """Whether a quotation is open before each character and at the end, and what would close it there.

    `waiting` are the marks that would close the one that is open already.
    """
    found = [bool(waiting)]
    for at, letter in enumerate(text):
        if waiting:
            # An apostrophe inside a word closes nothing.
            if letter in waiting and not (letter == "’" and text[at + 1 : at + 2].isalpha()):
                waiting = ""
        else:
            waiting = _MORE_CLOSERS.get(letter, "")
        found.append(bool(waiting))
    return found, waiting


def _open_at_end(sentence: str, waiting: str) -> str:
    """The marks that would close the quotation still open after `sentence`; empty when none is."""
    for letter in sentence:
        if waiting:
            if letter in waiting:
                waiting = ""
        elif letter == '"':
            waiting = '"'
        elif letter in _CLOSERS:
            waiting = _CLOSERS[letter]
    return waiting
