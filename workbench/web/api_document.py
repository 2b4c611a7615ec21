"""What the addresses for scripts take and give: OpenAPI 3.1, made of schema.json.

The schemas here check what is sent, too, so the document cannot say otherwise.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from workbench import __version__
from workbench.dataset import Problem
from workbench.measured import AIDED
from workbench.schema import Contract
from workbench.store.batches import SUGGESTIONS
from workbench.web.api_examples import Example, examples
from workbench.web.api_problems import MOST
from workbench.web.guard import ACCESS

Schema = dict[str, Any]
#: Who gets so much wrong has one slip, not so many.
_MOST_SAID = 100

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TIME: Schema = {"type": "string", "description": "ISO 8601, in UTC."}


def _object(properties: Mapping[str, Schema], *optional: str, **more: Any) -> Schema:
    """An object with exactly these properties, all but the `optional` ones a must."""
    return {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
        "properties": dict(properties),
        **more,
    }


def _list(name: str, item: Schema) -> Schema:
    return _object({name: {"type": "array", "items": item}})


def _part(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def rules(schema: Schema) -> dict[str, Schema]:
    """The schema of every body, in the words of schema.json's own $defs."""
    article = schema["$defs"]["article"]["properties"]
    fields = {k: v for k, v in article.items() if k not in ("annotation_sets", "proof")}
    written = fields | {
        "text": {
            "type": "string",
            "minLength": 1,
            "description": "As published; it is made canonical, and what that changed "
            "is told.",
        }
    }
    annotation = deepcopy(schema["$defs"]["annotation"])
    marked = {k: v for k, v in annotation["properties"].items() if k != "id"}
    relation = schema["$defs"]["relation"]["properties"]
    batch = _object(
        {
            "id": _COUNT,
            "name": _TEXT,
            "guideline": _TEXT,
            "overlap": _COUNT | {"description": "How many people label each article."},
            "labels": {"type": "array", "items": _TEXT},
            "lease_hours": _COUNT,
            "suggestions": {"enum": list(SUGGESTIONS)},
            "closed": _MAYBE,
            "made": _TIME,
            "articles": _COUNT,
            "people": {"type": "array", "items": _TEXT},
            "slots": _COUNT,
            "taken": _COUNT,
            "submitted": _COUNT,
        }
    )
    role = {"enum": ["annotator", "lead"]}
    return {
        "Nothing": _object({}),
        "Me": _object(
            {"name": _TEXT, "role": role, "scope": {"enum": ["read", "write"]}}
        ),
        "ArticlePage": _object(
            {
                "articles": {
                    "type": "array",
                    "items": _object(
                        {
                            name: fields[name]
                            for name in (
                                "id",
                                "title",
                                "outlet",
                                "published",
                                "language",
                            )
                        }
                        | {
                            "words": _COUNT,
                            "status": _part("status") | {"description": "Of your set."},
                        }
                    ),
                },
                "next": _MAYBE | {"description": "The address of the next page."},
            }
        ),
        "Article": _object(fields),
        "NewArticle": _object(
            written, *(name for name in written if name != "text"), title="New article"
        ),
        "Taken": _object(
            {
                "id": _part("article_id"),
                "known": {
                    "type": "boolean",
                    "description": "The text was here already, under this id.",
                },
                "changes": {
                    "type": "object",
                    "additionalProperties": _COUNT,
                    "description": "What was changed to make the text canonical, and "
                    "how often.",
                },
            }
        ),
        "Set": _part("annotation_set"),
        "SetList": _list("sets", _part("annotation_set")),
        "Submission": _object(
            {
                "sure": {
                    "type": "boolean",
                    "description": "Submit in spite of what may be a slip.",
                }
            },
            "sure",
        ),
        "Annotation": _part("annotation"),
        "NewAnnotation": annotation
        | {
            "title": "New annotation",
            "required": ["label", "fragments", "text"],
            "properties": marked,
        },
        "AnnotationChange": _object(
            marked
            | {
                "attributes": {
                    "type": "object",
                    "description": "Those to set; null takes one away.",
                },
                "note": {"anyOf": [marked["note"], {"type": "null"}]},
                "unsure": {"type": ["boolean", "null"]},
            },
            *marked,
            title="Change of an annotation",
            dependentRequired={"fragments": ["text"], "text": ["fragments"]},
        ),
        "Link": _part("relation"),
        "NewLink": _object(
            {"type": relation["type"], "from": _part("id"), "to": _part("id")},
            title="New link",
        ),
        "Batch": batch,
        "BatchList": _list("batches", batch),
        "PersonList": _list(
            "people",
            _object(
                {
                    "name": _TEXT,
                    "role": role,
                    "made": _TIME,
                    "disabled": _MAYBE,
                    "submitted": _COUNT,
                }
            ),
        ),
        "Agreement": {
            "type": "object",
            "description": "Each measure under its name, as docs/agreement.md calls "
            "it; null where it is undefined.",
            "properties": {
                "undefined": {
                    "type": "object",
                    "additionalProperties": _TEXT,
                    "description": "Why a measure has no value.",
                },
                "annotators": {
                    "type": "object",
                    "additionalProperties": _object(
                        {
                            "finished": _COUNT,
                            "assigned": _COUNT,
                            "spans": {
                                "type": "object",
                                "additionalProperties": _COUNT,
                            },
                        }
                    ),
                },
                "warnings": {"type": "array", "items": _TEXT},
                "bootstrap": _COUNT,
                "left_out": {"type": "object", "additionalProperties": _COUNT},
                "seed": {"type": "integer"},
                "sha256": _TEXT,
                "version": _TEXT,
            },
            "required": ["undefined", "annotators", "warnings", "sha256", "version"],
        },
        "Dataset": _part("dataset"),
        "Problem": _object(
            {
                "type": _TEXT,
                "title": _TEXT,
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
                "detail": _TEXT | {"description": "What is wrong, and what to do."},
                "errors": {
                    "type": "array",
                    "items": _object(
                        {
                            "pointer": _TEXT
                            | {"description": "JSON pointer into the body or the set."},
                            "parameter": _TEXT,
                            "detail": _TEXT,
                        },
                        "pointer",
                        "parameter",
                    ),
                },
            },
            "errors",
            description="RFC 9457.",
        ),
    }


