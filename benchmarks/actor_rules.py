"""How long the window is held while a person rules on actors in a large library.

usage: python benchmarks/actor_rules.py [ARTICLES]

The articles are made: 220 words each, with forty of 400 names among them, one of which stands in half
of all articles and is watched. For each ruling the longest gap between two beats of a timer on the
window's thread is printed (see responsiveness.py), the longest that the thread itself worked without
a beat, and after how long the list shows what the ruling means.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from responsiveness import Heart, wait  # noqa: E402 - found through the line above

LETTERS = ("ba", "ko", "li", "mer", "nu", "pra", "sti", "tol", "vi", "zan")
COMMON, WATCHED = "harbour", "Elena Marinova"


def made_words(chance: random.Random, number: int) -> list[str]:
    return [
        "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 4))) for _ in range(number)
    ]


def library(path: Path, articles: int) -> None:
    """Articles in which no five words in a row stand twice, with their actors."""
    from briefer.model.actors import Actor, ActorKind, Findings, Mention
    from briefer.model.analysis import Analysis
    from briefer.model.article import Source, article_from_paragraphs
    from briefer.model.summary import Scores
    from briefer.model.text import Span
    from briefer.services.library import Library
    from briefer.text.sentences import split_sentences

    chance = random.Random(7)
    names = [" ".join(word.capitalize() for word in made_words(chance, 2)) for _ in range(400)]
    kept = Library(path)
    with kept.step("import"):
        for number in range(articles):
            named = chance.sample(names, 40) + ([WATCHED] if number % 2 else [])
            text, paragraphs = "", []
            for paragraph in range(6):
                words = made_words(chance, 30)
                for name in named[paragraph::6]:
                    words.insert(chance.randint(1, 25), name)
                words.insert(5, COMMON)
                paragraphs.append(" ".join(words).capitalize() + ".")
            # The first word of a paragraph is all that `capitalize` may change.
            for name in named:
                paragraphs = [line.replace(name.lower(), name) for line in paragraphs]
            source = Source(title=f"Report {number}", outlet="Bench", published="2026-03-02")
            article = article_from_paragraphs(paragraphs, source, language="en")
            text = article.text
            actors = [
                Actor(
                    f"person:{name.lower()}", name, ActorKind.PERSON, 0.5, (), (),
                    (Mention(Span(at, at + len(name)), name),),
                )
                for name in named
                if (at := text.find(name)) >= 0
            ]  # fmt: skip
            sentences = split_sentences(text, article.paragraphs, "en")
            scores = Scores("auto", tuple(1 / (i + 1) for i in range(len(sentences))))
            analysis = Analysis(article.id, sentences, scores, Findings(tuple(actors), ()))
            kept.facts.add(article, analysis)
            kept.decisions.shelve(article.id)
    kept.close()


def main() -> int:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    with tempfile.TemporaryDirectory(prefix="briefer-rules-") as home:
        os.environ["BRIEFER_HOME"] = home
        library(Path(home) / "library.db", articles)
        from briefer import settings
        from briefer.app import build
        from briefer.model.actors import ActorKind
        from briefer.ui import theme

        app = QApplication([])
        theme.load_fonts(app)
        theme.apply(app, "light")
        window = build(settings.Settings())
        window.show()
        wait(3000)
        window.library.choose_first()
        ledger, key = window.house.ledger, f"person:{WATCHED.lower()}"
        other = next(a.key for a in window.room.actors.model.actors if a.key != key)

        def marked() -> int:
            return sum(card.watched for card in window.library.model.cards)

        def measure(what: str, act: Callable[[], object]) -> None:
            while window.house.jobs.busy:
                wait(50)
            wait(1500)
            heart, began, before = Heart(), time.perf_counter(), marked()
            changed = 0.0
            act()
            for _ in range(60):
                wait(25)
                if not changed and marked() != before:
                    changed = time.perf_counter() - began
            gaps = heart.stop()
            shown = f"marks changed after {changed * 1000:.0f} ms" if changed else ""
            print(f"{what:44}{gaps[-1] * 1000:>8.1f}{heart.spent * 1000:>8.1f}   {shown}")

        print(f"{articles} articles{'':31}{'worst':>8}{'own':>8}   (ms)")
        measure("nothing", lambda: None)
        measure("add a word of every article", lambda: ledger.add(COMMON, COMMON, ActorKind.PLACE))
        measure("undo it", window.house.library.undo)
        measure("rename", lambda: ledger.rename(other, "Another Name"))
        measure("watch an actor of half of them", lambda: ledger.watch(key, wanted=True))
        for what, act in (
            ("rename", lambda: ledger.rename(other, "A Third Name")),
            ("hide", lambda: ledger.hide(other)),
            ("kind", lambda: ledger.set_kind(key, ActorKind.ORGANISATION)),
            ("merge into the watched one", lambda: ledger.merge(other, key, WATCHED)),
            ("undo the merge", window.house.library.undo),
            ("add the word", lambda: ledger.add(COMMON, COMMON, ActorKind.PLACE)),
            ("undo that", window.house.library.undo),
        ):
            measure(f"{what}, while one is watched", act)
        measure("watch no longer", lambda: ledger.watch(key, wanted=False))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
