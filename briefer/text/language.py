"""Which language a text is written in, or None when that is not sure."""

import math
import re
import unicodedata
from collections import Counter

from briefer.text.words import function_words, words

# On 805 pages and articles the answer is that of 3,000 characters; with 1,000 one differs.
_SAMPLE = 1_500
_FEWEST_LETTERS = 12
# A script that one large language has for itself settles the matter at any length.
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "HEBREW": "he",
    "GREEK": "el", "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta", "TELUGU": "te",
    "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ETHIOPIC": "am", "TIBETAN": "bo", "CJK": "zh",
}  # fmt: skip
# The quick look at letter statistics is trusted alone on so many letters at a distance of at most so
# much; on fewer letters where the small words of a language agree with it by so clear a lead. Of 2,090
# texts in 30 languages, and their first 700, 400 and 200 characters, one or none was then told wrong;
# the slow look was asked about 2 to 6 in a hundred.
_LONG, _NEAR = 900, 378
_ENOUGH, _LEAD = 100, 0.03
_SMALL_WORDS = (
    "en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "tr", "sv", "da",
    "no", "fi", "hu", "ro", "bg", "ca",
)  # fmt: skip
# The languages that the quick look chooses among.
_NEWS = [
    "en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "ru", "uk", "be", "bg",
    "sr", "hr", "mk", "sl", "ro", "hu", "fi", "sv", "da", "no", "et", "lv", "lt", "el",
    "tr", "ar", "fa", "ur", "he", "hi", "mr", "bn", "ne", "ca", "eu", "gl", "sq", "az",
    "kk", "id", "ms", "vi", "tl", "sw", "af", "is", "ga", "mn", "hy", "ka",
]  # fmt: skip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, from its first 1,500 characters.

    None for too few letters and for short texts on which the statistics do not agree.
    """
    sample = _ADDRESS.sub(" ", text[:_SAMPLE])
    letters = [letter for letter in sample if letter.isalpha()]
    if not letters:
        return None
    script, share = _main_script(letters)
    if script in _SCRIPTS and share >= 0.5:
        return _SCRIPTS[script]
    kana = sum("ぁ" <= letter <= "ヿ" for letter in letters)
    if kana * 10 >= len(letters):
        return "ja"
    if len(letters) < _FEWEST_LETTERS:
        return None
    return _by_statistics(sample, len(letters))


def _main_script(letters: list[str]) -> tuple[str, float]:
    counts: Counter[str] = Counter()
    # A text has few different letters.
    for letter, times in Counter(letters[:600]).items():
        counts[unicodedata.name(letter, "?").split(" ", 1)[0]] += times
    # Chinese texts have no kana, Japanese ones always some.
    if counts["HIRAGANA"] + counts["KATAKANA"] and counts["CJK"]:
        counts["HIRAGANA"] += counts.pop("CJK") + counts.pop("KATAKANA", 0)
    script, count = counts.most_common(1)[0]
    return script, count / min(len(letters), 600)


def _by_statistics(sample: str, letters: int) -> str | None:
    quick = _quick_look(sample, letters)
    if quick is not None:
        return quick
    from briefer.text.language_tables import ranked

    # A text in capitals looks like another language to n-gram statistics.
    (best, score), (_, second) = ranked(sample.lower() if sample.isupper() else sample)[:2]
    # Log probabilities: below a lead of 3 (20 to 1) short headlines were often wrong.
    lead = float(score) - float(second)
    if letters < 60 and (not math.isfinite(lead) or lead < 3.0):
        return None
    return str(best)


def _quick_look(sample: str, letters: int) -> str | None:
    """The language on which letter statistics and small words agree, or the former alone are sure."""
    from resiliparse.parse.lang import detect_fast

    code, distance = detect_fast(sample, langs=_NEWS)
    if letters >= _LONG and distance <= _NEAR:
        return str(code)
    if letters < _ENOUGH:
        return None
    by_words, lead = _small_words(sample)
    return by_words if lead >= _LEAD and by_words == code else None


def _small_words(sample: str) -> tuple[str, float]:
    """The language whose small words stand most often in the sample, and its lead in shares."""
    found = words(sample)
    shares = sorted(
        (sum(word in function_words(code) for word in found) / max(len(found), 1), code)
        for code in _SMALL_WORDS
    )
    (second, _), (best, code) = shares[-2:]
    return code, best - second
