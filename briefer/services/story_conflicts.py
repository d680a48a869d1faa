"""Figures that articles of one story give differently for the same thing, set side by side."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefer.model.article import Article
from briefer.model.story import Claim, Conflict, Figure, Place
from briefer.model.text import Sentence
from briefer.text.figures import Count, counts
from briefer.text.words import function_words, stem

# Stems that mean the same loss in reports of one language or another.
_LOSSES = {
    "dead": """dead die death kill perish fatal lives mort mortel tué tu décéd périr tot
        töt getotet getötet opfer ums muert fallec mat mortos morr mort mat uccis vittim dod omgekom
        zabit zgin ofiar śmier mrtv zemřel oběť погиб убит умер жертв загин вбит νεκρ σκοτώθηκ ölü öldü
        dödad döda omkom قتل قتيل هרג הרוג 死亡 遇难 死者""",
    "hurt": """injur wound hurt bless bles verletz herid ferid ferit gewond rann ranny zraněn ранен
        поранен τραυματ yaral skadad جريح جرحى פצוע 受伤 负伤 負傷""",
    "missing": """miss disparu vermisst desaparec dispers vermist zagin pohřešov пропав αγνοούμεν kayıp
        saknad مفقود נעדר 失踪 行方不明""",
}
_LOSS = {stem: kind for kind, stems in _LOSSES.items() for stem in stems.split()}
# Words before a number that leave room: above it, below it, or both.
_ABOVE = re.compile(
    r"(?i)(at least|more than|over|no fewer than|au moins|plus de|mindestens|über|mehr als|al menos|"
    r"más de|almeno|più di|oltre|pelo menos|mais de|minstens|meer dan|co najmniej|ponad|nejméně|"
    r"více než|не менее|более|щонайменше|понад|τουλάχιστον|en az|至少|超过|على الأقل|לפחות)\W*$"
)
_BELOW = re.compile(
    r"(?i)(up to|fewer than|less than|under|nearly|almost|jusqu'à|moins de|presque|bis zu|fast|weniger als|"
    r"hasta|menos de|casi|fino a|meno di|quasi|até|quase|tot|minder dan|bijna|do|prawie|až|téměř|"
    r"до|менее|почти|майже|μέχρι|σχεδόν|近|将近)\W*$"
)
_ABOUT = re.compile(
    r"(?i)(about|around|some|roughly|approximately|environ|quelque|près de|rund|etwa|ungefähr|unos|unas|"
    r"cerca de|circa|ongeveer|około|asi|около|примерно|близько|περίπου|yaklaşık|大约|约|约)\W*$"
)
_ROUND = 0.1
# "At least 100" may be half as much again; "at least 12" is a count and stands as it is.
_OPEN = 1.5
# Sentences must share so many further words before equal nouns count as the same thing. Where what
# is counted is a measure ("days", "metres", "%"), which is said of everything, they must say nearly
# the same: so many words, and so great a part of the shorter one's.
_SHARED, _SHARED_MEASURES, _SAME = 3, 5, 0.6
# An article that gives more different figures of one kind than that counts several things by it.
_MOST_OF_A_KIND = 2
# Figures of one thing are not as many times as large, unless they are of a catastrophe.
_MOST_TIMES = 4
_LEADING_ON = frozenset(
    [
        "between",
        "among",
        "during",
        "after",
        "before",
        "since",
        "without",
        "within",
        "inside",
        "outside",
        "under",
        "over",
        "near",
        "across",
    ]
)
# What is counted ends before the verb: "vessels were waiting".
_VERB = re.compile(
    r"(?i)\s+(?:is|are|was|were|has|have|had|will|would|could|must|est|sont|était|étaient|a|ont|avaient|"
    r"seront|sind|waren|wurden|werden|haben|hatten|son|fueron|eran|han|sono|erano|hanno|são|foram|zijn)\b"
)
# Words that count anybody: what happened to them says of whom.
_ANYBODY = """people person man men woman women child children resident victim passenger other
    personne gens homme femme enfant habitant passager autre mensch personen leute mann männer frau
    frauen kind kinder einwohner persona hombre mujer niño persone uomini donne bambini pessoas homens
    mulheres mensen mannen vrouwen kinderen osób ludzi lidí человек людей людини осіб άτομα άνθρωποι
    kişi personer människor 人 名"""
_MEASURES = """year month week day hour minute second mile kilometre kilometer km metre meter foot feet
    inch degree time euro dollar pound cent page an année mois semaine jour heure minute seconde
    kilomètre mètre degré fois livre jahr monat woche tag stunde minute kilometer meter grad mal año mes
    semana día hora metro km miles kilomètres anno mese settimana giorno ora metro ano mês dia jaar maand week dag uur"""
# "Two of them" is a part, not another count.
_PART = re.compile(
    r"(?i)\s*(?:of (?:the|them|those|whom|his|her|their|which)|among|d['’]entre|des |de ces|von ihnen|"
    r"davon|der |de los|de ellos|di loro|dei |delle |deles|van hen|z nich|из них|з них|من بين)"
)
# More, other, further ones are added to a count given before; "a third" and "of 12" are shares of one.
_MORE = re.compile(
    r"(?i)\s*(?:more|others?|further|additional|autres|de plus|supplémentaires|weitere|andere|otr[oa]s|"
    r"más|altri|altre|outr[oa]s|andere|innych|dalších|других|інших)\b"
)
_ANOTHER = re.compile(
    r"(?i)(?:another|a further|further|other|only|first|last|every|each|out of|one in|un autre|autres?|"
    r"dernier(?:e|s|es)?|premier(?:e|s|es)?|weitere|otros|altri|outros|andere|über die letzten|past|next)\W*$"
)
_AGE = re.compile(
    r"(?i)(?:year|years|month|months|week|weeks)[-\s]?olds?\b|jährige?|ans\s*,|años\s+de edad"
)
_AGED = re.compile(r"(?i)(?:aged?|âgée?s?(?: de)?|im alter von|de|,)\s*$")
# "80,000 in Aceh alone" is a part.
_ALONE = re.compile(
    r"(?i)\b(?:alone|à (?:lui|elle) seule?|allein|por sí sol[oa]|da sol[oa]|sozinh[oa])\b"
)
# The place a count is of: "killed in Tevens".
_IN = re.compile(
    r"\b(?:in|at|near|from|around|outside|à|en|dans|près de|bei|nahe|cerca de|em|te|w|we|ve|v|в|у|во)"
    r"\s+(?:the |der |den |la |le |el )?([^\W\d_a-zß-öø-ÿа-яіїєґ][\w’'-]+)"
)
# A year that is not the article's own: the sentence tells of another event.
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]\d|\d)")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with its article, its sentence, and the range it allows.

    `is_part` marks what is only a part of a count, or comes on top of one; `is_past` what a
    sentence tells of another year; `where` is the place named behind the count, if one is.
    """

    article: Article
    figure: Figure
    count: Count
    low: float
    high: float
    is_part: bool = False
    is_past: bool = False
    where: str = ""

    @property
    def is_loss(self) -> bool:
        """Whether it counts the dead, the hurt or the missing."""
        return any(stem in _LOSS for stem in self.count.counted)

    @property
    def day(self) -> str:
        """When its article was published, empty when unknown."""
        return (self.article.source.published or "")[:10]


