"""Reported speech: what a sentence says that somebody said, in its own words."""

from briefer.actors.cues import DOUBTFUL, PARTICIPLES
from briefer.actors.name_words import CALENDAR
from briefer.actors.passages import Passage
from briefer.actors.resolving import Speaker, Talk
from briefer.actors.subjects import (
    PREPOSITIONS,
    PRONOUNS,
    Subject,
    clause_subject,
    is_phrase,
    subject_after,
    subject_before,
)
from briefer.model.actors import Quote, QuoteKind
from briefer.model.text import Span

# A shorter clause ("said so") says nothing.
_LEAST_WORDS = 4
# Words between a German verb of saying and the comma before what was said.
_FAR = 14
_SKIPPED = frozenset(", : that dass que qu’ che что ότι πως أن إن".split())


def reported(
    text: str, passage: Passage, talk: Talk, verbs: frozenset[str], cues: frozenset[str]
) -> list[Quote]:
    """The reported clauses of a paragraph, at most one for each sentence and side of its verb."""
    found: list[Quote] = []
    start = 0
    while start < len(passage.tokens):
        end = passage.line_end(start)
        quote = _in_sentence(text, passage, talk, (verbs, cues), start, end)
        if quote is not None:
            found.append(quote)
        start = end
    return found


def _in_sentence(
    text: str,
    passage: Passage,
    talk: Talk,
    words: tuple[frozenset[str], frozenset[str]],
    start: int,
    end: int,
) -> Quote | None:
    verbs, cues = words
    low = passage.low
    for cue in range(start, end):
        if passage.quote_of[cue] is not None or cue in passage.naming:
            continue
        if low[cue] == "according" and low[cue + 1 : cue + 2] == ("to",):
            return _according(text, passage, talk, (cue, cue + 1), (start, end))
        if low[cue] in _AFTER and (cue == start or low[cue - 1] == ","):
            return _according(text, passage, talk, (cue, cue), (start, end))
        is_mixed = low[cue] in cues and _holds_quote(passage, cue, end)
        if not is_mixed and (low[cue] not in verbs or low[cue] in PARTICIPLES):
            continue
        subject = _subject(passage, talk, cue, (start, end), is_mixed=is_mixed)
        if subject is None or _is_passive(passage, cue) or _is_no_subject(passage, subject):
            continue
        if is_mixed and low[cue] not in verbs and _is_governed(passage, subject, start):
            continue
        clause = _behind_comma(passage, cue, subject, end) if talk.is_verb_second else None
        clause = clause or _clause(
            passage, cue, subject, (start, end), is_verb_first=talk.is_verb_first
        )
        if clause is None or (is_phrase(subject) and _only_does(passage, cue, clause)):
            continue
        if low[cue] not in verbs and subject.first < cue:
            # "accused the army of …" says more with its verb than without.
            clause = (cue, clause[1])
        speaker = talk.speaker(passage, subject)
        talk.spoke(speaker, passage, cue, whole=True)
        return _quote(text, passage, clause, speaker, cue)
    return None


def _subject(
    passage: Passage, talk: Talk, cue: int, part: tuple[int, int], *, is_mixed: bool
) -> Subject | None:
    """Who is the subject of the verb in the sentence; None when nobody is, or none that says something."""
    start, end = part
    low = passage.low
    begin = _after_quote(passage, start, cue)
    subject = None
    if talk.is_verb_first or (talk.is_verb_second and _is_inverted(passage, start, cue)):
        subject = subject_after(passage, cue, end)
    elif cue > begin:
        subject = subject_before(passage, cue, begin)
    if low[cue] in DOUBTFUL and (subject is None or is_phrase(subject)):
        return None
    if is_mixed and (subject is None or low[cue] in PARTICIPLES or low[cue - 1] in ("and", "to")):
        subject = clause_subject(passage, start, cue)
    if subject is not None and subject.pronoun in ("who", "i", "we"):
        return None
    if cue - 1 > start and low[cue - 1] in _HELPING and low[cue - 2] == ",":
        # "Le pont est fermé, a indiqué la préfecture."
        subject = subject_after(passage, cue, end) or subject
    if subject is None and cue > start and low[cue - 1] in (",", '"', "”"):
        subject = subject_after(passage, cue, end)
    return subject


def _is_inverted(passage: Passage, start: int, cue: int) -> bool:
    """Whether a German sentence begins with its time or place: "Am Montag sagte der Minister"."""
    is_before = passage.low[start] in _LEADING or passage.low[start] in CALENDAR
    return is_before and "," not in passage.low[start:cue]


