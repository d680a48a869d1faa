"""Names in scripts without capitals: listed countries and cities, and persons by their own signs.

Chinese persons are a family name with one or two more characters beside a title or a verb of
saying; foreign ones are written with a middle dot. Arabic persons are rows of known given and
family names, or what follows a title.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefer.actors.folding import fold
from briefer.actors.gazetteer import common_words, gazetteer
from briefer.actors.lines import Line
from briefer.actors.names import Name
from briefer.model.actors import ActorKind
from briefer.model.text import Span

CASELESS = frozenset({"ar", "he", "fa", "ur", "zh", "ja", "ko", "hi", "th"})
_SPACED = frozenset({"ar", "fa", "he", "ur", "hi", "ko"})
_CHINESE_TITLES = (
    "总统|主席|总理|部长|外长|副部长|发言人|大使|秘书长|书记|省长|市长|教授|博士|先生|女士|主任|首相|外相|国王|司令|将军|"
    "董事长|总裁|经理|局长|代表|专家|研究员|记者|總統|總理|部長|發言人|處長|處长|负责人"
)
_CHINESE_SAYING = "说|表示|指出|称|认为|强调|宣布|透露|告诉|介绍|說|稱|認為|強調"
_CHINESE_BODIES = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[的在与和由]))[\u4e00-\u9fff]{2,10}?(?:公司|集团|委员会|外交部|国防部|商务部|交通部|财政部|管理局|银行|"
    "大学|研究院|研究所|协会|联盟|法院)"
)
_ARABIC_TITLES = frozenset(
    (
        "الرئيس رئيس الوزير وزير وزيرة الوزيرة المتحدث المتحدثة الناطق السفير الأمين الجنرال الفريق "
        "اللواء الدكتور دكتور السيد السيدة المهندس الملك الأمير الشيخ المدير النائب القائد المستشار "
        "المحلل الخبير الباحث"
    ).split()
)
_ARABIC_PREFIX = re.compile(r"^(?:[وفبلك]{1,2})(?=ال|[\u0621-\u064a]{3})")
_ARABIC_BODIES = frozenset(
    "وزارة هيئة مجلس شركة منظمة جامعة بنك حزب لجنة محكمة حركة اتحاد وكالة مؤسسة".split()
)


def caseless_names(text: str, lines: Sequence[Line], language: str) -> list[Name]:
    """All names of the lines in order."""
    found: list[tuple[Span, ActorKind, str | None]] = []
    for line in lines:
        part = line.span
        found += _places(text, part, language)
        if language in ("zh", "ja"):
            found += _chinese_people(text, part)
            bodies = _CHINESE_BODIES.finditer(text, part.start, part.end)
            found += [(Span(*hit.span()), ActorKind.ORGANISATION, None) for hit in bodies]
        elif language in ("ar", "fa", "ur"):
            found += _arabic(line)
    if language in ("ar", "fa", "ur", "zh", "ja"):
        found += _again(text, found)
    kept: list[Name] = []
    spans = [(line.span, line) for line in lines]
    at = 0
    for span, kind, code in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if kept and kept[-1].span.end > span.start:
            continue
        while at < len(spans) - 1 and spans[at][0].end <= span.start:
            at += 1
        line = spans[at][1]
        kept.append(Name(line.number, *_words(line, span), span, span.of(text), kind, code))
    return kept


def _again(
    text: str, found: Sequence[tuple[Span, ActorKind, str | None]]
) -> list[tuple[Span, ActorKind, str | None]]:
    """Further mentions of the persons found, also by family name alone."""
    people = {span.of(text) for span, kind, _ in found if kind is ActorKind.PERSON}
    short = {name.split()[-1] for name in people if " " in name}
    names = sorted({name for name in people | short if len(name) > 2}, key=len, reverse=True)[:200]
    if not names:
        return []
    pattern = re.compile("|".join(map(re.escape, names)))
    return [(Span(*hit.span()), ActorKind.PERSON, None) for hit in pattern.finditer(text)]


def _words(line: Line, span: Span) -> tuple[int, int]:
    """The words of the line that a span touches."""
    inside = [
        n
        for n, token in enumerate(line.tokens)
        if token.start < span.end and token.end > span.start
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


@cache
def _place_pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, str | None]]:
    """All places of the language's script in one pattern, and the countries' codes."""
    known = gazetteer()
    names: dict[str, str | None] = {}
    for other in known.elsewhere:
        if _script(other) == _script_of(language) and len(other) > (
            1 if language in ("zh", "ja") else 2
        ):
            names[other] = None
    tongues = [language, "zh_Hant"] if language == "zh" else [language]
    for code, spelled in known.names.items():
        for tongue in tongues:
            if len(spelled.get(tongue, "")) > 1:
                names[spelled[tongue]] = code
    if language in ("zh", "ja"):
        names.update(
            {"美国": "US", "英国": "GB", "俄罗斯": "RU", "美國": "US", "英國": "GB", "俄国": "RU"}
            if language == "zh"
            else {}
        )
    if not names:
        return None, names
    ordered = sorted(names, key=len, reverse=True)
    edge = r"(?<![^\W_])" if language in _SPACED else ""
    prefix = r"[وفبلك]?" if language in ("ar", "fa", "ur") else ""
    article = "(?:ال)?" if language == "ar" else ""
    tail = r"(?![^\W_])" if language in _SPACED and language != "ko" else ""
    return re.compile(
        f"{edge}{prefix}({article}(?:{'|'.join(map(re.escape, ordered))})){tail}"
    ), names


def _script_of(language: str) -> str:
    return {
        "zh": "han",
        "ja": "han",
        "ar": "arabic",
        "fa": "arabic",
        "ur": "arabic",
        "he": "hebrew",
    }.get(language, "")


def _script(name: str) -> str:
    first = name[0]
    if "\u4e00" <= first <= "\u9fff":
        return "han"
    if "\u0600" <= first <= "\u06ff":
        return "arabic"
    return "hebrew" if "\u0590" <= first <= "\u05ff" else "other"


def _places(text: str, part: Span, language: str) -> Iterator[tuple[Span, ActorKind, str | None]]:
    pattern, names = _place_pattern(language)
    if pattern is None:
        return
    for hit in pattern.finditer(text, part.start, part.end):
        yield (
            Span(*hit.span(1)),
            ActorKind.PLACE,
            names.get(hit[1], names.get(hit[1].removeprefix("ال"))),
        )


@cache
def _chinese_pattern() -> re.Pattern[str]:
    surnames = "".join(
        sorted(n for n in gazetteer().last if len(n) == 1 and "\u4e00" <= n <= "\u9fff")
    )
    name = f"[{surnames}][\u4e00-\u9fff]{{1,2}}?"
    dotted = "[\u4e00-\u9fff]{1,8}(?:[·・•‧][\u4e00-\u9fff]{1,8}?){1,3}?"
    say = f"(?:在[^，。]{{1,12}}|周.|[昨今]天)?(?:{_CHINESE_SAYING})"
    edge = f"(?=(?:{say})|(?:{_CHINESE_TITLES})|[，。、：“”（）的在和与是对于将会]|周|星期|\\d|$)"
    return re.compile(
        f"(?P<dot>{dotted}){edge}"
        f"|(?:{_CHINESE_TITLES})(?P<after>{name}){edge}"
        f"|(?<![\u4e00-\u9fff])(?P<says>{name})(?={say})"
    )


_BEFORE_DOTTED = re.compile(f"^.*(?:{_CHINESE_TITLES}|和|与|、)")


def _chinese_people(text: str, part: Span) -> Iterator[tuple[Span, ActorKind, str | None]]:
    for hit in _chinese_pattern().finditer(text, part.start, part.end):
        which = hit.lastgroup
        if which is None:
            continue
        start, end = hit.span(which)
        title = _BEFORE_DOTTED.match(hit[which]) if which == "dot" else None
        yield Span(start + (title.end() if title else 0), end), ActorKind.PERSON, None


def _arabic(line: Line) -> Iterator[tuple[Span, ActorKind, str | None]]:
    """Rows of known names, and what follows a title."""
    words = line.words
    at = 0
    while at < len(words):
        body = _arabic_body(words, at)
        if body > at:
            yield (
                Span(line.tokens[at].start, line.tokens[body - 1].end),
                ActorKind.ORGANISATION,
                None,
            )
            at = body
            continue
        titled = at > 0 and _ARABIC_PREFIX.sub("", words[at - 1]) in _ARABIC_TITLES
        end = at
        while end < len(words) and end - at < 4 and _is_arabic_name(words[end], is_first=end == at):
            end += 1
        if end == at + 1 and end < len(words) and _may_be_surname(words[end]):
            end += 1
        if end - at >= 2 or (titled and end > at):
            yield Span(line.tokens[at].start, line.tokens[end - 1].end), ActorKind.PERSON, None
        at = max(end, at + 1)


def _arabic_body(words: Sequence[str], at: int) -> int:
    """Behind "هيئة قناة السويس": a word for bodies up to the first definite word; `at` for none."""
    if _ARABIC_PREFIX.sub("", words[at]) not in _ARABIC_BODIES:
        return at
    for end in range(at + 1, min(at + 4, len(words))):
        if not words[end][0].isalpha():
            return at
        if words[end].startswith("ال"):
            return end + 1
    return at


def _is_arabic_name(word: str, *, is_first: bool) -> bool:
    known, plain = gazetteer(), fold(word)
    if word in _ARABIC_TITLES or word in _ARABIC_BODIES or len(word) < 3:
        return False
    if is_first:
        return plain in known.first and word not in common_words("ar")
    return plain in known.first or plain in known.last


def _may_be_surname(word: str) -> bool:
    """Whether a word behind a given name can be the family's: unknown, and no particle."""
    return len(word) > 3 and word.isalpha() and word not in common_words("ar")
