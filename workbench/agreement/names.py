"""The names of the measures: `metric[LABEL]{ATTRIBUTE}:A|B@DOCUMENT.ci95`.

Every part after the metric may be left out. Names of people and documents may hold any
sign, so they are read by what is there and not by a pattern.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.agreement import attributes, characters, coverage, spans, unitizing
from workbench.agreement.measure import Ask, Measure
from workbench.agreement.model import AgreementError
from workbench.agreement.summary import Summary

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for module in (spans, characters, unitizing, attributes, coverage)
    for measure in module.MEASURES
}
CONFUSION = "confusion"
INTERVAL = ".ci95"
_HEAD = re.compile(r"(\w+)(?:\[([^\]]*)\])?(?:\{([^}]*)\})?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, taken apart. The measure of a confusion is None."""

    full: str
    measure: Measure | None
    ask: Ask
    document: str | None
    interval: bool


def known() -> list[str]:
    """How every measure is called, with the parts that it cannot do without."""
    found = []
    for measure in MEASURES.values():
        label = "[LABEL]" if "label" in measure.needs else ""
        attribute = "{ATTRIBUTE}" if "attribute" in measure.needs else ""
        found.append(f"{measure.name}{label}{attribute}")
    return [*found, CONFUSION]


def parse(full: str, summary: Summary) -> Name:
    """What `full` asks of `summary`.

    :raises AgreementError: there is no such measure, annotator or document, or the
        measure does not take what is asked of it; what there is, is listed.
    """
    rest = full.removesuffix(INTERVAL)
    head = _HEAD.match(rest)
    metric = head.group(1) if head else ""
    if head is None or (metric not in MEASURES and metric != CONFUSION):
        raise AgreementError(
            f"There is no measure {full!r}. Known are: {', '.join(known())}; each also "
            "as NAME[LABEL], NAME:A|B and NAME@DOCUMENT where that means something, "
            "and with .ci95 behind it."
        )
    measure = MEASURES.get(metric)
    label, attribute = head.group(2), head.group(3)
    pair, document = _pair_and_document(full, rest[head.end() :], summary)
    asked = {
        "label": label is not None,
        "attribute": attribute is not None,
        "pair": pair is not None,
    }
    limits = measure.limits if measure else {"pair"}
    needs = measure.needs if measure else set()
    for part, is_asked in asked.items():
        if is_asked and part not in limits:
            raise AgreementError(f"{full!r}: {metric} cannot be asked for one {part}.")
        if part in needs and not is_asked:
            raise AgreementError(
                f"{full!r} lacks the {part}: it is called "
                f"{next(name for name in known() if name.startswith(metric))}."
            )
    interval = full.endswith(INTERVAL)
    if interval and (document is not None or measure is None):
        raise AgreementError(
            f"{full!r}: an interval is made of many documents, for a number."
        )
    return Name(full, measure, Ask(label, attribute, pair), document, interval)


def _pair_and_document(
    full: str, rest: str, summary: Summary
) -> tuple[tuple[str, str] | None, str | None]:
    pair = None
    if rest.startswith(":"):
        people = summary.annotators
        fitting = [
            (a, b)
            for a in people
            for b in people
            if a != b and (rest == f":{a}|{b}" or rest.startswith(f":{a}|{b}@"))
        ]
        if not fitting:
            raise AgreementError(
                f"{full!r} names no two annotators. There are: {_listed(people)}."
            )
        pair = max(fitting, key=lambda p: len(p[0]) + len(p[1]))
        rest = rest[len(pair[0]) + len(pair[1]) + 2 :]
    if not rest:
        return pair, None
    if not rest.startswith("@") or rest[1:] not in summary.documents:
        raise AgreementError(
            f"{full!r} ends in {rest!r}, which names no document. There are: "
            f"{_listed(sorted(summary.documents))}."
        )
    return pair, rest[1:]


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    return ", ".join(names[:20]) + more if names else "none"