def _behind_comma(passage: Passage, cue: int, subject: Subject, end: int) -> tuple[int, int] | None:
    """What was said in a German sentence: "teilte am Abend mit, | dass …"."""
    low = passage.low
    if cue and low[cue - 1] == ",":
        return None
    for at in range(max(cue + 1, subject.last), min(cue + _FAR, end)):
        if low[at] != ",":
            continue
        begin = at + 1
        while begin < end and low[begin] in _SKIPPED:
            begin += 1
        quoted = sum(one is not None for one in passage.quote_of[begin:end])
        is_said = end - begin >= _LEAST_WORDS and quoted < 0.5 * (end - begin)
        return (begin, end) if is_said else None
    return None


def _is_no_subject(passage: Passage, subject: Subject) -> bool:
    """Whether what stands for a subject is another part of a German or Romance sentence."""
    words = passage.low[subject.first : subject.last]
    return is_phrase(subject) and (words[0] in _LEADING or not _VERBS.isdisjoint(words))


def _is_governed(passage: Passage, subject: Subject, start: int) -> bool:
    """Whether a preposition leads up to the phrase: "In a message posted on Friday"."""
    before = passage.low[subject.first - 1] if subject.first > start else ""
    return is_phrase(subject) and before in PREPOSITIONS


def _only_does(passage: Passage, cue: int, clause: tuple[int, int]) -> bool:
    """Whether a thing does something: "the new lens adds a third dimension"."""
    low = passage.low
    behind = low[cue + 1 : cue + 2]
    return low[cue] in _DOING and low[clause[0] - 1] != "that" and behind not in _SAID


def _after_quote(passage: Passage, start: int, cue: int) -> int:
    """Behind the last quotation in front of the verb, or the sentence's start."""
    at = cue
    while at > start and passage.quote_of[at - 1] is None:
        at -= 1
    return at


def _is_passive(passage: Passage, cue: int) -> bool:
    """Whether somebody is told: "40,000 people were told to boil water"."""
    return cue > 0 and passage.low[cue - 1] in ("was", "were", "be", "been", "being")


def _holds_quote(passage: Passage, cue: int, end: int) -> bool:
    """Whether a quotation stands inside the clause behind the verb, not right behind it."""
    quoted = [at for at in range(cue + 1, end) if passage.quote_of[at] is not None]
    return bool(quoted) and quoted[0] - cue > 2


def _according(
    text: str, passage: Passage, talk: Talk, cues: tuple[int, int], part: tuple[int, int]
) -> Quote | None:
    """`cues` are the first and the last word of "according to" or the like."""
    cue, (start, end) = cues[0], part
    subject = subject_after(passage, cues[1], end)
    if subject is None:
        return None
    clause = (_after_aside(passage, subject.last, end), end) if cue - start < 2 else (start, cue)
    if clause[1] - clause[0] < _LEAST_WORDS:
        return None
    return _quote(text, passage, clause, talk.speaker(passage, subject), cue)


def _after_aside(passage: Passage, at: int, end: int) -> int:
    """Behind the comma, and behind ", a spokesman for the city,"."""
    low = passage.low
    if at < end and low[at] == ",":
        at += 1
        if at < end and low[at] in ("a", "an", "who", "the"):
            for spot in range(at, min(at + 14, end)):
                if low[spot] == "," and low[at] != "the":
                    return spot + 1
    return at


