"""A small button with a picture and a tip that also names it to who does not see it."""

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton

from briefer.ui.theme import icon


def tool(symbol: str, tip: str, action: Callable[[], object]) -> QToolButton:
    """The button; `tip` may end in a shortcut in brackets."""
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setToolTip(tip)
    button.setAccessibleName(tip.split(" (", maxsplit=1)[0].rstrip("…"))
    button.clicked.connect(lambda: action())
    return button
