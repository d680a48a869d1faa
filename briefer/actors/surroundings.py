"""What the words around a name say of its kind: neighbours, and nouns that stand for it."""

from collections.abc import Iterator, Sequence

from briefer.actors.name_words import ROLE_NOUNS

SPOKE = frozenset(
    (
        "said says told added asked argued insisted warned explained noted tells admitted recalled"
    ).split()
)


def hints(words: Sequence[str], first: int, last: int) -> Iterator[tuple[str, float]]:
    """For the name over words `first` to `last` (exclusive): labels and how much its neighbours speak for each."""
    if first > 1 and last < len(words) and words[first - 1] in _QUOTES and words[last] in _QUOTES:
        # The newspaper "Today"
        first, last = first - 1, last + 1
        is_single = last - first == 3
    else:
        is_single = last - first == 1
    before = words[first - 1].lower().rstrip(".") if first else ""
    further = words[first - 2].lower() if first > 1 else ""
    after = words[last].lower() if last < len(words) else ""
    behind = words[last + 1].lower() if last + 1 < len(words) else ""
    if before in ("mr", "mrs", "ms", "dr", "miss"):
        yield "PER", 2.0
    elif before in ROLE_NOUNS and words[first - 1].islower() and before not in _FIRMS:
        yield "PER", 0.5
    elif before in _BEFORE_PERSONS:
        yield "PER", 1.0
    if is_single and (after in SPOKE or before in SPOKE):
        yield "PER", 0.3
    if after == "," and (behind == "who" or (behind.isdigit() and len(behind) == 2)):
        yield "PER", 0.8
    if before in _FIRMS:
        yield "ORG", 0.6
    if after in _LAUNCHED and is_single:
        yield "ORG", 0.4
    if before == "," and is_single and words[last - 1] in _STATES and words[first - 2][0].isupper():
        yield "LOC", 3.0
    if after in _OF_FIRMS or (after in ("'s", "’s") and behind in _OF_FIRMS):
        yield "ORG", 0.4
    if before in ("of", "for", "at") and further in _HEADS_OF:
        yield "ORG", 0.6
    if after in _FOUNDED or (after in ("'s", "’s") and behind in _FOUNDED):
        yield "ORG", 0.4
    if before == "near" and is_single:
        yield "LOC", 1.0
    if (
        before in _PARTS or after in _REGIONS or (before == "of" and further in _REGIONS)
    ) and is_single:
        yield "LOC", 0.7


_BEFORE_PERSONS = frozenset(
    "justice judge advocate advocates magistrate mk mp md sheikh imam prof professor sgt capt lt gen col maj".split()
)
_FIRMS = frozenset(
    "company firm group party bank airline newspaper startup agency club ngo brand daily magazine giant maker operator "
    "conglomerate retailer broadcaster website developer insurer lender network platform charity union organisation "
    "organization nonprofit non-profit".split()
)
# Words behind a name that are said of bodies: "Jumia shares", "Numsa's spokesman".
_OF_FIRMS = frozenset(
    "ceo spokesman spokesperson spokeswoman shares customers employees subsidiary website executives headquarters "
    "factory shareholders chairman chairperson chairwoman ltd limited inc lawmakers members board".split()
)
_LAUNCHED = frozenset("unveiled launched acquired announced".split())
_FOUNDED = frozenset("founder co-founder co-founders founders chair chairs".split())
# "The founder of Acumen": who holds such an office holds it in a body.
_HEADS_OF = frozenset(
    "ceo founder co-founder subsidiary shareholder shareholders employee employees".split()
)
_QUOTES = frozenset("\"“”'‘’«»")
# "Tampa, FL": an American state, no body.
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY".split()
)
_PARTS = frozenset(
    "northern southern western eastern central northeastern northwestern southeastern southwestern downtown".split()
)
_REGIONS = frozenset(
    "province district region city town village county state island river area suburb".split()
)


def told(words: Sequence[str], first: int, last: int) -> str:
    """The label that the text itself gives the name: "X, a global nonprofit", "X is a Saudi city"; else ""."""
    if _is_called(words, first, last):
        return "ORG"
    if last < len(words) and words[last] in _BEHIND_PLACES:
        return "LOC"
    if last + 2 >= len(words):
        return ""
    if first and words[first - 1] in ROLE_NOUNS:
        return "PER"
    joint, article = words[last], words[last + 1]
    if joint not in (",", "is", "was", "-", "–", "—") or article not in _ARTICLES:
        return ""
    label = ""
    for word in words[last + 2 : last + 2 + _FAR]:
        low = word.lower()
        if low in ("'s", "’s"):
            # "X, the city's mayor"
            label = ""
            continue
        if article == "the" and (low in _VERBS or low in ("and", "or")):
            # "X, the ministry said", "X, the party and the press"
            return ""
        if low in _ENDS or not word[0].isalnum():
            break
        if word[0].islower():
            label = _label_of(low.rpartition("-")[2]) or label
    return label


def _is_called(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a noun for bodies stands beside it: "the firm Acumen", "the NGO 'Acumen'", "Today newspaper"."""
    after = words[last] if last < len(words) else ""
    if first > 1 and after in _QUOTES and words[first - 1] in _QUOTES:
        first -= 1
    before = words[first - 1] if first else ""
    return before in _FIRMS or after in ("newspaper", "magazine")


def _label_of(noun: str) -> str:
    if noun in _BODIES:
        return "ORG"
    if noun in _PLACES:
        return "LOC"
    return "PER" if noun in ROLE_NOUNS else ""


# "Abu Ghraib prison"
_BEHIND_PLACES = frozenset(
    "prison jail airport province district island peninsula river region".split()
)
_ARTICLES = frozenset("a an the one".split())
# What stands behind the noun: "a company that …".
_ENDS = frozenset(
    "of in on at for with from by to that which who whose where when and or as near based run owned".split()
)
_VERBS = SPOKE | frozenset("is was were reported announced".split())
# Words between the article and the noun.
_FAR = 8
_BODIES = frozenset(
    "company firm bank airline newspaper startup agency ngo nonprofit non-profit charity organisation organization group "
    "party union association federation retailer broadcaster website platform insurer lender manufacturer supplier "
    "maker producer monopoly conglomerate subsidiary institute university college foundation network consultancy "
    "publisher magazine daily weekly tabloid studio band operator brand developer exporter importer giant think-tank "
    "coalition militia movement regulator watchdog ministry authority commission committee body collective".split()
)
_PLACES = frozenset(
    "city town village capital island river lake mountain volcano province district region state territory suburb "
    "neighbourhood neighborhood municipality country peninsula settlement port prison jail airport monastery "
    "township hamlet valley county".split()
)
