import sys

import pytest

from briefer.text import language
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
