"""`workbench stats`."""

from pathlib import Path

import click

from workbench import stats
from workbench.cli.articles import batch_option, checked, paths_argument, read, stored
from workbench.cli.terminal import contract, db_option, json_option, report
from workbench.dataset import ArticleRecord


@click.command("stats")
@paths_argument
@db_option
@batch_option
@json_option
def stats_command(
    paths: tuple[Path, ...], path: Path | None, batch: str | None, as_json: bool
) -> None:
    """Count what is in files, or in the database without any.

    Articles, words, outlets, languages and days; for each kind of annotation set the
    annotations of each label, how many have each attribute, and for gold where it comes
    from. Of several files, each is counted by itself, too.
    """
    checked(paths, path, batch)
    rules = contract()
    if not paths:
        whole = stats.counted(stored(path, batch), rules.labels)
        report(as_json, whole.as_record(), stats.lines(whole))
        return
    found = read(paths, rules, "counted", as_json)
    whole = stats.counted((one.record for one in found), rules.labels)
    by_file: dict[str, list[ArticleRecord]] = {}
    for one in found:
        by_file.setdefault(one.file, []).append(one.record)
    # A dataset folder has a text in each file: those are articles, and no parts.
    parts = {
        name: stats.counted(some, rules.labels)
        for name, some in by_file.items()
        if len(by_file) > 1 and not name.endswith(".txt")
    }
    report(
        as_json,
        whole.as_record()
        | {"files": {name: one.as_record() for name, one in parts.items()}},
        stats.lines(whole)
        + [line for name, one in parts.items() for line in _part(name, one)],
    )


def _part(name: str, one: stats.Stats) -> list[str]:
    return ["", name, *(f"  {line}" for line in stats.lines(one))]
