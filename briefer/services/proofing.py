"""A briefing looked over before it is sent: its checks, and its length brought to some pages."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefer.model.briefing import Briefing, BriefingId
from briefer.services.checking import Finding, check
from briefer.services.composing import compose
from briefer.services.fitting import Fit, fit
from briefer.services.issues_before import earlier_uses
from briefer.services.moment_of_making import moment_of_making
from briefer.services.publishing import Publishing


class Proofing:
    """Looks over briefings. Its methods may take seconds: call them in a job's thread."""

    def __init__(self, publishing: Publishing) -> None:
        """`publishing` makes the documents that are looked at."""
        self._publishing = publishing

    def findings(self, briefing: BriefingId) -> list[Finding]:
        """What is to be looked at before the briefing is sent. Raises ExportFailed if it is gone."""
        found, material = self._publishing.gathered(briefing)
        document = compose(found, material, now=moment_of_making())
        pages = self._pages(found) if found.details.pages else 0
        with self._publishing.library.elsewhere() as view:
            before = earlier_uses(view, briefing)
        return check(
            found, material, document, pages=pages, used_in=lambda key: before.get(key, "")
        )

    def fit(self, briefing: BriefingId, wanted: int) -> Fit:
        """The longest extracts with which the briefing takes at most `wanted` pages."""
        found, material = self._publishing.gathered(briefing)
        # An issue that is to be short is set more closely.
        found = replace(found, details=replace(found.details, pages=wanted))
        return fit(found, material.summaries, wanted, self._pages)

    def _pages(self, briefing: Briefing) -> int:
        """How many pages the briefing takes as it is given here."""
        import pypdfium2

        with TemporaryDirectory(prefix="briefer-") as folder:
            path = Path(folder) / "proof.pdf"
            self._publishing.write_as(briefing, path)
            document = pypdfium2.PdfDocument(path)
            try:
                return len(document)
            finally:
                document.close()
