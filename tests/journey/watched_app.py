"""The real window, as users start it, that also tells where its parts are on the screen.

Run as a program: each line on standard input is a question, each answer one line of JSON.
`where PART` gives the middle of a part in screen pixels, `state` what the window shows,
`shot PATH` writes a picture of the whole screen, `theme NAME` changes the theme.
"""

import json
import sys

from PySide6.QtCore import QPoint, QRect, QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from briefer import app as briefer_app
from briefer import crash, places, settings
from briefer.ui import theme
from briefer.ui.main_window import MainWindow


class Watch:
    """Answers the questions of the journey."""

    def __init__(self, app: QApplication, window) -> None:
        self._app, self._window = app, window
        self._waiting = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._waiting.activated.connect(self._answer)

    def _answer(self) -> None:
        line = sys.stdin.readline().strip()
        if not line:
            self._window.close()
            return
        verb, _, rest = line.partition(" ")
        try:
            answer = getattr(self, f"_{verb}")(rest)
        # Without an answer the journey would wait for ever.
        except Exception as error:  # noqa: BLE001
            answer = {"failed": repr(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def _where(self, part: str) -> list[int] | None:
        kind, _, name = part.partition(" ")
        return getattr(self, f"_at_{kind}")(name)

    def _state(self, _: str) -> dict:
        window, library = self._window, self._window.house.library
        briefing, room = window.briefing.current(), window.room
        summary, comparison = room.pane.summary, room.summaries.comparison
        focus = window.house.summarizing.focus(room.article.id)[0] if room.article else ()
        return {
            "articles": [card.title for card in window.library.model.cards],
            "open": room.article.source.title if room.article else "",
            "pinned": [bool(card.property("pinned")) for card in summary.cards.cards],
            "shown": [" ".join(w.text().split()) for w in summary.findChildren(QLabel)],
            "focus": [one.word for one in focus],
            "compared": comparison.common.text() if comparison is not None else "",
            "actors": [actor.name for actor in room.actors.model.actors],
            "items": [[s.heading, len(s.items)] for s in briefing.sections if s.items],
            "steps": len(library.history),
            "busy": window.house.jobs.busy or not window.stories.is_settled,
            "stories": [[head.story.title, len(head.cards)] for head in window.library.model.heads],
            "story": window.stories.pane.title.label.text()
            if window.middle.currentWidget() is window.stories.pane
            else "",
            "notice": "" if window.notice.isHidden() else window.notice.text,
            "dialog": type(self._app.activeModalWidget()).__name__,
            "page": _shown(room, window.desk.profile),
            "nodes": len(window.desk.network.scene.network.nodes),
            "pages": len(window.briefing.preview.sheets.heights),
        }

    def _shot(self, path: str) -> bool:
        return self._app.primaryScreen().grabWindow(0).save(path)

    def _theme(self, name: str) -> bool:
        self._window.commands.dress(name)
        return True

    def _at_article(self, row: str) -> list[int]:
        view = self._window.library.list
        return _middle(view.viewport(), view.visualRect(view.model().index(int(row))))

    def _at_switch(self, _: str) -> list[int]:
        switch = self._window.library.stories.switch
        return _middle(switch, QRect(0, 0, switch.height(), switch.height()))

    def _at_heading(self, number: str) -> list[int]:
        view, model = self._window.library.list, self._window.library.model
        row = model.row_of_story(model.heads[int(number)].story)
        return _middle(view.viewport(), view.visualRect(model.index(row)))

    def _at_folding(self, number: str) -> list[int]:
        """The sign that folds a story."""
        _, y = self._at_heading(number)
        view = self._window.library.list
        return [view.viewport().mapToGlobal(QPoint(10, 0)).x(), y]

    def _at_lone(self, _: str) -> list[int]:
        """The last article of the list, which is brought into view."""
        view, model = self._window.library.list, self._window.library.model
        index = model.index(model.rowCount() - 1)
        view.scrollTo(index)
        return _middle(view.viewport(), view.visualRect(index))

    def _at_timeline(self, _: str) -> list[int]:
        """The middle of the first event; the timeline is brought into view."""
        pane = self._window.stories.pane
        pane.scroll_to(pane.timeline)
        row = pane.timeline.rows[0]
        return _middle(row, row.rect())

    def _at_tab(self, name: str) -> list[int]:
        for tabs in (self._window.room.pane.tabs, self._window.briefing.tabs):
            for index in range(tabs.count()):
                if tabs.tabText(index) == name:
                    return _middle(tabs.tabBar(), tabs.tabBar().tabRect(index))
        raise KeyError(name)

    def _at_pin(self, card: str) -> list[int]:
        return self._at_button(card, "Pin")

    def _at_why(self, card: str) -> list[int]:
        return self._at_button(card, "Why")

    def _at_button(self, card: str, tip: str) -> list[int]:
        shown = self._window.room.pane.summary.cards.cards[int(card)]
        button = next(b for b in shown.findChildren(QToolButton) if b.toolTip().startswith(tip))
        return _middle(button, button.rect())

    def _at_focus(self, _: str) -> list[int]:
        line = self._window.room.pane.summary.focus.line
        return _middle(line, line.rect())

    def _at_sentence(self, card: str) -> list[int]:
        shown = self._window.room.pane.summary.cards.cards[int(card)]
        return _middle(shown.text, shown.text.rect())

    def _at_actor(self, name: str) -> list[int] | None:
        view, actors = self._window.room.actors.list, self._window.room.actors.model.actors
        row = next((row for row, actor in enumerate(actors) if actor.name == name), None)
        if row is None:
            return None
        view.scrollTo(view.model().index(row))
        return _middle(view.viewport(), view.visualRect(view.model().index(row)))

    def _at_section(self, heading: str) -> list[int] | None:
        outline = self._window.briefing.outline
        for index in range(outline.topLevelItemCount()):
            row = outline.topLevelItem(index)
            if row.text(0).startswith(heading):
                return _middle(outline.viewport(), outline.visualItemRect(row))
        return None

    def _at_export(self, _: str) -> list[int]:
        button = self._window.briefing.export
        return _middle(button, button.rect())

    def _at_save(self, _: str) -> list[int] | None:
        dialog = self._app.activeModalWidget()
        return _middle(dialog.save, dialog.save.rect()) if dialog is not None else None

    def _at_field(self, name: str) -> list[int] | None:
        """A line of the details."""
        dialog = self._app.activeModalWidget()
        line = dialog.lines[name] if dialog is not None else None
        return _middle(line, line.rect()) if line is not None else None

    def _checks(self, _: str) -> list[str]:
        tab = self._window.briefing.checks
        return [tab.said.text(), *(row.finding.said for row in tab.rows)]

    def _at_reader(self, _: str) -> list[int]:
        pane = self._window.room.pane
        return _middle(pane, pane.rect())


def _shown(room, profile) -> str:
    """Whose page is in front and filled; empty for none."""
    is_filled = room.pane.shows(profile) and profile.dossier is not None
    return profile.dossier.name if is_filled else ""


def _middle(widget: QWidget, rect: QRect) -> list[int]:
    at = widget.mapToGlobal(QPoint(rect.x() + rect.width() // 2, rect.y() + rect.height() // 2))
    return [at.x(), at.y()]


def main() -> int:
    app = QApplication(["briefer"])
    app.setApplicationName("Briefer")
    kept = settings.load(places.settings())
    theme.load_fonts(app)
    theme.apply(app, sys.argv[1])
    window = MainWindow(kept)
    watching: list[Watch] = []

    def begin() -> None:
        briefer_app.furnish(window, kept)
        crash.install(window.report_crash, window.failed)
        watching.append(Watch(app, window))

    window.painted.connect(begin)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
