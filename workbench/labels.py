"""Labels, attributes and relation types, as schema.json declares them.

schema.json is their only source: forms, keys, help, drawing, export and validation
read this module, which reads the schema.
"""

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.spans import Value

Schema = Mapping[str, Any]

#: Keys the annotate screen uses for other things; a label's hotkey is none of them.
RESERVED_KEYS = frozenset("jkuyxemnpgzl.0/?!`[]{}+")

#: How a label may snap its borders; `spans.snap` knows them.
SNAPS = ("quote", "claim", "figure", "words")

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")


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
        if {"number", "integer"}.intersection(self.types):
            plain = "".join(text.split())
            # A longer one would lose digits on its way through a float.
            if _NUMBER.fullmatch(plain) and sum(c.isdigit() for c in plain) <= 15:
                number = float(plain)
                return int(number) if number.is_integer() else number
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

    def parse(
        self,
        written: Mapping[str, str],
        wrong: Callable[[dict[str, Value]], Container[str]],
    ) -> dict[str, Value]:
        """The attributes that the fields of a form stand for.

        `wrong` names those of a draft that the schema refuses. A number among them is
        taken as text where the schema allows text: the "2014" of a date.
        """
        found: dict[str, Value] = {}
        for attribute in self.attributes:
            value = attribute.parse(written.get(attribute.name, ""))
            if value is not None:
                found[attribute.name] = value
        refused = wrong(found)
        for attribute in self.attributes:
            value = found.get(attribute.name)
            if (
                attribute.name in refused
                and "string" in attribute.types
                and isinstance(value, int | float)
            ):
                found[attribute.name] = written[attribute.name].strip()
        return found


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

    @property
    def naming_claims(self) -> dict[str, list[str]]:
        """Of each label the attributes that name a canonical claim, maybe none."""
        return {
            label.name: [a.name for a in label.attributes if a.suggest == "claim"]
            for label in self.labels
        }

    def only(self, names: Collection[str]) -> "Labels":
        """Those of these names, with the anchors that link to one of them."""

        def wanted(label: Label) -> bool:
            return label.name in names or (
                label.anchor
                and any(
                    type_.fits(label.name, name) or type_.fits(name, label.name)
                    for type_ in self.relations
                    for name in names
                )
            )

        return Labels(tuple(filter(wanted, self.labels)), self.relations)

    @classmethod
    def from_schema(cls, schema: Schema) -> "Labels":
        """The labels of `schema`.

        :raises SchemaError: a label lacks its definition, key or rule, two share a key,
            or a relation names a label that is none; the sentence says what to add.
        """
        defs = _object(schema, "$defs", "schema.json")
        names = _strings(_object(defs, "label", "$defs").get("enum"))
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
        for name in required:
            if name not in names:
                raise SchemaError(
                    f"$defs/complete speaks of {name!r}, which is no label."
                )
        return cls(tuple(labels), tuple(_relations(defs, names)))


