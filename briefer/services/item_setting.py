"""One item of a briefing to blocks: an article with its extract, a statement, the user's text."""

from dataclasses import replace

from briefer.model.actors import KeyActor, Quote, QuoteKind
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    EventItem,
    FigureItem,
    Item,
    JudgementItem,
    QuoteItem,
    SectionKind,
    TextItem,
)
from briefer.model.document import Block, Bullets, Heading, Look, Origin, Paragraph, Run
from briefer.model.story import Novelty
from briefer.model.summary import ScoredSentence
from briefer.services.citing import Citations, clean, headline, source_runs
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords, printed_words

# Sentences of these languages follow one another without a blank.
_UNSPACED = ("zh", "ja", "th", "lo", "my", "km")


# What is told again bears no word: the reader knows it.
_TAGS = {Novelty.NEW: "new", Novelty.DEVELOPING: "developing"}


class ItemSetting:
    """Sets the items of one document, in order: the citations count as it goes."""

    def __init__(self, material: Material, words: PrintedWords, citations: Citations) -> None:
        self.used_extracts = self.used_edits = self.used_rearranged = False
        # The articles of which sentences were printed.
        self.extracted: set[ArticleId] = set()
        self.actors: dict[str, KeyActor] = {actor.key: actor for actor in material.actors}
        self._material = material
        self._words = words
        self._citations = citations
        # Sentences the bottom line has said already, by article.
        self._said: dict[ArticleId, set[int]] = {}

    def blocks(self, item: Item, origin: Origin, kind: SectionKind) -> list[Block]:
        """The blocks of `item` as a section of `kind` sets them; none for what is unknown."""
        content = item.content
        if isinstance(content, ArticleItem):
            if kind is SectionKind.JUDGEMENTS:
                return self._article_bullet(content, origin)
            return self._article(content, origin)
        if isinstance(content, QuoteItem):
            return self._quote(content, origin)
        if isinstance(content, ActorItem):
            return self._actor_line(content, origin)
        if isinstance(content, TextItem):
            return self.text(content, origin)
        return self._fact(content, origin)

    def text(self, content: TextItem, origin: Origin) -> list[Block]:
        """The user's own words, and at their end the marks of the sources they rest on."""
        blocks = text_blocks(content, origin)
        marks: tuple[Run, ...] = ()
        for key in content.sources:
            if key in self._material.articles:
                marks += self._citations.mark(key)
        last = blocks[-1] if blocks else None
        if marks and isinstance(last, Paragraph):
            blocks[-1] = replace(last, runs=(*last.runs, *marks))
        elif marks and isinstance(last, Bullets):
            *entries, final = last.entries
            final = replace(final, runs=(*final.runs, *marks))
            blocks[-1] = replace(last, entries=(*entries, final))
        return blocks

    def extract(
        self, content: ArticleItem, article: Article, *, bottom_line: bool = False
    ) -> tuple[Run, ...]:
        """The chosen sentences with the mark of their source; empty when there are none."""
        sentences = self._material.sentences.get(article.id, ())
        numbers = self._numbers(content, article.id, bottom_line=bottom_line)
        chosen = [sentences[number] for number in numbers if 0 <= number < len(sentences)]
        if not chosen:
            return ()
        self.used_extracts = True
        spaced = (article.language or "").split("-")[0] not in _UNSPACED
        wordings = self._material.wordings.get(article.id, {})
        runs: list[Run] = []
        text = ""
        for sentence in chosen:
            wording = wordings.get(sentence.number)
            piece = clean(wording.text if wording else sentence.span.of(article.text))
            text += (" " if (text or runs) and spaced else "") + piece
            if wording is not None and wording.is_edited:
                # What is not the article's own words says so, wherever it is printed.
                self.used_edits = True
                mark = Run(f"\u00a0[{self._words['edited']}]", quiet=True)
                runs += [Run(text), mark]
                text = ""
        runs += [Run(text)] if text else []
        self.used_rearranged |= (
            content.sentences is None and article.id in self._material.rearranged
        )
        for sentence in chosen:
            self._citations.number(article.id, sentence.paragraph)
        self.extracted.add(article.id)
        return (*runs, *self._citations.mark(article.id))

    def _article(self, content: ArticleItem, origin: Origin) -> list[Block]:
        article = self._material.articles.get(content.article)
        if article is None:
            return []
        language = article.language or ""
        title = clean(content.headline) or headline(article)
        extract = self.extract(content, article)
        if not extract:
            # A headline alone is cited too.
            self._citations.number(article.id)
        copies = self._material.copies.get(article.id, ())
        others = [o for key in content.also if (o := self._material.others.get(key)) is not None]
        line = source_runs(article, self._words, full=False, copies=copies, others=others)
        note = clean(content.note)
        tag = _TAGS.get(self._material.novelty.get(article.id, Novelty.REPEATED), "")
        blocks: list[Block] = [
            Heading(
                title, 3, f"item-{origin.item}", language, origin,
                tag=self._words[tag] if tag else "",
            )
        ]  # fmt: skip
        if extract:
            blocks.append(
                Paragraph(extract, Look.EXTRACT, language, origin, keep=bool(line or note))
            )
        if note:
            blocks.append(Paragraph((Run(note),), Look.NOTE, "", origin, keep=bool(line)))
        if line:
            blocks.append(Paragraph(line, Look.SOURCE, language, origin))
        return blocks

    def _article_bullet(self, content: ArticleItem, origin: Origin) -> list[Block]:
        article = self._material.articles.get(content.article)
        if article is None:
            return []
        title = clean(content.headline) or headline(article)
        runs = self.extract(content, article) or (
            Run(title),
            *self._citations.mark(article.id),
        )
        return [_bullet(runs, article.language or "", origin)]

    def _numbers(
        self, content: ArticleItem, article: ArticleId, *, bottom_line: bool
    ) -> tuple[int, ...]:
        if content.sentences is not None:
            return content.sentences
        summary = self._material.summaries.get(article)
        if summary is None:
            return ()
        chosen = list(summary.sentences)
        said = self._said.setdefault(article, set())
        if not bottom_line:
            # What the bottom line has said is not said again, unless the user pinned it or
            # nothing would be left.
            fresh = [s for s in chosen if s.pinned or s.sentence.number not in said]
            chosen = fresh or chosen
        if content.length:
            chosen = _best(chosen, content.length)
        numbers = tuple(s.sentence.number for s in chosen)
        if bottom_line:
            said.update(numbers)
        return numbers

    def _quote(self, content: QuoteItem, origin: Origin) -> list[Block]:
        article = self._material.articles.get(content.article)
        if article is None:
            return []
        # The comma before "he said" is the sentence's, not the speaker's.
        text = clean(content.span.of(article.text)).rstrip(",،，")
        if not text:
            return []
        known = next(
            (q for q in self._material.quotes.get(article.id, ()) if q.span == content.span), None
        )
        language = article.language or ""
        direct = content.direct and (known is None or known.kind is QuoteKind.DIRECT)
        if direct:
            text = printed_words(language or self._words.language)["quote"].format(text=text)
        name, role = self._speaker(content, _mention(known))
        paragraph = next(
            (n for n, p in enumerate(article.paragraphs) if p.span.covers(content.span)), None
        )
        runs: list[Run] = [Run(name, bold=True)] if name else []
        if role:
            runs.append(Run(f", {role}" if name else role))
        # Runs of their own: each keeps its direction beside a name in another script.
        outlet, published = clean(article.source.outlet or ""), article.source.published
        if outlet:
            runs += [Run(" · " if runs else "", quiet=True), Run(outlet, quiet=True)]
        if published:
            date = self._words.short_date(published[:10])
            runs += [Run(", " if runs else "", quiet=True), Run(date, quiet=True)]
        runs += self._citations.mark(article.id, paragraph)
        return [
            Paragraph((Run(text),), Look.QUOTE, language, origin, keep=True),
            Paragraph(tuple(runs), Look.SPEAKER, language, origin),
        ]

    def _fact(self, content: FigureItem | EventItem | JudgementItem, origin: Origin) -> list[Block]:
        """A single fact in a section of another kind, as a line of a list."""
        if isinstance(content, JudgementItem):
            said = clean(content.text)
            return [_bullet((Run(said),), "", origin)] if said else []
        article = self._material.articles.get(content.article)
        if article is None:
            return []
        found = clean(content.span.of(article.text))
        mark = self._citations.mark(article.id)
        if isinstance(content, FigureItem):
            runs = (Run(found, bold=True), Run(f" {clean(content.what)}"))
        else:
            date = self._words.short_date(clean(content.date))
            runs = (Run(f"{date}: ", bold=True), Run(clean(content.text) or found))
        return [_bullet((*runs, *mark), article.language or "", origin)]

    def _speaker(self, content: QuoteItem, mention: str) -> tuple[str, str]:
        actor = self.actors.get(content.speaker or "")
        if actor is None:
            return clean(mention), ""
        role = clean(actor.roles[0]) if actor.roles else ""
        return clean(actor.name), role

    def _actor_line(self, content: ActorItem, origin: Origin) -> list[Block]:
        actor = self.actors.get(content.actor)
        name = clean(actor.name if actor else content.name)
        if not name:
            return []
        facts = "; ".join(clean(role) for role in actor.roles[:3]) if actor else ""
        runs = [Run(name, bold=True)]
        runs += [Run(f" – {facts}")] if facts else []
        runs += [Run(f". {clean(content.note)}")] if clean(content.note) else []
        for article in actor.articles[:3] if actor else ():
            if article in self._material.articles:
                runs += self._citations.mark(article)
        return [_bullet(tuple(runs), "", origin)]


