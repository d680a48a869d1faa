"""Names of files that every system takes."""

import re

# No system takes the one, and Windows not the others.
_FORBIDDEN = re.compile(r'[/\\<>:"|?*\x00-\x1f]')


def without_forbidden(name: str) -> str:
    """The name with a dash for each sign that a system refuses."""
    return _FORBIDDEN.sub("-", name)
