"""Gold versions of a batch: made of what is signed off, and never changed again.

The sets of a version belong to a person of their own, of the kind gold, so that they
are proved and exported like every other set.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from workbench.adjudication import Aim, Material, Version
from workbench.adjudication.splits import Item
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.labels import Labels
from workbench.store import (
    adjudications,
    batches,
    now,
    people,
    sets,
    snapshot,
    write,
)
from workbench.store.records import claims

__all__ = [
    "GoldError",
    "Version",
    "every",
    "get",
    "make",
    "material",
    "newest",
    "records",
    "versions",
]


class GoldError(ValueError):
    """A version cannot be made; the message says why."""


_VERSION = """
    SELECT gold_version.id, gold_version.batch_id, gold_version.number, person.name,
           gold_version.guideline, gold_version.schema, gold_version.remark, maker.name,
           gold_version.made, person.id
    FROM gold_version
    JOIN person ON person.id = gold_version.person_id
    JOIN person AS maker ON maker.id = gold_version.made_by
"""


def versions(db: Database, batch: int | None) -> list[Version]:
    """The versions of a batch (or of what is in no batch), the newest first."""
    rows = db.execute(
        f"{_VERSION} WHERE batch_id IS :batch ORDER BY number DESC", {"batch": batch}
    )
    return [_version(db, row) for row in rows.fetchall()]


def get(db: Database, id: int) -> Version | None:
    """The version with that id, or None."""
    row = db.execute(f"{_VERSION} WHERE gold_version.id = ?", [id]).fetchone()
    return _version(db, row) if row else None


def every(db: Database) -> list[Version]:
    """Every version of every batch, the last made first."""
    rows = db.execute(
        f"{_VERSION} ORDER BY gold_version.made DESC, gold_version.id DESC"
    )
    return [_version(db, row) for row in rows.fetchall()]


def newest(db: Database) -> list[Version]:
    """The newest version of every batch, in the order of the batches."""
    rows = db.execute(
        f"""{_VERSION}
        WHERE number = (
            SELECT max(number) FROM gold_version AS other
            WHERE other.batch_id IS gold_version.batch_id
        )
        ORDER BY gold_version.batch_id
        """
    )
    return [_version(db, row) for row in rows.fetchall()]


def _version(db: Database, row: Sequence[Any]) -> Version:
    *head, person = row
    articles, rejected = db.execute(
        """
        SELECT count(*), coalesce(sum(json_array_length(rejected)), 0)
        FROM annotation_set
        WHERE person_id = ?
        """,
        [person],
    ).fetchone()
    paths = db.execute(
        """
        SELECT json_extract(origin, '$.path') AS path, count(*)
        FROM annotation JOIN annotation_set ON annotation_set.id = annotation.set_id
        WHERE person_id = ?
        GROUP BY path
        ORDER BY path
        """,
        [person],
    ).fetchall()
    annotations = sum(number for _, number in paths)
    return Version(*[*head, articles, annotations, rejected, tuple(paths)])


def records(db: Database, version: Version) -> Iterator[ArticleRecord]:
    """The articles of a version, each with its one gold set, by id. One state of the
    database."""
    with snapshot(db):
        rows = db.execute(
            """
            SELECT annotation_set.id, key, title, text, outlet, url, published, language
            FROM gold_version
            JOIN annotation_set ON annotation_set.person_id = gold_version.person_id
            JOIN article ON article.id = annotation_set.article_id
            WHERE gold_version.id = ?
            ORDER BY key
            """,
            [version.id],
        )
        for set_id, *article in rows:
            whole = sets.whole(db, set_id, version.name, "gold")
            yield ArticleRecord(Article(*article), (whole,))


def material(db: Database, chosen: Sequence[Version], labels: Labels) -> Material:
    """What an export of these versions is made of; of an article that is in two, the
    newer. One state of the database."""
    with snapshot(db):
        found: dict[str, ArticleRecord] = {}
        for version in sorted(chosen, key=lambda one: one.id):
            for record in records(db, version):
                found[record.article.id] = record
        keys = sorted(found)
        in_play = {}
        for version in chosen:
            batch = batches.get(db, version.batch) if version.batch else None
            if batch:
                in_play[version.name] = batch.labels
        return Material(
            tuple(chosen),
            tuple(found[key] for key in keys),
            tuple(replace(found[key], sets=_submitted(db, key)) for key in keys),
            _came(db, max((version.id for version in chosen), default=0), labels),
            tuple(claims(db)),
            in_play,
            tuple(_unsigned(db, chosen, found)),
            tuple(adjudications.unsettled(db, labels, keys)),
            _own_work(db, keys),
            people.names(db),
            adjudications.secret(db),
        )


def _submitted(db: Database, key: str) -> tuple[AnnotationSet, ...]:
    """The sets of an article's annotators: of who has reopened it, what was submitted
    before, on which its gold rests. Who never submitted is there with what is begun."""
    rows = db.execute(
        """
        SELECT annotation_set.id, person.name
        FROM annotation_set
        JOIN person ON person.id = annotation_set.person_id AND person.kind = 'human'
        JOIN article ON article.id = annotation_set.article_id
        WHERE article.key = ? AND annotation_set.status <> 'todo'
        ORDER BY person.name
        """,
        [key],
    ).fetchall()
    return tuple(adjudications.latest(db, *row) for row in rows)


def _came(db: Database, newest: int, labels: Labels) -> tuple[Item, ...]:
    """Every article that was in gold up to that version, in the order in which they
    came in, with the canonical claims that were ever named there, also where they were
    rejected.

    What came later, and what is not exported, changes nothing: so neither the next
    version nor another choice of batches moves an article into another part.
    """
    naming = json.dumps(
        [
            [label, name]
            for label, names in labels.naming_claims.items()
            for name in names
        ]
    )
    named: dict[int, set[str]] = {}
    for article, claim in db.execute(
        """
        WITH made AS (
            SELECT annotation_set.id, article_id, rejected
            FROM gold_version
            JOIN annotation_set ON annotation_set.person_id = gold_version.person_id
            WHERE gold_version.id <= :newest
        ),
        marked AS (
            SELECT article_id, label, attributes
            FROM made JOIN annotation ON annotation.set_id = made.id
            UNION ALL
            SELECT article_id, json_extract(negative.value, '$.label'),
                   json_extract(negative.value, '$.attributes')
            FROM made JOIN json_each(rejected) AS negative
        )
        SELECT DISTINCT article_id, attribute.value
        FROM json_each(:naming) AS naming
        JOIN marked ON label = json_extract(naming.value, '$[0]')
        JOIN json_each(attributes) AS attribute
            ON attribute.key = json_extract(naming.value, '$[1]')
        """,
        {"newest": newest, "naming": naming},
    ).fetchall():
        named.setdefault(article, set()).add(str(claim))
    rows = db.execute(
        """
        SELECT article.id, key, sha256, min(gold_version.id) AS first
        FROM gold_version
        JOIN annotation_set ON annotation_set.person_id = gold_version.person_id
        JOIN article ON article.id = annotation_set.article_id
        WHERE gold_version.id <= :newest
        GROUP BY article.id
        ORDER BY first, article.id
        """,
        {"newest": newest},
    ).fetchall()
    return tuple(
        Item(key, sha256, frozenset(named.get(article, ())))
        for article, key, sha256, _ in rows
    )


def _unsigned(
    db: Database, chosen: Sequence[Version], among: Collection[str]
) -> list[str]:
    """The articles of the versions' batches that are not `among` the gold; outside of
    batches, those that somebody submitted."""
    left = []
    for batch in {version.batch for version in chosen}:
        rows = db.execute(
            """
            SELECT article.key
            FROM article
            LEFT JOIN batch_article ON batch_article.article_id = article.id
            WHERE batch_article.batch_id IS :batch AND (
                :batch IS NOT NULL OR EXISTS (
                    SELECT 1
                    FROM annotation_set
                    JOIN person ON person.id = annotation_set.person_id
                    WHERE annotation_set.article_id = article.id
                        AND person.kind = 'human'
                        AND annotation_set.status IN ('submitted', 'adjudicated')
                )
            )
            """,
            {"batch": batch},
        )
        left += [key for (key,) in rows.fetchall() if key not in among]
    return sorted(left)


def _own_work(db: Database, keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the articles that somebody adjudicated who had labelled them."""
    rows = db.execute(
        """
        SELECT article.key
        FROM adjudication JOIN article ON article.id = adjudication.article_id
        WHERE json_array_length(own) > 0
            AND article.key IN (SELECT value FROM json_each(:keys))
        ORDER BY article.key
        """,
        {"keys": json.dumps(list(keys))},
    )
    return tuple(key for (key,) in rows.fetchall())


