"""RTF: groups without end, objects, fields, letters of no code page."""

from corpus import ARTICLE, EITHER, STORY, given

TEXT = "".join(rf"{text}\par " for text in STORY)


def rtf(inner, head=r"\ansi\ansicpg1252"):
    """A document."""
    return f"{{\\rtf1{head} {inner}}}"


given("groups.rtf", "100,000 groups inside each other", EITHER, rtf("{" * 100_000 + TEXT))
given("closed.rtf", "60,000 groups closed that were never opened", EITHER, rtf("}" * 60_000 + TEXT))
given(
    "binary.rtf",
    "a binary part of 2 GB that is not there",
    EITHER,
    rtf(rf"{TEXT}\bin2147483647 {TEXT}"),
    holds="Varna",
)
given(
    "binary-negative.rtf",
    "a binary part of minus one byte, a thousand times",
    EITHER,
    rtf(r"\bin-1 " * 1_000 + TEXT),
)
given(
    "object.rtf",
    "a program as an object",
    ARTICLE,
    rtf(rf"{{\object\objemb{{\*\objclass Package}}{{\*\objdata {'4d5a9000' * 50_000}}}}}{TEXT}"),
    holds="Varna",
    never=("4d5a",),
)
given("object-link.rtf", "an object of a server that updates itself", ARTICLE, lambda a: rtf(
    rf"{{\object\objautlink\objupdate{{\*\objclass {a.server}/x}}{{\*\objdata 0105}}}}{TEXT}"), holds="Varna")  # fmt: skip
given(
    "template.rtf",
    "a template on a server",
    ARTICLE,
    lambda a: rtf(rf"{{\*\template {a.server}/t.dotm}}{TEXT}"),
    holds="Varna",
)
given("field.rtf", "fields that include the secret and pictures", ARTICLE, lambda a: rtf(
    rf'{{\field{{\*\fldinst INCLUDETEXT "{a.secret}"}}{{\fldrslt }}}}{{\field{{\*\fldinst INCLUDEPICTURE "{a.server}/i"}}{{\fldrslt }}}}{TEXT}'), holds="Varna")  # fmt: skip
given(
    "field-script.rtf",
    "a link to a script",
    ARTICLE,
    rtf(rf'{{\field{{\*\fldinst HYPERLINK "javascript:alert(1)"}}{{\fldrslt x}}}}{TEXT}'),
    never=("javascript:",),
)
given(
    "letters.rtf",
    "half letters, zero and numbers beyond all letters",
    ARTICLE,
    rtf(rf"\u55296?\u-10179?\u0?\u1114112?\u-99999999?\u9999999999?\'00\'ff {TEXT}"),
    holds="Varna",
)
given(
    "fallbacks.rtf",
    "a thousand million letters to pass over",
    EITHER,
    rtf(rf"\uc999999999 \u65?{TEXT}"),
)
given(
    "codepage.rtf",
    "a code page nobody has",
    ARTICLE,
    rtf(TEXT, r"\ansi\ansicpg99999"),
    holds="Varna",
)
given(
    "codepage-odd.rtf",
    "a negative code page and fonts of no set",
    ARTICLE,
    rtf(
        rf"{{\fonttbl{{\f0\fcharset-5 A;}}{{\f99999\fcharset256 B;}}}}\f99999 {TEXT}",
        r"\ansi\ansicpg-1",
    ),
    holds="Varna",
)
given(
    "fonts.rtf",
    "6,000 fonts",
    ARTICLE,
    rtf(r"{\fonttbl" + "".join(rf"{{\f{n} A;}}" for n in range(6_000)) + "}" + TEXT),
    holds="Varna",
)
given(
    "cells.rtf",
    "15,000 cells",
    EITHER,
    rtf(r"\trowd\intbl " + r"x\cell " * 15_000 + r"\row " + TEXT),
)
given("paragraphs.rtf", "20,000 empty paragraphs", EITHER, rtf(r"\par " * 20_000 + TEXT))
given(
    "word.rtf",
    "a control word of a million letters",
    EITHER,
    rtf("\\" + "a" * 1_000_000 + " " + TEXT),
)
given("backslashes.rtf", "a million backslashes", EITHER, "{\\rtf1 " + "\\" * 1_000_001)
given(
    "bookmarks.rtf",
    "10,000 bookmarks never closed",
    EITHER,
    rtf(r"{\*\bkmkstart a" * 10_000 + TEXT),
)
given("line.rtf", "3 MB on one line", "characters", rtf("word " * 600_000))
given("hidden.rtf", "all text hidden", "no words|No article", rtf(rf"\v {TEXT}"))
given("truncated.rtf", "ends in the middle of a word", EITHER, r"{\rtf1\ansi The port \u")
given(
    "picture.rtf",
    "a picture of 4 MB",
    ARTICLE,
    rtf(rf"{{\pict\pngblip {'89504e47' * 500_000}}}{TEXT}"),
    holds="Varna",
    never=("89504e47",),
)
