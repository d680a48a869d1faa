"""All that was ruled on actors, in plain sentences: found, edited, removed, exported, imported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.model.actors import ActorKind
from briefer.model.errors import BrieferError
from briefer.services import rule_book
from briefer.services.ledger import ActorRule, Ledger
from briefer.services.library import Library
from briefer.ui import wording
from briefer.ui.notices import Asking, EmptyState
from briefer.ui.theme import LARGE, SMALL, icon

_SIZE = (640, 480)
# What is asked for when a rule of that name is edited; the others have nothing to be edited.
_ASKED = {
    "rename": "Name",
    "role": "Role",
    "split": "Name of the actor",
    "add": "Name of the actor",
}
_RULE = Qt.ItemDataRole.UserRole


class ActorRules(QDialog):
    """Changes the rules at once, each in a step that can be undone."""

    def __init__(
        self, library: Library, ledger: Ledger, asking: Asking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rules on actors")
        self.resize(*_SIZE)
        self._library, self._ledger, self._asking = library, ledger, asking
        self.search = QLineEdit(placeholderText="Search rules", clearButtonEnabled=True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName("Search rules")
        self.search.textChanged.connect(self._narrow)
        self.list = QTreeWidget()
        self.list.setObjectName("table")
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName("Rules")
        self.list.itemSelectionChanged.connect(self._offer)
        self.list.itemActivated.connect(lambda *_: self.edit_chosen())
        empty = EmptyState(
            "users",
            "No rules yet",
            "What you say of actors is kept here: merges, names, kinds, what is hidden or watched."
            " It holds for every article, also for those to come.",
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(empty)
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.edit = QPushButton(icon("pencil"), "Edit…")
        self.remove = QPushButton(icon("trash"), "Remove")
        self.take = QPushButton(icon("file-import"), "Import…")
        self.give = QPushButton(icon("file-export"), "Export…")
        self.edit.clicked.connect(lambda: self.edit_chosen())
        self.remove.clicked.connect(lambda: self.remove_chosen())
        self.take.clicked.connect(lambda: self.import_file())
        self.give.clicked.connect(lambda: self.export_file())
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Show the rules there are, the last one first."""
        rules = self._ledger.rules
        said = rule_book.sentences(self._library, rules)
        self.list.clear()
        for rule, sentence in reversed(list(zip(rules, said, strict=True))):
            row = QTreeWidgetItem([sentence])
            row.setData(0, _RULE, rule)
            row.setToolTip(0, wording.tip(sentence))
            self.list.addTopLevelItem(row)
        self.pages.setCurrentIndex(0 if rules else 1)
        self.said.setText(wording.count(len(rules), "rule") if rules else "")
        self.give.setEnabled(bool(rules))
        self._narrow(self.search.text())
        self._offer()

    @property
    def sentences(self) -> list[str]:
        """The sentences that are shown."""
        rows = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        return [row.text(0) for row in rows if row is not None and not row.isHidden()]

    @property
    def chosen(self) -> list[ActorRule]:
        """The rules that are selected and seen."""
        rows = [row for row in self.list.selectedItems() if not row.isHidden()]
        return [row.data(0, _RULE) for row in rows]

    def edit_chosen(self) -> None:
        """Ask for another name, role or kind of the chosen rule."""
        if len(self.chosen) != 1:
            return
        rule = self.chosen[0]
        value: str | None = None
        if rule.rule == "kind":
            kinds = list(ActorKind)
            names = [kind.value.capitalize() for kind in kinds]
            number = self._asking.one_of("Edit rule", "This actor is", names, verb="Save")
            value = None if number is None else kinds[number].value
        elif rule.rule in _ASKED:
            asked = _ASKED[rule.rule]
            value = self._asking.line("Edit rule", asked, rule.value, verb="Save")
        if value:
            self._ledger.correct(rule, value)
            self.refresh()

    def remove_chosen(self) -> None:
        """Remove the selected rules."""
        rules = self.chosen
        if rules:
            self._ledger.forget(rules)
            self.refresh()
            self.said.setText(
                f"{wording.count(len(rules), 'rule')} removed; Edit, Undo brings back."
            )

    def export_file(self) -> None:
        """Write all rules to a file."""
        path = self._asking.save_as("Export rules", "Rules on actors.json", "Rules (*.json)")
        if path is None:
            return
        try:
            path.write_text(rule_book.as_file(self._library, self._ledger.rules), "utf-8")
        except OSError as error:
            self.said.setText(f"{path.name} could not be written ({error.strerror}).")
        else:
            self.said.setText(f"The rules were written to {path}.")

    def import_file(self) -> None:
        """Take over the rules of a file."""
        path = self._asking.file("Import rules", "Rules (*.json);;All files (*)")
        if path is None:
            return
        try:
            new = self._ledger.take_over(rule_book.read(path))
        except BrieferError as error:
            self.said.setText(f"{path.name}: {error}")
            return
        self.refresh()
        self.said.setText(f"{wording.count(new, 'new rule')} taken over from {path.name}.")

    def _narrow(self, part: str) -> None:
        rows = [self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount())]
        found = set(rule_book.matching([row.text(0) for row in rows if row], part))
        for number, row in enumerate(rows):
            if row is not None:
                row.setHidden(number not in found)
        self._offer()

    def _offer(self) -> None:
        rules = self.chosen
        self.remove.setEnabled(bool(rules))
        fit = len(rules) == 1 and (rules[0].rule == "kind" or rules[0].rule in _ASKED)
        self.edit.setEnabled(fit)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        # Enter in the search is no wish to close.
        for button in (self.edit, self.remove, self.take, self.give, close):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        for button in (self.edit, self.remove, self.take, self.give):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.search)
        column.addWidget(self.pages, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
