"""What each action of the menus does."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from briefer import __version__
from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.ui import actions, theme, wording
from briefer.ui.briefing_commands import BriefingCommands
from briefer.ui.bringing_in import BringingIn
from briefer.ui.copy_commands import CopyCommands
from briefer.ui.exporting import Exporting
from briefer.ui.issue_commands import IssueCommands
from briefer.ui.page_drawing import PageDrawing

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class Commands:
    """The handlers, and what they share: imports and previews under way."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self.bringing_in = BringingIn(window)
        self.page_drawing = PageDrawing(window)
        self.exporting = Exporting(window)
        self.on_copies = CopyCommands(window)
        self.on_briefing = BriefingCommands(window)
        self.on_issues = IssueCommands(window)
        self.actions = actions.build(window, self._handlers())
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Name what undo and redo would do, and allow what can be done."""
        library = self._house.library
        for name, label in (("undo", library.undo_label), ("redo", library.redo_label)):
            self.actions[name].setText(f"&{name.title()} {label or ''}".rstrip())
            self.actions[name].setEnabled(label is not None)

    def add_to_briefing(self, contents: Sequence[Any]) -> None:
        """Put contents where they belong in the open briefing."""
        if contents:
            self._window.briefing.add(list(contents))

    def _handlers(self) -> dict[str, Callable[[], None]]:
        window, library = self._window, self._house.library
        bringing_in = self.bringing_in
        return {
            "import_files": bringing_in.files,
            "import_folder": bringing_in.folder,
            "paste": bringing_in.paste,
            "open_link": bringing_in.link,
            "samples": bringing_in.samples,
            "watched": self._watched_places,
            "export": self.exporting.ask,
            "licences": self.exporting.licences,
            "copy_for_mail": self.exporting.copy_for_mail,
            "back_up": self._back_up,
            "preferences": self._preferences,
            "quit": lambda: (window.close(), None)[1],
            "undo": self.undo,
            "redo": lambda: (library.redo(), None)[1],
            "find": window.library.search.setFocus,
            "add_article": self._add_articles,
            "pin": lambda: window.room.rule_at_cursor("pin"),
            "exclude": lambda: window.room.rule_at_cursor("exclude"),
            "source": self._source,
            "fix_details": lambda: self._fix_details(window.library.selected),
            "dismiss": self._dismiss,
            "compare_copies": self.on_copies.compare_open,
            "lead_copy": self.on_copies.lead_open,
            "part_copy": self.on_copies.part_open,
            "join_copy": self.on_copies.join_open,
            "remove_article": lambda: self._remove(window.library.selected_whole),
            **window.desk.handlers(),
            "new_briefing": lambda: window.briefing.open(self._house.desk.new()),
            **self.on_briefing.handlers(),
            **self.on_issues.handlers(),
            "add_text": window.briefing.add_text,
            "remove_item": window.briefing.remove_selected,
            **self._view_handlers(),
        }

    def _view_handlers(self) -> dict[str, Callable[[], None]]:
        window, tabs = self._window, self._window.room.pane.tabs
        return {
            "show_library": lambda: self._toggle(window.library),
            "show_briefing": lambda: self._toggle(window.briefing),
            "by_story": window.library.stories.switch.toggle,
            "compare_methods": window.room.summaries.compare,
            "summary_tab": lambda: tabs.setCurrentIndex(0),
            "actors_tab": lambda: tabs.setCurrentIndex(1),
            "quotes_tab": lambda: tabs.setCurrentIndex(2),
            "pages": self._flip,
            "large_pages": window.briefing.pages.large.toggle,
            "larger": lambda: self._zoom(1),
            "smaller": lambda: self._zoom(-1),
            "dark": self._toggle_dark,
            "shortcuts": self._shortcuts,
            "about": self._about,
        }

    def _connect(self) -> None:
        window = self._window
        window.library.wanted_in_briefing.connect(
            lambda keys: self.add_to_briefing([ArticleItem(key) for key in keys])
        )
        window.library.removal_wanted.connect(self._remove)
        window.library.new.places_wanted.connect(self._watched_places)
        window.library.dismissal_wanted.connect(self._dismiss)
        window.library.fix_wanted.connect(self._fix_details)
        room = window.room
        for part in (room.pane.summary, room.quotes, room.text_menu):
            part.wanted_in_briefing.connect(self.add_to_briefing)
        room.pane.wanted_in_briefing.connect(self._add_articles)
        window.stories.wanted_in_briefing.connect(self.add_to_briefing)
        room.pane.source_wanted.connect(self._source)
        briefing = window.briefing
        briefing.export_wanted.connect(self.exporting.ask)
        briefing.line_wanted.connect(self._ask_line)
        self.bringing_in.offer(room.pane.empty)
        self.actions["dark"].setChecked(theme.Look.now() is theme.read("dark"))
        by_story, switch = self.actions["by_story"], window.library.stories.switch
        by_story.setChecked(switch.isChecked())
        switch.toggled.connect(by_story.setChecked)
        room.pane.view.set_points(self._house.settings.text_size)

    def undo(self) -> None:
        """Take back the last step, what is being typed included."""
        self._window.briefing.editor.commit()
        self._house.library.undo()

    def _add_articles(self) -> None:
        heads = self._window.library.selected_heads
        if heads:
            self.add_to_briefing([head.content for head in heads])
            return
        chosen = self._window.library.selected
        if not chosen and self._window.room.article is not None:
            chosen = [self._window.room.article.id]
        self.add_to_briefing([ArticleItem(key) for key in chosen])

    def _remove(self, keys: Sequence[ArticleId]) -> None:
        if keys:
            with self._house.library.step(f"remove {wording.count(len(keys), 'article')}"):
                for key in keys:
                    self._house.library.decisions.take_off(key)

    def _dismiss(self) -> None:
        """Take the selected articles, or with the New shelf listed all of it, off that shelf."""
        library = self._window.library
        keys = library.selected_whole or (library.listed_whole if library.shows_new else [])
        with self._house.library.step(f"dismiss {wording.count(len(keys), 'article')}"):
            for key in keys:
                self._house.library.decisions.dismiss(key)

    def _watched_places(self) -> None:
        from briefer.ui.dialogs.watched_places import WatchedPlaces

        house, window = self._house, self._window
        shown = WatchedPlaces(house.watching, window.watch, window.asking, window)
        shown.exec()
        # It would follow every look from behind the scenes.
        shown.deleteLater()
        house.watching.acknowledge()
        window.watch.changed.emit()

    def _source(self) -> None:
        if self._window.room.article is not None:
            self.correct_source(self._window.room.article.id)

    def correct_source(self, key: ArticleId) -> None:
        """Let the source of an article be corrected."""
        from briefer.ui.dialogs.source_form import SourceForm

        article = self._house.library.article(key)
        if article is None:
            return
        form = SourceForm(article.source, self._window)
        if form.exec() and form.fixes:
            with self._house.library.step("correct source"):
                for field, value in form.fixes.items():
                    self._house.library.decisions.fix(article.id, field, value)

    def _fix_details(self, keys: Sequence[ArticleId]) -> None:
        """One field of all selected articles, in one step."""
        from briefer.services.source_fixing import SourceFixing
        from briefer.ui.dialogs.fix_details import FixDetails

        if not keys:
            self._window.notice.say("Select the articles first; Ctrl+A takes all of the list.")
            return
        fixing = SourceFixing(self._house.library, keys)
        form = FixDetails(fixing, self._window)
        if form.exec():
            count = fixing.carry_out(form.planned)
            said = f"{wording.count(count, 'article')} fixed."
            self._window.notice.say(said, "Undo", self.undo)

    def _back_up(self) -> None:
        name = f"Briefer library {datetime.now().astimezone():%Y-%m-%d}.db"
        path = self._window.asking.save_as("Back up library", name, "Library (*.db)")
        if path is not None:
            self._house.library.back_up(path.parent, path.stem)
            self._window.notice.say(f"The library was copied to {path}.")

    def _preferences(self) -> None:
        from briefer.ui.dialogs.preferences import Preferences

        house = self._house
        settings = house.settings
        engine = settings.actor_engine
        lacking = {("actor_engine", name) for name in house.renewing.lacking_engines()}
        form = Preferences(settings, self._window, frozenset(lacking))
        if form.exec():
            for name, value in form.values.items():
                setattr(settings, name, value)
            self.dress(settings.theme)
            self._window.room.pane.view.set_points(settings.text_size)
            house.desk.habits = settings.habits
            house.copies.prefer = house.publishing.prefer = settings.lead_copy
            self._window.library.refresh()
            house.summarizing.prefer(settings.length, names_meant=settings.names_meant)
            house.publishing.prefer_summaries(settings.length, names_meant=settings.names_meant)
            if settings.actor_engine != engine:
                house.ledger.engine = settings.actor_engine
                house.renewing.choose_engine(settings.actor_engine)
                self._window.renewal.begin_anew()
            self._window.room.show_again()
            self.page_drawing.renew()

    def _toggle_dark(self) -> None:
        self._house.settings.theme = "dark" if self.actions["dark"].isChecked() else "light"
        self.dress(self._house.settings.theme)

    def dress(self, wanted: str) -> None:
        """Put the window into "light", "dark" or "auto"."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, wanted)
        self.actions["dark"].setChecked(theme.Look.now() is theme.read("dark"))
        self._window.room.pane.view.mark()
        self._window.room.pane.copies.dress()
        self._window.stories.dress()
        self._window.desk.dress()

    def _toggle(self, pane: Any) -> None:
        self._window.room_for.show(pane, is_wanted=pane.isHidden())

    def _zoom(self, points: int) -> None:
        settings = self._house.settings
        settings.text_size = min(max(settings.text_size + points, 8), 28)
        self._window.room.pane.view.set_points(settings.text_size)

    def _flip(self) -> None:
        pane = self._window.briefing
        is_shown = pane.tabs.currentWidget() is pane.pages
        pane.tabs.setCurrentIndex(0 if is_shown else pane.tabs.indexOf(pane.pages))

    def _shortcuts(self) -> None:
        lines = [(keys, text) for text, keys in actions.shortcuts()]
        self._window.asking.show_lines("Keyboard shortcuts", "", lines)

    def _about(self) -> None:
        text = f"Briefer {__version__}\n\nFrom dropped articles to a briefing in the post, on your own machine."
        self._window.asking.tell("About Briefer", text)

    def _ask_line(self, answer: Callable[[str], None], title: str, text: str) -> None:
        given = self._window.asking.line(title, "Name", text, verb="Rename")
        if given:
            answer(given)
