"""Folders and feeds that the user asked to be watched: what is due, one look, and what it brought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefer.model.analysis import ToldAnalysis
from briefer.model.article import Article, ArticleId
from briefer.model.errors import BrieferError, UnreadableFile, UnreadablePart
from briefer.model.json_text import from_json
from briefer.model.places import Place, PlaceId, PlaceState
from briefer.plugins import Progress
from briefer.services import fetching
from briefer.services.crew import Crew
from briefer.services.feed_look import Ask, FeedLook
from briefer.services.folder_look import State, digest_of, key_of, listed
from briefer.services.keeping import keep
from briefer.services.library import Library, LibraryView

# How often places are looked at until the user says otherwise (minutes).
FOLDER_MINUTES, FEED_MINUTES = 1, 30
# A place that could not be reached is left in peace for a while (minutes).
_FAILED_MINUTES = 5
# Files taken at one look; the rest comes at the next, which is soon.
_MOST_FILES = 50
# So many looks follow soon on each other while files grow and nothing comes of it.
_MOST_IN_VAIN = 20


@dataclass(frozen=True, slots=True)
class Brought:
    """One file or entry that was looked at, and the articles it gave, if any."""

    key: str
    articles: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a place brought. `trouble` says what went wrong, `has_failed` that nothing
    could be looked at, `is_unfinished` that some of it is still being written or left for the next
    look, which should be soon, but not before `later` (ISO 8601, UTC), if its server asks for that."""

    place: Place
    brought: tuple[Brought, ...] = ()
    trouble: str = ""
    has_failed: bool = False
    is_unfinished: bool = False
    later: str = ""


