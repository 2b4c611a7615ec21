"""The files of an export of gold: proved, split, with a data card and a manifest."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import datacard, measured, stats
from workbench.adjudication import Material, splits
from workbench.dataset import FORMAT, ArticleRecord, Problem, Record
from workbench.files import manifest
from workbench.files.exports import (
    ExportRefused,
    canonical_json,
    export,
    target,
)
from workbench.labels import Labels
from workbench.pseudonyms import NOTE, hidden, hidden_claim, names_in, pseudonyms
from workbench.schema import Contract, UnreadableError

CARD = "README.md"
#: Resamples behind an interval; as on the page of agreement, so that digits are equal.
BOOTSTRAP = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """How gold is to be exported: `parts` and `seed` say how it is split."""

    parts: Mapping[str, int] | None = None
    seed: int = 0
    rejected: bool = False
    names: bool = False
    licence: str = ""


def called(material: Material, wanted: Wanted) -> Material:
    """The material with everybody called as they shall be: by names or pseudonyms, and
    without what was rejected unless it is wanted."""
    if not wanted.rejected:
        material = replace(
            material,
            records=tuple(
                replace(r, sets=tuple(replace(s, rejected=()) for s in r.sets))
                for r in material.records
            ),
        )
    if wanted.names:
        return material
    people = names_in((*material.records, *material.labelled), material.claims)
    people |= {version.by for version in material.versions}
    names = pseudonyms(people, material.secret)
    return replace(
        material,
        versions=tuple(
            replace(one, by=names[one.by], remark="") for one in material.versions
        ),
        records=tuple(hidden(record, names) for record in material.records),
        labelled=tuple(hidden(record, names) for record in material.labelled),
        claims=tuple(
            hidden_claim(claim, names, material.team) for claim in material.claims
        ),
    )


def gold_files(
    material: Material, wanted: Wanted, contract: Contract, exported: str
) -> tuple[dict[str, bytes], Record]:
    """The files of an export of gold by name, and its manifest, which is one of them.

    A .jsonl file for each part, claims.json where gold names canonical claims, the data
    card, and the manifest. The same material gives the same bytes.

    :raises ExportRefused: something in it is wrong; all of it is listed.
    """
    placed = (
        splits.split(material.came, wanted.parts, wanted.seed) if wanted.parts else {}
    )
    noted = {claim["id"] for claim in material.claims if NOTE in claim}
    material = called(material, wanted)
    made: dict[str, bytes] = {}
    parts: dict[str, list[ArticleRecord]] = {}
    problems: list[Problem] = []
    for part in wanted.parts or {"gold": 1}:
        name, out = f"{part}.jsonl", io.BytesIO()
        parts[name] = [
            r for r in material.records if placed.get(r.article.id, part) == part
        ]
        try:
            export(parts[name], out, "jsonl", contract, claims=material.claims)
        except ExportRefused as refused:
            problems += refused.problems
        made[name] = out.getvalue()
    if problems:
        raise ExportRefused(problems)
    used = _claims(material.records, contract.labels)
    claims = [claim for claim in material.claims if claim["id"] in used]
    if claims:
        record = {"format": FORMAT, "claims": claims}
        made["claims.json"] = canonical_json(record).encode()
    counted = {name: stats.counted(rs, contract.labels) for name, rs in parts.items()}
    card = datacard.Card(
        material,
        stats.counted(material.records, contract.labels),
        counted,
        measured.report_of(material.labelled, bootstrap=BOOTSTRAP),
        contract.labels,
        exported,
        wanted.licence,
        not wanted.names,
        wanted.rejected,
        _split_words(wanted),
        sum(map(_astray, parts.values())),
        sum(claim["id"] in noted and NOTE not in claim for claim in claims),
    )
    made[CARD] = datacard.markdown(card).encode()
    record = _manifest(material, wanted, made, counted, exported)
    made[manifest.NAME] = canonical_json(record).encode()
    return made, record


def _manifest(
    material: Material,
    wanted: Wanted,
    made: Mapping[str, bytes],
    counted: Mapping[str, stats.Stats],
    exported: str,
) -> Record:
    entries = manifest.listed(made)
    for entry in entries:
        part = counted.get(entry["file"])
        if part:
            gold = part.kinds.get("gold", stats.SetCount())
            entry |= {
                "articles": part.articles,
                "annotations": gold.annotations,
                "rejected": gold.rejected,
            }
    return {
        "format": manifest.FORMAT,
        "exported": exported,
        "licence": wanted.licence or None,
        "pseudonyms": not wanted.names,
        "files": entries,
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
            for one in material.versions
        ],
        "split": {"seed": wanted.seed, "shares": dict(wanted.parts)}
        if wanted.parts
        else None,
    }


def _split_words(wanted: Wanted) -> str:
    if not wanted.parts:
        return ""
    asked = ", ".join(f"{name} {share}" for name, share in wanted.parts.items())
    return (
        f"Split by article as {asked}, with the seed {wanted.seed}: drawn by hashes, "
        "so close for many articles and not exact. Articles that carry the same text "
        "or the same canonical claim are in one part. What is added later moves "
        "nothing that is here, except where a new article joins two groups."
    )


def _claims(records: Iterable[ArticleRecord], labels: Labels) -> set[str]:
    """The canonical claims that gold names, also where it was rejected."""
    naming = labels.naming_claims
    return {
        str(a.attributes[name])
        for record in records
        for set_ in record.sets
        for a in (*set_.annotations, *set_.rejected)
        for name in naming.get(a.label, ())
        if name in a.attributes
    }


def _astray(records: Sequence[ArticleRecord]) -> int:
    """How many links end in an article that is not among these."""
    ids = {record.article.id for record in records}
    return sum(
        "#" in relation.target and relation.target.rpartition("#")[0] not in ids
        for record in records
        for set_ in record.sets
        for relation in set_.relations
    )


# --- putting them somewhere -----------------------------------------------------------


def write_gold(folder: Path, made: Mapping[str, bytes]) -> None:
    """The files in `folder`, each whole; what an earlier export left there goes.

    :raises ExportRefused: the folder holds other things than an export of gold.
    """
    old: list[str] = []
    if folder.exists() and not folder.is_dir():
        told = "This is a file: name a folder, or end the name in .json or .jsonl."
        raise ExportRefused([Problem(str(folder), told)])
    if folder.is_dir() and any(not f.name.startswith(".") for f in folder.iterdir()):
        try:
            before = manifest.read(folder)
        except UnreadableError:
            before = None
        if not manifest.is_manifest(before):
            raise ExportRefused(
                [
                    Problem(
                        str(folder),
                        "The folder holds other things than an export of gold: name an "
                        "empty or a new one.",
                    )
                ]
            )
        # Nothing but a file in this folder goes because a manifest says so.
        old = [
            name
            for name in manifest.names(before)
            if Path(name).name == name and (folder / name).is_file()
        ]
    folder.mkdir(parents=True, exist_ok=True)
    for name in {*old, manifest.NAME} - made.keys():
        (folder / name).unlink(missing_ok=True)
    # The manifest comes last: half an export never proves itself.
    for name in sorted(made, key=lambda name: (name == manifest.NAME, name)):
        with target(folder / name) as file:
            file.write(made[name])


def zipped(made: Mapping[str, bytes], folder: str) -> bytes:
    """The files as one .zip with that folder in it; the same files, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(made):
            # The day in a zip is no part of what is exported.
            entry = zipfile.ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, made[name])
    return out.getvalue()