def text_blocks(content: TextItem, origin: Origin) -> list[Block]:
    """Paragraphs parted by blank lines; lines that begin with "- " or "• " are bullets."""
    blocks: list[Block] = []
    lines: list[str] = []
    bullets: list[Paragraph] = []

    def close() -> None:
        if lines:
            blocks.append(Paragraph((Run(clean(" ".join(lines))),), Look.BODY, "", origin))
            lines.clear()
        if bullets:
            blocks.append(Bullets(tuple(bullets), origin))
            bullets.clear()

    for raw in content.text.splitlines():
        line = clean(raw)
        if line.startswith(("- ", "* ", "• ")):
            if lines:
                close()
            bullets.append(Paragraph((Run(line[2:].strip()),), Look.BODY, "", origin))
        elif not line:
            close()
        else:
            if bullets:
                close()
            lines.append(line)
    close()
    return blocks


def _bullet(runs: tuple[Run, ...], language: str, origin: Origin) -> Bullets:
    return Bullets((Paragraph(runs, Look.BODY, language, origin),), origin)


def _mention(quote: Quote | None) -> str:
    return quote.speaker_mention.text if quote and quote.speaker_mention else ""


def _best(chosen: list[ScoredSentence], length: int) -> list[ScoredSentence]:
    """The `length` best, pinned ones first of all, back in the order of the summary."""
    ranked = sorted(chosen, key=lambda s: (not s.pinned, -s.score, s.sentence.number))[:length]
    return sorted(ranked, key=chosen.index)
