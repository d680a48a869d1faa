"""Weekdays, "yesterday" and "next" in many languages, for dates that a text counts from its own."""

from dataclasses import dataclass
from functools import cache

# Seven weekdays from Monday on; forms of one day are parted by a stroke.
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag|montagabend dienstag|dienstagabend mittwoch|mittwochabend donnerstag|donnerstagabend freitag|freitagabend samstag|sonnabend|samstagabend sonntag|sonntagabend",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira|segunda terça-feira|terça quarta-feira|quarta quinta-feira|quinta sexta-feira|sexta sábado domingo",
    "nl": "maandag|maandagavond dinsdag|dinsdagavond woensdag|woensdagavond donderdag|donderdagavond vrijdag|vrijdagavond zaterdag|zaterdagavond zondag|zondagavond",
    "pl": "poniedziałek wtorek środę|środa czwartek piątek sobotę|sobota niedzielę|niedziela",
    "cs": "pondělí úterý středu|středa čtvrtek pátek sobotu|sobota neděli|neděle",
    "ru": "понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье",
    "uk": "понеділок вівторок середу|середа четвер п'ятницю|п’ятницю|п'ятниця суботу|субота неділю|неділя",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "he": "שני שלישי רביעי חמישי שישי שבת ראשון",
    "zh": "星期一|周一|週一 星期二|周二|週二 星期三|周三|週三 星期四|周四|週四 星期五|周五|週五 星期六|周六|週六 星期日|星期天|周日|週日",
    "ja": "月曜日|月曜 火曜日|火曜 水曜日|水曜 木曜日|木曜 金曜日|金曜 土曜日|土曜 日曜日|日曜",
    "sv": "måndag|måndagen|måndags tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen lördag|lördagen söndag|söndagen",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "fi": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
    "hu": "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap",
    "ro": "luni marți|marţi miercuri joi vineri sâmbătă duminică",
}
# The day before yesterday, yesterday, today, tomorrow, the day after; "-" where a language has none.
_DAYS = {
    "en": "- yesterday today|tonight|this_morning|this_afternoon|this_evening tomorrow -",
    "fr": "avant-hier hier aujourd'hui|aujourd’hui|ce_matin|ce_soir demain après-demain",
    "de": "vorgestern gestern heute morgen übermorgen",
    "es": "anteayer ayer hoy mañana -",
    "it": "- ieri oggi|stamattina|stasera domani dopodomani",
    "pt": "anteontem ontem hoje amanhã -",
    "nl": "eergisteren gisteren vandaag|vanochtend|vanmorgen|vanavond morgen overmorgen",
    "pl": "przedwczoraj wczoraj dziś|dzisiaj jutro pojutrze",
    "cs": "předevčírem včera dnes zítra pozítří",
    "ru": "позавчера вчера сегодня завтра послезавтра",
    "uk": "позавчора вчора|учора сьогодні завтра післязавтра",
    "el": "προχθές χθες|χτες σήμερα αύριο μεθαύριο",
    "tr": "- dün bugün yarın -",
    "ar": "- أمس|الأمس اليوم غدا|غدًا -",
    "he": "שלשום אתמול היום מחר מחרתיים",
    "zh": "前天 昨天|昨日 今天|今日 明天|明日 后天|後天",
    "ja": "一昨日 昨日 今日|本日 明日 明後日",
    "sv": "förrgår igår|i_går idag|i_dag imorgon|i_morgon övermorgon",
    "da": "- i_går i_dag i_morgen -",
    "no": "- i_går i_dag i_morgen -",
    "fi": "toissapäivänä eilen tänään huomenna ylihuomenna",
    "hu": "tegnapelőtt tegnap ma holnap holnapután",
    "ro": "alaltăieri ieri azi|astăzi mâine poimâine",
}
# Words that say of a sentence that what it tells is still to come.
_AHEAD = {
    "en": "will next upcoming scheduled due shall expected planned may might could would until forecast is_to are_to",
    "fr": "jusqu serait seraient prévu prévue prévus prévues pourrait pourraient prochain prochaine sera seront aura auront doit doivent devrait devraient",
    "de": "bis geplant könnte könnten wird werden kommenden nächsten kommende soll sollen",
    "es": "próximo próxima será serán tendrá prevé previsto",
    "it": "prossimo prossima sarà saranno terrà previsto prevista",
    "pt": "próximo próxima será serão terá previsto prevista",
    "nl": "zal zullen komende volgende aanstaande wordt",
    "pl": "będzie będą przyszły przyszłą odbędzie planuje",
    "cs": "bude budou příští uskuteční plánuje",
    "ru": "будет будут пройдёт пройдет состоится намерен следующий следующую",
    "uk": "буде будуть відбудеться наступний наступну планує",
    "el": "θα επόμενη επόμενο προσεχή",
    "tr": "gelecek önümüzdeki olacak yapılacak yapacak",
    "ar": "سوف المقبل المقبلة القادم سيعقد",
    "he": "הבא הבאה יתקיים צפוי צפויה",
    "zh": "将 将于 下周 下星期",
    "ja": "予定 来週 次の",
    "sv": "ska skall nästa kommer kommande",
}
# Written without blanks between words, so that a word is found inside others.
_SPACELESS = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Words of one language in lower case: weekday to 0 to 6, day word to -2 to 2."""

    weekdays: dict[str, int]
    days: dict[str, int]
    ahead: frozenset[str]
    spaceless: bool


@cache
def calendar_words(language: str) -> CalendarWords | None:
    """The words of a language by its ISO 639-1 code, or None where we know none."""
    code = {"nb": "no", "nn": "no"}.get(language[:2], language[:2])
    if code not in _WEEKDAYS:
        return None
    return CalendarWords(
        weekdays=_numbered(_WEEKDAYS[code], 0),
        days=_numbered(_DAYS[code], -2),
        ahead=frozenset(word.replace("_", " ") for word in _AHEAD.get(code, "").split()),
        spaceless=code in _SPACELESS,
    )


def _numbered(line: str, first: int) -> dict[str, int]:
    return {
        form.replace("_", " "): number
        for number, forms in enumerate(line.split(), first)
        for form in forms.split("|")
        if form != "-"
    }
