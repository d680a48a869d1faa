"""A sentence that was reworded by hand, made fit for print: no quotation is altered unmarked.

Inside quotation marks [...] stands for what was left out and [brackets] around what was put in;
outside them the words stand as they were written.
"""

from dataclasses import dataclass

from briefer.text.differences import word_changes
from briefer.text.quotations import quoting

_CUT = "[...]"
# Cutting these alone changes no one's words.
_SLIGHT = frozenset(' \t\n\u00a0,“”„«»‹›「」『』‘’"')


@dataclass(slots=True)
class _Letter:
    """A character of the new sentence; `cut` is what was left out of the old one before it."""

    text: str
    is_new: bool
    cut: str = ""


def bracketed(old: str, new: str, waiting: str = "") -> str:
    """The new sentence as it may be printed.

    `waiting` are the marks that would close a quotation that is open where the sentence begins.
    What was outside the old sentence's quotation marks and stands inside the new one's counts as
    put in.
    """
    letters, last_cut = _letters(old, new, waiting)
    is_open, _ = quoting(new, waiting)
    said: list[str] = []
    put_in = cut = ""
    for at, letter in enumerate(letters):
        cut += letter.cut if is_open[at] else ""
        if letter.is_new and is_open[at] and is_open[at + 1]:
            put_in += letter.text
            continue
        said += [_marked(put_in, cut, said[-1:], letter.text), letter.text]
        put_in = cut = ""
    cut += last_cut if is_open[-1] else ""
    return "".join([*said, _marked(put_in, cut, said[-1:], "")])


def _letters(old: str, new: str, waiting: str) -> tuple[list[_Letter], str]:
    """The new sentence letter by letter, and what was cut from the old one's end."""
    was_open, _ = quoting(old, waiting)
    letters: list[_Letter] = []
    at, cut = 0, ""
    for kind, text in word_changes(old, new):
        if kind == "cut":
            cut += text
            at += len(text)
            continue
        for letter in text:
            is_same = kind == "same"
            is_own = is_same and was_open[at] and was_open[at + 1]
            letters.append(_Letter(letter, not is_own, cut))
            at, cut = at + is_same, ""
    return letters, cut


def _marked(put_in: str, cut: str, before: list[str], after: str) -> str:
    """Brackets for what was put in and left out at one place, with blanks where they are lacking."""
    own = put_in.strip()
    is_cut = not _SLIGHT.issuperset(cut)
    if not own:
        if not is_cut:
            return put_in
        spaced = any(map(str.isspace, cut))
        left = " " if spaced and before and before[0].isalnum() else ""
        right = " " if spaced and after.isalnum() else ""
        return f"{left}{_CUT}{right}"
    has_own_brackets = own[0] == "[" and own[-1] == "]"
    shown = own if has_own_brackets else f"[{own}]"
    # A word in another's place stands for it; what is shorter leaves something out.
    if is_cut and not has_own_brackets and len(cut.split()) > len(own.split()):
        shown = f"{_CUT} {shown}"
    start = len(put_in) - len(put_in.lstrip())
    return put_in[:start] + shown + put_in[start + len(own) :]
