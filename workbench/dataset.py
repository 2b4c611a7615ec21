"""Articles, annotation sets and canonical claims, their exchange form, and the
integrity check: all that a JSON schema cannot say about them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.labels import Labels
from workbench.spans import Annotation, Origin, Region, Relation, crosses
from workbench.text import TextError, canonical, digest

FORMAT = "factcheck-annotations/1"
KINDS = ("human", "model", "gold")
STATUSES = ("todo", "in_progress", "submitted", "adjudicated")
#: The states in which an annotator has said: this is all.
FINISHED = ("submitted", "adjudicated")

Record = dict[str, Any]


class DatasetError(ValueError):
    """A dataset cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: where, as a path in it, and a full sentence."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


@dataclass(frozen=True, slots=True)
class Article:
    """A news article with its canonical text."""

    id: str
    title: str
    text: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text's UTF-8 bytes."""
        return digest(self.text)


@dataclass(frozen=True, slots=True)
class AnnotationSet:
    """What one annotator says of one article.

    `rejected` are proposals that somebody turned down, `regions` stretches that are not
    the article. `aided` says that suggestions were shown to the annotator.
    """

    annotator: str
    kind: str = "human"
    status: str = "todo"
    guideline: str = ""
    none: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    rejected: tuple[Annotation, ...] = ()
    regions: tuple[Region, ...] = ()
    aided: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with everybody's annotation sets: a line of a .jsonl file."""

    article: Article
    sets: tuple[AnnotationSet, ...] = field(default=())


# --- to and from the exchange form ----------------------------------------------------


def annotation_record(annotation: Annotation, text: str) -> Record:
    """The exchange form of `annotation`, its texts cut from the article's `text`."""
    record: Record = {
        "id": annotation.id,
        "label": annotation.label,
        "fragments": [list(fragment) for fragment in annotation.fragments],
        "text": [text[start:end] for start, end in annotation.fragments],
        "attributes": dict(sorted(annotation.attributes.items())),
    }
    if annotation.note:
        record["note"] = annotation.note
    if annotation.unsure:
        record["unsure"] = True
    if annotation.origin:
        record["origin"] = origin_record(annotation.origin)
    return record


def origin_record(origin: Origin) -> Record:
    """The exchange form of where an annotation comes from."""
    record: Record = {
        "path": origin.path,
        "sources": [{"annotator": who, "id": id} for who, id in origin.sources],
    }
    for name in _ORIGIN:
        value = getattr(origin, name)
        if value is not None:
            record[name] = value
    return record


_ORIGIN = ("by", "reason", "rule", "guideline", "schema", "version", "score")


def read_origin(record: Mapping[str, Any]) -> Origin:
    """The origin of an exchange record that both checks have passed."""
    return Origin(
        record["path"],
        tuple((source["annotator"], source["id"]) for source in record["sources"]),
        **{name: record.get(name) for name in _ORIGIN},
    )


def region_record(region: Region) -> Record:
    """The exchange form of a region."""
    return {
        "fragment": [region.start, region.end],
        "origin": origin_record(region.origin),
    }


def read_region(record: Mapping[str, Any]) -> Region:
    """The region of an exchange record that both checks have passed."""
    start, end = record["fragment"]
    return Region(start, end, read_origin(record["origin"]))


def read_annotation(record: Mapping[str, Any]) -> Annotation:
    """The annotation of an exchange record that both checks have passed."""
    return Annotation(
        id=record["id"],
        label=record["label"],
        fragments=tuple((f[0], f[1]) for f in record["fragments"]),
        attributes=dict(record["attributes"]),
        note=record.get("note"),
        unsure=record.get("unsure", False),
        origin=read_origin(record["origin"]) if "origin" in record else None,
    )