def make(
    db: Database,
    batch: int | None,
    by: int,
    *,
    labels: Labels,
    schema: str,
    check: Callable[[AnnotationSet, str], Sequence[str]],
    remark: str = "",
) -> Version:
    """A new version of a batch's gold, of all its articles that are signed off.

    `check` says what an export would refuse of a set, given the text.

    :raises GoldError: nothing is signed off, nothing changed since the last version, or
        the check finds something.
    """
    with write(db):
        tables = _signed_off(db, batch, labels)
        if not tables:
            raise GoldError("No article is signed off yet: there is no gold to make.")
        before = versions(db, batch)
        number = before[0].number + 1 if before else 1
        found = batches.get(db, batch) if batch is not None else None
        name = _free_name(db, found.name if found else "gold", number)
        made = _gold(tables, labels, schema, name, found.guideline if found else "")
        guideline = ", ".join(sorted({one.guideline for one in made} - {""}))
        wrong = [
            f"{table.key}: {problem}"
            for table, one in zip(tables, made, strict=True)
            for problem in check(one, table.text)
        ]
        if wrong:
            raise GoldError(f"The gold would not be complete: {' '.join(wrong[:5])}")
        if before and _same(db, before[0], tables, made):
            raise GoldError(
                f"Nothing changed since version {before[0].number}: there is no need "
                "of another."
            )
        person = people.ensure(db, name, kind="gold")
        for table, one in zip(tables, made, strict=True):
            sets.bring_in(db, table.article, table.text, person.id, one)
        id = db.execute(
            """
            INSERT INTO gold_version
                (batch_id, number, person_id, guideline, schema, remark, made_by, made)
            VALUES (:batch, :number, :person, :guideline, :schema, :remark, :by, :now)
            RETURNING id
            """,
            {
                "batch": batch,
                "number": number,
                "person": person.id,
                "guideline": guideline,
                "schema": schema,
                "remark": remark.strip(),
                "by": by,
                "now": now(),
            },
        ).fetchone()[0]
        version = get(db, id)
    if version is None:
        raise GoldError("The version could not be made.")
    return version


