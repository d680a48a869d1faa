"""An article's summary out of facts and decisions: scores, length, rulings, focus, wording, order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefer.model.analysis import Analysis
from briefer.model.article import Article, ArticleId
from briefer.model.errors import UnreadableFile
from briefer.model.summary import Focus, ScoredSentence, Scores, Summary, SummaryLength, Wording
from briefer.model.text import Sentence, Span
from briefer.services.antecedents import antecedent
from briefer.services.ledger import Rulings, findings_of
from briefer.services.library import LibraryView
from briefer.text.bracketing import bracketed
from briefer.text.choosing import choose
from briefer.text.quotations import quoting

# The default method's name; its scores are part of every analysis.
DEFAULT_METHOD = "auto"
# The decision tables that summaries follow from.
SUMMARY_TABLES = (
    "rulings", "summary_choices", "summary_for_all", "focus", "sentence_order", "sentence_edits",
)  # fmt: skip


def choice(
    view: LibraryView, article: ArticleId, default: SummaryLength
) -> tuple[str, SummaryLength]:
    """Method and length in force for the article: its own, those for all, or the default."""
    chosen = view.decisions.summary_choice(article) or view.decisions.summary_for_all()
    return chosen or (DEFAULT_METHOD, default)


def focus_words(view: LibraryView, article: ArticleId) -> str:
    """What the article's summary is to be about, as methods take it: words and actors' names."""
    wanted = (*view.wishes.focus(article), *view.wishes.focus(None))
    if not wanted:
        return ""
    actors: dict[str, str] = {}
    if any(one.actor for one in wanted):
        found = findings_of(view, article).actors
        actors = {actor.key: " ".join((actor.name, *actor.aliases)) for actor in found}
    merged = Rulings(view.decisions.actor_rules())
    words = (_words(one, actors, merged) for one in wanted)
    return " ".join(dict.fromkeys(" ".join(words).split()))


def _words(focus: Focus, actors: Mapping[str, str], merged: Rulings) -> str:
    return actors.get(merged.key(focus.actor), focus.word) if focus.actor else focus.word


def scores_of(
    view: LibraryView, article: ArticleId, method: str, focus: str | None = None
) -> Scores | None:
    """A method's scores under the focus in force, or under `focus`; None while they are not made."""
    focus = focus_words(view, article) if focus is None else focus
    if method == DEFAULT_METHOD and not focus:
        analysis = view.facts.analysis(article)
        return analysis.scores if analysis else None
    return view.facts.scores(article, method, focus)


def score_request(view: LibraryView, article: Article, method: str, focus: str) -> dict[str, Any]:
    """What a worker needs for scoring the article.

    Raises UnreadableFile for one whose analysis cannot be used.
    """
    analysis = view.facts.analysis(article.id)
    if analysis is None:
        what = "What was found in this article cannot be used."
        raise UnreadableFile(what, name=article.heading, hint="Remove it and import it again.")
    return {
        "method": method,
        "sentences": [sentence.span.of(article.text) for sentence in analysis.sentences],
        "language": article.language or "",
        "title": article.source.title,
        "focus": focus,
    }


def summary_of(
    view: LibraryView,
    article: ArticleId,
    default: SummaryLength,
    *,
    names_meant: bool = False,
    by: str = "",
    at_least_plain: bool = False,
) -> Summary | None:
    """The article's summary under the user's decisions, or None without analysis or scores.

    With `names_meant` sentences that begin with "he" say whom they mean. `by` is another method
    than the one in force; `at_least_plain` takes the analysis' own scores where its are missing.
    """
    analysis, found = view.facts.analysis(article), view.facts.article(article)
    if analysis is None or found is None:
        return None
    method, length = choice(view, article, default)
    scores = scores_of(view, article, by or method)
    if scores is None and at_least_plain:
        scores = analysis.scores
    if scores is None:
        return None
    pins, exclusions = rulings(view, article, analysis)
    wordings = wordings_of(view, found, analysis, names_meant=names_meant)
    told = _told_elsewhere(view, article, analysis, wordings)
    pins, exclusions = pins - told, exclusions | told
    summary = choose(
        analysis.sentences, found.text, scores, length, pins=pins, exclusions=exclusions,
        more_words={n: _more(w, analysis.sentences[n], found.text) for n, w in wordings.items()},
    )  # fmt: skip
    worded = [replace(one, wording=wordings.get(one.sentence.number)) for one in summary.sentences]
    return replace(summary, sentences=arranged(worded, view.wishes.order(article)))