@dataclass(frozen=True, slots=True)
class Operation:
    """What an address takes and gives, beside what its route and ACCESS say."""

    gives: str = ""
    status: int = 200
    also: int = 0
    takes: str = ""
    optional: bool = False
    query: tuple[str, ...] = ()
    #: What becomes of If-Match: "" for nothing, "may" be sent, "must" be.
    match: str = ""
    versioned: bool = False


OPERATIONS = {
    "document": Operation(),
    "me": Operation("Me"),
    "articles": Operation(
        "ArticlePage", query=("cursor", "limit", "search", "outlet", "status")
    ),
    "create_article": Operation("Taken", 201, also=200, takes="NewArticle"),
    "article": Operation("Article", versioned=True),
    "article_sets": Operation("SetList", query=("annotator", "kind")),
    "my_set": Operation("Set", versioned=True),
    "put_my_set": Operation("Set", takes="Set", match="must", versioned=True),
    "submit": Operation(
        "Set", takes="Submission", optional=True, match="may", versioned=True
    ),
    "reopen": Operation(
        "Set", takes="Nothing", optional=True, match="may", versioned=True
    ),
    "create_annotation": Operation(
        "Annotation", 201, takes="NewAnnotation", match="may", versioned=True
    ),
    "annotation": Operation("Annotation", versioned=True),
    "change_annotation": Operation(
        "Annotation", takes="AnnotationChange", match="must", versioned=True
    ),
    "delete_annotation": Operation(status=204, match="must", versioned=True),
    "create_link": Operation(
        "Link", 201, also=200, takes="NewLink", match="may", versioned=True
    ),
    "delete_link": Operation(status=204, match="must", versioned=True),
    "batches": Operation("BatchList"),
    "batch": Operation("Batch"),
    "people": Operation("PersonList"),
    "agreement": Operation("Agreement", query=("batch", "aided")),
    "export": Operation("Dataset", query=("format",)),
}


