"""Preferences, built from settings.py: a new setting appears by itself."""

from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefer.settings import RANGES, Settings
from briefer.ui.theme import LARGE, SMALL
from briefer.ui.widgets.answer_row import AnswerRow
from briefer.ui.widgets.number_box import NumberBox


class Preferences(QDialog):
    """Shows every setting with a label; `values` is the answer."""

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        lacking: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """`lacking` are (setting, choice) that cannot be had on this computer, and are not shown."""
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.setMinimumWidth(420)
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields: dict[str, QWidget] = {}
        for name, about in settings.asked():
            field = _field(name, getattr(settings, name), _without(name, about, lacking))
            field.setToolTip(about["help"])
            self.fields[name] = field
            form.addRow(about["label"], field)
        buttons = AnswerRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def values(self) -> dict[str, Any]:
        """Setting name to chosen value."""
        return {name: _value(field) for name, field in self.fields.items()}


def _without(
    name: str, about: dict[str, Any], lacking: frozenset[tuple[str, str]]
) -> dict[str, Any]:
    if not about["choices"]:
        return about
    there = {key: label for key, label in about["choices"].items() if (name, key) not in lacking}
    return {**about, "choices": there}


def _field(name: str, value: Any, about: dict[str, Any]) -> QWidget:
    if about["choices"]:
        box = QComboBox()
        for key, label in about["choices"].items():
            box.addItem(label, key)
        # A choice that is no longer to be had gives way to the first.
        box.setCurrentIndex(max(box.findData(value), 0))
        return box
    if isinstance(value, int):
        spin = NumberBox()
        spin.setRange(*RANGES[name])
        spin.setValue(value)
        return spin
    return QLineEdit(value)


def _value(field: QWidget) -> Any:
    if isinstance(field, QComboBox):
        return field.currentData()
    if isinstance(field, QSpinBox):
        return field.value()
    return field.text().strip() if isinstance(field, QLineEdit) else None
