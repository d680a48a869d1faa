"""Text fit to be kept, whatever it held: the same as taking its steps one after the other."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text import cleaning
from briefer.text.cleaning import clean

UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
SIGNS = "a b\t\n\r\x0b\x0c\x85\u2028\u00a0é\u0301\u0300\u200b\u00adяй\u0306かが\u3099한\u1100\u1161\u11a8"
SIGNS += (
    "ü¨'’“— \u3000\ufeff\ud800\U0001f600\u0915\u093c\x00\x1b\u2000\u2001\u2126\u037e\u1fef\u0374"
)


def step_by_step(text):
    """Text of fewer than thirty accents in a row, cleaned without any shortcut."""
    text = re.sub("\r\n|[\r\x85\u2028\u2029\x0b\x0c]", "\n", text)
    text = unicodedata.normalize("NFC", UNWANTED.sub("", text))
    text = re.sub("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", text)
    return re.sub("  +", " ", "\n".join(line.strip() for line in text.split("\n")))


@given(st.text(st.sampled_from(SIGNS) | st.characters(), max_size=25))
def test_cleaning_is_its_steps_one_after_the_other(text):
    assert clean(text) == step_by_step(text)


def test_signs_that_are_not_asked_for_stand_in_composed_form_beside_any_other():
    # What may be composed with a sign before it is the second part of a composed sign.
    seconds = set()
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            seconds.add(chr(int(parts[1], 16)))
    jamo = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    changing = [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if unicodedata.combining(sign)
        or sign in seconds | jamo
        or unicodedata.normalize("NFC", sign) != sign
    ]
    assert len(changing) > 2_000
    assert not [sign for sign in changing if not cleaning._MAY_COMPOSE.search(sign)]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u0301", "á"),
        ("x\r\n\r\ny\rz", "x\n\ny\nz"),
        ("\u2002\u2000one\u2001two\u2002", "one two"),
        ("soft\u00adware\u200b", "software"),
        ("a" + "\u0301" * 40, "á" + "\u0301" * 29),
        ("", ""),
    ],
)
def test_what_becomes_of_signs(text, cleaned):
    assert clean(text) == cleaned