def _clause(
    passage: Passage, cue: int, subject: Subject, part: tuple[int, int], *, is_verb_first: bool
) -> tuple[int, int] | None:
    """The words that were said: behind the verb, or in front when verb and subject end the sentence."""
    start, end = part
    low = passage.low
    behind = max(cue + 1, subject.last if subject.first > cue else cue + 1)
    begin = behind
    is_begun = low[cue] in _PLAIN and low[behind : behind + 1] in _DETERMINED
    for at in range(behind, behind if is_begun else min(behind + 12, end)):
        if low[at] in PRONOUNS:
            # "said she knew that …", "told the forum he was …"
            begin = at if low[cue] in _TOLD or low[behind : behind + 1] in _TO_WHOM else begin
            break
        if low[at] in ("that", "أن", "إن") and passage.quote_of[at] is None:
            begin = at
            break
    is_plain = begin == behind
    if is_plain:
        begin = _after_date(passage, begin, end)
    is_to_whom = low[cue] in _TOLD or low[begin : begin + 1] in _TO_WHOM
    if is_plain and (is_to_whom or _is_aside(passage, begin, end)):
        begin = end
    while begin < end and low[begin] in _SKIPPED:
        begin += 1
    if subject.first > cue and not is_verb_first:
        # After "said Anna Bell, the head of the office" comes nothing that was said.
        begin = end
    rest = end - begin
    first = min(subject.first, cue)
    if first == cue and low[cue - 1] in _HELPING:
        first -= 1
    in_front = first - start
    is_tail = first > start + _LEAST_WORDS and low[first - 1] in (",", "—", "–")
    # 'When asked why, Bell replied, "…"': what stands in front is none of her words.
    is_tail = (
        is_tail
        and low[begin - 1] not in ("que", "qu’", "qu'", "dass")
        and all(one is None for one in passage.quote_of[behind : behind + 3])
    )
    if is_tail and in_front >= _LEAST_WORDS + 1 and (rest < 6 or low[behind] in _TAILS):
        told = sum(passage.quote_of[at] is not None for at in range(start, first))
        return (start, first - 1) if told < 0.4 * in_front else None
    if is_tail and passage.quote_of[first - 2] is not None:
        return None
    if rest < _LEAST_WORDS and (half := _half_quoted(passage, start, first)):
        return half
    quoted = sum(passage.quote_of[at] is not None for at in range(begin, end))
    if rest < _LEAST_WORDS or quoted > (0.5 if is_verb_first else 0.75) * rest:
        return None
    return (begin, end)


def _half_quoted(passage: Passage, start: int, first: int) -> tuple[int, int] | None:
    """The sentence before "he said" that begins in the text's words: 'With so many, "none will fail," he said'."""
    last = first - 1
    if last - start <= _LEAST_WORDS or passage.low[last] not in ('"', "”"):
        return None
    inside = [at for at in range(start, last) if passage.quote_of[at] is not None]
    begins = inside[0] - start - 1 if inside else 0
    is_whole = bool(inside) and inside[-1] >= last - 2 and passage.line_start(inside[0]) == start
    is_whole = is_whole and ":" not in passage.low[start : inside[0]]
    return (start, last) if is_whole and begins >= _LEAST_WORDS else None


def _after_date(passage: Passage, at: int, end: int) -> int:
    """Behind "Sunday," and "on Monday"."""
    low = passage.low
    begin = at
    if begin < end and low[begin] == "on":
        begin += 1
    while begin < end and low[begin] in CALENDAR:
        begin += 1
    is_date = begin > at and low[begin - 1] in CALENDAR
    if is_date and low[begin : begin + 1] in _HOURS:
        begin += 1
    return begin if is_date else at


def _is_aside(passage: Passage, at: int, end: int) -> bool:
    """Whether a comma and "marking the third time" follow, not what was said."""
    if at + 1 >= end or passage.low[at] != ",":
        return False
    return passage.low[at + 1].endswith("ing") or passage.low[at + 1] in (
        "who",
        "which",
        "a",
        "the",
        "as",
    )


_HOURS = frozenset((word,) for word in "morning afternoon evening night".split())
# "Selon la préfecture", "laut Polizei": as "according to".
_AFTER = frozenset("selon laut según".split())
_HELPING = frozenset("a ont hat haben ha han".split())
# German and French prepositions, and verbs: "Im Entwurf wird", "bei dem der Minister".
_LEADING = frozenset(
    "im am bei beim nach über vor seit mit zum zur des dem den aus unter durch dans pour sur avec selon chez au aux".split()
)
_VERBS = frozenset(
    "wird ist war hat hatte sei sind wurde werden est été s’est s'est sont était".split()
)
# "Said the spate demands that …": nobody is addressed, so the clause has begun.
_PLAIN = frozenset("said says say added adds".split())
_DETERMINED = frozenset((word,) for word in "the a an his her their its this these those".split())
_TOLD = frozenset(["told", "tells"])
_DOING = frozenset("add adds added maintain maintains maintained suggest suggests".split())
_SAID = frozenset((word,) for word in (":", ",", "that", '"', "“"))
_TO_WHOM = frozenset((word,) for word in "to from by about on in at during after before".split())
_TAILS = frozenset("on in at during after before . , when while as".split())


def _quote(
    text: str, passage: Passage, clause: tuple[int, int], speaker: Speaker, cue: int
) -> Quote:
    start, end = passage.tokens[clause[0]].start, passage.tokens[clause[1] - 1].end
    while end > start and text[end - 1] in " .,;!?…":
        end -= 1
    span = Span(start, end)
    return Quote(
        span,
        span.of(text),
        QuoteKind.INDIRECT,
        speaker.key,
        speaker.mention,
        passage.tokens[cue].text,
    )
