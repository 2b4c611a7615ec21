"""The data card of an export of gold: what one should know before one uses it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench import __version__, stats
from workbench.adjudication import REASONS, Material
from workbench.agreement import Report
from workbench.agreement.bootstrap import FEW
from workbench.agreement.show.plain import escaped, table
from workbench.agreement.show.tables import (
    FEW_UNITS,
    Table,
    headline,
    origin,
    reasons,
    tables,
)
from workbench.dataset import FINISHED
from workbench.labels import Labels
from workbench.stats import LabelCount, SetCount, Stats, many, share, tallied

#: What is said where nobody said under which licence the data may be used.
NO_LICENCE = "None was given. Ask whoever published this before you use it."
_PATHS = {
    "unanimous": "everybody who labelled the article said the same",
    "adjudicated": "somebody decided, or a rule did",
    "single": "only one person labelled the article",
}
#: More ids than this are counted and not named.
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Card:
    """What a data card tells of: all of it, and each of the parts by its file."""

    material: Material
    whole: Stats
    parts: Mapping[str, Stats]
    agreement: Report
    labels: Labels
    exported: str
    licence: str
    pseudonyms: bool
    rejected: bool
    split: str
    #: Links from a file into an article that is not in it.
    astray: int
    #: Notes on verdicts that were left out because they may name somebody.
    withheld: int


def markdown(card: Card) -> str:
    """The data card as Markdown, ending in a line feed."""
    gold = card.whole.kinds.get("gold", SetCount())
    parts = [
        f"# Gold: {', '.join(escaped(v.name) for v in card.material.versions)}",
        f"{many(card.whole.articles, 'article')}, {card.whole.words:,} words, "
        f"{many(gold.annotations, 'annotation')}"
        + (f", {many(gold.rejected, 'hard negative')}" if card.rejected else "")
        + f". Exported on {card.exported} by workbench {__version__}.",
        "## Files",
        _files(card),
        "Each line of a `.jsonl` file is an article with its text and one gold set. "
        "Offsets count Unicode code points from 0, the end excluded. `manifest.json` "
        "has the size and the SHA-256 of every file; `workbench validate` on this "
        "folder holds the files to it, to the schema and to the integrity rules.",
        *([card.split] if card.split else []),
        "## Licence",
        escaped(card.licence) if card.licence else NO_LICENCE,
        "## Annotations",
        *_annotations(gold, card.rejected),
        "## Sources",
        *_sources(card.whole),
        "## People",
        *_people(card, gold),
        "## How it was decided",
        *_decided(card, gold),
        "## Agreement of the annotators",
        *_agreement(card.agreement),
        "## Known gaps",
        _listed(list(gaps(card)) or ["None that could be counted."]),
        "## How to cite",
        "By the versions above, the day of the export, and the SHA-256 of "
        "`manifest.json`, which stands for every file.",
    ]
    return "\n\n".join(parts) + "\n"


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _files(card: Card) -> str:
    rows = []
    for name, part in card.parts.items():
        gold = part.kinds.get("gold", SetCount())
        rejected = [f"{gold.rejected:,}"] if card.rejected else []
        rows.append(
            [
                f"`{name}`",
                f"{part.articles:,}",
                f"{part.words:,}",
                f"{gold.annotations:,}",
                *(f"{_of(gold, label.name).annotations:,}" for label in card.labels),
                *rejected,
            ]
        )
    return table(
        Table(
            "",
            "",
            [
                *("file", "articles", "words", "annotations"),
                *(label.name for label in card.labels),
                *(["rejected"] if card.rejected else []),
            ],
            rows,
        )
    )


def _of(gold: SetCount, label: str) -> LabelCount:
    return gold.labels.get(label, LabelCount())


def _annotations(gold: SetCount, rejected: bool) -> Iterator[str]:
    yield table(
        Table(
            "",
            "",
            [
                *("label", "annotations", "in several pieces"),
                *(["rejected"] if rejected else []),
            ],
            [
                [
                    name,
                    f"{count.annotations:,}",
                    f"{count.interrupted:,}",
                    *([f"{count.rejected:,}"] if rejected else []),
                ]
                for name, count in gold.labels.items()
            ],
        )
    )
    covered = [
        [f"{name}: {attribute}", share(number, count.annotations)]
        for name, count in gold.labels.items()
        if count.annotations
        for attribute, number in count.attributes.items()
    ]
    if covered:
        yield "How many annotations have each attribute:"
        yield table(Table("", "", ["attribute", "have it"], covered))
    if gold.links:
        yield f"Links between annotations: {tallied(gold.links)}."
    if gold.none:
        yield f"Articles that were searched for a label in vain: {tallied(gold.none)}."


def _sources(whole: Stats) -> Iterator[str]:
    yield table(
        Table(
            "",
            "",
            ["outlet", "articles"],
            [
                [outlet, share(number, whole.articles)]
                for outlet, number in sorted(
                    whole.outlets.items(), key=lambda one: (-one[1], one[0])
                )
            ],
        )
    )
    yield f"Published: {stats.published(whole)}."
    yield f"Languages: {escaped(tallied(whole.languages, whole.articles))}."


def _people(card: Card, gold: SetCount) -> Iterator[str]:
    yield (
        "People are called by pseudonyms, the same throughout this export."
        if card.pseudonyms
        else "People are called by their names."
    )
    annotators: dict[str, int] = {}
    for record in card.material.labelled:
        for set_ in record.sets:
            if set_.status in FINISHED:
                annotators[set_.annotator] = annotators.get(set_.annotator, 0) + 1
    if annotators:
        yield f"Annotators, with the articles they submitted: {_names(annotators)}."
    if gold.adjudicators:
        yield (
            "Adjudicators, with the annotations and rejections they decided: "
            f"{_names(gold.adjudicators)}."
        )


def _names(counts: Mapping[str, int]) -> str:
    return escaped(tallied(counts))


def _decided(card: Card, gold: SetCount) -> Iterator[str]:
    yield table(
        Table(
            "",
            "",
            ["path", "annotations"],
            [
                [f"{path}: {means}", share(gold.paths[path], gold.annotations)]
                for path, means in _PATHS.items()
            ],
        )
    )
    if gold.reasons:
        yield "Reasons that adjudicators gave, also of what they rejected:"
        yield table(
            Table(
                "",
                "",
                ["reason", "decisions"],
                [
                    [f"{reason}: {REASONS.get(reason, stats.UNKNOWN)}", f"{number:,}"]
                    for reason, number in sorted(
                        gold.reasons.items(), key=lambda one: (-one[1], one[0])
                    )
                ],
            )
        )
    yield table(
        Table(
            "",
            "",
            ["version", "made", "guideline", "schema", "articles"],
            [
                [
                    version.name,
                    version.made[:10],
                    version.guideline or stats.UNKNOWN,
                    version.schema or stats.UNKNOWN,
                    f"{version.articles:,}",
                ]
                for version in card.material.versions
            ],
        )
    )


def _agreement(report: Report) -> Iterator[str]:
    yield (
        "Of the people who labelled these articles, with each other and before "
        f"anything was decided. {headline(report)}"
    )
    for one in tables(report):
        if one.title in ("By label", "Attributes"):
            yield f"### {one.title}"
            yield one.note
            yield table(one)
    undefined = reasons(report)
    if undefined:
        yield f"Undefined (–):\n\n{_listed([escaped(line) for line in undefined])}"
    yield f"*{origin(report)}*"


# --- known gaps -----------------------------------------------------------------------


def gaps(card: Card) -> Iterator[str]:
    """What is missing or weak, as far as it can be counted, a sentence each."""
    material, whole = card.material, card.whole
    gold = whole.kinds.get("gold", SetCount())
    single = [
        record.article.id
        for record in material.labelled
        if sum(set_.status in FINISHED for set_ in record.sets) < 2
    ]
    for ids, words in (
        (material.unsigned, "not signed off when this gold was made, and left out"),
        (material.reopened, "reopened since, so the next version may differ"),
        (single, "labelled by one person alone"),
        (material.own, "adjudicated by somebody who is also an annotator there"),
    ):
        if ids:
            many_ = many(len(ids), "article")
            yield f"{many_} {_was(len(ids))} {words}: {_ids(ids)}."
    yield from _thin(card, gold)
    if whole.articles < FEW:
        yield (
            f"{many(whole.articles, 'article')} {_are(whole.articles)} few: intervals "
            "of agreement are rough guesses, and a number measured on this says little "
            "of other articles."
        )
    unknown = [
        f"{many(number, 'article')} without {what}"
        for number, what in (
            (whole.outlets[stats.UNKNOWN], "an outlet"),
            (whole.languages[stats.UNKNOWN], "a language"),
            (whole.undated, "a day"),
        )
        if number
    ]
    if unknown:
        yield f"{', '.join(unknown)}."
    followed = gold.guidelines.keys() | {
        set_.guideline or stats.UNKNOWN
        for record in material.labelled
        for set_ in record.sets
        if set_.status in FINISHED
    }
    if len(followed) > 1:
        told = ", ".join(map(escaped, sorted(followed)))
        yield f"More than one version of the guideline was followed: {told}."
    for name, part in card.parts.items():
        if not part.articles:
            yield f"`{name}` is empty: no article fell into its share."
    if card.astray:
        yield (
            f"{many(card.astray, 'link')} {'end' if card.astray > 1 else 'ends'} in "
            "an article that is not in the same file."
        )
    if card.withheld:
        yield (
            f"{many(card.withheld, 'note')} on the verdict of a canonical claim "
            f"{_was(card.withheld)} left out, since somebody may be named there."
        )


def _thin(card: Card, gold: SetCount) -> Iterator[str]:
    for version, names in card.material.in_play.items():
        out = [label.name for label in card.labels.primary if label.name not in names]
        if out:
            yield (
                f"{escaped(version)}: {', '.join(out)} "
                f"{'were' if len(out) > 1 else 'was'} out of play, so that "
                "none marked says nothing."
            )
    for label in card.labels:
        number = _of(gold, label.name).annotations
        if not number:
            yield f"No annotation has the label {label.name}."
        elif number < FEW_UNITS:
            yield (
                f"Only {many(number, 'annotation')} "
                f"{'have' if number > 1 else 'has'} the label {label.name}."
            )
    if gold.rules:
        yield (
            "Decided by a rule, so that nobody looked at them one by one, annotations "
            f"and rejections together: {tallied(gold.rules)}."
        )
    if not card.rejected:
        yield "What adjudicators rejected is not in these files."


def _are(number: int) -> str:
    return "are" if number > 1 else "is"


def _was(number: int) -> str:
    return "were" if number > 1 else "was"


def _ids(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return ", ".join(f"`{id}`" for id in ids[:_MOST_NAMED]) + more
