"""Labels, attributes and relation types, as schema.json declares them.

schema.json is their only source: forms, keys, help, drawing, export and validation
read this module, which reads the schema.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.spans import Value

Schema = Mapping[str, Any]

#: Keys the annotate screen uses for other things; a label's hotkey must be none of them.
RESERVED_KEYS = frozenset("jkuyxemnpgzl.0/?!`[]{}+")


class SchemaError(ValueError):
    """schema.json declares something that the workbench cannot follow."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a label: how it is called, what it may hold, who suggests it."""

    name: str
    title: str
    description: str
    options: tuple[str, ...]
    types: tuple[str, ...]
    must: bool
    default: Value | None
    suggest: str | None
    prefill: str | None

    def parse(self, written: str) -> Value | None:
        """What a form field's text stands for; None for an empty one.

        Where the schema allows numbers, text that reads as one is a number: "95.6" is
        95.6 and "--07-16" stays text. The schema decides afterwards whether it fits.
        """
        text = written.strip()
        if not text:
            return None
        if "number" in self.types or "integer" in self.types:
            plain = text.replace("\u00a0", "").replace(" ", "")
            try:
                number = float(plain)
            except ValueError:
                return text
            if "string" in self.types and plain[:1] in "-" and plain[1:2] == "-":
                return text
            if number != number or number in (float("inf"), float("-inf")):
                return text
            return int(number) if number.is_integer() and "e" not in plain.lower() else number
        return text


