import pytest

from briefer.text.openings import needs_antecedent


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "He said so on Monday.", True),
        ("en", "Hector said so on Monday.", False),
        ("en", "“It is over,” said the mayor.", True),
        ("fr", "Elle a démissionné.", True),
        ("de", "Sie trat zurück.", True),
        ("zh", "他周一离开。", True),
        ("zh", "部长离开。", False),
        ("xx", "He left.", False),
        ("en", "", False),
    ],
)
def test_a_sentence_that_stands_on_one_before_it(language, sentence, wanted):
    assert needs_antecedent(sentence, language) == wanted
