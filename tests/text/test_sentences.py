import pytest
from sentence_cases import CASES

from briefer.text.sentences import paragraphs_of, split_sentences


def split(text, language):
    sentences = split_sentences(text, paragraphs_of(text), language)
    return [sentence.span.of(text) for sentence in sentences]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_a_text_is_split_where_its_sentences_end(language, text, wanted):
    assert split(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Ask the desk 2. Check the date 3. Send", ["1. Ask the desk", "2. Check the date", "3. Send"]),
        ("1.) Ask. 2.) Check.", ["1.) Ask.", "2.) Check."]),
        ("a) Ask b) Check c) Send", ["a) Ask", "b) Check", "c) Send"]),
        ("• Ask the desk • Check the date", ["• Ask the desk", "• Check the date"]),
        ("• 9. Ask • 10. Check", ["• 9. Ask", "• 10. Check"]),
        ("2. The second of them. Four more follow.", ["2. The second of them.", "Four more follow."]),
        ("A 3. Place is kept.", ["A 3.", "Place is kept."]),
        ("Whoever leaves . . . loses.", ["Whoever leaves . . . loses."]),
        ("He left . . . . Nobody saw.", ["He left . . . .", "Nobody saw."]),
        ("“The […] council [...] met” (Ruiz 12).", ["“The […] council [...] met” (Ruiz 12)."]),
    ],
)  # fmt: skip
def test_lists_and_omissions(text, wanted):
    assert split(text, "en") == wanted
