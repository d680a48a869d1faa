"""How rightly texts are split into sentences, and how fast, beside pysbd and sumy's own splitter.

usage: python benchmarks/sentences.py [CASES.py...]

The cases of our tests in all languages (tests/text/sentence_cases.py), and any further files of the kind
pysbd's tests are (a Python file with lists of `(text, [sentence, ...])`; the language by its name, as in
test_english.py). A case is right when every sentence is. pysbd and sumy (which needs NLTK's data) are
measured where they are installed. Speed is of our own German, Russian and English cases, repeated.
"""

import ast
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "text")]

from sentence_cases import CASES  # noqa: E402

from briefer.text.sentences import paragraphs_of, split_sentences  # noqa: E402

LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en",
    "french": "fr", "greek": "el", "italian": "it", "japanese": "ja", "polish": "pl",
    "russian": "ru", "slovak": "sk", "spanish": "es", "ukrainian": "uk",
}  # fmt: skip
SUMY = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian",
    "pt": "portuguese", "nl": "dutch", "pl": "polish", "cs": "czech", "ru": "russian",
    "el": "greek", "tr": "turkish", "zh": "chinese", "ja": "japanese", "ar": "arabic",
    "he": "hebrew", "uk": "ukrainian",
}  # fmt: skip
Splitter = Callable[[str, str], list[str]]


def main() -> int:
    """Print how many cases each splitter gets right, by language, then the speed."""
    sets = {f"ours, {language}": (language, cases) for language, cases in CASES.items()}
    for name in sys.argv[1:]:
        path = Path(name)
        language = LANGUAGES.get(path.stem.removeprefix("test_"), "en")
        sets[path.stem] = (language, list(cases_of(path)))
    peers: dict[str, Splitter] = {"briefer": ours, "pysbd": by_pysbd, "sumy": by_sumy}
    print(f"{'cases':22s} {'number':>6s} " + " ".join(f"{name:>14s}" for name in peers))
    totals: dict[str, list[bool]] = defaultdict(list)
    for heading, (language, cases) in sets.items():
        cells = []
        for name, splitter in peers.items():
            right = [verdict(splitter, language, *case) for case in cases]
            if None not in right:
                totals[name] += [bool(one) for one in right]
            cells.append(share([one for one in right if one is not None]))
            if name == "briefer":
                report(language, cases)
        print(f"{heading:22s} {len(cases):6d} " + " ".join(f"{cell:>14s}" for cell in cells))
    print(f"{'all':22s} {'':6s} " + " ".join(f"{share(totals[name]):>14s}" for name in peers))
    speed()
    return 0


def share(right: list[bool]) -> str:
    return f"{sum(right)} = {100 * sum(right) / len(right):.1f} %" if right else "-"


def verdict(splitter: Splitter, language: str, text: str, wanted: list[str]) -> bool | None:
    try:
        return [part.strip() for part in splitter(text, language)] == wanted
    except (ImportError, LookupError, ValueError):
        return None


def report(language: str, cases: list[tuple[str, list[str]]]) -> None:
    for text, wanted in cases:
        found = ours(text, language)
        if found != wanted:
            print(f"  {language}: {found} instead of {wanted}")


def ours(text: str, language: str) -> list[str]:
    sentences = split_sentences(text, paragraphs_of(text), language)
    return [sentence.span.of(text) for sentence in sentences]


def by_pysbd(text: str, language: str) -> list[str]:
    import pysbd

    return list(pysbd.Segmenter(language=language, clean=False).segment(text))


def by_sumy(text: str, language: str) -> list[str]:
    from sumy.nlp.tokenizers import Tokenizer

    return list(Tokenizer(SUMY[language]).to_sentences(text))


def cases_of(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every `("text", ["sentence", ...])` of a Python file, which is read, not run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        pair = node.elts if isinstance(node, ast.Tuple) else getattr(node, "args", [])[:2]
        if len(pair) == 2 and isinstance(pair[1], ast.List):
            try:
                text, wanted = ast.literal_eval(pair[0]), ast.literal_eval(pair[1])
            except ValueError:
                continue
            if isinstance(text, str) and all(isinstance(part, str) for part in wanted):
                yield text, wanted


def speed() -> None:
    print("\nsentences a second (one core)")
    for language in ("en", "de", "ru"):
        text = "\n\n".join(" ".join(text for text, _ in CASES[language]) for _ in range(40))
        cells = []
        for name, splitter in (("briefer", ours), ("pysbd", by_pysbd)):
            start = time.process_time()
            try:
                count = len(splitter(text, language))
            except (ImportError, ValueError):
                continue
            cells.append(f"{name} {count / (time.process_time() - start):,.0f}")
        print(f"{language}: " + ", ".join(cells))


if __name__ == "__main__":
    sys.exit(main())
