"""What `workbench suggest --evaluate` prints: the suggesters held against gold."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from workbench import files
from workbench.cli.terminal import (
    UNDEFINED,
    UNREADABLE,
    contract,
    count,
    progress,
    report,
)
from workbench.dataset import FINISHED, AnnotationSet, ArticleRecord
from workbench.labels import Labels
from workbench.spans import Annotation
from workbench.suggest import suggesters
from workbench.suggest.evaluation import (
    Accuracy,
    Difference,
    Evaluation,
    Score,
    Wrong,
)
from workbench.suggest.suggestion import Suggestion

#: The labels that rules suggest. A cue comes with its quote and is not judged.
JUDGED = ("quote", "figure", "claim")


def evaluate(paths: Sequence[Path], claims: str, as_json: bool) -> None:
    """Print how the suggestions for the texts in `paths` do against their gold.

    Ends the command: with 2 where the files are not right, and with 3 where no article
    of them has an answer.
    """
    held = contract()
    with progress("Reading") as step:
        reading = files.read(paths, held, progress=step)
    if reading.problems:
        told = [str(problem) for problem in reading.problems]
        report(as_json, {"problems": told}, [])
        for line in [] if as_json else told:
            click.echo(line, err=True)
        raise SystemExit(UNREADABLE)
    records = [found.record for found in reading.found]
    made = Evaluation(_kinds(held.labels))
    labels = [
        name for name in JUDGED if held.labels.get(name) and (name, claims) != _NONE
    ]
    passed_over = []
    with progress("Suggesting") as step:
        for record, set_ in _answers(records, step):
            if set_ is None:
                passed_over.append(record.article.id)
                continue
            found = suggesters.suggest(record.article.text, claims).suggestions
            made.add(
                record.article.id,
                record.article.text,
                found,
                set_.annotations,
                labels,
            )
    if not made.articles:
        nothing = (
            "No article has an answer to hold the suggestions against: it needs a set "
            "of kind gold, or one finished human set and no other."
        )
        report(as_json, {"problems": [nothing]}, [])
        if not as_json:
            click.echo(nothing, err=True)
        raise SystemExit(UNDEFINED)
    report(as_json, _record(made, claims, passed_over), _lines(made, passed_over))


_NONE = ("claim", "off")


def _kinds(labels: Labels) -> dict[str, str]:
    """Of each label the attribute that tells its kinds: a must that the text tells."""
    return {
        label.name: attribute.name
        for label in labels
        for attribute in reversed(label.attributes)
        if attribute.must and attribute.options and attribute.prefill
    }


def _answers(
    records: Sequence[ArticleRecord], step: Callable[[int, int], None]
) -> Iterator[tuple[ArticleRecord, AnnotationSet | None]]:
    for done, record in enumerate(records, 1):
        yield record, answer(record)
        step(done, len(records))


def answer(record: ArticleRecord) -> AnnotationSet | None:
    """The gold set of an article, else its only finished human set, else None."""
    gold = [s for s in record.sets if s.kind == "gold"]
    human = [s for s in record.sets if s.kind == "human" and s.status in FINISHED]
    for one in (gold, human):
        if one:
            return one[0] if len(one) == 1 else None
    return None


# --- JSON -----------------------------------------------------------------------------


def _record(made: Evaluation, claims: str, passed_over: list[str]) -> dict[str, object]:
    return {
        "articles": made.articles,
        "passed_over": passed_over,
        "claims": claims,
        "version": suggesters.VERSION,
        "labels": {
            label: {
                **_numbers(of),
                "rules": {
                    rule: _numbers(score)
                    for (name, rule), score in sorted(made.by_rule.items())
                    if name == label
                },
                "kinds": {
                    kind: _numbers(score)
                    for (name, kind), score in sorted(made.by_kind.items())
                    if name == label
                },
                "attributes": {
                    name: {
                        "gold": of_one.wanted,
                        "suggested": of_one.made,
                        "right": of_one.right,
                        "accuracy": of_one.right / of_one.wanted,
                    }
                    for (owner, name), of_one in sorted(made.attributes.items())
                    if owner == label
                },
            }
            for label, of in made.labels.items()
        },
        "differences": [
            {
                "kind": one.kind,
                "article": one.article,
                "label": one.label,
                "suggested": _span(one.made, one.made_text),
                "gold": _span(one.gold, one.gold_text),
            }
            for one in made.differences
        ],
        "wrong_attributes": [
            {
                "article": one.article,
                "label": one.label,
                "place": list(one.place),
                "text": one.text,
                "attribute": one.attribute,
                "suggested": one.made,
                "gold": one.gold,
            }
            for one in made.wrong
        ],
    }


def _numbers(of: Score) -> dict[str, object]:
    return {
        "suggested": of.made,
        "gold": of.wanted,
        **{
            name: {
                "hits": hits,
                "precision": of.precision(hits),
                "recall": of.recall(hits),
                "f1": of.f1(hits),
            }
            for name, hits in (("exact", of.exact), ("overlap", of.overlap))
        },
    }


def _span(one: Suggestion | Annotation | None, text: str) -> dict[str, object] | None:
    if one is None:
        return None
    told: dict[str, object] = {"fragments": [list(f) for f in one.fragments]}
    if isinstance(one, Suggestion):
        told["rule"] = one.rule
    return {**told, "text": text, "attributes": dict(one.attributes)}


# --- text -----------------------------------------------------------------------------


def _lines(made: Evaluation, passed_over: list[str]) -> list[str]:
    lines = [f"{count(made.articles, 'article')} with gold."]
    if passed_over:
        lines.append(f"Passed over, without gold: {', '.join(passed_over)}.")
    lines += [
        "",
        f"{'':28} suggested  gold   exact: P     R    F1   overlap: P     R    F1",
    ]
    for label, of in made.labels.items():
        lines.append(_row(label, of))
        for (name, kind), score in sorted(made.by_kind.items()):
            if name == label:
                lines.append(_row(f"  {kind}", score))
    lines += [
        "",
        "By rule: how much of what it suggests is right, and its part of the label's "
        "recall",
        f"{'':28} suggested   exact: P  part   overlap: P  part",
    ]
    lines += [_rule_row(rule, of) for (_, rule), of in sorted(made.by_rule.items())]
    lines += [
        "",
        "Attributes right, of those with exact borders where the gold has them",
    ]
    lines += [_accuracy(*of) for of in sorted(made.attributes.items())]
    for kind, told in _TOLD.items():
        found = [one for one in made.differences if one.kind == kind]
        if found:
            lines += ["", f"{told}: {len(found):,}", *map(_difference, found)]
    wrong = [
        one for one in made.wrong if made.attributes[one.label, one.attribute].made
    ]
    if wrong:
        lines += ["", f"Attributes that differ: {len(wrong):,}", *map(_wrong, wrong)]
    return lines


_TOLD = {
    "missed": "Missed",
    "false": "Not in the gold",
    "borders": "Found with other borders",
}


def _numbers_of(*values: float | None) -> str:
    return "  ".join(" -  " if value is None else f"{value:.2f}" for value in values)


def _rule_row(name: str, of: Score) -> str:
    # No F1: what a rule does not find is for the others, and no fault of its own.
    exact, overlap = (
        _numbers_of(of.precision(hits), of.recall(hits))
        for hits in (of.exact, of.overlap)
    )
    return f"  {name:26} {of.made:9,}        {exact}         {overlap}"


def _row(name: str, of: Score) -> str:
    exact, overlap = (
        _numbers_of(of.precision(hits), of.recall(hits), of.f1(hits))
        for hits in (of.exact, of.overlap)
    )
    return f"{name:28} {of.made:9,} {of.wanted:5,}      {exact}        {overlap}"


def _accuracy(name: tuple[str, str], of: Accuracy) -> str:
    if not of.made:
        return f"  {' '.join(name):26} never suggested, {of.wanted:,} in the gold"
    part = of.right / of.wanted
    return f"  {' '.join(name):26} {of.right:5,} of {of.wanted:5,}  {part:.2f}"


def _difference(one: Difference) -> str:
    start, end = one.place
    place = f"{one.article} [{start}, {end}) {one.label}"
    if one.made is None:
        return f"  {place}: “{_short(one.gold_text)}”"
    if one.gold is None:
        return f"  {place}: “{_short(one.made_text)}” ({one.made.rule})"
    return (
        f"  {place}: “{_short(one.made_text)}” ({one.made.rule}), "
        f"in the gold “{_short(one.gold_text)}”"
    )


def _wrong(one: Wrong) -> str:
    told = "nothing" if one.made is None else repr(one.made)
    start, end = one.place
    return (
        f"  {one.article} [{start}, {end}) {one.label} “{_short(one.text)}”: "
        f"{one.attribute} is {told}, "
        f"in the gold {one.gold!r}"
    )


def _short(text: str) -> str:
    written = " ".join(text.split())
    return written if len(written) <= 90 else f"{written[:60]} … {written[-25:]}"
