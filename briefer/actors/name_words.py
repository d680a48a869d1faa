"""Words that stand in, before and around names, in several languages; our own lists."""

import re

# Words that stand in front of a name and say what its bearer is.
TITLES = frozenset(
    (
        "president prime minister chancellor king queen prince princess emperor sultan emir sheikh "
        "ayatollah pope bishop archbishop cardinal rabbi imam mullah father sister brother reverend "
        "rev pastor saint general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
        "corporal admiral adm commander cmdr marshal senator sen congressman congresswoman "
        "representative rep assemblyman lawmaker mp mep governor gov mayor councillor councilman "
        "councilwoman alderman secretary chairman chairwoman chairperson chair chief director judge "
        "justice magistrate sheriff constable inspector superintendent detective officer professor "
        "prof doctor dr mr mrs ms miss sir dame lord lady baroness baron count countess duke duchess "
        "foreign defence defense interior finance health trade justice vice deputy assistant former "
        "ex-president acting supreme leader spokesman spokeswoman spokesperson ambassador envoy "
        "consul commissioner premier counsellor adviser advisor attorney-general attorney solicitor "
        "prosecutor lawyer advocate speaker whip treasurer coach manager striker midfielder defender "
        "goalkeeper skipper singer actor actress director writer author novelist poet rapper analyst "
        "economist professor researcher scientist activist journalist reporter correspondent editor "
        "photographer founder co-founder ceo cfo chief executive hon honourable honorable comrade "
        "chief undersecretary secretary-general director-general vice-president vice-chancellor "
        "governor-general shri smt président présidente ministre premier chancelier chancelière maire "
        "députe député députée sénateur sénatrice porte-parole ambassadeur général colonel secrétaire "
        "directeur directrice roi reine juge procureur préfet monsieur madame chef cheffe patron "
        "patronne avocat avocate präsident präsidentin bundespräsident kanzler kanzlerin "
        "bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin "
        "innenminister innenministerin verteidigungsminister finanzminister wirtschaftsminister "
        "ministerpräsident ministerpräsidentin premierminister premierministerin regierungschef "
        "staatschef parteichef sprecher sprecherin bürgermeister bürgermeisterin oberbürgermeister "
        "herr frau könig königin papst general botschafter botschafterin staatssekretär "
        "staatssekretärin abgeordneter abgeordnete kommissar kommissarin direktor direktorin chef "
        "chefin leiter leiterin generalsekretär geschäftsführer geschäftsführerin vorstandschef "
        "professorin landrat landrätin richter richterin anwalt trainer presidente presidenta "
        "ministro ministra canciller primer portavoz alcalde alcaldesa senador senadora diputado "
        "diputada secretario secretaria director directora general rey reina juez jueza fiscal "
        "gobernador gobernadora embajador embajadora señor señora doctor don doña presidentessa "
        "premier cancelliere sindaco sindaca senatore senatrice deputato segretario segretaria "
        "generale re regina giudice procuratore governatore ambasciatore ambasciatrice portavoce "
        "commissario direttore direttrice signor signora papa президент министр премьер премьер- "
        "министр глава канцлер мэр губернатор депутат сенатор посол директор председатель секретарь "
        "генерал полковник король королева судья прокурор адвокат представитель πρόεδρος πρωθυπουργός "
        "υπουργός υφυπουργός δήμαρχος βουλευτής πρέσβης εκπρόσωπος διευθυντής γραμματέας διοικητής "
        "στρατηγός βασιλιάς επίτροπος καγκελάριος κυβερνήτης κύριος κυρία"
    ).split()
)
COURTESY = frozenset(
    (
        "mr mrs ms miss dr sir dame lady hon shri smt herr frau monsieur madame señor señora don doña "
        "signor signora κύριος κυρία κ"
    ).split()
)

# A capitalised run with one of these words names a body.
BODY_WORDS = frozenset(
    (
        "ministry bank university party union council agency commission army navy police court group "
        "inc corp ltd llc plc limited company co corporation organization organisation front "
        "committee association institute institution office department times post herald tribune "
        "gazette journal magazine guard guards federation league authority government parliament "
        "assembly congress senate force forces foundation fund center centre school college academy "
        "hospital clinic airlines airways airline railways railway motors industries holdings "
        "partners capital ventures technologies systems software pharmaceuticals energy oil gas "
        "petroleum steel mining records studios pictures entertainment media press news network radio "
        "television tv broadcasting administration bureau service services society movement club fc "
        "united city rovers athletic team board tribunal panel task mission secretariat directorate "
        "division brigade battalion regiment corps squadron command headquarters house trust charity "
        "church mosque museum library observatory alliance coalition confederation consortium "
        "cooperative chamber exchange insurance bancorp securities brotherhood caucus campaign "
        "chronicle daily express mail telegraph globe syndicate workshop ensemble orchestra band productions label "
        "ministère commission parti banque université agence conseil cour assemblée sénat syndicat "
        "ministerium partei gmbh ag se kg universität verband bundesamt bundestag landtag gericht "
        "gesellschaft bank behörde polizei ministerio partido banco universidad consejo tribunal "
        "congreso senado sindicato ministero partito banca università consiglio tribunale senato "
        "sindacato министерство банк партия комитет комиссия университет совет агентство суд компания "
        "ведомство υπουργείο τράπεζα κόμμα επιτροπή πανεπιστήμιο οργανισμός αρχή ένωση"
    ).split()
)

# Behind these the name of a firm is over: "Dow Chemical Co | of the United States".
FIRMS = frozenset("inc corp co ltd llc plc gmbh".split())

