"""The article among everything else on a page."""

import pytest

from briefer.importers import main_text as main_text_module
from briefer.importers.block_texts import Letters
from briefer.importers.html_page import article_from_html
from briefer.importers.main_text import main_text
from briefer.importers.page_blocks import blocks_of, parsed
from briefer.importers.word_runs import BlockWords, likeness, runs_of

# Twelve words in Adlam, whose letters lie beyond the basic plane.
ADLAM = " ".join("\U0001e900\U0001e922" + chr(0x1E924 + at) for at in range(12))
STORY = [
    "The harbour office of Port Lindow reopened its northern basin on Tuesday, nine days after a crane fell across the lock.",
    "Divers had checked every metre of the sill, said the harbour master, Ada Brennick, and found no crack that matters.",
    "About forty barges had waited upstream; the first of them, loaded with rape seed, passed at seven in the morning.",
    "The insurers put the damage at eleven million crowns, a figure that the crane's owner, Halden Lifting, disputes.",
    "A second inspection is planned for the spring, when the water is low enough to look at the foundations.",
]


def page(inner, head=""):
    return f"<html><head><title>Basin reopened</title>{head}</head><body>{inner}</body></html>"


def article(*paragraphs):
    return (
        "<article><h1>Basin reopened</h1>"
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + "</article>"
    )


LINKS = (
    "<ul>"
    + "".join(f"<li><a href='/{n}'>Section number {n} of the paper</a></li>" for n in range(12))
    + "</ul>"
)
COMMENTS = "<section id='comments'>" + "".join(
    f"<div class='comment'><p>Reader {n}: I have waited there myself, and it was a long and dull week, believe me.</p></div>"
    for n in range(6)
) + "</section>"  # fmt: skip


def text_of(html):
    return article_from_html(html).text.split("\n\n")


def test_the_article_is_found_between_menus_comments_and_the_foot():
    html = page(
        f"<nav>{LINKS}</nav>{article(*STORY)}{COMMENTS}<aside>{LINKS}</aside>"
        "<footer><p>Port Lindow Courier, all rights reserved, no part may be copied.</p></footer>"
    )

    assert text_of(html) == STORY


def test_a_text_that_stands_twice_for_narrow_screens_is_read_once():
    html = page(f"{article(*STORY)}<div style='display: none'>{article(*STORY)}</div>")

    assert text_of(html) == STORY


def test_paragraphs_parted_by_two_line_ends_are_paragraphs():
    html = page(f"<div id='story'>{'<br><br>'.join(STORY)}</div>")

    assert text_of(html) == STORY


def test_a_page_whose_declaration_names_an_encoding_is_read():
    html = '<?xml version="1.0" encoding="iso-8859-1"?>' + page(article(*STORY))

    assert text_of(html) == STORY


def test_what_scripts_forms_and_menus_of_choice_hold_is_no_block():
    tree = parsed(
        page(
            "<p>One <b>bold</b> <a href='#'>link</a> word</p><script>no()</script><select><option>no</select>"
        )
    )

    (block,) = blocks_of(tree)

    assert block.text == "One bold link word"
    assert (block.linked, block.bold) == (4, 4)


@pytest.mark.parametrize("html", ["<p></p>", "<div><span> </span></div>", "<script>a</script>"])
def test_a_page_without_words_has_no_text(html):
    assert main_text(html, blocks_of(parsed(html))) == []


def test_elements_nested_deep_are_walked_through():
    html = "<div>" * 900 + "<p>word</p>" + "</div>" * 900

    assert [block.text for block in blocks_of(parsed(html))] == ["word"]


def test_a_plain_page_is_settled_without_asking_the_slow_reader(monkeypatch):
    def asked(html):
        raise AssertionError("the slow reader was asked")

    monkeypatch.setattr(main_text_module, "by_trafilatura", asked)

    assert text_of(page(article(*STORY))) == STORY


def test_hyphens_that_only_say_where_a_word_may_break_are_taken_out():
    broken = [STORY[0].replace("harbour", "har&shy;bour"), *STORY[1:]]

    assert text_of(page(article(*broken))) == STORY


def test_a_comment_in_the_markup_parts_no_paragraph():
    parted = [STORY[0].replace(" nine", "<!-- slot -->nine"), *STORY[1:]]

    assert text_of(page(article(*parted))) == [STORY[0].replace(" nine", "nine"), *STORY[1:]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a b c d e", "a b c d e", 1.0),
        ("a b c d e", "x b c d e", 0.5),
        ("a b c d e", "v w x y z", 0.0),
        ("a b", "a b", 0.0),
    ],
)
def test_two_readings_are_as_like_as_the_runs_of_four_words_they_share(one, other, expected):
    assert likeness(runs_of(one), runs_of(other)) == expected


def test_words_of_letters_beyond_the_basic_plane_are_compared_as_all_others():
    other = runs_of(ADLAM[::-1])

    assert likeness(runs_of(ADLAM), runs_of(ADLAM)) == 1.0
    assert likeness(runs_of(ADLAM), other) == 0.0
    words = BlockWords(Letters([ADLAM, "\U0001f600 " * 9 + "smiles", STORY[0]]))
    assert words.shares([f"before {ADLAM} behind", STORY[0]]).tolist() == [1.0, 0.0, 1.0]
