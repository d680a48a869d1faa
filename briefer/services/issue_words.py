"""What became of an issue that was opened, in sentences."""

from briefer.services.issue_opening import Opened
from briefer.services.issues_before import issue_name
from briefer.services.library import Library


def said(library: Library, opened: Opened) -> str:
    """For whoever dropped the file: what is where now, and what stayed as it was."""
    briefing = library.briefings.get(opened.briefing)
    name = issue_name(briefing.details) if briefing is not None else "The briefing"
    parts = [
        {
            "new": f"{name} was opened as a briefing{_with(opened)}.",
            "same": f"{name} was here already; it is open now.",
            "version": (
                f"{name} is here already, in another state. That of the file was kept as a version."
            ),
        }[opened.state]
    ]
    if opened.known and opened.state == "new":
        parts.append(_known(opened))
    if opened.own:
        *first, last = opened.own
        kinds = f"{', '.join(first)} and {last}" if first else last
        parts.append(f"Your own {kinds} {'was' if opened.own == ['wording'] else 'were'} kept.")
    if opened.left_out:
        what = _counted(opened.left_out, "part")
        parts.append(
            f"{what} made by a newer Briefer {'was' if opened.left_out == 1 else 'were'} left out."
        )
    return " ".join(parts)


def _with(opened: Opened) -> str:
    """Of its articles, where any is new here."""
    is_new = opened.known < opened.articles
    return f", with {_counted(opened.articles, 'article')}" if is_new else ""


def _known(opened: Opened) -> str:
    if opened.known == opened.articles > 1:
        return f"Its {opened.articles:,} articles were here already."
    were = "was" if opened.known == 1 else "were"
    return f"{_counted(opened.known, 'article')} {were} here already."


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
