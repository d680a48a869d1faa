"""Sources numbered in the order they are first cited, and the lines that name them."""

import re
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

from briefer.model.article import Article, ArticleId
from briefer.model.document import Run, SourceEntry
from briefer.services.printed_words import PrintedWords, printed_words

# XML and PDF refuse these; they carry nothing a reader could see. Directional controls go too:
# a stray override would turn the rest of a line around.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff"
    "\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad]"
)
_LINK = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)
# Beyond this an address is no longer read by anybody; the link itself stays whole.
SHOWN_ADDRESS = 200
_ON_ONE_LINE = 6


def clean(text: str) -> str:
    """`text` without control characters and lone surrogates, blanks run together."""
    return " ".join(_UNPRINTABLE.sub("", text.replace("\u2028", " ")).split())


def safe_link(address: str | None) -> str:
    """`address` where it is http, https or mailto, and empty for all else."""
    address = _UNPRINTABLE.sub("", address or "").strip()
    return address if _LINK.match(address) and len(address) <= 2000 else ""


def headline(article: Article) -> str:
    """The article's title, or its first words where it has none."""
    title = clean(article.source.title)
    if title:
        return title
    words = clean(article.text[:400])
    if len(words) <= 80:
        return words
    return words[:80].rsplit(" ", 1)[0] + " …"


def shown_address(url: str) -> str:
    """The address without its scheme, shortened in the middle where it is very long."""
    shown = re.sub(r"^(?:https?://|mailto:)(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")
    if len(shown) <= SHOWN_ADDRESS:
        return shown
    return f"{shown[: SHOWN_ADDRESS - 25]}…{shown[-24:]}"


def source_runs(
    article: Article,
    words: PrintedWords,
    *,
    full: bool,
    copies: Sequence[Article] = (),
    others: Sequence[Article] = (),
) -> tuple[Run, ...]:
    """`Outlet, "Headline", Author, 12 Mar 2026, p. 4 – address`; what is not known is left out.

    Not `full`: as it stands under the headline, so without it, and the address by its host. The
    outlets of `copies` follow: `also in: Outlet, Outlet`, and those of `others`, which tell of the same
    in words of their own: `also reported by: Outlet`.
    """
    source = article.source
    url = safe_link(source.url)
    parts: list[Run] = []
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    outlet = clean(source.outlet or "")
    # An outlet known by its address only is named once.
    same = not full and bool(url) and outlet.casefold() == host
    if outlet:
        parts.append(Run(outlet, bold=not full, link=url if same else ""))
    if full:
        own = printed_words(article.language or words.language)
        parts.append(Run(own["title_quote"].format(title=headline(article))))
    # An office that signs under its own name is named once.
    outlet = (source.outlet or "").casefold()
    authors = [clean(author) for author in source.authors if author.casefold() != outlet]
    parts += [Run(author) for author in authors if author]
    if source.published:
        parts.append(Run(words.short_date(source.published[:10])))
    if source.section and full:
        parts.append(Run(clean(source.section)))
    if source.page:
        parts.append(Run(f"p. {clean(source.page)}"))
    runs = [run for part in parts for run in (part, Run(", "))][:-1]
    if url and not same:
        shown = shown_address(url) if full else (host or shown_address(url))
        runs += [Run(" – ")] if runs else []
        runs.append(Run(shown, link=url))
    said = {clean(source.outlet or "").casefold()}
    runs += _outlets(copies, said, words["also_in"], after=bool(runs))
    runs += _outlets(others, said, words["also_reported"], after=bool(runs))
    return tuple(runs)


def _outlets(
    articles: Sequence[Article], said: set[str], lead: str, *, after: bool
) -> tuple[Run, ...]:
    """The articles' outlets after the words that lead to them, each once and with its address where
    one is known; those `said` already are left out, and the new ones join them."""
    named: dict[str, Run] = {}
    for one in articles:
        url = safe_link(one.source.url)
        name = clean(one.source.outlet or "") or (urlsplit(url).hostname or "")
        if name and name.casefold() not in said:
            named.setdefault(name.casefold(), Run(name, link=url))
    said.update(named)
    if not named:
        return ()
    runs = [Run(f"{' · ' if after else ''}{lead} ", quiet=True)]
    for run in named.values():
        runs += [run, Run(", ")]
    return tuple(runs[:-1])


