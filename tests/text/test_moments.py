import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model.story import Precision
from briefer.model.text import Span
from briefer.text.moments import moments

TOLD = "2024-05-15"  # a Wednesday


def found(text, language="en", published=TOLD):
    return [
        (m.span.of(text), m.date) for m in moments(text, Span(0, len(text)), published, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Talks began on Monday.", [("Monday", "2024-05-13")]),
        ("en", "He spoke on Wednesday.", [("Wednesday", "2024-05-15")]),
        ("en", "The court will rule on Monday.", [("Monday", "2024-05-20")]),
        ("en", "They met on Monday and will meet on Friday.",
         [("Monday", "2024-05-13"), ("Friday", "2024-05-17")]),
        ("en", "The fire of 3 March 2021 killed two.", [("3 March 2021", "2021-03-03")]),
        ("en", "On Dec. 28 the bridge fell.", [("Dec. 28", "2023-12-28")]),
        ("en", "It has stood since 2019.", [("since 2019", "2019")]),
        ("en", "They may 3 times a day march 2 miles.", []),
        ("fr", "Il est parti hier, après le vote de mardi.",
         [("hier", "2024-05-14"), ("mardi", "2024-05-14")]),
        ("de", "Am 3. Oktober tagt der Rat, gestern tagte er nicht.",
         [("3. Oktober", "2024-10-03"), ("gestern", "2024-05-14")]),
        ("es", "El lunes votó la cámara.", [("lunes", "2024-05-13")]),
        ("it", "La sentenza è del 12 gennaio 2023.", [("12 gennaio 2023", "2023-01-12")]),
        ("pt", "Os dois falaram ontem.", [("ontem", "2024-05-14")]),
        ("nl", "De brand was op zondag.", [("zondag", "2024-05-12")]),
        ("pl", "Spotkali się w środę.", [("środę", "2024-05-15")]),
        ("cs", "Sešli se v pátek.", [("pátek", "2024-05-10")]),
        ("ru", "Он приехал в понедельник.", [("понедельник", "2024-05-13")]),
        ("uk", "Він приїхав учора.", [("учора", "2024-05-14")]),
        ("el", "Συναντήθηκαν την Παρασκευή.", [("Παρασκευή", "2024-05-10")]),
        ("tr", "Bakan dün konuştu.", [("dün", "2024-05-14")]),
        ("ar", "اجتمع المجلس أمس.", [("أمس", "2024-05-14")]),
        ("he", "הוא דיבר אתמול.", [("אתמול", "2024-05-14")]),
        ("zh", "他周一离开，5月18日回来。", [("周一", "2024-05-13"), ("5月18日", "2024-05-18")]),
        ("ja", "大臣は月曜日に出発した。", [("月曜日", "2024-05-13")]),
    ],
)  # fmt: skip
def test_dates_are_counted_from_the_day_of_publication(language, text, wanted):
    assert found(text, language) == wanted


def test_without_a_day_of_publication_only_whole_dates_are_known():
    text = "On Monday he recalled 3 March 2021 and 4 May."
    assert found(text, published="") == [("3 March 2021", "2021-03-03")]


def test_a_month_or_a_year_stays_as_vague_as_it_is():
    text = "Built in 1987, it closed in May 2020."
    kinds = [m.precision for m in moments(text, Span(0, len(text)), TOLD, "en")]
    assert kinds == [Precision.YEAR, Precision.MONTH]


@given(text=st.text(), language=st.sampled_from(["en", "zh", "ar", "xx", ""]))
def test_any_text_is_read_and_places_lie_inside_it(text, language):
    for moment in moments(text, Span(0, len(text)), TOLD, language):
        assert 0 <= moment.span.start < moment.span.end <= len(text)
