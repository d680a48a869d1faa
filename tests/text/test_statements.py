import pytest

from briefer.text.statements import is_statement


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("14 May 2024", "en"),
        ("Tuesday, 14 May 2024", "en"),
        ("By Lena Ortiz", "en"),
        ("By Lena Ortiz and Tom Parker.", "en"),
        ("Published on 14 May 2024 at 10:33.", "en"),
        ("(File photo: a patrol boat at Tevens, 2002)", "en"),
        ("What we know so far", "en"),
        ("Par Claire Vasseur", "fr"),
        ("Mardi 12 juillet 2005", "fr"),
        ("Read more: how the dyke broke", "en"),
        ("", "en"),
    ],
)
def test_dates_headings_bylines_and_credits_say_nothing(line, language):
    assert not is_statement(line, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The dyke broke on Monday.", "en"),
        ("By nightfall the water stood in every street of the old town.", "en"),
        ("Par ailleurs, le préfet a demandé un contrôle des digues.", "fr"),
        ("Von der Flut sind drei Dörfer betroffen.", "de"),
        ("首列跨里海中欧班列从西安出发。", "zh"),
    ],
)
def test_sentences_say_something(line, language):
    assert is_statement(line, language)


def test_the_headline_as_a_line_of_the_text_says_nothing():
    title = "Lower Danube closed after barge hits the bridge at Ruse"
    assert not is_statement(title + ".", "en", title)
