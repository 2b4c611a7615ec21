"""What is checked beyond the store, the same for the pages and for scripts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench import text
from workbench.dataset import AnnotationSet, Problem, set_record, warnings
from workbench.labels import Label, Labels
from workbench.schema import Contract
from workbench.spans import Annotation, Relation


@dataclass(frozen=True, slots=True)
class Note:
    """Something the check found: the annotation it is about, or the suggestion, if
    any, and a sentence."""

    annotation: str | None
    message: str
    label: str | None = None
    suggestion: str | None = None


def unknown_claims(
    label: Label, attributes: Mapping[str, object], claims: Mapping[str, str]
) -> list[Problem]:
    """The attributes that name a canonical claim which is not among `claims`.

    An export with such a name is refused, the work of everybody else with it. While
    there are no canonical claims, any name may be one later.
    """
    return [
        Problem(a.name, f"There is no canonical claim {attributes[a.name]!r}.")
        for a in label.attributes
        if a.suggest == "claim" and claims and a.name in attributes
        if attributes[a.name] not in claims
    ]


def unfinished(
    whole: AnnotationSet, body: str, contract: Contract, claims: Mapping[str, str]
) -> list[Problem]:
    """What an export would refuse of the set once it is submitted; a path is one of
    its exchange form."""
    record = set_record(whole, body) | {"status": "submitted"}
    found = contract.set_problems(record, body)
    for i, one in enumerate(record["annotations"]):
        label = contract.labels.get(one["label"])
        for problem in (
            unknown_claims(label, one["attributes"], claims) if label else ()
        ):
            path = f"annotations/{i}/attributes/{problem.path}"
            found.append(Problem(path, problem.message))
    return found


def named_problems(
    whole: AnnotationSet, body: str, contract: Contract, claims: Mapping[str, str]
) -> list[Note]:
    """The same in the words of the form, each with the words that it is about."""
    record = set_record(whole, body)
    found: list[Note] = []
    for problem in unfinished(whole, body, contract, claims):
        parts = problem.path.split("/")
        if parts[0] == "annotations" and len(parts) > 1 and parts[1].isdigit():
            one = record["annotations"][int(parts[1])]
            label = contract.labels.get(one["label"])
            title = label.title if label else one["label"]
            words = text.named(" … ".join(one["text"]), 50)
            found.append(Note(one["id"], f"{title} {words}: {problem.message}"))
        else:
            found.append(Note(None, str(problem)))
    return found


def incomplete(
    whole: AnnotationSet, body: str, contract: Contract, claims: Mapping[str, str]
) -> list[str]:
    """The same in sentences alone."""
    return [note.message for note in named_problems(whole, body, contract, claims)]


def notes(whole: AnnotationSet, body: str, labels: Labels) -> list[Note]:
    """Probable slips, and labels that were neither used nor said to be missing."""
    found = [
        Note(warning.annotation, warning.message)
        for warning in warnings(whole, body, labels)
    ]
    used = {annotation.label for annotation in whole.annotations}
    for label in labels.primary:
        if label.name not in used and label.name not in whole.none:
            found.append(
                Note(
                    None,
                    f"No {label.title.lower()} is marked. Is there none in this "
                    "article?",
                    label.name,
                )
            )
    return found


def fits_still(
    labels: Labels, annotations: Sequence[Annotation], id: str
) -> Callable[[Relation, str], bool]:
    """Asks of a link whether it fits once annotation `id` has another label."""
    of = {annotation.id: annotation.label for annotation in annotations}

    def keep(link: Relation, name: str) -> bool:
        type_ = labels.relation(link.type)
        ends = of | {id: name}
        source, target = ends.get(link.source, ""), ends.get(link.target, "")
        if type_ and "#" in link.target:
            # What it is in the other article is not to be seen from here.
            return source in type_.ends
        return bool(type_ and type_.fits(source, target))

    return keep
