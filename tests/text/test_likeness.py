"""What makes a text a copy of another, and what does not."""

import pytest
from wires import sentence, story

from briefer.text.likeness import COPY, RELATED, likeness, print_of


def alike(one, other):
    return likeness(print_of("\n\n".join(one)).shingles, print_of("\n\n".join(other)).shingles)


FULL = story(*range(12))


@pytest.mark.parametrize(
    "copy",
    [FULL, FULL[:5], [*FULL, *story(20, 21)], [*story(20, 21, 22), *FULL], FULL[::-1]],
    ids=["reprint", "cut", "longer", "inside another text", "other order"],
)
def test_cuts_additions_and_another_order_leave_a_copy(copy):
    assert alike(FULL, copy) >= COPY


def test_two_stories_have_nothing_in_common():
    assert alike(story(*range(10)), story(*range(20, 30))) < RELATED


def test_a_word_changed_here_and_there_leaves_a_copy():
    edited = [line.replace(line.split()[4], "other") for line in FULL]

    assert COPY <= alike(FULL, edited) < 1


def test_a_later_story_that_repeats_the_background_is_no_copy():
    background = story(*range(50, 58))

    found = alike([*story(*range(8)), *background], [*story(*range(20, 28)), *background])

    assert RELATED <= found < COPY


def test_every_second_sentence_rewritten_leaves_a_copy_though_its_beginning_is_new():
    text = story(*range(24))
    new = {0, 1, 2, 3, 5, 7, 8, 10, 13, 15, 18, 20}
    rewritten = [sentence(100 + n) if n in new else line for n, line in enumerate(text)]

    assert alike(text, rewritten) >= COPY


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"', "„{}“"])
def test_the_same_long_quotation_makes_no_copy(marks):
    quotation = marks.format(" ".join(story(90, 91, 92, 93)))
    one, other = [*story(*range(4)), quotation], [*story(*range(20, 24)), quotation]

    assert alike(one, other) < RELATED


def test_a_statement_printed_whole_by_two_papers_is_a_copy():
    statement = "“" + " ".join(story(*range(60, 70))) + "”"

    assert alike([sentence(1), statement], [sentence(2), statement]) >= COPY


def test_a_statement_in_a_script_without_blanks_is_a_copy_in_quotation_marks_too():
    said = "".join(chr(0x4E00 + 37 * number % 5_000) for number in range(300))
    quoted = print_of(f"He said: “{said}”").shingles

    assert likeness(quoted, print_of(said).shingles) == 1.0


def test_a_copy_is_found_in_a_script_without_blanks():
    text = "保加利亚瓦尔纳港在罢工九天后于周一重新开放。四十艘船只在海上等候，仓库存货几乎耗尽。工会与运营方在夜间签署协议，今年工资上调百分之八，明年上调百分之四。"
    other = "诺兰中央银行周四将基准利率维持在百分之三点五，并表示通胀回落的速度低于预期。行长对记者说，董事会意见一致，首都的房租一年内上涨了一成，建筑业仍然疲软。"

    assert alike([text], [text[:65]]) >= COPY
    assert alike([text], [other]) < RELATED


@pytest.mark.parametrize("text", ["", "Talks fail", "Subscribe to read on.", "。", "🙂 " * 50])
def test_too_little_text_is_compared_with_nothing(text):
    assert print_of(text).shingles == () or len(set(text.split())) == 1


def test_a_line_or_two_is_the_same_only_under_the_same_headline():
    line = "Please log in or subscribe to read this article."

    assert print_of(line, "Rates fall").digest == print_of(line, "RATES fall").digest
    assert print_of(line, "Rates fall").digest != print_of(line, "Rates rise").digest


def test_a_long_text_is_the_same_under_any_headline_and_in_any_case():
    text = "\n\n".join(FULL)

    assert print_of(text, "One").digest == print_of(text.upper(), "Two").digest


def test_half_a_surrogate_pair_is_no_obstacle():
    assert print_of("\n\n".join([*FULL, "\ud800 " * 9])).shingles


def test_books_are_told_apart_by_their_length():
    text = "\n\n".join(FULL) + " word" * 60_000

    assert print_of(text).digest != print_of(text + " more").digest
    assert print_of(text).digest == print_of(text).digest


@pytest.mark.parametrize("text", ["“" * 200_000, "“a " * 60_000, '"' * 200_000, "«" * 200_000])
def test_a_text_of_opening_marks_is_read_in_one_go(text):
    assert len(print_of(text).shingles) <= 1
