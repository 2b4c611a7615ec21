"""What a script sends and gets, as an example of every operation.

Together they are one story, which a test plays; the labels are those of schema.json.
"""

from dataclasses import dataclass
from typing import Any

from workbench.dataset import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Record,
    annotation_record,
    article_record,
    proof,
    set_record,
)
from workbench.files.exports import one_line
from workbench.labels import Label
from workbench.measured import report_of
from workbench.schema import Contract
from workbench.spans import Annotation, Value
from workbench.text import words
from workbench.web.guide import guideline_version

TEXT = "Ferry fares rise\n“Fares rose 40 percent,” said Ida Holm.\n"
ARTICLE = Article(
    "ferry", "Ferry fares rise", TEXT, "The Lantern", None, "2024-05-02", "en"
)
_WORDS = ("“Fares rose 40 percent,”", "Ida Holm")
_MADE = "2026-01-31T09:30:00.000Z"


@dataclass(frozen=True, slots=True)
class Example:
    """What is sent to one operation, with which version seen, and what comes back."""

    gives: Any = None
    sends: Any = None
    seen: str = ""
    id: str = ""


def examples(contract: Contract) -> dict[str, Example]:
    """An example of every operation, in the order in which they can be done."""
    label, other, link = _linked(contract)
    first = _annotation(contract, "a1", label, _WORDS[0])
    second = _annotation(contract, "a2", other, _WORDS[1])
    noted = Annotation(
        first.id, first.label, first.fragments, first.attributes, "Since when?", True
    )
    one, changed = annotation_record(first, TEXT), annotation_record(noted, TEXT)
    version = guideline_version()

    def whole(status: str, *annotations: Annotation) -> Record:
        none = [
            one.name
            for one in contract.labels
            if one.name not in {a.label for a in annotations}
        ]
        made = AnnotationSet(
            "lena",
            "human",
            status,
            version,
            tuple(none) if len(annotations) > 1 else (),
            annotations,
        )
        return set_record(made, TEXT)

    both = whole("in_progress", noted, second)
    article = article_record(ArticleRecord(ARTICLE))
    exported = article | {"annotation_sets": [both]}
    exported["proof"] = proof(exported)
    del article["annotation_sets"]
    batch = {
        "id": 1,
        "name": "Spring",
        "guideline": version,
        "overlap": 1,
        "labels": [one.name for one in contract.labels],
        "lease_hours": 48,
        "suggestions": "careful",
        "closed": None,
        "made": _MADE,
        "articles": 1,
        "people": ["lena"],
        "slots": 1,
        "taken": 0,
        "submitted": 0,
    }
    person = {
        "name": "lena",
        "role": "lead",
        "made": _MADE,
        "disabled": None,
        "submitted": 0,
    }
    return {
        "me": Example({"name": "lena", "role": "lead", "scope": "write"}),
        "create_article": Example(
            {"id": "ferry", "known": False, "changes": {}},
            {
                name: article[name]
                for name in ("id", "title", "outlet", "published", "language", "text")
            },
        ),
        "articles": Example(
            {
                "articles": [
                    {
                        name: article[name]
                        for name in ("id", "title", "outlet", "published", "language")
                    }
                    | {"words": words(TEXT), "status": "todo"}
                ],
                "next": None,
            }
        ),
        "article": Example(article),
        "agreement": Example(report_of([ArticleRecord(ARTICLE)]).as_record()),
        "create_annotation": Example(one, {k: v for k, v in one.items() if k != "id"}),
        "annotation": Example(one, id="a1"),
        "change_annotation": Example(
            changed, {"note": "Since when?", "unsure": True}, seen="1", id="a1"
        ),
        "my_set": Example(whole("in_progress", noted)),
        "put_my_set": Example(both, both, seen="2"),
        "create_link": Example({"id": "r3", **link}, link),
        "delete_link": Example(seen="4", id="r3"),
        "article_sets": Example({"sets": [both]}),
        "export": Example(f"{one_line(exported)}\n"),
        "submit": Example(both | {"status": "submitted"}, {"sure": True}),
        "reopen": Example(both, {}),
        "delete_annotation": Example(seen="7", id="a2"),
        "batches": Example({"batches": [batch]}),
        "batch": Example(batch, id="1"),
        "people": Example({"people": [person]}),
    }


def _linked(contract: Contract) -> tuple[Label, Label, Record]:
    """Two labels and a link from the first to the second, where there is any."""
    labels = list(contract.labels)
    for type_ in contract.labels.relations:
        for source, targets in type_.ends.items():
            first, last = contract.labels.get(source), contract.labels.get(targets[0])
            if first and last:
                return first, last, {"type": type_.name, "from": "a1", "to": "a2"}
    return labels[0], labels[-1], {"type": "", "from": "a1", "to": "a2"}


def _annotation(contract: Contract, id: str, label: Label, quoted: str) -> Annotation:
    """An annotation with what its label must have, as far as an example can guess."""
    values: dict[str, Value] = {}
    for attribute in label.attributes:
        if attribute.must:
            number = {"number", "integer"}.intersection(attribute.types)
            guess = attribute.options[0] if attribute.options else "Ida Holm"
            values[attribute.name] = 40 if number and not attribute.options else guess
    if contract.attribute_problems(label.name, values):
        values = {}
    start = TEXT.index(quoted)
    return Annotation(id, label.name, ((start, start + len(quoted)),), values)
