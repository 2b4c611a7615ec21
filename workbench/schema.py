"""The contract of the exchange format: schema.json, held to by two validators.

jsonschema_rs decides, since an export is checked each time; jsonschema explains what
was refused, since people have to mend it. JSON itself is read strictly here: what
Python's reader lets through (NaN, a key given twice, half a surrogate pair) is no JSON
for others.
"""

import difflib
import json
import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema_rs

from workbench import dataset
from workbench.dataset import Problem, Record
from workbench.labels import Labels, SchemaError
from workbench.places import shipped

# --- reading JSON ---------------------------------------------------------------------


class UnreadableError(ValueError):
    """Bytes that are no UTF-8, no JSON, or JSON that not everybody reads alike."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _TrapError(ValueError):
    """Something that Python reads and JSON does not have; its place is yet unknown."""


def decode(raw: bytes, first_line: int = 1) -> str:
    """`raw` as strict UTF-8; a byte order mark stays.

    :raises UnreadableError: a byte is not UTF-8; its line and place in it are named.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(first_line, "The file is UTF-16: save it as UTF-8.")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line_start = raw.rfind(b"\n", 0, error.start) + 1
        raise UnreadableError(
            first_line + raw.count(b"\n", 0, error.start),
            f"Byte {error.start - line_start + 1} of the line, "
            f"0x{raw[error.start]:02x}, is not UTF-8: save the file as UTF-8.",
        ) from None


def parse(raw: bytes | str, first_line: int = 1) -> Any:
    """The value of the JSON document `raw`, which begins on `first_line` of its file.

    :raises UnreadableError: it is no JSON, or holds NaN, Infinity, a number beyond a
        double, a key twice in one object, or half a surrogate pair.
    """
    text = raw if isinstance(raw, str) else decode(raw, first_line)
    text = text.removeprefix("\ufeff")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise UnreadableError(
            first_line + error.lineno - 1,
            f"This is no JSON: {error.msg.removesuffix(' at')} at character "
            f"{error.colno} of the line.",
        ) from None
    except RecursionError:
        raise UnreadableError(first_line, "The JSON is nested too deeply.") from None
    except ValueError as error:
        raise _trapped(text, first_line, str(error)) from None
    if _SURROGATE.search(text):
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise _trapped(text, first_line, str(error)) from None
    return value


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _TrapError("A key stands twice in one object.")
    return made


def _no_constant(name: str) -> object:
    raise _TrapError(f"{name} is no number in JSON.")


def _finite(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise _TrapError(f"{written} is too large for a number.")
    return number


def _trapped(text: str, first_line: int, otherwise: str) -> UnreadableError:
    at, message = next(_traps(text), (0, otherwise))
    return UnreadableError(first_line + text.count("\n", 0, at), message)


_TOKEN = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*")|[{}\[\],:]|(?P<word>[^\s{}\[\],:"]+)'
)


@dataclass(slots=True)
class _Open:
    """An object or list that the walk is inside of; a list has no keys."""

    keys: set[str] | None
    wants_key: bool = True


def _traps(text: str) -> Iterator[tuple[int, str]]:
    """Place and sentence of all in `text` that Python reads and JSON does not have.

    Slow beside json.loads, and so only asked where that has refused; up to the trap,
    `text` is known to be well-formed.
    """
    inside: list[_Open] = []
    for token in _TOKEN.finditer(text):
        written, at = token.group(), token.start()
        if written in "{[":
            inside.append(_Open(set() if written == "{" else None))
        elif written in "}]":
            inside.pop()
        elif written in ",:":
            inside[-1].wants_key = written == ","
        elif token["word"]:
            if message := _amiss(written):
                yield at, message
        else:
            string = json.loads(written)
            if any("\ud800" <= char <= "\udfff" for char in string):
                yield at, "The text holds half a surrogate pair, which is no character."
            keys = inside[-1].keys if inside else None
            if keys is not None and inside[-1].wants_key:
                if string in keys:
                    yield at, f"The key {string!r} stands twice in one object."
                keys.add(string)


def _amiss(word: str) -> str:
    if word in ("NaN", "Infinity", "-Infinity"):
        return f"{word} is no number in JSON."
    # The most digits that Python reads as a whole number are 4,300.
    if word[-1].isdigit() and (len(word) > 4300 or math.isinf(float(word))):
        return f"{_cut(word)} is too large for a number."
    return ""