class Citations:
    """Numbers articles as they are first cited and remembers which paragraphs were used."""

    def __init__(
        self,
        articles: Mapping[ArticleId, Article],
        words: PrintedWords,
        copies: Mapping[ArticleId, Sequence[Article]] | None = None,
        *,
        is_short: bool = False,
        further_down: Collection[ArticleId] = (),
    ) -> None:
        """`copies` are what other outlets ran of an article's text; with `is_short` the list does not
        name them again, as the items do. `further_down` are known to be cited before the end."""
        self._further_down = further_down
        self._passed_over: set[ArticleId] = set()
        # Numbered for actors alone so far.
        self._ahead: set[ArticleId] = set()
        self._is_short = is_short
        self._articles = articles
        self._copies = copies or {}
        self._words = words
        self._paragraphs: dict[ArticleId, set[int]] = {}

    def number(self, article: ArticleId, paragraph: int | None = None) -> int:
        """The article's number; `paragraph` (from 0) joins those its entry names."""
        self._ahead.discard(article)
        used = self._paragraphs.setdefault(article, set())
        if paragraph is not None:
            used.add(paragraph)
        return list(self._paragraphs).index(article) + 1

    def mark(self, article: ArticleId, paragraph: int | None = None) -> tuple[Run, ...]:
        """The " [3]" that leads to the article's entry."""
        number = self.number(article, paragraph)
        return (Run("\u00a0"), Run(f"[{number}]", link=f"#source-{number}", cites=number))

    @property
    def cited(self) -> tuple[ArticleId, ...]:
        """The articles cited so far, in the order of their numbers."""
        return tuple(article for article in self._paragraphs if article not in self._ahead)

    def numbers_of_listed(self, articles: Collection[ArticleId]) -> list[int]:
        """The numbers of those of the articles that are among the sources, which cites none of them.

        Where that is not known yet, they are taken for not listed.
        """
        for article in articles:
            if article in self._paragraphs:
                continue
            if article in self._further_down:
                self._paragraphs[article] = set()
                self._ahead.add(article)
            else:
                self._passed_over.add(article)
        numbers = {article: number for number, article in enumerate(self._paragraphs, 1)}
        return sorted(numbers[article] for article in articles if article in numbers)

    @property
    def cited_later(self) -> set[ArticleId]:
        """The articles that were not taken for listed, and are cited all the same."""
        return self._passed_over & self._paragraphs.keys()

    @property
    def independent(self) -> tuple[int, int]:
        """How many articles stand behind the cited ones, copies and all, and how many texts."""
        texts = {
            frozenset((key, *(copy.id for copy in self._copies.get(key, ())))) for key in self.cited
        }
        return len(frozenset[ArticleId]().union(*texts)), len(texts)

    def entries(self) -> tuple[SourceEntry, ...]:
        """The list of sources, each with the paragraphs that were used (counted from 1)."""
        return tuple(
            SourceEntry(
                number=number,
                runs=self._entry(self._articles[article], used),
                anchor=f"source-{number}",
                language=self._articles[article].language or "",
            )
            for number, (article, used) in enumerate(self._paragraphs.items(), 1)
        )

    def _entry(self, article: Article, used: set[int]) -> tuple[Run, ...]:
        copies = () if self._is_short else self._copies.get(article.id, ())
        runs = source_runs(article, self._words, full=True, copies=copies)
        if not used:
            return runs
        key = "paragraphs" if len(used) > 1 else "paragraph"
        # A few numbers stay on one line, with what they count.
        gap = "\u00a0" if len(used) <= _ON_ONE_LINE else " "
        numbers = f",{gap}".join(str(number + 1) for number in sorted(used))
        places = self._words[key].format(numbers=numbers).replace(" ", gap)
        return (*runs, Run(f" ({places})", quiet=True))
