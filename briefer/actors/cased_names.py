"""Names in languages that write names with capitals, by rules and lists.

A run of capitalised words is a person when a given name, a title or a verb of saying stands with
it, a body when it holds a word for bodies, a place when the lists have it. A run with no such
evidence is nothing: most capitalised words that the lists do not know are no actors.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefer.actors.capital_runs import PARTICLES, Run, governed, runs, surnames
from briefer.actors.cues import cues_of
from briefer.actors.folding import fold
from briefer.actors.gazetteer import capital_adjectives, common_words, gazetteer
from briefer.actors.german_words import is_german_noun, is_german_place
from briefer.actors.inflection import (
    city_stems,
    common_stems,
    country_stems,
    first_stems,
    is_declined,
    stem,
)
from briefer.actors.lines import Line
from briefer.actors.name_words import (
    BODY_WORDS,
    CALENDAR,
    COMPOUND_TITLES,
    GERMAN_ALONE,
    GERMAN_BODIES,
    LINKS,
    ROLE_NOUNS,
    TITLES,
)
from briefer.actors.names import Name, name_at
from briefer.actors.words_not_towns import words_not_towns
from briefer.model.actors import ActorKind

_WHERE = frozenset(
    "in bei nach aus von zwischen und à en près en desde hacia da presso в из под на до στη στην στο".split()
)
# In these languages only the first word of a body's name is a capital; two in a row are a person.
_ONLY_PERSONS = frozenset("ru uk bg sr mk el fr es it pt ro".split())


def cased_names(text: str, lines: Sequence[Line], language: str) -> list[Name]:
    """All names of the lines in order; `language` may be empty."""
    finder = _Finder(lines, language)
    names: list[Name] = []
    for line in lines:
        for run in runs(line, finder.may_be_name):
            for first, last, kind, code in finder.read(run):
                usual = (
                    finder.usual(" ".join(line.words[first:last]))
                    if kind is ActorKind.PLACE
                    else None
                )
                names.append(name_at(text, line, first, last, kind, code, usual))
    return sorted([*names, *surnames(text, lines, names, language)], key=lambda name: name.span)


class _Finder:
    """What one text and its language say of words."""

    def __init__(self, lines: Sequence[Line], language: str) -> None:
        self.language = language
        self._common = common_words(language)
        self._known = gazetteer()
        self._countries = country_stems(language)
        self._cities = city_stems(language)
        self._first = first_stems(language)
        self._no_towns = words_not_towns(language)
        self._cues = cues_of(language)
        # Each word is asked for several times; what was answered is kept.
        self._asked: dict[str, str | None] = {}
        self._inside = Counter(
            token.text
            for line in lines
            if not line.is_heading
            for token in line.tokens[1:]
            if token.is_capital
        )
        self._small = {
            token.text for line in lines for token in line.tokens if not token.is_capital
        }

    def may_be_name(self, words: Sequence[str], at: int) -> bool:
        """Whether the word is capitalised for itself, not for its sentence or its language."""
        if at >= len(words) or not words[at][0].isupper():
            return False
        word = words[at]
        low = word.lower()
        if low in CALENDAR or len(word) > 40:
            return False
        if self._is_listed(word):
            return True
        is_first = at == 0 or words[at - 1] in '"“«„.:;–—-•'
        if is_first and (
            low in self._common or low in self._small or low in LINKS or len(word) == 1
        ):
            return self._is_first(word) and low not in self._small
        return True

    def _is_listed(self, word: str) -> bool:
        return bool(self._country(word)) or self._place(word) or word in self._known.bodies

    def _is_noun(self, word: str) -> bool:
        """Whether a German capitalised word is a common noun."""
        low = word.lower()
        if low in TITLES:
            return True
        if self.language != "de":
            return low in self._common and len(word) > 1
        if low in self._common or low in self._small:
            return True
        return is_german_noun(low, self._common)

    def _is_common(self, word: str) -> bool:
        """Whether the word, in any of its forms, is a common one."""
        if word.lower() in self._common:
            return True
        return is_declined(self.language) and stem(word, self.language) in common_stems(
            self.language
        )

    def _is_first(self, word: str) -> bool:
        parts = word.split("-")
        # "Βλαντίμιρ" is in no list of names, but a town so called is.
        plain = fold(self._known.elsewhere.get(parts[0], parts[0]))
        return stem(parts[0], self.language) in self._first or plain in self._known.first

    def _country(self, name: str) -> str | None:
        if name not in self._asked:
            self._asked[name] = self._look_up(name)
        return self._asked[name]

    def _look_up(self, name: str) -> str | None:
        if name.lower() in self._no_towns:
            # "Man" is no island.
            return None
        if name in self._known.countries or name in self._known.demonyms:
            return self._known.country(name)
        stems = " ".join(stem(word, self.language) for word in name.split())
        return self._countries.get(stems) or self._demonym(name)

    def _demonym(self, name: str) -> str | None:
        """The country of "Amerikaner", "Français", "die Iraner"."""
        for form, code in capital_adjectives(self.language).get(name[:1], ()):
            if name == form or (form[-1] == "*" and name.startswith(form[:-1])):
                return code
        return None

    def usual(self, name: str) -> str | None:
        """The place's name without the endings it bears in the text."""
        if name in self._known.elsewhere:
            return None
        return self._cities.get(" ".join(stem(word, self.language) for word in name.split()))

    def _place(self, name: str) -> bool:
        return name.lower() not in self._no_towns and (
            self._known.is_known_place(name)
            or name in self._known.elsewhere
            or self.usual(name) is not None
        )

    def read(self, run: Run) -> Iterator[tuple[int, int, ActorKind, str | None]]:
        """The names in a run: first word, behind the last, kind, country."""
        first, last = run.first, run.last
        words = run.line.words
        while first < last:
            size, kind, code = self._listed(words, first, last)
            if size:
                yield first, first + size, kind, code
                first += size
                continue
            low = words[first].lower()
            behind = (
                governed(words, first + 1) if low in BODY_WORDS and self.language != "en" else 0
            )
            if behind > first + 1:
                yield first, behind, ActorKind.ORGANISATION, None
                first = behind
                continue
            stop = first + 1
            while stop < last and not self._listed(words, stop, last)[0]:
                stop += 1
            while stop > first and words[stop - 1] in PARTICLES:
                stop -= 1
            yield from self._unlisted(run, first, stop)
            first = max(stop, first + 1)
            while first < last and words[first] in PARTICLES:
                first += 1

    def _listed(
        self, words: Sequence[str], first: int, last: int
    ) -> tuple[int, ActorKind, str | None]:
        """How many words the longest listed name at `first` has; 0 for none."""
        for size in range(min(4, last - first), 0, -1):
            whole = " ".join(words[first : first + size])
            if whole in self._known.bodies:
                return size, ActorKind.ORGANISATION, None
            code = self._country(whole)
            if code and first and words[first - 1].lower() in _WHERE and self._is_people(whole):
                # "bei Russe" is the town on the Danube, no Russian.
                return 1, ActorKind.PLACE, None
            if code and not (size == 1 and len(whole) < 3):
                return size, ActorKind.PLACE, code
            if self._place(whole) and (size > 1 or not self._is_person_start(words, first, last)):
                return size, ActorKind.PLACE, None
        return 0, ActorKind.PLACE, None

    def _is_people(self, word: str) -> bool:
        return word not in self._known.countries and self._demonym(word) is not None

    def _is_person_start(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether a given name follows or stands here: "Florence Parly", "Paris Hilton"."""
        return (
            last - first > 1
            and self._is_first(words[first])
            and (not self._is_noun(words[first + 1]) or self._is_family(words, first + 1))
        )

    def _is_family(self, words: Sequence[str], at: int) -> bool:
        """Whether a common word, such as "Poutine", is a family name behind a given one here."""
        word = words[at]
        low = word.lower()
        return (
            self.language != "de"
            and word[0].isupper()
            and not word.isupper()
            and not (low in TITLES or low in BODY_WORDS or low in self._small)
            and self._is_first(words[at - 1])
        )

    def _unlisted(
        self, run: Run, first: int, last: int
    ) -> Iterator[tuple[int, int, ActorKind, str | None]]:
        words = run.line.words
        start = first
        is_titled = False
        while start < last and self._is_title(words[start]):
            is_titled = True
            start += 1
        body = self._body(words, first, last)
        if body is not None:
            yield (*body, ActorKind.ORGANISATION, None)
            return
        before = (words[first - 1].lower() if first else "").rstrip(".")
        is_titled = is_titled or before in TITLES or before in ROLE_NOUNS
        while (
            start < last
            and self._is_noun(words[start])
            and (
                not self._is_person_start(words, start, last)
                # "le ministre de la Santé Adrien Taquet"
                or self._is_person_start(words, start + 1, last)
            )
        ):
            start += 1
        end = start
        while end < last and not (
            end > start
            and self._is_noun(words[end])
            and not self._is_surname(words[end])
            and not self._is_family(words, end)
        ):
            end += 1
        while end > start and words[end - 1] in PARTICLES:
            end -= 1
        if start + 1 < end and words[start] in ("von", "de") and words[start + 1][0].isupper():
            # "der Entwurf von Lisa Paus", "CEO von Aegon"; but "von der Leyen".
            start += 1
            is_titled = is_titled and start + 1 < end
        if start >= end:
            return
        if self._is_person(words, start, end, is_titled=is_titled):
            yield start, end, ActorKind.PERSON, None
        elif end - start == 1 and self._is_acronym(words[start]):
            yield start, end, ActorKind.ORGANISATION, None
        elif end - start == 1 and self.language == "de" and is_german_place(words, first):
            yield start, end, ActorKind.PLACE, None

    def _is_title(self, word: str) -> bool:
        # "US-Botschafter", "UN-Generalsekretär": the last part tells.
        low = word.lower().rstrip(".").rpartition("-")[2]
        return low in TITLES or (self.language == "de" and low.endswith(COMPOUND_TITLES))

    def _is_surname(self, word: str) -> bool:
        return self._known.is_last(word) or self._known.is_last(stem(word, self.language))

    def _is_person(self, words: Sequence[str], start: int, end: int, *, is_titled: bool) -> bool:
        size = end - start
        if words[start].isupper() and len(words[start]) < 6:
            return False
        if is_titled and size <= 4 and not words[start].isupper():
            return True
        capitals = [word for word in words[start:end] if word[0].isupper()]
        if size > 1 and 1 < len(capitals) <= 4 and self._is_first(words[start]):
            return True
        if (
            self.language in _ONLY_PERSONS
            and size == len(capitals)
            and 2 <= size <= 3
            and start > 0
            and not any(word.isupper() or self._is_common(word) for word in capitals)
        ):
            return True
        after = words[end].lower() if end < len(words) else ""
        before = words[start - 1].lower() if start else ""
        speaks = after in self._cues or before in self._cues
        return (
            speaks
            and 1 < len(capitals) <= 3
            and (self._known.is_last(words[end - 1]) or self.language != "de")
        )

    def _body(self, words: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
        """The words that make a body's name, when one of them is a word for bodies."""
        if (
            self.language == "de"
            and last - first > 1
            and words[first].lower().endswith("er")
            and self._is_adjective(words[first])
        ):
            # "Regensburger Reederei Donautrans": the town is no part of the name.
            first += 1
        for at in range(first, last):
            low = words[at].lower()
            is_compound = self.language == "de" and GERMAN_BODIES.search(low) is not None
            if low not in BODY_WORDS and not is_compound:
                continue
            if last - first > 1:
                return first, last
            if self.language == "de" and GERMAN_ALONE.search(low):
                return first, last
            end = governed(words, last)
            return (first, end) if end > last else None
        return None

    def _is_adjective(self, word: str) -> bool:
        """Whether it is a town's adjective: "Regensburger", "Berliner"."""
        return self._place(word[:-2]) or self._place(word[:-1]) or self._place(word[:-3])

    def _is_acronym(self, word: str) -> bool:
        return (
            word.isupper()
            and word.isalpha()
            and 2 <= len(word) <= 6
            and word.lower() not in self._common
        )