# Words in lower case inside names: "Bank of England", "Ursula von der Leyen".
LINKS = frozenset(
    (
        "of de van von bin ibn bint der den del della di da do dos das du la le el al ul ur of for "
        "and & the des y e zu ben abu ait ould"
    ).split()
)

CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december jan feb mar apr jun jul aug sept sep "
        "oct nov dec christmas easter ramadan eid thanksgiving montag dienstag mittwoch donnerstag "
        "freitag samstag sonntag januar februar märz mai juni juli oktober dezember lundi mardi "
        "mercredi jeudi vendredi samedi dimanche"
    ).split()
)

# Nouns for offices and callings, as they stand in appositions; the titles are theirs too.
_MODIFIERS = frozenset(
    (
        "prime foreign defence defense interior finance health trade justice vice deputy assistant "
        "former acting supreme executive chief primer attorney"
    ).split()
)
ROLE_NOUNS = (TITLES - _MODIFIERS - COURTESY - CALENDAR) | frozenset(
    (
        "chief leader head boss founder co-founder owner member aide official expert specialist "
        "scholar lecturer fellow student teacher headteacher principal dean chancellor rector "
        "scientist researcher engineer architect physician surgeon nurse epidemiologist virologist "
        "psychologist historian sociologist geologist biologist economist strategist pollster "
        "consultant entrepreneur businessman businesswoman industrialist billionaire banker trader "
        "investor shareholder executive chairman vice-chairman presenter host anchor columnist "
        "blogger producer filmmaker cinematographer composer musician guitarist drummer dancer artist "
        "painter sculptor designer model comedian star athlete player footballer captain forward "
        "winger goalkeeper midfielder quarterback pitcher cricketer batsman bowler swimmer runner "
        "sprinter cyclist boxer champion umpire referee farmer fisherman resident neighbour neighbor "
        "witness victim survivor suspect defendant plaintiff activist campaigner dissident rebel "
        "militant commander fighter warlord organiser organizer volunteer unionist politician "
        "lawmaker legislator parliamentarian congressman senator councillor mayor governor candidate "
        "nominee incumbent premier president-elect minister monarch heir son daughter wife husband "
        "widow mother father brother sister envoy diplomat negotiator mediator rapporteur coordinator "
        "spokesman spokeswoman superintendent prosecutor attorney lawyer barrister counsel solicitor "
        "judge justice magistrate registrar priest bishop cleric pastor preacher theologian monk "
        "cardinal pope author writer poet playwright publisher secretary undersecretary treasurer "
        "auditor accountant inspector investigator detective officer soldier sergeant colonel general "
        "admiral pilot astronaut driver worker trainer coach manager director ceo cfo coo "
        "vorsitzender vorsitzende chef leiter leiterin sprecher sprecherin experte expertin politiker "
        "politikerin gründer mitglied professorin forscher forscherin analyst analystin responsable "
        "dirigeant dirigeante fondateur fondatrice porte-parole experte chercheur chercheuse "
        "dirigente líder jefe jefa fundador fundadora experto experta portavoz investigador leader "
        "fondatore fondatrice esperto esperta portavoce ricercatore лидер глава руководитель "
        "представитель эксперт аналитик основатель спикер пресс-секретарь министр επικεφαλής αρχηγός "
        "εκπρόσωπος αναλυτής"
    ).split()
)

# The last word of a name that is a place's.
PLACE_WORDS = frozenset(
    (
        "street road avenue highway lane square bridge tunnel river creek lake sea ocean bay gulf strait canal coast "
        "island islands isle peninsula cape mountain mountains mount hill hills valley desert forest park reserve "
        "beach falls waterfall glacier volcano reef airport airbase stadium arena station port harbour harbor prison "
        "jail camp village town city county district province region state states territory prefecture municipality "
        "township suburb neighbourhood neighborhood parish temple cathedral mosque shrine cemetery palace castle tower "
        "hotel plaza mall mine dam basin delta plateau border corridor crossing heights strip"
    ).split()
)
# "City of Lagos", "Republic of Ghana": with what follows a place; other words for bodies make a body.
REALMS = frozenset(
    "city state republic kingdom sultanate emirate port gulf strait province island isle town".split()
)

# "Bundesverkehrsminister": German joins office and portfolio.
COMPOUND_TITLES = (
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "sprecher",
    "sprecherin",
    "kanzler",
    "kanzlerin",
    "kommissar",
    "kommissarin",
    "beauftragter",
    "beauftragte",
    "sekretär",
    "sekretärin",
    "geschäftsführer",
    "geschäftsführerin",
    "vorsitzender",
    "vorsitzende",
    "chef",
    "chefin",
    "botschafter",
    "botschafterin",
)

GERMAN_BODIES = re.compile(
    r".{3}(?:ministerium|ministeriums|verband|verbands|kommission|behörde|gesellschaft|gericht|gerichts|agentur|"
    r"fraktion|partei|gewerkschaft|bundesamt|konzern|amt|amts|bank|verwaltung|werke|polizei|institut|"
    r"universität|stiftung|reederei|redaktion)$|^reederei$"
)
# Of these a single word names one body: "Umweltministerium", "Donaukommission".
GERMAN_ALONE = re.compile(r".{4}(?:ministerium|ministeriums|kommission|bundesamt)$")
# Endings of German nouns for things; a family name seldom has them.
GERMAN_NOUNS = re.compile(
    r"(?:ung|ungen|heit|keit|schaft|schaften|tion|tionen|tät|täten|ismus|nis|tum|ment|age|eur|ierung|"
    r"stunden|tage|jahre|jahr|zahl|preis|preise|schiffe|schiff|verkehr|linie|route|fahrt|plan|vertrag)$"
)