def figures_of(article: Article, sentences: Sequence[Sentence]) -> list[Said]:
    """Every figure of the article that counts something, in order."""
    found = []
    for sentence in sentences:
        text = sentence.span.of(article.text)
        for count in counts(article.text, sentence.span, article.language or ""):
            before = article.text[sentence.span.start : count.span.start][-24:]
            after = article.text[count.span.end : sentence.span.end]
            place = _IN.search(after)
            figure = Figure(
                Place(article.id, count.span),
                count.span.of(article.text),
                count.value,
                count.what,
                " ".join(text.split()),
            )
            low, high = _room(before, count.value)
            part = bool(_PART.match(after) or _MORE.match(after) or _ANOTHER.search(before))
            part = part or bool(_ALONE.search(text))
            found.append(
                Said(
                    article,
                    figure,
                    count,
                    low,
                    high,
                    is_part=part or is_age(count) or bool(_AGED.search(before) and _is_bare(after)),
                    is_past=_is_past(text, article),
                    where=place.group(1).casefold() if place else "",
                )
            )
    return found


def is_age(count: Count) -> bool:
    """Whether the figure is somebody's age."""
    return bool(_AGE.match(count.what.lstrip("- ")))


def is_measure(count: Count) -> bool:
    """Whether the figure measures time, length or money, as anything may be measured."""
    return bool(count.counted) and count.counted[0] in _stems(_MEASURES)


def kind_of(count: Count) -> str:
    """What is counted, equal for the same thing: the loss, or noun and unit; empty if not known.

    People of any name need the word behind: "300 people fled" and "500 people came" are two.
    """
    losses = [_LOSS[found] for found in count.counted if found in _LOSS]
    if losses:
        first = count.counted[0]
        whose = "" if first in _LOSS or first in _stems(_ANYBODY) else first
        return " ".join(filter(None, (losses[0], whose, count.unit)))
    if not count.counted:
        return ""
    if count.counted[0] in _stems(_ANYBODY):
        return f"{' '.join(count.counted[:2])} {count.unit}" if len(count.counted) > 1 else ""
    return f"{count.counted[0]} {count.unit}".strip()


