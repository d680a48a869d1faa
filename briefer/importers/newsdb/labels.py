"""The labels that news databases print before an article's fields, in their users' languages."""

import re

# One field a line; a field's labels are parted by strokes. Lower case, blanks and hyphens alike.
_HEAD = """
title: headline|title|titre|titel|titular|título|titolo|kop|überschrift|schlagzeile|manchette
authors: byline|author|authors|auteur|auteurs|autor|autora|autoren|autores|autore|autori|verfasser|door|firma|par|von
section: section|rubrik|ressort|rubrique|sección|seccion|sectie|rubriek|sezione|seção|secção
page: page|pages|pagina|página|páginas|seite|seiten|pagine|first page|start page|erste seite|première page
length: length|länge|longueur|longitud|extensión|extension|lengte|omvang|lunghezza|comprimento|extensão|umfang
dateline: dateline|ortsangabe|ort und datum|lieu|origine|fechada|datumregel|luogo
highlight: highlight|highlights|hervorhebung|point fort|points forts|resumen|aspecto destacado|hoogtepunt|in evidenza|destaque
body: body|text|texte|corps|corps du texte|cuerpo|cuerpo del texto|corpo|corpo del testo|tekst|volledige tekst|texto|testo|textkörper|hauptteil|hoofdtekst
edition: edition|ausgabe|édition|edición|editie|edizione|edição
series: series|serie|série|type|documenttype|source|quelle
copyright: copyright
"""
_TAIL = """
language: language|sprache|langue|idioma|lengua|taal|lingua|língua
updated: correction date|korrekturdatum|date de correction|fecha de corrección|correctiedatum|data di correzione
url: url|document url
correction: correction|korrektur|corrección|correctie|correzione|correção
loaded: load date|ladedatum|date de chargement|mise à jour|fecha de carga|laaddatum|data di caricamento|data de carga|update|aktualisierung|fecha de actualización
kind: publication type|publikationstyp|zeitungstyp|type de publication|tipo de publicación|publicatietype|tipo di pubblicazione|tipo de publicação|document type|documenttype
subject: subject|subjects|themen|thema|sujet|sujets|tema|temas|onderwerp|soggetto|assunto|schlagwörter
index: industry|branche|secteur|industria|industrie|bedrijfstak|setor|geographic|geografie|geographie|géographie|lieu géographique|geográfico|geografisch|person|personen|personne|personnes|persona|personas|company|unternehmen|firmen|société|entreprise|empresa|bedrijf|azienda|organization|organisation|organización|organizzazione|organização|organisatie|ticker|börsenkürzel|country|land|pays|país|paese|state|city|journal code|journal|issn|dossier|index terms|state|name|series|column|category|distribution|enhancement|acc no|document number|numéro de document
graphic: graphic|grafik|abbildung|graphique|illustration|gráfico|afbeelding|grafiek|grafico|notes|anmerkungen|notas|remarques|opmerkingen|note|bemerkung
classification: classification|klassifizierung|klassifikation|classificatie|clasificación|classificazione|classificação
"""
END = frozenset(
    [
        "end of document",
        "ende des dokuments",
        "dokumentende",
        "ende dokument",
        "fin du document",
        "fin de document",
        "fin del documento",
        "einde van document",
        "einde van het document",
        "einde document",
        "fine documento",
        "fine del documento",
        "fim do documento",
    ]
)
LENGTH = re.compile(
    r"\d[\d.,'’ ]*(?:words?|wörter|worte|mots?|palabras?|woorden|parole|palavras|слов\w*|字|語|"
    r"ord|słów|sanaa|kelime|slov)",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:pg|pag|pág|págs|pp|p|s|bl|page|pages|seite|seiten|pagina|página|blz|str)\b\.?\s*"
    r"((?:[A-Z]{1,3}[-. ]?)?\d{1,4}[A-Z]?(?:\s?[-–,]\s?(?:[A-Z]{1,3}[-. ]?)?\d{1,4})*)",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:copyright\b|\(c\)|©|tous droits réservés|all rights reserved|alle rechte)", re.IGNORECASE
)
_LABELLED = re.compile(
    r"([^\W\d_][^\W\d_ '’()/\-]{0,24}(?:[ \-/'’][^\W\d_]{1,24}){0,3}) ?: ?(.*)", re.DOTALL
)


def _table(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        field, _, words = line.partition(": ")
        for word in words.split("|"):
            table.setdefault(word, field)
    return table


HEAD_LABELS = _table(_HEAD)
TAIL_LABELS = _table(_TAIL)

_LANGUAGES = """
en: english|englisch|anglais|inglés|inglese|engels|inglês|en
de: german|deutsch|allemand|alemán|tedesco|duits|alemão|de
fr: french|französisch|français|francés|francese|frans|francês|fr
es: spanish|spanisch|espagnol|español|spagnolo|spaans|espanhol|castellano|es
it: italian|italienisch|italien|italiano|italiaans|it
nl: dutch|niederländisch|néerlandais|neerlandés|olandese|nederlands|holandês|neerlandês|nl
pt: portuguese|portugiesisch|portugais|portugués|portoghese|portugees|português|pt
ru: russian|russisch|russe|ruso|russo|русский|ru
ar: arabic|arabisch|arabe|árabe|arabo|العربية|ar
zh: chinese|chinesisch|chinois|chino|cinese|chinees|chinês|中文|zh
ja: japanese|japanisch|japonais|japonés|giapponese|japans|japonês|日本語|ja
tr: turkish|türkisch|turc|turco|turks|türkçe|tr
pl: polish|polnisch|polonais|polaco|polacco|pools|polski|polonês|pl
sv: swedish|schwedisch|suédois|sueco|svedese|zweeds|svenska|sv
da: danish|dänisch|danois|danés|danese|deens|dansk|da
no: norwegian|norwegisch|norvégien|noruego|norvegese|noors|norsk|no
cs: czech|tschechisch|tchèque|checo|ceco|tsjechisch|čeština|cs
el: greek|griechisch|grec|griego|greco|grieks|ελληνικά|el
"""
_LANGUAGE_CODES = _table(_LANGUAGES)


def field_of(label: str) -> str | None:
    """The field that a label alone on its line stands for, in the head or the tail."""
    folded = _folded(label)
    return HEAD_LABELS.get(folded) or TAIL_LABELS.get(folded)


def labelled(line: str) -> tuple[str, str, str] | None:
    """(head field, tail field, value) of "Byline: Ann Lee"; None if the line has no known label.

    A word may be both, as "Series" is: one of the two fields may be empty, never both.
    """
    hit = _LABELLED.match(line)
    if hit is None:
        return None
    folded = _folded(hit[1])
    head, tail = HEAD_LABELS.get(folded, ""), TAIL_LABELS.get(folded, "")
    return (head, tail, hit[2].strip()) if head or tail else None


def is_end(line: str) -> bool:
    """Whether a line says that the article is over."""
    return len(line) < 40 and line.strip(" .*-_").casefold() in END


def language_code(name: str) -> str | None:
    """The ISO 639-1 code of a language that a database names ("ENGLISH", "Français; French")."""
    for word in re.split(r"[;,/|(]", name):
        code = _LANGUAGE_CODES.get(word.strip().casefold())
        if code:
            return code
    return None


def _folded(label: str) -> str:
    return " ".join(label.replace("-", " ").split()).casefold()
