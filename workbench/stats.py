"""How much there is in a dataset: articles, words, annotations, who made them and how.

One count for `workbench stats`, for the data card of an export and for whoever asks
next. What somebody has not begun is no set, and what was rejected is no annotation.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.dataset import KINDS, AnnotationSet, ArticleRecord
from workbench.labels import Labels
from workbench.text import words

#: A name that would be read together with the number behind it, or with the next name.
_MIXED = re.compile(r",|\d$")
#: How what is not known is called: an article without an outlet, say.
UNKNOWN = "unknown"


@dataclass(slots=True)
class LabelCount:
    """How many annotations have a label, how many stand in several pieces, how many
    were rejected, and how many have each attribute."""

    annotations: int = 0
    interrupted: int = 0
    rejected: int = 0
    attributes: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class SetCount:
    """The sets of one kind: whose they are, how far, and what is in them.

    The last five are about where annotations come from: those of gold from
    adjudication, others from suggestions. `paths` and `schemas` leave out what was
    rejected.
    """

    sets: int = 0
    annotations: int = 0
    rejected: int = 0
    unsure: int = 0
    people: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    guidelines: Counter[str] = field(default_factory=Counter)
    labels: dict[str, LabelCount] = field(default_factory=dict)
    none: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    paths: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    adjudicators: Counter[str] = field(default_factory=Counter)
    schemas: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Stats:
    """What some articles and their sets come to; `first` and `last` are days."""

    articles: int = 0
    words: int = 0
    characters: int = 0
    outlets: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None
    undated: int = 0
    kinds: dict[str, SetCount] = field(default_factory=dict)

    def as_record(self) -> dict[str, object]:
        """The counts for JSON; names of what occurs are sorted."""
        return {
            "articles": self.articles,
            "words": self.words,
            "characters": self.characters,
            "outlets": dict(sorted(self.outlets.items())),
            "languages": dict(sorted(self.languages.items())),
            "published": {
                "first": self.first,
                "last": self.last,
                "undated": self.undated,
            },
            "kinds": {
                kind: _kind_record(self.kinds[kind])
                for kind in KINDS
                if kind in self.kinds
            },
        }


_TALLIES = (
    *("people", "statuses", "guidelines", "none", "links", "paths", "reasons"),
    *("rules", "adjudicators", "schemas"),
)


def _kind_record(one: SetCount) -> dict[str, object]:
    return {
        "sets": one.sets,
        "annotations": one.annotations,
        "rejected": one.rejected,
        "unsure": one.unsure,
        "labels": {
            name: {
                "annotations": count.annotations,
                "interrupted": count.interrupted,
                "rejected": count.rejected,
                "attributes": dict(count.attributes),
            }
            for name, count in one.labels.items()
        },
        **{name: dict(sorted(getattr(one, name).items())) for name in _TALLIES},
    }


def counted(records: Iterable[ArticleRecord], labels: Labels) -> Stats:
    """What `records` come to. Every label of the schema is there with every attribute,
    also with 0; a label that the schema does not know comes after them."""
    made = Stats()
    for record in records:
        article = record.article
        made.articles += 1
        made.words += words(article.text)
        made.characters += len(article.text)
        made.outlets[article.outlet or UNKNOWN] += 1
        made.languages[article.language or UNKNOWN] += 1
        if article.published:
            made.first = min(made.first or article.published, article.published)
            made.last = max(made.last or article.published, article.published)
        else:
            made.undated += 1
        for set_ in record.sets:
            if set_.status != "todo":
                kind = made.kinds.get(set_.kind)
                if kind is None:
                    kind = made.kinds[set_.kind] = _nothing(labels)
                _count(kind, set_)
    return made


def _nothing(labels: Labels) -> SetCount:
    return SetCount(
        labels={
            label.name: LabelCount(
                attributes=Counter({a.name: 0 for a in label.attributes})
            )
            for label in labels
        }
    )


def _count(kind: SetCount, set_: AnnotationSet) -> None:
    kind.sets += 1
    kind.annotations += len(set_.annotations)
    kind.rejected += len(set_.rejected)
    kind.people[set_.annotator] += 1
    kind.statuses[set_.status] += 1
    kind.guidelines[set_.guideline or UNKNOWN] += 1
    kind.none.update(set_.none)
    kind.links.update(relation.type for relation in set_.relations)
    for a in set_.annotations:
        label = kind.labels.setdefault(a.label, LabelCount())
        label.annotations += 1
        label.interrupted += len(a.fragments) > 1
        label.attributes.update(a.attributes.keys())
        kind.unsure += a.unsure
    for a in set_.rejected:
        kind.labels.setdefault(a.label, LabelCount()).rejected += 1
    for a in set_.annotations:
        if a.origin:
            kind.paths[a.origin.path] += 1
            kind.schemas.update([a.origin.schema] if a.origin.schema else ())
    for a in (*set_.annotations, *set_.rejected):
        if a.origin:
            kind.reasons.update([a.origin.reason] if a.origin.reason else ())
            kind.rules.update([a.origin.rule] if a.origin.rule else ())
            kind.adjudicators.update([a.origin.by] if a.origin.by else ())


# --- in words -------------------------------------------------------------------------


def many(number: int, noun: str) -> str:
    """A count with its noun, as "1 article" or "1,200 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def share(part: int, of: int) -> str:
    """A count with its share, as "12 (80 %)"; alone where there is nothing to share.

    Only none is 0 %, and only all is 100 %.
    """
    if not of:
        return f"{part:,}"
    percent = round(100 * part / of)
    told = str(percent)
    if part and not percent:
        told = "<1"
    elif part < of and percent == 100:
        told = ">99"
    return f"{part:,} ({told} %)"