def _parameter(name: str, schema: Schema, description: str, **more: Any) -> Schema:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "schema": schema,
        **more,
    }


def _parameters() -> dict[str, Schema]:
    header = {"in": "header"}
    path = {"in": "path", "required": True}
    return {
        "key": _parameter(
            "key",
            _part("article_id"),
            "The id of the article.",
            example="ferry",
            **path,
        ),
        "id": _parameter(
            "id", _part("id"), "The id within your set.", example="a1", **path
        ),
        "number": _parameter(
            "id", _COUNT, "The number of the batch.", example=1, **path
        ),
        "cursor": _parameter("cursor", _TEXT, "Where the page begins: see “next”."),
        "limit": _parameter(
            "limit",
            {"type": "integer", "minimum": 1, "maximum": 200, "default": 50},
            "How many articles a page has.",
        ),
        "batch": _parameter("batch", _COUNT, "Only of the batch with this number."),
        "aided": _parameter(
            "aided",
            {"enum": list(AIDED)},
            "Only of people who were shown suggestions (aided), or who were not.",
        ),
        "search": _parameter("search", _TEXT, "Words in the title or the text."),
        "outlet": _parameter("outlet", _TEXT, "Only of this outlet."),
        "status": _parameter(
            "status", _part("status"), "Only those where your set is so."
        ),
        "annotator": _parameter("annotator", _TEXT, "Only the sets of this name."),
        "kind": _parameter("kind", _TEXT, "Only the sets of this kind."),
        "format": _parameter(
            "format",
            {"enum": ["jsonl", "json"], "default": "jsonl"},
            "One article record a line, or one dataset.",
        ),
        "if_match": _parameter(
            "If-Match",
            _TEXT,
            "The ETag of what you saw. It is refused with 412 when that was changed.",
            **header,
        ),
        "must_match": _parameter(
            "If-Match",
            _TEXT,
            "The ETag of what you saw, a must here. It is refused with 412 when that "
            "was changed.",
            example='"3"',
            required=True,
            **header,
        ),
        "if_none_match": _parameter(
            "If-None-Match", _TEXT, "The ETag of what you have.", **header
        ),
        "idempotency_key": _parameter(
            "Idempotency-Key",
            {"type": "string", "pattern": "^[!-~]+$", "maxLength": 255},
            "A text of your own for this request: sent again, it is done only once.",
            **header,
        ),
    }


