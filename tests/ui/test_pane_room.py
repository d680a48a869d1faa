"""Panes on a screen that is narrower than all of them."""

import pytest
from PySide6.QtCore import QRect

pytestmark = pytest.mark.gui


class Screen:
    """A screen of some width."""

    def __init__(self, width):
        self._width = width

    def availableGeometry(self):
        return QRect(0, 0, self._width, 400)


def shown(window):
    return [not pane.isHidden() for pane in (window.library, window.middle, window.briefing)]


def test_a_wide_screen_shows_all_panes(window):
    window.screen = lambda: Screen(1280)
    window.room_for.fit()

    assert shown(window) == [True, True, True]


def test_on_a_narrow_screen_library_and_briefing_make_room_for_each_other(window):
    window.screen = lambda: Screen(700)
    window.room_for.fit()
    assert shown(window) == [True, True, False]

    window.commands.actions["show_briefing"].trigger()
    assert shown(window) == [False, True, True]
    assert not window.commands.actions["show_library"].isChecked()

    window.commands.actions["show_library"].trigger()
    assert shown(window) == [True, True, False]
    assert not window.commands.actions["show_briefing"].isChecked()