def tallied(counts: Mapping[str, int], of: int = 0) -> str:
    """Counts in words, the most first; with `of`, each with its share. A name that ends
    in a digit or has a comma stands in quotation marks."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(
        f"{f'“{name}”' if _MIXED.search(name) else name} {share(number, of)}"
        for name, number in ordered
    )


def lines(made: Stats) -> list[str]:
    """The counts for a terminal, a line each, deeper ones indented."""
    told = [
        f"{many(made.articles, 'article')}, {many(made.words, 'word')}, "
        f"{many(made.characters, 'character')}",
    ]
    if made.articles:
        told += [
            f"outlets: {tallied(made.outlets)}",
            f"languages: {tallied(made.languages)}",
            f"published: {published(made)}",
        ]
    for kind in KINDS:
        if kind in made.kinds:
            told += _kind_lines(kind, made.kinds[kind])
    return told


def published(made: Stats) -> str:
    """From when to when the articles are."""
    if made.first is None:
        return "no article has a day"
    span = made.first if made.first == made.last else f"{made.first} to {made.last}"
    return f"{span}, {made.undated:,} without a day" if made.undated else span


def _kind_lines(kind: str, one: SetCount) -> list[str]:
    told = [
        f"{kind}: {many(one.sets, 'set')}, {many(one.annotations, 'annotation')}"
        + (f", {one.rejected:,} rejected" if one.rejected else ""),
        f"  sets of: {tallied(one.people)}",
        f"  state: {tallied(one.statuses)}",
        f"  guideline: {tallied(one.guidelines)}",
    ]
    for name, count in one.labels.items():
        if not (count.annotations or count.rejected):
            told.append(f"  {name}: none")
            continue
        more = [f"{count.interrupted:,} in several pieces"] if count.interrupted else []
        more += [f"{count.rejected:,} rejected"] if count.rejected else []
        told.append(f"  {name}: {count.annotations:,}{''.join(f', {m}' for m in more)}")
        if count.attributes and count.annotations:
            covered = ", ".join(
                f"{n} {share(number, count.annotations)}"
                for n, number in count.attributes.items()
            )
            told.append(f"    with {covered}")
    for words_, counts, of in (
        ("links", one.links, 0),
        ("said that there is none", one.none, 0),
        ("path", one.paths, one.annotations),
        ("reasons", one.reasons, 0),
        ("rules", one.rules, 0),
        ("adjudicated by", one.adjudicators, 0),
    ):
        if counts:
            told.append(f"  {words_}: {tallied(counts, of)}")
    if one.unsure:
        told.append(f"  unsure: {one.unsure:,}")
    return told
