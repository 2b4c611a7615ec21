"""A dataset folder, written in the bytes that make a good diff."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.dataset import FORMAT, ArticleRecord, Problem, Record, set_record
from workbench.files.exports import Exported, Proofs, canonical_json, target
from workbench.files.found import METADATA, fitting_id
from workbench.schema import Contract
from workbench.text import digest


def write_dataset(
    folder: Path,
    records: Iterable[ArticleRecord],
    claims: Iterable[Record],
    contract: Contract,
) -> Exported:
    """What was written to `folder`, in the form that is kept under version control.

    articles/*.txt, articles.json, annotators/*.json, gold.json and claims.json; what a
    dataset that was there before has beyond that is removed, except other files such
    as README.md. The hash is that of `sha256sum` over the written files, sorted.

    :raises ExportRefused: something in it is wrong, all of it is listed; or the folder
        holds other things.
    """
    records = sorted(records, key=lambda record: record.article.id)
    proofs = Proofs(contract, claims, {}, strict=True)
    if not _may_hold_dataset(folder):
        proofs.problems.append(
            Problem(str(folder), "The folder holds other things than a dataset.")
        )
    for record in records:
        proofs.line(record)
    proofs.finish()
    files = {"claims.json": canonical_json(proofs.frame).encode()}
    files["articles.json"] = canonical_json(
        [
            {
                "file": f"articles/{record.article.id}.txt",
                "id": record.article.id,
                "sha256": record.article.sha256,
                **{name: getattr(record.article, name) for name in METADATA},
            }
            for record in records
        ]
    ).encode()
    for record in records:
        files[f"articles/{record.article.id}.txt"] = record.article.text.encode()
    files |= _annotator_files(records)
    _put(folder, files)
    listing = "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)
    )
    proofs.exported.sha256 = hashlib.sha256(listing.encode()).hexdigest()
    return proofs.exported


def _may_hold_dataset(folder: Path) -> bool:
    """Whether no file would be lost that is not part of a dataset."""
    if not folder.is_dir() or (folder / "articles.json").is_file():
        return True
    return not any((folder / name).exists() for name in ("articles", "annotators"))


def _annotator_files(records: Iterable[ArticleRecord]) -> dict[str, bytes]:
    """The annotators' files, by name: gold.json, and annotators/ for all the others."""
    sets: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        for set_ in record.sets:
            written = set_record(set_, record.article.text)
            del written["annotator"], written["kind"]
            written |= {"article": record.article.id, "sha256": record.article.sha256}
            sets.setdefault((set_.kind, set_.annotator), []).append(written)
    files: dict[str, bytes] = {}
    for kind, annotator in sorted(sets):
        stem = fitting_id(annotator, digest(annotator))
        name = f"annotators/{stem}.json"
        if kind == "gold" and "gold.json" not in files:
            name = "gold.json"
        if name.lower() in map(str.lower, files):
            # Two names may differ in their capitals or accents alone.
            name = f"annotators/{stem[:100]}-{digest(f'{kind} {annotator}')[:8]}.json"
        files[name] = canonical_json(
            {
                "format": FORMAT,
                "annotator": annotator,
                "kind": kind,
                "sets": sets[kind, annotator],
            }
        ).encode()
    return files


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`, each whole, and remove what is no longer there."""
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_bytes() != content:
            with target(place) as file:
                file.write(content)
    for old in (
        *folder.glob("articles/*.txt"),
        *folder.glob("annotators/*.json"),
        *folder.glob("gold.json"),
    ):
        if old.relative_to(folder).as_posix() not in files:
            old.unlink()
