"""Rules on actors in sentences, and as a file."""

import json

import pytest
from making import make_analysis, make_article

from briefer.model.actors import ActorKind
from briefer.model.errors import UnfitRules
from briefer.services import rule_book
from briefer.services.ledger import Ledger
from briefer.services.library import Library

ELENA, SHORT, VARNA = "person:elena marinova", "person:marinova", "place:varna"


@pytest.fixture
def ledger(library, article):
    found = Ledger(library)
    found.merge(SHORT, ELENA, "Elena Marinova")
    found.keep_apart(ELENA, VARNA)
    found.rename(VARNA, "City of Varna")
    found.set_kind(VARNA, ActorKind.ORGANISATION)
    found.hide("person:nobody at all")
    found.pin_role(ELENA, "union chair")
    found.watch(ELENA, wanted=True)
    found.add("ministry of transport", "Ministry of Transport", ActorKind.ORGANISATION)
    found.split(ELENA, "E. M.", "Emil Mann", ActorKind.PERSON)
    return found


def test_each_rule_is_said_in_a_sentence(library, ledger):
    assert rule_book.sentences(library, ledger.rules) == [
        "“Marinova” is Elena Marinova.",
        "Elena Marinova and City of Varna are never merged.",
        "“Varna” is called City of Varna.",
        "City of Varna is an organisation.",
        "Nobody At All is hidden.",
        "Elena Marinova is shown as union chair.",
        "Elena Marinova is watched.",
        "“ministry of transport” is an actor: Ministry of Transport, an organisation.",
        "“E. M.” is not Elena Marinova but Emil Mann.",
    ]


def test_the_file_of_one_library_gives_another_the_same_rules(library, ledger, tmp_path):
    path = tmp_path / "rules.json"
    path.write_text(rule_book.as_file(library, ledger.rules), "utf-8")
    with_other = Library(tmp_path / "other.db")
    made = make_article()
    with_other.facts.add(made, make_analysis(made))
    with with_other.step("import"):
        with_other.decisions.shelve(made.id)
    other = Ledger(with_other)

    new = other.take_over(rule_book.read(path))

    assert new == len(ledger.rules)
    assert other.rules == ledger.rules
    assert other.findings(made.id) == ledger.findings(made.id)
    assert other.take_over(rule_book.read(path)) == 0
    with_other.undo()
    assert other.rules == []
    with_other.close()


RULE = {"rule": "hide", "actor": "person:a"}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("no json", "no file of rules"),
        ("[" * 100_000, "no file of rules"),
        ([], "no file of rules"),
        ({"format": "other"}, "no file of rules"),
        ({"version": 2}, "another version"),
        ({"rules": {}}, "no list"),
        ({"rules": [RULE, 3]}, "Rule 2 "),
        ({"rules": [{**RULE, "rule": "drop"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "actor": "nobody"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "actor": ["person:a"]}]}, "Rule 1 "),
        ({"rules": [{**RULE, "rule": "kind", "value": "ship"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "rule": "merge"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "rule": "merge", "other": "person:a"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "start": "4"}]}, "Rule 1 "),
        ({"rules": [{**RULE, "start": 4}]}, "Rule 1 "),
    ],
)
def test_a_bad_file_is_refused_in_words(tmp_path, told, said):
    path = tmp_path / "rules.json"
    if isinstance(told, dict):
        told = {"format": rule_book.FORMAT, "version": 1, "rules": [], **told}
    path.write_text(told if isinstance(told, str) else json.dumps(told), "utf-8")

    with pytest.raises(UnfitRules, match=said):
        rule_book.read(path)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(UnfitRules, match="cannot be read"):
        rule_book.read(tmp_path / "none.json")
