"""Title, authors, date and address from the lines at the head and foot of a text.

What says so itself ("By …", a line that is a date, "Original url:") is taken and leaves the body;
what does not stays unknown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefer.importers.dates import date_line, find_date
from briefer.importers.outlets import outlet_of
from briefer.model.article import Source

_BYLINE = re.compile(
    r"(?:(?:written\s+|story\s+)?by|par|von|por|di|da|door|av|af|autor(?:es|in)?|auteurs?|author|"
    r"от|автор|текст|από|του|yazan|przez|reporting by)(?:\s*[:：]\s*|\s+)(.+)",
    re.IGNORECASE,
)
_BYLINE_NO_BLANK = re.compile(
    r"(?:بقلم|كتب|كتبت|作者|记者|記者|文|撰文|著者|執筆)\s*[:：/／\s]\s*(.+)"
)
_ADDRESS = re.compile(r"<?\s*(https?://[^\s<>\"]{4,2000})\s*>?")
_ADDRESS_LABEL = re.compile(
    r"(?:(?:original|source|article|full)\s+)?(?:url|link|source|quelle|fuente|fonte|источник|来源|"
    r"origine|lien|adresse|المصدر)\s*[:：]?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*(?:[,;&/|、，；•·]|\s(?:and|und|et|y|e|en|och|og|и|i|ve|και|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|à|en|aus|from|for|at)\s+(?=[^\W\d_]).*$")
# What follows a name after a comma and is none: "Grant Tinsley, PhD".
_DEGREES = frozenset("PhD Ph.D MD M.D MA MSc BSc MBA RN RD JD Esq Jr Sr CFA CPA DPhil FRS".split())
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "den",
        "der",
        "ter",
        "ten",
        "zu",
        "bin",
        "ibn",
        "al",
        "el",
        "und",
        "y",
        "e",
    ]
)
# Agencies that stand alone on a line where others have "By …".
AGENCIES = frozenset(
    [
        "AFP",
        "Reuters",
        "AP",
        "dpa",
        "DPA",
        "EFE",
        "ANSA",
        "TASS",
        "ТАСС",
        "Xinhua",
        "新华社",
        "Interfax",
        "Интерфакс",
        "Bloomberg",
        "APA",
        "ANP",
        "Belga",
        "PAP",
        "ČTK",
        "TT",
        "NTB",
        "Ritzau",
        "STT",
        "Kyodo",
        "Yonhap",
        "PTI",
        "IANS",
        "IRNA",
        "SPA",
        "WAM",
        "MENA",
        "Anadolu",
        "Lusa",
    ]
)
# The head of an article is at most this many paragraphs, the foot this many.
_HEAD, _FOOT = 10, 4
_LONGEST_TITLE, _LONGEST_BYLINE = 250, 160


@dataclass(frozen=True)
class Guess:
    """What was found, and which of the paragraphs are the body."""

    source: Source
    body: tuple[int, ...] = ()
    # Which paragraph is the title, if it is one of them.
    title_at: int | None = None


@dataclass
class _Finding:
    source: Source = field(default_factory=Source)
    taken: set[int] = field(default_factory=set)
    title_at: int | None = None

    def learn(self, evidence: str, **fields: object) -> None:
        """Keep each field that is not known yet, with where it was found."""
        news = {name: value for name, value in fields.items() if not getattr(self.source, name)}
        words = {**self.source.evidence, **dict.fromkeys(news, evidence)}
        self.source = replace(self.source, **news, evidence=words)  # type: ignore[arg-type]


def guess(
    paragraphs: Sequence[str], *, titled: int | None = None, sizes: Sequence[float] = ()
) -> Guess:
    """The source that `paragraphs` state and the indexes of those that are body.

    `titled` is the paragraph marked as a headline, `sizes` their letter sizes where known.
    """
    finding = _Finding()
    _read_head(paragraphs, titled, finding)
    _read_foot(paragraphs, finding)
    _find_title(paragraphs, titled, sizes, finding)
    if finding.source.url:
        outlet = outlet_of(finding.source.url)
        if outlet:
            known = "the name of the outlet at" if outlet[1] else "the domain of"
            finding.learn(f"{known} the address {finding.source.url}", outlet=outlet[0])
    body = tuple(i for i in range(len(paragraphs)) if i not in finding.taken)
    return Guess(finding.source, body, finding.title_at)


def byline_authors(line: str) -> tuple[str, ...]:
    """The authors a byline names ("By Ann Lee and AFP"), or none if it is no byline."""
    if len(line) > _LONGEST_BYLINE:
        return ()
    for pattern in (_BYLINE, _BYLINE_NO_BLANK):
        hit = pattern.fullmatch(line.strip())
        if hit:
            return names_in(hit[1])
    return ()


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list of authors; titles, places and addresses in it are left out."""
    found: list[str] = []
    parts = [part.strip(" .:-–—*\t") for part in _PARTS.split(text.strip()) if part]
    for number, part in enumerate(parts):
        name = _PLACE.sub("", part).strip()
        if _is_name(name):
            if name not in found:
                found.append(name)
        elif number == 0:
            return ()
    return tuple(found)


