"""What the annotate screen shows: the page, the form, the panels beside the text."""

import secrets
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, request, url_for
from markupsafe import Markup

from workbench import spans, text
from workbench.labels import Label
from workbench.segments import pieces
from workbench.spans import Annotation, Fragment, Relation, Value
from workbench.store import articles, guidelines, questions, releases, sets
from workbench.web import drawing, guard, held, proposed
from workbench.web.db import db
from workbench.web.fragments import wanted
from workbench.web.guide import guideline_version, key_groups
from workbench.web.sheet import (
    Sheet,
    annotations_around,
    claim_words,
    no_article,
    typed_note,
)

#: How far from the annotation links are offered first, in code points.
_NEAR = 2_000


def whole_page(
    sheet: Sheet, said: str = "", *, open_id: str, at: str = "", **more: Any
) -> str:
    """The page, with the annotation `open_id` or the suggestion `at` open; `said` is
    what went wrong with a change that was sent without script."""
    labels = held.labels()
    stored = articles.get(db(), sheet.key) or no_article(sheet.key)
    before, after, place, of = articles.neighbours(db(), guard.me(), sheet.row)
    found = sets.annotations(db(), sheet.head.id) if sheet.head else []
    opened = sheet.view.open(sheet.view.proposed.proposals, found)
    base = url_for("annotate.read", key=sheet.key)
    looked = [p.shown for p in opened if p.ref == at and not open_id]
    drawn = [*pieces(found), *sheet.view.pieces(opened), *pieces(looked, "looked")]
    return render_template(
        "pages/annotate.html",
        article=stored.article,
        words=stored.words,
        script=_script(stored.article.title),
        sheet=sheet,
        base=base,
        before=before,
        after=after,
        place=place,
        of=of,
        article_lines=drawing.lines(sheet.text, sheet.lines, drawn, labels),
        suggestion_groups=drawing.suggestion_groups(
            sheet.view.proposed.lines, [(p.shown.start, p.row) for p in opened]
        ),
        suggestion_count=len(opened),
        regions=greyed_regions(sheet),
        list_groups=drawing.groups(sheet.text, sheet.lines, found, labels, base),
        keys=key_groups(labels),
        guideline_version=guideline_version(),
        others=_others(sheet),
        standing=sheet.standing,
        guideline_before=_guideline_before(sheet),
        threads=_threads(sheet),
        released=_released(sheet),
        said=said,
        **tally_of(sheet),
        **_as_typed(form_of(sheet, open_id)),
        **(suggestion_panel(sheet, at, opened) if at and not open_id else {}),
        **more,
    )


def _released(sheet: Sheet) -> bool:
    """Whether gold of this article may be seen by whoever finished it here."""
    if not (sheet.head and sheet.head.finished):
        return False
    shown = releases.shown_to(db(), guard.me())
    return any(one.key == sheet.key for one in shown)


def _guideline_before(sheet: Sheet) -> str | None:
    """The version of the guideline under which the person submitted last, when it is
    not the present one and there is something to do here."""
    if sheet.head and sheet.head.finished:
        return None
    before = guidelines.labelled_under(db(), sheet.desk.person)
    known = before and guidelines.get(db(), before)
    return before if known and before != guideline_version() else None


def _threads(sheet: Sheet) -> list[tuple[questions.Thread, str]]:
    """The person's questions on this article, each with the place it is about."""
    if sheet.head is None:
        return []
    return [
        (one, url_for("annotate.read", key=sheet.key, open=one.annotation))
        for one in questions.threads(db(), set_id=sheet.head.id)
    ]


def _script(title: str) -> str:
    """The part of the reading font that an article needs first."""
    letter = next((char for char in title if char.isalpha()), "a")
    name = unicodedata.name(letter, "").partition(" ")[0].lower()
    return name if name in ("cyrillic", "greek") else "latin"


def _as_typed(found: dict[str, Any]) -> dict[str, Any]:
    """The form as the person sent it, when it comes back because it was refused."""
    if request.endpoint != "annotate.revise" or found["annotation"] is None:
        return found
    typed = replace(
        found["annotation"],
        attributes={
            a.name: request.form.get(a.name, "") for a in found["label"].attributes
        },
        note=typed_note(),
        unsure="unsure" in request.form,
    )
    return found | {"annotation": typed}


def _others(sheet: Sheet) -> list[tuple[str, str, str]]:
    """The other sets of the article, for a lead: name, kind, status."""
    me = guard.me()
    if me.role != "lead":
        return []
    return [
        (name, kind, status)
        for id, name, kind, status in sets.people(db(), sheet.row)
        if id != me.id and status != "todo" and kind != "model"
    ]


