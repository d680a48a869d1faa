"""Versions of a briefing: kept at each export and on wish, compared, and put back."""

from dataclasses import replace

from briefer.model.briefing import Briefing, BriefingId
from briefer.model.issue import content_digest
from briefer.services.issue_opening import put_sections
from briefer.services.library import Library, Version


class Versions:
    """The versions of one library's briefings."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, briefing: BriefingId) -> list[Version]:
        """The versions of a briefing, the newest first."""
        found = self._library.briefings.get(briefing)
        return self._library.versions.of(found.details.uid) if found is not None else []

    def keep(self, briefing: BriefingId) -> bool:
        """Keep the briefing as it stands; False where the newest version says the same."""
        found = self._library.briefings.get(briefing)
        if found is None or self._is_kept(found):
            return False
        with self._library.step("keep version"):
            self._library.versions.add(found, "")
        return True

    def keep_exported(self, briefing: Briefing, names: str) -> None:
        """Keep the briefing as it was given out under these names of files; no step of the user."""
        label = f"Exported as {names}"
        last = next(iter(self._library.versions.of(briefing.details.uid)), None)
        if last is not None and last.label == label and _says_the_same(last.briefing, briefing):
            return
        with self._library.step("keep version", settled=True):
            self._library.versions.add(briefing, label, lasting=True)

    def restore(self, briefing: BriefingId, version: Version) -> None:
        """Put the briefing back as it stood; as it stands now it becomes a version, in the same step."""
        found = self._library.briefings.get(briefing)
        if found is None or _says_the_same(found, version.briefing):
            return
        kept = self._library.briefings
        with self._library.step("restore version"):
            if not self._is_kept(found):
                self._library.versions.add(found, "Before another version was restored")
            kept.set_details(briefing, replace(version.briefing.details, uid=found.details.uid))
            for section in found.sections:
                kept.remove_section(section.id)
            put_sections(self._library, briefing, version.briefing.sections)

    def _is_kept(self, briefing: Briefing) -> bool:
        kept = self._library.versions.of(briefing.details.uid)
        return bool(kept) and _says_the_same(kept[0].briefing, briefing)


def _says_the_same(one: Briefing, other: Briefing) -> bool:
    return content_digest(one) == content_digest(other)