def _free_name(db: Database, stem: str, number: int) -> str:
    """A name for the version that nobody of the kind gold has."""
    for again in range(1, 1000):
        ending = f" v{number}" + (f" ({again})" if again > 1 else "")
        name = stem[: 80 - len(ending)] + ending
        row = db.execute(
            "SELECT 1 FROM person WHERE name = ? AND kind = 'gold'", [name]
        ).fetchone()
        if row is None:
            return name
    raise GoldError(f"There is no free name for version {number} of {stem!r}.")


def _signed_off(
    db: Database, batch: int | None, labels: Labels
) -> list[adjudications.Table]:
    rows = db.execute(
        """
        SELECT article.key
        FROM adjudication
        JOIN article ON article.id = adjudication.article_id
        LEFT JOIN batch_article ON batch_article.article_id = article.id
        WHERE batch_article.batch_id IS :batch
        ORDER BY article.key
        """,
        {"batch": batch},
    ).fetchall()
    tables = (adjudications.read(db, key, labels) for (key,) in rows)
    return [table for table in tables if table and table.signed_off]


def _gold(
    tables: Sequence[adjudications.Table],
    labels: Labels,
    schema: str,
    name: str,
    guideline: str,
) -> list[AnnotationSet]:
    """The sets of a version. Links into other articles end at the gold of those, so the
    ids and labels of all come first."""
    ends: dict[tuple[str, str, str], tuple[str, str]] = {}
    for table in tables:
        gold = adjudications.items_of(table, labels=labels)
        label_of = {a.id: a.label for a in gold.annotations}
        for (person, id), made in gold.ids.items():
            ends[table.key, person, id] = (made, label_of[made])

    def abroad(aim: Aim, label: str) -> str | None:
        key, _, id = aim.target.rpartition("#")
        end = ends.get((key, aim.person, id))
        relation = labels.relation(aim.type)
        if end is None or relation is None or not relation.fits(label, end[1]):
            return None
        return f"{key}#{end[0]}"

    return [
        adjudications.gold_of(
            table,
            labels=labels,
            schema=schema,
            name=name,
            guideline=guideline or None,
            abroad=abroad,
        )
        for table in tables
    ]


def _same(
    db: Database,
    last: Version,
    tables: Sequence[adjudications.Table],
    made: Sequence[AnnotationSet],
) -> bool:
    def content(one: AnnotationSet) -> tuple[object, ...]:
        return (
            one.guideline,
            sorted(one.none),
            sorted(one.annotations, key=lambda a: a.order),
            sorted(one.relations, key=lambda r: r.id),
            sorted(one.rejected, key=lambda a: a.order),
        )

    before = {r.article.id: content(r.sets[0]) for r in records(db, last)}
    return before == {
        table.key: content(one) for table, one in zip(tables, made, strict=True)
    }
