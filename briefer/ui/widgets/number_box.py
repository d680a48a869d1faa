"""A box for a number, its text as far from the edge as that of a line."""

from PySide6.QtWidgets import QSpinBox

from briefer.ui.theme import SMALL


class NumberBox(QSpinBox):
    """A spin box; the style sheet does not reach the line inside it."""

    def __init__(self, least: int = 0, most: int = 99) -> None:
        super().__init__(minimum=least, maximum=most)
        self.lineEdit().setTextMargins(SMALL, 0, 0, 0)
