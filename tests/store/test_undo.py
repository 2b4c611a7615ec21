"""Undo and redo against a plain model: a list of all that the set ever said."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
)

from workbench.dataset import AnnotationSet, Article
from workbench.spans import Annotation
from workbench.store import articles, connect, migrations, people, records, sets

from .conftest import TEXT, Sheet

LABELS = st.sampled_from(["quote", "figure", "claim"])
FRAGMENTS = st.builds(
    lambda start, length: (start, start + length),
    st.integers(0, len(TEXT) - 10),
    st.integers(1, 10),
)


class UndoAndRedo(RuleBasedStateMachine):
    """Steps in two windows; `past` and `future` hold whole states of the set.

    Submitting and reopening move the status of every state: they are no steps.
    """

    annotations: Bundle[str] = Bundle("annotations")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "workbench.db")
        migrations.migrate(self.path)
        db = connect(self.path)
        # The tests are about what is written, not about a loss of power.
        db.execute("PRAGMA synchronous = OFF")
        row = articles.add(db, Article("dam", "The dam", TEXT))
        desk = sets.Desk(row, TEXT, people.ensure(db, "alice").id, "1")
        self.sheet = Sheet(db, desk)
        self.numbers = count(1)
        self.past: list[object] = []
        self.future: list[object] = []
        self.ids: set[str] = set()

    def teardown(self) -> None:
        assert list(records.problems(self.sheet.db)) == []
        self.undo_all()
        self.sheet.db.close()
        self.folder.cleanup()

    def now(self) -> object:
        """What undo brings back: everything but the status."""
        return self.sheet.everything()[1:]

    def op(self, client: str) -> sets.Op:
        return self.sheet.op(client=client)

    def step(self, act: Callable[[], sets.Done]) -> sets.Done | None:
        before = self.now()
        try:
            done = act()
        except (sets.Stale, sets.Closed):
            assert self.now() == before
            return None
        assert done.changed == (self.now() != before)
        if done.changed:
            self.past.append(before)
            self.future.clear()
        return done

    clients = st.sampled_from(["left", "right"])

    @rule(target=annotations, label=LABELS, fragment=FRAGMENTS, client=clients)
    def add(self, label, fragment, client):
        done = self.step(
            lambda: sets.add(
                self.sheet.db, self.sheet.desk, self.op(client), label, [fragment]
            )
        )
        if done is None or done.annotation is None:
            return multiple()
        assert done.annotation not in self.ids, "an id was used twice"
        self.ids.add(done.annotation)
        return done.annotation

    @rule(id=annotations, note=st.sampled_from(["", "a", "b"]), client=clients)
    def revise(self, id, note, client):
        self.step(
            lambda: sets.revise(
                self.sheet.db, self.sheet.desk, self.op(client), id, note=note
            )
        )

    @rule(id=annotations, fragment=FRAGMENTS, client=clients)
    def move(self, id, fragment, client):
        self.step(
            lambda: sets.move(
                self.sheet.db, self.sheet.desk, self.op(client), id, [fragment]
            )
        )

    @rule(id=annotations, label=LABELS, fragment=FRAGMENTS, keeps=st.booleans())
    def relabel(self, id, label, fragment, keeps):
        self.step(
            lambda: sets.relabel(
                self.sheet.db,
                self.sheet.desk,
                self.op("left"),
                id,
                label,
                {},
                [fragment],
                lambda *_: keeps,
            )
        )

    @rule(id=consumes(annotations), client=clients)
    def remove(self, id, client):
        self.step(
            lambda: sets.remove(self.sheet.db, self.sheet.desk, self.op(client), id)
        )

    @rule(
        target=annotations,
        kept=st.integers(0, 3),
        made=st.lists(st.tuples(st.sampled_from(["x1", "x2"]), LABELS, FRAGMENTS)),
        none=st.sets(LABELS),
    )
    def put(self, kept, made, none):
        db, head = self.sheet.db, self.sheet.head
        old = sets.annotations(db, head.id)[:kept] if head else []
        new = {a.id: a for a in old} | {
            id: Annotation(id, label, (fragment,)) for id, label, fragment in made
        }
        links = sets.relations(db, head.id) if head else []
        whole = AnnotationSet(
            "alice",
            none=tuple(sorted(none)),
            annotations=tuple(new.values()),
            relations=tuple(r for r in links if {r.source, r.target} <= {*new}),
        )
        self.step(lambda: sets.put(db, self.sheet.desk, self.op("left"), whole))
        return multiple(*sorted({id for id, *_ in made}))

    @rule(source=annotations, end=annotations, type_=st.sampled_from(["x", "y"]))
    def link(self, source, end, type_):
        if source != end:
            self.step(
                lambda: sets.link(
                    self.sheet.db,
                    self.sheet.desk,
                    self.op("left"),
                    type_,
                    source,
                    end,
                )
            )

    @rule(place=st.integers(0, 5))
    def unlink(self, place):
        links = sets.relations(self.sheet.db, self.sheet.id)
        id = links[place].id if place < len(links) else "r0"
        self.step(
            lambda: sets.unlink(self.sheet.db, self.sheet.desk, self.op("left"), id)
        )

    @rule(label=LABELS, none=st.booleans())
    def say_none(self, label, none):
        self.step(
            lambda: sets.say_none(
                self.sheet.db, self.sheet.desk, self.op("left"), label, none
            )
        )

    @rule(client=clients)
    def undo(self, client):
        self.walk(sets.undo, self.past, self.future, client)

    @rule(client=clients)
    def redo(self, client):
        self.walk(sets.redo, self.future, self.past, client)

    def walk(self, verb, source, sink, client):
        before = self.now()
        op = self.op(client)
        try:
            done = verb(self.sheet.db, self.sheet.desk, op)
        except sets.Closed:
            assert self.sheet.head is not None
            assert self.sheet.head.finished
            return
        assert done.changed == bool(source)
        if source:
            assert self.now() == source.pop()
            sink.append(before)
            # The same request again changes nothing.
            assert verb(self.sheet.db, self.sheet.desk, op) == done
        else:
            assert self.now() == before

    @rule()
    def submit_and_perhaps_reopen(self):
        before = self.now()
        for verb in (sets.submit, sets.reopen):
            verb(self.sheet.db, self.sheet.desk, self.op("left"))
            assert self.now() == before

    @rule()
    def come_back_tomorrow(self):
        self.sheet.db.close()
        self.sheet.db = connect(self.path)
        self.sheet.db.execute("PRAGMA synchronous = OFF")

    def undo_all(self):
        last = self.now()
        steps = len(self.past)
        for _ in range(steps):
            sets.undo(self.sheet.db, self.sheet.desk, self.op("left"))
        assert self.now() == ((), [], [])
        assert not sets.undo(self.sheet.db, self.sheet.desk, self.op("left")).changed
        for _ in range(steps):
            sets.redo(self.sheet.db, self.sheet.desk, self.op("left"))
        assert self.now() == last
        assert list(records.problems(self.sheet.db)) == []

    @invariant()
    def no_set_is_without_status(self):
        head = self.sheet.head
        if head and sets.annotations(self.sheet.db, head.id):
            assert head.status == "in_progress"


TestUndoAndRedo = UndoAndRedo.TestCase
TestUndoAndRedo.settings = settings(max_examples=60, stateful_step_count=40)
