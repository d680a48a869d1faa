"""Any sequence of assembling, undo, redo, closing, crashing and restoring keeps a briefing equal to a model."""

import shutil
from copy import deepcopy
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    EventItem,
    FigureItem,
    JudgementItem,
    QuoteItem,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.library import Library
from briefer.services.versions import Versions

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
ARTICLES = st.sampled_from(["a" * 16, "b" * 16, "c" * 16])
CONTENTS = st.one_of(
    st.builds(TextItem, WORDS, st.lists(ARTICLES, max_size=2).map(tuple)),
    st.builds(
        ArticleItem,
        ARTICLES,
        WORDS,
        st.none() | st.lists(st.integers(0, 9), max_size=3).map(tuple),
        st.integers(0, 5),
        WORDS,
    ),
    st.builds(QuoteItem, ARTICLES, st.just(Span(0, 9)), st.none() | WORDS, st.booleans()),
    st.builds(ActorItem, st.just("place:varna"), WORDS),
    st.builds(FigureItem, ARTICLES, st.just(Span(2, 4)), WORDS),
    st.builds(EventItem, ARTICLES, st.just(Span(2, 4)), st.just("2026-03-12"), WORDS),
    st.builds(JudgementItem, WORDS, st.sampled_from(["", "likely"])),
)
KINDS = st.sampled_from(list(SectionKind))
AT = st.integers(0, 5)
DETAILS = ("title", "issue", "marking", "prepared_by")


