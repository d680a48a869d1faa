"""Names without what spellings differ in: case, diacritics, blanks."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The name without case, diacritics and doubled blanks: what two spellings share."""
    low = name.casefold()
    if low.isascii():
        return " ".join(low.split())
    plain = unicodedata.normalize("NFKD", low)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
