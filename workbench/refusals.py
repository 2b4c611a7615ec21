"""Why jsonschema refuses something: it explains what jsonschema_rs only decides."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema

from workbench.schema import compiled


def _is_finite(_: object, value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and not (isinstance(value, float) and not math.isfinite(value))
    )


def _pattern(
    _: Any, pattern: str, instance: object, __: object
) -> Iterator[jsonschema.ValidationError]:
    if isinstance(instance, str) and not compiled(pattern).search(instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


_extend: Any = jsonschema.validators.extend
#: The validator that explains, with what JSON and its patterns mean here.
Explain: Any = _extend(
    jsonschema.Draft202012Validator,
    {"pattern": _pattern},
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "number", _is_finite
    ),
)


def first_flaw(schema: Mapping[str, Any]) -> str:
    """Where `schema` is none of draft 2020-12, and why."""
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "the top"
        return f"at {where}: {error.message}"
    return "it is not said where"