def conflicts(said: Sequence[Said]) -> list[Conflict]:
    """What different articles count differently; each with one claim for every figure.

    Two figures speak of the same when they count the same kind of thing, in the same unit, at no
    different places, in sentences that share further words. They conflict when neither's range
    holds the other ("more than 100" and "103" agree), and no article gives both.
    """
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        kind = kind_of(one.count)
        if kind and not one.is_part and not one.is_past:
            groups[kind].append(one)
    return [
        _conflict(contradicting) for group in groups.values() for contradicting in _together(group)
    ]


def _together(group: Sequence[Said]) -> list[list[Said]]:
    """Those of one kind that contradict one another: each found from the last by what differs."""
    values: dict[str, set[float]] = defaultdict(set)
    for one in group:
        values[one.article.id].add(one.figure.value)
    left = [one for one in group if len(values[one.article.id]) <= _MOST_OF_A_KIND]
    found: list[list[Said]] = []
    while left:
        ones, left = [left[0]], left[1:]
        for one in ones:
            near = [other for other in left if _contradict(one, other, values)]
            ones += near
            left = [other for other in left if not any(other is n for n in near)]
        if len(ones) > 1:
            found.append(ones + [one for one in left if _repeats(one, ones)])
    return found


def _contradict(one: Said, other: Said, values: Mapping[str, Collection[float]]) -> bool:
    return (
        one.article.id != other.article.id
        and not _agree(one, other)
        and one.figure.value not in values[other.article.id]
        and other.figure.value not in values[one.article.id]
        and _same_thing(one, other)
    )


def _repeats(one: Said, others: Sequence[Said]) -> bool:
    """Whether another article gives a figure that is contradicted."""
    return any(
        one.figure.value == other.figure.value and not (one.where and one.where != other.where)
        for other in others
    )


def _conflict(against: Sequence[Said]) -> Conflict:
    by_value: dict[float, list[Said]] = defaultdict(list)
    for one in against:
        by_value[one.figure.value].append(one)
    sides = [by_value[value] for value in sorted(by_value)]
    claims = [_claim(side, sides[:place]) for place, side in enumerate(sides)]
    return Conflict(_named(against), "figure", tuple(claims))


def _claim(side: Sequence[Said], lower: Sequence[Sequence[Said]]) -> Claim:
    """One figure; a later one where all that is lower was last printed before it first was."""
    days = [one.day for one in side]
    before = [one.day for other in lower for one in other]
    is_later = bool(before) and all(days) and all(before) and min(days) > max(before)
    places = tuple(dict.fromkeys(one.figure.place for one in side))
    return Claim(side[0].figure.text, places, side[0].figure.sentence, is_later)


def _named(group: Sequence[Said]) -> str:
    loss = kind_of(group[0].count).split()
    if loss and loss[0] in _LOSSES:
        return loss[0]
    first = group[0]
    what = _VERB.split(first.figure.what, maxsplit=1)[0] or first.figure.what
    return trimmed(what, first.article.language or "")


def trimmed(what: str, language: str) -> str:
    """The words counted without those at the end that only lead on to the next."""
    idle = function_words(language)
    words = what.split()
    while len(words) > 1 and (words[-1].casefold() in idle or words[-1].casefold() in _LEADING_ON):
        words.pop()
    return " ".join(words)


def _same_thing(one: Said, other: Said) -> bool:
    if one.where and other.where and one.where != other.where:
        return False
    counted = set(one.count.counted) | set(other.count.counted)
    shared = (one.count.around & other.count.around) - counted
    if one.is_loss:
        return len(shared) >= 1
    low, high = sorted((one.figure.value, other.figure.value))
    if high > _MOST_TIMES * low:
        return False
    if is_measure(one.count) or one.count.unit:
        shorter = min(len(one.count.around - counted), len(other.count.around - counted))
        return len(shared) >= max(_SHARED_MEASURES, _SAME * shorter)
    return len(shared) >= _SHARED


def _agree(one: Said, other: Said) -> bool:
    return one.low <= other.high and other.low <= one.high


def _room(before: str, value: float) -> tuple[float, float]:
    if _ABOVE.search(before):
        return value, value * _OPEN if value % 10 == 0 else value
    if _BELOW.search(before):
        return value * (1 - _ROUND), value
    if _ABOUT.search(before):
        return value * (1 - _ROUND), value * (1 + _ROUND)
    return value, value


def _is_bare(after: str) -> bool:
    """Whether the figure ends what is said, as an age between commas does."""
    return after.lstrip()[:1] in (",", ".", "")


def _is_past(sentence: str, article: Article) -> bool:
    own = (article.source.published or "")[:4]
    return bool(own) and any(year != own for year in _YEAR.findall(sentence))


@cache
def _stems(listed: str) -> frozenset[str]:
    """The words of a list as they stand and as any of our stemmers leaves them."""
    words = listed.split()
    languages = ("en", "fr", "de", "es", "it", "pt", "nl", "ru", "sv")
    return frozenset(words) | {stem(word, language) for word in words for language in languages}
