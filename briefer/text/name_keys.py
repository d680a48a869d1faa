"""One key for one person, however the papers of a country write the name: Путин, Poutine, Putin.

Names in Cyrillic and Greek are written in Latin letters. Spellings are evened out only behind a
given name that is borne in those countries: "Wladimir Lawrow" is "vladimir lavrov", while "Andy
Warhol" stays as it is. The name is folded before; keys are compared, never shown.
"""

import re

# Folded letters: и stands for й too.
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфыэіґєј", "abvgdeziklmnoprstufyeigej", strict=True)),
        "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ў": "u",
        "ь": "", "ъ": "",
    }
)  # fmt: skip
_GREEK_PAIRS = {
    "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "ng", "ου": "u", "αι": "e", "ει": "i", "οι": "i",
    "ευ": "ef", "αυ": "af", "τσ": "ts", "τζ": "tz",
}  # fmt: skip
_GREEK = str.maketrans(
    {
        **dict(zip("αβγδεζηικλμνοπρσςτυφω", "avgdeziiklmnoprsstyfo", strict=True)),
        "θ": "th", "ξ": "x", "χ": "ch", "ψ": "ps",
    }
)  # fmt: skip
# Given names as they are written here and there, the first standing for all.
_SLAVIC = (
    "vladimir volodymyr wladimir wolodymyr volodimir wolodimir uladzimir vlantimir|sergei sergey serhiy serhii sergej sergy serhy "
    "sergii serguei sergueï serghei|"
    "dmitri dmitry dmytro dmitrii dmitriy dimitri dmitrij|alexander aleksandr oleksandr alexandre alexandr aliaksandr "
    "aleksander|aleksei alexei alexey oleksiy oleksii alexej alexeï aleksey|andrei andriy andrey andrii andrej andreï|"
    "yuri yury yuriy yurii juri iouri iuri|mikhail mykhailo mikhailo michail mikhaïl mijail|nikolai mykola nikolay nikolaj|"
    "yevgeny evgeny evgenii yevgeniy evgueni jewgeni eugeni yevhen yevgeni evgeni|vasily vasyl vasilii vassili vasiliy|viktor "
    "victor wiktor|valery valerii valeriy valeri waleri|igor ihor|oleg oleh|anatoly anatolii anatoliy anatoli|grigory "
    "hryhoriy grigorii grigori|yulia yuliya julia ioulia iuliia|maria mariya marija mariia|dmytro|konstantin kostiantyn|"
    "vyacheslav viacheslav viatcheslav wjatscheslaw|denys denis|kirill kyrylo|vitali vitaly vitalii witali vitaliy|"
    "valentina valentyna|natalia nataliia natalya nataliya|irina iryna|olga olha|tatiana tatyana tetiana|ivan iwan|"
    "pavel pavlo pawel|petro pyotr petr piotr|rustem roustem|ruslan rouslan"
)
_EASTERN = (
    "ebrahim ibrahim ibrahem ebraheem|mohammed mohammad muhammad mohamed mohamad muhammed mohammadi|hussein hossein hussain "
    "husayn hosein houssein|hassan hasan hassane|ahmed ahmad|mahmoud mahmud mahmood|yousef yusuf youssef yousuf yusef|"
    "abdullah abdallah abdollah|bashar bachar baschar|khalid khaled|omar umar|osama usama oussama|ali|saeed said saïd|"
    "mustafa mostafa moustafa|ismail esmail ismaïl esmaeil|hamid hamed|karim kareem|rashid rachid rasheed|amir ameer|"
    "hossam hussam|nasser naser nasir|faisal faysal feisal|salman|javad jawad|qassem qasem qassim ghassem|yahya yehia|"
    "moqtada muqtada|hakim hakeem"
)
_ENDINGS = re.compile(r"(?:[iy]{2}|[iy]j|iï)$")
_SOUNDS = (
    (re.compile("ou"), "u"), (re.compile("w"), "v"), (re.compile("tsch|tch"), "ch"), (re.compile("sch"), "sh"),
    (re.compile("off$"), "ov"), (re.compile("ine$"), "in"), (re.compile("sk[iyj]{1,2}$"), "sky"),
    (re.compile("^selensk"), "zelensk"),
)  # fmt: skip
_EASTERN_SOUNDS = (
    (re.compile("^(?:al|el)-"), ""), (re.compile("aei|ayi|aie"), "ai"), (re.compile("ee|ie$"), "i"),
    (re.compile("oo|ou"), "u"), (re.compile("([b-df-hj-np-tv-z])\\1"), "\\1"),
)  # fmt: skip


def _by_variant(groups: str) -> dict[str, str]:
    return {
        variant: variants.split()[0]
        for variants in groups.split("|")
        for variant in variants.split()
    }


_SLAVIC_GIVEN, _EASTERN_GIVEN = _by_variant(_SLAVIC), _by_variant(_EASTERN)


def person_key(folded: str) -> str:
    """The folded name as one spelling for all of them."""
    written = folded if folded.isascii() else " ".join(map(_in_latin, folded.split()))
    words = written.split()
    if len(words) < 2:
        return written
    first, rest = words[0], words[1:]
    if first in _SLAVIC_GIVEN and written.isascii():
        rest = [_even(word, _SOUNDS) for word in rest]
        return " ".join([_SLAVIC_GIVEN[first], *rest])
    if first in _EASTERN_GIVEN and written.isascii():
        return " ".join([_EASTERN_GIVEN[first], *(_even(word, _EASTERN_SOUNDS) for word in rest)])
    return written


def actor_key(key: str) -> str:
    """An actor's key as today's engines make it: those of older ones had persons in all spellings."""
    kind, _, name = key.partition(":")
    return f"person:{person_key(name)}" if kind == "person" else key


def _even(word: str, sounds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, plain in sounds:
        word = pattern.sub(plain, word)
    return word


def _in_latin(word: str) -> str:
    if "\u0370" <= word[0] <= "\u03ff":
        if word.startswith(("ντ", "μπ", "γκ")):
            word = _GREEK_PAIRS[word[:2]] + word[2:]
        for pair, letters in _GREEK_PAIRS.items():
            word = word.replace(pair, letters)
        return word.translate(_GREEK)
    if "\u0400" <= word[0] <= "\u04ff":
        written = word.translate(_CYRILLIC)
        return _ENDINGS.sub("y", written) if len(written) > 4 else written
    return word
