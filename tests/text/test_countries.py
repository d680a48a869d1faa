"""Countries under their names in many languages."""

import pytest

from briefer.text.countries import country_name, is_country_name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("KZ", "en", "Kazakhstan"), ("KZ", "zh", "哈萨克斯坦"), ("GR", "el", "Ελλάδα"), ("DE", "fr", "Allemagne"),
     ("DE", "xx", "Germany"), ("??", "en", "??")],
)  # fmt: skip
def test_a_country_has_a_name_in_the_language_or_in_english(code, language, name):
    assert country_name(code, language) == name


def test_a_name_in_any_language_is_known_as_the_countrys():
    assert is_country_name("Γεωργία", "GE")
    assert not is_country_name("Our friends", "GE")
