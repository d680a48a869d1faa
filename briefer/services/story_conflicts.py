"""Figures that articles of one story give differently, set side by side."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.model.article import Article
from briefer.model.story import Claim, Conflict, Figure, Place
from briefer.model.text import Sentence
from briefer.text.figures import Count, counts

# Stems that mean the same loss in reports of one language or another.
_LOSSES = {
    "dead": """dead die death kill perish fatal victim lives mort mortel tué tu décéd périr victim tot
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
# Sentences must share so many further words before equal nouns count as the same thing.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with its article, its sentence, and the range it allows."""

    article: Article
    figure: Figure
    count: Count
    low: float
    high: float


def figures_of(article: Article, sentences: Sequence[Sentence]) -> list[Said]:
    """Every figure of the article that counts something, in order."""
    found = []
    for sentence in sentences:
        text = sentence.span.of(article.text)
        for count in counts(article.text, sentence.span, article.language or ""):
            figure = Figure(
                Place(article.id, count.span),
                count.span.of(article.text),
                count.value,
                count.what,
                " ".join(text.split()),
            )
            before = article.text[sentence.span.start : count.span.start][-24:]
            found.append(Said(article, figure, count, *_room(before, count.value)))
    return found


def conflicts(said: Sequence[Said]) -> list[Conflict]:
    """What different articles count differently; each with one claim for every figure.

    Two figures speak of the same when their nouns are the same (or both are of the dead, the hurt
    or the missing), in the same unit, in sentences that share further words. They conflict when
    neither's range holds the other ("more than 100" and "103" agree), and no article gives both.
    """
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        for key in _keys(one.count):
            groups[key].append(one)
    found = []
    for (_, what), group in groups.items():
        conflict = _conflict(what, group)
        if conflict is not None:
            found.append(conflict)
    return found


def _conflict(what: str, group: Sequence[Said]) -> Conflict | None:
    by_article: dict[str, set[float]] = defaultdict(set)
    for one in group:
        by_article[one.article.id].add(one.figure.value)
    against = [
        one
        for one in group
        if any(
            other.article.id != one.article.id
            and not _agree(one, other)
            and one.figure.value not in by_article[other.article.id]
            and other.figure.value not in by_article[one.article.id]
            and _same_thing(one, other)
            for other in group
        )
    ]
    by_value: dict[float, list[Said]] = defaultdict(list)
    for one in against:
        by_value[one.figure.value].append(one)
    if len(by_value) < 2:
        return None
    claims = [
        Claim(
            ones[0].figure.text,
            tuple(dict.fromkeys(one.figure.place for one in ones)),
            ones[0].figure.sentence,
        )
        for _, ones in sorted(by_value.items())
    ]
    return Conflict(_named(what, against), "figure", tuple(claims))


def _named(what: str, group: Sequence[Said]) -> str:
    return what if what in _LOSSES else group[0].figure.what.split(",")[0]


def _keys(count: Count) -> list[tuple[str, str]]:
    losses = [_LOSS[stem] for stem in count.counted if stem in _LOSS]
    if losses:
        return [(count.unit, losses[0])]
    if count.counted:
        return [(count.unit, count.counted[0])]
    return []


def _same_thing(one: Said, other: Said) -> bool:
    counted = set(one.count.counted) | set(other.count.counted)
    shared = (one.count.around & other.count.around) - counted
    losses = _keys(one.count)[0][1] in _LOSSES
    return len(shared) >= (1 if losses else _SHARED)


def _agree(one: Said, other: Said) -> bool:
    return one.low <= other.high and other.low <= one.high


def _room(before: str, value: float) -> tuple[float, float]:
    if _ABOVE.search(before):
        return value, value * 1.5
    if _BELOW.search(before):
        return value * (1 - _ROUND), value
    if _ABOUT.search(before):
        return value * (1 - _ROUND), value * (1 + _ROUND)
    return value, value