@dataclass(frozen=True, slots=True)
class Label:
    """One label with its key, its look and its attributes in the schema's order."""

    name: str
    title: str
    description: str
    hotkey: str
    letter: str
    line: str
    colour: tuple[str, str]
    tint: tuple[str, str]
    snap: str
    anchor: bool
    attributes: tuple[Attribute, ...]

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """One type of link: which label may point at which."""

    name: str
    title: str
    description: str
    symmetric: bool
    ends: Mapping[str, tuple[str, ...]]

    def fits(self, source: str, target: str) -> bool:
        """Whether an annotation labelled `source` may link to one labelled `target`."""
        return target in self.ends.get(source, ())


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything schema.json declares to annotate with, in its order."""

    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...]

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def get(self, name: str) -> Label | None:
        """The label of that name, or None."""
        return next((label for label in self.labels if label.name == name), None)

    def relation(self, name: str) -> RelationType | None:
        """The relation type of that name, or None."""
        return next((type_ for type_ in self.relations if type_.name == name), None)

    @property
    def primary(self) -> tuple[Label, ...]:
        """The labels an article is read for; the others anchor their attributes."""
        return tuple(label for label in self.labels if not label.anchor)

    @classmethod
    def from_schema(cls, schema: Schema) -> "Labels":
        """The labels of `schema`.

        :raises SchemaError: a label lacks its definition, key or rule, two share a key,
            or a relation names a label that does not exist; the sentence says what to add.
        """
        defs = _object(schema, "$defs", "schema.json")
        names = _object(defs, "label", "$defs").get("enum", ())
        if not names:
            raise SchemaError("$defs/label needs an enum of label names.")
        required = _required(defs)
        routed = set(_routes(_object(defs, "annotation", "$defs")))
        labels: list[Label] = []
        for name in names:
            label = _label(name, _object(defs, name, "$defs"), required.get(name, ()))
            if name not in routed:
                raise SchemaError(
                    f"$defs/annotation/allOf needs an entry that sends label {name!r} "
                    f"to $defs/{name}."
                )
            for other in labels:
                if other.hotkey == label.hotkey:
                    raise SchemaError(
                        f"Labels {other.name!r} and {name!r} share the key "
                        f"{label.hotkey!r}: change one x-hotkey."
                    )
            labels.append(label)
        return cls(tuple(labels), tuple(_relations(defs, tuple(names))))


def _object(parent: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    found = parent.get(key)
    if not isinstance(found, Mapping):
        raise SchemaError(f"{where} needs an object {key!r}.")
    return found


def _routes(annotation: Mapping[str, Any]) -> Iterator[str]:
    for rule in annotation.get("allOf", ()):
        name = rule.get("if", {}).get("properties", {}).get("label", {}).get("const")
        then = rule.get("then", {}).get("properties", {}).get("attributes", {})
        if then.get("$ref") == f"#/$defs/{name}":
            yield name


def _required(defs: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Which attributes a submitted annotation of each label must have."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in defs.get("complete", {}).get("allOf", ()):
        name = rule.get("if", {}).get("properties", {}).get("label", {}).get("const")
        then = rule.get("then", {}).get("properties", {}).get("attributes", {})
        found[name] = found.get(name, ()) + tuple(then.get("required", ()))
    return found


def _label(name: str, spec: Mapping[str, Any], required: tuple[str, ...]) -> Label:
    where = f"$defs/{name}"
    hotkey = spec.get("x-hotkey", "")
    if len(hotkey) != 1 or hotkey != hotkey.lower() or hotkey in RESERVED_KEYS:
        raise SchemaError(
            f"{where} needs an x-hotkey: one lower-case character that the screen does "
            f"not use already (not one of {' '.join(sorted(RESERVED_KEYS))})."
        )
    properties = spec.get("properties", {})
    for attribute in required:
        if attribute not in properties:
            raise SchemaError(
                f"$defs/complete requires {attribute!r} of {name!r}, which {where} "
                "does not have."
            )
    colour = spec.get("x-colour", {})
    return Label(
        name=name,
        title=spec.get("title", name.replace("_", " ").capitalize()),
        description=spec.get("description", ""),
        hotkey=hotkey,
        letter=spec.get("x-letter", name[:1].upper()),
        line=spec.get("x-line", "solid"),
        colour=_pair(colour.get("line"), ("#5b6068", "#a9aeb8"), f"{where}/x-colour/line"),
        tint=_pair(colour.get("tint"), ("#eceae4", "#26292e"), f"{where}/x-colour/tint"),
        snap=spec.get("x-snap", "words"),
        anchor=bool(spec.get("x-anchor", False)),
        attributes=tuple(
            _attribute(attribute, rule, attribute in required)
            for attribute, rule in properties.items()
        ),
    )


def _pair(value: object, default: tuple[str, str], where: str) -> tuple[str, str]:
    if value is None:
        return default
    if (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(v, str) and _is_colour(v) for v in value)
    ):
        return (value[0], value[1])
    raise SchemaError(f"{where} needs two colours, light and dark, as #rrggbb.")


def _is_colour(value: str) -> bool:
    return (
        len(value) == 7
        and value[0] == "#"
        and all(c in "0123456789abcdefABCDEF" for c in value[1:])
    )


def _attribute(name: str, rule: Mapping[str, Any], must: bool) -> Attribute:
    types = rule.get("type", "string")
    return Attribute(
        name=name,
        title=rule.get("title", name.replace("_", " ").capitalize()),
        description=rule.get("description", ""),
        options=tuple(rule.get("enum", ())),
        types=(types,) if isinstance(types, str) else tuple(types),
        must=must,
        default=rule.get("default"),
        suggest=rule.get("x-suggest"),
        prefill=rule.get("x-prefill"),
    )


def _relations(defs: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[RelationType]:
    spec = defs.get("relation", {}).get("properties", {}).get("type", {})
    declared = spec.get("x-relations", {})
    for name in spec.get("enum", ()):
        rule = declared.get(name)
        if rule is None:
            raise SchemaError(
                f"Relation {name!r} needs an entry in x-relations that says what it links."
            )
        ends = {source: tuple(targets) for source, targets in rule["ends"].items()}
        for label in {*ends, *(t for targets in ends.values() for t in targets)}:
            if label not in names:
                raise SchemaError(f"Relation {name!r} links {label!r}, which is no label.")
        yield RelationType(
            name=name,
            title=rule.get("title", name.replace("_", " ")),
            description=rule.get("description", ""),
            symmetric=bool(rule.get("symmetric", False)),
            ends=ends,
        )