def tally_of(sheet: Sheet) -> dict[str, Any]:
    """What the counters, the undo buttons and the hidden fields of forms need."""
    head = sheet.head
    return {
        "key": sheet.key,
        "labels": sheet.labels,
        "counts": sets.counts(db(), head.id) if head else {},
        "none_here": head.none if head else (),
        "rev": sheet.rev,
        "status": head.status if head else "todo",
        "finished": bool(head and head.finished),
        "can_undo": bool(head and head.undo_top),
        "can_redo": bool(head and head.redo_top),
        "suggested": sheet.view.total,
        "op": secrets.token_hex(8),
    }


@dataclass(frozen=True, slots=True)
class Offer:
    """A link that the open annotation may have: its value in the form, its words."""

    value: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of the open annotation, read from its side."""

    id: str
    title: str
    other: str
    words: str


def form_of(sheet: Sheet, id: str, *, offers: bool = True) -> dict[str, Any]:
    """What the form of annotation `id` needs; an empty form when there is none.

    Without `offers`, the script asks for words and links to choose from later.
    """
    found = sets.annotation(db(), sheet.head.id, id) if sheet.head and id else None
    if found is None or sheet.head is None:
        return {"annotation": None}
    label = held.labels().get(found.label)
    if label is None:
        return {"annotation": None}
    links = sets.relations(db(), sheet.head.id, found.id)
    return {
        "annotation": found,
        "label": label,
        "excerpts": [sheet.text[s:e] for s, e in found.fragments],
        "linked": list(_linked(sheet, sheet.head.id, found, links)),
        "linkable": any(found.label in type_.ends for type_ in held.labels().relations),
        "known": _known(sheet, label) if offers else None,
        "offers": _offers(sheet, sheet.head.id, found, links) if offers else None,
        "stack": _stack(sheet.head.id, found),
        **_where(sheet, found),
    }


def _known(sheet: Sheet, label: Label) -> dict[str, dict[str, str]]:
    """What the person may want to type, by the kind of words a label asks for: each
    value with the words that explain it, maybe none."""
    kinds: dict[str, list[str]] = {}
    for other in held.labels():
        for attribute in other.attributes:
            if attribute.suggest:
                kinds.setdefault(attribute.suggest, []).append(attribute.name)
    asked = {a.suggest for a in label.attributes if a.suggest}
    found: dict[str, dict[str, str]] = {}
    for kind in sorted(asked):
        if kind == "claim" and (claims := claim_words()):
            found[kind] = claims
            continue
        names = sorted(set(kinds[kind]))
        known = sets.values_of(db(), names, sheet.desk.person, sheet.row)
        if kind == "speaker" and sheet.head:
            named = sets.texts_of(db(), sheet.head.id, "source", 80)
            known = [*known, *(" ".join(words.split()) for words in named)]
        found[kind] = dict.fromkeys(known, "")
    return found


def _linked(
    sheet: Sheet, set_id: int, annotation: Annotation, links: Iterable[Relation]
) -> Iterable[Linked]:
    for link in links:
        outward = link.source == annotation.id
        other_id = link.target if outward else link.source
        type_ = held.labels().relation(link.type)
        title = type_.title if type_ else link.type
        other = sets.annotation(db(), set_id, other_id)
        yield Linked(
            link.id,
            title if outward or (type_ and type_.symmetric) else f"{title} (from)",
            other_id,
            _short(sheet.text, other) if other else other_id,
        )


def _short(body: str, annotation: Annotation, limit: int = 60) -> str:
    words = " … ".join(body[s:e] for s, e in annotation.fragments)
    words = " ".join(words.split())
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def _offers(
    sheet: Sheet, set_id: int, annotation: Annotation, links: Sequence[Relation]
) -> list[Offer]:
    """The links that fit and are not there yet, the nearest annotations first."""
    there = {(r.type, r.source, r.target) for r in links}
    near = sets.around(db(), set_id, annotation.start - _NEAR, annotation.end + _NEAR)
    near.sort(key=lambda a: (_distance(annotation, a), a.order))
    offers: list[Offer] = []
    for other in near:
        if other.id == annotation.id:
            continue
        for type_ in held.labels().relations:
            if not type_.fits(annotation.label, other.label):
                continue
            if (type_.name, annotation.id, other.id) in there or (
                type_.symmetric and (type_.name, other.id, annotation.id) in there
            ):
                continue
            if type_.name == "quantifies" and spans.contains(other, annotation):
                continue
            offers.append(
                Offer(
                    f"{type_.name} {other.id}", type_.title, _short(sheet.text, other)
                )
            )
    return offers[:60]


def _distance(a: Annotation, b: Annotation) -> int:
    return max(0, b.start - a.end, a.start - b.end)


def _stack(set_id: int, annotation: Annotation) -> list[Annotation]:
    """The annotations that overlap with this one, innermost first, with itself."""
    found = sets.around(db(), set_id, annotation.start, annotation.end)
    overlapping = [a for a in found if spans.overlaps(a, annotation)]
    overlapping.sort(key=lambda a: (a.end - a.start, a.order))
    return overlapping if len(overlapping) > 1 else []


def _where(sheet: Sheet, annotation: Annotation) -> dict[str, int]:
    """The paragraph in which it begins: its number, 0 for the title, and its place."""
    at = bisect_right(sheet.lines, annotation.start, key=lambda line: line[0]) - 1
    return {"paragraph": at, "line": sheet.lines[at][0]}


@dataclass(frozen=True, slots=True)
class Greyed:
    """A stretch that is taken not to be the article: its place, its words, why, and
    whether the person says that it is the article."""

    start: int
    end: int
    words: str
    rule: str
    overruled: bool


def greyed_regions(sheet: Sheet) -> list[Greyed]:
    """What is or was greyed for this person, in text order."""
    return [
        Greyed(
            region.start,
            region.end,
            " ".join(sheet.text[region.start : region.end].split()),
            (region.origin.rule or "").rpartition(".")[2].replace("-", " "),
            overruled,
        )
        for region, overruled in sheet.view.regions()
    ]


def suggestion_panel(
    sheet: Sheet, ref: str, opened: Sequence[proposed.Proposal]
) -> dict[str, Any]:
    """What the panel of an open suggestion needs; {} when there is none so named."""
    one = next((p for p in opened if p.ref == ref), None)
    label = sheet.labels.get(one.shown.label) if one else None
    if one is None or label is None:
        return {}
    made = proposed.taken(
        one, label, sheet.text, annotations_around(sheet, one.shown.fragments)
    )
    alike = sum(p.shown.label == label.name for p in opened)
    return {
        "suggestion": one,
        "label": label,
        "attributes": made.made.attributes,
        "origin": one.shown.origin,
        "excerpts": [sheet.text[s:e] for s, e in one.shown.fragments],
        "alike": alike,
        "left": len(opened),
        **_where(sheet, one.shown),
    }


def following_suggestion(after: int, opened: Sequence[proposed.Proposal]) -> str:
    """The name of the next open suggestion in the text, or of the first; "" when all
    are decided."""
    later = next((p for p in opened if p.shown.start >= after), None)
    return (later or opened[0]).ref if opened else ""


def several(sheet: Sheet, **shown: Any) -> str:
    """Things to tick, in the place for notices."""
    drawn = render_template(
        "partials/_several.html",
        base=url_for("annotate.read", key=sheet.key),
        **shown,
        **tally_of(sheet),
    )
    return drawn if wanted() else whole_page(sheet, open_id="", extra=Markup(drawn))


@dataclass(frozen=True, slots=True)
class Ticked:
    """Words to tick: the name of the tick, where they stand, the words, what stands
    around them, and what would be said of them."""

    name: str
    fragments: Sequence[Fragment]
    before: str
    words: str
    after: str
    told: str = ""


#: How much is shown around words that may be ticked, in code points.
_AROUND = 30


def ticked(
    sheet: Sheet, name: str, fragments: Sequence[Fragment], told: str = ""
) -> Ticked:
    """The words of the fragments, to tick under that name."""
    start, end = fragments[0][0], fragments[-1][1]
    before, after = text.context(sheet.text, start, end, _AROUND)
    words = " … ".join(sheet.text[s:e] for s, e in fragments)
    return Ticked(name, fragments, before, words, after, told)


def in_short(label: Label, attributes: Mapping[str, Value]) -> str:
    """All that is said of an annotation, in few words: the values of what must be and
    what the text tells, and the rest with its name."""
    told = (
        f"{'' if a.must or a.prefill else f'{a.title.lower()} '}"
        f"{str(attributes[a.name]).replace('_', ' ')}"
        for a in label.attributes
        if a.name in attributes
    )
    # A percent has the unit percent.
    return " · ".join(dict.fromkeys(told))
