"""Which panes a small screen has room for: the others fold, and unfold one for another."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class PaneRoom:
    """Folds the briefing or the library where the screen is narrower than all panes together."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def show(self, pane: QWidget, *, is_wanted: bool) -> None:
        """Show or fold a pane; on a narrow screen the other one makes room for it."""
        pane.setVisible(is_wanted)
        self.fit(pane if is_wanted else None)

    def fit(self, wanted: QWidget | None = None) -> None:
        """Fold what the screen has no room for, but not the pane that is `wanted`."""
        window = self._window
        room = window.screen().availableGeometry().width()
        # The article stays; the briefing goes before the library, which everything begins with.
        for pane in (window.briefing, window.library):
            shown = [
                p for p in (window.library, window.middle, window.briefing) if not p.isHidden()
            ]
            if sum(part.minimumWidth() for part in shown) <= room:
                break
            if pane is not wanted:
                pane.hide()
        actions = window.commands.actions
        actions["show_library"].setChecked(not window.library.isHidden())
        actions["show_briefing"].setChecked(not window.briefing.isHidden())
