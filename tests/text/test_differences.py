"""What a copy cut, added, changed and moved."""

from hypothesis import given
from hypothesis import strategies as st
from wires import story

from briefer.text.differences import Unit, counts, differences


def units(*sentences):
    return [Unit(text, place == 0) for place, text in enumerate(sentences)]


LEAD = units(
    "Ships had waited off the coast.",
    "The ministry said it would cost 12 million euros.",
    "Talks go on in March.",
)


def test_cut_and_added_sentences_are_told():
    copy = units(LEAD[0].text, LEAD[2].text, "Fish was dear in town.")

    kinds = [passage.kind for passage in differences(LEAD, copy)]

    assert kinds == ["same", "cut", "same", "added"]


def test_a_changed_sentence_shows_the_words():
    copy = units(LEAD[0].text, "The ministry said it might cost 12 million euros.", LEAD[2].text)

    (changed,) = [p for p in differences(LEAD, copy) if p.kind == "changed"]

    assert ("cut", "would") in changed.pieces
    assert ("added", "might") in changed.pieces


def test_a_moved_sentence_was_not_cut():
    passages = differences(LEAD, units(LEAD[2].text, LEAD[0].text, LEAD[1].text))

    assert counts(passages) == {"moved": 1, "same": 2}


def test_a_changed_letter_is_shown_in_a_script_without_blanks():
    (passage,) = differences(units("今年工资上调百分之八。"), units("今年工资上调百分之九。"))

    assert ("cut", "八") in passage.pieces


def test_other_quotation_marks_and_capitals_change_nothing_that_matters():
    passages = differences(LEAD, units(*(unit.text.upper() for unit in LEAD)))

    assert counts(passages) == {"same": 3}


@given(st.lists(st.integers(0, 9), max_size=12), st.lists(st.integers(0, 9), max_size=12))
def test_each_text_can_be_read_out_of_the_differences(one, other):
    lead, copy = units(*story(*one)), units(*story(*other))

    passages = differences(lead, copy)

    pieces = [piece for passage in passages for piece in passage.pieces]
    right = "".join(text for kind, text in pieces if kind != "cut")
    assert right == "".join(unit.text for unit in copy)
    assert sum(n for kind, n in counts(passages).items() if kind != "added") <= len(lead)
