"""`workbench diff`, and what `workbench export --gold` does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from sqlite_utils import Database

from workbench import files
from workbench.adjudication import changes, splits
from workbench.adjudication.changes import (
    KINDS,
    ArticleDifference,
    Difference,
    SetDifference,
)
from workbench.dataset import ArticleRecord, annotation_record
from workbench.files.exports import target
from workbench.schema import Contract
from workbench.spans import Annotation
from workbench.store import batches, gold
from workbench.terminal import (
    FINDINGS,
    UNREADABLE,
    Failure,
    contract,
    count,
    json_option,
    progress,
    report,
)

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
    """What is asked of an export of gold; `parts` and `seed` say how it is split."""

    batch: str | None
    rejected: bool
    parts: Mapping[str, int] | None
    seed: int


def asked(
    batch: str | None, with_rejected: bool, written: str | None, seed: int
) -> GoldExport:
    """The export of gold that the options ask for."""
    try:
        parts = splits.shares(written) if written is not None else None
    except splits.SplitError as error:
        raise click.UsageError(str(error)) from error
    return GoldExport(batch, with_rejected, parts, seed)


def write_gold(
    db: Database,
    wanted: GoldExport,
    folder: Path,
    exported: str,
    rules: Contract,
    as_json: bool,
) -> None:
    """A folder with the gold, a file a part, and a manifest with the hash of each."""
    versions = _versions(db, wanted)
    found = gold_records(db, versions, wanted)
    placed = _placed(db, versions, found, wanted, rules)
    listed: list[dict[str, Any]] = []
    made: dict[str, bytes] = {}
    # All of it is proved before anything is written.
    for part in wanted.parts or {"gold": 1}:
        inside = [r for r in found if placed[r.article.id] == part]
        out = BytesIO()
        done = files.export(inside, out, "jsonl", rules)
        made[f"{part}.jsonl"] = out.getvalue()
        listed.append(
            {
                "file": f"{part}.jsonl",
                "sha256": done.sha256,
                "articles": done.articles,
                "annotations": done.annotations,
                "rejected": sum(len(s.rejected) for r in inside for s in r.sets),
            }
        )
    manifest = {
        "exported": exported,
        "files": listed,
        "versions": [
            {
                "name": one.name,
                "number": one.number,
                "made": one.made,
                "by": one.by,
                "guideline": one.guideline,
                "schema": one.schema,
                "paths": dict(one.paths),
            }
            for one in versions
        ],
        "split": {"seed": wanted.seed, "shares": dict(wanted.parts)}
        if wanted.parts
        else None,
    }
    made["manifest.json"] = files.canonical_json(manifest).encode()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        with target(folder / name) as file:
            file.write(content)
    report(
        as_json,
        manifest | {"folder": str(folder)},
        [
            f"Wrote {folder / one['file']}: {count(one['articles'], 'article')}, "
            f"{count(one['annotations'], 'annotation')}, {one['rejected']:,} rejected, "
            f"sha256 {one['sha256']}."
            for one in listed
        ]
        + [f"Wrote {folder / 'manifest.json'}."],
    )


def gold_of(db: Database, wanted: GoldExport) -> list[ArticleRecord]:
    """The gold that is asked for, an article a record, by id."""
    return gold_records(db, _versions(db, wanted), wanted)


def _versions(db: Database, wanted: GoldExport) -> list[gold.Version]:
    """The newest version of the batch that is asked for, or of every batch."""
    if wanted.batch is None:
        found = gold.newest(db)
    else:
        batch = batches.named(db, wanted.batch)
        if batch is None:
            raise Failure(f"There is no batch called {wanted.batch!r}.")
        found = gold.versions(db, batch.id)[:1]
    if not found:
        raise Failure("There is no gold yet: sign articles off, and make a version.")
    return found


def gold_records(
    db: Database, versions: Sequence[gold.Version], wanted: GoldExport
) -> list[ArticleRecord]:
    """The articles of these versions by id; of one that is in two, the newer."""
    found: dict[str, ArticleRecord] = {}
    for version in sorted(versions, key=lambda one: (one.made, one.id)):
        for record in gold.records(db, version, rejected=wanted.rejected):
            found[record.article.id] = record
    return [found[id] for id in sorted(found)]


def _placed(
    db: Database,
    versions: Sequence[gold.Version],
    found: Sequence[ArticleRecord],
    wanted: GoldExport,
    rules: Contract,
) -> dict[str, str]:
    """The part of each article."""
    if wanted.parts is None:
        return {record.article.id: "gold" for record in found}
    naming = {
        label.name: [a.name for a in label.attributes if a.suggest == "claim"]
        for label in rules.labels
    }
    since: dict[str, int] = {}
    for version in versions:
        since |= gold.added(db, version)
    items = [
        splits.Item(
            record.article.id,
            record.article.sha256,
            frozenset(
                str(a.attributes[name])
                for set_ in record.sets
                for a in (*set_.annotations, *set_.rejected)
                for name in naming.get(a.label, ())
                if name in a.attributes
            ),
        )
        for record in sorted(found, key=lambda r: since[r.article.id])
    ]
    return splits.split(items, wanted.parts, wanted.seed)


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
