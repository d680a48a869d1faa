"""Verbs and turns of saying, in several languages; our own lists."""

# Verbs that report speech as such: what they govern is what was said.
SAYING = frozenset(
    (
        "say says said saying tell tells told telling add adds added adding state states stated "
        "stating announce announces announced announcing declare declares declared declaring claim "
        "claims claimed claiming argue argues argued arguing insist insists insisted insisting warn "
        "warns warned warning explain explains explained explaining note notes noted noting stress "
        "stresses stressed stressing emphasize emphasizes emphasized emphasise emphasised emphasizing "
        "confirm confirms confirmed confirming deny denies denied denying suggest suggests suggested "
        "suggesting acknowledge acknowledges acknowledged acknowledging admit admits admitted "
        "admitting concede concedes conceded reply replies replied respond responds responded "
        "reiterate reiterated reiterates reiterating recall recalls recalled recalling recount "
        "recounted testify testified testifies tweet tweets tweeted tweeting write writes wrote "
        "writing posted joke joked jokes quip quipped complain complained complains complaining "
        "allege alleges alleged alleging assert asserts asserted asserting contend contends contended "
        "maintain maintains maintained believe believes believed predict predicts predicted promise "
        "promises promised promising vow vows vowed vowing pledge pledges pledged pledging urge urges "
        "urged urging ask asks asked asking wonder wondered demand demands demanded demanding "
        "continue continued continues conclude concluded concludes observe observed observes remark "
        "remarked comment commented mention mentioned mentions express expressed expresses expressing "
        "hope hoped hopes report reported reports describe describes described describing call calls "
        "called calling label labeled labelled dub dubbed criticize criticized criticised criticizing "
        "condemn condemned condemning denounce denounced denouncing blast blasted slam slammed praise "
        "praised praising hail hailed accuse accused accusing cite cited cites citing quote quoted "
        "refer referred think thinks thought shout shouted scream screamed chant chanted chanting "
        "yell yelled whisper whispered exclaim exclaimed declare read reads echoed opined deadpanned "
        "intoned retorted countered counter counters cautioned caution cautions lamented lament "
        "estimated reasoned recommend recommended boasted boasts bragged bragging mused replied swore "
        "agreed agrees proclaimed proclaims likened likens mocked pointed spoke speaking put summed "
        "began scolded scolds lauded lauds dismissed dismisses compared compares referenced rated exhorted questioned "
        "advised reminded characterized characterised portrayed ridiculed derided decried yells screams shouts rebuked "
        "chided taunted applauded cheered"
    ).split()
)
# Of these a clause after them is taken for reported speech even without quotation marks.
REPORTING = frozenset(
    (
        "say says said tell tells told add adds added state states stated announce announces "
        "announced declare declares declared claim claims claimed argue argues argued insist insists "
        "insisted warn warns warned explain explains explained note notes noted stress stresses "
        "stressed emphasize emphasized emphasised confirm confirms confirmed deny denied suggest "
        "suggests suggested acknowledge acknowledges acknowledged admit admits admitted conceded "
        "reply replied respond responded reiterated recalled testified tweeted wrote complained "
        "alleged alleges asserted contend contends contended maintains maintained predicted predicts "
        "promised vowed pledged urged urges concluded observed remarked believes hopes hoped "
        "expressed"
    ).split()
)
# These are nouns as often as verbs; only a name or pronoun right before makes them verbs.
DOUBTFUL = frozenset(
    "reports report claims claim notes note demands demand calls call comment promise promises tweets states state "
    "remarks hopes hope estimates read put pledge vow quote cite reply counter caution charges express label "
    "shout urge blast praise slam recall concede began pointed spoke".split()
)
# Their subject is that of the sentence's main verb.
PARTICIPLES = frozenset(word for word in SAYING if word.endswith("ing"))

OTHERS = frozenset(
    (
        # German
        "sagt sagte sagten erklärt erklärte erklärten betont betonte teilte kündigte meint meinte berichtet berichtete "
        "warnt warnte fordert forderte ergänzt ergänzte behauptet behauptete schreibt schrieb bestätigt bestätigte "
        "mitteilte mitteilten teilten ankündigte versicherte kritisierte nannte hieß äußerte begründete verlangte lobte so "
        # French
        "déclaré déclare dit affirmé affirme indiqué indique ajouté ajoute expliqué explique estimé estime souligné "
        "souligne précisé précise assuré assure annoncé annonce averti insisté lancé rappelé confirmé dénoncé selon "
        "déclarait disait affirmait écrit raconte "
        # Spanish
        "dijo dice declaró afirmó aseguró explicó añadió señaló indicó agregó advirtió anunció confirmó sostuvo "
        "destacó subrayó manifestó reiteró insistió según escribió "
        # Italian
        "disse detto dice dichiarato dichiarò affermato afferma spiegato spiega aggiunto aggiunge sottolineato "
        "annunciato confermato secondo scritto ribadito "
        # Portuguese, Dutch
        "disse declarou afirmou explicou acrescentou segundo zei zegt verklaarde aldus volgens "
        # Russian, Ukrainian
        "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила подчеркнул "
        "подчеркнула добавил добавила объяснил объяснила пояснил пояснила считает уверен утверждает написал написала "
        "заметил заметила указал указала предупредил рассказал рассказала говорит уточнил уточнила підкреслив заявив сказав повідомив "
        # Greek
        "είπε δήλωσε ανέφερε τόνισε πρόσθεσε υποστήριξε σημείωσε εξήγησε ανακοίνωσε επισήμανε προειδοποίησε λέει "
        # Arabic
        "قال قالت وقال وقالت صرح صرحت أعلن أعلنت وأعلن وأعلنت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت أوضح أوضحت "
        "وأوضح ذكر ذكرت أشار أشارت وأشار وأشارت "
        # Turkish
        "dedi söyledi belirtti açıkladı"
    ).split()
)


def cues_of(language: str) -> frozenset[str]:
    """The verbs of saying of the language; for an unknown one those of all."""
    if language == "en":
        return SAYING
    return OTHERS if language else SAYING | OTHERS


def reporting_of(language: str) -> frozenset[str]:
    """Those of them whose clause is reported speech."""
    return REPORTING if language == "en" else OTHERS
