"""ProQuest's labels in the languages of its users, and the article that a record of them makes."""

import re
from collections.abc import Sequence

from briefer.importers.newsdb.cuts import Cut
from briefer.importers.source_guess import names_in

_LABELS = """
title: title|titel|titre|título|titolo
inverted: author|autor|auteur|autore|verfasser
info: publication info|publikationsinfo|informations sur la publication|información de publicación
outlet: publication title|titel der publikation|publikationstitel|titre de la publication|titre de publication|título de publicación|título de la publicación|titolo pubblicazione|titolo della pubblicazione|título da publicação|titel van publicatie
published: publication date|publikationsdatum|erscheinungsdatum|date de publication|fecha de publicación|data di pubblicazione|data pubblicazione|data da publicação|data de publicação|publicatiedatum
year: publication year|publikationsjahr|erscheinungsjahr|année de publication|año de publicación|anno di pubblicazione|ano de publicação
page: pages|first page|seiten|erste seite|première page|páginas|primera página|pagine|prima pagina|primeira página|pagina's
section: section|rubrik|ressort|rubrique|sección|sezione|seção|secção|sectie
abstract: abstract|zusammenfassung|résumé|resumen|riassunto|resumo|samenvatting
text: full text|volltext|texte intégral|texto completo|testo completo|volledige tekst
language: language of publication|language|publikationssprache|sprache der publikation|sprache|langue de publication|langue|idioma de la publicación|idioma de publicación|idioma|lingua di pubblicazione|lingua|idioma da publicação|taal van publicatie
url: document url|dokument url|url du document|url del documento|url do documento|url van document
links: links|enlaces|liens|collegamenti
subject: subject|subjects|thema|themen|schlagwort|sujet|sujets|materia|tema|soggetto|assunto|onderwerp
tail: business indexing term|location|people|person|company / organization|company/organization|identifier / keyword|identifier/keyword|publisher|place of publication|country of publication|publication subject|issn|source type|document type|proquest document id|copyright|last updated|database|dateline|column|coden|document feature|number of pages|classification|volume|issue|url|ort|standort|personen|firma / organisation|herausgeber|verlag|erscheinungsort|dokumenttyp|proquest dokument id|letzte aktualisierung|datenbank|lieu|personnes|société / organisation|éditeur|lieu de publication|pays de publication|type de source|type de document|id de document proquest|droits d'auteur|dernière mise à jour|base de données|lugar|gente|personas|empresa / organización|editorial|lugar de publicación|país de publicación|tipo de fuente|tipo de documento|id del documento de proquest|última actualización|base de datos
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _LABELS.strip().splitlines():
        field, _, words = line.partition(": ")
        for word in words.split("|"):
            table.setdefault(_folded(word), field)
    return table


def _folded(label: str) -> str:
    """Without blanks: ProQuest's text files lose some ("ProQuestdocument ID")."""
    return re.sub(r"[\s\-]+", "", label).casefold()


_TABLE = _table()
_CREDIT = re.compile(r"credit ?: ?(.*)", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:caption|credit|photo|illustration|graphic) ?:.*|enlarge this image\.?|[;\-–—*_. ]{1,9}|"
    r"\S+@\S+\.\w+|view image.{0,5}",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"none available\.?|nicht verfügbar\.?|aucun disponible\.?|no disponible\.?", re.IGNORECASE
)
_ROLE = re.compile(
    r"\s*(?:contributing|reporter|columnist|contributor|opinion|feature|staff|services?|"
    r"the [A-Z]\w+ (?:press|star))\b.*",
    re.IGNORECASE,
)
# Words of a name, initials aside; more are a name and the paper it belongs to.
_MOST_NAME_WORDS = 3


def field_named(label: str) -> str | None:
    """The field of a label, in any of the languages."""
    return _TABLE.get(_folded(label)) if len(label) < 60 else None


def cut_from_record(
    number: int, headline: str, fields: Sequence[tuple[str, str, str]], text: Sequence[str]
) -> Cut:
    """The article of a record: its first line, (field, label, value) of each, and its full text."""
    cut = Cut(number)
    for field, label, value in fields:
        if field not in ("abstract", "text", "tail") and not _NONE.fullmatch(value):
            # Blanks got into addresses where the database broke its lines.
            kept = "".join(value.split()) if field == "url" else value
            cut.learn(field, kept, f'the field "{label}"')
    cut.learn("title", headline, "the first line of the record")
    if "title" in cut.says:
        title, where = cut.says["title"]
        cut.says["title"] = (_better(headline, title, text), where)
    if "published" not in cut.says and "info" in cut.says:
        cut.says["published"] = cut.says["info"]
    if "outlet" not in cut.says and "info" in cut.says:
        cut.says["outlet"] = cut.says["info"]
    _read_credit(cut, text)
    cut.lines += [line for line in text if not _FURNITURE.fullmatch(line)]
    if not cut.lines:
        cut.lines += [
            value
            for field, _, value in fields
            if field == "abstract" and not _NONE.fullmatch(value)
        ]
    return cut


def _read_credit(cut: Cut, text: Sequence[str]) -> None:
    """The author under the text, where no field names one and the line names nothing else."""
    if "inverted" in cut.says:
        return
    for line in text[-6:]:
        found = _CREDIT.fullmatch(line)
        named = _ROLE.sub("", found[1].strip(" ;,.")) if found else ""
        people = names_in(named)
        outlet = cut.value("outlet").casefold()
        if people and all(_is_plain_name(n) and n.casefold() not in outlet for n in people):
            cut.learn("authors", named, f'the line "{line[:80]}" under the text')


def _is_plain_name(name: str) -> bool:
    words = [word for word in name.split() if len(word.replace(".", "")) > 2]
    return 1 <= len(words) <= _MOST_NAME_WORDS and len(name.split()) > 1


def _better(one: str, other: str, text: Sequence[str]) -> str:
    """Of two lines that differ in blanks alone, the one whose words the text knows.

    ProQuest's text files gain and lose blanks at random places ("an assass in").
    """
    if not one or "".join(one.split()) != "".join(other.split()):
        return other or one
    known = set(re.findall(r"\w+", " ".join(text).casefold()))

    def strange(line: str) -> int:
        return sum(word not in known for word in re.findall(r"\w+", line.casefold()))

    return min((other, one), key=strange)