class Assembly(RuleBasedStateMachine):
    """The model: details, then sections as [kind, heading, contents]; what can be undone as copies."""

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp(prefix="briefer-test-"))
        self.generation = 0
        self.library = None

    def teardown(self):
        if self.library is not None:
            self.library.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self):
        self.open(self.folder / "library.db")
        self.briefing = self.desk.new(title="T", template="plain")
        # Something to move about from the start: random steps seldom fill a section.
        for section in self.found().sections[:2]:
            self.desk.add(section.id, [TextItem(f"{section.id} {n}") for n in range(3)])
        found = self.found()
        self.model = [
            {name: getattr(found.details, name) for name in DETAILS},
            [[s.kind, s.heading, [i.content for i in s.items]] for s in found.sections],
        ]
        self.undoable, self.redoable, self.kept = [], [], []
        # What the last step was: typing in one place goes on with it.
        self.joined = None
        # The step that made the briefing can be undone too; the model begins after it.
        self.library.close()
        self.open(self.folder / "library.db")

    def open(self, path):
        self.library = Library(path)
        self.desk, self.versions = BriefingDesk(self.library), Versions(self.library)

    def found(self):
        return self.desk.get(self.briefing)

    def section(self, at):
        sections = self.found().sections
        return (at % len(sections), sections[at % len(sections)]) if sections else (None, None)

    def place(self, at):
        """Section number, item number and item; None where there is no item."""
        places = [
            (n, m, item)
            for n, section in enumerate(self.found().sections)
            for m, item in enumerate(section.items)
        ]
        return places[at % len(places)] if places else None

    def step(self, joined=None):
        """Before a change: remember what it can be undone to."""
        if joined is None or joined != self.joined:
            self.undoable.append(deepcopy(self.model))
        self.redoable.clear()
        self.joined = joined

    @rule(at=AT, contents=st.lists(CONTENTS, min_size=1, max_size=3), before=st.none() | AT)
    def add(self, at, contents, before):
        number, section = self.section(at)
        if section is None:
            return
        self.step()
        self.desk.add(section.id, contents, before)
        items = self.model[1][number][2]
        place = len(items) if before is None else min(before, len(items))
        items[place:place] = contents

    @rule(at=AT, to=AT, before=AT)
    def move(self, at, to, before):
        found = self.place(at)
        if found is None:
            return
        number, place, item = found
        target, section = self.section(to)
        self.step()
        self.desk.move(item.id, section.id, before)
        content = self.model[1][number][2].pop(place)
        # "Before the one that now stands there": the item itself counts while it is there.
        goes = before - 1 if target == number and before > place else before
        self.model[1][target][2].insert(goes, content)

    @rule(at=AT)
    def duplicate(self, at):
        found = self.place(at)
        if found is None:
            return
        number, place, item = found
        self.step()
        self.desk.duplicate([item.id])
        self.model[1][number][2].insert(place + 1, item.content)

    @rule(at=AT, content=CONTENTS)
    def edit(self, at, content):
        found = self.place(at)
        if found is None or found[2].content == content:
            return
        number, place, item = found
        self.step(f"item {item.id}")
        self.desk.edit(item.id, content)
        self.model[1][number][2][place] = content

    @rule(at=AT)
    def remove(self, at):
        found = self.place(at)
        if found is None:
            return
        number, place, item = found
        self.step()
        self.desk.remove_items([item.id])
        del self.model[1][number][2][place]

    @rule(kind=KINDS, heading=WORDS)
    def add_section(self, kind, heading):
        self.step()
        self.desk.add_section(self.briefing, kind, heading)
        kinds = [section[0] for section in self.model[1]]
        place = kinds.index(SectionKind.SOURCES) if SectionKind.SOURCES in kinds else len(kinds)
        self.model[1].insert(place, [kind, heading, []])

    @rule(at=AT)
    def remove_section(self, at):
        number, section = self.section(at)
        if section is None:
            return
        self.step()
        self.desk.remove_section(section.id)
        del self.model[1][number]

    @rule(at=AT, heading=WORDS)
    def rename_section(self, at, heading):
        number, section = self.section(at)
        if section is None:
            return
        self.step()
        self.desk.rename_section(section.id, heading)
        self.model[1][number][1] = heading

    @rule(chance=st.randoms(use_true_random=False))
    def order_sections(self, chance):
        order = list(range(len(self.model[1])))
        chance.shuffle(order)
        if order == sorted(order):
            return
        ids = [section.id for section in self.found().sections]
        self.step()
        self.desk.order_sections([ids[number] for number in order])
        self.model[1] = [self.model[1][number] for number in order]

    @rule(name=st.sampled_from(DETAILS), text=WORDS)
    def set_details(self, name, text):
        if self.model[0][name] == text:
            return
        self.step(f"details {name}")
        self.desk.set_details(self.briefing, **{name: text})
        self.model[0][name] = text

    @rule(length=st.integers(1, 9), pages=st.integers(1, 9))
    def set_lengths(self, length, pages):
        found = self.found()
        articles = [
            item.id
            for section in found.sections
            for item in section.items
            if isinstance(item.content, ArticleItem)
        ]
        self.step()
        self.desk.set_lengths(self.briefing, dict.fromkeys(articles, length), pages)
        for section in self.model[1]:
            section[2] = [
                ArticleItem(c.article, c.headline, c.sentences, length, c.note)
                if isinstance(c, ArticleItem)
                else c
                for c in section[2]
            ]

    @rule()
    def keep_version(self):
        if self.versions.keep(self.briefing):
            self.step()
            self.kept.append(deepcopy(self.model))

    @rule()
    def export(self):
        self.versions.keep_exported(self.found(), "a.pdf")

    @rule(at=AT)
    def restore(self, at):
        versions = self.versions.of(self.briefing)
        if not versions:
            return
        version = versions[at % len(versions)]
        wanted = shown(version.briefing)
        if wanted != self.model:
            self.step()
        before = self.library.undo_label, len(self.library.history)
        self.versions.restore(self.briefing, version)
        if wanted == self.model and (self.library.undo_label, len(self.library.history)) != before:
            # It differs in what the model does not know (pages).
            self.step()
        self.model = wanted

    @precondition(lambda self: self.library is not None and self.library.undo_label)
    @rule()
    def undo(self):
        self.library.undo()
        self.redoable.append(deepcopy(self.model))
        self.model = self.undoable.pop()
        self.joined = None

    @precondition(lambda self: self.library is not None and self.library.redo_label)
    @rule()
    def redo(self):
        self.library.redo()
        self.undoable.append(deepcopy(self.model))
        self.model = self.redoable.pop()
        self.joined = None

    @rule()
    def close_and_reopen(self):
        self.library.close()
        self.open(self.library.path)
        self.undoable, self.redoable, self.joined = [], [], None

    @rule()
    def crash(self):
        """The files as they lie on the disk, while the library is still open, go on by themselves."""
        self.generation += 1
        copy = self.folder / f"crashed{self.generation}"
        copy.mkdir()
        for path in self.library.path.parent.glob(f"{self.library.path.name}*"):
            shutil.copy(path, copy / path.name)
        dead, path = self.library, copy / self.library.path.name
        self.open(path)
        dead.close()
        self.undoable, self.redoable, self.joined = [], [], None

    @invariant()
    def the_briefing_equals_the_model(self):
        if self.library is not None and hasattr(self, "model"):
            assert shown(self.found()) == self.model
            assert len(self.library.history) == len(self.undoable)


def shown(briefing):
    return [
        {name: getattr(briefing.details, name) for name in DETAILS},
        [[s.kind, s.heading, [i.content for i in s.items]] for s in briefing.sections],
    ]


TestAssembly = Assembly.TestCase
TestAssembly.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
