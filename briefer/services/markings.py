"""Handling markings as they must be printed."""

import re

from briefer.services.citing import clean

# FIRST, Traffic Light Protocol 2.0: capitals, no blanks, never translated.
TLP_LABELS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
_TLP = re.compile(r"tlp[\s:_-]*(red|amber|green|clear|white)(?:[\s+_-]*(strict))?\Z", re.IGNORECASE)


def printed_marking(marking: str) -> str:
    """For "tlp amber strict" TLP:AMBER+STRICT; any other marking as the user wrote it."""
    text = clean(marking)[:60]
    match = _TLP.match(text)
    if not match:
        return text
    # TLP 1.0 called CLEAR "WHITE".
    colour = match[1].upper().replace("WHITE", "CLEAR")
    return f"TLP:{colour}" + ("+STRICT" if match[2] and colour == "AMBER" else "")
