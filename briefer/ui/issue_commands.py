"""Whole issues: saved as files, carried by documents, opened again, kept as versions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.model.briefing import ArticleItem, Briefing, BriefingId
from briefer.model.errors import BrieferError
from briefer.model.issue import SUFFIX
from briefer.services.issue_opening import CameIn, Opened, open_issue
from briefer.services.issue_saving import gathered
from briefer.services.issue_words import said
from briefer.services.issues_before import earlier_uses
from briefer.services.moment_of_making import moment_of_making
from briefer.services.publishing import Pages
from briefer.services.versions import Versions
from briefer.ui import wording
from briefer.ui.file_names import without_forbidden

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class IssueCommands:
    """Works on the briefing that is open in the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self._pane = window.briefing
        self.versions = Versions(window.house.library)
        # A document may be finished when the library is closed already.
        self._is_closed = False
        window.closing.connect(self._close)
        self._pane.added.connect(self._say_used_before)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The actions of the menus, by id."""
        return {
            "save_issue": self.save,
            "keep_version": self.keep_version,
            "versions": self.show_versions,
        }

    def save(self) -> None:
        """Ask where to, and write the open issue with its articles there."""
        self._pane.editor.commit()
        briefing = self._pane.current()
        if briefing is None:
            return
        settings = self._house.settings
        folder = Path(settings.last_folder) if settings.last_folder else Path.home()
        name = f"{briefing.details.title or 'Briefing'} {briefing.details.date}".strip()
        wanted = folder / f"{without_forbidden(name)}{SUFFIX}"
        path = self._window.asking.save_as(
            "Save issue as a file", str(wanted), f"Issues of Briefer (*{SUFFIX})"
        )
        if path is None:
            return
        path = path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
        settings.last_folder = str(path.parent)
        self._window.notice.say("Saving the issue…")
        publishing = self._house.publishing
        self._house.jobs.start(
            lambda _: publishing.save_issue(self._gathered(briefing.id), path),
            lambda pages: self._saved(briefing, pages),
            self._window.failed,
        )

    def export(
        self,
        briefing: Briefing,
        paths: Sequence[Path],
        done: Callable[[list[Pages]], None],
        *,
        house: str,
        carries: bool,
    ) -> None:
        """Write documents in the background; with `carries` they hold the issue."""

        def work(_: Any) -> list[Pages]:
            issue = self._gathered(briefing.id) if carries else None
            return self._house.publishing.export(briefing.id, paths, house=house, issue=issue)

        def written(pages: list[Pages]) -> None:
            if self._is_closed:
                return
            names = wording.listed([one.path.name for one in pages])
            self._keep_exported(briefing, names)
            done(pages)

        self._house.jobs.start(work, written, self._window.failed)

    def open(self, issues: Sequence[CameIn]) -> str:
        """Put issues that were read into the library, show the last, and say what became of it."""
        text = ""
        for came in issues:
            try:
                opened = open_issue(self._house.library, came, self._house.settings.length)
            except BrieferError as error:
                self._window.notice.error(error)
                return str(error)
            self._pane.open(opened.briefing)
            self._window.briefing.show()
            text = self._say_opened(opened)
        return text

    def keep_version(self) -> None:
        """Keep the open briefing as it stands."""
        self._pane.editor.commit()
        if self.versions.keep(self._pane.briefing):
            undo = self._window.commands.undo
            self._window.notice.say("This version was kept.", "Undo", undo)
        else:
            self._window.notice.say("Nothing has changed since the last version that was kept.")

    def show_versions(self, chosen: int = 0) -> None:
        """Show the versions of the open briefing; `chosen` is one of them by its id."""
        from briefer.ui.dialogs.versions import VersionList

        self._pane.editor.commit()
        briefing = self._pane.current()
        if briefing is None:
            return
        versions = self.versions.of(briefing.id)
        if not versions:
            self._window.notice.say(
                "No version was kept yet. One is kept at each export, or now.",
                "Keep this version",
                self.keep_version,
            )
            return
        form = VersionList(briefing, versions, self._pane.names.of, self._window, chosen=chosen)
        if form.exec() and form.current is not None:
            moment = wording.local_moment(form.current.kept)
            self.versions.restore(briefing.id, form.current)
            text = f"The version of {moment} was restored."
            self._window.notice.say(text, "Undo", self._window.commands.undo)

    def _gathered(self, briefing: BriefingId) -> dict[str, Any]:
        """The issue with all that belongs to it. In a job's thread."""
        with self._house.library.elsewhere() as view:
            return gathered(view, briefing, self._house.settings.length, moment_of_making())

    def _close(self) -> None:
        self._is_closed = True

    def _saved(self, briefing: Briefing, pages: Pages) -> None:
        if self._is_closed:
            return
        self._keep_exported(briefing, pages.path.name)
        text = f"{pages.path.name} written to {pages.path.parent}. It holds every article of the issue."
        self._window.notice.say(text)

    def _keep_exported(self, briefing: Briefing, names: str) -> None:
        # The document is written; that its version is not kept must not look as if it were not.
        try:
            self.versions.keep_exported(briefing, names)
        except BrieferError as error:
            self._window.notice.error(error)

    def _say_opened(self, opened: Opened) -> str:
        text = said(self._house.library, opened)
        if opened.state == "version":
            show = lambda: self.show_versions(opened.version)  # noqa: E731
            self._window.notice.say(text, "Compare…", show)
        elif opened.state == "new":
            self._window.notice.say(text, "Undo", self._window.commands.undo)
        else:
            self._window.notice.say(text)
        return text

    def _say_used_before(self, contents: list[Any]) -> None:
        """Say of articles that were put in which earlier issue used them."""
        added = [content.article for content in contents if isinstance(content, ArticleItem)]
        if not added:
            return
        uses = earlier_uses(self._house.library, self._pane.briefing)
        used = [(key, uses[key]) for key in added if key in uses]
        if not used:
            return
        undo = self._window.commands.undo
        if len(added) == 1:
            text = f"Added. This article was already used in {used[0][1]}."
        else:
            issues = wording.listed(list(dict.fromkeys(name for _, name in used))[:3])
            count = wording.count(len(used), "article")
            were = "was" if len(used) == 1 else "were"
            text = f"Added. {count} {were} already used, in {issues}."
        self._window.notice.say(text, "Undo", undo)