def set_record(annotations: AnnotationSet, text: str) -> Record:
    """The exchange form of an annotation set, in canonical order."""
    record: Record = {
        "annotator": annotations.annotator,
        "kind": annotations.kind,
        "status": annotations.status,
        "none": sorted(annotations.none),
        "annotations": [
            annotation_record(a, text)
            for a in sorted(annotations.annotations, key=lambda a: a.order)
        ],
        "relations": [
            {"id": r.id, "type": r.type, "from": r.source, "to": r.target}
            for r in sorted(annotations.relations, key=lambda r: _natural(r.id))
        ],
    }
    if annotations.guideline:
        record["guideline"] = annotations.guideline
    if annotations.rejected:
        record["rejected"] = [
            annotation_record(a, text)
            for a in sorted(annotations.rejected, key=lambda a: a.order)
        ]
    if annotations.regions:
        record["regions"] = [
            region_record(r)
            for r in sorted(annotations.regions, key=lambda r: (r.start, r.end))
        ]
    if annotations.aided:
        record["aided"] = True
    return record


def article_record(record: ArticleRecord) -> Record:
    """The exchange form of an article and its sets, in canonical order."""
    article = record.article
    return {
        "format": FORMAT,
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "sha256": article.sha256,
        "offset_unit": "codepoint",
        "annotation_sets": [
            set_record(s, article.text)
            for s in sorted(record.sets, key=lambda s: (s.kind, s.annotator))
        ],
    }