class Watching:
    """Keeps the list of places, looks at one of them in a thread of its own, and shelves the new.

    Everything but `look` belongs to the thread of the library.
    """

    def __init__(self, library: Library, crew: Crew, ask: Ask = fetching.ask) -> None:
        """`crew` reads files and feeds in other processes; `ask` asks addresses."""
        self._library, self._crew, self._ask = library, crew, ask
        # What the last look saw of files that were not complete then.
        self._growing: dict[PlaceId, dict[Path, State]] = {}
        self._soon: set[PlaceId] = set()
        self._in_vain: Counter[PlaceId] = Counter()

    @property
    def places(self) -> list[Place]:
        """All watched places in the order they were added."""
        return self._library.watched.all()

    def add_folder(self, path: Path) -> PlaceId:
        """Watch a folder with its subfolders. Raises UnreadableFile when it is watched already."""
        return self._added(
            self._library.watched.add("folder", str(path), FOLDER_MINUTES), str(path)
        )

    def add_feed(self, address: str, *, whole: bool = False) -> PlaceId:
        """Watch a feed; with `whole` the page of each entry is fetched as well. Raises UnreadableFile for what is no address, or is watched already."""
        address = address.strip()
        # Podcast programs write so; it means the same.
        address = address.replace("feed://", "https://", 1) if address[:7] == "feed://" else address
        address = address if "://" in address else f"https://{address}"
        host = address.partition("://")[2].partition("/")[0]
        if not address.startswith(("http://", "https://")) or not host or " " in address:
            what = "This is no address of a feed."
            raise UnreadableFile(what, name=address, hint="It begins with https:// or http://.")
        place = self._library.watched.add("feed", address, FEED_MINUTES, whole=whole)
        return self._added(place, address)

    def change(self, place: Place, *, minutes: int, whole: bool) -> None:
        """Look at a place more or less often, and fetch whole articles or not."""
        self._library.watched.change(place.id, minutes, whole=whole)

    def remove(self, place: Place) -> None:
        """Watch a place no longer. Its articles stay, and what it has shown stays known."""
        self._library.watched.remove(place.id)
        self._growing.pop(place.id, None)
        self._soon.discard(place.id)

    def due(self, now: datetime) -> list[Place]:
        """The places whose time has come, those never looked at first."""
        places = [
            p
            for p in self.places
            if not _is_put_off(p, now) and (p.id in self._soon or _is_due(p, now))
        ]
        return sorted(places, key=lambda place: place.looked)

    def look(self, place: Place, progress: Progress) -> Look:
        """What is new at the place, kept as facts; nothing is on the shelf yet. Raises Cancelled."""
        try:
            with self._library.elsewhere() as view:
                if place.kind == "folder":
                    return self._look_at_folder(place, view, progress)
                return self._look_at_feed(place, view, progress)
        except fetching.AskLater as error:
            return Look(place, trouble=str(error), has_failed=True, later=_later(error.seconds))
        except UnreadableFile as error:
            return Look(place, trouble=str(error), has_failed=True)

    def settle(self, look: Look) -> int:
        """Put what a look brought on the New shelf, unless it was ever there; how many those are."""
        library, place = self._library, look.place
        now = library.watched.get(place.id)
        if now is None:
            return 0
        self._expect(look)
        count = 0
        with library.step("new articles", settled=True):
            for one in look.brought:
                fresh = [key for key in one.articles if not library.watched.brought(key)]
                for article in fresh:
                    count += library.decisions.bring(article)
                library.watched.note(place.address, one.key, one.articles)
            told = replace(
                now,
                looked=datetime.now(UTC).isoformat(timespec="seconds"),
                etag=place.etag,
                modified=place.modified,
                later=look.later,
            )
            # What was missed is said until it was seen, or there is something newer to say.
            if look.brought or look.trouble or now.state != "missed":
                state: PlaceState = "well" if not look.trouble else "missed"
                state = "failed" if look.has_failed else state
                told = replace(told, result=_result(count, look), state=state)
            library.watched.keep_result(told)
        return count

    def acknowledge(self) -> None:
        """The user has seen what was missed."""
        self._library.watched.acknowledge()

    def _expect(self, look: Look) -> None:
        """Whether the next look should be soon: not for ever, for a file that is always written."""
        place = look.place.id
        is_in_vain = look.is_unfinished and not look.brought
        self._in_vain[place] = self._in_vain[place] + 1 if is_in_vain else 0
        if look.is_unfinished and self._in_vain[place] < _MOST_IN_VAIN:
            self._soon.add(place)
        else:
            self._soon.discard(place)

    def _look_at_folder(self, place: Place, view: LibraryView, progress: Progress) -> Look:
        folder, seen = Path(place.address), view.watched.seen(place.address)
        found = listed(folder, progress)
        before = self._growing.get(place.id, {})
        new = {p: s for p, s in found.files.items() if key_of(folder, p, s) not in seen}
        self._growing[place.id] = new
        ready = sorted(path for path, state in new.items() if before.get(path) == state)
        brought: list[Brought] = []
        troubles: list[BrieferError] = list(found.refused)
        for path in ready[:_MOST_FILES]:
            progress.step(0, 0, path.name)
            key = key_of(folder, path, new[path])
            try:
                digest = digest_of(path, progress)
            except OSError as error:
                # Another program holds it; it is tried again.
                what = f"It cannot be opened ({getattr(error, 'strerror', None) or error})."
                troubles.append(UnreadableFile(what, name=str(path)))
                continue
            articles: tuple[ArticleId, ...] = ()
            if digest not in seen:
                articles = self._read(path, view, progress, troubles)
                seen.add(digest)
            brought += [Brought(key, articles), Brought(digest)]
        is_unfinished = len(new) > len(ready) or len(ready) > _MOST_FILES
        return Look(place, tuple(brought), _named(troubles), is_unfinished=is_unfinished)

    def _read(
        self, path: Path, view: LibraryView, progress: Progress, troubles: list[BrieferError]
    ) -> tuple[ArticleId, ...]:
        """The articles of one file, kept as facts."""
        articles: list[ArticleId] = []
        payload = {"path": str(path), "name": str(path), "analyse": True}
        for _, answer in self._crew.each("read", [payload]):
            progress.step(0, 0, path.name)
            if isinstance(answer, BrieferError):
                troubles.append(answer)
                continue
            troubles += [UnreadablePart(**missed) for missed in answer["missed"]]
            for text, told in zip(answer["articles"], answer["analyses"], strict=True):
                article = from_json(Article, text)
                keep(view, article, ToldAnalysis(article.id, told))
                articles.append(article.id)
        return tuple(articles)

    def _look_at_feed(self, place: Place, view: LibraryView, progress: Progress) -> Look:
        feed = FeedLook(place, self._crew, self._ask, progress)
        brought: list[Brought] = []
        troubles: list[BrieferError] = []
        for entry in feed.new(view.watched.seen(place.address)):
            if entry.trouble:
                troubles.append(UnreadableFile(entry.trouble))
            if entry.article is None or entry.analysis is None:
                brought.append(Brought(entry.key))
                continue
            keep(view, entry.article, entry.analysis)
            brought.append(Brought(entry.key, (entry.article.id,)))
        answer = feed.answer
        if answer is not None and feed.is_whole:
            # Only now is everything known that this answer tells.
            place = replace(place, etag=answer.etag[:500], modified=answer.modified[:100])
        later = _later(feed.peace) if feed.peace else ""
        return Look(
            place,
            tuple(brought),
            _named(troubles),
            is_unfinished=not feed.is_whole,
            later=later,
        )

    def _added(self, place: PlaceId | None, address: str) -> PlaceId:
        if place is None:
            raise UnreadableFile("This is watched already.", name=address)
        self._soon.add(place)
        return place


def _later(seconds: int) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _is_put_off(place: Place, now: datetime) -> bool:
    """Whether the place's server asked not to be asked yet; never for more than a day."""
    try:
        later = datetime.fromisoformat(place.later)
    except ValueError:
        return False
    return timedelta(0) < later - now <= timedelta(days=1)


def _is_due(place: Place, now: datetime) -> bool:
    try:
        looked = datetime.fromisoformat(place.looked)
    except ValueError:
        return True
    minutes = max(place.minutes, _FAILED_MINUTES) if place.state == "failed" else place.minutes
    # A clock that was put back must not stop the watch.
    return not timedelta(0) <= now - looked < timedelta(minutes=minutes)


def _named(troubles: Sequence[BrieferError]) -> str:
    """The first trouble in words, and how many more there are."""
    if not troubles:
        return ""
    first = troubles[0]
    name = Path(first.name).name if first.name else ""
    more = f" And {len(troubles) - 1} more." if len(troubles) > 1 else ""
    return f"{name}: {first.what}{more}" if name else f"{first.what}{more}"


def _result(count: int, look: Look) -> str:
    plural = "" if count == 1 else "s"
    parts = [f"{count} new article{plural}."] if count else []
    if look.trouble:
        parts.append(look.trouble)
    elif look.is_unfinished and not count:
        parts.append("Waiting for files to be complete.")
    return " ".join(parts) or "Nothing new."
