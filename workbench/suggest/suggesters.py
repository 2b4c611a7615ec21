"""Everything that the machine proposes for a text, in one reading."""

import zlib
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.dataset import AnnotationSet
from workbench.labels import Label, Labels
from workbench.spans import Annotation, Fragment, Origin, Relation, Value
from workbench.spans import Region as SetRegion
from workbench.suggest.suggestion import (
    THRESHOLDS,
    UNKNOWN,
    VERSION,
    Region,
    Suggestion,
)

#: What the sets of these rules are called.
SUGGESTER = "workbench suggest"

#: How readily claims are suggested; a lead chooses one.
EAGERNESS = tuple(THRESHOLDS)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for a text, in text order, and the regions it skips."""

    suggestions: tuple[Suggestion, ...]
    regions: tuple[Region, ...]

    def annotation_set(self, annotator: str, labels: Labels) -> AnnotationSet:
        """The suggestions as a set of kind model; the origin of each names its rule.

        Labels, attributes, values and links that `labels` does not have are left out.
        The set is submitted, unless `labels` demands more than the rules can tell.
        """
        made = [m for m in self.suggestions if labels.get(m.label)]
        found: list[Annotation] = []
        links: list[Relation] = []
        for number, one in enumerate(made, 1):
            id = f"{one.label[0]}{number}"
            found.append(_annotation(id, one, labels))
            if one.cue and _links(labels, one.label, "cue"):
                cue = Annotation(f"v{number}", "cue", (one.cue,), origin=_origin(one))
                found.append(cue)
                links.append(Relation(f"r{number}", "attributed_to", id, f"v{number}"))
        status = "submitted" if complete(found, labels) else "in_progress"
        return AnnotationSet(
            annotator,
            "model",
            status,
            annotations=tuple(found),
            relations=tuple(links),
            regions=tuple(
                SetRegion(
                    one.start,
                    one.end,
                    Origin("suggested", (), rule=one.rule, version=one.version),
                )
                for one in self.regions
            ),
        )


def _origin(made: Suggestion) -> Origin:
    return Origin(
        "suggested", (), rule=made.rule, version=made.version, score=made.score
    )


def _annotation(id: str, made: Suggestion, labels: Labels) -> Annotation:
    label = labels.get(made.label)
    attributes = _known(made.attributes, label) if label else {}
    return Annotation(id, made.label, made.fragments, attributes, origin=_origin(made))


def _links(labels: Labels, source: str, target: str) -> bool:
    type_ = labels.relation("attributed_to")
    return labels.get(target) is not None and (
        type_ is not None and type_.fits(source, target)
    )


def complete(annotations: Iterable[Annotation], labels: Labels) -> bool:
    """Whether no annotation lacks an attribute that its label must have."""
    musts = {
        label.name: {a.name for a in label.attributes if a.must} for label in labels
    }
    return all(musts[a.label] <= a.attributes.keys() for a in annotations)


def _known(attributes: Mapping[str, Value], label: Label) -> dict[str, Value]:
    known = {attribute.name: attribute.options for attribute in label.attributes}
    return {
        name: value
        for name, value in attributes.items()
        if name in known and (not known[name] or value in known[name])
    }


def suggest(
    text: str, claims: str = "careful", read: Collection[Fragment] = ()
) -> Suggestions:
    """The quotes, figures and claims of `text`, which is canonical.

    `claims` is one of EAGERNESS: how sure a claim must be. Regions at the places `read`
    are read like the article. The same text has the same suggestions every time; all
    offsets are code points.
    """
    # Thousands of words become expressions there, which takes a fifth of a second: a
    # server starts without it.
    from workbench.suggest import boilerplate, find_claims, find_figures, find_quotes
    from workbench.suggest.passages import Passages
    from workbench.suggest.speakers import Names

    regions = tuple(
        region
        for region in boilerplate.regions(text)
        if (region.start, region.end) not in read
    )
    hidden = tuple((region.start, region.end) for region in regions)
    passages = Passages(text, hidden)
    figures = find_figures.find(text, regions)
    names = Names(passages.visible)
    quotes = find_quotes.find(passages, names)
    figures = _sourced(figures, quotes)
    found = [*figures, *quotes]
    if claims != "off":
        threshold = THRESHOLDS[claims]
        found += find_claims.find(passages, quotes, figures, names, threshold)
    return Suggestions(tuple(sorted(found, key=_order)), regions)


def _sourced(figures: list[Suggestion], quotes: list[Suggestion]) -> list[Suggestion]:
    """The figures, each in a quote with who gives it; nobody vouches for a date."""
    parts = sorted(
        (start, end, str(quote.attributes["speaker"]))
        for quote in quotes
        if quote.attributes["speaker"] != UNKNOWN
        for start, end in quote.fragments
    )
    starts = [part[0] for part in parts]
    found: list[Suggestion] = []
    for figure in figures:
        place = bisect_right(starts, figure.start) - 1
        inside = place >= 0 and figure.end <= parts[place][1]
        if inside and figure.attributes["kind"] != "date":
            told = {**figure.attributes, "source": parts[place][2]}
            figure = replace(figure, attributes=told)
        found.append(figure)
    return found


def stored(text: str, labels: Labels) -> AnnotationSet:
    """The suggestions of `text` as they are kept for people to decide.

    All that an eager reading has, so that how much is shown can change. In progress,
    since nothing must be complete that only proposes, also after the labels changed.
    An id tells the place, so that on a page that is open while the rules change it
    never comes to mean other words.
    """
    return _kept(suggest(text, "eager"), labels)


def within(text: str, read: Collection[Fragment], labels: Labels) -> AnnotationSet:
    """What is suggested in the regions `read`, which somebody says are the article."""
    every = suggest(text, "eager", read)
    found = tuple(
        one
        for one in every.suggestions
        if any(s < end and start < e for s, e in one.fragments for start, end in read)
    )
    return _kept(Suggestions(found, ()), labels)


def _kept(found: Suggestions, labels: Labels) -> AnnotationSet:
    made = found.annotation_set(SUGGESTER, labels)
    ids = {one.id: _place_id(one) for one in made.annotations}
    # A cue that governs two quotes is one.
    placed = {ids[one.id]: replace(one, id=ids[one.id]) for one in made.annotations}
    return replace(
        made,
        status="in_progress",
        annotations=tuple(placed.values()),
        relations=tuple(
            replace(r, source=ids[r.source], target=ids[r.target])
            for r in made.relations
        ),
    )


def _place_id(one: Annotation) -> str:
    # Of several fragments the whole list would be too long for an id.
    inner = f"-{zlib.crc32(repr(one.fragments).encode()):08x}"
    return f"{one.label}.{one.start}-{one.end}{inner if one.fragments[1:] else ''}"


def shown(made: Annotation, how: str) -> bool:
    """Whether a suggestion is shown where suggestions are *careful* or *eager*.

    Claims are ranked by their score; who gives none is taken to be sure. Nothing is
    shown where they are *off*.
    """
    if how == "off":
        return False
    score = made.origin.score if made.origin else None
    if made.label != "claim" or score is None:
        return True
    return score >= THRESHOLDS[how]


#: The least score of a claim that is shown, by how readily claims are.
LEAST = dict(THRESHOLDS)


def _order(made: Suggestion) -> tuple[int, int, str, tuple[tuple[int, int], ...]]:
    return made.start, -made.end, made.label, made.fragments


__all__ = [
    "EAGERNESS",
    "LEAST",
    "SUGGESTER",
    "VERSION",
    "Suggestions",
    "complete",
    "shown",
    "stored",
    "suggest",
    "within",
]
