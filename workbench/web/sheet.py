"""An article as one person works on it, and what a change of it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

from flask import abort, current_app, request

from workbench import text
from workbench.labels import Label, Labels
from workbench.spans import Annotation, Fragment
from workbench.store import articles, batches, records, sets, suggestions
from workbench.web import guard, held, proposed
from workbench.web.db import db
from workbench.web.guide import guideline_version


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as one person works on it."""

    row: int
    key: str
    text: str
    lines: tuple[Fragment, ...]
    desk: sets.Desk
    head: sets.State | None
    standing: batches.Standing | None
    view: proposed.View

    @property
    def labels(self) -> Labels:
        """The labels in play: those of the article's batch, or all."""
        return self.view.labels

    @property
    def rev(self) -> int:
        """The rev of the set; 0 before its first change."""
        return self.head.rev if self.head else 0


@lru_cache(maxsize=16)
def _layout(key: str, database: str) -> tuple[int, str, tuple[Fragment, ...]]:
    """Row, text and lines of an article: they never change, and a long text is slow to
    read and cut for every label. What raises is not kept."""
    stored = articles.get(db(), key) or no_article(key)
    return stored.row, stored.article.text, tuple(text.lines(stored.article.text))


def no_article(key: str) -> NoReturn:
    """Answers 404: there is no such article, or not for this person."""
    abort(404, f"There is no article {key!r} here.")


def sheet_of(key: str) -> Sheet:
    """The article with that id as the signed-in person sees it, or 404."""
    row, body, lines = _layout(key, str(current_app.config["DB"]))
    me = guard.me()
    standing = batches.standing(db(), row, me.id)
    if standing and not standing.state and me.role != "lead":
        no_article(key)
    how = standing.batch.suggestions if standing else current_app.config["SUGGESTIONS"]
    aided = how != "off"
    desk = sets.Desk(row, body, me.id, guideline_version(), aided=aided)
    head = sets.state(db(), row, me.id)
    if head and head.finished:
        how = "off"
    database = str(current_app.config["DB"])
    overruled: tuple[Fragment, ...] = ()
    if head and how != "off":
        overruled = suggestions.overruled(db(), head.id)
    view = proposed.View(
        proposed.NOTHING
        if how == "off"
        else proposed.of(row, key, database, overruled),
        how,
        held.labels().only(standing.batch.labels) if standing else held.labels(),
        head.id if head else None,
        overruled,
    )
    return Sheet(row, key, body, lines, desk, head, standing, view)


def claim_words() -> dict[str, str]:
    """The proposition of every canonical claim, by its id."""
    return {claim["id"]: claim["proposition"] for claim in records.claims(db())}


class RefusedError(ValueError):
    """The request cannot be taken as it is; the message says why and what to do."""

    def __init__(self, message: str, status: int = 422, **details: Any) -> None:
        super().__init__(message)
        self.status = status
        self.details = details


def typed_note() -> str:
    """The note of the form, without white space around it."""
    return request.form.get("note", "").replace("\r\n", "\n").strip()


def label_named(labels: Labels, name: str) -> Label:
    """The label of that name.

    :raises RefusedError: there is none; the message lists those in play.
    """
    label = labels.get(name)
    if label is None:
        known = ", ".join(label.name for label in labels)
        raise RefusedError(f"There is no label {name!r}; the labels are {known}.")
    return label


def annotations_around(sheet: Sheet, fragments: Sequence[Fragment]) -> list[Annotation]:
    """The person's annotations that share text with the stretch of the fragments."""
    if sheet.head is None:
        return []
    return sets.around(db(), sheet.head.id, fragments[0][0], fragments[-1][1])


def annotation_of(sheet: Sheet, id: str) -> Annotation:
    """The person's annotation with that id.

    :raises sets.Stale: it is gone.
    """
    found = sets.annotation(db(), sheet.head.id, id) if sheet.head else None
    if found is None:
        raise sets.Stale(id, None)
    return found


def set_id_of(sheet: Sheet) -> int:
    """The row of the person's set; 0, which no set has, before the first change."""
    return sheet.head.id if sheet.head else 0
