"""Which actor a subject means: a name, "he" or "she", "the ministry", "the minister"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from briefer.actors.folding import fold
from briefer.actors.gazetteer import gazetteer
from briefer.actors.passages import Naming, Passage
from briefer.actors.subjects import Subject
from briefer.model.actors import Actor, ActorKind, Mention

Fits = Callable[[Actor], bool]
Introduced = Callable[[Passage], Subject | None]
_HE = frozenset("he il er él lui egli он ο αυτός".split())
_SHE = frozenset("she elle sie ella lei она αυτή".split())
_THING = frozenset(["it"])
_HIS = frozenset(["mr", "sir", "lord", "king", "prince"])
_HERS = frozenset(
    (
        "mrs ms miss lady queen princess dame madame frau señora signora spokeswoman congresswoman "
        "chairwoman actress"
    ).split()
)
# "He" rarely reaches further back than this many paragraphs.
_REACH = 4
# … nor this many sentences, nor words.
_LINES, _WORDS = 12, 400
# "The minister" is looked for among the first so many actors.
_ACTORS = 200


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor who speaks, when known, and the words that say so."""

    key: str | None
    mention: Mention | None


class Talk:
    """What has been said so far in a text, and by whom."""

    def __init__(
        self, text: str, passages: Sequence[Passage], actors: Sequence[Actor], language: str
    ) -> None:
        """`actors` are all of the text."""
        self.is_verb_first = language in ("ar", "he")
        self.is_verb_second = language == "de"
        self._text = text
        self._passages = passages
        self._actors = {actor.key: actor for actor in actors}
        self._at = 0
        self._said: list[tuple[int, int, Speaker, bool]] = []
        self._sexes = {
            actor.key: _sex(actor, text) for actor in actors if actor.kind is ActorKind.PERSON
        }

    def enter(self, number: int) -> None:
        """From now on the paragraph of that number is read."""
        self._at = number

    def spoke(self, speaker: Speaker, passage: Passage, word: int, *, whole: bool) -> None:
        """Remember who spoke last; `whole` when it was more than a word or two."""
        self._said.append((self._at, passage.tokens[word].start, speaker, whole))

    def speaker(self, passage: Passage, subject: Subject) -> Speaker:
        """The actor a subject means; its key is None when nobody known is meant."""
        mention = passage.words(subject.first, subject.last, self._text)
        if subject.naming is not None:
            mention = self._narrowed(subject.naming, mention)
            return Speaker(subject.naming.actor.key, mention)
        if subject.pronoun:
            return Speaker(self._meant(passage, subject), mention)
        return Speaker(self._described(passage, subject), mention)

    def neighbour(self, passage: Passage, first: int, introduced: Introduced) -> Speaker | None:
        """Who spoke in the paragraph before, or is said there to speak now."""
        here = passage.tokens[first].start
        previous = self._passages[self._at - 1] if self._at else None
        if previous is not None and previous.low[-1] == ":" and first <= 1:
            subject = introduced(previous)
            if subject is not None:
                return self.speaker(previous, subject)
        for at, place, speaker, whole in reversed(self._said):
            if whole and at >= self._at - 1 and place < here:
                return speaker
        naming = _topic(passage, max(first - _WORDS, 0), first)
        if naming is None and previous is not None:
            naming = _topic(previous, max(len(previous.tokens) - _WORDS, 0), len(previous.tokens))
        return Speaker(naming.actor.key, naming.mention) if naming else None

    def _narrowed(self, naming: Naming, mention: Mention) -> Mention:
        return naming.mention if naming.mention.span.end <= mention.span.end else mention

    def _meant(self, passage: Passage, subject: Subject) -> str | None:
        word = subject.pronoun
        if word in _THING:
            return self._recent(passage, subject.first, lambda a: a.kind is not ActorKind.PERSON)
        if word not in _HE and word not in _SHE:
            return None
        wanted = "m" if word in _HE else "f"
        return self._recent(
            passage,
            subject.first,
            lambda a: a.kind is ActorKind.PERSON and self._sexes.get(a.key, "") in ("", wanted),
        )

    def _recent(self, passage: Passage, before: int, fits: Fits) -> str | None:
        """The last fitting speaker or subject before a word, else the last fitting name."""
        here = passage.tokens[before].start
        start = passage.line_start(before)
        own = _topic(passage, start, before, fits)
        if own is not None:
            return own.actor.key
        for number in range(self._at, max(self._at - _REACH, -1), -1):
            one = self._passages[number]
            end = start if number == self._at else len(one.tokens)
            for _ in range(_LINES):
                if end <= 0:
                    break
                begin = one.line_start(end - 1)
                spoken = self._speaker_between(
                    one.tokens[begin].start, min(here, one.tokens[end - 1].end), fits
                )
                if spoken is not None:
                    return spoken
                topic = _topic(one, begin, end, fits)
                if topic is not None:
                    return topic.actor.key
                end = begin
        return None

    def _speaker_between(self, start: int, end: int, fits: Fits) -> str | None:
        for _, place, speaker, _ in reversed(self._said):
            if place < start:
                return None
            if place < end and speaker.key and fits(self._actors[speaker.key]):
                return speaker.key
        return None

    def _described(self, passage: Passage, subject: Subject) -> str | None:
        """Whom "the minister" or "the ministry" means, when only one actor fits."""
        if passage.low[subject.first] not in (
            "the",
            "der",
            "die",
            "le",
            "la",
            "el",
            "il",
            "ο",
            "η",
        ):
            return None
        here = passage.tokens[subject.first].start
        fitting = []
        for actor in islice(self._actors.values(), _ACTORS):
            if actor.mentions[0].span.start > here:
                continue
            described = set(passage.low[subject.first + 1 : subject.last])
            is_held = any(described <= set(role.text.casefold().split()) for role in actor.roles)
            is_named = actor.kind is ActorKind.ORGANISATION and described <= set(
                actor.name.casefold().split()
            )
            if is_held or is_named:
                fitting.append(actor)
        return fitting[0].key if len(fitting) == 1 else None


def _topic(passage: Passage, first: int, last: int, fits: Fits | None = None) -> Naming | None:
    """The first name outside quotations that fits and is no "of X" or "X's"."""
    at = first
    while at < last:
        naming = passage.naming.get(at)
        if naming is None:
            at += 1
            continue
        at = max(naming.last, at + 1)
        if passage.quote_of[naming.first] is not None or naming.last > last:
            continue
        actor = naming.actor
        is_fit = fits(actor) if fits else actor.kind is ActorKind.PERSON
        if actor.kind is ActorKind.PLACE and actor.country is None:
            continue
        if is_fit:
            return naming
    return None


def _sex(actor: Actor, text: str) -> str:
    """The letter m or f, or nothing, as titles before the name and the given name tell."""
    for mention in actor.mentions:
        before = text[max(0, mention.span.start - 16) : mention.span.start].casefold().split()
        if before and before[-1].rstrip(".") in _HERS:
            return "f"
        if before and before[-1].rstrip(".") in _HIS:
            return "m"
    for role in actor.roles:
        words = role.text.casefold().split()
        if any(word.endswith("woman") or word in _HERS for word in words):
            return "f"
        if any(
            word in ("spokesman", "chairman", "congressman", "king", "prince") for word in words
        ):
            return "m"
    first = fold(actor.name.split()[0])
    known = gazetteer()
    if " " not in actor.name:
        return ""
    return "f" if first in known.female else "m" if first in known.male else ""
