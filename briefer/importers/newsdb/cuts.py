"""What an export says of one article, and the article made of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefer.importers.dates import as_date, iso_moment, month_alone
from briefer.importers.newsdb.labels import PAGE, language_code
from briefer.importers.sniffing import MOST_CHARACTERS
from briefer.importers.source_guess import names_in
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import UnreadablePart
from briefer.text.cleaning import clean_line
from briefer.text.language import detect

# A byline is a line; what is longer is running text under a wrong label (characters).
_LONGEST_BYLINE = 300
_ROLE = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|staff|columnist|contributors?|"
    r"korrespondent\w*|redakteur\w*|redaktion|journalist\w*|envoyée?|correspondante?|rédaction|"
    r"corresponsal|enviad[oa]|redacción|redattore|corrispondente|redactie|verslaggever|"
    r"redactor|redação)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|par|von|por|di|door)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\S+@\S+\.\w+")
_VERSION = re.compile(r"version\s?:?\s?\d+", re.IGNORECASE)
_EDITION = re.compile(r"[;,]\s[^;,]*\bedition\b.*", re.IGNORECASE)
_ISSUE = re.compile(r",?\s+(?:no|nr|n°|nº|num)\.?\s?\d[\d\-/]*$", re.IGNORECASE)


@dataclass
class Cut:
    """One article of an export as its fields stand there; `number` counts from 1.

    `says` holds field to (value, where it stands); `lines` are the paragraphs, `headings` those of
    them that are none of the running text (a standfirst). `wrong` says why it cannot be read,
    `warnings` what a reader should know.
    """

    number: int
    says: dict[str, tuple[str, str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    wrong: str = ""
    warnings: list[str] = field(default_factory=list)

    def learn(self, name: str, value: str, where: str) -> None:
        """Keep a field that is not known yet, if there is anything to keep."""
        value = clean_line(value)
        if value and name not in self.says:
            self.says[name] = (value, where)

    def value(self, name: str) -> str:
        """The field as it stands, or nothing."""
        return self.says.get(name, ("", ""))[0]


def articles(cuts: Iterable[Cut], *, declared: int = 0) -> Iterator[Article | UnreadablePart]:
    """An article for each cut, or why there is none; at the end, whether the file lacks some.

    `declared` is how many articles the export says it holds, if it says so.
    """
    count = 0
    for cut in cuts:
        count += 1
        yield _article(cut)
    if declared > count:
        yield UnreadablePart(
            f"The export says that it holds {declared} articles, but {count} were found.",
            name="end of the file",
            hint="The file may be cut short. Export it again.",
        )


def one_spelling(cuts: Sequence[Cut]) -> None:
    """Give outlets that differ in blanks alone the spelling most of them have.

    ProQuest's text files break words at random places ("The Hamilton Sp ectator").
    """
    spellings: dict[str, Counter[str]] = {}
    for cut in cuts:
        outlet = cut.value("outlet")
        spellings.setdefault("".join(outlet.split()), Counter())[outlet] += 1
    for cut in cuts:
        if "outlet" in cut.says:
            outlet, where = cut.says["outlet"]
            best = spellings["".join(outlet.split())].most_common(1)[0][0]
            cut.says["outlet"] = (best, where)


def _article(cut: Cut) -> Article | UnreadablePart:
    lines = [clean_line(line) for line in cut.lines]
    kept = [index for index, line in enumerate(lines) if any(map(str.isalnum, line))]
    body = [lines[index] for index in kept]
    if cut.wrong or not any(index not in cut.headings for index in kept):
        return _missed(cut, cut.wrong or "The file has no text for this article.")
    if sum(map(len, body)) > MOST_CHARACTERS:
        return _missed(cut, f"It has more than {MOST_CHARACTERS:,} characters.")
    known, evidence = _fields(cut)
    language = language_code(cut.value("language")) or detect("\n\n".join(body))
    return article_from_paragraphs(
        body,
        Source(**known, evidence=evidence),
        language=language,
        headings=frozenset(at for at, index in enumerate(kept) if index in cut.headings),
        warnings=cut.warnings,
    )


def _missed(cut: Cut, what: str) -> UnreadablePart:
    title = cut.value("title")[:80]
    place = f"article {cut.number}" + (f" (“{title}”)" if title else "")
    return UnreadablePart(what, name=place, hint="Open it in the database and export it again.")


def _fields(cut: Cut) -> tuple[dict[str, Any], dict[str, str]]:
    section, page = _section_and_page(cut.value("section"))
    read: dict[str, Any] = {
        "title": cut.value("title"),
        "authors": _authors(cut),
        "published": day(cut.value("published")),
        "updated": day(cut.value("updated")),
        "outlet": outlet_named(cut.value("outlet")),
        "section": section,
        "page": _page(cut.value("page")) or page,
        "url": _address(cut.value("url")),
    }
    known = {name: value for name, value in read.items() if value}
    evidence = {}
    for name in known:
        said = name if name in cut.says else "inverted" if name == "authors" else "section"
        evidence[name] = cut.says[said][1]
    return known, evidence


def day(text: str) -> str | None:
    """The day or moment in a date field, also of broken words ("1 2 March 2 0 1 3", "Ju n 24").

    Of a monthly, which states no day, the month.
    """
    if not text:
        return None
    joined = re.sub(r"(?<=\d) (?=\d)", "", re.sub(r"(\d) (?=\d \d \d \d\b)", r"\1  ", text))
    compact = re.sub(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])|(?<=,)", " ", "".join(text.split()))
    return (
        iso_moment(text)
        or as_date(text)
        or as_date(joined)
        or as_date(compact)
        or month_alone(text)
    )


def outlet_named(text: str) -> str:
    """An outlet without edition, issue number and place of publication."""
    text = text.partition(";")[0]
    text = _ISSUE.sub("", _EDITION.sub("", text))
    return re.sub(r"(?<=\w)\((?=\w)", " (", text).strip(" ,;.")


def authors_in(text: str) -> tuple[str, ...]:
    """The authors in a byline; one that lists no names stands as it is ("Letters")."""
    bare = " ".join(_ASIDE.sub(" ", text).split()).strip(" ,;:.")
    if not bare or len(bare) > _LONGEST_BYLINE:
        return ()
    label = _BY.match(bare)
    bare = bare[label.end() :] if label else bare
    people = tuple(_with_stop(name) for name in names_in(bare) if not _ROLE.search(name))
    return people or (bare,)


def _with_stop(name: str) -> str:
    """Initials keep the stop that stands after them ("J. M. L.")."""
    return f"{name}." if re.search(r"(?:^|[ .])[^\W\d_]\Z", name) and "." in name else name


def inverted_authors(text: str) -> tuple[str, ...]:
    """The authors of "Wines, Michael; Cramer, Maria" in the order their names are spoken."""
    found: list[str] = []
    for part in re.split(r"\s*;\s*", _ASIDE.sub(" ", text)):
        family, comma, given = part.strip(" ,.").partition(", ")
        straight = comma and "," not in given and len(part.split()) <= 6
        name = " ".join(f"{given} {family}".split()) if straight else part.strip(" ,")
        if name and name not in found and len(name) <= 120:
            found.append(name)
    return tuple(found)


def _authors(cut: Cut) -> tuple[str, ...]:
    if "authors" in cut.says:
        return authors_in(cut.value("authors"))
    return inverted_authors(cut.value("inverted"))


def _section_and_page(text: str) -> tuple[str, str]:
    """Part "NEWS; Pg. 6" into a section and a page; counts of versions say nothing to a reader."""
    parts: list[str] = []
    page = ""
    for part in re.split(r"\s*;\s*", text):
        found = None if page else PAGE.match(part)
        if found:
            page = found[1]
            rest = part[found.end() :].strip(" ,.")
            parts += [rest] if rest else []
        elif part and not _VERSION.fullmatch(part):
            parts.append(part.strip(" ,"))
    return "; ".join(parts), page


def _page(text: str) -> str:
    found = PAGE.match(text)
    return found[1] if found else text.strip(" .,")[:40]


def _address(text: str) -> str:
    """The address, out of the library's proxy through which it was reached."""
    hit = re.search(r"https?://\S+", text)
    if hit is None:
        return ""
    return re.sub(r"^https?://\S+?/login\?(?:q?url)=(?=https?://)", "", hit[0])
