"""Gold that its annotators may see: released by a lead, version by version.

A release is an event of each article's adjudication, so it is in the activity, stands
beside who did it, and is taken back by a further one.
"""

import json
import secrets
from dataclasses import dataclass

from sqlite_utils import Database

from workbench.adjudication import Version
from workbench.dataset import AnnotationSet
from workbench.store import adjudications, batches, people, sets, write
from workbench.store.people import Person
from workbench.store.sets import Change, Desk, Op


@dataclass(frozen=True, slots=True)
class Release:
    """Whether a version is released, and who changed that last, and when."""

    released: bool
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """An article of which somebody may see gold: the newest version released."""

    key: str
    title: str
    version: int
    name: str
    own_set: int
    gold_set: int


def release(db: Database, version: Version, by: int, released: bool = True) -> None:
    """The version, released to everybody who labelled one of its articles, or
    withdrawn; nothing where it is so already."""
    with write(db):
        gold = people.ensure(db, adjudications.PERSON, kind="gold")
        rows = db.execute(
            """
            SELECT adjudication.article_id, adjudication.released
            FROM gold_version
            JOIN annotation_set ON annotation_set.person_id = gold_version.person_id
            JOIN adjudication ON adjudication.article_id = annotation_set.article_id
            WHERE gold_version.id = ?
            ORDER BY adjudication.article_id
            """,
            [version.id],
        ).fetchall()
        for article, written in rows:
            before = set(json.loads(written))
            after = before | {version.id} if released else before - {version.id}
            _record(db, Desk(article, "", gold.id, by=by), before, after, released)


def _record(
    db: Database, desk: Desk, before: set[int], after: set[int], released: bool
) -> None:
    change = Change("released", "", sorted(before), sorted(after))
    sets.act(
        db,
        desk,
        Op(f"release-{secrets.token_hex(8)}", "store", 0),
        "release_gold" if released else "withdraw_gold",
        lambda head: ([change], None),
        undoable=False,
        closed_too=True,
    )


def of(db: Database, version: Version) -> Release:
    """Whether the version is released, and since when."""
    row = db.execute(
        """
        SELECT EXISTS (
                   SELECT 1 FROM json_each(adjudication.released)
                   WHERE value = gold_version.id),
               (SELECT person.name
                FROM event
                JOIN person ON person.id = event.person_id
                WHERE event.id = last.id),
               (SELECT at FROM event WHERE id = last.id)
        FROM gold_version
        JOIN annotation_set ON annotation_set.person_id = gold_version.person_id
        JOIN adjudication ON adjudication.article_id = annotation_set.article_id
        LEFT JOIN (
            SELECT max(event.id) AS id, event.set_id
            FROM event
            JOIN json_each(event.changes) AS change
            WHERE event.verb IN ('release_gold', 'withdraw_gold')
                -- Of this version, in whichever direction.
                AND EXISTS (
                    SELECT 1 FROM json_each(json_extract(change.value, '$[2]'))
                    WHERE value = :version
                ) <> EXISTS (
                    SELECT 1 FROM json_each(json_extract(change.value, '$[3]'))
                    WHERE value = :version
                )
            GROUP BY event.set_id
        ) AS last ON last.set_id = adjudication.set_id
        WHERE gold_version.id = :version
        ORDER BY adjudication.set_id
        LIMIT 1
        """,
        {"version": version.id},
    ).fetchone()
    return Release(bool(row[0]), row[1], row[2]) if row else Release(False, None, None)


def shown_to(db: Database, person: Person) -> list[Shown]:
    """The articles of which the person may see gold: those that the person submitted,
    still may open, and that are in a released version. Who works on an article anew
    sees none of it."""
    rows = db.execute(
        """
        SELECT article.id, article.key, article.title, gold_version.id, version.name,
               own.id, made.id
        FROM annotation_set AS own
        JOIN adjudication ON adjudication.article_id = own.article_id
        JOIN json_each(adjudication.released) AS released
        JOIN gold_version ON gold_version.id = released.value
        JOIN person AS version ON version.id = gold_version.person_id
        JOIN annotation_set AS made
            ON made.person_id = gold_version.person_id
            AND made.article_id = own.article_id
        JOIN article ON article.id = own.article_id
        WHERE own.person_id = :person AND own.status IN ('submitted', 'adjudicated')
        ORDER BY gold_version.id DESC, article.key
        """,
        {"person": person.id},
    )
    found: dict[int, Shown] = {}
    for article, *row in rows.fetchall():
        if article not in found and batches.open_to(db, article, person):
            found[article] = Shown(*row)
    return list(found.values())


def both(db: Database, shown: Shown, name: str) -> tuple[AnnotationSet, AnnotationSet]:
    """The person's own set, and gold."""
    return (
        sets.whole(db, shown.own_set, name, "human"),
        sets.whole(db, shown.gold_set, shown.name, "gold"),
    )
