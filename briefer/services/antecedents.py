"""Whom the "he" means with which a sentence begins, where that is sure enough to be printed."""

import re
from collections.abc import Sequence

from briefer.model.actors import Actor, ActorKind, Findings
from briefer.model.text import Sentence, Span
from briefer.text.given_names import sex_of

# Pronouns that stand for one person alone, by language: for a man, and for a woman. "Il", "sie" and
# the like stand for much else as well; there only who is known to speak is named.
_HE = {
    "en": "he", "fr": "il", "de": "er", "es": "él", "it": "lui egli", "pt": "ele", "nl": "hij",
    "pl": "on", "cs": "on", "ru": "он", "uk": "він", "el": "αυτός", "sv": "han", "da": "han",
    "no": "han",
}  # fmt: skip
_SHE = {
    "en": "she", "fr": "elle", "de": "sie", "es": "ella", "it": "lei", "pt": "ela", "nl": "zij",
    "pl": "ona", "cs": "ona", "ru": "она", "uk": "вона", "el": "αυτή", "sv": "hon", "da": "hun",
    "no": "hun",
}  # fmt: skip
_ONLY_PERSONS = frozenset(("en", "sv", "da", "no", "nl", "it"))
_OPENING = re.compile(r"[\"'“‘«„\s]*([^\W\d_]+)")
_HIS_TITLES = frozenset(("mr", "sir", "lord", "king", "prince", "herr", "señor", "signor"))
_HER_TITLES = frozenset(
    (
        "mrs",
        "ms",
        "miss",
        "lady",
        "queen",
        "princess",
        "dame",
        "madame",
        "frau",
        "señora",
        "signora",
    )
)
# Who acts in a sentence is named at its beginning (characters).
_SUBJECT = 40


def antecedent(
    text: str, sentences: Sequence[Sentence], number: int, findings: Findings, language: str
) -> tuple[Span, str] | None:
    """The opening pronoun's place and the name of the person it means; None where that is not sure.

    Sure is whoever is known to speak there, and the one person that the sentence before is about
    if it names no other and the pronoun is that of the person's sex.
    """
    span = sentences[number].span
    found = _OPENING.match(span.of(text))
    code = language[:2]
    if found is None:
        return None
    word = found[1].casefold()
    wanted = "m" if word in _HE.get(code, "").split() else ""
    wanted = wanted or ("f" if word in _SHE.get(code, "").split() else "")
    if not wanted:
        return None
    place = Span(span.start + found.start(1), span.start + found.end(1))
    people = {a.key: a for a in findings.actors if a.kind is ActorKind.PERSON}
    speaker = next(
        (
            q.speaker
            for q in findings.quotes
            if q.speaker_mention and q.speaker_mention.span == place
        ),
        None,
    )
    before = sentences[number - 1].span if number else Span(0, 0)
    fitting = [a for a in people.values() if _sex(a, findings, text, code) in ("", wanted)]
    named = [a for a in fitting if any(before.overlaps(m.span) for m in a.mentions)]
    if speaker in people:
        # Where the sentence before names others too, a reader could think of either.
        sure = people[speaker] in fitting and all(a.key == speaker for a in named)
        return (place, people[speaker].name) if sure else None
    if code not in _ONLY_PERSONS:
        return None
    person = _subject(before, named)
    if person is None or _sex(person, findings, text, code) != wanted:
        return None
    return place, person.name


def _subject(before: Span, named: Sequence[Actor]) -> Actor | None:
    """The one person that a sentence names, if at its beginning."""
    if len(named) != 1:
        return None
    first = min(m.span.start for m in named[0].mentions if before.overlaps(m.span))
    return named[0] if first - before.start <= _SUBJECT else None


def _sex(actor: Actor, findings: Findings, text: str, code: str) -> str:
    """As the article itself tells: by "he" and "she" for the same speaker, by titles, by given name."""
    for quote in findings.quotes:
        if quote.speaker == actor.key and quote.speaker_mention is not None:
            word = quote.speaker_mention.text.casefold()
            if word in _HE.get(code, "").split():
                return "m"
            if word in _SHE.get(code, "").split():
                return "f"
    for mention in actor.mentions:
        before = text[max(0, mention.span.start - 16) : mention.span.start].casefold().split()
        title = before[-1].rstrip(".") if before else ""
        if title in _HER_TITLES or title in _HIS_TITLES:
            return "f" if title in _HER_TITLES else "m"
    return sex_of(actor.name.split()[0]) if " " in actor.name else ""
