"""By what names are found is chosen in the preferences; rulings on actors stay in force."""

import pytest
from making import make_analysis, make_article
from PySide6.QtWidgets import QComboBox

from briefer.ui.dialogs.preferences import Preferences

pytestmark = pytest.mark.gui


@pytest.fixture
def choosing(monkeypatch):
    def choose(engine):
        def exec_(form):
            box = form.fields["actor_engine"]
            assert isinstance(box, QComboBox)
            seen.extend(box.itemData(at) for at in range(box.count()))
            box.setCurrentIndex(box.findData(engine))
            return True

        monkeypatch.setattr(Preferences, "exec", exec_)

    seen = []
    choose.seen = seen
    return choose


def test_another_engine_goes_through_all_articles_and_rulings_stay(window, qtbot, choosing):
    made = make_article()
    library, ledger = window.house.library, window.house.ledger
    library.facts.add(made, make_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    ledger.hide("place:varna")
    choosing("rules")

    with qtbot.waitSignal(window.renewal.renewed, timeout=30000):
        window.commands.actions["preferences"].trigger()

    # "Elena Marinova" and "Marinova" were two in the analysis made by hand.
    names = [actor.name for actor in ledger.findings(made.id).actors]
    assert names.count("Elena Marinova") == 1
    assert "Varna" not in names
    assert window.house.settings.actor_engine == "rules"
    assert ledger.language_without_model(made.id) == "en"
    assert library.facts.outdated() == []


def test_spacy_is_no_choice_where_no_model_is_installed(window, choosing, monkeypatch):
    monkeypatch.setattr("briefer.services.renewing.spacy_models", dict)
    choosing("tagger")

    window.commands.actions["preferences"].trigger()

    assert choosing.seen == ["tagger", "rules"]


def test_spacy_is_a_choice_where_one_is(window, choosing, monkeypatch):
    monkeypatch.setattr("briefer.services.renewing.spacy_models", lambda: {"de": "de_core_news_sm"})
    choosing("tagger")

    window.commands.actions["preferences"].trigger()

    assert choosing.seen == ["tagger", "rules", "spacy"]
