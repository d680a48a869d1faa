"""What can go wrong in words for the person it happens to: what happened, to what, what to do."""


class BrieferError(Exception):
    """Any failure Briefer expects. `str(error)` is fit to be shown as it stands."""

    def __init__(self, what: str, *, name: str = "", hint: str = "") -> None:
        """`what` and `hint` are full sentences; `name` is the file or thing it happened to."""
        super().__init__(what, name, hint)
        self.what = what
        self.name = name
        self.hint = hint

    def __str__(self) -> str:
        """The sentences a person reads, without the name (its place differs by where it is shown)."""
        return f"{self.what} {self.hint}".strip()


class UnreadableFile(BrieferError):
    """A file that cannot become an article."""


class UnreadablePart(UnreadableFile):
    """One article of a file that holds several; the others are read. `name` says which one."""


class LibraryProblem(BrieferError):
    """The library cannot be opened, read or written."""


class ExportFailed(BrieferError):
    """A document could not be written or did not pass its check; nothing was replaced."""


class UnknownChoice(BrieferError):
    """A method, template, format or engine that does not exist."""


class Cancelled(BrieferError):
    """The user asked to stop; what was done until then stays."""

    def __init__(self) -> None:
        """No details: the user knows."""
        super().__init__("Stopped.")


class RuledOtherwise(BrieferError):
    """What is asked for goes against a rule the person made before; nothing was changed."""


class UnfitRules(BrieferError):
    """A file of rules on actors that cannot be taken over; nothing was changed."""


class TemplateFault(BrieferError):
    """A template's file that cannot be read or written; no other is changed."""
