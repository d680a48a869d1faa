"""Abbreviations and sentence openers of each language, for telling a full stop from a mere dot."""

from dataclasses import dataclass
from functools import cache

# Lists of a language. `never`: always followed by more of the sentence (titles). `number`: an
# abbreviation only before a number. `may`: may also end a sentence; then a word of `openers` follows,
# with which no name begins. `unit`: of measure or closing a list, which no name follows: a capital
# after it opens a sentence. Two spaced ones ("т. д.", "z. B.") are listed without the blank.
_TABLE: dict[str, dict[str, str]] = {
    "en": {
        "never": """mr mrs ms mx messrs dr drs prof profs rev fr hon st ste gen lt col maj capt cpt
            cmdr cdr sgt cpl pvt adm brig supt insp det gov lt-gov sen sens rep reps pres amb atty
            msgr mt ft vs v e.g i.e cf viz approx gen-sec viscount dept-sec assoc asst""",
        "number": "no nos n° nº art arts fig figs sec ch vol p pp para pt",
        "may": """inc co corp ltd plc llc bros jr sr esq etc al dept univ ave blvd rd hwy est
            jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
            am pm min max ed eds ca calif fla ga ill ind mass mich minn miss
            mo okla ore pa tenn tex va vt wash wis wyo conn del colo ariz ark ala kan ky la md neb
            nev sask ont que alta""",
        "unit": "oz lb lbs mph kg km a.m p.m",
        "openers": """the a an he she it they we i you this that these those in on at but and or if
            when while as after before for from with by to there here his her its their our my what
            who why how not no many some most such since although though however meanwhile under
            over during both all one two three other another last so then now yet still until
            according about asked among because despite even every few both nor only our per did do
            does is are was were can could would should has have had let""",
    },
    "fr": {
        "never": """m mm mme mmes mlle mlles me mgr dr drs pr prof st ste gén col cap cpt lt av bd
            cf p.ex ex env vs boul""",
        "number": "n no nº n° art al fig vol p pp chap t",
        "may": "etc ed éd sté cie janv févr avr juil sept oct nov déc tél hab av j.-c apr",
        "openers": """le la les l' un une des il elle ils elles on nous vous je ce cet cette ces c'
            en au aux à dans sur sous pour par avec sans mais et ou or donc si quand lorsque selon
            après avant depuis pendant son sa ses leur leurs notre nos qui que quoi d' du s' n'
            ainsi alors cependant toutefois pourtant enfin puis plus tout tous deux trois ici
            comme entre même parmi""",
    },
    "de": {
        "never": """dr drs prof hr hrn fr frl st dipl ing ggf z.b z.t d.h u.a bzw sog vgl evtl
            inkl exkl ca etwa rd zzgl abs co-vors gen lt oberst med jur phil rer nat hl geb gest
            gegr abg insb bes sen jun o.ä mag mind max min usf dt engl franz""",
        "number": "nr art abs s bd kap ziff tel abb",
        "may": "etc usw u.s.w jr str jh jhd jahrh mio mrd tsd std ing v.chr n.chr chr co",
        "openers": """der die das ein eine einer eines einem einen er sie es wir ihr ich dieser
            diese dieses in im am an auf bei mit nach vor für aber und oder wenn als während seit
            doch dabei dort damit danach dazu zudem auch so nun jetzt noch laut unter über wie was
            wer warum sein seine ihre kein keine zwei drei alle viele mehr nur zum zur von vom aus
            bis gegen ohne um trotz dennoch allerdings jedoch außerdem""",
    },
    "es": {
        "never": """sr sra sres sras srta d dª dña don dr dra dres prof lic ing arq gral gen cnel
            cap tte mons fr sto sta av avda vs p.ej ee excmo ilmo""",
        "number": "n nº no núm art fig vol p pp pág págs cap",
        "may": "etc uu ud uds cía ltda s.a ej aprox tel km ene feb abr jun jul ago sept oct nov dic",
        "openers": """el la los las un una unos unas lo él ella ellos ellas nosotros yo este esta
            estos estas ese esa eso esto en al a de del con por para pero y o si cuando mientras
            según tras después antes desde su sus no ni también así además sin sobre entre hasta
            que qué quién cómo más muchos todos dos tres aunque ya hoy ayer""",
    },
    "it": {
        "never": """sig sigg dott prof avv ing arch on sen gen col cap ten mons dr geom rag s ss
            cfr es p.es v pres min""",
        "number": "n nº art artt fig vol p pp pag cap",
        "may": "ecc etc s.p.a spa s.r.l srl ca tel genn febbr sett ott nov dic d.c a.c",
        "openers": """il lo la i gli le l' un una uno egli lui lei loro noi voi io questo questa
            questi queste quello quella in nel nella nei al alla da dal dalla con per ma e ed o se
            quando mentre secondo dopo prima suo sua non anche così inoltre senza su sul sulla tra
            fra che chi come più molti tutti due tre però infatti intanto poi già oggi ieri""",
    },
    "pt": {
        "never": "sr sra srs sras srta d dr dra drs prof profa eng arq gen cel cap ten pe av exmo v.ex",
        "number": "n nº no art arts fig vol p pp pág cap",
        "may": "etc ltda cia s.a ex aprox tel jan fev abr jun jul ago set out nov dez",
        "openers": """o a os as um uma uns umas ele ela eles elas nós eu este esta estes estas esse
            essa isso isto em no na nos nas ao à de do da com por para mas e ou se quando enquanto
            segundo após depois antes desde seu sua não nem também assim além sem sobre entre até
            que quem como mais muitos todos dois três embora já hoje ontem""",
    },
    "nl": {
        "never": """dhr mevr mw dr drs ir ing mr prof ds st gen kol maj lt kapt bijv bv d.w.z o.a
            m.b.t t.a.v i.v.m vgl resp ca incl excl zgn burg wnd""",
        "number": "nr art blz p pag fig hfst tel",
        "may": "enz etc e.d jr sr n.v b.v mln mld v.chr n.chr a.u.b",
        "openers": """de het een hij zij ze wij we ik jij deze dit die dat in op bij met na voor
            maar en of als toen terwijl sinds ook zo nu nog volgens onder over door naar van uit
            tot zijn haar hun geen niet er daar hier wat wie hoe waarom twee drie alle veel meer""",
    },
    "pl": {
        "never": """p pp dr hab prof mgr inż lek ks bp abp kard św gen płk ppłk mjr kpt por sierż
            np tzn tzw m.in j.w ul al pl os im tj red min prez zob por ok""",
        "number": "nr art ust pkt s str t tab rys",
        "may": "w wiek jr sp z.o.o p.n.e n.e",
        "unit": "itd itp etc r godz tys mln mld zł gr km proc",
        "openers": """on ona ono oni one my ja ty ten ta to te ci w we na po przed za od do z ze
            dla ale a i lub jeśli gdy kiedy podczas według jak co kto dlaczego jego jej ich nie
            także również tak więc jednak pod nad przy przez bez oraz dwa trzy wszyscy już dziś""",
    },
    "cs": {
        "never": """p pí sl dr mgr ing bc judr mudr phdr rndr prof doc csc gen plk mjr kpt por sv
            např tzv tj mj resp popř ul nám tř arch min""",
        "number": "č čís čl odst s str sv tab obr",
        "may": "r st tis mil mld př.n.l n.l spol s.r.o a.s jr",
        "unit": "atd apod aj etc hod kč",
        "openers": """on ona ono oni my já ty ten ta to ti v ve na po před za od do z ze pro ale a
            i nebo pokud když během podle jak co kdo proč jeho její jejich ne také tak však pod nad
            při přes bez dva tři všichni už dnes včera""",
    },
    "ru": {
        "never": """гр г-н г-жа им ул пр просп пл пер д корп кв акад проф доц канд ген полк
            подп кап лейт св см ср напр т.е т.к т.н т.о и.о п рис табл обл р-н оз""",
        "number": "№ ст стр с гл разд ч п пп т рис",
        "may": "в вв",
        "unit": "др пр т.д т.п н.э руб коп тыс млн млрд трлн долл чел сек мин час кг км м г гг",
        "openers": """он она оно они мы я ты вы этот эта это эти тот та те в во на по под перед за
            от до с со для но а и или если когда пока как что кто почему его её их не также так
            однако при через без два три все уже сегодня вчера кроме после ранее""",
    },
    "uk": {
        "never": """м гр п пані ім вул просп пл пров буд корп кв акад проф доц канд ген полк
            св див пор напр т.зв в.о обл р-н оз""",
        "number": "№ ст стор с гл розд ч п пп т рис",
        "may": "ст",
        "unit": "ін т.д т.п н.е тощо грн коп тис млн млрд трлн дол кг км год хв р рр",
        "openers": """він вона воно вони ми я ти ви цей ця це ці той та ті у в на по під перед за
            від до з із зі для але а і й або якщо коли поки як що хто чому його її їх не також так
            однак при через без два три всі вже сьогодні вчора крім після раніше""",
    },
    "el": {
        "never": "κ κα κος κκ δρ καθ αγ π.χ δηλ βλ πρβλ λ.χ αρ οδ λεωφ στρ ταξ",
        "number": "αρ αριθ σελ τομ κεφ άρθ",
        "may": "κ.λπ κλπ κ.ά κ.α κτλ π.χ μ.χ π.μ μ.μ εκ δισ εκατ ευρ τηλ α.ε",
        "openers": """ο η το οι τα ένας μία μια ένα αυτός αυτή αυτό αυτοί εγώ εμείς σε στο στη στην
            στον στα στις από με για και ή αλλά αν όταν ενώ κατά μετά πριν δεν επίσης έτσι όμως
            χωρίς μεταξύ μέχρι που τι ποιος πώς γιατί δύο τρεις όλοι ήδη σήμερα χθες""",
    },
    "tr": {
        "never": "dr doç prof av sn bn bay org gen tuğg tümg korg alb yb bnb yzb ütğm hz st örn bkz vb",
        "number": "no s sf md cilt bs",
        "may": "vs vd vb ltd şti a.ş tic san m.ö m.s t.c cad sok mah apt tel",
        "openers": """bu şu o onlar biz ben sen siz bir ve ama fakat ancak veya eğer iken sonra önce
            için gibi kadar göre daha en çok her hiç ne kim neden nasıl iki üç bütün tüm şimdi
            bugün dün ayrıca öte""",
    },
    "sv": {
        "never": "dr prof hr fr s.k t.ex bl.a d.v.s jfr ca kl f.d dvs resp",
        "number": "nr s sid kap art",
        "may": "osv etc m.m m.fl mfl jr st e.kr f.kr milj mdr kr",
        "openers": """den det de en ett han hon vi jag du ni denna detta dessa i på av med efter
            före för men och eller om när medan enligt också så nu som under över från till hans
            hennes deras inte vad vem hur varför två tre alla många""",
    },
    "da": {
        "never": "dr prof hr fr bl.a f.eks d.v.s dvs jf ca kl inkl ekskl adv dir",
        "number": "nr s stk kap art pkt",
        "may": "osv mv m.m m.fl jr st e.kr f.kr",
        "openers": """den det de en et han hun vi jeg du i denne dette disse på af med efter før for
            men og eller om når mens ifølge også så nu som under over fra til hans hendes deres ikke
            hvad hvem hvordan hvorfor to tre alle mange""",
        "unit": "kr mio mia pct",
    },
    "ro": {
        "never": "dl d-l dna d-na dra d-ra dr prof ing gen col lt av acad pr sf str bd nr ex",
        "number": "art alin lit nr p pp pag fig cap vol",
        "may": "etc s.a s.r.l d.hr î.hr tel",
        "openers": """el ea ei ele noi voi eu tu un o unii acest această acesta aceasta acești aceste
            în la de din pe cu pentru prin după înainte dar și sau dacă când deși potrivit cum ce
            cine unde nu mai tot toți doi trei azi ieri mâine însă astfel""",
        "unit": "lei mil mld km kg",
    },
    "hu": {
        "never": "dr prof id ifj özv gróf hg br pl ún kb ill vö ld u",
        "number": "sz old fej bek",
        "may": "stb kft bt rt zrt nyrt i.e i.sz jr",
        "openers": """a az egy ez ő ők mi ti én te ezt azt ezek azok de és vagy ha mert amikor míg
            szerint után előtt nem is így most már itt ott ki mi miért hogyan két három minden ma
            tegnap azonban""",
        "unit": "ft km kg",
    },
    "fi": {
        "never": "tri prof maist dos esim mm ym toht rva eev",
        "number": "s nro luku kpl",
        "may": "jne yms oy oyj eaa jkr ekr",
        "openers": """hän he me te minä sinä se ne tämä nämä mutta ja tai jos kun koska vaikka
            mukaan jälkeen ennen ei myös niin nyt jo kuka mitä miksi miten kaksi kolme kaikki""",
        "unit": "milj mrd km kg",
    },
    "ar": {"never": "د أ م ص ب ت هـ أ.د ش", "number": "ص ط ج", "may": "إلخ الخ", "openers": ""},
    "he": {"never": 'גב פרופ עו"ד', "number": "עמ ס", "may": "וכו וכד", "openers": ""},
    "bg": {
        "never": "г-н г-жа проф доц акад ген полк инж д-р ул бул св т.нар т.е напр вж",
        "number": "чл ал т стр с г № бр",
        "may": "в вв пр.хр",
        "openers": """той тя то те ние аз ти вие този тази това тези в на по под пред за от до с със но
            а и или ако когато докато според как какво кой защо не също така обаче при без два
            три всички вече днес вчера""",
        "unit": "др лв ст хил млн млрд км кг г",
    },
}
# Languages that write ordinals with a dot ("am 3. Oktober").
ORDINAL_DOT = frozenset(
    {
        "de",
        "cs",
        "sk",
        "pl",
        "da",
        "no",
        "nb",
        "nn",
        "fi",
        "et",
        "hu",
        "hr",
        "sr",
        "sl",
        "bs",
        "tr",
        "lv",
        "is",
    }
)
_LIKE = {
    "sk": "cs",
    "no": "da",
    "nb": "da",
    "nn": "da",
    "be": "ru",
    "mk": "bg",
    "fa": "ar",
    "hr": "cs",
    "sl": "cs",
    "ca": "es",
    "gl": "pt",
}


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of one language, lower case, without their last dot."""

    never: frozenset[str]
    number: frozenset[str]
    may: frozenset[str]
    openers: frozenset[str]
    unit: frozenset[str]


@cache
def abbreviations(language: str | None) -> Abbreviations:
    """The lists for an ISO 639-1 code; English ones for a language without its own."""
    code = (language or "en").lower()[:2]
    table = _TABLE.get(_LIKE.get(code, code), _TABLE["en"])
    lists = ("never", "number", "may", "openers", "unit")
    return Abbreviations(**{name: frozenset(table.get(name, "").split()) for name in lists})
