"""Plain text: odd bytes, wrong marks, letters that reverse, lines without end."""

from corpus import ARTICLE, EITHER, STORY, given

TEXT = "\n\n".join(STORY)

given(
    "nul.txt",
    "zero bytes between some words",
    ARTICLE,
    TEXT.replace(" of ", " \x00of "),
    never=("\x00",),
)
given(
    "controls.txt",
    "bells, escapes and colours of terminals",
    ARTICLE,
    TEXT + "\x1b[31mred\x07\x1b]0;title\x07",
    never=("\x1b", "\x07"),
)
given("wrong-mark.txt", "the mark of UTF-16 before UTF-8", EITHER, b"\xff\xfe" + TEXT.encode())
given(
    "wrong-mark-32.txt",
    "the mark of UTF-32 before UTF-8",
    EITHER,
    b"\xff\xfe\x00\x00" + TEXT.encode(),
)
given(
    "odd-length.txt",
    "UTF-16 of an odd length",
    ARTICLE,
    ("\ufeff" + TEXT).encode("utf-16-le") + b"x",
)
given(
    "utf7.txt",
    "a script in UTF-7",
    ARTICLE,
    "+ADw-script+AD4-alert(1)\n\n" + TEXT,
    never=("<script>",),
)
given(
    "surrogates.txt",
    "half letters in UTF-8",
    ARTICLE,
    TEXT.encode() + b"\n\nHalf \xed\xa0\x80 a pair and \xf8\x88\x80\x80\x80 and \xc0\xaf.",
)
given("overlong.txt", "letters written in too many bytes", EITHER, b"\xc0\xbc\xc1\x81" * 5_000)
given(
    "reversed.txt",
    "a title that reads backwards",
    ARTICLE,
    "Port \u202e\u2066fdp.exe\u2069 reopens\n\n" + TEXT,
    never=("\u202e", "\u2066", "\u2069"),
)
given(
    "tags.txt",
    "letters that nobody sees",
    ARTICLE,
    TEXT + "".join(chr(0xE0000 + n) for n in range(32, 127)) + "\u200b\ufeff",
    never=("\U000e0041", "\u200b"),
)
given(
    "accents.txt",
    "200,000 accents on one letter",
    EITHER,
    "The port e" + "\u0301\u0323" * 100_000 + "\n\n" + TEXT,
)
given("jamo.txt", "300,000 parts of Korean letters", EITHER, "\u1100\u1161\u11a8" * 100_000)
given("ligatures.txt", "a letter that is eighteen", EITHER, "\ufdfa" * 100_000)
given("word.txt", "a word of 2 MB", EITHER, "x" * 1_900_000)
given("digits.txt", "a number of 1.9 million digits", EITHER, "1" * 1_900_000)
given("dots.txt", "a million full stops", EITHER, "The port" + "." * 1_000_000)
given("quotes.txt", "500,000 quotation marks", EITHER, "The port “" * 1 + '"“' * 250_000 + TEXT)
given("brackets.txt", "500,000 brackets", EITHER, "(" * 500_000 + TEXT)
given("short-lines.txt", "400,000 lines of one letter", EITHER, "a\n" * 400_000)
given("short-paragraphs.txt", "100,000 paragraphs of a word", "paragraphs", "Word\n\n" * 100_000)
given("hyphens.txt", "8,000 words cut at the line's end", EITHER, "inter-\nnational " * 8_000)
given("capitals.txt", "20,000 capitalised words", EITHER, "Ana Petrova Of The Port " * 4_000)
given("initials.txt", "30,000 initials", EITHER, "A. B. C. " * 10_000)
given(
    "blanks.txt",
    "blanks without end between two words",
    ARTICLE,
    TEXT + " " * 1_000_000 + "end. " + "\n" * 500_000 + "Last words.",
)
given("tabs.txt", "a table of 400,000 tabs", EITHER, "a\t" * 400_000)
given("headings.txt", "60,000 headings of Markdown", "paragraphs", "# A heading\n\n" * 60_000)
given(
    "stars.txt",
    "markup of Markdown that never closes",
    EITHER,
    "**" * 200_000 + "[a](" * 100_000 + "`" * 100_000,
)
given(
    "markup.txt",
    "markup in a text",
    ARTICLE,
    '<b onmouseover="alert(1)">Port</b> opens\n\n' + TEXT,
    holds="Varna",
)
given(
    "formula.txt",
    "a title that a table would compute",
    ARTICLE,
    '=HYPERLINK("http://x.example","a")\n\n' + TEXT,
)
given("many-words.txt", "more than any article", "characters", "word and more " * 200_000)
given(
    "binary.txt", "a program", "no text file|cannot be read", b"MZ\x90\x00" + bytes(range(256)) * 99
)
given(
    "gzip.txt",
    "a packed file",
    "no text file|cannot be read",
    b"\x1f\x8b\x08" + bytes(range(256)) * 9,
)
given(
    "database.txt",
    "a database",
    "no text file|cannot be read",
    b"SQLite format 3\x00" + bytes(4096),
)
given("empty.txt", "nothing", "empty", b"")
given("blank.txt", "nothing but blanks", "no words", " \u00a0\u3000\n\t" * 99)
given(
    "scripts.txt",
    "every script at once",
    ARTICLE,
    "".join(map(chr, range(0x21, 0xD7FF, 3))) + "\n\n" + TEXT,
)