def lines_of(text: str, paths: Sequence[str], first_line: int = 1) -> dict[str, int]:
    """The line on which each of `paths` begins, or the nearest that encloses it.

    `text` is a JSON document that `parse` has accepted. What lies beside the paths is
    skipped by the decoder in C, so this costs about as much as reading it again.
    """
    search = _Search(text, paths)
    search.value(search.blank(0), "")
    breaks = [match.start() for match in re.finditer("\n", text)]
    lines: dict[str, int] = {}
    for path in paths:
        nearest = f"/{path}" if path else ""
        while nearest not in search.found:
            nearest = nearest.rpartition("/")[0]
        lines[path] = first_line + bisect_left(breaks, search.found[nearest])
    return lines


class _Search:
    """Where paths begin in a JSON document; each part has a slash before it here."""

    _blank = re.compile(r"[ \t\n\r]*")
    _decoder = json.JSONDecoder()

    def __init__(self, text: str, paths: Sequence[str]) -> None:
        self.found: dict[str, int] = {"": 0}
        self._text = text
        self._wanted = {""}
        for path in paths:
            parts = path.split("/") if path else []
            self._wanted |= {
                "/" + "/".join(parts[:n]) for n in range(1, len(parts) + 1)
            }

    def blank(self, at: int) -> int:
        """The place after the white space at `at`."""
        match = self._blank.match(self._text, at)
        return match.end() if match else at

    def value(self, at: int, path: str) -> int:
        """The end of the value at `at`; what is wanted in it has been found."""
        opening = self._text[at]
        if path not in self._wanted or opening not in "{[":
            return self._decoder.raw_decode(self._text, at)[1]
        index = 0
        at = self.blank(at + 1)
        while self._text[at] not in "}]":
            start, key = at, str(index)
            if opening == "{":
                key, at = self._decoder.raw_decode(self._text, at)
                at = self.blank(self.blank(at) + 1)
            child = f"{path}/{key}"
            if child in self._wanted:
                self.found[child] = start
            at = self.blank(self.value(at, child))
            if self._text[at] == ",":
                at = self.blank(at + 1)
            index += 1
        return at + 1


