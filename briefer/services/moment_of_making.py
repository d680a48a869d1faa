"""The moment a document bears: now, or the one that is given from outside."""

import os
from datetime import UTC, datetime

from briefer.model.errors import UnknownChoice


def moment_of_making() -> datetime:
    """The moment of composing; SOURCE_DATE_EPOCH fixes it, for documents equal byte for byte.

    Raises UnknownChoice when that is no moment.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UnknownChoice(
            f"SOURCE_DATE_EPOCH is {fixed!r}, which is no moment.",
            hint="Set it to seconds since 1970, or unset it.",
        ) from error