class Shapes:
    """The schemas of one application's bodies, and the document made of them."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._contract: Contract = app.extensions["contract"]
        self._rules = rules(self._contract.schema)
        self._checks: dict[str, Callable[[object], list[Problem]]] = {}

    def check(self, name: str) -> Callable[[object], list[Problem]]:
        """What finds the problems of a body of that name."""
        if name not in self._checks:
            self._checks[name] = self._contract.check(self._rules[name], _MOST_SAID)
        return self._checks[name]

    @cached_property
    def document(self) -> Schema:
        """The OpenAPI document."""
        defs = {
            name: part
            for name, part in self._contract.schema["$defs"].items()
            if name != "annotator_file"
        }
        shown = examples(self._contract)
        paths: dict[str, Schema] = {}
        for rule in self._app.url_map.iter_rules():
            blueprint, _, name = rule.endpoint.partition(".")
            if blueprint == "api":
                address = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
                [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
                described = self._operation(name, rule, method, shown.get(name))
                paths.setdefault(address, {})[method.lower()] = described
        document = {
            "openapi": "3.1.0",
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "info": {
                "title": "Workbench",
                "version": __version__,
                "description": "Articles, and what people annotate in them, for "
                "scripts. Offsets are code points. Errors are problem documents.",
                "license": {"name": "MIT", "identifier": "MIT"},
            },
            "servers": [{"url": "/"}],
            "security": [{"token": []}],
            "paths": paths,
            "components": {
                "securitySchemes": {
                    "token": {
                        "type": "http",
                        "scheme": "bearer",
                        "description": "Made on your account's page.",
                    }
                },
                "parameters": _parameters(),
                "schemas": defs | self._rules,
            },
        }
        moved: Schema = _moved(document)
        return moved

    def _operation(
        self, name: str, rule: Rule, method: str, shown: Example | None
    ) -> Schema:
        told = OPERATIONS[name]
        view = self._app.view_functions[rule.endpoint]
        operation: Schema = {
            "operationId": name,
            "summary": (view.__doc__ or "").strip().split("\n")[0],
            "parameters": [
                {"$ref": f"#/components/parameters/{parameter}"}
                for parameter in _parameters_of(told, rule, method)
            ],
            "responses": {
                str(told.status): _answer(name, told, shown),
                **{
                    str(status): {
                        "description": HTTPStatus(status).phrase,
                        "content": {
                            "application/problem+json": {"schema": _part("Problem")}
                        },
                    }
                    for status in sorted(set(_refusals(rule, told, method)))
                },
            },
        }
        if told.also:
            again = _answer(name, told, None)
            operation["responses"][str(told.also)] = again | {
                "description": "It was here already."
            }
        if told.versioned and method == "GET":
            operation["responses"]["304"] = {"description": "As you have it."}
        if ACCESS[rule.endpoint] == "anyone":
            operation["security"] = []
        else:
            operation["description"] = _who(ACCESS[rule.endpoint])
        if told.takes:
            content: Schema = {"schema": _part(told.takes)}
            if shown and shown.sends is not None:
                content["example"] = shown.sends
            kinds = ["application/json"]
            if method == "PATCH":
                kinds.append("application/merge-patch+json")
            operation["requestBody"] = {
                "required": not told.optional,
                "description": f"At most {MOST / 1_000_000:g} MB.",
                "content": dict.fromkeys(kinds, content),
            }
        return operation


def _who(access: str) -> str:
    _, *wanted = access.split(":")
    whose = "a lead's token" if "lead" in wanted else "a token"
    return f"Needs {whose}{' that may write' if 'write' in wanted else ''}."


def _parameters_of(told: Operation, rule: Rule, method: str) -> Iterator[str]:
    for name in rule.arguments:
        yield "number" if "<int:" in rule.rule else name
    yield from told.query
    if told.match:
        yield "must_match" if told.match == "must" else "if_match"
    if told.versioned:
        yield "if_none_match" if method == "GET" else "idempotency_key"


def _refusals(rule: Rule, told: Operation, method: str) -> Iterator[int]:
    access = ACCESS[rule.endpoint]
    if access != "anyone":
        yield 401
    if ":" in access:
        yield 403
    if rule.arguments:
        yield 404
    if told.takes:
        yield from (400, 413, 415, 422)
    if told.query:
        yield 422
    if method != "GET":
        yield 409
    if told.match:
        yield from (400, 412, 413, 422)
    if told.match == "must":
        yield 428


def _answer(name: str, told: Operation, shown: Example | None) -> Schema:
    answer: Schema = {"description": "Done." if told.status > 200 else "Here it is."}
    headers: Schema = {}
    if told.versioned:
        headers["ETag"] = {"schema": _TEXT, "description": "Its version."}
    if told.status == 201 and name != "create_link":
        headers["Location"] = {"schema": _TEXT, "description": "Its address."}
    if "cursor" in told.query:
        headers["Link"] = {"schema": _TEXT, "description": "The next page, if any."}
    if headers:
        answer["headers"] = headers
    content: Schema = {
        "schema": _part(told.gives) if told.gives else {"type": "object"}
    }
    example = {"example": shown.gives} if shown and shown.gives is not None else {}
    if name == "export":
        lines = {"schema": _TEXT} | example
        answer["content"] = {"application/jsonl": lines, "application/json": content}
    elif told.status != 204:
        answer["content"] = {"application/json": content | example}
    return answer


def _moved(value: Any) -> Any:
    """`value` with its references as OpenAPI has them."""
    if isinstance(value, dict):
        return {
            key: part.replace("#/$defs/", "#/components/schemas/", 1)
            if key == "$ref" and isinstance(part, str)
            else _moved(part)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [_moved(part) for part in value]
    return value
