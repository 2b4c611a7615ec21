"""What reaches over one article: links into others, and the claims that they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.dataset import Problem, Record
from workbench.labels import Labels

#: By article, kind of set and annotator: the label of each annotation by its id.
Ends = dict[tuple[str, str, str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Link:
    """A link into another article, with the path at which it stands."""

    path: str
    line: int | None
    kind: str
    annotator: str
    type: str
    label: str
    article: str
    id: str

    def problem(self, ends: Ends, labels: Labels) -> Problem | None:
        """What is wrong with the link, where `ends` has the labels it may end at."""
        label = ends.get((self.article, self.kind, self.annotator), {}).get(self.id)
        if label is None:
            return Problem(
                self.path,
                f"{self.annotator!r} has no annotation {self.id!r} in article "
                f"{self.article!r}.",
            )
        type_ = labels.relation(self.type)
        if type_ is None or not type_.fits(self.label, label):
            return Problem(
                self.path,
                f"{self.type!r} does not link a {self.label} to a {label}.",
            )
        return None


def links_of(set_: Mapping[str, Any], path: str, line: int | None) -> Iterator[Link]:
    """The links of a checked set that lead out of its article."""
    label_of: dict[str, str] | None = None
    for i, relation in enumerate(set_["relations"]):
        article, is_outward, id_ = relation["to"].rpartition("#")
        if is_outward:
            label_of = label_of or {a["id"]: a["label"] for a in set_["annotations"]}
            yield Link(
                f"{path}/relations/{i}/to",
                line,
                set_["kind"],
                set_["annotator"],
                relation["type"],
                label_of[relation["from"]],
                article,
                id_,
            )


def ends_of(record: Mapping[str, Any]) -> Ends:
    """The label of every annotation of a checked record, by all that addresses it."""
    return {
        (record["id"], set_["kind"], set_["annotator"]): {
            a["id"]: a["label"] for a in set_["annotations"]
        }
        for set_ in record["annotation_sets"]
    }


def broken(
    links: Iterable[Link], articles: Iterable[Mapping[str, Any]], labels: Labels
) -> Iterator[tuple[Link, Problem]]:
    """The links that end nowhere in the checked records `articles`, and why."""
    links = list(links)
    wanted = {link.article for link in links}
    ends: Ends = {}
    for article in articles:
        if article["id"] in wanted:
            ends |= ends_of(article)
    for link in links:
        problem = link.problem(ends, labels)
        if problem:
            yield link, problem


def _claim_ids_of(
    set_: Mapping[str, Any], labels: Labels, path: str
) -> Iterator[tuple[str, str]]:
    """Path and id wherever a checked set names a canonical claim."""
    names = labels.naming_claims
    for i, annotation in enumerate(set_["annotations"]):
        for name in names[annotation["label"]]:
            if name in annotation["attributes"]:
                where = f"{path}/annotations/{i}/attributes/{name}"
                yield where, annotation["attributes"][name]


def unknown_claims(
    set_: Mapping[str, Any], claims: Iterable[str], labels: Labels, path: str
) -> Iterator[Problem]:
    for where, claim in _claim_ids_of(set_, labels, path):
        if claim not in claims:
            yield Problem(where, f"There is no claim {claim!r} among the claims.")


def twice(claims: Iterable[Record], path: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, claim in enumerate(claims):
        if claim["id"] in seen:
            yield Problem(f"{path}/{i}/id", f"Claim {claim['id']!r} stands twice.")
        seen.add(claim["id"])
