import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.exporters.bidi import direction_of, is_plain, levels, visual_order


def shown(text, base):
    """The text as it stands on the line, from left to right."""
    return "".join(text[index] for index in visual_order(levels(text, base)))


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "abc"),
        ("אבג", 1, "גבא"),
        ("abc אבג def", 0, "abc גבא def"),
        ("אבג abc דהו", 1, "והד abc גבא"),
        # Numbers keep their order within a right-to-left text (UAX #9, rule I1).
        ("אבג 123", 1, "123 גבא"),
        ("سنة 2026", 1, "2026 ةنس"),
        ("15%", 1, "15%"),
        # Marks between two texts of one direction go with them.
        ("אבג, דהו", 0, "והד ,גבא"),
        ("abc!", 1, "!abc"),
    ],
)
def test_text_stands_as_the_bidirectional_algorithm_wants(text, base, expected):
    assert shown(text, base) == expected


def test_the_first_letter_decides_the_direction_of_a_paragraph():
    assert direction_of("123 אבג abc") == 1
    assert direction_of("(x) אבג") == 0
    assert direction_of("123", otherwise=1) == 1


@given(st.text(alphabet="ab אב12.,%()ع", max_size=40), st.integers(0, 1))
def test_every_character_is_shown_once(text, base):
    order = visual_order(levels(text, base))

    assert sorted(order) == list(range(len(text)))


@given(st.text(alphabet="abc é я ω 12.,", max_size=40))
def test_text_without_right_to_left_letters_is_left_alone(text):
    assert is_plain(text)
    assert shown(text, 0) == text