def proof(record: Mapping[str, Any]) -> str:
    """The SHA-256 of everything in an article record but its own `proof`.

    Of its UTF-8 bytes as JSON with sorted keys, no spaces and no escapes that JSON does
    not demand. It notices what no rule can: an id that nobody refers to, changed.
    """
    written = json.dumps(
        {key: value for key, value in record.items() if key != "proof"},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    # Half a surrogate pair is reported elsewhere; here it must only not fail.
    return hashlib.sha256(written.encode(errors="surrogatepass")).hexdigest()


def _natural(id: str) -> tuple[str, int, str]:
    stem = id.rstrip("0123456789")
    digits = id[len(stem) :]
    return (stem, int(digits) if digits else -1, id)


def read_set(
    record: Mapping[str, Any], annotator: str = "", kind: str = ""
) -> AnnotationSet:
    """The annotation set of an exchange record that both checks have passed."""
    return AnnotationSet(
        annotator=record.get("annotator", annotator),
        kind=record.get("kind", kind),
        status=record["status"],
        guideline=record.get("guideline", ""),
        none=tuple(sorted(record.get("none", ()))),
        annotations=tuple(map(read_annotation, record["annotations"])),
        relations=tuple(
            Relation(r["id"], r["type"], r["from"], r["to"])
            for r in record["relations"]
        ),
        rejected=tuple(map(read_annotation, record.get("rejected", ()))),
        regions=tuple(map(read_region, record.get("regions", ()))),
        aided=record.get("aided", False),
    )


def read_article(record: Mapping[str, Any]) -> ArticleRecord:
    """The article of an exchange record that both checks have passed."""
    return ArticleRecord(
        Article(
            id=record["id"],
            title=record["title"],
            text=record["text"],
            outlet=record.get("outlet"),
            url=record.get("url"),
            published=record.get("published"),
            language=record.get("language"),
        ),
        tuple(read_set(s) for s in record["annotation_sets"]),
    )


# --- integrity ------------------------------------------------------------------------


def article_problems(record: Mapping[str, Any], labels: Labels) -> Iterator[Problem]:
    """What is wrong with an article record that its schema cannot see.

    The record has passed the schema. Links into other articles are left to
    `references_of`, which the reader of a whole file collects.
    """
    text = record["text"]
    yield from _text_problems(text, record["sha256"])
    seen: set[tuple[str, str]] = set()
    for i, set_ in enumerate(record["annotation_sets"]):
        path = f"annotation_sets/{i}"
        who = (set_["kind"], set_["annotator"])
        if who in seen:
            yield Problem(
                f"{path}/annotator", f"{who[1]!r} has a second set of this article."
            )
        seen.add(who)
        yield from set_problems(set_, text, labels, path)
    if "proof" in record and record["proof"] != proof(record):
        yield Problem(
            "proof",
            "Something in the record was changed after its proof was made. Take the "
            "proof out if the change is meant.",
        )


def _text_problems(text: str, sha256: str) -> Iterator[Problem]:
    try:
        made = canonical(text)
    except TextError as error:
        yield Problem("text", str(error))
        return
    if made.text != text:
        changed = ", ".join(f"{what} ({n})" for what, n in made.changes.items())
        yield Problem("text", f"The text is not canonical: {changed}.")
        # A hash of it proves nothing, and half a surrogate pair has none.
        return
    found = digest(text)
    if found != sha256:
        yield Problem("sha256", f"The text has the hash {found}, not the one given.")


def set_problems(
    set_: Mapping[str, Any], text: str, labels: Labels, path: str
) -> Iterator[Problem]:
    """What is wrong with an annotation set of `text` that its schema cannot see."""
    label_of: dict[str, str] = {}
    for i, annotation in enumerate(set_["annotations"]):
        at = f"{path}/annotations/{i}"
        if annotation["id"] in label_of:
            yield Problem(f"{at}/id", f"{annotation['id']!r} stands twice in this set.")
        label_of[annotation["id"]] = annotation["label"]
        yield from _fragment_problems(annotation, text, at)
        yield from _origin_problems(annotation, set_.get("kind"), at)
    yield from _rejected_problems(set_, text, label_of, path)
    yield from _region_problems(set_, text, path)
    for label in set_.get("none", ()):
        if label in label_of.values():
            yield Problem(
                f"{path}/none", f"Says that there is no {label}, and annotates one."
            )
    ids: set[str] = set()
    links: set[tuple[str, str, str]] = set()
    for i, relation in enumerate(set_["relations"]):
        at = f"{path}/relations/{i}"
        if relation["id"] in ids or relation["id"] in label_of:
            yield Problem(f"{at}/id", f"{relation['id']!r} stands twice in this set.")
        ids.add(relation["id"])
        yield from _relation_problems(relation, label_of, labels, at)
        link = (relation["type"], relation["from"], relation["to"])
        if link in links:
            yield Problem(at, "The same link stands twice.")
        links.add(link)


def _rejected_problems(
    set_: Mapping[str, Any], text: str, label_of: Mapping[str, str], path: str
) -> Iterator[Problem]:
    rejected = set_.get("rejected", ())
    kind = set_.get("kind")
    if rejected and kind == "model":
        yield Problem(f"{path}/rejected", "A model rejects no proposals.")
    ids = set(label_of)
    for i, annotation in enumerate(rejected):
        at = f"{path}/rejected/{i}"
        if kind == "human" and annotation.get("origin", {}).get("path") != "rejected":
            yield Problem(
                f"{at}/origin", "Says which suggestion was rejected, as “rejected”."
            )
        if annotation["id"] in ids:
            yield Problem(f"{at}/id", f"{annotation['id']!r} stands twice in this set.")
        ids.add(annotation["id"])
        yield from _fragment_problems(annotation, text, at)


#: How an annotation may have come about, by the kind of its set.
PATHS = {
    "human": ("accepted", "changed"),
    "model": ("suggested",),
    "gold": ("unanimous", "adjudicated", "single"),
}


def _origin_problems(
    annotation: Mapping[str, Any], kind: str | None, path: str
) -> Iterator[Problem]:
    origin = annotation.get("origin")
    if origin is None or kind is None:
        return
    fits = PATHS.get(kind, ())
    if origin["path"] not in fits:
        known = " or ".join(f"“{one}”" for one in fits)
        yield Problem(
            f"{path}/origin/path",
            f"In a set of kind {kind} this is {known}, not “{origin['path']}”.",
        )


def _region_problems(
    set_: Mapping[str, Any], text: str, path: str
) -> Iterator[Problem]:
    fits = {"human": "rejected", "model": "suggested"}.get(set_.get("kind", ""))
    last = 0
    for i, region in enumerate(set_.get("regions", ())):
        at = f"{path}/regions/{i}"
        start, end = region["fragment"]
        if not (isinstance(start, int) and isinstance(end, int)):
            yield Problem(at, "Write offsets without a decimal point.")
            continue
        if not start < end <= len(text):
            yield Problem(
                f"{at}/fragment",
                f"[{start}, {end}) is no span of a text of {len(text)} characters.",
            )
        elif start < last:
            yield Problem(f"{at}/fragment", "Regions lie in order and apart.")
        last = max(last, end)
        if fits and region["origin"]["path"] != fits:
            yield Problem(
                f"{at}/origin/path",
                f"In a set of kind {set_['kind']} this is “{fits}”, "
                f"not “{region['origin']['path']}”.",
            )
    if set_.get("regions") and set_.get("kind") == "gold":
        yield Problem(f"{path}/regions", "A gold set has no regions.")
    if set_.get("aided") and set_.get("kind") in ("model", "gold"):
        yield Problem(f"{path}/aided", "Only people are aided by suggestions.")


def _fragment_problems(
    annotation: Mapping[str, Any], text: str, path: str
) -> Iterator[Problem]:
    fragments, quoted = annotation["fragments"], annotation["text"]
    if len(fragments) != len(quoted):
        yield Problem(
            f"{path}/text",
            f"{len(quoted)} texts for {len(fragments)} fragments: each has one.",
        )
        return
    last = -1
    for j, ((start, end), exact) in enumerate(zip(fragments, quoted, strict=True)):
        at = f"{path}/fragments/{j}"
        if not (isinstance(start, int) and isinstance(end, int)):
            # JSON schema takes 35.0 for an integer; a slice does not.
            yield Problem(
                at, f"[{start}, {end}): write offsets without a decimal point."
            )
            continue
        if not start < end <= len(text):
            yield Problem(
                at, f"[{start}, {end}) is no span of a text of {len(text)} characters."
            )
            continue
        if start <= last:
            yield Problem(
                at, f"Begins at {start}, and the fragment before it ends at {last}."
            )
        last = end
        if text[start:end] != exact:
            yield Problem(
                f"{path}/text/{j}",
                f"[{start}, {end}) reads {text[start:end]!r}, not {exact!r}.",
            )
        elif exact != exact.strip():
            yield Problem(
                f"{path}/text/{j}", f"{exact!r} begins or ends in white space."
            )


def _relation_problems(
    relation: Mapping[str, Any], label_of: Mapping[str, str], labels: Labels, path: str
) -> Iterator[Problem]:
    source = label_of.get(relation["from"])
    if source is None:
        yield Problem(
            f"{path}/from", f"No annotation {relation['from']!r} in this set."
        )
    if "#" in relation["to"]:
        return
    target = label_of.get(relation["to"])
    if target is None:
        yield Problem(f"{path}/to", f"No annotation {relation['to']!r} in this set.")
    if relation["from"] == relation["to"]:
        yield Problem(path, f"{relation['from']!r} is linked to itself.")
    elif source and target:
        type_ = labels.relation(relation["type"])
        if type_ is None or not type_.fits(source, target):
            yield Problem(
                path, f"{relation['type']!r} does not link a {source} to a {target}."
            )


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that is probably a slip, and may stay."""

    annotation: str
    message: str


def warnings(set_: AnnotationSet, text: str, labels: Labels) -> Iterator[Warning]:
    """Probable slips: two of a label that cross or mark the very same words."""
    for label in labels:
        same = sorted(
            (a for a in set_.annotations if a.label == label.name),
            key=lambda a: a.order,
        )
        for i, first in enumerate(same):
            for second in _starting_before(same[i + 1 :], first.end):
                if first.fragments == second.fragments:
                    yield Warning(
                        second.id, f"The same words are marked twice as {label.title}."
                    )
                elif crosses(first, second):
                    words = text[second.start : second.end][:40]
                    yield Warning(
                        second.id,
                        f"{label.title} “{words}” crosses another {label.title}: "
                        "one of the two borders is probably a slip.",
                    )


def _starting_before(rest: Iterable[Annotation], end: int) -> Iterator[Annotation]:
    for annotation in rest:
        if annotation.start >= end:
            return
        yield annotation
