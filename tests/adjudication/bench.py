"""A newsroom of the tests: articles, people who label them, and gold of their work."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from workbench import adjudication, schema
from workbench.adjudication import Case, Decision
from workbench.dataset import Article, set_record
from workbench.store import (
    adjudications,
    articles,
    batches,
    connect,
    gold,
    migrations,
    people,
    sets,
)

CONTRACT = schema.load()
LABELS = CONTRACT.labels
SCHEMA = str(CONTRACT.schema["$id"])

#: What an annotation needs to be submitted.
NEEDED: dict[str, dict[str, object]] = {
    "quote": {"type": "direct", "speaker": "unknown"},
    "figure": {"kind": "count", "value": 40},
    "claim": {"asserted_by": "article", "checkable": "checkable"},
}
#: Label, words of the article, and attributes beyond what is needed.
Mark = tuple[str, str] | tuple[str, str, Mapping[str, object]]
Choice = Callable[[Case, adjudications.Table], tuple[Decision, str | None]]

_ops = count(1)


def op() -> sets.Op:
    return sets.Op(f"bench-{next(_ops)}", "bench", 10**6)


def check(made, text):
    return [str(p) for p in CONTRACT.set_problems(set_record(made, text), text)]


def take(name: str, reason: str | None = None) -> Choice:
    """What that person has; rejected where the person has nothing."""

    def choose(case: Case, table: adjudications.Table) -> tuple[Decision, str | None]:
        person = next(p.key for p in table.people if p.name == name)
        if case.of(person) is None:
            return adjudication.reject(case), reason or "slip"
        return adjudication.take(case, person), reason

    return choose


def rejected(case: Case, table: adjudications.Table) -> tuple[Decision, str | None]:
    """Nothing of the case."""
    return adjudication.reject(case), "slip"


@dataclass
class Bench:
    """A database, and everything that makes gold in it."""

    path: Path
    db: Database

    def person(self, name: str, role: str = "annotator") -> int:
        return people.ensure(self.db, name, role=role).id

    def article(self, key: str, text: str, **more: str) -> None:
        articles.add(self.db, Article(key, key, text, **more))

    def label(self, key: str, name: str, *marks: Mark) -> None:
        """That person's set of the article, submitted."""
        stored = articles.get(self.db, key)
        assert stored
        text = stored.article.text
        desk = sets.Desk(stored.row, text, self.person(name), "1")
        if not marks:
            sets.begin(self.db, desk)
        for label, words, *more in marks:
            at = text.index(words)
            attributes = NEEDED[label] | dict(more[0] if more else {})
            place = [(at, at + len(words))]
            sets.add(self.db, desk, op(), label, place, attributes)
        sets.submit(self.db, desk, op())

    def decide(self, key: str, by: str, case: Case, choose: Choice) -> None:
        """A case, decided as `choose` says."""
        table = adjudications.read(self.db, key, LABELS)
        assert table
        decision, reason = choose(case, table)
        adjudications.decide(
            self.db,
            key,
            self.person(by, "lead"),
            op(),
            case.key,
            lambda case, table: decision,
            labels=LABELS,
            reason=reason,
        )

    def adjudicate(
        self,
        key: str,
        by: str,
        choose: Choice | None = None,
        *,
        rule: str = "",
        reject: str = "",
    ) -> None:
        """The article, decided and signed off: without what has the label `reject`, by
        a rule, then what all say, then as `choose` says."""
        who = self.person(by, "lead")
        table = adjudications.begin(self.db, key, who, labels=LABELS, knowing=True)
        for case in table.undecided:
            if case.proposals[0].annotation.label == reject:
                self.decide(key, by, case, rejected)
        if rule:
            adjudications.apply_rule(self.db, key, who, op(), rule, labels=LABELS)
        adjudications.accept_unanimous(self.db, key, who, op(), labels=LABELS)
        table = adjudications.read(self.db, key, LABELS)
        assert table
        for case in table.undecided:
            assert choose, "a case is left, and nobody decides it"
            self.decide(key, by, case, choose)
        adjudications.sign_off(
            self.db, key, who, op(), labels=LABELS, schema=SCHEMA, check=check
        )

    def batch(
        self,
        name: str,
        keys: Sequence[str],
        who: Sequence[str],
        labels: Iterable[str] = ("quote", "figure", "claim"),
    ) -> int:
        """A batch of those articles, each given to all those people."""
        lena = self.person("lena", "lead")
        members = [self.person(one) for one in who]
        made = batches.make(
            self.db,
            name,
            by=lena,
            guideline="1",
            overlap=len(members),
            labels=labels,
            articles=list(keys),
            people=members,
        ).id
        for key in keys:
            stored = articles.get(self.db, key)
            assert stored
            for person in members:
                batches.give(self.db, stored.row, person, lena)
        return made

    def gold(self, batch: int | None = None, by: str = "lena") -> gold.Version:
        return gold.make(
            self.db,
            batch,
            self.person(by, "lead"),
            labels=LABELS,
            schema=SCHEMA,
            check=check,
        )


def bench(folder: Path) -> Bench:
    path = folder / "workbench.db"
    migrations.migrate(path)
    return Bench(path, connect(path))