def is_address(line: str) -> str | None:
    """The address, where the line is nothing but an address (with a label before it)."""
    hit = _ADDRESS.search(line[:2_100])
    if hit is None or len(line) > 2_100:
        return None
    before, after = line[: hit.start()].strip(), line[hit.end() :].strip(" .)")
    if after or (before and not _ADDRESS_LABEL.fullmatch(before)):
        return None
    return hit[1]


def is_front_line(line: str) -> bool:
    """Whether the line is a byline, a date or an address: it stands for itself, never wrapped."""
    return bool(
        byline_authors(line)
        or date_line(line)
        or is_address(line)
        or line.strip() in AGENCIES
        or (len(line) < 40 and _ADDRESS_LABEL.fullmatch(line.strip()))
    )


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 6 or len(name) > 70 or any(c in name for c in '"“”?!:@()<>'):
        return False
    if any(letter.isdigit() for letter in name):
        return False
    if name in AGENCIES:
        return True
    if name.rstrip(".") in _DEGREES:
        return False
    # A name's words are capitalised in the scripts that have capitals, but for particles.
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return all(
        word[0].isupper() or word in _PARTICLES or word[:2] in ("d'", "d’") for word in cased
    )


def _read_head(paragraphs: Sequence[str], titled: int | None, finding: _Finding) -> None:
    for index, line in enumerate(paragraphs[:_HEAD]):
        if index == titled:
            continue
        if not is_front_line(line):
            authors_and_date = _byline_with_date(line)
            if authors_and_date:
                authors, day = authors_and_date
                finding.learn(f'the line "{line}" under the headline', authors=authors)
                finding.learn(f'the line "{line}" under the headline', published=day)
                finding.taken.add(index)
            # Two paragraphs of running text and the head is over.
            elif index > 1 and len(line) > 200:
                return
            continue
        _take_front_line(line, index, finding)


def _take_front_line(line: str, index: int, finding: _Finding) -> None:
    where = f'the line "{line[:120]}" under the headline'
    authors = byline_authors(line)
    day = date_line(line)
    address = is_address(line)
    if authors:
        finding.learn(where, authors=authors)
    elif day:
        finding.learn(where, published=day)
    elif address:
        finding.learn(f'the line "{line[:120]}"', url=address)
    elif line.strip() in AGENCIES:
        finding.learn(where, authors=(line.strip(),))
    finding.taken.add(index)


def _byline_with_date(line: str) -> tuple[tuple[str, ...], str] | None:
    """Say "By Ann Lee | 3 May 2021" and "Von Ute Maier, 3. Mai 2021"."""
    hit = find_date(line) if len(line) <= _LONGEST_BYLINE else None
    if hit is None:
        return None
    before, after = line[: hit[1]].strip(" ,|-–—•·"), line[hit[2] :].strip(" ,|-–—•·")
    authors = byline_authors(before) or (byline_authors(after) if not before else ())
    rest = after if before else ""
    if not authors or (rest and not re.fullmatch(r"[\d:.hapmAPMUTCGESTuhrUhr ]{1,20}", rest)):
        return None
    return authors, hit[0]


def _read_foot(paragraphs: Sequence[str], finding: _Finding) -> None:
    first = max(len(paragraphs) - _FOOT, 1)
    for index in range(len(paragraphs) - 1, first - 1, -1):
        line = paragraphs[index]
        address = is_address(line)
        if address:
            label = paragraphs[index - 1] if index else ""
            if line.strip("<> ") == address and _ADDRESS_LABEL.fullmatch(label.strip()):
                finding.taken.add(index - 1)
                finding.learn(f'the address under "{label}" at the end', url=address)
            else:
                finding.learn("the address at the end", url=address)
            finding.taken.add(index)
        elif index not in finding.taken:
            return


def _find_title(
    paragraphs: Sequence[str], titled: int | None, sizes: Sequence[float], finding: _Finding
) -> None:
    if titled is not None:
        finding.learn("the headline, which is marked as one", title=paragraphs[titled])
        finding.taken.add(titled)
        finding.title_at = titled
        return
    rest = [i for i in range(len(paragraphs)) if i not in finding.taken]
    if len(rest) < 2:
        return
    first = rest[0]
    line, following = paragraphs[first], paragraphs[rest[1]]
    if len(line) > _LONGEST_TITLE or is_address(line):
        return
    if sizes:
        bigger = sizes[first] > 1.15 * sizes[rest[1]]
        why = "the first line of the first page, which is set larger" if bigger else ""
    else:
        why = "the first line of the text"
    # A headline has no full stop and is shorter than what follows, or has a byline under it.
    framed = any(i in finding.taken for i in (first + 1, first + 2))
    ends_like_text = line.rstrip(" \"”»’'")[-1:] in ".。,;:؟…" and not line.endswith("...")
    if not ends_like_text and (framed or len(following) > len(line)):
        finding.learn(why or "the first line of the first page", title=line)
        finding.taken.add(first)
        finding.title_at = first
