"""Sentences that begin with "He", "It" or "This": alone they do not say whom they mean."""

from functools import cache

_OPENERS = {
    "en": "he she they it his her their its this these that those",
    "fr": "il elle ils elles celui celle ceux celles ce cela ça ces",
    "de": "er sie ihr ihre ihren sein seine dies diese dieser dieses das jener",
    "es": "él ella ellos ellas este esta estos estas esto eso esa ese",
    "it": "egli lui lei loro esso essa questo questa questi queste ciò",
    "pt": "ele ela eles elas este esta isto isso esse essa",
    "nl": "hij zij ze hun dit deze dat die het",
    "pl": "on ona oni one jego jej ich to ten ta",
    "cs": "on ona oni ony jeho její jejich to ten ta",
    "ru": "он она они оно его её ее их это этот эта эти",
    "uk": "він вона вони воно його її їх це цей ця ці",
    "el": "αυτός αυτή αυτό αυτοί αυτές εκείνος εκείνη",
    "tr": "o onlar bu şu bunlar bunun onun",
    "ar": "هو هي هم وهو وهي وهم هذا هذه ذلك",
    "he": "הוא היא הם הן זה זאת אלה",
    "sv": "han hon de det den hans hennes deras detta dessa",
    "da": "han hun de det den hans hendes deres dette disse",
    "no": "han hun de det den hans hennes deres dette disse",
}
_EAST = {"zh": ("他", "她", "它", "这", "這"), "ja": ("彼", "彼女", "これ", "それ", "この")}


def needs_antecedent(sentence: str, language: str) -> bool:
    """Whether the sentence's first word stands for somebody or something named before it."""
    code = language[:2]
    if code in _EAST:
        return sentence.lstrip("“「『").startswith(_EAST[code])
    first = sentence.lstrip("\"'“‘«„» ").split(maxsplit=1)[:1]
    return bool(first) and first[0].rstrip(",.;:").casefold() in _words(code)


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(_OPENERS.get(language, "").split())
