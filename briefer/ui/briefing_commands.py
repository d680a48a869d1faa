"""What the Briefing menu does beyond the open item: next issue, fitting, checks and their mending."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from briefer.model.article import ArticleId
from briefer.model.briefing import BriefingId, SectionId, SectionKind
from briefer.services.checks import Finding, Mend
from briefer.services.fitting import Fit
from briefer.services.printed_words import printed_words
from briefer.services.proofing import Proofing
from briefer.services.templates import keep, made_of
from briefer.ui import wording

if TYPE_CHECKING:
    from briefer.services.material import Material
    from briefer.ui.main_window import MainWindow

# The checks follow when typing and dragging pause (milliseconds).
_PAUSE_MS = 300


class BriefingCommands:
    """Works on the briefing that is open in the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self._pane = window.briefing
        self._proofing = Proofing(self._house.publishing)
        self._is_looking = self._is_stale = False
        self._looked_at: BriefingId | None = None
        self._timer = QTimer(window, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        pane = self._pane
        pane.briefing_changed.connect(self.renew)
        pane.pages_wanted.connect(self.renew)
        pane.checks.chosen.connect(self._show)
        pane.checks.mend_wanted.connect(self.mend)
        pane.next_wanted.connect(self.next_issue)
        pane.head.template_wanted.connect(self._keep_template)
        pane.head.templates_wanted.connect(self._edit_templates)
        pane.details_wanted.connect(self._details)
        pane.deletion_wanted.connect(self._delete_briefing)
        pane.draft_wanted.connect(self.draft)
        window.closing.connect(self._timer.stop)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The actions of the menu, by id."""
        return {
            "delete_briefing": self._delete_briefing,
            "draft": self.draft,
            "details": self._details,
            "next_issue": self.next_issue,
            "templates": self._edit_templates,
            "fit": self.fit,
            "check": lambda: self._pane.tabs.setCurrentWidget(self._pane.checks),
            "duplicate_item": self._pane.duplicate_selected,
        }

    def renew(self) -> None:
        """Look the briefing over again soon, if its checks are looked at."""
        if self._pane.tabs.currentWidget() is self._pane.checks:
            if self._looked_at != self._pane.briefing:
                # A click would mend a briefing that is not shown.
                self._pane.checks.forget()
            self._timer.start()

    def next_issue(self) -> None:
        """Open today's issue of the series that is open."""
        self._pane.open(self._house.desk.next_issue(self._pane.briefing))
        made = self._pane.current()
        named = f" {made.details.issue}" if made is not None and made.details.issue else ""
        text = f"Issue{named} has the sections and details of the one before; it is empty yet."
        self._window.notice.say(text, "Draft", self.draft)

    def draft(self) -> None:
        """A briefing filled from the selected articles, or from all that the list shows."""
        library = self._window.library
        chosen = library.selected if len(library.selected) > 1 else library.listed
        if not chosen:
            self._window.notice.say("Bring in some articles first; then they can be drafted.")
            return
        house, briefing = self._house, self._window.briefing
        briefing.editor.commit()
        # Where it was asked for, whatever is open when it is done.
        asked_in = briefing.briefing
        self._window.notice.say(f"Drafting from {wording.count(len(chosen), 'article')}…")
        house.jobs.start(
            lambda _: house.publishing.material(chosen),
            lambda material: self._drafted(chosen, material, asked_in),
            self._window.failed,
        )

    def _drafted(
        self, chosen: Sequence[ArticleId], material: "Material", asked_in: BriefingId
    ) -> None:
        self._window.briefing.open(self._house.desk.draft(chosen, material, asked_in))
        text = f"A briefing was drafted from {wording.count(len(chosen), 'article')}."
        self._window.notice.say(text, "Undo", self._window.commands.undo)

    def _delete_briefing(self) -> None:
        self._window.briefing.delete()
        self._window.notice.say("The briefing was deleted.", "Undo", self._window.commands.undo)

    def _details(self) -> None:
        from briefer.ui.dialogs.briefing_details import BriefingDetails

        briefing = self._window.briefing.current()
        if briefing is None:
            return
        form = BriefingDetails(briefing.details, self._window)
        if form.exec():
            self._house.desk.edit_details(briefing.id, form.details)

    def fit(self) -> None:
        """Shorten the extracts until the briefing has as many pages as are wanted."""
        briefing = self._pane.current()
        if briefing is None:
            return
        wanted = self._window.asking.number(
            "Make it fit",
            "Pages at most",
            briefing.details.pages or 2,
            (1, 99),
            verb="Make it fit",
            note="Extracts become as long as the pages allow, those further down shorter. Pins stay.",
        )
        if wanted is not None:
            self._fit(briefing.id, wanted)

    def mend(self, finding: Finding, mend: Mend) -> None:
        """Do what a finding's button says."""
        desk, pane = self._house.desk, self._pane
        if mend.deed == "remove-item" and finding.item is not None:
            desk.remove_items([finding.item])
        elif mend.deed == "remove-section" and finding.section is not None:
            desk.remove_section(SectionId(finding.section))
        elif mend.deed == "source":
            self._window.commands.correct_source(ArticleId(mend.to))
        elif mend.deed == "role":
            self._window.desk.ruling.ask_role(mend.to, mend.named, "")
        elif mend.deed == "marking":
            desk.set_details(pane.briefing, marking=mend.to)
        elif mend.deed == "acronym":
            self._explain(mend.to)
        elif mend.deed == "known":
            self._keep_acronym(mend.to, "")
        elif mend.deed == "list-sources":
            briefing = pane.current()
            words = printed_words(briefing.details.language if briefing else "")
            desk.add_section(pane.briefing, SectionKind.SOURCES, words["sources"])
        elif mend.deed == "fit":
            briefing = pane.current()
            self._fit(pane.briefing, briefing.details.pages if briefing else 2)
        else:
            self._show(finding)
            pane.editor.begin_writing()

    def _keep_template(self) -> None:
        briefing, asking = self._pane.current(), self._window.asking
        if briefing is None:
            return
        label = asking.line(
            "Keep as a template",
            "Name of the template",
            briefing.details.title,
            verb="Keep",
            note="Sections, their order and their headings; no articles.",
        )
        if label:
            kept = keep(made_of(briefing, label))
            self._window.notice.say(f"“{kept.label}” is now among the templates of new briefings.")

    def _edit_templates(self) -> None:
        from briefer.ui.dialogs.template_editor import TemplateEditor

        shown = TemplateEditor(self._window)
        shown.exec()
        shown.deleteLater()

    def _fit(self, briefing: BriefingId, wanted: int) -> None:
        self._pane.editor.commit()
        self._window.notice.say(f"Fitting into {wording.count(wanted, 'page')}…")
        self._house.jobs.start(
            lambda _: self._proofing.fit(briefing, wanted),
            lambda found: self._fitted(briefing, wanted, found),
            self._window.failed,
        )

    def _fitted(self, briefing: BriefingId, wanted: int, found: Fit) -> None:
        self._house.desk.set_lengths(briefing, found.lengths, wanted, found.left_out)
        pages, gone = wording.count(found.pages, "page"), len(found.left_out)
        left = f" {wording.count(gone, 'item')} at the ends of lists left out." if gone else ""
        undo = "Undo", self._window.commands.undo
        if found.pages <= wanted:
            self._window.notice.say(f"It fits: {pages}.{left}", *undo)
        else:
            said = f"Even so it takes {pages}: take out some items or pins yourself.{left}"
            self._window.notice.warn(said, *undo)

    def _explain(self, short: str) -> None:
        said = self._window.asking.line(
            "Explain an abbreviation",
            f"{short} stands for",
            verb="Save",
            note="All of them are listed under the sources.",
        )
        if said:
            self._keep_acronym(short, said)

    def _keep_acronym(self, short: str, long: str) -> None:
        briefing = self._pane.current()
        if briefing is not None:
            known = (*briefing.details.acronyms, f"{short}={long}")
            self._house.desk.set_details(briefing.id, acronyms=known)

    def _show(self, finding: Finding) -> None:
        """Where the finding stands: the outline is brought to the front."""
        if finding.item is None and finding.section is None:
            return
        self._pane.tabs.setCurrentIndex(0)
        self._pane.outline.setFocus()
        if finding.item is not None:
            self._pane.outline.choose_item(finding.item)
        elif finding.section is not None:
            self._pane.outline.choose_section(finding.section)

    def _look(self) -> None:
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking = True
        self._pane.checks.show_waiting()
        briefing = self._pane.briefing
        job = self._house.jobs.start(
            lambda _: self._proofing.findings(briefing),
            lambda found: self._looked(briefing, found),
            lambda error: self._look_failed(briefing, error),
        )
        job.ended.connect(self._look_ended)

    def _looked(self, briefing: BriefingId, found: Sequence[Finding]) -> None:
        # Another one may be open by now; its own findings follow.
        if briefing == self._pane.briefing:
            self._looked_at = briefing
            self._pane.checks.show_findings(found)

    def _look_failed(self, briefing: BriefingId, error: Exception) -> None:
        if briefing == self._pane.briefing:
            self._window.failed(error)

    def _look_ended(self) -> None:
        self._is_looking = False
        if self._is_stale:
            self._is_stale = False
            self.renew()
