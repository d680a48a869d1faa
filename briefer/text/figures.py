"""The numbers of a text with what they count: "at least 12 people", "1,5 Millionen Euro", "３人"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefer.model.text import Span
from briefer.text.month_names import MONTH_NUMBERS
from briefer.text.words import function_words, stem, words

# Numbers written as words, as far as reports of deaths, days and votes use them.
_NUMBER_WORDS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "fr": "- deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "- zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "- dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "- due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "- dois|duas três quatro cinco seis sete oito nove dez onze doze",
    "nl": "- twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "pl": "- dwóch|dwie|dwa trzy|trzech cztery|czterech pięć|pięciu sześć siedem osiem dziewięć dziesięć",
    "cs": "- dva|dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct",
    "ru": "- два|две|двое три|трое четыре|четверо пять шесть семь восемь девять десять",
    "uk": "- два|дві|двоє три|троє чотири п'ять|п’ять шість сім вісім дев'ять|дев’ять десять",
    "sv": "- två tre fyra fem sex sju åtta nio tio elva tolv",
}
_SCALES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12, "mille": 1e3,
    "milliers": 1e3, "milliard": 1e9, "milliards": 1e9, "tausend": 1e3, "millionen": 1e6,
    "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "mil": 1e3, "millones": 1e6,
    "millón": 1e6, "mila": 1e3, "milioni": 1e6, "milione": 1e6, "miliardi": 1e9, "milhões": 1e6,
    "milhão": 1e6, "bilhões": 1e9, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9,
    "tys": 1e3, "tysięcy": 1e3, "mln": 1e6, "mld": 1e9, "tisíc": 1e3, "milionů": 1e6,
    "тыс": 1e3, "тысяч": 1e3, "тысячи": 1e3, "млн": 1e6, "миллионов": 1e6, "млрд": 1e9,
    "тис": 1e3, "мільйонів": 1e6, "bin": 1e3, "milyon": 1e6, "milyar": 1e9, "万": 1e4, "萬": 1e4,
    "亿": 1e8, "億": 1e8, "千": 1e3, "χιλιάδες": 1e3, "εκατομμύρια": 1e6, "ألف": 1e3,
    "مليون": 1e6, "مليار": 1e9, "אלף": 1e3, "מיליון": 1e6, "tusen": 1e3, "miljoner": 1e6,
}  # fmt: skip
_PER_CENT = r"%|per\s?cents?|percent|pour\s?cent|prozent|por\s?ciento|por\s?cento|procent|procento?|процент\w*|відсотк\w*"
_SCALE = "|".join(sorted(map(re.escape, _SCALES), key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?"
_MONEY = "$€£¥₽₴₺₪₹"
_FIGURE = re.compile(
    rf"(?<![A-Za-z\u00c0-\u052f\d.,/:-])(?P<sign>[{_MONEY}]\s?)?(?P<number>{_DIGITS}|(?<!\d)[^\W\d_]{{2,12}}(?=\s))"
    rf"(?P<scale>[\s-]*(?:{_SCALE})(?!\w)\.?|[万萬亿億千])?(?P<cent>\s?(?:{_PER_CENT}))?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# So many words after the number, and before it, may say what it counts.
_AFTER, _BEFORE = 4, 6
_YEARS = range(1800, 2100)
# What bears a number as its name: a flight, a road, a resolution.
_REFERENCES = frozenset(
    [
        "flight",
        "vol",
        "flug",
        "vuelo",
        "volo",
        "voo",
        "vlucht",
        "lot",
        "рейс",
        "route",
        "highway",
        "road",
        "motorway",
        "autoroute",
        "no",
        "nr",
        "number",
        "numéro",
        "nummer",
        "número",
        "numero",
        "resolution",
        "résolution",
        "resolución",
        "risoluzione",
        "resolução",
        "article",
        "artikel",
        "artículo",
        "articolo",
        "artigo",
        "section",
        "chapter",
        "chapitre",
        "kapitel",
        "stage",
        "étape",
        "etappe",
        "room",
        "salle",
        "boeing",
        "airbus",
        "line",
        "ligne",
        "linie",
        "línea",
        "linea",
        "gate",
        "platform",
        "quai",
        "gleis",
        "building",
        "page",
        "seite",
    ]
)
# "15th", "13ème": a place in a row, no count.
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|e|ème|eme|de|ste|º|ª|o|a|й|я|й)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Count:
    """A number at a place of the text.

    `counted` are the stems of the words that follow it, the nearest first; `around` those of its
    whole sentence; `unit` is "%", a currency sign or empty; `what` are the words as they stand.
    """

    span: Span
    value: float
    unit: str
    what: str
    counted: tuple[str, ...]
    around: frozenset[str]


def counts(text: str, within: Span, language: str) -> list[Count]:
    """The figures inside `within` (one sentence) that count something, in order.

    Dates, years, clock times, scores and numbers of pages or articles are none.
    """
    sentence = within.of(text)
    around = frozenset(_content(sentence, language))
    return [
        found
        for hit in _hits(sentence, language)
        if (found := _count(sentence, within.start, hit, around, language)) is not None
    ]


def written_numbers(text: str, language: str) -> frozenset[int]:
    """The numbers that `text` writes as words ("seven people"), from two to twelve at most."""
    names = _number_words(language)
    return frozenset(
        names[found] for word in _WORD.findall(text) if (found := word.casefold()) in names
    )


def _hits(sentence: str, language: str) -> Iterator[re.Match[str]]:
    names = _number_words(language)
    at = 0
    while hit := _FIGURE.search(sentence, at):
        number = hit["number"]
        is_figure = number[0].isdigit() or number.casefold() in names
        at = hit.end() if is_figure else hit.end("number")
        if is_figure:
            yield hit


def _count(
    sentence: str, base: int, hit: re.Match[str], around: frozenset[str], language: str
) -> Count | None:
    number, unit = hit["number"], "%" if hit["cent"] else (hit["sign"] or "").strip()
    value = _value(number, language)
    if hit["scale"]:
        value *= _SCALES[hit["scale"].strip(" -\u00a0\n\t.").casefold()]
    bare = not (unit or hit["scale"])
    after = sentence[hit.end() : hit.end() + 60]
    if bare and number[0].isdigit() and _ORDINAL.match(after):
        return None
    if bare and (_is_date(sentence, hit, after) or (number.isdigit() and int(number) in _YEARS)):
        return None
    end, nouns = _nouns(after)
    counted = tuple(dict.fromkeys(_content(" ".join(nouns), language)))
    if bare and not counted:
        return None
    return Count(
        Span(base + hit.start(), base + hit.end()),
        value,
        unit,
        after[:end].strip(),
        counted,
        around,
    )


def _nouns(after: str) -> tuple[int, list[str]]:
    """The words behind a number up to a mark, and where they end."""
    found: list[str] = []
    end = 0
    for word in _WORD.finditer(after):
        if re.search(r"[^\s'’-]", after[end : word.start()]) or len(found) == _AFTER:
            break
        found.append(word.group())
        end = word.end()
    return end, found


def _is_date(sentence: str, hit: re.Match[str], after: str) -> bool:
    """Whether the number is part of a date, a clock time, a score or a reference."""
    next_word = _WORD.match(after.lstrip(" .\u00a0"))
    before = _WORD.findall(sentence[max(0, hit.start() - 14) : hit.start()])
    near = [word.casefold() for word in ([next_word.group()] if next_word else []) + before[-1:]]
    if any(word in MONTH_NUMBERS and word not in ("may", "mars") for word in near):
        return True
    if next_word is not None and next_word.group().casefold() in ("mars", "h", "uhr"):
        return True
    if any(word.casefold() in _REFERENCES for word in before[-1:]):
        return True
    return (after[:1] in (":", "/", "-", "–") and after[1:2].isdigit()) or after[:1] in "年月日时時"


def _value(number: str, language: str) -> float:
    if not number[0].isdigit():
        return float(_number_words(language)[number.casefold()])
    plain = re.sub(r"[ \u00a0\u202f'’]", "", number)
    groups = re.split(r"[.,]", plain)
    if len(groups) > 2 or (len(groups) == 2 and len(groups[1]) == 3 and groups[0] != "0"):
        # 1,234,567 and 1.234: groups of three; a last shorter group is a fraction.
        if len(groups[-1]) == 3:
            return float("".join(groups))
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float(".".join(groups))


def _number_words(language: str) -> dict[str, int]:
    line = _NUMBER_WORDS.get(language[:2], "")
    return {
        form: value
        for value, forms in enumerate(line.split(), 1)
        for form in forms.split("|")
        if form != "-" and value > 1
    }


def _content(text: str, language: str) -> list[str]:
    idle = function_words(language)
    found = words(text)
    return [stem(word, language) for word in found if word not in idle and not word.isdigit()]
