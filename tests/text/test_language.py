import sys

import py3langid
import pytest

from briefer.text import language, language_tables
from briefer.text.language import detect

EN = (
    "The council of the town said on Monday that it would not close the old bridge over the river. "
)
FR = "Le conseil de la ville a dit lundi qu'il ne fermerait pas le vieux pont sur la rivière. "
DE = "Der Rat der Stadt sagte am Montag, dass er die alte Brücke über den Fluss nicht schließen werde. "
ES = "La alcaldesa dijo ayer que los vecinos tendrán hasta el lunes para pedir las ayudas del gobierno. "
NL = "De raad van de stad zei maandag dat hij de oude brug over de rivier niet zal sluiten. "


@pytest.mark.parametrize(
    ("text", "wanted"), [(EN, "en"), (FR, "fr"), (DE, "de"), (ES, "es"), (NL, "nl")]
)
@pytest.mark.parametrize("times", [2, 12])
def test_texts_of_the_large_languages_need_no_tables(text, wanted, times, monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect(text * times) == wanted


def test_what_the_quick_look_leaves_open_is_looked_up(monkeypatch):
    monkeypatch.setattr(language, "_quick_look", lambda _sample, _letters: None)
    assert detect(FR) == "fr"


@pytest.mark.parametrize("text", [EN, FR, DE, ES * 20, NL, "", "🙂", "\ud800", "新聞は月曜日に"])
def test_tables_on_the_disk_say_what_those_in_memory_do(text):
    assert language_tables.ranked(text) == py3langid.rank(text)


def test_without_room_on_the_disk_the_tables_are_held_in_memory(monkeypatch):
    def full(_table, _count):
        raise OSError

    monkeypatch.setattr(language_tables, "_Rows", full)

    assert language_tables._identifier.__wrapped__().rank(DE) == py3langid.rank(DE)
