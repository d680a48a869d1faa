"""Factiva's two-letter codes, which its full exports print before each field, in any language."""

from collections.abc import Iterable

from briefer.importers.newsdb.cuts import Cut

# The codes of fields kept. ET is a time without its zone, so no moment; all others (companies, industries, subjects, counts) are the database's.
_FIELDS = {
    "HD": "title",
    "BY": "authors",
    "CR": "credit",
    "PD": "published",
    "SN": "outlet",
    "SE": "section",
    "PG": "page",
    "LA": "language",
}
_TEXT = ("LP", "TD")
CODES = frozenset(
    [
        "AN",
        "ART",
        "BY",
        "CLM",
        "CO",
        "CR",
        "CT",
        "CX",
        "CY",
        "DJIC",
        "DLN",
        "ED",
        "ET",
        "GC",
        "HD",
        "HL",
        "HLP",
        "IN",
        "IPC",
        "IPD",
        "LA",
        "LP",
        "MN",
        "NGC",
        "NS",
        "PD",
        "PG",
        "PUB",
        "RE",
        "RF",
        "RST",
        "SC",
        "SE",
        "SN",
        "TD",
        "TX",
        "VOL",
        "WC",
    ]
)


def cut_from_codes(number: int, rows: Iterable[tuple[str, list[str]]]) -> Cut:
    """The article in rows of code and lines, as they stand in the two columns of a full export."""
    cut = Cut(number)
    for code, lines in rows:
        value = " ".join(lines)
        if code in _TEXT or code == "TX":
            cut.lines += lines
        elif code in _FIELDS:
            cut.learn(_FIELDS[code], value, f'the field "{code}"')
    if "authors" not in cut.says and "credit" in cut.says:
        cut.says["authors"] = cut.says.pop("credit")
    return cut
