"""Stems, by which words in their different forms are counted as one."""

import pytest

from briefer.text.words import content_stems, stem

STEMS = {
    "ar": ("الكتاب المدارس يكتبون", "كتاب مدارس يكتب"),
    "ca": ("muntanyes cantaven ciutats", "muntany cant ciut"),
    "cs": ("městech novinářům krásného", "měst novinář krásn"),
    "da": ("avisernes huse undersøgelser", "avis hus undersøg"),
    "de": ("häuser zeitungen ministerpräsidentin", "haus zeitung ministerprasidentin"),
    "el": ("εφημερίδες δρόμους ταξιδεύουν", "εφημεριδ δρομ ταξιδευ"),
    "en": ("newspapers running generalizations", "newspap run general"),
    "es": ("periódicos caminando ciudades", "period camin ciudad"),
    "et": ("ajalehtedes majade linnadesse", "ajalehte maja linna"),
    "eu": ("egunkarietan etxeak mendietako", "egun etxe mendi"),
    "fa": ("کتابها روزنامه میروند", "کتاب روزنامه میروند"),
    "fi": ("sanomalehdissä taloissa kaupungeille", "sanomalehd talo kaupung"),
    "fr": ("journaux continuellement chantaient", "journal continuel chant"),
    "ga": ("nuachtáin bhailte scríbhneoirí", "nuachtáin bailte scríbhneoirí"),
    "hi": ("लड़कियों किताबें शहरों", "लड़क किताब शहर"),
    "hu": ("újságokban házaknak városokból", "újság ház város"),
    "hy": ("թերթերում քաղաքների գրքերը", "թերթեր քաղ գրքերը"),
    "id": ("pemerintahan membicarakan bukunya", "perintah bicara buku"),
    "it": ("giornali parlavano cittadini", "giornal parl cittadin"),
    "lt": ("laikraščiuose namams miestų", "laikrašt nam miest"),
    "no": ("avisene undersøkelser husenes", "avis undersøk hus"),
    "ne": ("केटाहरू किताबहरूमा सहरको", "केटा किताब सहर"),
    "nl": ("kranten huizen mogelijkheden", "krant huis molijk"),
    "pl": ("gazetami domów miastach", "gazet dom miast"),
    "pt": ("jornais cidades continuamente", "jorn cidad continu"),
    "ro": ("ziarelor orașele copiilor", "ziar oraș cop"),
    "ru": ("газетами городах важнейшие", "газет город важн"),
    "sr": ("новинама градовима куће", "novin gradov kuć"),
    "sv": ("tidningarna husen undersökningar", "tidning hus undersökning"),
    "ta": ("பத்திரிகைகள் வீடுகளில் நகரங்கள்", "பத்திரிகை வீடு நகரம்"),
    "tr": ("gazetelerde evlerimiz şehirlerden", "gazete ev şehir"),
}


@pytest.mark.parametrize("language", STEMS)
def test_forms_of_a_word_lose_their_endings(language):
    forms, stems = STEMS[language]
    assert [stem(form, language) for form in forms.split()] == stems.split()


def test_the_two_norwegian_languages_share_a_stemmer():
    assert stem("avisene", "nb") == stem("avisene", "nn-NO") == "avis"


def test_languages_without_a_stemmer():
    assert stem("вістями", "uk") == "вістя"
    assert stem("新聞", "zh") == "新聞"


def test_a_word_without_end_is_cut():
    assert len(stem("w" * 1_000_000, "de")) <= 40


def test_no_word_holds_what_a_stemmer_cannot_take():
    assert content_stems("\ud800ferry running\udfff", "en") == ["ferri", "run"]
    assert stem("", "en") == ""
