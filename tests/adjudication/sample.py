"""The gold of the sample dataset, made anew from the decisions that are kept with it.

`python -m tests.adjudication.sample` writes annotations/sample/gold.json: run it after
a change of the annotators' sets or of decisions.json.
"""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from workbench import adjudication, files
from workbench.adjudication import Aim, Case, Decision
from workbench.dataset import ArticleRecord, Record
from workbench.places import shipped
from workbench.spans import Annotation
from workbench.store import adjudications, connect, gold, migrations, people, records

from .bench import CONTRACT, LABELS, SCHEMA, check, op

SAMPLE = shipped("annotations", "sample")


def decisions() -> Record:
    """What decisions.json holds."""
    return json.loads((SAMPLE / "decisions.json").read_bytes())


def work(db: Database) -> None:
    """The annotators' sets of the sample, and no gold."""
    reading = files.read([SAMPLE], CONTRACT)
    assert reading.problems == []
    found = [
        replace(one.record, sets=tuple(s for s in one.record.sets if s.kind == "human"))
        for one in reading.found
    ]
    assert records.bring_in(db, found, reading.claims).problems == []


def decided(
    made: Mapping[str, Any], ids: Mapping[str, str], case: Case, cases, text: str
) -> Decision:
    """A decision of decisions.json as one of the domain; `ids` are people's keys."""
    choice = made["choice"]
    if choice == "take":
        return adjudication.take(case, ids[made["taken"]])
    if choice == "reject":
        return adjudication.reject(case)
    if choice == "intersection":
        return adjudication.intersection(case, cases, text)
    if choice == "union":
        return adjudication.union(case, cases, text)
    assert choice == "edit", choice
    result = made["result"]
    fragments = tuple((start, end) for start, end in result["fragments"])
    annotation = Annotation("", result["label"], fragments, result["attributes"])
    aims = [Aim(k["type"], ids[k["annotator"]], k["to"]) for k in made["links"]]
    return adjudication.edit(case, annotation, aims)


def replay(db: Database) -> gold.Version:
    """Gold, made of the annotators' sets by every decision that is kept."""
    kept = decisions()
    by = people.ensure(db, kept["adjudicator"], role="lead").id
    for article in kept["articles"]:
        key = article["article"]
        table = adjudications.begin(db, key, by, labels=LABELS)
        for rule in article["rules"]:
            adjudications.apply_rule(db, key, by, op(), rule, labels=LABELS)
        ids = {person.name: person.key for person in table.people}
        known = {
            frozenset((p.person, p.annotation.id) for p in case.proposals): case
            for case in table.cases
        }
        for made in article["decisions"]:
            case = known[frozenset((ids[n], id) for n, id in made["case"].items())]
            adjudications.decide(
                db,
                key,
                by,
                op(),
                case.key,
                lambda case, table, made=made, ids=ids: decided(
                    made, ids, case, table.cases, table.text
                ),
                labels=LABELS,
                reason=made["reason"],
                note=made["note"],
            )
        adjudications.sign_off(
            db, key, by, op(), labels=LABELS, schema=SCHEMA, check=check
        )
    return gold.make(db, None, by, labels=LABELS, schema=SCHEMA, check=check)


def adjudicated(db: Database) -> list[ArticleRecord]:
    """The articles of the sample with their gold, under the name that it has there."""
    return [
        replace(record, sets=tuple(replace(s, annotator="gold") for s in record.sets))
        for record in gold.records(db, replay(db))
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        migrations.migrate(path)
        db = connect(path)
        work(db)
        made = {record.article.id: record.sets for record in adjudicated(db)}
        db.close()
    reading = files.read([SAMPLE], CONTRACT)
    found = [
        replace(
            one.record,
            sets=tuple(s for s in one.record.sets if s.kind != "gold")
            + made[one.record.article.id],
        )
        for one in reading.found
    ]
    files.write_dataset(SAMPLE, found, reading.claims, CONTRACT)


if __name__ == "__main__":
    main()
