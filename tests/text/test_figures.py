import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model.text import Span
from briefer.text.figures import counts


def found(text, language="en"):
    return [
        (count.span.of(text), count.value, count.unit)
        for count in counts(text, Span(0, len(text)), language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "At least 12 people were killed and 1,300 injured.", [("12", 12, ""), ("1,300", 1300, "")]),
        ("en", "Losses reached $1.5 billion, up 3.5 per cent.",
         [("$1.5 billion", 1.5e9, "$"), ("3.5 per cent", 3.5, "%")]),
        ("en", "Five soldiers were held.", [("Five", 5, "")]),
        ("en", "They won 3-2 at 10:30 on 3 May in 2019.", []),
        ("fr", "Au moins 1 200 blessés, selon la mairie.", [("1 200", 1200, "")]),
        ("fr", "Un budget de 3,5 millions d'euros.", [("3,5 millions", 3.5e6, "")]),
        ("de", "Rund 12.000 Menschen kamen.", [("12.000", 12000, "")]),
        ("es", "Dos muertos y 30 heridos.", [("Dos", 2, ""), ("30", 30, "")]),
        ("ru", "Погибли 12 человек.", [("12", 12, "")]),
        ("zh", "事故造成至少12人死亡。", [("12", 12, "")]),
    ],
)  # fmt: skip
def test_figures_that_count_something(language, text, wanted):
    assert found(text, language) == wanted


def test_what_is_counted_is_known_by_its_stems():
    text = "At least 12 people were killed."
    (count,) = counts(text, Span(0, len(text)), "en")
    assert count.counted == ("peopl", "kill")
    assert count.what.startswith("people were killed")


@given(
    text=st.text(alphabet="0123456789 .,%$€-:/aé人万million"),
    language=st.sampled_from(["en", "fr", ""]),
)
def test_any_text_is_read_and_values_are_finite(text, language):
    for count in counts(text, Span(0, len(text)), language):
        assert count.span.of(text).strip()
        assert count.value >= 0
