"""Words of a language that are towns elsewhere: "Ende" in Indonesia, "Vite" and "Centro" in Italy."""

from functools import cache

from briefer.text.words import function_words

_WORDS = {
    "de": "ende mut bau batman eisen favoriten kenner kita raub wa toyota atlantis pest singen leiden mitte man stein",
    "fr": "ajax baise batman cela celle carrefour douane fier gare golfe guider naze peine portage rugby salé sucre tete "
    "toyota vite wa benfica gardez",
    "es": "altos americana bata batman burla calabozo canela capas centenario centro colinas constitución coro delicias "
    "ejido embajadores encanto ende escondido esmeraldas frontera fundación granja guarda hilo horizonte indio joda "
    "lagarto largo libertad limpio manta manteca merced mesa mito novato novena obra pasaje pasto patos pelotas "
    "pergamino picos plano plato poblacion prosperidad registro regla republica resistencia retiro rugby sano serian "
    "tabaco tanta taza tema toyota tumba van vasto ventas victorias wa posadas",
    "it": "americana bau batman bello bimbo cascina cela celle centenario centro coro dolo dosso fili gare gode guarda "
    "largo manica mito molo parla passi pasto portici provo reading registro rugby salta salto sano sig sodo sorriso "
    "tanta tema toyota urla vasto vinto vite voi wa",
}


@cache
def words_not_towns(language: str) -> frozenset[str]:
    """Words in lower case that are no place in texts of this language, though a place is so called."""
    return frozenset(_WORDS.get(language, "").split()) | frozenset(function_words(language))
