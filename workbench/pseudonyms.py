"""Names of people replaced throughout what is exported: one pseudonym a person."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.dataset import AnnotationSet, ArticleRecord, Record
from workbench.spans import Annotation, Origin

#: Where a canonical claim names somebody of the team, and where somebody of the team
#: writes freely, and may do so.
_IN_CLAIMS = ("checked_by",)
NOTE = "verdict_note"


def pseudonyms(names: Iterable[str], secret: str) -> dict[str, str]:
    """A pseudonym for each name: person-1, person-2 …

    The order is that of a hash of the name with `secret`: the same each time, and
    nobody who knows the names can tell from it which is whose.
    """
    drawn = sorted(
        set(names),
        key=lambda name: hashlib.sha256(f"{secret}:{name}".encode()).digest(),
    )
    return {name: f"person-{n}" for n, name in enumerate(drawn, 1)}


def names_in(records: Iterable[ArticleRecord], claims: Iterable[Record]) -> set[str]:
    """Everybody who is named in `records` or `claims`: annotators, those whom gold
    rests on, adjudicators, those who checked a claim; no models and no gold sets."""
    found = {
        str(claim[name]) for claim in claims for name in _IN_CLAIMS if claim.get(name)
    }
    for record in records:
        for set_ in record.sets:
            if set_.kind == "human":
                found.add(set_.annotator)
            for a in (*set_.annotations, *set_.rejected):
                # Elsewhere the sources are suggesters, which are no people.
                if a.origin and set_.kind == "gold":
                    found.update(who for who, _ in a.origin.sources)
                    found.update([a.origin.by] if a.origin.by else ())
    return found


def hidden(record: ArticleRecord, called: Mapping[str, str]) -> ArticleRecord:
    """`record` with every person called as `called` says."""

    def origin(one: Origin) -> Origin:
        return replace(
            one,
            sources=tuple((called[who], id) for who, id in one.sources),
            by=called[one.by] if one.by else None,
        )

    def annotations(some: Iterable[Annotation]) -> tuple[Annotation, ...]:
        return tuple(
            replace(a, origin=origin(a.origin)) if a.origin else a for a in some
        )

    def annotation_set(one: AnnotationSet) -> AnnotationSet:
        if one.kind == "human":
            return replace(one, annotator=called[one.annotator])
        if one.kind != "gold":
            return one
        return replace(
            one,
            annotations=annotations(one.annotations),
            rejected=annotations(one.rejected),
        )

    return replace(record, sets=tuple(map(annotation_set, record.sets)))


def hidden_claim(
    claim: Record, called: Mapping[str, str], team: Iterable[str]
) -> Record:
    """`claim` with those who checked it called as `called` says, and without its note
    when that names one of them or of `team`.

    To put a pseudonym into the note would tell that the word was a name: of "lead in
    the water" nobody can say whether it is about a person.
    """
    made = claim | {name: called[claim[name]] for name in _IN_CLAIMS if claim.get(name)}
    names = "|".join(re.escape(name) for name in {*called, *team})
    note = claim.get(NOTE, "")
    if names and re.search(rf"(?<!\w)(?:{names})(?!\w)", note, re.IGNORECASE):
        del made[NOTE]
    return made