# --- the two validators ---------------------------------------------------------------


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` as JSON schema means it.

    In Python `$` also matches before a final line feed, and \\d any script's digits.
    """
    exact = re.sub(
        r"\\.|\[(?:\\.|[^\]\\])*\]|\$",
        lambda part: r"\Z" if part.group() == "$" else part.group(),
        pattern,
    )
    return re.compile(exact, re.ASCII)


JsonPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Check:
    """One part of the schema, in both validators."""

    decides: Callable[[Any], bool]
    refusals: Callable[[Any], Iterator[Any]]
    explains: Callable[[Any], Iterator[Any]]

    def problems(
        self, record: object, meanings: Mapping[str, str], most: int | None = None
    ) -> list[Problem]:
        """Why `record` does not fit this part of the schema; [] when it does.

        Of what breaks its rules, at most `most` things are explained.
        """
        try:
            if self.decides(record):
                return []
        except ValueError as reason:
            # Values that no JSON can hold, or nested beyond all reason.
            return [Problem("", f"The record cannot be checked: {reason}.")]
        found: dict[tuple[JsonPath, str], str] = {}
        for error in islice(self.explains(record), most):
            for path, message in _sentences(error, meanings):
                # A value may break two rules on its type: the narrower one says more.
                rule = "type" if error.validator == "type" else message
                found[path, rule] = min(
                    message, found.get((path, rule), message), key=len
                )
        return [
            Problem("/".join(map(str, path)), message)
            for (path, _), message in sorted(found.items(), key=_in_order)
        ] or self._refused(record)

    def _refused(self, record: object) -> list[Problem]:
        """The decider's own reasons: the two validators differ, and refusal stands."""
        return [
            Problem("/".join(map(str, error.instance_path)), f"{error.message}.")
            for error in self.refusals(record)
        ] or [Problem("", "The schema refuses the record and gives no reason.")]


def _in_order(found: tuple[tuple[JsonPath, str], str]) -> tuple[object, ...]:
    (path, _), message = found
    return [(p, "") if isinstance(p, int) else (-1, p) for p in path], message


_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "null": "null",
    "array": "a list",
    "object": "an object",
    "boolean": "true or false",
}

#: What a value must be that a pattern of schema.json refuses, by $defs entry or name.
_MEANINGS = {
    "article_id": "an article id: Latin letters, digits, “_”, “.” and “-” only, "
    "and a letter or digit first",
    "id": "an id: Latin letters, digits, “_”, “.” and “-” only, and a letter first",
    "sha256": "a SHA-256: 64 hexadecimal digits, the letters small",
    "day": "a date such as 2022-11-02",
    "date_value": "a date such as 2014, 2014-03 or 2014-03-16, or --03-16 where the "
    "text gives no year",
    "ref": "the id of an annotation, or ARTICLE#ID for one in another article",
    "url": "a web address that begins with http:// or https:// and has no spaces",
    "published": "a date such as 2022-11-02",
    "language": "a language code such as en or pt-BR",
}


def _cut(written: str) -> str:
    return written if len(written) <= 60 else f"{written[:57]}…"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return _cut(repr(value))
    return _cut(json.dumps(value, ensure_ascii=False, default=repr))


def _sentences(
    error: Any, meanings: Mapping[str, str]
) -> Iterator[tuple[JsonPath, str]]:
    """The path and the sentence of everything that one jsonschema error reports."""
    path = tuple(error.absolute_path)
    rule, value = error.validator_value, error.instance
    match error.validator:
        case "additionalProperties":
            known = sorted(error.schema.get("properties", ()))
            for name in (key for key in value if key not in known):
                yield (*path, str(name)), _unknown(str(name), known)
        case "required":
            for name in (name for name in rule if name not in value):
                yield path, f"{name!r} is missing."
        case "enum":
            yield path, f"{_shown(value)} is not one of {', '.join(map(str, rule))}."
        case "const":
            yield path, f"Must be {json.dumps(rule)}, not {_shown(value)}."
        case "type":
            types = [rule] if isinstance(rule, str) else rule
            must = " or ".join(_TYPES.get(name, name) for name in types)
            yield path, f"Must be {must}, not {_shown(value)}."
        case "pattern":
            name = str(path[-1]) if path else ""
            meaning = meanings.get(rule) or _MEANINGS.get(name)
            otherwise = f"a text that fits the pattern {rule}"
            yield path, f"{_shown(value)} is not {meaning or otherwise}."
        case "minLength":
            yield path, "Is empty: give it a text, or leave it out."
        case "maxLength":
            yield path, f"Has {len(value)} characters; the most is {rule}."
        case "minItems":
            yield path, f"Has {len(value)} entries; it needs {rule}."
        case "items" if rule is False:
            most = len(error.schema.get("prefixItems", ()))
            yield path, f"Has {len(value)} entries; the most is {most}."
        case "minimum":
            yield path, f"{_shown(value)} is less than {rule}."
        case "uniqueItems":
            yield path, "An entry stands twice."
        case _:
            yield path, f"{error.message}."


def _unknown(name: str, known: Sequence[str]) -> str:
    if not known:
        return f"{name!r} is unknown here: nothing may stand here."
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}."
    return f"{name!r} is unknown here: {hint}"


# --- the contract ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contract:
    """What schema.json demands, ready to be asked; [] means that nothing is wrong."""

    schema: dict[str, Any]
    labels: Labels
    _checks: Mapping[str, _Check] = field(repr=False)
    _meanings: Mapping[str, str] = field(repr=False)

    def article_problems(self, record: object) -> list[Problem]:
        """What is wrong with an article record: by the schema, or else by integrity."""
        refused = self._problems("article", record)
        if refused or not isinstance(record, dict):
            return refused
        return list(dataset.article_problems(record, self.labels))

    def set_problems(self, record: object, text: str) -> list[Problem]:
        """What is wrong with an annotation set of an article that has this text."""
        refused = self._problems("annotation_set", record)
        if refused or not isinstance(record, dict):
            return refused
        return [
            Problem(problem.path.removeprefix("/"), problem.message)
            for problem in dataset.set_problems(record, text, self.labels, "")
        ]

    def attribute_problems(
        self, label: str, attributes: Mapping[str, object]
    ) -> list[Problem]:
        """What is wrong with the attributes of a draft; a path is an attribute's name.

        A draft may lack attributes; what it has must be known and allowed.
        """
        if self.labels.get(label) is None:
            names = ", ".join(known.name for known in self.labels)
            return [Problem("label", f"{label!r} is not one of {names}.")]
        return self._problems(label, dict(attributes))

    def claim_problems(self, claim: object) -> list[Problem]:
        """What is wrong with a canonical claim."""
        return self._problems("canonical_claim", claim)

    def dataset_problems(self, record: Record) -> list[Problem]:
        """What the schema says against a dataset file, its articles left aside."""
        articles = record.get("articles")
        bare = record | {"articles": []} if isinstance(articles, list) else record
        return self._problems("dataset", bare)

    def annotator_file_problems(self, record: object) -> list[Problem]:
        """What the schema says against an annotator's file of a dataset folder."""
        return self._problems("annotator_file", record)

    def check(self, rule: Record, most: int) -> Callable[[object], list[Problem]]:
        """What is wrong with a value by `rule`, which may refer to the schema's $defs.

        To make one takes some milliseconds: keep it. At most `most` things are
        explained, since that is slow: a client waits for the answer.
        """
        named = self.schema["$defs"] | {"-": rule}
        check = _check(self.schema | {"$defs": named}, "-")
        return lambda value: check.problems(value, self._meanings, most)

    def _problems(self, part: str, record: object) -> list[Problem]:
        return self._checks[part].problems(record, self._meanings)


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PARTS = ("article", "annotation_set", "canonical_claim", "dataset", "annotator_file")


def load(path: Path | None = None) -> Contract:
    """The contract that the schema file declares; by default the one that ships.

    :raises SchemaError: the file cannot be read, is no JSON or no JSON schema of draft
        2020-12, or declares labels that the workbench cannot follow.
    """
    path = path or shipped("schema.json")
    try:
        schema = parse(path.read_bytes())
    except OSError as error:
        raise SchemaError(f"{path} cannot be read: {error.strerror}.") from None
    except UnreadableError as error:
        raise SchemaError(f"{path}:{error.line}: {error}") from None
    if not isinstance(schema, dict):
        raise SchemaError(f"{path} must hold a JSON object.")
    if not jsonschema_rs.meta.is_valid(schema | {"$schema": _DRAFT}):
        from workbench.refusals import first_flaw

        raise SchemaError(
            f"{path} is no JSON schema of draft 2020-12: {first_flaw(schema)}."
        )
    try:
        labels = Labels.from_schema(schema)
    except (AttributeError, KeyError, TypeError) as error:
        # The keys that begin with x- are checked by no meta-schema.
        raise SchemaError(
            f"{path} declares a label or relation in a form the workbench cannot "
            f"follow ({type(error).__name__}: {error})."
        ) from error
    parts = (*_PARTS, *(label.name for label in labels))
    for part in parts:
        if part not in schema["$defs"]:
            raise SchemaError(f"{path} needs $defs/{part}.")
    try:
        for pattern in _patterns(schema):
            compiled(pattern)
        checks = {part: _check(schema, part) for part in parts}
    except (ValueError, re.error) as error:
        reason = str(error).partition("\n")[0]
        raise SchemaError(f"{path} cannot be used: {reason}.") from None
    return Contract(schema, labels, checks, _meanings(schema))


def _check(schema: dict[str, Any], part: str) -> _Check:
    only = {k: v for k, v in schema.items() if k not in ("if", "then", "else")}
    only["$ref"] = f"#/$defs/{part}"
    fast = jsonschema_rs.Draft202012Validator(only)

    @cache
    def slow() -> Any:
        # jsonschema is a tenth of the start of a command, and most files are good.
        from workbench.refusals import Explain

        return Explain(only)

    return _Check(
        fast.is_valid, fast.iter_errors, lambda record: slow().iter_errors(record)
    )


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for value in schema.values():
            yield from _patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _patterns(value)


def _meanings(schema: Mapping[str, Any]) -> dict[str, str]:
    """What each pattern of $defs means, in words."""
    return {
        part["pattern"]: _MEANINGS[name]
        for name, part in schema["$defs"].items()
        if name in _MEANINGS and "pattern" in part
    }
