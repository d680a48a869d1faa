"""Which lines of an article say something: not its dates, headings, bylines and captions."""

import re

from briefer.text.calendar_words import calendar_words
from briefer.text.month_names import MONTH_NUMBERS

_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»›“」』)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_]+")
# A sentence has so many words that are no date; a line without a full stop needs more of them.
_LEAST, _UNENDED = 4, 9
# In writing without blanks as many letters stand for a word.
_LETTERS_A_WORD = 3
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# How a line begins that names who wrote or took something, or when it was put up.
_OPENING = re.compile(
    r"[\s(\[]*(?:by|par|von|por|di|door|af|av|od|автор|file photo|photo|foto|fotos|image|photograph|picture|caption|"
    r"crédit|credit|credits|source|published|updated|last updated|posted|publié|mis à jour|"
    r"veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|read more|see also|"
    r"lire aussi|à lire aussi|mehr zum thema|leer más|leggi anche|share this|follow us|"
    r"voir aussi|media playback|click here|scroll down)\b[\s:|–-]*",
    re.IGNORECASE,
)
# A byline or credit is short; a sentence that begins so goes on (words).
_SHORT = 12


def is_statement(text: str, language: str = "", title: str = "") -> bool:
    """Whether this sentence says something by itself.

    Lines that are only a date, the headline (`title`), a byline, a credit or "read more" are none.
    """
    line = " ".join(text.split())
    if not line or line.casefold().rstrip(".") == " ".join(title.split()).casefold().rstrip("."):
        return False
    size = _size(line, language)
    is_ended = bool(_ENDED.search(line))
    if size < (_LEAST if is_ended else _UNENDED):
        return False
    opening = _OPENING.match(line)
    if opening is None:
        return True
    # "Par ailleurs, …" and "Von der Flut …" are sentences: they end, and hold more than names.
    names = [word for word in _WORD.findall(line[opening.end() :]) if not word[0].isupper()]
    is_credit = opening.group().rstrip()[-1:] == ":" and size <= _SHORT
    return is_ended and not is_credit and len(names) > 1


def _size(line: str, language: str) -> int:
    """How many words the line has that are no part of a date."""
    known = calendar_words(language)
    weekdays = known.weekdays if known is not None else {}
    words = [word.casefold() for word in _WORD.findall(line)]
    plain = [word for word in words if word not in MONTH_NUMBERS and word not in weekdays]
    spaceless = len(_SPACELESS.findall(line))
    return len(plain) + spaceless // _LETTERS_A_WORD