def _object(parent: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    found = parent.get(key)
    if not isinstance(found, Mapping):
        raise SchemaError(f"{where} needs an object {key!r}.")
    return found


def _mapping(value: object) -> Mapping[str, Any]:
    """`value`, or an empty mapping where the schema has something else there."""
    return value if isinstance(value, Mapping) else {}


def _strings(value: object) -> tuple[str, ...]:
    """The strings of a list, or nothing where the schema has something else there."""
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(value)
    return ()


def _text(rule: Mapping[str, Any], key: str, default: str) -> str:
    value = rule.get(key)
    return value if isinstance(value, str) else default


def _rules(part: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What a part of the schema says of each label: its name, and the rule."""
    listed = part.get("allOf", [])
    for rule in map(_mapping, listed if isinstance(listed, list) else []):
        condition = _mapping(_mapping(rule.get("if")).get("properties"))
        name = _mapping(condition.get("label")).get("const")
        then = _mapping(_mapping(rule.get("then")).get("properties"))
        if isinstance(name, str):
            yield name, _mapping(then.get("attributes"))


def _routes(annotation: Mapping[str, Any]) -> Iterator[str]:
    for name, rule in _rules(annotation):
        if rule.get("$ref") == f"#/$defs/{name}":
            yield name


def _required(defs: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Which attributes a submitted annotation of each label must have."""
    found: dict[str, tuple[str, ...]] = {}
    for name, rule in _rules(_mapping(defs.get("complete"))):
        found[name] = found.get(name, ()) + _strings(rule.get("required"))
    return found


# Names stand in style classes, addresses and form fields.
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def _label(name: str, spec: Mapping[str, Any], required: tuple[str, ...]) -> Label:
    where = f"$defs/{name}"
    if not _NAME.fullmatch(name):
        raise SchemaError(
            f"The label {name!r} needs another name: small letters, digits and _, a "
            "letter first. Its title may be anything."
        )
    hotkey = spec.get("x-hotkey")
    if (
        not isinstance(hotkey, str)
        or len(hotkey) != 1
        or hotkey != hotkey.lower()
        or hotkey.isspace()
        or hotkey in RESERVED_KEYS
    ):
        raise SchemaError(
            f"{where} needs an x-hotkey: one lower-case character that the screen does "
            f"not use already (not one of {' '.join(sorted(RESERVED_KEYS))})."
        )
    snap = spec.get("x-snap", "words")
    if snap not in SNAPS:
        raise SchemaError(f"{where}/x-snap is {snap!r}, not one of {', '.join(SNAPS)}.")
    properties = _mapping(spec.get("properties"))
    for attribute in required:
        if attribute not in properties:
            raise SchemaError(
                f"$defs/complete requires {attribute!r} of {name!r}, which {where} "
                "does not have."
            )
    colour = _mapping(spec.get("x-colour"))
    return Label(
        name=name,
        title=_text(spec, "title", name.replace("_", " ").capitalize()),
        description=_text(spec, "description", ""),
        hotkey=hotkey,
        letter=_text(spec, "x-letter", name[:1].upper()),
        line=_text(spec, "x-line", "solid"),
        colour=_pair(
            colour.get("line"), ("#5b6068", "#a9aeb8"), f"{where}/x-colour/line"
        ),
        tint=_pair(
            colour.get("tint"), ("#eceae4", "#26292e"), f"{where}/x-colour/tint"
        ),
        snap=snap,
        anchor=bool(spec.get("x-anchor", False)),
        attributes=tuple(
            _attribute(attribute, _mapping(rule), attribute in required)
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
    return Attribute(
        name=name,
        title=_text(rule, "title", name.replace("_", " ").capitalize()),
        description=_text(rule, "description", ""),
        options=_strings(rule.get("enum")),
        types=_strings(rule.get("type")) or (_text(rule, "type", "string"),),
        must=must,
        default=rule.get("default"),
        suggest=rule.get("x-suggest"),
        prefill=rule.get("x-prefill"),
    )


def _relations(
    defs: Mapping[str, Any], names: tuple[str, ...]
) -> Iterator[RelationType]:
    properties = _mapping(_mapping(defs.get("relation")).get("properties"))
    spec = _mapping(properties.get("type"))
    declared = _mapping(spec.get("x-relations"))
    for name in _strings(spec.get("enum")):
        rule = _mapping(declared.get(name))
        ends = {
            source: _strings(targets)
            for source, targets in _mapping(rule.get("ends")).items()
        }
        if not ends or not all(ends.values()):
            raise SchemaError(
                f"Relation {name!r} needs an entry in x-relations that says what it "
                "links: its ends, as labels and lists of labels."
            )
        for label in sorted({*ends}.union(*ends.values())):
            if label not in names:
                raise SchemaError(
                    f"Relation {name!r} links {label!r}, which is no label."
                )
        yield RelationType(
            name=name,
            title=_text(rule, "title", name.replace("_", " ")),
            description=_text(rule, "description", ""),
            symmetric=bool(rule.get("symmetric", False)),
            ends=ends,
        )
