"""`workbench diff`, and what `workbench export --gold` does."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from sqlite_utils import Database

from workbench import files
from workbench.adjudication import Material, changes, splits
from workbench.adjudication.changes import (
    KINDS,
    ArticleDifference,
    Difference,
    SetDifference,
)
from workbench.cli.terminal import (
    FINDINGS,
    UNREADABLE,
    Failure,
    contract,
    count,
    json_option,
    progress,
    report,
)
from workbench.dataset import ArticleRecord, annotation_record
from workbench.files import gold as gold_files
from workbench.schema import Contract
from workbench.spans import Annotation
from workbench.store import batches, gold

#: More of an annotation's words are not shown on a line.
_LONGEST = 60


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@json_option
def diff_command(old: Path, new: Path, as_json: bool) -> None:
    """Show what changed from OLD to NEW: two exports, of gold or of anything else.

    Per article: annotations added, removed, moved (other words) and changed (another
    label, attribute or link). Ids do not matter. Exit code 0 when nothing differs, 1
    when something does.
    """
    rules = contract()
    before, after = _read(old, rules), _read(new, rules)
    symmetric = [type_.name for type_ in rules.labels.relations if type_.symmetric]
    found = changes.differences(before, after, symmetric)
    counted = changes.counts(found)
    report(
        as_json,
        {
            "same": not found,
            "counts": counted,
            "articles": [_article_record(one) for one in found],
        },
        [line for one in found for line in _article_lines(one)]
        + [
            f"{count(len(found), 'article')} differ"
            f"{'s' if len(found) == 1 else ''}: "
            + ", ".join(f"{counted[kind]:,} {kind}" for kind in KINDS)
            + "."
            if found
            else "Nothing differs."
        ],
    )
    if found:
        raise SystemExit(FINDINGS)


def _read(path: Path, rules: Contract) -> list[ArticleRecord]:
    """The articles in a file or folder; does not come back when something is wrong."""
    if not path.exists():
        raise Failure(f"{path}: there is no such file or folder.")
    with progress(f"Reading {path.name}") as step:
        reading = files.read([path], rules, progress=step)
    if reading.problems:
        for problem in reading.problems:
            click.echo(str(problem), err=True)
        click.echo(
            f"{count(len(reading.problems), 'problem')}; nothing was compared.",
            err=True,
        )
        raise SystemExit(UNREADABLE)
    return [found.record for found in reading.found]


# --- an export of gold ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GoldExport:
    """What is asked of an export of gold: which, and how."""

    batch: str | None
    version: int | None
    how: gold_files.Wanted


def asked(
    batch: str | None,
    version: int | None,
    written: str | None,
    how: gold_files.Wanted,
) -> GoldExport:
    """The export of gold that the options ask for; `written` are the shares."""
    try:
        parts = splits.shares(written) if written is not None else None
    except splits.SplitError as error:
        raise click.UsageError(str(error)) from error
    return GoldExport(batch, version, replace(how, parts=parts))


def is_folder(output: Path) -> bool:
    """Whether an export of gold to `output` is a folder: it does not end as a file."""
    return output.suffix.lower() not in (".json", ".jsonl")


def write_gold(
    db: Database,
    wanted: GoldExport,
    folder: Path,
    exported: str,
    rules: Contract,
    as_json: bool,
) -> None:
    """A folder with the gold, a file a part, a data card, and a manifest."""
    made, manifest = gold_files.gold_files(
        gold.material(db, _versions(db, wanted), rules.labels),
        wanted.how,
        rules,
        exported,
    )
    gold_files.write_gold(folder, made)
    report(
        as_json,
        manifest | {"folder": str(folder)},
        [
            f"Wrote {folder / one['file']}: "
            + (
                f"{count(one['articles'], 'article')}, "
                f"{count(one['annotations'], 'annotation')}, "
                f"{one['rejected']:,} rejected, "
                if "articles" in one
                else ""
            )
            + f"sha256 {one['sha256']}."
            for one in manifest["files"]
        ]
        + [f"Wrote {folder / 'manifest.json'}."],
    )


def material_of(db: Database, wanted: GoldExport, rules: Contract) -> Material:
    """The gold that is asked for, with people called as is asked for."""
    material = gold.material(db, _versions(db, wanted), rules.labels)
    return gold_files.called(material, wanted.how)


def _versions(db: Database, wanted: GoldExport) -> list[gold.Version]:
    """The version of the batch that is asked for, or the newest of every batch."""
    newest = gold.newest(db)
    if not newest:
        raise Failure("There is no gold yet: sign articles off, and make a version.")
    if wanted.batch is None and wanted.version is None:
        return newest
    batch, of = None, "of articles outside of batches"
    if wanted.batch is not None:
        batch = batches.named(db, wanted.batch)
        if batch is None:
            raise Failure(f"There is no batch called {wanted.batch!r}.")
        of = f"of {wanted.batch!r}"
    every = gold.versions(db, batch.id if batch else None)
    found = [v for v in every if wanted.version in (None, v.number)][:1]
    if not every:
        names = ", ".join(one.name for one in newest)
        raise Failure(f"There is no gold {of} yet, only {names}: name its --batch.")
    if not found:
        there = ", ".join(str(v.number) for v in reversed(every))
        raise Failure(f"There is no version {wanted.version} {of}, only {there}.")
    return found


# --- as text --------------------------------------------------------------------------


def _article_lines(one: ArticleDifference) -> list[str]:
    if one.state == "text":
        return [f"{one.article}: another text under the same id, not compared"]
    lines = [one.article if one.state == "changed" else f"{one.article}: {one.state}"]
    if one.metadata:
        lines.append(f"  metadata: {', '.join(one.metadata)}")
    for set_ in one.sets:
        lines += _set_lines(set_, one.text)
    return lines


def _set_lines(one: SetDifference, text: str) -> list[str]:
    lines = [f"  {one.kind} {one.annotator}"]
    if one.status:
        lines.append(f"    status: {one.status[0]} → {one.status[1]}")
    if one.none:
        lines.append(f"    none: {', '.join(one.none)}")
    for what, listed in (("", one.annotations), ("rejected, ", one.rejected)):
        lines += [f"    {what}{_line(each, text)}" for each in listed]
    return lines


def _line(one: Difference, text: str) -> str:
    before = _shown(one.before, text) if one.before else ""
    after = _shown(one.after, text) if one.after else ""
    if one.kind in ("added", "removed"):
        return f"{one.kind} {before or after}"
    said = [after if one.kind == "changed" else f"{before} → {after}"]
    if one.before and one.after and one.before.label != one.after.label:
        said.append(f"label {one.before.label} → {one.after.label}")
    said += [
        f"{name} {_value(a)} → {_value(b)}"
        for name, (a, b) in changes.before_and_after(one).items()
    ]
    said += [other for other in one.differs if other in ("link", "note")]
    return f"{one.kind} {'; '.join(said)}"


def _shown(annotation: Annotation, text: str) -> str:
    words = " … ".join(text[start:end] for start, end in annotation.fragments)
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1]}…"
    places = ", ".join(f"[{start}, {end})" for start, end in annotation.fragments)
    return f"{annotation.label} {places} “{words}”"


def _value(value: object) -> str:
    return "nothing" if value is None else str(value)


# --- as JSON --------------------------------------------------------------------------


def _article_record(one: ArticleDifference) -> dict[str, Any]:
    return {
        "article": one.article,
        "state": one.state,
        "metadata": list(one.metadata),
        "sets": [
            {
                "annotator": set_.annotator,
                "kind": set_.kind,
                "status": list(set_.status) if set_.status else None,
                "none": list(set_.none),
                "annotations": [_record(each, one.text) for each in set_.annotations],
                "rejected": [_record(each, one.text) for each in set_.rejected],
            }
            for set_ in one.sets
        ],
    }


def _record(one: Difference, text: str) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "differs": list(one.differs),
        "before": annotation_record(one.before, text) if one.before else None,
        "after": annotation_record(one.after, text) if one.after else None,
    }
