"""Which links are made live. The composer makes no others; an exporter trusts nobody all the same."""

import re

_LIVE = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


def live(link: str) -> str:
    """`link` where it leads to the web, to a mailbox or into the document; empty for all else."""
    return link if _LIVE.match(link) else ""
