"""Dates as newspapers print them, in many languages, to ISO 8601; an ambiguous one stays unknown."""

import re
from datetime import date, datetime

# Twelve months a line; forms of one month are parted by a stroke (nominative, genitive, short).
_MONTHS = """
january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec
janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|déc|decembre
januar|jänner februar|feber märz|maerz|mär april mai juni juli august september oktober|okt november dezember|dez
enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic
janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro|set outubro|out novembro dezembro
gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre ottobre|ott novembre dicembre
januari februari maart|mrt april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
января|январь|янв февраля|февраль|фев марта|март апреля|апрель|апр мая|май июня|июнь июля|июль августа|август|авг сентября|сентябрь|сент|сен октября|октябрь|окт ноября|ноябрь|ноя декабря|декабрь|дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień
ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu prosince|prosinec
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μαρ απριλίου|απρίλιος|απρ μαΐου|μάιος|μαϊ ιουνίου|ιούνιος|ιουν ιουλίου|ιούλιος|ιουλ αυγούστου|αύγουστος|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοε δεκεμβρίου|δεκέμβριος|δεκ
يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
január február március április május június július augusztus szeptember október november december
januari februari maret april mei juni juli agustus september oktober november desember
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
"""


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line in _MONTHS.strip().splitlines():
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("|"):
                numbers.setdefault(form.replace("_", " ").casefold(), number)
    return numbers


_NUMBERS = _month_numbers()
_MONTH = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_EAST_ASIAN = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-]+(?:de\s+|of\s+|di\s+)?({_MONTH})(?!\w)"
    r"[.,]?[\s\-]*(?:de\s+|del\s+)?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_MONTH})(?!\w)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(\d{{4}})\.?\s+({_MONTH})(?!\w)\.?\s+(\d{{1,2}})\.?(?!\d)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_YEAR_SLASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
# What may stand on a date line beside the date; anything else makes it a sentence.
_LABELS = frozenset(
    [
        "published",
        "updated",
        "posted",
        "on",
        "at",
        "last",
        "modified",
        "first",
        "date",
        "publié",
        "mis",
        "à",
        "jour",
        "le",
        "veröffentlicht",
        "aktualisiert",
        "am",
        "stand",
        "uhr",
        "vom",
        "publicado",
        "actualizado",
        "atualizado",
        "el",
        "em",
        "às",
        "pubblicato",
        "aggiornato",
        "il",
        "alle",
        "опубликовано",
        "обновлено",
        "в",
        "г",
        "года",
        "gepubliceerd",
        "op",
        "bijgewerkt",
        "δημοσιεύτηκε",
        "στις",
        "yayınlanma",
        "tarihi",
        "opublikowano",
        "aktualizacja",
        "نشر",
        "في",
        "تحديث",
        "发布时间",
        "发布",
        "更新",
        "时间",
        "日期",
        "公開日",
        "utc",
        "gmt",
        "est",
        "edt",
        "cet",
        "cest",
        "bst",
        "msk",
        "et",
        "pm",
        "am",
        "h",
        "mis",
        "a",
        "jour",
        "mise",
        "date:",
        "um",
        "os",
        "das",
        "del",
        "de",
        "a",
        "las",
        "ore",
        "ώρα",
        "τις",
    ]
)
_WEEKDAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "mo",
        "di",
        "mi",
        "do",
        "fr",
        "sa",
        "so",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "segunda",
        "terça",
        "quarta",
        "quinta",
        "sexta",
        "feira",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "δευτέρα",
        "τρίτη",
        "τετάρτη",
        "πέμπτη",
        "παρασκευή",
        "σάββατο",
        "κυριακή",
        "pazartesi",
        "salı",
        "çarşamba",
        "perşembe",
        "cuma",
        "cumartesi",
        "pazar",
        "poniedziałek",
        "wtorek",
        "środa",
        "czwartek",
        "piątek",
        "sobota",
        "niedziela",
        "الاثنين",
        "الإثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
        "måndag",
        "tisdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lördag",
        "söndag",
    ]
)
_LONGEST_LINE = 90


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date in `text` (its first 400 characters) as ISO 8601, with where it stands."""
    text = text[:400]
    found = [hit for reader in _READERS if (hit := reader(text)) is not None]
    return min(found, key=lambda hit: hit[1]) if found else None


def as_date(text: str) -> str | None:
    """The first date in `text` as ISO 8601, or None."""
    hit = find_date(text)
    return hit[0] if hit else None


def date_line(line: str) -> str | None:
    """The date of a line that holds nothing but a date (weekday, clock and "Updated" aside)."""
    if len(line) > _LONGEST_LINE:
        return None
    hit = find_date(line)
    if hit is None:
        return None
    rest = _CLOCK.sub(" ", line[: hit[1]] + " " + line[hit[2] :])
    words = re.findall(r"[^\W_]+", rest.casefold())
    allowed = _LABELS | _WEEKDAYS
    return hit[0] if all(word in allowed or word.isdigit() for word in words) else None


def iso_moment(value: str) -> str | None:
    """A machine's date or date-time (as in web page metadata) as ISO 8601; None if it is none."""
    value = value.strip()[:60]
    hit = _read_iso(value)
    if hit is not None:
        return hit[0]
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d*Z?)?", value)
    if compact:
        return _iso(compact[1], compact[2], compact[3])
    return as_date(value)


def _read_iso(text: str) -> tuple[str, int, int] | None:
    hit = _ISO.search(text)
    if hit is None:
        return None
    day = _iso(hit[1], hit[2], hit[3])
    if day is None:
        return None
    if hit[4] and hit[5]:
        moment = f"{day}T{hit[4]}{hit[5]}"
        try:
            return datetime.fromisoformat(moment).isoformat(), *hit.span()
        except ValueError:
            return day, *hit.span()
    # Midnight without a zone is how systems write "no time known"; a time without zone is no moment.
    return day, *hit.span()


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1800 <= found.year <= 2100 else None


def _read_numbers(text: str) -> tuple[str, int, int] | None:
    for pattern, order in ((_EAST_ASIAN, "ymd"), (_DOTTED, "dmy"), (_YEAR_SLASHED, "ymd")):
        hit = pattern.search(text)
        if hit is None:
            continue
        year, day = (hit[1], hit[3]) if order == "ymd" else (hit[3], hit[1])
        found = _iso(year, hit[2], day)
        if found:
            return found, *hit.span()
    return None


def _read_slashed(text: str) -> tuple[str, int, int] | None:
    """3/4/2021 is March in one country and April in another: only certain ones count."""
    hit = _SLASHED.search(text)
    if hit is None:
        return None
    first, second = int(hit[1]), int(hit[2])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (hit[1], hit[2]) if first > 12 else (hit[2], hit[1])
    found = _iso(hit[3], month, day)
    return (found, *hit.span()) if found else None


def _read_words(text: str) -> tuple[str, int, int] | None:
    for pattern, year, month, day in (
        (_DAY_FIRST, 3, 2, 1),
        (_MONTH_FIRST, 3, 1, 2),
        (_YEAR_FIRST, 1, 2, 3),
    ):
        hit = pattern.search(text)
        if hit is None:
            continue
        number = _NUMBERS.get(hit[month].casefold())
        found = _iso(hit[year], number, hit[day]) if number else None
        if found:
            return found, *hit.span()
    return None


_READERS = (_read_iso, _read_numbers, _read_slashed, _read_words)
