"""Topics are nouns; what several texts share comes first."""

from briefer.text.topics import topics


def test_nouns_that_several_quotations_share_come_first():
    found = topics(
        [
            ("We will rebuild the harbour and pay the dockers.", "en"),
            ("The harbour is open again, people should be glad.", "en"),
        ]
    )

    assert found[0][0] == found[1][0] == "harbour"
    assert "people" not in found[1]


def test_german_nouns_are_known_by_their_capitals():
    assert topics([("Wir müssen schnell die Brücke sanieren.", "de")]) == [("brücke",)]


def test_a_language_without_blanks_has_no_topics():
    assert topics([("我们必须修复桥梁。", "zh"), ("", "en")]) == [(), ()]


def test_where_nouns_are_not_known_only_shared_words_count():
    found = topics(
        [("Nous voulons vraiment un accord.", "fr"), ("Cet accord est historique.", "fr")]
    )

    assert found == [("accord",), ("accord",)]


def test_names_are_no_topics():
    assert topics([("The harbour of Varna is open.", "en")], {"varna"}) == [("harbour",)]