def _told_elsewhere(
    view: LibraryView, article: ArticleId, analysis: Analysis, wordings: Mapping[int, Wording]
) -> frozenset[int]:
    """Sentences that were part of a longer one when that was reworded: its words stand for them."""
    places = [place for place, _ in view.wishes.edits(article)]
    return frozenset(
        sentence.number
        for sentence in analysis.sentences
        if any(place.covers(sentence.span) for place in places)
        and not (sentence.number in wordings and wordings[sentence.number].is_edited)
    )


def _more(wording: Wording, sentence: Sentence, text: str) -> int:
    return len(wording.text.split()) - len(sentence.span.of(text).split())


def rulings(
    view: LibraryView, article: ArticleId, analysis: Analysis
) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers of the pinned and of the excluded sentences."""
    pins: set[int] = set()
    exclusions: set[int] = set()
    for span, ruling in view.decisions.rulings(article):
        sentence = sentence_at(analysis.sentences, span)
        if sentence is not None:
            (pins if ruling == "pin" else exclusions).add(sentence.number)
    return frozenset(pins), frozenset(exclusions)


def sentence_at(sentences: Sequence[Sentence], place: Span) -> Sentence | None:
    """The sentence that a decision on this place is about: the one that shares most of it."""

    def shared(sentence: Sentence) -> int:
        return min(sentence.span.end, place.end) - max(sentence.span.start, place.start)

    best = max(sentences, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def wordings_of(
    view: LibraryView, article: Article, analysis: Analysis, *, names_meant: bool
) -> dict[int, Wording]:
    """The sentences that are not shown letter for letter, by number."""
    text, found = article.text, dict[int, Wording]()
    if names_meant:
        findings = findings_of(view, article.id)
        for sentence in analysis.sentences:
            meant = antecedent(
                text, analysis.sentences, sentence.number, findings, article.language or ""
            )
            if meant is not None:
                place, name = meant
                start, end = sentence.span.start, sentence.span.end
                said = f"{text[start : place.end]} [{name}]{text[place.end : end]}"
                found[sentence.number] = Wording(said)
    for place, entered in view.wishes.edits(article.id):
        edited = sentence_at(analysis.sentences, place)
        if edited is not None:
            # Where the sentences are cut otherwise by now, what stands around stays as it is.
            before = text[edited.span.start : max(place.start, edited.span.start)]
            after = text[min(place.end, edited.span.end) : edited.span.end]
            printed = bracketed(place.of(text), entered, open_before(article, place))
            found[edited.number] = Wording(f"{before}{printed}{after}", f"{before}{entered}{after}")
    return found


def open_before(article: Article, place: Span) -> str:
    """What would close the quotation that is open where the place begins."""
    paragraph = next((p.span for p in article.paragraphs if p.span.covers(place)), None)
    if paragraph is None:
        return ""
    return quoting(article.text[paragraph.start : place.start])[1]


def arranged(
    sentences: Sequence[ScoredSentence], order: Sequence[Span]
) -> tuple[ScoredSentence, ...]:
    """The sentences, given as the article has them, in the user's order.

    One that the user gave no place stands after whichever it follows in the article.
    """
    if not order:
        return tuple(sentences)
    placed: dict[int, int] = {}
    for at, place in enumerate(order):
        sentence = sentence_at([one.sentence for one in sentences], place)
        if sentence is not None:
            placed.setdefault(sentence.number, at)
    listed = [one for one in sentences if one.sentence.number in placed]
    found = sorted(listed, key=lambda one: placed[one.sentence.number])
    for at, one in enumerate(sentences):
        if one.sentence.number not in placed:
            found.insert(found.index(sentences[at - 1]) + 1 if at else 0, one)
    return tuple(found)
